import { riskOf } from '../assessment/index.ts';
import { nameOf } from '../model/index.ts';
import type { Rule } from './rule.ts';

const rule: Rule = {
    id: 'tolerable-risk-missing',
    severity: 'info',
    basis: ['ZCR 4.1', 'ZCR 5.7', 'ZCR 6.8'],
    summary: 'Threats are rated, but nobody said which risk the owner tolerates.',
    why: 'Without it no risk is too high and none is low enough: residual risks are compared with nothing, and no SL-T can be suggested. '
        + 'The requirements specification has to name it.',
    falsePositives: 'The tolerable risk is decided for each consequence class in the settings: then every threat needs its class.',
    check({ model, lookup, riskMatrix }, report) {
        const { matrix, threats } = riskOf(lookup, riskMatrix);
        if (!matrix || !model.system) return;
        const without = threats.filter(each => each.tolerable === null);
        if (without.length === 0) return;
        const highest = Math.max(...matrix.cells.flat());
        report({
            at: nameOf(model.system.origin),
            subject: model.system.id,
            message: `No tolerable risk is stated, so ${without.length === 1 ? 'one threat is' : `${without.length} threats are`} compared with nothing. Add tolerable-risk `
                + `to the system, in the units of the risk matrix (at most ${highest}).`,
        });
    },
    examples: [
        {
            title: 'Nobody said what is tolerable',
            before: `system Plant
       ^^^^^
zone Control { asset Plc1 : plc }
threat Reprogram "Someone on site changes the program" {
  against Control.Plc1
  likelihood 2
  consequence 4
}
`,
        },
        {
            title: 'The owner said it',
            before: `system Plant { tolerable-risk 6 }
zone Control { asset Plc1 : plc }
threat Reprogram "Someone on site changes the program" {
  against Control.Plc1
  likelihood 2
  consequence 4
}
`,
        },
    ],
};

export default rule;
