import type { Alternatives, Asset, Dependency, Flow, Lookup, Without } from '../../model/index.ts';
import { isPlaceholder } from '../../model/index.ts';
import type { Reach } from '../reach.ts';
import type { Severed, Stopped } from './severed.ts';

/** What a cut does to something: `not-said` where the model does not say whether it goes on. */
export type Standing = 'kept' | 'not-said' | 'lost';

/** A session that stops, of an asset of which is not said whether it goes on without; or a need without a flow. */
export interface Question {
    readonly asset: string;
    /** What it may need: the other end. */
    readonly peer: string;
    /** The session; `null` where the model shows no flow by which the need is served. */
    readonly flow: Flow | null;
    /** Other sessions of the two that go on. */
    readonly goesOn: readonly Flow[];
}

/** Where something stands after a cut, and why. */
export interface Loss {
    readonly standing: Standing;
    /** From what was asked about to what is cut, as ids; empty for what is kept. */
    readonly chain: readonly string[];
    /** The last step in words; empty for what is kept. */
    readonly because: string;
    readonly questions: readonly Question[];
}

const kept: Loss = { standing: 'kept', chain: [], because: '', questions: [] };
const order: readonly Standing[] = ['kept', 'not-said', 'lost'];
const rank = (loss: Loss): number => order.indexOf(loss.standing);

/** True for what a name covers: the element itself, what is in a zone, the sessions in a conduit. */
export function covers(lookup: Lookup, name: Dependency, id: string, conduit: string | null): boolean {
    if (name.of === 'function') return false;
    if (name.id === id || name.id === conduit) return true;
    const home = lookup.zone(id) ? id : lookup.asset(id)?.container;
    return lookup.zone(name.id) !== undefined && home !== undefined && lookup.within(home, name.id);
}

/** False where the reason is still to be written: such a claim answers no question. */
export function isWritten({ because }: Without): boolean {
    return because === null || !isPlaceholder(because);
}

/** The graver of two losses; of two that are open, both sets of questions. */
function graver(a: Loss, b: Loss): Loss {
    if (rank(a) === rank(b) && a.standing === 'not-said')
        return { ...a, questions: [...a.questions, ...b.questions.filter(each => !a.questions.some(same(each)))] };
    return rank(b) > rank(a) ? b : a;
}

/**
 * What is left of alternatives: the best of them. Of one that cannot be read it is not known whether it is left.
 * @param id what needs them
 */
function bestOf(id: string, { unread }: Alternatives, [first, ...others]: readonly Loss[]): Loss {
    if (!first) {
        const because =
            unread === 'retired' ? `something that ${id} needs is retired` : `not all that ${id} needs can be read`;
        return { standing: 'not-said', chain: [id], because, questions: [] };
    }
    const best = others.reduce((one, other) => (rank(other) < rank(one) ? other : one), first);
    if (best.standing !== 'lost' || !unread) return best;
    return { ...best, standing: 'not-said', because: `${best.because}, and its alternative cannot be read` };
}

const same =
    (a: Question) =>
    (b: Question): boolean =>
        a.asset === b.asset && a.peer === b.peer && a.flow === b.flow;

/**
 * What becomes of assets, zones and conduits in a cut.
 *
 * An asset stops with what it needs; where a session of it stops and nothing says whether it needs the other end, that
 * is a question. A session stops with its connection, or with the asset at its other end: whether that one is lost
 * follows from needs alone, since an open question loses nothing. Losses are spread until nothing changes, so two
 * assets that need each other go on together.
 */
export class Losses {
    private readonly lookup: Lookup;
    private readonly reach: Reach;
    private readonly cut: Severed;
    /** What the asking function goes on without. */
    private readonly excused: readonly Dependency[];
    /** False where only needs are looked at. */
    private readonly asks: boolean;
    private needsAlone: Losses | undefined;
    private readonly known = new Map<string, Loss>();
    private readonly links = new Map<string, Loss>();

    constructor(lookup: Lookup, reach: Reach, cut: Severed, excused: readonly Dependency[], asks = true) {
        this.lookup = lookup;
        this.reach = reach;
        this.cut = cut;
        this.excused = excused;
        this.asks = asks;
    }

    isExcused(id: string, conduit: string | null): boolean {
        return this.excused.some(name => covers(this.lookup, name, id, conduit));
    }

    /** What becomes of an asset, a zone or a conduit. */
    of(id: string): Loss {
        if (!this.known.has(id)) this.settle(id);
        return this.known.get(id)!;
    }

