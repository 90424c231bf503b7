/** One statement as it is written: its words in order, and the statements of its block. */
export interface Statement {
    /** Words, marks, numbers and, in quotation marks, texts. */
    words: string[];
    /** Offset of the first word in its file. */
    offset: number;
    block?: Statement[];
}

const [newline, space, quote, slash, star, open, close, comma, colon, backslash] = [...'\n "/*{},:\\'].map(mark =>
    mark.charCodeAt(0),
);

/** The statements of a text. A statement ends with its line, with its block, or with the block that it is in. */
export function parse(text: string): Statement[] {
    let at = 0;
    return block();

    function block(): Statement[] {
        const found: Statement[] = [];
        for (;;) {
            skipBlank(true);
            if (at >= text.length) return found;
            if (text.charCodeAt(at) === close) {
                at++;
                return found;
            }
            found.push(statement());
        }
    }

    function statement(): Statement {
        const made: Statement = { words: [], offset: at };
        for (;;) {
            skipBlank(false);
            const code = text.charCodeAt(at);
            if (at >= text.length || code === newline || code === close) return made;
            if (code === open) {
                at++;
                made.block = block();
                return made;
            }
            made.words.push(word(code));
        }
    }

    function word(first: number): string {
        const start = at++;
        if (first === comma || first === colon) return text.slice(start, at);
        if (first === quote) {
            while (at < text.length && text.charCodeAt(at) !== quote) at += text.charCodeAt(at) === backslash ? 2 : 1;
            at++;
            return text.slice(start, at);
        }
        while (at < text.length && !endsWord(text.charCodeAt(at))) at++;
        return text.slice(start, at);
    }

    /** White space and comments, and line ends if `lines` says so. */
    function skipBlank(lines: boolean): void {
        for (; at < text.length; at++) {
            const code = text.charCodeAt(at);
            if (code === slash && text.charCodeAt(at + 1) === slash) {
                at = positionOf('\n', at) - 1;
            } else if (code === slash && text.charCodeAt(at + 1) === star) {
                at = positionOf('*/', at + 2) + 1;
            } else if (code > space || (code === newline && !lines)) return;
        }
    }

    function positionOf(mark: string, from: number): number {
        const found = text.indexOf(mark, from);
        return found < 0 ? text.length : found;
    }
}

const endsWord = (code: number): boolean =>
    code <= space || code === comma || code === colon || code === open || code === close || code === quote;
