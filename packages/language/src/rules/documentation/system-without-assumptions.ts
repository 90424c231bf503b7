import { nameOf } from '../../model/index.ts';
import type { Rule } from '../engine/rule.ts';
import { stub } from '../fix/claim.ts';

export default {
    id: 'system-without-assumptions',
    severity: 'info',
    basis: ['ZCR 6.5', 'ZCR 6.4'],
    summary: 'No assumption is documented, neither for the system nor for a zone.',
    why:
        'Every assessment depends on assumptions: guards at the gate, a reliable vendor, trained staff. If an ' +
        'assumption is not documented, it will not be noticed when it no longer holds and the assessment has to ' +
        'be repeated.',
    falsePositives: 'A system that does not exist yet.',
    check({ model }, report) {
        const { system } = model;
        if (!system || system.notes.assumption.length > 0) return;
        if (model.zones.some(zone => zone.notes.assumption.length > 0)) return;
        report({
            at: nameOf(system.origin),
            subject: system.id,
            message:
                `${system.name} states no assumption, so it will not be noticed when one no longer holds. Add ` +
                `\`assumption "…"\` to the system or to a zone.`,
            fixes: [
                stub(
                    `Add an assumption to ${system.name}`,
                    [system],
                    [['assumption', 'what is assumed, and on what it depends']],
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
  assumption "TODO: what is assumed, and on what it depends"
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
