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
    /** Where a line out of the plant may lead: beyond it, or back over another such line. */
    readonly outside: readonly string[];

    constructor(assessment: Assessment, list: readonly Undescribed[]) {
        const others = assessment.once(beyond);
        const lines = [...new Set(list.flatMap(({ kind, zones }) => (kind === 'line' ? zones : [])))];
        this.list = list;
        this.outside = [...new Set([...others, ...lines])];
        this.passages = new Passages(assessment.reach.graph, [
            { near: lines, far: this.outside },
            { near: others, far: lines },
            // A passage of one end, as that of a line, leads nowhere.
            ...list.map(({ zones, along }) =>
                along ? { near: [zones[0]!], far: [zones[1]!] } : { near: zones, far: zones },
            ),
        ]);
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

/** The lowest count of some ends, without one of them; infinite where there is none. */
function leastBut(counts: PassageCounts, ends: readonly string[]): (end: string) => number {
    let [best, second, of] = [Infinity, Infinity, ''];
    for (const end of ends) {
        const count = counts.get(end) ?? Infinity;
        if (count < best) [best, second, of] = [count, best, end];
        else second = Math.min(second, count);
    }
    return end => (end === of ? second : best);
}

/**
 * Over how many other connections at least a walk leads that uses a certain one of them: for each. It comes to one end
 * of that, and goes on from another one.
 */
function countsOver({ list, outside }: Connections, { there, onward }: PassageWalks): readonly number[] {
    const comes = (end: string): number => there.get(end) ?? Infinity;
    const goesOnOutside = leastBut(onward, outside);
    const comesOutside = leastBut(there, outside);
    return list.map(({ kind, zones, along }) => {
        if (along) return comes(zones[0]!) + (onward.get(zones[1]!) ?? Infinity);
        const [zone] = zones;
        if (kind === 'line')
            return Math.min(comes(zone!) + goesOnOutside(zone!), comesOutside(zone!) + (onward.get(zone!) ?? Infinity));
        const goesOn = leastBut(onward, zones);
        return zones.reduce((least, end) => Math.min(least, comes(end) + goesOn(end)), Infinity);
    });
}

/** The connections of the walks that lead there over as few of them as can be; none where none leads there at all. */
function needed(assessment: Assessment, { from, to, past }: PathEnds): readonly Undescribed[] {
    const connections = connectionsPast(assessment, past);
    const { list, passages } = connections;
    const { lookup, reach } = assessment;
    const counts = walksOver(passages, { lookup, graph: reach.graph }, from, to, past).map(walks =>
        countsOver(connections, walks),
    );
    const least = counts.flat().reduce((one, other) => Math.min(one, other), Infinity);
    if (least === Infinity) return [];
    return list.filter((_, index) => counts.some(each => each[index] === least));
}

/**
 * The connections that leave open whether a path leads from some ends to others, over something that is shown and not
 * described. Where a path needs several of them, those of a path that needs the fewest.
 * @param questions no declared flows lead there
 */
export function leftOpen(assessment: Assessment, questions: readonly PathEnds[]): readonly Undescribed[] {
    if (undescribedIn(assessment).length === 0) return [];
    const found = new Set(questions.flatMap(question => needed(assessment, question)));
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
    const found = new Set(
        clauses.flatMap(verdict => {
            if (!verdict.holds || verdict.past === null) return [];
            const { from, to } = verdict.clause;
            const open =
                known.get(verdict) ?? leftOpen(assessment, [{ from: [from.id], to: [to.id], past: verdict.past }]);
            known.set(verdict, open);
            return open;
        }),
    );
    return undescribedIn(assessment).filter(each => found.has(each));
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
