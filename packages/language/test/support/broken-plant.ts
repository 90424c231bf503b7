import { readFileSync, readdirSync } from 'node:fs';
import type { Loaded } from './load.ts';
import { load } from './load.ts';
import { sections, withMarks } from './marks.ts';

const folder = new URL('../../../../examples/broken-plant/', import.meta.url);

/** The day on which the broken plant is judged. */
const today = '2026-06-01';

export interface BrokenPlant {
    /** Its files in one text, the root first. */
    readonly text: string;
    readonly loaded: Loaded;
}

/** The broken plant from its folder, analysed. */
export function brokenPlant(): BrokenPlant {
    const names = readdirSync(folder)
        .filter(name => name.endsWith('.iacs'))
        .sort();
    const ordered = ['main.iacs', ...names.filter(name => name !== 'main.iacs')];
    const text = ordered.map(name => `//- ${name}\n${readFileSync(new URL(name, folder), 'utf8')}`).join('');
    return { text, loaded: load(text, { today }) };
}

/** Its text with a line of carets and rule ids under everything that is blamed: what `expected/findings.txt` holds. */
export function markedPlant({ text, loaded }: BrokenPlant): string {
    const uris = [...loaded.files.keys()];
    return sections(text)
        .map(({ name, text: part }, index) => {
            const file = uris[index]!;
            const marks = loaded.findings
                .filter(finding => finding.at.file === file)
                .map(({ at, rule, accepted }) => ({
                    start: at.start,
                    end: at.end,
                    rule: accepted ? `${rule} (accepted)` : rule,
                }));
            return `//- ${name!}\n${withMarks(part, marks, here => ` ${here.map(mark => mark.rule).join(', ')}`)}`;
        })
        .join('');
}
