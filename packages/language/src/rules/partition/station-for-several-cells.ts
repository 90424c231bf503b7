import type { Asset, Lookup } from '../../model/index.ts';
import { nameOf } from '../../model/index.ts';
import type { End } from '../ask/boundary-flows.ts';
import { boundaryFlows, innerFlows } from '../ask/boundary-flows.ts';
import { endAssets } from '../ask/end-assets.ts';
import { isEngineering } from '../ask/engineering.ts';
import { related } from '../say/related.ts';
import { listed } from '../say/wording.ts';
import type { Context, Rule } from '../engine/rule.ts';

/** A vendor, however its name is written. */
function vendorKey(vendor: string | null): string | undefined {
    return vendor?.trim().toLowerCase();
}

/** One asset that a station programs, with whose product it is. */
interface Programmed {
    readonly station: Asset;
    readonly asset: Asset;
    readonly zone: string;
    /** Its vendor, as the asset or its type says; `null` where nothing does. */
    readonly vendor: string | null;
}

function vendorOf(lookup: Lookup, asset: Asset): string | null {
    return asset.vendor ?? lookup.typesOf(asset).find(type => type.vendor !== null)?.vendor ?? null;
}

/**
 * The controllers that an end stands for. Of a zone it is not known which of them are meant: only where those whose
 * vendor is known are of one, that vendor is programmed.
 */
function controllersAt(lookup: Lookup, end: End): readonly Asset[] {
    if (end.asset) return [end.asset];
    const controllers = endAssets(lookup, end).filter(asset => lookup.isA(asset, 'controller'));
    const known = controllers.filter(asset => vendorOf(lookup, asset));
    return new Set(known.map(asset => vendorKey(vendorOf(lookup, asset)))).size > 1 ? [] : known;
}

function programmedIn(context: Context): readonly Programmed[] {
    const { lookup } = context;
    return [...boundaryFlows(context.assessment), ...innerFlows(context.assessment)]
        .filter(isEngineering)
        .flatMap(({ openings }) => openings)
        .flatMap(({ opener: { asset: station }, answerer }) =>
            // Of two that open sessions to each other the controller is not the station.
            station && !lookup.isA(station, 'controller')
                ? controllersAt(lookup, answerer).flatMap(asset => {
                      const zone = lookup.zoneOf(asset.id);
                      return zone ? [{ station, asset, zone: zone.id, vendor: vendorOf(lookup, asset) }] : [];
                  })
                : [],
        );
}

export default {
    id: 'station-for-several-cells',
    severity: 'info',
    basis: ['ZCR 3.1', 'SR 2.1', 'SR 5.1'],
    summary: 'One station programs controllers of several vendors in several zones.',
    why:
        'An intruder on that station can change the programs of all these cells, whatever separates them; and ' +
        'the staff and tools of one vendor reach the controllers of the others.',
    falsePositives:
        'A station of the owner that is switched on only for a change and checked before, with a separate ' +
        'account for each cell.',
    check(context, report) {
        for (const [station, programmed] of Map.groupBy(programmedIn(context), each => each.station)) {
            const zones = [...new Set(programmed.map(({ zone }) => zone))];
            const vendors = new Map(programmed.map(({ vendor }) => [vendorKey(vendor), vendor]));
            const named = [...vendors.values()].flatMap(vendor => vendor ?? []);
            if (zones.length < 2 || named.length < 2) continue;
            report({
                at: nameOf(station.origin),
                subject: station.id,
                message:
                    `${station.id} programs controllers of ${listed(named)} in ${listed(zones)}: an intruder on ` +
                    'it can change the programs of all of them. Give each cell a station of its own, or open a ' +
                    'session for one cell at a time.',
                related: related('It programs this.', [...new Set(programmed.map(({ asset }) => asset))]),
            });
        }
    },
    examples: [
        {
            before: `system Plant
zone Engineering {
  kind operations
  SL-T 2
  asset Station : engineering-station
        ^^^^^^^
}
zone Filling {
  kind control
  SL-T 2
  asset Filler : plc { vendor "Siemens" }
}
zone Packing {
  kind control
  SL-T 2
  asset Packer : plc { vendor "Rockwell Automation" }
}
conduit Fill between Engineering and Filling {
  via Fw1
  asset Fw1 : firewall { serves Engineering, Filling }
  flow Station -> Filler : s7comm-plus-tls { access program }
}
conduit Pack between Engineering and Packing {
  via Fw2
  asset Fw2 : firewall { serves Engineering, Packing }
  flow Station -> Packer : cip-security { access program }
}
`,
        },
        {
            title: 'A station for each cell',
            before: `system Plant
zone Filling {
  kind control
  SL-T 2
  asset Filler : plc { vendor "Siemens" }
  asset FillStation : engineering-station
  flow FillStation -> Filler : s7comm-plus-tls { access program }
}
zone Packing {
  kind control
  SL-T 2
  asset Packer : plc { vendor "Rockwell Automation" }
  asset PackStation : engineering-station
  flow PackStation -> Packer : cip-security { access program }
}
`,
        },
    ],
} satisfies Rule;
