import type { Ranges, Region } from '../filter/index.ts';
import {
    all4,
    all6,
    byFamily,
    everyAddress,
    includes,
    intersect,
    isEmpty,
    meets,
    RegionIndex,
    rest,
    sameRanges,
    sizeOf,
    subtract,
    tooMany,
    uncovered,
    union,
} from '../filter/index.ts';
import type { Asset, Flow, Lookup, Ruleset } from '../model/index.ts';
import { withAnd } from '../model/index.ts';
import { directionsOf } from './configured.ts';
import type { JudgedRule } from './device-rules.ts';
import type { Needs } from './needs.ts';
import type { Places } from './places.ts';
import { zonesAround } from './places.ts';
import { tunnelRegions } from './tunnels.ts';
import type { RuleReading, Width } from './types.ts';

/** What a flow documents for a device, in one direction. */
export interface Documented extends Region {
    readonly flow: Flow;
    /** False where the device sees several hosts as one address, and the flow is of some of them. */
    readonly certain: boolean;
}

/** What the declared flows document, for each device that sees addresses its own way; worked out once. */
export class Documents {
    readonly #byDevice = new Map<Asset | null, RegionIndex<Documented>>();
    /** By their flows, where all devices see every address alike. */
    readonly alike: ReadonlyMap<Flow, readonly Documented[]>;
    readonly #lookup: Lookup;
    readonly #places: Places;
    readonly #flows: readonly (readonly [Flow, Needs])[];

    /** @param before gives what a flow documented in another model, where that is the same */
    constructor(
        lookup: Lookup,
        places: Places,
        flows: readonly (readonly [Flow, Needs])[],
        before: (flow: Flow, now: () => readonly Documented[]) => readonly Documented[] = (_, now) => now(),
    ) {
        this.#lookup = lookup;
        this.#places = places;
        this.#flows = flows;
        this.alike = new Map(
            flows.map(needed => [needed[0], before(needed[0], () => documentedBy(lookup, places, null, needed))]),
        );
    }

    for(device: Asset): RegionIndex<Documented> {
        const sight = this.#places.sightOf(device);
        const known = this.#byDevice.get(sight);
        if (known) return known;
        const found = new RegionIndex([
            ...this.#flows.flatMap(needed =>
                sight ? documentedBy(this.#lookup, this.#places, sight, needed) : this.alike.get(needed[0])!,
            ),
            ...tunnelRegions(this.#lookup, this.#places).flatMap(({ conduit, ...region }): readonly Documented[] => {
                const [flow] = this.#lookup.flowsIn(conduit.id);
                return flow ? [{ ...region, flow, certain: true }] : [];
            }),
        ]);
        this.#byDevice.set(sight, found);
        return found;
    }
}

/** What a flow documents for a device. */
function documentedBy(
    lookup: Lookup,
    places: Places,
    device: Asset | null,
    [flow, needs]: readonly [Flow, Needs],
): readonly Documented[] {
    if (needs.kind !== 'services') return [];
    const lies = zonesAround(lookup, flow);
    return directionsOf(flow)
        .flatMap(([from, to]) => documentedBetween(places, device, lies, { flow, from, to, services: needs.any }))
        .filter(region => !isEmpty(region));
}

/** What all flows together document for a device. */
export function documentedFor(
    lookup: Lookup,
    places: Places,
    device: Asset,
    flows: readonly (readonly [Flow, Needs])[],
): readonly Documented[] {
    return flows.flatMap(flow => documentedBy(lookup, places, device, flow));
}

/** What a flow documents in one direction: what is certain, and what may be of other hosts. */
function documentedBetween(
    places: Places,
    device: Asset | null,
    lies: readonly string[],
    { flow, from, to, services }: { flow: Flow; from: string; to: string; services: Ranges },
): readonly Documented[] {
    const [sources, targets] = [places.documentedBy(from, device, lies), places.documentedBy(to, device, lies)];
    const [someSources, someTargets] = [places.sharedBy(from, device, lies), places.sharedBy(to, device, lies)];
    const base = { flow, services };
    if (someSources.length === 0 && someTargets.length === 0)
        return [{ ...base, from: sources, to: targets, certain: true }];
    const ownSources = subtract(sources, someSources);
    return [
        { ...base, from: ownSources, to: subtract(targets, someTargets), certain: true },
        { ...base, from: ownSources, to: someTargets, certain: false },
        { ...base, from: someSources, to: targets, certain: false },
    ];
}

/** By rules: a rule as a device asks it is in one list of rules, so those before it are always the same. */
const effectives = new WeakMap<JudgedRule, readonly Region[] | typeof tooMany>();

/** Sessions that rules before this one leave to it, of one family of addresses each: parts that share none. */
function effective(rule: JudgedRule, earlier: readonly JudgedRule[]): readonly Region[] | typeof tooMany {
    const known = effectives.get(rule);
    if (known !== undefined) return known;
    const left = rest([rule], earlier);
    const parts = left === tooMany ? left : left.flatMap(byFamily);
    effectives.set(rule, parts);
    return parts;
}

export const isWide = (set: Ranges): boolean => [everyAddress, all4, all6].some(all => sameRanges(set, all));

