import { median } from './statistics.mjs';
import { mustRun } from './process.mjs';

/**
 * Runs two programs in turn, A B A B …, after a warm-up of each, so that both meet the same state of the machine.
 * @param {() => Promise<number>} a gives the time of one run of A in milliseconds
 * @param {() => Promise<number>} b the same for B
 * @param {number} runs number of pairs
 * @param {boolean} [warmUp] false where one run takes so long that a cold start does not show
 * @returns {Promise<{ a: number, b: number, ratio: number, min: number, max: number }>} medians of both times and of
 *    the
 *   ratios A / B of each pair, and the lowest and highest ratio
 */
export async function pairs(a, b, runs, warmUp = true) {
    if (warmUp) {
        await a();
        await b();
    }
    const times = [];
    for (let run = 0; run < runs; run++) times.push([await a(), await b()]);
    const ratios = times.map(([timeA, timeB]) => timeA / timeB);
    return {
        a: median(times.map(pair => pair[0])),
        b: median(times.map(pair => pair[1])),
        ratio: median(ratios),
        min: Math.min(...ratios),
        max: Math.max(...ratios),
    };
}

/** A function that runs the command once and gives its time in milliseconds. */
export const timeOf = (command, options) => async () => (await mustRun(command, { quiet: true, ...options })).ms;
