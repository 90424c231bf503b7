import assert from 'node:assert/strict';
import type { DocumentSymbol, SelectionRange } from 'vscode-languageserver';
import { codeLenses } from '../../src/lsp/code-lenses.ts';
import { foldingRanges, selectionRanges } from '../../src/lsp/folding.ts';
import { formatting, rangeFormatting } from '../../src/lsp/format.ts';
import { inlayHints } from '../../src/lsp/inlay-hints.ts';
import { documentSymbols } from '../../src/lsp/outline.ts';
import { semanticTokens } from '../../src/lsp/semantic-tokens.ts';
import { applyEdits } from '../../src/syntax/index.ts';
import type { Workspace } from './ask.ts';
import { ask, workspace } from './ask.ts';

const plant = `import "a.iacs"
import "b.iacs"
system Plant

// One comment
// over two lines
zone Control "Basic control" {
  SL-T 2
  misses SR 2.8 because "No trail"
  zone Cell {
    SL-T { RDF 3 }
    asset Plc : plc
  }
}
zone Dmz {
  SL-T 1
  asset Mirror : historian
}
conduit Link between Control and Dmz {
  flow Dmz.Mirror -> Control.Cell.Plc : opc-ua
}
invariant Closed { deny path from Dmz to Control }
invariant Open { deny path from Control to Dmz }
`;

function whole({ view }: Workspace): {
    range: { start: { line: number; character: number }; end: { line: number; character: number } };
} {
    return { range: view.lines.rangeOf({ start: 0, end: view.text.length }) };
}

describe('Inlay hints', () => {
    const hintsOf = (space: Workspace): string[] =>
        (ask(inlayHints, space, whole(space)) ?? []).map(hint => {
            const offset = space.view.lines.offsetAt(hint.position);
            return (
                `${space.view.text.slice(space.view.lines.lineStart(offset), offset).trim()} ` +
                `⟨${String(hint.label)}⟩`
            );
        });

    it('show what is inherited and derived, and titles of requirements', () => {
        assert.deepEqual(hintsOf(workspace(plant)), [
            'zone Cell ⟨SL-T { IAC 2 UC 2 SI 2 DC 2 TRE 2 RA 2 } (inherited)⟩',
            'conduit Link ⟨SL-T 2 { RDF 3 } (derived)⟩',
            'misses SR 2.8 ⟨Auditable events⟩',
        ]);
    });

    it('can be switched off, and keep to the lines on the screen', () => {
        assert.deepEqual(hintsOf(workspace(plant, { inlayHints: false })), []);
        const space = workspace(plant);
        const range = { start: { line: 8, character: 0 }, end: { line: 8, character: 40 } };
        assert.equal(ask(inlayHints, space, { range })?.length, 1);
    });
});

describe('Code lenses', () => {
    it('stand over zones, conduits and invariants', () => {
        const lenses = ask(codeLenses, workspace(plant, { commands: true })) ?? [];
        const titles = lenses.map(lens => lens.command!.title.replace(/^\d+ findings?/, 'n findings'));
        assert.deepEqual(titles, [
            'open diagram',
            'n findings · gap UC 2 · the rest not assessed · show in diagram',
            'n findings · gap UC 2 · the rest not assessed · show in diagram',
            'n findings · not assessed · show in diagram',
            'n findings · not assessed · 1 flow between Control and Dmz · show in diagram',
            'broken · show path in diagram',
            'is not proved: not everything was understood',
        ]);
        assert.deepEqual(lenses[1]!.command, {
            title: lenses[1]!.command!.title,
            command: 'iacs.showInDiagram',
            arguments: ['file:///plant/main.iacs', 'Control'],
        });
        assert.equal(lenses[5]!.command!.command, 'iacs.showPath');
        assert.equal(ask(codeLenses, workspace(plant, { codeLenses: false })), null);
    });

    it('say that an invariant holds only where every file was read', () => {
        const read = workspace(plant.replace(/^import .*\n/gm, ''), { commands: true });
        assert.equal(ask(codeLenses, read)!.at(-1)!.command!.title, 'holds over the declared flows');
    });

    it('offer nothing that an editor without the extension cannot do', () => {
        const lenses = ask(codeLenses, workspace(plant)) ?? [];
        assert.deepEqual(
            lenses.map(lens => lens.command!.command),
            ['', '', '', '', '', ''],
        );
        assert.equal(lenses.at(-2)!.command!.title, 'broken');
        assert.ok(lenses.every(lens => !lens.command!.title.includes('diagram')));
    });

    it('say of an invariant what it rests on', () => {
        const zones =
            'system Plant\nzone A { asset X : server }\nzone B { asset Y : plc }\nzone C { asset Z : server ' +
            '}\nflow A.X -> B.Y : https\n';
        const said = (block: string): [string, string] => {
            const [lens] = (
                ask(codeLenses, workspace(`${zones}invariant I { ${block} }\n`, { commands: true })) ?? []
            ).slice(-1);
            return [lens!.command!.title, lens!.command!.command];
        };
        assert.deepEqual(said('require path from B to A through C'), [
            'holds, but proves nothing: there is no path',
            '',
        ]);
        assert.deepEqual(said(''), ['states nothing yet', '']);
        assert.deepEqual(said('deny path from A to B\n except flow A -> B because "Pilot" until 2999-01-01'), [
            'holds over the declared flows, but for its exceptions · show path in diagram',
            'iacs.showPath',
        ]);
    });
});

