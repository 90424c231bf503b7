import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { LineIndex } from '../src/lsp/lines.ts';
import { Lines } from '../src/model/index.ts';
import { random } from './support/random-plant.ts';

describe('Lines', () => {
    it('end with LF, CRLF or CR', () => {
        const lines = new Lines('a\r\nbc\rd\n\n');
        assert.deepEqual(
            [1, 2, 3, 4, 5].map(number => lines.line(number)),
            ['a', 'bc', 'd', '', ''],
        );
        assert.deepEqual(
            [0, 3, 4, 6, 9].map(offset => lines.at(offset)),
            [
                { line: 1, column: 1 },
                { line: 2, column: 1 },
                { line: 2, column: 2 },
                { line: 3, column: 1 },
                { line: 5, column: 1 },
            ],
        );
    });

    it('are in an editor what its own text document says', () => {
        const next = random(7);
        const ends = ['a', 'é', '\u{1f600}', '\r', '\n', '\r\n'];
        for (let round = 0; round < 300; round++) {
            const text = Array.from({ length: next(30) }, () => ends[next(ends.length)]!).join('');
            const [ours, theirs] = [new LineIndex(text), TextDocument.create('', '', 0, text)];
            assert.equal(ours.lineCount, theirs.lineCount);
            for (let offset = 0; offset <= text.length + 1; offset++)
                assert.deepEqual(ours.positionAt(offset), theirs.positionAt(offset), JSON.stringify([text, offset]));
            for (let line = 0; line <= ours.lineCount; line++) {
                for (let character = 0; character < 6; character++) {
                    const position = { line, character };
                    assert.equal(ours.offsetAt(position), theirs.offsetAt(position), JSON.stringify([text, position]));
                }
            }
        }
    });
});
