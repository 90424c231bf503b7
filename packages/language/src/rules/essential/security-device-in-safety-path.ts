import { isHardwired } from '../../assessment/passing.ts';
import type { Asset } from '../../model/index.ts';
import { nameOf, placeIn } from '../../model/index.ts';
import { boundaryFlows } from '../ask/boundary-flows.ts';
import { isSafetyFunction, safetyDevices, stopping } from '../ask/safety-function.ts';
import { related } from '../say/related.ts';
import { ofTypes } from '../ask/types.ts';
import { flowName, listed } from '../say/wording.ts';
import type { Context, Report, Rule } from '../engine/rule.ts';

/** Services that decide who may do something. */
const deciding: readonly string[] = [
    'domain-controller',
    'authentication-server',
    'certificate-authority',
    'antivirus-server',
    ...stopping,
];

type Test = (asset: Asset) => boolean;

function reportFlows(context: Context, isSafety: Test, report: Report): void {
    for (const boundary of boundaryFlows(context.assessment)) {
        // What is wired passes no device, however its protocol is called.
        if (isHardwired(context.lookup, boundary.flow) || !isSafetyFunction(isSafety, boundary)) continue;
        const devices = (boundary.conduit?.via ?? [])
            .flatMap(({ id }) => context.lookup.asset(id) ?? [])
            .filter(device => context.lookup.isA(device, ...stopping));
        if (devices.length === 0) continue;
        const { flow } = boundary;
        report({
            at: nameOf(flow.origin),
            subject: flow.container,
            message:
                `${flowName(flow)} is part of a safety function and passes ` +
                `${listed(devices.map(device => device.name))}: if that blocks or fails, the function does not ` +
                'act. Keep the function inside one zone or on separate wiring, or use a link with authentication ' +
                'and integrity and place the device next to it, not in it.',
            related: related('It can stop the safety function.', devices),
        });
    }
}

function reportNeeds({ model, lookup }: Context, isSafety: Test, report: Report): void {
    for (const asset of model.assets) {
        if (asset.needs.length + asset.needsOneOf.length === 0 || !isSafety(asset)) continue;
        // Of alternatives all have to be services of this kind.
        const groups = asset.needsOneOf.flatMap(({ any, unread }) => (unread ? [] : [any]));
        for (const any of [...asset.needs.map(need => [need]), ...groups]) {
            const services = any
                .flatMap(({ id }) => lookup.asset(id) ?? [])
                .filter(each => lookup.isA(each, ...deciding));
            if (services.length === 0 || services.length < any.length) continue;
            report({
                at: placeIn(asset.origin, any[0]!.at),
                subject: asset.id,
                message:
                    `${asset.id} has a safety function and does not act without ` +
                    `${services.map(({ id }) => id).join(' or ')}, which ` +
                    `${services.length === 1 ? 'is a security service' : 'are security services'}. Let the function ` +
                    'act on its own, and use the service only for changes.',
                related: related('The function depends on it.', services),
            });
        }
    }
}

export default {
    id: 'security-device-in-safety-path',
    severity: 'warning',
    basis: ['SR 5.2 RE 3', 'SR 7.1'],
    summary: 'A safety function depends on a security device or service that may block it.',
    why:
        'IEC 62443-3-3 puts essential functions first (clause 4): security must not stop a function that ' +
        'protects people. If a firewall fails closed or a log-on fails, a valve that should close stays open.',
    falsePositives:
        'The function goes to its safe state if the device blocks, according to the analysis of the safety ' +
        'function. Name the analysis in the acceptance.',
    check(context, report) {
        const isSafety = ofTypes(context.lookup, safetyDevices);
        reportFlows(context, isSafety, report);
        reportNeeds(context, isSafety, report);
    },
    examples: [
        {
            before: `system Plant
zone Safety {
  kind safety
  SL-T 3
  asset Sis : safety-controller
}
zone Unit {
  kind field
  SL-T 2
  asset Valve : safety-actuator
}
conduit Trip between Safety and Unit {
  via Fw1
  asset Fw1 : firewall { serves Safety, Unit }
  flow Sis -> Valve : profisafe "Trip" { access write }
       ^^^^^^^^^^^^
}
`,
        },
        {
            title: 'Separate wiring',
            before: `system Plant
zone Safety {
  kind safety
  SL-T 3
  asset Sis : safety-controller
}
zone Unit {
  kind field
  SL-T 2
  asset Valve : safety-actuator
}
conduit Trip between Safety and Unit {
  flow Sis -> Valve : hardwired-io "Trip" { access write }
}
`,
        },
    ],
} satisfies Rule;
