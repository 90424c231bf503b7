import { ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { diff } from '../src/views/diff/index.ts';
import { casesIn } from './support/case-files.ts';
import { sideOfText } from './support/side.ts';

/*
 * Changes of a plant as they come in pull requests, and what a reviewer is told: the verdict and its reasons, in
 * `diff-pull-requests/`. A case is a heading and what is replaced by what in `diff-plant.iacs`: the old text, `===` and
 * the new one, further ones after `====`; `given` in front of one says that it is in both texts. IACS_RENEW=1 writes
 * what is said: read it.
 */
const folder = new URL('diff-pull-requests/', import.meta.url);
const plant = readFileSync(new URL('diff-plant.iacs', import.meta.url), 'utf8');
const today = '2026-06-01';

function replaced(text: string, swap: string): string {
    const [from = '', to = ''] = swap.split(/^===\n/m).map(each => each.replace(/\n$/, ''));
    ok(text.includes(from), `the plant does not have ${from}`);
    return text.replaceAll(from, () => to);
}

casesIn(
    folder,
    file => `A pull request with ${file}`,
    (_, asked) => {
        const swaps = asked.split(/^====\n/m);
        const isGiven = (swap: string): boolean => swap.startsWith('given\n');
        const before = swaps
            .filter(isGiven)
            .map(swap => swap.replace('given\n', ''))
            .reduce(replaced, plant);
        const after = swaps.filter(swap => !isGiven(swap)).reduce(replaced, before);
        const { verdict, reasons } = diff(sideOfText(before, today), sideOfText(after, today)).security;
        return [verdict, ...reasons.map(each => `  ${each.direction} ${each.kind}: ${each.text}`)]
            .map(line => `${line}\n`)
            .join('');
    },
);
