import { fittingConduits } from '../../assessment/index.ts';
import type { Asset, Fix, Lookup } from '../../model/index.ts';
import { placeIn, writeString } from '../../model/index.ts';
import { freeName } from '../fix/moving.ts';
import { related } from '../say/related.ts';
import { ofTypes } from '../ask/types.ts';
import type { Rule } from '../engine/rule.ts';

/** What is needed by other means than a session: power, and the network itself. */
const silentTypes: readonly string[] = ['ups', 'pdu', 'network-device', 'gps-receiver', 'sensor', 'actuator'];

/** What runs machines and programs: it is with them, and they need no session to it. */
const runners: readonly string[] = ['hypervisor', 'container-host'];
/** What runs on another machine whenever it needs one of these. */
const guests: readonly string[] = ['virtual-machine', 'software-application'];

const byFlow = (asset: Asset, service: Asset): string =>
    `${asset.id} needs ${service.id}, but no flow joins them: a firewall configured from this model separates ` +
    'them. Add the flow to its conduit, or remove `needs`.';

const byServing = (asset: Asset, host: Asset, zone: string, runsThere: boolean): string =>
    `${asset.id} ${runsThere ? 'runs on' : 'needs'} ${host.id}, which is not said to serve ${zone}` +
    `${runsThere ? '' : ', and no flow joins them. If it runs there'}: whoever takes ${host.name} over is in that ` +
    `zone too, and no path shows it. Add \`serves ${zone}\` to it${runsThere ? '' : ', or add the flow'}, or remove ` +
    '`needs`.';

/** What the model shows where the asset runs there for sure; else one of two things that only people know. */
function serving(host: Asset, zone: string, runsThere: boolean): Fix {
    const title = `Add \`serves ${zone}\` to ${host.id}`;
    const edits: Fix['edits'] = [{ kind: 'add', into: host.origin, text: `serves ${zone}`, where: 'last' }];
    return runsThere ? { kind: 'fix', title, edits } : { kind: 'claim', title, fill: [], edits };
}

/** The ids under which a flow may name the asset: its own, and those of the zones around it and of its legs. */
function endsOf(lookup: Lookup, asset: Asset): ReadonlySet<string> {
    const zones = [lookup.zoneOf(asset.id)?.id, ...asset.serves.map(zone => zone.id)].flatMap(id =>
        id === undefined ? [] : lookup.chain(id).map(zone => zone.id),
    );
    return new Set([asset.id, ...zones]);
}

function areJoined(lookup: Lookup, one: Asset, other: Asset): boolean {
    const [here, there] = [endsOf(lookup, one), endsOf(lookup, other)];
    const joins = (from: string, to: string): boolean =>
        (here.has(from) && there.has(to)) || (here.has(to) && there.has(from));
    return [...here].some(end => lookup.flowsOf(end).some(flow => joins(flow.from.id, flow.to.id)));
}

function shareZone(lookup: Lookup, one: Asset, other: Asset): boolean {
    const zonesOf = (asset: Asset): readonly string[] => [
        ...(lookup.zoneOf(asset.id) ? [lookup.zoneOf(asset.id)!.id] : []),
        ...asset.serves.map(zone => zone.id),
    ];
    const zones = zonesOf(other);
    return zonesOf(one).some(zone => zones.includes(zone));
}

/**
 * Proposes the flow: which protocol it has, and whether it is permitted, is for people to decide. `is proposed` stays
 * a finding until they have. In the conduits that join the two, or else in a new one.
 */
