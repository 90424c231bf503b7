/** Blocks of the text: how far their lines stand in, and how they fold. */
import { foldService, indentService } from '@codemirror/language';
import type { Extension } from '@codemirror/state';

const step = 2;
const strings = /"(?:[^"\\]|\\.)*"|\/\/.*$/gu;

const indentOf = (text: string): number => /^\s*/u.exec(text)?.[0].length ?? 0;
const opens = (text: string): boolean => text.replace(strings, '').trimEnd().endsWith('{');
const closes = (text: string): boolean => /^\s*\}/u.test(text);

/** As the line before, one step more after an open brace, one less before a closing one. */
const indent = indentService.of((context, place) => {
    const { text, from } = context.lineAt(place);
    const less = closes(text) ? step : 0;
    for (let end = from - 1; end >= 0;) {
        const before = context.lineAt(end, -1);
        if (before.text.trim() !== '')
            return Math.max(0, indentOf(before.text) + (opens(before.text) ? step : 0) - less);
        end = before.from - 1;
    }
    return 0;
});

/** A block folds from its opening brace to the closing one. */
const folding = foldService.of(({ doc }, start) => {
    const line = doc.lineAt(start);
    if (!opens(line.text)) return null;
    for (let number = line.number + 1; number <= doc.lines; number++) {
        const { text, from } = doc.line(number);
        if (closes(text) && indentOf(text) <= indentOf(line.text))
            return { from: line.from + line.text.lastIndexOf('{') + 1, to: from + indentOf(text) };
    }
    return null;
});

export const blocks: Extension = [indent, folding];
