import assert from 'node:assert/strict';
import { renderEdits } from '../src/syntax/index.ts';
import { between } from './support/compared.ts';
import { load } from './support/load.ts';

const nfd = 'Bu\u0308ro';
const nfc = 'B\u00fcro';

function found(text: string): readonly string[] {
    return load(text, { today: '2026-06-01' })
        .findings.filter(finding => finding.rule === 'look-alike-names')
        .map(({ severity, message }) => `${severity}: ${message.split(/[:,]/u)[0]!}`);
}

describe('Names that look alike', () => {
    it('differ in letter case or width, in one block', () => {
        assert.deepEqual(
            found(
                'system S\nzone A { asset Plc1 : plc\n asset PLC1 : plc }\nzone a { asset Plc1 : plc }\nzone \uff22\n' +
                    'zone B\ncountermeasure A "x"\ncountermeasure Log "y"\ncountermeasure log "z"\n',
            ),
            [
                'warning: A.PLC1 and A.Plc1 differ in letter case alone',
                'warning: a and A differ in letter case alone',
                'warning: B and \uff22 differ in the form of their signs alone',
                'warning: log and Log differ in letter case alone',
            ],
        );
    });

    it('have letters of another alphabet that are drawn as Latin ones', () => {
        const [cyrillic, greek] = ['\u0421\u0435ll', '\u0391'];
        assert.deepEqual(
            found(`system S\nzone Cell\nzone ${cyrillic}\nzone A\nzone ${greek}\nzone \u0426\u0435\u0445\nzone Uex\n`),
            [
                `warning: ${cyrillic} and Cell differ in letters of another alphabet alone`,
                `warning: ${greek} and A differ in letters of another alphabet alone`,
            ],
        );
    });

    it('are not those of different blocks, and not the same title twice', () => {
        assert.deepEqual(
            found(
                'system S\nzone A { asset Plc "Filler PLC" : plc }\nzone B { asset plc "Filler plc" : plc\n' +
                    'asset Q "Filler PLC" : plc }\nconduit C between A and B\ntype q "A" : plc\n',
            ),
            [],
        );
    });

    it('are titles in other normal forms, with the fix that composes them', () => {
        const text = `system S\nzone A "${nfd}" { description "${nfd}" }\nzone B "${nfc}"\nzone C "na\u0308her"\n`;
        assert.deepEqual(found(text), [
            'warning: The title of A has its accents as separate signs (NFD)',
            'info: The title of C has its accents as separate signs (NFD)',
        ]);
        const { findings } = load(text, { today: '2026-06-01' });
        const edits = findings
            .filter(finding => finding.rule === 'look-alike-names')
            .flatMap(finding => finding.fixes.flatMap(fix => fix.edits));
        let fixed = text;
        for (const edit of renderEdits(edits, () => text).toReversed())
            fixed = fixed.slice(0, edit.start) + edit.text + fixed.slice(edit.end);
        assert.equal(
            fixed,
            `system S\nzone A "${nfc}" { description "${nfd}" }\nzone B "${nfc}"\nzone C "n\u00e4her"\n`,
        );
        assert.deepEqual(found(fixed), []);
        // It is a fix of layout: no fact is another one.
        assert.deepEqual(between(text, fixed).changes, []);
    });

    it('are titles whose signs have another width', () => {
        assert.deepEqual(
            found('system S\nzone A "\uff30\uff2c\uff23 1"\nzone B "PLC 1"\nzone C "\uff30\uff2c\uff23 2"\n'),
            ['warning: The title of A looks like that of B'],
        );
    });
});
