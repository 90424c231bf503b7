// What a check of a valid text does not always run is in files beside its bundle, each loaded with the first call:
// `check-later.cjs` has the reading of texts with mistakes, fixes as characters, and formats other than the one for
// people; `check-found.cjs` has what firewalls, sensors, publishers of advisories and parties say, which few models
// have.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { requirementsFiles, tableFile, withoutForms, withoutTitles } from './build-texts.mjs';

const language = fileURLToPath(new URL('../language/src/', import.meta.url));

/** Functions that keep nothing between calls, by file and by their modules. */
const files = {
    'check-later.cjs': {
        'syntax/parse-tolerantly.ts': ['parseTolerantly'],
        'syntax/edits.ts': ['renderEdits'],
        'views/findings/to-sarif.ts': ['sarifFindings'],
        'views/findings/to-junit.ts': ['junitFindings'],
        'views/findings/to-gitlab.ts': ['gitlabFindings'],
    },
    'check-found.cjs': {
        'reconcile/reconcile.ts': ['reconcile'],
        'syntax/lower-found.ts': ['lowerRuleset', 'lowerObservation'],
        'syntax/lower-advisory.ts': ['lowerAdvisory'],
        'syntax/lower-parties.ts': ['lowerParty', 'lowerProgramme'],
    },
};

const call = (file, name) => `export const ${name} = (...args) => require(__dirname + '/${file}').${name}(...args);`;

/** By module: what the bundle has in its place. */
const stubs = new Map(
    Object.entries(files).flatMap(([file, modules]) =>
        Object.entries(modules).map(([module, names]) => [module, names.map(name => call(file, name)).join('\n')]),
    ),
);

/** The plugin for esbuild that leaves them out of a bundle. */
export const calledLater = {
    name: 'called-later',
    setup({ onLoad }) {
        onLoad({ filter: /\.ts$/ }, ({ path: file }) => {
            if (requirementsFiles.includes(file))
                return { contents: withoutTitles(readFileSync(file, 'utf8')), loader: 'ts' };
            // The forms of statements are read where a text has a mistake.
            if (file === tableFile) return { contents: withoutForms(readFileSync(file, 'utf8')), loader: 'ts' };
            const contents = stubs.get(path.relative(language, file).replaceAll(path.sep, '/'));
            return contents === undefined ? undefined : { contents, loader: 'js' };
        });
    },
};

/**
 * Builds the files beside the bundle.
 * @param {string} dist the folder that is built
 * @param {import('esbuild').BuildOptions} options those of the bundle
 */
export async function buildLater(dist, options) {
    for (const [file, modules] of Object.entries(files)) {
        const lines = Object.entries(modules).map(
            ([module, names]) => `export { ${names.join(', ')} } from './${module}';`,
        );
        await build({
            ...options,
            stdin: { contents: lines.join('\n'), resolveDir: language, loader: 'ts' },
            outfile: `${dist}/${file}`,
        });
    }
}
