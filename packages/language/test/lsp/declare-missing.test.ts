import assert from 'node:assert/strict';
import { codeActions } from '../../src/lsp/code-actions.ts';
import { load } from '../support/load.ts';
import { ask, workspace } from './ask.ts';

const before = 'system S\nzone A { asset X : plc }\nzone B { asset Y : hmi }\nconduit C between A and B {\n  ';

/** The titles of declarations that are offered at `<|>`, and the text after the first one. */
function offered(line: string, more = ''): readonly [titles: readonly string[], after: string] {
    return answered(`//- main.iacs\n${before}${line}\n}\n${more}`, 'Declare ');
}

/** The titles of the quick fixes at `<|>` that begin so, and the text after the first one. */
function answered(files: string, begins: string): readonly [titles: readonly string[], after: string] {
    const opened = workspace(files);
    const at = opened.view.lines.positionAt(opened.offset);
    const actions = ask(codeActions, opened, {
        range: { start: at, end: at },
        context: { diagnostics: [], only: ['quickfix'] },
    }).filter(({ title }) => title.startsWith(begins));
    const [change] = actions[0]?.edit?.changes?.[opened.view.uri] ?? [];
    const { text, lines } = opened.view;
    const after = change
        ? text.slice(0, lines.offsetAt(change.range.start)) +
          change.newText +
          text.slice(lines.offsetAt(change.range.end))
        : '';
    return [actions.map(({ title }) => title), after];
}

describe('A name that is used before it is declared', () => {
    it('is declared by a fix, where its name is all that is needed', () => {
        for (const [line, declaration] of [
            ['applies <|>TwoFactor', 'countermeasure TwoFactor'],
            ['over <|>Lte', 'zone Lte'],
            ['maintained by <|>Builder', 'party Builder'],
            ['flow A.X -> B.Y : <|>own-bus', 'protocol own-bus'],
        ] as const) {
            const [titles, after] = offered(line);
            assert.deepEqual(titles, [`Declare ${declaration}`]);
            assert.ok(after.endsWith(`}\n\n${declaration}\n`), after);
            assert.deepEqual(load(after).problems, [], after);
        }
    });

    it('is not, where more has to be known, or another file has it', () => {
        assert.deepEqual(offered('via <|>Fw2')[0], []);
        assert.deepEqual(offered('flow A.X -> <|>Q : https')[0], []);
        assert.deepEqual(offered('flow A.X -> B.Y : <|>any')[0], []);
        assert.deepEqual(offered('applies <|>Mfa', '//- measures.iacs\ncountermeasure Mfa\n')[0], []);
    });

    it('is offered beside what it may be a slip of', () => {
        assert.deepEqual(offered('applies <|>Acounts', 'countermeasure Accounts\n')[0], [
            'Declare countermeasure Acounts',
        ]);
    });
});

describe('An import of no file', () => {
    const imports = (path: string): ReturnType<typeof answered> =>
        answered(
            `//- main.iacs\nimport "<|>${path}"\nsystem S\n//- grid.iacs\nzone A\n//- parts/water.iacs\nzone B\n` +
                '//- other.iacs\nsystem T\n',
            'Change to ',
        );

    it('is changed to the file that it was meant for', () => {
        assert.deepEqual(imports('gird.iacs'), [['Change to "grid.iacs"'], 'import "grid.iacs"\nsystem S\n']);
        assert.deepEqual(imports('water.iacs')[0], ['Change to "parts/water.iacs"']);
        assert.deepEqual(imports('zones/water.iacs')[0], ['Change to "parts/water.iacs"']);
    });

    it('is left alone where no file is near, or the near one is another model', () => {
        assert.deepEqual(imports('safety.iacs')[0], []);
        assert.deepEqual(imports('othr.iacs')[0], []);
        assert.deepEqual(imports('grid.iacs')[0], []);
    });
});
