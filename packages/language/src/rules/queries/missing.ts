import type { Origin } from '../../model/index.ts';
import { nameOf } from '../../model/index.ts';
import type { Answer } from '../rule.ts';
import { related } from './related.ts';
import { listed } from './wording.ts';

/** So many elements are named in the message; of more the first one alone. */
const mostNamed = 3;

interface Element {
    readonly id: string;
    readonly origin: Origin;
}

/**
 * One answer for all elements that lack the same thing: at the first of them, with the others as related places,
 * so that a model in its first week is not buried under notices.
 * @param noun what they are, in the singular
 * @param lack what they lack, as a clause behind their names: `does not say`, `do not say`
 */
export function lacking(elements: readonly Element[], noun: string, lack: readonly [one: string, many: string], advice: string): Answer | null {
    const [first, ...others] = elements;
    if (!first) return null;
    const who = elements.length <= mostNamed ? listed(elements.map(element => element.id)) : `${first.id} and ${others.length} more ${noun}s`;
    return {
        at: nameOf(first.origin),
        subject: first.id,
        message: `${who} ${others.length === 0 ? lack[0] : lack[1]}. ${advice}`,
        related: related('Likewise.', others),
    };
}
