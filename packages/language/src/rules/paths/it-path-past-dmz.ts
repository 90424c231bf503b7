import type { Path, Reach } from '../../assessment/index.ts';
import { reachOf } from '../../assessment/index.ts';
import type { Asset, Lookup } from '../../model/index.ts';
import { nameOf } from '../../model/index.ts';
import type { BoundaryFlow, End, Opening } from '../ask/boundary-flows.ts';
import { allFlows, flowName } from '../ask/boundary-flows.ts';
import type { Side } from '../ask/sides.ts';
import { sideOf } from '../ask/sides.ts';
import type { Context, Rule } from '../engine/rule.ts';

/** True for an asset that takes a session and begins another one. Network devices pass sessions on, unless they are made to end them. */
function endsSessions(lookup: Lookup, asset: Asset): boolean {
    return !lookup.isA(asset, 'network-device') || lookup.isA(asset, 'proxy', 'application-gateway');
}

function passesOn(lookup: Lookup, { asset }: End): boolean {
    return asset !== null && !endsSessions(lookup, asset);
}

/** True for an end at which a path from the office has to stop: sessions end in a DMZ, and inside of operational technology others say the rest. */
function stops(lookup: Lookup, asset: Asset, side: Side | null): boolean {
    return side === 'ot' || (side === 'dmz' && endsSessions(lookup, asset));
}

function stopsOf({ model, lookup }: Context): ReadonlySet<string> {
    const found = model.assets.filter(asset => stops(lookup, asset, lookup.zone(asset.container) ? sideOf(lookup, asset.container) : null));
    return new Set(found.map(asset => asset.id));
}

interface Entrance {
    readonly boundary: BoundaryFlow;
    readonly openings: readonly Opening[];
}

/** The flows that enter operational technology from a place that is neither the office nor the world, and where sessions only pass. */
function entrances(context: Context): readonly Entrance[] {
    const isEntrance = ({ opener, answerer }: Opening): boolean => answerer.side === 'ot' && (opener.side === null || opener.side === 'dmz')
        && (opener.asset === null || !stops(context.lookup, opener.asset, opener.side));
    return allFlows(context)
        .map(boundary => ({ boundary, openings: boundary.openings.filter(isEntrance) }))
        .filter(({ openings }) => openings.length > 0);
}

/** The way from the office or the world to the opener of the last session. */
function wayTo(reach: Reach, sources: readonly string[], opener: string, without: ReadonlySet<string>): Path | null {
    const reaching = reach.reaching([opener], { without });
    const source = sources.find(zone => reach.membersOf(zone).some(member => reaching.has(member)));
    return source === undefined ? null : reach.shortestPath(source, opener, { without });
}

export default {
    id: 'it-path-past-dmz',
    severity: 'error',
    basis: ['ZCR 3.2', 'SR 5.1', 'SR 5.2'],
    summary: 'A path leads from the office or from outside into operational technology and no session on it ends in a DMZ.',
    why: 'Every single flow looks harmless: the office speaks to a gateway, the gateway speaks to the plant. But a gateway, router or tunnel end '
        + 'lets the session through, so an intruder in the office is at the controller with no server of a DMZ between.',
    falsePositives: 'The device ends sessions after all, as a proxy does: give it a type that says so.',
    check(context, report) {
        const { model, lookup } = context;
        const candidates = entrances(context);
        if (candidates.length === 0) return;
        const sources = model.zones.filter(zone => ['it', 'outside'].includes(sideOf(lookup, zone.id) ?? '')).map(zone => zone.id);
        const reach = reachOf(lookup);
        const without = stopsOf(context);
        const reached = reach.reachableFrom(sources, { without });
        for (const { boundary, openings } of candidates) {
            const opening = openings.find(({ opener }) => reach.membersOf(opener.id).some(member => reached.has(member)));
            if (!opening) continue;
            const { flow } = boundary;
            const path = wayTo(reach, sources, opening.opener.id, without);
            report({
                at: nameOf(flow.origin),
                subject: flow.container,
                message: `${flowName(flow)} is the last step of a path from ${path?.from ?? 'outside'} into ${opening.answerer.zone?.id}, and no hop on it ends the session in a DMZ. `
                    + `${opening.opener.id} ${passesOn(lookup, opening.opener) ? 'only passes it on' : 'stands in none'}: put a server of a DMZ in between.`,
                related: path?.hops.flatMap(hop => (hop.flow ? [{ message: 'A step of the path.', at: nameOf(hop.flow.origin) }] : [])) ?? [],
            });
        }
    },
    examples: [{
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
    }, {
        title: 'A jump host ends the session',
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
    }],
} satisfies Rule;
