import { code } from '../code-marks.ts';
import type { Reading } from './line.ts';
import { blockBehind } from './block-behind.ts';
import { commas } from './commas.ts';
import { Line } from './line.ts';

/** No more flows are written for one line. */
const mostPairs = 12;
const transports: ReadonlySet<string> = new Set(['tcp', 'udp']);
/** Words with which people begin the ports. */
const beforePorts: ReadonlySet<string> = new Set([...transports, 'port', 'ports']);
const arrows: ReadonlySet<string> = new Set(['->', '<->', '--']);
/** Companion standards of telecontrol that people call by their number alone. */
const byNumber: ReadonlySet<string> = new Set(['101', '102', '103', '104']);
/** What people write for `->`. */
const toTheRight: ReadonlySet<string> = new Set(['-->', '==>', 'to']);

const lower = ({ image }: { readonly image: string }): string => image.toLowerCase();

function protocolsOf(line: Line): readonly string[] {
    const found: string[] = [];
    while (line.isAtName && !line.word.image.startsWith('"') && !beforePorts.has(lower(line.word))) {
        found.push(line.take().image);
        const following = lower(line.ahead(1));
        if (line.word.image !== ',' || beforePorts.has(following) || /^\d/.test(following)) break;
        line.take();
    }
    return found;
}

/** Ports in the place where only protocols are written, as a statement of the block. */
function portsOf(line: Line): { readonly text: string; readonly start: number; readonly end: number } | null {
    const { start } = line.word;
    const numbers: string[] = [];
    let transport = 'tcp';
    while (/^(?:[\d,:/()]|tcp$|udp$|ports?$)/.test(lower(line.word))) {
        const image = lower(line.take());
        if (transports.has(image)) transport = image;
        else if (/^\d/.test(image)) numbers.push(image);
    }
    return numbers.length === 0 ? null : { text: `port ${transport} ${numbers.join(', ')}`, start, end: line.end };
}

/** How a flow is written that people write as `flow A to B, C modbus-tcp 502`; `null` for one that is written so. */
export function flowAsWritten(text: string): Reading | null {
    const line = new Line(text);
    line.take();
    // `from`, or a name or title that a flow does not have.
    const next = line.ahead(1).image;
    const hasMore = line.isAtName && /^["\p{L}_]/u.test(next) && next !== 'to' && !commas.has(next);
    const before = hasMore ? line.take() : null;
    const { start } = before ?? line.word;
    const from = line.names(commas);
    const sign = line.take();
    const to = line.names(commas);
    if (from.length === 0 || to.length === 0) return null;
    if (sign.image === '-') {
        const message =
            'The ends of a flow are joined by `->`, with the side that opens the session first, or by `--` where ' +
            'that is not known.';
        return { start: sign.start, end: sign.end, message };
    }
    if (sign.image === '<-') {
        const message = '`<-` has no meaning here: write the side that opens the session first, `A -> B`.';
        const isPair = from.length === 1 && to.length === 1;
        return { start, end: line.end, message, ...(isPair ? { write: `${to[0]} -> ${from[0]}` } : {}) };
    }
    const isPlain = arrows.has(sign.image);
    if (!isPlain && !toTheRight.has(sign.image)) return null;
    const ends = line.end;
    const isEarly = line.word.image.startsWith('"') && line.ahead(1).image === ':';
    const early = isEarly ? line.take() : null;
    const hasColon = line.takes(':');
    const named = line.word.start;
    const protocols = protocolsOf(line);
    const ports = portsOf(line);
    const { rest } = line;
    const isWhole = hasColon && protocols.length > 0 && early === null && before === null && isPlain;
    if (isWhole && ports === null && from.length === 1 && to.length === 1) {
        if (line.word.image.startsWith('"')) line.take();
        return blockBehind(line, 'flow', 'a flow');
    }

    const arrow = isPlain ? sign.image : '->';
    const hasRoom = ports !== null && !/[{]|\/[/*]/.test(rest);
    const block = hasRoom ? `${rest} { ${ports.text} }`.trim() : rest;
    const tail = [
        protocols.length === 0 ? '' : ` : ${protocols.join(', ')}`,
        before?.image.startsWith('"') ? ` ${before.image}` : '',
        early === null ? '' : ` ${early.image}`,
        block === '' ? '' : ` ${block}`,
    ].join('');
    const pairs = from.flatMap(source => to.map(target => `${source} ${arrow} ${target}${tail}`));
    const whole = { start, end: line.length };
    if (pairs.length > 1) {
        const message = 'A flow joins two ends: write a flow for each pair of them.';
        const goesOn = pairs.length > mostPairs || rest.endsWith('{') || (ports !== null && !hasRoom);
        return goesOn
            ? { ...whole, message }
            : {
                  ...whole,
                  message,
                  write: pairs.join(`\n${line.indent}flow `),
                  title: `Write ${pairs.length} flows`,
              };
    }
    const form = `${from[0]} ${arrow} ${to[0]}`;
    const write = pairs[0]!;
    const isPurpose = early !== null || before?.image.startsWith('"') === true;
    if (isPurpose || (before !== null && before.image !== 'from')) {
        const message = isPurpose
            ? 'The purpose of a flow is written after its protocols.'
            : `A flow has no name: its ends follow \`flow\`, as in ${code(`flow ${form}`)}.`;
        return { ...whole, message, write };
    }
    const joined = `The ends of a flow are joined by an arrow: ${code(`flow ${form}`)}.`;
    if (before !== null) return { ...whole, message: joined, write };
    if (!isPlain) return { start: sign.start, end: sign.end, message: joined, write: arrow };
    // Another statement on the line is read for itself.
    if (protocols.length > 0 && !hasColon && !/^[\p{L}_]/u.test(rest)) {
        const message = 'A `:` is written before the protocol of a flow.';
        return { start: ends, end: line.length, message, title: 'Write :', write: tail };
    }
    if (ports === null) return null;
    if (protocols.length === 0) {
        const number = text.slice(ports.start, ports.end);
        if (byNumber.has(number)) {
            const write = `iec60870-5-${number}`;
            const message = `A protocol has a name, not a number; did you mean ${code(write)}?`;
            return { start: ports.start, end: ports.end, message, write };
        }
        const block = code(`{ ${ports.text} }`);
        const message = `A flow names its protocol after \`:\`, and its port in its block: ${block}.`;
        return { start: ports.start, end: ports.end, message };
    }
    const message = `The ports of a flow are written in its block: ${code(`{ ${ports.text} }`)}.`;
    if (!hasRoom) return { start: named, end: line.length, message };
    return {
        start: named,
        end: line.length,
        message,
        title: `Write ${block}`,
        write: `${protocols.join(', ')} ${block}`,
    };
}
