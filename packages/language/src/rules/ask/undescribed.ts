import type { Assessment } from '../../assessment/index.ts';
import { carriesOnly } from '../../assessment/index.ts';
import type { Asset, Clause, Conduit, Flow, Lookup } from '../../model/index.ts';
import { detoursOf, isHeldApart, unjoined } from './bypasses.ts';
import { calledHardwired, hiddenCable } from './called-hardwired.ts';
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

/** The lines out of the zones of the owner of which nothing says where they lead, in the order of the text. */
export function outsideLines(lookup: Lookup): readonly OutsideLine[] {
    const carriers = carriersOut(lookup);
    const carried = lookup.once(carriedAway);
    return innerZones(lookup).flatMap(zone => {
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

/** A connection that the model shows and does not describe: no path can say what passes there. */
export interface Undescribed {
    /** The id of the device; of a cable the end from which its flow is opened. */
    readonly asset: string;
    /**
     * The zone that it leads out of, to nobody knows where; two zones that it joins past their conduits; or the two
     * ends of a cable, which may be assets.
     */
    readonly zones: readonly string[];
    /** True where it is only a connection from the first of them to the second. */
    readonly along?: true;
    /** A sentence. */
    readonly message: string;
}

/** What passes a network device between two zones where no conduit does, or past the devices that enforce it. */
function joins(lookup: Lookup): readonly Undescribed[] {
    return lookup.model.assets.flatMap(asset => {
        if (asset.serves.length === 0 || !carriesOnly(lookup, asset)) return [];
        const pairs = [...unjoined(lookup, asset), ...detoursOf(lookup, asset).map(({ pair }) => pair)];
        return pairs
            .filter(pair => !isHeldApart(lookup, asset, pair))
            .map(zones => ({
                asset: asset.id,
                zones,
                message:
                    `${asset.id} has an interface in ${zones.join(' and ')}, and no conduit says what passes ` +
                    'there.',
            }));
    });
}

/** Cables that are called hard-wired, and carry more than a signal: a path would have to count them. */
function cables(lookup: Lookup): readonly Undescribed[] {
    return calledHardwired(lookup).map(called => {
        const { from, to, arrow } = called.flow;
        return {
            asset: from.id,
            zones: [from.id, to.id],
            ...(arrow === '->' ? { along: true } : {}),
            message: hiddenCable(called),
        };
    });
}

/** All connections of a model that it shows and does not describe, in the order of the text. */
const allUndescribed = ({ lookup }: Assessment): readonly Undescribed[] => [
    ...outsideLines(lookup).map(({ asset, zone }) => ({
        asset: asset.id,
        zones: [zone],
        message: `${asset.id} leads out of ${zone}, and nothing says where to.`,
    })),
    ...joins(lookup),
    ...cables(lookup),
];

/** Who is in a zone or is an asset, and whom these reach over the declared flows; each is searched for once. */
const spreads = (_: Assessment): Map<string, ReadonlySet<string>> => new Map();

/** True where somebody in one zone or asset is in another one already, or reaches it over the declared flows. */
function gets(assessment: Assessment, from: string, to: string): boolean {
    const { reach } = assessment;
    const known = assessment.once(spreads);
    const reached = known.get(from) ?? new Set([...reach.membersOf(from), ...reach.reachableFrom([from])]);
    known.set(from, reached);
    return reach.membersOf(to).some(member => reached.has(member));
}

/** The zones of the office, and of others, into which a line out of the plant may lead. */
const beyond = ({ lookup }: Assessment): readonly string[] =>
    lookup.model.zones
        .map(({ id }) => id)
        .filter(id => isForeign(lookup, id) || ['it', 'outside'].includes(sideOf(lookup, id) ?? ''));

/**
 * True where a path may use a line of which nothing says where it leads: who comes in there reaches the far end, and
 * the near one gets out to somewhere, or the other way round.
 */
function mayLead(assessment: Assessment, line: Undescribed, from: string, to: string): boolean {
    const others = assessment.once(allUndescribed).filter(({ asset, zones }) => asset !== line.asset && !zones[1]);
    const outside = [...assessment.once(beyond), ...others.flatMap(({ zones }) => zones)];
    const zone = line.zones[0]!;
    return (
        (gets(assessment, zone, to) && outside.some(each => gets(assessment, from, each))) ||
        (gets(assessment, from, zone) && outside.some(each => gets(assessment, each, to)))
    );
}

/**
 * The connections that leave open whether a path leads from one end to another, over something that nobody described.
 * @param ends ids of zones and assets
 */
export function leftOpen(
    assessment: Assessment,
    ends: readonly { readonly from: string; readonly to: string }[],
): readonly Undescribed[] {
    return assessment.once(allUndescribed).filter(each => {
        const [one, other] = each.zones;
        return ends.some(({ from, to }) =>
            one === undefined || other === undefined
                ? mayLead(assessment, each, from, to)
                : (gets(assessment, from, one) && gets(assessment, other, to)) ||
                  (!each.along && gets(assessment, from, other) && gets(assessment, one, to)),
        );
    });
}

/** The connections that keep clauses from being proved which hold over the declared flows. */
export function unprovedBy(
    assessment: Assessment,
    clauses: readonly { readonly clause: Clause; readonly holds: boolean }[],
): readonly Undescribed[] {
    return leftOpen(
        assessment,
        clauses.filter(({ holds }) => holds).map(({ clause: { from, to } }) => ({ from: from.id, to: to.id })),
    );
}
