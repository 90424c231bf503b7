/**
 * Begins a rule: npm run new-rule NAME -- --family FOLDER
 *
 * Writes packages/language/src/rules/FOLDER/NAME.ts with everything but its answers, and renews the index of the rules
 * and the
 * generated pages. What is left to do is printed.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { families, generateRules } from './generate-rules.mjs';

const folder = new URL('../packages/language/src/rules/', import.meta.url);

function fail(message) {
    console.error(message);
    process.exit(2);
}

const template = id => `import { nameOf } from '../../model/index.ts';
import type { Rule } from '../engine/rule.ts';

export default {
    id: '${id}',
    severity: 'warning',
    basis: ['SR 5.1'],
    summary: 'One sentence: what is found.',
    why: 'What happens in the plant as long as it stays.',
    falsePositives: 'When it is right to accept the finding.',
    check({ model }, report) {
        for (const zone of model.zones) {
            if (zone.name !== 'Example') continue;
            report({
                at: nameOf(zone.origin),
                subject: zone.id,
                message: \`\${zone.name} is wrong: why it matters here. What to do.\`,
            });
        }
    },
    examples: [{
        before: \`system Plant
zone Example {
     ^^^^^^^
  SL-T 1
  asset Plc1 : plc
}
\`,
    }],
} satisfies Rule;
`;

const { values, positionals } = parseArgs({ allowPositionals: true, options: { family: { type: 'string' } } });
const [id] = positionals;
const usage =
    'Usage: npm run new-rule NAME -- --family FOLDER, where FOLDER is one of: ' +
    `${Object.keys(families).join(', ')}.`;
if (!id || positionals.length > 1 || values.family === undefined || !(values.family in families)) fail(usage);
if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id))
    fail(
        `"${id}" is not a rule id: use lower-case words joined by hyphens that name the fault, such as ` +
            'zone-without-target.',
    );
const file = new URL(`${values.family}/${id}.ts`, folder);
if (Object.keys(families).some(family => existsSync(new URL(`${family}/${id}.ts`, folder))))
    fail(`There is a rule ${id} already.`);

writeFileSync(file, template(id));
generateRules();
execFileSync(process.execPath, [new URL('generate-docs.mjs', import.meta.url).pathname], { stdio: 'inherit' });
console.log(`
packages/language/src/rules/${values.family}/${id}.ts is begun. Left to do:
  1. Write its texts, its check and its examples: one that fails, and one after the fix. Where there is no fix, say why
     in packages/language/src/rules/fix/none.ts.
     "IACS_RENEW=1 npx mocha packages/language/test/rules.test.ts" writes what it says of them to test/said: read it.
  2. Let examples/broken-plant trip it.
  3. Run "npm run docs", which writes its page and where the broken plant trips it.
  4. Run "npm run expected", and read what changes in the examples: one more finding changes their summaries.`);
