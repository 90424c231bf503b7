import type { Lookup } from '../model/index.ts';
import type { ReachGraph, Rows } from './reach-graph.ts';
import { Flood } from './reach-flood.ts';
import { maskOf, type Mask, type SearchOptions } from './reach-search.ts';
import { apart } from './reach-shortest.ts';
import { lastHops, mayWrite } from './reach-writing.ts';
import { endsOf } from './reach.ts';

/**
 * A connection of which nothing says what passes: anything may, from each of `near` to each of `far`. Ids of zones and
 * assets.
 */
export interface Passage {
    readonly near: readonly string[];
    readonly far: readonly string[];
}

/** For each end of the passages, by number, over how many passages at least it is come to; -1 for one that is not. */
export type PassageCounts = Int32Array;

/** How far a search goes. */
interface Limits {
    /** Nodes at which it is done, with all that is come to over as few passages; without it everything is searched. */
    readonly goals?: ReadonlySet<number> | undefined;
    /** Over how many passages at most. */
    readonly most?: number;
    /** Nodes to which a passage may lead, and no flow. */
    readonly beside?: readonly number[];
}

/** Searches over declared flows and passages, with one set of passages for many questions. */
export class Passages {
    /** The ends of the passages: their numbers. */
    readonly ends: ReadonlyMap<string, number>;
    private readonly along: OneWay;
    private readonly against: OneWay;

    constructor(graph: ReachGraph, passages: readonly Passage[]) {
        const names = [...new Set(passages.flatMap(({ near, far }) => [...near, ...far]))];
        this.ends = new Map(names.map((name, end) => [name, end]));
        const numbers = (some: readonly string[]): readonly number[] => some.map(name => this.ends.get(name)!);
        const nodes = (at: (name: string) => number | undefined): readonly number[] =>
            names.map(name => at(name) ?? -1);
        const [leaving, arriving] = [nodes(graph.leaving), nodes(graph.arriving)];
        const there = passages.map(({ near, far }) => ({ near: numbers(near), far: numbers(far) }));
        const turned = there.map(({ near, far }) => ({ near: far, far: near }));
        this.along = new OneWay(graph.forward, there, leaving, arriving);
        this.against = new OneWay(graph.reverse, turned, arriving, leaving);
    }

    /** The ends of passages to which a walk leads from some nodes; good until the next such question. */
    countsFrom(starts: readonly number[], mask: Mask, limits: Limits): PassageCounts {
        return this.along.counts(starts, mask, limits);
    }

    /** The ends of passages from which a walk leads to some nodes; good until the next such question. */
    countsInto(goals: readonly number[], mask: Mask, limits: Limits): PassageCounts {
        return this.against.counts(goals, mask, limits);
    }

    /** Over how many passages the last walk from some nodes came to a goal; -1 where none did. */
    get needed(): number {
        return this.along.done;
    }
}

interface Numbered {
    readonly near: readonly number[];
    readonly far: readonly number[];
}

class OneWay {
    /** Over how many passages the last search came to a goal; -1 where it did not. */
    done = -1;
    private readonly flood: Flood;
    private readonly passages: readonly Numbered[];
    /** The node at which an end is entered; -1 for none. */
    private readonly entry: readonly number[];
    /** The end that is left at a node; -1 for none. */
    private readonly endAt: Int32Array;
    /** The passages that begin at an end. */
    private readonly passagesAt: readonly number[][];
    private readonly found: Int32Array;
    /** Of a passage that was crossed: one more than the end from which it was first; 0 for one that was not. */
    private readonly crossed: Int32Array;

    constructor(rows: Rows, passages: readonly Numbered[], exit: readonly number[], entry: readonly number[]) {
        this.flood = new Flood(rows);
        this.passages = passages;
        this.entry = entry;
        this.endAt = new Int32Array(rows.row.length).fill(-1);
        for (const [end, node] of exit.entries()) if (node >= 0) this.endAt[node] = end;
        this.passagesAt = exit.map(() => []);
        for (const [index, { near }] of passages.entries()) for (const end of near) this.passagesAt[end]!.push(index);
        this.found = new Int32Array(exit.length);
        this.crossed = new Int32Array(passages.length);
    }

