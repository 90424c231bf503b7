import assert from 'node:assert/strict';
import type { DocumentSymbol } from 'vscode-languageserver';
import { documentSymbols } from '../../src/lsp/outline.ts';
import { statementsIn } from '../../src/statements/index.ts';
import { ask, workspace } from './ask.ts';

/** A statement of each kind that has a block of its own at top level. */
const text = `system Plant "A plant" {}
zone Z { asset A : plc }
within Z { asset B : plc }
conduit C between Z and Z {}
flow Z.A -> Z.B : https
type T : plc {}
protocol P { port tcp 1 }
countermeasure M {}
threat Th {}
invariant I {}
view V {}
ruleset R "Rules" { on Z.A }
observation O { saw 10.0.0.1 -> 10.0.0.2 : tcp 502 answered }
function F {}
island Is {}
advisory Ad {}
party Pa "A company" {}
programme "Security" {}
`;

describe('The outline', () => {
    const shown = ask(documentSymbols, workspace(text)) as DocumentSymbol[];

    it('names every statement at top level, in the order of the text', () => {
        assert.deepEqual(
            shown.map(({ name, range }) => `${range.start.line + 1} ${name}`),
            ['Plant', 'Z', 'within Z', 'C', 'Z.A -> Z.B', 'T', 'P', 'M', 'Th', 'I', 'V', 'R', 'O', 'F', 'Is', 'Ad']
                .concat('Pa', 'programme')
                .map((name, index) => `${index + 1} ${name}`),
        );
        assert.deepEqual(shown.find(({ name }) => name === 'programme')?.detail, 'Security');
    });

    it('leaves out no kind of statement', () => {
        const words = statementsIn('file').map(({ word }) => word);
        const lines = text.split('\n');
        assert.deepEqual(
            words.filter(word => word !== 'import' && !lines.some(line => line.startsWith(`${word} `))),
            [],
        );
    });
});
