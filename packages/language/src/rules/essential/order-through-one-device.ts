import type { Asset } from '../../model/index.ts';
import { nameOf } from '../../model/index.ts';
import type { BoundaryFlow } from '../ask/boundary-flows.ts';
import { boundaryFlows } from '../ask/boundary-flows.ts';
import { isHardwired } from '../ask/engineering.ts';
import { isSafetyFunction, safetyDevices } from '../ask/safety-function.ts';
import { assetTypes, ofTypes } from '../ask/types.ts';
import { counted, listed } from '../say/wording.ts';
import { alsoBlamed, related } from '../say/related.ts';
import type { Context, Rule } from '../engine/rule.ts';

/** Devices that stop traffic on purpose, or when they fail. */
const stopping: readonly string[] = ['firewall', 'ips', 'vpn-gateway', 'proxy', 'application-gateway'];

interface Order {
    readonly boundary: BoundaryFlow;
    readonly ofSafety: boolean;
}

/**
 * Flows that give orders on which an essential function rests: those of the safety side to anything else, and, where a
 * boundary has to close when it fails (SR 5.2 RE 3, from SL 3 on), those between two essential assets.
 */
function ordersOf(context: Context): readonly Order[] {
    const { lookup } = context;
    const isSafety = ofTypes(lookup, safetyDevices);
    const isOfSafety = ofTypes(lookup, assetTypes.safety);
    return boundaryFlows(context.assessment).flatMap(boundary => {
        const { flow, from, to, target } = boundary;
        if (flow.access !== 'write' || !from.asset || !to.asset) return [];
        if (isHardwired(boundary) || isSafetyFunction(isSafety, boundary)) return [];
        const inSafety = (asset: Asset): boolean =>
            isOfSafety(asset) || lookup.kindOf(lookup.zoneOf(asset.id)?.id ?? '') === 'safety';
        const ofSafety = inSafety(from.asset) && !inSafety(to.asset);
        const isEssential = [from.asset, to.asset].every(asset => asset.traits.includes('essential'));
        return ofSafety || (isEssential && (target[4] ?? 0) >= 3) ? [{ boundary, ofSafety }] : [];
    });
}

/** True where another flow brings an order to the same end on another path: through another conduit, or by wire. */
function hasSecondPath({ lookup }: Context, { flow }: BoundaryFlow): boolean {
    return lookup
        .flowsOf(flow.to.id)
        .some(
            other =>
                other !== flow &&
                other.to.id === flow.to.id &&
                other.from.id === flow.from.id &&
                other.container !== flow.container &&
                other.access === 'write',
        );
}

export default {
    id: 'order-through-one-device',
    severity: 'warning',
    basis: ['SR 5.2 RE 3', 'SR 7.1'],
    summary: 'Commands of the safety side, or between essential assets, pass a single device that may block them.',
    why:
        'SR 5.2 RE 3 requires a boundary device to fail closed, but an essential function must not stop because ' +
        'of it (IEC 62443-3-3, clause 4). With one device in the path, its failure, its update or a wrong rule ' +
        'stops the command. Between essential assets this is checked if RDF is 3 or more, because then the ' +
        'boundary has to fail closed.',
    falsePositives:
        'The receiving side goes to its safe state if the command is missing, or the device passes traffic ' +
        'when it fails, according to the analysis of the function.',
    check(context, report) {
        const alone = ordersOf(context).filter(({ boundary }) => !hasSecondPath(context, boundary));
        for (const [conduit, orders] of Map.groupBy(alone, ({ boundary }) => boundary.conduit)) {
            const [device, ...others] = (conduit?.via ?? []).flatMap(({ id }) => context.lookup.asset(id) ?? []);
            if (!conduit || !device || others.length > 0 || !context.lookup.isA(device, ...stopping)) continue;
            const flows = orders.map(({ boundary }) => boundary.flow);
            const several = flows.length > 1;
            const ofSafety = orders.some(order => order.ofSafety);
            const first = flows[0]!;
            report({
                at: nameOf(several ? conduit.origin : first.origin),
                subject: first.container,
                severity: ofSafety ? 'warning' : 'info',
                message:
                    `${several ? counted(flows.length, 'flow') : `${first.from.id} -> ${first.to.id}`} ` +
                    `${several ? 'send' : 'sends'} commands ` +
                    `${ofSafety ? 'of the safety side' : 'between essential assets'} to ` +
                    `${listed([...new Set(flows.map(flow => flow.to.id))])} through ${device.name} only: if it ` +
                    'fails closed, or a rule is wrong, the command is lost. Add a second path or separate ' +
                    'wiring, or state what the receiving side does without the command.',
                related: [
                    ...related('The only device on the path.', [device]),
                    ...(several ? alsoBlamed('One of these flows.', flows) : []),
                ],
                gathers: several,
            });
        }
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
  kind control
  SL-T 2
  asset Bay : bay-controller { is essential }
}
conduit Trip between Safety and Unit {
  via Fw1
  asset Fw1 : firewall { serves Safety, Unit }
  flow Sis -> Bay : iec61850-goose "Open the breaker" { access write }
       ^^^^^^^^^^
}
`,
        },
        {
            title: 'The command also has separate wiring',
            before: `system Plant
zone Safety {
  kind safety
  SL-T 3
  asset Sis : safety-controller
}
zone Unit {
  kind control
  SL-T 2
  asset Bay : bay-controller { is essential }
}
conduit Trip between Safety and Unit {
  via Fw1
  asset Fw1 : firewall { serves Safety, Unit }
  flow Sis -> Bay : iec61850-goose "Open the breaker" { access write }
}
conduit Wire between Safety and Unit {
  flow Sis -> Bay : hardwired-io "Open the breaker" { access write }
}
`,
        },
    ],
} satisfies Rule;
