import { inTurns } from '../../assessment/in-turns.ts';
import { placeIn } from '../../model/index.ts';
import { contradictedMeasures, contradictionsAt } from '../ask/contradictions.ts';
import type { Rule } from '../engine/rule.ts';

export default {
    id: 'claim-contradicted',
    severity: 'warning',
    basis: ['ZCR 5.8', 'ZCR 5.13'],
    summary: 'A statement about a requirement contradicts another part of the model.',
    why:
        'Either a requirement is missed or excluded although a countermeasure claims to meet it, or it is stated ' +
        'as met although protocols, a boundary without a device, a missed requirement or its due date show ' +
        'otherwise. For the level, the nearer or more specific statement counts, but a claim never hides a fact: ' +
        'the other finding remains.',
    falsePositives: 'A countermeasure works for all assets except one. State that at the asset, not at the zone.',
    *check(context, report) {
        const { model } = context;
        yield* inTurns([...model.zones, ...model.conduits, ...model.assets], subject => {
            if (subject.statements.length === 0 && subject.applies.length === 0) return;
            const found = [...contradictionsAt(context, subject), ...contradictedMeasures(context, subject)];
            for (const { mention, admits, text, related } of found) {
                report({
                    at: placeIn(subject.origin, mention.at),
                    subject: subject.id,
                    message: `${text}. Correct the wrong one${admits ? '' : ', or state what compensates it'}.`,
                    related,
                });
            }
        });
    },
    examples: [
        {
            before: `system Plant
zone Control {
  SL-T 2
  asset Plc1 : plc
  applies Logging
  misses SR 2.8 because "The PLC keeps no audit trail" due 2030-03-31
         ^^^^^^
}
countermeasure Logging "Central logs" { meets SR 2.8 status implemented }
`,
        },
        {
            title: 'The protocol contradicts it',
            before: `system Plant
zone Control {
  SL-T 2
  asset Plc1 : plc
}
zone Operations {
  kind operations
  SL-T 2
  asset Scada : scada-server
}
conduit Link between Control and Operations {
  via Fw1
  asset Fw1 : firewall { serves Control, Operations }
  meets SR 1.2 because "Only the SCADA server may speak"
        ^^^^^^
  flow Scada -> Plc1 : modbus-tcp "Set-points" { access write }
}
`,
        },
        {
            title: 'Planned does not count as met',
            before: `system Plant
zone Control {
  SL-T 2
  asset Plc1 : plc
  applies Logging
  misses SR 2.8 because "The PLC keeps no audit trail" due 2030-03-31
}
countermeasure Logging "Central logs" { meets SR 2.8 status planned due 2030-03-31 }
`,
        },
    ],
} satisfies Rule;
