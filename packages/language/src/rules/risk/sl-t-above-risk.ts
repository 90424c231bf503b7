import type { RiskMatrix, TargetSuggestion } from '../../assessment/index.ts';
import { frAbbreviations } from '../../catalogue/index.ts';
import type { Fix, LevelStatement } from '../../model/index.ts';
import { nameOf, writeVector } from '../../model/index.ts';
import { isSafetyTarget } from '../ask/safety-targets.ts';
import { continued } from '../fix/claim.ts';
import type { Rule } from '../engine/rule.ts';

/** Writes the suggestion. */
function lowered({ origin }: LevelStatement, levels: readonly (number | null)[]): Fix {
    const text = writeVector(levels);
    return {
        kind: 'fix',
        title: `Lower SL-T to ${text}, as the risk suggests`,
        edits: [{ kind: 'replace', at: nameOf(origin), text }],
    };
}

const ruleOf = (matrix: RiskMatrix | null): string => matrix?.targetRule.kind ?? 'factor';

/**
 * The highest of the risks that the suggestion comes from, as it is printed: the rule counts steps, and the risk itself
 * may be high.
 */
function ratedText({ because }: TargetSuggestion): string {
    const [first, ...others] = because.flatMap(each => each?.unmitigated ?? []);
    if (!first) return '';
    return `, whose highest risk is ${others.reduce((top, each) => (each.risk > top.risk ? each : top), first).label}`;
}

const rule: Rule = {
    id: 'sl-t-above-risk',
    severity: 'info',
    basis: ['ZCR 5.6'],
    summary: 'The SL-T of a zone or conduit is above the level suggested by its threats, without a reason.',
    why:
        'A level above the risk costs money at every device, and the next reviewer cannot distinguish a decision ' +
        'from a mistake. It can be a valid decision (a regulation, a corporate baseline, a connected zone) if ' +
        'the reason is written down.',
    falsePositives:
        'The threats in the model are not complete yet. Describe the missing one, or give the reason after `because`.',
    steps: ({ assessment }) => assessment.risk.paths(),
    check(context, report) {
        const { model, assessment } = context;
        const { targets, matrix } = assessment.risk;
        for (const subject of [...model.zones, ...model.conduits]) {
            const suggestion = targets.get(subject.id);
            const assessed = assessment.of(subject.id);
            if (!suggestion || !assessed || !subject.slT || subject.slT.because) continue;
            const high = suggestion.levels.flatMap((level, fr) => {
                const stated = subject.slT!.levels[fr] ?? null;
                return level !== null && stated !== null && stated > level ? [fr] : [];
            });
            if (high.length === 0) continue;
            const where =
                high.length === frAbbreviations.length ? '' : ` in ${high.map(fr => frAbbreviations[fr]).join(' ')}`;
            const levels = subject.slT.levels.map((level, fr) => (high.includes(fr) ? suggestion.levels[fr]! : level));
            report({
                at: nameOf(subject.origin),
                subject: subject.id,
                message:
                    `SL-T ${writeVector(subject.slT.levels)} exceeds SL-T ${writeVector(suggestion.levels)}, the ` +
                    'level suggested by its threats with the rule ' +
                    `\`${ruleOf(matrix)}\`${where}${ratedText(suggestion)}. That is not a reason to lower it: ` +
                    `state why it is higher, \`SL-T … because "…"\`.`,
                fixes: [
                    continued('Add the reason', subject.slT.origin, ['because', 'why the level is above the risk']),
                    ...(isSafetyTarget(context, subject.id, high) ? [] : [lowered(subject.slT, levels)]),
                ],
            });
        }
    },
    examples: [
        {
            title: 'Without a reason',
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
  SL-T 3 because "TODO: why the level is above the risk"
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
            title: 'With a reason',
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
