/**
 * Begins a rule: npm run new-rule NAME [-- --family "Conduits and flows"]
 *
 * Writes packages/language/src/rules/NAME.ts with everything but its answers, puts it into rules/index.ts and renews the
 * generated pages. What is left to do is printed.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

const folder = new URL('../packages/language/src/rules/', import.meta.url);
const index = new URL('index.ts', folder);

function fail(message) {
    console.error(message);
    process.exit(2);
}

const template = id => `import { nameOf } from '../model/index.ts';
import type { Rule } from './rule.ts';

export default {
    id: '${id}',
    severity: 'warning',
    basis: ['SR 5.1'],
    summary: 'One sentence: what is found.',
    why: 'What happens in the plant when nobody cures it.',
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

/** Adds the import in its place in the alphabet, and the rule at the end of its family. */
function indexed(text, id, family) {
    const name = id.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
    const lines = text.split('\n');
    const imports = lines.flatMap((line, at) => (/^import \w+ from '\.\//.test(line) ? [{ line, at }] : []));
    const added = `import ${name} from './${id}.ts';`;
    const next = imports.find(({ line }) => line.slice(line.indexOf('\'')) > added.slice(added.indexOf('\'')));
    lines.splice(next ? next.at : imports.at(-1).at + 1, 0, added);
    const whole = lines.join('\n');
    const title = whole.indexOf(`title: '${family}'`);
    if (title < 0) fail(`There is no family "${family}" in ${index.pathname}.`);
    const end = whole.indexOf(']', title);
    const before = whole.slice(0, end);
    const entry = /,\s*$/.test(before) ? `    ${name},\n        ` : `${before.endsWith('[') ? '' : ', '}${name}`;
    return before + entry + whole.slice(end);
}

const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { family: { type: 'string', default: 'Conduits and flows' } },
});
const [id] = positionals;
if (!id || positionals.length > 1) fail('Usage: npm run new-rule NAME [-- --family "Conduits and flows"]');
if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id)) fail(`"${id}" is no rule id: lower-case words joined by hyphens that name the fault, such as zone-without-target.`);
const file = new URL(`${id}.ts`, folder);
if (existsSync(file)) fail(`There is a rule ${id} already: ${file.pathname}.`);

const text = indexed(readFileSync(index, 'utf8'), id, values.family);
writeFileSync(file, template(id));
writeFileSync(index, text);
execFileSync(process.execPath, [new URL('generate-docs.mjs', import.meta.url).pathname], { stdio: 'inherit' });
console.log(`
packages/language/src/rules/${id}.ts is begun, and passes its own example. Left to do:
  1. Write its texts, its check and its examples: one that fails, and one after the fix where there is one.
  2. Let examples/broken-plant trip it.
  3. Run "npm run docs", which writes its page and where the broken plant trips it.`);
