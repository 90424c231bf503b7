import assert from 'node:assert/strict';
import { assets } from './assets.ts';
import { enforcement } from './enforcement.ts';
import { flows } from './flows.ts';
import { invariants } from './invariants.ts';
import { judge } from './judge.ts';
import { others } from './others.ts';
import { risk } from './risk.ts';
import { statements } from './statements.ts';
import { zones } from './zones.ts';

describe('a change, and what a reviewer is told of it', function () {
    this.timeout(240_000);
    const all = { enforcement, flows, zones, assets, statements, risk, invariants, others };

    for (const [subject, entries] of Object.entries(all)) {
        describe(subject, () => {
            for (const entry of entries) {
                it(entry.what, async () => {
                    const { json, markdown } = await judge(entry);
                    assert.equal(json.security.verdict, entry.verdict, `${markdown.slice(0, 3000)}`);
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
