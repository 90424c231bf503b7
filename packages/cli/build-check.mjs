// Bundles `iacs check` by itself, into one CommonJS file: see src/check-alone.ts.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = relative => fileURLToPath(new URL(relative, import.meta.url));

/** What a check by itself never reaches: `bin/iacs.js` calls the whole command line for it. */
const elsewhere = {
    name: 'elsewhere',
    setup({ onLoad }) {
        onLoad({ filter: /check[\\/]since\.ts$/ }, () => ({
            contents: "export const checkedSince = () => { throw new Error('--base is not part of check.cjs'); };",
            loader: 'ts',
        }));
    },
};

/**
 * @param {string} dist the folder that is built
 * @param {import('esbuild').BuildOptions} common what all bundles have
 */
export async function buildCheck(dist, common) {
    const file = `${dist}/check.cjs`;
    await build({
        ...common,
        format: 'cjs',
        entryPoints: [here('./src/check-alone.ts')],
        outfile: file,
        charset: 'ascii',
        define: { 'import.meta.url': '__iacsUrl' },
        banner: { js: "const __iacsUrl = require('node:url').pathToFileURL(__filename).href;" },
        plugins: [elsewhere],
    });
    const text = readFileSync(file, 'latin1');
    writeFileSync(file, `// ${createHash('sha256').update(text).digest('hex').slice(0, 16)}\n${text}`, 'latin1');
}
