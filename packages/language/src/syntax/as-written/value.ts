import { code } from '../code-marks.ts';
import { statementWords } from '../../statements/index.ts';
import type { Reading } from './line.ts';

/** How a part of a line is said here; offsets are those of the match. */
type Said = Pick<Reading, 'message' | 'write' | 'title'>;

/** A way in which people write something, and what is said of it; `null` where it is none after all. */
type Form = readonly [written: RegExp, says: (match: RegExpExecArray) => Said | null];

const name = String.raw`[\p{L}_](?:-?[\p{L}\p{M}\p{N}_])*(?:\.[\p{L}_](?:-?[\p{L}\p{M}\p{N}_])*)*`;
const names = String.raw`${name}(?:\s*,\s*${name})*`;
const currency = String.raw`(?:[A-Z]{3}|[€$£])`;

/** Ports that protocols of automation have over UDP; all others are taken for ports of TCP. */
const udpPorts: ReadonlySet<string> = new Set('53 67 68 69 123 161 162 319 320 500 514 4500 47808'.split(' '));
/** No more addresses of a range, or clauses of a list of zones, are written out. */
const most = 16;

const listOf = (text: string): readonly string[] => text.split(/\s*,\s*/u);

function portsSaid([, before, numbers = '', behind]: RegExpExecArray): Said {
    const transport = (before ?? behind ?? (udpPorts.has(numbers) ? 'udp' : 'tcp')).toLowerCase();
    const write = `port ${transport} ${numbers}`;
    return { message: `A port is written with its transport before it: ${code(write)}.`, write };
}

function rangeSaid([, net = '', first = '', last = '']: RegExpExecArray): Said | null {
    const [from, to] = [Number(first), Number(last)];
    if (from > to || to > 255) return null;
    const message = 'An asset has single addresses, with commas between them; a network belongs to its zone.';
    if (to - from >= most) return { message };
    const all = Array.from({ length: to - from + 1 }, (_, index) => `${net}${from + index}`);
    return { message, write: `address ${all.join(', ')}`, title: `Write ${all.length} addresses` };
}

