import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const none = /^0*$/;

// Windows would look for git in the working directory first, which is the commit that is looked at.
process.env.NoDefaultCurrentDirectoryInExePath = '1';

/**
 * Asks git; what a repository may set to have something run is turned off.
 * @returns what it says, or `null` and the reason that it gives
 */
function tryGit(...args) {
    const guards = ['core.fsmonitor=false', 'core.hooksPath=/dev/null', 'log.showSignature=false'].flatMap(setting => [
        '-c',
        setting,
    ]);
    const { status, stdout, stderr, error } = spawnSync('git', [...guards, ...args], { encoding: 'utf8' });
    if (status === 0) return { said: stdout.trim(), why: '' };
    return { said: null, why: (stderr || error?.message || '').trim().split('\n')[0] };
}

const git = (...args) => tryGit(...args).said;

const commitOf = name => git('rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`);

/**
 * The commit of a name: as it is known here, as a branch of the forge, or fetched by itself.
 * @returns `null` where it does not come, and why
 */
function fetched(name) {
    const known = commitOf(name) ?? commitOf(`refs/remotes/origin/${name}`);
    if (known !== null) return { commit: known, why: '' };
    const { said, why } = tryGit('fetch', '--quiet', '--no-tags', '--depth=1', '--', 'origin', name);
    return { commit: said === null ? null : (commitOf(name) ?? commitOf('FETCH_HEAD')), why };
}

/** The parents of HEAD as it was made: a shallow clone has cut them off elsewhere. */
function parents() {
    const head = (git('cat-file', 'commit', 'HEAD') ?? '').split('\n\n')[0];
    return [...head.matchAll(/^parent ([0-9a-f]+)$/gm)].map(([, commit]) => commit);
}

/** The event that started the job. */
export function readEvent(env) {
    let payload = {};
    try {
        payload = JSON.parse(readFileSync(env.GITHUB_EVENT_PATH, 'utf8'));
    } catch {
        // Without an event there is only what the inputs say.
    }
    return { name: env.GITHUB_EVENT_NAME ?? '', payload, head: 'HEAD' };
}

export function pullRequest({ payload }) {
    const { number, head, base, user } = payload.pull_request ?? {};
    return Number.isInteger(number) ? { number, head, base, author: user?.login ?? '' } : null;
}

/** True for a push to the default branch: there, the whole model is what is of interest. */
export function isDefaultBranch({ name, payload }, env) {
    return name === 'push' && env.GITHUB_REF === `refs/heads/${payload.repository?.default_branch}`;
}

/** What to compare with, before it is known whether it is here. */
function namedBase({ name, payload }) {
    if (payload.pull_request?.base?.sha) return payload.pull_request.base.sha;
    if (payload.merge_group?.base_sha) return payload.merge_group.base_sha;
    return name === 'push' && payload.before && !none.test(payload.before) ? payload.before : null;
}

/**
 * The commit of a name.
 * @throws where it is not here and cannot be had: a check that did not look must not pass
 */
function needed(name) {
    const { commit, why } = fetched(name);
    if (commit !== null) return commit;
    throw new Error(
        `The state to compare with, ${name}, is not here and could not be fetched${why === '' ? '' : ` (${why})`}. ` +
            'Check out with fetch-depth: 0.',
    );
}

/**
 * The commit to compare with; `null` where the event has none. What a pull request does is seen against the state that
 * it was merged with, or that it began from.
 * @throws where there should be one and it is not here
 */
export function baseOf(event, inputs) {
    const named = inputs.base || namedBase(event);
    if (named === null) {
        if (/^(pull_request|pull_request_target|merge_group)$/.test(event.name))
            throw new Error(`The event ${event.name} names no base to compare with.`);
        return null;
    }
    const head = event.payload.pull_request?.head?.sha;
    const [mergedWith, merged] = parents();
    if (!inputs.base && head && merged === head) return needed(mergedWith);
    // The state before a push, and the base of a merge queue, are what this change is seen against.
    const isExact = !inputs.base && /^(push|merge_group)$/.test(event.name);
    // After a forced push the state before may be gone from the repository.
    const base = isExact && event.name === 'push' ? fetched(named).commit : needed(named);
    if (base === null) return null;
    const began = git('merge-base', base, 'HEAD');
    if (began === null && !isExact && git('rev-parse', '--is-shallow-repository') === 'true')
        throw new Error(
            `Where this change began from ${named} is not known, because the checkout is shallow: changes of others ` +
                'would be taken for its own. Check out with fetch-depth: 0.',
        );
    return began ?? base;
}
