import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { today } from 'iacs-language/clock';
import { call } from '../src/main.ts';
import { isInside } from '../src/mcp/inside.ts';
import { isNoFileOfWindows } from '../src/windows-names.ts';

const { cacheFolder } = createRequire(import.meta.url)('../start/cache-folder.js') as {
    cacheFolder(env: Readonly<Record<string, string>>): string | undefined;
};
const model = 'system S { owner "O" }\nzone A { kind control }\n';

/** Does something as if the system were Windows, but for its paths. */
async function asOnWindows<T>(what: () => T | Promise<T>): Promise<T> {
    const own = Object.getOwnPropertyDescriptor(process, 'platform')!;
    Object.defineProperty(process, 'platform', { ...own, value: 'win32' });
    try {
        return await what();
    } finally {
        Object.defineProperty(process, 'platform', own);
    }
}

/** Runs a command, and gives back its exit code and what it complains of. */
async function run(args: readonly string[], cwd: string): Promise<{ code: number; stderr: string }> {
    let stderr = '';
    const err = (text: string): void => void (stderr += text);
    const own = { cwd, version: '0', env: {}, today: today(), colours: false, progress: false };
    const code = await call(args, { ...own, out: () => {}, err, status: err, stdin: () => Promise.resolve('') });
    return { code, stderr };
}

describe('On Windows', () => {
    it('names are told that no file can have', () => {
        for (const name of [
            ...[
                'nul',
                'NUL.md',
                'con',
                'Aux',
                'aux.tar.gz',
                'com1.svg',
                'COM²',
                'lpt9',
                'prn.json',
                'conin$',
                'nul .txt',
            ],
            ...['a:b.md', 'a?.md', 'a*', 'a<b>', 'a|b', '"a"', 'x.md.', 'x.', 'x.md ', 'a\u0007'],
        ])
            assert.ok(isNoFileOfWindows(`C:\\a\\${name}`), name);
        for (const file of [
            ...[
                'C:\\a\\null',
                'C:\\a\\console.md',
                'C:\\a\\a.con',
                'C:\\a\\.nul',
                'C:\\a\\com10',
                'C:\\a b\\ä & ü%.md',
            ],
            ...['\\\\server\\share$\\a.md', '\\\\?\\C:\\a\\b.md', '\\\\.\\NUL', '/tmp/a b/c.md'],
        ])
            assert.ok(!isNoFileOfWindows(file), file);
        assert.ok(isNoFileOfWindows('C:\\aux\\main.iacs'));
        assert.ok(isNoFileOfWindows('\\\\?\\C:\\a\\nul'));
    });

    it('a path is in the folder of a server in its long form too, and in any letters', () => {
        for (const file of [
            'C:\\plant',
            'C:\\plant\\a\\main.iacs',
            '\\\\?\\C:\\plant\\main.iacs',
            '\\\\.\\c:\\PLANT\\main.iacs',
            'C:\\plant\\..main.iacs',
        ])
            assert.ok(isInside('C:\\plant', file, path.win32), file);
        assert.ok(isInside('\\\\server\\share\\plant', '\\\\?\\UNC\\server\\share\\plant\\a', path.win32));
        for (const file of [
            'C:\\',
            'C:\\plant2\\main.iacs',
            'D:\\plant\\main.iacs',
            '\\\\?\\C:\\main.iacs',
            '\\\\?\\D:\\plant\\main.iacs',
            '\\\\?\\UNC\\server\\plant\\main.iacs',
            '\\\\.\\NUL',
        ])
            assert.ok(!isInside('C:\\plant', file, path.win32), file);
        assert.ok(isInside('/plant', '/plant/a', path.posix) && !isInside('/plant', '/plants', path.posix));
    });

    it('a file that it cannot have is not made, and the message says why', async () => {
        const cwd = mkdtempSync(path.join(tmpdir(), 'iacs-'));
        try {
            writeFileSync(path.join(cwd, 'main.iacs'), model);
            for (const [name, ...args] of [
                ['nul', 'report', 'main.iacs', '--format', 'md', '-o', 'nul'],
                ['aux.json', 'check', 'main.iacs', '-o', 'aux.json'],
                ['a?.svg', 'diagram', 'main.iacs', '-o', 'a?.svg'],
                ['con/main.iacs', 'init', 'con'],
            ] as const) {
                const why = 'Windows has no file of such a name';
                assert.deepEqual(await asOnWindows(() => run(args, cwd)), {
                    code: 2,
                    stderr: `iacs: ${name} cannot be written: ${why}. Nothing was changed.\n`,
                });
            }
            assert.deepEqual(readdirSync(cwd), ['main.iacs']);
        } finally {
            rmSync(cwd, { recursive: true });
        }
    });

    it('compiled code is not kept in the folder of the model', async () => {
        for (const env of [{}, { LOCALAPPDATA: '' }, { LOCALAPPDATA: 'cache' }, { LOCALAPPDATA: './cache' }])
            assert.equal(await asOnWindows(() => cacheFolder(env)), undefined, JSON.stringify(env));
    });
});
