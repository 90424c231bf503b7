import type { Position, Range } from 'vscode-languageserver';
import { Lines, type Span } from '../model/index.ts';

/**
 * The lines of one state of a text in the words of the protocol: offsets and characters count UTF-16 code units, lines
 * count from 0.
 */
export class LineIndex {
    private readonly lines: Lines;

    constructor(text: string | Lines) {
        this.lines = typeof text === 'string' ? new Lines(text) : text;
    }

    get text(): string {
        return this.lines.text;
    }

    get lineCount(): number {
        return this.lines.count;
    }

    /** An offset beyond the text means its end, and one within a line end the end of its line. */
    positionAt(offset: number): Position {
        const { line } = this.lines.at(Math.max(0, offset));
        const start = this.lines.start(line);
        return { line: line - 1, character: Math.min(Math.max(0, offset), this.lines.end(line)) - start };
    }

    /** A character beyond its line means the end of that line. */
    offsetAt({ line, character }: Position): number {
        return Math.min(this.lines.start(line + 1) + character, this.lines.end(line + 1));
    }

    rangeOf(span: Span): Range {
        return { start: this.positionAt(span.start), end: this.positionAt(span.end) };
    }

    spanOf(range: Range): Span {
        return { start: this.offsetAt(range.start), end: this.offsetAt(range.end) };
    }

    /** The offset at which the line of an offset begins. */
    lineStart(offset: number): number {
        return this.lines.start(this.lines.at(offset).line);
    }

    /** The text from the beginning of the line to the offset. */
    lineBefore(offset: number): string {
        return this.text.slice(this.lineStart(offset), offset);
    }
}
