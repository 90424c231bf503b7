import type { Fix, LevelStatement, Vector } from '../../model/index.ts';
import { frAbbreviations, isSilent, nameOf } from '../../model/index.ts';
import { lacking } from '../say/missing.ts';
import { listed } from '../say/wording.ts';
import { innerZones } from '../ask/zones.ts';
import type { Rule } from '../engine/rule.ts';

/**
 * The two answers for what a target omits: as much as the zone requires elsewhere, or nothing. People alone know which
 * of them is right; the one that hides no gap is first.
 * @param target with what the zones around it add
 */
function answers({ levels, origin }: LevelStatement, target: Vector): readonly Fix[] {
    const open = frAbbreviations.filter((_, fr) => target[fr] === null);
    const highest = Math.max(...target.map(level => level ?? 0));
    const writing = (title: string, level: number): Fix => {
        const parts = frAbbreviations.flatMap((fr, index) => {
            const stated = levels[index] ?? (target[index] === null ? level : null);
            return stated === null ? [] : `${fr} ${stated}`;
        });
        const text = `{ ${parts.join(' ')} }`;
        return { kind: 'claim', fill: [], title, edits: [{ kind: 'replace', at: nameOf(origin), text }] };
    };
    const names = listed(open, frAbbreviations.length);
    return [
        ...(highest > 0 ? [writing(`Require ${highest} of ${names}`, highest)] : []),
        writing(`State that nothing is required of ${names}: 0`, 0),
    ];
}

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
                    ? [{ ...zone, origin: zone.slT.origin, answers: answers(zone.slT, target) }]
                    : [];
            }),
            noun: 'zone',
            clause: [
                'has an SL-T that omits foundational requirements',
                'have an SL-T that omits foundational requirements',
            ],
            advice: 'Nothing is required of those. Give each a level, or 0 if nothing is required.',
            fixes: zone => zone.answers,
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
            after: `system Plant
zone Control {
  SL-T { IAC 2 UC 3 SI 3 DC 3 RDF 3 TRE 3 RA 3 }
  asset Plc1 : plc
}
zone Safety {
  kind safety
  SL-T 3 { DC 0 }
  asset Sis : safety-controller
}
`,
        },
        {
            title: 'Nothing is required of the others',
            fix: 'State that nothing is required of UC, SI, DC, TRE and RA: 0',
            before: `system Plant
zone Control {
  SL-T { IAC 2 RDF 3 } because "A study of access from the office"
       ^^^^^^^^^^^^^^^
  asset Plc1 : plc
}
`,
            after: `system Plant
zone Control {
  SL-T { IAC 2 UC 0 SI 0 DC 0 RDF 3 TRE 0 RA 0 } because "A study of access from the office"
  asset Plc1 : plc
}
`,
        },
    ],
} satisfies Rule;
