/** Which other devices stand between the ends of what a rule permits, and whether they permit it too. */
import { canEnforce } from '../assessment/enforcing.ts';
import { carriesOnly } from '../assessment/index.ts';
import type { Filter, Region, Verdict } from '../filter/index.ts';
import { evaluate, filterOf, includes, isEmpty, union } from '../filter/index.ts';
import type { Asset, Conduit, Lookup, Ruleset } from '../model/index.ts';
import { judgedRules } from './device-rules.ts';
import { nothingPasses, passedBy } from './one-after-another.ts';
import type { Places } from './places.ts';
import type { End } from './rule-ends.ts';

/** So many pairs of hosts are asked one by one. */
const mostPairs = 10_000;
/** So many rows of conduits are asked. */
const mostRows = 100;

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
 * The pairs of ends between which other devices too permit something of what a rule permits: those of the conduits, and
 * those of the boundaries of nested zones that the device does not reach into. It gives the ends themselves, or hosts
 * of them, where these devices permit a part.
 * @param routes the conduits that are passed one after the other; several where there are several routes
 * @param zones the zones that the device joins, and those in which the conduits end
 */
export type Passing = (
    routes: readonly (readonly Conduit[])[],
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
    /** What passes all devices of several conduits, one after the other. */
    const through = (
        conduits: readonly Conduit[],
        device: Asset,
        { services }: Region,
        from: string,
        to: string,
    ): Share => {
        const others = conduits.flatMap(({ via, between }) => {
            const lies = between.map(end => end.id);
            return via.flatMap(({ id }) => (id === device.id ? [] : { other: lookup.asset(id), lies }));
        });
        const known: { readonly other: Asset; readonly question: Region }[] = [];
        const unknown: string[] = [];
        for (const { other, lies } of others) {
            if (!other) continue;
            if (filtersOn(other.id).length === 0) {
                if (mayBlock(other)) unknown.push(other.id);
                continue;
            }
            // Where addresses are translated, each device sees its own.
            const question: Region = {
                from: places.documentedBy(from, other, lies, to),
                to: places.documentedBy(to, other, lies, from),
                services,
            };
            known.push({ other, question });
        }
        const ask = known.map(
            ({ other }) =>
                (region: Region) =>
                    permittedBy(filtersOn(other.id), region),
        );
        const all: Region = {
            from: union(...known.map(({ question }) => question.from)),
            to: union(...known.map(({ question }) => question.to)),
            services,
        };
        const isPlain = places.sightOf(device) === null;
        if (conduits.length > 1 && isPlain && known.length > 0 && !isEmpty(all)) {
            const passed = passedBy(ask, all);
            if (passed?.length === 0) return { passes: 'none', unknown: [] };
            // A service that passes between all of the addresses is enough for a path.
            const isWhole = !passed || passed.some(each => includes(each.from, all.from) && includes(each.to, all.to));
            return { passes: isWhole ? 'all' : 'some', unknown };
        }
        let share: Share = { ...whole, unknown };
        for (const { other, question } of known) {
            if (isEmpty(question)) continue;
            // Which of several rule sets decides is not said: what one of them permits is a path.
            share = after(
                share,
                filtersOn(other.id)
                    .map(filter => shareOf(filter, question))
                    .reduce(besides),
            );
            if (share.passes === 'none') return share;
        }
        if (share.passes !== 'some' || known.length < 2 || !isPlain) return share;
        // Two devices that each permit a part may have no part in common.
        return nothingPasses(ask, all) ? { passes: 'none', unknown: [] } : share;
    };
    const hostsOf = (end: string): readonly string[] =>
        lookup.zone(end)
            ? [...lookup.assetsWithin(end), ...lookup.serving(end).filter(asset => !carriesOnly(lookup, asset))].map(
                  asset => asset.id,
              )
            : [end];
    return (routes, device, part, source, target, zones) => {
        const [from, to] = [source.id, target.id];
        const inwardsOf = [...inwards(lookup, source, zones), ...inwards(lookup, target, zones)];
        const inner = inwardsOf.map(zone => entriesOf(lookup, zone, device)).filter(entries => entries.length > 0);
        const isSameSide = inwardsOf.length > 0 && sideOf(lookup, source, zones) === sideOf(lookup, target, zones);
        if (isSameSide && inner.length > 0) return [];
        const rows = rowsOf([routes, ...inner.map(entries => entries.map(entry => [entry]))]);
        const share = (one: string, other: string): Share => {
            let best: Share | undefined;
            for (const row of rows) {
                const each = through(row, device, part, one, other);
                best = best ? besides(best, each) : each;
                // Nothing passes better than all of it.
                if (best.passes === 'all' && best.unknown.length === 0) break;
            }
            return best!;
        };
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

/** One choice of each list, put together; what would make too many is not asked, and stops nothing. */
function rowsOf(lists: readonly (readonly (readonly Conduit[])[])[]): readonly (readonly Conduit[])[] {
    return lists.reduce<readonly (readonly Conduit[])[]>(
        (rows, list) =>
            rows.length * list.length > mostRows ? rows : rows.flatMap(row => list.map(each => [...row, ...each])),
        [[]],
    );
}

/** The zone of a device in which an end lies. */
function sideOf(lookup: Lookup, { home }: End, zones: readonly string[]): string | undefined {
    return lookup.chain(home).find(({ id }) => zones.includes(id))?.id;
}
