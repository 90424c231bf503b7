import type { Conduit, Fix, Lookup } from '../../model/index.ts';
import { foreignMedium } from '../ask/boundary-flows.ts';
import { canEnforce } from '../../assessment/enforcing.ts';
import { carriesSignalsOnly } from '../ask/engineering.ts';
import { protectsItself } from '../ask/safety-function.ts';
import { namesDevice } from '../ask/named.ts';
import { isBeyond, joinsOneZone } from '../ask/zones.ts';
import { enforcesToo, newBoundaryDevice } from '../fix/boundary-device.ts';
import { devicesBetween } from '../fix/flow-fixes.ts';
import { grade } from '../ask/grade.ts';
import { isForeign } from '../ask/sides.ts';
import { lacking } from '../say/missing.ts';
import { listed } from '../say/wording.ts';
import type { Context, Rule } from '../engine/rule.ts';

/** Names devices that the model already has in this place; it invents none. */
function fixes(lookup: Lookup, conduit: Conduit): readonly Fix[] {
    const own = lookup
        .assetsIn(conduit.id)
        .filter(asset => canEnforce(lookup, asset))
        .map(asset => asset.name);
    const names =
        own.length > 0
            ? own
            : devicesBetween(
                  lookup,
                  conduit.between.map(end => end.id),
              ).map(asset => asset.id);
    return names.slice(0, 3).map(name => enforcesToo(conduit, name));
}

function whoseMedium(lookup: Lookup, conduit: Conduit): string | null {
    const zone = conduit.between.find(end => isForeign(lookup, end.id));
    return foreignMedium(lookup, conduit) ?? (zone ? `${zone.id} is outside the owner's control` : null);
}

/** `It joins Control and Dmz, and it is wireless.` */
function joins(lookup: Lookup, conduit: Conduit): string {
    const medium = whoseMedium(lookup, conduit);
    return `It joins ${listed(conduit.between.map(end => end.id))}${medium ? `, and ${medium}` : ''}.`;
}

/** ` Wall is named, and not known to be there today.`: what `via` names, and does not count on this day. */
function absentDevices({ model, whole, lookup }: Context): (conduit: Conduit) => string {
    if (whole === model) return () => '';
    const said = new Map(whole.conduits.map(({ id, via }) => [id, via] as const));
    return ({ id }) => {
        const devices = said.get(id) ?? [];
        if (devices.length === 0) return '';
        const [are, they] = devices.length === 1 ? ['is', 'it is'] : ['are', 'they are'];
        const why = devices.every(device => lookup.asset(device.id))
            ? 'but a day that cannot be read leaves open whether'
            : 'but on this day it is not said that';
        return ` ${listed(devices.map(device => device.id))} ${are} named, ${why} ${they} there.`;
    };
}

export default {
    id: 'conduit-without-boundary-device',
    severity: 'error',
    basis: ['SR 5.2'],
    summary: 'A conduit has no device that controls the traffic between its zones.',
    why:
        'Zones are only separated if a device at their boundary filters the traffic. Without a device, the rules ' +
        'of the conduit are not enforced.',
    falsePositives:
        'Links with hard-wired signals only are not reported. Neither are links of a safety function that ' +
        'authenticates itself, because a device in the link could stop the function. A serial line between ' +
        'two devices can be accepted with that reason.',
    check(context, report) {
        const { model, lookup, assessment } = context;
        const needsNone = protectsItself(context.assessment);
        const absent = absentDevices(context);
        const open = model.conduits
            .filter(
                conduit =>
                    !namesDevice(lookup, conduit) &&
                    conduit.between.length > 0 &&
                    !joinsOneZone(conduit) &&
                    !carriesSignalsOnly(lookup, conduit) &&
                    !isBeyond(lookup, conduit) &&
                    !needsNone(conduit),
            )
            .map(
                conduit =>
                    ({
                        conduit,
                        severity: whoseMedium(lookup, conduit) ? 'error' : grade(assessment.of(conduit.id)?.slT[4], 1),
                    }) as const,
            );
        for (const [severity, group] of Map.groupBy(open, each => each.severity)) {
            if (!severity) continue;
            lacking(lookup, {
                rule: 'conduit-without-boundary-device',
                severity,
                elements: group.map(({ conduit }) => conduit),
                noun: 'conduit',
                clause: ['has no device that controls the traffic', 'have no device that controls the traffic'],
                detail: conduit => joins(lookup, conduit) + absent(conduit),
                advice: 'Name the firewall, gateway or diode after `via`.',
                fixes: conduit => [...fixes(lookup, conduit), newBoundaryDevice(lookup, conduit)],
            }).forEach(report);
        }
    },
    examples: [
        {
            before: `system Plant
zone Control { SL-T 2 }
zone Dmz {
  kind dmz
  SL-T 2
}
conduit ControlDmz between Control and Dmz {
        ^^^^^^^^^^
  asset Fw1 : firewall { serves Control, Dmz }
}
`,
            after: `system Plant
zone Control { SL-T 2 }
zone Dmz {
  kind dmz
  SL-T 2
}
conduit ControlDmz between Control and Dmz {
  via Fw1
  asset Fw1 : firewall { serves Control, Dmz }
}
`,
        },
        {
            title: 'No device is known yet',
            before: `system Plant
zone Control { SL-T 2 }
zone Dmz {
  kind dmz
  SL-T 2
}
conduit ControlDmz between Control and Dmz {
        ^^^^^^^^^^
  owner "Network team"
}
`,
            after: `system Plant
zone Control { SL-T 2 }
zone Dmz {
  kind dmz
  SL-T 2
}
conduit ControlDmz between Control and Dmz {
  via Firewall
  asset Firewall : firewall {
    product "TODO: which firewall it is"
    serves Control, Dmz
  }
  owner "Network team"
}
`,
        },
        {
            title: 'Hard-wired signals do not need a filter',
            before: `system Plant
zone Control {
  SL-T 2
  asset Plc1 : plc
}
zone Field {
  SL-T 2
  asset Valve : actuator
}
conduit Signals between Control and Field {
  flow Plc1 -> Valve : hardwired-io "Open and close"
}
`,
        },
    ],
} satisfies Rule;
