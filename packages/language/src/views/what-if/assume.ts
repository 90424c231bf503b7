import type { Assessment, Assumed, Containment } from '../../assessment/index.ts';
import { assume } from '../../assessment/index.ts';
import type { Lookup } from '../../model/index.ts';
import { notUnderstood } from '../../reconcile/index.ts';
import { leftOpen } from '../../rules/index.ts';

/** Assets that are compromised, and what follows. */
export interface AssumeCase {
    readonly lookup: Lookup;
    readonly assumed: Assumed;
    /** What may lead further, each in a sentence: text that was not understood, connections that are not described. */
    readonly notKnown: readonly string[];
}

/** Connections of which nothing says what passes, and over which somebody may get into a zone that is not reached. */
function leadingOn(assessment: Assessment, from: readonly string[], assumed: Assumed): readonly string[] {
    const { lookup } = assessment;
    const homes = [...from, ...assumed.reached.map(({ id }) => id)].flatMap(id => lookup.zoneOf(id)?.id ?? id);
    const zones = lookup.model.zones.filter(
        ({ id }) => !homes.some(home => lookup.zone(home) && lookup.within(home, id)),
    );
    const to = zones.map(({ id }) => id);
    return leftOpen(
        assessment,
        assumed.from.map(start => ({ from: start, to })),
    ).map(({ message }) => message);
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
    const notKnown = [...notUnderstood(places).map(({ message }) => message), ...leadingOn(assessment, from, assumed)];
    return { lookup: assessment.lookup, assumed, notKnown };
}

function containJson({ conduits, flows, proved, atLeast, impossible }: Containment) {
    return { conduits, flows, proved, atLeast, impossible };
}

/** The case as `assume --format json` prints it for a model. */
export function assumeJson({ assumed, notKnown }: AssumeCase) {
    return {
        notKnown,
        assume: assumed.from,
        reached: assumed.reached.map(({ id, zone, path }) => ({
            id,
            zone,
            hops: path.hops.length,
            path: [path.from, ...path.hops.map(hop => hop.to)],
        })),
        functions: assumed.functions.map(each => ({
            id: each.function.id,
            title: each.function.title,
            essential: each.function.traits.includes('essential'),
            hops: each.hops,
            assets: each.assets,
        })),
        contain: containJson(assumed.contain),
        containByFlows: containJson(assumed.containByFlows),
    };
}
