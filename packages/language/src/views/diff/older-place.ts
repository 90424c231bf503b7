import { nameOf, type Place } from '../../model/index.ts';
import { standings } from './kinds.ts';
import type { Change, ModelDiff } from './model-diff.ts';

/** Where the element of a change is on the side before; `null` for what was added. */
export function olderPlace({ before: { model } }: ModelDiff, { element, before, at, kind }: Change): Place | null {
    if (kind === 'removed') return at;
    if (before === null) return null;
    for (const each of standings(model, null))
        if (each.element === element && each.id === before) return nameOf(each.origin);
    return null;
}
