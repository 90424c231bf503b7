import { inTurns } from '../../assessment/in-turns.ts';
import type { Asset, Lookup, Zone } from '../../model/index.ts';
import { criticalities, nameOf } from '../../model/index.ts';
import { partition } from '../fix/moving.ts';
import { related } from '../say/related.ts';
import { listed } from '../say/wording.ts';
import { innerZones } from '../ask/zones.ts';
import type { Rule } from '../engine/rule.ts';

/** Assets at the two ends of a zone's criticalities. */
interface Extremes {
    readonly high: readonly Asset[];
    readonly low: readonly Asset[];
}

/** The most critical ones, and those two steps or more below; `null` where the zone has no such pair. */
function extremesOf(assets: readonly Asset[]): Extremes | null {
    const rank = (asset: Asset): number => (asset.criticality === null ? -1 : criticalities.indexOf(asset.criticality));
    const top = Math.max(...assets.map(rank));
    const low = assets.filter(asset => rank(asset) >= 0 && rank(asset) <= top - 2);
    return low.length === 0 ? null : { high: assets.filter(asset => rank(asset) === top), low };
}

/**
 * True when a flow or a need joins one of the assets with another asset of the zone, or a flow names the whole zone.
 */
function joined(lookup: Lookup, zone: Zone, group: readonly Asset[], assets: readonly Asset[]): boolean {
    if (lookup.flowsOf(zone.id).length > 0) return true;
    const others = new Set(assets.filter(asset => !group.includes(asset)).map(asset => asset.id));
    const ids = new Set(group.map(asset => asset.id));
    return (
        group.some(
            asset =>
                asset.needs.some(need => others.has(need.id)) ||
                lookup.flowsOf(asset.id).some(flow => others.has(flow.from.id) || others.has(flow.to.id)),
        ) || assets.some(asset => others.has(asset.id) && asset.needs.some(need => ids.has(need.id)))
    );
}

export default {
    id: 'mixed-consequence-zone',
    severity: 'info',
    basis: ['ZCR 3.1', 'SR 5.4'],
    summary: 'A zone holds assets of high criticality and unrelated assets of low criticality.',
    why:
        'The SL-T of a zone follows its worst consequence. Either the uncritical assets get expensive ' +
        'protection, or, more often, the critical ones get as little as the uncritical ones.',
    falsePositives: 'Assets that exchange data over wiring or field buses that are not in the model.',
    *check({ lookup }, report) {
        yield* inTurns(innerZones(lookup), zone => {
            const assets = lookup.assetsIn(zone.id);
            if (assets.length < 2) return;
            const extremes = extremesOf(assets);
            if (!extremes || joined(lookup, zone, extremes.high, assets)) return;
            const { high, low } = extremes;
            const names = listed(high.map(asset => asset.name));
            const title = `Put ${names} into a zone of ${high.length === 1 ? 'its' : 'their'} own`;
            report({
                at: nameOf(zone.origin),
                subject: zone.id,
                message:
                    `${names} (${high[0]!.criticality!}) and ` +
                    `${listed(low.map(asset => `${asset.name} (${asset.criticality!})`))} share ${zone.name}, ` +
                    'but exchange no flow: one SL-T is too low for the first or too high for the second. Split ' +
                    'the zone.',
                fixTitles: [title],
                fixes: () => [
                    {
                        kind: 'fix',
                        renames: true,
                        title,
                        edits: partition(lookup, zone, high, 'Critical', []),
                    },
                ],
                related: related('Of low criticality, and without a flow to the others.', low),
            });
        });
    },
    examples: [
        {
            before: `system Plant
zone Unit {
     ^^^^
  SL-T 2
  asset Reactor : dcs-controller { criticality critical }
  asset Lights : building-controller { criticality low }
}
`,
            after: `system Plant
zone Unit {
  SL-T 2
  zone Critical {
    asset Reactor : dcs-controller { criticality critical }
  }
  asset Lights : building-controller { criticality low }
}
`,
        },
        {
            title: 'They exchange data, so they can belong together',
            before: `system Plant
zone Unit {
  SL-T 2
  asset Reactor : dcs-controller { criticality critical }
  asset Cooling : building-controller { criticality low }
  flow Reactor -> Cooling : modbus-tcp { access read }
}
`,
        },
    ],
} satisfies Rule;
