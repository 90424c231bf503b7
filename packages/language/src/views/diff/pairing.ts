import type {
    Asset,
    AssetType,
    Countermeasure,
    EssentialFunction,
    Fact,
    Flow,
    Invariant,
    Island,
    Lookup,
    Model,
    Naming,
    Observation,
    Protocol,
    Ruleset,
    Threat,
    View,
    Zone,
} from '../../model/index.ts';
import { factsOf, ownNames, sessionText } from '../../model/index.ts';
import { pairUp, type Marks } from './likeness.ts';

/** Which elements of two models are the same ones. An id that has no partner is missing from its map. */
export interface Pairing {
    /** Zones, conduits and assets: ids before to ids after. */
    readonly elements: ReadonlyMap<string, string>;
    readonly flows: ReadonlyMap<Flow, Flow>;
    readonly types: ReadonlyMap<string, string>;
    readonly protocols: ReadonlyMap<string, string>;
    readonly measures: ReadonlyMap<string, string>;
    readonly threats: ReadonlyMap<string, string>;
    readonly invariants: ReadonlyMap<string, string>;
    readonly views: ReadonlyMap<string, string>;
    readonly rulesets: ReadonlyMap<string, string>;
    readonly observations: ReadonlyMap<string, string>;
    readonly functions: ReadonlyMap<string, string>;
    readonly islands: ReadonlyMap<string, string>;
}

/** From this likeness on two elements at the same place are one that was renamed. */
const renamed = 0.5;
/** From this likeness on two assets of one name at other places are one that was moved. */
const likelyMoved = 0.15;
/** From this likeness on two elements at other places and with other names are one that was moved and renamed. */
const movedAndRenamed = 0.75;
/** From this likeness on two flows with other ends are one that was changed. */
const sameFlow = 0.6;

function marksOf(facts: readonly Fact[], more: Iterable<readonly [string, number]> = []): Marks {
    return new Map([
        ...facts.map(fact => [`${fact.key}=${fact.verb ?? ''}${fact.value ?? ''}`, fact.weight] as const),
        ...more,
    ]);
}

/** Naming of the neighbours among those that have a partner: where an element stands between others. */
function placeOf<T extends { readonly id: string }>(
    siblings: readonly T[],
    element: T,
    name: (sibling: T) => string | undefined,
): [string, number][] {
    const index = siblings.indexOf(element);
    const named = (list: readonly T[]): string => list.map(name).find(each => each !== undefined) ?? '.';
    return [
        [`behind ${named(siblings.slice(0, index).reverse())}`, 1],
        [`before ${named(siblings.slice(index + 1))}`, 1],
    ];
}

interface Named {
    readonly id: string;
    readonly name: string;
}

/** Pairs elements that have a scope of their own: by id, and what is left by what it is made of. */
function pairNamed<T extends Named>(
    before: readonly T[],
    after: readonly T[],
    marks: (element: T, side: 'before' | 'after') => Marks,
): Map<string, string> {
    const afterIds = new Set(after.map(element => element.id));
    const beforeIds = new Set(before.map(element => element.id));
    const pairs = new Map(before.filter(element => afterIds.has(element.id)).map(element => [element.id, element.id]));
    const lost = before.filter(element => !afterIds.has(element.id));
    const won = after.filter(element => !beforeIds.has(element.id));
    for (const [i, j] of pairUp(
        lost.map(each => marks(each, 'before')),
        won.map(each => marks(each, 'after')),
        renamed,
    )) {
        pairs.set(lost[i]!.id, won[j]!.id);
    }
    return pairs;
}

/** Zones, conduits and assets, from the outside to the inside. */
class ElementPairing {
    readonly pairs = new Map<string, string>();
    private readonly taken = new Map<string, string>();
    private readonly before: Lookup;
    private readonly after: Lookup;
    private readonly translated: Naming;

    constructor(before: Lookup, after: Lookup, names: Naming) {
        this.before = before;
        this.after = after;
        this.translated = { ...names, element: id => this.pairs.get(id) ?? id };
    }

    run(): void {
        this.zonesWithin(null, null);
        this.zonesElsewhere();
        this.conduits();
        this.assets();
        this.zonesOfAssets();
    }

    private pair(before: string, after: string): void {
        this.pairs.set(before, after);
        this.taken.set(after, before);
    }

    private names(side: Lookup): Naming {
        return side === this.before ? this.translated : ownNames;
    }

    private readonly lost = (element: Named): boolean => !this.pairs.has(element.id);
    private readonly won = (element: Named): boolean => !this.taken.has(element.id);

