import { formatText, parse } from 'iacs-language';

const types = { ruleset: 'Ruleset', observation: 'Observation', advisory: 'Advisory' } as const;
type Word = keyof typeof types;

interface Block {
    readonly name: string;
    /** As it is written, with its quotes. */
    readonly title: string | null;
    readonly start: number;
    readonly end: number;
    readonly inner: string;
    /** The statements in it, by their words. */
    readonly statements: readonly {
        readonly word: string;
        readonly text: string;
        readonly start: number;
        readonly end: number;
    }[];
}

/** The declarations of one word in a text, with the documentation comment before each. */
export function blocksOf(text: string, word: Word): readonly Block[] {
    const type = types[word];
    return (parse('import.iacs', text).file.statements ?? []).flatMap(statement => {
        if (statement.$type !== type) return [];
        const before = /\/\*\*(?:[^*]|\*(?!\/))*\*\/\s*$/.exec(text.slice(0, statement.start));
        const open = text.indexOf('{', statement.start);
        const { name, title, statements } = statement as {
            readonly name?: { readonly text: string };
            readonly title?: { readonly text: string };
            readonly statements?: readonly { readonly start: number; readonly end: number }[];
        };
        return [
            {
                name: name?.text ?? '',
                title: title?.text ?? null,
                statements: (statements ?? []).map(each => {
                    const said = text.slice(each.start, each.end);
                    return { word: /^[\w-]+/.exec(said)?.[0] ?? '', text: said, start: each.start, end: each.end };
                }),
                start: before ? before.index : statement.start,
                end: statement.end,
                inner: open < 0 || open > statement.end ? '' : text.slice(open + 1, statement.end - 1),
            },
        ];
    });
}

/** What an import writes into a block. All other statements are of people, and stay; of an advisory only these do. */
const ours: Partial<Record<Word, readonly string[]>> = {
    ruleset: ['device', 'exported', 'source', 'permits', 'blocks'],
    observation: ['sees', 'since', 'until', 'source', 'saw'],
};
const theirs = ['accept', 'agreed'];
/** What an import writes only if it is asked to, and asks people to write otherwise. */
const asked = ['device', 'sees'];

const digestsIn = (text: string): string => (text.match(/\bsha256 [\da-f]{64}/g) ?? []).sort().join();

/** A statement with the comment behind it, and those in the lines above it. */
function withComments(text: string, { start, end, text: said }: Block['statements'][number]): string {
    const above = /(?:(?<=\n)[ \t]*\/\/[^\n]*\n)+[ \t]*$/.exec(text.slice(0, start))?.[0] ?? '';
    const behind = /^[ \t]*(?:\/\/[^\n]*|\/\*(?:[^*\n]|\*(?!\/))*\*\/)/.exec(text.slice(end))?.[0] ?? '';
    return `${above.trim() === '' ? '' : `${above.trim()}\n  `}${said}${behind}`;
}

/**
 * A declaration as it is written now, with what people wrote into the one before: statements of their own, its title,
 * and what the import asked them for. The day of an export is that of its file.
 */
function withTheirs(before: Block, existing: string, written: string, word: Word): string {
    const [now] = blocksOf(written, word);
    if (!now) return written;
    const said = new Set(now.statements.map(each => each.word));
    const same = digestsIn(existing.slice(before.start, before.end)) === digestsIn(written);
    const own = ours[word];
    const isKept = (each: string): boolean =>
        own && !own.includes(each)
            ? true
            : !own
              ? theirs.includes(each)
              : !said.has(each) && (asked.includes(each) || (each === 'exported' && same));
    const kept = before.statements.filter(each => isKept(each.word));
    const first = kept.filter(each => own?.includes(each.word));
    const last = kept.filter(each => !first.includes(each));
    const lines = (some: typeof kept): string => some.map(each => `  ${withComments(existing, each)}\n`).join('');
    const [open, end] = [
        written.indexOf('{', now.start + (/^\s*\/\*\*[^]*?\*\//.exec(written)?.[0].length ?? 0)),
        written.trimEnd().lastIndexOf('}'),
    ];
    const head = written.slice(0, open);
    const title = before.title !== null && now.title === null ? `${head.trimEnd()} ${before.title} ` : head;
    return `${title}{\n${lines(first)}${written.slice(open + 1, end).replace(/^\n/, '')}${lines(last)}}`;
}

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
 * name, else at the end. All other text stays, and so does in the blocks what people wrote, such as `accept`.
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
        return { start: block.start, end: block.end, text: withTheirs(block, existing, written, word), isNew: false };
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
