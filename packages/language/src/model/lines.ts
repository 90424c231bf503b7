/** Offsets to lines and columns of one text. A line ends with LF, CRLF or CR, as editors count them. */
export class Lines {
    readonly text: string;
    /** The offset at which each line begins. */
    private readonly starts: number[] = [0];

    constructor(text: string) {
        this.text = text;
        if (text.includes('\r'))
            for (const ending of text.matchAll(/\r\n?|\n/g)) this.starts.push(ending.index + ending[0].length);
        else for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.starts.push(at + 1);
    }

    get count(): number {
        return this.starts.length;
    }

    /** Line and column of an offset, from 1; columns in UTF-16 units. */
    at(offset: number): { readonly line: number; readonly column: number } {
        let low = 0;
        let high = this.starts.length - 1;
        while (low < high) {
            const middle = (low + high + 1) >> 1;
            if (this.starts[middle]! <= offset) low = middle;
            else high = middle - 1;
        }
        return { line: low + 1, column: offset - this.starts[low]! + 1 };
    }

    /** The offset at which a line begins, counted from 1; the end of the text for a line behind the last one. */
    start(line: number): number {
        return this.starts[line - 1] ?? this.text.length;
    }

    /** The offset at which a line ends, before its line end. */
    end(line: number): number {
        const start = this.start(line);
        let end = this.start(line + 1);
        while (end > start && isLineEnd(this.text.charCodeAt(end - 1))) end--;
        return end;
    }

    /** The text of a line, counted from 1, without its end. */
    line(number: number): string {
        return this.text.slice(this.start(number), this.end(number));
    }
}

function isLineEnd(code: number): boolean {
    return code === 10 || code === 13;
}