/** The number of an amount with marks between its thousands; `null` where a mark may be that of a decimal. */
function amountOf(text: string, thousands: boolean): string | null {
    const plain = text.replace(/(?<=\d)[ '’\u00a0](?=\d{3})/gu, '');
    const whole = /^\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*$/u.test(plain) ? plain.replace(/[.,]/gu, '') : plain;
    if (!/^\d+(?:\.\d+)?$/u.test(whole)) return null;
    return thousands ? String(Number(whole) * 1000) : whole;
}

function costSaid([, amount = '', k]: RegExpExecArray): Said | null {
    const number = amountOf(amount, k !== undefined);
    if (number === null) return null;
    const write = `cost ${number}`;
    return { message: `A cost is a number alone, without its currency: ${code(write)}.`, write };
}

function clauseSaid([, verb = '', writing = '', from = '', to = '', through]: RegExpExecArray): Said | null {
    const isRequired = verb === 'require';
    if (isRequired !== (through !== undefined)) return null;
    const start = isRequired ? verb : `deny ${writing}`.trim();
    const end = isRequired ? ` through ${through}` : '';
    const clauses = listOf(from).flatMap(a =>
        listOf(to).flatMap(b => (a === b ? [] : [`${start} path from ${a} to ${b}${end}`])),
    );
    const [first = '', second] = clauses;
    if (second === undefined) return { message: `A clause of an invariant is written ${code(first)}.`, write: first };
    const message = 'A clause has one end on each side: write one for each pair of them.';
    if (clauses.length > most) return { message };
    return { message, write: clauses.join('\n'), title: `Write ${clauses.length} clauses` };
}

const firstWords = statementWords.map(({ word }) => word).join('|');

const forms: readonly Form[] = [
    [
        /(?<=^\s*)(?:--|\(\*|REM\b)[ \t]*(.*?)[ \t]*(?:\*\))?$/gu,
        ([, remark = '']) => ({ message: 'A comment begins with `//`.', write: `// ${remark}`, title: 'Write //' }),
    ],
    [
        new RegExp(String.raw`(?<=^\s*)(?:[•▪◦·*–-]|\d{1,3}[.)])\s+(?=(?:${firstWords})\s)`, 'gu'),
        () => ({ message: 'A statement begins with its word, and not with the mark of a list.', write: '' }),
    ],
    [
        /(?<=\bevidence\s+"[^"]*"(?:\s*,\s*"[^"]*")*\s+)(?:(?:on|of|from|date)\s+)?(\d{4}-\d\d-\d\d)\b/gu,
        ([, day = '']) => {
            const write = `dated ${day}`;
            return { message: `The day of a document follows ${code('dated')}: write ${code(write)}.`, write };
        },
    ],
    [
        /\bports?\s*:?\s*(?:(tcp|udp)\s*[/:]\s*)?(\d+(?:-\d+)?(?:,\s*\d+(?:-\d+)?)*)(?:\s*\/?\s*(tcp|udp))?/giu,
        portsSaid,
    ],
    [/\baddress\s+((?:\d{1,3}\.){3})(\d{1,3})\s*(?:-|\.{2,3}|…|–|to\b)\s*(?:\1)?(\d{1,3})(?![\d.])/gu, rangeSaid],
    [
        /\baddress\s+dhcp\b/giu,
        () => ({ message: 'A word is written in small letters: `dhcp`.', write: 'address dhcp' }),
    ],
    [
        new RegExp(
            String.raw`\bcost\s+"?${currency}?\s*(\d[\d .,'’\u00a0]*?)(?:\s*(k\b))?(?:\s*${currency})?"?` +
                String.raw`(?=\s*(?:[}a-z]|$))`,
            'gu',
        ),
        costSaid,
    ],
    [
        new RegExp(String.raw`\bsecured\s+by\s+(${names})`, 'gu'),
        ([, by = '']) => ({
            message: `What is protected is written before ${code('by')}: ${code(`secured encryption by ${by}`)}.`,
        }),
    ],
    [
        /\b(?:translates\s+[\w.:/]+\s*)(->|=>|=|:)/gu,
        ([text = '', sign = '']) => ({
            message:
                `Expected ${code('to')}, but found ${code(sign)}; ` +
                'write `translates 192.168.0.0/24 to 10.7.0.0/24`.',
            write: `${text.slice(0, -sign.length).trimEnd()} to`,
            title: 'Write to',
        }),
    ],
    [
        /\btolerable\s+risk\b/gu,
        () => ({ message: 'The word is `tolerable-risk`.', write: 'tolerable-risk', title: 'Write tolerable-risk' }),
    ],
    [
        /\baccess\s+(?:read|r)\s*(?:[/,&+]|and)\s*(?:write|w)\b/giu,
        () => ({ message: 'Access is the most that the flow does: `access write`.', write: 'access write' }),
    ],
    [
        new RegExp(String.raw`(?<=\bone-way\s+${name}\s+)to(?=\s+${name})`, 'gu'),
        () => ({ message: 'Expected `->`, but found `to`; write `one-way A -> B`.', write: '->' }),
    ],
    [
        new RegExp(String.raw`(?<=\bone-way\s+)from\s+(${name})\s+to\s+(${name})`, 'gu'),
        ([, from = '', to = '']) => {
            const write = `${from} -> ${to}`;
            return { message: `The direction is an arrow: ${code(`one-way ${write}`)}.`, write };
        },
    ],
    [
        new RegExp(
            String.raw`(?<=^\s*)(deny|no|forbid|block|require)\s+(?:(?:all|any|every)\s+)?(?:(write)\s+)?` +
                String.raw`(?:paths?\s+)?(?:from\s+)?(?!(?:paths?|write)\b)(${names})\s*(?:to\b|-+>|→)` +
                String.raw`\s*(${names})(?:\s+(?:through|via)\s+(${name}))?(?=\s*$)`,
            'gu',
        ),
        clauseSaid,
    ],
    [/\b(?:from|to)\s+\*/gu, () => ({ message: '`*` does not mean all zones: write a clause for each zone.' })],
    [
        new RegExp(String.raw`(?<=^\s*)${name}\s*(?:->|<->|--)\s*${name}\s*:`, 'gu'),
        ([flow = '']) => ({
            message: 'A flow begins with its word: `flow A -> B : https`.',
            write: `flow ${flow}`,
            title: 'Write flow',
        }),
    ],
    [
        /\b(meets|misses|excludes|compensates)\s+(\d\.\d{1,2})(?!\d)/gu,
        ([, verb = '', number = '']) => {
            const write = `${verb} SR ${number}`;
            return { message: `A requirement is written with its kind: ${code(write)}.`, write };
        },
    ],
    [
        /(?<=\bSR \d{1,2}\.\d{1,2}(?: RE \d)?)\s+(?:and|und|et|&|\+)\s+(?=SR\b)/gu,
        () => ({ message: 'A list continues with `,`.', write: ', ', title: 'Write ,' }),
    ],
    [
        /\bpurdue\s+(?:level\s*|L\s*)(\d(?:\.\d)?)(?!\d)/giu,
        ([, level = '']) => ({
            message: `A level is a number alone: ${code(`purdue ${level}`)}.`,
            write: `purdue ${level}`,
        }),
    ],
    [
        /\b(SL-[TCA])\s+SL[\s-]?([0-4])(?!\d)/gu,
        ([, word = '', level = '']) => {
            const write = `${word} ${level}`;
            return { message: `A level is a number alone: ${code(write)}.`, write };
        },
    ],
];

/**
 * How a value is written that people write as they say it: `port 8531`, `cost 40,000 EUR`.
 * @param column the place of a mistake in the line: it is in what is said, or right behind it
 */
export function valueAsWritten(line: string, column: number): Reading | null {
    for (const [written, says] of forms) {
        for (const match of line.matchAll(written)) {
            const [start, end] = [match.index, match.index + match[0].length];
            if (column < start || column > end) continue;
            const said = says(match as RegExpExecArray);
            if (!said) continue;
            const indent = /^\s*/u.exec(line)![0];
            const write = said.write?.replaceAll('\n', `\n${indent}`);
            return { ...said, ...(write === undefined ? {} : { write }), start, end };
        }
    }
    return null;
}
