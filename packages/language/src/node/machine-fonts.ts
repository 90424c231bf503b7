import { closeSync, openSync, readdirSync, readSync } from 'node:fs';
import { homedir, platform } from 'node:os';
import path from 'node:path';

/** The places where fonts are, by platform. */
function foldersOf(env: Readonly<Record<string, string | undefined>>): readonly string[] {
    const home = homedir();
    switch (platform()) {
        case 'win32':
            return [
                path.join(env['WINDIR'] ?? 'C:\\Windows', 'Fonts'),
                ...(env['LOCALAPPDATA'] ? [path.join(env['LOCALAPPDATA'], 'Microsoft/Windows/Fonts')] : []),
            ];
        case 'darwin':
            return ['/System/Library/Fonts', '/Library/Fonts', path.join(home, 'Library/Fonts')];
        default:
            return [
                '/usr/share/fonts',
                '/usr/local/share/fonts',
                path.join(home, '.local/share/fonts'),
                path.join(home, '.fonts'),
            ];
    }
}

/** More files than this are not looked at. */
const mostFiles = 4000;
/** Faces that are for other uses than plain text come last. */
const special = /bold|italic|oblique|mono|serif|condensed|light|thin|black|display/iu;

/** The font files of the machine, in a fixed order: plain faces first. */
export function machineFonts(env: Readonly<Record<string, string | undefined>>): readonly string[] {
    const found: string[] = [];
    const visit = (folder: string, depth: number): void => {
        let entries;
        try {
            entries = readdirSync(folder, { withFileTypes: true });
        } catch {
            return;
        }
        for (const entry of entries) {
            if (found.length >= mostFiles) return;
            const file = path.join(folder, entry.name);
            if (entry.isDirectory() && depth < 6) visit(file, depth + 1);
            else if (entry.isFile() && /\.(?:ttf|otf|ttc)$/iu.test(entry.name)) found.push(file);
        }
    };
    for (const folder of foldersOf(env)) visit(folder, 0);
    const rank = (file: string): number => (special.test(path.basename(file)) ? 1 : 0);
    return found.sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

/** Reads a part of a file; a file that is shorter gives less. */
class Reader {
    private readonly file: number;

    constructor(file: string) {
        this.file = openSync(file, 'r');
    }

    at(start: number, length: number): DataView {
        const bytes = Buffer.alloc(Math.min(Math.max(length, 0), 4_000_000));
        const read = readSync(this.file, bytes, 0, bytes.length, start);
        return new DataView(bytes.buffer, bytes.byteOffset, read);
    }

    close(): void {
        closeSync(this.file);
    }
}

/** Where the table of characters of the first face of a font is, and its length; `null` where it has none. */
function characterTable(reader: Reader): { readonly start: number; readonly length: number } | null {
    const head = reader.at(0, 16);
    // A collection of faces: `ttcf`.
    const start = head.getUint32(0) === 0x74746366 ? head.getUint32(12) : 0;
    const tables = reader.at(start + 4, 2).getUint16(0);
    const directory = reader.at(start + 12, tables * 16);
    for (let index = 0; index < tables; index++)
        if (directory.getUint32(index * 16) === 0x636d6170)
            return { start: directory.getUint32(index * 16 + 8), length: directory.getUint32(index * 16 + 12) };
    return null;
}

/** Which of some code points a table of format 4 or 12 has (OpenType, `cmap`). */
function inSubtable(table: DataView, at: number, wanted: readonly number[]): number[] {
    const format = table.getUint16(at);
    if (format === 12) {
        const groups = table.getUint32(at + 12);
        const has = new Set<number>();
        for (let index = 0; index < groups; index++) {
            const group = at + 16 + index * 12;
            const [first, last] = [table.getUint32(group), table.getUint32(group + 4)];
            for (const code of wanted) if (first <= code && code <= last) has.add(code);
        }
        return [...has];
    }
    if (format !== 4) return [];
    const count = table.getUint16(at + 6) / 2;
    return wanted.filter(code => {
        for (let index = 0; index < count; index++) {
            const last = table.getUint16(at + 14 + index * 2);
            if (code > last) continue;
            const first = table.getUint16(at + 16 + count * 2 + index * 2);
            if (code < first) return false;
            const delta = table.getUint16(at + 16 + count * 4 + index * 2);
            const place = at + 16 + count * 6 + index * 2;
            const range = table.getUint16(place);
            if (range === 0) return ((code + delta) & 0xffff) !== 0;
            return table.getUint16(place + range + (code - first) * 2) !== 0;
        }
        return false;
    });
}

/**
 * Which of some code points a font has.
 * @param file a TrueType or OpenType font, or a collection, of which the first face is asked
 * @returns none for a file that is not a font or is damaged
 */
export function covered(file: string, wanted: readonly number[]): readonly number[] {
    let reader: Reader | null = null;
    try {
        reader = new Reader(file);
        const place = characterTable(reader);
        if (!place) return [];
        const table = reader.at(place.start, place.length);
        const has = new Set<number>();
        for (let index = 0; index < table.getUint16(2); index++)
            for (const code of inSubtable(table, table.getUint32(4 + index * 8 + 4), wanted)) has.add(code);
        return [...has];
    } catch {
        return [];
    } finally {
        reader?.close();
    }
}

/**
 * The fewest fonts of the machine that are needed for some characters, one after the other the first that has most.
 * @param given files that are asked before those of the machine
 * @returns the files, and the characters that none of them has
 */
export function fontsFor(
    characters: Iterable<string>,
    given: readonly string[],
    machine: () => readonly string[],
): { readonly files: readonly string[]; readonly missing: ReadonlySet<string> } {
    let left = [...new Set([...characters].map(character => character.codePointAt(0)!))];
    const files: string[] = [];
    const take = (candidates: readonly string[], all: boolean): void => {
        for (const file of candidates) {
            if (left.length === 0 && !all) return;
            const has = new Set(covered(file, left));
            if (has.size === 0 && !all) continue;
            files.push(file);
            left = left.filter(code => !has.has(code));
        }
    };
    take(given, true);
    if (left.length > 0) take(machine(), false);
    return { files, missing: new Set(left.map(code => String.fromCodePoint(code))) };
}
