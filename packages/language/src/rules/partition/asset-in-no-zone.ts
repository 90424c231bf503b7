import { nameOf } from '../../model/index.ts';
import { movesTo } from '../fix/elsewhere.ts';
import { networkDevices } from '../ask/types.ts';
import type { Rule } from '../engine/rule.ts';

export default {
    id: 'asset-in-no-zone',
    severity: 'error',
    basis: ['ZCR 3.1', 'ZCR 6.3'],
    summary: 'An asset that is not a communication device is in a conduit and therefore in no zone.',
    why:
        'A zone gives an asset its SL-T, its countermeasures and an owner. A controller or server in a conduit ' +
        'has none of these, and is missing wherever zones are listed.',
    falsePositives: 'A host that enforces the boundary, such as a relay server. Name it after `via`.',
    check({ model, lookup }, report) {
        const isNetwork = networkDevices(lookup);
        for (const asset of model.assets) {
            const conduit = lookup.conduit(asset.container);
            if (!conduit || asset.type === null || isNetwork(asset)) continue;
            if (lookup.boundariesOf(asset.id).length > 0) continue;
            report({
                at: nameOf(asset.origin),
                subject: asset.id,
                message:
                    `${asset.name} is not a communication device but is in conduit ${conduit.name} and in no ` +
                    'zone, so no SL-T and no countermeasure applies to it. Move it into the zone that it belongs ' +
                    'to.',
                fixes: movesTo(lookup, [asset], zone => conduit.between.some(end => end.id === zone.id)),
            });
        }
    },
    examples: [
        {
            before: `system Plant
zone Dmz { SL-T 2 }
zone Control {
  SL-T 2
  asset Plc1 : plc
}
conduit Data between Dmz and Control {
  asset Mirror : historian
        ^^^^^^
  flow Plc1 -> Mirror : opc-ua
}
`,
            after: `system Plant
zone Dmz {
  SL-T 2
  asset Mirror : historian
}
zone Control {
  SL-T 2
  asset Plc1 : plc
}
conduit Data between Dmz and Control {
  flow Plc1 -> Dmz.Mirror : opc-ua
}
`,
        },
        {
            title: 'Switches and boundary devices belong in a conduit',
            before: `system Plant
zone Dmz { SL-T 2 }
zone Control { SL-T 2 }
conduit Data between Dmz and Control {
  via Relay
  asset Relay : server
  asset Sw1 : switch
}
`,
        },
    ],
} satisfies Rule;
