import { placeIn } from '../../model/index.ts';
import { contradictionsAt, faultsByHolder } from '../ask/contradictions.ts';
import type { Rule } from '../engine/rule.ts';

export default {
    id: 'claim-contradicted',
    severity: 'warning',
    basis: ['ZCR 5.8', 'ZCR 5.13'],
    summary: 'A statement about a requirement stands against something else that the model says.',
    why:
        'A requirement is missed or excluded where a countermeasure claims to meet it; or it is said to be met, ' +
        'and the protocols, a boundary without a device ' +
        'or a requirement that is missed show otherwise. The nearer or more exact statement counts for the ' +
        'level, but a claim silences no fact: ' +
        'the other finding stays, and the two sentences will be read by different people.',
    falsePositives: 'A countermeasure that works for all assets but one: state it on that asset and not on the zone.',
    check(context, report) {
        const { model } = context;
        const faults = faultsByHolder(context.assessment);
        for (const subject of [...model.zones, ...model.conduits]) {
            for (const { statement, mention, text, related } of contradictionsAt(context, subject, faults)) {
                report({
                    at: placeIn(statement.origin, mention.at),
                    subject: subject.id,
                    message: `${text}. ${
                        statement.verb === 'meets' || statement.verb === 'excludes'
                            ? 'Correct the one that is wrong, or state what compensates it.'
                            : 'Correct the one that is wrong.'
                    }`,
                    related,
                });
            }
        }
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
            title: 'The protocol shows otherwise',
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
            title: 'Planned is no claim yet',
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
