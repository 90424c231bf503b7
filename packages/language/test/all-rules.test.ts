import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { rules } from '../src/rules/index.ts';
import { load } from './support/load.ts';
import { withoutMarks } from './support/marks.ts';

/*
 * Which rules speak of each small model, the examples of the rules and the models in `cases/`, and on which lines: so
 * that a rule is also asked where another one is meant. `all-rules.txt` has a line for each model and rule.
 * IACS_RENEW=1 writes what is found: read it.
 */
const place = new URL('all-rules.txt', import.meta.url);
const cases = new URL('cases/', import.meta.url);

/** Each rule that finds something, and the lines, each as often as something is found there. */
function lines(text: string): string {
    const byRule = Map.groupBy(load(text).findings, finding => finding.rule);
    return [...byRule]
        .map(([rule, findings]) => {
            const places = findings.map(({ severity, at }) => {
                const line = text.slice(0, at.start).split('\n').length;
                return severity === rules.find(each => each.id === rule)?.severity ? `${line}` : `${line} ${severity}`;
            });
            return `  ${rule}: ${places.join(', ')}\n`;
        })
        .sort()
        .join('');
}

const examples = rules.flatMap(rule =>
    rule.examples.map(({ before }, index) => [`${rule.id}, example ${index + 1}`, withoutMarks(before)] as const),
);
const models = new Map<string, string>([
    ...examples,
    ...readdirSync(cases).flatMap(file => {
        const parts = readFileSync(new URL(file, cases), 'utf8').split(/^## (.+)\n/m);
        return parts.flatMap((part, at) =>
            at % 2 === 1 ? [[`${file}, ${part}`, parts[at + 1]!.split(/^---\n/m)[0]!] as const] : [],
        );
    }),
]);

describe('All rules', () => {
    const written = existsSync(place) ? readFileSync(place, 'utf8').split(/^## (.+)\n/m) : [];
    const expected = new Map(written.flatMap((part, at) => (at % 2 === 1 ? [[part, written[at + 1]!] as const] : [])));

    it('are asked of the models that exist, but for a few that are new', () => {
        if (process.env['IACS_RENEW'] === '1') {
            const all = [...models].map(([name, text]) => `## ${name}\n${lines(text)}`);
            return writeFileSync(place, all.join(''));
        }
        assert.deepEqual(
            [...expected.keys()].filter(name => !models.has(name)),
            [],
        );
        assert.ok(expected.size >= 0.9 * models.size, 'renew it with IACS_RENEW=1');
    });

    for (const [name, said] of expected)
        it(`in ${name}`, () => {
            if (process.env['IACS_RENEW'] === '1') return;
            assert.equal(lines(models.get(name)!), said, 'read the change, then renew it with IACS_RENEW=1');
        });
});
