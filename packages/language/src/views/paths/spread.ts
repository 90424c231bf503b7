import type { Assessment, ReachedAsset } from '../../assessment/index.ts';
import { reachedFrom, reachingInto } from '../../assessment/index.ts';
import { gapsAt } from '../../assessment/hop-gaps.ts';
import type { Lookup } from '../../model/index.ts';
import type { NotKnown } from '../../reconcile/index.ts';
import { leftOpen, type Undescribed } from '../../rules/index.ts';
import { inOtherHands, leadingOn, reachedJson } from '../what-if/index.ts';
import { hopJson, noticeJson, type pathsJson, type ReadPath } from './read-paths.ts';

/** One end alone: what it reaches, or what reaches it. */
export interface SpreadQuestion {
    /** The id of a zone or an asset. */
    readonly end: string;
    /** `from` the end, or `to` it. */
    readonly side: 'from' | 'to';
    readonly lateral: boolean;
    /** How many paths are listed at most. */
    readonly limit: number;
}

/** The answer, all of it; of the paths as many as were asked for. */
export interface SpreadReading {
    readonly lookup: Lookup;
    readonly question: SpreadQuestion;
    /** The nearest first. */
    readonly found: readonly ReachedAsset[];
    /** Those whose path is listed, in the same order: the nearest in each zone, then the nearest of all. */
    readonly listed: ReadonlySet<ReachedAsset>;
    /** Connections that the model shows and does not describe, over which it may be more. */
    readonly undescribed: readonly Undescribed[];
    /** Devices between zones that are compromised or reached. */
    readonly devices: readonly NotKnown[];
}

/** What is in one zone, or is a device of one conduit. */
export interface FoundPlace {
    /** The id of the zone or of the conduit. */
    readonly id: string;
    readonly found: readonly ReachedAsset[];
}

/** By zone, the nearest zone first; devices of conduits by their conduit. */
export function placesOf({ lookup, found }: Pick<SpreadReading, 'lookup' | 'found'>): readonly FoundPlace[] {
    const byPlace = Map.groupBy(found, ({ id, zone }) => zone ?? lookup.asset(id)?.container ?? id);
    return [...byPlace].map(([id, inside]) => ({ id, found: inside }));
}

/** Connections over which somebody may get to the end who is not known to reach it. */
function leadingIn(
    assessment: Assessment,
    to: string,
    found: readonly ReachedAsset[],
    lateral: boolean,
): readonly Undescribed[] {
    const { lookup, reach } = assessment;
    const there = new Set([...reach.membersOf(to), ...found.map(({ id }) => id)]);
    const touched = new Set([...there].map(id => lookup.zoneOf(id)?.id));
    // A zone of which nothing gets there is asked about as a whole.
    const left = reach.graph.ends
        .filter(id => !there.has(id))
        .map(id => {
            const zone = lookup.zoneOf(id)?.id;
            return zone === undefined || touched.has(zone) ? id : zone;
        });
    return leftOpen(assessment, [{ from: [...new Set(left)], to: [to], past: { lateral } }]);
}

/** Everything that an end reaches, or that reaches it. */
export function readSpread(assessment: Assessment, question: SpreadQuestion): SpreadReading {
    const { lookup } = assessment;
    const { end, side, lateral, limit } = question;
    const found = (side === 'from' ? reachedFrom : reachingInto)(assessment, [end], lateral);
    const nearest = placesOf({ lookup, found }).map(place => place.found[0]!);
    const undescribed =
        side === 'from' ? leadingOn(assessment, [end], found, lateral) : leadingIn(assessment, end, found, lateral);
    const listed = new Set([...new Set([...nearest, ...found])].slice(0, limit));
    const devices = side === 'from' ? inOtherHands(assessment, [end], found) : [];
    return { lookup, question, found, listed, undescribed, devices };
}

type Reached = ReturnType<typeof reachedJson>;

/** Of `reached` and `reaching` the one that was asked for. */
type SpreadJson = Omit<ReturnType<typeof pathsJson>, 'invariants'> & {
    readonly invariants: [];
    readonly reached?: readonly Reached[];
    readonly reaching?: readonly Reached[];
};

/** The answer as `paths --format json` prints it. */
export function spreadJson(assessment: Assessment, { question, found, listed }: SpreadReading): SpreadJson {
    const paths = found
        .filter(each => listed.has(each))
        .map(({ path }): ReadPath => ({
            path,
            hops: path.hops.map(hop => ({ hop, ...gapsAt(assessment, hop) })),
        }));
    return {
        schemaVersion: 1,
        paths: paths.map(({ path, hops }) => ({ from: path.from, to: path.to, hops: hops.map(hopJson) })),
        [question.side === 'from' ? 'reached' : 'reaching']: found.map(reachedJson),
        complete: listed.size === found.length,
        invariants: [],
        ...noticeJson(paths),
    };
}
