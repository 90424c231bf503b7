import type { Lookup, Zone, ZoneKind } from '../../model/index.ts';
import { nameOf } from '../../model/index.ts';
import { movesToKind } from '../fix/elsewhere.ts';
import { alsoBlamed, related } from '../say/related.ts';
import { sideOf } from '../ask/sides.ts';
import { assetTypes, ofTypes } from '../ask/types.ts';
import { listed } from '../say/wording.ts';
import type { Report, Rule } from '../engine/rule.ts';

/**
 * Kinds of zones in which a business asset is out of place even when nothing else stands there, and the other way
 * round.
 */
const declared: readonly (ZoneKind | null)[] = ['enterprise', 'dmz', 'control', 'safety', 'field'];

/** Types of business assets that may stand in a DMZ, where they pass mail and orders on. */
const passingOn: readonly string[] = ['mail-server', 'erp-server'];

/** The zones that flows join with a zone, or with what stands in it; `undefined` for a device that is in no zone. */
function joinedTo(lookup: Lookup, zone: string): readonly (string | undefined)[] {
    return [zone, ...lookup.assetsIn(zone).map(asset => asset.id)].flatMap(id =>
        lookup.flowsOf(id).map(flow => lookup.zoneOf(flow.from.id === id ? flow.to.id : flow.from.id)?.id),
    );
}

/** True for another zone of the plant. */
function isOther(lookup: Lookup, zone: Zone, id: string | undefined): boolean {
    return id !== undefined && id !== zone.id && sideOf(lookup, id) === 'ot';
}

/**
 * True for a DMZ that flows join with operational technology, and neither itself nor through other DMZs with an office,
 * the outside, or a zone of which nobody knows the side: what stands there passes nothing on.
 */
function passesNothingOn(lookup: Lookup, { id }: Zone): boolean {
    const isPlant = (zone: string | undefined): boolean => zone !== undefined && sideOf(lookup, zone) === 'ot';
    if (!joinedTo(lookup, id).some(isPlant)) return false;
    const dmzs = new Set([id]);
    for (const dmz of dmzs)
        for (const other of joinedTo(lookup, dmz)) {
            if (isPlant(other)) continue;
            if (other === undefined || sideOf(lookup, other) !== 'dmz') return false;
            dmzs.add(other);
        }
    return true;
}

/** What runs the process, and so passes nothing on. */
const controlling: readonly string[] = ['controller', 'ied', 'field-device', 'soft-plc', 'operator-panel'];

/** Kinds of zones of the plant. */
const plant: readonly ZoneKind[] = ['operations', 'control', 'safety', 'field'];

/** Controllers in what is called a DMZ: the office is let in there, and that is all that its rules ask. */
function reportControllers(lookup: Lookup, zone: Zone, report: Report): void {
    if (sideOf(lookup, zone.id) !== 'dmz') return;
    const found = lookup.assetsIn(zone.id).filter(asset => lookup.isA(asset, ...controlling));
    const [first, ...others] = found;
    if (!first) return;
    report({
        at: nameOf(first.origin),
        subject: first.id,
        severity: 'warning',
        message:
            `${listed(found.map(asset => asset.name))} (control) in a DMZ: whoever the office lets in there is at ` +
            'the process, and no rule asks for another DMZ. Put the controllers in a zone of kind control behind it.',
        fixes: movesToKind(lookup, found, ['control', 'operations', 'field'], 'Control'),
        related: alsoBlamed(`Also in ${zone.id}.`, others),
    });
}

