import path from 'node:path';
import { eveRow } from './eve.ts';
import type { Conversations } from './conversations.ts';
import { TrafficTable } from './csv.ts';
import type { KnownPorts } from './known-ports.ts';
import { eachLine } from './lines.ts';
import { TrafficError } from './session.ts';
import { ZeekText, zeekRow } from './zeek.ts';

/** The kinds of logs, as `--as` names them. */
export const logKinds = ['zeek', 'eve', 'csv'] as const;
export type LogKind = (typeof logKinds)[number];

interface Reader {
    /** @param isWhole false for a last line without a line end */
    line(text: string, number: number, isWhole: boolean): void;
    /** Says what the end of the log shows, such as that it is not whole. */
    end(): readonly string[];
}

const saysNothing = (): readonly string[] => [];

const cutLine = 'the last line, which has no line end and may be cut (add a line end if it is whole)';

/** A reader for JSON, one object a line: Zeek and Suricata are distinguished row by row. */
function jsonReader(sink: Conversations): Reader {
    return {
        end: saysNothing,
        line(text, number) {
            if (text.trim() === '') return;
            let row: unknown;
            try {
                row = JSON.parse(text);
            } catch {
                sink.leftOut('a line that is not valid JSON, or is cut', number);
                return;
            }
            if (typeof row !== 'object' || row === null || Array.isArray(row))
                sink.leftOut('a line that is not a JSON object', number);
            else if ('event_type' in row) eveRow(row as Readonly<Record<string, unknown>>, sink, number);
            else zeekRow(row as Readonly<Record<string, unknown>>, sink, number);
        },
    };
}

/** What a log is by its first line with content. */
function kindOfLine(line: string): LogKind | 'json' | null {
    if (line.startsWith('{')) return 'json';
    if (
        line.startsWith('#separator') ||
        line.startsWith('#fields') ||
        line.startsWith('### ') ||
        // The heads alone, as `zeek-cut -n` writes them.
        /(^|\t)id\.orig_h\t/.test(line) ||
        /^\d+\.\d+\tC\w{10,}\t/.test(line)
    )
        return 'zeek';
    return line.startsWith('#') || line.trim() === '' ? null : 'csv';
}

/**
 * True for a line that looks like a table, and is the rest of a row: of a log that was cut at its beginning, the next
 * line says what it is.
 */
function isRestOf(line: string, next: LogKind | 'json'): boolean {
    if (next === 'json') return /["\]}]\s*$/.test(line);
    return next === 'zeek' && /\t(\d+\.\d+\.\d+\.\d+|[\da-f]*:[\da-f:]+)\t/.test(line);
}

/** What is known of a log that was read. */
export interface LogRead {
    readonly sha256: string;
    /** What it was read as. */
    readonly kind: string;
    /** What its end shows, in sentences. */
    readonly notices: readonly string[];
}

/**
 * Reads one log into conversations.
 * @param as the kind, found out without it
 * @throws {@link TrafficError} where it is not a log that is read here
 */
export async function readLog(
    file: string,
    name: string,
    as: LogKind | null,
    sink: Conversations,
    columns: ReadonlyMap<string, string>,
    ports: KnownPorts,
    progress: (bytes: number) => void,
): Promise<LogRead> {
    let reader: Reader | null = null;
    let kind: string | null = as;
    const waiting: [string, number, boolean][] = [];
    const choose = (of: LogKind | 'json'): Reader => {
        kind = of === 'json' ? (as ?? 'json') : of;
        if (of === 'json') return jsonReader(sink);
        const table = of === 'csv' ? new TrafficTable(sink, columns, ports) : new ZeekText(sink);
        return {
            line: (text, number, isWhole) => {
                // The programs that write these logs end each line; a value that is cut looks like another one.
                if (isWhole || text.trim() === '' || table.needsNoEnd(text)) table.line(text, number);
                else sink.leftOut(cutLine, number);
            },
            end: () => table.end(),
        };
    };
    const begin = (found: LogKind | 'json'): void => {
        reader = choose(found === 'json' ? 'json' : as === 'zeek' || as === 'csv' ? as : found);
        for (const early of waiting.splice(0)) reader.line(...early);
    };
    const sha256 = await eachLine(
        file,
        name,
        (text, number, isWhole) => {
            if (reader) {
                reader.line(text, number, isWhole);
                return;
            }
            const found = kindOfLine(text.replace(/^\ufeff/, ''));
            if (number === 1 && /^\s*\[\s*(\{|$)/.test(text))
                throw new TrafficError(
                    `${name} is one JSON array: write one object a line, with \`jq -c '.[]' ${name}\`.`,
                );
            waiting.push([text, number, isWhole]);
            if (found === null) return;
            const [first] = waiting.filter(([line]) => kindOfLine(line) !== null);
            if (found === 'csv' && first![0] === text && as !== 'csv') return;
            begin(found === 'csv' || first![0] === text || isRestOf(first![0], found) ? found : 'csv');
        },
        progress,
    );
    if (!reader && waiting.some(([line]) => kindOfLine(line) !== null)) begin('csv');
    if (!reader) throw new TrafficError(`${name} has no line with traffic.`);
    const said = (reader as Reader).end().map(notice => `${path.basename(name)} ${notice}`);
    return { sha256, kind: kind ?? 'csv', notices: said };
}
