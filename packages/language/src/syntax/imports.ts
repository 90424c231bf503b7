import { code } from './code-marks.ts';
import type { Fix, Place, Problem } from '../model/index.ts';
import { writeString } from '../model/index.ts';
import { cut } from './cut.ts';
import { isMerging } from './merge-marks.ts';
import { readPiece, type Parsed } from './parse.ts';
import { badEscape } from './escapes.ts';
import { readable, readString } from './values.ts';

/** As much of a file as says what it imports. */
export type Importing = Pick<Parsed, 'uri' | 'file'>;

/**
 * Where texts come from; the only way in which the language reaches files. `undefined` where there is no such file, a
 * reason where it cannot be read.
 */
export interface Source<File extends Importing = Parsed> {
    parse(uri: string): File | { readonly unreadable: string } | undefined;
    /** Hears which files will be asked for, before the first of them is parsed: how much there is to do. */
    expect?(uris: readonly string[]): void;
    /** Why an import of one file must not read another: the end of a sentence; `null` where it may. */
    refuses?(from: string, uri: string): string | null;
    /** The URI that an import path means, seen from a file; `null` when it means none. */
    resolve(from: string, path: string): string | null;
    /**
     * The path of a file that differs from an import path in letter case alone, or in how accents are written; `null`
     * where there is none.
     */
    inOtherCase?(from: string, path: string): string | null;
    /** True where a path may also find a file whose name is written in other letters; others do not find it. */
    readonly foldsCase?: boolean;
}

/** A root and all that it imports, transitively, in the order in which the imports are met. */
export interface Gathering<File extends Importing = Parsed> {
    readonly files: readonly File[];
    readonly problems: readonly Problem[];
    /** For each file, what its imports name: also files that do not exist, so that they can be watched. */
    readonly imports: ReadonlyMap<string, readonly ImportLink[]>;
}

/** An import with the file that it names. */
export interface ImportLink {
    readonly uri: string;
    readonly start: number;
    readonly end: number;
    readonly path: string;
    /** What is said of it where it leads to no file that is read; `null` where it leads to one. */
    readonly lack: string | null;
}

/** Only a relative path with forward slashes means the same file on every machine. */
function faultOf(path: string): string | null {
    if (path === '') return 'The path of this import is empty.';
    if (/^[A-Za-z][A-Za-z0-9+.-]+:/.test(path)) return 'An import names a file by its path from this one, never a URL.';
    if (path.startsWith('/') || path.startsWith('\\') || /^[A-Za-z]:/.test(path))
        return 'An import names a file by its path from this one, not by an absolute path.';
    if (path.includes('\\'))
        return `Separate the parts of a path with ${code('/')}: write ${code(path.replaceAll('\\', '/'))}.`;
    if (path.endsWith('/') || /(^|\/)\.{1,2}$/.test(path)) return 'An import names a file, not a folder.';
    if (!path.endsWith('.iacs')) return 'An import names a file that ends in .iacs.';
    return null;
}

/** An import as it is written, and the file that it means. */
interface Written {
    readonly path: string;
    readonly start: number;
    readonly end: number;
    /** What is wrong with the path; `null` for one that may mean a file. */
    readonly fault: string | null;
    /** `null` where the path means no file. */
    readonly uri: string | null;
    /** Why that file must not be read. */
    readonly refused: string | null;
}

function importsOf<File extends Importing>({ uri: from, file }: File, source: Source<File>): readonly Written[] {
    return (file.statements ?? []).flatMap((statement): Written[] => {
        if (statement.$type !== 'Import' || !statement.path) return [];
        const { start, end, text } = statement.path;
        // What is wrong with its backslashes is reported where it is read.
        if (badEscape(text) !== null) return [];
        const path = readString(text);
        const fault = faultOf(path);
        const uri = fault === null ? source.resolve(from, path) : null;
        const refused = uri === null ? null : (source.refuses?.(from, uri) ?? null);
        return [{ path, start, end, fault, uri, refused }];
    });
}