function widthOf(parts: readonly Region[], needed: readonly Region[], places: Places): Width {
    const sides: readonly Width[] = (['from', 'to', 'service'] as const).map(side => {
        const key = side === 'service' ? 'services' : side;
        const whole = union(...parts.map(part => part[key]));
        const cut = key !== 'services' && isWide(whole) ? intersect(whole, places.all) : whole;
        return { side, of: sizeOf(cut), covered: sizeOf(intersect(cut, union(...needed.map(each => each[key])))) };
    });
    return sides.reduce((widest, each) =>
        each.of / Math.max(1, each.covered) > widest.of / Math.max(1, widest.covered) ? each : widest,
    );
}

/**
 * What a rule is before rules and flows that nearly agree are joined, and the sessions that rules before it leave to
 * it.
 */
export type Undecided = Omit<RuleReading, 'differsFrom' | 'differsIn' | 'used' | 'proposedBy'> & {
    readonly parts: readonly Region[];
};

/**
 * What each rule of a ruleset that permits something is, before rules and flows that nearly agree are joined.
 * @param before what a rule was in another model, where it is the same here
 */
export function readRuleset(
    lookup: Lookup,
    places: Places,
    ruleset: Ruleset,
    judged: readonly JudgedRule[],
    documented: Documents,
    before: (rule: JudgedRule['rule']) => Undecided | undefined = () => undefined,
): readonly Undecided[] {
    const device = ruleset.devices.map(each => lookup.asset(each.id)).find(asset => asset !== undefined);
    if (!device) return [];
    const documents = documented.for(device);
    const blocks: JudgedRule[] = [];
    const read = new Map<JudgedRule['rule'], Undecided>();
    const same = new Set<Undecided>();
    for (const rule of judged) {
        if (!rule.permits) {
            if (rule.when === null) blocks.push(rule);
            continue;
        }
        const earlier = read.get(rule.rule);
        if (earlier && same.has(earlier)) continue;
        const known = earlier ? undefined : before(rule.rule);
        if (known) {
            same.add(known);
            read.set(rule.rule, known);
            continue;
        }
        const base = { ruleset, rule: rule.rule, flows: [], width: null, surplus: null, why: null, parts: [] };
        if (rule.when !== null) {
            // A part that is certain says more than one that is not.
            if (!earlier) read.set(rule.rule, { ...base, class: 'not-assessable', why: rule.when });
            else if (earlier.class !== 'not-assessable')
                read.set(rule.rule, { ...earlier, why: earlier.why ?? rule.when });
            continue;
        }
        const parts = effective(rule, blocks);
        if (parts === tooMany) {
            read.set(rule.rule, {
                ...base,
                class: 'not-assessable',
                why: 'the rules before it split it into too many parts',
            });
            continue;
        }
        const near = parts.flatMap(part => documents.meeting(part));
        const gaps = parts.map(part => uncovered(part, near));
        if (gaps.includes(tooMany)) {
            read.set(rule.rule, {
                ...base,
                class: 'not-assessable',
                why: 'the flows that it affects split it into too many parts',
            });
            continue;
        }
        const surely = near.every(each => each.certain)
            ? gaps
            : parts.map(part =>
                  uncovered(
                      part,
                      near.filter(each => each.certain),
                  ),
              );
        if (gaps.every(gap => gap === null) && surely.some(gap => gap !== null)) {
            const some = near.filter(each => !each.certain);
            read.set(rule.rule, {
                ...base,
                parts,
                flows: [...new Set(near.map(each => each.flow))],
                class: 'not-assessable',
                why: `several hosts share an address that it permits, and may use it beside ${flowNames(some)}`,
            });
            continue;
        }
        const surplus = gaps.find((gap): gap is Region => gap !== null && gap !== tooMany) ?? null;
        const own = [...new Set(near.map(each => each.flow))];
        read.set(rule.rule, {
            ...base,
            parts,
            flows: own,
            surplus: own.length > 0 || surplus ? surplus : null,
            class: surplus === null ? 'documented' : own.length > 0 ? 'wider' : 'undocumented',
            width: surplus !== null && own.length > 0 ? widthOf(parts, near, places) : null,
        });
    }
    return [...read.values()];
}

/** The flows of some documents, by their ends. */
function flowNames(some: readonly Documented[]): string {
    const names = [...new Set(some.map(({ flow }) => `${flow.from.id} ${flow.arrow} ${flow.to.id}`))];
    return `the flow${names.length === 1 ? '' : 's'} ${withAnd(names.slice(0, 3))}`;
}

const sides = ['from', 'to', 'services'] as const;

/** More services than this are no answer to which one is meant: half of the ports of TCP, or of any other transport. */
const mostServices = 32_768;

/**
 * In which one of from, to and service a rule differs from a flow; `null` where they agree in all or differ in more.
 * `any` agrees with nothing, nor does what an earlier rule leaves of it.
 */
export function differsIn(a: Region, b: Region): 'from' | 'to' | 'service' | null {
    const isAny = (side: (typeof sides)[number], set: Ranges): boolean =>
        side === 'services' ? sizeOf(set) > mostServices : isWide(set);
    let differing: (typeof sides)[number] | null = null;
    for (const key of sides) {
        const [one, other] = [a[key], b[key]];
        if (includes(other, one) || (!isAny(key, one) && includes(one, other))) continue;
        if (differing !== null) return null;
        differing = key;
    }
    if (differing === null || meets(a[differing], b[differing])) return null;
    return differing === 'services' ? 'service' : differing;
}
