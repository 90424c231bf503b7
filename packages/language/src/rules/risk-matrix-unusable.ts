import { riskOf } from '../assessment/index.ts';
import { nameOf } from '../model/index.ts';
import type { Rule } from './rule.ts';

const rule: Rule = {
    id: 'risk-matrix-unusable',
    severity: 'error',
    basis: ['ZCR 5.5', 'ZCR 6.8'],
    summary: 'The risk matrix of the site cannot be read, so no risk is assessed.',
    why: 'A matrix with a row too many or too few would give each threat a wrong cell. Nothing is guessed: until it is right, every risk '
        + 'is reported as not assessed.',
    falsePositives: 'None: correct the matrix, or remove it to use the five by five default.',
    check({ model, lookup, riskMatrix }, report) {
        const { reading } = riskOf(lookup, riskMatrix);
        const origin = (reading.from === 'model' ? model.system?.matrix?.origin : undefined) ?? model.system?.origin;
        if (!origin || reading.problems.length === 0) return;
        report({
            at: nameOf(origin),
            subject: model.system?.id ?? null,
            message: `The risk matrix ${reading.from === 'model' ? 'of the system' : 'of the settings'} cannot be used, so no risk is assessed. ${reading.problems.join(' ')}`,
        });
    },
    examples: [
        {
            title: 'A row is missing',
            before: `system Plant {
  matrix {
  ^^^^^^
    likelihood "rare", "likely"
    consequence "slight", "grave", "disastrous"
    row 1 2
    row 2 4
  }
}
`,
        },
        {
            title: 'One row a consequence, one number a likelihood',
            before: `system Plant {
  matrix {
    likelihood "rare", "likely"
    consequence "slight", "grave", "disastrous"
    row 1 2
    row 2 4
    row 4 8
  }
}
`,
        },
    ],
};

export default rule;
