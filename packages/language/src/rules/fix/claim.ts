import type { Countermeasure, CountermeasureStatus, DateFact, Edit, Fix, Origin } from '../../model/index.ts';
import { placeholder, placeIn, writeString } from '../../model/index.ts';

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

/**
 * A claim that adds to blocks what they lack, with a place for what only people know.
 * @param title what it does: `Name the owner of Packaging`
 */
export function stub(
    title: string,
    blocks: readonly Pick<Block, 'origin'>[],
    texts: readonly Stub[],
    where: 'first' | 'last' = 'first',
): Fix {
    return {
        kind: 'claim',
        title: `${title}…`,
        fill: fillOf(texts),
        edits: blocks.map(({ origin }): Edit => ({
            kind: 'add',
            into: origin,
            text: texts.map(stubText).join('\n'),
            where,
        })),
    };
}

/**
 * A claim that goes on with a statement: `because "TODO: …"` after what is there.
 * @param title what it does: `Add the reason`
 */
export function continued(title: string, statement: Origin, stub: Stub): Fix {
    const {
        file,
        whole: { end },
    } = statement;
    return {
        kind: 'claim',
        title: `${title}…`,
        fill: fillOf([stub]),
        edits: [{ kind: 'replace', at: { file, start: end, end }, text: ` ${stubText(stub)}` }],
    };
}

/** A claim that ends a statement on a day, which is to be filled in: today, so that it is asked for tomorrow. */
export function untilToFillIn(title: string, { file, whole: { end } }: Origin, today: string): Fix {
    const edits: readonly Edit[] = [{ kind: 'replace', at: { file, start: end, end }, text: ` until ${today}` }];
    return { kind: 'claim', title: `${title}…`, fill: [today], edits };
}

/** A claim that a countermeasure works at a place, with a place for what shows it. */
export function worksAt(countermeasure: string, { name, origin }: Block, detail = ''): Fix {
    const evidence: Stub = ['evidence', `what shows that ${countermeasure} works in ${name}`];
    return {
        kind: 'claim',
        title: `State that ${countermeasure} works in ${name}${detail}…`,
        fill: fillOf([evidence]),
        edits: [{ kind: 'add', into: origin, text: `applies ${countermeasure}\n${stubText(evidence)}`, where: 'last' }],
    };
}

/**
 * A claim that writes another day in the place of one, which is to be filled in: today, which has passed tomorrow.
 * @param title what it does: `Write the new day`
 */
export function dayAnew(title: string, { file }: Origin, { at }: DateFact, today: string): Fix {
    return {
        kind: 'claim',
        title: `${title}…`,
        fill: [today],
        edits: [{ kind: 'replace', at: { file, ...at }, text: today }],
    };
}

/** A claim that a countermeasure has another status, with what shows or dates it. */
export function statusAnew(
    title: string,
    { origin, statusAt }: Countermeasure,
    status: CountermeasureStatus,
    text: string,
    fill: readonly string[],
): readonly Fix[] {
    if (statusAt === null) return [];
    return [
        {
            kind: 'claim',
            title: `${title}…`,
            fill,
            edits: [
                { kind: 'replace', at: placeIn(origin, statusAt), text: status },
                { kind: 'add', into: origin, text, where: 'last' },
            ],
        },
    ];
}

/**
 * A claim that adds a day, with the present one in its place: left as it is, it has passed tomorrow, and its rule says
 * so.
 * @param title what it does: `Add the agreed date`
 */
export function dayToFillIn(title: string, into: Origin, word: 'until' | 'due', today: string): Fix {
    return {
        kind: 'claim',
        title: `${title}…`,
        fill: [today],
        edits: [{ kind: 'add', into, text: `${word} ${today}`, where: 'last' }],
    };
}
