import { nameOf } from '../../model/index.ts';
import { stoppingOf } from '../../reconcile/index.ts';
import { foundIn } from '../ask/found.ts';
import { withoutFlow } from '../fix/found-fixes.ts';
import type { Rule } from '../engine/rule.ts';
import { flowName } from '../say/wording.ts';

export default {
    id: 'flow-not-permitted',
    severity: 'warning',
    basis: ['SR 5.2', 'SR 5.2 RE 1', 'ZCR 6.4'],
    summary: 'The rules of a boundary device do not permit a declared flow, or only a part of it.',
    why: 'Either the flow is needed and does not work, or it is no longer needed and the model still permits it.',
    falsePositives: 'The flow is planned, and the rules will follow.',
    check({ lookup, ages }, report) {
        for (const { flow, class: found, configured, devices, near } of foundIn(lookup, ages).flows) {
            // What a rule nearly is stands at that rule, once.
            if (found !== 'not-permitted' || near) continue;
            const stopping =
                configured === 'no' ? stoppingOf(devices) : devices.filter(each => each.configured === configured);
            const missing = stopping.find(each => each.missing !== null)?.missing;
            report({
                at: nameOf(flow.origin),
                subject: flow.container,
                message:
                    configured === 'partly'
                        ? `The rules of ${stopping.map(each => each.device.id).join(', ')} permit only a part ` +
                          `of ${flowName(flow)}` +
                          `${missing ? `: ${missing} ${missing.includes(';') ? 'are' : 'is'} blocked` : ''}. ` +
                          'Complete the rules, or narrow the flow.'
                        : `The rules of ${stopping.map(each => each.device.id).join(', ')} do not permit ` +
                          `${flowName(flow)}` +
                          `${stopping[0]?.configured === 'no' ? '' : ': nothing of it passes all of them'}. ` +
                          'Add a rule for it, or remove the flow.',
                fixes: () => [withoutFlow(flow)],
                related: stopping.flatMap(each =>
                    each.rules
                        .slice(0, 2)
                        .map(rule => ({ message: `${each.device.id} decides it here`, at: nameOf(rule.origin) })),
                ),
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
       ^^^^^^^^^^^^^^^^^^^^^^^
}
ruleset R {
  device K.Fw
  permits 10.20.5.20 -> 10.10.2.11 : tcp 22 "1"
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
}
ruleset R {
  device K.Fw
  permits 10.20.5.20 -> 10.10.2.11 : tcp 22 "1"
}
`,
        },
        {
            title: 'What the first matching rule permits',
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
  permits 10.20.5.10 -> 10.10.2.11 : tcp 4840 "1"
  blocks any -> any : any "9"
}
`,
        },
    ],
} satisfies Rule;
