import type { Flow, Lookup, Threat } from '../model/index.ts';
import type { Assessment } from './assessment.ts';
import { placesOfCountermeasures } from './off-path.ts';
import type { Path, SearchOptions } from './reach.ts';
import { endZones } from './threat-path.ts';

/** How a threat gets to its target past every place where some countermeasures work. */
export interface WayRound {
    /** `null` where the threat names no origin, or its path is not in the model: the attacker stands at the target. */
    readonly path: Path | null;
    /** The asset, the zone without assets, or the conduit in which it ends. */
    readonly at: string;
    /** The target of the threat that it leads to; where no path is known, where it ends. */
    readonly target: string;
    /** The ends that it touches. */
    readonly ends: readonly string[];
    /** True where no declared flow shows how the threat gets to its target: it may get there in any way. */
    readonly unshown: boolean;
}

/** What a countermeasure holds. What works at a device of a conduit, or in it, works on all that it carries. */
interface Hold {
    /** Ids of the places, and of flows. */
    readonly places: ReadonlySet<string>;
    readonly conduits: ReadonlySet<string>;
}

function holdsOf(lookup: Lookup): ReadonlyMap<string, Hold> {
    const conduitsOf = new Map<string, string[]>();
    for (const { id, via } of lookup.model.conduits)
        for (const device of [...via, ...lookup.assetsIn(id)]) {
            const known = conduitsOf.get(device.id);
            if (known) known.push(id);
            else conduitsOf.set(device.id, [id]);
        }
    return new Map(
        Array.from(lookup.once(placesOfCountermeasures), ([id, places]) => [
            id,
            {
                places,
                conduits: new Set(
                    Array.from(places, place => [
                        ...(conduitsOf.get(place) ?? []),
                        ...(lookup.conduit(place) ? [place] : []),
                    ]).flat(),
                ),
            },
        ]),
    );
}

interface Past extends SearchOptions {
    readonly without: ReadonlySet<string>;
    readonly except: (flow: Flow) => boolean;
    /** Conduits on which one of them works. */
    readonly held: ReadonlySet<string>;
}

/** How a search goes past each place of some countermeasures. */
function pastAll({ lookup, reach }: Assessment, measures: readonly string[]): Past {
    const holds = lookup.once(holdsOf);
    const held = measures.flatMap(id => holds.get(id) ?? []);
    const places = new Set(held.flatMap(each => [...each.places]));
    const conduits = new Set(held.flatMap(each => [...each.conduits]));
    return {
        lateral: true,
        without: new Set(
            Array.from(places, place => [
                ...reach.locatedIn(place),
                ...lookup.assetsIn(place).map(({ id }) => id),
            ]).flat(),
        ),
        held: conduits,
        except: ({ id, container }) => places.has(id) || (container !== null && conduits.has(container)),
    };
}

/** What many threats ask: the same countermeasures mitigate them. By their ids. */
const searches = (): Map<string, Past> => new Map();

/** The ways of one threat past countermeasures, each searched for once. */
export class WaysRound {
    readonly #assessment: Assessment;
    readonly #threat: Threat;
    readonly #found: { readonly measures: readonly string[]; readonly way: WayRound | null }[] = [];

    constructor(assessment: Assessment, threat: Threat) {
        this.#assessment = assessment;
        this.#threat = threat;
    }

    /**
     * A way past every place where some countermeasures work.
     * @param measures ids of countermeasures, each applied somewhere
     * @returns `null` where there is none. Where no declared flow leads to the target, the way is not known, and
     * whatever it is, it ends there: then a place at the target that they do not hold
     */
    past(measures: readonly string[]): WayRound | null {
        const asked = new Set(measures);
        // A way past more of them is one past these too, and where fewer cannot be passed, these cannot.
        const known = this.#found.find(({ measures: those, way }) =>
            way ? measures.every(each => those.includes(each)) : those.every(each => asked.has(each)),
        );
        if (known) return known.way;
        const way = this.#search(measures);
        this.#found.push({ measures, way });
        return way;
    }

    /** True where a way passes no place where a countermeasure works. */
    misses({ path, target, ends }: WayRound, measure: string): boolean {
        const { without, held, except } = this.#options([measure]);
        if (held.has(target) || ends.some(id => without.has(id))) return false;
        return !path?.hops.some(({ flow }) => flow && except(flow));
    }

    #options(measures: readonly string[]): Past {
        const known = this.#assessment.lookup.once(searches);
        const key = measures.join(' ');
        const options = known.get(key) ?? pastAll(this.#assessment, measures);
        known.set(key, options);
        return options;
    }

    #search(measures: readonly string[]): WayRound | null {
        const { lookup, reach } = this.#assessment;
        const options = this.#options(measures);
        const { from, against } = this.#threat;
        const atTarget = (unshown: boolean): WayRound | null => {
            const at = against.flatMap(({ id }) => (lookup.conduit(id) ? [id] : reach.locatedIn(id)));
            const open = at.find(id => !options.without.has(id) && !options.held.has(id));
            return open === undefined ? null : { path: null, at: open, target: open, ends: [open], unshown };
        };
        if (from.length === 0) return atTarget(false);
        for (const origin of from)
            for (const target of against) {
                if (options.held.has(target.id)) continue;
                const way = this.#between(origin.id, target.id, options);
                if (way) return way;
            }
        return this.#assessment.threatPaths.exists(this.#threat) === false ? atTarget(true) : null;
    }

    /** A way from an origin to a target; to a conduit it is one to where it begins or ends, and none from beside it. */
    #between(origin: string, target: string, options: Past): WayRound | null {
        const { lookup, reach } = this.#assessment;
        const [sources, targets] = [endZones(lookup, origin), endZones(lookup, target)];
        if (lookup.conduit(target)) {
            const beside = new Set(targets.flatMap(zone => reach.locatedIn(zone)));
            const stands = sources
                .flatMap(zone => reach.locatedIn(zone))
                .find(id => beside.has(id) && !options.without.has(id));
            if (stands !== undefined) return { path: null, at: target, target, ends: [stands], unshown: false };
        }
        for (const from of sources)
            for (const to of targets) {
                const path = reach.shortestPath(from, to, options);
                if (!path) continue;
                const ends = [path.from, ...path.hops.map(hop => hop.to)];
                return { path, at: path.to, target, ends, unshown: false };
            }
        return null;
    }
}
