import type { AsFound } from './as-found.ts';
import type { Asset, Zone } from '../../../model/index.ts';
import type { Badges } from './badges.ts';
import type { AssetNode, ConduitSign, Emphasis, ZoneNode } from './graph.ts';
import type { DiagramContext } from './options.ts';
import { iconOf } from './icon-of.ts';
import { mostInZone } from './limits.ts';
import type { Selection } from './select.ts';
import type { Phases } from './phase.ts';
import type { Reaching } from './reaching.ts';
import { statedLevels, levelsOf, toneOf, type ToneChoice } from './tone.ts';
import type { WhatIf } from './what-if.ts';

/** What all zones and conduits of one picture are made with. */
export interface Making {
    /** What was seen and what is permitted; `null` where the picture does not show it. */
    readonly asFound: AsFound | null;
    readonly context: DiagramContext;
    readonly phases: Phases;
    readonly whatIf: WhatIf | null;
    readonly reaching: Reaching | null;
    readonly selection: Selection;
    readonly badges: Badges;
    readonly choice: ToneChoice;
    readonly folded: ReadonlySet<string>;
    readonly withAssets: boolean;
    /** Ids of the zones whose network carries conduits between others. */
    readonly carriers: ReadonlySet<string>;
    /** The places of conduits, and of flows in none, on the path that is shown. */
    readonly steps: ReadonlyMap<string, readonly number[]>;
    /** Assets of one type in one zone are drawn as one. */
    readonly together: boolean;
    readonly sign: ConduitSign;
    /** The sheet on which a zone is drawn in full; `null` where there is none. */
    readonly sheetOf: (zone: string) => string | null;
}

/** Where zones stand that say nothing of their Purdue level, by kind. */
const rankByKind = { external: 6, enterprise: 4, dmz: 3.5, operations: 3, control: 2, safety: 1, field: 0 } as const;

/** The node of an asset; `scope` sets apart the places where one asset is drawn. */
export function assetNode(asset: Asset, making: Making, scope = ''): AssetNode {
    const { lookup } = making.context;
    return {
        key: `asset:${scope}${asset.id}`,
        id: asset.id,
        name: asset.name,
        title: asset.title,
        icon: iconOf(asset, lookup),
        type: asset.type ? (lookup.type(asset.type.id)?.title ?? asset.type.id) : null,
        essential: asset.traits.includes('essential'),
        wireless: asset.traits.includes('wireless'),
        criticality: asset.criticality,
        addresses: asset.addresses.map(address => address.text),
        count: 1,
        members: [],
        phase: making.phases.of(asset.id),
        hops: making.whatIf?.hops.get(asset.id) ?? null,
        out: making.reaching?.out.get(asset.id) ?? null,
        into: making.reaching?.into.get(asset.id) ?? null,
        badge: making.badges.of([asset.id]),
        emphasis: making.selection.emphasis(asset.id),
    };
}

/** The fewest hops to any of some assets; `null` where none is reached. */
function fewest(all: readonly (number | null)[]): number | null {
    const known = all.filter(hops => hops !== null);
    return known.length === 0 ? null : Math.min(...known);
}

function strongest(nodes: readonly AssetNode[]): Emphasis {
    if (nodes.some(node => node.emphasis === 'strong')) return 'strong';
    return nodes.some(node => node.emphasis === 'plain') ? 'plain' : 'pale';
}

