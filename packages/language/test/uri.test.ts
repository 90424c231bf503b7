import assert from 'node:assert/strict';
import { filePath, fileUri, shortPath } from '../src/project/uri.ts';

describe('A path of Windows', () => {
    it('to the top of a drive is not the folder of it that a process is in', () => {
        for (const uri of ['file:///p%3A', 'file:///P:/', 'file:///p%3A/']) assert.match(filePath(uri)!, /^p:[\\/]$/);
        assert.match(filePath('file:///p%3A/main.iacs')!, /^p:[\\/]main\.iacs$/);
        assert.equal(filePath('untitled:p:'), null);
    });

    it('has one URI, also where it is written in its long form', () => {
        assert.equal(fileUri('\\\\?\\C:\\a b\\main.iacs'), fileUri('C:\\a b\\main.iacs'));
        assert.equal(fileUri('\\\\.\\c:\\a'), fileUri('c:\\a'));
        assert.equal(fileUri('\\\\?\\UNC\\server\\share\\a'), fileUri('\\\\server\\share\\a'));
        assert.equal(fileUri('/tmp/a b'), 'file:///tmp/a%20b');
    });

    it('has its short form, and no other path another one', () => {
        for (const [long, short] of [
            ['\\\\?\\C:\\plant\\main.iacs', 'C:\\plant\\main.iacs'],
            ['\\\\.\\c:\\plant', 'c:\\plant'],
            ['\\\\?\\unc\\server\\share\\a', '\\\\server\\share\\a'],
            ['\\\\.\\NUL', '\\\\.\\NUL'],
            ['\\\\server\\share', '\\\\server\\share'],
            ['/tmp/a', '/tmp/a'],
        ] as const)
            assert.equal(shortPath(long), short);
    });
});
