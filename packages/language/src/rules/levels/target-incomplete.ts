import { isSilent } from '../../model/index.ts';
import { lacking } from '../say/missing.ts';
import { innerZones } from '../ask/zones.ts';
import type { Rule } from '../engine/rule.ts';

export default {
    id: 'target-incomplete',
    severity: 'info',
    basis: ['ZCR 5.6', 'ZCR 6.4'],
    summary: 'The SL-T of a zone does not mention all foundational requirements.',
    why:
        'If an FR has no target, nothing is required and no gap is shown. A reader cannot know whether that is ' +
        'intended or was forgotten; 0 states that it is intended.',
    falsePositives: 'A study of one FR, such as restricted data flow. Switch the rule off in the settings.',
    check({ lookup, assessment }, report) {
        lacking(lookup, {
            rule: 'target-incomplete',
            elements: innerZones(lookup).flatMap(zone => {
                const target = assessment.of(zone.id)?.slT;
                return zone.slT && target && !isSilent(target) && target.includes(null)
                    ? [{ ...zone, origin: zone.slT.origin }]
                    : [];
            }),
            noun: 'zone',
            clause: [
                'has an SL-T that omits foundational requirements',
                'have an SL-T that omits foundational requirements',
            ],
            advice: 'Nothing is required of those. Give each a level, or 0 if nothing is required.',
        }).forEach(report);
    },
    examples: [
        {
            before: `system Plant
zone Control {
  SL-T { IAC 2 RDF 3 }
       ^^^^^^^^^^^^^^^
  asset Plc1 : plc
}
zone Safety {
  kind safety
  SL-T 3 { DC 0 }
  asset Sis : safety-controller
}
`,
        },
    ],
} satisfies Rule;
