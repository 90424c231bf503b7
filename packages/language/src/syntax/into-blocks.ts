import type { Origin, Span } from '../model/index.ts';
import { isAbsorbedIn } from './absorbed.ts';
import { formatText } from './format.ts';
import type { TextEdit } from './text-edit.ts';
import {
    applyEdits,
    breakBefore,
    commentsAndStrings,
    indentAt,
    indented,
    newlineOf,
    unit,
    withDoc,
} from './text-edit.ts';

/** A statement that comes into a block. */
export interface Incoming {
    readonly into: Origin;
    readonly statement: string;
    readonly where: 'first' | 'last';
}

/**
 * Further edits, and what comes into blocks. A block on one line is written anew once, with all that comes into it and
 * all that changes in it: the inner blocks first.
 */
export function withAdditions(
    edits: readonly TextEdit[],
    additions: readonly Incoming[],
    textOf: (file: string) => string,
): readonly TextEdit[] {
    const length = ({ whole }: Origin): number => whole.end - whole.start;
    const placed = additions.map(each =>
        each.where === 'last' && isAbsorbedIn(each.into, each.statement, textOf(each.into.file))
            ? { ...each, where: 'first' as const }
            : each,
    );
    const byBlock = [...Map.groupBy(placed, ({ into }) => `${into.whole.start} ${into.file}`).values()];
    let all = [...edits];
    for (const group of byBlock.sort((a, b) => length(a[0]!.into) - length(b[0]!.into))) {
        const { into } = group[0]!;
        const text = textOf(into.file);
        const lines = linesOf(into, text);
        if (lines) {
            all.push(...comingInto(into, lines, group, text, edits));
            continue;
        }
        const [start, end] = into.block ? bodyOf(into.block, text) : [into.whole.end, into.whole.end];
        const within = (edit: TextEdit): boolean => edit.file === into.file && start <= edit.start && edit.end <= end;
        const inside = into.block ? all.filter(within) : [];
        all = [...all.filter(edit => !inside.includes(edit)), opened(into, start, end, group, inside, text)];
    }
    return all;
}

/** From behind the opening bracket to the closing one, or to the end where it is missing. */
function bodyOf({ start, end }: Span, text: string): readonly [number, number] {
    return [start + 1, text[end - 1] === '}' ? end - 1 : end];
}

/**
 * The body of a block with several lines; `null` for one on one line, as formatting sees it also where a comment breaks
 * the line, and where there is none.
 */
function linesOf(into: Origin, text: string): Span | null {
    if (!into.block) return null;
    const [start, end] = bodyOf(into.block, text);
    return text.slice(start, end).replace(commentsAndStrings, '').includes('\n') ? { start, end } : null;
}

/** A block on one line, or one that is not there yet, with a line for each of its statements. */
function opened(
    into: Origin,
    start: number,
    end: number,
    additions: readonly Incoming[],
    inside: readonly TextEdit[],
    text: string,
): TextEdit {
    const newline = newlineOf(text);
    const indent = indentAt(text, into.whole.start);
    const body = applyEdits(
        text.slice(start, end),
        inside.map(edit => ({ ...edit, start: edit.start - start, end: edit.end - start })),
    );
    const coming = (place: 'first' | 'last'): readonly string[] =>
        additions.filter(({ where }) => where === place).map(({ statement }) => statement);
    const written = [...coming('first'), formatText(body.trim()).trim().replace(/\r\n/g, '\n'), ...coming('last')]
        .filter(line => line !== '')
        .map(line => indented(line, indent + unit, newline))
        .join(newline);
    const lines = `${newline}${written}${newline}${indent}`;
    return { file: into.file, start, end, text: into.block ? lines : ` {${lines}}` };
}

/** What comes into a block with several lines, above its first statement and below its last one. */
function comingInto(
    into: Origin,
    body: Span,
    additions: readonly Incoming[],
    text: string,
    edits: readonly TextEdit[],
): readonly TextEdit[] {
    const newline = newlineOf(text);
    const indent = indentAt(text, into.whole.start);
    return (['first', 'last'] as const).flatMap(place => {
        const lines = additions
            .filter(({ where }) => where === place)
            .map(({ statement }) => newline + indented(statement, indent + unit, newline));
        if (lines.length === 0) return [];
        const { at, rest } =
            place === 'first'
                ? behindBrace(body.start, indent + unit, text)
                : endOfLines(into.file, body, indent, text, edits);
        return [{ file: into.file, start: at, end: at, text: lines.join('') + (rest === null ? '' : newline + rest) }];
    });
}

/** Where lines are put, and with what the rest of the line there is set in; `null` where nothing is left on it. */
interface Gap {
    readonly at: number;
    readonly rest: string | null;
}

/** A comment on the line of the opening brace stays there, unless it documents the statement that follows. */
const commentsOfBrace = /[ \t]*(?:\/\*(?!\*)[^\r\n]*?\*\/[ \t]*)*(?:\/\/[^\r\n]*)?(?=\r?\n)/y;

/** Behind an opening brace: a statement that begins on its line goes to the next one, whole. */
function behindBrace(brace: number, indent: string, text: string): Gap {
    commentsOfBrace.lastIndex = brace;
    const [comments] = commentsOfBrace.exec(text) ?? [];
    if (comments !== undefined) return { at: brace + comments.length, rest: null };
    let blanks = 0;
    while (text[brace + blanks] === ' ' || text[brace + blanks] === '\t') blanks++;
    return { at: brace, rest: indent.slice(blanks) };
}

/** Where the last statement of a body ends that is not taken away with its line. */
function endOfLines(file: string, { start, end }: Span, indent: string, text: string, edits: readonly TextEdit[]): Gap {
    const gone = edits.filter(edit => edit.file === file && edit.text === '');
    let at = start + text.slice(start, end).trimEnd().length;
    for (;;) {
        const taken = gone.find(line => start <= line.start && line.start < at && at < line.end);
        if (!taken) break;
        at = breakBefore(text, taken.start);
    }
    // What documents nothing yet does not document what comes.
    const doc = withDoc(text, at);
    if (start <= doc && doc < at) at = start + text.slice(start, doc).trimEnd().length;
    const bracketIsBehind = text[end] === '}' && !text.slice(at, end).includes('\n');
    return { at, rest: bracketIsBehind ? indent.slice(end - at) : null };
}
