import path from 'node:path';
import { GitError, runGit as run } from 'iacs-language/git';

export { GitError };

/** A file of a revision. */
export interface TreeFile {
    /** From the top of the repository, with `/`. */
    readonly path: string;
    readonly oid: string;
}

/** What is in a commit. */
export interface Tree {
    readonly files: readonly TreeFile[];
    /** Symbolic links; where they lead is in their text. */
    readonly links: readonly TreeFile[];
    /** Other repositories that are in it, each by its commit. */
    readonly submodules: readonly TreeFile[];
}

const lineOf = (bytes: Buffer): string => bytes.toString('utf8').replace(/\r?\n$/, '');

/** Why {@link Repository.around} finds none in a folder: a sentence. Without git a repository looks like none. */
export async function whyNoRepository(folder: string): Promise<string> {
    try {
        await run(['--version'], folder);
        return 'This is not a git repository.';
    } catch (error) {
        if (error instanceof GitError) return `${error.message}.`;
        throw error;
    }
}

/** A repository, asked only through `git` itself. */
export class Repository {
    /** The folder at its top, absolute; of a bare one the repository itself. */
    readonly top: string;
    /** True for a repository without a working tree. */
    readonly bare: boolean;

    private constructor(top: string, bare: boolean) {
        // Git writes `/` on Windows too.
        this.top = path.resolve(top);
        this.bare = bare;
    }

    /** The repository around a folder; `null` where there is none. */
    static async around(folder: string): Promise<Repository | null> {
        try {
            return new Repository(lineOf(await run(['rev-parse', '--show-toplevel'], folder)), false);
        } catch (error) {
            if (!(error instanceof GitError)) throw error;
            if (/must be run in a work tree/.test(error.message))
                return new Repository(lineOf(await run(['rev-parse', '--absolute-git-dir'], folder)), true);
            if (/not a git repository|git was not found/.test(error.message)) return null;
            throw error;
        }
    }

    /** The repository of a submodule, as far as it is checked out beside this one; `null` where it is not. */
    async submodule({ path: place }: TreeFile): Promise<Repository | null> {
        const folder = path.join(this.top, place);
        try {
            return lineOf(await run(['rev-parse', '--show-prefix'], folder)) === ''
                ? new Repository(folder, false)
                : null;
        } catch (error) {
            // There is no such folder, or nothing in it that git knows.
            if (error instanceof GitError) return null;
            throw error;
        }
    }

    /** True where texts were left out when it was cloned (`--filter`), and would be fetched when they are asked for. */
    async partial(): Promise<boolean> {
        return (
            await Promise.all(
                ['^remote\\..*\\.promisor$', '^extensions\\.partialclone$'].map(async pattern => {
                    try {
                        return (await run(['config', '--get-regexp', pattern], this.top)).length > 0;
                    } catch (error) {
                        if (error instanceof GitError) return false;
                        throw error;
                    }
                }),
            )
        ).includes(true);
    }

