import type { Position, Range } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Span } from '../model/index.ts';

/** One state of a text, and where its lines begin. Offsets and characters count UTF-16 code units, lines count from 0. */
export class LineIndex {
    private readonly document: TextDocument;

    constructor(text: string) {
        this.document = TextDocument.create('', '', 0, text);
    }

    get text(): string {
        return this.document.getText();
    }

    get lineCount(): number {
        return this.document.lineCount;
    }

    /** An offset beyond the text means its end. */
    positionAt(offset: number): Position {
        return this.document.positionAt(offset);
    }

    /** A character beyond its line means the end of that line. */
    offsetAt(position: Position): number {
        return this.document.offsetAt(position);
    }

    rangeOf(span: Span): Range {
        return { start: this.positionAt(span.start), end: this.positionAt(span.end) };
    }

    spanOf(range: Range): Span {
        return { start: this.offsetAt(range.start), end: this.offsetAt(range.end) };
    }

    /** The offset at which the line of an offset begins. */
    lineStart(offset: number): number {
        return this.offsetAt({ line: this.positionAt(offset).line, character: 0 });
    }

    /** The text from the beginning of the line to the offset. */
    lineBefore(offset: number): string {
        return this.text.slice(this.lineStart(offset), offset);
    }
}
