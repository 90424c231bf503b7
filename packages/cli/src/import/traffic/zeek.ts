import type { Session, Sink } from './session.ts';
import { accessOf } from './session.ts';

/** Where the columns of a log are that are used here; -1 for a missing one. */
interface Columns {
    readonly path: string;
    readonly width: number;
    readonly ts: number;
    readonly from: number;
    readonly fromPort: number;
    readonly to: number;
    readonly toPort: number;
    readonly proto: number;
    readonly service: number;
    readonly sent: number;
    readonly received: number;
    readonly duration: number;
    readonly state: number;
    readonly history: number;
    readonly functions: readonly number[];
}

/** The columns in which logs of protocols of automation name a function. */
const functionColumns = [
    'func',
    'function_name',
    'rosctr_name',
    'function',
    'fc_request',
    'cip_service',
    'enip_command',
    'service',
    'pdu_service',
    'opcua_link_id',
    'identifier_str',
    'service_choice',
    'subfunction_name',
    'request_response',
];

function columnsOf(path: string, fields: readonly string[]): Columns {
    const at = (name: string): number => fields.indexOf(name);
    // Some sensors write sessions that are still open, or fewer of them, to logs of their own.
    const isConn = /^conn(?:$|\.|_long$|_red$)/.test(path) || (path === '' && at('conn_state') >= 0);
    return {
        path: isConn ? 'conn' : path,
        width: fields.length,
        ts: at('ts'),
        from: at('id.orig_h'),
        fromPort: at('id.orig_p'),
        to: at('id.resp_h'),
        toPort: at('id.resp_p'),
        proto: at('proto'),
        service: isConn ? at('service') : -1,
        sent: at('orig_bytes'),
        received: at('resp_bytes'),
        duration: at('duration'),
        state: at('conn_state'),
        history: at('history'),
        functions: isConn ? [] : functionColumns.map(at).filter(index => index >= 0),
    };
}

/** How far a session came, by the state and the history of Zeek; packets without a payload are an answer, not a use. */
export function outcomeOf(
    transport: string,
    state: string,
    history: string,
    sent: number,
    received: number,
): Session['outcome'] {
    const there = sent > 0 || history.includes('D');
    const back = received > 0 || history.includes('d');
    if (transport !== 'tcp') return there && back ? 'used' : back ? 'answered' : 'tried';
    if (
        state === 'S0' ||
        state === 'REJ' ||
        state === 'RSTOS0' ||
        state === 'SH' ||
        state === 'SHR' ||
        state === 'RSTRH'
    )
        return there && back ? 'used' : 'tried';
    if (there && back) return 'used';
    if (state === 'OTH') return there !== back || history.includes('^') ? 'tried' : 'answered';
    return 'answered';
}

const transports: Readonly<Record<string, string>> = { tcp: 'tcp', udp: 'udp', icmp: 'icmp', sctp: 'sctp' };

function session(
    sink: Sink,
    line: number,
    time: number,
    from: string,
    fromPort: number,
    to: string,
    toPort: number,
    proto: string,
    service: string,
    state: string,
    history: string,
    sent: number,
    received: number,
    duration: number,
): void {
    const transport = transports[proto];
    if (transport === undefined) {
        sink.leftOut(`protocol ${proto.slice(0, 20)} without ports`, line);
        return;
    }
    // Capital letters are of the side that Zeek takes for the opener.
    const opened = history.includes('S') || history.includes('h');
    const turned = !opened && (history.includes('s') || history.includes('H'));
    const outcome = outcomeOf(transport, state, history, sent, received);
    const known = transport === 'tcp' && (opened || turned || state === 'S0' || state === 'REJ');
    const protocol = service.includes(',') ? service.slice(0, service.indexOf(',')) : service;
    const base = {
        time,
        end: time + duration,
        transport,
        protocol,
        outcome,
        opener: known ? ('known' as const) : ('guessed' as const),
    };
    if (transport === 'icmp') sink.session({ ...base, opener: 'known', from, to, fromPort: 0, toPort: 0 });
    else if (turned) sink.session({ ...base, from: to, to: from, fromPort: toPort, toPort: fromPort, turned: true });
    else sink.session({ ...base, from, to, fromPort, toPort });
}

const number = (text: string | undefined): number => {
    const value = Number(text);
    return Number.isFinite(value) ? value : 0;
};

function isAddress(text: string | undefined): text is string {
    return text !== undefined && /^[0-9a-fA-F.:]+$/.test(text) && (text.includes('.') || text.includes(':'));
}

/** Reads the tab-separated form; several logs may follow each other in one file. */
export class ZeekText {
    readonly #sink: Sink;
    #separator = '\t';
    #path = '';
    #columns: Columns | null = null;
    #unset = '-';
    #isOpen = false;

    constructor(sink: Sink) {
        this.#sink = sink;
    }

