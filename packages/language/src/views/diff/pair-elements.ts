import type { Asset, Lookup, Naming, Zone } from '../../model/index.ts';
import { factsOf, ownNames, sessionText } from '../../model/index.ts';
import { pairUp, type Marks } from './likeness.ts';
import { marksOf, placeOf, renamed } from './pair-named.ts';
import type { Named } from './pair-named.ts';

/** From this likeness on two assets of one name at other places are one that was moved. */
const likelyMoved = 0.15;
/** From this likeness on two elements at other places and with other names are one that was moved and renamed. */
const movedAndRenamed = 0.75;
/** So much has to be said of an element, wherever it stands in the text, to know it again by that alone. */
const fewestMarks = 3;

/** Up to so many pairs of what is left are compared again. */
const mostLeft = 10_000;

const known = (marks: Marks): Marks => (marks.size < fewestMarks ? new Map() : marks);

/** Zones, conduits and assets, from the outside to the inside. */
export class ElementPairing {
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
        // What names others that are renamed as well is known again once those are.
        for (let settled = -1; settled !== this.pairs.size && this.areFewLeft();) {
            settled = this.pairs.size;
            this.conduits();
            this.assets();
            this.zonesOfAssets();
        }
    }

    /** True where some on each side have no partner, and not so many that it takes time to compare them again. */
    private areFewLeft(): boolean {
        const left = (['conduits', 'assets'] as const).map(
            list => this.before.model[list].filter(this.lost).length * this.after.model[list].filter(this.won).length,
        );
        return left.some(pairs => pairs > 0) && left.every(pairs => pairs <= mostLeft);
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
     * content before anything is paired by name.
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

    private zoneContent(zone: Zone, side: Lookup): Marks {
        return marksOf(factsOf('zone', zone, this.names(side)), [
            ...side.assetsIn(zone.id).map(asset => [`holds ${asset.name}`, 1] as const),
            ...side.zonesIn(zone.id).map(inner => [`around ${inner.name}`, 1] as const),
            ...this.joining(zone, side),
        ]);
    }

    private zoneMarks(zone: Zone, side: Lookup): Marks {
        const place = this.place(side.zonesIn(zone.parent ?? undefined), zone, side);
        return new Map([...this.zoneContent(zone, side), ...place]);
    }

    /** What is empty is known by what leads to it. */
    private joining({ id }: Zone, { assetsIn, zonesIn, conduitsOf }: Lookup): readonly (readonly [string, number])[] {
        if (assetsIn(id).length + zonesIn(id).length > 0) return [];
        return conduitsOf(id).map(({ name }) => [`joined by ${name}`, 1] as const);
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
        // The order of a text is nothing: what is renamed and stands elsewhere is known by what is said of it.
        this.byMarks(
            [[this.before.model.zones, this.after.model.zones]],
            (zone, side) => known(this.zoneContent(zone, side)),
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
            (conduit, side) => {
                const content = marksOf(factsOf('conduit', conduit, this.names(side)), [
                    ...side
                        .flowsIn(conduit.id)
                        .map(flow => [`carries ${sessionText(flow, this.names(side))}`, 1] as const),
                    ...side.assetsIn(conduit.id).map(asset => [`holds ${asset.name}`, 1] as const),
                ]);
                return content.size > 0 ? content : new Map(this.place(side.model.conduits, conduit, side));
            },
            renamed,
        );
    }

    private assetContent(asset: Asset, side: Lookup): Marks {
        const names = this.names(side);
        const sessions = side.flowsOf(asset.id).map((flow): readonly [string, number] => {
            const opens = flow.from.id === asset.id;
            return [`${opens ? 'opens' : 'answers'} ${names.element(opens ? flow.to.id : flow.from.id)}`, 1];
        });
        return marksOf(factsOf('asset', asset, names), sessions);
    }

    private assetMarks(asset: Asset, side: Lookup): Marks {
        const place = this.place(side.assetsIn(asset.container), asset, side);
        return new Map([...this.assetContent(asset, side), ...place]);
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
        const within = containers.map(
            ([before, after]) => [this.before.assetsIn(before), this.after.assetsIn(after)] as const,
        );
        this.byMarks(within, marks, renamed);
        this.byMarks(within, (asset, side) => known(this.assetContent(asset, side)), movedAndRenamed);
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
