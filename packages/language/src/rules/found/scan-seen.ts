import type { Located } from '../../reconcile/index.ts';
import { ownAddress } from '../../reconcile/index.ts';
import { daysSeen, endFirst, foundIn, openName, placeOfSight } from '../ask/found.ts';
import { holderAtOtherTimes } from '../ask/other-times.ts';
import { hostFix } from '../fix/found-fixes.ts';
import type { Rule } from '../engine/rule.ts';

const scanned = (who: string, sight: Located): string => {
    const days = daysSeen(sight);
    return (
        `${who} tried many hosts or ports within an hour${days === '' ? '' : `, ${days}`}. Find out who scans, and ` +
        'whether it was agreed.'
    );
};

export default {
    id: 'scan-seen',
    severity: 'info',
    basis: ['SR 6.2', 'SR 3.2'],
    summary: 'One host tried many others within an hour.',
    why: 'An intruder scans to find other devices. Even an intended scan can stop devices that are not robust.',
    falsePositives:
        'An agreed inventory scan, at its time and from its host. Accept it in the zone of the host that scans (in ' +
        'the observation for one that is not known), with who agreed and until when; each later scan of that ' +
        'zone is accepted with it until then.',
    check({ lookup, ages, whole }, report) {
        const { traffic, hosts, open } = foundIn(lookup, ages);
        for (const reading of traffic) {
            if (reading.class !== 'scan') continue;
            const { from } = reading;
            const host = hosts.find(({ zone, address }) => zone === from.zone && address === ownAddress(from));
            report({
                at: placeOfSight(reading),
                subject: from.zone?.id ?? reading.observation.id,
                ...(from.asset ? {} : { severity: 'warning' as const }),
                // Of an asset that scans nothing is missing in the model: whether it was agreed is for people to say.
                // An asset that is there at other times has the address already.
                fixes:
                    host && !holderAtOtherTimes(lookup, whole, host.address)
                        ? [hostFix(lookup, host.zone, host.address)]
                        : [],
                message: scanned(endFirst(from), reading),
            });
        }
        // Of an address that several hosts share it is not known who scans.
        for (const sight of open.filter(each => each.conversation.outcome === 'scanned'))
            report({
                at: placeOfSight(sight),
                subject: sight.observation.id,
                severity: 'warning',
                message: scanned(openName(sight.from), sight),
            });
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
  saw 10.10.2.99 -> any : any scanned on 1 days, 2026-05-07 to 2026-05-07
      ^^^^^^^^^^^^^^^^^
}
`,
            after: `system Plant
zone Control { kind control network 10.10.2.0/24
  asset Plc : plc { address 10.10.2.11 }
  asset Unknown "TODO: what 10.10.2.99 is" : host-device {
    address 10.10.2.99
  }
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
  saw 10.10.2.99 -> any : any scanned on 1 days, 2026-05-07 to 2026-05-07
}
`,
        },
    ],
} satisfies Rule;
