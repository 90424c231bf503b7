import { accesses } from '../model/index.ts';
import type { Access, Clause, Exception, Flow, Invariant, Lookup } from '../model/index.ts';
import type { Assessment } from './assessment.ts';
import { readsOnly, speaksBack, type SpeakingBack } from './passing.ts';
import type { WalkOptions } from './reach-passages.ts';
import type { Hop, Path, Reach, SearchOptions } from './reach.ts';

/** What a path may not use that would refute a clause: where it has to pass, and what exceptions leave out. */
export interface Past extends WalkOptions {
    /** Conduits that lead over the device that it has to pass. */
    readonly conduits?: ReadonlySet<string>;
}

/** Whether one clause of an invariant holds. */
export interface ClauseVerdict {
    readonly clause: Clause;
    readonly holds: boolean;
    /**
     * Why it holds and proves nothing, as the end of a sentence: a `require` between whose ends there is no path at
     * all, a `deny` from or to an empty zone. `null` where it proves something, or is refuted.
     */
    readonly vacuousBecause: string | null;
    /** A shortest path that refutes it; `null` when it holds. */
    readonly counterexample: Path | null;
    /** What a path that refutes it may not use; `null` where it names nothing that a path could miss. */
    readonly past: Past | null;
    /** A path that would refute it, were it not for the exceptions; `null` when it would hold without them. */
    readonly excepted: Path | null;
}

/** What has become of an exception. */
export interface ExceptionVerdict {
    readonly exception: Exception;
    /** Its day has passed: it excepts nothing any more. */
    readonly expired: boolean;
    /** The flows that it speaks of, in the order of the text. */
    readonly flows: readonly Flow[];
}

/** A statement about paths, proved or refuted over the declared flows. */
export interface InvariantVerdict {
    readonly invariant: Invariant;
    /** True when every clause holds. */
    readonly holds: boolean;
    readonly clauses: readonly ClauseVerdict[];
    readonly exceptions: readonly ExceptionVerdict[];
    /** The sessions that the exceptions in force leave out; `undefined` when there are none. */
    readonly except: SearchOptions['except'] | undefined;
}

/**
 * Which sessions an exception takes in: its ends (zones with all that they stand for), all protocols of the flow, and
 * no more access than it names.
 */
function scopeOf(lookup: Lookup, reach: Reach, exception: Exception): (flow: Flow, backward: boolean) => boolean {
    const covering = (end: string): ((other: string) => boolean) => {
        const members = new Set(reach.membersOf(end));
        return other =>
            other === end || members.has(other) || (lookup.zone(other) !== undefined && lookup.within(other, end));
    };
    const opener = covering(exception.from.id);
    const answerer = covering(exception.to.id);
    const named = new Set(exception.protocols.map(protocol => protocol.id));
    return (flow, backward) => {
        // Of a flow that says nothing, anything is possible.
        if (exception.access !== null && accesses.indexOf(accessOf(lookup, flow)) > accesses.indexOf(exception.access))
            return false;
        if (named.size > 0 && (flow.protocols.length === 0 || flow.protocols.some(protocol => !named.has(protocol.id))))
            return false;
        const [first, second] = backward ? [flow.to.id, flow.from.id] : [flow.from.id, flow.to.id];
        if (opener(first) && answerer(second)) return true;
        return exception.arrow !== '->' && opener(second) && answerer(first);
    };
}

/** The most that a flow may do: of one that says nothing, or says less than its protocol gives, anything. */
function accessOf(lookup: Lookup, flow: Flow): Access {
    if (flow.access === 'read') return readsOnly(lookup, flow) ? 'read' : 'program';
    return flow.access ?? 'program';
}

/** The conduits that lead their sessions over a device (`via`). */
function conduitsOver(lookup: Lookup, device: string): ReadonlySet<string> {
    return new Set(
        lookup.model.conduits
            .filter(conduit => conduit.via.some(each => each.id === device))
            .map(conduit => conduit.id),
    );
}

