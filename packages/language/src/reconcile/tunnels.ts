import type { Ranges, Region } from '../filter/index.ts';
import { everyService, rangesOf } from '../filter/index.ts';
import type { Conduit, Lookup } from '../model/index.ts';
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