    /** Everything that something rests on, itself first. */
    private closure(id: string): readonly string[] {
        const found = new Set([id]);
        for (const each of found) for (const next of this.restsOn(each)) found.add(next);
        return [...found];
    }

    private restsOn(id: string): readonly string[] {
        const asset = this.lookup.asset(id);
        if (asset)
            return [...asset.needs, ...asset.needsOneOf.flatMap(group => group.any)]
                .filter(need => need.of === 'element')
                .map(need => need.id);
        if (this.lookup.zone(id)) return this.lookup.assetsWithin(id).map(each => each.id);
        return this.lookup.conduit(id)?.via.map(device => device.id) ?? [];
    }

    private settle(id: string): void {
        const all = this.closure(id);
        for (const each of all) if (!this.known.has(each)) this.known.set(each, kept);
        const spread = (differs: (now: Loss, before: Loss) => boolean): boolean => {
            let changed = false;
            for (const each of all) {
                const now = this.judge(each);
                if (!differs(now, this.known.get(each)!)) continue;
                this.known.set(each, now);
                changed = true;
            }
            return changed;
        };
        while (spread((now, before) => rank(now) > rank(before)));
        // Then the questions are gathered along what is open.
        for (let round = 0; round < all.length; round++)
            if (!spread((now, before) => now.questions.length > before.questions.length)) break;
    }

    private judge(id: string): Loss {
        const asset = this.lookup.asset(id);
        if (asset) return this.judgeAsset(asset);
        if (this.lookup.zone(id)) return this.judgeZone(id);
        return this.judgeConduit(id);
    }

    private judgeAsset(asset: Asset): Loss {
        if (this.cut.gone.has(asset.id)) return lost([asset.id], `${asset.id} is cut`);
        let loss = this.asks ? this.sessions(asset) : kept;
        for (const need of asset.needs) loss = graver(loss, this.need(asset.id, need));
        for (const group of asset.needsOneOf)
            loss = graver(
                loss,
                bestOf(
                    asset.id,
                    group,
                    group.any.map(need => this.need(asset.id, need)),
                ),
            );
        return loss;
    }

    /** What becomes of an asset by one of its needs. */
    private need(asset: string, need: Dependency): Loss {
        if (need.of === 'function' || this.isExcused(need.id, null)) return kept;
        const target = this.cut.gone.has(need.id)
            ? lost([need.id], `${need.id} is cut`)
            : (this.known.get(need.id) ?? kept);
        const link = this.link(asset, need.id);
        const worse = rank(link) > rank(target) ? link : target;
        return worse.standing === 'kept' ? kept : { ...worse, chain: [asset, ...worse.chain] };
    }

    /** Whether an asset still gets at what it needs. */
    private link(asset: string, need: string): Loss {
        const key = `${asset} ${need}`;
        const found = this.links.get(key) ?? this.linkAnew(asset, need);
        this.links.set(key, found);
        return found;
    }

    private linkAnew(asset: string, need: string): Loss {
        const { lookup, cut, reach } = this;
        // What it needs of a conduit is the conduit.
        if (lookup.conduit(need)) return kept;
        const apart = lost([need], `the cut separates ${need} from ${asset}`);
        if (cut.closedBetween(asset, need)) return apart;
        const direct = this.between(asset, need).filter(([flow]) => !this.isExcused(need, flow.container));
        const goesOn = direct.flatMap(([flow, stopped]) => (stopped === 'no' ? flow : []));
        const open: Loss = {
            standing: 'not-said',
            chain: [need],
            because: `the model does not show whether ${asset} still reaches ${need}`,
            questions: [{ asset, peer: need, flow: null, goesOn }],
        };
        if (direct.length > 0) {
            if (direct.every(([, stopped]) => stopped === 'yes')) return apart;
            return direct.every(([, stopped]) => stopped === 'no') ? kept : open;
        }
        // Inside of one zone no flow has to be declared, and no boundary is closed.
        const home = lookup.zoneOf(asset)?.id;
        if (home !== undefined && home === lookup.zoneOf(need)?.id) return kept;
        const directions: readonly (readonly [string, string])[] = [
            [asset, need],
            [need, asset],
        ];
        const before = directions.filter(([from, to]) => reach.shortestPath(from, to) !== null);
        if (before.length === 0) {
            return cut.separates(asset, need) ? apart : open;
        }
        if (before.every(([from, to]) => reach.shortestPath(from, to, cut.searching) === null)) return apart;
        const partly = this.cut.stopped.some(flow => this.cut.stops(flow) === 'partly');
        const touched = partly || before.some(([from, to]) => reach.dependsOn(from, to, cut.searching));
        return touched ? open : kept;
    }

