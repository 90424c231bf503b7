import assert from 'node:assert/strict';
import { assess } from '../src/assessment/index.ts';
import { lookup, type Model } from '../src/model/index.ts';
import { drained } from '../src/model/index.ts';
import { checkSteps } from '../src/rules/engine/check.ts';
import type { Finding } from '../src/rules/engine/finding.ts';
import { partsRead, reads, type Part } from '../src/rules/engine/generated/reads.ts';
import { changedFacts, concerns, isConcerned } from '../src/rules/engine/reads.ts';
import { rules } from '../src/rules/index.ts';
import { defaultSettings } from '../src/settings/index.ts';
import { random } from './support/random-plant.ts';
import { modelsToRead, readAll } from './support/recorded.ts';
import {
    invariantsName,
    invariantsSaid,
    levelsName,
    reachName,
    reachSaid,
    record,
    risksName,
    risksSaid,
} from './support/recording.ts';

const today = '2026-06-01';
const renew = 'run "node --conditions=iacs-source scripts/generate-reads.mjs"';

/** What else is compared, beside what the rules answer: its name in the record, and the part. */
const others = new Map<string, Part>([
    [levelsName, 'levels'],
    [reachName, 'reach'],
    [invariantsName, 'invariants'],
    [risksName, 'risks'],
]);

/** What every rule answers, by its id; and the levels, the reach, the invariants and the risks. */
function answersOf(model: Model): ReadonlyMap<string, unknown> {
    const answers = new Map<string, readonly Finding[]>();
    const levels = assess(lookup(model), { today, matrix: defaultSettings.riskMatrix }).subjects;
    const questions = lookup(model);
    const assessment = assess(questions, { today, matrix: defaultSettings.riskMatrix });
    drained(checkSteps({ model, whole: model, lookup: questions, assessment, today }, defaultSettings, { answers }));
    return new Map<string, unknown>([
        ...answers,
        [levelsName, levels],
        [reachName, reachSaid({ assessment })],
        [invariantsName, invariantsSaid({ assessment })],
        [risksName, risksSaid({ assessment })],
    ]);
}

const differing = (before: object, after: object): readonly string[] =>
    Object.keys(after).filter(key => before[key as keyof object] !== after[key as keyof object]);

/** True for a zone that lies in itself: no text says that. */
function isInItself(zones: Model['zones'], { id }: { readonly id?: unknown }): boolean {
    const parents = new Map(zones.map(zone => [zone.id, zone.parent]));
    let around = parents.get(id as string) ?? null;
    while (around !== null && around !== id) around = parents.get(around) ?? null;
    return around !== null;
}

type Elements = readonly Readonly<Record<string, unknown>>[];

/** How many facts are changed; others with another `IACS_SEED`. */
const changes = Number(process.env['IACS_EDITS'] ?? 100);

describe('What a rule says that it reads', function () {
    this.timeout(0);

    it('is no fact where it only asks which fields there are: all elements of a list have the same', () => {
        const shapes = new Map<string, string>();
        for (const model of modelsToRead({ plants: 10, seed: 77, oneOf: 8 }))
            for (const [list, elements] of Object.entries(model))
                for (const element of Array.isArray(elements) ? (elements as Elements) : []) {
                    if (typeof element !== 'object') continue;
                    const fields = Object.keys(element).sort().join(' ');
                    assert.equal(fields, shapes.get(list) ?? fields, list);
                    shapes.set(list, fields);
                }
    });

    it('is all that it is seen to read', () => {
        const { reads: seen } = readAll(record, { plants: 15, seed: 77, oneOf: 8 });
        for (const [rule, lists] of seen) {
            const part = others.get(rule);
            const said = part ? partsRead[part] : reads[rule];
            // A rule of which it is not known what it reads is asked whatever changes.
            if (!said) continue;
            for (const [list, fields] of lists) {
                assert.ok(list in said, `${rule} reads ${list}: ${renew}`);
                const known = said[list]!.split(' ');
                for (const field of fields)
                    assert.ok(known.includes('*') || known.includes(field), `${rule} reads ${list}.${field}: ${renew}`);
            }
        }
    });

    it(`decides what it answers: ${changes} facts are changed that it does not read`, () => {
        const next = random(Number(process.env['IACS_SEED'] ?? 5));
        const models = modelsToRead({ plants: 60, seed: next(1000) });
        const values = new Map<string, unknown[]>();
        const ofLists = new Map<string, Map<string, unknown[]>>();
        for (const model of models)
            for (const [list, elements] of Object.entries(model)) {
                if (!Array.isArray(elements)) continue;
                const ofFields = ofLists.get(list) ?? new Map<string, unknown[]>();
                ofLists.set(list, ofFields);
                for (const element of elements as Elements) {
                    if (typeof element !== 'object') continue;
                    for (const [field, value] of Object.entries(element ?? {})) {
                        if (field === 'id') continue;
                        const known = ofFields.get(field) ?? [];
                        if (known.length === 0) {
                            ofFields.set(field, known);
                            values.set(`${list}.${field}`, known);
                        }
                        known.push(value);
                    }
                }
            }
        const keys = [...values.keys()];
        let asked = 0;
        for (let change = 0; change < changes;) {
            const key = keys[next(keys.length)]!;
            const [list, field] = key.split('.') as [keyof Model, string];
            const model = models[next(models.length)]!;
            const elements = model[list] as unknown as Elements;
            if (elements.length === 0) continue;
            change++;
            const at = next(elements.length);
            const pool = values.get(key)!;
            const changed = { ...elements[at], [field]: pool[next(pool.length)] };
            const other = { ...model, [list]: elements.with(at, changed) };
            if (isInItself(other.zones, changed)) continue;
            const facts = changedFacts(model, other, differing);
            const [before, after] = [answersOf(model), answersOf(other)];
            const alike = rules.filter(rule => !isConcerned(rule, facts)).map(({ id }) => id);
            for (const [name, part] of others) if (!concerns(part, facts)) alike.push(name);
            asked += alike.length;
            for (const name of alike)
                assert.deepEqual(after.get(name), before.get(name), `${name} reads ${key}, and does not say so`);
        }
        assert.ok(asked > changes * 20, 'hardly any rule is left unasked by a change of one fact');
    });
});
