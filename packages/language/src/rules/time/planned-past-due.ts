import { placeIn } from '../../model/index.ts';
import type { DateFact, Flow, Origin } from '../../model/index.ts';
import type { Rule } from '../engine/rule.ts';

export default {
    id: 'planned-past-due',
    severity: 'warning',
    basis: ['ZCR 6.4'],
    summary: 'Something is planned for a day that has passed.',
    why:
        'From its day on, what is planned counts as there: it is drawn, reached and judged. Whether it was built is ' +
        'known on site alone, and until somebody has looked both may be wrong, the model or the plant.',
    falsePositives: 'None: take the words away where it is there, or write the new day.',
    check({ whole, today }, report) {
        const blame = (
            each: { readonly planned: DateFact | null; readonly origin: Origin },
            name: string,
            subject: string | null,
        ): void => {
            if (!each.planned || each.planned.date > today) return;
            report({
                at: placeIn(each.origin, each.planned.at),
                subject,
                message:
                    `${name} was planned for ${each.planned.date} and counts as there since. Take \`planned for\` ` +
                    'away where it is, or write the day on which it will be.',
            });
        };
        for (const each of [...whole.zones, ...whole.conduits, ...whole.assets]) blame(each, each.id, each.id);
        for (const flow of whole.flows) blame(flow, nameOfFlow(flow), flow.container);
    },
    examples: [
        {
            before: `system Plant
zone Control {
  asset Plc1 : plc
  asset Plc2 : plc {
    planned for 2026-03-01
                ^^^^^^^^^^
  }
}
`,
        },
        {
            title: 'Its day is still to come',
            before: `system Plant
zone Control {
  asset Plc1 : plc
  asset Plc2 : plc {
    planned for 2026-09-01
  }
}
`,
        },
    ],
} satisfies Rule;

function nameOfFlow({ from, arrow, to }: Flow): string {
    return `${from.id} ${arrow} ${to.id}`;
}
