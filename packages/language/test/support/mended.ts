import { renderEdits } from '../../src/syntax/index.ts';
import { load } from './load.ts';

const today = '2026-06-01';

/** What is said of the mistakes of a text. */
export function said(text: string): readonly string[] {
    return load(text, { today }).problems.map(({ message }) => message);
}

/** The text after the first fix of every mistake that has one. */
export function mended(text: string): string {
    let now = text;
    for (let round = 0; round < 60; round++) {
        const fix = load(now, { today }).problems.find(problem => problem.fixes.length > 0)?.fixes[0];
        if (!fix) return now;
        const edits = renderEdits(fix.edits, () => now);
        now = edits.toReversed().reduce((all, edit) => all.slice(0, edit.start) + edit.text + all.slice(edit.end), now);
    }
    return now;
}
