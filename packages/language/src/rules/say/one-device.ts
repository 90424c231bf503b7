import type { Asset, Conduit } from '../../model/index.ts';
import { nameOf } from '../../model/index.ts';
import type { BoundaryFlow, Opening } from '../ask/boundary-flows.ts';
import type { Answer } from '../engine/rule.ts';
import { alsoBlamed, related } from './related.ts';
import { counted, listed } from './wording.ts';

/** A flow that gives an order. */
export interface Order {
    readonly boundary: BoundaryFlow;
    /** Who gives it, and who carries it out. */
    readonly opening: Opening;
    readonly ofSafety: boolean;
}

/** What is said of orders through a conduit with one device. */
export function throughOne(conduit: Conduit, orders: readonly Order[], device: Asset): Answer {
    const flows = orders.map(({ boundary }) => boundary.flow);
    const several = flows.length > 1;
    const ofSafety = orders.some(order => order.ofSafety);
    const [first] = flows;
    const { opener, answerer } = orders[0]!.opening;
    const receiving = [...new Set(orders.map(({ opening }) => opening.answerer.id))];
    return {
        at: nameOf(several ? conduit.origin : first!.origin),
        subject: first!.container,
        severity: ofSafety ? 'warning' : 'info',
        message:
            `${several ? counted(flows.length, 'flow') : `${opener.id} -> ${answerer.id}`} ` +
            `${several ? 'send' : 'sends'} commands ` +
            `${ofSafety ? 'of the safety side' : 'between essential assets'} to ${listed(receiving)} through ` +
            `${device.name} only: if it fails closed, or a rule is wrong, the command is lost. Add a second path or ` +
            'separate wiring, or state what the receiving side does without the command ' +
            `(\`works without ${opener.id} because "…"\`).`,
        related: [
            ...related('The only device on the path.', [device]),
            ...(several ? alsoBlamed('One of these flows.', flows) : []),
        ],
        gathers: several,
    };
}
