import type { Assessment, Crossing } from '../../assessment/index.ts';
import { inTurns } from '../../assessment/in-turns.ts';
import type { ProtocolUse } from '../../assessment/protection.ts';
import { usesOf } from '../../assessment/protection.ts';
import type { Asset, Conduit, Flow, Level, Lookup, Mention, Vector, Zone } from '../../model/index.ts';
import { Gradual, silent } from '../../model/index.ts';
import type { Side } from './sides.ts';
import { isForeign, isInternet, sideOf } from './sides.ts';
import { outsideKinds } from './zones.ts';

/** One end of a flow. A device in a conduit lies in no zone and on no side. */
export interface End {
    readonly id: string;
    readonly asset: Asset | null;
    readonly zone: Zone | null;
    readonly side: Side | null;
    /** SL-T of the zone. */
    readonly target: Vector;
    readonly internet: boolean;
}

/** A session that the flow lets one end open to the other. */
export interface Opening {
    readonly opener: End;
    readonly answerer: End;
}

/** A flow, usually one between different innermost zones, with what rules ask of it. */
export interface BoundaryFlow {
    readonly flow: Flow;
    readonly crossing: Crossing;
    /** The conduit in which it stands. */
    readonly conduit: Conduit | null;
    readonly from: End;
    readonly to: End;
    /** One for `->`, both for `<->` and `--`. */
    readonly openings: readonly Opening[];
    /**
     * SL-T of the conduit; without one the highest of the zones on both sides, the office and what lies beyond left
     * aside.
     */
    readonly target: Vector;
    /** Why others than the owner may be on the line; `null` where nothing says so. */
    readonly foreign: string | null;
    readonly uses: readonly ProtocolUse[];
}

type Home = Pick<End, 'zone' | 'side' | 'target'>;

const nowhere: Home = { zone: null, side: null, target: silent };

function homeOf(assessment: Assessment, zone: Zone): Home {
    const { lookup } = assessment;
    return { zone, side: sideOf(lookup, zone.id), target: assessment.of(zone.id)?.slT ?? silent };
}

/** Ends of flows by id. What is known of a zone is worked out once for all of its assets. */
function endsOf(assessment: Assessment): (id: string) => End {
    const { lookup } = assessment;
    const homes = new Map<Zone, Home>();
    return id => {
        const asset = lookup.asset(id) ?? null;
        const zone = lookup.zoneOf(id);
        if (!zone) return { id, asset, ...nowhere, internet: false };
        const home = homes.get(zone) ?? homeOf(assessment, zone);
        homes.set(zone, home);
        return { id, asset, ...home, internet: home.side === 'outside' && isInternet(lookup, zone.id, asset) };
    };
}

function higher(a: Level | null, b: Level | null): Level | null {
    return a === null || b === null ? (a ?? b) : (Math.max(a, b) as Level);
}

/** The levels that are asked at a boundary. Where one zone says 0 and another is silent, they are not known. */
function targetOf(assessment: Assessment, crossing: Crossing, zones: readonly string[]): Vector {
    const { lookup } = assessment;
    if (crossing.conduit) return assessment.of(crossing.conduit.id)?.slT ?? silent;
    const targets = zones
        .filter(zone => !['enterprise', 'external'].includes(lookup.kindOf(zone) ?? ''))
        .map(zone => assessment.of(zone)?.slT ?? silent);
    const highest = targets.reduce((top, vector) => top.map((level, fr) => higher(level, vector[fr] ?? null)), silent);
    return highest.map((level, fr) => (level === 0 && targets.some(each => each[fr] === null) ? null : level));
}

/** True for a zone whose network anybody within reach of the radio can listen and talk to. */
function isWireless(lookup: Lookup, zone: string): boolean {
    return lookup.traitsOf(zone).has('wireless');
}

/** Why the medium of a conduit is not the owner's alone; `null` where nothing says so. */
export function foreignMedium(lookup: Lookup, conduit: Conduit): string | null {
    if (conduit.traits.includes('untrusted')) return 'it is untrusted';
    if (conduit.traits.includes('wireless')) return 'it is wireless';
    const carrier = conduit.over.find(zone => isForeign(lookup, zone.id) || isWireless(lookup, zone.id));
    if (carrier) return `it is carried over ${carrier.id}`;
    const isOffice = (zone: Mention): boolean => lookup.kindOf(zone.id) === 'enterprise';
    const office = conduit.between.some(isOffice) ? undefined : conduit.over.find(isOffice);
    return office ? `it is carried over ${office.id}, the network of an office` : null;
}

