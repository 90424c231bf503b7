import type { Asset, Clause, Exception, Flow, Invariant, Model } from '../../src/model/index.ts';

/**
 * A second reading of what a path is, written from the words of docs/language.md ("Paths") and from nothing of the
 * product: it asks the
 * plain model alone, keeps every pair of assets apart, and takes as long as it takes. Where it and the product differ,
 * one of the two is wrong.
 */

export type Hops = ReadonlyMap<string, ReadonlySet<string>>;

export interface HopOptions {
    /** Movement between the assets of one zone without a flow. */
    readonly lateral?: boolean;
    /** Sessions that do not count. */
    readonly skip?: (flow: Flow, backward: boolean) => boolean;
}

interface Sides {
    readonly sender: string;
    readonly receiver: string;
}

export class PathDefinition {
    private readonly model: Model;

    constructor(model: Model) {
        this.model = model;
    }

    /** A zone and the zones around it; nothing for what is not a zone. */
    private around(id: string): string[] {
        const zone = this.model.zones.find(each => each.id === id);
        return zone ? [id, ...(zone.parent === null ? [] : this.around(zone.parent))] : [];
    }

    private isZone(id: string): boolean {
        return this.model.zones.some(zone => zone.id === id);
    }

    private asset(id: string): Asset | undefined {
        return this.model.assets.find(asset => asset.id === id);
    }

    /** The type of an asset and those it rests on. */
    private types(asset: Asset | undefined): string[] {
        const found: string[] = [];
        for (let id = asset?.type?.id; id !== undefined && !found.includes(id);) {
            found.push(id);
            id = this.model.types.find(type => type.id === id)?.base?.id;
        }
        return found;
    }

    /**
     * "A network device that serves zones carries declared flows and adds none; any other asset that serves a zone is
     * present there."
     */
    private isPresent(asset: Asset): boolean {
        return !this.types(asset).includes('network-device');
    }

    /**
     * What lies in a zone, nested zones included: assets, and a zone that holds none for whoever is in it. An asset
     * lies in itself.
     */
    located(id: string): string[] {
        if (!this.isZone(id)) return [id];
        const holds = (zone: string): Asset[] =>
            this.model.assets.filter(asset => this.around(asset.container).includes(zone));
        const empty = this.model.zones.filter(zone => this.around(zone.id).includes(id) && holds(zone.id).length === 0);
        return [...holds(id).map(asset => asset.id), ...empty.map(zone => zone.id)];
    }

    /** "A zone as an end stands for every asset in it, nested ones too, and for the hosts that serve it." */
    meant(id: string): string[] {
        if (!this.isZone(id)) return [id];
        const hosts = this.model.assets.filter(
            asset => this.isPresent(asset) && asset.serves.some(zone => this.around(zone.id).includes(id)),
        );
        return [...new Set([...this.located(id), ...hosts.map(asset => asset.id)])];
    }

    /** The zones in which an end lies, with those around: of a device in a conduit the ones that it serves. */
    private lies(id: string): string[][] {
        const asset = this.asset(id);
        if (!asset) return [this.around(id)];
        return this.isZone(asset.container)
            ? [this.around(asset.container)]
            : asset.serves.map(zone => this.around(zone.id));
    }

    private onSide(id: string, { sender, receiver }: Sides): 'sender' | 'receiver' | null {
        const sends = this.lies(id).some(zones => zones.includes(sender));
        const receives = this.lies(id).some(zones => zones.includes(receiver));
        if (sends && receives) {
            if (this.around(receiver).includes(sender)) return 'receiver';
            return this.around(sender).includes(receiver) ? 'sender' : null;
        }
        return sends ? 'sender' : receives ? 'receiver' : null;
    }

    private isDiode(id: string): boolean {
        return this.types(this.asset(id)).includes('diode');
    }