/** How a path differs from that of a file that is alike. */
function difference(path: string, other: string): string {
    const [written, there] = [path, other].map(each => each.normalize('NFC').replace(/^\.\//, ''));
    return written === there ? 'its accents are stored in another form' : 'the letter case differs';
}

/** Why an import leads to no file that is read, and what to write instead. */
interface Lack {
    readonly lack: string;
    readonly write?: string | undefined;
}

const isLack = (found: object): found is Lack => 'lack' in found;

/** The file that an import names, or why none is read: one that is refused or written otherwise is not asked for. */
function follow<File extends Importing>(
    source: Omit<Source<File>, 'expect'>,
    from: string,
    { path, uri, refused }: { readonly path: string; readonly uri: string; readonly refused: string | null },
    known: ReadonlyMap<string, File>,
): File | Lack {
    if (refused !== null) return { lack: `${path} cannot be read: ${refused}` };
    const inOtherCase = (): string | null => source.inOtherCase?.(from, path) ?? null;
    const misnamed = source.foldsCase === true ? inOtherCase() : null;
    const found = misnamed === null ? (known.get(uri) ?? source.parse(uri)) : undefined;
    if (found && 'unreadable' in found) return { lack: `${path} cannot be read: ${found.unreadable}` };
    if (found) return found;
    const other = misnamed ?? inOtherCase();
    // With a folder in it, a path is often one from the folder of the root.
    const where = path.includes('/') ? ': a path begins in the folder of the file that imports it' : '';
    if (other === null) return { lack: `There is no file ${path}${where}.` };
    return { lack: `There is no file ${path}; there is ${other}: ${difference(path, other)}.`, write: other };
}

/** What a gathering would say now of an import that lacks its file; `null` where there would be one. */
export function lackNow(source: Omit<Source<Importing>, 'expect'>, from: string, link: ImportLink): string | null {
    const found = follow(source, from, { ...link, refused: source.refuses?.(from, link.uri) ?? null }, new Map());
    return isLack(found) ? found.lack : null;
}

/** What is wrong with an import, at its path. */
function problemAt(at: Place, message: string, write?: string): Problem {
    const fixes: readonly Fix[] =
        write === undefined
            ? []
            : [
                  {
                      kind: 'fix',
                      title: `Write ${write}`,
                      edits: [{ kind: 'replace', at, text: writeString(write) }],
                      preferred: true,
                  },
              ];
    return { kind: 'unresolved', message: readable(message), at, subject: null, fixes, related: [] };
}

/**
 * Follows the imports of a root. A cycle is fine; a missing or unreadable file is a problem at its import.
 * @param root the parsed root file
 */
export function gather<File extends Importing = Parsed>(root: File, source: Source<File>): Gathering<File> {
    const files = new Map<string, File>([[root.uri, root]]);
    const problems: Problem[] = [];
    const imports = new Map<string, ImportLink[]>();
    // A map grows while it is walked, so each file is visited once, in the order in which it was met.
    for (const file of files.values()) {
        const links: ImportLink[] = [];
        imports.set(file.uri, links);
        const written = importsOf(file, source);
        source.expect?.(
            written.flatMap(({ uri, refused }) => (uri === null || refused !== null || files.has(uri) ? [] : [uri])),
        );
        for (const { path, start, end, fault, uri, refused } of written) {
            const report = (message: string, write?: string): void => {
                problems.push(problemAt({ file: file.uri, start, end }, message, write));
            };
            if (uri === null) {
                report(
                    fault ?? `There is no file ${path}.`,
                    path.includes('\\') && !/^([A-Za-z]:|\\)/.test(path) ? path.replaceAll('\\', '/') : undefined,
                );
                continue;
            }
            const found = follow(source, file.uri, { path, uri, refused }, files);
            links.push({ path, uri, start, end, lack: isLack(found) ? found.lack : null });
            if (isLack(found)) report(found.lack, found.write);
            else files.set(uri, found);
        }
    }
    return { files: [...files.values()], problems, imports };
}

const systemWord = /(?<![^\s{}/"])system(?=[\s/"])/;
/** A text, a comment, or the word outside of them, whichever comes first. */
const textCommentOrSystem = /"(?:[^"\\\n\r]|\\.)*"|\/\/[^\n\r]*|\/\*[^]*?\*\/|((?<![^\s{}/"])system(?=[\s/"]))/g;
const typographicQuote = /[“”„‟«»]/;

/**
 * A cheap look at a text before it is parsed: one that has no such word has no system, and is no root. In texts and
 * comments it means nothing; with quotes of another kind it is not cheap to say where a text ends. Most roots have the
 * word near their beginning, and nothing behind it is looked at.
 */
export function mayBeRoot(text: string): boolean {
    if (!text.includes('system')) return false;
    textCommentOrSystem.lastIndex = 0;
    for (let found = textCommentOrSystem.exec(text); found; found = textCommentOrSystem.exec(text))
        if (found[1] !== undefined) return true;
    return typographicQuote.test(text) && systemWord.test(text);
}

/** What a piece of a text has that imports a file; its path may be written with escapes. */
const importSigns = /\bimport\s*["/]|\.iacs|\\/;
/** A system where most people write it: first on its line, or after the end of another statement. */
const plainSystem = /(^|[\n\r}"/])[ \t]*system(\s|$)/;

/**
 * As much of a file as says whether it is a root and what it imports: only the pieces are parsed (see `cut.ts`) that
 * may say so.
 * @param text the whole file
 * @param starts where its pieces begin, for whoever has cut it
 * @returns all imports that may lead to a file, and the system, at the offsets of the text, among other statements;
 *    of several systems one at least
 */
export function headOf(uri: string, text: string, starts: readonly number[] = cut(text)): Importing {
    const merging = isMerging(text);
    const read = (wanted: (piece: string) => boolean): NonNullable<Importing['file']['statements']> =>
        starts.flatMap((start, index) => {
            const piece = text.slice(start, starts[index + 1]);
            if (!wanted(piece)) return [];
            return readPiece(piece, start, index === starts.length - 1, merging).file.statements ?? [];
        });
    const file = (wanted: (piece: string) => boolean): Importing => ({
        uri,
        file: { $type: 'File', start: 0, end: text.length, statements: read(wanted) },
    });
    const head = file(piece => importSigns.test(piece) || plainSystem.test(piece));
    return isRoot(head) || !mayBeRoot(text) ? head : file(piece => importSigns.test(piece) || piece.includes('system'));
}

/** True when a file declares a system, and so is the root of a model. */
export function isRoot(parsed: Importing): boolean {
    return (parsed.file.statements ?? []).some(statement => statement.$type === 'System');
}
