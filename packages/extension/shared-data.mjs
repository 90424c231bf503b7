// What is data in both servers of the extension is packed once, in a file that both have: that of a machine loads it,
// and the client in a browser puts it before the script of the worker.
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const language = fileURLToPath(new URL('../language/src/', import.meta.url));
const parts = ['asset-owner', 'judges', 'product-supplier', 'service-provider'].map(name => `parts/${name}`);
const catalogue = ['attack', 'components', 'csf', 'nerc', 'plain', 'regulations', 'requirements', 'zcr', ...parts];

/** Modules of data: the built-in library, and what IEC 62443 says. */
const modules = ['library/sources.ts', ...catalogue.map(name => `catalogue/${name}.ts`)];

/** The file, as a server on a machine names it. */
export const sharedFile = './shared.js';

/**
 * The plugin for esbuild that takes these modules from the file.
 * @param {boolean} loads true where the script itself loads it
 */
export const dataApart = loads => ({
    name: 'data-apart',
    setup({ onLoad }) {
        onLoad({ filter: /\.ts$/ }, async ({ path }) => {
            const module = relative(language, path).replaceAll(sep, '/');
            if (!modules.includes(module)) return undefined;
            const names = Object.keys(await import(`../language/src/${module}`));
            const load = loads ? `import '${sharedFile}';` : '';
            return {
                contents: `${load} export const { ${names.join(', ')} } = globalThis.iacsShared['${module}'];`,
                loader: 'js',
            };
        });
    },
});

/**
 * Writes the file.
 * @param {string} dist the folder that is built
 */
export async function writeSharedData(dist) {
    const imports = modules.map((module, index) => `import * as m${index} from './${module}';`);
    const entries = modules.map((module, index) => `'${module}': m${index}`);
    await build({
        bundle: true,
        minify: true,
        target: 'es2022',
        format: 'iife',
        conditions: ['iacs-source'],
        logLevel: 'warning',
        stdin: {
            contents: `${imports.join('\n')}\nglobalThis.iacsShared = { ${entries.join(', ')} };`,
            resolveDir: language,
        },
        outfile: join(dist, sharedFile),
    });
}
