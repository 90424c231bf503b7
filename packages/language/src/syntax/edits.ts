import type { Edit, Origin, Place } from '../model/index.ts';
import { absorbedWithout } from './absorbed.ts';
import { withAdditions, type Incoming } from './into-blocks.ts';
import type { TextEdit } from './text-edit.ts';
import {
    applyEdits,
    blanksBefore,
    breakBefore,
    commentsAndStrings,
    indentAt,
    indented,
    lineEnd,
    lineStart,
    newlineOf,
    unit,
    withDoc,
} from './text-edit.ts';
import { tidied } from './tidy.ts';

/**
 * Turns edits that are said without the text into changes of characters, formatted for the place where they land.
 * @param textOf the present text of a file
 * @returns changes that do not overlap, in the order of the files and places
 */
export function renderEdits(asIs: readonly Edit[], textOf: (file: string) => string): TextEdit[] {
    const edits = asIs.map(edit => (edit.kind === 'replace' ? keepingComments(edit, textOf(edit.at.file)) : edit));
    const moved = edits.flatMap(movedBy);
    const travels = (edit: Edit): boolean => edit.kind === 'replace' && moved.some(place => isInside(edit.at, place));
    const replacements = edits.filter(edit => edit.kind === 'replace');
    const asked = together(edits.filter(edit => !travels(edit)));
    const rendered = [
        ...asked.flatMap(edit => render(edit, textOf, replacements)),
        ...apart(asked.flatMap(takenBy), textOf),
    ];
    const added = asked.flatMap(edit => addedBy(edit, textOf, replacements));
    const ordered = mergeInsertions(withAdditions(rendered, added, textOf)).sort((a, b) =>
        a.file < b.file ? -1 : a.file > b.file ? 1 : a.start - b.start || a.end - b.end,
    );
    return tidied(clipped(ordered), textOf);
}

/**
 * What is appended to one file becomes one edit, in the order in which it was asked for: the end of a file can be
 * replaced once.
 */
function together(edits: readonly Edit[]): readonly Edit[] {
    const last = new Map<string, Extract<Edit, { kind: 'append' }>>();
    for (const edit of edits) {
        if (edit.kind !== 'append') continue;
        const before = last.get(edit.file);
        last.set(edit.file, before ? { ...edit, text: `${before.text}\n\n${edit.text}` } : edit);
    }
    return last.size === 0 ? edits : [...edits.filter(edit => edit.kind !== 'append'), ...last.values()];
}

/** The statements that an edit takes from one place to another. */
function movedBy(edit: Edit): readonly Place[] {
    if (edit.kind === 'enclose') return edit.statements;
    return edit.kind === 'move' ? [edit.at] : [];
}

/** The statements that an edit takes away from where they are. */
function takenBy(edit: Edit): readonly Place[] {
    if (edit.kind === 'remove') return [edit.at];
    return edit.kind === 'enclose' && !edit.after ? edit.statements.slice(1) : movedBy(edit);
}

/** What follows a statement that is taken away stays a statement of its own. */
function apart(taken: readonly Place[], textOf: (file: string) => string): readonly TextEdit[] {
    return [...Map.groupBy(taken, ({ file }) => file)].flatMap(([file, places]) => {
        const text = textOf(file);
        return absorbedWithout(places, text).flatMap(({ statement, above }) => {
            const at = withComments({ file, start: statement.start, end: statement.end }, text);
            const place = withComments({ file, start: above.start, end: above.end }, text).start;
            const gap = newlineOf(text) + indentAt(text, place);
            const written = text.slice(at.start, at.end) + gap;
            return [removal(at, text), { file, start: place, end: place, text: written }];
        });
    });
}

function isInside(inner: Place, outer: Place): boolean {
    return inner.file === outer.file && outer.start <= inner.start && inner.end <= outer.end;
}

/** Two removals side by side may both take the blank line between them: the second one takes what is left. */
function clipped(edits: readonly TextEdit[]): TextEdit[] {
    let taken = { file: '', end: 0 };
    return edits.map(edit => {
        const start =
            edit.text === '' && edit.file === taken.file && edit.start < taken.end
                ? Math.min(taken.end, edit.end)
                : edit.start;
        taken = edit;
        return start === edit.start ? edit : { ...edit, start };
    });
}

type Replacement = Extract<Edit, { kind: 'replace' }>;

