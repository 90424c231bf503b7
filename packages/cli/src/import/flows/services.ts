import type { Protocol } from 'iacs-language';
import { wireName } from 'iacs-language';
import { plainName } from '../known.ts';

/** What a row says of the protocols of a connection. */
export interface ReadServices {
    /** Ids of protocols of the library or the model. */
    readonly protocols: readonly string[];
    /** `tcp 502`, `udp 161, 162`: what is not the port of the protocol anyway. */
    readonly ports: readonly string[];
    /** Parts that are neither, and why. */
    readonly left: readonly {
        readonly of: 'service' | 'port' | 'transport';
        readonly text: string;
        readonly why: string;
    }[];
    /** For a port without a protocol: the protocols that usually have it. */
    readonly usual: readonly { readonly port: string; readonly ids: readonly string[] }[];
}

type Transport = 'tcp' | 'udp';

interface PortsOf {
    readonly transport: Transport | null;
    readonly ranges: readonly string[];
}

const numbers = String.raw`\d{1,5}(?:\s*[-–]\s*\d{1,5})?`;
const onlyPorts = new RegExp(`^${numbers}(?:[\\s,;/]+${numbers})*$`, 'u');

/** `502`, `tcp/502`, `443, 8443`, `5000-5010/udp`, `TCP`; `null` for anything else. */
function portsIn(text: string): PortsOf | null {
    const plain = text.trim().toLowerCase();
    const [, before, , after] = /^(?:(tcp|udp)[\s/:_-]*)?(.*?)(?:[\s/:_-]*(tcp|udp))?$/su.exec(plain) ?? [];
    const rest = plain
        .replace(/^(tcp|udp)[\s/:_-]*/u, '')
        .replace(/[\s/:_-]*(tcp|udp)$/u, '')
        .replace(/^ports?\s*/u, '')
        .replace(/\s*[-–]\s*/gu, '-')
        .trim();
    const transport = (before ?? after ?? null) as Transport | null;
    if (rest === '') return transport === null ? null : { transport, ranges: [] };
    if (!onlyPorts.test(rest)) return null;
    const ranges = rest.split(/[\s,;/]+(?=\d)/u).filter(range => range !== '');
    return ranges.every(isRange) ? { transport, ranges } : null;
}

function isRange(text: string): boolean {
    const [from = NaN, to = from] = text.split('-').map(Number);
    return from >= 1 && to <= 65535 && from <= to;
}

/** The transports under which a protocol has a port, of those that name few. */
function transportsOf({ ports }: Protocol, range: string): readonly Transport[] {
    const [from = NaN, to = from] = range.split('-').map(Number);
    return ports.flatMap(({ transport, ranges }) =>
        ranges.some(each => each.from <= from && to <= each.to && each.to - each.from < 100)
            ? [transport as Transport]
            : [],
    );
}

/** Words for everything. */
const anything = /^(any|all|alle|beliebig|tous|toutes|todos|todas|\*)$/iu;

/** Makers that people write before the name of a protocol. */
const maker = new RegExp(
    '^(?:abb|allen[- ]bradley|beckhoff|bosch|emerson|fanuc|ge|hitachi|honeywell|johnson controls|mitsubishi|omron|' +
        'phoenix(?: contact)?|red lion|rockwell(?: automation)?|schneider(?: electric)?|siemens|tridium|wago|' +
        'yokogawa) +(?=[^ ])',
    'iu',
);

/**
 * The protocols that a text names: by id, title or a name of practice; else by the name that a sensor prints (`OPC UA
 * Binary`); else by what follows the name of a maker (`Yokogawa Vnet/IP`).
 */
function named(text: string, known: readonly Protocol[]): readonly Protocol[] {
    const wanted = plainName(text);
    if (wanted === '') return [];
    const by = (of: (protocol: Protocol) => readonly (string | null)[]): readonly Protocol[] =>
        known.filter(protocol => of(protocol).some(name => name !== null && plainName(name) === wanted));
    const own = by(({ id, title }) => [id, title]);
    if (own.length > 0) return own;
    const called = by(({ aliases }) => aliases);
    if (called.length > 0) return called;
    const seen = wireName(text);
    if (seen && seen.fits.size > 0) return known.filter(({ id }) => seen.fits.has(id));
    return maker.test(text) ? named(text.replace(maker, ''), known) : [];
}

function parts(cell: string, between: RegExp): readonly string[] {
    return cell
        .split(between)
        .map(part => part.trim())
        .filter(part => part !== '');
}

/**
 * Reads protocol, port and transport of a row together: `Modbus TCP`, `TCP/502`, `HTTPS (8443)`, `S7comm; HTTP`. What
 * a port usually carries is said, and not written: it is a guess.
 * @param used ids of the protocols that the model has between the two ends: of a name that several have, such as `S7`,
 *    they tell which
 */
