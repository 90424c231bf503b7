/**
 * Writes what follows from the rules, the catalogue and the statements: docs/rules/, docs/catalogue.md,
 * docs/statements.md, the JSON Schema of the settings, and what is
 * found in the broken plant. With --check it writes nothing, and fails when one of them is stale.
 */
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { cataloguePage } from './docs/catalogue-page.mjs';
import { ruleIndex } from './docs/rule-index.mjs';
import { problemPage, rulePage } from './docs/rule-page.mjs';
import { statementsPage } from './docs/statements-page.mjs';
import { problemRules } from '../packages/language/src/rules/engine/problem-rules.ts';
import { rules } from '../packages/language/src/rules/index.ts';
import { brokenPlant, markedPlant } from '../packages/language/test/support/broken-plant.ts';
import { settingsSchema } from '../packages/language/src/project/settings-schema.ts';

const root = new URL('../', import.meta.url);
const command = 'npm run docs';

const pages = new Map([
    ['docs/rules/README.md', ruleIndex()],
    ...rules.map(rule => [`docs/rules/${rule.id}.md`, rulePage(rule)]),
    ...problemRules.map(rule => [`docs/rules/${rule.id}.md`, problemPage(rule)]),
    ['docs/catalogue.md', cataloguePage()],
    ['docs/statements.md', statementsPage()],
    ['examples/broken-plant/expected/findings.txt', markedPlant(brokenPlant())],
    ['packages/language/schema/iacs.config.schema.json', `${JSON.stringify(settingsSchema(), null, 2)}\n`],
]);

function current(path) {
    try {
        return readFileSync(new URL(path, root), 'utf8');
    } catch {
        return null;
    }
}

const orphans = readdirSync(new URL('docs/rules/', root))
    .map(name => `docs/rules/${name}`)
    .filter(path => !pages.has(path));
const stale = [...pages].filter(([path, text]) => current(path) !== text).map(([path]) => path);

if (process.argv.includes('--check')) {
    for (const path of [...stale, ...orphans]) console.error(`${path} is stale: run "${command}".`);
    process.exitCode = stale.length + orphans.length === 0 ? 0 : 1;
} else {
    mkdirSync(new URL('packages/language/schema/', root), { recursive: true });
    for (const path of stale) writeFileSync(new URL(path, root), pages.get(path));
    for (const path of orphans) rmSync(new URL(path, root));
    console.log(`${stale.length} pages written, ${orphans.length} removed, ${pages.size - stale.length} as they were.`);
}
