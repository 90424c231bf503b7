import { blamed, daysSeen, endFirst, endName, foundIn, grouped, servicesSeen, sightings } from '../ask/found.ts';
import { proposal } from '../fix/proposal.ts';
import type { Rule } from '../engine/rule.ts';

export default {
    id: 'attempt-undocumented',
    severity: 'info',
    basis: ['SR 6.2', 'SR 5.2'],
    summary: 'Unanswered connection attempts between zones were observed that no flow declares.',
    why:
        'Either something tries to reach what it should not, or a device is configured for a plant that no ' +
        'longer exists. If the target is outside the model, a device may be calling home.',
    falsePositives: 'The attempts are known and harmless, such as a search for updates without internet access.',
    check({ lookup, ages }, report) {
        const found = foundIn(lookup, ages).traffic.filter(each => each.class === 'attempt' && !each.proposedBy);
        for (const some of grouped(found)) {
            const [first] = some;
            const days = daysSeen(first!);
            report({
                ...blamed(first!),
                ...(first!.from.zone && !first!.to.zone ? { severity: 'warning' as const } : {}),
                message:
                    `${endFirst(first!.from)} tried to reach ${endName(first!.to)} over ` +
                    `${some.map(servicesSeen).join(', ')}${days === '' ? '' : ` ${days}`}, ` +
                    'without an answer, and no flow declares it. Find out the cause, and switch it off or ' +
                    'declare it.',
                fixes: () => proposal(lookup, some),
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
