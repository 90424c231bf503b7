/** What steps come to, for whoever has nothing else to do meanwhile. */
export function drained<T>(steps: Generator<void, T>): T {
    for (;;) {
        const step = steps.next();
        if (step.done) return step.value;
    }
}

/** Something large that is worked out once: in steps for whoever has something else to do meanwhile, or at once. */
export class Gradual<T extends object> {
    readonly #making: Generator<void, T>;
    #made: T | undefined;

    constructor(making: Generator<void, T>) {
        this.#making = making;
    }

    /** What is left to be done. Whoever comes in between goes on where the other one is. */
    *steps(): Generator<void> {
        while (!this.#made) {
            const step = this.#making.next();
            if (!step.done) yield;
            // A generator that has thrown is done, and has nothing.
            else if (!(this.#made = step.value)) throw new Error('what this rests on has failed');
        }
    }

    /** @throws where a step has failed: half of it would say that all is well */
    get value(): T {
        drained(this.steps());
        return this.#made!;
    }
}
