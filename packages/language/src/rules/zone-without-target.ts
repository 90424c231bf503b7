import { isSilent, nameOf } from '../model/index.ts';
import { innerZones } from './queries/zones.ts';
import type { Rule } from './rule.ts';

/** The targets that are offered: what a first assessment usually comes to for control and for safety. */
const offered = [1, 2, 3, 4];

export default {
    id: 'zone-without-target',
    severity: 'warning',
    basis: ['ZCR 5.6', 'ZCR 6.4'],
    summary: 'A zone has no SL-T.',
    why: 'SL-T says what the zone has to withstand. Without it nothing is required, no gap can be seen, and the zone looks as good '
        + 'as one in which everything was done.',
    falsePositives: 'A zone that the risk assessment has not reached yet: accept it until the day on which it will.',
    check({ lookup, assessment }, report) {
        for (const zone of innerZones(lookup)) {
            const target = assessment.of(zone.id)?.slT;
            if (!target || !isSilent(target) || (zone.parent !== null && zone.slT === null)) continue;
            report({
                at: nameOf(zone.origin),
                subject: zone.id,
                message: `${zone.name} has no SL-T, so nothing is required of it and no gap can be seen. Add the target that the risk assessment calls for.`,
                fixes: offered.map(level => ({
                    title: `Add SL-T ${level}`,
                    edits: [{ kind: 'add', into: zone.origin, text: `SL-T ${level}`, where: 'first' }],
                })),
            });
        }
    },
    examples: [{
        before: `system Plant
zone Control {
     ^^^^^^^
  asset Plc1 : plc
}
`,
        fix: 'Add SL-T 2',
        after: `system Plant
zone Control {
  SL-T 2
  asset Plc1 : plc
}
`,
    }],
} satisfies Rule;