describe('The outline', () => {
    it('has every declaration with its kind and title', () => {
        const lines = (symbols: readonly DocumentSymbol[], depth = 0): string[] =>
            symbols.flatMap(symbol => [
                `${'  '.repeat(depth)}${symbol.kind} ${symbol.name}${symbol.detail ? ` "${symbol.detail}"` : ''}`,
                ...lines(symbol.children ?? [], depth + 1),
            ]);
        assert.deepEqual(lines(ask(documentSymbols, workspace(plant))), [
            '3 Plant',
            '2 Control "Basic control"',
            '  2 Cell',
            '    19 Plc',
            '2 Dmz',
            '  19 Mirror',
            '23 Link',
            '  24 Dmz.Mirror -> Control.Cell.Plc "opc-ua"',
            '17 Closed',
            '17 Open',
        ]);
    });

    it('survives half-written text', () => {
        assert.deepEqual(
            ask(documentSymbols, workspace('zone A {\n  asset\n  asset B : \n  flow B ->\n')).map(
                symbol => symbol.name,
            ),
            ['A'],
        );
    });
});

describe('Folding and selecting', () => {
    it('folds blocks, comments and imports', () => {
        const folds = ask(foldingRanges, workspace(plant)).map(({ startLine, endLine, kind }) => [
            startLine,
            endLine,
            kind ?? 'block',
        ]);
        assert.deepEqual(folds, [
            [6, 12, 'block'],
            [9, 11, 'block'],
            [14, 16, 'block'],
            [18, 19, 'block'],
            [4, 5, 'comment'],
            [0, 1, 'imports'],
        ]);
    });

    it('grows a selection from the word to the file', () => {
        const space = workspace(plant.replace('asset Plc :', 'asset P<|>lc :'));
        const [first] = ask(selectionRanges, space, { positions: [space.position] });
        const texts: string[] = [];
        for (let range: SelectionRange | undefined = first; range; range = range.parent) {
            const { start, end } = space.view.lines.spanOf(range.range);
            texts.push(space.view.text.slice(start, end).trim().split('\n')[0]!);
        }
        assert.deepEqual(texts, [
            'Plc',
            'asset Plc : plc',
            'SL-T { RDF 3 }',
            '{',
            'zone Cell {',
            'SL-T 2',
            '{',
            'zone Control "Basic control" {',
            'import "a.iacs"',
        ]);
    });
});

describe('Semantic tokens', () => {
    it('tell names apart by what they name', () => {
        const space = workspace(plant);
        const { data } = ask(semanticTokens, space);
        const words: string[] = [];
        for (let at = 0, line = 0, character = 0; at < data.length; at += 5) {
            line += data[at]!;
            character = data[at] === 0 ? character + data[at + 1]! : data[at + 1]!;
            const offset = space.view.lines.offsetAt({ line, character });
            words.push(`${space.view.text.slice(offset, offset + data[at + 2]!)}:${data[at + 3]}.${data[at + 4]}`);
        }
        assert.ok(words.includes('Control:0.1'), 'the declaration of a zone');
        assert.ok(words.includes('Plc:2.1') && words.includes('plc:3.2'), 'an asset, and a built-in type');
        assert.deepEqual(words.slice(words.indexOf('Mirror:2.0') - 1, words.indexOf('Mirror:2.0') + 5), [
            'Dmz:0.0',
            'Mirror:2.0',
            'Control:0.0',
            'Cell:0.0',
            'Plc:2.0',
            'opc-ua:4.2',
        ]);
    });
});

describe('Formatting in the editor', () => {
    const after = (space: Workspace, edits: ReturnType<typeof formatting.answer>): string =>
        applyEdits(
            space.view.text,
            edits.map(edit => ({ file: '', ...space.view.lines.spanOf(edit.range), text: edit.newText })),
        );

    it('changes the whole file or a range', () => {
        const space = workspace('zone A {\nkind control\npurdue 2\n}\n');
        assert.equal(after(space, ask(formatting, space)), 'zone A {\n  kind control\n  purdue 2\n}\n');
        const range = { start: { line: 2, character: 0 }, end: { line: 2, character: 3 } };
        assert.equal(after(space, ask(rangeFormatting, space, { range })), 'zone A {\nkind control\n  purdue 2\n}\n');
    });
});
