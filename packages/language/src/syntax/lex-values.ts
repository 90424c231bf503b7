import { code } from './code-marks.ts';
import { frAbbreviations, transports, writeString } from '../model/index.ts';
import { openingWords } from '../statements/index.ts';
import { badEscape } from './escapes.ts';
import type { Misread } from './misread.ts';
import type { Token } from './lex.ts';
import { mistake } from './misread.ts';
import { isClosedString, isTypographicQuote } from './literals.ts';
import { kinds } from './parser/generated/kinds.ts';
import { isDay, readPorts, readString } from './values.ts';

const opening: ReadonlySet<string> = new Set(openingWords);

/** A year of four digits, a month and a day of two: as long as the date that is meant. */
const datesWithStrokes = /\d{4}\/\d{2}\/\d{2}(?![\d/])/y;

/** Words behind which a day follows. */
const dayWords: ReadonlySet<string> = new Set(['due', 'until', 'on', 'for', 'dated', 'since', 'exported', 'to']);
const localDates = /(\d{1,2})([./])(\d{1,2})\2(\d{4})(?![\d./])/y;

/**
 * A date as it is written in a country, `31.03.2027` or `03/31/2027`, is read as the day that it means; one that may
 * mean two days is read as none.
 */
export function localDate(token: Token, text: string, before: Token | undefined, errors: Misread[]): Token | null {
    if (!before || !(dayWords.has(before.image) || before.kind === kinds.STRING)) return null;
    localDates.lastIndex = token.start;
    const [written, first, sign, second, year] = localDates.exec(text) ?? [];
    if (written === undefined) return null;
    const date = { kind: kinds.DAY, image: written, start: token.start, end: token.start + written.length };
    const dayOf = (day: string, month: string): string => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    const meant = [dayOf(first!, second!), ...(sign === '/' ? [dayOf(second!, first!)] : [])].filter(isDay);
    const [write, other] = [...new Set(meant)];
    if (write === undefined) return null;
    if (other !== undefined) {
        errors.push(mistake(date, `${written} may be two days: write ${write} or ${other}.`));
        return date;
    }
    errors.push({ ...mistake(date, `A date is written as year, month and day: ${write}.`), write });
    return { ...date, image: write };
}

/** A date with strokes, as spreadsheets write it, is read as the date that it means. */
export function dateWithStrokes(token: Token, text: string, errors: Misread[]): Token | null {
    datesWithStrokes.lastIndex = token.start;
    const [written] = datesWithStrokes.exec(text) ?? [];
    if (written === undefined) return null;
    const write = written.replaceAll('/', '-');
    const date = { kind: kinds.DAY, image: write, start: token.start, end: token.start + write.length };
    errors.push({ ...mistake(date, `A date is written with hyphens: ${write}.`), write });
    return date;
}

const masked = /(\d+(?:\.\d+){3})(?:[ \t]*\/[ \t]*|[ \t]+)(\d+(?:\.\d+){3})(?![\d./])/y;

/** The length of a prefix of IPv4 that a mask means; `null` for what is no mask. */
function maskLength(mask: string): number | null {
    const parts = mask.split('.').map(Number);
    if (parts.some(part => part > 255)) return null;
    const bits = parts.map(part => part.toString(2).padStart(8, '0')).join('');
    return /^1*0*$/.test(bits) ? bits.lastIndexOf('1') + 1 : null;
}

/** A network with its mask, `10.1.1.0 255.255.255.0`, is read as the prefix that it means. */
export function networkWithMask(token: Token, text: string, errors: Misread[]): Token | null {
    masked.lastIndex = token.start;
    const match = masked.exec(text);
    const length = match && maskLength(match[2]!);
    if (!match || length === null) return null;
    const write = `${match[1]}/${length}`;
    const prefix = { ...token, image: write, end: token.start + match[0].length };
    errors.push({ ...mistake(prefix, `A mask is written as the length of the prefix: ${write}.`), write });
    return prefix;
}

const open = /((?:\d{1,3}\.){1,3})[xX*](?:\.[xX*])*(?![\w.*])/y;

