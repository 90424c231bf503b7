import { nearest } from 'iacs-language';
import { askDiff, type DiffAnswer, type DiffQuestion, type ModelDiff } from 'iacs-language/diff';
import { Failure } from '../io.ts';

/**
 * The question of a command line; `null` for none.
 * @throws {@link Failure} for protocols without both ends
 */
export function questionOf(
    from: string | undefined,
    to: string | undefined,
    protocols: readonly string[],
): DiffQuestion | null {
    if (protocols.length > 0 && (from === undefined || to === undefined))
        throw new Failure('--protocol needs --from and --to: it is about the last session of a path.');
    if (from === undefined && to === undefined) return null;
    return { from: from ?? null, to: to ?? null, protocols };
}

/**
 * What the models answer in which the ends are, on one side at least.
 * @throws {@link Failure} for ends and protocols that no model has
 */
export function answersOf(question: DiffQuestion, diffs: readonly ModelDiff[]): readonly DiffAnswer[] {
    const models = diffs.flatMap(({ of, before, after }) => (of === 'model' ? [before.model, after.model] : []));
    const protocols = models.flatMap(model => model.protocols.map(({ id }) => id));
    for (const each of question.protocols) {
        if (protocols.includes(each)) continue;
        const near = nearest(each, protocols);
        throw new Failure(`There is no protocol ${each}.${near ? ` Did you mean ${near}?` : ''}`);
    }
    const answers = diffs.filter(({ of }) => of === 'model').map(diff => askDiff(diff, question));
    const found = answers.filter(({ before, after }) => before !== null || after !== null);
    if (found.length > 0) return found;
    const ids = models.flatMap(({ zones, assets }) => [...zones, ...assets].map(({ id }) => id));
    const ends = [question.from, question.to].flatMap(end => end ?? []);
    const missing = ends.find(end => !ids.includes(end));
    if (missing === undefined) throw new Failure(`No model has both ${ends.join(' and ')}.`);
    const near = nearest(missing, ids);
    throw new Failure(`There is no zone or asset ${missing}.${near ? ` Did you mean ${near}?` : ''}`);
}
