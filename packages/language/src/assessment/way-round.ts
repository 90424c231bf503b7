import type { Lookup, Threat } from '../model/index.ts';
import type { Assessment } from './assessment.ts';
import { placesOfCountermeasures } from './off-path.ts';
import type { Path, SearchOptions } from './reach.ts';

/** How a threat gets to its target past every place where some countermeasures work. */
export interface WayRound {
    /** `null` where the threat names no origin: the attacker stands at the target. */
    readonly path: Path | null;
    /** The asset, or the zone without assets, in which it ends. */
    readonly at: string;
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

type Past = SearchOptions & Required<Pick<SearchOptions, 'without'>>;

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
     * @returns `null` where there is none, also where no declared flow leads to the target at all
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

    #search(measures: readonly string[]): WayRound | null {
        const { lookup, reach } = this.#assessment;
        const known = lookup.once(searches);
        const key = measures.join(' ');
        const options = known.get(key) ?? pastAll(this.#assessment, measures);
        known.set(key, options);
        const { from, against } = this.#threat;
        if (from.length === 0) {
            const at = against.flatMap(({ id }) => reach.locatedIn(id)).find(id => !options.without.has(id));
            return at === undefined ? null : { path: null, at };
        }
        for (const origin of from)
            for (const target of against) {
                const path = reach.shortestPath(origin.id, target.id, options);
                if (path) return { path, at: path.to };
            }
        return null;
    }
}
