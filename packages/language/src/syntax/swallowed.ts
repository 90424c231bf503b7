import { isClosedComment } from './literals.ts';
import type { Leaf } from './tree.ts';

/** A declaration in a text: its word and its name. */
const declaration =
    /(?<![\p{L}\p{N}_"-])(?:zone|conduit|asset|type|protocol|countermeasure|party|function)\s+([\p{L}_][\p{L}\p{N}_-]*)/gu;

/**
 * The names that are declared in what a comment without an end takes in: the rest of its text.
 * @param comments of one file or piece, in their order; only the last one can be open
 */
export function swallowedNames(comments: readonly Leaf[]): ReadonlySet<string> | null {
    const last = comments.at(-1);
    if (!last?.text.startsWith('/*') || isClosedComment(last.text)) return null;
    return new Set(Array.from(last.text.matchAll(declaration), found => found[1]!));
}
