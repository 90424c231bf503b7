import type { Ranges } from 'iacs-language/filter';
import {
    everyService,
    maskedPrefix,
    meets,
    readAddresses,
    rangesOf,
    servicePoint,
    subtract,
} from 'iacs-language/filter';
import type { Meaning } from './objects.ts';
import { known, nothingKnown, partOf, together, unknown } from './objects.ts';
import { portOf } from './port-names.ts';
import { protocolServices, servicesFrom } from './reading.ts';

/** An object or group of an ASA: its kind, what follows its name, and its lines as words. */
export interface AsaObject {
    readonly kind: string;
    readonly name: string;
    readonly extra: readonly string[];
    readonly lines: readonly (readonly string[])[];
    readonly line: number;
}

/** Reads words from the front; each reader takes what is its own. */
export class Words {
    readonly #words: readonly string[];
    #at = 0;

    constructor(words: readonly string[]) {
        this.#words = words;
    }

    get next(): string | undefined {
        return this.#words[this.#at];
    }

    take(): string {
        return this.#words[this.#at++] ?? '';
    }

    get rest(): readonly string[] {
        return this.#words.slice(this.#at);
    }
}

function masked(address: string, mask: string): Ranges | null {
    const prefix = maskedPrefix(address, mask);
    return prefix === null ? null : readAddresses(prefix);
}

function orUnknown(ranges: Ranges | null, words: string): Meaning {
    return ranges ? known(ranges) : unknown(words);
}

/** An address with what follows it: `host A`, `A MASK`, `A/LENGTH`. `names` are those of the `name` command. */
export function plainAddress(words: Words, names: ReadonlyMap<string, string>): Meaning {
    const first = words.take();
    const real = (word: string): string => names.get(word) ?? word;
    if (first === 'host') {
        const address = real(words.take());
        return orUnknown(readAddresses(address), `host ${address}`);
    }
    const address = real(first);
    if (address.includes('/')) return orUnknown(readAddresses(address), `address ${address}`);
    const mask = words.next;
    if (mask !== undefined && /^\d+\.\d+\.\d+\.\d+$/.test(mask)) {
        words.take();
        return orUnknown(masked(address, mask), `address ${address} with mask ${mask}`);
    }
    return orUnknown(readAddresses(address), `address ${address}`);
}

const operators = ['eq', 'neq', 'lt', 'gt', 'range'];

/** Ports after an operator, of some transports; `null` where no operator follows. */
export function portsAfter(
    words: Words,
    transports: readonly string[],
): { readonly meaning: Meaning; readonly text: string } | null {
    const operator = words.next;
    if (operator === undefined || !operators.includes(operator)) return null;
    words.take();
    const written = operator === 'range' ? [words.take(), words.take()] : [words.take()];
    const text = `${operator} ${written.join(' ')}`;
    const [first, last = first] = written.map(portOf);
    if (first === null || first === undefined || last === null || last === undefined)
        return { meaning: unknown(`port ${text}`), text };
    const [from, to] = operator === 'lt' ? [0, first - 1] : operator === 'gt' ? [first + 1, 65535] : [first, last];
    // Of which protocol the ports are, is not known.
    if (transports.length === 0) return { meaning: unknown(`port ${text}`), text };
    if (from > to) return { meaning: nothingKnown, text };
    const ranges = rangesOf(
        transports.map(transport => [servicePoint(transport, from)!, servicePoint(transport, to)!] as const),
    );
    const whole = rangesOf(
        transports.map(transport => [servicePoint(transport, 0)!, servicePoint(transport, 65535)!] as const),
    );
    return { meaning: known(operator === 'neq' ? subtract(whole, ranges) : ranges), text };
}

/** The transports that a word of the ASA names and that have ports. */
export function transportsOf(protocol: string): readonly string[] {
    return protocol === 'tcp-udp' ? ['tcp', 'udp'] : ['tcp', 'udp', 'sctp'].includes(protocol) ? [protocol] : [];
}

/** The transports with ports whose services are among some. */
export function transportsIn(services: Ranges): readonly string[] {
    return ['tcp', 'udp', 'sctp'].filter(transport => meets(services, wholeProtocol(transport).known));
}

