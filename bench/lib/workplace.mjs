import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateModel, generateZones } from '../generate.mjs';
import { buildYardsticks, product } from './programs.mjs';
import { mustRun } from './process.mjs';

/**
 * The temporary folder of one run of the bench: the generated models and the bundled yardsticks, made when first asked
 * for.
 * @param {{ runs: number, largeRuns: number, long: boolean, all: boolean, built: boolean }} options of the command
 *   line, and whether the product is built
 */
export async function openWorkplace(options) {
    const folder = mkdtempSync(join(tmpdir(), 'iacs-bench-'));
    const models = new Map();
    const make = (name, generate) => {
        if (!models.has(name)) models.set(name, generate(join(folder, name)));
        return models.get(name);
    };
    const yardsticks = await buildYardsticks(join(folder, 'yardsticks'));
    return {
        ...options,
        folder,
        yardsticks,
        /** How often a measurement of that many assets is repeated. */
        runsFor: assets => (assets >= 100_000 ? options.largeRuns : options.runs),
        /** The model with these properties; see `generateModel`. */
        model: options => make(`${Object.values(options).join('-')}`, place => generateModel(place, options)),
        /** The model for diagrams; see `generateZones`. */
        zones: options => make(`zones-${Object.values(options).join('-')}`, place => generateZones(place, options)),
        /** The command line of the product with these arguments. */
        iacs: (...args) => [process.execPath, product, ...args],
        /** The command line of a yardstick program. */
        yardstick: (name, ...args) => [process.execPath, yardsticks[name], ...args],
        /** A path in the temporary folder. */
        file: name => join(folder, name),
        close: () => rmSync(folder, { recursive: true, force: true }),
    };
}

/**
 * The time of one run of the Langium yardstick over a model, as `timeOf` gives it. It throws when the yardstick did not
 * understand the model, because then its time would mean nothing.
 */
export function timeOfLangium(place, model) {
    return async () => {
        const { ms, stdout } = await mustRun(place.yardstick('langium', model.folder));
        const counts = JSON.parse(stdout);
        if (counts.syntaxErrors + counts.linkingErrors > 0)
            throw new Error(`the yardstick does not link: ${counts.firstError}`);
        return ms;
    };
}

/** Peak memory of a process in bytes, read by the process itself when it ends. */
export async function peakMemory(place, command) {
    const report = place.file('peak.txt');
    const preload = new URL('preload-memory.mjs', import.meta.url).href;
    await mustRun([command[0], '--import', preload, ...command.slice(1)], {
        quiet: true,
        env: { BENCH_PEAK_FILE: report },
    });
    return Number(readFileSync(report, 'utf8')) * 1024;
}
