/** What steps come to, for whoever has nothing else to do meanwhile. */
export function drained<T>(steps: Generator<void, T>): T {
    for (;;) {
        const step = steps.next();
        if (step.done) return step.value;
    }
}
