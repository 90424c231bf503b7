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

/** Intervals on one line, sorted into stretches that hold about equally many of them. */
class Line {
    readonly #low: Float64Array;
    readonly #high: Float64Array;
    /** Where each stretch begins. */
    readonly #starts: readonly number[];
    readonly #members: readonly number[][];

    constructor(sets: readonly Ranges[]) {
        this.#low = new Float64Array(sets.length);
        this.#high = new Float64Array(sets.length);
        for (let index = 0; index < sets.length; index++) {
            this.#low[index] = lowest(sets[index]!);
            this.#high[index] = highest(sets[index]!);
        }
        const sorted = Float64Array.from(this.#low).sort();
        const step = Math.max(1, Math.ceil(sorted.length / buckets));
        this.#starts = [...new Set([-Infinity, ...sorted.filter((_, at) => at % step === 0)])];
        this.#members = this.#starts.map(() => []);
        for (let index = 0; index < sets.length; index++) {
            for (let at = this.#stretch(this.#low[index]!), last = this.#stretch(this.#high[index]!); at <= last; at++)
                this.#members[at]!.push(index);
        }
    }

    #stretch(value: number): number {
        let [low, high] = [0, this.#starts.length - 1];
        while (low < high) {
            const middle = (low + high + 1) >> 1;
            if (this.#starts[middle]! <= value) low = middle;
            else high = middle - 1;
        }
        return low;
    }

    /** The members of the one stretch in which a set lies; `null` for a set that reaches over several. */
    around(set: Ranges): readonly number[] | null {
        const at = this.#stretch(lowest(set));
        return at === this.#stretch(highest(set)) ? this.#members[at]! : null;
    }

    mayMeet(index: number, low: number, high: number): boolean {
        return this.#low[index]! <= high && this.#high[index]! >= low;
    }
}

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
    near(region: Region): readonly number[] {
        const lists = [
            this.#from.around(region.from),
            this.#to.around(region.to),
            this.#services.around(region.services),
        ].filter(list => list !== null);
        const list = lists.reduce<readonly number[]>(
            (shortest, each) => (each.length < shortest.length ? each : shortest),
            this.#all,
        );
        const [fromLow, fromHigh, toLow, toHigh, serviceLow, serviceHigh] = [
            lowest(region.from),
            highest(region.from),
            lowest(region.to),
            highest(region.to),
            lowest(region.services),
            highest(region.services),
        ];
        return list.filter(
            index =>
                this.#from.mayMeet(index, fromLow, fromHigh) &&
                this.#to.mayMeet(index, toLow, toHigh) &&
                this.#services.mayMeet(index, serviceLow, serviceHigh),
        );
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
        return this.#hulls
            .near(region)
            .map(index => this.regions[index]!)
            .filter(other => regionsMeet(region, other));
    }
}