/** A network whose last parts are left open, `10.1.1.x`, is read as the prefix that it means. */
export function openNetwork(token: Token, text: string, errors: Misread[]): Token | null {
    open.lastIndex = token.start;
    const match = open.exec(text);
    if (!match) return null;
    const parts = match[1]!.split('.').slice(0, -1);
    const write = `${[...parts, '0', '0', '0'].slice(0, 4).join('.')}/${parts.length * 8}`;
    const prefix = { ...token, kind: kinds.ADDRESS, image: write, end: token.start + match[0].length };
    errors.push({ ...mistake(prefix, `A network is written with the length of its prefix: ${write}.`), write });
    return prefix;
}

/** Words with a decimal behind them. */
const decimalWords: ReadonlySet<string> = new Set(['purdue', 'cost', 'SR', 'tolerable-risk']);
const decimals = /(\d+),(\d+)(?![\d,])/y;

/** A decimal with a comma is read as the number that it means, where no list can be meant. */
export function decimalComma(token: Token, text: string, before: Token | undefined, errors: Misread[]): Token | null {
    decimals.lastIndex = token.start;
    const match = decimals.exec(text);
    if (!match || !before) return null;
    const number = {
        kind: kinds.NUMBER,
        image: match[0].replace(',', '.'),
        start: token.start,
        end: token.start + match[0].length,
    };
    if (/^SL-[TCA]$/.test(before.image)) {
        errors.push(mistake(number, `A level is a whole number from 0 to 4, and not ${match[0]}.`));
        return { ...number, image: match[1]! };
    }
    if (!decimalWords.has(before.image)) return null;
    // Nobody writes an amount to the thousandth.
    if (before.image === 'cost' && /^\d{1,3},\d{3}$/.test(match[0])) {
        const whole = match[0].replace(',', '');
        errors.push({ ...mistake(number, `A number has no marks between its thousands: ${whole}.`), write: whole });
        return { ...number, image: whole };
    }
    errors.push({ ...mistake(number, `Write a decimal with a point: ${number.image}.`), write: number.image });
    return number;
}

const spacedRanges =
    /(\d+)(?:[ \t]+-{1,2}[ \t]*|-{1,2}[ \t]+|--|[ \t]*(?:[\u2010-\u2015\u2212]|\.{2,3}|\u2026|:|to\b)[ \t]*)(\d+)(?![\d.:/-])/y;

/** A range of ports as people write it, `tcp 80 - 90` or `80 to 90`, is read as the range that it means. */
export function spacedRange(token: Token, text: string, before: readonly Token[], errors: Misread[]): Token | null {
    spacedRanges.lastIndex = token.start;
    const match = spacedRanges.exec(text);
    if (!match || !isPort(before)) return null;
    const write = `${match[1]}-${match[2]}`;
    const range = { kind: kinds.RANGE, image: write, start: token.start, end: token.start + match[0].length };
    // Of ports that there are not, it is said later that they are no range.
    if (readPorts(write))
        errors.push({ ...mistake(range, `A range of ports is written with a hyphen and no blanks: ${write}.`), write });
    return range;
}

/** True for what stands in a list of ports. */
function isPort(before: readonly Token[]): boolean {
    const word = before.findLast(({ kind }) => !portKinds.has(kind));
    return transports.some(each => each === word?.image);
}

const hyphenBehind = /[ \t]*-(?![>-])/y;

/** A range of ports of which one end is written, `tcp 80-`: read as a port alone it would be another one. */
export function halfRange(token: Token, text: string, before: readonly Token[]): Token | null {
    if (!isPort(before)) return null;
    const last = before.at(-1)!;
    const between = text.slice(last.end, token.start);
    const isOpen = numbers.has(last.kind) ? between === '-' : between.trim() === '-';
    hyphenBehind.lastIndex = token.end;
    const [behind = ''] = hyphenBehind.exec(text) ?? [];
    if (!isOpen && behind === '') return null;
    const image = `${isOpen ? '-' : ''}${token.image}${behind === '' ? '' : '-'}`;
    const start = isOpen ? last.end + between.indexOf('-') : token.start;
    return { kind: kinds.RANGE, image, start, end: token.end + behind.length };
}

const abbreviations: ReadonlySet<string> = new Set(frAbbreviations);
const signsBefore: ReadonlySet<string> = new Set('-~<>\u2264\u2265\u2248\u00b1?');
const signsBehind: ReadonlySet<string> = new Set('~+%\u2030\u00b1?');

