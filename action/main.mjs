// The GitHub action: compares what a change does to the models of a repository, and says so where reviewers look.
// It runs on the Node of the runner from the build beside it, installs nothing, and runs nothing of the checkout.
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { compare, check } from './command.mjs';
import { keepComment } from './comment.mjs';
import { baseOf, isDefaultBranch, pullRequest, readEvent } from './event.mjs';
import { Forge } from './forge.mjs';
import { readInputs } from './inputs.mjs';
import { requestReviews } from './reviewers.mjs';
import { readSarif, unshownText, uploadSarif } from './sarif.mjs';

const bin = fileURLToPath(new URL('../packages/cli/bin/iacs.js', import.meta.url));

/** Text of a workflow command: it ends at a line end, and knows three escapes. */
const escaped = text => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const warn = text => console.log(`::warning title=iacs::${escaped(text)}`);

function output(env, name, value) {
    if (!env.GITHUB_OUTPUT) return;
    const end = `iacs-${Math.random().toString(36).slice(2)}`;
    appendFileSync(env.GITHUB_OUTPUT, `${name}<<${end}\n${value}\n${end}\n`);
}

/** What cannot be asked of a forge is a service and no gate: it is said, and the job goes on. */
async function service(what, ask) {
    try {
        console.log(`${what}: ${await ask()}`);
    } catch (error) {
        warn(`${what} could not be done: ${error instanceof Error ? error.message : error}`);
    }
}

/**
 * @param env the environment of the step
 * @returns the exit code: 0 fine, 1 the answer is "no", 2 it could not be done
 */
async function main(env) {
    const inputs = readInputs(env);
    if (!existsSync(path.join(path.dirname(bin), '../dist/iacs.js'))) {
        throw new Error(
            'This commit of the action is not built. Use a commit of the branch action-build (CONTRIBUTING.md).',
        );
    }
    const event = readEvent(env);
    const base = baseOf(event, inputs);
    // A folder of its own for each use and each run, so that no use takes the results of another one for its own.
    const parent = env.RUNNER_TEMP || tmpdir();
    mkdirSync(parent, { recursive: true });
    const folder = mkdtempSync(path.join(parent, `iacs-${inputs.id}-`));
    const all =
        base === null || inputs.findings === 'all' || (inputs.findings === 'auto' && isDefaultBranch(event, env));
    const found = check(bin, { folder, inputs, base: all ? null : base });
    const compared = base === null ? null : compare(bin, { folder, inputs, base, head: event.head });
    const forge = new Forge(env, inputs.token);
    output(env, 'verdict', compared?.verdict ?? '');
    output(env, 'policy', compared?.policy ?? '');
    output(env, 'owners', JSON.stringify(compared?.owners ?? []));
    output(env, 'sarif', found.sarif);
    output(env, 'json', compared?.json ?? '');
    output(env, 'diff', compared?.markdown ?? '');
    if (compared && env.GITHUB_STEP_SUMMARY)
        appendFileSync(env.GITHUB_STEP_SUMMARY, `${readFileSync(compared.markdown, 'utf8')}\n`);
    await service('annotations', () => {
        const unshown = unshownText(readSarif(found.sarif));
        if (unshown !== null && env.GITHUB_STEP_SUMMARY) appendFileSync(env.GITHUB_STEP_SUMMARY, `${unshown}\n\n`);
        return unshown ?? 'all findings are shown';
    });
    if (inputs.sarif)
        await service('code scanning', () => uploadSarif(forge, readSarif(found.sarif), inputs.category, env, warn));
    const request = pullRequest(event);
    if (request && compared && inputs.comment !== 'never') {
        await service('comment', () =>
            keepComment(forge.comments(request.number), {
                ...compared,
                id: inputs.id,
                always: inputs.comment === 'always',
            }),
        );
    }
    if (request && compared && inputs.reviewers.size > 0)
        await service('reviews', () => requestReviews(forge, request, compared.owners, inputs.reviewers));
    if (base === null && inputs.diffFailOn !== 'never')
        warn('There is no state to compare with in this event: the whole model was checked, and nothing was compared.');
    return Math.max(found.status, compared?.status ?? 0);
}

// Always: where a folder of the runner is a link, the path that was called is not that of this module.
try {
    process.exitCode = await main(process.env);
} catch (error) {
    console.log(`::error title=iacs::${escaped(error instanceof Error ? error.message : String(error))}`);
    process.exitCode = 2;
}
