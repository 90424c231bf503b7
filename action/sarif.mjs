import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/** Code scanning takes up so many results of a file; one with more than 25,000 is refused, after it was uploaded. */
const mostResults = 5000;
/** A larger upload is refused: so many bytes of the compressed file. */
const mostBytes = 10_000_000;
/** A step shows so many annotations of a kind. */
const mostAnnotations = 10;

const kinds = { error: 'error', warning: 'warning', note: 'info' };
const rank = ({ level, suppressions = [] }) => (suppressions.length > 0 ? 3 : Object.keys(kinds).indexOf(level));
const number = count => count.toLocaleString('en-US');

export function readSarif(file) {
    return JSON.parse(readFileSync(file, 'utf8'));
}

/**
 * What the annotations of a step leave out, in a sentence.
 * @returns `null` where they show all
 */
export function unshownText({ runs }) {
    const counts = Object.entries(kinds).map(([level, word]) => {
        const count = runs[0].results.filter(each => each.level === level && rank(each) < 3).length;
        return { count, text: `${number(count)} ${word}${count === 1 ? '' : 's'}` };
    });
    if (counts.every(({ count }) => count <= mostAnnotations)) return null;
    return (
        `${counts.map(({ text }) => text).join(', ')}: annotations show at most ${mostAnnotations} of a kind. ` +
        'All of them are in the log of this step.'
    );
}

/**
 * Uploads findings to code scanning, as one analysis of a category, so that two uses in one job do not replace each
 * other.
 * @param warn takes a sentence about what is left out
 */
export async function uploadSarif(forge, sarif, category, env, warn) {
    // GitHub takes what comes before the last slash for the category.
    const runs = sarif.runs.map(run => ({ ...run, automationDetails: { id: `${category}/` } }));
    const { results } = runs[0];
    const gravest = results.length > mostResults ? [...results].sort((a, b) => rank(a) - rank(b)) : results;
    let sent = gravest.slice(0, mostResults);
    const packed = () => gzipSync(JSON.stringify({ ...sarif, runs: [{ ...runs[0], results: sent }] }));
    let bytes = packed();
    while (bytes.length > mostBytes && sent.length > 1) {
        sent = sent.slice(0, sent.length >> 1);
        bytes = packed();
    }
    await forge.send('POST', '/code-scanning/sarifs', {
        commit_sha: env.GITHUB_SHA,
        ref: env.GITHUB_REF,
        sarif: bytes.toString('base64'),
        tool_name: 'iacs',
    });
    if (sent.length < results.length)
        warn(
            `Code scanning gets the ${number(sent.length)} gravest of ${number(results.length)} findings, because it ` +
                'takes no more. All of them are in the file of the output `sarif`.',
        );
    return `${sent.length} findings, category ${category}`;
}
