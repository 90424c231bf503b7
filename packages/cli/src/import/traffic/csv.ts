import { portOf } from '../rules/port-names.ts';
import { protocolNumbers } from '../rules/reading.ts';
import { trafficFields } from './csv-fields.ts';
import type { Session, Sink } from './session.ts';
import { TrafficError } from './session.ts';

const plain = (head: string): string =>
    head
        .replace(/^\ufeff/, '')
        .replace(/["']/g, '')
        .replace(/[_\s]+/g, ' ')
        .replace(/^#\s*/, '')
        .trim()
        .toLowerCase();

/** The cells of a line; a quote that goes over a line end is not found in logs. */
function cellsOf(line: string, separator: string): string[] {
    if (!line.includes('"')) return line.split(separator);
    const cells: string[] = [];
    let cell = '';
    let quoted = false;
    for (let at = 0; at < line.length; at++) {
        const sign = line[at]!;
        if (quoted) {
            if (sign !== '"') cell += sign;
            else if (line[at + 1] === '"') cell += line[++at]!;
            else quoted = false;
        } else if (sign === '"') quoted = true;
        else if (sign === separator) {
            cells.push(cell);
            cell = '';
        } else cell += sign;
    }
    return [...cells, cell];
}

/** Seconds since 1970 of a time: ISO, with blanks, or a number in seconds, milliseconds or microseconds. */
export function timeOf(written: string): number {
    const text = written.trim();
    if (/^\d{9,}(\.\d+)?$/.test(text)) {
        const value = Number(text);
        return value > 1e14 ? value / 1e6 : value > 1e11 ? value / 1e3 : value;
    }
    const iso = /^(\d{4})[-/](\d\d)[-/](\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?))?\s*(Z|[+-]\d\d:?\d\d)?$/.exec(
        text,
    );
    return iso
        ? Date.parse(`${iso[1]}-${iso[2]}-${iso[3]}T${(iso[4] ?? '00:00').replace(',', '.')}${iso[5] ?? 'Z'}`) / 1000
        : NaN;
}

const known: Readonly<Record<number, string>> = { 6: 'tcp', 17: 'udp', 132: 'sctp', 1: 'icmp', 58: 'icmp' };

function transportOf(written: string): string | null {
    const word = written.trim().toLowerCase();
    if (['tcp', 'udp', 'sctp', 'icmp'].includes(word)) return word;
    const number = /^\d+$/.test(word) ? Number(word) : protocolNumbers.get(word);
    return number === undefined || number > 255 ? null : (known[number] ?? `ip ${number}`);
}

/** How many directions wait for their other one. */
const mostHalves = 1_000_000;

/** Reads tables of traffic by their heads. Rows of nfdump are one direction each, and are paired. */
export class TrafficTable {
    readonly #sink: Sink;
    readonly #given: ReadonlyMap<string, string>;
    readonly #isService: (transport: string, port: number) => boolean;
    #separator = ',';
    #columns: ReadonlyMap<string, number> | null = null;
    #width = 0;
    #oneWay = false;
    readonly #halves = new Map<string, Session>();
    #before = 0;
    #summary = false;

    /**
     * @param given columns that the user has named: field to head
     * @param isService true for a port that belongs to a known protocol
     */
    constructor(
        sink: Sink,
        given: ReadonlyMap<string, string>,
        isService: (transport: string, port: number) => boolean,
    ) {
        this.#sink = sink;
        this.#given = given;
        this.#isService = isService;
    }

    line(text: string, line: number): void {
        if (text.trim() === '') return;
        // nfdump ends each part with a summary; another part begins with its heads.
        if (/^Summary\b/.test(text)) this.#summary = true;
        if (this.#summary) {
            if (!this.#isHead(cellsOf(text, this.#separator))) return;
            this.#summary = false;
        }
        if (!this.#columns) {
            this.#head(text);
            return;
        }
        const cells = cellsOf(text, this.#separator);
        if (cells.length < this.#width - 2 || cells.length > this.#width + 2) {
            if (this.#isHead(cells)) return;
            this.#sink.leftOut('a row that is cut, or has more columns than the heads', line);
        } else if (!this.#isHead(cells)) this.#row(cells, line);
    }

    #isHead(cells: readonly string[]): boolean {
        return cells.filter(cell => Object.values(trafficFields).some(heads => heads.includes(plain(cell)))).length > 3;
    }

    #head(text: string): void {
        for (const separator of ['\t', ';', ',', '|']) {
            const heads = cellsOf(text, separator).map(plain);
            const found = new Map<string, number>();
            for (const [field, names] of Object.entries(trafficFields)) {
                const given = this.#given.get(field);
                const at =
                    given === undefined
                        ? names
                              .map(name => heads.indexOf(name))
                              .find(index => index >= 0 && ![...found.values()].includes(index))
                        : heads.indexOf(plain(given));
                if (at !== undefined && at >= 0) found.set(field, at);
            }
            if (!found.has('from') || !found.has('to')) continue;
            this.#separator = separator;
            this.#columns = found;
            this.#width = heads.length;
            this.#oneWay = heads.includes('flg') && heads.includes('sa') && heads.includes('ipkt');
            if (this.#oneWay) this.#columns = new Map([...found, ['back', heads.indexOf('opkt')]]);
            // A table may say the transport under "protocol", and the protocol nowhere.
            if (!found.has('proto') && found.has('service') && heads[found.get('service')!] === 'protocol')
                this.#columns = new Map([...found, ['proto', found.get('service')!]]);
            return;
        }
        if (++this.#before > 30)
            throw new TrafficError(
                'No head with a source and a destination is found: name the columns, such as --map from="Client ' +
                    'IP" --map to="Server IP".',
            );
    }

    #row(cells: readonly string[], line: number): void {
        const cell = (field: string): string => cells[this.#columns!.get(field) ?? -1]?.trim() ?? '';
        const from = cell('from') || cell('fromMac') || cell('fromName');
        const to = cell('to') || cell('toMac') || cell('toName');
        const transport = transportOf(cell('proto')) ?? (cell('proto') === '' && cell('port') !== '' ? 'tcp' : null);
        if (from === '' || to === '' || transport === null) {
            this.#sink.leftOut(
                transport === null ? `protocol ${cell('proto').slice(0, 20) || 'not said'}` : 'a row without both ends',
                line,
            );
            return;
        }
        const ports = transport === 'tcp' || transport === 'udp' || transport === 'sctp';
        const protocol = cell('service');
        const base = {
            from,
            to,
            transport,
            protocol: /^(tcp|udp|\d+)$/i.test(protocol) ? '' : protocol.toLowerCase(),
            time: timeOf(cell('first')),
            fromPort: ports ? (portOf(cell('fromPort')) ?? 0) : 0,
            toPort: ports ? (portOf(cell('port')) ?? 0) : 0,
        };
        if (this.#oneWay && !(Number(cell('back')) > 0)) {
            // A first packet that answers none shows who opened.
            this.#half({
                ...base,
                outcome: 'tried',
                opener:
                    transport === 'tcp' && /S/.test(cell('flags')) && !/A/.test(cell('flags')) ? 'known' : 'guessed',
            });
            return;
        }
        const said = (field: string): boolean => this.#columns!.has(field) && cell(field) !== '';
        const [sent, received] = [Number(cell('sent')), Number(cell('received'))];
        const sessions = said('sessions') ? Number(cell('sessions')) || 0 : 1;
        const tried = (said('received') && received === 0) || (said('sessions') && said('attempts') && sessions === 0);
        const outcome = this.#oneWay
            ? 'used'
            : tried
              ? 'tried'
              : said('sent') && said('received') && (sent === 0 || received === 0)
                ? 'answered'
                : 'used';
        const one: Session = { ...base, outcome, opener: this.#columns!.has('fromPort') ? 'guessed' : 'known' };
        this.#sink.session(one);
        const last = timeOf(cell('last'));
        if (!Number.isNaN(last) && Math.floor(last / 86400) !== Math.floor(base.time / 86400))
            this.#sink.session({ ...one, time: last });
    }

    /** Joins the two directions of a session. */
    #half(session: Session): void {
        const { from, to, fromPort, toPort, transport } = session;
        const back = `${to} ${toPort} ${from} ${fromPort} ${transport}`;
        const other = this.#halves.get(back);
        if (!other) {
            const key = `${from} ${fromPort} ${to} ${toPort} ${transport}`;
            if (this.#halves.has(key)) this.#sink.session(session);
            else this.#halves.set(key, session);
            if (this.#halves.size > mostHalves)
                throw new TrafficError(
                    'More than a million sessions have one direction only: give a log of both directions, or a ' +
                        'shorter time with --since.',
                );
            return;
        }
        this.#halves.delete(back);
        // The side whose port is that of a service answers; the first row is no sign of who opened.
        const turned = this.#isService(transport, fromPort) && !this.#isService(transport, toPort);
        const first = turned ? { ...session, from: to, to: from, fromPort: toPort, toPort: fromPort } : session;
        const time = Math.min(session.time, other.time);
        this.#sink.session({ ...first, time: Number.isNaN(time) ? session.time : time, outcome: 'used' });
    }

    /** @throws {@link TrafficError} where no head was found */
    end(): void {
        if (!this.#columns)
            throw new TrafficError(
                'No head with a source and a destination is found: name the columns, such as --map from="Client ' +
                    'IP" --map to="Server IP".',
            );
        for (const session of this.#halves.values()) this.#sink.session(session);
        this.#halves.clear();
    }
}
