import type { Pairing } from './pairing.ts';

/** True for where something is written: a span, or an origin with its file. */
function isPlace(value: object): boolean {
    return 'start' in value ? 'end' in value : 'whole' in value && 'file' in value;
}

/**
 * True for two elements of which the same is said, wherever it is written: then they have the same facts, and nobody
 * has to put them into words. False says nothing, as the order of a list may differ that says the same.
 */
export function saysTheSame(old: unknown, now: unknown): boolean {
    if (old === now) return true;
    if (typeof old !== 'object' || typeof now !== 'object' || old === null || now === null) return false;
    if (Array.isArray(old)) {
        if (!Array.isArray(now) || old.length !== now.length) return false;
        for (let index = 0; index < old.length; index++) if (!saysTheSame(old[index], now[index])) return false;
        return true;
    }
    if (isPlace(old)) return isPlace(now);
    for (const key in old)
        if (!saysTheSame((old as Record<string, unknown>)[key], (now as Record<string, unknown>)[key])) return false;
    for (const key in now) if (!(key in old)) return false;
    return true;
}

/** Which elements of two sides say the same: each pair is looked at once, however often it is asked about. */
export class Repeats {
    readonly #of = new Map<object, object>();

    /** True as {@link saysTheSame} has it. */
    says(old: object, now: object): boolean {
        if (old === now || this.#of.get(now) === old) return true;
        if (!saysTheSame(old, now)) return false;
        this.#of.set(now, old);
        return true;
    }

    /** The fields in which two elements differ, wherever they are written. */
    fieldsApart(old: object, now: object): readonly string[] {
        if (this.says(old, now)) return [];
        const [before, after] = [old as Record<string, unknown>, now as Record<string, unknown>];
        return Object.keys(now).filter(key => !saysTheSame(before[key], after[key]));
    }
}

/** What is mentioned by its name. */
export type Names = Pick<
    Pairing,
    'elements' | 'types' | 'protocols' | 'countermeasures' | 'threats' | 'functions' | 'parties'
>;

/** True where everything is called as before, so that a mention of one id means the same on both sides. */
export function namesStay(pairing: Names): boolean {
    const { elements, types, protocols, countermeasures, threats, functions, parties } = pairing;
    for (const pairs of [elements, types, protocols, countermeasures, threats, functions, parties])
        for (const [old, now] of pairs) if (old !== now) return false;
    return true;
}
