import { diff, diffMermaid, diffText } from '../src/views/diff/index.ts';
import { casesIn } from './support/case-files.ts';
import { sideOfText } from './support/side.ts';

/*
 * Pairs of small models, and all that a comparison says of them, in `diff-cases/`: a heading, the text before, after
 * `===` the text after it, and after `---` the comparison, to and fro. IACS_RENEW=1 writes what is said: read it.
 */
const folder = new URL('diff-cases/', import.meta.url);
const today = '2026-06-01';

/** The comparison of two texts as a terminal and as a forge show it. */
function said(before: string, after: string): string {
    const found = diff(sideOfText(before, today), sideOfText(after, today));
    const picture = diffMermaid(found);
    return [diffText(found), ...(picture === '' ? [] : [picture])].map(text => `${text.trimEnd()}\n`).join('\n');
}

casesIn(
    folder,
    file => `Comparisons of ${file}`,
    (_, texts) => {
        const [before, after] = texts.split(/^===\n/m) as [string, string];
        return `${said(before, after)}\nand back\n\n${said(after, before)}`;
    },
);
