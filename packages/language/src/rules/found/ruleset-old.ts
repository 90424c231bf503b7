import type { Ruleset } from '../../model/index.ts';
import { nameOf } from '../../model/index.ts';
import { defaultAges } from '../../settings/index.ts';
import { daysBetween } from '../../reconcile/index.ts';
import type { Rule } from '../engine/rule.ts';

/** The rule sets of a device of this one that were exported later, or on the same day and that come first. */
function newerThan(
    ruleset: Ruleset,
    all: readonly Ruleset[],
): readonly { readonly ruleset: Ruleset; readonly device: string }[] {
    const at = all.indexOf(ruleset);
    return all.flatMap((other, place) => {
        if (other === ruleset) return [];
        const [own, its] = [ruleset.exported?.date ?? '', other.exported?.date ?? ''];
        const isNewer = own === its ? place < at : its > own;
        const shared = isNewer
            ? other.devices.find(({ id }) => ruleset.devices.some(each => each.id === id))
            : undefined;
        return shared ? [{ ruleset: other, device: shared.id }] : [];
    });
}

export default {
    id: 'ruleset-old',
    severity: 'warning',
    basis: ['SR 7.6', 'SR 5.2'],
    summary: 'The export of the rules of a firewall is old, has no date or one to come, or is one of two of a device.',
    why:
        'Rules change with every job. An old export describes a firewall that may no longer exist, so a result ' +
        'based on it proves little. Of two exports of one device, it is not known which one decides.',
    falsePositives: 'A device whose configuration is sealed and checked in another way.',
    check({ model, today, ages = defaultAges }, report) {
        for (const ruleset of model.rulesets) {
            const [other] = newerThan(ruleset, model.rulesets);
            if (other) {
                report({
                    at: nameOf(ruleset.origin),
                    subject: ruleset.id,
                    message:
                        `${ruleset.id} and ${other.ruleset.id} are both rules of ${other.device}. Which of them ` +
                        'decides is not said, so what they decide differently is not assessable. Remove the one that ' +
                        'is no longer in force, or import both exports as one.',
                });
                continue;
            }
            const age = ruleset.exported ? daysBetween(ruleset.exported.date, today) : null;
            if (age !== null && age < 0) {
                report({
                    at: nameOf(ruleset.origin),
                    subject: ruleset.id,
                    message:
                        `${ruleset.id} states that its rules were exported on ${ruleset.exported!.date}, a day to ` +
                        'come: it is not known since when they are active. Correct the day.',
                });
                continue;
            }
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