export function readServices(
    services: readonly string[],
    ports: readonly string[],
    transportCell: string,
    known: readonly Protocol[],
    used: ReadonlySet<string> = new Set(),
): ReadServices {
    const protocols: Protocol[] = [];
    const found: PortsOf[] = [];
    const left: ReadServices['left'][number][] = [];
    /** Names that several protocols have, such as `modbus`: the port shows which. */
    const shared: { readonly text: string; readonly all: readonly Protocol[] }[] = [];
    const take = (text: string): boolean => {
        const all = named(text, known);
        if (all.length === 1) protocols.push(all[0]!);
        else if (all.length > 1) shared.push({ text, all });
        return all.length > 0;
    };
    const service = (text: string): void => {
        if (take(text)) return;
        const plain = portsIn(text);
        if (plain) {
            found.push(plain);
            return;
        }
        const [, name = '', inner = ''] =
            /^(.*?)\s*[([]([^()[\]]*)[)\]]$/su.exec(text) ?? /^(.*\p{L})\s*[/: ]\s*(\d+.*)$/su.exec(text) ?? [];
        const beside = portsIn(inner);
        if (name !== '' && beside && take(name)) found.push(beside);
        else
            left.push({
                of: 'service',
                text,
                why: anything.test(text)
                    ? 'is not a protocol, and a flow names what it carries'
                    : 'is not a protocol of the library or the model',
            });
    };
    for (const cell of services) {
        if (named(cell, known).length > 0 || portsIn(cell)) service(cell.trim());
        else for (const part of parts(cell, /[,;|\n]|\s(?:\/|und|and|et|y)\s/u)) service(part);
    }
    for (const cell of ports)
        for (const part of portsIn(cell) ? [cell] : parts(cell, /[,;\n]/u)) {
            const read = portsIn(part);
            if (read) found.push(read);
            else if (!anything.test(part)) left.push({ of: 'port', text: part, why: 'is not a port' });
        }
    const over = portsIn(transportCell);
    if (transportCell !== '' && !over) left.push({ of: 'transport', text: transportCell, why: 'is not tcp or udp' });
    for (const { text, all } of shared) {
        const ranges = found.flatMap(each => each.ranges);
        const own = all.filter(({ id }) => used.has(id));
        const fit =
            own.length > 0
                ? own
                : all.filter(protocol => ranges.some(range => transportsOf(protocol, range).length > 0));
        if (fit.length === 1) protocols.push(fit[0]!);
        else left.push({ of: 'service', text, why: `may be ${all.map(({ id }) => id).join(' or ')}` });
    }
    const own = only([...protocols, ...shared.flatMap(({ all }) => all)].flatMap(({ ports: all }) => all));
    return { ...settled([...new Set(protocols)], found, over?.transport ?? own), left };
}

/** The one transport of some protocols; `null` where they have several, or none. */
function only(ports: Protocol['ports']): Transport | null {
    const all = [...new Set(ports.map(({ transport }) => transport))];
    return all.length === 1 && (all[0] === 'tcp' || all[0] === 'udp') ? all[0] : null;
}

/** Ports that say something beyond the protocol, and what others usually carry. */
function settled(
    protocols: readonly Protocol[],
    found: readonly PortsOf[],
    over: Transport | null,
): Omit<ReadServices, 'left'> {
    const alone = found.find(({ ranges }) => ranges.length === 0)?.transport ?? null;
    const written = new Map<string, string[]>();
    const usual: { port: string; ids: readonly string[] }[] = [];
    for (const { transport, ranges } of found)
        for (const range of ranges) {
            const said = transport ?? over ?? alone;
            const own = protocols.flatMap(protocol => transportsOf(protocol, range));
            if (own.length > 0 && (said === null || own.includes(said))) continue;
            const under = said ?? 'tcp or udp';
            written.set(under, [...(written.get(under) ?? []), range]);
            if (protocols.length === 0) usual.push({ port: `${under} ${range}`, ids: [] });
        }
    return {
        protocols: protocols.map(({ id }) => id),
        ports: [...written].map(([transport, ranges]) => `${transport} ${[...new Set(ranges)].join(', ')}`),
        usual,
    };
}

/** The protocols that have a port, such as `tcp 502`, as their own. */
export function usualProtocols(port: string, known: readonly Protocol[]): readonly string[] {
    const [transport, range = ''] = port.split(' ');
    return known
        .filter(protocol => transportsOf(protocol, range).some(each => each === transport))
        .map(({ id }) => id)
        .slice(0, 4);
}