    /**
     * The direction of the conduit in which a flow stands: as written, or what the one-way flows through its diode
     * agree on.
     */
    private direction({ container }: Flow): Sides | null {
        const conduit = this.model.conduits.find(each => each.id === container);
        if (!conduit) return null;
        if (conduit.oneWay) return { sender: conduit.oneWay.from.id, receiver: conduit.oneWay.to.id };
        if (conduit.between.length !== 2 || !conduit.via.some(device => this.isDiode(device.id))) return null;
        const [first, second] = [conduit.between[0]!.id, conduit.between[1]!.id];
        const sides = { sender: first, receiver: second };
        const runs = this.model.flows
            .filter(flow => flow.container === container && flow.arrow === '->')
            .map(flow => `${this.onSide(flow.from.id, sides)} ${this.onSide(flow.to.id, sides)}`);
        const [along, against] = [runs.includes('sender receiver'), runs.includes('receiver sender')];
        if (along === against) return null;
        return along ? sides : { sender: second, receiver: first };
    }

    private has(flow: Flow, trait: string): boolean[] {
        return flow.protocols.map(
            ({ id }) => this.model.protocols.find(each => each.id === id)?.traits.includes(trait) ?? false,
        );
    }

    /** "A flow over a protocol that subscribes … lets the broker speak", but in no one-way conduit. */
    private brokerSpeaks(flow: Flow): boolean {
        if (this.direction(flow)) return false;
        const oneWay = this.has(flow, 'one-way-capable');
        return this.has(flow, 'messaging').some((messaging, index) => messaging && !oneWay[index]);
    }

    /** "A tunnel that is opened to somebody else counts in both directions", where nothing says what it carries. */
    private isTunnelOut(flow: Flow): boolean {
        if (this.direction(flow) || flow.protocols.length === 0) return false;
        return (
            this.has(flow, 'tunnel').every(each => each) && this.isForeign(flow.to.id) && !this.isForeign(flow.from.id)
        );
    }

    /** "Relayed remote access lets somebody act from outside": of one of its protocols is enough. */
    private isRelayedOut(flow: Flow): boolean {
        if (this.direction(flow)) return false;
        return (
            this.has(flow, 'relayed').some(each => each) && this.isForeign(flow.to.id) && !this.isForeign(flow.from.id)
        );
    }

    private isForeign(end: string): boolean {
        const zones = this.around(this.asset(end)?.container ?? end)
            .map(id => this.model.zones.find(zone => zone.id === id))
            .filter(zone => zone !== undefined);
        const kind = zones.find(zone => zone.zoneKind !== null)?.zoneKind;
        return kind === 'external' || zones.some(zone => zone.traits.includes('untrusted'));
    }

    /** "A flow whose protocols all have the trait `hardwired` is no edge." */
    private isSignal(flow: Flow): boolean {
        return flow.protocols.length > 0 && this.has(flow, 'hardwired').every(hardwired => hardwired);
    }

    /** "… judged by the zones in which the two assets of a session lie and not by the end as it was written." */
    private isStopped(flow: Flow, opener: string, answerer: string): boolean {
        const sides = this.direction(flow);
        if (!sides || this.onSide(answerer, sides) !== 'sender') return false;
        return this.onSide(opener, sides) === 'receiver' || this.isDiode(opener);
    }

    /** Who reaches whom in one hop. */
    hops({ lateral = false, skip = () => false }: HopOptions = {}): Hops {
        const hops = new Map<string, Set<string>>();
        const add = (from: string, to: string): void => {
            if (from !== to) hops.set(from, (hops.get(from) ?? new Set()).add(to));
        };
        for (const flow of this.model.flows) {
            if (this.isSignal(flow)) continue;
            for (const backward of flow.arrow !== '->' ||
            this.brokerSpeaks(flow) ||
            this.isTunnelOut(flow) ||
            this.isRelayedOut(flow)
                ? [false, true]
                : [false]) {
                if (skip(flow, backward)) continue;
                const [from, to] = backward ? [flow.to.id, flow.from.id] : [flow.from.id, flow.to.id];
                for (const opener of this.meant(from)) {
                    for (const answerer of this.meant(to))
                        if (!this.isStopped(flow, opener, answerer)) add(opener, answerer);
                }
            }
        }
        for (const asset of this.model.assets.filter(each => this.isPresent(each))) {
            for (const zone of asset.serves) {
                for (const other of this.meant(zone.id)) {
                    add(asset.id, other);
                    add(other, asset.id);
                }
            }
        }
        if (!lateral) return hops;
        for (const one of this.model.assets) {
            for (const other of this.model.assets)
                if (one.container === other.container && this.isZone(one.container)) add(one.id, other.id);
        }
        return hops;
    }

