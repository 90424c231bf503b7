/**
 * Escapes in texts: `\"`, `\\`, `\n`, `\t` and `\u{…}`. Any other backslash is a mistake, and is kept as it is typed.
 */

const known = /\\(?:u\{([0-9A-Fa-f]{1,6})\}|(["\\nt]))/g;
const highest = 0x10ffff;

const signs: ReadonlyMap<string, string> = new Map([
    ['n', '\n'],
    ['t', '\t'],
    ['"', '"'],
    ['\\', '\\'],
]);

/** The beginning of a path of Windows: a drive or a share, and names without blanks. */
const path = /^(?:[A-Za-z]:|\\\\)[^\s"<>|?*]*$/;

/** What stands between the quotation marks of a literal. */
function bodyOf(literal: string): string {
    return literal.slice(1, literal.length > 1 && literal.endsWith('"') ? -1 : undefined);
}

/**
 * The first escape of a literal that is none, or that is none in a path of Windows.
 * @returns `null` for a literal without such an escape
 */
export function badEscape(literal: string): string | null {
    if (!literal.includes('\\')) return null;
    const body = bodyOf(literal);
    for (let at = body.indexOf('\\'); at >= 0; at = body.indexOf('\\', at)) {
        known.lastIndex = at;
        const match = known.exec(body);
        const stands = match?.index === at && (match[1] === undefined || Number.parseInt(match[1], 16) <= highest);
        if (!stands) return body.slice(at, at + 2);
        // In a path the path is meant, and no line end or tab.
        if (/[nt]$/.test(match[0]) && path.test(body.slice(0, at))) return match[0];
        at += match[0].length;
    }
    return null;
}

/**
 * The text between the quotation marks, escapes resolved. With a bad one among them all is taken as typed, so that no
 * letter is lost.
 */
export function readEscapes(literal: string): string {
    const body = bodyOf(literal);
    if (!body.includes('\\')) return body;
    if (badEscape(literal) !== null) return body.replaceAll('\\"', '"');
    return body.replace(known, (_, code: string | undefined, sign: string) =>
        code === undefined ? signs.get(sign)! : String.fromCodePoint(Number.parseInt(code, 16)),
    );
}
