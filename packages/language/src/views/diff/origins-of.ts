import type { Model, Origin } from '../../model/index.ts';
import { standings } from './kinds.ts';
import type { Change, ModelDiff } from './model-diff.ts';

/** Where the elements of a model are, by what they are and their id. */
function originsIn(model: Model): ReadonlyMap<string, Origin> {
    const found = new Map<string, Origin>();
    for (const { element, id, origin } of standings(model, null)) {
        const key = `${element} ${id}`;
        if (!found.has(key)) found.set(key, origin);
    }
    return found;
}

/** An element in the texts of both sides; `null` where it is not. */
export interface OnSides {
    readonly older: Origin | null;
    readonly newer: Origin | null;
}

/** Finds the elements of the changes of a comparison in the texts of both sides. */
export function originsOf({ before, after }: ModelDiff): (change: Change) => OnSides {
    const [older, newer] = [originsIn(before.whole), originsIn(after.whole)];
    return ({ element, id, before: was, kind }) => ({
        older: (was !== null && older.get(`${element} ${was}`)) || null,
        newer: (kind !== 'removed' && newer.get(`${element} ${id}`)) || null,
    });
}
