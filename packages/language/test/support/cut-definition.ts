import type { Alternatives, Dependency, Flow, Model } from '../../src/model/index.ts';
import { distances, PathDefinition } from './path-definition.ts';

/**
 * A second reading of what a cut takes away, written from the words of docs/what-if.md: what is cut is deleted from the
 * plain model, everything is worked out anew on what is left, and what is lost is spread until nothing changes. It
 * shares nothing with the product, and takes as long as it takes.
 */
export class CutDefinition {
    private readonly model: Model;
    private readonly cut: readonly string[];
    private readonly before: PathDefinition;
    private readonly after: PathDefinition;
    private readonly gone: ReadonlySet<string>;
    private readonly deleted: ReadonlySet<Flow>;

    constructor(model: Model, cut: readonly string[]) {
        this.model = model;
        this.cut = cut;
        this.gone = new Set(cut.filter(id => this.asset(id)));
        this.deleted = new Set(model.flows.filter(flow => this.isDeleted(flow)));
        this.before = new PathDefinition(model);
        this.after = new PathDefinition({
            ...model,
            flows: model.flows.filter(flow => !this.deleted.has(flow)),
            assets: model.assets
                .filter(asset => !this.gone.has(asset.id))
                .map(asset => ({
                    ...asset,
                    serves: asset.serves.filter(zone => !this.isClosed(asset.container, zone.id)),
                })),
        });
    }

    private zone(id: string) {
        return this.model.zones.find(each => each.id === id);
    }

    private asset(id: string) {
        return this.model.assets.find(each => each.id === id);
    }

    private conduit(id: string | null) {
        return this.model.conduits.find(each => each.id === id);
    }

    private around(zone: string): string[] {
        const found = this.zone(zone);
        return found ? [zone, ...(found.parent === null ? [] : this.around(found.parent))] : [];
    }

    private home(id: string): string {
        return this.zone(id) ? id : (this.asset(id)?.container ?? '');
    }

    private holds(zone: string, id: string): boolean {
        return this.around(this.home(id)).includes(zone);
    }

    /** inside, outside, or both sides of the boundary of a zone. */
    private side(id: string, boundary: string): string {
        if (this.zone(id) && id !== boundary && this.around(boundary).includes(id)) return 'both';
        const asset = this.asset(id);
        if (!asset || this.zone(asset.container)) return this.holds(boundary, id) ? 'inside' : 'outside';
        const legs = new Set(asset.serves.map(each => (this.holds(boundary, each.id) ? 'inside' : 'outside')));
        return legs.size === 1 ? [...legs][0]! : 'both';
    }

    private isClosed(a: string, b: string): boolean {
        return this.cut.some(
            zone =>
                this.zone(zone) &&
                new Set([this.side(a, zone), this.side(b, zone)]).size === 2 &&
                ![this.side(a, zone), this.side(b, zone)].includes('both'),
        );
    }

    private isSevered(conduit: string | null): boolean {
        const found = this.conduit(conduit);
        return found !== undefined && (this.cut.includes(found.id) || found.via.some(each => this.gone.has(each.id)));
    }

    private isDeleted({ from, to, container }: Flow): boolean {
        return (
            this.gone.has(from.id) || this.gone.has(to.id) || this.isSevered(container) || this.isClosed(from.id, to.id)
        );
    }

    /** The zones that hang together with one. */
    private joined(zone: string, afterwards: boolean): ReadonlySet<string> {
        const links: [string, string][] = [];
        for (const { id, parent } of this.model.zones) if (parent !== null) links.push([id, parent]);
        for (const { id, between } of this.model.conduits)
            if (!afterwards || !this.isSevered(id))
                for (const a of between) for (const b of between) links.push([a.id, b.id]);
        for (const flow of this.model.flows)
            if (!afterwards || (!this.deleted.has(flow) && !this.isPartly(flow)))
                links.push([this.home(flow.from.id), this.home(flow.to.id)]);
        for (const asset of this.model.assets) {
            const carries = asset.type?.id === 'firewall';
            if (carries || (afterwards && this.gone.has(asset.id))) continue;
            for (const served of asset.serves) links.push([asset.container, served.id]);
        }
        const open = links.filter(([a, b]) => !afterwards || !this.isClosed(a, b));
        const found = new Set([zone]);
        for (const each of found)
            for (const [a, b] of open) {
                if (a === each) found.add(b);
                if (b === each) found.add(a);
            }
        return found;
    }

