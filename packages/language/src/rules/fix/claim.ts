import type { Edit, Fix, Origin } from '../../model/index.ts';
import { placeholder, writeString } from '../../model/index.ts';

/** A statement whose text somebody has to type: its first words, and what is asked for. */
export type Stub = readonly [words: string, asked: string];

interface Block {
    readonly name: string;
    readonly origin: Origin;
}

/** `owner "TODO: who answers for it"`. */
export function stubText([words, asked]: Stub): string {
    return `${words} ${writeString(placeholder(asked))}`;
}

/** The parts of stubs that are to be filled in. */
export function fillOf(stubs: readonly Stub[]): readonly string[] {
    return stubs.map(([, asked]) => placeholder(asked));
}

function claim(title: string, blocks: readonly Block[], stubs: readonly Stub[], where: 'first' | 'last'): Fix {
    return {
        kind: 'claim',
        title,
        fill: fillOf(stubs),
        edits: blocks.map(({ origin }): Edit => ({ kind: 'add', into: origin, text: stubs.map(stubText).join('\n'), where })),
    };
}

/**
 * Claims that add what blocks lack, with a place for what only people know: to the first of them, and where there are more, to all.
 * @param what is added: `an owner`
 * @param noun what the blocks are, in the singular
 */
export function stubs(what: string, noun: string, blocks: readonly Block[], texts: readonly Stub[], where: 'first' | 'last' = 'first'): readonly Fix[] {
    const [first, ...others] = blocks;
    if (!first) return [];
    return [
        claim(`Add ${what} to ${first.name}…`, [first], texts, where),
        ...(others.length === 0 ? [] : [claim(`Add ${what} to each of the ${blocks.length} ${noun}s…`, blocks, texts, where)]),
    ];
}

/**
 * A claim that goes on with a statement: `because "TODO: …"` after what is there.
 * @param title what it does: `Add the reason`
 */
export function continued(title: string, statement: Origin, stub: Stub): Fix {
    const { file, whole: { end } } = statement;
    return {
        kind: 'claim',
        title: `${title}…`,
        fill: fillOf([stub]),
        edits: [{ kind: 'replace', at: { file, start: end, end }, text: ` ${stubText(stub)}` }],
    };
}

/** A claim that a countermeasure works at a place, with a place for what shows it. */
export function worksAt(measure: string, { name, origin }: Block, detail = ''): Fix {
    const evidence: Stub = ['evidence', `what shows that ${measure} works in ${name}`];
    return {
        kind: 'claim',
        title: `State that ${measure} works in ${name}${detail}…`,
        fill: fillOf([evidence]),
        edits: [{ kind: 'add', into: origin, text: `applies ${measure}\n${stubText(evidence)}`, where: 'last' }],
    };
}

/**
 * A claim that adds a day, with the present one in its place: left as it is, it has passed tomorrow, and its rule says so.
 * @param title what it does: `Add the day that was agreed`
 */
export function dayToFillIn(title: string, into: Origin, word: 'until' | 'due', today: string): Fix {
    return { kind: 'claim', title: `${title}…`, fill: [today], edits: [{ kind: 'add', into, text: `${word} ${today}`, where: 'last' }] };
}
