import type { Assessment, Assumed, Containment, Past, ReachedAsset } from '../../assessment/index.ts';
import { assume, inOwnZone } from '../../assessment/index.ts';
import type { Lookup } from '../../model/index.ts';
import { boundaryDevices, type NotKnown, notUnderstood } from '../../reconcile/index.ts';
import { leftOpen, type Undescribed } from '../../rules/index.ts';

/** Assets that are compromised, and what follows. */
export interface AssumeCase {
    readonly lookup: Lookup;
    readonly assumed: Assumed;
    /**
     * What may lead further, or past what ends it, each in a sentence: text that was not understood, connections that
     * are not described.
     */
    readonly notKnown: readonly string[];
    /** True where nothing that is not known may lead past the conduits, or the flows, that end it. */
    readonly isEnded: { readonly conduits: boolean; readonly flows: boolean };
}

/** Connections of which nothing says what passes, and over which somebody may get to what is not reached. */
export function leadingOn(
    assessment: Assessment,
    from: readonly string[],
    reached: Assumed['reached'],
    lateral: boolean,
): readonly Undescribed[] {
    const { reach } = assessment;
    const there = new Set([...from.flatMap(id => reach.membersOf(id)), ...reached.map(({ id }) => id)]);
    const left = reach.graph.ends.filter(id => !there.has(id));
    return leftOpen(
        assessment,
        from.map(start => ({ from: [start], to: left, past: { lateral } })),
    );
}

/** Connections of which nothing says what passes, and over which somebody may get out of the own zone past a cut. */
function leadingPast(
    assessment: Assessment,
    from: readonly string[],
    { conduits, flows, impossible }: Containment,
    lateral: boolean,
): readonly Undescribed[] {
    if (impossible) return [];
    const { lookup, reach } = assessment;
    const cut = new Set([...conduits, ...flows]);
    const past: Past = {
        lateral,
        except: ({ id, container }) => cut.has(id) || (container !== null && cut.has(container)),
    };
    const isHome = inOwnZone(lookup, from);
    const starts = new Set(from.flatMap(id => reach.membersOf(id)));
    const to = reach.graph.ends.filter(id => !starts.has(id) && !isHome(id));
    return leftOpen(assessment, [{ from, to, past }]);
}

/** The devices between zones that are compromised or reached. */
export function inOtherHands(
    { lookup, reach }: Assessment,
    from: readonly string[],
    reached: Assumed['reached'],
): readonly NotKnown[] {
    const starts = from.flatMap(id => reach.membersOf(id));
    return boundaryDevices(lookup, new Set([...starts, ...reached.map(({ id }) => id)]));
}

/**
 * What follows when assets are compromised.
 * @param from ids of assets and zones
 * @param places how many places of the text were not understood
 */
export function assumeCase(
    assessment: Assessment,
    from: readonly string[],
    lateral: boolean,
    places: number,
): AssumeCase {
    const assumed = assume(assessment, from, { lateral });
    const unknown = [...notUnderstood(places), ...inOtherHands(assessment, from, assumed.reached)];
    const [past, pastFlows] = [assumed.contain, assumed.containByFlows].map(cut =>
        leadingPast(assessment, from, cut, lateral),
    );
    const notKnown = [...unknown, ...leadingOn(assessment, from, assumed.reached, lateral), ...past!, ...pastFlows!];
    return {
        lookup: assessment.lookup,
        assumed,
        notKnown: [...new Set(notKnown.map(({ message }) => message))],
        isEnded: {
            conduits: unknown.length + past!.length === 0,
            flows: unknown.length + pastFlows!.length === 0,
        },
    };
}

function containJson({ conduits, flows, proved, atLeast, impossible }: Containment, isEnded: boolean) {
    return { conduits, flows, proved: proved && isEnded, atLeast, impossible };
}

/** An asset that is reached, or that reaches, as it is printed. */
export function reachedJson({ id, zone, path }: ReachedAsset) {
    return { id, zone, hops: path.hops.length, path: [path.from, ...path.hops.map(hop => hop.to)] };
}

/** The case as `assume --format json` prints it for a model. */
export function assumeJson({ assumed, notKnown, isEnded }: AssumeCase) {
    return {
        notKnown,
        assume: assumed.from,
        reached: assumed.reached.map(reachedJson),
        functions: assumed.functions.map(each => ({
            id: each.function.id,
            title: each.function.title,
            essential: each.function.traits.includes('essential'),
            hops: each.hops,
            assets: each.assets,
        })),
        contain: containJson(assumed.contain, isEnded.conduits),
        containByFlows: containJson(assumed.containByFlows, isEnded.flows),
    };
}
