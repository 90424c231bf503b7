import { requirements } from '../catalogue/index.ts';
import type { Asset, Conduit, Level, Lookup, RequirementMention, Vector, Zone } from '../model/index.ts';
import { either, frCount, silent } from '../model/index.ts';

export interface Capability {
    readonly levels: Vector;
    readonly limits: readonly (string | null)[];
    /** True when every asset is capable of the requirement at that position of the catalogue. */
    readonly capable: (index: number) => boolean;
}

/** They have no component requirement in IEC 62443-4-2, so the SL-C of a component says nothing of them. */
const withoutComponentRequirement = new Set(['SR 2.3', 'SR 2.3 RE 1', 'SR 5.4', 'SR 7.5']);

/** SL-C of an asset: its own, else that of its type and of the types it rests on, FR by FR. */
export function capabilityOfAsset(lookup: Lookup, asset: Asset): Vector {
    return lookup.typesOf(asset).reduce((levels, type) => (type.slC ? either(levels, type.slC.levels) : levels), asset.slC?.levels ?? silent);
}

/**
 * SL-C of a zone or conduit: for each FR the lowest among its assets (those of nested zones count); unknown where one of them says nothing,
 * or where there is none.
 */
export function capabilityOf(lookup: Lookup, subject: Zone | Conduit): Capability {
    const assets = lookup.assetsIn(subject.id);
    const levels: (Level | null)[] = [];
    const limits: (string | null)[] = [];
    const vectors = assets.map(asset => capabilityOfAsset(lookup, asset));
    for (let fr = 0; fr < frCount; fr++) {
        let lowest: Level | null = null;
        let limit: string | null = null;
        for (const [position, vector] of vectors.entries()) {
            const level = vector[fr] ?? null;
            if (level === null || lowest === null || level < lowest) {
                lowest = level;
                limit = assets[position]!.id;
            }
            if (level === null) break;
        }
        levels.push(lowest);
        limits.push(limit);
    }
    return { levels, limits, capable: index => isCapable(lookup, assets, vectors, index) };
}

function isCapable(lookup: Lookup, assets: readonly Asset[], vectors: readonly Vector[], index: number): boolean {
    const { id, fr, level } = requirements[index]!;
    return assets.length > 0 && assets.every((asset, position) => {
        const capability = vectors[position]![fr] ?? null;
        if (capability !== null && capability >= level && !withoutComponentRequirement.has(id)) return true;
        return lookup.typesOf(asset).some(type => type.statements.some(statement =>
            statement.verb === 'meets' && statement.requirements.some(mention => covers(mention, index))));
    });
}

/** True when a mention names the requirement at that position of the catalogue, alone or with all of its FR. */
export function covers(mention: RequirementMention, index: number): boolean {
    const requirement = requirements[index]!;
    return mention.kind === 'requirement'
        ? mention.id === requirement.id
        : mention.fr === requirement.fr && requirement.level <= mention.level;
}
