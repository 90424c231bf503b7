import type { Assessment, Assumed, Containment } from '../../assessment/index.ts';
import { assume } from '../../assessment/index.ts';
import type { Lookup } from '../../model/index.ts';

/** Assets that are compromised, and what follows. */
export interface AssumeCase {
    readonly lookup: Lookup;
    readonly assumed: Assumed;
}

/**
 * What follows when assets are compromised.
 * @param from ids of assets and zones
 */
export function assumeCase(assessment: Assessment, from: readonly string[], lateral: boolean): AssumeCase {
    return { lookup: assessment.lookup, assumed: assume(assessment, from, { lateral }) };
}

function containJson({ conduits, flows, proved, atLeast, impossible }: Containment) {
    return { conduits, flows, proved, atLeast, impossible };
}

/** The case as `assume --format json` prints it for a model. */
export function assumeJson({ assumed }: AssumeCase) {
    return {
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
