import type { Assessment, Past, Severed } from '../../../assessment/index.ts';
import type { Lookup } from '../../../model/index.ts';
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

/** Over what a compromise may go on of which nothing says what passes, each in a sentence. */
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

/** Over which connections that are not described a compromise may go on. */
export function goingOn(assessment: Assessment, { from, cut, reached, kept, ending }: Compromise): GoingOn {
    if (from.length === 0) return { further: [], past: [] };
    const { lookup, reach } = assessment;
    const left = reach.graph.ends.filter(id => !cut.gone.has(id) && !reached.has(id));
    const over = (to: readonly string[], ids: ReadonlySet<string>): readonly string[] =>
        leftOpen(assessment, [{ from, to, past: withoutThese(lookup, cut, ids) }]).map(({ message }) => message);
    return { further: over(left, new Set()), past: over([...kept], ending) };
}