    /** By name, and where several share one by their order among these. */
    private byName<T extends Named>(before: readonly T[], after: readonly T[]): void {
        const named = Map.groupBy(after.filter(this.won), element => element.name);
        for (const element of before.filter(this.lost)) {
            const partner = named.get(element.name)?.shift();
            if (partner) this.pair(element.id, partner.id);
        }
    }

    /**
     * Elements that share a name and nothing else may have exchanged their names with others: these are compared by
     * content before
     * anything is paired by name.
     */
    private strangers<T extends Named>(
        before: readonly T[],
        after: readonly T[],
        strange: (old: T, now: T) => boolean,
        marks: (element: T, side: Lookup) => Marks,
    ): void {
        const partners = new Map(after.map(element => [element.name, element]));
        const settled = new Set<T>();
        let any = false;
        const lost = before.filter(element => {
            const partner = partners.get(element.name);
            if (!partner) return true;
            if (strange(element, partner)) return (any = true);
            settled.add(partner);
            return false;
        });
        if (any) this.byMarks([[lost, after.filter(element => !settled.has(element))]], marks, renamed);
    }

    private readonly strangeZones = (old: Zone, now: Zone): boolean => {
        const held = this.before.assetsIn(old.id).map(asset => asset.name);
        const holding = new Set(this.after.assetsIn(now.id).map(asset => asset.name));
        const networks = new Set(now.networks.map(network => network.text));
        return (
            held.length > 0 &&
            !held.some(name => holding.has(name)) &&
            (old.title === null || old.title !== now.title) &&
            !old.networks.some(network => networks.has(network.text))
        );
    };

    private readonly strangeAssets = (old: Asset, now: Asset): boolean => {
        const addresses = new Set(now.addresses.map(address => address.text));
        return (
            old.addresses.length > 0 &&
            addresses.size > 0 &&
            !old.addresses.some(address => addresses.has(address.text)) &&
            (old.title === null || old.title !== now.title)
        );
    };

    /**
     * Pairs what is alike within each group. All groups are compared before any of them is settled, so that their order
     * is nothing.
     */
    private byMarks<T extends Named>(
        groups: Iterable<readonly [readonly T[], readonly T[]]>,
        marks: (element: T, side: Lookup) => Marks,
        least: number,
    ): void {
        const found: [string, string][] = [];
        for (const [before, after] of groups) {
            const lost = before.filter(this.lost);
            const won = after.filter(this.won);
            if (lost.length === 0 || won.length === 0) continue;
            const pairs = pairUp(
                lost.map(each => marks(each, this.before)),
                won.map(each => marks(each, this.after)),
                least,
            );
            for (const [i, j] of pairs) found.push([lost[i]!.id, won[j]!.id]);
        }
        for (const [before, after] of found) this.pair(before, after);
    }

    private zoneMarks(zone: Zone, side: Lookup): Marks {
        return marksOf(factsOf('zone', zone, this.names(side)), [
            ...side.assetsIn(zone.id).map(asset => [`holds ${asset.name}`, 1] as const),
            ...side.zonesIn(zone.id).map(inner => [`around ${inner.name}`, 1] as const),
            ...this.place(side.zonesIn(zone.parent ?? undefined), zone, side),
        ]);
    }

    private place<T extends Named>(siblings: readonly T[], element: T, side: Lookup): [string, number][] {
        const name =
            side === this.before
                ? (sibling: T): string | undefined => this.pairs.get(sibling.id)
                : (sibling: T): string | undefined => (this.taken.has(sibling.id) ? sibling.id : undefined);
        return placeOf(siblings, element, name);
    }

    private zonesWithin(before: string | null, after: string | null): void {
        const lost = this.before.zonesIn(before ?? undefined);
        const won = this.after.zonesIn(after ?? undefined);
        this.strangers(lost, won, this.strangeZones, (zone, side) => this.zoneMarks(zone, side));
        this.byName(lost, won);
        this.byMarks([[lost, won]], (zone, side) => this.zoneMarks(zone, side), renamed);
        for (const zone of lost) {
            const partner = this.pairs.get(zone.id);
            if (partner !== undefined) this.zonesWithin(zone.id, partner);
        }
    }

    private zonesElsewhere(): void {
        const unique = (zones: readonly Zone[]): Zone[] => {
            const counts = new Map<string, number>();
            for (const zone of zones) counts.set(zone.name, (counts.get(zone.name) ?? 0) + 1);
            return zones.filter(zone => counts.get(zone.name) === 1);
        };
        const settled = this.pairs.size;
        this.byName(unique(this.before.model.zones.filter(this.lost)), unique(this.after.model.zones.filter(this.won)));
        this.byMarks(
            [[this.before.model.zones, this.after.model.zones]],
            (zone, side) => this.zoneMarks(zone, side),
            movedAndRenamed,
        );
        for (const [before, after] of [...this.pairs].slice(settled)) this.zonesWithin(before, after);
    }

