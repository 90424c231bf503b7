import { diff } from '../src/views/diff/index.ts';
import { casesIn } from './support/case-files.ts';
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

casesIn(
    folder,
    file => `Whole comparisons of ${file}`,
    (_, texts) => {
        const [before, after] = texts.split(/^===\n/m) as [string, string];
        return said(before, after);
    },
);
