import {
    accesses,
    assetTraits,
    countermeasureStatuses,
    criticalities,
    outcomes,
    patchStates,
    protections,
    ruleTraits,
    securityModes,
    verbs,
    zoneKinds,
    zoneTraits,
} from '../../src/model/index.ts';
import { parse, statementsOf } from '../../src/syntax/index.ts';

/** A text that differs in one fact from another. */
export interface OtherText {
    /** The line, and what of it is different: `3 kind [control → safety]`. */
    readonly change: string;
    readonly text: string;
}

/** Words of which one is as good in a text as another; each is replaced by the next, the last by the first. */
const lists: readonly (readonly string[])[] = [
    [...zoneKinds],
    [...accesses],
    [...criticalities],
    [...countermeasureStatuses],
    [...securityModes],
    [...protections],
    [...outcomes],
    [...patchStates],
    [...assetTraits],
    [...zoneTraits],
    [...ruleTraits],
    [...verbs],
    // One type of each sort that rules distinguish, and protocols with and without protection.
    ['plc', 'server', 'engineering-station', 'safety-controller', 'office-computer', 'transmitter'],
    ['firewall', 'switch', 'diode', 'proxy', 'router'],
    ['modbus-tcp', 'https', 'rdp', 's7comm', 'opc-ua', 'syslog', 'dns', 'hardwired-io'],
];

/** The days around the one on which the models are judged. */
const days = ['2026-05-31', '2026-06-01', '2026-06-02'];

const words = /"[^"\n]*"|\d{4}-\d\d-\d\d|<?->|--|[\p{L}_][\p{L}\p{N}_.-]*|\d[\w./:]*|\S/gu;

/** The lists of which a statement may name several words. */
const several: typeof lists = [assetTraits, zoneTraits, protections, lists.at(-1)!];

/** What has a name that another one may have beside it. */
const named = /^((?:asset|zone|conduit|countermeasure|threat|function|party|island) [\p{L}_][\p{L}\p{N}_-]*)/u;

/** What may be in the place of a word. */
function others(word: string): readonly string[] {
    if (/^\d{4}-/.test(word)) return days.filter(day => day !== word);
    if (/^\d{1,3}$/.test(word)) return [Number(word) - 1, Number(word) + 1].filter(one => one >= 0).map(String);
    if (word === '->') return ['<->'];
    if (word === '<->' || word === '--') return ['->'];
    return nextOf(word, lists);
}

/** The next word of each list that has a word. */
function nextOf(word: string, some: typeof lists): readonly string[] {
    return some.flatMap(list => (list.includes(word) ? [list[(list.indexOf(word) + 1) % list.length]!] : []));
}

/** A statement beside itself: under another name where it has one; undefined where it is said once. */
function twice(statement: string): string | undefined {
    const second = statement.replace(named, (_, name: string) => `${name}2`);
    return second !== statement || statement.startsWith('flow ') ? `${statement}\n${second}` : undefined;
}

/** The next address, the next shorter prefix, and the next port: what decides in rules of firewalls and in traffic. */
function otherPlaces(word: string): readonly string[] {
    const address = /^((?:\d+\.){3})(\d+)(\/(\d+))?$/.exec(word);
    if (!address) return /^\d{4,5}$/.test(word) ? [String(Number(word) + 1)] : [];
    const [, start, last, slash, length] = address;
    return slash ? [`${start}${last}/${Number(length) - 1}`] : [`${start}${Number(last) + 1}`];
}

/**
 * Each text in which one statement is left out, the two ends of an arrow are exchanged, or one value is another.
 * @param options `beside`: also those in which a statement has another one beside it, or a list has a word more;
 * `places`: also those with another address or port
 */
export function otherTexts(
    text: string,
    { beside = false, places = false }: { readonly beside?: boolean; readonly places?: boolean } = {},
): readonly OtherText[] {
    const found: OtherText[] = [];
    const known = new Set<string>();
    const take = (start: number, end: number, put: string, shown: string): void => {
        const other = text.slice(0, start) + put + text.slice(end);
        if (known.has(other)) return;
        known.add(other);
        const begin = text.lastIndexOf('\n', start - 1) + 1;
        const line = text.slice(0, start).split('\n').length;
        const rest = text.slice(end).split('\n')[0]!;
        const change = `${line} ${`${text.slice(begin, start)}${shown}${put === '' ? '' : rest}`.trim()}`;
        found.push({ change, text: other });
    };
    const leaveOut = (node: object): void => {
        for (const each of statementsOf(node)) {
            const whole = text.slice(each.start, each.end);
            const shown = `${whole.split('\n')[0]!}${whole.includes('\n') ? ' …' : ''}`;
            take(each.start, each.end, '', `without ${shown}`);
            const both = beside ? twice(whole) : undefined;
            if (both !== undefined) take(each.start, each.end, both, `twice ${shown}`);
            leaveOut(each);
        }
    };
    leaveOut(parse('one-fact', text).file);
    for (const { 0: word, index } of text.matchAll(words)) {
        const longer = beside ? nextOf(word, several).map(next => `${word}, ${next}`) : [];
        for (const other of [...others(word), ...(places ? otherPlaces(word) : []), ...longer])
            take(index, index + word.length, other, `[${word} → ${other}]`);
    }
    for (const { 0: both, 1: from, 2: to, index } of text.matchAll(/(\S+) -> ([^\s:{]+)/g))
        take(index, index + both.length, `${to} -> ${from}`, `[${both} → ${to} -> ${from}]`);
    return found;
}
