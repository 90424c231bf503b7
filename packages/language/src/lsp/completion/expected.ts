import type { Slot } from '../../statements/index.ts';
import { allParts, follow, formOf, slots, statementIn } from '../../statements/index.ts';
import type { Cursor, Word } from '../cursor.ts';

/** What may stand at the cursor. */
export type Expected =
    | { readonly kind: 'statement' }
    /** Words and signs that go on with the statement. */
    | { readonly kind: 'clause'; readonly words: readonly string[] }
    | {
          readonly kind: 'slot';
          readonly slot: Slot;
          /** What the statement says already. */
          readonly used: readonly string[];
          /** Where the value begins, when a part of it stands before the present word. */
          readonly start: number | null;
      }
    /** A level vector as a whole. */
    | { readonly kind: 'vector' };

const nothing: readonly Expected[] = [];
const foundational: Expected = { kind: 'slot', slot: slots.FR, used: [], start: null };
const level: Expected = { kind: 'slot', slot: slots.LEVEL, used: [], start: null };

/**
 * What may stand at a cursor, by the form of the statement that is being typed.
 * @param inShortBlock true where the block began on the same line, and a statement of it is written already
 */
export function expectedAt(cursor: Cursor, inShortBlock = false): readonly Expected[] {
    const [first] = cursor.statement;
    if (cursor.place === 'comment') return nothing;
    if (cursor.place === 'vector') return inVector(cursor.statement);
    if (!first) return cursor.place === 'string' ? nothing : [{ kind: 'statement' }];
    const entry = statementIn(cursor.block, first.text);
    if (!entry) return nothing;
    const words = cursor.statement.map(({ text }) => text);
    const form = formOf(entry);
    const { next, ends } = follow(form, words);
    const slotsHere = next
        .filter(each => each.kind === 'slot')
        .filter(({ slot }) =>
            cursor.place === 'string' ? slot.is === 'path' || slot.is === 'text' : slot.is !== 'declared',
        );
    const signs = cursor.place === 'string' ? [] : next.flatMap(each => (each.kind === 'literal' ? [each.text] : []));
    const found: Expected[] = slotsHere.flatMap(({ slot, from }): Expected[] => {
        if (slot.is === 'levels') return [level, { kind: 'vector' }];
        return [{ kind: 'slot', slot, used: words, start: cursor.statement[from]?.start ?? null }];
    });
    if (signs.length > 0) found.push({ kind: 'clause', words: signs });
    if (!ends || cursor.place === 'string') return found;
    // A short block may stand on one line: the next statement follows there, also where this one may go on. What has a
    // block of its own is no such statement.
    const isShort = !Array.from(allParts(form)).some(part => part.kind === 'block');
    if (next.length > 0) return isShort && inShortBlock ? [...found, { kind: 'statement' }] : found;
    return isShort ? [{ kind: 'statement' }] : nothing;
}

function inVector(statement: readonly Word[]): readonly Expected[] {
    const open = statement.map(each => each.text).lastIndexOf('{');
    const inside = statement.slice(open + 1);
    const last = inside.at(-1);
    if (last && /^[A-Z]/.test(last.text)) return [level];
    const named = inside.some(each => /^[A-Z]/.test(each.text)) || statement[1]?.text !== '{';
    if (named) return [foundational];
    return inside.length === 0 ? [foundational, level] : [level];
}
