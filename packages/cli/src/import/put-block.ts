import { counted, formatText, type Leaf, Lines, parse } from 'iacs-language';
import { Failure } from '../io.ts';
import { type Commented, commentedBlock } from './block-comments.ts';

const types = { ruleset: 'Ruleset', observation: 'Observation', advisory: 'Advisory' } as const;
type Word = keyof typeof types;

interface Block {
    readonly name: string;
    /** As it is written, with its quotes. */
    readonly title: string | null;
    /** The comments before it, in the order of the text, with nothing between. */
    readonly before: readonly Leaf[];
    readonly start: number;
    readonly end: number;
    /** Comments between its word and its brace. */
    readonly head: readonly string[];
    /** The offset behind its name. */
    readonly nameEnd: number;
    readonly inner: { readonly start: number; readonly end: number };
    readonly statements: readonly Commented[];
    /** Comments before its end. */
    readonly last: readonly string[];
}

/** The declarations of one word in a text. */
export function blocksOf(text: string, word: Word): readonly Block[] {
    const { file, comments } = parse('import.iacs', text);
    const type = types[word];
    return (file.statements ?? []).flatMap(statement => {
        if (statement.$type !== type) return [];
        const { name, title, open, close } = statement;
        const inner = { start: open?.end ?? statement.end, end: close?.start ?? statement.end };
        return [
            {
                name: name?.text ?? '',
                title: title?.text ?? null,
                before: commentsBefore(statement.start, text, comments),
                head: comments.flatMap(each =>
                    each.start > statement.start && each.end < inner.start ? [each.text] : [],
                ),
                start: statement.start,
                end: statement.end,
                nameEnd: name?.end ?? statement.start + word.length,
                inner,
                ...commentedBlock(text, statement, inner, comments),
            },
        ];
    });
}

function commentsBefore(start: number, text: string, comments: readonly Leaf[]): readonly Leaf[] {
    const before: Leaf[] = [];
    for (let at = start; ; at = before[0]!.start) {
        const comment = comments.findLast(each => each.end <= at);
        if (!comment || text.slice(comment.end, at).trim() !== '') return before;
        before.unshift(comment);
    }
}

/** The comment of an import, and what people wrote into it before that. */
const ourComment = /^(\/\*\*[^]*?)\bWritten by iacs import /;

/**
 * The comment that an import wrote before a declaration, with what people wrote into it before that; else the place for
 * it, so that the documentation that people wrote stays the nearest. `null` where there is none at all.
 */
function commentOf({ before }: Block): { readonly start: number; readonly end: number; readonly said: string } | null {
    for (const { text, start, end } of before) {
        const said = ourComment.exec(text)?.[1];
        if (said !== undefined) return { start, end, said };
    }
    const theirs = before.findLast(each => each.text.startsWith('/**'));
    return theirs ? { start: theirs.start, end: theirs.start, said: '/** ' } : null;
}

/** What an import writes into a block. All other statements are of people, and stay; of an advisory only these do. */
const ours: Partial<Record<Word, readonly string[]>> = {
    ruleset: ['device', 'exported', 'source', 'permits', 'blocks'],
    observation: ['sees', 'since', 'until', 'source', 'saw'],
};
const theirs = ['accept', 'agreed'];
/** What an import writes only if it is asked to, and asks people to write otherwise. */
const asked = ['device', 'sees'];

/** The statements that are rows of what was imported. */
const rows = ['permits', 'blocks', 'saw', 'affected', 'not-affected', 'fixed', 'under-investigation', 'vulnerability'];

/** A declaration, and what the one before had that it has not. */
interface Put {
    readonly text: string;
    readonly gone: readonly string[];
}

const digestsIn = (text: string): string => (text.match(/\bsha256 [\da-f]{64}/g) ?? []).sort().join();

/** The statements that are written now, each with that of before that it is: the same words, else about the same. */
function pairs(now: readonly Commented[], before: readonly Commented[]): ReadonlyMap<Commented, Commented> {
    const found = new Map<Commented, Commented>();
    const taken = new Set<Commented>();
    for (const key of ['plain', 'about'] as const) {
        const left = Map.groupBy(
            before.filter(each => !taken.has(each)),
            each => each[key],
        );
        const mine = Map.groupBy(
            now.filter(each => !found.has(each)),
            each => each[key],
        );
        for (const [text, some] of mine) {
            const others = left.get(text) ?? [];
            if (key === 'about' && (some.length > 1 || others.length > 1)) continue;
            some.forEach((each, index) => {
                const other = others[index];
                if (!other) return;
                found.set(each, other);
                taken.add(other);
            });
        }
    }
    return found;
}

const hasComments = ({ lead, tail, text, plain: said }: Commented): boolean =>
    lead.length > 0 || tail.length > 0 || text.replace(/\s+/g, ' ') !== said;

/** The comments of a statement that is written no more, below what it was about. */
const leftOver = ({ about, lead, tail, text }: Commented): readonly string[] => [
    `// Was at: ${about}`,
    ...lead,
    ...tail,
    ...parse('import.iacs', text).comments.map(each => each.text),
];

/** A statement in its lines, with the comments that stand at it. */
const lineOf = ({ lead, tail, text }: Pick<Commented, 'lead' | 'tail' | 'text'>): string =>
    [...lead, [text, ...tail].join(' ')].map(each => `  ${each}\n`).join('');

/**
 * A declaration as it is written now, with what people wrote into the one before: statements of their own, its title,
 * comments, and what the import asked them for. The day of an export is that of its file.
 */
