import {
    blamed,
    daysSeen,
    endFirst,
    endName,
    foundIn,
    grouped,
    isEarlier,
    servicesSeen,
    sightings,
} from '../ask/found.ts';
import { deniedText } from '../ask/denied-traffic.ts';
import { proposal } from '../fix/proposal.ts';
import { outsideTunnel } from '../say/outside-tunnel.ts';
import { related } from '../say/related.ts';
import type { Rule } from '../engine/rule.ts';

export default {
    id: 'traffic-past-boundary',
    severity: 'error',
    basis: ['SR 5.2', 'SR 5.2 RE 1', 'ZCR 3.1'],
    summary: 'Traffic between zones was seen that no flow declares and that the rules of the boundary do not permit.',
    why:
        'It takes a path that bypasses the boundary device: a second cable, a bridge, a modem, or the exported ' +
        'rules are not the active ones. The protection of the boundary does not apply to that path.',
    falsePositives:
        'The export of the rules is older than the traffic. Import both again. Where all of the traffic is older ' +
        'than the rules, the message says so: then the rules may have closed it.',
    check({ lookup, ages, today }, report) {
        const found = foundIn(lookup, ages).traffic.filter(each => each.class === 'past-boundary' && !each.proposedBy);
        // What was seen before the rules proves less than what was seen with them.
        const [now = [], before = []] = [false, true].map(earlier =>
            found.filter(each => isEarlier(each, today) === earlier),
        );
        for (const some of [...grouped(now), ...grouped(before)]) {
            const [first] = some;
            const traffic =
                `${endFirst(first!.from)} ${first!.conversation.arrow} ${endName(first!.to)} over ` +
                some.map(servicesSeen).join(', ');
            const days = daysSeen(first!) === '' ? '' : ` ${daysSeen(first!)}`;
            const outside = outsideTunnel(lookup, first!);
            if (outside) {
                report({
                    ...blamed(first!),
                    message: `${traffic} was seen${days}, ${outside.said}`,
                    related: [...sightings(some), ...related('It belongs in the tunnel.', [outside.flow])],
                });
                continue;
            }
            const rules = `rules of ${first!.conduit?.via.map(each => each.id).join(', ') ?? 'the boundary'}`;
            report({
                ...blamed(first!),
                message: !isEarlier(first!, today)
                    ? `${traffic} was seen${days}, no flow declares it, and the ${rules} do not permit it: it ` +
                      `takes another path. ${deniedText(lookup, some)}Find that path, or export the active rules.`
                    : `${traffic} was seen${days}, before the ${rules} of ${first!.seenBefore}, which do not ` +
                      'permit it, and no flow declares it: it took another path, or the rules were different ' +
                      'then. Look for that path, and observe the traffic again.',
                related: sightings(some),
                fixes: () => proposal(lookup, some),
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
ruleset R {
  device K.Fw
  permits 10.20.5.10 -> 10.10.2.11 : tcp 4840 "1"
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
ruleset R {
  device K.Fw
  permits 10.20.5.10 -> 10.10.2.11 : tcp 4840 "1"
}
observation O {
  sees Control
  saw 10.20.5.20 -> 10.10.2.11 : tcp 22 "ssh" used on 19 days, 2026-05-01 to 2026-05-20
}
`,
        },
    ],
} satisfies Rule;
