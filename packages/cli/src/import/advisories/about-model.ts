import type { Analysis } from 'iacs-language';
import { analyse, assess, lookup, parse, readAdvisories } from 'iacs-language';

/**
 * Which of some written advisories name a product of a model, by a confirmed name or as a candidate.
 * @param written their texts, each a part of the language
 * @returns the names of these parts
 */
export function namesAbout(
    { model, assessment: { yardstick } }: Analysis,
    written: readonly { readonly name: string; readonly written: string }[],
): ReadonlySet<string> {
    const text = written.map(each => each.written).join('\n');
    const { advisories } = analyse(
        parse('file:///advisories.iacs', text),
        { parse: () => undefined, resolve: () => null },
        { today: yardstick.today, withoutRules: true },
    ).model;
    const read = readAdvisories(assess(lookup({ ...model, advisories }), yardstick));
    const elsewhere = new Set(read.elsewhere.map(each => each.id));
    return new Set(advisories.map(each => each.id).filter(id => !elsewhere.has(id)));
}