function proposing(lookup: Lookup, asset: Asset, service: Asset): readonly Fix[] {
    const because = `${asset.id} needs ${service.id}`;
    const flow =
        `flow ${asset.id} -> ${service.id} : proprietary-unknown {\n  is proposed because ` +
        `${writeString(because)}\n}`;
    const fitting = fittingConduits(lookup, asset.id, service.id).slice(0, 3);
    if (fitting.length > 0)
        return fitting.map(({ name, origin }) => ({
            kind: 'claim',
            title: `Propose the flow in ${name}…`,
            fill: [because],
            edits: [{ kind: 'add', into: origin, text: flow, where: 'last' }],
        }));
    const [from, to] = [lookup.zoneOf(asset.id), lookup.zoneOf(service.id)];
    if (!from || !to) return [];
    const name = freeName(`${from.name}To${to.name}`, each => lookup.said().element(each) !== undefined);
    const body = flow.split('\n').map(line => `  ${line}`);
    const text = [`conduit ${name} between ${from.id} and ${to.id} {`, ...body, '}'].join('\n');
    return [
        {
            kind: 'claim',
            title: `Propose the flow in a new conduit ${name}…`,
            fill: [because],
            edits: [{ kind: 'append', file: asset.origin.file, text }],
        },
    ];
}

export default {
    id: 'need-without-flow',
    severity: 'warning',
    basis: ['ZCR 6.4', 'SR 5.2', 'SR 7.1'],
    summary:
        'An asset needs a service in another zone, but no flow joins the two, or its host is not said to be there.',
    why:
        'DNS, time, licences and accounts come from another zone. Without a flow, a firewall configured from the ' +
        'model stops the asset, or the traffic takes an undocumented path.',
    falsePositives:
        'The service uses a network that is left out of the model on purpose, such as a radio clock or a manual copy.',
    restsOnAll: true,
    check({ model, lookup }, report) {
        const isSilent = ofTypes(lookup, silentTypes);
        const isGuest = ofTypes(lookup, guests);
        for (const asset of model.assets) {
            for (const mention of asset.needs) {
                const service = lookup.asset(mention.id);
                if (!service || service === asset || isSilent(service)) continue;
                if (shareZone(lookup, asset, service)) continue;
                const zone = lookup.isA(service, ...runners) ? lookup.zoneOf(asset.id)?.id : undefined;
                const runsThere = zone !== undefined && isGuest(asset);
                if (!runsThere && areJoined(lookup, asset, service)) continue;
                report({
                    at: placeIn(asset.origin, mention.at),
                    subject: asset.id,
                    message: zone === undefined ? byFlow(asset, service) : byServing(asset, service, zone, runsThere),
                    related: related('What it needs.', [service]),
                    fixes: [
                        ...(zone === undefined ? [] : [serving(service, zone, runsThere)]),
                        ...(runsThere ? [] : proposing(lookup, asset, service)),
                    ],
                });
            }
        }
    },
    examples: [
        {
            before: `system Plant
zone Operations {
  kind operations
  SL-T 2
  asset Names : name-server
}
zone Control {
  kind control
  SL-T 2
  asset Scada : scada-server {
    needs Operations.Names
          ^^^^^^^^^^^^^^^^
  }
}
`,
            after: `system Plant
zone Operations {
  kind operations
  SL-T 2
  asset Names : name-server
}
zone Control {
  kind control
  SL-T 2
  asset Scada : scada-server {
    needs Operations.Names
  }
}

conduit ControlToOperations between Control and Operations {
  flow Control.Scada -> Operations.Names : proprietary-unknown {
    is proposed because "Control.Scada needs Operations.Names"
  }
}
`,
        },
        {
            title: 'A virtual machine, and its hypervisor in another zone',
            before: `system Plant
zone Servers {
  kind operations
  SL-T 2
  asset Host : hypervisor
}
zone Control {
  kind control
  SL-T 2
  asset Scada : virtual-machine { needs Servers.Host }
                                        ^^^^^^^^^^^^
}
`,
            after: `system Plant
zone Servers {
  kind operations
  SL-T 2
  asset Host : hypervisor {
    serves Control
  }
}
zone Control {
  kind control
  SL-T 2
  asset Scada : virtual-machine { needs Servers.Host }
}
`,
        },
        {
            title: 'With the flow',
            before: `system Plant
zone Operations {
  kind operations
  SL-T 2
  asset Names : name-server
}
zone Control {
  kind control
  SL-T 2
  asset Scada : scada-server { needs Operations.Names }
}
conduit Services between Operations and Control {
  via Fw1
  asset Fw1 : firewall { serves Operations, Control }
  flow Scada -> Names : dns
}
`,
        },
    ],
} satisfies Rule;
