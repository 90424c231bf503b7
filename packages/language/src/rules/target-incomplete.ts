import { frAbbreviations } from '../catalogue/index.ts';
import { isSilent, nameOf } from '../model/index.ts';
import { related } from './queries/related.ts';
import { innerZones } from './queries/zones.ts';
import type { Rule } from './rule.ts';

export default {
    id: 'target-incomplete',
    severity: 'info',
    basis: ['ZCR 5.6', 'ZCR 6.4'],
    summary: 'SL-T of a zone says something of some foundational requirements and nothing of others.',
    why: 'Of an FR without a target nothing is required, and no gap is shown. A reader cannot tell whether nothing is wanted there '
        + 'or whether nobody has thought of it; 0 says the first.',
    falsePositives: 'A study of one FR, such as restricted data flow: switch the rule off in the settings.',
    check({ lookup, assessment }, report) {
        const found = innerZones(lookup).flatMap(zone => {
            const target = assessment.of(zone.id)?.slT;
            if (!zone.slT || !target || isSilent(target)) return [];
            const silent = target.flatMap((level, fr) => (level === null ? [frAbbreviations[fr]!] : []));
            return silent.length === 0 ? [] : [{ zone, silent, origin: zone.slT.origin }];
        });
        const [first, ...others] = found;
        if (!first) return;
        const more = others.length === 0 ? '' : `, as in ${others.length === 1 ? 'one other zone' : `${others.length} other zones`} something is left out`;
        report({
            at: nameOf(first.origin),
            subject: first.zone.id,
            message: `SL-T of ${first.zone.name} says nothing of ${first.silent.join(', ')}${more}: nothing of them is required. Give each a level, 0 where nothing is wanted.`,
            related: related('It leaves something out too.', others),
        });
    },
    examples: [{
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
    }],
} satisfies Rule;
