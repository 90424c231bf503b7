import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { drained } from '../src/model/index.ts';
import { checkSteps } from '../src/rules/engine/check.ts';
import type { Finding, Rule } from '../src/rules/index.ts';
import { families, rules } from '../src/rules/index.ts';
import { load } from './support/load.ts';
import { withoutMarks } from './support/marks.ts';
import { otherTexts } from './support/one-fact.ts';

/*
 * What a rule finds in each model that differs from its example in one fact: what must not be found, and what is found
 * at the bounds. `one-fact/` lists under each example the changes that change the answer, with what goes (`-`) and what
 * comes (`+`); any other change leaves the answer as it is. A change that leaves a name without meaning is not tried.
 * IACS_RENEW=1 writes what is found: read it.
 */
const folder = new URL('one-fact/', import.meta.url);
const renew = process.env['IACS_RENEW'] === '1';
const today = '2026-06-01';

/** The rules that judge what the others found. */
function judgesOthers({ id }: Rule): boolean {
    return id.startsWith('accept-') || id === 'programme-contradicted';
}

function shown({ severity, subject, message, accepted, related, fixes }: Finding): readonly string[] {
    return [
        `${severity} ${subject ?? '(system)'}: ${message}${accepted ? ' (accepted)' : ''}`,
        ...related.map(each => `  see ${each.message}`),
        ...fixes.map(fix => `  ${fix.kind}: ${fix.title}`),
    ];
}

/** What a rule says of a model, line by line; undefined where the model is not understood. */
function answer(rule: Rule, text: string): readonly string[] | undefined {
    const { model, whole, lookup, assessment, problems } = load(text, { today, withoutRules: true });
    if (problems.length > 0) return undefined;
    const asked = judgesOthers(rule) ? rules : [rule];
    const context = { model, whole, lookup, assessment, today };
    const findings = drained(checkSteps(context, undefined, { rules: asked, strict: true }));
    return findings.filter(finding => finding.rule === rule.id).flatMap(shown);
}

function difference(before: readonly string[], after: readonly string[]): readonly string[] {
    if (after.length === 0) return ['  nothing'];
    const rest = [...after];
    const gone = before.filter(line => {
        const at = rest.indexOf(line);
        if (at >= 0) rest.splice(at, 1);
        return at < 0;
    });
    return [...gone.map(line => `  - ${line}`), ...rest.map(line => `  + ${line}`)];
}

/** The changes of an example that change what its rule says. */
function changes(rule: Rule, text: string): string {
    const before = answer(rule, text) ?? [];
    const lines = otherTexts(text, { beside: true }).flatMap(other => {
        const after = answer(rule, other.text);
        if (!after || after.join('\n') === before.join('\n')) return [];
        return [other.change, ...difference(before, after)];
    });
    return lines.map(line => `${line}\n`).join('');
}

/** What is written of a family, by rule and example. */
function read(place: URL): ReadonlyMap<string, string> {
    const parts = existsSync(place) ? readFileSync(place, 'utf8').split(/^## (.+)\n/m) : [];
    return new Map(parts.flatMap((part, at) => (at % 2 === 1 ? [[part, parts[at + 1]!] as const] : [])));
}

for (const family of families) {
    const place = new URL(`${family.title.toLowerCase().replaceAll(/\W+/g, '-')}.txt`, folder);
    const written = read(place);
    const examples = family.rules.flatMap(rule =>
        rule.examples.map(({ before }, index) => ({ rule, before, name: `${rule.id} in example ${index + 1}` })),
    );
    describe(`One fact, ${family.title}`, () => {
        const actual = new Map<string, string>();
        for (const { rule, before, name } of examples)
            it(name, () => {
                actual.set(name, changes(rule, withoutMarks(before)));
                if (!renew) assert.equal(actual.get(name), written.get(name) ?? '', 'read the change, then renew it');
            });
        it('is written of examples that exist', () => {
            const names = new Set(examples.map(({ name }) => name));
            assert.deepEqual(
                [...written.keys()].filter(name => !names.has(name)),
                [],
            );
        });
        if (renew)
            after(() => {
                const all = [...actual].filter(([, text]) => text !== '');
                writeFileSync(place, all.map(([name, text]) => `## ${name}\n${text}`).join(''));
            });
    });
}
