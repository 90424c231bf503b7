const quote = 34;
const backslash = 92;
const slash = 47;

/** A closed string without escapes, which nearly all are. */
const plain = /"[^"\\\r\n]*"/y;

/** Quotation marks of typesetting: word processors put them in the place of `"`. */
function isTypographic(code: number): boolean {
    return (code >= 0x201c && code <= 0x201f) || code === 0xab || code === 0xbb;
}

function endsLine(code: number): boolean {
    return code === 10 || code === 13;
}

/** True for a text that begins with a quotation mark of typesetting. */
export function isTypographicQuote(literal: string): boolean {
    return isTypographic(literal.charCodeAt(0));
}

/** The text between quotation marks of typesetting, which knows no escapes. */
export function readTypographic(literal: string): string {
    const last = literal.charCodeAt(literal.length - 1);
    const closed = literal.length > 1 && (isTypographic(last) || last === quote);
    return literal.slice(1, closed ? -1 : undefined);
}

/**
 * Where the string that begins at an offset ends, at its closing mark or at the end of its line. The offset itself for
 * none.
 */
export function endOfString(text: string, offset: number): number {
    const first = text.charCodeAt(offset);
    const straight = first === quote;
    if (!straight && !isTypographic(first)) return offset;
    if (straight) {
        plain.lastIndex = offset;
        if (plain.test(text)) return plain.lastIndex;
    }
    let at = offset + 1;
    for (; at < text.length; at++) {
        const code = text.charCodeAt(at);
        if (endsLine(code)) break;
        if (code === quote || (!straight && isTypographic(code))) return at + 1;
        if (!straight || code !== backslash) continue;
        if (at + 1 === text.length || endsLine(text.charCodeAt(at + 1))) break;
        at++;
    }
    return at;
}

/** True for a string in straight marks that ends with one of its own. */
export function isClosedString(literal: string): boolean {
    if (literal.length < 2 || !literal.endsWith('"')) return false;
    let slashes = 0;
    while (literal.charCodeAt(literal.length - 2 - slashes) === backslash) slashes++;
    return slashes % 2 === 0;
}

/**
 * Where the comment that begins at an offset ends: one of a line at the end of the line, another at its closing sign or
 * with the text.
 */
export function endOfComment(text: string, offset: number): number {
    if (text.charCodeAt(offset + 1) === slash) {
        let end = offset + 2;
        while (end < text.length && !endsLine(text.charCodeAt(end))) end++;
        return end;
    }
    const end = text.indexOf('*/', offset + 2);
    return end < 0 ? text.length : end + 2;
}

/** True for a comment of one line, or one with its closing sign. */
export function isClosedComment(comment: string): boolean {
    return !comment.startsWith('/*') || (comment.length >= 4 && comment.endsWith('*/'));
}
