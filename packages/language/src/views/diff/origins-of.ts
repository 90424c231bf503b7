import type { Origin } from '../../model/index.ts';
import { standings } from './kinds.ts';
import type { Change, ModelDiff } from './model-diff.ts';

/** The element of a change as it is in the text before; `null` for what was added. */
export function olderOrigin({ before: { whole } }: ModelDiff, { element, before }: Change): Origin | null {
    if (before === null) return null;
    for (const each of standings(whole, null)) if (each.element === element && each.id === before) return each.origin;
    return null;
}

/** The element of a change as it is in the text after; `null` for what was removed. */
export function newerOrigin({ after: { whole } }: ModelDiff, { element, id, kind }: Change): Origin | null {
    if (kind === 'removed') return null;
    for (const each of standings(whole, null)) if (each.element === element && each.id === id) return each.origin;
    return null;
}
