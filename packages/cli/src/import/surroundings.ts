import path from 'node:path';
import type { AssetType, Asset, Lookup, Model, Origin, Zone } from 'iacs-language';
import { fileUri, library, lookup, type RiskMatrix } from 'iacs-language';
import { projectOnDisk, settingsIn } from '../files.ts';
import type { Io } from '../io.ts';
import { loadOneModel } from '../models.ts';
import { existingText } from './given.ts';
import type { ImportKind } from './import-file.ts';
import type { Known, KnownElement, NamedThing } from './known.ts';
import { nothingIsWhere, whereIn } from './places.ts';
import { readExisting } from './read-written.ts';
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
        says: saying(
            ['vendor', asset.vendor],
            ['product', asset.product],
            ['version', asset.version ?? asset.patchedTo?.version ?? null],
            ['criticality', asset.criticality],
            ['type', asset.type?.id ?? null],
            ['is', asset.traits.join(', ')],
        ),
    };
}

/** Something that a text declares. */
interface Declared {
    readonly origin: Origin;
}

/** The model without what an earlier import wrote, so that this does not answer. */
function without(model: Model, isOthers: (each: Declared) => boolean): Lookup {
    const zones = model.zones.filter(isOthers);
    const conduits = model.conduits.filter(isOthers);
    const containers = new Set([...zones, ...conduits].map(({ id }) => id));
    const assets = model.assets.filter(asset => isOthers(asset) && containers.has(asset.container));
    return lookup({ ...model, zones, conduits, assets });
}

/**
 * Tells what an earlier import did not write: all outside of the file that is written, and in it what has no comment of
 * an import before it. A zone is of an import where all of its assets are.
 * @param text of the file
 */
function othersIn(model: Model, file: string | null, text: string): (each: Declared) => boolean {
    const marked = new Set(readExisting(text).written.map(each => each.name.start));
    const isMarked = ({ origin }: Declared): boolean => origin.file === file && marked.has(origin.name.start);
    const assets = Map.groupBy(model.assets, asset => asset.container);
    const ofImport = new Set<Declared>(
        [...model.zones, ...model.conduits].filter(({ id, origin }) => {
            const within = assets.get(id) ?? [];
            return origin.file === file && within.length > 0 && within.every(isMarked);
        }),
    );
    return each => !isMarked(each) && !ofImport.has(each);
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
        const { matrix } = settingsIn(projectOnDisk(), io.cwd, io.cwd).riskMatrix;
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
    const { zones, assets } = analysis.model;
    const isOthers = othersIn(analysis.model, written, existingText(output, io) ?? '');
    const elsewhere = <T extends Declared>(things: readonly T[]): readonly T[] => things.filter(isOthers);
    // A register speaks of everything; an inventory is met by what an import did not write.
    const [spokenZones, spokenAssets] = kind === 'risks' ? [zones, assets] : [elsewhere(zones), elsewhere(assets)];
    return {
        known: {
            elements: [...spokenZones.map(zoneElement), ...spokenAssets.map(assetElement)],
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
            where: whereIn(kind === 'risks' || written === null ? analysis.lookup : without(analysis.model, isOthers)),
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
