import { protocolNames, reportLack } from '../say/protocol-lack.ts';
import { secureCounterparts } from '../ask/secure-counterparts.ts';
import type { Rule } from '../engine/rule.ts';

export default {
    id: 'flow-without-integrity',
    severity: 'warning',
    basis: ['SR 3.1', 'SR 3.1 RE 1'],
    summary: 'A flow crosses a boundary and proves who speaks, but not that what he said arrived unchanged.',
    why:
        'After an honest log-on, somebody on the way can change values or commands, and both sides trust them. ' +
        'A checksum finds noise and no attacker. From SL-T 3 on, integrity has to be cryptographic.',
    falsePositives:
        'Both ends and the cable stand in locked rooms of one owner: state it on the conduit (compensates SR 3.1 ' +
        'because …).',
    check(context, report) {
        reportLack(
            context,
            {
                rule: 'flow-without-integrity',
                lack: 'without-integrity',
                message: ({ faults, several, who, where }) =>
                    `Nothing protects the integrity of ${protocolNames(faults)} ` +
                    `${where}${several ? ` in ${who}` : ''}: ` +
                    'what is sent can be changed on the way. Protect it and write secured integrity.',
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
  flow Jump -> Directory : radsec "Log-on"
}
`,
        },
    ],
} satisfies Rule;
