import { nameOf } from '../../model/index.ts';
import { ruleName } from '../ask/found.ts';
import type { Rule } from '../engine/rule.ts';

/** So many source ports are those of clients. */
const ofClients = 1000;

/** The source ports by which a rule permits, as its condition says them; `null` for none, and for those of clients. */
function sourcePorts(when: string | null): string | null {
    const said = /(?<!\bnot )\bsource ports?\b[^;]*/i.exec(when ?? '')?.[0].trim();
    if (!said || /\bports? not\b/i.test(said)) return null;
    const ranges = [...said.matchAll(/(\d+)\s*[-:–]\s*(\d+)/g)];
    return ranges.some(([, first, last]) => Number(last) - Number(first) >= ofClients) ? null : said;
}

export default {
    id: 'stateless-return-rule',
    severity: 'warning',
    basis: ['SR 5.2'],
    summary: 'A firewall rule permits answers by their source port.',
    why:
        'Any sender that uses this source port is permitted as well, to every port of the target. A stateful ' +
        'filter does not need such a rule. A wide range of source ports, such as 1024-65535, is that of clients and ' +
        'is not reported.',
    falsePositives: 'The device cannot filter statefully. Say so in the model, and narrow the rule as far as possible.',
    check({ model }, report) {
        for (const ruleset of model.rulesets) {
            for (const rule of ruleset.rules) {
                const ports = rule.permits && rule.traits.length === 0 ? sourcePorts(rule.when) : null;
                if (ports === null) continue;
                report({
                    at: nameOf(rule.origin),
                    subject: ruleset.id,
                    message:
                        `${ruleName(rule)} permits packets by their ${ports}, which any sender can use. Use stateful ` +
                        'filtering instead.',
                });
            }
        }
    },
    examples: [
        {
            before: `system Plant
zone Control { kind control network 10.10.2.0/24
  asset Plc : plc { address 10.10.2.11 }
}
zone Dmz { kind dmz network 10.20.5.0/24
  asset Hist : historian { address 10.20.5.10 }
  asset Jump : jump-host { address 10.20.5.20 }
}
conduit K between Control and Dmz {
  via Fw
  asset Fw : firewall { address 10.10.2.1, 10.20.5.1 serves Control, Dmz }
  flow Dmz.Hist -> Control.Plc : opc-ua
}
ruleset R {
  device K.Fw
  permits 10.10.2.0/24 -> 10.20.5.0/24 : tcp 1024-65535 "7 Answers" { when "source port 4840" }
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
}
`,
        },
    ],
} satisfies Rule;
