import type { Ranges } from '../filter/index.ts';
import { intersect, nothing, readServices, servicePoint, subtract, union } from '../filter/index.ts';
import type { Conversation, Flow, Lookup, Ports, Protocol } from '../model/index.ts';
import { isSeen } from './observation-text.ts';

/** The services that a flow needs. */
export type Needs =
    /** One set a protocol: each of them has to be let through; `also` belongs to them and need not. */
    | {
          readonly kind: 'services';
          readonly each: readonly Ranges[];
          /** All of the ports that are said, also the optional ones. */
          readonly all: Ranges;
          /** Of these the ones that need not be let through, as long as nothing was seen on them. */
          readonly optional: Ranges;
          readonly also: Ranges;
          /** `all` and `also` together. */
          readonly any: Ranges;
      }
    /** It is not said over which protocol, or the port of the protocol is not known. */
    | { readonly kind: 'unknown' }
    /** Hard-wired, serial or layer 2: no firewall and no sensor of sessions sees it. */
    | { readonly kind: 'none' };

/** Says that a host is there, and whether it is reached: it comes with any session. */
const diagnosis: Ranges = readServices([{ transport: 'icmp', ranges: [] }])!;

/** What of some services none of some flows needs; of a flow whose services are not known all are needed. */
export function beyondNeeds(services: Ranges, needs: readonly Needs[]): Ranges {
    if (needs.some(({ kind }) => kind === 'unknown')) return nothing;
    const needed = needs.map(each => (each.kind === 'services' ? each.any : nothing));
    return subtract(services, union(diagnosis, ...needed));
}

const high: Ranges = [
    servicePoint('tcp', 1024)!,
    servicePoint('tcp', 65535)!,
    servicePoint('udp', 1024)!,
    servicePoint('udp', 65535)!,
];

function services(each: readonly Ranges[], all: Ranges, dynamic: boolean): Needs {
    const also = dynamic ? high : nothing;
    return { kind: 'services', each, all, optional: subtract(all, union(...each)), also, any: union(all, also) };
}

/** What says of a protocol without a port that it runs over neither TCP nor UDP. */
const withoutPorts: readonly string[] = [
    'serial',
    'layer2',
    'fieldbus',
    'wireless',
    'hardwired',
    'tunnel',
    'discovery',
    'time',
];

/**
 * Whether a protocol has no ports. One that picks its ports has some, and of one that says nothing of the kind they are
 * not known.
 */
const hasNone = ({ traits }: Protocol): boolean =>
    !traits.includes('dynamic-ports') && traits.some(trait => withoutPorts.includes(trait));

const servicesOn = (some: readonly Ports[]): Ranges => union(...some.map(ports => readServices([ports]) ?? nothing));

/** What has to be let through for a protocol: of one that works over TCP alone not what it has over UDP besides. */
function needed({ ports, traits }: Protocol): Ranges {
    const others = traits.includes('udp-optional') ? ports.filter(({ transport }) => transport !== 'udp') : [];
    return servicesOn(others.length > 0 ? others : ports);
}

/** What a flow needs where some services were seen in use: what is optional is needed by whoever uses it. */
export function withUsed(needs: Needs, used: readonly Ranges[]): Needs {
    if (needs.kind !== 'services' || needs.optional.length === 0) return needs;
    const optional = intersect(needs.optional, union(...used));
    return optional.length === 0 ? needs : { ...needs, each: [...needs.each, optional] };
}

/** What a flow needs: its own ports replace those of its protocols. */
export function needsOf(lookup: Lookup, flow: Flow): Needs {
    const protocols = flow.protocols
        .map(mention => lookup.protocol(mention.id))
        .filter(protocol => protocol !== undefined);
    const dynamic = protocols.some(protocol => protocol.traits.includes('dynamic-ports'));
    if (flow.ports.some(({ unread }) => unread)) return { kind: 'unknown' };
    if (flow.ports.length > 0) {
        const all = readServices(flow.ports.filter(ports => ports.ranges.length > 0)) ?? nothing;
        return all.length === 0 ? { kind: 'none' } : services([all], all, dynamic);
    }
    if (protocols.length === 0) return { kind: 'unknown' };
    if (protocols.some(protocol => protocol.ports.some(({ unread }) => unread))) return { kind: 'unknown' };
    const each = protocols.map(needed).filter(set => set.length > 0);
    if (each.length === 0) return protocols.every(hasNone) ? { kind: 'none' } : { kind: 'unknown' };
    return services(each, union(...protocols.map(({ ports }) => servicesOn(ports))), dynamic);
}

/** {@link needsOf}, worked out once for flows over the same protocols and ports. */
export function needsOnce(lookup: Lookup): (flow: Flow) => Needs {
    const known = new Map<string, Needs>();
    return flow => {
        if (flow.ports.length > 0) return needsOf(lookup, flow);
        const key = flow.protocols.map(({ id }) => id).join(' ');
        const found = known.get(key) ?? needsOf(lookup, flow);
        known.set(key, found);
        return found;
    };
}

/** True where what was seen of a flow may have done its work: with an answer, or where its protocol has none. */
export function hasRun(lookup: Lookup, flow: Flow, needs: Needs, outcome: Conversation['outcome']): boolean {
    return (
        isSeen(outcome) || (outcome === 'tried' && needs.kind === 'services' && needsNoAnswer(lookup, flow, needs.all))
    );
}

/** True where a protocol of a flow has no answers, so that a session without one is no failure. */
export function needsNoAnswer(lookup: Lookup, flow: Flow, services: Ranges): boolean {
    const udp: Ranges = [servicePoint('udp', 0)!, servicePoint('udp', 65535)!];
    return (
        intersect(services, udp).length > 0 &&
        flow.protocols.some(mention => lookup.protocol(mention.id)?.traits.includes('one-way-capable'))
    );
}
