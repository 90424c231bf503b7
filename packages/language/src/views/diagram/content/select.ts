import type { Lookup, Mention, View } from '../../../model/index.ts';
import type { Emphasis } from './graph.ts';

/** What of a model a picture shows, and how strongly. */
export interface Selection {
    zone(id: string): boolean;
    /** The zone is drawn as a frame or as a neighbour: without its own assets. */
    bare(id: string): boolean;
    /** The view draws the zone as if it were not there. */
    hides(id: string): boolean;
    conduit(id: string): boolean;
    asset(id: string): boolean;
    flow(id: string): boolean;
    emphasis(id: string): Emphasis;
    /** The shown zone that stands for a zone or asset: itself, or the closed one around it. */
    shownZoneOf(id: string): string | null;
}

const idsOf = (mentions: readonly Mention[]): string[] => mentions.map(mention => mention.id);

/** The zones that a named zone, conduit or asset brings into the picture. */
function zonesOf(id: string, lookup: Lookup): string[] {
    if (lookup.zone(id)) return [id];
    const conduit = lookup.conduit(id) ?? lookup.conduit(lookup.asset(id)?.container ?? '');
    if (conduit) return idsOf(conduit.between);
    const zone = lookup.zoneOf(id);
    return zone ? [zone.id] : [];
}

/** The zones and all that is nested in them. */
function withInner(zones: Iterable<string>, lookup: Lookup): Set<string> {
    const found = new Set<string>();
    const add = (id: string): void => {
        if (found.has(id)) return;
        found.add(id);
        for (const inner of lookup.zonesIn(id)) add(inner.id);
    };
    for (const zone of zones) add(zone);
    return found;
}

function neighboursOf(zones: ReadonlySet<string>, lookup: Lookup): Set<string> {
    const found = new Set<string>();
    for (const conduit of lookup.model.conduits) {
        const ends = idsOf(conduit.between);
        if (!ends.some(end => zones.has(end))) continue;
        for (const end of ends) if (!zones.has(end)) found.add(end);
    }
    return found;
}

/** Zones that are drawn with all they hold, and those that are drawn without. */
interface Chosen {
    readonly full: Set<string>;
    readonly bare: Set<string>;
}

function chosenZones(view: View | null, lookup: Lookup): Chosen {
    const include = idsOf(view?.include ?? []);
    const focus = idsOf(view?.focus ?? []);
    const wanted = [...include, ...focus].flatMap(id => zonesOf(id, lookup));
    const full = withInner(
        include.length + focus.length === 0 ? lookup.model.zones.map(zone => zone.id) : wanted,
        lookup,
    );
    const bare = neighboursOf(
        new Set(
            withInner(
                focus.flatMap(id => zonesOf(id, lookup)),
                lookup,
            ),
        ),
        lookup,
    );
    return framed(full, bare, lookup);
}

/** Some zones with all they hold, and what conduits join to them. */
function around(zones: ReadonlySet<string>, lookup: Lookup): Chosen {
    const full = withInner(zones, lookup);
    return framed(full, neighboursOf(full, lookup), lookup);
}

/** The zones around chosen ones are drawn as frames. */
function framed(full: Set<string>, bare: Set<string>, lookup: Lookup): Chosen {
    for (const zone of full) bare.delete(zone);
    for (const zone of [...full, ...bare]) {
        for (const around of lookup.chain(zone)) if (!full.has(around.id)) bare.add(around.id);
    }
    return { full, bare };
}

/** The part of a choice that one sheet shows. */
function onSheet(
    chosen: { full: Set<string>; bare: Set<string> },
    only: readonly string[],
    lookup: Lookup,
): typeof chosen {
    const full = new Set(only.filter(zone => chosen.full.has(zone)));
    const bare = new Set(only.filter(zone => chosen.bare.has(zone)));
    for (const zone of [...full, ...bare])
        for (const around of lookup.chain(zone)) if (!full.has(around.id)) bare.add(around.id);
    return { full, bare };
}

/** What is strong: what is named, and for a flow its conduit and ends, for a zone its assets. */
function strongIds(named: readonly string[], lookup: Lookup): Set<string> {
    const strong = new Set(named);
    const wanted = new Set(named);
    for (const flow of lookup.model.flows) {
        if (!wanted.has(flow.id)) continue;
        for (const id of [flow.container, flow.from.id, flow.to.id]) if (id !== null) strong.add(id);
    }
    for (const zone of withInner(
        named.filter(id => lookup.zone(id)),
        lookup,
    )) {
        strong.add(zone);
        for (const asset of lookup.assetsIn(zone)) strong.add(asset.id);
    }
    return strong;
}

/** What contains something strong, and so stays plain. */
function framesOf(strong: ReadonlySet<string>, lookup: Lookup): Set<string> {
    const frames = new Set<string>();
    for (const id of strong) {
        const container = lookup.asset(id)?.container;
        if (container !== undefined) frames.add(container);
        for (const zone of lookup.chain(lookup.zoneOf(id)?.id ?? '')) frames.add(zone.id);
        for (const end of lookup.conduit(id)?.between ?? [])
            for (const zone of lookup.chain(end.id)) frames.add(zone.id);
    }
    return frames;
}

/**
 * Decides what a picture shows.
 * @param folded ids of zones that are drawn closed
 * @param trace ids that are drawn strong besides those that the view highlights
 * @param only ids of the zones of one sheet; `null` for all of them
 * @param inside the id of the one zone that is drawn with all it holds, besides its neighbours; `null` for all
 */
export function select(
    lookup: Lookup,
    view: View | null,
    folded: readonly string[],
    trace: readonly string[],
    only: readonly string[] | null = null,
    inside: string | null = null,
): Selection {
    const gone = new Set([...idsOf(view?.exclude ?? []), ...idsOf(view?.hide ?? [])]);
    const hidden = new Set(idsOf(view?.hide ?? []));
    const goneZones = withInner(
        [...gone].filter(id => lookup.zone(id)),
        lookup,
    );
    const all = inside !== null && lookup.zone(inside) ? around(new Set([inside]), lookup) : chosenZones(view, lookup);
    const { full, bare } = only === null ? all : onSheet(all, only, lookup);
    const closed = new Set(folded);
    const strong = strongIds([...idsOf(view?.highlight ?? []), ...trace], lookup);
    const frames = framesOf(strong, lookup);
    const chosen = (id: string): boolean => (full.has(id) || bare.has(id)) && !goneZones.has(id);

    return {
        zone: chosen,
        bare: id => bare.has(id),
        hides: id => lookup.chain(id).some(zone => hidden.has(zone.id)),
        conduit: id => !gone.has(id),
        asset: id => !gone.has(id),
        flow: id => !gone.has(id),
        emphasis: id => (strong.size === 0 ? 'plain' : strong.has(id) ? 'strong' : frames.has(id) ? 'plain' : 'pale'),
        shownZoneOf: id => {
            const chain = lookup.chain(lookup.zoneOf(id)?.id ?? '');
            const outermostClosed = chain.findLast(zone => closed.has(zone.id));
            const zone = outermostClosed ?? chain[0];
            return zone && chosen(zone.id) ? zone.id : null;
        },
    };
}
