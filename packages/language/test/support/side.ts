import assert from 'node:assert/strict';
import { sideOf, type DiffSide } from '../../src/views/diff/index.ts';
import { load } from './load.ts';

/** A side of a comparison, of a text without a mistake. */
export function sideOfText(text: string, today: string): DiffSide {
    const loaded = load(text, { today });
    assert.deepEqual(loaded.problems, []);
    return sideOf(loaded, {
        today,
        textOf: uri => loaded.files.get(uri),
        fileName: uri => uri.slice(uri.lastIndexOf('/') + 1),
    });
}
