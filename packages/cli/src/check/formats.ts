import { fixesAt, problemRules, renderEdits, rules } from 'iacs-language';
import {
    type FindingsFormat,
    githubFindings,
    gitlabFindings,
    jsonFindings,
    junitFindings,
    locatedAt,
    markdownFindings,
    prettyFindings,
    type SarifOptions,
    sarifFindings,
} from 'iacs-language/findings';
import type { Io } from '../io.ts';
import type { Formats, Output } from '../outputs.ts';
import { painter } from '../paint.ts';
import type { Checked } from './checked.ts';

/** How findings are printed; the first one without a word. */
export const checkFormats = ['pretty', 'json', 'sarif', 'junit', 'github', 'gitlab', 'markdown'] as const;
export type CheckFormat = (typeof checkFormats)[number];

export const formats: Formats<CheckFormat> = {
    all: checkFormats,
    endings: [
        ['.sarif', 'sarif'],
        ['.sarif.json', 'sarif'],
        ['code-quality-report.json', 'gitlab'],
        ['codequality.json', 'gitlab'],
        ['.json', 'json'],
        ['.xml', 'junit'],
        ['.md', 'markdown'],
        ['.markdown', 'markdown'],
        ['.txt', 'pretty'],
    ],
};

/** The kinds of problems of a text: they have no severity to set, and a test case of their own in JUnit. */
export const problemKinds: ReadonlySet<string> = new Set(problemRules.map(rule => rule.id));

/** The fixes of a finding as changes by line and column. */
function editsIn({ shown, textOf }: Pick<Checked, 'shown' | 'textOf'>): SarifOptions['editsOf'] {
    return ({ finding }) =>
        fixesAt(finding).map(fix => ({
            title: fix.title,
            edits: renderEdits(fix.edits, textOf).map(edit => ({ ...locatedAt(edit, shown), text: edit.text })),
        }));
}

/**
 * The format of one output.
 * @param model whose findings are printed; formats that only put together what was rendered need none
 * @param shard `I/N` as it was given
 */
export function formatOf(
    { format, file }: Output<CheckFormat>,
    io: Io,
    shard: string | undefined,
    model?: Pick<Checked, 'shown' | 'textOf'>,
): FindingsFormat {
    switch (format) {
        case 'pretty':
            return prettyFindings(painter(file === null ? io : { ...io, colours: false }));
        case 'json':
            return jsonFindings(shard);
        case 'markdown':
            return markdownFindings;
        case 'github':
            return githubFindings;
        case 'gitlab':
            return gitlabFindings();
        case 'junit':
            // A model that could be read has no finding of the kind `unreadable`.
            return junitFindings(
                [...problemKinds, ...rules.map(rule => rule.id)].filter(id => id !== 'unreadable'),
                shard,
            );
        case 'sarif':
            return sarifFindings({
                rules,
                version: io.version,
                ...(shard === undefined ? {} : { shard }),
                editsOf: model ? editsIn(model) : () => [],
            });
    }
}
