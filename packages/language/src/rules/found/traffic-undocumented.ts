import { absentFlows } from '../ask/absent-flows.ts';
import { deniedText } from '../ask/denied-traffic.ts';
import {
    blamed,
    daysSeen,
    endFirst,
    endName,
    foundIn,
    grouped,
    openName,
    placeOfSight,
    servicesSeen,
    sightings,
} from '../ask/found.ts';
import { proposal } from '../fix/proposal.ts';
import { outsideTunnel } from '../say/outside-tunnel.ts';
import { related } from '../say/related.ts';
import { flowName } from '../say/wording.ts';
import type { Rule } from '../engine/rule.ts';

export default {
    id: 'traffic-undocumented',
    severity: 'error',
    basis: ['SR 5.2', 'SR 5.2 RE 1', 'ZCR 6.4'],
    summary: 'Traffic between zones was seen that no flow declares.',
    why:
        'Traffic that is not in the model was not assessed: it is missing from levels, paths and invariants. The ' +
        'documented boundary is not the real one.',
    falsePositives: 'The observation is of a test, or of a time before the model.',
    check(context, report) {
        const { lookup, ages } = context;
        const found = foundIn(lookup, ages).traffic.filter(each => each.class === 'undocumented' && !each.proposedBy);
        const absent = found.length > 0 ? absentFlows(context) : null;
        for (const some of grouped(found)) {
            const [first] = some;
            const flows = some.map(each => absent?.seenAs(each.conversation));
            const [declared] = flows.every(each => each?.flow === flows[0]?.flow) ? flows : [];
            const days = daysSeen(first!);
            const traffic =
                `${endFirst(first!.from)} ${first!.conversation.arrow} ${endName(first!.to)} over ` +
                `${some.map(servicesSeen).join(', ')} was seen${days === '' ? '' : ` ${days}`}`;
            const outside = outsideTunnel(lookup, first!);
            if (outside) {
                report({
                    ...blamed(first!),
                    message: `${traffic}, ${outside.said}`,
                    related: [...sightings(some), ...related('It belongs in the tunnel.', [outside.flow])],
                });
                continue;
            }
            report({
                ...blamed(first!),
                message:
                    `${traffic}, but no flow ${declared ? 'of today ' : ''}declares ` +
                    `it${first!.configured === 'yes' ? ', although the rules permit it' : ''}. ` +
                    deniedText(lookup, some) +
                    (declared
                        ? `It is traffic of ${declared.said}. Stop it${declared.meanwhile}, or correct the day.`
                        : 'Declare it if it is needed, or stop it.'),
                related: [...sightings(some), ...related('It declares this.', declared ? [declared.flow] : [])],
                fixes: declared ? [] : () => proposal(lookup, some),
            });
        }
        for (const sight of foundIn(lookup, ages).open) {
            const days = daysSeen(sight);
            const seen =
                `${openName(sight.from)} ${sight.conversation.arrow} ${openName(sight.to)} over ` +
                `${servicesSeen(sight)} was seen${days === '' ? '' : ` ${days}`}`;
            if (sight.mayBeOf && sight.conversation.outcome !== 'tried') {
                report({
                    at: placeOfSight(sight),
                    subject: sight.observation.id,
                    severity: 'warning',
                    message:
                        `${seen}, and its port is not said exactly: it may be what ${flowName(sight.mayBeOf)} ` +
                        'declares, or traffic that no flow declares. Find out which port it is.',
                });
            }
            if (sight.undocumented === 'unknown') continue;
            const inside = sight.undocumented === 'unless-inside';
            report({
                at: placeOfSight(sight),
                subject: sight.observation.id,
                ...(inside ? { severity: 'warning' as const } : {}),
                message:
                    `${seen}, and no flow declares it, ` +
                    `whichever host it is of${inside ? ', unless it stays in one zone' : ''}. Find the host, and ` +
                    'declare the traffic if it is needed, or stop it.',
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
        ^
  via Fw
  asset Fw : firewall { address 10.10.2.1, 10.20.5.1 serves Control, Dmz }
  flow Dmz.Hist -> Control.Plc : opc-ua
}
observation O {
  sees Control
  saw 10.20.5.20 -> 10.10.2.11 : tcp 22 "ssh" used on 19 days, 2026-05-01 to 2026-05-20
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
  flow Dmz.Jump -> Control.Plc : ssh {
    port tcp 22
    is proposed because "seen on 19 days"
  }
}
observation O {
  sees Control
  saw 10.20.5.20 -> 10.10.2.11 : tcp 22 "ssh" used on 19 days, 2026-05-01 to 2026-05-20
}
`,
        },
    ],
} satisfies Rule;
