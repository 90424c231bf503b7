import type { Grid } from '../grid.ts';

/** The lists of a report that say what the model says, by their sheet, each with heads that it alone has. */
export const reportLists = {
    system: ['Fact of the system', 'Value'],
    'zones-and-conduits': ['Zone kind', 'Purdue level', 'Inside'],
    characteristics: ['Zone or conduit', 'Item', 'Characteristic'],
    assets: ['Zone or conduit', 'Component type', 'Addresses'],
    flows: ['Stands in', 'Arrow', 'Protocols'],
    threats: ['Unmitigated risk', 'Goes through', 'Countermeasures'],
    targets: ['Suggested IAC', 'Reason'],
    requirements: ['Zone or conduit', 'Lowest SL', 'Inherited from'],
    countermeasures: ['Works at', 'Cost', 'Status'],
    invariants: ['Clauses', 'Counterexample'],
    assumptions: ['Where', 'Assumption'],
    policies: ['Where', 'Policy'],
    functions: ['Function', 'Essential', 'By hand'],
    islands: ['Island', 'What is cut', 'Verdict'],
    accepted: ['Rule', 'Where', 'Because', 'Until'],
    'further-facts': ['Kind', 'Where', 'What the model says'],
} as const;
export type ReportList = keyof typeof reportLists;

/** The list of a report that a sheet holds, by its heads; `null` for none. */
export function listOf({ rows }: Pick<Grid, 'rows'>): ReportList | null {
    const heads = new Set(rows[0]);
    const found = Object.entries(reportLists).find(([, all]) => all.every(head => heads.has(head)));
    return (found?.[0] as ReportList | undefined) ?? null;
}
