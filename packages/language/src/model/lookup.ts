import type { Asset, AssetType, Conduit, Countermeasure, Flow, Model, Protocol, Zone } from './model.ts';
import type { Once } from './once.ts';
import { onceOf } from './once.ts';
import { drained } from './steps.ts';
import type { ComponentType, PurdueLevel, ZoneKind, ZoneTrait } from './words.ts';
import { componentTypes } from './words.ts';

/** What has an id of its own and can be in a zone diagram. */
export type Element = Zone | Conduit | Asset;

/**
 * Questions about the structure of one model, each answered from maps built once. Names such as `__proto__` are
 * ordinary: nothing here is keyed by a property name.
 */
export interface Lookup {
    readonly model: Model;
    element(id: string): Element | undefined;
    zone(id: string): Zone | undefined;
    conduit(id: string): Conduit | undefined;
    asset(id: string): Asset | undefined;
    type(id: string): AssetType | undefined;
    protocol(id: string): Protocol | undefined;
    /** Every protocol that a flow may name: those of the library first. */
    allProtocols(): readonly Protocol[];
    countermeasure(id: string): Countermeasure | undefined;
    /** True when a zone or an asset has this name as the last part of its id. */
    hasName(name: string): boolean;

    /** The zones directly inside a zone; without an id, those at top level. */
    zonesIn(zone?: string): readonly Zone[];
    /** The assets that stand directly in the block of a zone or conduit. */
    assetsIn(container: string): readonly Asset[];
    /** The assets of a zone and of all zones nested in it, or those of a conduit, in the order of the text. */
    assetsWithin(container: string): readonly Asset[];
    /** The flows that are in the block of a zone or conduit; `null` for top level. */
    flowsIn(container: string | null): readonly Flow[];
    /** The flows that name this zone or asset as an end. */
    flowsOf(end: string): readonly Flow[];
    /** The conduits that name this zone between their ends. */
    conduitsOf(zone: string): readonly Conduit[];
    /** The assets that say `serves` of this zone. */
    serving(zone: string): readonly Asset[];
    /** True where a statement of an element, or its head, has a name that is not known: {@link Unread}. */
    isUnread(subject: string, word: string): boolean;
    /** The conduits that name this asset after `via`. */
    boundariesOf(asset: string): readonly Conduit[];

    /** The zone itself and the zones around it, innermost first. */
    chain(zone: string): readonly Zone[];
    /** True when the first zone is the second one or lies inside it. */
    within(inner: string, outer: string): boolean;
    /** The innermost zone of a zone or asset; `undefined` for an asset that is in a conduit. */
    zoneOf(id: string): Zone | undefined;

    /** Kind, Purdue level, traits and owner with what is inherited from the zones around. */
    kindOf(zone: string): ZoneKind | null;
    purdueOf(zone: string): PurdueLevel | null;
    traitsOf(zone: string): ReadonlySet<ZoneTrait>;
    ownerOf(element: string): string | null;

    /** The type of an asset and the types it rests on, nearest first. */
    typesOf(asset: Asset): readonly AssetType[];
    /** True when the asset is of that type or of one that rests on it. */
    isA(asset: Asset, ...types: readonly string[]): boolean;
    /** True when the type is one of those or rests on one of them. */
    typeIsA(type: string, ...types: readonly string[]): boolean;
    /** One of the four component types of IEC 62443-4-2; `null` where the type is unknown. */
    componentTypeOf(asset: Asset): ComponentType | null;

    /**
     * The same questions to all that the text says, of whatever day: for edits, which have to keep what is planned or
     * retired.
     */
    said(): Lookup;

    /**
     * The same questions to another model with this library: its lists may lack what is in there, so a new
     * {@link lookup} would not know the types of its devices.
     */
    of(model: Model): Lookup;

    /** For questions of structure that a room further right asks more than once. */
    readonly once: Once<Lookup>;
}

/** Elements of the library, where they are not in the lists of the model: nearly all of them are named by nobody. */
export interface Apart {
    type(id: string): AssetType | undefined;
    protocol(id: string): Protocol | undefined;
    protocols(): readonly Protocol[];
}

const nothingApart: Apart = { type: () => undefined, protocol: () => undefined, protocols: () => [] };

function group<K, V>(values: Iterable<V>, keys: (value: V) => Iterable<K>): Map<K, V[]> {
    const groups = new Map<K, V[]>();
    for (const value of values) {
        for (const key of keys(value)) {
            const members = groups.get(key);
            if (members) members.push(value);
            else groups.set(key, [value]);
        }
    }
    return groups;
}

function byId<T extends { readonly id: string }>(values: readonly T[]): Map<string, T> {
    const found = new Map<string, T>();
    for (const value of values) found.set(value.id, value);
    return found;
}

/**
 * Builds the maps behind {@link Lookup}: one pass over the model, linear in its size.
 * @param model any lowered model, complete or not
 * @param whole with what is not there on the day of the model
 */
export function lookup(model: Model, whole = model): Lookup {
    return drained(lookupSteps(model, nothingApart, whole));
}

/**
 * {@link lookup} in steps of a map each, for whoever has something else to answer meanwhile.
 * @param apart what the lists of the model lack of the library
 */
