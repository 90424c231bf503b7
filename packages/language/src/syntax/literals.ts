import type { TokenType } from 'chevrotain';

const quote = 34;
const backslash = 92;

/** A closed string without escapes, which nearly all are. */
const plain = /"[^"\\\r\n]*"/y;

/** Quotation marks of typesetting: word processors put them in the place of `"`. */
const typographic = ['\u201C', '\u201D', '\u201E', '\u201F', '\u00AB', '\u00BB'];

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

/** Matches a string at an offset, to its closing mark or to the end of its line. */
export function matchString(text: string, offset: number): [string] | null {
    const first = text.charCodeAt(offset);
    const straight = first === quote;
    if (!straight && !isTypographic(first)) return null;
    if (straight) {
        plain.lastIndex = offset;
        const found = plain.exec(text);
        if (found) return found as unknown as [string];
    }
    let at = offset + 1;
    for (; at < text.length; at++) {
        const code = text.charCodeAt(at);
        if (endsLine(code)) break;
        if (code === quote || (!straight && isTypographic(code))) return [text.slice(offset, at + 1)];
        if (!straight || code !== backslash) continue;
        if (at + 1 === text.length || endsLine(text.charCodeAt(at + 1))) break;
        at++;
    }
    return [text.slice(offset, at)];
}

/** Matches a comment of one or more lines at an offset, to its end or to that of the text. */
export function matchComment(text: string, offset: number): [string] | null {
    if (!text.startsWith('/*', offset)) return null;
    const end = text.indexOf('*/', offset + 2);
    return [text.slice(offset, end < 0 ? text.length : end + 2)];
}

/** Puts the matchers by hand in the place of the regular expressions of two terminals. */
export function matchByHand(tokens: readonly TokenType[]): void {
    for (const token of tokens) {
        if (token.name === 'STRING') Object.assign(token, { PATTERN: matchString, START_CHARS_HINT: ['"', ...typographic], LINE_BREAKS: false });
        if (token.name === 'BLOCK_COMMENT') Object.assign(token, { PATTERN: matchComment, START_CHARS_HINT: ['/'], LINE_BREAKS: true });
    }
}