export default {
    id: 'business-and-control-together',
    severity: 'error',
    basis: ['ZCR 3.2'],
    summary:
        'Business assets are in one zone with control assets or in a DMZ, controllers are in a DMZ, or a plant zone ' +
        'is nested in an enterprise zone.',
    why:
        'IT systems read mail, open links and change weekly. Malware on one of them is in the same zone as the ' +
        'controllers, with no boundary in between; and IT staff need access rights that they must not have on ' +
        'the process.',
    falsePositives:
        'An asset with a business type that serves only the process, such as a mail server that only sends ' +
        'alarms. Use a more specific type instead of an acceptance.',
    check({ model, lookup }, report) {
        const isBusiness = ofTypes(lookup, assetTypes.business);
        const isControl = ofTypes(lookup, assetTypes.control);
        for (const zone of model.zones) {
            const kind = lookup.kindOf(zone.id);
            const isForeign = kind === 'enterprise' ? isControl : isBusiness;
            const isOffice = kind === 'dmz' && passesNothingOn(lookup, zone);
            const foreign = lookup
                .assetsIn(zone.id)
                .filter(asset =>
                    isOffice
                        ? isForeign(asset) || asset.type?.id === 'workstation'
                        : isForeign(asset) && !(kind === 'dmz' && lookup.isA(asset, ...passingOn)),
                );
            const first = foreign[0];
            if (!first) {
                reportControllers(lookup, zone, report);
                continue;
            }
            const others = lookup.assetsIn(zone.id).filter(kind === 'enterprise' ? isBusiness : isControl);
            const isPlant = kind === 'operations' && joinedTo(lookup, zone.id).some(id => isOther(lookup, zone, id));
            if (others.length === 0 && !declared.includes(kind) && !isPlant) continue;
            const names = listed(foreign.map(asset => asset.name));
            const title = kind === 'enterprise' ? 'control' : 'business';
            const beside =
                others.length === 0
                    ? `a zone of kind ${kind}`
                    : `one zone with ${listed(others.map(asset => asset.name))}`;
            report({
                at: nameOf(first.origin),
                subject: first.id,
                ...((isOffice || isPlant) && others.length === 0 ? { severity: 'warning' as const } : {}),
                message:
                    `${names} (${title}) in ${beside}: ` +
                    (isOffice && others.length === 0
                        ? 'no flow joins it to an office or to the outside, so it passes nothing on, and no rule ' +
                          'asks for a DMZ behind it. Put what belongs to the office in a zone of kind enterprise, or ' +
                          'declare the flows that come from there.'
                        : (kind === 'dmz' || isPlant) && others.length === 0
                          ? 'whoever takes one over is past the boundary of the office, and no rule asks for a DMZ ' +
                            'behind it. Put the office in a zone of kind enterprise.'
                          : 'there is no boundary between business and control. Separate them.'),
                fixes:
                    kind === 'enterprise'
                        ? movesToKind(lookup, foreign, ['control', 'operations', 'field'], 'Control')
                        : movesToKind(lookup, foreign, ['enterprise'], 'Business'),
                related: [
                    ...alsoBlamed(`Also in ${zone.id}.`, foreign.slice(1)),
                    ...related(`Also in ${zone.id}.`, others),
                ],
            });
        }
        for (const zone of model.zones) {
            if (zone.zoneKind === null || !plant.includes(zone.zoneKind)) continue;
            const office = lookup
                .chain(zone.id)
                .slice(1)
                .find(outer => lookup.kindOf(outer.id) === 'enterprise');
            if (!office) continue;
            report({
                at: nameOf(zone.origin),
                subject: zone.id,
                severity: 'warning',
                message:
                    `${zone.name} (${zone.zoneKind}) is nested in ${office.name}, a zone of kind enterprise: ` +
                    'whoever is in the IT network is already inside the outer boundary. Move it out of the ' +
                    'enterprise zone, and connect them with a conduit.',
                related: related('The outer zone.', [office]),
            });
        }
    },
    examples: [
        {
            before: `system Plant
zone Control {
  kind control
  SL-T 2
  asset Plc1 : plc
  asset Orders : erp-server
        ^^^^^^
}
`,
            after: `system Plant
zone Control {
  kind control
  SL-T 2
  asset Plc1 : plc
}

zone Business {
  kind enterprise
  asset Orders : erp-server
}
`,
        },
        {
            title: 'If there is a suitable zone, the asset moves there',
            before: `system Plant
zone Office {
  kind enterprise
  asset Pc : office-computer
  // Found in the office in 2025.
  asset Rogue : hmi { needs Pc }
        ^^^^^
  flow Pc -> Rogue : https
}
zone Control {
  kind control
  SL-T 2
  asset Plc1 : plc
}
conduit OfficeControl between Office and Control {
  flow Rogue -> Plc1 : s7comm
}
`,
            after: `system Plant
zone Office {
  kind enterprise
  asset Pc : office-computer
  flow Pc -> Control.Rogue : https
}
zone Control {
  kind control
  SL-T 2
  asset Plc1 : plc
  // Found in the office in 2025.
  asset Rogue : hmi { needs Office.Pc }
}
conduit OfficeControl between Office and Control {
  flow Control.Rogue -> Plc1 : s7comm
}
`,
        },
        {
            title: 'A zone for each, and a DMZ for what both use',
            before: `system Plant
zone Office {
  kind enterprise
  asset Orders : erp-server
}
zone Control {
  kind control
  SL-T 2
  asset Plc1 : plc
}
`,
        },
        {
            title: 'A plant zone in an enterprise zone',
            before: `system Plant
zone Office {
  kind enterprise
  asset Orders : erp-server
  zone Control {
       ^^^^^^^
    kind control
    SL-T 2
    asset Plc1 : plc
  }
}
`,
        },
    ],
} satisfies Rule;
