import assert from 'node:assert/strict';
import { alone, declarations, element, messages, run } from './support/imports.ts';

const inventory = (...rows: readonly string[]): string => `Name;Typ;IP;Zone\n${rows.join('\n')}\n`;

describe('Names that are alike', () => {
    it('are of two zones, however alike the names that are made of them', () => {
        const rows = inventory(
            'A1;PLC;10.1.1.1;Cell 1.1',
            'A2;PLC;10.1.1.2;Cell 11',
            'A3;PLC;10.1.1.3;Line +1',
            'A4;PLC;10.1.1.4;Line -1',
            'A5;PLC;10.1.1.5;CELL 1.1',
            'A6;PLC;10.1.1.6;Cell11',
        );
        const answer = run('assets', rows);
        assert.equal(
            declarations(answer),
            `zone Cell11 "Cell 1.1" {
  asset A1 "A1" : plc {
    address 10.1.1.1
  }
  asset A5 "A5" : plc {
    address 10.1.1.5
  }
}
zone Cell11_2 "Cell 11" {
  asset A2 "A2" : plc {
    address 10.1.1.2
  }
  asset A6 "A6" : plc {
    address 10.1.1.6
  }
}
zone Line1 "Line +1" {
  asset A3 "A3" : plc {
    address 10.1.1.3
  }
}
zone Line1_2 "Line -1" {
  asset A4 "A4" : plc {
    address 10.1.1.4
  }
}
`,
        );
        assert.deepEqual(messages(answer), [
            '3: The zone "Cell 11" is written as Cell11_2, because "Cell 1.1" has that name already.',
            '5: The zone "Line -1" is written as Line1_2, because "Line +1" has that name already.',
            '6: The zone "CELL 1.1" is taken for "Cell 1.1" of another row.',
            '7: The zone "Cell11" is taken for "Cell 11" of another row.',
        ]);
        // Also where the rows moved, and with the name that a person gave to a zone.
        const again = inventory('A2;PLC;10.1.1.2;Cell 11', 'B1;PLC;10.1.2.1;Cell 1.1', 'A1;PLC;10.1.1.1;Cell 1.1');
        const renamed = answer.text.replace('zone Cell11 ', 'zone First ');
        const { text } = run('assets', again, { existing: renamed });
        assert.deepEqual(text.match(/zone .*|asset B1/g), [
            'zone First "Cell 1.1" {',
            'asset B1',
            'zone Cell11_2 "Cell 11" {',
            'zone Line1 "Line +1" {',
            'zone Line1_2 "Line -1" {',
        ]);
    });

    it('are not taken for a zone or a device of the model of which only the numbers are alike', () => {
        const elements = [element('Cell11', 'Cell 11'), element('Cell11.Pump11', 'Pump 11')];
        const answer = run('assets', inventory('Pump 1.1;PLC;10.1.1.9;Cell 1.1', 'Pump-11;PLC;10.1.1.8;cell_11'), {
            known: { ...alone, elements },
        });
        assert.equal(
            declarations(answer),
            `zone Cell11_2 "Cell 1.1" {
  asset Pump11 "Pump 1.1" : plc {
    address 10.1.1.9
  }
}
`,
        );
        assert.deepEqual(messages(answer), [
            '2: The zone "Cell 1.1" is written as Cell11_2, because "Cell11" has that name already.',
            '3: "Pump-11" is Cell11.Pump11 of the model, by its name, and not written again; it also says address ' +
                '10.1.1.8.',
            '1: The model has no zone Cell11_2 ("Cell 1.1"); it is written as a new one, without a conduit.',
        ]);
    });

    it('are told apart by their letters, and named where they cannot be', () => {
        const elements = [
            element('Control.PLC-2', 'PLC-2'),
            element('Control.PLC2', 'PLC 2'),
            element('Dmz.plc-2', 'plc-2'),
        ];
        const countermeasures = [
            { id: 'Badge', title: 'Badges' },
            { id: 'badge', title: 'Old badges' },
        ];
        const answer = run(
            'risks',
            'ID,Threat,Target,Countermeasure\nR1,A,PLC-2,Badge\nR2,B,PLC 2,badge\nR3,C,"Nowhere, plc2 (line 1)",BADGE\n',
            { known: { ...alone, elements, countermeasures } },
        );
        assert.deepEqual(answer.text.match(/(?<=^ {2})(against|mitigated) .*/gm), [
            'against Control.PLC-2',
            'mitigated by Badge',
            'against Control.PLC2',
            'mitigated by badge',
        ]);
        assert.deepEqual(messages(answer).toSorted(), [
            '4: Countermeasure "BADGE" names BADGE, which may be Badge or badge; it is kept as text in the description.',
            '4: Target "Nowhere, plc2 (line 1)" names Nowhere, which the model does not have, and names plc2 (line 1), ' +
                'which may be Control.PLC-2 or Control.PLC2 or Dmz.plc-2; it is kept as text in the description.',
        ]);
    });

    it('are of two threats', () => {
        const threats = [{ id: 'R11', title: 'Flood', says: new Map() }];
        const rows = (id: string, title: string): string => `ID,Threat,Likelihood,Impact\n${id},${title},2,3\n`;
        const met = (id: string, title: string): readonly string[] =>
            messages(run('risks', rows(id, title), { known: { ...alone, threats }, taken: ['R11'] }));
        assert.deepEqual(met('R 1.1', 'Fire'), []);
        assert.deepEqual(met('R 1.1', 'flood'), ['2: "R 1.1" is R11 of the model, and not written again.']);
        assert.deepEqual(met('R 11', 'Fire'), [
            '2: "R 11" is R11 of the model, and not written again; it is called "Fire" where the model says "Flood".',
        ]);
    });

    it('keep a device in its zone, and say that the register has it in another one now', () => {
        const before = run('assets', inventory('A1;PLC;10.1.1.1;Mixing', 'A2;PLC;10.1.1.2;Mixing')).text;
        const after = inventory('A1;PLC;10.1.1.1;Packing', 'A2;PLC;10.1.1.2;Mixing');
        const answer = run('assets', after, { existing: before });
        assert.deepEqual(messages(answer), [
            '0: The register now has A1 in the zone Packing; it is left in Mixing: move it by hand if the register is ' +
                'right.',
        ]);
        assert.equal(
            declarations(answer),
            declarations(run('assets', inventory('A1;PLC;10.1.1.1;Mixing', 'A2;PLC;10.1.1.2;Mixing'))),
        );
        assert.deepEqual(messages(run('assets', after, { existing: answer.text })), [], 'said once');
        const moved = before.replace('zone Mixing {', 'zone Other {');
        const unmoved = run('assets', inventory('A1;PLC;10.1.1.1;Mixing', 'A2;PLC;10.1.1.2;Mixing'), {
            existing: moved,
        });
        assert.deepEqual([messages(unmoved), unmoved.unchanged], [[], 2], 'what a person moved is where it should be');
    });
});
