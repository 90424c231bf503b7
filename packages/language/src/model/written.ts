import { frAbbreviations } from './level.ts';
import type { Ports } from './model.ts';

/** Values of a model in the notation of the language: what is written so is read back as the same value. */

/** A drive or a share: a `\n` in such a text would be taken for a part of the path that somebody typed. */
const path = /^(?:[A-Za-z]:|\\)/;

/** What is not written in a string literal as it is. */
const special = /["\\\n\r\t]/;

/** A string literal that means the text. */
export function writeString(text: string): string {
    if (!special.test(text)) return `"${text}"`;
    const [line, tab] = path.test(text) ? ['\\u{a}', '\\u{9}'] : ['\\n', '\\t'];
    const body = text.replace(/["\\]/g, '\\$&').replace(/\n/g, line).replace(/\r/g, '\\u{d}').replace(/\t/g, tab);
    return `"${body}"`;
}

/**
 * A level vector: `2`, `2 { RDF 3 }`, `{2 2 0 1 3 1 3}` or `{ IAC 2 RDF 3 }`, whichever is shortest to read.
 * @param levels one for each FR, `null` where nothing is said
 * @returns empty for a vector that says nothing
 */
export function writeVector(levels: readonly (number | null)[]): string {
    const said = levels.filter(level => level !== null);
    if (said.length === 0) return '';
    if (said.length < levels.length) {
        const parts = levels.flatMap((level, fr) => (level === null ? [] : [`${frAbbreviations[fr]} ${level}`]));
        return `{ ${parts.join(' ')} }`;
    }
    const usual = [...new Set(said)].sort((a, b) => count(said, b) - count(said, a) || a - b)[0]!;
    const others = levels.flatMap((level, fr) => (level === usual ? [] : [`${frAbbreviations[fr]} ${level}`]));
    if (others.length === 0) return String(usual);
    return others.length <= 3 ? `${usual} { ${others.join(' ')} }` : `{${said.join(' ')}}`;
}

function count(levels: readonly number[], level: number): number {
    return levels.filter(each => each === level).length;
}

/**
 * What follows the word `port`: `tcp 80, 443, 5000-5010`. The transport alone means all its ports.
 * @returns with a note in brackets where no number of the statement was understood, so that it is not taken for all
 */
export function writePorts({ transport, ranges, unread }: Pick<Ports, 'transport' | 'ranges' | 'unread'>): string {
    const lost = unread === true ? ' (ports not understood)' : '';
    if (ranges.length === 0) return `${transport} (ports not understood)`;
    if (ranges.some(({ from, to }) => from === 0 && to === 65535)) return `${transport}${lost}`;
    const numbers = ranges.map(({ from, to }) => (from === to ? String(from) : `${from}-${to}`)).join(', ');
    return `${transport} ${numbers}${lost}`;
}

/** All ports of a flow or protocol on one line: `tcp 80, 443; udp 53`; empty where none are stated. */
export function writeAllPorts(ports: readonly Ports[]): string {
    return ports.map(writePorts).join('; ');
}
