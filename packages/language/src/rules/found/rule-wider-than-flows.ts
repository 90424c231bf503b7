import { servicesOf, serviceText } from '../../filter/index.ts';
import { someAddresses } from '../../reconcile/index.ts';
import { flowsText, foundIn, placeOfRule, ruleName } from '../ask/found.ts';
import { nameOf } from '../../model/index.ts';
import { proposedFor } from '../fix/found-fixes.ts';
import type { Rule } from '../engine/rule.ts';

export default {
    id: 'rule-wider-than-flows',
    severity: 'warning',
    basis: ['SR 5.2', 'SR 7.7', 'ZCR 6.4'],
    summary: 'A firewall rule permits more than the declared flows need.',
    why:
        'What it permits beyond the flows was not assessed. A rule for a whole network instead of one host ' +
        'permits every other host of that network, including devices that are connected later.',
    falsePositives: 'Flows will be added, or an address pool needs the whole network.',
    check({ lookup, ages }, report) {
        for (const reading of foundIn(lookup, ages).rules) {
            const { ruleset, rule, class: found, flows, width, surplus, proposedBy } = reading;
            if (found !== 'wider' || proposedBy) continue;
            const [{ side, of, covered }, beyond] = [width!, surplus!];
            const many = { from: 'source addresses', to: 'target addresses', service: 'services' }[side];
            const example =
                ` No flow needs ${someAddresses(beyond.from)} -> ${someAddresses(beyond.to)} : ` +
                `${servicesOf(beyond.services).map(serviceText).slice(0, 3).join(', ')}.`;
            // Of several sources and targets each may be needed, and some not with each other.
            const more =
                of > covered
                    ? `${of.toLocaleString('en-GB')} ${many}, but the flows need ` + covered.toLocaleString('en-GB')
                    : 'more than the flows need';
            report({
                at: placeOfRule(rule),
                subject: ruleset.id,
                fixes: () => proposedFor(lookup, reading),
                severity: of >= 10 * Math.max(1, covered) ? 'warning' : 'info',
                message:
                    `${ruleName(rule)} permits ${more} (${flowsText(flows)}).${example} Narrow the rule, or declare ` +
                    'what it is for.',
                related: flows.slice(0, 5).map(flow => ({ message: 'This flow needs it', at: nameOf(flow.origin) })),
            });
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
  permits 10.20.5.0/24 -> 10.10.2.11 : tcp 4840 "1"
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
}
`,
            after: `system Plant
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
  flow Dmz -> Control.Plc : opc-ua {
    port tcp 4840
    is proposed because "permitted by rule 1"
  }
}
ruleset R {
  device K.Fw
  permits 10.20.5.0/24 -> 10.10.2.11 : tcp 4840 "1"
}
`,
        },
    ],
} satisfies Rule;