function foreign(lookup: Lookup, crossing: Crossing, zones: readonly string[]): string | null {
    const medium = crossing.conduit && foreignMedium(lookup, crossing.conduit);
    if (medium) return medium;
    const zone = zones.find(each => isForeign(lookup, each));
    if (zone !== undefined) return `${zone} is outside the owner's control`;
    const radio = zones.find(each => isWireless(lookup, each));
    return radio === undefined ? null : `${radio} is wireless`;
}

/** The zones at the ends of a flow; where it stays between a zone and a device at its edge, that zone alone. */
function zonesOf({ crosses, fits, from, to }: Crossing, ends: readonly [End, End]): readonly string[] {
    const [zone, other] = ends.flatMap(end => end.zone ?? []);
    return !crosses && !fits && zone && !other ? [zone.id] : [...from, ...to];
}

function boundaryFlow(assessment: Assessment, crossing: Crossing, ends: (id: string) => End): BoundaryFlow {
    const { flow } = crossing;
    const from = ends(flow.from.id);
    const to = ends(flow.to.id);
    const zones = zonesOf(crossing, [from, to]);
    const there: Opening = { opener: from, answerer: to };
    return {
        flow,
        crossing,
        conduit: crossing.conduit,
        from,
        to,
        openings: flow.arrow === '->' ? [there] : [there, { opener: to, answerer: from }],
        target: targetOf(assessment, crossing, zones),
        foreign: foreign(assessment.lookup, crossing, zones),
        uses: usesOf(assessment, flow),
    };
}

interface Judged {
    readonly all: readonly BoundaryFlow[];
    readonly crossing: readonly BoundaryFlow[];
    readonly inner: readonly BoundaryFlow[];
}

function isInner({ lookup }: Assessment, zone: Zone): boolean {
    return !outsideKinds.has(lookup.kindOf(zone.id));
}

function* judging(assessment: Assessment): Generator<void, Judged> {
    yield* assessment.crossingSteps();
    const ends = endsOf(assessment);
    const all: BoundaryFlow[] = [];
    yield* inTurns([...assessment.crossings.values()], crossing => {
        all.push(boundaryFlow(assessment, crossing, ends));
    });
    yield;
    return {
        all,
        crossing: all.filter(({ crossing }) => crossing.crosses || crossing.fits),
        inner: all.filter(({ crossing, from, to }) => {
            if (crossing.crosses || crossing.fits) return false;
            const zone = from.zone ?? to.zone;
            return zone !== null && (to.zone ?? zone) === zone && isInner(assessment, zone);
        }),
    };
}

const judged = (assessment: Assessment): Gradual<Judged> => new Gradual(judging(assessment));

/** Works out in steps what {@link boundaryFlows}, {@link innerFlows} and {@link allFlows} say. */
export function boundaryFlowSteps(assessment: Assessment): Iterable<void> {
    return assessment.once(judged).steps();
}

/**
 * The flows that cross a boundary or go through a conduit to one of its devices, in the order of the text; worked out
 * once for all rules.
 */
export function boundaryFlows(assessment: Assessment): readonly BoundaryFlow[] {
    return assessment.once(judged).value.crossing;
}

/**
 * The flows that stay inside of one zone of the system, or run between it and a device at its edge and are in no
 * conduit; of enterprise and external ones nothing is asked.
 */
export function innerFlows(assessment: Assessment): readonly BoundaryFlow[] {
    return assessment.once(judged).value.inner;
}

/** Every flow, also inside of one zone, and between a device at the edge of a zone and that zone. */
export function allFlows(assessment: Assessment): readonly BoundaryFlow[] {
    return assessment.once(judged).value.all;
}

/**
 * What keeps a zone from being taken over: IAC, UC, SI and RDF. Confidentiality, response and availability do not
 * decide who holds it.
 */
const keepsOut: readonly number[] = [0, 1, 2, 4];

/**
 * The foundational requirements, 0 to 6, by which a session is opened into a zone that is meant to be harder to take
 * over, with both levels.
 */
export function rises({
    opener,
    answerer,
}: Opening): readonly { readonly fr: number; readonly have: Level; readonly want: Level }[] {
    return answerer.target.flatMap((want, fr) => {
        const have = opener.target[fr] ?? null;
        return keepsOut.includes(fr) && want !== null && have !== null && want > have ? [{ fr, have, want }] : [];
    });
}

/**
 * True when a session is opened into a zone of higher SL-T in any of these. A DMZ is where sessions of both sides are
 * meant to meet: neither its brokers nor who calls them count.
 */
export function climbs(opening: Opening): boolean {
    return opening.opener.side !== 'dmz' && opening.answerer.side !== 'dmz' && rises(opening).length > 0;
}