/** Draws assets of one type as one, in the order in which the types come; what is strong stays by itself. */
export function drawTogether(assets: readonly Asset[], making: Making, scope = ''): AssetNode[] {
    const groups = new Map<string, Asset[]>();
    for (const asset of assets) {
        const alone = making.selection.emphasis(asset.id) === 'strong';
        const phase = making.phases.of(asset.id)?.words ?? '';
        const key = alone ? `asset ${asset.id}` : `type ${asset.type?.id ?? ''} ${phase}`;
        const group = groups.get(key);
        if (group) group.push(asset);
        else groups.set(key, [asset]);
    }
    return [...groups.values()].map(group => {
        const nodes = group.map(asset => assetNode(asset, making, scope));
        const [first] = nodes as [AssetNode];
        if (group.length === 1) return first;
        return {
            ...first,
            key: `assets:${scope}${first.id}`,
            title: first.type ?? 'Assets without a type',
            name: `${group.length} assets`,
            essential: nodes.some(node => node.essential),
            wireless: nodes.some(node => node.wireless),
            criticality: null,
            addresses: [],
            count: group.length,
            members: group.map(asset => asset.id),
            hops: fewest(nodes.map(node => node.hops)),
            out: fewest(nodes.map(node => node.out)),
            into: fewest(nodes.map(node => node.into)),
            badge: making.badges.of(group.map(asset => asset.id)),
            emphasis: strongest(nodes),
        };
    });
}

function assetNodes(assets: readonly Asset[], making: Making): AssetNode[] {
    return making.together || assets.length > mostInZone
        ? drawTogether(assets, making)
        : assets.map(asset => assetNode(asset, making));
}

function idsWithin(zone: Zone, making: Making): string[] {
    const { lookup } = making.context;
    return [
        zone.id,
        ...lookup.assetsIn(zone.id).map(asset => asset.id),
        ...lookup.zonesIn(zone.id).flatMap(inner => idsWithin(inner, making)),
    ];
}

/** Where a zone stands from top to bottom, and what says so: its level, else its kind, else the highest zone inside. */
export function rankOf(zone: Zone, inner: readonly ZoneNode[], making: Making): Pick<ZoneNode, 'rank' | 'rankFrom'> {
    const { lookup } = making.context;
    const kind = lookup.kindOf(zone.id);
    if (kind === 'external') return { rank: rankByKind.external, rankFrom: 'kind' };
    const stated = lookup.purdueOf(zone.id);
    if (stated !== null) return { rank: Number(stated), rankFrom: 'level' };
    if (kind !== null) return { rank: rankByKind[kind], rankFrom: 'kind' };
    const highest = inner.reduce<ZoneNode | null>(
        (top, child) => (child.rank !== null && child.rank > (top?.rank ?? -1) ? child : top),
        null,
    );
    return { rank: highest?.rank ?? null, rankFrom: highest?.rankFrom ?? null };
}

/** The node of a zone and of all that is drawn inside it. */
export function zoneNode(zone: Zone, making: Making): ZoneNode {
    const {
        context: { lookup, assessment },
        selection,
        badges,
        choice,
    } = making;
    const folded = making.folded.has(zone.id);
    const own = lookup.assetsIn(zone.id).filter(asset => selection.asset(asset.id));
    const showsAssets = making.withAssets && !folded && !selection.bare(zone.id);
    const inner = lookup.zonesIn(zone.id).filter(child => selection.zone(child.id));
    const zones = folded ? [] : inner.map(child => zoneNode(child, making));
    const kind = lookup.kindOf(zone.id);
    const phase = making.phases.of(zone.id);
    const levels = phase ? statedLevels(zone) : levelsOf(assessment, zone.id);
    const silentAssets = showsAssets ? [] : own.map(asset => asset.id);
    return {
        key: `zone:${zone.id}`,
        id: zone.id,
        name: zone.name,
        title: zone.title,
        kind,
        purdue: lookup.purdueOf(zone.id),
        ...rankOf(zone, zones, making),
        traits: [...lookup.traitsOf(zone.id)],
        levels,
        tone: toneOf(choice, assessment, zone.id, kind, levels),
        assets: showsAssets ? assetNodes(own, making) : [],
        hiddenAssets: folded ? lookup.assetsWithin(zone.id).length : showsAssets ? 0 : own.length,
        zones,
        sheet: making.sheetOf(zone.id),
        carrier: making.carriers.has(zone.id),
        folded,
        phase,
        badge: badges.of(folded ? idsWithin(zone, making) : [zone.id, ...silentAssets]),
        emphasis: selection.emphasis(zone.id),
    };
}
