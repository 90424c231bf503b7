import type { Fix, Flow, Lookup } from '../../model/index.ts';
import { placeIn, wholeOf } from '../../model/index.ts';
import { lifetimesOf } from '../ask/lifetimes.ts';
import type { Rule } from '../engine/rule.ts';
import { dayAnew } from '../fix/claim.ts';
import { flowName } from '../say/wording.ts';

function removal(flow: Flow): Fix {
    return { kind: 'fix', title: 'Remove the flow', edits: [{ kind: 'remove', at: wholeOf(flow.origin) }] };
}

/** The last of the days for which a flow, an end of it, or what one of these is in, is planned; empty for none. */
function firstDay(said: Lookup, flow: Flow): string {
    const around = lifetimesOf(said, [flow.from.id, flow.to.id, flow.container]);
    const days = [flow, ...around].flatMap(({ planned }) => planned?.date ?? []);
    return days.sort().at(-1) ?? '';
}

export default {
    id: 'flow-expired',
    severity: 'warning',
    basis: ['SR 5.2 RE 1', 'ZCR 6.4'],
    summary: 'A flow is past its `until` date but still in the model, or will be on the day for which it is planned.',
    why:
        'A temporary opening stays open until it is closed. As long as the flow is in the model, it counts as ' +
        'open, and so does every path over it. A flow that is planned for a day after its `until` is never allowed.',
    falsePositives: 'None. Remove the flow together with its firewall rule, or have it approved again.',
    check({ model, whole, lookup, today }, report) {
        const there = new Set(model.flows.map(({ id }) => id));
        const later = whole.flows.filter(({ id }) => !there.has(id));
        for (const flow of [...model.flows, ...later]) {
            if (!flow.until) continue;
            const begins = there.has(flow.id) ? null : firstDay(lookup.said(), flow);
            // Of one that is retired nothing is asked.
            if (flow.until.date >= (begins ?? today) || (begins !== null && begins <= today)) continue;
            report({
                at: placeIn(flow.origin, flow.until.at),
                subject: flow.container,
                message: begins
                    ? `${flowName(flow)} is planned for ${begins}, but allowed only until ${flow.until.date}: it has ` +
                      'expired before its first day. Correct one of the two days, or remove the flow.'
                    : `${flowName(flow)} was allowed until ${flow.until.date} but still counts as open. Close it ` +
                      'at the boundary and remove it here, or have it approved again.',
                fixes: begins
                    ? [dayAnew('Write the day until which it is approved', flow.origin, flow.until, begins)]
                    : [
                          removal(flow),
                          dayAnew('Write the day until which it is approved again', flow.origin, flow.until, today),
                      ],
            });
        }
    },
    examples: [
        {
            before: `system Plant
zone Control {
  SL-T 2
  asset Ews : engineering-station
  asset Plc1 : plc
  flow Ews -> Plc1 : s7comm "Commissioning" {
    approved by "Shift lead"
    until 2020-03-31
          ^^^^^^^^^^
  }
  flow Plc1 -> Ews : ntp
}
`,
            after: `system Plant
zone Control {
  SL-T 2
  asset Ews : engineering-station
  asset Plc1 : plc
  flow Plc1 -> Ews : ntp
}
`,
        },
    ],
} satisfies Rule;
