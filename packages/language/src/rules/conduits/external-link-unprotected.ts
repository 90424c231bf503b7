import type { Protection } from '../../model/index.ts';
import { nameOf, protections } from '../../model/index.ts';
import { faultsOfLinks } from '../ask/protocol-faults.ts';
import { isBeyond } from '../ask/zones.ts';
import { gravest, protocolNames } from '../say/protocol-lack.ts';
import { secureCounterparts } from '../ask/secure-counterparts.ts';
import { alsoBlamed } from '../say/related.ts';
import { counted, listed } from '../say/wording.ts';
import type { Rule } from '../engine/rule.ts';

/** What others on the line can do, by what is missing. */
function consequences(missing: readonly Protection[]): string {
    const can: readonly (readonly [Protection, string])[] = [
        ['encryption', 'listen'],
        ['integrity', 'modify the data'],
        ['authentication', 'impersonate either side'],
    ];
    return listed(can.flatMap(([protection, what]) => (missing.includes(protection) ? [what] : [])));
}

export default {
    id: 'external-link-unprotected',
    severity: 'error',
    basis: ['SR 4.1 RE 1', 'SR 3.1', 'SR 1.2', 'SR 1.13'],
    summary: 'Flows use a wireless, untrusted or external link without the protection that such a medium needs.',
    why:
        'On a medium of another party, third parties have access to the line: they can read, modify and forge ' +
        'data. Locked rooms at both ends do not help; only a tunnel or a protected protocol does.',
    falsePositives:
        'The carrier encrypts the line under a contract. State it on the conduit (`compensates SR 4.1 because "…"`).',
    check(context, report) {
        for (const faults of faultsOfLinks(context.assessment).values()) {
            const first = faults[0]?.boundary;
            if (!first?.conduit || isBeyond(context.lookup, first.conduit)) continue;
            const flows = [...new Set(faults.map(fault => fault.boundary.flow))];
            const names = protocolNames(faults);
            const missing = protections.filter(each => faults.some(fault => fault.missing.includes(each)));
            report({
                at: nameOf(first.conduit.origin),
                subject: first.conduit.id,
                severity: gravest(faults),
                message:
                    `${counted(flows.length, 'flow')} of ${first.conduit.name} ` +
                    `cross${flows.length === 1 ? 'es' : ''} it with ${names} and without ${listed(missing)}, and ` +
                    `${first.foreign}: third parties can ${consequences(missing)} there. Add a tunnel, and state ` +
                    `the protection of the flows (\`secured … by …\`).`,
                fixes: secureCounterparts(context.lookup, faults),
                related: alsoBlamed('This flow is not sufficiently protected.', flows),
                gathers: true,
            });
        }
    },
    examples: [
        {
            before: `system Plant
zone Control {
  SL-T 2
  asset Scada : scada-server
}
zone Outstation {
  kind field
  SL-T 2
  asset Rtu : rtu
}
conduit Radio between Control and Outstation {
        ^^^^^
  is untrusted
  via Radio1
  asset Radio1 : router { serves Control, Outstation }
  flow Scada -> Rtu : dnp3 "Levels" { access read }
}
`,
            after: `system Plant
zone Control {
  SL-T 2
  asset Scada : scada-server
}
zone Outstation {
  kind field
  SL-T 2
  asset Rtu : rtu
}
conduit Radio between Control and Outstation {
  is untrusted
  via Radio1
  asset Radio1 : router { serves Control, Outstation }
  flow Scada -> Rtu : dnp3-tls "Levels" {
    access read
    is proposed because "TODO: when dnp3-tls is in use here"
  }
}
`,
        },
        {
            title: 'A tunnel between the sites',
            before: `system Plant
zone Control {
  SL-T 2
  asset Scada : scada-server
}
zone Outstation {
  kind field
  SL-T 2
  asset Rtu : rtu
}
conduit Radio between Control and Outstation {
  is untrusted
  via Radio1
  asset Radio1 : vpn-gateway { serves Control, Outstation }
  flow Scada -> Rtu : dnp3, ipsec "Levels" { access read }
}
`,
        },
    ],
} satisfies Rule;
