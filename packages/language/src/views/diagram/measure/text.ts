import { bold, regular } from './font-widths.ts';

/** The fonts that a diagram asks for: all of them have the widths of Arimo, so that nothing overflows anywhere. */
export const fontFamily = 'Arimo, Arial, "Liberation Sans", Helvetica, sans-serif';

/** Text as it is set: size in pixels, one of two weights. */
export interface Face {
    readonly size: number;
    readonly bold: boolean;
}

const ellipsis = '…';
const tables = new Map<boolean, Map<number, number>>();

function widthsOf(isBold: boolean): Map<number, number> {
    const known = tables.get(isBold);
    if (known) return known;
    const widths = new Map<number, number>();
    for (const [start, run] of isBold ? bold : regular) {
        run.split(' ').forEach((width, offset) => widths.set(start + offset, Number(width)));
    }
    tables.set(isBold, widths);
    return widths;
}

/** Width in thousandths of the size for what the font has no glyph for: Unicode's wide blocks take a full square. */
function foreignWidth(code: number): number {
    const wide =
        (code >= 0x1100 && code <= 0x115f) ||
        (code >= 0x2e80 && code <= 0xa4cf) ||
        (code >= 0xac00 && code <= 0xd7a3) ||
        (code >= 0xf900 && code <= 0xfaff) ||
        (code >= 0xfe30 && code <= 0xfe6f) ||
        (code >= 0xff00 && code <= 0xff60) ||
        code >= 0x1f000;
    return wide ? 1000 : 640;
}

/** True when the bundled font has a glyph for every character of the text. */
export function isCovered(text: string): boolean {
    const widths = widthsOf(false);
    return [...text].every(character => character < ' ' || widths.has(character.codePointAt(0) ?? 0));
}

/** Characters of which almost every text is made: Latin, Greek and Cyrillic, with dashes, dots and arrows. */
const common = 0x2200;
/** The widths of the common characters that were met, each and one more: 0 for what was not met yet. */
const commonWidths = { bold: new Uint16Array(common), regular: new Uint16Array(common) };

/** Width of a character in thousandths of the size; what has no glyph is as wide as what is foreign. */
function charWidth(code: number, isBold: boolean): number {
    return widthsOf(isBold).get(code) ?? foreignWidth(code);
}

/** Width of a text in pixels. */
export function widthOf(text: string, face: Face): number {
    const table = face.bold ? commonWidths.bold : commonWidths.regular;
    let sum = 0;
    for (let at = 0; at < text.length; at++) {
        const code = text.charCodeAt(at);
        if (code >= common) return widthOfAny(text, face);
        sum += (table[code] ||= charWidth(code, face.bold) + 1) - 1;
    }
    return (sum * face.size) / 1000;
}

/** Width of a text in pixels, whatever its characters are. */
function widthOfAny(text: string, face: Face): number {
    let sum = 0;
    for (const character of text) sum += charWidth(character.codePointAt(0) ?? 0, face.bold);
    return (sum * face.size) / 1000;
}

/**
 * Characters with the marks that belong to them: a line never breaks before an accent, a vowel sign or a joined emoji.
 */
function clustersOf(text: string): string[] {
    return text.match(/.(?:[\p{M}\u{1f3fb}-\u{1f3ff}]|\u200d.)*/gsu) ?? [];
}

/** The text, or as much of it as fits, with an ellipsis. */
export function shorten(text: string, face: Face, width: number): string {
    if (widthOf(text, face) <= width) return text;
    const characters = clustersOf(text);
    let room = width - widthOf(ellipsis, face);
    let kept = 0;
    while (kept < characters.length) {
        room -= widthOf(characters[kept] ?? '', face);
        if (room < 0) break;
        kept++;
    }
    return characters.slice(0, kept).join('').trimEnd() + ellipsis;
}

/** Where a reader would part a word: behind `-`, `_`, `.` and `/`, and where a capital or a number begins within it. */
const joints = /(?<=[-_./])|(?<=\p{Ll})(?=\p{Lu})|(?<=\p{L}{2})(?=\d)/u;

/** Parts put together to pieces, each as long as fits. */
function filled(parts: readonly string[], face: Face, width: number): string[] {
    const found: string[] = [];
    let piece = '';
    for (const part of parts) {
        if (piece !== '' && widthOf(piece + part, face) > width) {
            found.push(piece);
            piece = '';
        }
        piece += part;
    }
    return [...found, piece];
}

/**
 * Pieces of a word that each fit, of about one length, so that no letter is left alone: cut at its joints, and anywhere
 * in what has none.
 * @param within cuts what has no joint into smaller parts, where it can
 */
function pieces(
    word: string,
    face: Face,
    width: number,
    within: (part: string) => readonly string[] = clustersOf,
): readonly string[] {
    if (widthOf(word, face) <= width) return [word];
    const fitting = (part: string, cut: (part: string) => readonly string[]): readonly string[] =>
        widthOf(part, face) <= width ? [part] : cut(part);
    const parts = word
        .split(joints)
        .flatMap(part => fitting(part, within))
        .flatMap(part => fitting(part, clustersOf));
    let best = filled(parts, face, width);
    for (let room = width * 0.95; room > width / 2; room *= 0.95) {
        const even = filled(parts, face, room);
        if (even.length > best.length || even.some(piece => widthOf(piece, face) > width)) break;
        best = even;
    }
    return best;
}

