import { covers, isWritten } from '../../assessment/index.ts';
import { isHardwired as isSignal } from '../../assessment/passing.ts';
import type { Asset, Conduit, Dependency, Flow } from '../../model/index.ts';
import type { Opening } from '../ask/boundary-flows.ts';
import { boundaryFlows } from '../ask/boundary-flows.ts';
import { isHardwired } from '../ask/engineering.ts';
import { isSafetyFunction, safetyDevices, stopping } from '../ask/safety-function.ts';
import { assetTypes, ofTypes } from '../ask/types.ts';
import type { Order } from '../say/one-device.ts';
import { throughOne } from '../say/one-device.ts';
import type { Context, Rule } from '../engine/rule.ts';

/**
 * Flows that give orders on which an essential function rests: those of the safety side to anything else, and, where a
 * boundary has to close when it fails (SR 5.2 RE 3, from SL 3 on), those between two essential assets.
 */
function ordersOf(context: Context): readonly Order[] {
    const { lookup } = context;
    const isSafety = ofTypes(lookup, safetyDevices);
    const isOfSafety = ofTypes(lookup, assetTypes.safety);
    const inSafety = (asset: Asset): boolean =>
        isOfSafety(asset) || lookup.kindOf(lookup.zoneOf(asset.id)?.id ?? '') === 'safety';
    return boundaryFlows(context.assessment).flatMap((boundary): readonly Order[] => {
        const { flow, openings, target } = boundary;
        if (flow.access !== 'write' || isHardwired(boundary) || isSafetyFunction(isSafety, boundary)) return [];
        const between = openings.flatMap(({ opener, answerer }) =>
            opener.asset && answerer.asset ? [[opener.asset, answerer.asset] as const] : [],
        );
        const ofSafety = between.findIndex(([from, to]) => inSafety(from) && !inSafety(to));
        if (ofSafety >= 0) return [{ boundary, opening: openings[ofSafety]!, ofSafety: true }];
        const isEssential = between.some(ends => ends.every(asset => asset.traits.includes('essential')));
        return isEssential && (target[4] ?? 0) >= 3 ? [{ boundary, opening: openings[0]!, ofSafety: false }] : [];
    });
}

/** True where another flow brings an order to the same end on another path: past these devices, or by wire. */
function hasSecondPath({ lookup }: Context, { boundary: { flow, conduit }, opening }: Order): boolean {
    const [from, to] = [opening.opener.id, opening.answerer.id];
    const isAlong = (other: Flow): boolean =>
        (other.from.id === from && other.to.id === to) ||
        (other.arrow !== '->' && other.from.id === to && other.to.id === from);
    const passesThem = ({ container }: Flow): boolean =>
        (lookup.conduit(container ?? '')?.via ?? []).some(({ id }) => conduit?.via.some(own => own.id === id));
    return lookup
        .flowsOf(to)
        .some(
            other =>
                other !== flow &&
                isAlong(other) &&
                (isSignal(lookup, other) ? other.access !== 'read' : other.access === 'write' && !passesThem(other)),
        );
}

/**
 * True where the receiving side works without the order, and says why: without whoever sends it, the conduit or its
 * device. What it needs of these counts more.
 */
function worksWithout({ lookup }: Context, { opener, answerer }: Opening, conduit: Conduit, device: Asset): boolean {
    const isOfOrder = (each: Dependency): boolean =>
        each.id === device.id || covers(lookup, each, opener.id, conduit.id);
    const { asset } = answerer;
    if (!asset || asset.needs.some(isOfOrder)) return false;
    return asset.worksWithout.some(each => each.because !== null && isWritten(each) && isOfOrder(each.without));
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
        'boundary has to fail closed. A second flow between the same two counts if it is wired or passes another ' +
        'device.',
    falsePositives:
        'The device passes traffic when it fails, according to the analysis of the function. If the receiving side ' +
        'goes to its safe state without the command, state it there: `works without … because "…"`.',
    check(context, report) {
        const alone = ordersOf(context).filter(order => !hasSecondPath(context, order));
        for (const [conduit, all] of Map.groupBy(alone, ({ boundary }) => boundary.conduit)) {
            const [device, ...others] = (conduit?.via ?? []).flatMap(({ id }) => context.lookup.asset(id) ?? []);
            if (!conduit || !device || others.length > 0 || !context.lookup.isA(device, ...stopping)) continue;
            const orders = all.filter(({ boundary, opening, ofSafety }) =>
                (ofSafety ? [opening] : boundary.openings).some(each => !worksWithout(context, each, conduit, device)),
            );
            if (orders.length > 0) report(throughOne(conduit, orders, device));
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
            title: 'The receiving side states what it does without the command',
            before: `system Plant
zone Safety {
  kind safety
  SL-T 3
  asset Sis : safety-controller
}
zone Unit {
  kind control
  SL-T 2
  asset Bay : bay-controller {
    is essential
    works without Safety.Sis because "Opens the breaker when the supervision of the link fails: test 14"
  }
}
conduit Trip between Safety and Unit {
  via Fw1
  asset Fw1 : firewall { serves Safety, Unit }
  flow Sis -> Bay : iec61850-goose "Open the breaker" { access write }
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
