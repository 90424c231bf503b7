// What both servers of the extension have in common is packed once, in a file that both have: that of a machine loads
// it, and the client in a browser puts it before the script of the worker. It is nearly all of the language.
import { join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const language = fileURLToPath(new URL('../language/src/', import.meta.url));

/** The file, as a server on a machine names it. */
export const sharedFile = './shared.js';

const nameOf = path => relative(language, path).replaceAll(sep, '/');

/**
 * The modules of the language that a server has, by their paths, and what each loads.
 * @param {import('esbuild').BuildOptions} options those of the server
 * @returns {Promise<Map<string, string[]>>}
 */
async function loadedBy(options) {
    const { metafile } = await build({ ...options, sourcemap: false, metafile: true, write: false });
    return new Map(
        Object.entries(metafile.inputs).map(([path, { imports }]) => [
            resolve(path),
            imports.filter(({ external }) => !external).map(each => resolve(each.path)),
        ]),
    );
}

/** The modules of the language that both servers have, as far as they load nothing else. */
function inBoth(servers) {
    const [first, second] = servers;
    const both = new Set([...first.keys()].filter(path => path.startsWith(language) && second.has(path)));
    let size;
    do {
        size = both.size;
        for (const path of both)
            if (servers.some(loaded => loaded.get(path).some(other => !both.has(other)))) both.delete(path);
    } while (both.size < size);
    return both;
}

/**
 * Writes the file.
 * @param {string} dist the folder that is built
 * @param {import('esbuild').BuildOptions[]} servers as which the two servers are built
 * @param {import('esbuild').Plugin[]} plugins what changes modules
 * @returns what makes a plugin for esbuild, which takes from the file what is in it; the argument says whether the
 *    script itself loads the file
 */
export async function writeSharedCode(dist, servers, plugins) {
    const loaded = await Promise.all(servers.map(loadedBy));
    const shared = inBoth(loaded);
    const asked = new Set(
        loaded
            .flatMap(modules =>
                Array.from(modules, ([path, others]) =>
                    shared.has(path) ? [] : others.filter(each => shared.has(each)),
                ),
            )
            .flat(),
    );
    const modules = [...asked].map(nameOf).sort();
    await build({
        bundle: true,
        minify: true,
        sourcemap: 'external',
        target: 'es2022',
        format: 'iife',
        conditions: ['iacs-source'],
        mainFields: ['module', 'main'],
        logLevel: 'warning',
        plugins,
        stdin: {
            contents: `${modules.map((module, index) => `import * as m${index} from './${module}';`).join('\n')}
                globalThis.iacsShared = { ${modules.map((module, index) => `'${module}': m${index}`).join(', ')} };`,
            resolveDir: language,
        },
        outfile: join(dist, sharedFile),
    });
    return loads => ({
        name: 'shared-apart',
        setup({ onLoad }) {
            onLoad({ filter: /\.ts$/ }, async ({ path }) => {
                if (!asked.has(path)) return undefined;
                const names = Object.keys(await import(`../language/src/${nameOf(path)}`));
                const load = loads ? `import '${sharedFile}';` : '';
                const taken = `globalThis.iacsShared['${nameOf(path)}']`;
                return { contents: `${load} export const { ${names.join(', ')} } = ${taken};`, loader: 'js' };
            });
        },
    });
}
