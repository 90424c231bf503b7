import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { WorkSheet } from '@e965/xlsx';
import { read, utils, write } from '@e965/xlsx';
import { kindOf } from '../src/import/file-kind.ts';
import { Archive } from '../src/workbook/archive.ts';
import { formatOfCode, shownNumber } from '../src/workbook/cell-formats.ts';
import { readWorkbook } from '../src/workbook/read-workbook.ts';
import type { Sheet } from '../src/workbook/workbook.ts';
import { WorkbookError } from '../src/workbook/workbook.ts';
import { writeWorkbook } from '../src/workbook/write-workbook.ts';
import { data, workbook } from './support/workbooks.ts';

const table = [
    ['ID', 'Title'],
    ['R-1', 'First'],
    ['R-2', 'Second'],
] as const;

function only(bytes: Uint8Array): Sheet {
    const { sheets } = readWorkbook(bytes);
    assert.equal(sheets.length, 1);
    return sheets[0]!;
}

/** Milliseconds of processor time, which load of others does not change. */
function spent(work: () => unknown): number {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
}

describe('Reading a workbook', () => {
    /** What the other library reads of a cell, as this one shows it. */
    function judged(sheet: WorkSheet, row: number, column: number): string {
        const cell = sheet[utils.encode_cell({ r: row, c: column })] as
            | { t: string; v?: unknown; w?: string }
            | undefined;
        if (!cell || cell.v === undefined) return '';
        if (cell.t === 'b') return cell.v === true ? 'yes' : 'no';
        if (cell.v instanceof Date)
            return cell.v
                .toISOString()
                .slice(0, 16)
                .replace('T', ' ')
                .replace(/ 00:00$/, '');
        return cell.t === 'e' ? String(cell.w) : String(cell.v);
    }

    function compare(bytes: Uint8Array): number {
        const book = read(bytes, { cellDates: true, UTC: true, cellNF: true });
        const { sheets } = readWorkbook(bytes);
        assert.deepEqual(
            sheets.map(sheet => sheet.name),
            book.SheetNames,
        );
        let cells = 0;
        for (const sheet of sheets) {
            const other = book.Sheets[sheet.name]!;
            const { e } = utils.decode_range(other['!ref'] ?? 'A1');
            for (let row = 0; row <= e.r; row++) {
                for (let column = 0; column <= e.c; column++) {
                    assert.equal(
                        sheet.rows[row]?.[column] ?? '',
                        judged(other, row, column),
                        `${sheet.name} ${utils.encode_cell({ r: row, c: column })}`,
                    );
                    cells += 1;
                }
            }
            const areas = (other['!merges'] ?? []).map(({ s, e: end }) => ({
                row: s.r,
                column: s.c,
                lastRow: end.r,
                lastColumn: end.c,
            }));
            assert.deepEqual(
                sheet.merged,
                areas
                    .map(area => ({ ...area, lastRow: Math.min(area.lastRow, sheet.rows.length - 1) }))
                    .filter(area => area.row < sheet.rows.length),
            );
        }
        return cells;
    }

    for (const name of ['merged-cells', 'risk-register', 'ship-inventory']) {
        it(`reads the same as another library: ${name}, written by LibreOffice`, () => {
            assert.ok(
                compare(new Uint8Array(readFileSync(new URL(`fixtures/${name}-libreoffice.xlsx`, import.meta.url)))) >
                    20,
            );
        });
    }

    it(
        'reads the same as another library of what that library wrote: signs, numbers, days, truth values, merged ' +
            'cells, two sheets',
        () => {
            let seed = 7;
            const next = (below: number): number => {
                seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
                return seed % below;
            };
            const texts = [
                'Büro',
                'a & b <c>',
                ' spaced ',
                'line\nbreak',
                '日本語',
                '=1+1',
                '_x0041_',
                '"quoted"',
                '#N/A',
                '007',
                '😀',
                'a\tb',
            ];
            const value = (): unknown =>
                [
                    () => texts[next(texts.length)],
                    () => next(100_000) / 100,
                    () => -next(1000),
                    () => new Date(Date.UTC(1960 + next(120), next(12), 1 + next(28))),
                    () => next(2) === 1,
                    () => null,
                ][next(6)]!();
            const book = utils.book_new();
            for (const name of ['First', 'Second & last']) {
                const sheet = utils.aoa_to_sheet(
                    Array.from({ length: 200 }, () => Array.from({ length: 20 }, value)),
                    { cellDates: true, UTC: true },
                );
                sheet['!merges'] = [
                    { s: { r: 3, c: 1 }, e: { r: 5, c: 2 } },
                    { s: { r: 190, c: 0 }, e: { r: 400, c: 19 } },
                ];
                utils.book_append_sheet(book, sheet, name);
            }
            assert.ok(
                compare(new Uint8Array(write(book, { type: 'array', compression: true }) as ArrayBuffer)) >= 8000,
            );
        },
    );

    it('reads what this project writes, and nothing in it becomes a formula, an error or another sign', async () => {
        const texts = ['=1+1', '#N/A', '_x000D_', '_x005F_', ' both ends ', 'a\nb', '1.10', 'TRUE', '<&>"\'', '😀'];
        const bytes = await writeWorkbook('Title', new Date('2026-03-01T00:00:00Z'), [
            {
                name: 'S',
                table: true,
                columns: [
                    { title: 'Text', width: 10, wraps: true },
                    { title: 'Other', width: 10, wraps: false },
                ],
                rows: texts.map((text, index) => [
                    text,
                    index === 0 ? new Date('2026-03-31T00:00:00Z') : index === 1 ? null : index / 4,
                ]),
            },
        ]);
        assert.deepEqual(only(bytes).rows, [
            ['Text', 'Other'],
            ...texts.map((text, index) =>
                [text, index === 0 ? '2026-03-31' : index === 1 ? '' : String(index / 4)].slice(0, index === 1 ? 1 : 2),
            ),
        ]);
        const judge = read(bytes).Sheets['S']!;
        assert.deepEqual(
            texts.map((_, index) => judge[`A${index + 2}`].v),
            texts,
        );
        assert.ok(
            texts.every((_, index) => judge[`A${index + 2}`].t === 's' && judge[`A${index + 2}`].f === undefined),
        );
        assert.deepEqual(await writeWorkbook('Title', new Date(0), []), await writeWorkbook('Title', new Date(0), []));
    });

    it('reads shared texts with runs and readings, other prefixes, cells in any order, and texts in sections', () => {
        const sheet = only(
            workbook({
                sheet:
                    '<x:sheetData><x:row><x:c t="s"><x:v>0</x:v></x:c><x:c t="s"><x:v>1</x:v></x:c></x:row>' +
                    '<x:row r="3"><x:c r="B3"><x:v>2</x:v></x:c><x:c r="A3" ' +
                    't="inlineStr"><x:is><x:r><x:t>in</x:t></x:r><x:r><x:t>line</x:t></x:r><x:rPh sb="0" ' +
                    'eb="1"><x:t>no</x:t></x:rPh></x:is></x:c></x:row>' +
                    '<x:row r="2"><x:c r="A2" ' +
                    't="str"><x:f>"a"</x:f><x:v><![CDATA[a<b]]></x:v></x:c></x:row></x:sheetData>',
                strings:
                    '<si><r><t>Ri</t></r><r><rPr><b/></rPr><t xml:space="preserve">ch ' +
                    '</t></r></si><si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si>',
            }),
        );
        assert.deepEqual(sheet.rows, [['Rich ', '東京'], ['a<b'], ['inline', '2']]);
    });

    it('says what there is beside plain cells: formulas, errors, hidden rows, cells far out', () => {
        const sheet = only(
            workbook({
                sheet:
                    '<sheetData><row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>A1</f></c></row><row r="2" ' +
                    'hidden="1"><c r="A2" t="e"><v>#REF!</v></c></row><row r="4"><c ' +
                    'r="XFD4"><v>1</v></c></row></sheetData>',
            }),
        );
        assert.deepEqual(sheet.rows, [['2'], ['#REF!']]);
        assert.deepEqual(
            sheet.notes.map(note => `${note.row}: ${note.text}`),
            [
                '2: 1 row of this sheet is hidden, the first one in row 2; hidden rows are read like all others.',
                '1: 2 cells hold a formula, the first one A1; what the program calculated last is read, nothing ' +
                    'is calculated again.',
                '1: 1 formula has no result in the file, the first one B1, and is read as empty: open the ' +
                    'workbook in a spreadsheet program and save it.',
                '2: 1 cell holds an error, the first one #REF! in A2; it is read as that text.',
                '4: 1 cell to the right of column ALL is not read, the first one XFD4: move the table to the ' +
                    'left where it belongs to it.',
            ],
        );
    });

    it('shows numbers as their format does, and hides no digit that was typed', () => {
        const shown = (value: number, code: string, from1904 = false): string =>
            shownNumber(value, formatOfCode(code), from1904);
        assert.deepEqual(
            [
                shown(7, '000'),
                shown(2.1, '0.00'),
                shown(2.125, '0.00'),
                shown(0.5, '0%'),
                shown(0.125, '0.0%'),
                shown(1.5, '[h]:mm'),
                shown(46112, 'yyyy-mm-dd'),
                shown(46112.75, 'd.m.yy h:mm'),
                shown(0.25, 'h:mm'),
                shown(1, 'yyyy-mm-dd'),
                shown(61, 'm/d/yy'),
                shown(44650, 'd. mmmm yyyy', true),
                shown(0.1 + 0.2, 'General'),
                shown(5, '[Red]0;[Blue]-0'),
                shown(5, '"Day "0'),
                shown(5, '0 "kV"'),
                shown(1e21, '0.00'),
                shown(-1, 'yyyy-mm-dd'),
            ],
            [
                '007',
                '2.10',
                '2.125',
                '50%',
                '12.5%',
                '36:00',
                '2026-03-31',
                '2026-03-31 18:00',
                '06:00',
                '1900-01-01',
                '1900-03-01',
                '2026-03-31',
                '0.3',
                '5',
                '5',
                '5',
                '1e+21',
                '-1',
            ],
        );
    });
});

