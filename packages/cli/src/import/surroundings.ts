import path from 'node:path';
import type { AssetType, Asset, Lookup, Model, Zone } from 'iacs-language';
import { fileUri, library, lookup, type RiskMatrix } from 'iacs-language';
import { projectOnDisk, settingsIn } from '../files.ts';
import type { Io } from '../io.ts';
import { loadOneModel } from '../models.ts';
import type { ImportKind } from './import-file.ts';
import type { Known, KnownElement, NamedThing } from './known.ts';
import { nothingIsWhere, whereIn } from './places.ts';
import type { Scale } from './scale.ts';

/** What an import has to know of the model that it is for. */
export interface Surroundings {
    readonly known: Known;
    /** Names and ids that the model uses outside of the file that is written. */
    readonly taken: readonly string[];
}

/** The axis of a matrix as a register numbers it: level 1 is the one that the site numbers 1. */
function scaleOf(axis: RiskMatrix['likelihood'] | undefined): Scale {
    if (!axis) return { size: 5, names: [] };
    const names = axis.first === 'highest' ? [...axis.levels].reverse() : axis.levels;
    return { size: names.length, names: names.every(name => /^\d+$/.test(name)) ? [] : names };
}

function typesOf(types: readonly AssetType[]): readonly NamedThing[] {
    return types.map(({ id, title, aliases, base }) => ({ id, title, aliases, base }));
}

function saying(...pairs: readonly (readonly [string, string | null])[]): ReadonlyMap<string, string> {
    return new Map(pairs.flatMap(([word, text]) => (text === null ? [] : [[word, text] as const])));
}

function zoneElement(zone: Zone): KnownElement {
    const level = zone.slT?.levels ?? [];
    return {
        kind: 'zone',
        id: zone.id,
        title: zone.title,
        file: zone.origin.file,
        addresses: zone.networks.map(network => network.text),
        macs: [],
        says: saying(
            ['purdue', zone.purdue],
            [
                'SL-T',
                level.length > 0 && level.every(each => each === level[0]) && level[0] !== null
                    ? String(level[0])
                    : null,
            ],
        ),
    };
}

function assetElement(asset: Asset): KnownElement {
    return {
        kind: 'asset',
        id: asset.id,
        title: asset.title,
        file: asset.origin.file,
        addresses: asset.addresses.map(address => address.text),
        macs: asset.macs.map(mac => mac.text),
        says: saying(['vendor', asset.vendor], ['product', asset.product], ['version', asset.version]),
    };
}

/** The model without what a file says of zones and assets, so that what an earlier import wrote does not answer. */
function without(model: Model, file: string | null): Lookup {
    const zones = model.zones.filter(zone => zone.origin.file !== file);
    const conduits = model.conduits.filter(conduit => conduit.origin.file !== file);
    const containers = new Set([...zones, ...conduits].map(({ id }) => id));
    const assets = model.assets.filter(asset => asset.origin.file !== file && containers.has(asset.container));
    return lookup({ ...model, zones, conduits, assets });
}

/**
 * What the model says outside of the file that is written.
 * @param model the path of the model; `undefined` for none, where the built-in types and the settings of the folder are
 *    all that is known
 */
export async function surroundings(
    kind: ImportKind,
    model: string | undefined,
    output: string | undefined,
    io: Io,
): Promise<Surroundings> {
    if (model === undefined) {
        const { matrix } = settingsIn(projectOnDisk(), io.cwd).riskMatrix;
        return {
            known: {
                elements: [],
                countermeasures: [],
                where: nothingIsWhere,
                types: typesOf(library().files.flatMap(file => file.types)),
                classes: matrix?.classes.map(each => each.name) ?? [],
                likelihood: scaleOf(matrix?.likelihood),
                consequence: scaleOf(matrix?.consequence),
            },
            taken: [],
        };
    }
    const { analysis } = await loadOneModel([model], io, { today: io.today, withoutRules: true });
    const { matrix } = analysis.assessment.matrix;
    const written = output === undefined ? null : fileUri(path.resolve(io.cwd, output));
    const elements = [...analysis.model.zones.map(zoneElement), ...analysis.model.assets.map(assetElement)];
    const elsewhere = <T extends { readonly origin: { readonly file: string } }>(things: readonly T[]): readonly T[] =>
        things.filter(thing => thing.origin.file !== written);
    return {
        known: {
            // A register speaks of everything; an inventory is met by what its own file does not hold.
            elements: kind === 'risks' ? elements : elements.filter(element => element.file !== written),
            conduits: elsewhere(analysis.model.conduits).map(({ id, title, origin }) => ({
                kind: 'conduit',
                id,
                title,
                file: origin.file,
                addresses: [],
                macs: [],
                says: saying(),
            })),
            countermeasures: analysis.model.countermeasures,
            where: whereIn(kind === 'risks' || written === null ? analysis.lookup : without(analysis.model, written)),
            threats: elsewhere(analysis.model.threats).map(({ id, title, likelihood, consequence }) => ({
                id,
                title,
                says: saying(
                    ['likelihood', likelihood === null ? null : String(likelihood)],
                    ['consequence', consequence === null ? null : String(consequence)],
                ),
            })),
            types: typesOf(analysis.model.types),
            classes: matrix?.classes.map(each => each.name) ?? [],
            likelihood: scaleOf(matrix?.likelihood),
            consequence: scaleOf(matrix?.consequence),
        },
        taken:
            kind === 'risks'
                ? elsewhere(analysis.model.threats).map(threat => threat.name)
                : elsewhere(analysis.model.assets).map(asset => asset.id),
    };
}
