import type { Flow } from 'iacs-language';
import { readAddresses } from 'iacs-language/filter';
import type { Notice } from '../entry.ts';
import { fieldsOfAll, RowReader } from '../entry.ts';
import type { FoundTable } from '../find-tables.ts';
import { findElement } from '../known.ts';
import { readDay } from '../local-days.ts';
import { protocolNotStated, quoted } from '../names.ts';
import { readList } from '../values.ts';
import { flowFields } from './flow-fields.ts';
import { accessOf, arrowOf } from './flow-words.ts';
import type { KnownFlows } from './known-flows.ts';
import { containerOf } from './known-flows.ts';
import type { ReadServices } from './services.ts';
import { readServices, usualProtocols } from './services.ts';
import { addAll } from '../add-all.ts';

/** A flow that an import writes. */
export interface FlowEntry {
    /** Its ends and protocols: the same connection has the same key in every import. */
    readonly key: string;
    /** The zone or conduit; `null` for the top of the file. */
    readonly container: string | null;
    readonly head: string;
    /** The statements of its block. */
    readonly lines: readonly string[];
}

export interface FlowRows {
    readonly entries: readonly FlowEntry[];
    readonly notices: readonly Notice[];
    /** Rows that are no flow, word for word. */
    readonly texts: readonly string[];
    /** Connections that the model has already. */
    readonly matched: number;
    /** Connections of which no protocol is known. */
    readonly withoutProtocol: number;
}

const all = fieldsOfAll(flowFields);

/** Words for a connection without an end. */
const endless = /^(unbefristet|dauerhaft|permanent|unlimited|indefinite|n\/a|none|illimité|permanente|indefinido)$/iu;

/** The rows of a table of connections as flows. Nothing is written of a row whose ends the model does not have. */
export function flowEntries(tables: readonly FoundTable[], known: KnownFlows): FlowRows {
    const sheet = new FlowSheet(known);
    for (const table of tables) for (const row of table.rows) sheet.row(new RowReader(table, row, all));
    return sheet;
}

class FlowSheet implements FlowRows {
    readonly notices: Notice[] = [];
    readonly texts: string[] = [];
    matched = 0;
    withoutProtocol = 0;
    readonly #entries = new Map<string, FlowEntry>();
    readonly #known: KnownFlows;

    constructor(known: KnownFlows) {
        this.#known = known;
    }

