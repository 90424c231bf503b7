/** A small seeded generator of numbers (mulberry32): the same seed gives the same model on every machine. */
export function random(seed) {
    let state = seed >>> 0;
    const next = () => {
        state = (state + 0x6d2b79f5) >>> 0;
        let t = Math.imul(state ^ (state >>> 15), state | 1);
        t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
        return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
    };
    return {
        /** A whole number from 0 to n - 1. */
        below: n => Math.floor(next() * n),
        /** One element of the list. */
        pick: list => list[Math.floor(next() * list.length)],
        /** True with the probability p, 0 to 1. */
        chance: p => next() < p,
    };
}
