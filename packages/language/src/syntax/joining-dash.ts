import { code } from './code-marks.ts';
import type { Misread } from './misread.ts';
import type { Token } from './lex.ts';
import { kinds, wordKinds } from './parser/generated/kinds.ts';

/** What is between two names after a word, and how it is said. */
interface Joint {
    readonly sign: string;
    readonly kind: number;
    readonly said: (one: string, other: string) => string;
}

const joints: ReadonlyMap<string, Joint> = new Map([
    [
        'flow',
        {
            sign: '--',
            kind: kinds['--'],
            said: (one, other) =>
                `${code(`${one} -- ${other}`)}, or ${code(`${one} -> ${other}`)} where ${one} opens the session`,
        },
    ],
    ['between', { sign: 'and', kind: wordKinds.get('and')!, said: (one, other) => code(`${one} and ${other}`) }],
]);

/** The rest of a qualified name, and the sign that makes what is before it one name. */
const goesOn = /^(?:\s*\.\s*[\p{L}_][\p{L}\p{M}\p{N}_-]*)*\s*(?:->|<->|--|and\b)/u;
const dash = /[\u2010-\u2015\u2212]/gu;

/**
 * A dash of a word processor between two names, `flow A–B`, joins them: within other names it is read as a hyphen.
 * Adds what has to be said of it.
 * @param token a name, as it was read
 * @param before the tokens before it
 * @param text as it is written
 * @returns the three tokens that are meant; `null` where the dash is a part of the name
 */
export function joinedByDash(
    token: Token,
    before: readonly Token[],
    text: string,
    errors: Misread[],
): readonly [Token, Token, Token] | null {
    const written = text.slice(token.start, token.end);
    const [at, ...others] = Array.from(written.matchAll(dash), found => found.index);
    if (at === undefined || others.length > 0) return null;
    let first = before.length;
    while (before[first - 1]?.kind === kinds['.']) first -= 2;
    const joint = joints.get(before[first - 1]?.image ?? '');
    if (!joint || goesOn.test(text.slice(token.end, token.end + 300))) return null;
    const [one, other] = [written.slice(0, at), written.slice(at + 1)];
    const middle = token.start + at;
    errors.push({
        message: `${code(written)} has no meaning here: write ${joint.said(one, other)}.`,
        start: token.start,
        end: token.end,
        write: `${one} ${joint.sign} ${other}`,
    });
    return [
        { ...token, image: one.normalize('NFC'), end: middle },
        { kind: joint.kind, image: joint.sign, start: middle, end: middle + 1 },
        { ...token, image: other.normalize('NFC'), start: middle + 1 },
    ];
}