/**
 * What a path that a clause forbids does not use. A path passes what lies in `through`, and a device that its conduit
 * leads a session over.
 */
function pastOf(lookup: Lookup, reach: Reach, clause: Clause, except: SearchOptions['except']): Past {
    const { through, access } = clause;
    if (through === null) return { except, writing: access === 'write' };
    const conduits = conduitsOver(lookup, through.id);
    return {
        conduits,
        without: new Set(reach.locatedIn(through.id)),
        except: (flow, backward) =>
            (flow.container !== null && conduits.has(flow.container)) || except?.(flow, backward) === true,
    };
}

/** The shortest path that a clause forbids. */
function refutation(reach: Reach, { from, to, access }: Clause, past: SearchOptions): Path | null {
    return access === 'write'
        ? reach.shortestWritePath(from.id, to.id, past)
        : reach.shortestPath(from.id, to.id, past);
}

/** True where all that an end stands for is where a path has to pass: then every path does. */
export function isPassedAnyway(reach: Reach, end: string, through: string): boolean {
    const passed = new Set(reach.locatedIn(through));
    const members = reach.membersOf(end);
    // Of what is not there, nothing is where a path has to pass.
    return members.length > 0 && members.every(member => passed.has(member));
}

/** True for an empty zone of the system: what a clause speaks of may stand elsewhere. */
export function isEmpty(lookup: Lookup, end: string): boolean {
    const kind = lookup.kindOf(end);
    return (
        lookup.zone(end) !== undefined &&
        kind !== 'enterprise' &&
        kind !== 'external' &&
        !lookup.traitsOf(end).has('untrusted') &&
        lookup.assetsWithin(end).length === 0 &&
        lookup.serving(end).length === 0
    );
}

function whyVacuous(lookup: Lookup, reach: Reach, { verb, from, to, through }: Clause): string | null {
    const gone = [from.id, to.id].find(end => lookup.zone(end) === undefined && lookup.asset(end) === undefined);
    if (gone !== undefined) return `${gone} is not there on this day`;
    if (verb === 'deny') {
        const empty = [to.id, from.id].find(each => isEmpty(lookup, each));
        return empty === undefined ? null : `${empty} is empty`;
    }
    const end = [from.id, to.id].find(each => isPassedAnyway(reach, each, through!.id));
    if (end !== undefined) return `${end} lies in ${through!.id}, so every path passes it`;
    return reach.shortestPath(from.id, to.id) === null ? 'there is no path' : null;
}

function judgeClause(lookup: Lookup, reach: Reach, clause: Clause, except: SearchOptions['except']): ClauseVerdict {
    if (clause.verb === 'require' && clause.through === null) {
        const vacuousBecause = 'it names nothing to pass';
        return { clause, holds: true, vacuousBecause, counterexample: null, past: null, excepted: null };
    }
    const past = pastOf(lookup, reach, clause, except);
    const counterexample = refutation(reach, clause, past);
    const holds = counterexample === null;
    return {
        clause,
        holds,
        counterexample,
        past,
        vacuousBecause: holds ? whyVacuous(lookup, reach, clause) : null,
        excepted: holds && except ? refutation(reach, clause, pastOf(lookup, reach, clause, undefined)) : null,
    };
}

function judge({ lookup, reach, today }: Assessment, invariant: Invariant): InvariantVerdict {
    const along = new Set<Flow>();
    const against = new Set<Flow>();
    const exceptions = invariant.exceptions.map(exception => {
        const takesIn = scopeOf(lookup, reach, exception);
        const expired = exception.until !== null && exception.until.date < today;
        const flows = lookup.model.flows.filter(flow => {
            const forward = takesIn(flow, false);
            const backward = (flow.arrow !== '->' || speaksBack(lookup, flow) !== null) && takesIn(flow, true);
            if (forward && !expired) along.add(flow);
            if (backward && !expired) against.add(flow);
            return forward || backward;
        });
        return { exception, expired, flows };
    });
    const except =
        along.size + against.size > 0
            ? (flow: Flow, backward: boolean): boolean => (backward ? against : along).has(flow)
            : undefined;
    const clauses = invariant.clauses.map(clause => judgeClause(lookup, reach, clause, except));
    return { invariant, holds: clauses.every(clause => clause.holds), clauses, exceptions, except };
}

