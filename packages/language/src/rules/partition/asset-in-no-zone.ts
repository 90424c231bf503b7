import type { Asset, Conduit, Edit, Lookup, Zone } from '../../model/index.ts';
import { nameOf, wholeOf } from '../../model/index.ts';
import { following } from '../fix/moving.ts';
import { networkDevices } from '../ask/types.ts';
import type { Rule } from '../engine/rule.ts';

/** Moves an asset out of a conduit into a zone; `null` where the zone has something of that name. */
function moveInto(lookup: Lookup, asset: Asset, zone: Zone): readonly Edit[] | null {
    const id = `${zone.id}.${asset.name}`;
    if (lookup.element(id)) return null;
    const at = wholeOf(asset.origin);
    return [{ kind: 'move', at, into: zone.origin }, ...following(lookup, new Map([[asset.id, id]]), [at])];
}

function fixesFor(lookup: Lookup, asset: Asset, conduit: Conduit) {
    if (asset.needs.length + asset.serves.length > 0) return [];
    return conduit.between.flatMap(end => {
        const zone = lookup.zone(end.id);
        const edits = zone && moveInto(lookup, asset, zone);
        return edits ? [{ kind: 'fix' as const, title: `Move ${asset.name} into ${end.id}`, edits }] : [];
    });
}

export default {
    id: 'asset-in-no-zone',
    severity: 'error',
    basis: ['ZCR 3.1', 'ZCR 6.3'],
    summary: 'An asset that is no part of the communication stands in a conduit and so in no zone.',
    why: 'A zone gives an asset its SL-T, its measures and somebody who answers for it. A controller or server that stands in a conduit '
        + 'has none of these, and is missing wherever zones are listed.',
    falsePositives: 'A host that enforces the boundary, such as a relay server: name it after `via`.',
    check({ model, lookup }, report) {
        const isNetwork = networkDevices(lookup);
        for (const asset of model.assets) {
            const conduit = lookup.conduit(asset.container);
            if (!conduit || asset.type === null || isNetwork(asset)) continue;
            if (lookup.boundariesOf(asset.id).length > 0) continue;
            report({
                at: nameOf(asset.origin),
                subject: asset.id,
                message: `${asset.name} is no communication device but stands in conduit ${conduit.name}: it belongs to no zone, so no SL-T `
                    + 'and no measure reaches it. Move it into the zone that it works for.',
                fixes: fixesFor(lookup, asset, conduit),
            });
        }
    },
    examples: [{
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
    }, {
        title: 'Switches and whatever enforces the boundary belong in a conduit',
        before: `system Plant
zone Dmz { SL-T 2 }
zone Control { SL-T 2 }
conduit Data between Dmz and Control {
  via Relay
  asset Relay : server
  asset Sw1 : switch
}
`,
    }],
} satisfies Rule;
