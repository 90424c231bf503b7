/**
 * Writes packages/language/src/library/templates.ts from examples/templates, so that a new model needs no file access.
 *
 *   node scripts/generate-templates.mjs           writes the file
 *   node scripts/generate-templates.mjs --check   exit code 1 when the file is stale
 */
import { readFileSync, writeFileSync } from 'node:fs';

const templates = new URL('../examples/templates/', import.meta.url);
const target = new URL('../packages/language/src/library/templates.ts', import.meta.url);

function read(url) {
    return readFileSync(url, 'utf8').replaceAll('\r\n', '\n');
}

function literal(text) {
    return '`' + text.replace(/[\\`]|\$\{/g, found => '\\' + found) + '`';
}

const rows = [...read(new URL('README.md', templates)).matchAll(/^\| `([a-z-]+)` \| (.+?) \|$/gm)];
const generated = [
    '// Generated from examples/templates by `node scripts/generate-templates.mjs`. Do not edit.',
    '',
    '/** A model to start from. */',
    'export interface ModelTemplate {',
    '    readonly name: string;',
    '    /** What it is for, in a few words. */',
    '    readonly summary: string;',
    '    /** The text of its `main.iacs`, with `\\n` between lines. */',
    '    readonly text: string;',
    '}',
    '',
    '/** All templates, the one that is taken without a word first. */',
    'export const modelTemplates: readonly ModelTemplate[] = [',
    ...rows.map(
        ([, name, summary]) =>
            `    { name: '${name}', summary: '${summary.replace(/[\\']/g, '\\$&')}', text: ` +
            `${literal(read(new URL(`${name}/main.iacs`, templates)))} },`,
    ),
    '];',
    '',
].join('\n');

if (process.argv.includes('--check')) {
    if (read(target) !== generated) {
        console.error('packages/language/src/library/templates.ts is stale: run `node scripts/generate-templates.mjs`');
        process.exitCode = 1;
    }
} else {
    writeFileSync(target, generated);
}
