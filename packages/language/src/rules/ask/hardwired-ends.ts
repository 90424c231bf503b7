import type { Asset, Flow, Lookup } from '../../model/index.ts';
import { nameOf, placeIn } from '../../model/index.ts';
import type { Answer } from '../engine/rule.ts';
import { related } from '../say/related.ts';
import { flowName, listed } from '../say/wording.ts';
import { sideOf } from './sides.ts';

/** Computers whose users have lamps and buttons beside the screen, wired to controllers. */
const places: readonly string[] = ['hmi', 'operator-station'];

/** Host devices that have contacts of their own: cards for inputs and outputs, alarm inputs, pulses of a clock. */
const withContacts: readonly string[] = [
    'industrial-pc',
    'edge-computer',
    'time-server',
    'alarm-server',
    'video-recorder',
];

/**
 * What an end can have to do with a signal: a `computer` sends and takes none; at a `place` or a `network` device there
 * may be one to or from the process, as a button or a fault contact; `process` is what has signals, or may have them.
 */
const kinds = ['computer', 'network', 'place', 'process'] as const;
type End = (typeof kinds)[number];

function kindOf(lookup: Lookup, asset: Asset): End {
    if (lookup.isA(asset, ...places)) return 'place';
    if (lookup.isA(asset, 'network-device')) return 'network';
    const isComputer = lookup.isA(asset, 'host-device', 'software-application') && !lookup.isA(asset, ...withContacts);
    return isComputer ? 'computer' : 'process';
}

/** Of a zone, that of its asset that has most to do with signals; an office or a DMZ without assets has computers. */
function endOf(lookup: Lookup, id: string): End {
    const asset = lookup.asset(id);
    const found = new Set((asset ? [asset] : lookup.assetsWithin(id)).map(each => kindOf(lookup, each)));
    const known = kinds.findLast(kind => found.has(kind));
    if (known) return known;
    return ['it', 'dmz'].includes(sideOf(lookup, id) ?? '') ? 'computer' : 'process';
}

/** A flow that is called hard-wired, and the model shows that more than a signal passes there. */
export interface CalledHardwired {
    readonly flow: Flow;
    /** What shows it: a clause. */
    readonly because: string;
    /** True where a signal is not possible, and not only unlikely. */
    readonly certain: boolean;
    /** The ends of which it is known, in the order of the flow. */
    readonly ends: readonly Asset[];
}

/** What the conduit of a flow says of its medium: that it is no wire of the two ends. */
function medium(lookup: Lookup, { container }: Flow): string | null {
    const conduit = container === null ? undefined : lookup.conduit(container);
    if (conduit?.traits.includes('wireless')) return `${conduit.id} is wireless`;
    const carrier = conduit?.over[0];
    return carrier ? `${conduit.id} goes over the network of ${carrier.id}` : null;
}

/** What shows of a flow that is called hard-wired that it is more than a signal; `null` where nothing does. */
export function doubtHardwired(lookup: Lookup, flow: Flow): CalledHardwired | null {
    const sides = [flow.from.id, flow.to.id];
    const kindsOf = sides.map(id => endOf(lookup, id));
    const said = (because: string, certain: boolean, blamed: readonly string[] = []): CalledHardwired => ({
        flow,
        because,
        certain,
        ends: blamed.flatMap(id => lookup.asset(id) ?? []),
    });
    if (!kindsOf.includes('process'))
        return said(`neither ${sides.join(' nor ')} has contacts or current loops of the process`, true, sides);
    if (flow.access === 'program') return said('it programs, which no contact can', true);
    const shared = medium(lookup, flow);
    if (shared !== null) return said(shared, true);
    const computer = sides[kindsOf.indexOf('computer')];
    // The card of a computer that takes the time from a clock is no end of the process.
    const isTime = flow.protocols.every(({ id }) => lookup.protocol(id)?.traits.includes('time'));
    if (computer === undefined || isTime) return null;
    const what = lookup.asset(computer) ? 'a computer' : 'a zone of computers';
    return said(`${computer} is ${what}, without contacts or current loops of the process`, false, [computer]);
}

/**
 * What is said of such a flow, at its first protocol.
 * @param unproved ids of the invariants that hold, and may not over this cable
 */
export function answerTo({ flow, because, certain, ends }: CalledHardwired, unproved: readonly string[]): Answer {
    const so = unproved.length === 0 ? '' : `, and ${listed(unproved)} cannot be proved`;
    const [protocol] = flow.protocols;
    return {
        at: protocol ? placeIn(flow.origin, protocol.at) : nameOf(flow.origin),
        subject: flow.container,
        severity: certain ? 'error' : 'warning',
        message:
            `${flowName(flow)} is called hard-wired, although ${because}. A signal is not a path, so no ` +
            `invariant and no threat counts it${so}. Name the protocol that goes over it, or the ` +
            'devices whose contacts it joins.',
        related: related(
            'Its type says so.',
            ends.filter(({ type }) => type !== null),
        ),
    };
}
