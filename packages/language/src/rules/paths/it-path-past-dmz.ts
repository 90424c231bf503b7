import type { Path, Reach } from '../../assessment/index.ts';
import { carriesOnly } from '../../assessment/index.ts';
import type { Asset, Lookup } from '../../model/index.ts';
import { nameOf } from '../../model/index.ts';
import type { BoundaryFlow, End, Opening } from '../ask/boundary-flows.ts';
import { allFlows } from '../ask/boundary-flows.ts';
import type { Side } from '../ask/sides.ts';
import { sideOf } from '../ask/sides.ts';
import type { Context, Rule } from '../engine/rule.ts';
import { flowName } from '../say/wording.ts';

/**
 * True for an asset that takes a session and begins another one. Network devices pass sessions on, unless they are made
 * to end them.
 */
function endsSessions(lookup: Lookup, asset: Asset): boolean {
    return !lookup.isA(asset, 'network-device') || lookup.isA(asset, 'proxy', 'application-gateway');
}

/**
 * True for an end at which a path from the office has to stop: sessions end in a DMZ, and inside of operational
 * technology others say the rest.
 */
function stops(lookup: Lookup, asset: Asset, side: Side | null): boolean {
    return side === 'ot' || (side === 'dmz' && endsSessions(lookup, asset));
}

function stopsOf({ model, lookup }: Context): ReadonlySet<string> {
    const found = model.assets.filter(asset => stops(lookup, asset, sideOf(lookup, asset.container)));
    return new Set(found.map(asset => asset.id));
}

/** A session by which a path enters operational technology. */
interface Entrance {
    readonly boundary: BoundaryFlow;
    readonly opening: Opening;
    /** The zone of operational technology. */
    readonly into: string;
    /** Where the session does not end in that zone: what it ends at has a leg there. */
    readonly byLeg: boolean;
}

/** The sessions of a flow that are edges of the graph of paths. */
function sessionsOf(reach: Reach): (boundary: BoundaryFlow) => readonly Opening[] {
    const along = new Set<unknown>();
    const against = new Set<unknown>();
    for (const carrier of reach.graph.carriers)
        if (carrier.kind === 'flow') (carrier.backward ? against : along).add(carrier.flow);
    return ({ flow, from, to }) => [
        ...(along.has(flow) ? [{ opener: from, answerer: to }] : []),
        ...(against.has(flow) ? [{ opener: to, answerer: from }] : []),
    ];
}

/** The zone of operational technology in which an end is present that lies neither there nor in a DMZ. */
function legOf(lookup: Lookup, { asset, side }: End): string | null {
    if (!asset || side !== null || carriesOnly(lookup, asset)) return null;
    return asset.serves.find(zone => sideOf(lookup, zone.id) === 'ot')?.id ?? null;
}

/**
 * The sessions that enter operational technology from a place that is neither the office nor the world, and where
 * sessions only pass, and those that end at something which is in operational technology by a leg.
 */
function entrances(context: Context, reach: Reach): readonly Entrance[] {
    const { lookup } = context;
    const sessions = sessionsOf(reach);
    return allFlows(context.assessment).flatMap(boundary =>
        sessions(boundary).flatMap((opening): readonly Entrance[] => {
            const { opener, answerer } = opening;
            const isOpen = opener.asset === null || !stops(lookup, opener.asset, opener.side);
            if (!isOpen) return [];
            if (answerer.side === 'ot' && answerer.zone) {
                return opener.side === null || opener.side === 'dmz'
                    ? [{ boundary, opening, into: answerer.zone.id, byLeg: false }]
                    : [];
            }
            const leg = legOf(lookup, answerer);
            return leg === null ? [] : [{ boundary, opening, into: leg, byLeg: true }];
        }),
    );
}

/** True for an end from which a path past the DMZ begins. */
function isSource({ side }: End): boolean {
    return side === 'it' || side === 'outside';
}

/** The path from the office or the world to the opener of the last session; `null` where there is none. */
function pathTo(reach: Reach, sources: readonly string[], opener: string, without: ReadonlySet<string>): Path | null {
    const reaching = reach.reaching([opener], { without });
    const source = sources.find(zone => reach.membersOf(zone).some(member => reaching.has(member)));
    return source === undefined ? null : reach.shortestPath(source, opener, { without });
}

/** What is wrong with the last session of the path. */
function reasonOf(lookup: Lookup, { opening: { opener, answerer }, into, byLeg }: Entrance): string {
    if (byLeg)
        return (
            `${answerer.id} has an interface in ${into} and is not in a DMZ: end the session on a server in a ` +
            'DMZ, and remove the interface'
        );
    const passes = opener.asset !== null && !endsSessions(lookup, opener.asset);
    return `${opener.id} ${passes ? 'only forwards it' : 'is not in a DMZ'}: put a server in a DMZ in between`;
}

