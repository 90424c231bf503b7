import { supportOf } from '../../assessment/index.ts';
import { nameOf } from '../../model/index.ts';
import type { Rule } from '../engine/rule.ts';

export default {
    id: 'function-without-assets',
    severity: 'warning',
    basis: ['SR 5.2 RE 2', 'ZCR 1.1'],
    summary: 'A function does not state what it needs, so it cannot be assessed.',
    why:
        'The effect of a cut or a compromised asset on a function follows from the assets that it needs. Without ' +
        'them, the result is always "not stated".',
    falsePositives: 'The function is done by hand only. Then use a description instead of a function.',
    check({ lookup, model, whole }, report) {
        for (const each of model.functions) {
            if (supportOf(lookup, each).size > 0 || each.needsOneOf.some(({ unread }) => unread)) continue;
            const isToCome = whole !== model && supportOf(lookup.said(), each).size > 0;
            report({
                at: nameOf(each.origin),
                subject: each.id,
                message:
                    `${each.id} ${isToCome ? 'needs only what is planned' : 'states no asset that it needs'}, so the ` +
                    'effect of a cut on it cannot be computed. Write what it `needs`' +
                    `${isToCome ? ' until then' : ''}.`,
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
            title: 'It needs an asset',
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
