import { formatText, parse } from 'iacs-language';

const types = { ruleset: 'Ruleset', observation: 'Observation', advisory: 'Advisory' } as const;
type Word = keyof typeof types;

/** The declarations of one word in a text, with the documentation comment before each. */
export function blocksOf(
    text: string,
    word: Word,
): readonly { readonly name: string; readonly start: number; readonly end: number; readonly inner: string }[] {
    const type = types[word];
    return (parse('import.iacs', text).file.statements ?? []).flatMap(statement => {
        if (statement.$type !== type) return [];
        const before = /\/\*\*(?:[^*]|\*(?!\/))*\*\/\s*$/.exec(text.slice(0, statement.start));
        const open = text.indexOf('{', statement.start);
        const name = (statement as { readonly name?: { readonly text: string } }).name?.text ?? '';
        return [
            {
                name,
                start: before ? before.index : statement.start,
                end: statement.end,
                inner: open < 0 || open > statement.end ? '' : text.slice(open + 1, statement.end - 1),
            },
        ];
    });
}

/** Lines of people in a block that an import wrote: what they accept and agree to stays. */
const theirs = /^\s*(?:accept|agreed)\s.*$/gm;

/** What became of a declaration that was put into a file. */
export type PutState = 'new' | 'updated' | 'unchanged';

/**
 * Puts a declaration that an import wrote into the file that an earlier one wrote; see {@link putBlocks}.
 * @param existing `null` for a new file
 */
export function putBlock(
    existing: string | null,
    word: Word,
    name: string,
    written: string,
): { readonly text: string; readonly state: PutState } {
    const { text, states } = putBlocks(existing, word, [{ name, written }]);
    return { text, state: states[0]! };
}

/**
 * Puts declarations that an import wrote into the file that an earlier one wrote: each in the place of the one of that
 * name, else at the end. All other text stays, and so do `accept` and `agreed` statements in the blocks.
 * @param existing `null` for a new file
 * @returns the text, and what became of each declaration in their order
 */
export function putBlocks(
    existing: string | null,
    word: Word,
    all: readonly { readonly name: string; readonly written: string }[],
): { readonly text: string; readonly states: readonly PutState[] } {
    if (existing === null || existing.trim() === '')
        return { text: all.map(each => each.written).join('\n'), states: all.map(() => 'new') };
    const blocks = blocksOf(existing, word);
    const byName = new Map(blocks.map(block => [block.name, block]));
    const places = all.map(({ name, written }) => {
        const block = byName.get(name);
        if (!block) return { start: existing.length, end: existing.length, text: `\n\n${written}`, isNew: true };
        const kept = (block.inner.match(theirs) ?? []).map(line => `  ${line.trim()}\n`).join('');
        const end = written.trimEnd().lastIndexOf('}');
        return { start: block.start, end: block.end, text: `${written.slice(0, end)}${kept}}`, isNew: false };
    });
    let [text, at] = ['', 0];
    for (const place of [...places].sort((a, b) => a.start - b.start)) {
        text += existing.slice(at, place.start) + place.text;
        at = place.end;
    }
    const states = places.map(({ start, end, text: put, isNew }): PutState => {
        if (isNew) return 'new';
        return plain(put) === plain(existing.slice(start, end)) ? 'unchanged' : 'updated';
    });
    return { text: formatText(text + existing.slice(at)), states };
}

/** Without what the formatter lays out. */
function plain(text: string): string {
    return formatText(text).replace(/\s+/g, ' ').trim();
}
