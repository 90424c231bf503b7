import { protocolsDo, reportLack } from '../say/protocol-lack.ts';
import { secureCounterparts } from '../ask/secure-counterparts.ts';
import type { Rule } from '../engine/rule.ts';

export default {
    id: 'clear-text-credentials',
    severity: 'error',
    basis: ['SR 1.5', 'SR 4.1'],
    summary: 'A flow sends passwords in clear text.',
    why:
        'Anyone who captures one session has the password, and can use it wherever it is valid. Inside one zone ' +
        'this is a warning, and more severe if one end is elsewhere.',
    falsePositives:
        'The session needs no log-on and shows only public values; or a tunnel encrypts it: state what it secures.',
    check(context, report) {
        reportLack(
            context,
            {
                rule: 'clear-text-credentials',
                lack: 'credentials-in-clear',
                message: ({ faults, several, who, where }) =>
                    `${protocolsDo(faults, 'sends', 'send')} credentials in clear text ` +
                    `${where}${several ? ` in ${who}` : ''}: anyone who captures one session can log in. Use ` +
                    `the encrypted counterpart, or a tunnel, and write \`secured encryption\`.`,
                fixes: faults => secureCounterparts(context.lookup, faults),
            },
            report,
        );
    },
    examples: [
        {
            before: `system Plant
zone Control {
  SL-T 2
  asset Hmi1 : hmi
}
zone Operations {
  kind operations
  SL-T 2
  asset Station : maintenance-station
}
conduit ControlOperations between Control and Operations {
  flow Station -> Hmi1 : ftp "Recipes"
                         ^^^
}
`,
            after: `system Plant
zone Control {
  SL-T 2
  asset Hmi1 : hmi
}
zone Operations {
  kind operations
  SL-T 2
  asset Station : maintenance-station
}
conduit ControlOperations between Control and Operations {
  flow Station -> Hmi1 : sftp "Recipes" {
    is proposed because "TODO: when sftp is in use here"
  }
}
`,
        },
    ],
} satisfies Rule;
