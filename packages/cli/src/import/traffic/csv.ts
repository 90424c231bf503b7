import { isLocal, timeOf, transportOf } from './cells.ts';
import { portOf } from '../rules/port-names.ts';
import { trafficFields } from './csv-fields.ts';
import { noticesOf } from './csv-notices.ts';
import type { KnownPorts } from './known-ports.ts';
import { firstRandom } from './known-ports.ts';
import type { PacketColumns } from './packets.ts';
import { packetColumns, packetOf, Packets } from './packets.ts';
import type { Session, Sink } from './session.ts';
import { TrafficError, turnedRound } from './session.ts';
import {
    amountOf,
    blockedIn,
    cellsOf,
    endOf,
    isBlocked,
    isBrokenAddress,
    isEmpty,
    isTurned,
    plainHead,
} from './csv-cells.ts';

/** The fields and their heads, as {@link plainHead} writes them. */
const fields = Object.entries(trafficFields).map(([field, heads]) => [field, heads.map(plainHead)] as const);
const serviceHeads = (trafficFields['service'] ?? []).map(plainHead);
const allHeads = new Set(fields.flatMap(([, heads]) => heads));

/** Flags of one direction of TCP, as nfdump writes them: a reset without a handshake, and nothing but the question. */
const refuses = (flags: string): boolean => flags.includes('R') && !flags.includes('S');
const asks = (flags: string): boolean => flags.includes('S') && !/[AP]/.test(flags);

/** How many directions wait for their other one. */
const mostHalves = 1_000_000;

/** Reads tables of traffic by their heads. Rows of nfdump are one direction each, and are paired. */
export class TrafficTable {
    readonly #sink: Sink;
    readonly #given: ReadonlyMap<string, string>;
    readonly #ports: KnownPorts;
    #separator = ',';
    #columns: ReadonlyMap<string, number> | null = null;
    #width = 0;
    /** True for a table whose column of the transport may name the protocol. */
    #saysProtocol = false;
    #heads: readonly string[] = [];
    /** Columns that may say what a firewall did, where none is known to; how many rows of each say that it blocked. */
    #others: readonly number[] = [];
    readonly #blockedBy = new Map<number, number>();
    /** Rows to a port that a client takes, without the other port: an answer looks like that. */
    #answers = 0;
    /** The last column of which anything is read. */
    #last = 0;
    #rows = 0;
    /** Rows that say tcp or udp by their port alone. */
    #byPort = 0;
    #usual = 0;
    #isLocal = false;
    /** The columns of the day and of the time, where a table has one for each. */
    #dayAndTime: readonly [number, number] | null = null;
    #oneWay = false;
    readonly #halves = new Map<string, Session & { readonly flags: string }>();
    #before = 0;
    #summary = false;
    #hadSummary = false;
    #packets: PacketColumns | null = null;
    readonly #sessions: Packets;

    /**
     * @param given columns that the user has named: field to head
     */
    constructor(sink: Sink, given: ReadonlyMap<string, string>, ports: KnownPorts) {
        this.#sink = sink;
        this.#sessions = new Packets(sink);
        this.#given = given;
        this.#ports = ports;
    }

