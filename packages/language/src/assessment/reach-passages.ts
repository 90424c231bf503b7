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

/** For each end of the passages that is come to, over how many passages at least. */
export type PassageCounts = ReadonlyMap<string, number>;

/** Searches over declared flows and passages, with one set of passages for many questions. */
export class Passages {
    private readonly along: OneWay;
    private readonly against: OneWay;

    constructor(graph: ReachGraph, passages: readonly Passage[]) {
        const turned = passages.map(({ near, far }) => ({ near: far, far: near }));
        this.along = new OneWay(graph.forward, passages, graph.leaving, graph.arriving);
        this.against = new OneWay(graph.reverse, turned, graph.arriving, graph.leaving);
    }

    /** The ends of passages to which a walk leads from some nodes. */
    countsFrom(starts: readonly number[], mask: Mask): PassageCounts {
        return this.along.counts(starts, mask);
    }

    /**
     * The ends of passages from which a walk leads to some nodes.
     * @param beside nodes to which a passage may lead, and no flow
     */
    countsInto(goals: readonly number[], mask: Mask, beside: readonly number[] = []): PassageCounts {
        return this.against.counts(goals, mask, beside);
    }
}

class OneWay {
    private readonly flood: Flood;
    private readonly passages: readonly Passage[];
    /** The node at which an end is entered. */
    private readonly entry: (end: string) => number | undefined;
    /** The ends that are left at a node. */
    private readonly endsAt = new Map<number, string[]>();
    /** The passages that begin at an end, by number. */
    private readonly passagesAt = new Map<string, number[]>();

    constructor(
        rows: Rows,
        passages: readonly Passage[],
        exit: (end: string) => number | undefined,
        entry: (end: string) => number | undefined,
    ) {
        this.flood = new Flood(rows);
        this.passages = passages;
        this.entry = entry;
        for (const [index, { near }] of passages.entries())
            for (const end of near) {
                const known = this.passagesAt.get(end);
                if (known) known.push(index);
                else this.passagesAt.set(end, [index]);
            }
        for (const end of new Set(passages.flatMap(({ near, far }) => [...near, ...far]))) {
            const node = exit(end);
            if (node === undefined) continue;
            const known = this.endsAt.get(node);
            if (known) known.push(end);
            else this.endsAt.set(node, [end]);
        }
    }

    counts(starts: readonly number[], mask: Mask, beside: readonly number[] = []): PassageCounts {
        const { flood } = this;
        const counts = new Map<string, number>();
        const isOpen = (node: number): boolean => !mask.closed(node);
        const enter = (end: string): void => {
            const node = this.entry(end);
            if (node !== undefined && isOpen(node)) flood.come(node);
        };
        /** Of each passage that was crossed: the end that it has not led to yet, as it was crossed from there. */
        const crossed = new Map<number, string | null>();
        const cross = (index: number, end: string): void => {
            const { far } = this.passages[index]!;
            const first = crossed.get(index);
            if (first === undefined) {
                crossed.set(index, end);
                for (const other of far) if (other !== end) enter(other);
            } else if (first !== null) {
                crossed.set(index, null);
                if (far.includes(first)) enter(first);
            }
        };
        let reached: string[] = [];
        const come = (node: number, count: number): void => {
            for (const end of this.endsAt.get(node) ?? []) {
                if (counts.has(end)) continue;
                counts.set(end, count);
                reached.push(end);
            }
        };
        flood.begin(starts.filter(isOpen), [], undefined, mask);
        for (const node of beside) come(node, 0);
        let read = 0;
        for (let count = 0; count === 0 || read < flood.count; count++) {
            while (flood.step());
            for (; read < flood.count; read++) come(flood.at(read), count);
            for (const end of reached) for (const index of this.passagesAt.get(end) ?? []) cross(index, end);
            reached = [];
        }
        return counts;
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

/** How walks over passages come to the ends of these, and go on from them. */
export interface PassageWalks {
    readonly there: PassageCounts;
    readonly onward: PassageCounts;
}

/**
 * Over how many passages at least a walk leads from the nearest of some ends to the ends of passages, and from these to
 * the nearest of some others; declared flows count nothing. Several answers where a walk may begin and end at the same
 * assets: each of those walks that do not end where they began is counted in one of them.
 */
export function walksOver(
    passages: Passages,
    { graph, lookup }: { readonly graph: ReachGraph; readonly lookup: Lookup },
    from: readonly string[],
    to: readonly string[],
    options: WalkOptions = {},
): readonly PassageWalks[] {
    const mask = maskOf(graph, options);
    const pairs = from.flatMap(start => to.map(goal => endsOf(graph, lookup, start, goal)));
    const starts = new Set(pairs.flatMap(each => [...each.starts]));
    const goals = new Set(pairs.flatMap(each => [...each.goals]));
    return apart([...starts], [...goals]).map(([some, others]) => {
        const there = passages.countsFrom(some, mask);
        if (!options.writing) return { there, onward: passages.countsInto(others, mask) };
        const last = lastHops(graph, others, mask, mayWrite(lookup));
        return { there, onward: passages.countsInto(last.from, mask, last.into) };
    });
}
