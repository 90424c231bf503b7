/** A queue of places by what they cost. */
export class Queue {
    private keys = new Int32Array(1024);
    private costs = new Float64Array(1024);
    private count = 0;

    get size(): number {
        return this.count;
    }

    clear(): void {
        this.count = 0;
    }

    push(key: number, cost: number): void {
        if (this.count === this.keys.length) this.grow();
        const { keys, costs } = this;
        let at = this.count++;
        while (at > 0) {
            const parent = (at - 1) >> 1;
            const above = costs[parent] ?? 0;
            if (above <= cost) break;
            keys[at] = keys[parent] ?? 0;
            costs[at] = above;
            at = parent;
        }
        keys[at] = key;
        costs[at] = cost;
    }

    /** Takes the place that costs least; the queue must not be empty. */
    pop(): number {
        const { keys, costs } = this;
        const first = keys[0] ?? 0;
        const size = --this.count;
        const [key, cost] = [keys[size] ?? 0, costs[size] ?? 0];
        let at = 0;
        for (;;) {
            let child = 2 * at + 1;
            if (child >= size) break;
            if (child + 1 < size && (costs[child + 1] ?? 0) < (costs[child] ?? 0)) child++;
            const below = costs[child] ?? 0;
            if (below >= cost) break;
            keys[at] = keys[child] ?? 0;
            costs[at] = below;
            at = child;
        }
        keys[at] = key;
        costs[at] = cost;
        return first;
    }

    private grow(): void {
        const [keys, costs] = [new Int32Array(2 * this.count), new Float64Array(2 * this.count)];
        keys.set(this.keys);
        costs.set(this.costs);
        [this.keys, this.costs] = [keys, costs];
    }
}
