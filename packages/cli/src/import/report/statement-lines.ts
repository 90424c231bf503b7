import { parse, readString } from 'iacs-language';
import { quoted } from '../names.ts';
import { matrixBlock } from './matrix-lines.ts';
import type { ReportRow, ReportTables } from './report-tables.ts';
import { addAll } from '../add-all.ts';

/** What is written of one element: its title, its base and the lines of its block. */
export interface Block {
    title: string | null;
    base: string | null;
    readonly lines: string[];
}

export function newBlock(row?: ReportRow): Block {
    return { title: row?.get('Title') ?? null, base: null, lines: [] };
}

/** The lines of a cell. */
export function linesIn(row: ReportRow, column: string): readonly string[] {
    return (row.get(column) ?? '').split('\n').filter(line => line.trim() !== '');
}

/** A statement with a text, where the cell holds one. */
export function textLine(word: string, text: string | undefined): readonly string[] {
    return text === undefined ? [] : [`${word} ${quoted(text)}`];
}

export function listLine(word: string, items: readonly string[]): readonly string[] {
    return items.length === 0 ? [] : [`${word} ${items.join(', ')}`];
}

/** A head such as `asset Plc1 "Loading PLC" : plc`. */
export function headText(word: string, name: string, { title, base }: Block): string {
    return `${word} ${name}${title === null ? '' : ` ${quoted(title)}`}${base === null ? '' : ` : ${base}`}`;
}

const heads: Readonly<Record<string, string>> = {
    system: 'system X',
    zone: 'zone X',
    conduit: 'conduit X between A and B',
    asset: 'zone Z { asset X',
    flow: 'flow A -> B',
    countermeasure: 'countermeasure X',
    type: 'type X : plc',
    protocol: 'protocol X',
    threat: 'threat X',
    invariant: 'invariant X',
    function: 'function X',
    island: 'island X',
    party: 'party X',
    programme: 'programme',
    view: 'view X',
};

/** True where a line can be in the block of such an element. */
function isStatement(kind: string, line: string): boolean {
    const head = heads[kind];
    if (head === undefined) return false;
    return parse('line.iacs', `${head} {\n${line}\n}${head.includes('{') ? '}' : ''}\n`).mistakes.length === 0;
}

/** What the list of further facts says, by the kind and the id of the element. */
export class FurtherFacts {
    /** Facts that no statement says. */
    readonly left: string[] = [];
    readonly #facts = new Map<string, readonly string[]>();
    readonly #ids = new Map<string, string[]>();
    /** Elements whose facts are in a declaration. */
    readonly #taken = new Set<string>();
    /** Acceptances by the element that a finding blames. */
    readonly #accepted = new Map<string, Set<string>>();

    constructor({ lists }: ReportTables) {
        for (const row of lists.get('further-facts') ?? []) {
            const [kind, id] = [row.get('Kind') ?? '', row.get('Where') ?? ''];
            this.#facts.set(`${kind} ${id}`, linesIn(row, 'What the model says'));
            this.#ids.set(kind, [...(this.#ids.get(kind) ?? []), id]);
        }
        for (const row of lists.get('accepted') ?? []) {
            const id = row.get('Where') ?? '';
            const until = row.has('Until') ? ` until ${row.get('Until')}` : '';
            const line = [`accept ${row.get('Rule')}`, ...textLine('because', row.get('Because'))].join(' ') + until;
            this.#accepted.set(id, new Set([...(this.#accepted.get(id) ?? []), line]));
        }
    }

    ids(kind: string): readonly string[] {
        return this.#ids.get(kind) ?? [];
    }

    /**
     * Adds what is said of an element to its block.
     * @param shown words of statements that a list of its own has said already
     */
    addTo(block: Block, kind: string, id: string, shown: readonly string[] = []): void {
        const reasons = new Map<string, string>();
        const lines: string[] = [];
        const facts = this.#facts.get(`${kind} ${id}`) ?? [];
        const { block: own, others } = kind === 'system' ? matrixBlock(facts) : { block: null, others: facts };
        if (own !== null && isStatement(kind, own)) lines.push(own);
        else if (own !== null) this.left.push(`${kind} ${id}: ${own}`);
        this.#taken.add(`${kind} ${id}`);
        for (const line of others) {
            const reason = /^reason of (SL-[TCA]) (".*")$/u.exec(line);
            const head = /^(title|base) (.*)$/u.exec(line);
            if (reason) reasons.set(reason[1]!, reason[2]!);
            else if (head?.[1] === 'title') block.title ??= readString(head[2]!);
            else if (head) block.base = head[2]!;
            else if (block.lines.includes(line) || shown.some(word => line.startsWith(`${word} `))) continue;
            else if (isStatement(kind, line)) lines.push(line);
            else this.left.push(`${kind} ${id}: ${line}`);
        }
        addAll(block.lines, lines);
        addAll(block.lines, this.#acceptedAt(kind, id));
        for (const [word, reason] of reasons) {
            const at = block.lines.findIndex(line => line.startsWith(`${word} `));
            if (at >= 0) block.lines[at] += ` because ${reason}`;
        }
    }

    /** Facts of elements that no declaration has taken: they are kept as comments. */
    leave(): void {
        for (const [element, facts] of this.#facts)
            if (!this.#taken.has(element))
                addAll(
                    this.left,
                    facts.map(fact => `${element}: ${fact}`),
                );
    }

    /**
     * An acceptance of a zone or conduit may have been one of a flow in it, and would cover more there: it is left to a
     * person.
     */
    #acceptedAt(kind: string, id: string): readonly string[] {
        const all = [...(this.#accepted.get(id) ?? [])];
        this.#accepted.delete(id);
        if (kind === 'asset' || kind === 'threat' || kind === 'countermeasure') return all;
        if (kind !== 'flow')
            addAll(
                this.left,
                all.map(line => `${kind} ${id}: ${line}`),
            );
        return [];
    }
}
