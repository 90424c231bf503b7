import { placeIn, wholeOf } from '../../model/index.ts';
import type { Fix, Flow, LifetimeDay, Origin } from '../../model/index.ts';
import type { Rule } from '../engine/rule.ts';
import { dayAnew, fillOf, stubText, type Stub } from '../fix/claim.ts';

/** It is there, by what shows it; or its day is another one. Which of them, is known on site. */
function fixesFor({ origin, planned }: Planned, name: string, hasEvidence: boolean, today: string): readonly Fix[] {
    const at = placeIn(origin, planned.statementAt);
    const shown: Stub = ['evidence', `what shows that ${name} is there`];
    return [
        {
            kind: 'claim',
            title: `State that ${name} is there…`,
            fill: hasEvidence ? fillOf([shown]) : [],
            edits: [hasEvidence ? { kind: 'replace', at, text: stubText(shown) } : { kind: 'remove', at }],
        },
        dayAnew('Write the new day', origin, planned, today),
    ];
}

interface Planned {
    readonly planned: LifetimeDay;
    readonly origin: Origin;
}

export default {
    id: 'planned-past-due',
    severity: 'warning',
    basis: ['ZCR 6.4'],
    summary: 'Something is planned for a day that has come.',
    why:
        'From its day on, what is planned counts as present: it is drawn, reached and judged. Only an inspection on ' +
        'site shows whether it was built. Until then, the model or the plant may be wrong.',
    falsePositives: 'None. Remove `planned for` if it exists now, or write the new day.',
    check({ model, today }, report) {
        const blame = (
            { planned, origin }: { readonly planned: LifetimeDay | null; readonly origin: Origin },
            name: string,
            subject: string | null,
            flow: Flow | null = null,
        ): void => {
            if (!planned || planned.date > today) return;
            report({
                at: placeIn(origin, planned.at),
                subject,
                message:
                    `${name} was planned for ${planned.date} and counts as there since. Take \`planned for\` ` +
                    'away where it is, or write the day on which it will be.',
                fixes: [...fixesFor({ planned, origin }, name, flow === null, today), ...(flow ? [removal(flow)] : [])],
            });
        };
        for (const each of [...model.zones, ...model.conduits, ...model.assets]) blame(each, each.id, each.id);
        for (const flow of model.flows) blame(flow, nameOfFlow(flow), flow.container, flow);
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
            after: `system Plant
zone Control {
  asset Plc1 : plc
  asset Plc2 : plc {
    evidence "TODO: what shows that Control.Plc2 is there"
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

function removal(flow: Flow): Fix {
    return { kind: 'fix', title: 'Remove the flow', edits: [{ kind: 'remove', at: wholeOf(flow.origin) }] };
}

function nameOfFlow({ from, arrow, to }: Flow): string {
    return `${from.id} ${arrow} ${to.id}`;
}
