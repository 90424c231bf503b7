import { carriesOnly } from '../../assessment/index.ts';
import type { Asset, Conduit, Flow, Lookup, Zone } from '../../model/index.ts';
import { isForeign, sideOf } from './sides.ts';
import { innerZones } from './zones.ts';

/** Devices with a line or radio of somebody else on their far side. */
const lines: readonly string[] = ['modem', 'cellular-router'];

/** Devices and programs that exist to be reached from elsewhere, or to reach a service elsewhere. */
const doors: readonly string[] = ['vpn-gateway', 'remote-access-client', 'iot-gateway'];

/** The types of devices and programs that lead out of their zone. */
export const outwardTypes: readonly string[] = [...lines, ...doors];

/** True for a zone in which the far side of such an asset can be: that of a line is never the owner's. */
function isFarSide(lookup: Lookup, asset: Asset, zone: string): boolean {
    if (isForeign(lookup, zone)) return true;
    return !lookup.isA(asset, ...lines) && sideOf(lookup, zone) !== 'ot';
}

function otherEnd(lookup: Lookup, asset: Asset, { from, to }: Flow): string | undefined {
    return lookup.zoneOf(from.id === asset.id ? to.id : from.id)?.id;
}

/** The zones over which links are carried that go out of the plant. */
function carriersOut(lookup: Lookup): ReadonlySet<string> {
    const links = lookup.model.conduits.filter(({ between }) => between.some(({ id }) => isForeign(lookup, id)));
    return new Set(links.flatMap(({ over }) => over.map(({ id }) => id)));
}

/** True where a conduit, an interface or a flow of the model says what is on the far side. */
function isFarSideSaid(lookup: Lookup, zone: string, asset: Asset): boolean {
    if (lookup.boundariesOf(asset.id).length > 0) return true;
    if (asset.serves.some(served => isFarSide(lookup, asset, served.id))) return true;
    return lookup.flowsOf(asset.id).some(flow => {
        const end = otherEnd(lookup, asset, flow);
        return end !== undefined && end !== zone && isFarSide(lookup, asset, end);
    });
}

/**
 * The zones at the ends of flows of links that are carried over a network of somebody else, and name no device: a line
 * in such a zone is that of this link.
 */
function carriedAway(lookup: Lookup): ReadonlySet<string> {
    const links = lookup.model.conduits.filter(
        ({ via, over }) => via.length === 0 && over.some(zone => isForeign(lookup, zone.id)),
    );
    const ends = links.flatMap(({ id }) => lookup.flowsIn(id).flatMap(({ from, to }) => [from.id, to.id]));
    return new Set(ends.flatMap(end => lookup.zoneOf(end)?.id ?? []));
}

/** The conduits of a zone that a network of somebody else carries: a line in the zone may be theirs. */
export function carriedFrom(lookup: Lookup, zone: string): readonly Conduit[] {
    const joins = ({ id, between }: Conduit): boolean =>
        between.some(each => each.id === zone) ||
        lookup.flowsIn(id).some(({ from, to }) => [from.id, to.id].some(end => lookup.zoneOf(end)?.id === zone));
    return lookup.model.conduits.filter(each => each.over.some(({ id }) => isForeign(lookup, id)) && joins(each));
}

/** True for a network device that says that it is used from elsewhere, in a zone that is not elsewhere itself. */
function isRemote(lookup: Lookup, asset: Asset, zone: string): boolean {
    return asset.traits.includes('remote') && carriesOnly(lookup, asset) && !lookup.traitsOf(zone).has('remote');
}

/** A device that leads out of a zone, and nothing says where to. */
export interface OutsideLine {
    readonly asset: Asset;
    readonly zone: string;
}

/** The lines out of zones of which nothing says where they lead, in the order of the text. */
export function outsideLines(lookup: Lookup, zones: readonly Zone[] = innerZones(lookup)): readonly OutsideLine[] {
    const carriers = carriersOut(lookup);
    const carried = lookup.once(carriedAway);
    return zones.flatMap(zone => {
        const unsaid = lookup
            .assetsIn(zone.id)
            .filter(asset => lookup.isA(asset, ...outwardTypes) || isRemote(lookup, asset, zone.id))
            .filter(asset => !isFarSideSaid(lookup, zone.id, asset));
        // The link that is carried over a zone, or from it over a network of somebody else, is that of its only line;
        // of two, nothing says which.
        const [only, other] = unsaid;
        const isOnlyLine = only !== undefined && other === undefined && lookup.isA(only, ...lines);
        if (isOnlyLine && carried.has(zone.id)) return [];
        if (unsaid.length === 1 && carriers.has(zone.id)) return [];
        return unsaid.map(asset => ({ asset, zone: zone.id }));
    });
}
