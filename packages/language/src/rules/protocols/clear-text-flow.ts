import { protocolNames, reportLack } from '../say/protocol-lack.ts';
import { secureCounterparts } from '../ask/secure-counterparts.ts';
import type { Rule } from '../engine/rule.ts';

export default {
    id: 'clear-text-flow',
    severity: 'warning',
    basis: ['SR 4.1', 'SR 4.1 RE 1', 'SR 4.1 RE 2'],
    summary: 'A flow across a boundary is authenticated but not encrypted, although its SL-T requires confidentiality.',
    why:
        'Recipes, addresses and operating patterns of a plant help to prepare an attack. IEC 62443-3-3 requires ' +
        'confidentiality on untrusted networks from level 2, and across every zone boundary at level 4. In other ' +
        'cases readable data is not reported.',
    falsePositives:
        'The data is public or worthless to others. State it on the conduit (`excludes SR 4.1 because "…"`).',
    check(context, report) {
        reportLack(
            context,
            {
                rule: 'clear-text-flow',
                lack: 'clear-text',
                message: ({ faults, several, who, where }) =>
                    `${protocolNames(faults)} can be read by third parties ` +
                    `${where}${several ? ` in ${who}` : ''}. Encrypt it and write \`secured encryption\`.`,
                fixes: faults => secureCounterparts(context.lookup, faults),
            },
            report,
        );
    },
    examples: [
        {
            before: `system Plant
zone Control {
  SL-T 4
  asset Rtu1 : rtu
}
zone Outstation {
  kind field
  SL-T 4
  asset Rtu2 : rtu
}
conduit Fibre between Control and Outstation {
  via Router1
  asset Router1 : router { serves Control, Outstation }
  flow Rtu1 -> Rtu2 : dnp3-sa "Levels" { secured authentication, integrity }
                      ^^^^^^^
}
`,
            after: `system Plant
zone Control {
  SL-T 4
  asset Rtu1 : rtu
}
zone Outstation {
  kind field
  SL-T 4
  asset Rtu2 : rtu
}
conduit Fibre between Control and Outstation {
  via Router1
  asset Router1 : router { serves Control, Outstation }
  flow Rtu1 -> Rtu2 : dnp3-tls "Levels" {
    secured authentication, integrity
    is proposed because "TODO: when dnp3-tls is in use here"
  }
}
`,
        },
        {
            title: "On the owner's own network, readable data is not a fault below level 4",
            before: `system Plant
zone Control {
  SL-T 2
  asset Rtu1 : rtu
}
zone Outstation {
  kind field
  SL-T 2
  asset Rtu2 : rtu
}
conduit Fibre between Control and Outstation {
  via Router1
  asset Router1 : router { serves Control, Outstation }
  flow Rtu1 -> Rtu2 : dnp3-sa "Levels" { secured authentication, integrity }
}
`,
        },
    ],
} satisfies Rule;
