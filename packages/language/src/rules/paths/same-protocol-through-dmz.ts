import type { Flow } from '../../model/index.ts';
import { nameOf } from '../../model/index.ts';
import type { BoundaryFlow, End } from '../ask/boundary-flows.ts';
import { boundaryFlows } from '../ask/boundary-flows.ts';
import { related } from '../say/related.ts';
import { listed } from '../say/wording.ts';
import type { Context, Rule } from '../engine/rule.ts';

/** A flow, and the zone on the other side. */
interface Towards {
    readonly flow: Flow;
    readonly zone: string;
}

/** One protocol at one server of a DMZ: the flows to either side. */
interface Both {
    readonly outer: Towards[];
    readonly inner: Towards[];
    readonly title: string;
}

/** Services that hand the same on by their nature. */
const relayed: readonly string[] = ['time', 'name-service', 'logging', 'tunnel'];

function sidesOf({ from, to }: BoundaryFlow): readonly (readonly [End, End])[] {
    return [
        [from, to],
        [to, from],
    ];
}

/**
 * The servers of DMZs with what they speak to either side. Jump hosts are left out: there a person ends one session and
 * begins another.
 */
function serversOf(context: Context): ReadonlyMap<string, ReadonlyMap<string, Both>> {
    const servers = new Map<string, Map<string, Both>>();
    for (const boundary of boundaryFlows(context.assessment)) {
        for (const [server, other] of sidesOf(boundary)) {
            if (server.side !== 'dmz' || !server.asset || other.side === 'dmz' || other.side === null) continue;
            if (context.lookup.isA(server.asset, 'jump-host', 'network-device')) continue;
            const spoken = servers.get(server.id) ?? new Map<string, Both>();
            servers.set(server.id, spoken);
            for (const { protocol } of boundary.uses) {
                if (protocol.traits.some(trait => relayed.includes(trait))) continue;
                const both = spoken.get(protocol.id) ?? { outer: [], inner: [], title: protocol.title ?? protocol.id };
                spoken.set(protocol.id, both);
                (other.side === 'ot' ? both.inner : both.outer).push({
                    flow: boundary.flow,
                    zone: other.zone?.id ?? other.id,
                });
            }
        }
    }
    return servers;
}

function zonesOf(through: readonly Both[], side: 'outer' | 'inner'): string {
    return listed([...new Set(through.flatMap(each => each[side].map(({ zone }) => zone)))]);
}

export default {
    id: 'same-protocol-through-dmz',
    severity: 'info',
    basis: ['SR 5.2', 'SR 7.1 RE 2'],
    summary: 'A server in a DMZ uses the same protocol towards IT and towards OT.',
    why:
        'A DMZ should interrupt the path. If the same protocol is used on both sides, a weakness that opens the ' +
        'server from IT opens the plant from the server, and a worm needs only one exploit.',
    falsePositives:
        'Protocols that differ in practice, such as web pages on one side and a programming interface with ' +
        'certificates on the other. Jump hosts and services such as DNS and time are not reported.',
    check(context, report) {
        for (const [id, spoken] of serversOf(context)) {
            const asset = context.lookup.asset(id);
            const through = [...spoken.values()].filter(({ outer, inner }) => outer.length > 0 && inner.length > 0);
            if (!asset || through.length === 0) continue;
            report({
                at: nameOf(asset.origin),
                subject: asset.id,
                message:
                    `${asset.name} uses ${listed(through.map(({ title }) => title))} towards ` +
                    `${zonesOf(through, 'outer')} and towards ${zonesOf(through, 'inner')}: a single ` +
                    'vulnerability exposes both sides. Use different protocols on the two sides, or state why ' +
                    'this one is safe.',
                related: related(
                    'On this side.',
                    through.flatMap(({ outer, inner }) =>
                        [...outer.slice(0, 2), ...inner.slice(0, 2)].map(({ flow }) => flow),
                    ),
                ),
            });
        }
    },
    examples: [
        {
            before: `system Plant
zone Office {
  kind enterprise
  asset Files : file-server
}
zone Dmz {
  kind dmz
  SL-T 2
  asset Transfer : file-server
        ^^^^^^^^
}
zone Control {
  kind control
  SL-T 2
  asset Scada : scada-server
}
conduit OfficeDmz between Office and Dmz {
  flow Files -> Transfer : sftp "Recipes"
}
conduit ControlDmz between Control and Dmz {
  flow Scada -> Transfer : sftp "Recipes"
}
`,
        },
        {
            title: 'Another protocol on each side',
            before: `system Plant
zone Office {
  kind enterprise
  asset Files : file-server
}
zone Dmz {
  kind dmz
  SL-T 2
  asset Transfer : file-server
}
zone Control {
  kind control
  SL-T 2
  asset Scada : scada-server
}
conduit OfficeDmz between Office and Dmz {
  flow Files -> Transfer : https "Recipes"
}
conduit ControlDmz between Control and Dmz {
  flow Scada -> Transfer : sftp "Recipes"
}
`,
        },
    ],
} satisfies Rule;
