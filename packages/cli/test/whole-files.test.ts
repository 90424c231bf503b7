import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, lstatSync, readFileSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { iacs, iacsProcess, repository, withFiles } from './support/iacs.ts';

const zones = Array.from(
    { length: 120 },
    (_, zone) => `zone  Z${zone} "Zone ${zone}" { kind control SL-T 1 asset A : plc }\n`,
);
const model = `system S { owner "O" }\n${zones.join('')}// the last line, by hand\n`;
const assets = 'name,type,zone\nPlc9,plc,Z1\n';
const old = {
    svg: '<svg aria-labelledby="iacs-title"/>\n',
    html: '<!DOCTYPE html>\n<style>\n:root { color-scheme: light dark; --ink: #000 }\n',
    iacs: '// by hand\n',
};

/** Every command that writes over a file: its words, and the file. */
const commands: readonly (readonly [file: string, ...args: readonly string[]])[] = [
    ['main.iacs', 'format', 'main.iacs'],
    ['a.svg', 'diagram', 'main.iacs', '-o', 'a.svg'],
    ['a.html', 'report', 'main.iacs', '--no-drawings', '-o', 'a.html'],
    ['a.md', 'diff', 'main.iacs', 'main.iacs', '--format', 'markdown', '-o', 'a.md'],
    ['more.iacs', 'import', 'assets', 'assets.csv', '-o', 'more.iacs'],
];
const files = {
    'main.iacs': model,
    'a.svg': old.svg,
    'a.html': old.html,
    'a.md': '### IEC 62443 model: old\n',
    'more.iacs': old.iacs,
    'assets.csv': assets,
};

/**
 * A module that kills the process when a function of `node:fs` is called for a file that is being written, before or
 * after its work.
 */
function killer(call: string, half: boolean): string {
    return `
        import fs from 'node:fs';
        import { syncBuiltinESMExports } from 'node:module';
        const real = fs.${call};
        fs.${call} = (file, content, ...more) => {
            if (typeof file === 'string' && !file.includes('.tmp')) return real(file, content, ...more);
            if (${half}) real(file, content.slice(0, content.length / 2), ...more);
            process.kill(process.pid, 'SIGKILL');
        };
        syncBuiltinESMExports();
    `;
}

/** A module with which a file keeps its name for so many tries, as on Windows where another program has it open. */
function opener(code: string, times: number): string {
    return `
        import fs from 'node:fs';
        import { syncBuiltinESMExports } from 'node:module';
        const real = fs.renameSync;
        let left = ${times};
        fs.renameSync = (from, to) => {
            if (to.endsWith('a.svg') && left-- > 0) throw Object.assign(new Error('open'), { code: '${code}' });
            return real(from, to);
        };
        syncBuiltinESMExports();
    `;
}

