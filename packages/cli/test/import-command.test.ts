import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { iacs, withFiles } from './support/iacs.ts';
import { data, workbook } from './support/workbooks.ts';

/** An archive whose parts are marked as encrypted (PKWARE APPNOTE 4.4.4), as ZIP programs write it with a password. */
function withPassword(archive: Uint8Array): Uint8Array {
    const bytes = Buffer.from(archive);
    for (const [signature, flags] of [
        ['PK\u0003\u0004', 6],
        ['PK\u0001\u0002', 8],
    ] as const)
        for (let at = bytes.indexOf(signature, 0, 'latin1'); at >= 0; at = bytes.indexOf(signature, at + 4, 'latin1'))
            bytes.writeUInt16LE(bytes.readUInt16LE(at + flags) | 1, at + flags);
    return bytes;
}

/** The envelope of a workbook with a password: a compound file whose directory has 128 bytes an entry ([MS-CFB]). */
function protectedWorkbook(): Uint8Array {
    const sector = 512;
    const bytes = Buffer.alloc(4 * sector);
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(bytes);
    ['Root Entry', 'EncryptionInfo', 'EncryptedPackage'].forEach((name, index) => {
        const at = 2 * sector + 128 * index;
        const written = bytes.write(name, at, 'utf16le');
        bytes.writeUInt16LE(written + 2, at + 64);
    });
    return bytes;
}

/** A spreadsheet of OpenDocument: its kind comes first and is not compressed (ODF 1.3 part 2, 3.3). */
function openDocument(): Uint8Array {
    return zipSync({
        mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }],
        'content.xml': strToU8('<office:document-content/>'),
        'META-INF/manifest.xml': strToU8('<manifest:manifest/>'),
    });
}