    /** The commit that a revision names; `null` where it names none. Never taken for an option. */
    async commit(revision: string): Promise<string | null> {
        try {
            return (
                await run(['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`], this.top)
            )
                .toString('utf8')
                .trim();
        } catch (error) {
            if (error instanceof GitError && !error.message.startsWith('git was not found')) return null;
            throw error;
        }
    }

    /** True where nothing has been committed yet. */
    async unborn(): Promise<boolean> {
        return (
            (await this.commit('HEAD')) === null &&
            (await run(['rev-list', '--all', '--max-count=1'], this.top)).length === 0
        );
    }

    /** True where older commits were left out when it was cloned. */
    async shallow(): Promise<boolean> {
        return (await run(['rev-parse', '--is-shallow-repository'], this.top)).toString('utf8').trim() === 'true';
    }

    /** The commit from which two revisions went apart; `null` where they share none. */
    async mergeBase(first: string, second: string): Promise<string | null> {
        try {
            return (await run(['merge-base', first, second], this.top)).toString('utf8').trim() || null;
        } catch (error) {
            if (error instanceof GitError) return null;
            throw error;
        }
    }

    /** Tags of commits that hold one commit and lie in another, the oldest first. */
    async tagsBetween(from: string, to: string): Promise<readonly string[]> {
        const format = ['--sort=creatordate', '--format=%(refname:short)'];
        const out = await run(
            ['for-each-ref', ...format, `--contains=${from}`, `--merged=${to}`, 'refs/tags'],
            this.top,
        );
        return out
            .toString('utf8')
            .split('\n')
            .filter(line => line !== '');
    }

    /** Tags whose names match a pattern of git, the oldest first. */
    async tags(pattern: string): Promise<readonly string[]> {
        const out = await run(
            ['for-each-ref', '--sort=creatordate', '--format=%(refname:short)', `refs/tags/${pattern}`],
            this.top,
        );
        return out
            .toString('utf8')
            .split('\n')
            .filter(line => line !== '');
    }

    /**
     * What is in a commit, each list sorted by path.
     * @param wanted picks files by path
     */
    async files(commit: string, wanted: (path: string) => boolean): Promise<Tree> {
        const listing = (await run(['ls-tree', '-r', '-z', '--full-tree', commit], this.top)).toString('utf8');
        const tree = { files: [] as TreeFile[], links: [] as TreeFile[], submodules: [] as TreeFile[] };
        for (const entry of listing.split('\0')) {
            const [, mode, kind, oid, file] = /^(\d+) (\w+) ([0-9a-f]+)\t([\s\S]+)$/.exec(entry) ?? [];
            if (file === undefined || oid === undefined) continue;
            if (kind === 'commit') tree.submodules.push({ path: file, oid });
            else if (mode === '120000') tree.links.push({ path: file, oid });
            else if (wanted(file)) tree.files.push({ path: file, oid });
        }
        return tree;
    }

    /**
     * The bytes of files, by their path.
     * @throws {@link GitError} for a text that this clone does not have
     */
    async read(files: readonly TreeFile[]): Promise<ReadonlyMap<string, Buffer>> {
        const found = new Map<string, Buffer>();
        if (files.length === 0) return found;
        const out = await this.batch(files);
        let at = 0;
        for (const file of files) {
            const end = out.indexOf(0x0a, at);
            const size = Number(out.subarray(at, end).toString('latin1').split(' ')[2]);
            if (end < 0 || !Number.isFinite(size)) throw await this.withoutText(file);
            found.set(file.path, out.subarray(end + 1, end + 1 + size));
            at = end + 1 + size + 1;
        }
        return found;
    }

    private async batch(files: readonly TreeFile[]): Promise<Buffer> {
        try {
            return await run(['cat-file', '--batch'], this.top, files.map(file => `${file.oid}\n`).join(''));
        } catch (error) {
            if (error instanceof GitError && (await this.partial())) throw await this.withoutText(files[0]!);
            throw error;
        }
    }

    private async withoutText(file: TreeFile): Promise<GitError> {
        if (!(await this.partial())) return new GitError(`the text of ${file.path} is missing from the repository`);
        return new GitError(
            `this clone was made without the texts of other commits (--filter), such as that of ${file.path}: ` +
                'fetch them with git fetch --refetch --no-filter',
        );
    }
}

/** Sets a value in the settings of a repository, its own ones unless a file is named. */
export async function setGitConfig(folder: string, key: string, value: string): Promise<void> {
    await run(['config', '--local', key, value], folder);
}

/** A value of the settings; `null` where it is not set. */
export async function gitConfig(folder: string, key: string): Promise<string | null> {
    try {
        return (await run(['config', '--get', key], folder)).toString('utf8').replace(/\r?\n$/, '');
    } catch (error) {
        if (error instanceof GitError) return null;
        throw error;
    }
}

/** What git answers in one line; `null` where it has no answer, or is not there. */
async function line(folder: string, ...words: readonly string[]): Promise<string | null> {
    try {
        return (await run([...words], folder)).toString('utf8').split('\n')[0]!.trim() || null;
    } catch (error) {
        if (error instanceof GitError) return null;
        throw error;
    }
}

const usualBranches = ['main', 'master'] as const;

/**
 * The branches of which one is the default branch of a repository: what a clone was told, else the usual names where
 * one of them is there, else the branch that was begun with.
 */
export async function defaultBranches(folder: string): Promise<readonly string[]> {
    const told = await line(folder, 'symbolic-ref', '--quiet', '--short', 'refs/remotes/origin/HEAD');
    const places = usualBranches.flatMap(name => [`refs/heads/${name}`, `refs/remotes/origin/${name}`]);
    const known = told?.replace(/^origin\//, '') ?? (await line(folder, 'for-each-ref', '--count=1', ...places));
    const branch = known ?? (await line(folder, 'symbolic-ref', '--quiet', '--short', 'HEAD'));
    const isUsual = branch === null || (told === null && known !== null);
    return isUsual || usualBranches.some(name => name === branch) ? usualBranches : [branch];
}