/** All of a protocol; what is not known by that name is a condition. */
export function wholeProtocol(protocol: string): Meaning {
    if (protocol === 'tcp-udp')
        return known(
            servicesFrom([
                { transport: 'tcp', ranges: [] },
                { transport: 'udp', ranges: [] },
            ]),
        );
    const services = protocol === 'icmp' ? protocolServices('1') : protocolServices(protocol);
    return services ? known(servicesFrom(services)) : unknown(`protocol ${protocol}`);
}

/** `tcp [source …] [destination …]`, `icmp echo`, as they stand in objects and groups. */
export function serviceWords(words: Words): Meaning {
    const protocol = words.take();
    const transports = transportsOf(protocol);
    const doubts: string[] = [];
    let target: Meaning | null = null;
    if (protocol.startsWith('icmp') && words.next !== undefined)
        return partOf(wholeProtocol(protocol).known, `icmp type ${words.rest.join(' ')}`);
    for (let word = words.next; word !== undefined; word = words.next) {
        if (word === 'source' || word === 'destination') words.take();
        const ports = portsAfter(words, transports.length > 0 ? transports : ['tcp']);
        if (!ports) {
            doubts.push(words.take());
            continue;
        }
        if (word === 'source') doubts.push(`source port ${ports.text}`);
        else target = ports.meaning;
    }
    const meaning = target ?? wholeProtocol(protocol);
    if (doubts.length === 0) return meaning;
    const text = `${protocol} ${doubts.join(' ')}`;
    return meaning.unknown.length === 0 ? partOf(meaning.known, text) : unknown(text);
}

/** The addresses of an object or group of networks. */
export function networkMeaning(
    object: AsaObject,
    resolve: (name: string) => Meaning,
    names: ReadonlyMap<string, string>,
): Meaning {
    return together(
        object.lines.flatMap(line => {
            const words = new Words(line);
            switch (words.take()) {
                case 'host':
                    return [plainAddress(new Words(['host', ...words.rest]), names)];
                case 'subnet':
                    return [plainAddress(words, names)];
                case 'range': {
                    const [low = '', high = ''] = words.rest.map(word => names.get(word) ?? word);
                    return [orUnknown(readAddresses(`${low}-${high}`), `range ${low} ${high}`)];
                }
                case 'fqdn':
                    return [unknown(`name ${words.rest.at(-1) ?? ''}`)];
                case 'network-object': {
                    if (words.next === 'object') return [resolve(words.rest[1] ?? '')];
                    return [plainAddress(words, names)];
                }
                case 'group-object':
                    return [resolve(words.take())];
                default:
                    return besides(object, line);
            }
        }),
    );
}

/** What a line of an object says that is none of its members: nothing, or something that is not understood. */
const besides = ({ name }: AsaObject, line: readonly string[]): readonly Meaning[] =>
    ['description', 'nat'].includes(line[0] ?? '') ? [] : [unknown(`"${line.join(' ')}" of ${name}`)];

/** The services of an object or group of services, protocols or ICMP types; `transports` for groups of ports alone. */
export function serviceMeaning(
    object: AsaObject,
    resolve: (name: string) => Meaning,
    transports: readonly string[],
): Meaning {
    const own = object.extra[0] !== undefined ? transportsOf(object.extra[0]) : transports;
    return together(
        object.lines.flatMap(line => {
            const words = new Words(line);
            switch (words.take()) {
                case 'service':
                    return object.extra[0] !== undefined &&
                        words.next !== undefined &&
                        ['source', 'destination'].includes(words.next)
                        ? [serviceWords(new Words([object.extra[0], ...words.rest]))]
                        : [serviceWords(words)];
                case 'service-object':
                    return words.next === 'object' ? [resolve(words.rest[1] ?? '')] : [serviceWords(words)];
                case 'port-object':
                    return [
                        portsAfter(words, own.length > 0 ? own : ['tcp', 'udp'])?.meaning ??
                            unknown(`ports ${words.rest.join(' ')}`),
                    ];
                case 'protocol-object':
                    return [wholeProtocol(words.take())];
                case 'icmp-object':
                    return [partOf(wholeProtocol('icmp').known, `icmp type ${words.take()}`)];
                case 'group-object':
                    return [resolve(words.take())];
                default:
                    return besides(object, line);
            }
        }),
    );
}

export const anyService: Meaning = known(everyService);
