// The project's address on the web, for manifests and links that leave this repository. None is invented.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const top = fileURLToPath(new URL('../', import.meta.url));

/** `git@host:owner/name.git` and `ssh://git@host:22/owner/name`, the ways to write a remote for SSH. */
const overSsh = [
    /^(?:[^@/\s]+@)?([^:/\s]+):(?!\/\/)(.+)$/,
    /^(?:git\+)?ssh:\/\/(?:[^@/\s]+@)?([^:/\s]+)(?::\d+)?\/(.+)$/,
];

/**
 * The web address of a repository, from what git calls it. User names, passwords and tokens in it are dropped, and so
 * are a query and `.git`.
 * @param {string} given a URL, or `git@host:owner/name.git`
 * @returns {string | null} `https://host/owner/name`; `null` where no other machine would find it: a path of this
 * machine, a host without a dot, an address that is not read over HTTPS
 */
export function webAddress(given) {
    const text = given.trim();
    const ssh = overSsh.map(form => form.exec(text)).find(Boolean);
    const isPath = /^[A-Za-z]:[\\/]|^file:/.test(text);
    const whole = ssh && !isPath ? `https://${ssh[1]}/${ssh[2]}` : text.replace(/^git\+(?=https:)/, '');
    if (!URL.canParse(whole)) return null;
    const { protocol, hostname, host, pathname } = new URL(whole);
    const path = pathname.replace(/\/+$/, '').replace(/\.git$/, '');
    const isKnownElsewhere = /[a-z]/i.test(hostname) && hostname.includes('.') && !hostname.includes(':');
    if (protocol !== 'https:' || !isKnownElsewhere || !/^\/[^/]+\/./.test(path)) return null;
    return `https://${host}${path}`;
}

/** What the manifest of the workspace says; the first that a person has written down. */
function written(root) {
    const { repository } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    return typeof repository === 'string' ? repository : repository?.url;
}

/** What a pipeline says of the project that it builds: GitHub (Gitea and Forgejo with its names), then GitLab. */
function ofPipeline({ GITHUB_SERVER_URL, GITHUB_REPOSITORY, CI_PROJECT_URL, CI_SERVER_URL, CI_PROJECT_PATH }) {
    if (GITHUB_REPOSITORY) return `${GITHUB_SERVER_URL || 'https://github.com'}/${GITHUB_REPOSITORY}`;
    return CI_PROJECT_URL || (CI_SERVER_URL && CI_PROJECT_PATH ? `${CI_SERVER_URL}/${CI_PROJECT_PATH}` : undefined);
}

/** The remote `origin` of the clone. */
function origin(root) {
    try {
        const stdio = ['ignore', 'pipe', 'ignore'];
        return execFileSync('git', ['remote', 'get-url', 'origin'], { cwd: root, encoding: 'utf8', stdio });
    } catch {
        return undefined;
    }
}

/**
 * The project's address and what follows from it. It is taken from an option, from `repository` in the `package.json`
 * at the top, from the pipeline, or from the remote `origin`: the first of these that names one.
 * @param {object} [from]
 * @param {string} [from.option] what somebody gave for it; throws where it is not an address
 * @param {Record<string, string | undefined>} [from.env] the environment
 * @param {string} [from.root] the folder of the repository
 * @returns `null` where none is known; otherwise `url`, `repository` as npm writes it, `bugs`, `homepage`, and the
 * addresses below which the newest files (`files`) and their pages (`pages`) are
 */
export function projectAddress({ option, env = process.env, root = top } = {}) {
    const url = option === undefined ? firstOf(root, env) : webAddress(option);
    if (option !== undefined && url === null)
        throw new Error('--repository takes an address such as https://github.com/owner/name.');
    if (url === null) return null;
    // GitLab, also with a name of its own, has its pages below `/-/`.
    const isGitLab = /^https:\/\/[^/]*gitlab/.test(url) || url === webAddress(env.CI_PROJECT_URL ?? '');
    const below = isGitLab ? `${url}/-` : url;
    return {
        url,
        repository: `${url}.git`,
        bugs: `${below}/issues`,
        homepage: `${url}#readme`,
        files: `${below}/raw/HEAD/`,
        pages: `${below}/blob/HEAD/`,
    };
}

function firstOf(root, env) {
    for (const source of [() => written(root), () => ofPipeline(env), () => origin(root)]) {
        const url = webAddress(source() ?? '');
        if (url !== null) return url;
    }
    return null;
}
