import { carriesOnly, fittingConduits } from '../../assessment/index.ts';
import type { Asset, Conduit, Lookup } from '../../model/index.ts';
import { canEnforce } from '../../assessment/enforcing.ts';
import type { Pair } from './legs.ts';
import { conduitsFor, pairsOf } from './legs.ts';
import { sideOf } from './sides.ts';

/** Platforms whose zones meet inside of them; another rule asks what they are fit for. */
const platforms: readonly string[] = ['hypervisor', 'virtualisation-manager', 'container-host', 'storage-system'];

/** They give power to the zones that they serve. */
const powering: readonly string[] = ['ups', 'pdu'];

/** True for a platform whose zones meet inside of it. */
export const isHost = (lookup: Lookup, asset: Asset): boolean => lookup.isA(asset, ...platforms);

/** Two zones that an asset joins, and the conduit that is meant to join them. */
export interface Bypass {
    readonly pair: Pair;
    readonly conduit: Conduit;
}

/** The conduits that join two zones: those with boundary devices, or else those without. */
function joining(lookup: Lookup, pair: Pair): readonly Bypass[] {
    const conduits = fittingConduits(lookup, ...pair);
    const guarded = conduits.filter(conduit => conduit.via.length > 0);
    return (guarded.length > 0 ? guarded : conduits).map(conduit => ({ pair, conduit }));
}

/**
 * The boundaries that a computer or controller goes round, because it is in both zones at once. To be named after
 * `via`, or to be in the block of the conduit, changes nothing in that: it filters nothing, and who takes it over is
 * on both sides. A shared platform is one of the plant's own where it joins zones of the plant; one that the plant
 * shares with the office, or a safety zone with anything else, goes round their boundary like any other machine.
 */
export function bypassesOf(lookup: Lookup, asset: Asset): readonly Bypass[] {
    if (asset.serves.length === 0 || carriesOnly(lookup, asset) || lookup.isA(asset, ...powering)) return [];
    // Of an asset after `via` whose type nobody said, another rule asks what it is.
    if (asset.type === null && lookup.boundariesOf(asset.id).length > 0) return [];
    const isPlatform = isHost(lookup, asset);
    return pairsOf(lookup, asset)
        .flatMap(pair => joining(lookup, pair))
        .filter(bypass => !isPlatform || isGrave(lookup, bypass));
}

/** The boundaries with devices whose two sides a platform carries, so that they meet inside of it. */
export function carriedBoundaries(lookup: Lookup, asset: Asset): readonly Bypass[] {
    if (asset.serves.length === 0 || !isHost(lookup, asset)) return [];
    return pairsOf(lookup, asset)
        .flatMap(pair => joining(lookup, pair))
        .filter(({ conduit }) => conduit.via.some(({ id }) => id !== asset.id));
}

/**
 * The boundaries that a network device goes round: it has a leg on both sides of a conduit with boundary devices, and
 * neither is one of these nor is in the block of a conduit that joins the two. A device of a tunnel has a leg in
 * the zone that carries it.
 */
export function detoursOf(lookup: Lookup, device: Asset): readonly Bypass[] {
    if (device.serves.length === 0 || !carriesOnly(lookup, device)) return [];
    const own = conduitsFor(lookup, device);
    return pairsOf(lookup, device).flatMap(pair => {
        const works = own.some(each => fittingConduits(lookup, ...pair).includes(each));
        if (works || isCarried(lookup, own, pair)) return [];
        return joining(lookup, pair).filter(({ conduit }) => conduit.via.length > 0);
    });
}

/**
 * True for a device of a tunnel in the zone that carries it: it has a leg there without joining the zones. Only with
 * the ends of the tunnel: a leg elsewhere is none of it.
 */
function isCarried(lookup: Lookup, conduits: readonly Conduit[], pair: Pair): boolean {
    return conduits.some(({ between, over }) => {
        const carries = (id: string): boolean => over.some(zone => zone.id === id);
        const ends = (id: string): boolean =>
            between.some(end => lookup.within(id, end.id) || lookup.within(end.id, id));
        return pair.some(carries) && pair.every(id => carries(id) || ends(id));
    });
}

/** True for two zones of the office or the world outside: how they are joined is not asked of this system. */
function isBeyond(lookup: Lookup, pair: Pair): boolean {
    return pair.every(zone => ['it', 'outside'].includes(sideOf(lookup, zone) ?? ''));
}

/** The pairs of zones that an asset joins, where no conduit does, and of which this system is asked. */
export const unjoined = (lookup: Lookup, asset: Asset): readonly Pair[] =>
    allUnjoined(lookup, asset).filter(pair => !isBeyond(lookup, pair));

