import { mostPairs } from '../model-diff.ts';

const mostGathered = 50_000;
/**
 * How many pairs of a group are kept to find its shortest path among, and as many again that touch a flow that is new.
 */
const someExamples = 4;

interface Pair {
    readonly from: number;
    readonly to: number;
}

interface Gathered {
    readonly fromZone: string;
    readonly toZone: string;
    pairs: number;
    readonly examples: Pair[];
    readonly preferred: Pair[];
}

/** Collects pairs of columns by the zones at their ends. */
export class Gathering {
    readonly groups = new Map<string, Gathered>();
    /** The first pairs, one more than are ever reported. */
    readonly first: Pair[] = [];
    total = 0;
    private readonly zones: readonly string[];
    private readonly preferred: (column: number) => boolean;
    private readonly taken: (from: number, to: number) => boolean;

    /** @param taken which pairs belong here */
    constructor(
        zones: readonly string[],
        preferred: (column: number) => boolean,
        taken: (from: number, to: number) => boolean,
    ) {
        this.zones = zones;
        this.preferred = preferred;
        this.taken = taken;
    }

    /** Takes over the pairs of another one between zones that are worth a line. */
    takeOver(other: Gathering, isWorth: (fromZone: string, toZone: string) => boolean): void {
        const kept = new Map([...other.groups].filter(([, { fromZone, toZone }]) => isWorth(fromZone, toZone)));
        for (const [key, group] of kept) {
            const known = this.groups.get(key);
            this.groups.set(key, known ? { ...known, pairs: known.pairs + group.pairs } : group);
            this.total += group.pairs;
        }
        for (const pair of other.first) {
            if (this.first.length <= mostPairs && kept.has(`${this.zones[pair.from]} ${this.zones[pair.to]}`))
                this.first.push(pair);
        }
    }

    /** Takes the columns of 32 that are in one set of bits and not in another. */
    add(from: number, first: number, bits: number): void {
        for (let left = bits; left !== 0; left &= left - 1) {
            const to = first + 31 - Math.clz32(left & -left);
            if (to !== from && this.taken(from, to)) this.pair(from, to);
        }
    }

    private pair(from: number, to: number): void {
        this.total++;
        if (this.first.length <= mostPairs) this.first.push({ from, to });
        const [fromZone, toZone] = [this.zones[from]!, this.zones[to]!];
        const key = `${fromZone} ${toZone}`;
        let group = this.groups.get(key);
        if (!group) {
            if (this.groups.size >= mostGathered) return;
            this.groups.set(key, (group = { fromZone, toZone, pairs: 0, examples: [], preferred: [] }));
        }
        group.pairs++;
        if (group.examples.length < someExamples) group.examples.push({ from, to });
        else if (group.preferred.length < someExamples && this.preferred(from)) group.preferred.push({ from, to });
    }
}
