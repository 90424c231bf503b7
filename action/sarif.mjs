import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/**
 * Uploads findings to code scanning, as one analysis of a category, so that two uses in one job do not replace each
 * other.
 */
export async function uploadSarif(forge, file, category, env) {
    const sarif = JSON.parse(readFileSync(file, 'utf8'));
    // GitHub takes what comes before the last slash for the category.
    for (const run of sarif.runs) run.automationDetails = { id: `${category}/` };
    await forge.send('POST', '/code-scanning/sarifs', {
        commit_sha: env.GITHUB_SHA,
        ref: env.GITHUB_REF,
        sarif: gzipSync(JSON.stringify(sarif)).toString('base64'),
        tool_name: 'iacs',
    });
    return `${sarif.runs[0].results.length} findings, category ${category}`;
}