export function* lookupSteps(model: Model, apart = nothingApart, whole = model): Generator<void, Lookup> {
    const zones = byId(model.zones);
    const conduits = byId(model.conduits);
    yield;
    const assets = byId(model.assets);
    yield;
    const types = byId(model.types);
    const protocols = byId(model.protocols);
    const countermeasures = byId(model.countermeasures);
    const zonesByParent = Map.groupBy(model.zones, zone => zone.parent);
    yield;
    const assetsByContainer = Map.groupBy(model.assets, asset => asset.container);
    yield;
    const flowsByContainer = Map.groupBy(model.flows, flow => flow.container);
    const flowsByEnd = group(model.flows, ({ from, to }) => (from.id === to.id ? [from.id] : [from.id, to.id]));
    yield;
    const conduitsByZone = group(model.conduits, conduit => new Set(conduit.between.map(end => end.id)));
    const serving = model.assets.filter(({ serves }) => serves.length > 0);
    const assetsByServed = group(serving, asset => new Set(asset.serves.map(zone => zone.id)));
    yield;
    const conduitsByDevice = group(model.conduits, conduit => new Set(conduit.via.map(device => device.id)));
    const typeOf = (id: string): AssetType | undefined => types.get(id) ?? apart.type(id);
    const unread = new Set(model.unread.map(({ subject, word }) => `${word} ${subject}`));
    let names: ReadonlySet<string> | undefined;
    let said: Lookup | undefined;
    const chains = new Map<string, readonly Zone[]>();
    const typeChains = new Map<string, readonly AssetType[]>();
    const traits = new Map<string, ReadonlySet<ZoneTrait>>();

    function chain(id: string): readonly Zone[] {
        const known = chains.get(id);
        if (known) return known;
        const zone = zones.get(id);
        const found = zone ? [zone, ...(zone.parent === null ? [] : chain(zone.parent))] : [];
        chains.set(id, found);
        return found;
    }

    function typeChain(id: string): readonly AssetType[] {
        const known = typeChains.get(id);
        if (known) return known;
        const found = new Set<AssetType>();
        for (let type = typeOf(id); type && !found.has(type); type = type.base ? typeOf(type.base.id) : undefined)
            found.add(type);
        const chain = [...found];
        typeChains.set(id, chain);
        return chain;
    }

    function traitsOf(zone: string): ReadonlySet<ZoneTrait> {
        const known = traits.get(zone) ?? new Set(chain(zone).flatMap(link => link.traits));
        traits.set(zone, known);
        return known;
    }

    function collectAssets(zone: string, found: Asset[]): Asset[] {
        found.push(...(assetsByContainer.get(zone) ?? []));
        for (const inner of zonesByParent.get(zone) ?? []) collectAssets(inner.id, found);
        return found;
    }

    function zoneOf(id: string): Zone | undefined {
        return zones.get(id) ?? zones.get(assets.get(id)?.container ?? '');
    }

    const typeIsA = (type: string, wanted: readonly string[]): boolean =>
        typeChain(type).some(link => wanted.includes(link.id));

    const questions: Lookup = {
        model,
        element: id => zones.get(id) ?? assets.get(id) ?? conduits.get(id),
        zone: id => zones.get(id),
        conduit: id => conduits.get(id),
        asset: id => assets.get(id),
        type: typeOf,
        protocol: id => protocols.get(id) ?? apart.protocol(id),
        allProtocols: () => [...apart.protocols(), ...model.protocols],
        countermeasure: id => countermeasures.get(id),
        hasName: name => (names ??= new Set([...model.zones, ...model.assets].map(element => element.name))).has(name),
        zonesIn: zone => zonesByParent.get(zone ?? null) ?? [],
        assetsIn: container => assetsByContainer.get(container) ?? [],
        assetsWithin: zone => collectAssets(zone, []),
        flowsIn: container => flowsByContainer.get(container) ?? [],
        flowsOf: end => flowsByEnd.get(end) ?? [],
        conduitsOf: zone => conduitsByZone.get(zone) ?? [],
        serving: zone => assetsByServed.get(zone) ?? [],
        isUnread: (subject, word) => unread.has(`${word} ${subject}`),
        boundariesOf: asset => conduitsByDevice.get(asset) ?? [],
        chain,
        within: (inner, outer) => chain(inner).some(zone => zone.id === outer),
        zoneOf,
        kindOf: zone => chain(zone).find(link => link.zoneKind !== null)?.zoneKind ?? null,
        purdueOf: zone => chain(zone).find(link => link.purdue !== null)?.purdue ?? null,
        traitsOf,
        ownerOf: id => {
            const asset = assets.get(id);
            if (asset) return asset.owner ?? questions.ownerOf(asset.container);
            return conduits.get(id)?.owner ?? chain(id).find(link => link.owner !== null)?.owner ?? null;
        },
        typesOf: asset => (asset.type ? typeChain(asset.type.id) : []),
        isA: (asset, ...wanted) => asset.type !== null && typeIsA(asset.type.id, wanted),
        typeIsA: (type, ...wanted) => typeIsA(type, wanted),
        componentTypeOf: asset => {
            const root = asset.type ? typeChain(asset.type.id).at(-1)?.id : undefined;
            return componentTypes.find(component => component === root) ?? null;
        },
        said: () => (said ??= whole === model ? questions : questions.of(whole)),
        of: other => drained(lookupSteps(other, apart)),
        once: question => once(question),
    };
    const once = onceOf(questions);
    return questions;
}
