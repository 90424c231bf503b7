import { hasEvidence, reconciliation } from '../../reconcile/index.ts';
import { blamed, daysSeen, endName, grouped, servicesSeen, sightings } from '../ask/found.ts';
import type { Rule } from '../engine/rule.ts';

export default {
    id: 'attempt-undocumented',
    severity: 'info',
    basis: ['SR 6.2', 'SR 5.2'],
    summary: 'Sessions between zones were tried that no flow declares and that were not answered.',
    why:
        'Somebody tries to reach what he should not, or something is configured for a plant that is no more. To ' +
        'a host ' +
        'outside of the model it may be a device that calls home.',
    falsePositives: 'Where the tries are known and harmless, such as a search for updates that has no way out.',
    check({ lookup }, report) {
        if (!hasEvidence(lookup)) return;
        const found = reconciliation(lookup).traffic.filter(each => each.class === 'attempt' && !each.proposedBy);
        for (const some of grouped(found)) {
            const [first] = some;
            report({
                ...blamed(first!),
                ...(first!.from.zone && !first!.to.zone ? { severity: 'warning' as const } : {}),
                message:
                    `${endName(first!.from)} tried to reach ${endName(first!.to)} over ` +
                    `${some.map(servicesSeen).join(', ')}` +
                    `${daysSeen(first!) === '' ? '' : ` ${daysSeen(first!)}`}, without an answer, and no flow ` +
                    'declares it. Find out what tries, and switch it off or declare it.',
                related: sightings(some),
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
observation O {
  sees Control
  saw 10.10.2.11 -> 8.8.8.8 : udp 53 tried on 20 days, 2026-05-01 to 2026-05-20
      ^^^^^^^^^^^^^^^^^^^^^
}
`,
        },
    ],
} satisfies Rule;
