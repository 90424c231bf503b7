import { fittingConduits } from '../assessment/index.ts';
import type { Conduit, Flow, Lookup } from '../model/index.ts';
import type { Filters } from './configured.ts';
import { allOf, askConduit } from './configured.ts';
import type { Placed } from './sightings.ts';
import type { Configured, Located, TrafficReading, UnknownHost } from './types.ts';

/** The conduits between the ends of traffic; most of it runs between the same zones. */
export function conduitsBetween(lookup: Lookup): (placed: Placed) => readonly Conduit[] {
    const known = new Map<string, readonly Conduit[]>();
    return ({ from, to }) => {
        // An asset of a zone has the conduits of its zone; one that stands in a conduit has its own.
        const [near, far] = [from, to].map(({ asset, zone }) =>
            asset && lookup.conduit(asset.container) ? asset.id : (zone?.id ?? asset?.id),
        );
        if (near === undefined || far === undefined) return [];
        const key = `${near} ${far}`;
        const found = known.get(key) ?? fittingConduits(lookup, near, far);
        known.set(key, found);
        return found;
    };
}

/** What traffic is that no flow declares. */
export function trafficOf(
    lookup: Lookup,
    filters: Filters,
    conduitsBetween: (placed: Placed) => readonly Conduit[],
    placed: Placed,
    proposedBy: Flow | null,
): TrafficReading {
    const { conversation } = placed;
    const conduits = conduitsBetween(placed);
    const [conduit = null] = conduits;
    const answers = conduits
        .filter(each => each.via.length > 0)
        .map(each =>
            askConduit(
                lookup,
                filters,
                each.via.map(device => device.id),
                placed.region,
            ),
        );
    // Traffic may take any conduit between its zones: what one of them lets through is let through.
    const configured: Configured = answers.includes('yes')
        ? 'yes'
        : answers.length === 0 || answers.includes('unknown')
          ? 'unknown'
          : answers.includes('not-assessable')
            ? 'not-assessable'
            : allOf(answers);
    const scan = conversation.outcome === 'scanned';
    return {
        ...placed,
        conduit,
        configured,
        proposedBy,
        class: scan
            ? 'scan'
            : conversation.outcome === 'tried'
              ? 'attempt'
              : configured === 'no' || configured === 'partly'
                ? 'past-boundary'
                : 'undocumented',
    };
}

/** The hosts in networks of the model that no asset is, with what was seen of them. */
export function hostsOf(all: readonly Placed[]): readonly UnknownHost[] {
    const hosts = new Map<
        string,
        { readonly address: string; readonly zone: UnknownHost['zone']; readonly conversations: Located[] }
    >();
    for (const placed of all) {
        for (const end of [placed.from, placed.to]) {
            if (end.asset || !end.zone || end.zone.networks.every(network => /\/0$/.test(network.text))) continue;
            const key = `${end.zone.id} ${end.text}`;
            const host = hosts.get(key) ?? { address: end.text, zone: end.zone, conversations: [] };
            hosts.set(key, host);
            host.conversations.push(placed);
        }
    }
    return [...hosts.values()].filter(host =>
        host.conversations.some(each => each.conversation.outcome !== 'tried' || each.from.text === host.address),
    );
}