    get entries(): readonly FlowEntry[] {
        return [...this.#entries.values()];
    }

    row(reader: RowReader): void {
        const why = this.#read(reader);
        if (why !== null) {
            reader.notice(`${why}; the row is kept as a comment.`);
            this.texts.push(reader.everything().replace(/\s+/gu, ' '));
        }
        addAll(this.notices, reader.notices);
    }

    /** @returns why the row is not a flow; `null` where it is one */
    #read(reader: RowReader): string | null {
        const action = reader.cell('action');
        if (
            /^(deny|denied|drop|block|blocked|reject|verboten|sperren|gesperrt|refus\w*|interdit|denegar|bloquear)$/iu.test(
                action,
            )
        )
            return `${reader.head('action')} "${action}" is not a connection that is used`;
        const undirected = reader.cell('from') === '' && reader.cell('a') !== '';
        const [left, right] = undirected ? ['a', 'b'] : ['from', 'to'];
        const [leftText, rightText] = [endText(reader, left!), endText(reader, right!)];
        let from = this.#ends(reader, left!, leftText);
        let to = this.#ends(reader, right!, rightText);
        // An address that several cells have is the one of the cell in which the other end is.
        if (typeof from === 'string' && typeof to !== 'string')
            from = this.#ends(reader, left!, leftText, this.#zonesOf(to));
        else if (typeof to === 'string' && typeof from !== 'string')
            to = this.#ends(reader, right!, rightText, this.#zonesOf(from));
        if (typeof from === 'string') return from;
        if (typeof to === 'string') return to;
        const arrow = arrowOf(reader, undirected);
        const services = readServices(
            reader.cells('service').map(cell => cell.text),
            reader.cells('port').map(cell => cell.text),
            reader.cell('transport'),
            this.#known.protocols,
            this.#protocolsBetween(from, to),
        );
        for (const { of, text, why } of services.left) reader.keep(reader.cell(of) === '' ? 'port' : of, text, why);
        for (const { port } of services.usual) {
            const ids = usualProtocols(port, this.#known.protocols);
            if (ids.length > 0)
                reader.notice(`${port} is usually ${ids.join(' or ')}; which protocol it is is not in the sheet.`);
        }
        const lines = this.#lines(reader, services.ports);
        let isWritten = false;
        for (const one of from)
            for (const other of to) {
                const [source, target] = arrow.swapped ? [other, one] : [one, other];
                if (this.#add(reader, source, target, arrow.sign, services, lines)) isWritten = true;
            }
        // Of a row that the model has nothing is kept.
        if (!isWritten) reader.notKept();
        return null;
    }

    /** Ids of the protocols of the flows that the model has between some ends. */
    #protocolsBetween(some: readonly string[], others: readonly string[]): ReadonlySet<string> {
        const joins = (one: string, other: string): boolean => some.includes(one) && others.includes(other);
        return new Set(
            this.#known.flows
                .filter(({ from, to }) => joins(from.id, to.id) || joins(to.id, from.id))
                .flatMap(flow => flow.protocols.map(protocol => protocol.id)),
        );
    }

    /** @returns false for a connection that the model has already */
    #add(
        reader: RowReader,
        from: string,
        to: string,
        arrow: string,
        { protocols, left }: ReadServices,
        lines: readonly string[],
    ): boolean {
        const ports = lines.filter(line => line.startsWith('port '));
        const session = `${from} ${arrow} ${to} : ${protocols.length === 0 ? protocolNotStated : protocols.join(', ')}`;
        if (protocols.length === 0) this.withoutProtocol += 1;
        const own = this.#known.flows.find(
            flow =>
                flow.from.id === from &&
                flow.to.id === to &&
                protocols.length > 0 &&
                protocols.every(id => flow.protocols.some(each => each.id === id)),
        );
        const more = own === undefined ? [] : ports.filter(line => !portLines(own).includes(line));
        if (own && more.length > 0)
            reader.notice(
                `${session} is in the model with ${portLines(own).join(', ') || 'its usual port'}; ` +
                    `with ${more.join(', ')} it is written as a flow of its own.`,
            );
        else if (own) {
            this.matched += 1;
            const port = reader.cell('port');
            if (port !== '' && own.ports.length > 0 && ports.length === 0)
                reader.notice(
                    `${session} has ${portLines(own).join(', ')} in the model and "${port}" in the sheet; it is not ` +
                        'written again.',
                );
            if (own.arrow !== arrow)
                reader.notice(
                    `${session} is ${own.arrow} in the model and ${arrow} in the sheet; it is not written again.`,
                );
            const further = lines.filter(line => /^(?:until|access|approved) /u.test(line) && !says(own, line));
            if (further.length > 0)
                reader.notice(
                    `${session} is in the model and not written again; the sheet says ${further.join(', ')}, ` +
                        'which the model does not.',
                );
            return false;
        }
        const container = containerOf(this.#known, from, to, reader.cell('conduit'));
        if (container.id === null)
            reader.notice(`${session} is written at the top of the file, because ${container.why}.`);
        const purpose = reader.cell('purpose');
        const head = `flow ${session}${purpose === '' ? '' : ` ${quoted(purpose.replace(/\s+/gu, ' '))}`}`;
        const plainKey = [session, ...ports].join(' ');
        const before = this.#entries.get(plainKey);
        const isSame = before?.lines.join('\n') === lines.join('\n') && before.head === head;
        // Two rows of which the protocol is not understood are not one connection.
        const key =
            before && !isSame && left.length > 0 ? `${plainKey} ${left.map(each => each.text).join(' ')}` : plainKey;
        const entry: FlowEntry = {
            key,
            container: container.id,
            head,
            lines,
        };
        const first = this.#entries.get(key);
        if (!first) this.#entries.set(key, entry);
        else if (first.head === head && first.lines.join('\n') === lines.join('\n'))
            reader.notice(`${session} is in the sheet twice; the first row is taken.`);
        else {
            reader.notice(
                `${session} is in the sheet twice; the first row is taken, and this one is kept as a comment.`,
            );
            this.texts.push(reader.everything().replace(/\s+/gu, ' '));
        }
        return true;
    }

