import type { Ranges } from '../filter/index.ts';
import { intersect, nothing, readServices, servicePoint, subtract, union } from '../filter/index.ts';
import type { Conversation, Flow, Lookup, Protocol } from '../model/index.ts';
import { isSeen } from './observation-text.ts';

/** The services that a flow needs. */
export type Needs =
    /** One set a protocol: each of them has to be let through; `also` belongs to them and need not. */
    | {
          readonly kind: 'services';
          readonly each: readonly Ranges[];
          readonly all: Ranges;
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

function services(each: readonly Ranges[], dynamic: boolean): Needs {
    const all = union(...each);
    const also = dynamic ? high : nothing;
    return { kind: 'services', each, all, also, any: union(all, also) };
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

/** What a flow needs: its own ports replace those of its protocols. */
export function needsOf(lookup: Lookup, flow: Flow): Needs {
    const protocols = flow.protocols
        .map(mention => lookup.protocol(mention.id))
        .filter(protocol => protocol !== undefined);
    const dynamic = protocols.some(protocol => protocol.traits.includes('dynamic-ports'));
    if (flow.ports.some(({ unread }) => unread)) return { kind: 'unknown' };
    if (flow.ports.length > 0) {
        const all = readServices(flow.ports.filter(ports => ports.ranges.length > 0)) ?? nothing;
        return all.length === 0 ? { kind: 'none' } : services([all], dynamic);
    }
    if (protocols.length === 0) return { kind: 'unknown' };
    if (protocols.some(protocol => protocol.ports.some(({ unread }) => unread))) return { kind: 'unknown' };
    const each = protocols
        .map(protocol => union(...protocol.ports.map(ports => readServices([ports]) ?? nothing)))
        .filter(set => set.length > 0);
    if (each.length === 0) return protocols.every(hasNone) ? { kind: 'none' } : { kind: 'unknown' };
    return services(each, dynamic);
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
