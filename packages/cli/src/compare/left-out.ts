import path from 'node:path';
import { fileURLToPath } from 'node:url';
import {
    fileUri,
    normalUri,
    parse,
    withAnd,
    type Importing,
    type Parsed,
    type Project,
    type Source,
} from 'iacs-language';
import { verdictOf, type Cause, type Change, type ModelDiff, type Reason } from 'iacs-language/diff';

/** A file that is in no model any more, as each side calls it: of two folders beside each other these are two files. */
export interface LeftOut {
    /** `null` for a file that was in no model before either, and says now what left one. */
    readonly was: string | null;
    readonly is: string;
}

/** The folders of two roots, for sides that are two places beside each other. */
export function besideRoots(old: Importing, now: Importing): (file: string) => string {
    const [from, to] = [old, now].map(({ uri }) => path.dirname(fileURLToPath(uri))) as [string, string];
    return file =>
        file.startsWith('file:')
            ? normalUri(fileUri(path.resolve(to, path.relative(from, fileURLToPath(file)))))
            : file;
}

/**
 * Files that were parts of a model and are in none any more, though they are still there.
 * @param places where a file of the side before may be on the other side
 * @param isRoot true for a file of the side after that is a model of its own: two files of one folder are compared so
 */
export function leftOut(
    files: readonly string[],
    places: (file: string) => readonly string[],
    textOf: (file: string) => string | undefined,
    held: ReadonlySet<string>,
    isRoot: (file: string) => boolean,
): readonly LeftOut[] {
    return files.flatMap((was): LeftOut[] => {
        const there = places(was).filter(file => textOf(file) !== undefined);
        const [is] = there;
        return is === undefined || there.some(file => held.has(file) || isRoot(file)) ? [] : [{ was, is }];
    });
}

/** A root with more imports at its end, where they move nothing, and where its texts come from. */
export function withImports(
    root: Importing,
    more: readonly LeftOut[],
    project: Project,
): { readonly root: Parsed; readonly source: Source } {
    const folder = path.dirname(fileURLToPath(root.uri));
    const imports = more.map(
        ({ is }) => `import ${JSON.stringify(path.relative(folder, fileURLToPath(is)).split(path.sep).join('/'))}`,
    );
    const patched = parse(root.uri, `${project.texts.state(root.uri)?.text ?? ''}\n${imports.join('\n')}\n`);
    return {
        root: patched,
        source: {
            parse: uri => (uri === root.uri ? patched : project.parse(uri)),
            resolve: (from, to) => project.resolve(from, to),
            refuses: (from, uri) => project.refuses(from, uri),
            inOtherCase: (from, to) => project.inOtherCase(from, to),
            foldsCase: project.foldsCase,
        },
    };
}

/** `2 flows and 1 asset`. */
function counted(changes: readonly Change[]): string {
    const groups = [...Map.groupBy(changes, change => change.element)].map(
        ([element, list]) => `${list.length} ${element}${list.length === 1 ? '' : 's'}`,
    );
    return withAnd(groups) || 'nothing';
}

const keyOf = ({ element, id }: Change): string => `${element} ${id}`;

/** What a comparison says was taken out. */
export function removedBy({ changes }: ModelDiff): readonly string[] {
    return changes.filter(({ kind }) => kind === 'removed').map(keyOf);
}

/**
 * Names what has fallen out of a model, which changes nothing in the plant.
 * @param plain the comparison as the texts are
 * @param kept the comparison as if the parts were still imported: what else is said of security
 */
export function withLeftOut(
    plain: ModelDiff,
    kept: ModelDiff,
    files: readonly LeftOut[],
    nameOf: (file: string) => string,
): ModelDiff {
    const stillGone = new Set(removedBy(kept));
    const hasLeft = (change: Change, { was }: LeftOut): boolean =>
        change.kind === 'removed' && (was === null ? !stillGone.has(keyOf(change)) : change.at.file === was);
    const reasons = files.map((file): Reason => {
        const { is } = file;
        const gone = plain.changes.filter(change => hasLeft(change, file));
        return {
            kind: 'left-out',
            direction: 'worse',
            text: `${counted(gone)} left with ${nameOf(is)}: the file is still there, in no model`,
            about: gone.map(({ element, id }) => `${element} ${id}`),
        };
    });
    const all = [...reasons, ...kept.security.reasons];
    const causes = plain.changes.flatMap((change, index): readonly Cause[] => {
        const file = files.findIndex(each => hasLeft(change, each));
        return file < 0 ? [] : [{ change: index, effects: [file] }];
    });
    const verdict = verdictOf(all, plain.doubts.length === 0);
    return {
        ...plain,
        security: {
            ...kept.security,
            reasons: all,
            causes,
            verdict,
            levels: plain.security.levels,
            requirements: plain.security.requirements,
        },
    };
}
