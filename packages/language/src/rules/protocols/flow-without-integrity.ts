import { protocolsDo, reportLack } from '../say/protocol-lack.ts';
import { secureCounterparts } from '../ask/secure-counterparts.ts';
import type { Rule } from '../engine/rule.ts';

export default {
    id: 'flow-without-integrity',
    severity: 'warning',
    basis: ['SR 3.1', 'SR 3.1 RE 1'],
    summary: 'A flow across a boundary is authenticated, but the integrity of its data is not protected.',
    why:
        'After a valid log-on, an attacker on the path can change values or commands, and both sides trust them. ' +
        'A checksum detects noise, but not an attacker. From SL-T 3 on, integrity has to be cryptographic.',
    falsePositives:
        'Both ends and the cable are in locked rooms of one owner. State it on the conduit (`compensates SR ' +
        '3.1 because "…"`).',
    check(context, report) {
        reportLack(
            context,
            {
                rule: 'flow-without-integrity',
                lack: 'without-integrity',
                message: ({ faults, several, who, where }) =>
                    `${protocolsDo(faults, 'has', 'have')} no integrity protection ` +
                    `${where}${several ? ` in ${who}` : ''}: data can be changed on the path. Protect it and ` +
                    `write \`secured integrity\`.`,
                fixes: faults => secureCounterparts(context.lookup, faults),
            },
            report,
        );
    },
    examples: [
        {
            before: `system Plant
zone Control {
  SL-T 3
  asset Jump : jump-host
}
zone Operations {
  kind operations
  SL-T 3
  asset Directory : authentication-server
}
conduit ControlOperations between Control and Operations {
  flow Jump -> Directory : radius "Log-on"
                           ^^^^^^
}
`,
            after: `system Plant
zone Control {
  SL-T 3
  asset Jump : jump-host
}
zone Operations {
  kind operations
  SL-T 3
  asset Directory : authentication-server
}
conduit ControlOperations between Control and Operations {
  flow Jump -> Directory : radsec "Log-on" {
    is proposed because "TODO: when radsec is in use here"
  }
}
`,
        },
    ],
} satisfies Rule;
