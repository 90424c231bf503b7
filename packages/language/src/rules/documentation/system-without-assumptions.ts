import { nameOf } from '../../model/index.ts';
import type { Rule } from '../engine/rule.ts';
import { stub } from '../fix/claim.ts';

export default {
    id: 'system-without-assumptions',
    severity: 'info',
    basis: ['ZCR 6.5', 'ZCR 6.4'],
    summary: 'No assumption is written down, neither for the system nor for any zone.',
    why:
        'Every assessment rests on something that was taken for granted: guards at the gate, a vendor who keeps ' +
        'his promises, staff who ' +
        'are trained. When it stops being true, only what was written down tells that the assessment has to be ' +
        'done again.',
    falsePositives: 'A model of a system that does not exist yet.',
    check({ model }, report) {
        const { system } = model;
        if (!system || system.notes.assumption.length > 0) return;
        if (model.zones.some(zone => zone.notes.assumption.length > 0)) return;
        report({
            at: nameOf(system.origin),
            subject: system.id,
            message:
                `${system.name} states no assumption: nobody will know when one stops being true. Add assumption "…" ` +
                'to the system or to a zone.',
            fixes: [
                stub(
                    `Add an assumption to ${system.name}`,
                    [system],
                    [['assumption', 'what is taken for granted, and on what it depends']],
                ),
            ],
        });
    },
    examples: [
        {
            before: `system Plant
       ^^^^^
zone Control {
  SL-T 2
  asset Plc1 : plc
}
`,
            after: `system Plant {
  assumption "TODO: what is taken for granted, and on what it depends"
}
zone Control {
  SL-T 2
  asset Plc1 : plc
}
`,
        },
        {
            before: `system Plant {
  assumption "The site is fenced and guarded"
}
zone Control {
  SL-T 2
  asset Plc1 : plc
}
`,
        },
    ],
} satisfies Rule;
