import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { completion } from '../../src/lsp/completion.ts';
import { hover } from '../../src/lsp/hover.ts';
import { applyEdits, formatText, parse } from '../../src/syntax/index.ts';
import { ask, workspace } from './ask.ts';

const text = readFileSync(new URL('../../../../examples/truck-loading/main.iacs', import.meta.url), 'utf8');

describe('Anywhere in a model', () => {
    it('an answer comes wherever the cursor stands, and in whatever state the text is', () => {
        const whole = workspace(text);
        for (let offset = 0; offset <= text.length; offset += 9) {
            const position = whole.view.lines.positionAt(offset);
            ask(hover, { ...whole, position });
            ask(completion, { ...whole, position });
        }
        for (let offset = 3; offset < text.length; offset += 151) {
            const cut = workspace(`${text.slice(0, offset)}<|>${text.slice(offset + 40)}`);
            ask(hover, cut);
            ask(completion, cut);
        }
    });

    it('every word of the text is proposed where it stands', () => {
        const whole = workspace(text);
        const words = [
            ...text.matchAll(/^ *(kind|criticality|status|purdue|access|direction|colour|is) ([a-z0-9.]+)/gm),
        ];
        assert.ok(words.length > 5);
        for (const word of words) {
            const offset = word.index + word[0].length - word[2]!.length + 1;
            const list = ask(completion, { ...whole, offset, position: whole.view.lines.positionAt(offset) });
            assert.ok(
                list?.items.some(item => item.label === word[2]),
                word[0],
            );
        }
    });

    it('every statement is proposed where it begins', () => {
        const whole = workspace(text);
        for (const word of text.matchAll(/^ *([a-zA-Z-]+) /gm)) {
            const first = word[1]!;
            const offset = word.index + word[0].length - first.length;
            const inComment = parse('a', text).comments.some(
                comment => comment.start <= offset && offset <= comment.end,
            );
            const continues = ['because', 'due', 'by', 'evidence'].includes(first);
            if (inComment || continues) continue;
            const list = ask(completion, { ...whole, offset, position: whole.view.lines.positionAt(offset) });
            assert.ok(
                list?.items.some(item => item.label === first),
                `${word[0]} at ${offset}`,
            );
        }
    });

    it('what a snippet inserts keeps the canonical layout', () => {
        const { view, context, position } = workspace('system S\n\n<|>\n');
        const list = ask(completion, { view, context, position, offset: 0 })!;
        for (const item of list.items.filter(each => each.insertTextFormat === 2 && each.label.endsWith('…'))) {
            const edit = item.textEdit as { newText: string };
            const written = edit.newText
                .replace(/\$\{\d+\|([^,|]*)[^}]*\}/g, '$1')
                .replace(/\$\{\d+:([^}]*)\}/g, '$1')
                .replace(/^ *\$0\n/gm, '')
                .replace(/\$\d/g, '');
            const after = applyEdits(view.text, [
                { file: '', start: view.lines.offsetAt(position), end: view.lines.offsetAt(position), text: written },
            ]);
            assert.equal(formatText(after), after);
        }
    });
});
