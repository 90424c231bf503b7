/** So many elements are looked at in one step. */
const inStep = 1000;

/** Elements one after the other, each with its turn for others. */
export function* inTurns<T>(all: readonly T[], look: (each: T, index: number) => void): Generator<void> {
    for (let index = 0; index < all.length; index++) {
        if (index > 0 && index % inStep === 0) yield;
        look(all[index]!, index);
    }
}
