import assert from 'node:assert/strict';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { diff } from '../src/views/diff/index.ts';
import { comparedLines } from './support/compared-lines.ts';
import { sideOfText } from './support/side.ts';

/*
 * Pairs of models in which each of many elements changes in its own way, and the whole of what a comparison says of
 * them, in `diff-whole/`: a heading, the text before, after `===` the text after it, and after `---` the comparison, to
 * and fro. IACS_RENEW=1 writes what is said: read it.
 */
const folder = new URL('diff-whole/', import.meta.url);
const today = '2026-06-01';

function said(before: string, after: string): string {
    const [old, now] = [sideOfText(before, today), sideOfText(after, today)];
    return [...comparedLines(diff(old, now)), 'and back', ...comparedLines(diff(now, old))]
        .map(line => `${line}\n`)
        .join('');
}

for (const file of readdirSync(folder)) {
    describe(`Whole comparisons of ${file.replace(/\.txt$/, '')}`, () => {
        const place = new URL(file, folder);
        const [head, ...parts] = readFileSync(place, 'utf8').split(/^## (.+)\n/m);
        const cases = new Map<string, string>();
        for (let at = 0; at < parts.length; at += 2) cases.set(parts[at]!, parts[at + 1]!);
        for (const [title, whole] of cases) {
            const [texts, expected = ''] = whole.split(/^---\n/m);
            it(title, () => {
                const [before, after] = texts!.split(/^===\n/m) as [string, string];
                const actual = said(before, after);
                if (process.env['IACS_RENEW'] === '1') {
                    cases.set(title, `${texts!}---\n${actual}`);
                    const all = [...cases].map(([name, each]) => `## ${name}\n${each}`);
                    return writeFileSync(place, head! + all.join(''));
                }
                assert.equal(actual, expected, 'read the change, then renew it with IACS_RENEW=1');
            });
        }
    });
}
