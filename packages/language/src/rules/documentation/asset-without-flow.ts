import { inTurns } from '../../assessment/in-turns.ts';
import type { Asset, Lookup } from '../../model/index.ts';
import { ofTypes } from '../ask/types.ts';
import { innerZones } from '../ask/zones.ts';
import { lacking } from '../say/missing.ts';
import type { Rule } from '../engine/rule.ts';

/** Assets whose sessions a model may leave out: wiring, power, and what only carries the traffic of others. */
const silentTypes: readonly string[] = [
    'network-device',
    'field-device',
    'software-application',
    'ups',
    'pdu',
    'hardware-security-module',
    'gps-receiver',
    'remote-access-client',
];

function hasFlow(lookup: Lookup, asset: Asset): boolean {
    return lookup.flowsOf(asset.id).length > 0 || asset.needs.length > 0;
}

/** Assets without a flow in zones where others have one, and which no flow names as a whole. */
function* withoutFlow(lookup: Lookup): Generator<void, readonly Asset[]> {
    const isSilent = ofTypes(lookup, silentTypes);
    const needed = new Set(lookup.model.assets.flatMap(asset => asset.needs.map(({ id }) => id)));
    const found: Asset[] = [];
    yield* inTurns(innerZones(lookup), zone => {
        if (lookup.chain(zone.id).some(each => lookup.flowsOf(each.id).length > 0)) return;
        const assets = lookup.assetsIn(zone.id);
        if (!assets.some(asset => lookup.flowsOf(asset.id).length > 0)) return;
        for (const asset of assets)
            if (
                asset.type !== null &&
                !isSilent(asset) &&
                !hasFlow(lookup, asset) &&
                !needed.has(asset.id) &&
                lookup.boundariesOf(asset.id).length === 0
            )
                found.push(asset);
    });
    return found;
}

export default {
    id: 'asset-without-flow',
    severity: 'info',
    basis: ['ZCR 6.4', 'SR 5.1'],
    summary: 'An asset has no flow, although other assets of its zone have flows.',
    why:
        'A camera, a door controller or a server usually exchanges data. If its flows are not documented, ' +
        'firewall rules for it cannot be checked, and no path includes it.',
    falsePositives: 'It is isolated or a spare, or its field bus is left out of the model on purpose.',
    restsOnAll: true,
    *check({ lookup }, report) {
        const elements = yield* withoutFlow(lookup);
        lacking(lookup, {
            rule: 'asset-without-flow',
            elements,
            noun: 'asset',
            clause: [
                'has no flow, although other assets of its zone have flows',
                'have no flow, although other assets of their zones have flows',
            ],
            advice: 'Add the missing flows.',
        }).forEach(report);
    },
    examples: [
        {
            before: `system Plant
zone Control {
  SL-T 2
  asset Hmi1 : hmi
  asset Plc1 : plc
  asset Camera : ip-camera
        ^^^^^^
  flow Hmi1 -> Plc1 : s7comm { access write }
}
`,
        },
        {
            title: 'A flow to the zone as a whole covers all assets',
            before: `system Plant
zone Control {
  SL-T 2
  asset Hmi1 : hmi
  asset Plc1 : plc
  asset Camera : ip-camera
  flow Hmi1 -> Plc1 : s7comm { access write }
  flow Hmi1 -> Control : snmp-v3 { access read }
}
`,
        },
    ],
} satisfies Rule;
