import type { Origin, Place } from '../model/index.ts';
import type { StatementTree } from '../syntax/index.ts';
import { kindOfNode, parse, statementsOf, zoneName } from '../syntax/index.ts';
import type { ChangedStatement } from '../views/diff/index.ts';

/** A statement that says something of the element in whose block it is. */
interface Said extends Place {
    /** As it is written, with single blanks. */
    readonly text: string;
}

/** An element on one side of a comparison: its id, and where it is. */
export interface Stood {
    readonly id: string;
    readonly origin: Origin;
}

/** True for what a block says of its element, false for what it declares. */
function says(statement: StatementTree): boolean {
    return statement.$type !== 'Flow' && statement.$type !== 'Within' && kindOfNode(statement.$type) === undefined;
}

/** The statements in the texts of one side of a comparison. */
export class SideStatements {
    private readonly files = new Map<string, readonly StatementTree[]>();
    private readonly found = new Map<Origin, readonly Said[]>();
    private continued: ReadonlyMap<string, readonly (readonly [uri: string, node: StatementTree])[]> | null = null;
    private readonly names: readonly string[];
    private readonly textOf: (uri: string) => string;

    /**
     * @param names the URIs of the files of the model
     * @param textOf the text of each
     */
    constructor(names: readonly string[], textOf: (uri: string) => string) {
        this.names = names;
        this.textOf = textOf;
    }

    private topsOf(uri: string): readonly StatementTree[] {
        let found = this.files.get(uri);
        if (!found) this.files.set(uri, (found = statementsOf(parse(uri, this.textOf(uri)).file)));
        return found;
    }

    private said(file: string, statements: readonly StatementTree[]): readonly Said[] {
        const text = this.textOf(file);
        return statements.filter(says).map(({ start, end }) => ({
            ...{ file, start, end },
            text: text.slice(start, end).replace(/\s+/gu, ' ').trim(),
        }));
    }

    /** The blocks that continue an element, in the order of the files. */
    private continuing(id: string): readonly (readonly [uri: string, node: StatementTree])[] {
        this.continued ??= Map.groupBy(
            this.names.flatMap(uri => this.topsOf(uri).map(top => [uri, top] as const)),
            ([, top]) => (top.$type === 'Within' ? zoneName(top) : ''),
        );
        return (id !== '' && this.continued.get(id)) || [];
    }

    /** What is said of an element: in its own block, then in those that continue it. */
    of(stood: Stood): readonly Said[] {
        let found = this.found.get(stood.origin);
        if (!found) this.found.set(stood.origin, (found = this.read(stood)));
        return found;
    }

    private read({ id, origin: { file, block, whole } }: Stood): readonly Said[] {
        const found: Said[] = [];
        if (block) {
            let statements = this.topsOf(file);
            for (;;) {
                const around = statements.find(({ start, end }) => start <= block.start && block.start < end);
                if (!around) break;
                statements = statementsOf(around);
                if (around.start >= whole.start) break;
            }
            found.push(...this.said(file, statements));
        }
        for (const [uri, node] of this.continuing(id)) found.push(...this.said(uri, statementsOf(node)));
        return found;
    }
}

/** How well a statement fits: 0 where it begins with another word, else 1, and one more for each item in it. */
function fit({ text }: Said, { word, items }: ChangedStatement): number {
    if (text !== word && !text.startsWith(`${word} `)) return 0;
    return 1 + items.filter(item => text.includes(item)).length;
}

/** The statement that is meant, of those that the other side does not have in the same words; `null` for none. */
function meant(own: readonly Said[], other: readonly Said[], about: ChangedStatement): Said | null {
    const elsewhere = new Set(other.map(({ text }) => text));
    let [best, most]: [Said | null, number] = [null, 0];
    for (const each of own) {
        const score = elsewhere.has(each.text) ? 0 : fit(each, about);
        if (score > most) [best, most] = [each, score];
    }
    return best;
}

/**
 * Where the statement of a change is on both sides; `null` on a side that does not have it in the block of its element.
 * @param older the element before the change
 * @param now the same element after it
 */
export function statementPlaces(
    about: ChangedStatement,
    older: readonly [SideStatements, Stood],
    now: readonly [SideStatements, Stood],
): { readonly older: Place | null; readonly now: Place | null } {
    const [was, is] = [older[0].of(older[1]), now[0].of(now[1])];
    return { older: meant(was, is, about), now: meant(is, was, about) };
}
