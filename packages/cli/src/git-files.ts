import path from 'node:path';
import type { Entry, FileSystem, Unreadable } from 'iacs-language';
import { entriesAmong, fileUri, settingsFileName } from 'iacs-language';
import { decode } from 'iacs-language/read-text';
import type { Repository, TreeFile } from './git.ts';

/** True for a file that is at a place, or in a folder there. */
function below(file: string, place: string): boolean {
    return file === place || file.startsWith(`${place}/`);
}

/**
 * Where the symbolic links of a commit lead, from the top of the repository; those that lead out of it, or in a circle,
 * are left out.
 */
async function targetsOf(repository: Repository, links: readonly TreeFile[]): Promise<ReadonlyMap<string, string>> {
    const written = await repository.read(links);
    const inside = (link: string, target: string): string | null => {
        const place = path.posix.normalize(path.posix.join(path.posix.dirname(link), target)).replace(/\/$/, '');
        return path.posix.isAbsolute(target) || place === '.' || place === '..' || place.startsWith('../')
            ? null
            : place;
    };
    const direct = new Map(
        [...written].flatMap(([link, target]) => {
            const place = inside(link, target.toString('utf8'));
            return place === null ? [] : [[link, place] as const];
        }),
    );
    const found = new Map<string, string>();
    for (const [link, first] of direct) {
        let place: string | undefined = first;
        for (let steps = 0; place !== undefined && direct.has(place); steps++)
            place = steps < direct.size ? direct.get(place) : undefined;
        if (place !== undefined) found.set(link, place);
    }
    return found;
}

/**
 * The model and settings files of a commit, under the URIs that they would have in the working tree; what lies outside
 * of the repository is
 * not there. A file can be read through a symbolic link to a folder, but no search goes through one, as on a disk.
 */
export class GitFiles implements FileSystem {
    private readonly blobs: ReadonlyMap<string, Buffer>;
    /** The files that a search meets. */
    private readonly listed: readonly string[];

    /** The same for two commits in which no model, no settings, no link and no submodule differ. */
    readonly fingerprint: string;
    /**
     * Submodules whose commits are not here, so that nobody knows what is in them; paths from the top of the
     * repository.
     */
    readonly unread: readonly TreeFile[];

    private constructor(
        blobs: ReadonlyMap<string, Buffer>,
        listed: readonly string[],
        fingerprint: string,
        unread: readonly TreeFile[],
    ) {
        this.blobs = blobs;
        this.listed = listed;
        this.fingerprint = fingerprint;
        this.unread = unread;
    }

    /** Those of a repository without a commit. */
    static nothing(): GitFiles {
        return new GitFiles(new Map(), [], '', []);
    }

    /** Those of a commit, and of the commits of submodules as far as they are checked out beside it. */
    static async of(repository: Repository, commit: string): Promise<GitFiles> {
        const { files, links, submodules } = await repository.files(
            commit,
            file => file.endsWith('.iacs') || path.posix.basename(file) === settingsFileName,
        );
        const uriOf = (file: string): string => fileUri(path.join(repository.top, file));
        const contents = await repository.read(files);
        const found = new Map(contents);
        const linked: string[] = [];
        for (const [link, target] of await targetsOf(repository, links)) {
            if (contents.has(target)) linked.push(link);
            for (const [file, content] of contents)
                if (below(file, target)) found.set(link + file.slice(target.length), content);
        }
        const blobs = new Map([...found].map(([file, content]) => [uriOf(file), content]));
        const listed = [...contents.keys(), ...linked].map(uriOf);
        const unread: TreeFile[] = [];
        for (const module of submodules) {
            const inner = await repository.submodule(module);
            if (inner === null || (await inner.commit(module.oid)) === null) {
                unread.push(module);
                continue;
            }
            const inside = await GitFiles.of(inner, module.oid);
            for (const [uri, content] of inside.blobs) blobs.set(uri, content);
            listed.push(...inside.listed);
            unread.push(...inside.unread.map(each => ({ ...each, path: `${module.path}/${each.path}` })));
        }
        return new GitFiles(blobs, listed, JSON.stringify([files, links, submodules]), unread);
    }

    read(uri: string): string | Unreadable | undefined {
        const blob = this.blobs.get(uri);
        return blob === undefined ? undefined : decode(blob);
    }

    exists(uri: string): boolean {
        return this.blobs.has(uri) || this.listed.some(file => file.startsWith(`${uri}/`));
    }

    /** A commit never changes. */
    stamp(uri: string): string | null {
        return this.blobs.has(uri) ? '' : null;
    }

    entries(folder: string): Promise<readonly Entry[]> {
        return Promise.resolve(entriesAmong(this.listed, folder));
    }
}
