import type { Point, Ranges } from './ranges.ts';
import type { Region } from './region.ts';
import { regionsMeet } from './region.ts';

/** A point as a floating-point number, rounded away from the inside of a set. */
function outward(point: Point, up: boolean): number {
    if (typeof point === 'number') return point;
    const near = Number(point);
    return up ? near * (1 + 2 ** -52) : near * (1 - 2 ** -52);
}

const lowest = (ranges: Ranges): number => (ranges.length === 0 ? Infinity : outward(ranges[0]!, false));
const highest = (ranges: Ranges): number => (ranges.length === 0 ? -Infinity : outward(ranges.at(-1)!, true));

const buckets = 256;

/** Stretches of one line that hold about equally many intervals. */
class Stretches {
    /** Where each of them begins. */
    readonly #starts: Float64Array;
    readonly #members: readonly number[][];

    constructor(lows: Float64Array, highs: Float64Array) {
        const sorted = Float64Array.from(lows).sort();
        const step = Math.max(1, Math.ceil(sorted.length / buckets));
        this.#starts = Float64Array.from(new Set([-Infinity, ...sorted.filter((_, at) => at % step === 0)]));
        this.#members = Array.from(this.#starts, () => []);
        for (let index = 0; index < lows.length; index++) {
            const [low, high] = [lows[index]!, highs[index]!];
            const first = this.#at(low);
            for (let at = first, last = high === low ? first : this.#at(high); at <= last; at++)
                this.#members[at]!.push(index);
        }
    }

    #at(value: number): number {
        const starts = this.#starts;
        let low = 0;
        let high = starts.length - 1;
        while (low < high) {
            const middle = (low + high + 1) >> 1;
            if (starts[middle]! <= value) low = middle;
            else high = middle - 1;
        }
        return low;
    }

    /** Those that the one stretch holds in which an interval lies; `null` for one that reaches over several. */
    around(low: number, high: number): readonly number[] | null {
        const at = this.#at(low);
        return low === high || at === this.#at(high) ? this.#members[at]! : null;
    }
}

/** Intervals on one line. */
class Line {
    readonly #lows: Float64Array;
    readonly #highs: Float64Array;
    #stretches: Stretches | undefined;

    constructor(sets: readonly Ranges[]) {
        this.#lows = new Float64Array(sets.length);
        this.#highs = new Float64Array(sets.length);
        for (let index = 0; index < sets.length; index++) {
            this.#lows[index] = lowest(sets[index]!);
            this.#highs[index] = highest(sets[index]!);
        }
    }

    isNear(index: number, low: number, high: number): boolean {
        return this.#lows[index]! <= high && this.#highs[index]! >= low;
    }

    /** The shorter one of a list and of those that the one stretch holds in which an interval lies. */
    narrowed(list: readonly number[], low: number, high: number): readonly number[] {
        if (list.length <= few) return list;
        this.#stretches ??= new Stretches(this.#lows, this.#highs);
        const around = this.#stretches.around(low, high);
        return around !== null && around.length < list.length ? around : list;
    }
}

/** So few are looked at one by one, before another line is asked which of them are near. */
const few = 32;

/** Many regions, and which of them may meet another one: found by their outermost points. */
export class HullIndex {
    readonly #from: Line;
    readonly #to: Line;
    readonly #services: Line;
    readonly #all: readonly number[];

    constructor(regions: readonly Region[]) {
        this.#from = new Line(regions.map(region => region.from));
        this.#to = new Line(regions.map(region => region.to));
        this.#services = new Line(regions.map(region => region.services));
        this.#all = regions.map((_, index) => index);
    }

    /** The indices of those whose outermost points do not keep them apart from a region, ascending. */
    near({ from, to, services }: Region): readonly number[] {
        const fromLow = lowest(from);
        const fromHigh = highest(from);
        const toLow = lowest(to);
        const toHigh = highest(to);
        const serviceLow = lowest(services);
        const serviceHigh = highest(services);
        let list = this.#from.narrowed(this.#all, fromLow, fromHigh);
        list = this.#to.narrowed(list, toLow, toHigh);
        list = this.#services.narrowed(list, serviceLow, serviceHigh);
        const found: number[] = [];
        for (let at = 0; at < list.length; at++) {
            const index = list[at]!;
            if (
                this.#from.isNear(index, fromLow, fromHigh) &&
                this.#to.isNear(index, toLow, toHigh) &&
                this.#services.isNear(index, serviceLow, serviceHigh)
            )
                found.push(index);
        }
        return found;
    }
}

/** Many regions, and which of them may agree with another one in all but one of from, to and services. */
export class NearlyIndex<T extends Region> {
    readonly #regions: readonly T[];
    /** Of each region its lowest and highest points, two for each of from, to and services. */
    readonly #hulls: Float64Array;
    readonly #asked = new Float64Array(6);

    constructor(regions: readonly T[]) {
        this.#regions = regions;
        this.#hulls = new Float64Array(6 * regions.length);
        for (let index = 0; index < regions.length; index++) writeHull(regions[index]!, this.#hulls, 6 * index);
    }

    /** Those whose outermost points keep them apart from a region in one dimension at most, in their order. */
    near(region: Region): readonly T[] {
        writeHull(region, this.#asked, 0);
        const hulls = this.#hulls;
        const asked = this.#asked;
        const found: T[] = [];
        for (let index = 0, at = 0; at < hulls.length; index++, at += 6) {
            const from = hulls[at]! <= asked[1]! && hulls[at + 1]! >= asked[0]! ? 1 : 0;
            const to = hulls[at + 2]! <= asked[3]! && hulls[at + 3]! >= asked[2]! ? 1 : 0;
            if (from + to === 0) continue;
            if (from + to === 2 || (hulls[at + 4]! <= asked[5]! && hulls[at + 5]! >= asked[4]!))
                found.push(this.#regions[index]!);
        }
        return found;
    }
}

/** An empty set keeps a region apart from nothing: it is part of every other one. */
function writeHull({ from, to, services }: Region, hulls: Float64Array, at: number): void {
    hulls[at] = from.length === 0 ? -Infinity : lowest(from);
    hulls[at + 1] = from.length === 0 ? Infinity : highest(from);
    hulls[at + 2] = to.length === 0 ? -Infinity : lowest(to);
    hulls[at + 3] = to.length === 0 ? Infinity : highest(to);
    hulls[at + 4] = services.length === 0 ? -Infinity : lowest(services);
    hulls[at + 5] = services.length === 0 ? Infinity : highest(services);
}

/** Many regions, and which of them meet another one. */
export class RegionIndex<T extends Region> {
    readonly regions: readonly T[];
    readonly #hulls: HullIndex;

    constructor(regions: readonly T[]) {
        this.regions = regions;
        this.#hulls = new HullIndex(regions);
    }

    /** Those that share a session with a region, in their order. */
    meeting(region: Region): readonly T[] {
        const found: T[] = [];
        for (const index of this.#hulls.near(region)) {
            const other = this.regions[index]!;
            if (regionsMeet(region, other)) found.push(other);
        }
        return found;
    }

    /** Whether any of them that shares a session with a region satisfies a condition. */
    anyMeeting(region: Region, fits: (other: T) => boolean): boolean {
        for (const index of this.#hulls.near(region)) {
            const other = this.regions[index]!;
            if (fits(other) && regionsMeet(region, other)) return true;
        }
        return false;
    }
}