    /** The flows of an end, and of the zones around it as ends. */
    private flowsAt(id: string): readonly Flow[] {
        const { lookup } = this;
        const zones = lookup.zoneOf(id) ? lookup.chain(lookup.zoneOf(id)!.id).map(zone => zone.id) : [];
        return [...new Set([id, ...zones])].flatMap(each => lookup.flowsOf(each));
    }

    private between(a: string, b: string): readonly (readonly [Flow, Stopped])[] {
        const { lookup } = this;
        const holds = (end: string, id: string): boolean => {
            const home = lookup.zoneOf(id)?.id;
            return end === id || (lookup.zone(end) !== undefined && home !== undefined && lookup.within(home, end));
        };
        return this.flowsAt(a)
            .filter(({ from, to }) => (holds(from.id, a) && holds(to.id, b)) || (holds(to.id, a) && holds(from.id, b)))
            .map(flow => [flow, this.cut.stops(flow)]);
    }

    /** What becomes of an asset by its needs alone. */
    private byNeeds(id: string): Loss {
        if (!this.lookup.asset(id)) return kept;
        const { lookup, reach, cut, excused } = this;
        this.needsAlone ??= new Losses(lookup, reach, cut, excused, false);
        return this.needsAlone.of(id);
    }

    /** The questions that an asset is asked about the sessions that stop. */
    private sessions(asset: Asset): Loss {
        const { lookup, cut } = this;
        const handled = [...asset.needs, ...asset.needsOneOf.flatMap(group => group.any)];
        const answered = asset.worksWithout.filter(isWritten).map(each => each.without);
        const home = lookup.zone(asset.container)?.id;
        const isHere = (end: string): boolean =>
            end === asset.id || (lookup.zone(end) !== undefined && home !== undefined && lookup.within(home, end));
        let loss = kept;
        for (const flow of this.flowsAt(asset.id)) {
            const peer = isHere(flow.from.id) ? flow.to.id : flow.from.id;
            if (peer === asset.id) continue;
            const stops = cut.stops(flow) !== 'no';
            const other = stops ? kept : this.byNeeds(peer);
            if (!stops && other.standing !== 'lost') continue;
            if (
                this.isExcused(peer, flow.container) ||
                [...handled, ...answered].some(name => covers(lookup, name, peer, flow.container))
            )
                continue;
            loss = graver(loss, {
                standing: 'not-said',
                chain: [asset.id, ...(stops ? [peer] : other.chain)],
                because:
                    `${stops ? '' : `${other.because}; `}a session of ${asset.id} with ${peer} stops, and it is not ` +
                    'stated whether it works without',
                questions: [
                    {
                        asset: asset.id,
                        peer,
                        flow,
                        goesOn: this.between(asset.id, peer).flatMap(([each, stopped]) =>
                            stopped === 'no' && stops ? each : [],
                        ),
                    },
                ],
            });
        }
        return loss;
    }

    private judgeZone(zone: string): Loss {
        let loss: Loss = this.cut.splits(zone)
            ? { standing: 'not-said', chain: [zone], because: `a part of ${zone} is cut off`, questions: [] }
            : kept;
        for (const asset of this.lookup.assetsWithin(zone)) {
            if (this.isExcused(asset.id, null)) continue;
            const inside = this.known.get(asset.id) ?? kept;
            loss = graver(loss, inside.standing === 'kept' ? kept : { ...inside, chain: [zone, ...inside.chain] });
        }
        return loss;
    }

    private judgeConduit(id: string): Loss {
        const conduit = this.lookup.conduit(id);
        if (!conduit) return kept;
        const stopped = this.cut.stopsConduit(conduit);
        if (stopped === 'yes') return lost([id], `${id} is cut`);
        let loss: Loss =
            stopped === 'no'
                ? kept
                : { standing: 'not-said', chain: [id], because: `a part of ${id} stops`, questions: [] };
        for (const device of conduit.via) {
            const inside = this.known.get(device.id) ?? kept;
            // A device of a pair may go while the pair stays.
            if (inside.standing !== 'kept' && !this.cut.gone.has(device.id))
                loss = graver(loss, { ...inside, chain: [id, ...inside.chain] });
        }
        return loss;
    }
}

function lost(chain: readonly string[], because: string): Loss {
    return { standing: 'lost', chain, because, questions: [] };
}

export { bestOf, graver, kept as keptLoss };
