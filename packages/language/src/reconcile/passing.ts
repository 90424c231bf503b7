/** Which other devices stand between the ends of what a rule permits, and whether they permit it too. */
import { canEnforce } from '../assessment/enforcing.ts';
import { carriesOnly } from '../assessment/index.ts';
import type { Filter, Region, Verdict } from '../filter/index.ts';
import { evaluate, filterOf, isEmpty } from '../filter/index.ts';
import type { Asset, Conduit, Lookup, Ruleset } from '../model/index.ts';
import { judgedRules } from './device-rules.ts';
import { nothingPasses } from './one-after-another.ts';
import type { Places } from './places.ts';
import type { End } from './rule-ends.ts';

/** So many pairs of hosts are asked one by one. */
const mostPairs = 10_000;

const shares = ['none', 'some', 'all'] as const;

/** How much passes, and the devices on the way whose rules are not known. */
interface Share {
    readonly passes: (typeof shares)[number];
    readonly unknown: readonly string[];
}

const whole: Share = { passes: 'all', unknown: [] };
const rank = ({ passes }: Share): number => shares.indexOf(passes);
/** What passes one after the other. */
const after = (one: Share, other: Share): Share => ({
    passes: rank(one) <= rank(other) ? one.passes : other.passes,
    unknown: [...one.unknown, ...other.unknown],
});
/** What passes by one or by the other: what passes for sure counts more than what may. */
const besides = (one: Share, other: Share): Share =>
    (rank(other) - rank(one) || one.unknown.length - other.unknown.length) > 0 ? other : one;

/** How much of a question a filter permits for sure; all where it is too much to ask. */
function shareOf(filter: Filter, question: Region): Share {
    const { permitted, blocked, unclear, complete } = evaluate(filter, question);
    if (!complete) return whole;
    const passes = permitted.length === 0 ? 'none' : blocked.length + unclear.length === 0 ? 'all' : 'some';
    return { passes, unknown: [] };
}

/** What any of several filters permits for sure. */
function permittedBy(filters: readonly Filter[], region: Region): Verdict {
    const verdicts = filters.map(filter => evaluate(filter, region));
    return {
        permitted: verdicts.flatMap(each => each.permitted),
        blocked: [],
        unclear: [],
        complete: verdicts.every(each => each.complete),
    };
}

/** A pair of ends between which something passes. */
export interface Passed {
    readonly from: string;
    readonly to: string;
    /** The boundary devices between them whose rules are not known: it passes only if they permit it. */
    readonly unknown: readonly string[];
}

/**
 * The pairs of ends between which other devices too permit something of what a rule permits: those of the conduit, and
 * those of the boundaries of nested zones that the device does not reach into. It gives the ends themselves, or hosts
 * of them, where these devices permit a part.
 * @param zones the zones that the device joins
 */
export type Passing = (
    conduit: Conduit | undefined,
    device: Asset,
    part: Region,
    from: End,
    to: End,
    zones: readonly string[],
) => readonly Passed[];

/** The zones from that of an end outwards, up to one that the device joins. */
function inwards(lookup: Lookup, { home }: End, zones: readonly string[]): readonly string[] {
    const chain = lookup.chain(home).map(({ id }) => id);
    return chain.slice(
        0,
        Math.max(
            chain.findIndex(id => zones.includes(id)),
            0,
        ),
    );
}

/** The conduits by which one comes into a nested zone from the zones around it, where they have boundary devices. */
function entriesOf(lookup: Lookup, zone: string, device: Asset): readonly Conduit[] {
    const around = lookup.chain(zone).slice(1);
    const entries = lookup
        .conduitsOf(zone)
        .filter(({ between }) =>
            between.some(({ id }) => !lookup.within(id, zone) && around.some(each => lookup.within(id, each.id))),
        );
    // Where one of them has no device, or this one, nothing else is known to stand in the way.
    return entries.some(({ via }) => via.length === 0 || via.some(({ id }) => id === device.id)) ? [] : entries;
}

/** An end, or what is in it, where a part of it lies behind the boundary of a nested zone. */
export function apartBehind(
    lookup: Lookup,
    { id: end, home }: End,
    device: Asset,
    zones: readonly string[],
): readonly End[] {
    const guarded = (zone: string): boolean =>
        !zones.includes(zone) && (entriesOf(lookup, zone, device).length > 0 || lookup.zonesIn(zone).some(isGuarded));
    const isGuarded = ({ id }: { readonly id: string }): boolean => guarded(id);
    if (!lookup.zone(end) || !lookup.zonesIn(end).some(isGuarded)) return [{ id: end, home }];
    return [
        // A device that carries what comes to the zone is no end of it.
        ...lookup.assetsIn(end).map(({ id }) => ({ id, home: end })),
        ...lookup.serving(end).flatMap(asset => (carriesOnly(lookup, asset) ? [] : { id: asset.id, home: end })),
        ...lookup.zonesIn(end).flatMap(({ id }) => apartBehind(lookup, { id, home: id }, device, zones)),
    ];
}