describe('iacs import on what comes from elsewhere', function () {
    it('sends no control character of a cell to the terminal', () => {
        withFiles({ 'a.csv': 'Name,Zone,Type\nPump,Cell,T\u001b[31mX\u001b]52;c;Zm9v\u0007\n' }, folder => {
            const { stderr, code } = iacs(['import', 'assets', 'a.csv', '-o', 'a.iacs'], { cwd: folder });
            assert.equal(code, 0);
            assert.match(stderr, /"T \[31mX \]52;c;Zm9v"/);
            assert.doesNotMatch(stderr, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
        });
    });

    it('says that a control character of a text is read as a blank, wherever it stands in its cell', () => {
        for (const [text, said] of [
            ['Name,Zone,Type\nPump\0,Cell,plc\n', 'A control character, such as a NUL, is read as a blank (in line 2)'],
            ['Name,Zone,Type\r\nA,Cell,plc\r\n\u0001B,Ce\0ll,plc\r\n', '2 control characters, such as NUL, are read'],
        ] as const)
            withFiles({ 'a.csv': text }, folder => {
                const { stderr, code } = iacs(['import', 'assets', 'a.csv', '-o', 'a.iacs'], { cwd: folder });
                assert.equal(code, 0);
                assert.ok(stderr.includes(`a.csv: ${said}`), stderr);
            });
        // How DOS ended a text.
        withFiles({ 'a.csv': 'Name,Zone,Type\r\nA,Cell,plc\r\n\u001a' }, folder =>
            assert.doesNotMatch(iacs(['import', 'assets', 'a.csv', '-o', 'a.iacs'], { cwd: folder }).stderr, /control/),
        );
    });

    it('waits for no pipe', function () {
        if (process.platform === 'win32') this.skip();
        withFiles({}, folder => {
            execFileSync('mkfifo', [path.join(folder, 'a.csv')]);
            assert.deepEqual(iacs(['import', 'assets', 'a.csv'], { cwd: folder }), {
                code: 2,
                stdout: '',
                stderr: 'iacs: a.csv cannot be read: it is not a regular file.\n',
            });
        });
    });

    it('says what a file is, and writes nothing', () => {
        withFiles({ 'inventory.xls': '<html><table><tr><td>Name</td></tr></table></html>' }, folder => {
            const { stderr, code } = iacs(['import', 'assets', 'inventory.xls', '-o', 'a.iacs'], { cwd: folder });
            assert.equal(code, 2);
            assert.equal(
                stderr,
                'iacs: inventory.xls is a web page (HTML), whatever its name says: open it in a spreadsheet ' +
                    'program and save it as .xlsx or CSV.\n',
            );
            assert.ok(!existsSync(path.join(folder, 'a.iacs')));
        });
    });

    it('refuses what it cannot read, says what to do, and leaves an earlier import as it is', () => {
        const sheet = data(['Name', 'Zone'], ['Pump', 'Cell']);
        const earlier = 'zone Cell { }\n';
        const files = {
            'protected.xlsx': protectedWorkbook(),
            'zipped.xlsx': withPassword(workbook({ sheet })),
            'inventory.ods': openDocument(),
            'renamed.xlsx': openDocument(),
            'macros.xlsm': withPassword(workbook({ sheet, more: { 'xl/vbaProject.bin': 'x' } })),
            'a.iacs': earlier,
        };
        const ods =
            'is an OpenDocument spreadsheet (.ods): open it in a spreadsheet program and save it as .xlsx or CSV.';
        const password = 'is a ZIP archive with a password: take the password away first.';
        withFiles(files, folder => {
            for (const [file, why] of [
                [
                    'protected.xlsx',
                    'is protected by a password: open it, take the password away (File, Info, Protect), and save it.',
                ],
                ['zipped.xlsx', password],
                ['macros.xlsm', password],
                ['inventory.ods', ods],
                ['renamed.xlsx', ods],
            ] as const) {
                const { stderr, stdout, code } = iacs(['import', 'assets', file, '-o', 'a.iacs'], { cwd: folder });
                assert.deepEqual([code, stdout, stderr], [2, '', `iacs: ${file} ${why}\n`]);
                assert.equal(readFileSync(path.join(folder, 'a.iacs'), 'utf8'), earlier);
            }
        });
    });

    it('names macros and hidden sheets, and reads a hidden sheet that is asked for', () => {
        const sheet = data(['Name', 'Zone'], ['Pump', 'Cell']);
        withFiles(
            {
                'a.xlsm': workbook({ sheet, more: { 'xl/vbaProject.bin': 'x' } }),
                'b.xlsx': workbook({ sheet, tab: 'state="veryHidden"' }),
            },
            folder => {
                assert.match(
                    iacs(['import', 'assets', 'a.xlsm'], { cwd: folder }).stderr,
                    /^a\.xlsm: This workbook has macros; none of them is run\.$/m,
                );
                const hidden = iacs(['import', 'assets', 'b.xlsx'], { cwd: folder });
                assert.equal(hidden.code, 2);
                assert.match(hidden.stderr, /all of its sheets are hidden: read one with --sheet "Sheet"/);
                assert.match(
                    iacs(['import', 'assets', 'b.xlsx', '--sheet', 'Sheet'], { cwd: folder }).stdout,
                    /asset Pump/,
                );
            },
        );
    });

    it('reads no standard input, and says so where a command could', () =>
        withFiles(
            {
                'main.iacs':
                    'system S\nzone A { asset Fw : firewall }\nzone B\nconduit K between A and B { via A.Fw }\n',
            },
            cwd => {
                for (const args of [
                    ['import', 'assets', '-'],
                    ['import', 'requirements', '-', '--zone', 'A'],
                    ['import', 'rules', '-', '--device', 'A.Fw'],
                    ['import', 'traffic', '-'],
                    ['rehearse', '--ruleset', 'A.Fw=-'],
                ]) {
                    const { code, stderr } = iacs(args, { cwd, input: 'Name,Zone\nPump,A\n' });
                    assert.deepEqual(
                        [code, stderr],
                        [
                            2,
                            'iacs: Only a model is read from standard input: save this as a file, and name the file.\n',
                        ],
                        args.join(' '),
                    );
                }
            },
        ));
});
