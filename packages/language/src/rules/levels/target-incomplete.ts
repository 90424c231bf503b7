import { isSilent } from '../../model/index.ts';
import { lacking } from '../say/missing.ts';
import { innerZones } from '../ask/zones.ts';
import type { Rule } from '../engine/rule.ts';

export default {
    id: 'target-incomplete',
    severity: 'info',
    basis: ['ZCR 5.6', 'ZCR 6.4'],
    summary: 'SL-T of a zone says something of some foundational requirements and nothing of others.',
    why:
        'Of an FR without a target nothing is required, and no gap is shown. A reader cannot tell whether ' +
        'nothing is wanted there ' +
        'or whether nobody has thought of it; 0 says the first.',
    falsePositives: 'A study of one FR, such as restricted data flow: switch the rule off in the settings.',
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
                'has an SL-T that leaves foundational requirements out',
                'have an SL-T that leaves foundational requirements out',
            ],
            advice: 'Nothing is required of those. Give each a level, 0 where nothing is wanted.',
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
