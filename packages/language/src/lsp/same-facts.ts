import type { LoweredFile } from '../syntax/index.ts';

/** Texts that the rules only repeat in their messages and fixes, and never judge. */
const repeated = new Set(['title', 'doc', 'description', 'purpose', 'carries']);

/** Of a view, which no rule judges, the name is such a text too. */
const repeatedOfViews = new Set([...repeated, 'id', 'name']);

/** A text that may stand in a message, before the edit. */
export type Retold = string;

/**
 * Compares what two states of a file say, places left aside.
 * @returns the texts of the earlier state that have changed and that messages may repeat; `null` where a fact has changed
 */
export function sameFacts(before: LoweredFile, after: LoweredFile): readonly Retold[] | null {
    const retold: Retold[] = [];
    const same = (key: keyof LoweredFile): boolean => equal(before[key], after[key], key === 'views' ? repeatedOfViews : repeated, retold);
    const facts: readonly (keyof LoweredFile)[] = [
        'systems', 'zones', 'conduits', 'assets', 'flows', 'types', 'protocols', 'measures', 'threats', 'invariants', 'views', 'rulesets', 'observations', 'repeats', 'additions',
    ];
    return facts.every(same) ? retold : null;
}

function equal(before: unknown, after: unknown, soft: ReadonlySet<string>, retold: Retold[]): boolean {
    if (before === after) return true;
    if (typeof before !== 'object' || typeof after !== 'object' || before === null || after === null) return false;
    if (Array.isArray(before)) {
        if (!Array.isArray(after) || after.length !== before.length) return false;
        for (let index = 0; index < before.length; index++) if (!equal(before[index], after[index], soft, retold)) return false;
        return true;
    }
    const old = before as Record<string, unknown>;
    const now = after as Record<string, unknown>;
    for (const key in old) {
        const value = old[key];
        const other = now[key];
        if (value === other || key === 'start' || key === 'end') continue;
        if (soft.has(key) && typeof value === 'string' && typeof other === 'string' && value !== '' && other !== '') retold.push(value);
        else if (!equal(value, other, soft, retold)) return false;
    }
    return true;
}
