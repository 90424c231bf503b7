/** Files of the reader: opened where the reader says so, saved as the browser saves what is downloaded. */
import { strToU8, zipSync } from 'fflate';
import { isPath, type ModelFiles } from './model.ts';

/** Larger ones are no models. */
const largestFile = 5_000_000;

export function saveFile(name: string, content: string | ArrayBuffer | Uint8Array<ArrayBuffer>): void {
    const url = URL.createObjectURL(new Blob([content]));
    const link = document.createElement('a');
    link.href = url;
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Saves one file as it is, several as an archive that keeps their folders. */
export function saveModel({ files }: ModelFiles, name: string): void {
    const [[path, text] = ['main.iacs', '']] = files;
    if (files.length === 1) return saveFile(path.slice(path.lastIndexOf('/') + 1), text);
    const packed = zipSync(Object.fromEntries(files.map(([each, content]) => [each, strToU8(content)])));
    saveFile(`${name}.zip`, packed as Uint8Array<ArrayBuffer>);
}

/**
 * The files that the reader chooses; `null` where none is chosen. Of a folder those that may be part of a model.
 * @throws Error with a sentence about a file that cannot be read
 */
export function openFiles(what: 'files' | 'folder'): Promise<readonly (readonly [string, string])[] | null> {
    return new Promise((resolve, reject) => {
        const input = document.createElement('input');
        input.type = 'file';
        input.multiple = true;
        if (what === 'folder') input.webkitdirectory = true;
        else input.accept = '.iacs,.json';
        input.addEventListener('cancel', () => resolve(null));
        input.addEventListener('change', () => readAll([...(input.files ?? [])]).then(resolve, reject));
        input.click();
    });
}

async function readAll(chosen: readonly File[]): Promise<readonly (readonly [string, string])[]> {
    const files = chosen
        .map(file => ({ file, path: file.webkitRelativePath.replace(/^[^/]+\//u, '') || file.name }))
        .filter(({ path }) => isPath(path) && !/(^|\/)(\.|node_modules\/)/u.test(path));
    if (files.length === 0) throw new Error('None of these files is a model: names of models end in .iacs.');
    const read = await Promise.all(
        files.map(async ({ file, path }): Promise<readonly [string, string]> => {
            if (file.size > largestFile) throw new Error(`${path} is larger than 5 MB.`);
            try {
                const text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
                return [path, text];
            } catch {
                throw new Error(`${path} is not UTF-8 text. Save it as UTF-8.`);
            }
        }),
    );
    // The root is in front: it declares the system.
    const isRoot = ([, text]: readonly [string, string]): boolean => /^\s*system\b/mu.test(text);
    return [...read.filter(isRoot), ...read.filter(each => !isRoot(each))];
}
