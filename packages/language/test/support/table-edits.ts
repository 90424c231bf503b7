import type { BlockKind, Slot, StatementWord } from '../../src/statements/index.ts';
import { blockKinds, statementsIn } from '../../src/statements/index.ts';
import type { Piece, Sample } from './statement-samples.ts';
import { samplesOf } from './statement-samples.ts';
import type { Written, WrittenStatement } from './written-blocks.ts';
import { writtenIn } from './written-blocks.ts';

type Next = (below: number) => number;
/** Texts by the URIs of their files. */
export type Texts = ReadonlyMap<string, string>;

/** What stands where something else should. */
const wrong = [
    'nowhere',
    'Za.Pz',
    '"x"',
    '""',
    '99',
    '{',
    '}',
    '2026-13-40',
    '10.0.0.300',
    '->',
    ',',
    'é',
    'SR 9.9',
    '',
];
/** Names of the built-in library, which no text declares. */
const builtIn: ReadonlyMap<string, readonly string[]> = new Map([
    ['type', ['plc', 'hmi', 'firewall', 'safety-controller', 'historian', 'jump-host', 'diode']],
    ['protocol', ['https', 'modbus-tcp', 'opc-ua', 'hardwired-io', 'telnet', 's7comm']],
]);
/** A place that a statement can be put into: behind an opening brace, or before a closing one. */
interface Place {
    readonly uri: string;
    readonly at: number;
}

/** The name of a row and a block in which it may stand. */
export function rowIn({ form }: StatementWord, block: BlockKind): string {
    return `${block}: ${form}`;
}

/** Every row of the table in every block in which it may stand; see {@link rowIn}. */
export const allRows: readonly string[] = blockKinds.flatMap(block =>
    statementsIn(block).map(entry => rowIn(entry, block)),
);

/**
 * Random edits that write, change, move and remove every statement of the table, in every block in which it may stand:
 * as it should be, nearly so, and half-typed.
 */
export class TableEdits {
    /** What was written so far; see {@link rowIn}. */
    readonly written = new Set<string>();
    private readonly next: Next;
    private queue: Sample[] = [];

    constructor(next: Next) {
        this.next = next;
    }

    private pick<T>(list: readonly T[]): T {
        return list[this.next(list.length)]!;
    }

    /** Writes the next statement of the table into a block of its kind in one of the texts. */
    insert(texts: Texts): Texts {
        const written = new Map([...texts].map(([uri, text]) => [uri, writtenIn(text)]));
        for (let tries = 0; tries < 20; tries++) {
            const sample = this.sample();
            const places = placesFor(sample.block, written);
            // A block that nobody has written yet waits until somebody has.
            if (places.length === 0) {
                this.queue.unshift(sample);
                continue;
            }
            this.written.add(rowIn(sample.entry, sample.block));
            const { uri, at } = this.pick(places);
            return put(texts, uri, at, at, `\n${this.asWritten(sample, written)}\n`);
        }
        return texts;
    }

    private sample(): Sample {
        if (this.queue.length === 0) {
            const all = blockKinds.flatMap(block => statementsIn(block).flatMap(entry => samplesOf(entry, block)));
            while (all.length > 0) this.queue.push(all.splice(this.next(all.length), 1)[0]!);
        }
        return this.queue.pop()!;
    }

    /** A statement as somebody may have written it by now. */
    private asWritten({ pieces, block, entry }: Sample, texts: ReadonlyMap<string, Written>, depth = 0): string {
        let own = pieces.map(piece => this.piece(piece, entry, texts, depth));
        const slip = this.next(14);
        if (slip === 0) own.splice(this.next(own.length), 1);
        if (slip === 1) own.splice(this.next(own.length), 0, this.pick(own));
        if (slip === 2) own[this.next(own.length)] = this.pick(wrong);
        if (slip === 3) own = own.slice(0, 1 + this.next(own.length));
        const text = own.join(' ').replaceAll(' ,', ',');
        if (slip === 4 && block !== 'file') return text.slice(0, 1 + this.next(text.length));
        return text;
    }

    private piece(
        { text, other, slot }: Piece,
        entry: StatementWord,
        texts: ReadonlyMap<string, Written>,
        depth: number,
    ): string {
        if (text === '{}') return this.inside(entry.word as BlockKind, texts, depth);
        const choice = this.next(10);
        if (choice < 4 || !slot) return text;
        if (slot.is === 'declared') return choice < 9 ? `N${this.next(40)}` : text;
        if (slot.names && choice < 9) return this.name(slot, texts) ?? text;
        return other ?? text;
    }

    /** What stands in a new block: a few statements, where it is not within others already. */
    private inside(block: BlockKind, texts: ReadonlyMap<string, Written>, depth: number): string {
        const some = depth < 2 ? this.next(4) : 0;
        const lines = Array.from({ length: some }, () => {
            const entry = this.pick(statementsIn(block));
            this.written.add(rowIn(entry, block));
            return this.asWritten(this.pick(samplesOf(entry, block)), texts, depth + 1);
        });
        return lines.length === 0 ? '{}' : `{\n${lines.join('\n')}\n}`;
    }

