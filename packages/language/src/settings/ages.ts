import type { SettingsError } from './settings.ts';

/** How long what was found of a plant speaks for it, in days. */
export interface Ages {
    /** A flow that was not seen for so long without a gap in the observations was never seen. */
    readonly staleAfter: number;
    /** An export of rules or an observation that is older says little of the plant of today. */
    readonly oldAfter: number;
}

/** The ages that hold where no settings say them. */
export const defaultAges: Ages = { staleAfter: 90, oldAfter: 180 };

const keys = ['staleAfter', 'oldAfter'] as const;

const isDays = (value: unknown): value is number =>
    typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 99_999;

/**
 * Reads the setting `asFound`.
 * @param errors what could not be followed is added here; the default holds for it
 */
export function readAges(value: unknown, errors: SettingsError[]): Ages {
    if (value === undefined) return defaultAges;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
        errors.push({
            path: ['asFound'],
            message: '"asFound" has to be an object, such as { "staleAfter": 90, "oldAfter": 180 }.',
        });
        return defaultAges;
    }
    const ages: Record<(typeof keys)[number], number> = { ...defaultAges };
    for (const [key, days] of Object.entries(value as Readonly<Record<string, unknown>>)) {
        const path = ['asFound', key];
        const known = keys.find(each => each === key);
        if (!known)
            errors.push({ path, message: `There is no setting "${key}" in "asFound", but ${keys.join(' and ')}.` });
        else if (isDays(days)) ages[known] = days;
        else errors.push({ path, message: `"${key}" has to be a number of days from 1.` });
    }
    return ages;
}
