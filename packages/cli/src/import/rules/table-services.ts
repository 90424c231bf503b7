/** The services that the cells of a table of rules name. */
import { everyService } from 'iacs-language/filter';
import type { Meaning } from './objects.ts';
import { known, together, unknown } from './objects.ts';
import { portOf, portRange } from './port-names.ts';
import { ports, protocolServices, servicesFrom } from './reading.ts';

/** `any` as consoles write it in the languages of their users. */
const anyWords = new Set([
    'any',
    'any4',
    'any-ipv4',
    'any6',
    'all',
    '*',
    '',
    '0.0.0.0/0',
    'beliebig',
    'alle',
    'jeder',
    'tous',
    'toutes',
    'tout',
    'qualsiasi',
    'tutti',
    'cualquiera',
    'todos',
    'qualquer',
    'todo',
    'jakýkoliv',
    'dowolny',
    'vilken som helst',
    'alla',
    'любой',
    'все',
    '任意',
    '全部',
    'すべて',
    'internet any',
    'any any',
    '-',
]);
export const isAny = (text: string): boolean => anyWords.has(text.trim().toLowerCase());

/** A service with its transport: `tcp/502`, `udp:53`, `502/tcp`. */
const whole = /^(?:(?:tcp|udp|sctp|tcp-udp)[/:_-]\S+|\S+\/(?:tcp|udp|sctp))$/i;

/** The services of a cell that only spaces separate: `tcp/502 udp/161`, `TCP 80 443`, `tcp 80 udp 53`. */
function apart(part: string): readonly string[] {
    const words = part.split(/\s+/);
    if (words.length > 1 && words.every(word => whole.test(word))) return words;
    if (words.length < 3 || !/^(tcp|udp|sctp)$/i.test(words[0]!)) return [part];
    if (!words.every(word => /^(tcp|udp|sctp|\d+([-:]\d+)?)$/i.test(word))) return [part];
    const isPort = (word: string | undefined): boolean => word !== undefined && /^\d/.test(word);
    // Each transport with the ports after it; one without a port would be all of it.
    if (words.some((word, at) => !isPort(word) && !isPort(words[at + 1]))) return [part];
    return words.flatMap((word, at) =>
        isPort(word) ? [isPort(words[at - 1]) ? word : `${words[at - 1]} ${word}`] : [],
    );
}

/**
 * The services of a row: `tcp/443`, `TCP 80, 443`, `https`, `udp:53`, or ports for the protocol of another column.
 * @param say what is said of a name that is read as a port
 */
export function services(cell: string, protocolCell: string, say: (message: string) => void): Meaning {
    const named = protocolCell
        .split(/[\s,;/]+/)
        .map(word => word.toLowerCase())
        .filter(word => word !== '');
    const transports = named.filter(word => ['tcp', 'udp', 'sctp'].includes(word));
    if (cell === '' && protocolCell === '') return unknown('an empty service');
    if (isAny(cell)) {
        if (named.length === 0 || named.every(isAny)) return known(everyService);
        return together(
            named.map(word => {
                const found = protocolServices(word);
                return found ? known(servicesFrom(found)) : unknown(`protocol ${word}`);
            }),
        );
    }
    let last = transports;
    return together(
        cell
            .split(/[\n;,]+/)
            .map(part => part.trim())
            .filter(part => part !== '')
            .flatMap(apart)
            .map(part => {
                const written = /^(tcp|udp|sctp|tcp\/udp|tcp-udp)\s*[/:_ -]\s*(\S.*)$/i.exec(part) ?? null;
                const behind = /^(\S+)\s*\/\s*(tcp|udp|sctp)$/i.exec(part);
                const [kinds, port] = written
                    ? [written[1]!.toLowerCase().split(/[/-]/), written[2]!]
                    : behind
                      ? [[behind[2]!.toLowerCase()], behind[1]!]
                      : [last, part];
                const range = portRange(port.replace(/\s*[-–]\s*/, '-'));
                if (written || behind) last = kinds;
                // Of a protocol with ports, 0 is often written for all of them.
                if (range?.to === 0) return unknown('port 0');
                if (range) {
                    if (kinds.length === 0) return unknown(`port ${part}, of which the transport is not said`);
                    if (portOf(port) !== null && !/^\d/.test(port))
                        say(`"${part}" is read as ${kinds.join(' and ')} ${range.from}.`);
                    return known(servicesFrom(kinds.map(kind => ports(kind, range.from, range.to))));
                }
                const whole = protocolServices(part);
                return whole ? known(servicesFrom(whole)) : unknown(`service "${part}"`);
            }),
    );
}