    /** The ends at which a path may begin and end: where one lies in the other, only what lies outside of it. */
    private ends(from: string, to: string): readonly [readonly string[], readonly string[]] {
        const inside = (inner: string, outer: string): boolean =>
            inner !== outer &&
            this.around(this.isZone(inner) ? inner : (this.asset(inner)?.container ?? '')).includes(outer);
        const [starts, goals] = [this.meant(from), this.meant(to)];
        if (inside(to, from)) return [starts.filter(each => !this.located(to).includes(each)), goals];
        if (inside(from, to)) return [starts, goals.filter(each => !this.located(from).includes(each))];
        return [starts, goals];
    }

    /**
     * Every path that meets no asset twice, begins at its last start and ends at its first goal, as ids with blanks
     * between.
     */
    paths(hops: Hops, from: string, to: string, without: readonly string[] = []): string[] {
        const [starts, goals] = this.ends(from, to);
        const found: string[] = [];
        const walk = (path: readonly string[]): void => {
            for (const next of hops.get(path.at(-1)!) ?? []) {
                if (path.includes(next) || without.includes(next)) continue;
                if (goals.includes(next)) found.push([...path, next].join(' '));
                else if (!starts.includes(next)) walk([...path, next]);
            }
        };
        for (const start of starts) if (!without.includes(start)) walk([start]);
        return found;
    }

    private excepts(exception: Exception, flow: Flow, backward: boolean): boolean {
        const most = { read: 0, write: 1, program: 2 };
        if (exception.access !== null && most[flow.access ?? 'program'] > most[exception.access]) return false;
        const named = exception.protocols.map(protocol => protocol.id);
        const known = flow.protocols.map(protocol => protocol.id);
        if (named.length > 0 && (known.length === 0 || known.some(protocol => !named.includes(protocol)))) return false;
        const covers = (end: string, other: string): boolean =>
            end === other ||
            (this.isZone(end) &&
                (this.isZone(other) ? this.around(other).includes(end) : this.meant(end).includes(other)));
        const [first, second] = backward ? [flow.to.id, flow.from.id] : [flow.from.id, flow.to.id];
        return (
            (covers(exception.from.id, first) && covers(exception.to.id, second)) ||
            (exception.arrow !== '->' && covers(exception.from.id, second) && covers(exception.to.id, first))
        );
    }

    /**
     * Whether a path that meets no asset twice ends with a hop that may write: by a flow that does not say it only
     * reads, or by presence.
     */
    private writes(from: string, to: string, skip: (flow: Flow, backward: boolean) => boolean): boolean {
        const hops = this.hops({ skip });
        const last = this.hops({ skip: (flow, backward) => flow.access === 'read' || skip(flow, backward) });
        const [starts, goals] = this.ends(from, to);
        const walk = (path: readonly string[]): boolean => {
            const here = path.at(-1)!;
            if (goals.some(goal => !path.includes(goal) && last.get(here)?.has(goal))) return true;
            return [...(hops.get(here) ?? [])].some(next => !path.includes(next) && walk([...path, next]));
        };
        return starts.some(start => walk([start]));
    }

    /** Whether a clause holds, by listing every path. */
    holds({ exceptions }: Invariant, { from, to, through, access }: Clause, today: string): boolean {
        const valid = exceptions.filter(exception => exception.until === null || exception.until.date >= today);
        const over = (flow: Flow): boolean =>
            through !== null &&
            this.model.conduits.some(
                conduit => conduit.id === flow.container && conduit.via.some(device => device.id === through.id),
            );
        const skip = (flow: Flow, backward: boolean): boolean =>
            over(flow) || valid.some(exception => this.excepts(exception, flow, backward));
        if (access === 'write') return !this.writes(from.id, to.id, skip);
        return this.paths(this.hops({ skip }), from.id, to.id, through ? this.located(through.id) : []).length === 0;
    }
}

/** Hops from the nearest start, for everything that is reached. */
export function distances(hops: Hops, starts: readonly string[]): ReadonlyMap<string, number> {
    const found = new Map(starts.map(start => [start, 0]));
    for (const [node, distance] of found)
        for (const next of hops.get(node) ?? []) if (!found.has(next)) found.set(next, distance + 1);
    return found;
}
