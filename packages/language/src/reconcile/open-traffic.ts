/** Traffic that cannot be compared, because the model leaves open where an end of it belongs. */
import { includes } from '../filter/index.ts';
import type { Asset, Flow, Lookup, Sight } from '../model/index.ts';
import type { OpenEnd } from './locate.ts';
import type { Needs } from './needs.ts';
import { isSeen } from './observation-text.ts';
import { isEnd } from './places.ts';
import type { OpenSight, Placed, Sightings } from './sightings.ts';
import { isDecided } from './sightings.ts';
import { isOpen } from './locate.ts';
import type { LocatedEnd, OpenTraffic, OpenTrafficEnd } from './types.ts';

const nothing: readonly never[] = [];

function endOf(end: LocatedEnd | OpenEnd, { address, name }: Sight): OpenTrafficEnd {
    if (!isOpen(end)) return { ...end, shownBy: nothing, mayBeIn: nothing };
    const ids = end.places.map(place => (place.kind === 'asset' ? place.leg.asset.id : place.network.zone.id));
    const shownBy = [...new Set(end.hiding.map(({ device }) => device))];
    return {
        text: address ?? name ?? '',
        asset: null,
        zone: null,
        shownBy,
        mayBeIn: shownBy.length > 0 ? nothing : [...new Set(ids)],
    };
}

type End = LocatedEnd | OpenEnd;

/** Asks for each end, by all that it may be. */
class Candidates {
    private readonly lookup: Lookup;
    private readonly known = new Map<End, readonly string[]>();

    constructor(lookup: Lookup) {
        this.lookup = lookup;
    }

    /** The zones in which an end may be. */
    zonesOf(end: End): readonly string[] {
        const known = this.known.get(end);
        if (known) return known;
        const found = new Set<string>();
        const add = (asset: Asset): void => {
            const home = this.lookup.zoneOf(asset.id);
            if (home) found.add(home.id);
            for (const each of [...asset.serves, ...asset.faces.map(({ zone }) => zone)]) found.add(each.id);
            // A device after `via` is where its conduit leads.
            for (const conduit of this.lookup.boundariesOf(asset.id))
                for (const { id } of conduit.between) found.add(id);
        };
        if (!isOpen(end)) {
            if (end.asset) add(end.asset);
            if (end.zone) found.add(end.zone.id);
        } else {
            for (const place of end.places)
                if (place.kind === 'asset') add(place.leg.asset);
                else found.add(place.network.zone.id);
            for (const { device, zones } of end.hiding) {
                add(device);
                for (const { id } of zones) found.add(id);
            }
        }
        const zones = [...found];
        this.known.set(end, zones);
        return zones;
    }

    /** True where an end may be what a flow names: of several hosts that show one address, any in their zones. */
    mayBe(end: End, id: string): boolean {
        if (!isOpen(end)) return isEnd(this.lookup, id, end.asset, end.zone);
        const zones = this.zonesOf(end);
        const home = this.lookup.zoneOf(id)?.id ?? id;
        return (
            end.places.some(place => place.kind === 'asset' && place.leg.asset.id === id) ||
            end.hiding.some(({ device }) => device.id === id) ||
            zones.some(
                zone => this.lookup.within(zone, id) || (end.hiding.length > 0 && this.lookup.within(home, zone)),
            )
        );
    }
}

/** Whether no flow declares a session, whichever host it is of. */
function undocumented(
    ends: Candidates,
    { from, to, region, conversation }: OpenSight,
    flows: readonly (readonly [Flow, Needs])[],
): OpenTraffic['undocumented'] {
    if (!isSeen(conversation.outcome)) return 'unknown';
    const declared = flows.some(([flow, needs]) => {
        if (needs.kind === 'none') return false;
        if (needs.kind === 'services' && !includes(needs.any, region.services)) return false;
        const [source, target] = [flow.from.id, flow.to.id];
        if (ends.mayBe(from, source) && ends.mayBe(to, target)) return true;
        if (flow.arrow === '->' && conversation.arrow === '->') return false;
        return ends.mayBe(from, target) && ends.mayBe(to, source);
    });
    if (declared) return 'unknown';
    const near = new Set(ends.zonesOf(from));
    return ends.zonesOf(to).some(zone => near.has(zone)) ? 'unless-inside' : 'yes';
}

/**
 * In the order of the text. Whose traffic it is, is not known, and so not whether it is declared; but where no flow
 * declares it for any of the hosts that it may be of, it is not.
 * @param flows all of the model, also those that are only proposed
 */
export function openTraffic(
    lookup: Lookup,
    { of, open }: Sightings,
    flows: readonly (readonly [Flow, Needs])[],
): readonly OpenTraffic[] {
    if (open.length === 0) return nothing;
    const ends = new Candidates(lookup);
    return [...of].flatMap(([observation, { sights }]) =>
        sights.flatMap((sight): readonly OpenTraffic[] => {
            if (sight === null || isDecided(sight)) return nothing;
            const { conversation, from, to } = sight;
            return [
                {
                    conversation,
                    observation,
                    from: endOf(from, conversation.from),
                    to: endOf(to, conversation.to),
                    undocumented: undocumented(ends, sight, flows),
                    mayBeOf: null,
                },
            ];
        }),
    );
}

/** Traffic between known ends of which it is not known whether a flow declares it. */
export function ofUnsaidPort({ conversation, observation, from, to }: Placed, mayBeOf: Flow): OpenTraffic {
    return {
        conversation,
        observation,
        from: endOf(from, conversation.from),
        to: endOf(to, conversation.to),
        undocumented: 'unknown',
        mayBeOf,
    };
}
