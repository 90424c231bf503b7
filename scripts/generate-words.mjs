/**
 * Writes what follows from the forms of the statements for single words: which begin what, and which go on with a
 * statement.
 *
 *   node scripts/generate-words.mjs           writes packages/language/src/statements/generated/words.ts
 *   node scripts/generate-words.mjs --check   exit code 1 when it is stale
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { derived } from '../packages/language/src/statements/derive.ts';

const file = new URL('../packages/language/src/statements/generated/words.ts', import.meta.url);

const notes = {
    topLevelWords: 'What stands at the top level of a file.',
    namingWords: 'Words that the name of a new element follows.',
    declaringWords: 'Words that declare something: what has a name or stands at the top level.',
    openingWords: 'Words whose statement has a block: each is the kind of it.',
    levelWords: 'Words of levels: a brace behind them opens a vector.',
    leadingWords:
        'Words and arrows inside of statements, behind which a name has to follow: it may stand on the next line.',
    trailingWords:
        'Words inside of statements that may stand right behind a name, where they go on with the statement.',
    allInnerWords: 'All words that stand inside of statements.',
};

const listed = words => `[${words.map(word => `'${word}'`).join(', ')}]`;

const text = [
    '// Generated from the table of statements by `node scripts/generate-words.mjs`. Do not edit.',
    '',
    "import type { BlockKind } from '../blocks.ts';",
    ...Object.entries(derived.lists).flatMap(([name, words]) => [
        '',
        `/** ${notes[name]} */`,
        `export const ${name}: readonly ${name === 'openingWords' ? 'BlockKind' : 'string'}[] = ${listed(words)};`,
    ]),
    '',
    '/** Words and signs inside of statements, by the word that these begin with. */',
    'export const inner: ReadonlyMap<string, readonly string[]> = new Map([',
    ...derived.inner.map(([word, words]) => `    ['${word}', ${listed(words)}],`),
    ']);',
    '',
].join('\n');

if (!process.argv.includes('--check')) {
    mkdirSync(new URL('.', file), { recursive: true });
    writeFileSync(file, text);
} else if (readFileSync(file, 'utf8').replaceAll('\r\n', '\n') !== text) {
    console.error('packages/language/src/statements/generated/words.ts is stale: run `npm run generate`');
    process.exitCode = 1;
}
