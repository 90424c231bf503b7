import type { Span } from '../model/index.ts';
import type { Lowering } from './lowering.ts';

/**
 * The first of the values of a word that a statement has once. A further one is a problem: it would be lost, and it may
 * be the right one.
 */
export function onceIn<T extends Span>(
    lowering: Lowering,
    values: readonly T[] | undefined,
    word: string,
    subject: string | null,
): T | undefined {
    const [first, second] = values ?? [];
    if (second)
        lowering.problem(
            'syntax',
            second,
            `\`${word}\` is written twice here, and only the first one counts. Remove the wrong one, or ` +
                'write two statements.',
            subject,
        );
    return first;
}
