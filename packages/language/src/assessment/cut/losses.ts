import type { Asset, Dependency, Lookup, Without } from '../../model/index.ts';
import { isPlaceholder } from '../../model/index.ts';
import type { Reach } from '../reach.ts';
import { bestOf, graver, kept, type Loss, lost, rank } from './loss.ts';
import { Links } from './links.ts';
import type { Severed } from './severed.ts';

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

/** True for what a list of names covers: an asset, zone or conduit, or a session with it in a conduit. */
export type Covers = (id: string, conduit: string | null) => boolean;

/** What the asking function says of itself, and what becomes of functions that assets need. */
export interface Asker {
    /** What it goes on without for a time: neither a need nor a session of it counts for now. */
    readonly endures: Covers;
    /** What it works without: no session of it is a question. What is known to stop an asset counts all the same. */
    readonly worksWithout: Covers;
    becomes(asked: string): Loss;
}

const never = (): boolean => false;
/** One that asks for itself alone. */
export const noAsker: Asker = { endures: never, worksWithout: never, becomes: () => kept };

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
    private readonly asker: Asker;
    /** False where only needs are looked at. */
    private readonly asks: boolean;
    private needsAlone: Losses | undefined;
    private readonly known = new Map<string, Loss>();
    private readonly links: Links;

    constructor(lookup: Lookup, reach: Reach, cut: Severed, asker: Asker, asks = true) {
        this.lookup = lookup;
        this.reach = reach;
        this.cut = cut;
        this.asker = asker;
        this.asks = asks;
        this.links = new Links(lookup, reach, cut, asker);
    }

    private isExcused(id: string, conduit: string | null): boolean {
        return this.asker.endures(id, conduit) || this.asker.worksWithout(id, conduit);
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
        if (need.of === 'function') {
            const loss = this.asker.becomes(need.id);
            return loss.standing === 'kept' ? kept : { ...loss, chain: [asset, ...loss.chain] };
        }
        if (this.asker.endures(need.id, null)) return kept;
        const target = this.cut.gone.has(need.id)
            ? lost([need.id], `${need.id} is cut`)
            : (this.known.get(need.id) ?? kept);
        const link = this.links.of(asset, need.id);
        const worse = rank(link) > rank(target) ? link : target;
        return worse.standing === 'kept' ? kept : { ...worse, chain: [asset, ...worse.chain] };
    }

    /** What becomes of an asset by its needs alone. */
    private byNeeds(id: string): Loss {
        const { lookup, reach, cut, asker } = this;
        this.needsAlone ??= new Losses(lookup, reach, cut, asker, false);
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
        for (const flow of this.links.flowsAt(asset.id)) {
            const end = isHere(flow.from.id) ? flow.to.id : flow.from.id;
            // A zone as an end is every asset in it: where not all of the flow stops, some of them do.
            const isWhole = !lookup.zone(end) || cut.stops(flow) === 'yes';
            for (const peer of isWhole ? [end] : lookup.assetsWithin(end).map(each => each.id)) {
                if (peer === asset.id) continue;
                const stopped = this.links.stopsFor(flow, asset.id, peer);
                const stops = stopped !== 'no';
                const isDoubtful = stopped === 'partly' && cut.mayStop(flow);
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
                        `${stops ? '' : `${other.because}; `}a session of ${asset.id} with ${peer} ` +
                        `${isDoubtful ? 'may stop' : 'stops'}, and it is not stated whether it works without`,
                    questions: [
                        {
                            asset: asset.id,
                            peer,
                            flow,
                            ...(isDoubtful ? { mayStop: true as const } : {}),
                            goesOn: this.links
                                .between(asset.id, peer)
                                .flatMap(([each, stopped]) => (stopped === 'no' && stops ? each : [])),
                        },
                    ],
                });
            }
        }
        return loss;
    }

    private judgeZone(zone: string): Loss {
        let loss: Loss = this.cut.splits(zone)
            ? { standing: 'not-said', chain: [zone], because: `a part of ${zone} is cut off`, questions: [] }
            : kept;
        for (const asset of this.lookup.assetsWithin(zone)) {
            if (this.asker.endures(asset.id, null)) continue;
            if (this.asker.worksWithout(asset.id, null) && !this.asker.worksWithout(zone, null)) continue;
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
