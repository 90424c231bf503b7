/**
 * `npm run fuzz`: tries every property on new inputs, until its time is over.
 *
 *   npm run fuzz -- --minutes 30          for so long (10 without it)
 *   npm run fuzz -- --seed 7              begins with this seed, and takes the next ones after it
 *   npm run fuzz -- --only format,live    these properties alone
 *
 * A failure is made as small as it gets and kept in packages/cli/test/fuzz/found, where the tests try it again from
 * then on. Exit code 1 where something was found.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { properties as ofImports } from '../packages/cli/test/fuzz/properties.ts';
import { properties as ofLanguage } from '../packages/language/test/fuzz/properties.ts';
import { tried } from '../packages/language/test/fuzz/try.ts';

const { values } = parseArgs({
    options: {
        minutes: { type: 'string', default: '10' },
        seed: { type: 'string', default: String(Math.floor(Date.now() / 1000)) },
        only: { type: 'string', default: '' },
    },
});
const minutes = Number(values.minutes);
const firstSeed = Number(values.seed);
if (!(minutes > 0) || !Number.isInteger(firstSeed)) {
    console.error('--minutes expects a number above 0, --seed a whole number.');
    process.exit(2);
}
const only = values.only.split(',').filter(name => name !== '');
const all = [...ofLanguage, ...ofImports];
const unknown = only.find(name => !all.some(property => property.name === name));
if (unknown !== undefined) {
    console.error(`There is no property ${unknown}: ${all.map(({ name }) => name).join(', ')}.`);
    process.exit(2);
}
const properties = all.filter(({ name }) => only.length === 0 || only.includes(name));
const folder = new URL('../packages/cli/test/fuzz/found/', import.meta.url);
const runs = 50;
const end = Date.now() + minutes * 60_000;
const counts = new Map(properties.map(({ name }) => [name, 0]));
const kept = new Set();

for (let seed = firstSeed; Date.now() < end; seed++) {
    for (const property of properties) {
        if (Date.now() >= end) break;
        const failure = await tried(property, seed, runs);
        counts.set(property.name, counts.get(property.name) + runs);
        if (!failure) continue;
        const key = createHash('sha256').update(JSON.stringify(failure.texts)).digest('hex').slice(0, 8);
        if (kept.has(`${property.name} ${key}`)) continue;
        kept.add(`${property.name} ${key}`);
        mkdirSync(folder, { recursive: true });
        const file = new URL(`${property.name}-${key}.json`, folder);
        writeFileSync(file, `${JSON.stringify(failure, null, 2)}\n`);
        console.log(`${property.name} fails with seed ${seed}: ${fileURLToPath(file)}`);
    }
}
for (const [name, count] of counts) console.log(`${name}: ${count} inputs`);
console.log(`seeds from ${firstSeed}; ${kept.size === 0 ? 'no failure' : `${kept.size} failures`}`);
process.exit(kept.size === 0 ? 0 : 1);