/** All pairs of zones that an asset joins, where no conduit does: a path may lead through each of them. */
export function allUnjoined(lookup: Lookup, asset: Asset): readonly Pair[] {
    const around = conduitsFor(lookup, asset);
    const connected = (pair: Pair): boolean =>
        around.some(({ between }) => pair.every(zone => between.some(end => end.id === zone)));
    return pairsOf(lookup, asset).filter(
        pair => !connected(pair) && fittingConduits(lookup, ...pair).length === 0 && !isCarried(lookup, around, pair),
    );
}

/**
 * True where a device enforces a conduit of each of two zones: it is there to keep them apart, and one rule would join
 * them.
 */
export function isHeldApart(lookup: Lookup, device: Asset, pair: Pair): boolean {
    const own = lookup.boundariesOf(device.id);
    return (
        canEnforce(lookup, device) &&
        pair.every(zone => own.some(conduit => conduit.between.some(end => lookup.within(zone, end.id))))
    );
}

/** True for a device that keeps the networks apart by settings of its own, or only listens. */
function isKeptApart(lookup: Lookup, device: Asset): boolean {
    if (lookup.isA(device, 'tap', 'packet-broker', 'ids') && !lookup.isA(device, 'ips')) return true;
    return lookup.isA(device, 'managed-switch') && !lookup.isA(device, 'core-switch');
}

/**
 * True for a device that keeps the networks apart by settings of its own, only listens, or is there to keep them apart:
 * whether it goes round a boundary is a question, and not shown.
 */
export function isLeftToSettings(lookup: Lookup, device: Asset, found: readonly Bypass[]): boolean {
    return isKeptApart(lookup, device) || found.every(({ pair }) => isHeldApart(lookup, device, pair));
}

/** By the id of a conduit: the assets that go round its devices for sure. */
export function roundOf(lookup: Lookup): ReadonlyMap<string, readonly Asset[]> {
    const round = new Map<string, Set<Asset>>();
    for (const asset of lookup.model.assets) {
        const detours = detoursOf(lookup, asset);
        const sure = isLeftToSettings(lookup, asset, detours) ? [] : detours;
        for (const { conduit } of [...bypassesOf(lookup, asset), ...sure]) {
            const known = round.get(conduit.id);
            if (known) known.add(asset);
            else round.set(conduit.id, new Set([asset]));
        }
    }
    return new Map(Array.from(round, ([conduit, assets]) => [conduit, [...assets]]));
}

/**
 * Assets with a leg in two zones that no conduit joins, and that do not keep these apart: what settings may keep apart,
 * what only listens and what holds servers of both is another question.
 */
export function undeclaredJoints(lookup: Lookup): readonly { readonly asset: Asset; readonly pair: Pair }[] {
    return lookup.model.assets.flatMap(asset => {
        if (asset.serves.length === 0 || asset.type === null || canEnforce(lookup, asset)) return [];
        if (isHost(lookup, asset) || lookup.isA(asset, ...powering) || isKeptApart(lookup, asset)) return [];
        return unjoined(lookup, asset).map(pair => ({ asset, pair }));
    });
}

/**
 * Assets that carry or hold networks of the office or the world and of the plant, or of a safety zone and another one,
 * and enforce no boundary of either: whatever keeps these networks apart in there, it is one device.
 */
export function joiningPlants(lookup: Lookup): readonly { readonly asset: Asset; readonly pair: Pair }[] {
    return lookup.model.assets.flatMap(asset => {
        if (asset.serves.length === 0 || lookup.isA(asset, ...powering, 'tap', 'packet-broker', 'ids')) return [];
        if (lookup.boundariesOf(asset.id).length > 0 || canEnforce(lookup, asset)) return [];
        return pairsOf(lookup, asset)
            .filter(pair => joinsOffice(lookup, pair) || joinsSafety(lookup, pair))
            .map(pair => ({ asset, pair }));
    });
}

/** True where the asset joins the plant with the office or the world outside. */
function joinsOffice(lookup: Lookup, [one, other]: Pair): boolean {
    const sides = [sideOf(lookup, one), sideOf(lookup, other)];
    return sides.includes('ot') && (sides.includes('it') || sides.includes('outside'));
}

/** True where the asset joins a safety zone with one that is none. */
function joinsSafety(lookup: Lookup, [one, other]: Pair): boolean {
    return (lookup.kindOf(one) === 'safety') !== (lookup.kindOf(other) === 'safety');
}

/** True for a bypass by which the office or the world is in the plant, or anything else in a safety zone. */
export function isGrave(lookup: Lookup, { pair }: Bypass): boolean {
    return joinsOffice(lookup, pair) || joinsSafety(lookup, pair);
}
