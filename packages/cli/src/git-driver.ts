import path from 'node:path';
import { fileUri, isRoot } from 'iacs-language';
import { diffText } from 'iacs-language/diff';
import { compare } from './compare.ts';
import { readText } from 'iacs-language/read-text';
import { Repository } from './git.ts';
import type { Io } from './io.ts';
import { Failure } from './io.ts';
import { diskSide, withFile, type Side } from './sides.ts';

/** Git names an absent side so, on every system. */
const absent = '/dev/null';

/** The texts of a file on both sides, and where they stand; `null` where there is none. */
interface Change {
    readonly old: { readonly uri: string; readonly text: string | null };
    readonly now: { readonly uri: string; readonly text: string | null };
}

/** A side in which the changed file is as it was or is, and is at no other place. */
function sideWith(tree: Side, { uri, text }: Change['old'], other: string): Side {
    return withFile(other === uri ? tree : withFile(tree, other, null), uri, text);
}

/**
 * Both sides of a change. What imports a file that was moved is seen as it is in the working tree, so a part of a model
 * is looked at where it is now; a model was where it was, with what it imports from there.
 */
function sidesOf(tree: Side, { old, now }: Change): readonly [Side, Side] {
    const after = sideWith(tree, now, old.uri);
    const before = sideWith(tree, old, now.uri);
    const state = before.project.texts.state(old.uri);
    const isModel = state?.mayBeRoot === true && isRoot(state.head);
    return [isModel ? before : sideWith(tree, { uri: now.uri, text: old.text }, old.uri), after];
}

/**
 * What `git diff` shows for one `.iacs` file: the change in meaning, with the other files as they are in the working
 * tree.
 * @param words what git gives to an external diff: path old-file old-hex old-mode new-file new-hex new-mode, and for a
 *    file that was moved its new path; the path alone where a merge has left it in conflict
 */
export async function driverText(words: readonly string[], io: Io, today: string): Promise<string> {
    const [file, oldFile, , , newFile, , , moved] = words;
    if (file !== undefined && oldFile === undefined)
        return `iacs diff ${file}\nThis file is in conflict after a merge: solve it, then it can be compared.\n\n`;
    if (file === undefined || oldFile === undefined || newFile === undefined) {
        throw new Failure('--driver is called by git, with the seven words of an external diff.');
    }
    const repository = await Repository.around(io.cwd);
    const top = repository?.top ?? io.cwd;
    const textAt = (place: string): string | null => {
        const text = place === absent ? undefined : readText(path.resolve(io.cwd, place));
        return typeof text === 'string' ? text : null;
    };
    const uris = [file, moved ?? file].map(each => fileUri(path.join(top, each))) as [string, string];
    const [before, after] = sidesOf(diskSide('working tree', [top]), {
        old: { uri: uris[0], text: textAt(oldFile) },
        now: { uri: uris[1], text: textAt(newFile) },
    });
    const diffs = await compare(before, after, { cwd: top, today });
    const touched = diffs.filter(
        ({ before: old, after: now, changes }) =>
            changes.length > 0 || [...old.model.files, ...now.model.files].some(each => uris.includes(each)),
    );
    const said = touched.length > 0 ? touched.map(diff => diffText(diff)).join('\n') : 'No model imports this file.\n';
    return `iacs diff ${moved === undefined ? file : `${file} → ${moved}`}\n${said}\n`;
}