/**
 * An amount or a day with a sign that no value has, `-5`, `~5`, `5%`: without the sign it would be another one, so it
 * is none.
 */
export function signedValue(token: Token, text: string, before: Token | undefined): Token | null {
    if (!before) return null;
    const sign = token.start > before.end ? text[token.start - 1]! : '';
    // With a hyphen a number behind a name is a part of it: `asset Pump -1`.
    const isName = sign === '-' && (before.kind & ~1) === kinds.ID && !abbreviations.has(before.image);
    const start = signsBefore.has(sign) && !isName ? token.start - 1 : token.start;
    const end = signsBehind.has(text[token.end] ?? '') ? token.end + 1 : token.end;
    if (start === token.start && end === token.end) return null;
    return { kind: kinds.RANGE, image: text.slice(start, end), start, end };
}

/**
 * True where a title may follow: behind a word that opens a block, or a name behind such a word. However the text is
 * laid out.
 */
export function isTitleBehind(tokens: readonly Token[]): boolean {
    const [before, last] = [tokens.at(-2), tokens.at(-1)];
    if (!last || last.kind < kinds.ID) return false;
    return opening.has(last.image) || (before !== undefined && before.kind > kinds.ID && opening.has(before.image));
}

/**
 * A string, and what is wrong with it. The brace at the end of a line opens the block of a declaration, though the
 * title before it is not closed.
 */
export function strings(token: Token, isTitle: boolean, isPath: boolean, errors: Misread[]): readonly Token[] {
    const escape = isTypographicQuote(token.image) ? null : badEscape(token.image);
    if (escape !== null && isClosedString(token.image)) {
        errors.push({ ...mistake(token, ''), ...escapeMistake(token.image, escape, isPath) });
    } else if (isTypographicQuote(token.image)) {
        const read = readString(token.image);
        // French marks have a blank inside.
        const write = writeString(/^[\u00ab\u2039]/u.test(token.image) ? read.trim() : read);
        errors.push({ ...mistake(token, 'Write a text in straight quotation marks: "…".'), write });
    } else if (!isClosedString(token.image)) {
        errors.push(mistake(token, "The string is not closed: add a '\"' on the same line."));
        const title = /^(.*?)\s*\{\s*$/.exec(token.image)?.[1];
        if (isTitle && title !== undefined) {
            const brace = token.start + token.image.lastIndexOf('{');
            return [
                { kind: kinds.STRING, image: title, start: token.start, end: token.start + title.length },
                { kind: kinds['{'], image: '{', start: brace, end: brace + 1 },
            ];
        }
    }
    return [token];
}

const numbers: ReadonlySet<number> = new Set([kinds.NUMBER, kinds.RANGE]);
const portKinds: ReadonlySet<number> = new Set([...numbers, kinds[',']]);

const inSingleQuotes = /'((?:(?!\/[/*])[^'"\r\n])*)'(?=[\s,{}]|$)/y;

/** A text in single quotes, as other languages write it. */
export function singleQuoted(text: string, offset: number): Token | null {
    if (!/^[\s,]?$/.test(text.charAt(offset - 1))) return null;
    inSingleQuotes.lastIndex = offset;
    const found = inSingleQuotes.exec(text);
    return found && { kind: kinds.STRING, image: writeString(found[1]!), start: offset, end: offset + found[0].length };
}

/** What is said of a string with an escape that is none, and how it is written. */
function escapeMistake(
    literal: string,
    escape: string,
    isPath: boolean,
): Pick<Misread, 'message' | 'write'> & { readonly write: string } {
    const text = readString(literal);
    if (isPath) {
        const strokes = text.replaceAll('\\', '/');
        return {
            message: `Separate the parts of a path with ${code('/')}: write ${code(strokes)}.`,
            write: writeString(strokes),
        };
    }
    const braced = literal.replace(/(?<!\\)((?:\\\\)*)\\u([0-9A-Fa-f]{4})(?![0-9A-Fa-f])/g, '$1\\u{$2}');
    if (escape === '\\u' && badEscape(braced) === null)
        return { message: 'Write the number of a character in braces: \\u{e9}.', write: braced };
    const what = /[nt]$/.test(escape) ? 'a line end or a tab in a path' : 'not an escape';
    return {
        message: `${code(escape)} is ${what}: write ${code('\\\\')} for each backslash.`,
        write: writeString(text),
    };
}