    line(text: string, line: number): void {
        if (text.trim() === '') return;
        // nfdump ends each part with a summary; another part begins with its heads.
        if (/^Summary\b/.test(text)) this.#summary = this.#hadSummary = true;
        if (this.#summary) {
            if (!this.#isHead(cellsOf(text, this.#separator))) return;
            this.#summary = false;
        }
        if (!this.#columns) {
            this.#head(text);
            return;
        }
        const cells = cellsOf(text, this.#separator);
        if (this.#isHead(cells)) return;
        // More cells than heads are shifted ones, unless there is nothing in them.
        if (cells.length <= this.#last || cells.slice(this.#width).some(cell => cell.trim() !== ''))
            this.#sink.leftOut('a row that is cut, or has more columns than the heads', line);
        else if (this.#packets) this.#packet(this.#packets, cells, line);
        else this.#row(cells, line);
    }

    #isHead(cells: readonly string[]): boolean {
        return cells.filter(cell => allHeads.has(plainHead(cell))).length > 3;
    }

    #head(text: string): void {
        for (const separator of ['\t', ';', ',', '|']) {
            const heads = cellsOf(text, separator).map(plainHead);
            const found = new Map<string, number>();
            for (const [field, names] of fields) {
                const given = this.#given.get(field);
                const at =
                    given === undefined
                        ? names
                              .map(name => heads.indexOf(name))
                              .find(index => index >= 0 && ![...found.values()].includes(index))
                        : heads.indexOf(plainHead(given));
                if (at !== undefined && at >= 0) found.set(field, at);
            }
            if (!found.has('from') || !found.has('to')) continue;
            this.#separator = separator;
            this.#columns = found;
            this.#width = heads.length;
            this.#packets = packetColumns(heads);
            this.#oneWay = heads.includes('flg') && heads.includes('sa') && heads.includes('ipkt');
            if (this.#oneWay) this.#columns = new Map([...found, ['back', heads.indexOf('opkt')]]);
            // A table may say the transport under "protocol", and the protocol nowhere, or under "service" beside it.
            const either = heads.indexOf('protocol');
            this.#saysProtocol =
                !found.has('proto') &&
                either >= 0 &&
                [...found].every(([field, at]) => at !== either || field === 'service');
            if (this.#saysProtocol) {
                const taken = new Set(found.values());
                const beside = serviceHeads.map(name => heads.indexOf(name)).find(at => at >= 0 && !taken.has(at));
                const columns = new Map([...this.#columns, ['proto', either] as const]);
                if (found.get('service') === either && beside !== undefined) columns.set('service', beside);
                this.#columns = columns;
            }
            const [date, time] = [heads.indexOf('date'), heads.indexOf('time')];
            if (date >= 0 && time >= 0 && [date, time].includes(found.get('first')!)) this.#dayAndTime = [date, time];
            this.#heads = cellsOf(text, separator).map(head => head.trim());
            const known = new Set(this.#columns.values());
            this.#others =
                this.#oneWay || found.has('action') ? [] : heads.flatMap((_, at) => (known.has(at) ? [] : [at]));
            this.#last = this.#packets ? heads.length - 1 : Math.max(...this.#columns.values());
            return;
        }
        if (++this.#before > 30)
            throw new TrafficError(
                'No head with a source and a destination is found: name the columns, such as --map from="Client ' +
                    'IP" --map to="Server IP".',
            );
    }

    /** What follows the summary of nfdump is not read. */
    needsNoEnd(): boolean {
        return this.#summary;
    }

    #packet(columns: PacketColumns, cells: readonly string[], line: number): void {
        const packet = packetOf(columns, cells);
        if (packet) this.#sessions.packet(packet);
        else this.#sink.leftOut('a packet without addresses and ports', line);
    }

    #row(cells: readonly string[], line: number): void {
        const cell = (field: string): string => {
            const text = cells[this.#columns!.get(field) ?? -1]?.trim() ?? '';
            return isEmpty(text) ? '' : text;
        };
        const from = endOf(cell('from') || cell('fromMac') || cell('fromName'));
        const to = endOf(cell('to') || cell('toMac') || cell('toName'));
        if (from === '' || to === '') return this.#sink.leftOut('a row without both ends', line);
        if (isBrokenAddress(from) || isBrokenAddress(to))
            return this.#sink.leftOut('an address that cannot be read', line);
        const [said, fromPort] = [portOf(cell('port')), portOf(cell('fromPort'))];
        let port = said;
        if ((port === null && cell('port') !== '') || (fromPort === null && cell('fromPort') !== ''))
            return this.#sink.leftOut('a port that cannot be read', line);
        const transport = this.#transport(cell('proto'), port);
        if (transport === null)
            return this.#sink.leftOut(
                cell('proto') === '' || this.#saysProtocol
                    ? 'a row that does not say tcp or udp'
                    : `protocol ${cell('proto').slice(0, 20)}`,
                line,
            );
        const ports = transport === 'tcp' || transport === 'udp' || transport === 'sctp';
        // A table of links names the protocol and no port.
        if (ports && port === null && !this.#columns!.has('port')) {
            port = this.#ports.portOf(transport, cell('service'));
            if (port !== null) this.#usual += 1;
        }
        if (ports && port === null)
            return this.#sink.leftOut('a row without the port that answers (`--map port=COLUMN` names it)', line);
        this.#rows += 1;
        const first = this.#dayAndTime?.map(at => cells[at]?.trim() ?? '').join(' ') ?? cell('first');
        this.#isLocal ||= isLocal(first) || isLocal(cell('last'));
        const protocol = cell('service') || (this.#saysProtocol ? cell('proto') : '');
        const base = {
            from,
            to,
            transport,
            protocol: /^(tcp|udp|\d+)$/i.test(protocol) ? '' : protocol.toLowerCase(),
            time: timeOf(first),
            fromPort: ports ? (fromPort ?? 0) : 0,
            toPort: ports ? port! : 0,
        };
        if (this.#oneWay && !(Number(cell('back')) > 0)) {
            // A first packet that answers none shows who opened.
            this.#half({
                ...base,
                flags: cell('flags'),
                outcome: 'tried',
                opener:
                    transport === 'tcp' && /S/.test(cell('flags')) && !/A/.test(cell('flags')) ? 'known' : 'guessed',
            });
            return;
        }
        const has = (field: string): boolean => this.#columns!.has(field) && cell(field) !== '';
        const blockedAt = blockedIn(cells, this.#others);
        if (blockedAt >= 0) this.#blockedBy.set(blockedAt, (this.#blockedBy.get(blockedAt) ?? 0) + 1);
        const [sent, received] = [amountOf(cell('sent')), amountOf(cell('received'))];
        const sessions = has('sessions') ? Number(cell('sessions')) || 0 : 1;
        const tried =
            blockedAt >= 0 ||
            isBlocked(cell('action')) ||
            (has('received') && received === 0) ||
            (has('sessions') && has('attempts') && sessions === 0);
        const outcome = this.#oneWay
            ? 'used'
            : tried
              ? 'tried'
              : has('sent') && has('received') && (sent === 0 || received === 0)
                ? 'answered'
                : 'used';
        const opener = this.#columns!.has('fromPort') ? 'guessed' : 'known';
        const one: Session = {
            ...(isTurned(cell('direction')) ? turnedRound(base, fromPort !== null) : base),
            outcome,
            opener,
        };
        if (opener === 'known' && one.toPort >= firstRandom && !this.#ports.isService(transport, one.toPort))
            this.#answers += 1;
        this.#sink.session(one);
        const last = timeOf(cell('last'));
        if (!Number.isNaN(last) && Math.floor(last / 86400) !== Math.floor(base.time / 86400))
            this.#sink.session({ ...one, time: last, again: true });
    }

    /** What a row says of tcp or udp; a table may say the protocol alone, and of a known port that is enough. */
    #transport(written: string, port: number | null): string | null {
        const said = transportOf(written);
        if (said !== null) return said;
        const byPort = port !== null && (written === '' || this.#saysProtocol) ? this.#ports.transportOf(port) : null;
        if (byPort !== null) this.#byPort += 1;
        return byPort;
    }

    /** Joins the two directions of a session. */
    #half(half: Session & { readonly flags: string }): void {
        const { flags, ...session } = half;
        const { from, to, fromPort, toPort, transport } = session;
        const back = `${to} ${toPort} ${from} ${fromPort} ${transport}`;
        const other = this.#halves.get(back);
        if (!other) {
            const key = `${from} ${fromPort} ${to} ${toPort} ${transport}`;
            if (this.#halves.has(key)) this.#sink.session(session);
            else this.#halves.set(key, half);
            if (this.#halves.size > mostHalves)
                throw new TrafficError(
                    'More than a million sessions have one direction only: give a log of both directions, or a ' +
                        'shorter time with --since.',
                );
            return;
        }
        this.#halves.delete(back);
        // The side whose port is that of a service answers; the first row is no sign of who opened.
        const turned = this.#ports.isService(transport, fromPort) && !this.#ports.isService(transport, toPort);
        const first = turned ? { ...session, from: to, to: from, fromPort: toPort, toPort: fromPort } : session;
        const time = Math.min(session.time, other.time);
        const isRefused = [flags, other.flags].some((own, at, both) => refuses(own) && asks(both[1 - at]!));
        const outcome = isRefused ? 'tried' : 'used';
        this.#sink.session({ ...first, time: Number.isNaN(time) ? session.time : time, outcome });
    }

    /** @throws {@link TrafficError} where no head was found */
    end(): readonly string[] {
        if (!this.#columns)
            throw new TrafficError(
                'No head with a source and a destination is found: name the columns, such as --map from="Client ' +
                    'IP" --map to="Server IP".',
            );
        for (const { flags: _, ...session } of this.#halves.values()) this.#sink.session(session);
        this.#halves.clear();
        this.#sessions.end();
        return this.#notices();
    }

    #notices(): readonly string[] {
        const says = (...some: string[]): boolean => some.some(field => this.#columns!.has(field));
        return noticesOf({
            lacksSummary: this.#oneWay && !this.#hadSummary,
            byPort: this.#byPort,
            usual: this.#usual,
            saysNoAnswers: this.#rows > 0 && !this.#oneWay && !says('received', 'sessions'),
            blocked: [...this.#blockedBy].map(([at, count]) => [this.#heads[at]!, count]),
            answers: this.#answers,
            isLocal: this.#isLocal,
        });
    }
}