    private name({ names = [] }: Slot, texts: ReadonlyMap<string, Written>): string | undefined {
        const kind = this.pick(names);
        const all = [...texts.values()].flatMap(written => written.names.get(kind) ?? []);
        const known = [...all, ...(builtIn.get(kind) ?? [])];
        const found = known.length > 0 ? this.pick(known) : undefined;
        return this.next(4) === 0 ? found?.split('.').at(-1) : found;
    }

    /** Changes a value of a statement: to one of the same look that stands anywhere. */
    change(texts: Texts): Texts {
        const uri = this.pick([...texts.keys()]);
        const text = texts.get(uri)!;
        const looks = this.pick([
            /"[^"\n]*"/g,
            /\b\d{4}-\d\d-\d\d\b/g,
            /\b\d+(?:\.\d+)*(?:\/\d+)?\b/g,
            /(?<=\s)[a-z][a-z-]*\b/g,
            /\b[A-Z]\w*(?:\.[A-Z]\w*)*/g,
            /<->|->|--|,|:/g,
        ]);
        const from = [...text.matchAll(looks)];
        const by = [...this.pick([...texts.values()]).matchAll(looks)];
        if (from.length === 0 || by.length === 0) return texts;
        const one = this.pick(from);
        return put(texts, uri, one.index, one.index + one[0].length, this.pick(by)[0]);
    }

    private statement(
        texts: Texts,
        fits: (each: WrittenStatement) => boolean = () => true,
    ): (WrittenStatement & { readonly uri: string }) | null {
        const uri = this.pick([...texts.keys()]);
        const all = writtenIn(texts.get(uri)!).statements.filter(fits);
        return all.length === 0 ? null : { ...this.pick(all), uri };
    }

    /** Writes a statement anew, as another one of its row. */
    rewrite(texts: Texts): Texts {
        const found = this.statement(texts, ({ word, kind }) => statementsIn(kind).some(entry => entry.word === word));
        if (!found) return texts;
        const entry = statementsIn(found.kind).find(({ word }) => word === found.word)!;
        const written = new Map([...texts].map(([uri, text]) => [uri, writtenIn(text)]));
        const line = this.asWritten(this.pick(samplesOf(entry, found.kind)), written);
        return put(texts, found.uri, found.start, found.end, line);
    }

    /** Takes a statement away, with all that is in it. */
    remove(texts: Texts): Texts {
        const found = this.statement(texts);
        return found ? put(texts, found.uri, found.start, found.end, '') : texts;
    }

    /** Moves a statement to a block of the same kind, or to any block, in any file; or writes it there once more. */
    move(texts: Texts): Texts {
        const found = this.statement(texts);
        if (!found) return texts;
        const text = texts.get(found.uri)!.slice(found.start, found.end);
        const left = this.next(5) === 0 ? texts : put(texts, found.uri, found.start, found.end, '');
        const written = new Map([...left].map(([uri, each]) => [uri, writtenIn(each)]));
        const places = placesFor(this.next(6) === 0 ? this.pick(blockKinds) : found.kind, written);
        if (places.length === 0) return left;
        const { uri, at } = this.pick(places);
        return put(left, uri, at, at, `\n${text}\n`);
    }

    /** Gives something another name: in all files, in one, or only where it stands first. */
    rename(texts: Texts): Texts {
        const names = [...texts.values()].flatMap(text => [...writtenIn(text).names.values()].flat());
        if (names.length === 0) return texts;
        const old = this.pick(names).split('.').at(-1)!;
        const now = this.next(3) === 0 ? this.pick(names).split('.').at(-1)! : `${old}x`;
        const uri = this.pick([...texts.keys()]);
        const everywhere = new RegExp(`(?<![\\w-])${old}(?![\\w-])`, 'g');
        const how = this.next(3);
        return new Map(
            [...texts].map(([each, text]) => [
                each,
                how === 0 || each === uri
                    ? text.replace(how === 2 ? new RegExp(everywhere, '') : everywhere, now)
                    : text,
            ]),
        );
    }

    /** Adds an import to a file, or takes one away. */
    importing(texts: Texts): Texts {
        const uri = this.pick([...texts.keys()]);
        const text = texts.get(uri)!;
        const [line] = text.match(/^import .*\n/m) ?? [];
        if (line !== undefined && this.next(2) === 0) return new Map([...texts, [uri, text.replace(line, '')]]);
        const other = this.pick([...texts.keys(), 'nowhere.iacs']).replace(/^.*\//, '');
        return new Map([...texts, [uri, `import "${other}"\n${text}`]]);
    }
}

function placesFor(block: BlockKind, texts: ReadonlyMap<string, Written>): readonly Place[] {
    return [...texts].flatMap(([uri, { blocks }]) =>
        blocks
            .filter(({ kind }) => kind === block)
            .flatMap(({ start, end }) => [
                { uri, at: start },
                { uri, at: end },
            ]),
    );
}

function put(texts: Texts, uri: string, from: number, to: number, by: string): Texts {
    const text = texts.get(uri)!;
    return new Map([...texts, [uri, text.slice(0, from) + by + text.slice(to)]]);
}
