import { formatText, lineWidth } from './format.ts';
import type { TextEdit } from './text-edit.ts';
import { applyEdits, lineEnd, lineStart } from './text-edit.ts';

/** Lines of a file that edits touch, with those edits. */
interface Touched {
    readonly start: number;
    readonly end: number;
    readonly edits: readonly TextEdit[];
}

/**
 * Edits of statements can leave a line that is too long for its block, or a block with nothing in it. Where they do,
 * and the declaration was in the canonical layout before, it is brought back into it.
 * @param edits in the order of files and places; they do not overlap
 */
export function tidied(edits: readonly TextEdit[], textOf: (file: string) => string): TextEdit[] {
    return [...Map.groupBy(edits, edit => edit.file)].flatMap(([file, own]) => {
        const text = textOf(file);
        const untidy = touchedLines(text, own).filter(touched => isUntidy(text, touched));
        return untidy.length === 0 ? own : withLayout(file, text, own, untidy);
    });
}

function touchedLines(text: string, edits: readonly TextEdit[]): readonly Touched[] {
    const found: Touched[] = [];
    for (const edit of edits) {
        const last = found.at(-1);
        const start = lineStart(text, edit.start);
        const end = lineEnd(text, edit.end);
        if (last && start <= last.end)
            found[found.length - 1] = { start: last.start, end: Math.max(end, last.end), edits: [...last.edits, edit] };
        else found.push({ start, end, edits: [edit] });
    }
    return found;
}

function within(text: string, { start, end, edits }: Touched): string {
    return applyEdits(
        text.slice(start, end),
        edits.map(edit => ({ ...edit, start: edit.start - start, end: edit.end - start })),
    );
}

function isUntidy(text: string, touched: Touched): boolean {
    const after = within(text, touched);
    if (after.split('\n').some(line => line.length > lineWidth && line.includes('{'))) return true;
    if (touched.edits.some(edit => spreadsBlock(text, edit) || breaksLine(edit))) return true;
    const before = text.slice(lineStart(text, Math.max(0, touched.start - 1)), touched.start);
    const behind = text.slice(touched.end, lineEnd(text, Math.min(text.length, touched.end + 1)));
    return /\{[ \t\r]*\n\s*\}/.test(before + after + behind);
}

/** True for a comment to the end of its line, with more of its statement behind it. */
const breaksLine = (edit: TextEdit): boolean => /\/\/[^\n]*\n[ \t]*$/.test(edit.text);

/** True for lines that come into a block on one line: it is spread over lines too. */
function spreadsBlock(text: string, { start, end, text: written }: TextEdit): boolean {
    const before = text.slice(lineStart(text, start), start);
    const behind = text.slice(end, lineEnd(text, end));
    return written.includes('\n') && before.includes('{') && behind.includes('}');
}

/**
 * The top-level declarations around a place, as whole lines: in the canonical layout, what is set in belongs to what is
 * not.
 */
function declarations(text: string, touched: Touched): Touched {
    let start = touched.start;
    while (start > 0 && !/[^\s}]/.test(text.charAt(start))) start = lineStart(text, start - 1);
    let end = touched.end;
    while (end < text.length && !/[^\s}]/.test(text.charAt(end + 1))) end = lineEnd(text, end + 1);
    return { ...touched, start, end: start + text.slice(start, end).trimEnd().length };
}

function withLayout(file: string, text: string, edits: readonly TextEdit[], untidy: readonly Touched[]): TextEdit[] {
    const whole = (part: string): string => formatText(part).trimEnd();
    let kept = edits;
    for (const touched of untidy) {
        const { start, end } = declarations(text, touched);
        const own = kept.filter(edit => start <= edit.start && edit.end <= end);
        if (!touched.edits.every(edit => own.includes(edit))) continue;
        const before = text.slice(start, end);
        if (whole(before) !== before) continue;
        const after = whole(within(text, { start, end, edits: own }));
        kept = [...kept.filter(edit => !own.includes(edit)), smallest(file, before, after, start)];
    }
    return [...kept].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** One change for all that differs. */
function smallest(file: string, before: string, after: string, offset: number): TextEdit {
    let head = 0;
    while (head < before.length && head < after.length && before[head] === after[head]) head++;
    let tail = 0;
    const most = Math.min(before.length, after.length) - head;
    while (tail < most && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
    return {
        file,
        start: offset + head,
        end: offset + before.length - tail,
        text: after.slice(head, after.length - tail),
    };
}
