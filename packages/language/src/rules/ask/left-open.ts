import type { Assessment, ClauseVerdict, Past } from '../../assessment/index.ts';
import { Passages, walksOver, type PassageCounts, type PassageWalks } from '../../assessment/reach-passages.ts';
import { isForeign, sideOf } from './sides.ts';
import { allUndescribed, type Undescribed } from './undescribed.ts';

/** Whether a path leads from one of some ends to one of some others. Ids of zones and assets. */
export interface PathEnds {
    readonly from: readonly string[];
    readonly to: readonly string[];
    /** What the path may not use. */
    readonly past?: Past;
}

/** The zones of the office, and of others, into which a line out of the plant may lead. */
const beyond = ({ lookup }: Assessment): readonly string[] =>
    lookup.model.zones
        .map(({ id }) => id)
        .filter(id => isForeign(lookup, id) || ['it', 'outside'].includes(sideOf(lookup, id) ?? ''));

/** Some connections, and searches over them. */
class Connections {
    readonly list: readonly Undescribed[];
    readonly passages: Passages;
    /** The zones of each, as ends of passages. */
    readonly zones: readonly (readonly number[])[];
    /** Where a line out of the plant may lead: beyond it, or back over another such line. */
    readonly outside: readonly number[];

    constructor(assessment: Assessment, list: readonly Undescribed[]) {
        const others = assessment.once(beyond);
        const lines = [...new Set(list.flatMap(({ kind, zones }) => (kind === 'line' ? zones : [])))];
        const outside = [...new Set([...others, ...lines])];
        this.list = list;
        this.passages = new Passages(assessment.reach.graph, [
            { near: lines, far: outside },
            { near: others, far: lines },
            // A passage of one end, as that of a line, leads nowhere.
            ...list.map(({ zones, along }) =>
                along ? { near: [zones[0]!], far: [zones[1]!] } : { near: zones, far: zones },
            ),
        ]);
        const numbers = (some: readonly string[]): readonly number[] => some.map(id => this.passages.ends.get(id)!);
        this.zones = list.map(({ zones }) => numbers(zones));
        this.outside = numbers(outside);
    }
}

const allConnections = (assessment: Assessment): Connections => new Connections(assessment, undescribedIn(assessment));

/** The connections that a path may use which does not pass a place. */
function connectionsPast(assessment: Assessment, past: Past | undefined): Connections {
    const all = assessment.once(allConnections);
    const isUsable = ({ kind, element, zones, flow }: Undescribed): boolean => {
        if (kind === 'conduit') return !past?.conduits?.has(element);
        // Where it begins and ends is left out by the search.
        return flow ? !past?.except?.(flow, zones[0] === flow.to.id) : !past?.without?.has(element);
    };
    const usable = all.list.filter(isUsable);
    return usable.length === all.list.length ? all : new Connections(assessment, usable);
}

/** The lowest count of some ends, without one of them; infinite where none of them is come to. */
function leastBut(counts: PassageCounts, ends: readonly number[], but: number): number {
    let least = Infinity;
    for (const end of ends) if (end !== but && counts[end]! >= 0 && counts[end]! < least) least = counts[end]!;
    return least;
}

/**
 * Over how many other connections at least a walk leads that uses a certain one of them. It comes to one end of that,
 * and goes on from another one.
 */
function countOver(
    { kind, along }: Undescribed,
    zones: readonly number[],
    { there, onward }: PassageWalks,
    outside: readonly number[],
): number {
    const [first, second] = zones;
    if (along) return there[first!]! < 0 || onward[second!]! < 0 ? Infinity : there[first!]! + onward[second!]!;
    const others = kind === 'line' ? outside : zones;
    let least = Infinity;
    for (const end of zones) {
        if (there[end]! >= 0) least = Math.min(least, there[end]! + leastBut(onward, others, end));
        if (kind === 'line' && onward[end]! >= 0) least = Math.min(least, leastBut(there, others, end) + onward[end]!);
    }
    return least;
}

/** The connections of the walks that lead there over as few of them as can be; none where none leads there at all. */
function needed(assessment: Assessment, { from, to, past }: PathEnds): readonly Undescribed[] {
    const { list, passages, zones, outside } = connectionsPast(assessment, past);
    const { lookup, reach } = assessment;
    let least = Infinity;
    let found = new Set<Undescribed>();
    walksOver(passages, { lookup, graph: reach.graph }, { from, to, options: past }, walks => {
        for (const [index, each] of list.entries()) {
            const count = countOver(each, zones[index]!, walks, outside);
            if (count > least || count === Infinity) continue;
            if (count < least) found = new Set();
            least = count;
            found.add(each);
        }
    });
    return found.size < 2 ? [...found] : list.filter(each => found.has(each));
}

/**
 * The connections that leave open whether a path leads from some ends to others, over something that is shown and not
 * described. Where a path needs several of them, those of a path that needs the fewest.
 * @param questions no declared flows lead there
 */
export function leftOpen(assessment: Assessment, questions: readonly PathEnds[]): readonly Undescribed[] {
    if (undescribedIn(assessment).length === 0) return [];
    return inOrder(
        assessment,
        questions.map(question => needed(assessment, question)),
    );
}

/** Some lists of connections as one, in the order of the model. */
function inOrder(assessment: Assessment, lists: readonly (readonly Undescribed[])[]): readonly Undescribed[] {
    const [first = [], ...others] = lists.filter(list => list.length > 0);
    if (others.length === 0) return first;
    const found = new Set(lists.flat());
    return undescribedIn(assessment).filter(each => found.has(each));
}

/** All connections of a model that it shows and does not describe. */
export function undescribedIn(assessment: Assessment): readonly Undescribed[] {
    return assessment.once(allUndescribed);
}

const openClauses = (_: Assessment): Map<ClauseVerdict, readonly Undescribed[]> => new Map();

/** The connections that keep clauses from being proved which hold over the declared flows. */
export function unprovedBy(assessment: Assessment, clauses: readonly ClauseVerdict[]): readonly Undescribed[] {
    const known = assessment.once(openClauses);
    const lists = clauses.map(verdict => {
        if (!verdict.holds || verdict.past === null) return [];
        const { from, to } = verdict.clause;
        const open = known.get(verdict) ?? leftOpen(assessment, [{ from: [from.id], to: [to.id], past: verdict.past }]);
        known.set(verdict, open);
        return open;
    });
    return inOrder(assessment, lists);
}

/** A connection, as far as it is named: a cable by its flow. */
export type Connection = Pick<Undescribed, 'kind' | 'element' | 'flow'>;

const keyOf = ({ kind, element, flow }: Connection): string => `${kind} ${flow?.id ?? element}`;

/** By connections: the invariants that hold over the declared flows, and that they keep from being proved. */
function unprovedInvariants(assessment: Assessment): ReadonlyMap<string, ReadonlySet<string>> {
    const found = new Map<string, Set<string>>();
    for (const { invariant, holds, clauses } of assessment.invariants) {
        if (!holds) continue;
        for (const each of unprovedBy(assessment, clauses)) {
            const known = found.get(keyOf(each));
            if (known) known.add(invariant.id);
            else found.set(keyOf(each), new Set([invariant.id]));
        }
    }
    return found;
}

/** The ids of the invariants that hold over the declared flows, and may not over a connection. */
export function invariantsLeftOpen(assessment: Assessment, connection: Connection): readonly string[] {
    return [...(assessment.once(unprovedInvariants).get(keyOf(connection)) ?? [])];
}
