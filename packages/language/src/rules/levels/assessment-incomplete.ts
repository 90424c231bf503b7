import { lacking } from '../say/missing.ts';
import type { Gap } from '../ask/gaps.ts';
import { applyingFixes, gapsOf, isUnknown, levelText } from '../ask/gaps.ts';
import { counted, listed } from '../say/wording.ts';
import type { Rule } from '../engine/rule.ts';

/** `SR 5.3 and SR 5.4 are met, which leaves RDF 0 of 2`. */
function openText({ assessed, frs, limits }: Gap): string {
    const what = limits.length <= 4 ? listed(limits.map(limit => limit.id)) : counted(limits.length, 'requirement');
    return `${what} ${limits.length === 1 ? 'is' : 'are'} met, which leaves ${frs.map(fr => levelText(assessed, fr)).join(', ')}`;
}

/** Gaps of zones, and of conduits, in which the same is open, told together. */
function alike(gaps: readonly Gap[]): readonly (readonly Gap[])[] {
    const groups = new Map<string, Gap[]>();
    for (const gap of gaps) {
        const key = `${gap.subject.kind} ${openText(gap)} ${gap.limits.map(limit => limit.id).join()}`;
        groups.set(key, [...(groups.get(key) ?? []), gap]);
    }
    return [...groups.values()];
}

export default {
    id: 'assessment-incomplete',
    severity: 'info',
    basis: ['ZCR 5.8', 'ZCR 6.4'],
    summary: 'A zone or conduit is assessed in part, and what nobody has assessed keeps its SL-A below SL-T.',
    why: 'SL-A counts what is known. A requirement that nobody has looked at is no failure, but it proves nothing either, '
        + 'and a level with one of them open is not reached.',
    falsePositives: 'An assessment that is going on: switch the rule off until it ends, or accept the finding until that day.',
    check(context, report) {
        const gaps = gapsOf(context).filter(gap => isUnknown(gap.limits));
        for (const group of alike(gaps)) {
            const [first] = group;
            const text = openText(first!);
            lacking(context.lookup, {
                rule: 'assessment-incomplete',
                elements: group.map(gap => gap.subject),
                noun: first!.subject.kind,
                clause: [`is assessed in part: nobody has said whether ${text}`, `are assessed in part: nobody has said whether ${text}`],
                advice: 'State what is known.',
                fixes: ([subject]) => applyingFixes(context, group.find(gap => gap.subject === subject)!),
            }).forEach(report);
        }
    },
    examples: [{
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
    }, {
        title: 'Several zones in which the same is open',
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
    }],
} satisfies Rule;
