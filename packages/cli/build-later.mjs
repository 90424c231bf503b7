// What a check of a valid text does not run is in a second file beside its bundle, which is loaded with the first call:
// the reading of texts with mistakes, fixes as characters, and formats other than the one for people.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const language = fileURLToPath(new URL('../language/src/', import.meta.url));

/** Functions that are called with plain data, by their modules. */
const later = {
    'syntax/parse-tolerantly.ts': ['parseTolerantly'],
    'syntax/edits.ts': ['renderEdits'],
    'views/findings/to-sarif.ts': ['sarifFindings'],
    'views/findings/to-junit.ts': ['junitFindings'],
    'views/findings/to-gitlab.ts': ['gitlabFindings'],
};

/** The plugin for esbuild that leaves them out of a bundle. */
export const calledLater = {
    name: 'called-later',
    setup({ onLoad }) {
        onLoad({ filter: /\.ts$/ }, ({ path: file }) => {
            const names = later[path.relative(language, file).replaceAll(path.sep, '/')];
            return names && { contents: names.map(call).join('\n'), loader: 'js' };
        });
    },
};

const call = name => `export const ${name} = (...args) => require(__dirname + '/check-later.cjs').${name}(...args);`;

/**
 * Builds the second file.
 * @param {string} dist the folder that is built
 * @param {import('esbuild').BuildOptions} options those of the bundle
 */
export async function buildLater(dist, options) {
    const contents = Object.entries(later).map(([file, names]) => `export { ${names.join(', ')} } from './${file}';`);
    await build({
        ...options,
        stdin: { contents: contents.join('\n'), resolveDir: language, loader: 'ts' },
        outfile: `${dist}/check-later.cjs`,
    });
}
