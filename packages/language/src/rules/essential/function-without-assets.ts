import { supportOf } from '../../assessment/index.ts';
import { nameOf } from '../../model/index.ts';
import type { Rule } from '../engine/rule.ts';

export default {
    id: 'function-without-assets',
    severity: 'warning',
    basis: ['SR 5.2 RE 2', 'ZCR 1.1'],
    summary: 'A function does not say what it needs, so that nothing can be said of it.',
    why:
        'What a cut or a compromised asset does to a function follows from the assets that it rests on. Without ' +
        'them every answer about it is "not said".',
    falsePositives: 'The function is done by hand alone: then a description says more than a function.',
    check({ lookup, model }, report) {
        for (const each of model.functions) {
            if (supportOf(lookup, each).size > 0) continue;
            report({
                at: nameOf(each.origin),
                subject: each.id,
                message:
                    `${each.id} rests on no asset: what happens to it in a cut cannot be said. ` +
                    'Write what it `needs`.',
            });
        }
    },
    examples: [
        {
            before: `system Plant
zone Control {
  asset Plc : plc
}
function Loading "Loading of tankers"
         ^^^^^^^
`,
        },
        {
            title: 'It rests on an asset',
            before: `system Plant
zone Control {
  asset Plc : plc
}
function Loading "Loading of tankers" {
  needs Control.Plc
}
`,
        },
    ],
} satisfies Rule;
