import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { diff, type DiffSide } from '../src/views/diff/index.ts';
import { load } from './support/load.ts';
import { otherTexts } from './support/one-fact.ts';
import { sideOfText } from './support/side.ts';

/*
 * What a comparison says of a change of one fact, for each fact of a plant: its verdict and the reasons. Nothing that
 * is taken back is better. IACS_RENEW=1 writes what is said: read it.
 */
const folder = new URL('one-fact-compared/', import.meta.url);
const today = '2026-06-01';

for (const file of readdirSync(folder).filter(name => name.endsWith('.iacs'))) {
    const text = readFileSync(new URL(file, folder), 'utf8');
    const place = new URL(file.replace('.iacs', '.txt'), folder);
    const written = existsSync(place) ? readFileSync(place, 'utf8').split(/^## (.+)\n/m) : [];
    const expected = new Map(written.flatMap((part, at) => (at % 2 === 1 ? [[part, written[at + 1]!] as const] : [])));
    // A change that leaves a name without meaning is not tried, and of two days that are to come one is enough.
    const others = otherTexts(text)
        .filter(({ change }) => !change.includes('→ 2026-06-02]'))
        .filter(each => load(each.text, { today, withoutRules: true }).problems.length === 0);
    let base: DiffSide | undefined;
    const said = (other: string): string => {
        base ??= sideOfText(text, today);
        const { verdict, reasons } = diff(base, sideOfText(other, today)).security;
        return [verdict, ...reasons.map(each => `  ${each.direction} ${each.kind}: ${each.text}`)]
            .map(line => `${line}\n`)
            .join('');
    };
    describe(`One fact, compared in ${file}`, () => {
        it('is asked of the changes that there are', () => {
            if (process.env['IACS_RENEW'] === '1')
                writeFileSync(place, others.map(each => `## ${each.change}\n${said(each.text)}`).join(''));
            else assert.deepEqual([...expected.keys()], [...new Set(others.map(({ change }) => change))]);
        });
        for (const other of others)
            it(other.change, () => {
                if (process.env['IACS_RENEW'] !== '1') assert.equal(said(other.text), expected.get(other.change));
            });
    });
}
