const firstNonAscii = 0x80;

/** True for a letter or digit of ASCII, and for `_`. */
export function isAsciiNamePart(code: number): boolean {
    return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95;
}

function isNamePart(code: number | undefined): code is number {
    if (code === undefined) return false;
    // Sets of Unicode take long to make, and most texts need none: so they are made when they are met.
    return code < firstNonAscii ? isAsciiNamePart(code) : /[\p{L}\p{M}\p{N}]/u.test(String.fromCodePoint(code));
}

function isNameStart(code: number | undefined): boolean {
    if (code === undefined) return false;
    if (code < firstNonAscii) return isAsciiNamePart(code) && !(code >= 48 && code <= 57);
    return /\p{L}/u.test(String.fromCodePoint(code));
}

/**
 * Where the name ends that begins at an offset: letters of any script, digits, `_` and inner single hyphens. The offset
 * itself for none.
 */
export function endOfName(text: string, offset: number): number {
    if (!isNameStart(text.codePointAt(offset))) return offset;
    let end = offset;
    for (;;) {
        const code = text.codePointAt(end);
        if (isNamePart(code)) end += code > 0xffff ? 2 : 1;
        else if (code === 45 && isNamePart(text.codePointAt(end + 1))) end++;
        else return end;
    }
}

/** True for a text that is one name, and nothing else. */
export function isName(text: string): boolean {
    return text !== '' && endOfName(text, 0) === text.length;
}