export default {
    id: 'it-path-past-dmz',
    severity: 'error',
    basis: ['ZCR 3.2', 'SR 5.1', 'SR 5.2'],
    summary: 'A path leads from IT or from outside into OT, and no session on it ends in a DMZ.',
    why:
        'Each flow looks harmless: IT talks to a gateway, the gateway talks to the plant. But a gateway, router ' +
        'or tunnel endpoint forwards the session, and a computer with an interface in the plant needs no ' +
        'session, so an intruder in IT reaches the controller without passing a server in a DMZ.',
    falsePositives: 'The device terminates sessions, like a proxy. Give it a type that says so, and put it in the DMZ.',
    check(context, report) {
        const { model, lookup } = context;
        const reach = context.assessment.reach;
        const candidates = entrances(context, reach);
        if (candidates.length === 0) return;
        const sources = model.zones
            .filter(zone => ['it', 'outside'].includes(sideOf(lookup, zone.id) ?? ''))
            .map(zone => zone.id);
        const without = stopsOf(context);
        const there = new Map(sources.flatMap(zone => reach.membersOf(zone).map(member => [member, zone] as const)));
        const reached = reach.reachableFrom(sources, { without });
        const isReached = (member: string): boolean =>
            reached.has(member) || (there.has(member) && !without.has(member));
        for (const entrances of Map.groupBy(candidates, ({ boundary }) => boundary).values()) {
            const entrance = entrances.find(({ opening }) => reach.membersOf(opening.opener.id).some(isReached));
            if (!entrance) continue;
            const { flow } = entrance.boundary;
            const { opener } = entrance.opening;
            const path = isSource(opener) ? null : pathTo(reach, sources, opener.id, without);
            report({
                at: nameOf(flow.origin),
                subject: flow.container,
                message:
                    `${flowName(flow)} is the last step of a path from ` +
                    `${path?.from ?? opener.zone?.id ?? there.get(opener.id) ?? 'outside'} into ${entrance.into}, ` +
                    `and no hop on it ends the session in a DMZ. ${reasonOf(lookup, entrance)}.`,
                related:
                    path?.hops.flatMap(hop =>
                        hop.flow ? [{ message: 'A step of the path.', at: nameOf(hop.flow.origin) }] : [],
                    ) ?? [],
            });
        }
    },
    examples: [
        {
            before: `system Plant
zone Office {
  kind enterprise
  asset Client : office-computer
}
zone Dmz {
  kind dmz
  SL-T 2
  asset Gateway : gateway
}
zone Control {
  kind control
  SL-T 2
  asset Scada : scada-server
}
conduit OfficeDmz between Office and Dmz {
  via Fw1
  asset Fw1 : firewall { serves Office, Dmz }
  flow Client -> Gateway : https "Web interface"
}
conduit ControlDmz between Control and Dmz {
  via Fw2
  asset Fw2 : firewall { serves Control, Dmz }
  flow Gateway -> Scada : https "Web interface"
       ^^^^^^^^^^^^^^^^
}
`,
        },
        {
            title: 'A firewall that publishes a port of the plant',
            before: `system Plant
zone Office {
  kind enterprise
  asset Client : office-computer
}
zone Control {
  kind control
  SL-T 2
  asset Hmi1 : hmi
}
conduit OfficeControl between Office and Control {
  via Fw1
  asset Fw1 : firewall { serves Office, Control }
  flow Client -> Fw1 : https "Web interface"
  flow Fw1 -> Hmi1 : https "Web interface"
       ^^^^^^^^^^^
}
`,
        },
        {
            title: 'A jump host that is in the conduit and not in a DMZ',
            before: `system Plant
zone Office {
  kind enterprise
  asset Client : office-computer
}
zone Control {
  kind control
  SL-T 2
  asset Scada : scada-server
}
conduit OfficeControl between Office and Control {
  via Jump
  asset Jump : jump-host { serves Office, Control }
  flow Client -> Jump : rdp "Operation"
       ^^^^^^^^^^^^^^
}
`,
        },
        {
            title: 'A jump host terminates the session',
            before: `system Plant
zone Office {
  kind enterprise
  asset Client : office-computer
}
zone Dmz {
  kind dmz
  SL-T 2
  asset Jump : jump-host
}
zone Control {
  kind control
  SL-T 2
  asset Scada : scada-server
}
conduit OfficeDmz between Office and Dmz {
  via Fw1
  asset Fw1 : firewall { serves Office, Dmz }
  flow Client -> Jump : https "Session in the browser"
}
conduit ControlDmz between Control and Dmz {
  via Fw2
  asset Fw2 : firewall { serves Control, Dmz }
  flow Jump -> Scada : https "Web interface"
}
`,
        },
    ],
} satisfies Rule;
