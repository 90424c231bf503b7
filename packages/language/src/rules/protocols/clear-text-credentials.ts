import { protocolNames, reportLack } from '../say/protocol-lack.ts';
import { secureCounterparts } from '../ask/secure-counterparts.ts';
import type { Rule } from '../engine/rule.ts';

export default {
    id: 'clear-text-credentials',
    severity: 'error',
    basis: ['SR 1.5', 'SR 4.1'],
    summary: 'A flow carries passwords in clear.',
    why:
        'Whoever listens once on the way has the password, for as long as it is used and wherever else it is used. ' +
        'Inside of one zone it is a warning, or graver where one end comes from elsewhere.',
    falsePositives:
        'The session needs no log-on and shows nothing but public values; or a tunnel hides it: write what it secures.',
    check(context, report) {
        reportLack(
            context,
            {
                rule: 'clear-text-credentials',
                lack: 'credentials-in-clear',
                message: ({ faults, several, who, where }) =>
                    `${protocolNames(faults)} sends log-ons in clear ${where}${several ? ` in ${who}` : ''}: ` +
                    'who listens once can log on too. Use the encrypted counterpart, or a tunnel, and write ' +
                    'secured encryption.',
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
  flow Station -> Hmi1 : sftp "Recipes"
}
`,
        },
    ],
} satisfies Rule;
