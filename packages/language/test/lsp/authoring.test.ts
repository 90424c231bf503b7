import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { CompletionList } from 'vscode-languageserver';
import { completion } from '../../src/lsp/completion.ts';
import { ask, workspace } from './ask.ts';

/** The plant that is written key by key in a real VS Code too (`npm run test:vscode -- --authoring`). */
const plant = readFileSync(new URL('../../../extension/test/vscode/authoring/plant.iacs', import.meta.url), 'utf8');

/** A word of the plant where an editor opens a list, and the labels of the list. */
interface Offer {
    readonly written: string;
    readonly wanted: string;
    /** The line from the wanted word on, and the whole of it. */
    readonly rest: string;
    readonly line: string;
    readonly labels: readonly string[];
}

/** The braces that an editor has closed already. */
function closers(text: string): string {
    const open = text.replace(/"[^"]*"/gu, '');
    return '\n}'.repeat(open.split('{').length - open.split('}').length);
}

/** Asks before each word, or after its first letter where one stands at the start of a line. */
function* offers(): Generator<Offer> {
    for (const { 0: word, index } of plant.matchAll(/"[^"\n]*"?|[^\s"{},]+/gu)) {
        const begins = /(^|\n) *$/u.test(plant.slice(0, index));
        const text = word.startsWith('"');
        const end = index + (begins || text ? 1 : 0);
        const before = plant.slice(0, end);
        const list: CompletionList | null = ask(
            completion,
            workspace(`${before}<|>${text ? '"' : ''}${closers(before)}\n`),
            { context: { triggerKind: begins ? 1 : 2, ...(begins ? {} : { triggerCharacter: before.at(-1) }) } },
        );
        yield {
            written: before.slice(before.lastIndexOf('\n') + 1).trim(),
            wanted: text ? word.slice(1, -1) : word,
            rest: plant.slice(index + (text ? 1 : 0), plant.indexOf('\n', index)),
            line: plant.slice(plant.lastIndexOf('\n', index - 1) + 1, plant.indexOf('\n', index)),
            labels: list?.items.map(({ label }) => label) ?? [],
        };
    }
}

describe('Writing a plant of eight zones', () => {
    it('has what is wanted as the first item of most lists', () => {
        const all = [...offers()].filter(({ labels }) => labels.length > 0);
        // A requirement is offered with the letters that are written of it already: `SR 1.1`.
        const isFirst = ({ rest, line, labels: [first = ''] }: Offer): boolean =>
            first.includes(' ') && line.endsWith(first)
                ? true
                : rest.startsWith(first) && (first.endsWith('.') || !/^[\w-]/u.test(rest.slice(first.length)));
        const wrong = all.filter(each => !isFirst(each));
        assert.ok(all.length > 250, `${all.length} lists`);
        const lines = wrong.map(
            ({ written, wanted, labels }) => `${written} ▮${wanted}: ${labels.slice(0, 4).join(' | ')}`,
        );
        // A new owner, one of several zones, a number on a scale: what cannot be known stays.
        assert.ok(wrong.length <= 16, `${wrong.length} wrong first items\n${lines.join('\n')}`);
    });
});