function withTheirs(before: Block, existing: string, written: string, word: Word): Put {
    const [now] = blocksOf(written, word);
    if (!now) return { text: written, gone: [] };
    const comment = commentOf(before);
    const said = new Set(now.statements.map(each => each.word));
    const same = digestsIn(existing.slice(comment?.start ?? before.start, before.end)) === digestsIn(written);
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
    const others = before.statements.filter(each => !kept.includes(each));
    const found = pairs(now.statements, others);
    const used = new Set(found.values());
    const left = others.filter(each => !used.has(each));
    const body = now.statements.map(each => {
        const there = found.get(each);
        if (!there) return lineOf(each);
        return lineOf({ ...there, text: there.plain === each.plain ? there.text : each.text });
    });
    const changed = [...found]
        .filter(([each, there]) => each.plain !== there.plain)
        .map(([, there]) => ({ ...there, lead: [], tail: [] }));
    const rest = [...[...left, ...changed].filter(hasComments).flatMap(leftOver), ...before.last];
    const origin = written.slice(now.before[0]?.start ?? now.start, now.start);
    const title = now.title ?? before.title;
    const text =
        (comment === null
            ? origin
            : origin.trimEnd().replace(ourComment, () => `${comment.said}Written by iacs import `) +
              `\n${existing.slice(comment.end, before.start).trimStart()}`) +
        `${word} ${now.name}${title === null ? '' : ` ${title}`} {\n` +
        [
            ...before.head.map(each => `  ${each}\n`),
            ...first.map(lineOf),
            ...body,
            ...last.map(lineOf),
            ...rest.map(each => `  ${each}\n`),
        ].join('') +
        '}';
    const abouts = new Set(now.statements.map(each => each.about));
    const gone = left.filter(each => rows.includes(each.word) && !abouts.has(each.about));
    return { text, gone: gone.map(each => each.about) };
}

/** @throws {@link Failure} where a declaration is not understood as a whole: what is not understood would be lost */
function assertUnderstood(blocks: readonly Block[], existing: string): void {
    const { mistakes } = parse('import.iacs', existing);
    for (const { name, start, end } of blocks) {
        const mistake = mistakes.find(each => each.start <= end && each.end >= start);
        if (!mistake) continue;
        const { line } = new Lines(existing).at(mistake.start);
        throw new Failure(
            `Line ${line} of what is there, in ${name}, is not understood, and would be lost: correct it first. ` +
                'Nothing is written.',
        );
    }
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
): { readonly text: string; readonly state: PutState; readonly gone: readonly string[] } {
    const { text, states, gone } = putBlocks(existing, word, [{ name, written }]);
    return { text, state: states[0]!, gone: gone[0]! };
}

/**
 * Puts declarations that an import wrote into the file that an earlier one wrote: each in the place of the one of that
 * name, else at the end. All other text stays, and so does in the blocks what people wrote, such as `accept`.
 * @param existing `null` for a new file
 * @returns the text, and of each declaration in their order what became of it, and the rows that it has no more
 */
export function putBlocks(
    existing: string | null,
    word: Word,
    all: readonly { readonly name: string; readonly written: string }[],
): {
    readonly text: string;
    readonly states: readonly PutState[];
    readonly gone: readonly (readonly string[])[];
} {
    if (existing === null || existing.trim() === '')
        return {
            text: all.map(each => each.written).join('\n'),
            states: all.map(() => 'new'),
            gone: all.map(() => []),
        };
    const blocks = blocksOf(existing, word);
    const byName = new Map(blocks.map(block => [block.name, block]));
    assertUnderstood(
        all.flatMap(({ name }) => byName.get(name) ?? []),
        existing,
    );
    const places = all.map(({ name, written }) => {
        const block = byName.get(name);
        if (!block)
            return { start: existing.length, end: existing.length, text: `\n\n${written}`, gone: [], isNew: true };
        const start = commentOf(block)?.start ?? block.start;
        return { start, end: block.end, ...withTheirs(block, existing, written, word), isNew: false };
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
    return { text: formatText(text + existing.slice(at)), states, gone: places.map(each => each.gone) };
}

/** Without what the formatter lays out. */
function plain(text: string): string {
    return formatText(text).replace(/\s+/g, ' ').trim();
}

/**
 * The name of a declaration in the file that an earlier import wrote, also where people have renamed it there: the only
 * one that an import wrote from a file of that name, and from the same bytes or for the same device or zones.
 * @param name what it is called if there is none
 */
export function nameThere(existing: string | null, word: Word, name: string, written: string): string {
    const blocks = blocksOf(existing ?? '', word);
    if (blocks.length === 0 || blocks.some(each => each.name === name)) return name;
    const [now] = blocksOf(written, word);
    if (!now) return name;
    const said = (block: Block, words: readonly string[]): string =>
        block.statements
            .filter(each => words.includes(each.word))
            .map(each => each.plain)
            .join();
    const origin = ({ before }: Block): string => before.find(each => ourComment.test(each.text))?.text ?? '';
    const isSame = (block: Block): boolean =>
        digestsIn(origin(block)) === digestsIn(origin(now)) ||
        (said(now, asked) !== '' && said(block, asked) === said(now, asked));
    const same = blocks.filter(
        each => origin(each) !== '' && said(each, ['source']) === said(now, ['source']) && isSame(each),
    );
    return same.length === 1 ? same[0]!.name : name;
}

/** How many rows are named that are gone. */
const mostNamed = 5;

/** The rows that a declaration had before and has no more, in a sentence; `null` for none. */
export function goneText(name: string, gone: readonly string[]): string | null {
    if (gone.length === 0) return null;
    const others = gone.length - mostNamed;
    return (
        `No longer in ${name}: ${gone.slice(0, mostNamed).join('; ')}` +
        `${others > 0 ? `; and ${counted(others, 'other')}` : ''}.`
    );
}
