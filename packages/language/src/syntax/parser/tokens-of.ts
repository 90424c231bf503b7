import type { BlockKind, StatementWord } from '../../statements/index.ts';
import { allParts, blockKinds, formOf } from '../../statements/index.ts';
import type { Misread } from '../misread.ts';
import type { Token } from '../lex.ts';
import { lex } from '../lex.ts';
import { openBlocks } from '../open-blocks.ts';
import { repaired } from '../repaired.ts';
import { endOfText } from '../scanner.ts';
import { beginsStatement, mayBeName } from '../token-stream.ts';
import type { Leaf } from '../tree.ts';
import { kinds, wordsOfRule } from './generated/kinds.ts';

/**
 * The tokens of a text in which what has one meaning only is repaired; the last one is the end of the text.
 * @param shift what is added to the offsets of the comments; those of tokens and errors are of the text
 * @param isLast false for a piece with something after it, where all blocks have to be closed
 */
export function tokensOf(
    text: string,
    shift: number,
    isLast: boolean,
): { readonly tokens: readonly Token[]; readonly comments: readonly Leaf[]; readonly errors: readonly Misread[] } {
    const lexed = lex(text);
    const { length } = text;
    return {
        tokens: [
            ...openBlocks(repaired(lexed, text, isLast), text, lexed.errors),
            { kind: endOfText, image: '', start: length, end: length },
        ],
        comments:
            shift === 0
                ? lexed.comments
                : lexed.comments.map(({ text: comment, start, end }) => ({
                      text: comment,
                      start: start + shift,
                      end: end + shift,
                  })),
        errors: lexed.errors,
    };
}

/** The block of a statement, by the type of its node. */
export function blockOf(type: string): BlockKind {
    const word = wordsOfRule.get(type)?.[0];
    return blockKinds.find(kind => kind === word) ?? 'file';
}

/** True for two names, two texts or two numbers. */
export function sameClass(a: number, b: number): boolean {
    return mayBeName(a) ? mayBeName(b) : a === b && (a === kinds.STRING || a === kinds.ADDRESS);
}

/** True for a statement whose form has a list of values. */
export function hasList(entry: StatementWord): boolean {
    return Array.from(allParts(formOf(entry))).some(part => part.kind === 'list');
}

/** What may be left out to go on behind it. */
export function isJunk(kind: number): boolean {
    return kind !== endOfText && kind !== kinds['{'] && kind !== kinds['}'] && !beginsStatement(kind);
}