    /**
     * The elements that a text names; a text that says why it names none.
     * @param scope ids of zones in which addresses are looked up first
     */
    #ends(reader: RowReader, field: string, text: string, scope?: readonly string[]): readonly string[] | string {
        if (text === '') return 'The row does not name both ends';
        const { elements, where } = this.#known;
        const whole = findElement(text, elements, where, scope);
        const parts = whole.kind === 'none' ? readList(text) : [text];
        const ids: string[] = [];
        for (const part of parts) {
            const bare = part.replace(/(?<=^\d{1,3}(?:\.\d{1,3}){3}):\d+$/u, '');
            const found = findElement(bare, elements, where, scope);
            const said = `${reader.head(field)} "${part}"`;
            if (found.kind === 'contradiction')
                return (
                    `${said} contradicts the model: its name is ${found.byName}, its ` +
                    `address is that of ${found.byAddress}`
                );
            if (found.kind === 'none') return `${said} ${found.why ?? 'is not an asset or a zone of the model'}`;
            if (found.translator !== null)
                reader.notice(`${said} is ${found.id}, as ${found.translator} shows its address.`);
            ids.push(found.id);
        }
        return [...new Set(ids)];
    }

    /** The zones in which ends of a flow are. */
    #zonesOf(ends: readonly string[]): readonly string[] {
        const { lookup } = this.#known;
        return ends.flatMap(id => lookup.zoneOf(id)?.id ?? []);
    }

    #lines(reader: RowReader, ports: readonly string[]): readonly string[] {
        const lines = ports.flatMap(port => {
            if (!port.startsWith('tcp or udp')) return [`port ${port}`];
            reader.keep('port', port.replace('tcp or udp ', ''), 'does not say whether it is tcp or udp');
            return [];
        });
        const access = accessOf(reader.cell('access'));
        if (access !== null) lines.push(`access ${access}`);
        else if (reader.cell('access') !== '')
            reader.keep('access', reader.cell('access'), 'is not read, write or program');
        if (reader.cell('approved') !== '') lines.push(`approved by ${quoted(reader.cell('approved'))}`);
        const until = reader.cell('until');
        const day = readDay(until);
        if (day.kind === 'day') lines.push(`until ${day.day}`);
        else if (until !== '' && !endless.test(until))
            reader.keep(
                'until',
                until,
                day.kind === 'ambiguous' ? `may be ${day.dayFirst} or ${day.monthFirst}` : 'is not a day',
            );
        if (reader.cell('id') !== '') reader.keepText(reader.head('id'), reader.cell('id'));
        if (reader.cell('action') !== '') reader.keepText(reader.head('action'), reader.cell('action'));
        const description = reader.description();
        return description === '' ? lines : [...lines, `description ${quoted(description)}`];
    }
}

/** True where a flow says the same as a statement of an import. */
function says({ until, access, approvedBy }: Flow, line: string): boolean {
    return (
        line === `until ${until?.date}` ||
        line === `access ${access}` ||
        (approvedBy !== null && line === `approved by ${quoted(approvedBy)}`)
    );
}

/** The statements of the ports of a flow. */
function portLines({ ports }: Pick<Flow, 'ports'>): readonly string[] {
    return ports.map(
        ({ transport, ranges }) =>
            `port ${transport} ${ranges.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`)).join(', ')}`,
    );
}

/**
 * What columns of a name and of an address say together of an end, `PLC 1 (10.0.0.1)`; else the first of them, and the
 * others are kept as text.
 */
function endText(reader: RowReader, field: string): string {
    const [first, ...others] = reader.cells(field);
    if (!first || others.length === 0) return first?.text ?? '';
    const isAddress = ({ text }: { readonly text: string }): boolean => readAddresses(text.trim()) !== null;
    const name = [first, ...others].find(cell => !isAddress(cell));
    const address = [first, ...others].find(isAddress);
    const joined = name && address && !/[\n;,]/u.test(name.text);
    for (const cell of others)
        if (!joined || (cell !== name && cell !== address)) reader.keepText(cell.head, cell.text);
    return joined ? `${name.text} (${address.text.trim()})` : first.text;
}
