import { type Leaf, type StatementTree, statementsOf, wordOf } from 'iacs-language';

/** A statement of a block, with the comments that stand at it. */
export interface Commented {
    readonly word: string;
    /** As it is written, with the comments inside it. */
    readonly text: string;
    /** The same without comments and layout. */
    readonly plain: string;
    /** What it is about: the ends and services of a rule, the products of a statement of an advisory. */
    readonly about: string;
    /** Comments on lines of their own before it. */
    readonly lead: readonly string[];
    /** Comments behind it on its line. */
    readonly tail: readonly string[];
}

/** The statements of a block with their comments, and the comments before its end. */
export interface CommentedBlock {
    readonly statements: readonly Commented[];
    readonly last: readonly string[];
}

const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Where that ends of a statement which says what it is about; its label, its outcome and its block may change. */
function aboutEnd(statement: StatementTree): number {
    const last =
        statement.$type === 'FilterRule' || statement.$type === 'Conversation'
            ? statement.services?.at(-1)
            : statement.$type === 'ProductsFact'
              ? statement.values?.at(-1)
              : statement.$type === 'VulnerabilityFact'
                ? statement.cve
                : undefined;
    return last?.end ?? statement.start + wordOf(statement).length;
}

/**
 * The statements of a block, each with its comments.
 * @param inner the extent between the braces
 * @param comments all comments of the text, in its order
 */
export function commentedBlock(
    text: string,
    block: StatementTree,
    inner: { readonly start: number; readonly end: number },
    comments: readonly Leaf[],
): CommentedBlock {
    const here = comments.filter(each => each.start >= inner.start && each.end <= inner.end);
    /** Those between two offsets: a block may have as many as statements. */
    const between = (from: number, to: number): readonly Leaf[] => {
        let [low, high] = [0, here.length];
        while (low < high) {
            const middle = (low + high) >> 1;
            if (here[middle]!.start < from) low = middle + 1;
            else high = middle;
        }
        let end = low;
        while (end < here.length && here[end]!.end <= to) end++;
        return here.slice(low, end);
    };
    const without = (from: number, to: number): string => {
        let [kept, at] = ['', from];
        for (const comment of between(from, to)) {
            kept += `${text.slice(at, comment.start)} `;
            at = comment.end;
        }
        return squeezed(kept + text.slice(at, to));
    };
    const statements: (Commented & { readonly tail: string[] })[] = [];
    let at = inner.start;
    /** The comments from here to an offset: those behind the last statement go to it, the others are returned. */
    const until = (end: number): string[] => {
        const before: string[] = [];
        for (const comment of between(at, end)) {
            const isBehind = !text.slice(at, comment.start).includes('\n');
            (isBehind ? (statements.at(-1)?.tail ?? before) : before).push(comment.text);
        }
        return before;
    };
    for (const statement of statementsOf(block)) {
        const lead = until(statement.start);
        statements.push({
            word: wordOf(statement),
            text: text.slice(statement.start, statement.end),
            plain: without(statement.start, statement.end),
            about: without(statement.start, aboutEnd(statement)),
            lead,
            tail: [],
        });
        at = statement.end;
    }
    return { statements, last: until(inner.end) };
}