describe('Files', () => {
    // All commands write in one way, as the first shows; what happens within it is tried with one of them.
    for (const [call, half, writing] of [
        ['writeFileSync', false, commands],
        ['writeFileSync', true, commands.slice(0, 1)],
        ['fsyncSync', false, commands.slice(0, 1)],
        ['renameSync', false, commands.slice(0, 1)],
    ] as const) {
        it(`are as they were when the process is killed ${half ? 'in the middle of' : 'before'} ${call}`, () => {
            withFiles({ ...files, 'kill.mjs': killer(call, half) }, cwd => {
                for (const [file, ...args] of writing) {
                    const { code, stderr } = iacsProcess(args, {
                        cwd,
                        env: { NODE_OPTIONS: `--import ${pathToFileURL(path.join(cwd, 'kill.mjs')).href}` },
                    });
                    assert.equal(code, null, `iacs ${args.join(' ')} writes ${file} in another way: ${stderr}`);
                    assert.ok(
                        readFileSync(path.join(cwd, file), 'utf8') === files[file as keyof typeof files],
                        args[0],
                    );
                }
            });
        });
    }

    it('are as they were when the disk is full', function () {
        if (process.platform === 'win32') this.skip();
        withFiles(files, cwd => {
            for (const [file, ...args] of commands) {
                const line = [process.execPath, path.join(repository, 'packages/cli/bin/iacs.js'), ...args]
                    .map(word => `'${word}'`)
                    .join(' ');
                const { status, stderr } = spawnSync('bash', ['-c', `trap '' XFSZ; ulimit -f 0; ${line}`], {
                    cwd,
                    encoding: 'utf8',
                    env: { ...process.env, NODE_OPTIONS: '', NODE_DISABLE_COMPILE_CACHE: '1' },
                });
                assert.equal(status, 2, stderr);
                assert.match(stderr, /cannot be written: .*Nothing was changed\.\n$/);
                assert.ok(readFileSync(path.join(cwd, file), 'utf8') === files[file as keyof typeof files], args[0]);
            }
            assert.deepEqual(readdirSync(cwd).sort(), Object.keys(files).sort());
        });
    });

    it('are replaced when another program has let them go, and are as they were while it does not', () => {
        for (const [code, times, expected] of [
            ['EPERM', 3, ''],
            ['EBUSY', 3, ''],
            ['EACCES', Infinity, 'another program has it open, or it must not be replaced'],
            ['EXDEV', 1, 'EXDEV'],
        ] as const) {
            withFiles({ ...files, 'open.mjs': opener(code, times) }, cwd => {
                const { stderr } = iacsProcess(['diagram', 'main.iacs', '-o', 'a.svg'], {
                    cwd,
                    env: { NODE_OPTIONS: `--import ${pathToFileURL(path.join(cwd, 'open.mjs')).href}` },
                });
                const said = expected && `iacs: a.svg cannot be written: ${expected}. Nothing was changed.\n`;
                assert.equal(stderr, said);
                assert.equal(readFileSync(path.join(cwd, 'a.svg'), 'utf8') === files['a.svg'], said !== '');
                assert.deepEqual(readdirSync(cwd).sort(), [...Object.keys(files), 'open.mjs'].sort());
            });
        }
    });

    it('keep their mode, and a link stays a link', function () {
        if (process.platform === 'win32') this.skip();
        withFiles({ 'real/main.iacs': model }, cwd => {
            symlinkSync('real/main.iacs', path.join(cwd, 'main.iacs'));
            chmodSync(path.join(cwd, 'real/main.iacs'), 0o640);
            assert.equal(iacs(['format', 'main.iacs'], { cwd }).code, 0);
            assert.ok(lstatSync(path.join(cwd, 'main.iacs')).isSymbolicLink());
            assert.equal(statSync(path.join(cwd, 'real/main.iacs')).mode & 0o777, 0o640);
            assert.ok(readFileSync(path.join(cwd, 'real/main.iacs'), 'utf8') !== model);
            assert.deepEqual(readdirSync(cwd).sort(), ['main.iacs', 'real']);
        });
    });

    it('are refused with their reason', function () {
        if (process.platform === 'win32') this.skip();
        withFiles({ 'main.iacs': model, 'folder/x': '' }, cwd => {
            const refusal = (file: string, ...more: readonly string[]): string =>
                iacs(['diagram', 'main.iacs', '--format', 'mmd', '-o', file, ...more], { cwd }).stderr;
            assert.equal(
                refusal('nowhere/a.mmd'),
                'iacs: nowhere/a.mmd cannot be written: its folder does not exist. Nothing was changed.\n',
            );
            assert.equal(refusal('folder'), 'iacs: folder cannot be written: it is a folder. Nothing was changed.\n');
            spawnSync('mkfifo', [path.join(cwd, 'pipe')]);
            assert.equal(
                refusal('pipe'),
                'iacs: pipe cannot be written: it is a pipe that nothing reads. Nothing was changed.\n',
            );
            writeFileSync(path.join(cwd, 'a.mmd'), 'old\n');
            assert.match(refusal('a.mmd'), /a\.mmd exists and was not written by iacs/);
            assert.equal(refusal('a.mmd', '--force'), '');
            assert.notEqual(readFileSync(path.join(cwd, 'a.mmd'), 'utf8'), 'old\n');
        });
    });
});

