import { nameOf } from '../../model/index.ts';
import { foundIn, sightings } from '../ask/found.ts';
import { hostFix } from '../fix/found-fixes.ts';
import { holderAtOtherTimes } from '../ask/other-times.ts';
import { absenceOf } from '../say/absence.ts';
import { related } from '../say/related.ts';
import type { Rule } from '../engine/rule.ts';

export default {
    id: 'host-undocumented',
    severity: 'warning',
    basis: ['SR 7.8', 'SR 6.2', 'ZCR 1.1'],
    summary: 'A host was seen in the network of a zone, but no asset of the model has its address.',
    why:
        'A device without an entry in the inventory has no owner, no updates and no assessment, but it can reach ' +
        'what its zone can reach.',
    falsePositives: 'Addresses of virtual interfaces and of address pools. Add them to their asset.',
    check({ lookup, ages, whole, today }, report) {
        for (const { address, zone, conversations } of foundIn(lookup, ages).hosts) {
            const other = holderAtOtherTimes(lookup, whole, address);
            report({
                at: nameOf(zone.origin),
                subject: zone.id,
                message: other
                    ? `${address} was seen in the network of ${zone.id}. It is the address of ${other.id}, ` +
                      `${absenceOf(lookup.said(), other, [other.container], today).text}. ` +
                      'Correct the day, or find out what was seen.'
                    : `${address} was seen in the network of ${zone.id}, but no asset has that address. Declare ` +
                      'the asset, or find out what it is.',
                fixes: other ? [] : [hostFix(lookup, zone, address)],
                related: [...sightings(conversations), ...related('It has this address.', other ? [other] : [])],
            });
        }
    },
    examples: [
        {
            before: `system Plant
zone Control { kind control network 10.10.2.0/24
     ^^^^^^^
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
  saw 10.10.2.77 -> 10.10.2.11 : tcp 502 "modbus" used on 2 days, 2026-05-07 to 2026-05-08
}
`,
            after: `system Plant
zone Control { kind control network 10.10.2.0/24
  asset Plc : plc { address 10.10.2.11 }
  asset Unknown "TODO: what 10.10.2.77 is" : host-device {
    address 10.10.2.77
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
  saw 10.10.2.77 -> 10.10.2.11 : tcp 502 "modbus" used on 2 days, 2026-05-07 to 2026-05-08
}
`,
        },
    ],
} satisfies Rule;
