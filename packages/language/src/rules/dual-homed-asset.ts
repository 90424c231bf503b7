import { fittingConduits } from '../assessment/index.ts';
import type { Asset, Conduit, Lookup } from '../model/index.ts';
import { nameOf } from '../model/index.ts';
import type { Pair } from './queries/legs.ts';
import { conduitsFor, pairsOf } from './queries/legs.ts';
import { related } from './queries/related.ts';
import { sideOf } from './queries/sides.ts';
import { listed } from './queries/wording.ts';
import type { Rule } from './rule.ts';

/** Platforms whose zones meet inside of them; other rules ask what they are fit for. */
const platforms: readonly string[] = ['network-device', 'hypervisor', 'virtualisation-manager', 'container-host', 'storage-system', 'ups', 'pdu'];

interface Bypass {
    readonly pair: Pair;
    readonly conduit: Conduit;
}

/** The conduits whose boundary devices this asset goes round. */
function bypasses(lookup: Lookup, asset: Asset): readonly Bypass[] {
    const own = new Set(conduitsFor(lookup, asset));
    return pairsOf(lookup, asset).flatMap(pair => {
        const joining = fittingConduits(lookup, ...pair);
        const guarded = joining.find(conduit => conduit.via.length > 0);
        return guarded && !joining.some(conduit => own.has(conduit)) ? [{ pair, conduit: guarded }] : [];
    });
}

function joinsOffice(lookup: Lookup, [one, other]: Pair): boolean {
    const sides = [sideOf(lookup, one), sideOf(lookup, other)];
    return sides.includes('ot') && (sides.includes('it') || sides.includes('outside'));
}

export default {
    id: 'dual-homed-asset',
    severity: 'warning',
    basis: ['SR 5.1', 'SR 5.2', 'ZCR 3.1'],
    summary: 'A computer or controller has a leg in two zones, past the devices that enforce the boundary between them.',
    why: 'Who takes over a machine with two network cards is in the second zone without meeting the firewall. '
        + 'It joins the zones more openly than any flow that the conduit allows. Between office and plant this is an error.',
    falsePositives: 'A machine that is hardened as a boundary device and is meant to be one: name it after via.',
    check({ model, lookup }, report) {
        for (const asset of model.assets) {
            if (asset.serves.length === 0 || lookup.isA(asset, ...platforms)) continue;
            const found = bypasses(lookup, asset);
            const first = found[0];
            if (!first) continue;
            const devices = listed([...new Set(found.flatMap(({ conduit }) => conduit.via.map(device => device.id)))]);
            report({
                at: nameOf(asset.origin),
                subject: asset.id,
                severity: found.some(({ pair }) => joinsOffice(lookup, pair)) ? 'error' : 'warning',
                message: `${asset.name} has a leg in ${listed(found.map(({ pair }) => pair.join(' and ')))}, past ${devices}: who takes it over needs no flow. `
                    + 'Take one leg away and let it speak through the conduit.',
                related: related('The conduit that it goes round.', [...new Set(found.map(({ conduit }) => conduit))]),
            });
        }
    },
    examples: [{
        before: `system Plant
zone Dmz {
  kind dmz
  SL-T 2
  asset Mirror : historian { serves Control }
        ^^^^^^
}
zone Control {
  kind control
  SL-T 2
  asset Scada : scada-server
}
conduit ControlDmz between Control and Dmz {
  via Fw1
  asset Fw1 : firewall { serves Control, Dmz }
  flow Scada -> Mirror : https "Reports"
}
`,
    }, {
        title: 'One leg, and a flow through the firewall',
        before: `system Plant
zone Dmz {
  kind dmz
  SL-T 2
  asset Mirror : historian
}
zone Control {
  kind control
  SL-T 2
  asset Scada : scada-server
}
conduit ControlDmz between Control and Dmz {
  via Fw1
  asset Fw1 : firewall { serves Control, Dmz }
  flow Scada -> Mirror : https "Reports"
}
`,
    }],
} satisfies Rule;
