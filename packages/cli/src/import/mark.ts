import { readString } from 'iacs-language';
import { quoted } from './names.ts';

/**
 * What a comment before a declaration remembers: the key of the row, and a hash of each thing that the import wrote.
 */
export interface Mark {
    readonly key: string;
    readonly hashes: ReadonlyMap<string, string>;
}

/** FNV-1a, 32 bits: enough to see whether a line was changed by hand. */
export function hash(text: string): string {
    let value = 0x811c9dc5;
    for (let at = 0; at < text.length; at++) {
        let point = text.charCodeAt(at);
        if (point >= 0xd800 && point < 0xdc00) {
            point = text.codePointAt(at)!;
            if (point > 0xffff) at += 1;
        }
        value = Math.imul(value ^ point, 0x01000193);
    }
    return (value >>> 0).toString(16).padStart(8, '0');
}

/** The comment of a mark. */
export function markLine({ key, hashes }: Mark): string {
    return `// iacs import ${quoted(key)}${[...hashes].map(([name, value]) => ` ${name}=${value}`).join('')}`;
}

const markPattern = /^([ \t]*)\/\/ iacs import ("(?:[^"\\\n]|\\.)*")((?: [A-Za-z-]+=[0-9a-f]{8})*)[ \t]*\r?$/gm;

function hashesOf(mark: string): ReadonlyMap<string, string> {
    return new Map(
        mark
            .trim()
            .split(' ')
            .filter(each => each !== '')
            .map(each => each.split('=') as [string, string]),
    );
}

/** The marks in a text, each with where it stands and how far it is indented. */
export function marksIn(
    text: string,
): readonly { readonly mark: Mark; readonly start: number; readonly end: number; readonly indent: string }[] {
    return [...text.matchAll(markPattern)].map(match => ({
        mark: { key: readString(match[2]!), hashes: hashesOf(match[3]!) },
        start: match.index,
        end: match.index + match[0].length,
        indent: match[1]!,
    }));
}