    counts(starts: readonly number[], mask: Mask, { goals, most = Infinity, beside = [] }: Limits): PassageCounts {
        const { flood, found, crossed, endAt } = this;
        found.fill(-1);
        crossed.fill(0);
        this.done = -1;
        let reached: number[] = [];
        const come = (node: number, count: number): void => {
            const end = endAt[node]!;
            if (end < 0 || found[end]! >= 0) return;
            found[end] = count;
            reached.push(end);
        };
        flood.begin(
            starts.filter(node => !mask.closed(node)),
            [],
            undefined,
            mask,
        );
        for (const node of beside) come(node, 0);
        let read = 0;
        for (let count = 0; count === 0 || (read < flood.count && count <= most); count++) {
            while (flood.step());
            for (; read < flood.count; read++) {
                const node = flood.at(read);
                come(node, count);
                if (goals?.has(node)) this.done = count;
            }
            if (this.done >= 0) break;
            for (const end of reached) for (const index of this.passagesAt[end]!) this.cross(index, end, mask);
            reached = [];
        }
        return found;
    }

    /** Crosses a passage from an end: to all others, and to the first end once it is crossed from another one. */
    private cross(index: number, end: number, mask: Mask): void {
        const { far } = this.passages[index]!;
        const first = this.crossed[index]! - 1;
        if (first < 0) {
            this.crossed[index] = end + 1;
            for (const other of far) if (other !== end) this.enter(other, mask);
        } else if (first !== end && far.includes(first)) this.enter(first, mask);
    }

    private enter(end: number, mask: Mask): void {
        const node = this.entry[end]!;
        if (node >= 0 && !mask.closed(node)) this.flood.come(node);
    }
}

/** What a walk over passages may use. */
export interface WalkOptions extends SearchOptions {
    /**
     * Its last session may write or program, as may whatever passes a passage. It may meet its end before, where a path
     * may not.
     */
    readonly writing?: boolean;
}

/** Walks from one of some ends to one of some others; ids of zones and assets. */
export interface WalkQuestion {
    readonly from: readonly string[];
    readonly to: readonly string[];
    readonly options?: WalkOptions | undefined;
}

/** How walks over passages come to the ends of these, and go on from them. */
export interface PassageWalks {
    readonly there: PassageCounts;
    readonly onward: PassageCounts;
}

/**
 * Over how many passages at least a walk leads from the nearest of some ends to the ends of passages, and from these to
 * the nearest of some others; declared flows count nothing. What no walk with the fewest passages needs may be left
 * out. Asked more than once where a walk may begin and end at the same assets: each of those walks that do not end
 * where they began is counted in one of the answers.
 * @param tell takes an answer, which is good until the next one
 */
export function walksOver(
    passages: Passages,
    { graph, lookup }: { readonly graph: ReachGraph; readonly lookup: Lookup },
    { from, to, options = {} }: WalkQuestion,
    tell: (walks: PassageWalks) => void,
): void {
    const mask = maskOf(graph, options);
    const pairs = from.flatMap(start => to.map(goal => endsOf(graph, lookup, start, goal)));
    const starts = new Set(pairs.flatMap(each => [...each.starts]));
    const goals = new Set(pairs.flatMap(each => [...each.goals]));
    for (const [some, others] of apart([...starts], [...goals])) {
        if (options.writing) {
            const there = passages.countsFrom(some, mask, {});
            const last = lastHops(graph, others, mask, mayWrite(lookup));
            tell({ there, onward: passages.countsInto(last.from, mask, { beside: last.into }) });
            continue;
        }
        const there = passages.countsFrom(some, mask, { goals: new Set(others) });
        const { needed } = passages;
        if (needed > 0) tell({ there, onward: passages.countsInto(others, mask, { most: needed - 1 }) });
    }
}
