import assert from 'node:assert/strict';
import type { Edit, Fix, Place } from '../../src/model/index.ts';
import { applyEdits, formatText, parse, renderEdits, statementsOf } from '../../src/syntax/index.ts';
import type { TextEdit } from '../../src/syntax/index.ts';

/** A statement without its block, by its words. */
interface Head {
    readonly words: string;
    readonly start: number;
    readonly end: number;
}

/** All statements of a text, those in blocks among them. */
function headsOf(text: string): readonly Head[] {
    const found: Head[] = [];
    const walk = (node: object): void => {
        for (const each of statementsOf(node)) {
            const end = ('open' in each && each.open?.start) || each.end;
            const words = text.slice(each.start, end).replace(/\s+/g, ' ').trim();
            found.push({ words, start: each.start, end });
            walk(each);
        }
    };
    walk(parse('', text).file);
    return found;
}

function counted(texts: Iterable<string>): Map<string, number> {
    const counts = new Map<string, number>();
    for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
    return counts;
}

/** What is there less often than before. */
function lost(before: Iterable<string>, after: Iterable<string>): readonly string[] {
    const now = counted(after);
    return [...counted(before)].filter(([text, count]) => (now.get(text) ?? 0) < count).map(([text]) => text);
}

const plainly = (text: string): string => text.replace(/\s+/g, ' ');

const commentsOf = (text: string): readonly string[] =>
    parse('', text).comments.map(each => plainly(text.slice(each.start, each.end)));

/** The comments within a statement, and the one that documents it. */
const commentsWith = (at: Place, text: string): readonly string[] =>
    parse('', text)
        .comments.filter(
            ({ start, end }) =>
                (at.start <= start && start < at.end) ||
                (text.startsWith('/**', start) && end <= at.start && text.slice(end, at.start).trim() === ''),
        )
        .map(each => plainly(text.slice(each.start, each.end)));

/** The places of which a fix speaks itself. */
function spokenOf(edit: Edit): readonly Place[] {
    if (edit.kind === 'replace' || edit.kind === 'remove') return [edit.at];
    return edit.kind === 'compose' ? [{ file: edit.at.file, ...edit.at.whole }] : [];
}

function assertApart(edits: readonly TextEdit[], text: string, what: string): void {
    for (const [index, { start, end }] of edits.entries()) {
        assert.ok(0 <= start && start <= end && end <= text.length, `${what}: a change lies outside of the text`);
        assert.ok(index === 0 || edits[index - 1]!.end <= start, `${what}: changes overlap`);
    }
}

/**
 * Makes a fix, and requires that it keeps all of which it does not speak: every comment, save those of what it removes,
 * every statement, as it is written or moved whole, and the canonical layout of a text that has it. What it adds is
 * read as it says.
 * @returns the texts after it
 */
export function keptBy(files: ReadonlyMap<string, string>, fix: Fix, what: string): ReadonlyMap<string, string> {
    const textOf = (file: string): string => files.get(file)!;
    const edits = renderEdits(fix.edits, textOf);
    const after = new Map(files);
    for (const [file, own] of Map.groupBy(edits, edit => edit.file)) {
        assertApart(own, textOf(file), what);
        after.set(file, applyEdits(textOf(file), own));
        if (formatText(textOf(file)) === textOf(file))
            assert.equal(formatText(after.get(file)!), after.get(file), `${what}: formatted no more`);
    }
    const spoken = fix.edits.flatMap(spokenOf);
    const all = (texts: ReadonlyMap<string, string>, of: (text: string) => readonly string[]): readonly string[] =>
        [...texts.values()].flatMap(of);
    const removed = fix.edits.flatMap(edit =>
        edit.kind === 'remove' ? commentsWith(edit.at, textOf(edit.at.file)) : [],
    );
    const gone = lost(all(files, commentsOf), all(after, commentsOf)).filter(each => !removed.includes(each));
    assert.deepEqual(gone, [], `${what}: comments are lost`);
    const words = (text: string): readonly string[] => headsOf(text).map(head => head.words);
    for (const statement of lost(all(files, words), all(after, words))) {
        const touched = [...files].some(([file, text]) =>
            headsOf(text).some(
                head =>
                    head.words === statement &&
                    spoken.some(at => at.file === file && at.start <= head.end && head.start <= at.end),
            ),
        );
        assert.ok(touched, `${what}: changes ${statement}`);
    }
    const now = new Set(all(after, words));
    for (const edit of fix.edits) {
        if (edit.kind !== 'add' && edit.kind !== 'follow' && edit.kind !== 'append') continue;
        // What stands behind `meets` there is said of the countermeasure, as if it stood alone.
        if (edit.kind === 'add' && textOf(edit.into.file).startsWith('countermeasure', edit.into.whole.start)) continue;
        for (const added of words(edit.text)) assert.ok(now.has(added), `${what}: ${added} is not read alone`);
    }
    return after;
}
