import { fixesAt, renderEdits, rules } from 'iacs-language';
import {
    findingsToGithub,
    findingsToGitlab,
    findingsToJson,
    findingsToJunit,
    findingsToMarkdown,
    findingsToPretty,
    findingsToSarif,
    locatedAt,
    type LocatedFinding,
    type Summary,
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
export const problemKinds: ReadonlySet<string> = new Set(['syntax', 'unresolved', 'invalid-value', 'duplicate-name']);

const pages = 'https://github.com/iacs-language/iacs/blob/main/docs/rules';

function editsOf(models: readonly Checked[]) {
    const byRoot = new Map(models.map(model => [model.file, model]));
    return ({ root, finding }: LocatedFinding) => {
        const model = byRoot.get(root);
        if (!model) return [];
        return fixesAt(finding).map(fix => ({
            title: fix.title,
            edits: renderEdits(fix.edits, model.textOf).map(edit => ({
                ...locatedAt(edit, model.shown),
                text: edit.text,
            })),
        }));
    };
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** The findings of some models in a format; in parts where they may be many. */
export function render(
    { format, file }: Output<CheckFormat>,
    models: readonly Checked[],
    summary: Summary,
    io: Io,
): string | Iterable<string> {
    const located = models.flatMap(model => model.located);
    switch (format) {
        case 'pretty':
            return findingsToPretty(located, summary, painter(file === null ? io : { ...io, colours: false }));
        case 'json':
            return json(findingsToJson(located, summary));
        case 'markdown':
            return findingsToMarkdown(located, summary);
        case 'github':
            return findingsToGithub(located);
        case 'gitlab':
            return json(findingsToGitlab(located));
        case 'junit':
            return findingsToJunit(
                located,
                models.map(model => ({ root: model.file, system: model.system ?? '' })),
                [...problemKinds, ...rules.map(rule => rule.id)],
            );
        case 'sarif':
            return json(
                findingsToSarif(located, {
                    rules,
                    version: io.version,
                    helpUri: rule => `${pages}/${rule}.md`,
                    editsOf: editsOf(models),
                }),
            );
    }
}
