import { problemRules } from '../../rules/engine/problem-rules.ts';
import type { DiffSide, Doubt } from './model-diff.ts';

/** The rules under which problems of the text are reported. */
export const problemKinds: ReadonlySet<string> = new Set(problemRules.map(({ id }) => id));

/** The sides that were not understood as a whole. */
export function doubtsOf(before: DiffSide, after: DiffSide): readonly Doubt[] {
    return (
        [
            ['base', before],
            ['head', after],
        ] as const
    ).flatMap(([side, { problems }]) => (problems.length > 0 ? [{ side, problems }] : []));
}