export function passingOf(lookup: Lookup, places: Places, rulesets: readonly Ruleset[]): Passing {
    const filters = new Map<string, readonly Filter[]>();
    const filtersOn = (id: string): readonly Filter[] => {
        const known = filters.get(id);
        if (known !== undefined) return known;
        const device = lookup.asset(id);
        const own = rulesets.filter(ruleset => ruleset.devices.some(each => each.id === id));
        const found = device ? own.map(ruleset => filterOf(judgedRules(ruleset, device, places))) : [];
        filters.set(id, found);
        return found;
    };
    /** A diode is judged by its direction; a switch or a router forwards what comes. */
    const mayBlock = (other: Asset): boolean =>
        other.type === null || (canEnforce(lookup, other) && !lookup.isA(other, 'diode'));
    const through = (conduit: Conduit, device: Asset, { services }: Region, from: string, to: string): Share => {
        const lies = conduit.between.map(end => end.id);
        // Where addresses are translated, each device sees its own.
        const questionOf = (other: Asset): Region => ({
            from: places.documentedBy(from, other, lies, to),
            to: places.documentedBy(to, other, lies, from),
            services,
        });
        const others = conduit.via.flatMap(({ id }) => (id === device.id ? [] : (lookup.asset(id) ?? [])));
        const share = others
            .map((other): Share => {
                const own = filtersOn(other.id);
                if (own.length === 0) return mayBlock(other) ? { passes: 'all', unknown: [other.id] } : whole;
                const question = questionOf(other);
                if (isEmpty(question)) return whole;
                // Which of several rule sets decides is not said: what one of them permits is a path.
                return own.map(filter => shareOf(filter, question)).reduce(besides);
            })
            .reduce(after, whole);
        const known = others.filter(({ id }) => filtersOn(id).length > 0);
        if (share.passes !== 'some' || known.length < 2 || places.sightOf(device) !== null) return share;
        // Two devices that each permit a part may have no part in common.
        const ask = known.map(
            ({ id }) =>
                (region: Region) =>
                    permittedBy(filtersOn(id), region),
        );
        return nothingPasses(ask, questionOf(known[0]!)) ? { passes: 'none', unknown: [] } : share;
    };
    const hostsOf = (end: string): readonly string[] =>
        lookup.zone(end)
            ? [...lookup.assetsWithin(end), ...lookup.serving(end).filter(asset => !carriesOnly(lookup, asset))].map(
                  asset => asset.id,
              )
            : [end];
    return (conduit, device, part, source, target, zones) => {
        const [from, to] = [source.id, target.id];
        const isSameSide =
            inwards(lookup, source, zones).length + inwards(lookup, target, zones).length > 0 &&
            sideOf(lookup, source, zones) === sideOf(lookup, target, zones);
        const inner = [...inwards(lookup, source, zones), ...inwards(lookup, target, zones)]
            .map(zone => entriesOf(lookup, zone, device))
            .filter(entries => entries.length > 0);
        if (isSameSide && inner.length > 0) return [];
        const share = (one: string, other: string): Share =>
            inner
                .map(entries => entries.map(entry => through(entry, device, part, one, other)).reduce(besides))
                .reduce(after, conduit ? through(conduit, device, part, one, other) : whole);
        const { passes, unknown } = share(from, to);
        if (passes === 'none') return [];
        if (passes === 'all' || !(lookup.zone(from) || lookup.zone(to))) return [{ from, to, unknown }];
        const [sources, targets] = [hostsOf(from), hostsOf(to)];
        if (sources.length * targets.length > mostPairs) return [{ from, to, unknown }];
        return sources.flatMap(one =>
            targets.flatMap(other => {
                const each = one === other ? null : share(one, other);
                return !each || each.passes === 'none' ? [] : [{ from: one, to: other, unknown: each.unknown }];
            }),
        );
    };
}

/** The zone of a device in which an end lies. */
function sideOf(lookup: Lookup, { home }: End, zones: readonly string[]): string | undefined {
    return lookup.chain(home).find(({ id }) => zones.includes(id))?.id;
}
