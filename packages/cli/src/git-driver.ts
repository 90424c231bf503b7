import path from 'node:path';
import { fileUri } from 'iacs-language';
import { diffText } from 'iacs-language/diff';
import { compare } from './compare.ts';
import { readText } from 'iacs-language/read-text';
import { Repository } from './git.ts';
import type { Io } from './io.ts';
import { Failure } from './io.ts';
import { diskSide, withFile } from './sides.ts';

/** Git names an absent side so, on every system. */
const absent = '/dev/null';

/**
 * What `git diff` shows for one `.iacs` file: the change in meaning, with the other files as they are in the working
 * tree.
 * @param words what git gives to an external diff: path old-file old-hex old-mode new-file new-hex new-mode
 */
export async function driverText(words: readonly string[], io: Io, today: string): Promise<string> {
    const [file, oldFile, , , newFile] = words;
    if (file === undefined || oldFile === undefined || newFile === undefined) {
        throw new Failure('--driver is called by git, with the seven words of an external diff.');
    }
    const repository = await Repository.around(io.cwd);
    const top = repository?.top ?? io.cwd;
    const uri = fileUri(path.join(top, file));
    const textAt = (place: string): string | null => {
        const text = place === absent ? undefined : readText(path.resolve(io.cwd, place));
        return typeof text === 'string' ? text : null;
    };
    const tree = diskSide('working tree', [top]);
    const [before, after] = [withFile(tree, uri, textAt(oldFile)), withFile(tree, uri, textAt(newFile))];
    const diffs = await compare(before, after, { cwd: top, today });
    const touched = diffs.filter(
        ({ before: old, after: now, changes }) =>
            changes.length > 0 || [...old.model.files, ...now.model.files].includes(uri),
    );
    const said = touched.length > 0 ? touched.map(diff => diffText(diff)).join('\n') : 'No model imports this file.\n';
    return `iacs diff ${file}\n${said}\n`;
}
