import type { Point, Region } from '../filter/index.ts';
import { addressPoint, everyAddress, RegionIndex, servicesReader } from '../filter/index.ts';
import type { Conversation, Observation, Sight } from '../model/index.ts';

/** What the text of an observation says by itself: its ends, each once, and the regions of its conversations. */
export interface Read {
    readonly sights: readonly Sight[];
    /** Their addresses; `null` where a sight has none that is one host. */
    readonly points: readonly (Point | null)[];
    /** By the index of a conversation the indices of its ends in `sights`. */
    readonly from: Uint32Array;
    readonly to: Uint32Array;
    readonly regions: readonly SeenRegion[];
}

/** The sessions of a conversation, and its index in its observation. */
export interface SeenRegion extends Region {
    readonly index: number;
}

/** The one host that an address is; `null` for none, and for `any`. */
const pointOf = (address: string | null): Point | null =>
    address === null || address === 'any' ? null : addressPoint(address);

/** Gives each thing that it has not met an index, in the order in which they come. */
class Numbered<K, V> {
    readonly all: V[] = [];
    readonly #known = new Map<K, number>();

    /** The index of what has a key; `make` makes it where that is new. */
    of(key: K, make: () => V): number {
        let index = this.#known.get(key);
        if (index === undefined) {
            index = this.all.push(make()) - 1;
            this.#known.set(key, index);
        }
        return index;
    }
}

function readOf({ conversations }: Observation): Read {
    const sights = new Numbered<string, Sight>();
    const indexOf = (sight: Sight): number => {
        const { address, name } = sight;
        // Most have an address alone, which no name is put behind then.
        return sights.of(address !== null && name === null ? address : `${address ?? ''} ${name ?? ''}`, () => sight);
    };
    const servicesOf = servicesReader();
    const count = conversations.length;
    const [from, to] = [new Uint32Array(count), new Uint32Array(count)];
    const regions: SeenRegion[] = [];
    for (let index = 0; index < count; index++) {
        const conversation = conversations[index]!;
        from[index] = indexOf(conversation.from);
        to[index] = indexOf(conversation.to);
        regions.push({
            from: addressesOf(conversation.from),
            to: addressesOf(conversation.to),
            services: servicesOf(conversation.services),
            index,
        });
    }
    return {
        from,
        to,
        regions,
        sights: sights.all,
        points: sights.all.map(sight => pointOf(sight.address)),
    };
}

const reads = new WeakMap<Observation, Read>();

/** {@link readOf}, kept with the observation: an edit elsewhere leaves it as it is. */
export function readOnce(observation: Observation): Read {
    const known = reads.get(observation) ?? readOf(observation);
    reads.set(observation, known);
    return known;
}

function addressesOf({ address }: Sight): Region['from'] {
    const point = pointOf(address);
    return point === null ? everyAddress : [point, point];
}

const seenRegions = new WeakMap<Observation, RegionIndex<SeenRegion>>();

/** What an observation saw with an answer, wherever it ran; only the text of the observation says it. */
export function seenIn(observation: Observation): RegionIndex<SeenRegion> {
    const known = seenRegions.get(observation);
    if (known) return known;
    const { conversations } = observation;
    const found = new RegionIndex(
        readOnce(observation).regions.filter(({ index }) => isSeen(conversations[index]!.outcome)),
    );
    seenRegions.set(observation, found);
    return found;
}

/** True for a session that was answered or used, and not only tried. */
export const isSeen = (outcome: Conversation['outcome'] | null): boolean =>
    outcome === 'answered' || outcome === 'used';
