import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A repository as a runner has it after the checkout. */
export class Checkout {
    /** @param from what it is cloned from: `folder`, `branch` and how many commits (`depth`); a new one without it */
    constructor(folder, from) {
        this.folder = folder;
        mkdirSync(folder, { recursive: true });
        this.git('init', '--quiet', '--initial-branch=main');
        if (!from) return;
        this.git('remote', 'add', 'origin', `file://${from.folder}`);
        const depth = from.depth ? [`--depth=${from.depth}`] : [];
        this.git('fetch', '--quiet', ...depth, 'origin', '+refs/heads/*:refs/remotes/origin/*');
        this.git('checkout', '--quiet', '--detach', `origin/${from.branch}`);
    }

    git(...args) {
        const who = ['user.name=Engineer', 'user.email=engineer@example.org', 'commit.gpgsign=false'];
        return execFileSync('git', [...who.flatMap(each => ['-c', each]), ...args], {
            cwd: this.folder,
            encoding: 'utf8',
            stdio: ['ignore', 'pipe', 'pipe'],
        }).trim();
    }

    /**
     * @param files texts by name, `null` for what goes, or a folder to copy
     * @returns the commit
     */
    commit(files, message) {
        if (typeof files === 'string') cpSync(files, this.folder, { recursive: true });
        else
            for (const [name, text] of Object.entries(files)) {
                const file = path.join(this.folder, name);
                if (text === null) rmSync(file, { recursive: true });
                else {
                    mkdirSync(path.dirname(file), { recursive: true });
                    writeFileSync(file, text);
                }
            }
        this.git('add', '-A');
        this.git('commit', '--quiet', '--allow-empty', '-m', message);
        return this.git('rev-parse', 'HEAD');
    }

    /**
     * A pull request as GitHub checks it out: a branch from here, the base that has gone on meanwhile, and the merge of
     * both.
     */
    pullRequest(files, { number = 7, meanwhile = { 'notes.txt': 'A change of somebody else\n' } } = {}) {
        const base = this.git('rev-parse', 'HEAD');
        this.git('checkout', '--quiet', '-B', 'change');
        const head = this.commit(files, 'A routine change');
        this.git('checkout', '--quiet', 'main');
        if (!existsSync(path.join(this.folder, 'notes.txt'))) this.commit(meanwhile, 'A change of somebody else');
        this.git('checkout', '--quiet', '--detach');
        this.git('merge', '--quiet', '--no-ff', '-m', 'Merge', head);
        return {
            name: 'pull_request',
            payload: { pull_request: { number, base: { sha: base }, head: { sha: head }, user: { login: 'author' } } },
        };
    }
}
