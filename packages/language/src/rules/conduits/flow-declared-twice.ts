import type { Fix, Flow } from '../../model/index.ts';
import { nameOf, wholeOf } from '../../model/index.ts';
import { related } from '../say/related.ts';
import type { Rule } from '../engine/rule.ts';
import { flowName } from '../say/wording.ts';

/**
 * What a flow lets through, the same for two flows that let the same through: where it stands, its ends, protocols,
 * ports and access.
 */
function keyOf({ container, from, to, arrow, protocols, ports, access }: Flow): string {
    const [first, second] = arrow === '->' ? [from.id, to.id] : [from.id, to.id].sort();
    const services = ports
        .map(
            ({ transport, ranges }) =>
                `${transport} ${ranges
                    .map(range => `${range.from}-${range.to}`)
                    .sort()
                    .join()}`,
        )
        .sort();
    return JSON.stringify([container, first, arrow, second, protocols.map(({ id }) => id).sort(), services, access]);
}

/** What else a flow says of a session, other than what it is for. */
function factsOf({ until, approvedBy, proposed, secured, owner, retired }: Flow): string {
    return JSON.stringify([until?.date, approvedBy, !proposed, !secured, owner, retired?.date]);
}

const without = (which: string, { origin }: Flow): Pick<Fix, 'title' | 'edits'> => ({
    title: `Remove the ${which} one`,
    edits: [{ kind: 'remove', at: wholeOf(origin) }],
});

export default {
    id: 'flow-declared-twice',
    severity: 'warning',
    basis: ['SR 5.2 RE 1', 'ZCR 6.4'],
    summary: 'The same flow is declared twice in one block.',
    why:
        'If one of them is removed, the other one still permits the session. Where they differ, for instance in ' +
        'purpose or approval, only one of them is read.',
    falsePositives:
        'Two services that the model cannot distinguish. State their ports, or name both purposes in one flow.',
    check({ model }, report) {
        const first = new Map<string, Flow>();
        for (const flow of model.flows) {
            const key = keyOf(flow);
            const earlier = first.get(key);
            if (!earlier) {
                first.set(key, flow);
                continue;
            }
            report({
                at: nameOf(flow.origin),
                subject: flow.container,
                message:
                    `${flowName(flow)} is declared twice here with the same protocols: removing one of them ` +
                    'closes nothing. Keep one.',
                fixes:
                    factsOf(flow) === factsOf(earlier)
                        ? [{ kind: 'fix', ...without('second', flow) }]
                        : // Which of them is true only people know.
                          [without('first', earlier), without('second', flow)].map(fix => ({
                              kind: 'claim',
                              fill: [],
                              ...fix,
                          })),
                related: related('The first one.', [earlier]),
            });
        }
    },
    examples: [
        {
            before: `system Plant
zone Control {
  SL-T 2
  asset Hmi1 : hmi
  asset Plc1 : plc
  flow Hmi1 -> Plc1 : s7comm "Set-points"
  flow Hmi1 -> Plc1 : s7comm "Recipes"
       ^^^^^^^^^^^^
}
`,
            after: `system Plant
zone Control {
  SL-T 2
  asset Hmi1 : hmi
  asset Plc1 : plc
  flow Hmi1 -> Plc1 : s7comm "Set-points"
}
`,
        },
        {
            title: 'A different access is a different flow',
            before: `system Plant
zone Control {
  SL-T 2
  asset Hmi1 : hmi
  asset Plc1 : plc
  flow Hmi1 -> Plc1 : s7comm "Set-points" { access write }
  flow Hmi1 -> Plc1 : s7comm "Counters" { access read }
}
`,
        },
    ],
} satisfies Rule;
