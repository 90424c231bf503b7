import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { iacs, withFiles } from './support/iacs.ts';
import { data, workbook } from './support/workbooks.ts';

describe('iacs import on what comes from elsewhere', function () {
    this.timeout(60_000);

    it('sends no control character of a cell to the terminal', () => {
        withFiles({ 'a.csv': 'Name,Zone,Type\nPump,Cell,T\u001b[31mX\u001b]52;c;Zm9v\u0007\n' }, folder => {
            const { stderr, code } = iacs(['import', 'assets', 'a.csv', '-o', 'a.iacs'], { cwd: folder });
            assert.equal(code, 0);
            assert.match(stderr, /"T \[31mX \]52;c;Zm9v"/);
            assert.doesNotMatch(stderr, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
        });
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
});
