/** How esbuild makes a bundle of the language for a browser: what only Node has is replaced. */
import { fileURLToPath } from 'node:url';

const beside = name => fileURLToPath(new URL(name, import.meta.url));

/** @type {import('esbuild').BuildOptions} */
export const forBrowser = {
    bundle: true,
    minify: true,
    target: 'es2022',
    platform: 'browser',
    format: 'iife',
    conditions: ['iacs-source', 'browser'],
    mainFields: ['browser', 'module', 'main'],
    legalComments: 'none',
    logLevel: 'warning',
    alias: { 'node:crypto': beside('replaced-crypto.ts'), 'node:path': beside('replaced-path.ts') },
    inject: [beside('replaced-globals.ts')],
};
