import type { FileSystem } from './file-system.ts';

/** What a search leaves out, and to whom it reports folders that it could not look into. */
export interface ModelSearch {
    /** True for a file or folder that is left out with all that is in it. */
    excludes(uri: string): boolean;
    unreadable?(folder: string, reason: string): void;
    /** Is called with each file that is no `.iacs` file. */
    beside?(uri: string): void;
}

/**
 * All `.iacs` files in a folder and below it, in the order of their names: the one answer to the question which files
 * may hold models. `node_modules`, what begins with a dot and what is excluded is left out.
 */
export async function findModelFiles(
    disk: FileSystem,
    folder: string,
    options: ModelSearch,
): Promise<readonly string[]> {
    const found: string[] = [];
    const visit = async (current: string): Promise<void> => {
        const entries = await disk.entries(current);
        if ('unreadable' in entries) {
            options.unreadable?.(current, entries.unreadable);
            return;
        }
        for (const { name, uri, kind } of [...entries].sort((a, b) =>
            a.name < b.name ? -1 : a.name > b.name ? 1 : 0,
        )) {
            if (name.startsWith('.') || name === 'node_modules' || options.excludes(uri)) continue;
            if (kind === 'folder') await visit(uri);
            else if (name.endsWith('.iacs')) found.push(uri);
            else options.beside?.(uri);
        }
    };
    await visit(folder);
    return found;
}
