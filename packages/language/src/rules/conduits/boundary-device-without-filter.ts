import { inTurns } from '../../assessment/in-turns.ts';
import type { Asset, Conduit, Fix, Lookup, Mention } from '../../model/index.ts';
import { canEnforce } from '../../assessment/enforcing.ts';
import { isBeyond } from '../ask/zones.ts';
import { newBoundaryDevice, enforcesToo } from '../fix/boundary-device.ts';
import { devicesBetween } from '../fix/flow-fixes.ts';
import { lacking } from '../say/missing.ts';
import { related } from '../say/related.ts';
import { listed } from '../say/wording.ts';
import type { Rule } from '../engine/rule.ts';

/** True for a device that says in which zones it has legs, and has none where the conduit ends or is carried. */
function isElsewhere(lookup: Lookup, conduit: Conduit, device: Asset): boolean {
    if (device.serves.length === 0) return false;
    const legs = [lookup.zoneOf(device.id)?.id ?? [], device.serves.map(({ id }) => id)].flat();
    const isAt = ({ id }: Mention): boolean => {
        const end = lookup.zoneOf(id)?.id;
        return end !== undefined && legs.some(leg => lookup.within(leg, end) || lookup.within(end, leg));
    };
    return ![...conduit.between, ...conduit.over].some(isAt);
}

/** Why none of the devices is known to filter, as a clause behind their names. */
function whyNot(lookup: Lookup, conduit: Conduit, devices: readonly Asset[]): string {
    const all = (test: (device: Asset) => boolean): boolean => devices.every(test);
    if (devices.some(device => canEnforce(lookup, device) && isElsewhere(lookup, conduit, device)))
        return 'and none that filters has an interface in a zone where it ends';
    const several = devices.length > 1;
    if (all(device => device.type === null))
        return several
            ? 'and their types do not show whether they filter'
            : 'and its type does not show whether it filters';
    if (all(device => lookup.isA(device, 'network-device')))
        return several ? 'which forward all traffic' : 'which forwards all traffic';
    return several ? 'which are not designed to filter' : 'which is not designed to filter';
}

/** True where a device, or what one of them is, has a name that is not known. */
function isUnread(lookup: Lookup, conduit: Conduit): boolean {
    return lookup.isUnread(conduit.id, 'via') || conduit.via.some(({ id }) => lookup.isUnread(id, 'asset'));
}

/** Names a device that has a leg in each of the zones and can enforce the boundary, where the model has one. */
function otherDevice(lookup: Lookup, conduit: Conduit, devices: readonly Asset[]): readonly Fix[] {
    const other = devicesBetween(
        lookup,
        conduit.between.map(end => end.id),
    ).find(device => !devices.includes(device));
    return other ? [enforcesToo(conduit, other.id)] : [];
}

export default {
    id: 'boundary-device-without-filter',
    severity: 'warning',
    basis: ['SR 5.2', 'SR 5.2 RE 1'],
    summary: 'None of the boundary devices of a conduit is known to filter traffic.',
    why:
        'A switch separates networks, a router separates subnets, a media converter changes cables, a controller ' +
        'or server has other tasks: none of them decides what may pass, and nor does a firewall between other zones. ' +
        'With only such devices, the boundary is drawn but not enforced.',
    falsePositives:
        'A switch or router with access lists that deny by default. Derive a type of your own from ' +
        '`firewall`, or accept the finding and name the access list.',
    *check({ model, lookup }, report) {
        const devicesOf = new Map<Conduit, readonly Asset[]>();
        yield* inTurns(model.conduits, conduit => {
            const devices = conduit.via.flatMap(({ id }) => lookup.asset(id) ?? []);
            if (devices.length === 0 || isUnread(lookup, conduit) || isBeyond(lookup, conduit)) return;
            const filters = (device: Asset): boolean =>
                canEnforce(lookup, device) && !isElsewhere(lookup, conduit, device);
            if (!devices.some(filters)) devicesOf.set(conduit, devices);
        });
        lacking(lookup, {
            rule: 'boundary-device-without-filter',
            elements: [...devicesOf.keys()],
            noun: 'conduit',
            clause: [
                'has no boundary device that is known to filter traffic',
                'have no boundary device that is known to filter traffic',
            ],
            detail: conduit => {
                const devices = devicesOf.get(conduit)!;
                const names = listed(devices.map(device => device.name));
                return `It names only ${names}, ${whyNot(lookup, conduit, devices)}.`;
            },
            advice: 'Name the firewall, gateway or diode that filters, or give the device its specific type.',
            fixes: conduit => [
                ...otherDevice(lookup, conduit, devicesOf.get(conduit)!),
                newBoundaryDevice(lookup, conduit),
            ],
            beside: related('Named after `via`.', [...new Set([...devicesOf.values()].flat())]),
        }).forEach(report);
    },
    examples: [
        {
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
  via Switch1, Firewall
  asset Switch1 : managed-switch { serves Control, Operations }
  asset Firewall : firewall {
    product "TODO: which firewall it is"
    serves Control, Operations
  }
}
`,
        },
        {
            title: 'A controller is not a filter',
            before: `system Plant
zone Control {
  kind control
  SL-T 2
  asset Plc1 : plc
}
zone Operations {
  kind operations
  SL-T 2
}
conduit ControlOperations between Control and Operations {
        ^^^^^^^^^^^^^^^^^
  via Control.Plc1
}
`,
            after: `system Plant
zone Control {
  kind control
  SL-T 2
  asset Plc1 : plc
}
zone Operations {
  kind operations
  SL-T 2
}
conduit ControlOperations between Control and Operations {
  via Control.Plc1, Firewall
  asset Firewall : firewall {
    product "TODO: which firewall it is"
    serves Control, Operations
  }
}
`,
        },
        {
            title: 'A firewall has an interface in both zones',
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
  via Switch1, Operations.Fw1
  asset Switch1 : managed-switch { serves Control, Operations }
}
`,
        },
    ],
} satisfies Rule;
