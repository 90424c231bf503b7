import { GitError, runGit as run } from 'iacs-language/git';

export { GitError };

/** A file of a revision. */
export interface TreeFile {
    /** From the top of the repository, with `/`. */
    readonly path: string;
    readonly oid: string;
}

/** A repository, asked only through `git` itself. */
export class Repository {
    /** The folder at its top, absolute. */
    readonly top: string;

    constructor(top: string) {
        this.top = top;
    }

    /** The repository around a folder; `null` where there is none. */
    static async around(folder: string): Promise<Repository | null> {
        try {
            const top = (await run(['rev-parse', '--show-toplevel'], folder)).toString('utf8').replace(/\r?\n$/, '');
            return top === '' ? null : new Repository(top);
        } catch (error) {
            if (error instanceof GitError && /not a git repository|git was not found|must be run in a work tree/.test(error.message)) return null;
            throw error;
        }
    }

    /** The commit that a revision names; `null` where it names none. Never taken for an option. */
    async commit(revision: string): Promise<string | null> {
        try {
            return (await run(['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`], this.top)).toString('utf8').trim();
        } catch (error) {
            if (error instanceof GitError && !error.message.startsWith('git was not found')) return null;
            throw error;
        }
    }

    /** True where nothing has been committed yet. */
    async unborn(): Promise<boolean> {
        return await this.commit('HEAD') === null && (await run(['rev-list', '--all', '--max-count=1'], this.top)).length === 0;
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

    /**
     * The ordinary files of a commit and its symbolic links, each sorted by path; submodules are left out.
     * @param wanted picks files by path
     */
    async files(commit: string, wanted: (path: string) => boolean): Promise<{ readonly files: readonly TreeFile[]; readonly links: readonly TreeFile[] }> {
        const listing = (await run(['ls-tree', '-r', '-z', '--full-tree', commit], this.top)).toString('utf8');
        const files: TreeFile[] = [];
        const links: TreeFile[] = [];
        for (const entry of listing.split('\0')) {
            const [, mode, kind, oid, path] = /^(\d+) (\w+) ([0-9a-f]+)\t([\s\S]+)$/.exec(entry) ?? [];
            if (kind !== 'blob' || path === undefined || oid === undefined) continue;
            if (mode === '120000') links.push({ path, oid });
            else if (wanted(path)) files.push({ path, oid });
        }
        return { files, links };
    }

    /** The bytes of files, by their path. */
    async read(files: readonly TreeFile[]): Promise<ReadonlyMap<string, Buffer>> {
        const found = new Map<string, Buffer>();
        if (files.length === 0) return found;
        const out = await run(['cat-file', '--batch'], this.top, files.map(file => `${file.oid}\n`).join(''));
        let at = 0;
        for (const file of files) {
            const end = out.indexOf(0x0a, at);
            const size = Number(out.subarray(at, end).toString('latin1').split(' ')[2]);
            if (end < 0 || !Number.isFinite(size)) throw new GitError(`the text of ${file.path} is missing from the repository`);
            found.set(file.path, out.subarray(end + 1, end + 1 + size));
            at = end + 1 + size + 1;
        }
        return found;
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
