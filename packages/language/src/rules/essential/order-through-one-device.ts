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

/** True where another flow brings an order to the same end on another way: through another conduit, or by wire. */
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
    summary: 'Orders of the safety side, or between essential assets, pass a single device that may block them.',
    why:
        'A firewall that fails closed is what SR 5.2 RE 3 asks for, and what an essential function must not suffer ' +
        'from (IEC 62443-3-3, clause 4). One device in the line means that its failure, its update or a wrong rule ' +
        'stops the order. Between essential assets it is asked where RDF is 3 or more, since the boundary has to ' +
        'close there when it fails.',
    falsePositives:
        'The receiving side goes to its safe state when the order stays out, or the device passes traffic when it ' +
        'fails, and the analysis of the function says so.',
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
                    `${several ? 'give' : 'gives'} orders ${ofSafety ? 'of the safety side' : 'between essential assets'} ` +
                    `to ${listed([...new Set(flows.map(flow => flow.to.id))])} through ${device.name} alone: when it ` +
                    'fails closed, or a rule of it is wrong, the order stays out. Give the order a second path or a ' +
                    'wire of its own, or state what the receiving side does without it.',
                related: [
                    ...related('The one device in the line.', [device]),
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
            title: 'The order goes on a wire too',
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
