import type { Asset, Lookup, Zone } from '../../model/index.ts';
import { isSilent } from '../../model/index.ts';
import { innerZones } from '../ask/zones.ts';
import type { Rule } from '../engine/rule.ts';
import { lacking } from '../say/missing.ts';

/** The targets that are offered: what a first assessment usually comes to for control and for safety. */
const offered = [1, 2, 3, 4];

/**
 * True for a zone that holds assets itself or that a conduit names; one that only groups other zones needs no target of
 * its own.
 */
function isAskedFor(lookup: Lookup, zone: Zone): boolean {
    return (
        lookup.assetsIn(zone.id).length > 0 ||
        lookup.zonesIn(zone.id).length === 0 ||
        lookup.conduitsOf(zone.id).length > 0
    );
}

/** True for an asset without which the plant does not do what it must. */
function isVital({ traits, criticality }: Asset): boolean {
    return traits.includes('essential') || criticality === 'high' || criticality === 'critical';
}

export default {
    id: 'zone-without-target',
    severity: 'warning',
    basis: ['ZCR 5.6', 'ZCR 6.4'],
    summary: 'A zone has no SL-T, or SL-T 0 although something essential is in it.',
    why:
        'The SL-T states what the zone has to withstand. Without it nothing is required and no gap is visible, ' +
        'so the zone looks as good as one in which all is done.',
    falsePositives: 'The zone is not yet covered by the risk assessment. Accept it until the planned date.',
    check({ lookup, assessment }, report) {
        const silent = innerZones(lookup).filter(zone => {
            const target = assessment.of(zone.id)?.slT;
            return (
                target &&
                isSilent(target) &&
                // An `SL-T` without a level that is understood is an error of its own.
                zone.slT === null &&
                !lookup.isUnread(zone.id, 'SL-T') &&
                isAskedFor(lookup, zone) &&
                !lookup
                    .chain(zone.id)
                    .slice(1)
                    .some(outer => isAskedFor(lookup, outer))
            );
        });
        lacking(lookup, {
            rule: 'zone-without-target',
            elements: silent,
            noun: 'zone',
            clause: [
                'has no SL-T, so nothing is required of it and no gap is visible',
                'have no SL-T, so nothing is required of them and no gap is visible',
            ],
            advice: 'Add the target from the risk assessment.',
            // The target of a safety zone is typed by whoever knows it.
            fixes: zone =>
                (lookup.kindOf(zone.id) === 'safety' ? [] : offered).map(level => ({
                    kind: 'claim',
                    fill: [],
                    title: `Add SL-T ${level}`,
                    edits: [{ kind: 'add', into: zone.origin, text: `SL-T ${level}`, where: 'first' }],
                })),
        }).forEach(report);
        // What the plant cannot do without is there to be protected, whatever was rated.
        const unasked = innerZones(lookup).filter(
            zone =>
                assessment.of(zone.id)?.slT.every(level => level === 0) === true &&
                lookup.assetsIn(zone.id).some(isVital),
        );
        lacking(lookup, {
            rule: 'zone-without-target',
            elements: unasked,
            noun: 'zone',
            clause: [
                'has SL-T 0 although something essential is in it, so nothing is required of it',
                'have SL-T 0 although something essential is in each, so nothing is required of them',
            ],
            advice: 'Write what the risk assessment asks for.',
        }).forEach(report);
    },
    examples: [
        {
            before: `system Plant
zone Control {
     ^^^^^^^
  asset Plc1 : plc
}
`,
            fix: 'Add SL-T 2',
            after: `system Plant
zone Control {
  SL-T 2
  asset Plc1 : plc
}
`,
        },
        {
            title: 'A zone that only groups others',
            before: `system Plant
zone Unit1 {
  zone Cell {
    SL-T 2
    asset Plc1 : plc
  }
}
`,
        },
    ],
} satisfies Rule;
