import { nameOf } from '../../model/index.ts';
import type { Rule } from '../engine/rule.ts';

const rule: Rule = {
    id: 'threat-path-missing',
    severity: 'warning',
    basis: ['ZCR 5.1'],
    summary: 'A threat is said to come from a place from which no declared flow leads to what it is against.',
    why:
        'Either the threat cannot happen as described, and its row distorts the risk, or a connection exists ' +
        'that the model does not ' +
        'know, which is worse. Movement between the assets of one zone is counted, as an attacker would.',
    falsePositives:
        'The way is not a network connection: a visitor, a laptop, a memory stick. Model it as a flow from a ' +
        'temporary or ' +
        'mobile device, or leave `from` out.',
    check({ assessment }, report) {
        for (const { threat, path } of assessment.risk.threats) {
            if (path.exists !== false) continue;
            report({
                at: nameOf(threat.origin),
                subject: threat.id,
                message:
                    `No declared flow leads from ${threat.from.map(each => each.id).join(', ')} to ` +
                    `${threat.against.map(each => each.id).join(', ')}, ` +
                    'so this threat has no path. Add the flow that is missing, or correct the ends of the threat.',
            });
        }
    },
    examples: [
        {
            title: 'Nothing leads there',
            before: `system Plant
zone Office { kind enterprise asset Erp : server }
zone Control { asset Plc1 : plc }
threat Remote "An attacker in the office network stops the pump" {
       ^^^^^^
  from Office
  against Control.Plc1
  likelihood 3
  consequence 3
}
`,
        },
        {
            title: 'A flow leads there',
            before: `system Plant
zone Office { kind enterprise asset Erp : server }
zone Control { asset Plc1 : plc }
conduit Orders between Office and Control {
  flow Office.Erp -> Control.Plc1 : modbus-tcp
}
threat Remote "An attacker in the office network stops the pump" {
  from Office
  against Control.Plc1
  likelihood 3
  consequence 3
}
`,
        },
    ],
};

export default rule;
