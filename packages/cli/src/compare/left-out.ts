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
    return withAnd(groups);
}

const keyOf = ({ element, id }: Change): string => `${element} ${id}`;

/** What a comparison says was taken out. */
export function removedBy({ changes }: ModelDiff): readonly string[] {
    return changes.filter(({ kind }) => kind === 'removed').map(keyOf);
}

const said = ({ kind, element, id, what }: Change): string => JSON.stringify([kind, element, id, what]);
const isLoss = ({ kind, statement }: Change): boolean => kind === 'removed' || statement?.gone === true;

/** The losses that are none with the files. */
function restored(plain: ModelDiff, kept: ModelDiff): ReadonlySet<Change> {
    const left = new Set(kept.changes.map(said));
    return new Set(plain.changes.filter(change => isLoss(change) && !left.has(said(change))));
}

/**
 * True where files say what the model says elsewhere, perhaps otherwise: a copy has taken their place. Beside it they
 * would be there twice, and would hide what the copy says.
 */
function isSaidTwice(plain: ModelDiff, kept: ModelDiff): boolean {
    const [known, left] = [plain, kept].map(({ changes }) => new Set(changes.map(said)));
    return (
        kept.changes.some(change => change.kind === 'added' && !known!.has(said(change))) ||
        plain.changes.some(change => !isLoss(change) && !left!.has(said(change)))
    );
}

/**
 * Names what has fallen out of a model, which changes nothing in the plant.
 * @param plain the comparison as the texts are
 * @param files that are in no model any more
 * @param withParts the comparison as if some of them were still imported: what else is said of security
 */
export function withLeftOut(
    plain: ModelDiff,
    files: readonly LeftOut[],
    withParts: (parts: readonly LeftOut[]) => ModelDiff,
    nameOf: (file: string) => string,
): ModelDiff {
    const all = withParts(files);
    const clean = isSaidTwice(plain, all) ? files.filter(file => !isSaidTwice(plain, withParts([file]))) : files;
    const kept = clean === files ? all : clean.length > 0 ? withParts(clean) : plain;
    const stillGone = new Set(removedBy(kept));
    const statements = new Set([...restored(plain, kept)].filter(({ kind }) => kind !== 'removed'));
    const left = files.flatMap((file): readonly { readonly reason: Reason; readonly gone: ReadonlySet<Change> }[] => {
        const { was, is } = file;
        const elements = plain.changes.filter(
            change =>
                change.kind === 'removed' && (was === null ? !stillGone.has(keyOf(change)) : change.at.file === was),
        );
        const isOfOthers = elements.length === 0 && clean.includes(file);
        const gone = isOfOthers ? [...statements] : elements;
        if (gone.length === 0) return [];
        const what = isOfOthers ? 'what it says of other elements' : counted(elements);
        const reason: Reason = {
            kind: 'left-out',
            direction: 'worse',
            text: `${what} left with ${nameOf(is)}: the file is still there, in no model`,
            about: [...new Set(gone.map(({ element, id }) => `${element} ${id}`))],
        };
        return [{ reason, gone: new Set(gone) }];
    });
    if (left.length === 0) return plain;
    const reasons = [...left.map(({ reason }) => reason), ...kept.security.reasons];
    // What is said of the model with the files belongs to its own changes: those that are the same here.
    const places = new Map(plain.changes.map((change, index) => [said(change), index]));
    const effects = new Map<number, number[]>();
    const note = (change: number, effect: number): void =>
        void effects.set(change, [...(effects.get(change) ?? []), effect]);
    plain.changes.forEach((change, index) =>
        left.forEach(({ gone }, effect) => {
            if (gone.has(change)) note(index, effect);
        }),
    );
    for (const { change, effects: own } of kept.security.causes) {
        const index = places.get(said(kept.changes[change]!));
        if (index !== undefined) for (const effect of own) note(index, effect + left.length);
    }
    return {
        ...plain,
        security: {
            ...kept.security,
            reasons,
            causes: [...effects]
                .sort(([a], [b]) => a - b)
                .map(([change, list]): Cause => ({ change, effects: list.sort((a, b) => a - b) })),
            verdict: verdictOf(reasons, plain.doubts.length === 0),
            levels: plain.security.levels,
            requirements: plain.security.requirements,
        },
    };
}
