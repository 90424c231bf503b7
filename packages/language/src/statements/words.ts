import { inner } from './generated/words.ts';

/**
 * What follows from the forms of the statements for single words: which begin what, and what has to go on behind them
 * (see `derive.ts`).
 */
export {
    allInnerWords,
    declaringWords,
    leadingWords,
    levelWords,
    namingWords,
    openingWords,
    topLevelWords,
    trailingWords,
} from './generated/words.ts';

/** Words inside of the statements that begin with a word; what else stands there is a value. */
export function innerWords(word: string): readonly string[] {
    return inner.get(word) ?? [];
}
