import type { Accept, Lookup, Model, Origin } from '../../model/index.ts';
import type { Part } from './finding.ts';

/** An `accept` statement and the element in whose block it stands. */
export interface PlacedAccept {
    readonly accept: Accept;
    /** The id of the element; `null` for a flow at top level. */
    readonly holder: string | null;
    readonly origin: Origin;
    /** True for the `system`, whose block stands for the whole model. */
    readonly whole: boolean;
}

interface Holder {
    readonly id: string;
    readonly origin: Origin;
    readonly accepts: readonly Accept[];
}

/** All `accept` statements of a model: those of the system first, then in the order of the elements. */
export function acceptsOf(model: Model): readonly PlacedAccept[] {
    const found: PlacedAccept[] = [];
    const gather = (holder: Holder, id: string | null, whole: boolean): void => {
        for (const accept of holder.accepts) found.push({ accept, holder: id, origin: holder.origin, whole });
    };
    if (model.system) gather(model.system, model.system.id, true);
    for (const list of [
        model.zones,
        model.conduits,
        model.assets,
        model.types,
        model.protocols,
        model.countermeasures,
        model.threats,
        model.invariants,
        model.views,
        model.rulesets,
        model.observations,
        model.functions,
        model.islands,
        model.advisories,
        model.parties,
        model.programmes,
    ]) {
        for (const element of list) gather(element, element.id, false);
    }
    for (const flow of model.flows) gather(flow, flow.container, false);
    return found;
}

/** The element that a finding blames, and the zones or the conduit around it. */
export function around(lookup: Lookup, subject: string): readonly string[] {
    const asset = lookup.asset(subject);
    const container = asset ? asset.container : subject;
    const zones = lookup.chain(container).map(zone => zone.id);
    return [subject, container, ...zones];
}

/**
 * The accept statement that speaks of what a finding blames: one for its rule whose block holds the place that is
 * blamed, or belongs to the element that is blamed or to a zone or conduit around it. The narrowest block wins;
 * `system` holds everything.
 * @param candidates the statements for the finding's rule
 * @returns those that speak of it, the nearest first
 */
export function speakingOf(
    lookup: Lookup,
    { subject, at }: Part,
    candidates: readonly PlacedAccept[],
): readonly PlacedAccept[] {
    const subjects = subject === null ? [] : around(lookup, subject);
    const width = (placed: PlacedAccept): number =>
        placed.whole ? Infinity : placed.origin.whole.end - placed.origin.whole.start;
    return candidates
        .filter(
            ({ holder, origin, whole }) =>
                whole ||
                (origin.file === at.file && origin.whole.start <= at.start && at.end <= origin.whole.end) ||
                (holder !== null && subjects.includes(holder) && lookup.element(holder)?.origin === origin),
        )
        .sort((a, b) => width(a) - width(b));
}