/** How a word that is too long for a line is parted: as it is, as in a name, or with hyphens, as in a title. */
export type Parting = 'as it is' | 'with hyphens';

/** How what an element is called in a picture is parted: its title, or its name where it has none. */
export const partingOf = ({ title }: { readonly title: string | null }): Parting =>
    title === null ? 'as it is' : 'with hyphens';

/** Set where a word is parted; another sign than the one that authors write. */
const hyphen = '\u2010';
/** Letters between which a word may be parted by a hyphen; what is written without blanks gets none. */
const hyphenates = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u;

const vowel = '[aeiouyà-æè-öø-ý]';
const consonant = '[b-df-hj-np-tvwxzßçñ]';
/** Letters that begin a syllable together; behind a consonant also those of `Station` and `Speisung`. */
const onset = `(?:sch|[cpt]h|qu|(?<=${consonant})s[pt]r?|${consonant})`;
/** Within such letters, or between two that are one sound. */
const inOnset = `(?<![cpst](?=h)|s(?=ch)|q(?=u)|${consonant}s(?=[pt])|${consonant}s[pt](?=r))`;
/** Where a syllable most likely begins, in any language of Latin letters: before a consonant that a vowel follows. */
const syllables = new RegExp(String.raw`(?<=\p{L}{2})${inOnset}(?=${onset}${vowel})`, 'iu');

const syllablesOf = (part: string): readonly string[] => part.split(syllables);

/** Pieces of a word of a title, as {@link pieces}, with a hyphen where a word goes on. */
function hyphenated(word: string, face: Face, width: number): readonly string[] {
    if (widthOf(word, face) <= width) return [word];
    const found = pieces(word, face, width - widthOf(hyphen, face), syllablesOf);
    return found.map((piece, index) => {
        const next = found[index + 1] ?? '';
        return hyphenates.test(piece.slice(-1)) && hyphenates.test(next.slice(0, 1)) ? piece + hyphen : piece;
    });
}

/** What parts two facts; the end of a line does that as well. */
const separator = '·';
/** What joins two names: it stays with the first of them. */
const joiner = /^[–—→←↔]$/u;
/** A number, which stays with the word before it, as in `sheet 4`. */
const numeral = /^\d+[.,;)]*$/u;
/** A number that begins a fact, which stays with the word after it, as in `2 assets`. */
const counting = / · \d+$/u;

/**
 * Where a line is broken before a word: the line that ends, and the beginning of the next. That is not a sign, and a
 * number is not parted from its word.
 */
function broken(line: string, word: string, fits: (text: string) => boolean): readonly [string, string] {
    if (word === separator) return [`${line} ${separator}`, ''];
    const last = line.lastIndexOf(' ');
    const before = line.slice(last + 1);
    const joined = `${before} ${word}`;
    const stays = joiner.test(word) || (numeral.test(word) && before !== separator) || counting.test(line);
    return stays && last > 0 && fits(joined) ? [line.slice(0, last), joined] : [line, word];
}

/** Blanks at an end, several in a row, and those that are no space. */
const unusualBlanks = /^\s|\s$|\s\s|[^\S ]/u;

/**
 * Sets a text in lines that fit the width.
 * @param most how many lines there may be; the last one is shortened when more is left
 * @param parted how a word that is too long is parted
 */
export function wrap(text: string, face: Face, width: number, most: number, parted: Parting = 'as it is'): string[] {
    const fits = (part: string): boolean => widthOf(part, face) <= width;
    // Most texts are words with a blank between each two, and fit in one line.
    if (most > 0 && text !== '' && fits(text) && !unusualBlanks.test(text)) return [text.replace(/ ·$/u, '')];
    const piecesOf = parted === 'as it is' ? pieces : hyphenated;
    const lines: string[] = [];
    let line = '';
    for (const word of text.split(/\s+/u).filter(part => part !== '')) {
        const [first = '', ...rest] = piecesOf(word, face, width);
        const joined = line === '' ? first : `${line} ${first}`;
        if (fits(joined)) line = joined;
        else {
            const [end, start] = broken(line, first, fits);
            lines.push(end);
            line = start;
        }
        for (const piece of rest) {
            lines.push(line);
            line = piece;
        }
    }
    if (line !== '') lines.push(line);
    const kept = lines.slice(0, most).map(each => each.replace(/ ·$/u, ''));
    if (lines.length <= most) return kept;
    const cut = shorten(
        lines
            .slice(most - 1)
            .join(' ')
            .replaceAll(`${hyphen} `, ''),
        face,
        width,
    );
    kept[most - 1] = cut.endsWith(ellipsis) ? cut : `${kept[most - 1]}${ellipsis}`;
    return kept;
}

/** The width of the widest line, in pixels. */
export function widest(lines: readonly string[], face: Face): number {
    return lines.reduce((width, line) => Math.max(width, widthOf(line, face)), 0);
}
