import assert from 'node:assert/strict';
import { codeLenses } from '../../src/lsp/code-lenses.ts';
import { hover } from '../../src/lsp/hover.ts';
import { treeRows } from '../../src/lsp/side-bar/model-tree.ts';
import { pathBetween } from '../../src/lsp/preview-requests.ts';
import { toGraph } from '../../src/views/diagram/index.ts';
import { ask, workspace } from './ask.ts';

/** A plant whose office reaches nothing over its flows; with a modem of which nothing says where it leads. */
const plant = (modem: string): string => `system Plant
zone Office { kind enterprise asset Pc : office-computer }
zone Control { kind control asset Plc : plc ${modem} }
invariant <|>Apart { deny path from Office to Control }
view Path { path from Office to Control }
`;
const described = plant('');
const notDescribed = plant('asset Modem : modem');

/** All that an editor says of the invariant and of the path. */
function said(annotated: string): readonly (string | null | undefined)[] {
    const space = workspace(annotated);
    const analysis = space.view.analyses[0]!;
    const { model } = analysis;
    const [row] = treeRows(analysis, 'invariants', () => undefined);
    const between = pathBetween(analysis, 'Office', 'Control');
    const lenses = ask(codeLenses, workspace(annotated, { commands: true })) ?? [];
    const shown = JSON.stringify(ask(hover, space)?.contents);
    return [
        lenses.map(({ command }) => command!.title).find(title => /holds|proved/.test(title)),
        /This invariant (.*?)\.(?:\\n|")/.exec(shown)?.[1],
        row?.is,
        between.none ?? 'a path',
        toGraph(analysis, { view: model.views[0]! }).notes.find(note => note.startsWith('No path')),
    ];
}

describe('A file that is in no model', () => {
    const part = (system: string): string =>
        `${system}zone Office { kind enterprise asset Pc : office-computer }
zone Control { kind control asset Plc : plc }
conduit Link between Office and Control { flow Plc -> Pc : https }
invariant <|>Apart { deny path from Office to Control }
`;
    const titles = (text: string): readonly string[] =>
        (ask(codeLenses, workspace(text, { commands: true })) ?? []).map(({ command }) => command!.title);
    const hovered = (text: string): string => JSON.stringify(ask(hover, workspace(text))?.contents);

    it('is not called free of findings, and its invariants hold nothing', () => {
        assert.deepEqual(titles(part('')), Array(4).fill('not checked: in no model'));
        assert.match(hovered(part('')), /This invariant is not checked: no model has this file\./);
    });

    it('is checked once it begins a model', () => {
        assert.match(titles(part('system S\n')).join('\n'), /\d findings · no SL-T · show in diagram/);
        assert.match(hovered(part('system S\n')), /This invariant holds over the declared flows\./);
    });
});

describe('What nobody described', () => {
    it('leaves an invariant unproved and a path unknown, wherever the editor speaks of them', () => {
        const open = 'Control.Modem leads out of Control, and nothing says where to';
        const unknown = `No path over the declared flows is known from Office to Control. ${open}.`;
        assert.deepEqual(said(notDescribed), [
            `is not proved: ${open}`,
            `is not proved: ${open}`,
            'open',
            unknown,
            unknown,
        ]);
    });

    it('is told apart from what is described: there the words are those of before', () => {
        const none = 'No path over the declared flows leads from Office to Control.';
        const holds = 'holds over the declared flows';
        assert.deepEqual(said(described), [holds, holds, 'met', none, none]);
    });
});
