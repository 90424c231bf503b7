import type { Observation } from '../../model/index.ts';
import { nameOf } from '../../model/index.ts';
import { defaultAges } from '../../settings/index.ts';
import { daysBetween } from '../../reconcile/index.ts';
import type { Rule } from '../engine/rule.ts';

/** The last day that an observation names. */
function lastDayOf({ since, until, conversations }: Observation): string | null {
    const days = [since, until, ...conversations.map(({ last }) => last)].flatMap(day => day?.date ?? []);
    return days.toSorted().at(-1) ?? null;
}

export default {
    id: 'observation-old',
    severity: 'info',
    basis: ['SR 6.2'],
    summary: 'An observation is old, or has a day to come.',
    why:
        'A plant changes with every job. Traffic seen half a year ago says little about the traffic of today. What ' +
        'counts is the last day that the observation names, as its end or of its traffic.',
    falsePositives: 'A record that is kept on purpose, such as that of an acceptance test.',
    check({ model, today, ages = defaultAges }, report) {
        for (const observation of model.observations) {
            const last = lastDayOf(observation);
            if (last !== null && last > today) {
                report({
                    at: nameOf(observation.origin),
                    subject: observation.id,
                    severity: 'warning',
                    message:
                        `${observation.id} has traffic of ${last}, a day to come: the clock of its sensor or of ` +
                        'its export is wrong, so none of its days proves anything. Correct them, or import it again.',
                });
                continue;
            }
            // Where only its first day is said, it may go on.
            const ended = observation.until || observation.conversations.some(({ last }) => last) ? last : null;
            const age = ended === null ? null : daysBetween(ended, today);
            if (age === null || age <= ages.oldAfter) continue;
            report({
                at: nameOf(observation.origin),
                subject: observation.id,
                message: `${observation.id} ended ${age} days ago. Observe again.`,
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
observation O {
            ^
  sees Control
  since 2025-01-01
  until 2025-04-30
}
`,
        },
    ],
} satisfies Rule;
