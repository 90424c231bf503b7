import { judgeFunctions, outerZones, sever } from '../../assessment/index.ts';
import { nameOf } from '../../model/index.ts';
import type { Rule } from '../engine/rule.ts';
import { related } from '../say/related.ts';

export default {
    id: 'function-depends-outside',
    severity: 'warning',
    basis: ['SR 5.2 RE 2', 'SR 7.4'],
    summary: 'A plant function stops without something in IT or outside the site.',
    why:
        'In an incident, connections to IT and outside the site are lost first, and are often cut on purpose. A ' +
        'function that depends on a directory, a licence or a cloud service there stops at that moment, although ' +
        'the plant is not affected.',
    falsePositives:
        'The function may stop for that time, and this is documented. Write how long it `endures` the loss.',
    check({ lookup, model, assessment }, report) {
        if (model.functions.length === 0) return;
        const outer = outerZones(lookup);
        if (outer.length === 0) return;
        for (const verdict of judgeFunctions(assessment, sever(lookup, outer))) {
            if (verdict.verdict !== 'lost') continue;
            const { function: each, chain, because } = verdict;
            const outside = lookup.element(chain.at(-1) ?? '');
            report({
                at: nameOf(each.origin),
                subject: each.id,
                message:
                    `${each.id} depends on something outside the plant: ${chain.join(' → ')} (${because}). Move ` +
                    `it inside, name an alternative with \`or\`, or write how long the function \`endures\` the ` +
                    'loss.',
                related: related('What it depends on.', outside ? [outside] : []),
            });
        }
    },
    examples: [
        {
            before: `system Plant
zone Office {
  kind enterprise
  asset Directory : domain-controller
}
zone Control {
  kind control
  asset Scada : scada-server {
    needs Office.Directory
  }
}
function Loading {
         ^^^^^^^
  needs Control.Scada
}
`,
        },
        {
            title: 'An alternative inside the plant',
            before: `system Plant
zone Office {
  kind enterprise
  asset Directory : domain-controller
}
zone Control {
  kind control
  asset Replica : domain-controller
  asset Scada : scada-server {
    needs Office.Directory or Replica
  }
}
function Loading {
  needs Control.Scada
}
`,
        },
    ],
} satisfies Rule;
