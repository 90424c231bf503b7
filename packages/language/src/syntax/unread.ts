import type { Problem, Unread } from '../model/index.ts';
import type { SyntaxMistake } from './parser/stumbles.ts';
import type { Declaration, Names } from './names.ts';
import type { Statement } from './statement-heads.ts';
import { wordOf } from './statement-heads.ts';

/** The statements of a block; none of what has no block. */
function statementsOf(node: Statement): readonly Statement[] {
    return ('statements' in node ? node.statements : undefined) ?? [];
}

/** The word of the statement in the block of an element in which an offset is; that of the element in its head. */
function wordAt(node: Statement, offset: number, subject: string, names: Names): string {
    const inner = statementsOf(node).find(({ start, end }) => start <= offset && offset < end);
    if (!inner) return wordOf(node);
    return names.idOf(node as Declaration) === subject ? wordOf(inner) : wordAt(inner, offset, subject, names);
}

/** Where in a statement of the top level names stand that are not known. */
export function unreadIn(node: Statement, problems: readonly Problem[], names: Names): readonly Unread[] {
    return problems.flatMap(({ kind, at, subject }) =>
        kind === 'unresolved' && subject !== null ? [{ subject, word: wordAt(node, at.start, subject, names) }] : [],
    );
}

/** Statements of which rules ask whether they are there: what cannot be read of one is no lack of it. */
const askedFor: ReadonlySet<string> = new Set(['SL-T', 'likelihood', 'consequence', 'deny', 'require']);

/** The element in whose block an offset is, and the word of the last statement there that begins before it. */
function placeOf(node: Statement, offset: number, names: Names): Unread | null {
    const inner = statementsOf(node).findLast(({ start }) => start <= offset);
    const found = inner && placeOf(inner, offset, names);
    const closes = 'close' in node && node.close ? node.close.start : Infinity;
    if (found) return found;
    const subject = names.idOf(node as Declaration);
    return subject === undefined || offset > closes ? null : { subject, word: inner ? wordOf(inner) : '' };
}

/** Where in a statement of the top level values stand that could not be read. */
export function unreadValuesIn(
    node: Statement,
    problems: readonly Problem[],
    mistakes: readonly SyntaxMistake[],
    names: Names,
): readonly Unread[] {
    const places = [
        ...problems
            .filter(({ kind }) => kind === 'syntax' || kind === 'invalid-value')
            .map(({ at }) => placeOf(node, at.start, names)),
        ...mistakes.flatMap(({ start, write = '' }) => {
            const place = placeOf(node, start, names);
            // `target 2` stands for the SL-T that its fix writes.
            return place ? [place, { ...place, word: /^\S*/.exec(write)![0] }] : [];
        }),
    ];
    // Whatever cannot be read in an invariant was meant for a clause of it.
    const isClause = node.$type === 'Invariant';
    return places.flatMap(place =>
        !place ? [] : isClause ? [{ ...place, word: 'require' }] : askedFor.has(place.word) ? [place] : [],
    );
}
