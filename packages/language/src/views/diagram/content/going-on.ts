import type { Assessment, Past, Severed } from '../../../assessment/index.ts';
import type { Conduit, Lookup } from '../../../model/index.ts';
import { boundaryDevices } from '../../../reconcile/index.ts';
import { leftOpen } from '../../../rules/index.ts';

/** What is compromised, and how far that goes with a cut made. */
export interface Compromise {
    readonly from: readonly string[];
    readonly cut: Severed;
    /** What is reached, and what is compromised. */
    readonly reached: ReadonlyMap<string, number>;
    /** What is reached beyond its zone, and would not be without what ends the reach; ids of assets. */
    readonly kept: ReadonlySet<string>;
    /** What ends the reach: ids of conduits and flows. */
    readonly ending: ReadonlySet<string>;
}

/**
 * Over what a compromise may go on, each in a sentence: connections of which nothing says what passes, and devices
 * between zones that are in other hands.
 */
export interface GoingOn {
    /** To what is not reached over the declared flows. */
    readonly further: readonly string[];
    /** Past what ends the reach over the declared flows. */
    readonly past: readonly string[];
}

/** A search that leaves out what is cut, and some conduits and flows as well. */
function withoutThese(lookup: Lookup, cut: Severed, ids: ReadonlySet<string>): Past {
    return {
        ...cut.searching,
        conduits: new Set(lookup.model.conduits.filter(each => cut.stopsConduit(each) === 'yes').map(({ id }) => id)),
        except: (flow, backward) =>
            ids.has(flow.id) ||
            (flow.container !== null && ids.has(flow.container)) ||
            cut.searching.except?.(flow, backward) === true,
    };
}

/** The devices between zones that are compromised or reached, and carry something that is not cut. */
function inOtherHands(lookup: Lookup, cut: Severed, reached: Iterable<string>): readonly string[] {
    const devicesOf = (conduits: readonly Conduit[]): ReadonlySet<string> =>
        new Set(conduits.flatMap(({ via }) => via.map(({ id }) => id)));
    const all = devicesOf(lookup.model.conduits);
    const carrying = devicesOf(lookup.model.conduits.filter(each => cut.stopsConduit(each) !== 'yes'));
    const inHands = [...reached].filter(id => !all.has(id) || carrying.has(id));
    return boundaryDevices(lookup, inHands).map(({ message }) => message);
}

/** Over what a compromise may go on that the model shows and does not describe. */
export function goingOn(assessment: Assessment, { from, cut, reached, kept, ending }: Compromise): GoingOn {
    if (from.length === 0) return { further: [], past: [] };
    const { lookup, reach } = assessment;
    const left = reach.graph.ends.filter(id => !cut.gone.has(id) && !reached.has(id));
    const over = (to: readonly string[], ids: ReadonlySet<string>): readonly string[] =>
        leftOpen(assessment, [{ from, to, past: withoutThese(lookup, cut, ids) }]).map(({ message }) => message);
    const further = [...inOtherHands(lookup, cut, reached.keys()), ...over(left, new Set())];
    return { further, past: ending.size === 0 ? [] : over([...kept, ...left], ending) };
}
