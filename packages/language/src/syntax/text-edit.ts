/** A change of characters in one file: what stands from `start` to `end` becomes `text`. */
export interface TextEdit {
    readonly file: string;
    readonly start: number;
    readonly end: number;
    readonly text: string;
}

/** The text after changes that do not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
    return [...edits]
        .sort((a, b) => b.start - a.start || b.end - a.end)
        .reduce((changed, edit) => changed.slice(0, edit.start) + edit.text + changed.slice(edit.end), text);
}

/** Where the line begins that holds the offset. */
export function lineStart(text: string, offset: number): number {
    return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Where that line ends, before its line break. */
export function lineEnd(text: string, offset: number): number {
    const end = text.indexOf('\n', offset);
    return end < 0 ? text.length : end;
}

/** How the lines of a text end, as its first one does. */
export function newlineOf(text: string): string {
    const end = text.indexOf('\n');
    return end > 0 && text[end - 1] === '\r' ? '\r\n' : '\n';
}

/** Where the spaces and tabs before an offset begin. Looks at nothing else of the text, however long it is. */
export function blanksBefore(text: string, offset: number): number {
    let at = offset;
    while (text[at - 1] === ' ' || text[at - 1] === '\t') at--;
    return at;
}

/** Where the line break directly before an offset begins; the offset itself where there is none. */
export function breakBefore(text: string, offset: number): number {
    const at = text[offset - 1] === '\n' ? offset - 1 : offset;
    return text[at - 1] === '\r' ? at - 1 : at;
}

/** The documentation comment directly before a statement goes where the statement goes. */
export function withDoc(text: string, start: number): number {
    const end = blanksBefore(text, breakBefore(text, blanksBefore(text, start)));
    if (end < 2 || !text.startsWith('*/', end - 2)) return start;
    const before = text.lastIndexOf('*/', end - 3);
    // A comment of another kind may have the signs in it.
    const open = text.indexOf('/*', before < 0 ? 0 : before + 2);
    return open >= 0 && text.startsWith('/**', open) && open + '/**'.length <= end - 2 ? open : start;
}

/** By how much a block is indented. */
export const unit = '  ';

/** What begins with `/` is a comment; strings are found as well, since they may hold what looks like one. */
export const commentsAndStrings = /"(?:[^"\\\r\n]|\\.)*"?|\/\/[^\r\n]*|\/\*[^]*?\*\//g;

/** The spaces and tabs with which the line of an offset begins. */
export function indentAt(text: string, offset: number): string {
    return /^[ \t]*/.exec(text.slice(lineStart(text, offset), offset))![0];
}

/** A statement with an indent before each line that is not empty. */
export function indented(statement: string, indent: string, newline: string): string {
    return statement
        .split('\n')
        .map(line => (line === '' ? '' : indent + line))
        .join(newline);
}
