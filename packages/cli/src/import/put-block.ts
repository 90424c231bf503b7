import { formatText, parse } from 'iacs-language';

/** The declarations of one word in a text, with the documentation comment before each. */
function blocksOf(
    text: string,
    word: 'ruleset' | 'observation',
): readonly { readonly name: string; readonly start: number; readonly end: number; readonly inner: string }[] {
    const type = word === 'ruleset' ? 'Ruleset' : 'Observation';
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

/** Lines of people in a block that an import wrote: what they accept stays. */
const theirs = /^\s*accept\s.*$/gm;

/**
 * Puts a declaration that an import wrote into the file that an earlier one wrote: in the place of the one of that
 * name, else at the end.
 * All other text stays, and so do `accept` statements in the block.
 * @param existing `null` for a new file
 */
export function putBlock(
    existing: string | null,
    word: 'ruleset' | 'observation',
    name: string,
    written: string,
): { readonly text: string; readonly state: 'new' | 'updated' | 'unchanged' } {
    if (existing === null) return { text: written, state: 'new' };
    const block = blocksOf(existing, word).find(each => each.name === name);
    if (!block)
        return {
            text: formatText(existing.trim() === '' ? written : `${existing.trimEnd()}\n\n${written}`),
            state: 'new',
        };
    const kept = (block.inner.match(theirs) ?? []).map(line => `  ${line.trim()}\n`).join('');
    const end = written.trimEnd().lastIndexOf('}');
    const text = formatText(
        `${existing.slice(0, block.start)}${written.slice(0, end)}${kept}}${existing.slice(block.end)}`,
    );
    return { text, state: text === existing ? 'unchanged' : 'updated' };
}
