import assert from 'node:assert/strict';
import { assets } from './assets.ts';
import { enforcement } from './enforcement.ts';
import { flows } from './flows.ts';
import { invariants } from './invariants.ts';
import { judge, plain, visible } from './judge.ts';
import { others } from './others.ts';
import { risk } from './risk.ts';
import { statements } from './statements.ts';
import { zones } from './zones.ts';

/** The change is on the first screen: each one, where they are few; where many are alike, one line for all of them. */
function namesTheChange(
    seen: string,
    all: readonly { readonly element: string; readonly kind: string; readonly id: string; readonly what: string }[],
): void {
    // A model that came or went as a whole is named as one.
    const whole = all.filter(({ element, kind }) => element === 'system' && (kind === 'added' || kind === 'removed'));
    const changes = whole.length > 0 ? whole : all;
    if (changes.length === 0)
        return assert.match(seen, /no change of meaning|Nothing changes in meaning|understood|left/);
    for (const { id, what } of changes.slice(0, 5)) {
        const said =
            plain(what)
                .split(/[:,]/)
                .find(part => part.trim() !== '')
                ?.trim()
                .slice(0, 20) ?? '';
        assert.ok(seen.includes(plain(id)) || changes.length > 5, `the first screen does not name ${id}:\n${seen}`);
        assert.ok(seen.includes(said) || changes.length > 5, `the first screen does not say ${what}:\n${seen}`);
    }
}

describe('a change, and what a reviewer is told of it', function () {
    const all = { enforcement, flows, zones, assets, statements, risk, invariants, others };

    for (const [subject, entries] of Object.entries(all)) {
        describe(subject, () => {
            for (const entry of entries) {
                it(entry.what, async () => {
                    const { json, markdown } = await judge(entry);
                    const seen = plain(visible(markdown));
                    assert.equal(json.security.verdict, entry.verdict, `${markdown.slice(0, 3000)}`);
                    namesTheChange(seen, json.changes);
                    for (const wanted of entry.says ?? []) assert.match(seen, wanted);
                    for (const unwanted of entry.never ?? []) assert.doesNotMatch(seen, unwanted);
                    if (entry.owners) assert.deepEqual([...json.owners].sort(), [...entry.owners].sort());
                });
            }
        });
    }

    it('is written down for more than 131 kinds of edits', () => {
        assert.ok(Object.values(all).flat().length >= 131);
    });

    it('is nothing where nothing changed', async () => {
        const { json } = await judge({ what: '', verdict: 'none', edit: [] });
        assert.deepEqual([json.security.verdict, json.changes], ['none', []]);
    });
});
