import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const bench = fileURLToPath(new URL('..', import.meta.url));
const root = join(bench, '..');

/** The command line as users run it. */
export const product = join(root, 'packages', 'cli', 'bin', 'iacs.js');

/**
 * Bundles and minifies the yardstick programs in the manner of the product's own bundle.
 * @param {string} folder where the bundles go
 * @returns {Promise<{ langium: string, hand: string, reparse: string, elk: string }>} the bundled files
 */
export async function buildYardsticks(folder) {
    await build({
        absWorkingDir: root,
        entryPoints: ['main', 'hand', 'reparse', 'elk'].map(name => join(bench, 'yardstick', `${name}.ts`)),
        outdir: folder,
        bundle: true,
        minify: true,
        platform: 'node',
        target: 'node24',
        format: 'esm',
        outExtension: { '.js': '.mjs' },
        logLevel: 'warning',
        banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    });
    const at = name => join(folder, `${name}.mjs`);
    return { langium: at('main'), hand: at('hand'), reparse: at('reparse'), elk: at('elk') };
}
