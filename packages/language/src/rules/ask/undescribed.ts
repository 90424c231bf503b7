import type { Assessment } from '../../assessment/index.ts';
import { carriesOnly } from '../../assessment/index.ts';
import { directionOf, passing } from '../../assessment/passing.ts';
import type { Flow, Lookup } from '../../model/index.ts';
import { flowName, listed } from '../say/wording.ts';
import { allUnjoined, detoursOf, isHeldApart } from './bypasses.ts';
import { calledHardwired, hiddenCable } from './called-hardwired.ts';
import { outsideLines } from './outside-lines.ts';
import { withoutFlows } from './without-flows.ts';

/** A connection that the model shows and does not describe: no path can say what passes there. */
export interface Undescribed {
    /**
     * A device that leads out of its zone; a device in two zones, past their conduits; a cable that is called
     * hard-wired; a flow against the direction of its conduit; a conduit without a flow.
     */
    readonly kind: 'line' | 'joint' | 'cable' | 'against' | 'conduit';
    /** The id of the device or of the conduit; of a flow the end from which it is opened. */
    readonly element: string;
    /** The zone of a line; the zones that the others join; or the two ends of a cable, which may be assets. */
    readonly zones: readonly string[];
    /** True where it is only a connection from the first of them to the second. */
    readonly along?: true;
    /** The flow of a cable, or against the direction of its conduit. */
    readonly flow?: Flow;
    /** A sentence. */
    readonly message: string;
}

/** Those of the office too: no rule asks there, but whoever comes in there is on a path like any other. */
function lines(lookup: Lookup): readonly Undescribed[] {
    const zones = lookup.model.zones.filter(({ id }) => lookup.kindOf(id) !== 'external');
    return outsideLines(lookup, zones).map(({ asset, zone }) => ({
        kind: 'line',
        element: asset.id,
        zones: [zone],
        message: `${asset.id} leads out of ${zone}, and nothing says where to.`,
    }));
}

/** What passes a network device between two zones where no conduit does, or past the devices that enforce it. */
function joints(lookup: Lookup): readonly Undescribed[] {
    return lookup.model.assets.flatMap((asset): readonly Undescribed[] => {
        if (asset.serves.length === 0 || !carriesOnly(lookup, asset)) return [];
        const pairs = [...allUnjoined(lookup, asset), ...detoursOf(lookup, asset).map(({ pair }) => pair)];
        return [...new Set(pairs)]
            .filter(pair => !isHeldApart(lookup, asset, pair))
            .map(zones => ({
                kind: 'joint',
                element: asset.id,
                zones,
                message:
                    `${asset.id} has an interface in ${zones.join(' and ')}, and no conduit says what passes ` +
                    'there.',
            }));
    });
}

/**
 * Hosts after `via` that say nothing of interfaces: what stands at a boundary has one on each side of it, and a host
 * that has is in both zones.
 */
function hosts(lookup: Lookup): readonly Undescribed[] {
    return lookup.model.assets.flatMap((asset): readonly Undescribed[] => {
        if (asset.serves.length > 0 || asset.type === null || carriesOnly(lookup, asset)) return [];
        return lookup.boundariesOf(asset.id).map(({ id, between }) => {
            const zones = [...new Set([...between.map(end => end.id), lookup.zoneOf(asset.id)?.id ?? []].flat())];
            return {
                kind: 'joint',
                element: asset.id,
                zones,
                message: `${id} names ${asset.id} after \`via\`, and nothing says in which zones it has an interface.`,
            };
        });
    });
}

/** Cables that are called hard-wired, and carry more than a signal: a path would have to count them. */
function cables(lookup: Lookup): readonly Undescribed[] {
    return calledHardwired(lookup).map(called => {
        const { from, to, arrow } = called.flow;
        return {
            kind: 'cable',
            element: from.id,
            zones: [from.id, to.id],
            flow: called.flow,
            ...(arrow === '->' ? { along: true } : {}),
            message: hiddenCable(called),
        };
    });
}

/** Flows that one-way conduits stop by their own words: either the direction is wrong, or the flow. */
function against(lookup: Lookup): readonly Undescribed[] {
    const passes = passing(lookup);
    return lookup.model.flows.flatMap((flow): readonly Undescribed[] => {
        const { forward, backward } = passes(flow);
        const { from, to, arrow } = flow;
        if (forward && (arrow === '->' || backward)) return [];
        // Who opens it is not known: that counts as both.
        const runs = arrow === '--' ? 'may run' : 'runs';
        const way = `against the direction of ${flow.container}`;
        const message = `${flowName(flow)} ${runs} ${way}, and may pass all the same.`;
        const ends = forward ? [to.id, from.id] : [from.id, to.id];
        return [{ kind: 'against', element: from.id, zones: ends, along: true, flow, message }];
    });
}

function conduits({ lookup, reach }: Assessment): readonly Undescribed[] {
    // A host of another zone that is present in one of the two is on no side of a one-way conduit.
    const hasGuests = (zone: string): boolean => reach.membersOf(zone).length > reach.locatedIn(zone).length;
    return withoutFlows(lookup).map(conduit => {
        const zones = conduit.between.map(end => end.id);
        const direction = zones.length === 2 && !zones.some(hasGuests) ? directionOf(lookup, conduit) : null;
        return {
            kind: 'conduit',
            element: conduit.id,
            ...(direction === null ? { zones } : { zones: [direction.from, direction.to], along: true }),
            message: `${conduit.id} joins ${listed(zones)}, and no flow states what passes there.`,
        };
    });
}

/** All connections of a model that it shows and does not describe: each kind in the order of the text. */
export function allUndescribed(assessment: Assessment): readonly Undescribed[] {
    const { lookup } = assessment;
    const between = [...joints(lookup), ...hosts(lookup)];
    return [...lines(lookup), ...between, ...cables(lookup), ...against(lookup), ...conduits(assessment)];
}
