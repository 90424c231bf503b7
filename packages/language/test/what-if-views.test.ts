import assert from 'node:assert/strict';
import { toGraph } from '../src/views/diagram/index.ts';
import { load } from './support/load.ts';
import { terminal } from './support/loading-terminal.ts';

describe('A view of a case', () => {
    it('draws what stops or is reached strong, and says what becomes of the functions', () => {
        const analysis = load(
            terminal(
                'view Cut { cut Orders }\nview Bad { assume Office.Erp }\n',
                '    works without Office because "x"',
            ),
        );
        const notesOf = (name: string): string =>
            toGraph(analysis, { view: analysis.model.views.find(({ id }) => id === name)! }).notes.join(' ');
        assert.match(notesOf('Cut'), /When Orders is cut, kept: Loading\./);
        assert.match(
            notesOf('Bad'),
            /Office\.Erp compromised: 2 assets are reached; functions in reach: Loading \(1 hop\); Orders ends it\./,
        );
    });

    it('says what may go on over a conduit that states no flow, unless that is cut too', () => {
        const spare = 'conduit Spare between Office and Control { }\n';
        const notes = (cut: string): string => {
            const analysis = load(terminal(`${spare}view Bad { assume Office.Erp ${cut} }\n`));
            return toGraph(analysis, { view: analysis.model.views[0]! }).notes.join(' ');
        };
        const open = 'Spare joins Office and Control, and no flow states what passes there.';
        assert.match(notes(''), new RegExp(`Orders ends it over the declared flows\\. It may go on: ${open}`));
        assert.match(notes('cut Orders'), new RegExp(`0 assets are reached\\. It may go on: ${open}`));
        assert.doesNotMatch(notes('cut Orders, Spare'), /It may go on/);
        const cell = 'zone Cell { kind control asset Drive : drive }\n';
        const behind = load(
            terminal(`${cell}conduit On between Control and Cell { }\nview Bad { assume Office.Erp }\n`),
        );
        assert.match(
            toGraph(behind, { view: behind.model.views[0]! }).notes.join(' '),
            /Orders ends it\. It may go on: On joins Control and Cell, and no flow states what passes there\./,
        );
    });

    it('does not say that a cut ends what a conduit beside it may carry elsewhere', () => {
        const cell = 'zone Cell { kind control asset Drive : drive }\n';
        const beside = load(
            terminal(`${cell}conduit On between Office and Cell { }\nview Bad { assume Office.Erp }\n`),
        );
        assert.match(
            toGraph(beside, { view: beside.model.views[0]! }).notes.join(' '),
            /Orders ends it over the declared flows\. It may go on: On joins Office and Cell, and no flow/,
        );
    });

    it('says of a compromised firewall that it may let more through, unless its conduits are cut', () => {
        const notes = (cut: string): string => {
            const analysis = load(`system S
zone Office { kind enterprise asset Pc : office-computer }
zone Cell { kind control asset Plc : plc }
conduit In between Office and Cell { via Fw asset Fw : firewall flow Plc -> Pc : https }
view Bad { assume In.Fw ${cut} }
`);
            return toGraph(analysis, { view: analysis.model.views[0]! }).notes.join(' ');
        };
        assert.match(notes(''), /0 assets are reached\. It may go on: In\.Fw carries what passes between zones: /);
        assert.doesNotMatch(notes('cut In'), /It may go on/);
    });

    it('says of a threat that no path of it is known', () => {
        const threat = 'threat T { from Office against Cell likelihood 2 consequence 2 }\nview Way { threat T }\n';
        const plant = (conduit: string) =>
            load(`system S
zone Office { kind enterprise asset Pc : office-computer }
zone Cell { kind control asset Plc : plc }
${conduit}
${threat}`);
        const said = (conduit: string): readonly (string | undefined)[] => {
            const analysis = plant(conduit);
            return [
                analysis.findings.find(({ rule }) => rule === 'threat-path-missing')?.message.split(' Add ')[0],
                toGraph(analysis, { view: analysis.model.views[0]! }).notes.find(note => note.includes('threat T')),
            ];
        };
        assert.deepEqual(said(''), [
            'No declared flow leads from Office to Cell, so this threat has no path.',
            'No path over the declared flows leads threat T to what it is against.',
        ]);
        const open = 'Link joins Office and Cell, and no flow states what passes there.';
        assert.deepEqual(said('conduit Link between Office and Cell { }'), [
            `No declared flow leads from Office to Cell, so no path of this threat is known. ${open}`,
            `No path over the declared flows is known that leads threat T to what it is against. ${open}`,
        ]);
    });
});
