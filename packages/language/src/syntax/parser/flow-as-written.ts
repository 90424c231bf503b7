import { code } from '../code-marks.ts';
import type { SyntaxMistake } from './stumbles.ts';
import { TolerantParser } from './tolerant-parser.ts';

/*
 * A connection has a form that people write without looking it up: `flow A to B, C modbus-tcp 502`. What the parser
 * says of it word by word does not help, so the whole line is looked at, and the message says how it is written here.
 */

/** No more of a line is looked at. */
const longestLine = 300;
/** No more flows are written for one line. */
const mostPairs = 12;

interface Word {
    readonly image: string;
    readonly start: number;
    readonly end: number;
}

const words = /"[^"]*"|[\p{L}_](?:-?[\p{L}\p{M}\p{N}_])*|\d+(?:-\d+)?|<->|<-|-+>|=+>|--|\S/gu;
const joining: ReadonlySet<string> = new Set([',', '&', 'and', 'und', 'et']);
const transports: ReadonlySet<string> = new Set(['tcp', 'udp']);
const toTheRight: ReadonlySet<string> = new Set(['-->', '==>', 'to']);

/** What a line says of a connection, as far as it was read. */
class Connection {
    readonly line: string;
    readonly #words: readonly Word[];
    #at = 1;
    /** What is written before the ends. */
    readonly before: Word | null;
    readonly from: readonly string[];
    readonly sign: Word | undefined;
    readonly to: readonly string[];
    /** Where the first of the ends on the right is read to its end. */
    readonly firstTarget: number;
    readonly ends: { readonly start: number; readonly end: number };
    readonly hasColon: boolean;
    readonly protocols: readonly Word[];
    readonly ports: { readonly text: string; readonly start: number; readonly end: number } | null;
    /** The purpose and the block, as they are written. */
    readonly rest: string;

