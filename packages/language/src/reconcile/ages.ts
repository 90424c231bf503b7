/** After so many days an export of rules or an observation says little of the plant of today. */
export const oldAfter = 180;

/** Whole days from one day to another, `YYYY-MM-DD`. */
export function daysBetween(from: string, to: string): number {
    return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
