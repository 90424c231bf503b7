import type { Service } from '../../filter/index.ts';
import type { Conduit, Fix, Flow, Lookup, Protocol } from '../../model/index.ts';
import { counted, writeString } from '../../model/index.ts';
import type { TrafficReading } from '../../reconcile/index.ts';

/** A range of ports that a protocol says, as one of several in the order of the protocols. */
interface Port {
    readonly protocol: Protocol;
    readonly from: number;
    readonly to: number;
}

/** The ports of the protocols of a model, by their transports. */
const portsOf = (lookup: Lookup): ReadonlyMap<string, readonly Port[]> =>
    new Map(
        [
            ...Map.groupBy(
                lookup.allProtocols().flatMap(protocol => protocol.ports.map(ports => ({ protocol, ...ports }))),
                each => each.transport,
            ),
        ].map(([transport, all]) => [
            transport,
            all.flatMap(({ protocol, ranges }) => ranges.map(({ from, to }) => ({ protocol, from, to }))),
        ]),
    );

/** To what IANA assigned a port that several protocols of the library use: what it is where no one knows better. */
const assigned: ReadonlyMap<string, string> = new Map([
    ['tcp 80', 'http'],
    ['tcp 135', 'ms-rpc'],
    ['tcp 139', 'netbios'],
    ['tcp 443', 'https'],
    ['tcp 445', 'smb'],
    ['tcp 8883', 'mqtts'],
]);

const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');

/**
 * The protocol of the model that fits a service best: one that the sensor names, else the one to which the port is
 * assigned, else one with exactly this port, and not one of which it is some port of a range; `null` for none.
 */
function protocolFor(lookup: Lookup, transport: string, port: number | null, named: string | null): string | null {
    if (port === null) return null;
    const fitting = (lookup.once(portsOf).get(transport) ?? []).filter(({ from, to }) => from <= port && port <= to);
    const same =
        named === null ? undefined : fitting.find(({ protocol }) => plain(protocol.id).startsWith(plain(named)));
    const usual = assigned.get(`${transport} ${port}`);
    const exact =
        fitting.find(({ protocol }) => protocol.id === usual) ??
        fitting.find(({ from, to }) => from === port && to === port);
    return (same ?? exact)?.protocol.id ?? null;
}

/**
 * A proposed flow as it is written into its conduit.
 * @param services with the name that a sensor gives the protocol, where there is one
 * @returns `null` where no service has ports
 */
export function flowText(
    lookup: Lookup,
    { from, arrow, to }: { readonly from: string; readonly arrow: Flow['arrow']; readonly to: string },
    services: readonly (Service & { readonly named?: string | null })[],
    because: string,
): string | null {
    const ported = services.filter(
        service => ['tcp', 'udp', 'sctp'].includes(service.transport) && service.ranges.length > 0,
    );
    if (ported.length === 0 || (ported.length < services.length && services.every(({ named }) => named === undefined)))
        return null;
    const protocols = [
        ...new Set(
            ported.map(
                ({ transport, ranges, named = null }) =>
                    protocolFor(lookup, transport, ranges[0]!.from, named) ?? 'proprietary-unknown',
            ),
        ),
    ];
    const ports = [...Map.groupBy(ported, service => service.transport)].map(
        ([transport, some]) =>
            `port ${transport} ` +
            [
                ...new Set(
                    some.flatMap(each =>
                        each.ranges.map(({ from: low, to: high }) => (low === high ? `${low}` : `${low}-${high}`)),
                    ),
                ),
            ].join(', '),
    );
    return (
        `flow ${from} ${arrow} ${to} : ${protocols.join(', ')} {\n  ${ports.join('\n  ')}\n  is proposed because ` +
        `${writeString(because)}\n}`
    );
}

/** A fix that writes proposed flows into their conduits; an editor goes to the reason, which somebody has to judge. */
export function proposing(
    flows: readonly { readonly conduit: Conduit; readonly text: string }[],
    because: string,
): readonly Fix[] {
    if (flows.length === 0) return [];
    return [
        {
            kind: 'claim',
            title: flows.length === 1 ? 'Propose a flow for it…' : `Propose ${flows.length} flows for it…`,
            fill: flows.map(() => because),
            edits: flows.map(({ conduit, text }) => ({ kind: 'add', into: conduit.origin, text, where: 'last' })),
        },
    ];
}

/** Proposes a flow that says what was seen; none where it has no conduit, or an end that is not an asset. */
export function proposal(lookup: Lookup, traffic: readonly TrafficReading[]): readonly Fix[] {
    const [first] = traffic;
    const [from, to] = [first?.from.asset?.id, first?.to.asset?.id];
    if (!first?.conduit || from === undefined || to === undefined) return [];
    const services = traffic.flatMap(each =>
        each.conversation.services.map(service => ({ ...service, named: each.conversation.protocol })),
    );
    const days = Math.max(0, ...traffic.map(each => each.conversation.days ?? 0));
    const arrow = traffic.every(each => each.conversation.arrow === '->') ? '->' : '--';
    const seen = traffic.every(each => each.class === 'attempt') ? 'tried' : 'seen';
    const because = `${seen}${days > 0 ? ` on ${counted(days, 'day')}` : ''}`;
    const text = flowText(lookup, { from, arrow, to }, services, because);
    return text === null ? [] : proposing([{ conduit: first.conduit, text }], because);
}
