/** So many assets are looked at in one step. */
const assetsInStep = 1000;

/** Some assets after the other, each with its turn for others. */
export function* inTurns<T>(all: readonly T[], look: (each: T) => void): Generator<void> {
    for (const [index, each] of all.entries()) {
        if (index > 0 && index % assetsInStep === 0) yield;
        look(each);
    }
}
