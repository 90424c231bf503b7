/** Which other devices stand between the ends of what a rule permits, and whether they permit it too. */
import { canEnforce } from '../assessment/enforcing.ts';
import { carriesOnly } from '../assessment/index.ts';
import type { Filter, Region } from '../filter/index.ts';
import { evaluate, filterOf, isEmpty } from '../filter/index.ts';
import type { Asset, Conduit, Lookup, Ruleset } from '../model/index.ts';
import { judgedRules } from './device-rules.ts';
import type { Places } from './places.ts';

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
    from: string,
    to: string,
    zones: readonly string[],
) => readonly Passed[];

/** The zones from that of an end outwards, up to one that the device joins. */
function inwards(lookup: Lookup, end: string, zones: readonly string[]): readonly string[] {
    const chain = lookup.chain(lookup.zoneOf(end)?.id ?? '').map(({ id }) => id);
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
export function apartBehind(lookup: Lookup, end: string, device: Asset, zones: readonly string[]): readonly string[] {
    const guarded = (zone: string): boolean =>
        !zones.includes(zone) && (entriesOf(lookup, zone, device).length > 0 || lookup.zonesIn(zone).some(isGuarded));
    const isGuarded = ({ id }: { readonly id: string }): boolean => guarded(id);
    if (!lookup.zone(end) || !lookup.zonesIn(end).some(isGuarded)) return [end];
    return [
        // A device that carries what comes to the zone is no end of it.
        ...lookup.assetsIn(end).map(({ id }) => id),
        ...lookup.serving(end).flatMap(asset => (carriesOnly(lookup, asset) ? [] : asset.id)),
        ...lookup.zonesIn(end).flatMap(({ id }) => apartBehind(lookup, id, device, zones)),
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
        return conduit.via
            .map(({ id }): Share => {
                const [other, own] = [lookup.asset(id), filtersOn(id)];
                if (!other || id === device.id) return whole;
                if (own.length === 0) return mayBlock(other) ? { passes: 'all', unknown: [id] } : whole;
                // Where addresses are translated, each device sees its own.
                const question = {
                    from: places.documentedBy(from, other, lies, to),
                    to: places.documentedBy(to, other, lies, from),
                    services,
                };
                if (isEmpty(question)) return whole;
                // Which of several rule sets decides is not said: what one of them permits is a path.
                return own.map(filter => shareOf(filter, question)).reduce(besides);
            })
            .reduce(after, whole);
    };
    const hostsOf = (end: string): readonly string[] =>
        lookup.zone(end) ? lookup.assetsWithin(end).map(asset => asset.id) : [end];
    return (conduit, device, part, from, to, zones) => {
        const isSameSide =
            inwards(lookup, from, zones).length + inwards(lookup, to, zones).length > 0 &&
            sideOf(lookup, from, zones) === sideOf(lookup, to, zones);
        const inner = [...inwards(lookup, from, zones), ...inwards(lookup, to, zones)]
            .map(zone => entriesOf(lookup, zone, device))
            .filter(entries => entries.length > 0);
        if (isSameSide && inner.length > 0) return [];
        const share = (source: string, target: string): Share =>
            inner
                .map(entries => entries.map(entry => through(entry, device, part, source, target)).reduce(besides))
                .reduce(after, conduit ? through(conduit, device, part, source, target) : whole);
        const { passes, unknown } = share(from, to);
        if (passes === 'none') return [];
        if (passes === 'all' || !(lookup.zone(from) || lookup.zone(to))) return [{ from, to, unknown }];
        const [sources, targets] = [hostsOf(from), hostsOf(to)];
        if (sources.length * targets.length > mostPairs) return [{ from, to, unknown }];
        return sources.flatMap(source =>
            targets.flatMap(target => {
                const each = share(source, target);
                return each.passes === 'none' ? [] : [{ from: source, to: target, unknown: each.unknown }];
            }),
        );
    };
}

/** The zone of a device in which an end lies. */
function sideOf(lookup: Lookup, end: string, zones: readonly string[]): string | undefined {
    return lookup.chain(lookup.zoneOf(end)?.id ?? '').find(({ id }) => zones.includes(id))?.id;
}