/** @param replacements those of the same fix: the ones inside of a statement that moves are made on its way */
function render(edit: Edit, textOf: (file: string) => string, replacements: readonly Replacement[]): TextEdit[] {
    switch (edit.kind) {
        case 'replace':
            return [{ ...span(edit.at), text: edit.text }];
        case 'remove':
            return [removal(edit.at, textOf(edit.at.file))];
        case 'add':
            return [];
        case 'follow':
            return [following(edit.after, edit.text, textOf(edit.after.file))];
        case 'compose': {
            const { file, whole, block } = edit.at;
            const end = block?.start ?? whole.end;
            return [{ file, start: whole.start, end, text: textOf(file).slice(whole.start, end).normalize('NFC') }];
        }
        case 'append':
            return [appended(edit.file, edit.text, textOf(edit.file))];
        case 'move': {
            const source = textOf(edit.at.file);
            const at = withComments(edit.at, source);
            return [removal(at, source)];
        }
        case 'enclose':
            return enclosure(edit, textOf, replacements);
    }
}

function span(place: Place): Omit<TextEdit, 'text'> {
    return { file: place.file, start: place.start, end: place.end };
}

/** Insertions at one place become one, in the order in which they were asked for. */
function mergeInsertions(edits: readonly TextEdit[]): TextEdit[] {
    const merged: TextEdit[] = [];
    for (const edit of edits) {
        const index =
            edit.start === edit.end
                ? merged.findIndex(
                      other => other.file === edit.file && other.start === edit.start && other.end === edit.end,
                  )
                : -1;
        if (index < 0) merged.push(edit);
        else merged[index] = { ...edit, text: merged[index]!.text + edit.text };
    }
    return merged;
}

/**
 * What is replaced may have comments between its words, and they are kept: those of a value before the new one, so that
 * none documents the next statement, and all others behind what is written.
 */
function keepingComments(edit: Replacement, text: string): Replacement {
    const { start, end } = edit.at;
    const comments = (text.slice(start, end).match(commentsAndStrings) ?? []).filter(
        each => each.startsWith('/') && !edit.text.includes(each),
    );
    if (comments.length === 0) return edit;
    const isValue = /[^\s{}]/.test(text.slice(lineStart(text, start), start));
    const before = isValue ? comments.filter(each => each.startsWith('/*')) : [];
    const behind = comments.filter(each => !before.includes(each));
    const endsLine = text.slice(end, lineEnd(text, end)).trim() === '';
    const further = newlineOf(text) + indentAt(text, start) + unit;
    const gap = (each: string, index: number): string => {
        const isLast = index === behind.length - 1;
        if (!each.startsWith('//') || (isLast && endsLine)) return isLast ? '' : ' ';
        return isLast && text[end] === ' ' ? further.slice(0, -1) : further;
    };
    const after = behind.map((each, index) => each + gap(each, index)).join('');
    return { ...edit, text: [...before, edit.text, after].filter(part => part !== '').join(' ') };
}

/** True where an offset, at the beginning of a line, is at the top of the text, of a block, or behind an empty line. */
function isAfterGap(text: string, line: number): boolean {
    const end = blanksBefore(text, breakBefore(text, line));
    return end === 0 || text[end - 1] === '\n' || text[end - 1] === '{';
}

/**
 * A statement that moves takes the comments along that speak of it: those on the lines directly above it, and one after
 * it on its line.
 */
function withComments(at: Place, text: string): Place {
    let start = withDoc(text, at.start);
    for (;;) {
        const line = lineStart(text, start);
        if (text.slice(line, start).trim() !== '' || line === 0) break;
        const above = lineStart(text, line - 1);
        const comment = /^[ \t]*(?=\/\/)/.exec(text.slice(above, line));
        if (!comment) break;
        start = withDoc(text, above + comment[0].length);
    }
    const behind = /^[ \t]*(?:\/\/[^\r\n]*|\/\*[^\r\n]*\*\/)(?=[ \t]*(?:\r?\n|$))/.exec(text.slice(at.end));
    return { file: at.file, start, end: at.end + (behind?.[0].length ?? 0) };
}

