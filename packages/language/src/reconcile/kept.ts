import type { Region } from '../filter/index.ts';
import { RegionIndex, sameRanges, union } from '../filter/index.ts';
import type { FirewallRule, Flow, Lookup } from '../model/index.ts';
import type { Changes } from './changes.ts';
import type { Drafted, Needed } from './drafts.ts';
import { pairKey } from './observed.ts';
import type { Places } from './places.ts';
import type { Comparison } from './reconcile.ts';
import type { Documented, Undecided } from './rule-classes.ts';
import { isWide } from './rule-classes.ts';
import type { OpenSight, Placed, Sightings } from './sightings.ts';
import { isDecided, mayBeOf } from './sightings.ts';
import type { Strangers } from './strangers.ts';
import type { LocatedEnd, RuleReading, TrafficReading } from './types.ts';

/**
 * What an earlier comparison says that is the same in this one. It is asked element by element, and answers
 * `undefined` for whatever a change may reach: too much is worked out again rather than too little.
 */
export class Kept {
    readonly #lookup: Lookup;
    readonly #before: Comparison | null;
    readonly #changes: Changes | null;
    /** The flows of which all is as it was. */
    readonly #same = new Set<Flow>();
    readonly #moved: readonly (Placed | OpenSight)[];
    constructor(
        lookup: Lookup,
        places: Places,
        declared: readonly Needed[],
        sightings: Sightings,
        strangers: Strangers,
        before: Comparison | null,
        changes: Changes | null,
    ) {
        this.#lookup = lookup;
        this.#before = before;
        this.#changes = before && changes;
        const { moved } = sightings;
        this.#moved = moved;
        if (!before || !changes) return;
        const touched = new Touched(lookup, moved.filter(isDecided));
        const open = moved.filter((sight): sight is OpenSight => !isDecided(sight));
        const isAnyone = (end: string): boolean => moved.length > 0 && strangers.hostsOf(end).length > 0;
        for (const [flow, needs] of declared) {
            if (!changes.flows.has(flow) || !before.drafts.has(flow)) continue;
            if (this.#isReached(flow, changes) || touched.has(flow)) continue;
            if (isAnyone(flow.from.id) || isAnyone(flow.to.id)) continue;
            if (open.some(sight => mayBeOf(lookup, places.book, flow, needs, sight))) continue;
            this.#same.add(flow);
        }
    }

    /** True where an end, a device or the conduit of a flow is another one, or has other addresses. */
    #isReached({ from, to, container }: Flow, { assets, conduits, around }: Changes): boolean {
        if ([from.id, to.id].some(id => assets.has(id) || around.has(id))) return true;
        if (container === null) return false;
        return conduits.has(container) || !!this.#lookup.conduit(container)?.via.some(({ id }) => assets.has(id));
    }

    readonly flow = (flow: Flow): Drafted | undefined =>
        this.#same.has(flow) ? this.#before!.drafts.get(flow) : undefined;

    /** What a flow documented, where it documents that now too. */
    readonly documented = (flow: Flow, now: () => readonly Documented[]): readonly Documented[] => {
        const known = this.#changes?.flows.has(flow) ? this.#before!.documented.get(flow) : undefined;
        if (!known) return now();
        if (this.#same.has(flow)) return known;
        const found = now();
        return found.length === known.length && found.every((region, index) => isSame(region, known[index]!))
            ? known
            : found;
    };

    /** What a rule was, where no flow that it meets documents anything else than before. */
    rule(documented: ReadonlyMap<Flow, readonly Documented[]>): (rule: FirewallRule) => Undecided | undefined {
        const before = this.#before;
        if (!before) return () => undefined;
        const gone = [...before.documented].filter(([flow, regions]) => documented.get(flow) !== regions);
        const come = [...documented].filter(([flow, regions]) => before.documented.get(flow) !== regions);
        const met = before.parts.meeting([...gone, ...come].flatMap(([, regions]) => regions));
        const undecided = new Map([...before.rules.keys()].map(each => [each.rule, each]));
        const otherAddresses = this.#changes!.points.size > 0;
        return rule => {
            if (met.has(rule) || !before.parts.rules.has(rule)) return undefined;
            const known = undecided.get(rule);
            if (known?.class !== 'wider' || !otherAddresses) return known;
            // Its width counts the addresses of the model.
            const wide = (['from', 'to'] as const).some(side => isWide(union(...known.parts.map(part => part[side]))));
            return wide ? undefined : known;
        };
    }

    /** What a rule was after all were joined with flows. */
    get reading(): (rule: Undecided, flow: Flow | null, side: RuleReading['differsIn']) => RuleReading | undefined {
        const before = this.#before;
        if (!before) return () => undefined;
        const used = before.parts.meeting(this.#moved.map(({ region }) => region));
        return (rule, flow, side) => {
            const known = before.rules.get(rule);
            if (!known || known.differsFrom !== flow || known.differsIn !== side) return undefined;
            return known.class !== 'documented' && used.has(rule.rule) ? undefined : known;
        };
    }

    traffic(placed: Placed): TrafficReading | undefined {
        const known = this.#before?.traffic.get(placed);
        return known?.conduit && this.#changes!.conduits.has(known.conduit.id) ? undefined : known;
    }
}

function isSame(one: Region, other: Region): boolean {
    return sameRanges(one.from, other.from) && sameRanges(one.to, other.to) && sameRanges(one.services, other.services);
}

/** The sessions that rules before them leave to some rules, and which rules sessions meet. */
export class RuleParts {
    readonly #all: readonly Undecided[];
    #known: ReadonlySet<FirewallRule> | undefined;
    #index: RegionIndex<Region & { readonly rule: FirewallRule }> | undefined;

    constructor(all: readonly Undecided[]) {
        // Of one that was given up nothing is known.
        this.#all = all.filter(each => each.class !== 'not-assessable');
    }

    /** The rules of which it is known. */
    get rules(): ReadonlySet<FirewallRule> {
        return (this.#known ??= new Set(this.#all.map(each => each.rule)));
    }

    meeting(regions: readonly Region[]): ReadonlySet<FirewallRule> {
        this.#index ??= new RegionIndex(
            this.#all.flatMap(({ rule, parts }) =>
                parts.map(({ from, to, services }) => ({ from, to, services, rule })),
            ),
        );
        const index = this.#index;
        return new Set(regions.flatMap(region => index.meeting(region).map(({ rule }) => rule)));
    }
}

/** The flows that conversations may be of. */
class Touched {
    readonly #lookup: Lookup;
    /** Of assets, whichever opened. */
    readonly #pairs = new Set<string>();
    readonly #ends = new Set<string>();

    constructor(lookup: Lookup, conversations: readonly Placed[]) {
        this.#lookup = lookup;
        const add = ({ asset, zone }: LocatedEnd): void => {
            if (asset) this.#ends.add(asset.id);
            for (const id of [zone?.id, ...(asset?.serves ?? []).map(served => served.id)])
                if (id !== undefined) for (const around of lookup.chain(id)) this.#ends.add(around.id);
        };
        for (const { from, to } of conversations) {
            if (from.asset && to.asset) this.#pairs.add(pairKey(from.asset.id, to.asset.id));
            add(from);
            add(to);
        }
    }

    has({ from, to }: Flow): boolean {
        return this.#lookup.zone(from.id) || this.#lookup.zone(to.id)
            ? this.#ends.has(from.id) && this.#ends.has(to.id)
            : this.#pairs.has(pairKey(from.id, to.id));
    }
}
