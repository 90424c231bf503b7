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

    it('has what is planned in a section of its own, and says from when', () => {
        const all = opened(
            'system S { owner "O" }\n' +
                'zone Cell { kind control asset P : plc\n' +
                '  asset Next "Next PLC" : plc { planned for 2027-01-01 }\n' +
                '  asset Old : plc { retired on 2026-01-01 } flow P -> Next : https }\n' +
                'zone Late { kind control planned for 2027-03-01 asset M : plc asset N : plc { planned for 2027-04-01 }\n' +
                '  flow M -> N : https }\n' +
                'conduit Link between Cell and Late { flow Cell.P -> Late.M : opc-ua { planned for 2027-05-01 } }\n' +
                'flow Cell.P -> Cell.Next : modbus-tcp { planned for 2026-06-01 retired on 2026-12-31 }\n',
        );
        const below = (key: string): readonly string[] =>
            all.find(({ row }) => row.key === key)!.below.map(row => `${row.is} ${row.label}: ${row.description}`);
        assert.equal(all.find(({ row }) => row.key === 'comes')!.row.label, 'Planned');
        assert.deepEqual(below('comes'), [
            'zone Late: from 2027-03-01 · zone',
            'conduit Link: from 2027-03-01 · conduit',
            'asset Next PLC: from 2027-01-01 · asset',
            'flow Cell.P -> Cell.Next: from 2027-01-01 · https',
        ]);
        assert.deepEqual(below('planned:Late'), [
            'asset M: from 2027-03-01 · asset',
            'asset N: from 2027-04-01 · asset',
            'flow Late.M -> Late.N: from 2027-04-01 · https',
        ]);
        assert.deepEqual(below('planned:Link'), ['flow Cell.P -> Late.M: from 2027-05-01 · opc-ua']);
        assert.deepEqual(below('zones'), ['zone Cell: no SL-T · control']);
        assert.ok(opened('system S { owner "O" }\nzone A {}\n').every(({ row }) => row.key !== 'comes'));
    });
});
