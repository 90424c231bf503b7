import type { Ranges, Region } from '../filter/index.ts';
import { everyService, intersect, isEmpty, rangesOf, rest, tooMany } from '../filter/index.ts';
import type { Asset, Conduit, Lookup, Ruleset } from '../model/index.ts';
import { passagesOf } from './permitted.ts';
import type { LocatedEnd } from './types.ts';
import type { Places } from './places.ts';

/** The ends of the tunnels of a conduit that `over` carries: its devices, in the networks of its carriers. */
interface Tunnel {
    readonly conduit: Conduit;
    readonly devices: ReadonlySet<string>;
}

const tunnels = ({ model }: Lookup): readonly Tunnel[] =>
    model.conduits
        .filter(conduit => conduit.over.length > 0)
        .map(conduit => ({ conduit, devices: new Set(conduit.via.map(({ id }) => id)) }));

/** True for what runs between the ends of one tunnel: `over` declares it, and nothing else of it can be seen there. */
export function isTunnel(lookup: Lookup, from: LocatedEnd, to: LocatedEnd): boolean {
    const [one, other] = [from.asset?.id, to.asset?.id];
    if (one === undefined || other === undefined || one === other) return false;
    return lookup.once(tunnels).some(({ devices }) => devices.has(one) && devices.has(other));
}

/** What `over` documents for the firewalls of carriers: sessions between the ends of each tunnel, with its conduit. */
export function tunnelRegions(lookup: Lookup, places: Places): readonly (Region & { readonly conduit: Conduit })[] {
    return lookup.once(tunnels).flatMap(({ conduit, devices }) => {
        const carried = (id: string): Ranges =>
            rangesOf(
                places.book
                    .legsOf(id)
                    .filter(leg => leg.zone && conduit.over.some(zone => lookup.within(leg.zone!.id, zone.id)))
                    .map(leg => [leg.point, leg.point]),
            );
        const ends = [...devices].map(carried).filter(set => set.length > 0);
        return ends.flatMap((from, at) =>
            ends.filter((_, other) => other !== at).map(to => ({ conduit, from, to, services: everyService })),
        );
    });
}

/** What new rules of devices of carriers do to a tunnel. */
export interface TunnelChange {
    readonly conduit: Conduit;
    /** False where the rules of today are not known. */
    readonly isKnown: boolean;
    /** True where nothing of what passes between its ends today passes any more; false for a part of that. */
    readonly isStopped: boolean;
}

/** True for a device that stands between two zones of its conduits. */
function standsBetween(lookup: Lookup, device: Asset, tunnel: Conduit, one: string, other: string): boolean {
    return lookup
        .boundariesOf(device.id)
        .filter(conduit => conduit !== tunnel)
        .some(({ between }) => {
            const at = (zone: string): number => between.findIndex(({ id }) => lookup.within(zone, id));
            return at(one) >= 0 && at(other) >= 0 && at(one) !== at(other);
        });
}

/** What a device lets through between the ends of a tunnel, either way; `null` where that is not known. */
function passedOf(
    lookup: Lookup,
    rulesets: readonly Ruleset[],
    device: Asset,
    between: readonly Region[],
): readonly Region[] | null {
    const own = rulesets.filter(each => each.devices.some(({ id }) => id === device.id));
    if (own.length === 0) return null;
    const passages = own.map(ruleset => passagesOf(lookup, ruleset, device, true));
    if (passages.includes(null)) return null;
    return passages
        .flatMap(each => each!)
        .flatMap(({ from, to, services }) => between.map(each => common({ from, to, services }, each)))
        .filter(each => !isEmpty(each));
}

const common = (one: Region, other: Region): Region => ({
    from: intersect(one.from, other.from),
    to: intersect(one.to, other.to),
    services: intersect(one.services, other.services),
});

/** The tunnels that new rules of some devices between zones of their carriers stop, or of which they stop a part. */
export function tunnelChanges(
    lookup: Lookup,
    places: Places,
    devices: readonly string[],
    before: readonly Ruleset[],
    after: readonly Ruleset[],
): readonly TunnelChange[] {
    return devices
        .flatMap(id => lookup.asset(id) ?? [])
        .flatMap(device =>
            lookup.once(tunnels).flatMap(({ conduit, devices: ends }): readonly TunnelChange[] => {
                const legs = [...ends].flatMap(end =>
                    places.book
                        .legsOf(end)
                        .filter(({ zone }) => zone && conduit.over.some(each => lookup.within(zone.id, each.id)))
                        .map(({ point, zone }) => ({ end, set: rangesOf([[point, point]]), zone: zone!.id })),
                );
                const between = legs.flatMap(one =>
                    legs.flatMap(other =>
                        one.end !== other.end && standsBetween(lookup, device, conduit, one.zone, other.zone)
                            ? { from: one.set, to: other.set, services: everyService }
                            : [],
                    ),
                );
                if (between.length === 0) return [];
                const [was, is] = [before, after].map(each => passedOf(lookup, each, device, between));
                if (!is || was?.length === 0) return [];
                const lost = was ? rest(was, is) : tooMany;
                if (is.length > 0 && lost !== tooMany && lost.length === 0) return [];
                // It uses something of what passes today; what else would pass is of no use to it.
                const left = was ? was.flatMap(each => is.map(other => common(each, other))) : is;
                return [{ conduit, isKnown: Boolean(was), isStopped: left.every(isEmpty) }];
            }),
        );
}