describe('Workbooks that ask for more than they hold', () => {
    const cells = Array.from({ length: 6000 }, (_, row) => Array.from({ length: 10 }, (__, at) => `${row} ${at}`));
    const plain = spent(() => only(workbook({ sheet: data(...cells) })));
    const far = 'A3:XFD1048576';
    const harmless: readonly (readonly [string, () => Uint8Array])[] = [
        [
            'a merged area over the whole sheet',
            () => workbook({ sheet: `${data(...table)}<mergeCells><mergeCell ref="A4:XFD1048576"/></mergeCells>` }),
        ],
        [
            'drop-downs and conditions on whole columns',
            () =>
                workbook({
                    sheet:
                        `${data(...table)}<dataValidations>${`<dataValidation type="list" sqref="${far}"><formula1>"a,b"</formula1></dataValidation>`.repeat(50)}</dataValidations><conditionalFormatting ` +
                        `sqref="${far}"><cfRule ` +
                        'type="expression"><formula>A1</formula></cfRule></conditionalFormatting>',
                }),
        ],
        [
            'formats of all columns, 20,000 times',
            () =>
                workbook({
                    sheet: `<cols>${'<col min="1" max="16384" width="9"/>'.repeat(20_000)}</cols>${data(...table)}`,
                }),
        ],
        [
            '10,000 names over the whole sheet',
            () =>
                workbook({
                    sheet: data(...table),
                    book: `<definedNames>${'<definedName name="n">Sheet!$A$1:$XFD$1048576</definedName>'.repeat(10_000)}</definedNames>`,
                }),
        ],
        [
            '300,000 attributes in one tag',
            () =>
                workbook({
                    sheet:
                        `${data(...table)}<x ` +
                        `${Array.from({ length: 300_000 }, (_, index) => `a${index}=">"`).join(' ')}/>`,
                }),
        ],
        [
            'a document type that declares entities',
            () =>
                workbook({
                    sheet: data(...table),
                    more: {
                        'xl/sharedStrings.xml':
                            '<!DOCTYPE x [<!ENTITY a ' +
                            `"${'a'.repeat(1000)}">${'<!ENTITY b "&a;&a;&a;">'.repeat(1000)}]><sst/>`,
                    },
                }),
        ],
    ];
    for (const [what, make] of harmless) {
        it(`cost what their cells cost: ${what}`, () => {
            const bytes = make();
            assert.ok(bytes.length < 2_000_000);
            let rows: Sheet['rows'] = [];
            const time = spent(() => {
                rows = only(bytes).rows;
            });
            assert.deepEqual(rows, table);
            // A ratio, because a machine may be slow: none of these takes as long as 240,000 plain cells.
            assert.ok(time < 4 * plain, `${time} ms, and ${plain} ms for 60,000 plain cells`);
        });
    }

    it('are refused in one line that names the bound', () => {
        const bytes = Buffer.from(
            workbook({ sheet: data(...table), more: { 'xl/sharedStrings.xml': new Uint8Array(8 * 1024 * 1024) } }),
        );
        assert.ok(bytes.length < 20_000);
        /** The archive with another size in its directory, where the shared texts stand. */
        const saying = (size: number): Buffer => {
            const copy = Buffer.from(bytes);
            for (
                let at = copy.indexOf('PK\u0001\u0002', 0, 'latin1');
                at >= 0;
                at = copy.indexOf('PK\u0001\u0002', at + 4, 'latin1')
            ) {
                if (copy.readUInt32LE(at + 24) > 1e6) copy.writeUInt32LE(size, at + 24);
            }
            return copy;
        };
        assert.throws(
            () => readWorkbook(saying(300 * 1024 * 1024)),
            new WorkbookError(
                'has a part (xl/sharedStrings.xml) of more than 256 MB: save the sheet that is wanted as CSV.',
            ),
        );
        // One that says less than it unpacks to.
        assert.throws(
            () => new Archive(saying(1000), 1024 * 1024).text('xl/sharedStrings.xml'),
            new WorkbookError(
                'has a part (xl/sharedStrings.xml) of more than 1 MB: save the sheet that is wanted as CSV.',
            ),
        );
        const merged = workbook({
            sheet:
                '<sheetData><row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData><mergeCells><mergeCell ' +
                `ref="${far}"/></mergeCells>`,
        });
        assert.throws(() => readWorkbook(merged), /more merged cells than can be read/);
    });

    it('are refused while they are read, where a sheet has more rows than are wanted', () => {
        const bytes = workbook({ sheet: data(...table) });
        assert.equal(readWorkbook(bytes, () => true, 3).sheets[0]!.rows.length, 3);
        assert.throws(
            () => readWorkbook(bytes, () => true, 2),
            new WorkbookError('has more than 2 rows, and no more are read at once. Split it, for instance by site.'),
        );
        // A blank is not content.
        const blank = workbook({ sheet: data(...table, [' ', ' ']) });
        assert.equal(readWorkbook(blank, () => true, 3).sheets[0]!.rows.length, 4);
    });

    it('are refused where they are damaged', () => {
        const bytes = workbook({ sheet: data(...table) });
        for (const end of [4, 30, 100, bytes.length - 30, bytes.length - 1])
            assert.throws(() => readWorkbook(bytes.slice(0, end)), WorkbookError, String(end));
        const broken = Buffer.from(bytes);
        const part = broken.indexOf('xl/worksheets/sheet1.xml', 0, 'latin1') + 'xl/worksheets/sheet1.xml'.length;
        assert.throws(
            () => readWorkbook(broken.fill(0xff, part, part + 40)),
            /has a damaged part \(xl\/worksheets\/sheet1\.xml\)/,
        );
        for (const sheet of [
            '<sheetData>',
            '<x a="',
            '<sheetData><row><c t="inlineStr"><is><t>&no;</t></is></c></row></sheetData>',
            '</worksheet>',
            '<!-- ',
        ]) {
            assert.throws(
                () => readWorkbook(workbook({ sheet })),
                /holds a part that is damaged \(.*\): open it in a spreadsheet program/,
                sheet,
            );
        }
        assert.throws(
            () =>
                readWorkbook(
                    workbook({
                        sheet: '',
                        more: {
                            '_rels/.rels': '<Relationships/>',
                            'xl/workbook.xml': '<workbook><sheets><sheet name="A" r:id="rId9"/></sheets></workbook>',
                        },
                    }),
                ),
            /lacks the sheet "A"/,
        );
    });
});

