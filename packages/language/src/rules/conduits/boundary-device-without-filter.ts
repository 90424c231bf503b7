import type { Asset, Lookup } from '../../model/index.ts';
import { nameOf } from '../../model/index.ts';
import { newBoundaryDevice } from '../fix/boundary-device.ts';
import { devicesBetween } from '../fix/flow-fixes.ts';
import { related } from '../say/related.ts';
import { listed } from '../say/wording.ts';
import type { Rule } from '../engine/rule.ts';

/** Devices that pass on, copy or convert whatever comes. */
const passive: readonly string[] = [
    'switch', 'media-converter', 'tap', 'packet-broker', 'radio', 'modem', 'access-point', 'telecom-multiplexer', 'fieldbus-coupler', 'ids',
];

function filters(lookup: Lookup, device: Asset): boolean {
    return !lookup.isA(device, ...passive) || lookup.isA(device, 'ips');
}

export default {
    id: 'boundary-device-without-filter',
    severity: 'warning',
    basis: ['SR 5.2', 'SR 5.2 RE 1'],
    summary: 'The only boundary devices of a conduit pass on whatever comes.',
    why: 'A switch divides networks, a media converter changes cables, a sensor watches: none of them decides what may cross. '
        + 'With such devices alone the boundary is drawn and not enforced.',
    falsePositives: 'A switch with access lists that deny by default: accept it and name the list.',
    check({ model, lookup }, report) {
        for (const conduit of model.conduits) {
            const devices = conduit.via.flatMap(({ id }) => lookup.asset(id) ?? []);
            if (devices.length === 0 || devices.some(device => filters(lookup, device))) continue;
            const other = devicesBetween(lookup, conduit.between.map(end => end.id)).find(device => !devices.includes(device));
            report({
                at: nameOf(conduit.origin),
                subject: conduit.id,
                message: `${conduit.name} has no boundary device but ${listed(devices.map(device => device.name))}, which passes on whatever comes. `
                    + 'Name the firewall, gateway or diode that decides what may cross.',
                fixes: [
                    ...(other ? [{
                        kind: 'fix' as const,
                        title: `Let ${other.id} enforce the boundary`,
                        edits: [{ kind: 'add' as const, into: conduit.origin, text: `via ${other.id}`, where: 'first' as const }],
                    }] : []),
                    newBoundaryDevice(lookup, conduit),
                ],
                related: related('Passes on whatever comes.', devices),
            });
        }
    },
    examples: [{
        before: `system Plant
zone Control { SL-T 2 }
zone Operations {
  kind operations
  SL-T 2
}
conduit ControlOperations between Control and Operations {
        ^^^^^^^^^^^^^^^^^
  via Switch1
  asset Switch1 : managed-switch { serves Control, Operations }
}
`,
        after: `system Plant
zone Control { SL-T 2 }
zone Operations {
  kind operations
  SL-T 2
}
conduit ControlOperations between Control and Operations {
  via Firewall
  asset Firewall : firewall {
    product "TODO: which firewall it is"
    serves Control, Operations
  }
  via Switch1
  asset Switch1 : managed-switch { serves Control, Operations }
}
`,
    }, {
        title: 'A firewall has a leg in both zones',
        before: `system Plant
zone Control { SL-T 2 }
zone Operations {
  kind operations
  SL-T 2
  asset Fw1 : firewall { serves Control }
}
conduit ControlOperations between Control and Operations {
        ^^^^^^^^^^^^^^^^^
  via Switch1
  asset Switch1 : managed-switch { serves Control, Operations }
}
`,
        after: `system Plant
zone Control { SL-T 2 }
zone Operations {
  kind operations
  SL-T 2
  asset Fw1 : firewall { serves Control }
}
conduit ControlOperations between Control and Operations {
  via Operations.Fw1
  via Switch1
  asset Switch1 : managed-switch { serves Control, Operations }
}
`,
    }],
} satisfies Rule;
