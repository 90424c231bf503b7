import { code } from './code-marks.ts';
import { nearest, zoneKinds, zoneTraits, assetTraits } from '../model/index.ts';
import type { StatementWord } from '../statements/index.ts';
import { formOf, namingWords, shortExampleOf, statementWords } from '../statements/index.ts';

/** What is written for a word that speaks of the right thing in the wrong way. */
const insteadOf: ReadonlyMap<string, string> = new Map([
    ...[...zoneKinds].map(kind => [kind, code(`kind ${kind}`)] as const),
    ...[...zoneTraits, ...assetTraits].map(trait => [trait, code(`is ${trait}`)] as const),
    ['ip', '`address`'],
    ['subnet', '`network`'],
    ['cidr', '`network`'],
    ['title', 'the title in quotes after the name'],
    ['name', 'the name after the word that declares it'],
]);

/** As much of a token as a hint looks at. */
interface Written {
    readonly image: string;
}

const allWords = statementWords.map(({ word }) => word);

/** The word with which a statement was probably meant to begin, as the end of a sentence. */
export function meant(token: Written | undefined, previous?: Written): string {
    const image = token?.image ?? '';
    const number = /^\d/.test(previous?.image ?? '');
    if (number && /^[0-4]$/.test(image)) return '; write seven levels in braces, `{2 2 0 1 3 1 3}`.';
    if (image === ',') return '; write `,` only between the values of a list.';
    if (image === '.' && !number)
        return '; a declaration has a simple name: write what is in a zone into the block of the zone.';
    return meantWord(image);
}

function meantWord(image: string): string {
    if (image === 'and') return '; a list continues with `,`.';
    const close = /^(SR|FR|RE|SL)\d/i.exec(image);
    if (close) return `; write a space after ${close[1]!.toUpperCase()}.`;
    if (!/^[\p{L}_]/u.test(image)) return '.';
    const instead = insteadOf.get(image.toLowerCase());
    if (instead) return `; write ${instead}.`;
    const near = nearest(image, allWords);
    return near && near !== image ? `; did you mean ${code(near)}?` : '.';
}

/** True for a statement that has to say more than its first word and values behind it. */
function hasMore(entry: StatementWord): boolean {
    const form = formOf(entry);
    return form.kind === 'sequence' && form.parts.slice(1).some(part => part.kind === 'literal');
}

/** How the statement is written that begins with a word, as the end of a sentence. */
export function shapeOf(word: string): string {
    // What has a name is shown by it; of the others, those whose words belong together.
    const entry = statementWords.find(each => each.word === word && !namingWords.includes(word) && hasMore(each));
    const shape = entry && shortExampleOf(entry);
    return shape ? `; write ${code(shape)}.` : '.';
}

/** Signs that word processors and other languages put in the place of what is typed here. */
export const typedAs: ReadonlyMap<string, string> = new Map([
    ['\u2192', '->'],
    ['\u27F6', '->'],
    ['\u21D2', '->'],
    ['\u2194', '<->'],
    ['\u2013', '--'],
    ['\u2014', '--'],
    ['=>', '->'],
    ['>', '->'],
    ['#', '//'],
    [';', ''],
]);

/** What is said of characters that belong to no word of the language; `null` where nothing more is known. */
function unreadable(text: string, start: number, shown: string): string | null {
    if (shown === ';') return 'A statement ends without `;`.';
    if (shown === '#') return 'A comment begins with `//`.';
    if (shown === '=') return 'A value follows its word without `=`.';
    if (shown === "'") return 'Write a text in double quotes.';
    if (shown === '<-') return '`<-` has no meaning here: write the side that opens the session first, `A -> B`.';
    if (shown === '(' && /\bSR \d+\.\d+ *$/.test(text.slice(Math.max(0, start - 20), start)))
        return 'A requirement enhancement is written RE: `SR 1.1 RE 1`.';
    if (shown === '(' || shown === '[')
        return `${code(shown)} has no meaning here: write a block between ${code('{')} and ${code('}')}.`;
    const typed = typedAs.get(shown);
    return typed === undefined ? null : `${code(shown)} has no meaning here: write ${code(typed)}.`;
}

/** Names the characters that belong to no word of the language. */
export function unreadableMessage(text: string, start: number, length: number): string {
    const shown = text.slice(start, start + Math.min(length, 10));
    const known = unreadable(text, start, shown);
    if (known !== null) return known;
    const point = shown.codePointAt(0) ?? 0;
    const visible =
        point < 32 || point === 127 || (point >= 0x80 && point < 0xa0)
            ? `the control character U+${point.toString(16).toUpperCase().padStart(4, '0')}`
            : code(shown);
    return `${visible.charAt(0).toUpperCase()}${visible.slice(1)} has no meaning here.`;
}
