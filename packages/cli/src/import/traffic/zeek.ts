import type { Sink } from './session.ts';
import { accessOf } from './session.ts';
import type { Columns } from './zeek-columns.ts';
import { columnsOf, functionColumns } from './zeek-columns.ts';
import { portIn, unreadable } from './readable.ts';
import { isAddress, numberIn, addSession } from './zeek-sessions.ts';

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
        addSession(this.#sink, line, {
            time: Number(fields[columns.ts]),
            from: said(from),
            to: said(to),
            fromPort: portIn(said(fromPort)),
            toPort: portIn(said(toPort)),
            proto: said(proto),
            service: said(service),
            state: said(state),
            history: said(history),
            sent: numberIn(said(sent)),
            received: numberIn(said(received)),
            duration: numberIn(said(duration)),
        });
    }

    #function(fields: readonly string[], columns: Columns, line: number): void {
        const [from, to] = [fields[columns.from], fields[columns.to]];
        for (const at of columns.functions) {
            const access = fields[at] === this.#unset ? null : accessOf(fields[at]!);
            if (access && isAddress(from) && isAddress(to)) {
                this.#sink.function({
                    time: Number(fields[columns.ts]),
                    from,
                    to,
                    fromPort: numberIn(fields[columns.fromPort]),
                    toPort: numberIn(fields[columns.toPort]),
                    access,
                });
                return;
            }
        }
        this.#sink.leftOut(`a row of ${columns.path || 'another log'} without a function`, line);
    }

    /**
     * A row of which the head is missing or speaks of other columns: a log of functions is known by its shape, else it
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
                const ports = { fromPort: Number(fromPort), toPort: Number(toPort) };
                this.#sink.function({ time: Number(fields[0]), from, to, ...ports, access });
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
    const [fromPort, toPort] = [portIn(text(row['id.orig_p'])), portIn(text(row['id.resp_p']))];
    const fault = unreadable(from, to, fromPort, toPort);
    if (fault !== null) {
        sink.leftOut(fault, line);
        return;
    }
    const written = row['ts'];
    const time = typeof written === 'number' ? written : Date.parse(text(written)) / 1000;
    if (row['conn_state'] !== undefined || row['_path'] === 'conn') {
        addSession(sink, line, {
            time,
            from,
            to,
            fromPort,
            toPort,
            proto: text(row['proto']),
            service: text(row['service']),
            state: text(row['conn_state']),
            history: text(row['history']),
            sent: numberIn(text(row['orig_bytes'])),
            received: numberIn(text(row['resp_bytes'])),
            duration: numberIn(text(row['duration'])),
        });
        return;
    }
    for (const name of functionColumns) {
        const access = text(row[name]) === '' ? null : accessOf(text(row[name]));
        if (access) {
            sink.function({ time, from, to, fromPort, toPort, access });
            return;
        }
    }
    sink.leftOut(`a row of ${text(row['_path']) || 'another log'} without a function`, line);
}
