import { componentRequirements } from '../catalogue/components.ts';
import { requirements } from '../catalogue/index.ts';
import type { Asset, Conduit, Level, Lookup, RequirementMention, Statement, Vector, Zone } from '../model/index.ts';
import { either, frCount, silent } from '../model/index.ts';
import type { Day } from './day.ts';

export interface Capability {
    readonly levels: Vector;
    readonly limits: readonly (string | null)[];
    /** True when every asset is capable of the requirement at that position of the catalogue. */
    readonly capable: (index: number) => boolean;
}

/** What IEC 62443-4-2 asks of components for a requirement of the system. */
interface Asked {
    /** The level from which on a component has what serves the requirement: an SL-C below says nothing of it. */
    readonly level: number;
    /** True where it is asked of network devices alone. */
    readonly ofNetworkDevices: boolean;
}

let asked: readonly (Asked | null)[] | undefined;

/**
 * For each requirement, by its index, what is asked of components; `null` where nothing is, so that no SL-C speaks of
 * it.
 */
function askedOfComponents(): readonly (Asked | null)[] {
    if (asked) return asked;
    const found = new Map<string, Asked>();
    for (const { systemRequirements, level, components } of componentRequirements) {
        const ofNetworkDevices = components.every(component => component === 'network-device');
        for (const id of systemRequirements) {
            const known = found.get(id);
            found.set(id, {
                level: Math.max(level, known?.level ?? 0),
                ofNetworkDevices: ofNetworkDevices && known?.ofNetworkDevices !== false,
            });
        }
    }
    return (asked = requirements.map(({ id, level }) => {
        const rows = found.get(id);
        return rows ? { ...rows, level: Math.max(level, rows.level) } : null;
    }));
}

/**
 * True for a requirement, by its index, that IEC 62443-4-2 asks of components, so that their SL-C says something of it.
 */
export function isAskedOfComponents(index: number): boolean {
    return (askedOfComponents()[index] ?? null) !== null;
}

/** SL-C of an asset: its own, else that of its type and of the types it rests on, FR by FR. */
export function capabilityOfAsset(lookup: Lookup, asset: Asset): Vector {
    return lookup
        .typesOf(asset)
        .reduce((levels, type) => (type.slC ? either(levels, type.slC.levels) : levels), asset.slC?.levels ?? silent);
}

/**
 * SL-C of a zone or conduit: for each FR the lowest among its assets (those of nested zones count); unknown where one
 * of them says nothing, or where there is none.
 */
export function capabilityOf(lookup: Lookup, subject: Zone | Conduit, day: Day): Capability {
    const assets = lookup.assetsIn(subject.id);
    const levels = new Array<Level | null>(frCount).fill(null);
    const limits = new Array<string | null>(frCount).fill(null);
    const vectors = assets.map(asset => capabilityOfAsset(lookup, asset));
    for (let fr = 0; fr < frCount; fr++) {
        let lowest: Level | null = null;
        let limit: string | null = null;
        for (let position = 0; position < vectors.length; position++) {
            const level = vectors[position]![fr] ?? null;
            if (level === null || lowest === null || level < lowest) {
                lowest = level;
                limit = assets[position]!.id;
            }
            if (level === null) break;
        }
        levels[fr] = lowest;
        limits[fr] = limit;
    }
    return { levels, limits, capable: capableOf(lookup, assets, vectors, levels, day) };
}

/** The `meets` statements of the types of an asset that count on the day. */
function metByTypes(lookup: Lookup, asset: Asset, day: Day): readonly Statement[] {
    return lookup
        .typesOf(asset)
        .flatMap(type => type.statements.filter(statement => statement.verb === 'meets' && !day.isStale(statement)));
}

/** Whether every one of some assets is capable of a requirement, by its index. Most have nothing but an SL-C. */
function capableOf(
    lookup: Lookup,
    assets: readonly Asset[],
    vectors: readonly Vector[],
    lowest: Vector,
    day: Day,
): (index: number) => boolean {
    if (assets.length === 0) return () => false;
    let hasNetworkDevice: boolean | undefined;
    let statements: readonly (readonly Statement[])[] | undefined;
    return index => {
        const { fr } = requirements[index]!;
        const wanted = askedOfComponents()[index]!;
        const speaks =
            wanted !== null &&
            (!wanted.ofNetworkDevices ||
                (hasNetworkDevice ??= assets.some(asset => lookup.componentTypeOf(asset) === 'network-device')));
        const level = lowest[fr] ?? null;
        if (speaks && level !== null && level >= wanted.level) return true;
        statements ??= assets.map(asset => metByTypes(lookup, asset, day));
        return statements.every((said, position) => {
            const capability = vectors[position]![fr] ?? null;
            return (
                (speaks && capability !== null && capability >= wanted.level) ||
                said.some(statement => statement.requirements.some(mention => covers(mention, index)))
            );
        });
    };
}

/** True when a mention names the requirement at that position of the catalogue, alone or with all of its FR. */
export function covers(mention: RequirementMention, index: number): boolean {
    const requirement = requirements[index]!;
    return mention.kind === 'requirement'
        ? mention.id === requirement.id
        : mention.fr === requirement.fr && requirement.level <= mention.level;
}
