import type { Assessment, FunctionVerdict, Severed } from '../../../assessment/index.ts';
import { containment, inOwnZone, judgeFunctions, sever, supportOf } from '../../../assessment/index.ts';
import { goingOn, type GoingOn } from './going-on.ts';

/** What is cut, and what is compromised: ids. */
export interface Supposed {
    readonly cut: readonly string[];
    readonly assumed: readonly string[];
}

/** What becomes of a function: three values, and how long it goes on where that is limited. */
export interface FunctionOutcome {
    readonly id: string;
    readonly title: string | null;
    /** By the cut; `null` where nothing is cut. */
    readonly verdict: FunctionVerdict['verdict'] | null;
    readonly until: string | null;
    readonly because: string;
    /**
     * Hops from what is compromised to the nearest asset that it rests on; 0 where that itself is compromised, `null`
     * where none is reached, `unknown` where it is not said what it rests on.
     */
    readonly hops: number | 'unknown' | null;
}

/** A picture of a supposed case: what is drawn strong, and what is written at it. */
export interface WhatIf extends Supposed {
    /** Ids that are drawn strong. */
    readonly ids: readonly string[];
    /** Conduits that are cut, and flows that are in none: ids. */
    readonly severed: ReadonlySet<string>;
    /** Flows whose sessions stop. */
    readonly stopped: ReadonlySet<string>;
    /** Hops to each asset that is reached; 0 for what is compromised. */
    readonly hops: ReadonlyMap<string, number>;
    readonly functions: readonly FunctionOutcome[];
    /** What cannot be cut cleanly: conduits without a device at which they can be closed, and the like. */
    readonly unclean: readonly string[];
    /** The fewest conduits, and flows in none, that end the reach beyond its zone. */
    readonly ending: readonly string[];
    readonly goingOn: GoingOn;
}

const nameOf = ({ function: each }: FunctionVerdict): Pick<FunctionOutcome, 'id' | 'title'> => ({
    id: each.id,
    title: each.title,
});

/** How far the compromise goes, with the cut made: hops of each asset and what lies on the paths to them. */
function spreading(
    { lookup, reach }: Assessment,
    assumed: readonly string[],
    cut: Severed,
): { readonly hops: Map<string, number>; readonly on: readonly string[]; readonly protect: ReadonlySet<string> } {
    const starts = assumed.flatMap(id => reach.membersOf(id)).filter(id => !cut.gone.has(id));
    const hops = new Map(starts.map(id => [id, 0]));
    const on = new Set(assumed);
    const isHome = inOwnZone(lookup, assumed);
    const protect = new Set<string>();
    for (const [id, path] of reach.spread(assumed, cut.searching)) {
        hops.set(id, path.hops.length);
        for (const hop of path.hops) for (const each of [hop.to, hop.flow?.id, hop.conduit]) if (each) on.add(each);
        if (!isHome(id)) protect.add(id);
    }
    return { hops, on: [...on], protect };
}

/**
 * What follows when some things are cut, and some are compromised: the reach is that with the cut made.
 * @returns `null` where nothing is supposed, or nothing of it is in the model
 */
export function whatIf(assessment: Assessment, asked: Supposed): WhatIf | null {
    const { lookup } = assessment;
    const known = (id: string): boolean => lookup.element(id) !== undefined;
    const [wanted, assumed] = [asked.cut.filter(known), asked.assumed.filter(known)];
    if (wanted.length + assumed.length === 0) return null;
    const cut = sever(lookup, wanted);
    const { hops, on, protect } = spreading(assessment, assumed, cut);
    const verdicts = judgeFunctions(assessment, cut);
    const ends =
        protect.size === 0 ? null : containment(assessment, assumed, protect, 'conduits', false, cut.searching);
    const ending = new Set(ends === null ? [] : [...ends.conduits, ...ends.flows]);
    return {
        cut: wanted,
        assumed,
        ids: [
            ...wanted,
            ...cut.stopped.map(flow => flow.id),
            ...cut.where.map(({ conduit }) => conduit),
            ...(assumed.length > 0 ? on : []),
        ],
        severed: new Set([
            ...lookup.model.conduits.filter(each => cut.stopsConduit(each) !== 'no').map(({ id }) => id),
            ...cut.where.map(({ conduit }) => conduit),
        ]),
        stopped: new Set(cut.stopped.map(flow => flow.id)),
        hops,
        functions: verdicts.map(each => {
            const support = assumed.length === 0 ? null : [...supportOf(lookup, each.function)];
            const near = support?.map(id => hops.get(id)).filter(hop => hop !== undefined) ?? [];
            return {
                ...nameOf(each),
                verdict: wanted.length === 0 ? null : each.verdict,
                until: each.until,
                because: wanted.length === 0 ? '' : each.because,
                hops: support?.length === 0 ? 'unknown' : near.length === 0 ? null : Math.min(...near),
            };
        }),
        unclean: cut.unclean.map(({ id, zone }) => (zone === null ? id : `${id} (leg in ${zone})`)),
        ending: [...ending],
        goingOn: goingOn(assessment, {
            from: assumed,
            cut,
            reached: hops,
            kept: ends?.impossible ? new Set() : protect,
            ending,
        }),
    };
}