/** The verdict on every invariant, in the order of the text; an exception still counts on the day that it names. */
export function judgeInvariants(assessment: Assessment): readonly InvariantVerdict[] {
    return assessment.model.invariants.map(invariant => judge(assessment, invariant));
}

/**
 * The hop to blame for a path that should not be: the flow by which it comes nearest to its end. A path without any
 * flow is carried by assets that serve zones; then it is the last hop.
 */
export function opening(path: Path): Hop {
    return path.hops.findLast(hop => hop.flow !== null) ?? path.hops.at(-1)!;
}

/** True when a broken clause would hold without the sessions of one hop (both directions of its flow when `whole`). */
export function holdsWithout(
    { lookup, reach }: Assessment,
    verdict: InvariantVerdict,
    clause: Clause,
    hop: Hop,
    whole: boolean,
): boolean {
    const past = pastOf(
        lookup,
        reach,
        clause,
        (flow, back) =>
            (flow === hop.flow && (whole || back === hop.backward)) || verdict.except?.(flow, back) === true,
    );
    return refutation(reach, clause, past) === null;
}

/** The shortest path that refutes a clause without some flows; `null` where it holds without them. */
export function refutedWithout(
    { lookup, reach }: Assessment,
    verdict: InvariantVerdict,
    clause: Clause,
    gone: ReadonlySet<Flow>,
): Path | null {
    if (clause.verb === 'require' && clause.through === null) return null;
    const past = pastOf(lookup, reach, clause, (flow, back) => gone.has(flow) || verdict.except?.(flow, back) === true);
    return refutation(reach, clause, past);
}

/** What the opener of a session has done, by whose words the far end speaks to it. */
const opened: Readonly<Record<SpeakingBack, string>> = {
    subscription: 'subscribes to',
    relay: 'opens remote access through',
    tunnel: 'keeps a tunnel open to',
};

/** Why a hop runs against the session: `subscribes to Cloud.Broker`; `null` where it does not. */
function againstArrow(hop: Hop | undefined): string | null {
    if (!hop?.speaking) return null;
    return `${opened[hop.speaking]} ${hop.from}`;
}

/**
 * A path as it is said in a message: `Enterprise.Erp → Dmz.Mirror → Control.Hmi1`. What goes on because an asset is in
 * two zones at once is said at that asset: `EdgeDmz.Edge (has an interface in Safety)`; so is what a broker, a relay or
 * the far end of a tunnel sends over a session that it did not open: `Control.Edge (subscribes to Cloud.Broker)`.
 */
export function pathText({ from, hops, fromServes, toServes }: Path): string {
    const legs = [from, ...hops.map(hop => hop.to)].map((asset, index) => ({
        asset,
        zones: new Set([hops[index - 1], hops[index]].flatMap(hop => (hop?.server === asset ? hop.zone! : []))),
        against: againstArrow(hops[index - 1]),
    }));
    if (fromServes !== null) legs[0]!.zones.add(fromServes);
    if (toServes !== null) legs.at(-1)!.zones.add(toServes);
    return legs
        .map(({ asset, zones, against }) => {
            const why = [
                ...(zones.size === 0 ? [] : [`has an interface in ${[...zones].join(' and ')}`]),
                ...(against === null ? [] : [against]),
            ];
            return why.length === 0 ? asset : `${asset} (${why.join(' and ')})`;
        })
        .join(' → ');
}
