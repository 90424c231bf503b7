import { nameOf } from '../../model/index.ts';
import { defaultAges } from '../../settings/index.ts';
import { daysBetween } from '../../reconcile/index.ts';
import type { Rule } from '../engine/rule.ts';

export default {
    id: 'ruleset-old',
    severity: 'warning',
    basis: ['SR 7.6', 'SR 5.2'],
    summary: 'The export of the rules of a firewall is old, or has no date.',
    why:
        'Rules change with every job. An old export describes a firewall that may no longer exist, so a result ' +
        'based on it proves little.',
    falsePositives: 'A device whose configuration is sealed and checked in another way.',
    check({ model, today, ages = defaultAges }, report) {
        for (const ruleset of model.rulesets) {
            const age = ruleset.exported ? daysBetween(ruleset.exported.date, today) : null;
            if (age !== null && age <= ages.oldAfter) continue;
            report({
                at: nameOf(ruleset.origin),
                subject: ruleset.id,
                ...(age === null ? { severity: 'info' as const } : {}),
                message:
                    age === null
                        ? `${ruleset.id} does not state when its rules were exported, so it is not known ` +
                          `whether they are active. Add \`exported\` with the date.`
                        : `The rules of ${ruleset.id} were exported ${age} days ago. Import them again.`,
            });
        }
    },
    examples: [
        {
            before: `system Plant
zone Control { kind control network 10.10.2.0/24
  asset Plc : plc { address 10.10.2.11 }
}
zone Dmz { kind dmz network 10.20.5.0/24
  asset Hist : historian { address 10.20.5.10 }
  asset Jump : jump-host { address 10.20.5.20 }
}
conduit K between Control and Dmz {
  via Fw
  asset Fw : firewall { address 10.10.2.1, 10.20.5.1 serves Control, Dmz }
  flow Dmz.Hist -> Control.Plc : opc-ua
}
ruleset R {
        ^
  device K.Fw
  exported 2025-04-21
  permits 10.20.5.10 -> 10.10.2.11 : tcp 4840 "1"
}
`,
        },
    ],
} satisfies Rule;