    private conduits(): void {
        const { conduits: before } = this.before.model;
        const { conduits: after } = this.after.model;
        this.byName(before, after);
        this.byMarks(
            [[before, after]],
            (conduit, side) =>
                marksOf(factsOf('conduit', conduit, this.names(side)), [
                    ...side
                        .flowsIn(conduit.id)
                        .map(flow => [`carries ${sessionText(flow, this.names(side))}`, 1] as const),
                    ...side.assetsIn(conduit.id).map(asset => [`holds ${asset.name}`, 1] as const),
                ]),
            renamed,
        );
    }

    private assetMarks(asset: Asset, side: Lookup): Marks {
        const names = this.names(side);
        const sessions = side.flowsOf(asset.id).map((flow): readonly [string, number] => {
            const opens = flow.from.id === asset.id;
            return [`${opens ? 'opens' : 'answers'} ${names.element(opens ? flow.to.id : flow.from.id)}`, 1];
        });
        return marksOf(factsOf('asset', asset, names), [
            ...sessions,
            ...this.place(side.assetsIn(asset.container), asset, side),
        ]);
    }

    private assets(): void {
        const marks = (asset: Asset, side: Lookup): Marks => this.assetMarks(asset, side);
        const containers = [...this.before.model.zones, ...this.before.model.conduits].flatMap(({ id }) =>
            this.pairs.has(id) ? [[id, this.pairs.get(id)!] as const] : [],
        );
        for (const [before, after] of containers) {
            const [lost, won] = [this.before.assetsIn(before), this.after.assetsIn(after)];
            this.strangers(lost, won, this.strangeAssets, marks);
            this.byName(lost, won);
        }
        const lostByName = Map.groupBy(this.before.model.assets.filter(this.lost), asset => asset.name);
        const wonByName = Map.groupBy(this.after.model.assets.filter(this.won), asset => asset.name);
        this.byMarks(
            [...lostByName].map(([name, lost]) => [lost, wonByName.get(name) ?? []] as const),
            marks,
            likelyMoved,
        );
        this.byMarks(
            containers.map(([before, after]) => [this.before.assetsIn(before), this.after.assetsIn(after)] as const),
            marks,
            renamed,
        );
        this.byMarks([[this.before.model.assets, this.after.model.assets]], marks, movedAndRenamed);
    }

    /**
     * A zone whose name and contents have other names is still the one in which most of its assets are now, and they
     * most of its own.
     */
    private zonesOfAssets(): void {
        const common = new Map<string, { before: string; after: string; assets: number }>();
        for (const [old, now] of this.pairs) {
            const [before, after] = [this.before.asset(old)?.container, this.after.asset(now)?.container];
            if (before === undefined || after === undefined || !this.before.zone(before) || !this.after.zone(after))
                continue;
            if (this.pairs.has(before) || this.taken.has(after)) continue;
            const key = JSON.stringify([before, after]);
            common.set(key, { before, after, assets: (common.get(key)?.assets ?? 0) + 1 });
        }
        for (const { before, after, assets } of common.values()) {
            if (assets * 2 > this.before.assetsIn(before).length && assets * 2 > this.after.assetsIn(after).length)
                this.pair(before, after);
        }
    }
}

