import { positionOf } from '../../assessment/index.ts';
import { criticalities, nameOf } from '../../model/index.ts';
import type { Rule } from '../engine/rule.ts';

/** How far the two may lie apart, as a share of their scales: about two steps of four or five. */
const tolerance = 0.5;

const rule: Rule = {
    id: 'consequence-against-criticality',
    severity: 'info',
    basis: ['ZCR 5.3'],
    summary: 'The consequence of a threat and the criticality of its target disagree.',
    why:
        'A severe consequence for an asset of low criticality, or a slight one for a critical asset, means that ' +
        'one of the two was rated without the other. Both are printed in the requirements specification.',
    falsePositives:
        'The threat affects a minor function of a critical asset, or reaches something worse through an ' +
        'uncritical one. Say which in the description of the threat, and accept the finding.',
    check({ lookup, assessment }, report) {
        const { matrix, threats } = assessment.risk;
        if (!matrix) return;
        for (const { threat } of threats) {
            const position = threat.consequence === null ? null : positionOf(matrix.consequence, threat.consequence);
            if (position === null) continue;
            for (const mention of threat.against) {
                const asset = lookup.asset(mention.id);
                if (!asset?.criticality) continue;
                const consequence = position / (matrix.consequence.levels.length - 1);
                const criticality = criticalities.indexOf(asset.criticality) / (criticalities.length - 1);
                if (Math.abs(consequence - criticality) <= tolerance) continue;
                const graver = consequence > criticality;
                report({
                    at: nameOf(threat.origin),
                    subject: threat.id,
                    message:
                        `The consequence is ${graver ? 'near the worst' : 'near the slightest'} of the matrix, ` +
                        `but ${asset.id} has ${asset.criticality} ` +
                        'criticality. Correct ' +
                        `${graver ? 'the criticality or the consequence' : 'the consequence or the criticality'}.`,
                    related: [{ message: `criticality ${asset.criticality}`, at: nameOf(asset.origin) }],
                });
            }
        }
    },
    examples: [
        {
            title: 'Worst consequence, low criticality',
            before: `system Plant
zone Control {
  asset Plc1 : plc { criticality low }
}
threat Reprogram "Someone on site changes the program" {
       ^^^^^^^^^
  against Control.Plc1
  likelihood 2
  consequence 5
}
`,
        },
        {
            title: 'The two agree',
            before: `system Plant
zone Control {
  asset Plc1 : plc { criticality critical }
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
