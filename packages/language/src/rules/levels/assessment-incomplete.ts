import { lacking } from '../say/missing.ts';
import type { Gap } from '../ask/gaps.ts';
import { applyingFixes, gapsOf, isKnown, levelText } from '../ask/gaps.ts';
import { counted, listed } from '../say/wording.ts';
import type { Rule } from '../engine/rule.ts';

/** `SR 5.3 and SR 5.4 are not assessed, which leaves RDF 0 of 2`. */
function openText({ assessed, frs, limits }: Gap): string {
    const what = limits.length <= 4 ? listed(limits.map(limit => limit.id)) : counted(limits.length, 'requirement');
    return (
        `${what} ${limits.length === 1 ? 'is' : 'are'} not assessed, which leaves ` +
        `${frs.map(fr => levelText(assessed, fr)).join(', ')}`
    );
}

export default {
    id: 'assessment-incomplete',
    severity: 'info',
    basis: ['ZCR 5.8', 'ZCR 6.4'],
    summary: 'A zone or conduit is only partly assessed, and the unassessed requirements keep its SL-A below SL-T.',
    why:
        'SL-A counts what is known. A requirement that was not assessed is not a failure, but it proves nothing ' +
        'either, and a level with such a requirement is not reached.',
    falsePositives:
        'The assessment is in progress. Switch the rule off until it ends, or accept the finding until that date.',
    check(context, report) {
        const gaps = new Map(
            gapsOf(context)
                .filter(gap => !isKnown(gap))
                .map(gap => [gap.subject, gap]),
        );
        lacking(context.lookup, {
            rule: 'assessment-incomplete',
            elements: [...gaps.keys()],
            noun: 'zone or conduit',
            clause: [
                'is only partly assessed',
                'are only partly assessed, and the unassessed requirements keep their SL-A below SL-T',
            ],
            detail: subject => `${openText(gaps.get(subject)!)}.`,
            advice: 'State what is known.',
            fixes: subject => applyingFixes(context, gaps.get(subject)!),
        }).forEach(report);
    },
    examples: [
        {
            before: `system Plant
zone Control {
     ^^^^^^^
  SL-T { RDF 1 TRE 1 }
  asset Plc1 : plc
  meets SR 5.1, SR 5.2, SR 5.3, SR 5.4 because "Own switches, one firewall, no mail"
}
countermeasure Collector "Log collector" { meets SR 6.1 status implemented }
`,
            after: `system Plant
zone Control {
  SL-T { RDF 1 TRE 1 }
  asset Plc1 : plc
  meets SR 5.1, SR 5.2, SR 5.3, SR 5.4 because "Own switches, one firewall, no mail"
  applies Collector
  evidence "TODO: what shows that Collector works in Control"
}
countermeasure Collector "Log collector" { meets SR 6.1 status implemented }
`,
        },
        {
            title: 'Several zones with the same open requirements',
            before: `system Plant
zone Cell1 {
     ^^^^^
  SL-T { TRE 1 RDF 1 }
  asset Plc1 : plc
  misses SR 4.3 because "Nothing is encrypted" due 2030-01-31
}
zone Cell2 {
  SL-T { TRE 1 RDF 1 }
  asset Plc2 : plc
  misses SR 4.3 because "Nothing is encrypted" due 2030-01-31
}
`,
        },
    ],
} satisfies Rule;
