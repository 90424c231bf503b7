import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { read, utils } from '@e965/xlsx';
import { strFromU8, unzipSync } from 'fflate';
import { JSDOM } from 'jsdom';
import { SaxesParser } from 'saxes';
import type { ReportCell, ReportData, TableValue } from 'iacs-language/report';
import { toTables } from 'iacs-language/report';
import { toDocx } from '../src/report/docx.ts';
import { toXlsx } from '../src/report/xlsx.ts';
import { formatOf, nameUuid } from '../src/report/write-report.ts';
import type { Outcome } from './support/iacs.ts';
import { iacs, iacsProcess, repository, withFiles } from './support/iacs.ts';

const example = path.join(repository, 'examples/truck-loading');
const golden = JSON.parse(readFileSync(path.join(example, 'expected/report.json'), 'utf8')) as ReportData;

/** What a cell of the workbook should hold, as the other library reads it. */
function expected(value: TableValue, type: string): unknown {
    if (value === null) return undefined;
    if (typeof value === 'boolean') return value ? 'yes' : 'no';
    return type === 'date' ? new Date(`${value}T00:00:00Z`).getTime() : value;
}

describe('Report as XLSX', () => {
    it('prints at 6 points or more, with the heads of a table on each page', async () => {
        const parts = unzipSync(await toXlsx(golden));
        const book = strFromU8(parts['xl/workbook.xml']!);
        const titles = [...book.matchAll(/_xlnm\.Print_Titles"[^>]*>([^<]*)</gu)].map(([, range]) => range);
        const tables = toTables(golden);
        assert.equal(titles.length, tables.length);
        assert.ok(titles.every(range => range!.includes('$1:$1') && range!.includes('$A:$A')));
        for (const at of [0, ...tables.keys()].map((_, index) => index + 1)) {
            const sheet = strFromU8(parts[`xl/worksheets/sheet${at}.xml`]!);
            const width = [...sheet.matchAll(/<col [^>]*width="([\d.]+)"/gu)].reduce(
                (sum, [, each]) => sum + Number(each),
                0,
            );
            const [, setup = ''] = /<pageSetup ([^>]*)/u.exec(sheet) ?? [];
            const said = (name: string): string => new RegExp(`${name}="([^"]*)"`, 'u').exec(setup)?.[1] ?? '';
            // A character is 1.85 mm wide, and 11 points high.
            const [short, long] = said('paperSize') === '8' ? [297, 420] : [210, 297];
            const page = (said('orientation') === 'portrait' ? short : long) - 20;
            assert.equal(said('fitToHeight'), '0');
            assert.ok((page * Number(said('fitToWidth'))) / (width * 1.85) >= 6 / 11, `${at}: ${width} ${setup}`);
            assert.match(sheet, /<oddFooter>&amp;L&amp;A&amp;R&amp;P \/ &amp;N</u);
        }
    });

    it('holds the same in every cell as the JSON, read by another library', async () => {
        const book = read(await toXlsx(golden), { cellDates: true, UTC: true });
        const tables = toTables(golden);
        assert.deepEqual(book.SheetNames, ['Report', ...tables.map(table => table.name)]);
        let cells = 0;
        for (const table of tables) {
            const sheet = book.Sheets[table.name]!;
            const titles = table.columns.map(
                (_, column) => sheet[utils.encode_cell({ r: 0, c: column })]?.v as unknown,
            );
            assert.deepEqual(
                titles,
                table.columns.map(column => column.title),
            );
            table.rows.forEach((row, index) =>
                row.forEach((value, column) => {
                    const cell = sheet[utils.encode_cell({ r: index + 1, c: column })] as
                        | { v?: unknown; t?: string; f?: string }
                        | undefined;
                    const actual = cell?.v instanceof Date ? cell.v.getTime() : cell?.v;
                    assert.equal(
                        actual,
                        expected(value, table.columns[column]!.type),
                        `${table.name} ${index + 1}:${column}`,
                    );
                    assert.equal(cell?.f, undefined, 'a text became a formula');
                    cells += 1;
                }),
            );
        }
        assert.ok(cells > 10_000, `${cells} cells`);
    });

    it('keeps a text a text where it looks like a formula, and cuts what no cell can hold', async () => {
        const data: ReportData = {
            ...golden,
            assumptions: [
                { subject: null, text: '=1+1' },
                { subject: '+x', text: `${'a'.repeat(40_000)}\u0001` },
            ],
        };
        const sheet = read(await toXlsx(data)).Sheets['assumptions']!;
        assert.deepEqual([sheet['B2'].t, sheet['B2'].v, sheet['B2'].f], ['s', '=1+1', undefined]);
        assert.ok(sheet['B3'].v.length <= 32767);
        assert.match(sheet['B3'].v, / … \(cut off\)$/);
    });

    it('holds days and numbers as such, and risks as numbers where the site counts in numbers', async () => {
        const book = read(await toXlsx(golden), { cellDates: true, UTC: true });
        assert.deepEqual(
            [book.Sheets['Report']!['B3'].t, book.Sheets['Report']!['B3'].v.toISOString().slice(0, 10)],
            ['d', golden.document.date],
        );
        const column = (titles: readonly { readonly title: string }[], name: string): number =>
            titles.findIndex(each => each.title === name);
        const threats = toTables(golden).find(table => table.name === 'threats')!;
        const risk = column(threats.columns, 'Unmitigated risk');
        assert.deepEqual([threats.columns[risk]!.type, threats.rows.map(row => row[risk])], ['number', [15, 12, 10]]);
        const bands = {
            ...golden,
            risk: {
                ...golden.risk,
                threats: golden.risk.threats.map((each, index) => ({
                    ...each,
                    unmitigated: index === 0 ? 'high' : each.unmitigated,
                })),
            },
        };
        const words = toTables(bands).find(table => table.name === 'threats')!;
        assert.deepEqual([words.columns[risk]!.type, words.rows.map(row => row[risk])], ['text', ['high', '12', '10']]);
    });

    it('has a sheet with its heads where a list is empty', async () => {
        const sheet = read(await toXlsx({ ...golden, accepted: [] })).Sheets['accepted']!;
        assert.equal(sheet['A1'].v, 'Severity');
    });
});

describe('Names and endings of reports', () => {
    it('reads the format from the ending', () => {
        assert.deepEqual(
            ['a.html', 'b.MD', 'c.csv', 'd.xlsx', 'e.json', 'f.docx', 'g.oscal.json', 'h.pdf', 'i'].map(formatOf),
            ['html', 'md', 'csv', 'xlsx', 'json', 'docx', 'oscal', null, null],
        );
    });

    it('names things by UUIDs of version 5 that stay', () => {
        assert.match(nameUuid('zone Control'), /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
        assert.equal(nameUuid('zone Control'), nameUuid('zone Control'));
        assert.notEqual(nameUuid('zone Control'), nameUuid('zone Dmz'));
    });
});

/** A file in a ZIP archive, found by way of the directory at its end. */
function zipped(zip: Buffer, name: string): string {
    let at = zip.readUInt32LE(zip.lastIndexOf('PK\u0005\u0006', undefined, 'latin1') + 16);
    while (zip.readUInt32LE(at) === 0x02014b50) {
        const [size, nameLength, extra, comment, local] = [
            zip.readUInt32LE(at + 20),
            zip.readUInt16LE(at + 28),
            zip.readUInt16LE(at + 30),
            zip.readUInt16LE(at + 32),
            zip.readUInt32LE(at + 42),
        ];
        if (zip.toString('utf8', at + 46, at + 46 + nameLength) === name) {
            const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
            return inflateRawSync(zip.subarray(start, start + size)).toString('utf8');
        }
        at += 46 + nameLength + extra + comment;
    }
    throw new Error(`no ${name}`);
}

describe('iacs report', () => {
    let folder = '';
    before(() => {
        folder = mkdtempSync(path.join(tmpdir(), 'iacs-report-'));
    });
    after(() => rmSync(folder, { recursive: true }));

    const run = (...args: readonly string[]): Outcome => iacs(args, { cwd: folder });

    for (const [ending, begins] of [
        ['html', '<!DOCTYPE html>'],
        ['md', '# Chemical'],
        ['csv', 'Zone or conduit,'],
        ['json', '{'],
        ['oscal.json', '{'],
        ['xlsx', 'PK'],
        ['docx', 'PK'],
    ]) {
        it(`writes .${ending}`, () => {
            const dated = ['--today', '2026-06-01', '--revision', 'r42'];
            const { code, stderr } = run('report', example, '-o', `r.${ending}`, ...dated);
            assert.deepEqual([code, stderr], [0, '']);
            assert.ok(readFileSync(path.join(folder, `r.${ending}`), 'latin1').startsWith(begins!), ending);
        });
    }

    it('gives each drawing of a .docx a sheet on which it can be read, and the text pages of A4', () => {
        const document = zipped(readFileSync(path.join(folder, 'r.docx')), 'word/document.xml');
        const sizes = [...document.matchAll(/<w:pgSz w:w="(\d+)" w:h="(\d+)" w:orient="(\w+)"/g)].map(match =>
            match.slice(1).join(' '),
        );
        assert.deepEqual(sizes, [
            '11906 16838 portrait',
            '16838 23811 portrait',
            '16838 23811 portrait',
            '11906 16838 portrait',
            '23811 16838 landscape',
            '11906 16838 portrait',
            '11906 16838 portrait',
        ]);
        assert.equal([...document.matchAll(/<wp:docPr /g)].length, 5);
        assert.match(document, /TOC \\h \\o/);
    });

    it('writes the same bytes of a .docx on the same day, whatever the clock and the time zone say', () => {
        const write = (file: string, zone: string): Buffer => {
            const words = [example, '--today', '2026-06-01', '--revision', 'r42', '-o', file];
            assert.equal(iacsProcess(['report', ...words], { cwd: folder, env: { TZ: zone } }).code, 0);
            return readFileSync(path.join(folder, file));
        };
        const [east, west] = [write('east.docx', 'Asia/Tokyo'), write('west.docx', 'America/Denver')];
        assert.ok(east.equals(west));
        const times = zipped(east, 'docProps/core.xml').match(/[^>]*(?=<\/dcterms:)/g);
        assert.deepEqual(times?.filter(Boolean), ['2026-06-01T00:00:00Z', '2026-06-01T00:00:00Z']);
    });

    it('packs a .docx with the rows of all tables, and with its pictures', () => {
        const all = unzipSync(readFileSync(path.join(folder, 'r.docx')));
        const parts = Object.keys(all);
        for (const part of ['[Content_Types].xml', '_rels/.rels', 'word/document.xml', 'word/styles.xml'])
            assert.ok(parts.includes(part), part);
        const pictures = parts.filter(part => part.endsWith('.png'));
        assert.ok(pictures.length > 0);
        for (const each of pictures) assert.equal(strFromU8(all[each]!.subarray(1, 4)), 'PNG', each);
        for (const each of parts.filter(part => /\.(xml|rels)$/.test(part))) {
            // Throws for what is not well-formed.
            new SaxesParser({ xmlns: true }).write(strFromU8(all[each]!)).close();
        }
        const document = strFromU8(all['word/document.xml']!);
        assert.ok(!document.includes('<iacs:'));
        // For who does not see it: the language, and what each picture shows.
        assert.match(strFromU8(all['word/styles.xml']!), /<w:lang w:val="en-GB"/u);
        const drawn = [...document.matchAll(/<wp:docPr [^>]*descr="([^"]*)"/gu)].map(([, words]) => words);
        assert.ok(drawn.length === pictures.length && drawn.every(words => words!.length > 10), drawn.join('\n'));
        const tables = [...document.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].map(([table]) => table);
        assert.ok(tables.length > 10);
        for (const table of tables) {
            const columns = [...table.matchAll(/<w:gridCol /g)].length;
            const rows = [...table.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) => row);
            assert.ok(rows.length > 0, table.slice(0, 300));
            for (const row of rows) assert.equal([...row.matchAll(/<w:tc>/g)].length, columns, row);
        }
    });

    it('says in the tables of a .docx what it says in those of .html, without signs of Markdown', () => {
        const page = new JSDOM(readFileSync(path.join(folder, 'r.html'), 'utf8')).window.document;
        const bare = (text: string): string => text.replace(/\s+/gu, '');
        const inPage = [...page.querySelectorAll('tr')].map(row => bare(row.textContent));
        const rows: string[] = [];
        const parser = new SaxesParser({ xmlns: false });
        parser.on('opentag', ({ name }) => name === 'w:tr' && rows.push(''));
        parser.on('text', part => rows.length > 0 && rows.push(rows.pop()! + part));
        parser.write(zipped(readFileSync(path.join(folder, 'r.docx')), 'word/document.xml')).close();
        const inDocument = new Set(rows.map(bare));
        assert.ok(inPage.length > 200);
        // The last row of a table is followed by text that is not of it.
        const all = [...inDocument];
        assert.deepEqual(
            inPage.filter(row => !inDocument.has(row) && !all.some(each => each.startsWith(row))),
            [],
        );
        assert.deepEqual(
            rows.filter(row => row.includes('`')),
            [],
        );
    });

    it('keeps every sign that XML can hold in the tables of a .docx', async () => {
        const text = `<w:tr/> & "quoted" <iacs:rows number="0"/> 'x' é 事務所 😀`;
        const rows: ReportCell[][] = [
            [text, { text: 'two\nlines', tone: 'bad' }],
            ['', '\u0000\u000b\ud800'],
        ];
        const bytes = await toDocx(
            {
                title: 'T',
                subtitle: 'S',
                running: { head: 'H', foot: 'F' },
                facts: { kind: 'facts', rows: [{ name: text, values: [text] }] },
                sections: [
                    {
                        heading: { kind: 'heading', level: 1, id: 'one', text },
                        blocks: [{ kind: 'table', caption: text, columns: [{ title: 'A' }, { title: 'B' }], rows }],
                    },
                ],
            },
            '2026-06-01',
        );
        const cells: string[][] = [];
        const parser = new SaxesParser({ xmlns: false });
        parser.on('opentag', ({ name }) => {
            if (name === 'w:tc') {
                cells.push([]);
                inCell = true;
            }
            if (name === 'w:br') cells.at(-1)?.push('\n');
        });
        let inCell = false;
        parser.on('text', part => inCell && cells.at(-1)!.push(part));
        parser.on('closetag', ({ name }) => {
            if (name === 'w:tc') inCell = false;
        });
        parser.write(strFromU8(unzipSync(bytes)['word/document.xml']!)).close();
        assert.deepEqual(
            cells.map(parts => parts.join('')),
            [text, text, 'A', 'B', text, 'two\nlines', '', '\ufffd\ufffd\ufffd'],
        );
    });

    it('carries the hash that sha256sum gives', () => {
        const { stdout } = run('report', example, '--format', 'json', '--no-drawings');
        const { document } = JSON.parse(stdout) as ReportData;
        const hash = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');
        const lines = document.files.map(
            file => `${hash(readFileSync(path.join(example, file.path)))}  ${file.path}\n`,
        );
        assert.deepEqual(
            document.files.map(file => file.path),
            ['main.iacs', '../library/products.iacs'],
        );
        assert.equal(document.sha256, hash(lines.join('')));
    });

    it('fills a template, and names what it lacks', () => {
        writeFileSync(path.join(folder, 'page.html'), '<h1>{{title}}</h1>');
        const filled = run('report', example, '--template', 'page.html', '--no-drawings');
        assert.deepEqual([filled.code, filled.stdout], [0, '<h1>Chemical truck loading terminal</h1>']);
        writeFileSync(path.join(folder, 'page.html'), '{{nothing}}');
        const wrong = run('report', example, '--template', 'page.html');
        assert.equal(wrong.code, 2);
        assert.match(wrong.stderr, /^iacs: The template asks for \{\{nothing\}\}, which does not exist\..*\n$/);
    });

    it('says in one line what cannot be done', () => {
        for (const [args, message] of [
            [['report', example, '-o', 'r.pdf'], /r\.pdf has no ending that says what it is/],
            [['report', example, '--format', 'xlsx'], /needs a file: -o FILE\.xlsx/],
            [
                ['report', example, '-o', 'r.csv', '--table', 'nope'],
                /There is no table "nope": choose one of system, zones-and-conduits/,
            ],
            [['report', 'nowhere'], /There is no file or folder nowhere/],
        ] as const) {
            const { code, stderr } = run(...args);
            assert.equal(code, 2);
            assert.match(stderr, message);
            assert.equal(stderr.trimEnd().split('\n').length, 1);
        }
    });

    it('writes what was understood of a model with mistakes, and says so', () => {
        writeFileSync(path.join(folder, 'broken.iacs'), 'system Plant\nzone Control { asset Plc1 : nothing }\n');
        const { code, stdout, stderr } = run('report', 'broken.iacs', '--format', 'md', '--no-drawings');
        assert.equal(code, 2);
        assert.match(stdout, /Control\.Plc1/);
        assert.match(stderr, /1 place of the model could not be understood and is missing in the report/);
    });
});

describe('The drawings of a report', () => {
    it('say to who cannot see them what is drawn and not counted', () => {
        const later = 'zone B { planned for 2030-01-01 }\nconduit C between A and B\n';
        for (const [text, counts] of [
            ['', '1 zone, 0 conduits'],
            [later, '1 zone, 0 conduits, and dashed 2 planned or retired'],
        ] as const)
            withFiles({ 'main.iacs': `system S\nzone A\n${text}` }, cwd => {
                const out = iacs(['report', '--format', 'json', '--today', '2026-06-01'], { cwd }).stdout;
                assert.deepEqual(
                    (JSON.parse(out) as ReportData).drawings.map(({ description }) => description),
                    [
                        `Zone diagram with assets: ${counts}; the tables below list them.`,
                        `Zone diagram without assets, coloured by the gap between SL-T and SL-A: ${counts}; the tables ` +
                            'below list the gaps.',
                    ],
                );
            });
    });
});

describe('iacs import', () => {
    it('brings a file up to date and reports the mapping', () => {
        const folder = mkdtempSync(path.join(tmpdir(), 'iacs-import-'));
        try {
            writeFileSync(
                path.join(folder, 'main.iacs'),
                'import "risks.iacs"\nsystem Plant { tolerable-risk 6 }\nzone Control { asset Plc1 : plc }\n',
            );
            writeFileSync(path.join(folder, 'risks.iacs'), '');
            writeFileSync(path.join(folder, 'r.csv'), 'Id,Title,Target,Likelihood,Impact\nR1,First,Plc1,4,5\n');
            const args = ['import', 'risks', 'r.csv', '--model', 'main.iacs', '-o', 'risks.iacs'];
            const first = iacs(args, { cwd: folder });
            assert.match(first.stderr, /C {3}"Target" → against\n/);
            assert.match(first.stderr, /1 added, 0 updated, 0 unchanged\.\n$/);
            const second = iacs(args, { cwd: folder });
            assert.match(second.stderr, /0 added, 0 updated, 1 unchanged\.\n$/);
            assert.match(
                readFileSync(path.join(folder, 'risks.iacs'), 'utf8'),
                /threat R1 "First" \{\n {2}against Control\.Plc1\n/,
            );
        } finally {
            rmSync(folder, { recursive: true });
        }
    });
});