describe('What a file is', () => {
    const compound = (...names: readonly string[]): Uint8Array =>
        Buffer.concat([
            Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
            Buffer.from(`${names.join('\0')}\0`, 'utf16le'),
        ]);
    const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
    const others: readonly (readonly [string, Uint8Array, RegExp])[] = [
        ['a protected workbook', compound('EncryptionInfo', 'EncryptedPackage'), /protected by a password/],
        ['an old workbook', compound('Workbook'), /Excel 97 to 2003 \(\.xls\)/],
        [
            'HTML named .xls',
            bytes('\n<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table>'),
            /web page \(HTML\), whatever its name says/,
        ],
        ['HTML in UTF-16', Buffer.from('\ufeff<!DOCTYPE html>', 'utf16le'), /web page/],
        [
            'a spreadsheet of 2003',
            bytes(
                '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook ' +
                    'xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
            ),
            /XML spreadsheet of 2003/,
        ],
        [
            'the XML of nmap',
            bytes('<?xml version="1.0"?>\n<!DOCTYPE nmaprun>\n<nmaprun scanner="nmap">'),
            /XML output of nmap/,
        ],
        [
            'the grepable output of nmap',
            bytes('# Nmap 7.94 scan initiated\nHost: 10.0.0.1 (plc)\tStatus: Up\n'),
            /grepable output of nmap/,
        ],
        [
            'an .ods',
            bytes('PK\u0003\u0004\u0000\u0000mimetypeapplication/vnd.oasis.opendocument.spreadsheetPK'),
            /OpenDocument spreadsheet \(\.ods\)/,
        ],
        ['an .xlsb', bytes('PK\u0003\u0004xl/workbook.bin'), /binary workbook \(\.xlsb\)/],
        ['a Word document', bytes('PK\u0003\u0004word/document.xml'), /Word document/],
        ['a PDF', bytes('%PDF-1.7'), /is a PDF/],
    ];
    for (const [what, content, expected] of others) {
        it(`is said of ${what}`, () => {
            const kind = kindOf(content);
            assert.match(typeof kind === 'object' ? kind.other : kind, expected);
        });
    }

    it('is a workbook or a text otherwise', () => {
        assert.equal(
            kindOf(workbook({ sheet: data(...table), more: { 'xl/embeddings/a.docx': 'word/document.xml' } })),
            'workbook',
        );
        for (const text of ['ID;Title\n', 'a < b, html\n', '', '<not a page>,b'])
            assert.equal(kindOf(bytes(text)), 'text');
    });
});
