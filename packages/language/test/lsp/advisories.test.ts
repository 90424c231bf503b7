import assert from 'node:assert/strict';
import type { MarkupContent } from 'vscode-languageserver';
import { completion } from '../../src/lsp/completion.ts';
import { hover } from '../../src/lsp/hover.ts';
import { ask, workspace } from './ask.ts';

const plant = (facts: string, advisory = ''): string => `system Plant
zone Office { kind enterprise asset Pc : workstation }
zone Control { asset Plc1 : own { version "1.0" } asset Plc2 : own { version "3.0" } }
flow Office.Pc -> Control.Plc1 : https
type own : plc { product "PLC 100" ${facts} }
advisory A { identifier "EX-1" affected "Pump 7" { versions "<2" } }
advisory B { identifier "EX-2" affected "PLC 100${advisory} DC" { versions "<2" } }
`;

function hovered(text: string): string {
    const { context, view, offset } = workspace(text);
    const found = ask(hover, { context, view, offset, position: view.lines.positionAt(offset) });
    return found ? (found.contents as MarkupContent).value : '';
}

function proposed(text: string): readonly string[] {
    const { context, view, offset } = workspace(text);
    return (
        ask(completion, { context, view, offset, position: view.lines.positionAt(offset) })?.items.map(
            each => each.label,
        ) ?? []
    );
}

describe('Advisories in an editor', () => {
    it('propose their names for a type, the ones that it may have first', () => {
        assert.deepEqual(proposed(plant('advisory-name "<|>"')), ['PLC 100 DC', 'Pump 7']);
        assert.deepEqual(proposed(plant('advisory-name <|>')), ['PLC 100 DC', 'not', 'Pump 7']);
        assert.deepEqual(proposed(plant('advisory-name not "Pu<|>"')), ['Pump 7']);
    });

    it('say what they say of a confirmed name', () => {
        assert.match(hovered(plant('advisory-name "PLC<|> 100 DC"')), /^- EX-2: affected `<2`$/);
        assert.match(hovered(plant('advisory-name "PLC<|> 200"')), /^No advisory of the model has this name/);
    });

    it('say at a product which assets they are about', () => {
        const text = hovered(plant('advisory-name "PLC 100 DC"', '<|>'));
        assert.equal(
            text,
            '- `Control.Plc1`: affected, now: Office.Pc over https reaches the asset from outside\n' +
                '- `Control.Plc2`: not affected',
        );
        assert.match(hovered(plant('', '<|>')), /^No `advisory-name` of the model confirms/);
    });
});