/** Flows have no name: by their ends and protocols in the same place, then anywhere, then by what they are made of. */
function pairFlows(before: Model, after: Model, names: Naming): Map<Flow, Flow> {
    const pairs = new Map<Flow, Flow>();
    const taken = new Set<Flow>();
    const lost = (): Flow[] => before.flows.filter(flow => !pairs.has(flow));
    const won = (): Flow[] => after.flows.filter(flow => !taken.has(flow));
    const place = (flow: Flow, to: Naming): string => (flow.container === null ? '' : to.element(flow.container));
    const exact = (flow: Flow, to: Naming): string =>
        `${sessionText(flow, to)} : ${flow.protocols
            .map(protocol => to.protocol(protocol.id))
            .sort()
            .join(', ')}`;
    const everything = (flow: Flow, to: Naming): string =>
        JSON.stringify(
            factsOf('flow', flow, to)
                .map(fact => [fact.key, fact.value])
                .sort(),
        );
    const keys: ((flow: Flow, to: Naming) => string)[] = [
        (flow, to) => `${place(flow, to)} ${everything(flow, to)}`,
        (flow, to) => `${place(flow, to)} ${exact(flow, to)} ${flow.purpose}`,
        (flow, to) => `${place(flow, to)} ${exact(flow, to)}`,
        exact,
        (flow, to) => `${place(flow, to)} ${sessionText(flow, to)}`,
        (flow, to) => [to.element(flow.from.id), to.element(flow.to.id)].sort().join(' '),
    ];
    for (const key of keys) {
        const open = Map.groupBy(won(), flow => key(flow, ownNames));
        for (const flow of lost()) {
            const partner = open.get(key(flow, names))?.shift();
            if (!partner) continue;
            pairs.set(flow, partner);
            taken.add(partner);
        }
    }
    const marks = (flow: Flow, to: Naming): Marks =>
        marksOf(
            factsOf('flow', flow, to).filter(fact => fact.key !== 'session'),
            [
                [`opens ${to.element(flow.from.id)}`, 2],
                [`answers ${to.element(flow.to.id)}`, 2],
                [`arrow ${flow.arrow}`, 1],
                [`in ${place(flow, to)}`, 1],
            ],
        );
    const [left, right] = [lost(), won()];
    for (const [i, j] of pairUp(
        left.map(flow => marks(flow, names)),
        right.map(flow => marks(flow, ownNames)),
        sameFlow,
    )) {
        pairs.set(left[i]!, right[j]!);
    }
    return pairs;
}

/** Ids of one side as the other one calls them; an id without a partner stays as it is. */
export function namesFrom(
    pairing: Omit<Pairing, 'flows' | 'invariants' | 'views' | 'rulesets' | 'observations' | 'islands'>,
): Naming {
    return {
        element: id => pairing.elements.get(id) ?? id,
        type: id => pairing.types.get(id) ?? id,
        protocol: id => pairing.protocols.get(id) ?? id,
        measure: id => pairing.measures.get(id) ?? id,
        threat: id => pairing.threats.get(id) ?? id,
        function: id => pairing.functions.get(id) ?? id,
    };
}

/** Finds which elements of two models are the same: by their names, and where those differ by content and position. */
export function pairModels(before: Lookup, after: Lookup): Pairing {
    const own = <T extends { readonly builtIn: boolean }>(elements: readonly T[]): T[] =>
        elements.filter(element => !element.builtIn);
    const protocols = pairNamed<Protocol>(own(before.model.protocols), own(after.model.protocols), protocol =>
        marksOf(factsOf('protocol', protocol)),
    );
    const types = pairNamed<AssetType>(own(before.model.types), own(after.model.types), type =>
        marksOf(factsOf('type', type, ownNames)),
    );
    const measures = pairNamed<Countermeasure>(before.model.measures, after.model.measures, measure =>
        marksOf(factsOf('countermeasure', measure)),
    );
    const settled = {
        elements: new Map<string, string>(),
        types,
        protocols,
        measures,
        threats: new Map<string, string>(),
        functions: new Map<string, string>(),
    };
    const pairing = new ElementPairing(before, after, namesFrom(settled));
    pairing.run();
    const { pairs: elements } = pairing;
    const named = (side: 'before' | 'after', more: object = {}): Naming =>
        side === 'before' ? namesFrom({ ...settled, elements, ...more }) : ownNames;
    const threats = pairNamed<Threat>(before.model.threats, after.model.threats, (threat, side) =>
        marksOf(factsOf('threat', threat, named(side))),
    );
    const functions = pairNamed<EssentialFunction>(before.model.functions, after.model.functions, (each, side) =>
        marksOf(factsOf('function', each, named(side))),
    );
    return {
        elements,
        flows: pairFlows(before.model, after.model, named('before')),
        types,
        protocols,
        measures,
        threats,
        functions,
        islands: pairNamed<Island>(before.model.islands, after.model.islands, (island, side) =>
            marksOf(factsOf('island', island, named(side, { functions }))),
        ),
        invariants: pairNamed<Invariant>(before.model.invariants, after.model.invariants, (invariant, side) =>
            marksOf(factsOf('invariant', invariant, named(side))),
        ),
        rulesets: pairNamed<Ruleset>(before.model.rulesets, after.model.rulesets, (ruleset, side) =>
            marksOf(factsOf('ruleset', ruleset, named(side))),
        ),
        observations: pairNamed<Observation>(before.model.observations, after.model.observations, (observation, side) =>
            marksOf(factsOf('observation', observation, named(side))),
        ),
        views: pairNamed<View>(before.model.views, after.model.views, (view, side) =>
            marksOf(factsOf('view', view, named(side, { threats }))),
        ),
    };
}
