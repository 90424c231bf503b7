import { fittingConduits } from '../assessment/index.ts';
import type { Conduit, Flow, Lookup } from '../model/index.ts';
import type { Filters } from './configured.ts';
import { allOf, askConduit, askDevice } from './configured.ts';
import { lastDay, laterThan } from './seen-before.ts';
import type { Placed } from './sightings.ts';
import type { Configured, Located, LocatedEnd, TrafficClass, TrafficReading, UnknownHost } from './types.ts';

const none: readonly never[] = [];

/** The conduits between the ends of traffic; most of it runs between the same zones. */
export function conduitsBetween(lookup: Lookup): (placed: Placed) => readonly Conduit[] {
    const known = new Map<string, Map<string, readonly Conduit[]>>();
    // An asset of a zone has the conduits of its zone; one that is in a conduit has its own.
    const homeOf = ({ asset, zone }: LocatedEnd): string | undefined =>
        asset && lookup.conduit(asset.container) ? asset.id : (zone?.id ?? asset?.id);
    return ({ from, to }) => {
        const near = homeOf(from);
        const far = homeOf(to);
        if (near === undefined || far === undefined) return none;
        // Two maps, so that no text is made of both names for each conversation.
        let others = known.get(near);
        if (!others) known.set(near, (others = new Map()));
        let found = others.get(far);
        if (!found) others.set(far, (found = fittingConduits(lookup, near, far)));
        return found;
    };
}

/** True where it is said which one service a conversation is of. */
export function saysPort({ region: { services } }: Placed): boolean {
    return services.length === 2 && services[0] === services[1];
}

/** What traffic is that no flow declares. */
export function trafficOf(
    lookup: Lookup,
    filters: Filters,
    conduitsBetween: (placed: Placed) => readonly Conduit[],
    placed: Placed,
    proposedBy: Flow | null,
): TrafficReading {
    const { conversation, observation, from, to, region } = placed;
    const conduits = conduitsBetween(placed);
    const answers: Configured[] = [];
    for (const { via } of conduits) {
        if (via.length === 0) continue;
        const devices = via.map(device => device.id);
        answers.push(askConduit(lookup, filters, devices, region));
    }
    // Traffic may take any conduit between its zones: what one of them lets through is let through.
    const configured: Configured = answers.includes('yes')
        ? 'yes'
        : answers.length === 0 || answers.includes('unknown')
          ? 'unknown'
          : ((['not-assessable', 'partly'] as const).find(each => answers.includes(each)) ?? allOf(answers));
    const scan = conversation.outcome === 'scanned';
    const found: TrafficClass = scan
        ? 'scan'
        : conversation.outcome === 'tried'
          ? 'attempt'
          : // Of one whose port is not said exactly, what passes may be all that there was.
            configured === 'no' || (configured === 'partly' && saysPort(placed))
            ? 'past-boundary'
            : 'undocumented';
    return {
        conversation,
        observation,
        from,
        to,
        conduit: conduits[0] ?? null,
        configured,
        proposedBy,
        class: found,
        seenBefore: found === 'past-boundary' ? seenBefore(lookup, filters, conduits, placed) : null,
    };
}

/** The day of the rules that block traffic in one of its conduits, where it was seen before that day. */
function seenBefore(
    lookup: Lookup,
    filters: Filters,
    conduits: readonly Conduit[],
    { conversation, region }: Placed,
): string | null {
    const day = lastDay(conversation);
    if (day === null) return null;
    for (const { via } of conduits) {
        const blocking = via
            .flatMap(({ id }) => lookup.asset(id) ?? [])
            .filter(device => ['no', 'partly'].includes(askDevice(filters, device, region).configured));
        const later = blocking.length > 0 ? laterThan(filters, blocking, day) : null;
        if (later !== null) return later;
    }
    return null;
}

/** The address that an unknown host has in its zone. */
export const ownAddress = ({ text, real = text }: LocatedEnd): string => real;

/** The hosts in networks of the model that no asset is, with what was seen of them. */
export function hostsOf(all: readonly Placed[]): readonly UnknownHost[] {
    const hosts = new Map<
        string,
        { readonly address: string; readonly zone: UnknownHost['zone']; readonly conversations: Located[] }
    >();
    const add = (end: LocatedEnd, placed: Placed): void => {
        const { zone } = end;
        if (!zone || zone.networks.every(network => /\/0$/.test(network.text))) return;
        const address = ownAddress(end);
        const key = `${zone.id} ${address}`;
        const host = hosts.get(key) ?? { address, zone, conversations: [] };
        hosts.set(key, host);
        host.conversations.push(placed);
    };
    for (const placed of all) {
        // Nearly all hosts are assets.
        if (!placed.from.asset) add(placed.from, placed);
        if (!placed.to.asset) add(placed.to, placed);
    }
    return [...hosts.values()].filter(host =>
        host.conversations.some(
            each => each.conversation.outcome !== 'tried' || ownAddress(each.from) === host.address,
        ),
    );
}
