/**
 * Writes packages/language/src/library/sources.ts from the .iacs files beside it, so that the built-in library needs no
 * file
 * access: neither from the sources nor in a bundle.
 *
 *   node scripts/generate-library.mjs           writes the file
 *   node scripts/generate-library.mjs --check   exit code 1 when the file is stale
 */
import { readFileSync, writeFileSync } from 'node:fs';

const folder = new URL('../packages/language/src/library/', import.meta.url);
const names = ['types', 'protocols'];

function literal(text) {
    return '`' + text.replace(/[\\`]|\$\{/g, found => '\\' + found) + '`';
}

function read(name) {
    return readFileSync(new URL(name, folder), 'utf8').replaceAll('\r\n', '\n');
}

const generated = [
    '// Generated from the .iacs files in this folder by `node scripts/generate-library.mjs`. Do not edit.',
    ...names.map(name => `\nexport const ${name} = (): string => ${literal(read(`${name}.iacs`))};`),
    '',
].join('\n');

if (process.argv.includes('--check')) {
    if (read('sources.ts') !== generated) {
        console.error('packages/language/src/library/sources.ts is stale: run `npm run generate`');
        process.exitCode = 1;
    }
} else {
    writeFileSync(new URL('sources.ts', folder), generated);
}