    constructor(line: string) {
        this.line = line;
        this.#words = Array.from(line.matchAll(words), ({ 0: image, index }) => ({
            image,
            start: index,
            end: index + image.length,
        }));
        this.before = this.#leading();
        const start = this.#word.start;
        this.from = this.#list().names;
        this.sign = this.#word;
        this.#at++;
        const { names, first } = this.#list();
        this.to = names;
        this.firstTarget = first;
        this.ends = { start, end: this.#words[this.#at - 1]?.end ?? start };
        this.hasColon = this.#takes(':');
        this.protocols = this.#protocols();
        this.ports = this.#portsOf();
        this.rest = line.slice(this.#word.start).trim();
    }

    get #word(): Word {
        const { length } = this.line;
        return this.#words[this.#at] ?? { image: '', start: length, end: length };
    }

    #takes(image: string): boolean {
        if (this.#word.image !== image) return false;
        this.#at++;
        return true;
    }

    get #isName(): boolean {
        return /^["\p{L}_]/u.test(this.#word.image);
    }

    /** `from`, or a name or title that a flow does not have. */
    #leading(): Word | null {
        const next = this.#words[this.#at + 1]?.image ?? '';
        if (!this.#isName || !/^["\p{L}_]/u.test(next) || next === 'to' || joining.has(next)) return null;
        return this.#words[this.#at++]!;
    }

    #list(): { readonly names: readonly string[]; readonly first: number } {
        const names: string[] = [];
        let first = 0;
        do {
            if (!this.#isName) break;
            const { start } = this.#word;
            this.#at++;
            while (this.#word.image === '.') this.#at += 2;
            const { end } = this.#words[Math.min(this.#at, this.#words.length) - 1]!;
            names.push(this.line.slice(start, end));
            first ||= end;
        } while (joining.has(this.#word.image) && this.#at++ > 0);
        return { names, first };
    }

    #protocols(): readonly Word[] {
        const found: Word[] = [];
        while (/^[\p{L}_]/u.test(this.#word.image) && !transports.has(this.#word.image)) {
            found.push(this.#word);
            this.#at++;
            const following = this.#words[this.#at + 1]?.image ?? '';
            if (this.#word.image !== ',' || transports.has(following) || /^\d/.test(following)) break;
            this.#at++;
        }
        return found;
    }

    #portsOf(): Connection['ports'] {
        const { start } = this.#word;
        let transport = '';
        let number = '';
        let end = start;
        while (/^(?:[\d,:/()]|tcp$|udp$)/.test(this.#word.image)) {
            const { image } = this.#word;
            if (transports.has(image)) transport = image;
            else if (/^\d/.test(image)) number = number === '' ? image : `${number}, ${image}`;
            ({ end } = this.#word);
            this.#at++;
        }
        return number === '' ? null : { text: `port ${transport || 'tcp'} ${number}`, start, end };
    }
}

/** What is said of a connection, and what is written in its place; `null` where it is not one, or a right one. */
function said(given: Connection): Omit<SyntaxMistake, 'explains'> | null {
    const { from, to, sign, ends, before, hasColon, protocols, ports, rest, line } = given;
    const image = sign?.image ?? '';
    const isPlain = image === '->' || image === '<->' || image === '--';
    if (from.length === 0 || to.length === 0 || sign === undefined) return null;
    if (image === '-') {
        const message =
            'The ends of a flow are joined by `->`, with the side that opens the session first, or by `--` where ' +
            'that is not known.';
        return { start: sign.start, end: sign.end, message };
    }
    if (!isPlain && !toTheRight.has(image)) return null;
    const arrow = isPlain ? image : '->';
    const purpose = before?.image.startsWith('"') ? ` ${before.image}` : '';
    const protocol = protocols.length === 0 ? '' : ` : ${protocols.map(each => each.image).join(', ')}`;
    const isPortApart = ports !== null && !/[{]|\/[/*]/.test(rest);
    const block = isPortApart ? `${rest} { ${ports.text} }`.trim() : rest;
    const tail = [protocol, purpose, block === '' ? '' : ` ${block}`].join('');
    const pairs = from.flatMap(source => to.map(target => `${source} ${arrow} ${target}${tail}`));
    const all = { start: before?.start ?? ends.start, end: line.trimEnd().length };
    if (pairs.length > 1) {
        const indent = /^\s*/.exec(line)![0];
        return {
            ...all,
            message: 'A flow joins two ends: write a flow for each pair of them.',
            ...(pairs.length > mostPairs || rest.endsWith('{') || (ports !== null && !isPortApart)
                ? {}
                : { write: pairs.join(`\n${indent}flow `), title: `Write ${pairs.length} flows` }),
        };
    }
    const form = `${from[0]} ${arrow} ${to[0]}`;
    const write = pairs[0]!;
    if (before !== null && before.image !== 'from') {
        const message = purpose
            ? 'The purpose of a flow is written after its protocols.'
            : `A flow has no name: its ends follow \`flow\`, as in ${code(`flow ${form}`)}.`;
        return { ...all, message, write };
    }
    const joined = `The ends of a flow are joined by an arrow: ${code(`flow ${form}`)}.`;
    if (before !== null) return { ...all, message: joined, write };
    if (!isPlain) return { start: sign.start, end: sign.end, message: joined, write: arrow };
    if (protocols.length > 0 && !hasColon)
        return {
            start: ends.end,
            end: all.end,
            message: 'A `:` is written before the protocol of a flow.',
            title: 'Write :',
            write: write.slice(form.length),
        };
    if (ports === null) return null;
    if (protocols.length === 0)
        return {
            start: ports.start,
            end: ports.end,
            message: `A flow names its protocol after \`:\`, and its port in its block: ${code(`{ ${ports.text} }`)}.`,
        };
    return {
        start: ports.start,
        end: all.end,
        message: `The ports of a flow are written in its block: ${code(`{ ${ports.text} }`)}.`,
        ...(isPortApart ? { write: line[ports.start - 1] === ' ' ? block : ` ${block}` } : {}),
    };
}

/** True where a text is read without a mistake; a block that goes on is closed. */
function isRead(text: string): boolean {
    const parser = new TolerantParser(text.trimEnd().endsWith('{') ? `${text} }` : text);
    parser.File();
    return parser.mistakes.length === 0;
}

/**
 * Says of a flow that is written as people write connections how it is written here.
 * @param shift what is added to the offsets of the mistakes
 */
export function withFlowsAsWritten(
    text: string,
    shift: number,
    mistakes: readonly SyntaxMistake[],
): readonly SyntaxMistake[] {
    /** Where the lines begin of which all is said. */
    const explained = new Set<number>();
    return mistakes.flatMap(mistake => {
        const at = mistake.start - shift;
        // One wrong sign has its message and its fix, unless it is a part of a longer one.
        if (mistake.write !== undefined && !/[-=]/.test(text[at - 1] ?? '')) return mistake;
        const start = Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1;
        if (explained.has(start)) return [];
        const line = /^[^\r\n]*/.exec(text.slice(start, start + longestLine))![0];
        if (!/^\s*flow\s/u.test(line)) return mistake;
        const given = new Connection(line);
        const reading = said(given);
        if (!reading) return mistake;
        const { write } = reading;
        if (write !== undefined && !isRead(line.slice(0, reading.start) + write + line.slice(reading.end)))
            return mistake;
        explained.add(start);
        return {
            ...reading,
            start: reading.start + start + shift,
            end: reading.end + start + shift,
            explains: given.firstTarget + start + shift,
        };
    });
}
