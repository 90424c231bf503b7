import type { Origin, Span } from '../model/index.ts';
import { formatText } from './format.ts';
import type { TextEdit } from './text-edit.ts';
import { applyEdits, breakBefore, indentAt, indented, lineEnd, newlineOf, unit } from './text-edit.ts';

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
    const byBlock = [...Map.groupBy(additions, ({ into }) => `${into.whole.start} ${into.file}`).values()];
    let all = [...edits];
    for (const group of byBlock.sort((a, b) => length(a[0]!.into) - length(b[0]!.into))) {
        const { into } = group[0]!;
        const text = textOf(into.file);
        const lines = linesOf(into, text);
        if (lines) {
            all.push(...group.map(each => addition(lines, each, text, edits)));
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

/** The body of a block with several lines; `null` for one on one line, and where there is none. */
function linesOf(into: Origin, text: string): Span | null {
    if (!into.block) return null;
    const [start, end] = bodyOf(into.block, text);
    return text.slice(start, end).includes('\n') ? { start, end } : null;
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

function addition(
    body: Span,
    { into, statement, where }: Incoming,
    text: string,
    edits: readonly TextEdit[],
): TextEdit {
    const newline = newlineOf(text);
    const written = `${newline}${indented(statement, indentAt(text, into.whole.start) + unit, newline)}`;
    const at =
        where === 'first' ? breakBefore(text, lineEnd(text, body.start) + 1) : endOfLines(into.file, body, text, edits);
    return { file: into.file, start: at, end: at, text: written };
}

/** Where the last statement of a body ends that is not taken away with its line. */
function endOfLines(file: string, { start, end }: Span, text: string, edits: readonly TextEdit[]): number {
    const lines = edits.filter(edit => edit.file === file && edit.text === '');
    let at = start + text.slice(start, end).trimEnd().length;
    for (;;) {
        const taken = lines.find(line => start <= line.start && line.start < at && at < line.end);
        if (!taken) return at;
        at = breakBefore(text, taken.start);
    }
}
