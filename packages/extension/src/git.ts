import { dirname, join } from 'node:path';
import { Uri } from 'vscode';
import { runGit } from 'iacs-language/git';
import type { OlderFiles, Revision, Revisions } from './platform.ts';

/** What git prints; `null` where it fails. */
async function run(cwd: string, ...args: readonly string[]): Promise<string | null> {
    try {
        return (await runGit(args, cwd)).toString('utf8');
    } catch {
        return null;
    }
}

/** A git repository, asked only through `git` itself. */
export class Repository implements Revisions {
    private readonly top: string;

    private constructor(top: string) {
        this.top = top;
    }

    /** The repository around a file; `null` where there is none, or no git. */
    static async around(file: string): Promise<Repository | null> {
        const top = await run(dirname(file), 'rev-parse', '--show-toplevel');
        return top === null ? null : new Repository(top.trim());
    }

    async revisions(): Promise<readonly Revision[]> {
        const lines = (text: string | null): string[] => (text ?? '').split('\n').filter(line => line !== '');
        const refs = await run(
            this.top,
            'for-each-ref',
            '--sort=-committerdate',
            '--format=%(refname:short)%09%(subject)',
            'refs/heads',
            'refs/tags',
            'refs/remotes',
        );
        const commits = await run(this.top, 'log', '-20', '--format=%h%x09%s');
        const named = [...lines(refs), ...lines(commits)].map(line => {
            const [name = '', about = ''] = line.split('\t');
            return { name, about };
        });
        return [{ name: 'HEAD', about: 'the last commit' }, ...named.filter(({ name }) => !name.endsWith('/HEAD'))];
    }

    async modelFiles(revision: string): Promise<OlderFiles | null> {
        const commit = (
            await run(this.top, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`)
        )?.trim();
        if (!commit) return null;
        const paths =
            (await run(this.top, 'ls-tree', '-r', '-z', '--name-only', commit))
                ?.split('\0')
                .filter(path => path.endsWith('.iacs')) ?? [];
        const files: Record<string, string> = {};
        for (const path of paths) {
            const text = await run(this.top, 'show', '--no-textconv', `${commit}:${path}`);
            if (text !== null) files[Uri.file(join(this.top, path)).toString()] = text.replace(/^\uFEFF/u, '');
        }
        return files;
    }
}
