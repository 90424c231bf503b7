import type { LiveAnalysis } from '../project/live/index.ts';
import type { Slot } from '../statements/index.ts';
import { clauseHelpOf, levelHelp, slots, valueHelp } from '../statements/index.ts';
import { whereIs } from '../views/where/index.ts';
import { expectedAt } from './completion/expected.ts';
import { cursorAt } from './cursor.ts';
import type { DocumentView } from './feature.ts';
import { code, paragraphs, plain } from './markdown.ts';
import { pieceAround } from './piece-around.ts';

/** A value, date, level, address or word inside of a statement, and what is to say about it. */
export interface ValueHover {
    readonly start: number;
    readonly end: number;
    readonly text: string;
}

const sign = /[-<>]/;
const letter = /[\p{L}\p{N}_.:/-]/u;

/** The word or sign around an offset. */
function wordAround(text: string, offset: number): { readonly start: number; readonly end: number } | null {
    const kind = [letter, sign].find(each => each.test(text[offset] ?? '') || each.test(text[offset - 1] ?? ''));
    if (!kind) return null;
    let [start, end] = [offset, offset];
    while (start > 0 && kind.test(text[start - 1]!)) start--;
    while (end < text.length && kind.test(text[end]!)) end++;
    return { start, end };
}

/** What is to say about the value at an offset, by the form of its statement; `null` where it is none. */
export function valueAt(view: DocumentView, offset: number, analysis: LiveAnalysis, today: string): ValueHover | null {
    const arrow = [...view.text.slice(Math.max(0, offset - 3), offset + 3).matchAll(/<->|->|--/g)]
        .map(({ index, 0: found }) => ({ start: Math.max(0, offset - 3) + index, text: found }))
        .find(({ start, text }) => start <= offset && offset <= start + text.length);
    const around = arrow ? { start: arrow.start, end: arrow.start + arrow.text.length } : wordAround(view.text, offset);
    if (!around) return null;
    const piece = pieceAround(view, around.start);
    const cursor = cursorAt(view.text, around.start, piece.unclosed, piece.start);
    if (cursor.place === 'comment' || cursor.place === 'string' || cursor.statement.length === 0) return null;
    const word = view.text.slice(around.start, around.end);
    for (const expected of expectedAt(cursor)) {
        if (expected.kind === 'clause' && expected.words.includes(word)) {
            const help = clauseHelpOf(cursor.statement[0]!.text, word);
            if (help !== '') return { ...around, text: plain(`${word}: ${help}`) };
        }
        const text =
            expected.kind === 'slot' ? textOf(expected.slot, word, analysis, today, cursor.statement[0]!.text) : '';
        if (text !== '') return { ...around, text };
    }
    return null;
}

function textOf(slot: Slot, word: string, analysis: LiveAnalysis, today: string, statement: string): string {
    switch (slot.is) {
        case 'word':
            return valueHelp(slot, word) && `${code(word)}: ${plain(valueHelp(slot, word))}`;
        case 'levels':
            return levelText(word);
        case 'grade':
            if (slot === slots.LEVEL) return levelText(word);
            return plain(valueHelp(slot, word)) || gradeText(word, statement, analysis);
        case 'day':
            return dayText(word, today);
        case 'address':
            return addressText(word, analysis);
        case 'ports':
            return portText(word, analysis);
        case 'protocol-class':
            return classHelp.get(word) ?? '';
        case 'arrow': {
            const help = clauseHelpOf(statement, word);
            return help ? `${code(word)}: ${plain(help)}` : '';
        }
        default:
            return '';
    }
}

/** The classes of the built-in protocols; a model may name others. */
const classHelp: ReadonlyMap<string, string> = new Map([
    ['ot', '`ot`: a protocol of automation: controllers, drives, instruments.'],
    ['it', '`it`: a protocol of offices and data centres.'],
    ['safety', '`safety`: a protocol that carries safety signals.'],
]);

/** So many protocols of a port are named. */
const mostProtocols = 5;

/** The protocols whose usual port a number is. */
function portText(word: string, { lookup }: LiveAnalysis): string {
    if (!/^\d{1,5}$/u.test(word)) return '';
    const port = Number(word);
    const found = lookup.model.protocols.filter(({ ports }) =>
        ports.some(({ ranges }) => ranges.some(({ from, to }) => from === port && to === port)),
    );
    if (found.length === 0) return '';
    const named = found
        .slice(0, mostProtocols)
        .map(({ id, title }) => (title ? `${plain(title)} (${code(id)})` : code(id)));
    const others = found.length > mostProtocols ? ` and ${found.length - mostProtocols} more` : '';
    return `${port} is the usual port of ${named.join(', ')}${others}.`;
}

function levelText(word: string): string {
    return plain(levelHelp[Number(word)] ?? '');
}

/** The name of a likelihood or consequence in the matrix of the model. */
function gradeText(word: string, statement: string, { assessment }: LiveAnalysis): string {
    const { matrix } = assessment.matrix;
    const axis =
        statement === 'likelihood' ? matrix?.likelihood : statement === 'consequence' ? matrix?.consequence : undefined;
    if (!axis) return '';
    const count = axis.levels.length;
    const name = axis.levels[axis.first === 'highest' ? count - Number(word) : Number(word) - 1];
    return name ? `${statement} ${word} of ${count}: ${plain(name)}` : '';
}

function dayText(word: string, today: string): string {
    const [day, now] = [Date.parse(`${word}T00:00:00Z`), Date.parse(`${today}T00:00:00Z`)];
    if (Number.isNaN(day) || Number.isNaN(now)) return '';
    const days = Math.round((day - now) / 86_400_000);
    if (days === 0) return 'Today.';
    const count = `${Math.abs(days)} ${Math.abs(days) === 1 ? 'day' : 'days'}`;
    return days > 0 ? `In ${count}.` : `${count} ago.`;
}

function addressText(word: string, { lookup }: LiveAnalysis): string {
    const [address] = word.split('/');
    const { places } = whereIs(lookup, address!);
    if (places.length === 0) return '';
    return paragraphs(
        ...places.map(
            ({ kind, asset, zone, why }) =>
                (asset ? code(asset) : kind === 'hidden' ? 'One of several hosts' : `A host in ${code(zone ?? '')}`) +
                ': ' +
                plain(why),
        ),
    );
}