    private isPartly({ from, to }: Flow): boolean {
        const zones = this.cut.filter(id => this.zone(id));
        return (
            zones.some(zone => [from.id, to.id].some(end => this.side(end, zone) === 'both')) ||
            [from.id, to.id].some(end => this.zone(end) && [...this.gone].some(each => this.holds(end, each)))
        );
    }

    /** A zone stands for whoever is in it where it held no asset before the cut, and not where all were taken away. */
    private isEnd(id: string): boolean {
        return !this.zone(id) || !this.model.assets.some(each => this.holds(id, each.id));
    }

    private reaches(definition: PathDefinition, a: string, b: string): boolean {
        const hops = new Map(
            [...definition.hops()].map(([from, targets]) => [from, new Set([...targets].filter(to => this.isEnd(to)))]),
        );
        return (distances(hops, [a]).get(b) ?? 0) > 0 || (distances(hops, [b]).get(a) ?? 0) > 0;
    }

    private isLinkLost(asset: string, need: string): boolean {
        if (this.isClosed(asset, need)) return true;
        const covers = (end: string, id: string): boolean =>
            end === id ||
            (this.zone(end) !== undefined && this.zone(this.home(id)) !== undefined && this.holds(end, id));
        const direct = this.model.flows.filter(
            ({ from, to }) =>
                (covers(from.id, asset) && covers(to.id, need)) || (covers(to.id, asset) && covers(from.id, need)),
        );
        if (direct.length > 0) return direct.every(flow => this.deleted.has(flow));
        const [here, there] = [this.home(asset), this.home(need)];
        if (here === there) return false;
        if (this.reaches(this.before, asset, need))
            return this.gone.has(asset) || this.gone.has(need) || !this.reaches(this.after, asset, need);
        if (!this.zone(here) || !this.zone(there)) return false;
        return this.joined(here, false).has(there) && !this.joined(here, true).has(there);
    }

    /** Ids of the assets that are lost. */
    assets(): ReadonlySet<string> {
        const lost = new Set(this.gone);
        for (let size = -1; size !== lost.size;) {
            size = lost.size;
            for (const { id, needs, needsOneOf } of this.model.assets) {
                const fails = (need: Dependency): boolean => lost.has(need.id) || this.isLinkLost(id, need.id);
                if (needs.some(fails) || needsOneOf.some(({ any }: Alternatives) => any.every(fails))) lost.add(id);
            }
        }
        return lost;
    }

    /** Ids of the functions that are lost; each needs assets and zones. */
    functions(): ReadonlySet<string> {
        const lost = this.assets();
        const fails = (id: string): boolean =>
            this.zone(id) ? this.model.assets.some(each => this.holds(id, each.id) && lost.has(each.id)) : lost.has(id);
        return new Set(
            this.model.functions
                .filter(({ needs, needsOneOf }) => {
                    if (needs.length + needsOneOf.length === 0) return false;
                    const named = [...needs, ...needsOneOf.flatMap(each => each.any)].map(each => each.id);
                    const homes = this.choices(named.map(id => this.home(id)).filter(home => this.zone(home)));
                    return homes.every(chosen => {
                        const away = (id: string): boolean => {
                            const home = this.home(id);
                            if (!this.zone(home)) return false;
                            const whole = this.joined(home, false);
                            return !chosen.some(each => whole.has(each) && this.joined(each, true).has(home));
                        };
                        const gone = ({ id }: Dependency): boolean => away(id) || fails(id);
                        return needs.some(gone) || needsOneOf.some(({ any }) => any.every(gone));
                    });
                })
                .map(({ id }) => id),
        );
    }

    /** Every way to choose one zone of each part of the plant as it hangs together before the cut. */
    private choices(zones: readonly string[]): string[][] {
        const [first] = zones;
        if (first === undefined) return [[]];
        const whole = this.joined(first, false);
        const rest = this.choices(zones.filter(zone => !whole.has(zone)));
        return zones.filter(zone => whole.has(zone)).flatMap(zone => rest.map(each => [zone, ...each]));
    }
}
