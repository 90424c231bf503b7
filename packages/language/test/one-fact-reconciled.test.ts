import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { reconcile } from '../src/reconcile/index.ts';
import { load } from './support/load.ts';
import { otherTexts } from './support/one-fact.ts';
import { reconciledLines, worldsLines } from './support/reconciled.ts';

/*
 * What a plant is found to be, held against its rules and its traffic, and in each plant that differs in one fact: a
 * statement less, the next address, the next port, an arrow turned. The changes that change the answer are listed with
 * what goes (`-`) and what comes (`+`). IACS_RENEW=1 writes what is found: read it.
 */
const folder = new URL('one-fact-reconciled/', import.meta.url);
const today = '2026-06-01';

/** What is found of a text; undefined where it is not understood. */
function answer(text: string): readonly string[] | undefined {
    const { assessment, problems } = load(text, { today, withoutRules: true });
    if (problems.length > 0) return undefined;
    const found = reconcile(assessment.lookup, { staleAfter: 90 });
    return [...reconciledLines(found), ...worldsLines(assessment, found)];
}

const written = (lines: readonly string[]): string => lines.map(line => `${line}\n`).join('');

function difference(before: readonly string[], after: readonly string[]): string {
    const rest = [...after];
    const gone = before.filter(text => {
        const at = rest.indexOf(text);
        if (at >= 0) rest.splice(at, 1);
        return at < 0;
    });
    return written([...gone.map(text => `  - ${text}`), ...rest.map(text => `  + ${text}`)]);
}

for (const file of readdirSync(folder).filter(name => name.endsWith('.iacs'))) {
    const place = new URL(file.replace('.iacs', '.txt'), folder);
    const [whole = '', ...parts] = existsSync(place) ? readFileSync(place, 'utf8').split(/^## (.+)\n/m) : [];
    const expected = new Map(parts.flatMap((part, at) => (at % 2 === 0 ? [[part, parts[at + 1]!] as const] : [])));
    const text = readFileSync(new URL(file, folder), 'utf8');
    const others = otherTexts(text, { places: true });
    let base: readonly string[] | undefined;
    const changed = (other: string): string => {
        base ??= answer(text);
        assert.ok(base, 'is understood');
        return difference(base, answer(other) ?? base);
    };
    describe(`One fact, reconciled in ${file}`, () => {
        it('is asked of the changes that there are', () => {
            if (process.env['IACS_RENEW'] === '1') {
                const all = others.map(each => [each.change, changed(each.text)] as const);
                const told = all.filter(([, lines]) => lines !== '').map(([change, lines]) => `## ${change}\n${lines}`);
                writeFileSync(place, written(answer(text)!) + told.join(''));
            } else {
                assert.equal(written(answer(text)!), whole, 'read the change, then renew it with IACS_RENEW=1');
                const changes = new Set(others.map(({ change }) => change));
                assert.deepEqual(
                    [...expected.keys()].filter(change => !changes.has(change)),
                    [],
                );
            }
        });
        for (const other of others)
            it(other.change, () => {
                if (process.env['IACS_RENEW'] !== '1')
                    assert.equal(changed(other.text), expected.get(other.change) ?? '');
            });
    });
}
