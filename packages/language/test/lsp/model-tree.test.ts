import assert from 'node:assert/strict';
import { treeRows } from '../../src/lsp/side-bar/model-tree.ts';
import type { TreeRow } from '../../src/lsp/side-bar/row.ts';
import { exampleFolders, exampleText } from '../support/examples.ts';
import { workspace } from './ask.ts';

/** All rows of the side bar, each with those below it. */
function opened(text: string): readonly { readonly row: TreeRow; readonly below: readonly TreeRow[] }[] {
    const analysis = workspace(`<|>${text}`).view.analyses[0]!;
    const rowsOf = (key: string | null): readonly TreeRow[] => treeRows(analysis, key, () => undefined);
    const all: { row: TreeRow; below: readonly TreeRow[] }[] = [];
    const waiting = [...rowsOf(null)];
    for (let row = waiting.pop(); row; row = waiting.pop()) {
        const below = row.hasChildren ? rowsOf(row.key) : [];
        all.push({ row, below });
        waiting.push(...below);
    }
    return all;
}

describe('The tree of a model', () => {
    for (const folder of exampleFolders)
        it(`gives each row of ${folder} a key of its own, and opens what can be opened`, () => {
            const all = opened(exampleText(folder));
            const keys = all.map(({ row }) => row.key);
            assert.deepEqual(
                keys.filter((key, index) => keys.indexOf(key) !== index),
                [],
            );
            const empty = all.filter(({ row, below }) => row.hasChildren && below.length === 0);
            assert.deepEqual(
                empty.map(({ row }) => row.key),
                [],
            );
        });

    it('gives each row a key of its own where names are declared twice, and where one rule finds two things', () => {
        const twice = [
            'zone A { kind control SL-T 1 asset P : plc asset P : hmi\nflow P -> P : http\nflow P -> P : http }',
            'conduit C between A and B { asset F : firewall flow A.P -> B.Q : http }',
            'view V { include A }',
            'threat T { against A likelihood 3 consequence 4 }',
            'invariant I { deny path from A to B\ndeny path from A to B.Q }',
        ];
        const all = opened(['system S { owner "O" }', 'zone B { asset Q : plc }', ...twice, ...twice].join('\n'));
        const keys = all.map(({ row }) => row.key);
        assert.equal(new Set(keys).size, keys.length, keys.filter((key, at) => keys.indexOf(key) !== at).join('\n'));
        assert.ok(
            keys.some(key => / \d+ 1$/.test(key)),
            'two findings of one rule at one place',
        );
    });

    it('counts the rows that a section opens', () => {
        const all = opened(
            'system S { owner "O" }\nzone Office { kind enterprise }\nzone Cell { kind control SL-T 1 asset P : plc }\n' +
                'conduit Link between Office and Cell { flow Cell.P -> Cell.P : https }\n',
        );
        for (const key of ['zones', 'conduits', 'requirements']) {
            const { row, below } = all.find(each => each.row.key === key)!;
            assert.equal(row.description, String(below.length), row.label);
        }
    });

    it('counts graver and lighter cases of one rule apart', () => {
        const all = opened(
            'system S { owner "O" }\nzone A {}\nzone B {}\nconduit Twice between A and B and B {}\n' +
                'conduit Alone between A and A {}\n',
        );
        const { row, below } = all.find(each => each.row.key === 'rule:conduit-of-one-zone')!;
        assert.deepEqual(
            below.map(each => each.is),
            ['warning', 'error'],
        );
        assert.equal(row.description, 'error · 1, warning · 1');
        assert.equal(row.is, 'error');
    });
});
