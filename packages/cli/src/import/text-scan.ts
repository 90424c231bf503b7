/** Where the next thing begins that is no string and no comment, or the end of the one at `at`. */
export function skipQuiet(text: string, at: number): number {
    if (text.startsWith('//', at)) {
        const end = text.indexOf('\n', at);
        return end < 0 ? text.length : end;
    }
    if (text.startsWith('/*', at)) {
        const end = text.indexOf('*/', at + 2);
        return end < 0 ? text.length : end + 2;
    }
    if (text[at] === '"') {
        for (let end = at + 1; end < text.length; end++) {
            if (text[end] === '\\') end += 1;
            else if (text[end] === '"' || text[end] === '\n') return end + 1;
        }
        return text.length;
    }
    return at;
}

/** The position behind the brace that closes the one at `open`; the end of the text where none does. */
export function blockEnd(text: string, open: number): number {
    let depth = 0;
    for (let at = open; at < text.length; at++) {
        const after = skipQuiet(text, at);
        if (after > at) {
            at = after - 1;
            continue;
        }
        if (text[at] === '{') depth += 1;
        if (text[at] === '}') {
            depth -= 1;
            if (depth === 0) return at + 1;
        }
    }
    return text.length;
}

/** The statements in a block, without its braces: each with its text, lines that belong together kept together. */
export function statements(block: string): readonly string[] {
    const found: string[] = [];
    let start = 0;
    for (let at = 0; at <= block.length; at++) {
        const after = at < block.length ? skipQuiet(block, at) : at;
        if (after > at) {
            at = after - 1;
            continue;
        }
        if (block[at] === '{') at = blockEnd(block, at) - 1;
        else if (block[at] === '\n' || at === block.length) {
            const line = block.slice(start, at).replace(/\r$/, '');
            if (line.trim() !== '') found.push(line.trim());
            start = at + 1;
        }
    }
    return found;
}

/** A text with some of its parts replaced. */
export function edited(text: string, edits: readonly { readonly start: number; readonly end: number; readonly text: string }[]): string {
    const pieces: string[] = [];
    let at = 0;
    for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
        pieces.push(text.slice(at, edit.start), edit.text);
        at = edit.end;
    }
    return `${pieces.join('')}${text.slice(at)}`;
}
