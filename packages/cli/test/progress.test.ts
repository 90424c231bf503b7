import assert from 'node:assert/strict';
import { Progress } from '../src/progress.ts';

/** What a terminal gets of steps that begin at the given milliseconds. */
function written(progress: boolean, steps: readonly (readonly [at: number, text: string])[]): string {
    let now = 0;
    let written = '';
    const line = new Progress(
        {
            progress,
            status: text => {
                written += text;
            },
        },
        () => now,
    );
    for (const [at, text] of steps) {
        now = at;
        line.step(text);
    }
    line.end();
    return written;
}

describe('Progress', () => {
    it('is shown on a terminal, once somebody waits, and taken away', () => {
        assert.equal(
            written(true, [
                [100, 'Reading a.iacs'],
                [900, 'Reading b.iacs'],
                [1200, 'Model 1 of 2'],
            ]),
            '\r\u001b[KReading b.iacs\r\u001b[KModel 1 of 2\r\u001b[K',
        );
        assert.equal(written(true, [[100, 'Reading a.iacs']]), '');
        assert.equal(written(false, [[9000, 'Reading a.iacs']]), '');
    });

    it('keeps to one line and lets no control character of a file name through', () => {
        assert.equal(written(true, [[900, 'a\u001b[2J\nb']]), '\r\u001b[Ka [2J b\r\u001b[K');
        assert.ok(written(true, [[900, 'x'.repeat(500)]]).length < 100);
    });
});
