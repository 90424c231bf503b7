import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const none = /^0*$/;

// Windows would look for git in the working directory first, which is the commit that is looked at.
process.env.NoDefaultCurrentDirectoryInExePath = '1';

/** Asks git; what a repository may set to have something run is turned off. */
function git(...args) {
    const guards = ['core.fsmonitor=false', 'core.hooksPath=/dev/null', 'log.showSignature=false'].flatMap(setting => [
        '-c',
        setting,
    ]);
    const { status, stdout } = spawnSync('git', [...guards, ...args], { encoding: 'utf8' });
    return status === 0 ? stdout.trim() : null;
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
 * The commit to compare with; `null` where the event has none. What a pull request does is seen against the state that
 * it was merged with, or that it began from.
 * @throws where there should be one and it is not here: a check that did not look must not pass
 */
export function baseOf(event, inputs) {
    const named = inputs.base || namedBase(event);
    if (named === null) {
        if (/^(pull_request|pull_request_target|merge_group)$/.test(event.name))
            throw new Error(`The event ${event.name} names no base to compare with.`);
        return null;
    }
    if (git('cat-file', '-e', `${named}^{commit}`) === null)
        git('fetch', '--quiet', '--no-tags', '--depth=1', '--', 'origin', named);
    const base = git('rev-parse', '--verify', '--quiet', '--end-of-options', `${named}^{commit}`);
    if (base === null) {
        // After a forced push the state before may be gone from the repository.
        if (event.name === 'push' && !inputs.base) return null;
        throw new Error(
            `The state to compare with, ${named}, is not here and could not be fetched. Check out with fetch-depth: 0.`,
        );
    }
    const head = event.payload.pull_request?.head?.sha;
    if (!inputs.base && head && git('rev-parse', '--verify', '--quiet', 'HEAD^2') === head)
        return git('rev-parse', 'HEAD^1');
    return git('merge-base', base, 'HEAD') ?? base;
}
