import { riskOf } from '../../assessment/index.ts';
import { frAbbreviations } from '../../catalogue/index.ts';
import { nameOf, wholeOf, writeVector } from '../../model/index.ts';
import type { Rule } from '../engine/rule.ts';

const rule: Rule = {
    id: 'sl-t-above-risk',
    severity: 'info',
    basis: ['ZCR 5.6'],
    summary: 'The SL-T of a zone or conduit is above what its threats suggest, and nobody says why.',
    why: 'A level above the risk costs money at every device, and the next reviewer cannot tell a decision from a slip. '
        + 'It is a fair decision (a regulation, a corporate baseline, a connected zone), so long as it is written down.',
    falsePositives: 'The threats in the model are not all that there are yet. Describe the missing one, or give the reason after `because`.',
    check({ model, lookup, assessment, riskMatrix }, report) {
        const { targets } = riskOf(lookup, riskMatrix);
        for (const subject of [...model.zones, ...model.conduits]) {
            const suggestion = targets.get(subject.id);
            const assessed = assessment.of(subject.id);
            if (!suggestion || !assessed || !subject.slT || subject.slT.because) continue;
            const high = suggestion.levels.flatMap((level, fr) => {
                const stated = subject.slT!.levels[fr] ?? null;
                return level !== null && stated !== null && stated > level ? [fr] : [];
            });
            if (high.length === 0) continue;
            const where = high.length === frAbbreviations.length ? '' : ` in ${high.map(fr => frAbbreviations[fr]).join(' ')}`;
            const levels = subject.slT.levels.map((level, fr) => (high.includes(fr) ? suggestion.levels[fr]! : level));
            report({
                at: nameOf(subject.origin),
                subject: subject.id,
                message: `SL-T ${writeVector(subject.slT.levels)} is above the ${writeVector(suggestion.levels)} that the threats suggest${where}. `
                    + 'Add the reason: SL-T … because "…".',
                fixes: [{
                    title: `Write SL-T ${writeVector(levels)}, as the risk suggests`,
                    edits: [{ kind: 'replace', at: wholeOf(subject.slT.origin), text: `SL-T ${writeVector(levels)}` }],
                }],
            });
        }
    },
    examples: [
        {
            title: 'No reason',
            before: `system Plant { tolerable-risk 6 }
zone Control {
     ^^^^^^^
  SL-T 3
  asset Plc1 : plc
}
threat Reprogram "Someone on site changes the program" {
  against Control.Plc1
  likelihood 2
  consequence 5
}
`,
            after: `system Plant { tolerable-risk 6 }
zone Control {
  SL-T 1
  asset Plc1 : plc
}
threat Reprogram "Someone on site changes the program" {
  against Control.Plc1
  likelihood 2
  consequence 5
}
`,
        },
        {
            title: 'With the reason',
            before: `system Plant { tolerable-risk 6 }
zone Control {
  SL-T 3 because "Corporate baseline for control zones"
  asset Plc1 : plc
}
threat Reprogram "Someone on site changes the program" {
  against Control.Plc1
  likelihood 2
  consequence 5
}
`,
        },
    ],
};

export default rule;