function removal(at: Place, text: string): TextEdit {
    const from = withDoc(text, at.start);
    const start = lineStart(text, from);
    const end = lineEnd(text, at.end);
    const alone = text.slice(start, from).trim() === '' && text.slice(at.end, end).trim() === '';
    if (!alone) {
        const gap = /^[ \t]+/.exec(text.slice(at.end, end))?.[0].length ?? 0;
        const blanks = blanksBefore(text, from);
        const behind = text[at.end + gap];
        const emptied = behind === '}' && text[blanks - 1] === '{';
        const endsLine = behind === undefined || behind === '\n' || behind === '\r';
        return { file: at.file, start: emptied || endsLine ? blanks : from, end: at.end + gap, text: '' };
    }
    let next = Math.min(text.length, end + 1);
    const following = text.slice(next, lineEnd(text, next) + 1);
    if (isAfterGap(text, start) && /^[ \t]*\r?\n/.test(following)) next += following.length;
    const above = lineStart(text, start - 1);
    // Of an empty line above the last statement of a block, nothing is left to set apart.
    const isApart = start > 0 && text.slice(above, start).trim() === '' && /^[ \t]*\}/.test(following);
    if (isApart) return { file: at.file, start: above, end: next, text: '' };
    const before = text.slice(0, start).trimEnd().length;
    if (before > 0 && text.slice(next).trim() === '')
        return { file: at.file, start: lineEnd(text, before) + 1, end: text.length, text: '' };
    return { file: at.file, start, end: next, text: '' };
}

function dedented(text: string, at: Place, replacements: readonly Replacement[]): string {
    const indent = indentAt(text, at.start);
    const inside = replacements
        .filter(each => isInside(each.at, at))
        .map(each => ({
            file: at.file,
            start: each.at.start - at.start,
            end: each.at.end - at.start,
            text: each.text,
        }));
    return applyEdits(text.slice(at.start, at.end), inside)
        .split(/\r?\n/)
        .map((line, index) => (index > 0 && line.startsWith(indent) ? line.slice(indent.length) : line))
        .join('\n');
}

function addedBy(
    edit: Edit,
    textOf: (file: string) => string,
    replacements: readonly Replacement[],
): readonly Incoming[] {
    if (edit.kind === 'add') return [{ into: edit.into, statement: edit.text, where: edit.where }];
    if (edit.kind !== 'move') return [];
    const source = textOf(edit.at.file);
    const statement = dedented(source, withComments(edit.at, source), replacements);
    return [{ into: edit.into, statement, where: 'last' }];
}

function following(after: Origin, statement: string, text: string): TextEdit {
    const newline = newlineOf(text);
    const indent = indentAt(text, after.whole.start);
    const end = lineEnd(text, after.whole.end);
    const alone = text.slice(after.whole.end, end).trim() === '';
    const at = alone ? (text[end - 1] === '\r' ? end - 1 : end) : after.whole.end;
    const apart = indent === '' || statement.includes('\n');
    const crowded = alone && apart && /^\r?\n[ \t]*[^\s}]/.test(text.slice(at));
    const written = indented(statement, indent, newline);
    return {
        file: after.file,
        start: at,
        end: at,
        text: `${apart ? newline + newline : newline}${written}${crowded ? newline : ''}`,
    };
}

function appended(file: string, statement: string, text: string): TextEdit {
    const newline = newlineOf(text);
    const end = text.trimEnd().length;
    const gap = end === 0 ? '' : newline + newline;
    return { file, start: end, end: text.length, text: `${gap}${indented(statement, '', newline)}${newline}` };
}

function enclosure(
    edit: Extract<Edit, { kind: 'enclose' }>,
    textOf: (file: string) => string,
    replacements: readonly Replacement[],
): TextEdit[] {
    const statements = edit.statements.map(at => withComments(at, textOf(at.file)));
    const [first] = statements;
    if (!first) return [];
    const inside = [...edit.facts, ...statements.map(at => dedented(textOf(at.file), at, replacements))];
    const block = [edit.head + ' {', ...inside.map(line => indented(line, unit, '\n')), '}'].join('\n');
    if (edit.after) {
        return [
            following(edit.after, block, textOf(edit.after.file)),
            ...statements.map(at => removal(at, textOf(at.file))),
        ];
    }
    const text = textOf(first.file);
    const indent = indentAt(text, first.start);
    const written = indented(block, indent, newlineOf(text)).slice(indent.length);
    return [
        { file: first.file, start: first.start, end: first.end, text: written },
        ...statements.slice(1).map(at => removal(at, textOf(at.file))),
    ];
}