describe('What is written over', () => {
    const model = 'system S { owner "O" }\nzone A { kind control SL-T 1 asset X : plc }\n';

    it('is never a model', () => {
        withFiles({ 'main.iacs': model }, cwd => {
            for (const args of [
                ['diagram', 'main.iacs', '--format', 'svg'],
                ['report', 'main.iacs', '--no-drawings', '--format', 'md'],
                ['diff', 'main.iacs', 'main.iacs'],
            ]) {
                const { code, stderr } = iacs([...args, '--force', '-o', 'main.iacs'], { cwd });
                assert.deepEqual(
                    [code, stderr],
                    [2, 'iacs: main.iacs would be taken for a model: choose another name for what is written.\n'],
                );
                assert.equal(readFileSync(path.join(cwd, 'main.iacs'), 'utf8'), model);
            }
        });
    });

    it('was written by iacs, or --force is given', () => {
        const zip = Buffer.from('PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0', 'latin1');
        const foreign: readonly (readonly [command: readonly string[], file: string, content: string | Buffer])[] = [
            [['diagram', 'main.iacs'], 'a.svg', '<svg xmlns="http://www.w3.org/2000/svg"><g/></svg>'],
            [['diagram', 'main.iacs'], 'a.drawio', '<mxfile host="Electron">\n<diagram name="By hand"/></mxfile>'],
            [['diagram', 'main.iacs'], 'a.mmd', 'flowchart TB\n  a --> b\n'],
            [['diagram', 'main.iacs'], 'a.json', '{ "name": "my-package", "version": "1.0.0" }'],
            [
                ['diagram', 'main.iacs'],
                'a.png',
                Buffer.from(`\x89PNG\r\n\x1a\n\0\0\0\rIHDR${'\0'.repeat(17)}\0\0\0\x04tEXt`, 'latin1'),
            ],
            [
                ['diagram', 'main.iacs'],
                'f.png',
                Buffer.from(`\x89PNG\r\n\x1a\n\0\0\0\rIHDR${'\0'.repeat(17)}\0\0\0\x04IDAT`, 'latin1'),
            ],
            [['diagram', 'main.iacs'], 'f.json', '{ "schemaVersion": 1, "label": "coverage", "message": "90 %" }'],
            [['diagram', 'main.iacs'], 'a.vsdx', zip],
            [['binder', 'main.iacs'], 'a.pdf', '%PDF-1.7\n1 0 obj\n'],
            [['report', 'main.iacs', '--no-drawings'], 'b.html', '<!DOCTYPE html><p>old'],
            [['report', 'main.iacs', '--no-drawings'], 'b.md', '# Notes\n\nof the last walk\n'],
            [['report', 'main.iacs', '--no-drawings'], 'b.csv', 'Tag,Pump\nP1,4\n'],
            ...['system', 'assets', 'flows', 'requirements', 'findings'].map(
                table =>
                    [['report', 'main.iacs', '--table', table], `${table}.csv`, 'Name,Type,Zone\nP1,plc,A\n'] as const,
            ),
            [['report', 'main.iacs', '--no-drawings'], 'b.json', '[1]'],
            [['report', 'main.iacs', '--no-drawings'], 'b.oscal.json', '{ "component-definition": {} }'],
            [['report', 'main.iacs', '--no-drawings'], 'b.docx', zip],
            [['report', 'main.iacs', '--no-drawings'], 'b.xlsx', zip],
            [['check', 'main.iacs'], 'c.sarif', '{ "version": "2.1.0", "runs": [] }'],
            [['check', 'main.iacs'], 'c.xml', '<?xml version="1.0"?><project/>'],
            [['check', 'main.iacs'], 'f.xml', '<?xml version="1.0"?>\n<testsuites>\n  <testsuite name="Mocha"/>'],
            [
                ['check', 'main.iacs', '--format', 'gitlab'],
                'codequality.json',
                '[{ "description": "x", "check_name": "no-undef", "fingerprint": "7815696ecbf1c96e6894b779456d330e" }]',
            ],
            [['check', 'main.iacs'], 'c.md', '# Findings of my own\n'],
            [['check', 'main.iacs'], 'c.txt', 'my notes\n'],
            [['check', 'main.iacs', '--format', 'gitlab'], 'c.out', '[{ "name": "x" }]'],
            [['diff', 'main.iacs', 'other.iacs'], 'd.md', '# Review\n'],
            [['diff', 'main.iacs', 'other.iacs'], 'd.txt', 'my notes\n'],
            [['diff', 'main.iacs', 'other.iacs'], 'd.svg', '<svg/>'],
            [['export', 'model', 'main.iacs'], 'e.json', '{ "model": 1 }'],
        ];
        withFiles({ 'main.iacs': model, 'other.iacs': model.replace('SL-T 1', 'SL-T 2') }, cwd => {
            for (const [command, file, content] of foreign) {
                writeFileSync(path.join(cwd, file), content);
                const run = (...more: readonly string[]) => iacs([...command, '-o', file, ...more], { cwd });
                const refused = run();
                assert.equal(refused.code, 2, `${file}\n${refused.stderr}`);
                assert.match(refused.stderr, /exists and was not written by iacs\. --force overwrites it\.\n$/, file);
                assert.deepEqual(readFileSync(path.join(cwd, file)), Buffer.from(content), file);
                assert.notEqual(run('--force').code, 2, file);
                const again = run();
                assert.notEqual(again.code, 2, `${file}\n${again.stderr}`);
                assert.notDeepEqual(readFileSync(path.join(cwd, file)), Buffer.from(content), file);
            }
        });
    });

    it('is never the template of a report, nor a page that it did not give', () => {
        const template = '<!DOCTYPE html>\n<body>{{body}}</body>\n';
        withFiles({ 'main.iacs': model, 'page.html': template }, cwd => {
            const report = (...more: readonly string[]) =>
                iacs(['report', 'main.iacs', '--no-drawings', '--template', 'page.html', ...more], { cwd });
            const { code, stderr } = report('-o', './page.html', '--force');
            assert.deepEqual(
                [code, stderr],
                [2, 'iacs: ./page.html is the template: choose another name for the report.\n'],
            );
            assert.equal(readFileSync(path.join(cwd, 'page.html'), 'utf8'), template);
            for (const _ of [1, 2]) assert.equal(report('-o', 'report.html').code, 0);
            const other = '<!DOCTYPE html>\n<body>My notes</main>\n';
            writeFileSync(path.join(cwd, 'report.html'), other);
            assert.deepEqual(
                [report('-o', 'report.html').code, report('-o', 'report.html').stderr],
                [2, 'iacs: report.html exists and is not a report of this template. --force overwrites it.\n'],
            );
            assert.equal(readFileSync(path.join(cwd, 'report.html'), 'utf8'), other);
            assert.equal(report('-o', 'report.html', '--force').code, 0);
        });
    });

    it('are no notes where places are remembered', () => {
        withFiles({ 'main.iacs': model, 'main.places': 'my notes\n' }, cwd => {
            const remember = (...more: readonly string[]) =>
                iacs(['diagram', 'main.iacs', '--remember', '-o', 'a.svg', ...more], { cwd });
            const places = (): string => readFileSync(path.join(cwd, 'main.places'), 'utf8');
            assert.match(remember().stderr, /main\.places exists and was not written by iacs/);
            assert.equal(places(), 'my notes\n');
            assert.equal(remember('--force').code, 0);
            writeFileSync(path.join(cwd, 'main.places'), places().replace(/^#.*\n/gm, ''));
            assert.equal(remember().code, 0, 'comments may go');
        });
    });

    it('is of the same kind, or --force is given', () => {
        withFiles({ 'main.iacs': model, 'a.svg': 'my notes\n', 'c.md': '' }, cwd => {
            assert.deepEqual(iacs(['diagram', 'main.iacs', '-o', 'a.svg'], { cwd }), {
                code: 2,
                stdout: '',
                stderr: 'iacs: a.svg exists and has other content (text, not SVG). --force overwrites it.\n',
            });
            assert.equal(iacs(['diagram', 'main.iacs', '-o', 'a.svg', '--force'], { cwd }).code, 0);
            assert.equal(iacs(['diagram', 'main.iacs', '-o', 'a.svg'], { cwd }).code, 0);
            assert.equal(iacs(['report', 'main.iacs', '--no-drawings', '-o', 'c.md'], { cwd }).code, 0, 'it is empty');
        });
    });
});