    line(text: string, line: number): void {
        if (text.charCodeAt(0) === 35) {
            this.#head(text);
            return;
        }
        if (text === '') return;
        const fields = text.split(this.#separator);
        if (fields.includes('id.orig_h')) {
            this.#columns = columnsOf(this.#path, fields);
            return;
        }
        const columns = this.#columns;
        if (!columns || fields.length !== columns.width) this.#withoutHead(fields, line, columns !== null);
        else if (columns.path === 'conn') this.#connection(fields, columns, line);
        else this.#function(fields, columns, line);
    }

    /** Lines of the head say the same without their ends. */
    needsNoEnd(text: string): boolean {
        return text.startsWith('#close');
    }

    end(): readonly string[] {
        return this.#isOpen
            ? ['has no `#close`: Zeek was still writing it, or its end is missing. Later traffic is not in it.']
            : [];
    }

    #head(text: string): void {
        if (text.startsWith('#separator '))
            this.#separator = text
                .slice(11)
                .replace(/\\x([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
        else if (text.startsWith('#path')) this.#path = text.slice(6).trim();
        else if (text.startsWith('#unset_field')) this.#unset = text.slice(13).trim();
        else if (text.startsWith('#open')) this.#isOpen = true;
        else if (text.startsWith('#close')) this.#isOpen = false;
        else if (text.startsWith('#fields'))
            this.#columns = columnsOf(this.#path, text.slice(8).split(this.#separator));
        else if (text.startsWith('###')) this.#columns = this.#columns && { ...this.#columns };
    }

    #connection(fields: readonly string[], columns: Columns, line: number): void {
        const { from, fromPort, to, toPort, proto, service, sent, received, state, history, duration } = columns;
        const said = (at: number): string =>
            at < 0 || fields[at] === this.#unset || fields[at] === '(empty)' ? '' : fields[at]!;
        if (!isAddress(fields[from]) || !isAddress(fields[to])) {
            this.#sink.leftOut('a row without addresses', line);
            return;
        }
        session(
            this.#sink,
            line,
            Number(fields[columns.ts]),
            fields[from],
            number(fields[fromPort]),
            fields[to],
            number(fields[toPort]),
            said(proto),
            said(service),
            said(state),
            said(history),
            number(said(sent)),
            number(said(received)),
            number(said(duration)),
        );
    }

    #function(fields: readonly string[], columns: Columns, line: number): void {
        const [from, to] = [fields[columns.from], fields[columns.to]];
        for (const at of columns.functions) {
            const access = fields[at] === this.#unset ? null : accessOf(fields[at]!);
            if (access && isAddress(from) && isAddress(to)) {
                this.#sink.function({
                    from,
                    to,
                    fromPort: number(fields[columns.fromPort]),
                    toPort: number(fields[columns.toPort]),
                    access,
                });
                return;
            }
        }
        this.#sink.leftOut(`a row of ${columns.path || 'another log'} without a function`, line);
    }

    /**
     * A row of which the head is missing or speaks of other columns: a log of functions is told by its shape, else it
     * is left out.
     */
    #withoutHead(fields: readonly string[], line: number, cut: boolean): void {
        const [, uid, from, fromPort, to, toPort, ...rest] = fields;
        if (
            uid !== undefined &&
            /^C[A-Za-z0-9]{10,}$/.test(uid) &&
            isAddress(from) &&
            isAddress(to) &&
            /^\d+$/.test(fromPort ?? '') &&
            /^\d+$/.test(toPort ?? '')
        ) {
            const access = rest
                .map(field => (/^[A-Za-z][A-Za-z_ -]{2,}$/.test(field) ? accessOf(field) : null))
                .find(each => each !== null);
            if (access) {
                this.#sink.function({ from, to, fromPort: Number(fromPort), toPort: Number(toPort), access });
                return;
            }
        }
        this.#sink.leftOut(
            cut ? 'a row that is cut or belongs to another log' : 'a row before any head (#fields)',
            line,
        );
    }
}

type Json = Readonly<Record<string, unknown>>;
const text = (value: unknown): string =>
    typeof value === 'string'
        ? value
        : Array.isArray(value)
          ? value.map(String).join(',')
          : typeof value === 'number'
            ? `${value}`
            : '';

/** Reads one row of the JSON form. */
export function zeekRow(row: Json, sink: Sink, line: number): void {
    const [from, to] = [text(row['id.orig_h']), text(row['id.resp_h'])];
    const [fromPort, toPort] = [number(text(row['id.orig_p'])), number(text(row['id.resp_p']))];
    if (!isAddress(from) || !isAddress(to)) {
        sink.leftOut('a row without addresses', line);
        return;
    }
    const written = row['ts'];
    const time = typeof written === 'number' ? written : Date.parse(text(written)) / 1000;
    if (row['conn_state'] !== undefined || row['_path'] === 'conn') {
        session(
            sink,
            line,
            time,
            from,
            fromPort,
            to,
            toPort,
            text(row['proto']),
            text(row['service']),
            text(row['conn_state']),
            text(row['history']),
            number(text(row['orig_bytes'])),
            number(text(row['resp_bytes'])),
            number(text(row['duration'])),
        );
        return;
    }
    for (const name of functionColumns) {
        const access = text(row[name]) === '' ? null : accessOf(text(row[name]));
        if (access) {
            sink.function({ from, to, fromPort, toPort, access });
            return;
        }
    }
    sink.leftOut(`a row of ${text(row['_path']) || 'another log'} without a function`, line);
}
