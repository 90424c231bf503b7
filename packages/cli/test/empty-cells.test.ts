import assert from 'node:assert/strict';
import { read, utils } from '@e965/xlsx';
import { readSheet } from '../src/workbook/read-sheet.ts';
import { readWorkbook } from '../src/workbook/read-workbook.ts';
import { WorkbookError } from '../src/workbook/workbook.ts';
import { workbook } from './support/workbooks.ts';

const shared = { strings: ['shared'], formats: [], from1904: false };

/** Reads the XML of a sheet in pieces of some length. */
function rowsOf(sheet: string, length: number): readonly (readonly string[])[] {
    const xml = `<worksheet>${sheet}</worksheet>`;
    const read = (take: (piece: string) => void): void => {
        for (let at = 0; at < xml.length; at += length) take(xml.slice(at, at + length));
    };
    return readSheet('S', false, read, shared).rows;
}

function text(place: string, value: string): string {
    return `<c${place} t="inlineStr"><is><t>${value}</t></is></c>`;
}

describe('Cells in which nothing is', () => {
    it('cost next to nothing, down to the last row', () => {
        const rows = ['<row r="1">', text(' r="A1"', 'Asset'), text(' r="B1"', 'Zone'), '</row>'];
        // Every fourth row of a sheet, as programs leave out rows in which nothing was ever done.
        for (let row = 5; row < 1_048_576; row += 4)
            rows.push(`<row r="${row}" s="3" customFormat="1"><c r="A${row}" s="1"/><c r="B${row}" s="2"></c></row>`);
        rows.push('<row r="1048576" s="3"/>');
        const bytes = workbook({ sheet: `<sheetData>${rows.join('')}</sheetData>` });
        rows.length = 0;
        // What the reader holds of a sheet of 25 MB beside its rows is a few pieces of it.
        const before = process.memoryUsage();
        assert.deepEqual(readWorkbook(bytes).sheets[0]!.rows, [['Asset', 'Zone']]);
        const after = process.memoryUsage();
        assert.ok(after.arrayBuffers - before.arrayBuffers < 15e6, `${after.arrayBuffers - before.arrayBuffers}`);
    });

    it('are counted over all sheets, and too many of them are refused', () => {
        const forms = ['<c/>', '<c r="A1" s="1"></c>', '<x:c s="2"/>'];
        const row = (count: number): string =>
            `<row>${Array.from({ length: count }, (_, index) => forms[index % 3]!).join('')}</row>`;
        const together = { ...shared, empty: 0 };
        const read = (sheet: string): unknown =>
            readSheet('S', false, take => take(`<worksheet><sheetData>${sheet}</sheetData></worksheet>`), together);
        read(row(300) + row(1200) + `<row>${text('', 'A')}<c/><c s="1"></c></row><row/>`);
        assert.equal(together.empty, 1502);
        together.empty = 39_999_000;
        read(row(1000));
        assert.throws(
            () => read(row(1)),
            new WorkbookError('has more than 40 million empty cells: save the table that is wanted as CSV.'),
        );
    });

    it('are left out in every form that programs write, and wherever a piece of the part ends', () => {
        const sheet =
            '<cols><col min="1" max="16384" width="9" style="1"/></cols><sheetData>' +
            // Without places, each one counts.
            `<row><c s="1"/>${text('', 'B1')}<c></c><c s='2'/>${text('', 'E1')}</row>` +
            '<row/><row s="1" customFormat="1"></row><row><c/><c/></row>' +
            `<row>${text('', 'A5')}</row>` +
            // The next one goes on after the place of an empty one.
            `<row r="7"><c r="C7" s="1"/>${text('', 'D7')}</row>` +
            `<x:row r='8'><x:c r='A8' s='1'/><x:c r='B8'><x:v>8</x:v></x:c><x:c r='C8'></x:c></x:row>` +
            // A comment and a section are no cells.
            `<row r="9"><!-- <c r="Z9"/> --><c r="A9" t="inlineStr"><is><t><![CDATA[<c r="A9"/><row/>]]></t></is></c></row>` +
            '<row r="10"><c r="A10" t="s"/><c r="B10" t="e"/><c r="C10" t="b"/><c r="D10" t="s"><v>0</v></c></row>' +
            '</sheetData>';
        const expected = [
            ['', 'B1', '', '', 'E1'],
            [],
            [],
            [],
            ['A5'],
            [],
            ['', '', '', 'D7'],
            ['', '8'],
            ['<c r="A9"/><row/>'],
            ['', '', '', 'shared'],
        ];
        for (let length = 1; length < sheet.length + 30; length++)
            assert.deepEqual(rowsOf(sheet, length), expected, `pieces of ${length}`);
    });

    it('leave everything else as another library reads it', () => {
        let seed = 11;
        const next = (below: number): number => {
            seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
            return seed % below;
        };
        const rows = Array.from({ length: 400 }, (_, row) => {
            const cells = Array.from({ length: 30 }, (_, column) => {
                const place = utils.encode_cell({ r: row, c: column });
                const forms = [
                    '',
                    `<c r="${place}" s="${next(9)}"/>`,
                    `<c r="${place}" s="1"></c>`,
                    `<c s='1' r='${place}' />`,
                ];
                // Whole rows of empty cells, rows of texts, and both.
                const filled = row % 4 === 0 ? 0 : row % 4 === 1 ? 9 : 3;
                return next(10) < filled ? text(` r="${place}"`, `t${next(1000)}`) : forms[next(forms.length)]!;
            });
            return `<row r="${row + 1}" spans="1:30"${row % 7 === 0 ? ' hidden="1"' : ''}>${cells.join('')}</row>`;
        });
        const bytes = workbook({ sheet: `<sheetData>${rows.join('')}</sheetData>` });
        const [sheet] = readWorkbook(bytes).sheets;
        const judge = read(bytes).Sheets['Sheet']!;
        for (let row = 0; row < 400; row++)
            for (let column = 0; column < 30; column++)
                assert.equal(
                    sheet!.rows[row]?.[column] ?? '',
                    String((judge[utils.encode_cell({ r: row, c: column })] as { v?: unknown } | undefined)?.v ?? ''),
                );
        assert.match(sheet!.notes[0]!.text, /^58 rows of this sheet are hidden, the first one in row 1;/);
    });
});
