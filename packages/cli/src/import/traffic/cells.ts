import { protocolNumbers } from '../rules/reading.ts';

/** A day with a time, as most tools write it, and a zone where they write one. */
const withBlanks = /^(\d{4})[-/](\d\d)[-/](\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?))?\s*(Z|[+-]\d\d:?\d\d)?$/;

/** True for a time of a day that says no zone: it is of the clock of whoever wrote it. */
export function isLocal(written: string): boolean {
    const found = withBlanks.exec(written.trim());
    return found?.[4] !== undefined && found[5] === undefined;
}

/**
 * Seconds since 1970 of a time: ISO, with blanks, or a number in seconds, milliseconds or microseconds; `NaN` for
 * what is none of these. A time without a zone is taken as UTC.
 */
export function timeOf(written: string): number {
    const text = written.trim();
    if (/^\d{9,}(\.\d+)?$/.test(text)) {
        const value = Number(text);
        return value > 1e14 ? value / 1e6 : value > 1e11 ? value / 1e3 : value;
    }
    const iso = withBlanks.exec(text);
    return iso
        ? Date.parse(`${iso[1]}-${iso[2]}-${iso[3]}T${(iso[4] ?? '00:00').replace(',', '.')}${iso[5] ?? 'Z'}`) / 1000
        : NaN;
}

const known: Readonly<Record<number, string>> = { 6: 'tcp', 17: 'udp', 132: 'sctp', 1: 'icmp', 58: 'icmp' };

/** The transport that a cell names, by a word or a number of IANA; `null` for none. */
export function transportOf(written: string): string | null {
    // A list with one transport, as Nozomi writes it: ["tcp"].
    const word = written
        .replace(/^\s*\[\s*"?([^",\]]*)"?\s*\]\s*$/, '$1')
        .trim()
        .toLowerCase();
    if (['tcp', 'udp', 'sctp', 'icmp'].includes(word)) return word;
    const number = /^\d+$/.test(word) ? Number(word) : protocolNumbers.get(word);
    return number === undefined || number > 255 ? null : (known[number] ?? `ip ${number}`);
}
