import type { Span } from '../../model/index.ts';
import { typedAs } from '../hints.ts';
import type { Misread } from '../misread.ts';

/** A mistake in the grammar of the text, with the offsets of what stands in the way. */
export interface SyntaxMistake extends Misread {
    /** The title of the fix that writes it, where that is not plain from what is written. */
    readonly title?: string;
    /** The line that it explains as a whole. */
    readonly line?: Span;
}

/** What the fix of a mistake is called, and what it writes; `null` where it has none. */
export function fixOfMistake({
    write,
    title,
}: SyntaxMistake): { readonly title: string; readonly write: string } | null {
    return write === undefined
        ? null
        : { title: title ?? (write.trim() === '' ? 'Remove it' : `Write ${write}`), write };
}

/**
 * The mistakes of a text: characters that no token has, and tokens that no rule expects. Of two messages about one
 * mistake the first counts.
 */
export class Stumbles {
    readonly #text: string;
    readonly #shift: number;
    readonly #unreadable: readonly SyntaxMistake[];
    readonly #stumbles: SyntaxMistake[] = [];

    /**
     * @param shift what is added to every offset of the result
     * @param unreadable what the lexer could not read
     */
    constructor(text: string, shift: number, unreadable: readonly SyntaxMistake[]) {
        this.#text = text;
        this.#shift = shift;
        this.#unreadable = unreadable.map(each => {
            const { start, end, write: known } = each;
            const sign = text.slice(start, Math.min(end, start + 3));
            // Without a blank on either side, what is around it would become one word.
            const isTight = sign === '=' && /\S/.test(text[start - 1] ?? ' ') && /\S/.test(text[end] ?? ' ');
            const write = known ?? (isTight ? ' ' : typedAs.get(sign));
            return write === undefined ? each : { ...each, write };
        });
    }

    /** Adds a mistake, with offsets of the text as it was given. */
    push(mistake: SyntaxMistake): void {
        this.#stumbles.push(mistake);
    }

    get last(): SyntaxMistake | undefined {
        return this.#stumbles.at(-1);
    }

    get mistakes(): readonly SyntaxMistake[] {
        const ends = new Set(this.#unreadable.map(({ end }) => end));
        const blamed = new Set(this.#stumbles.map(({ end }) => end));
        const stumbles = this.#stumbles.filter(
            ({ kind, start }) => kind === 'unclosed' || !ends.has(this.#blankBefore(start)),
        );
        const all = [
            ...this.#unreadable.filter(({ start, write }) => write !== undefined || !blamed.has(start)),
            ...stumbles.filter((each, index) => !this.#repeats(each, stumbles[index - 1])),
        ];
        return this.#shift === 0
            ? all
            : all.map(each => ({ ...each, start: each.start + this.#shift, end: each.end + this.#shift }));
    }

    /**
     * True for a mistake at the place of the one before it, or words that are left over on its line because the
     * sentence was not understood. Each brace that is missing is one more.
     */
    #repeats({ message, start, kind }: SyntaxMistake, before: SyntaxMistake | undefined): boolean {
        if (!before || kind === 'unclosed') return false;
        if (before.start === start) return true;
        return (
            (message === before.message || kind === 'no-statement') &&
            !this.#text.slice(before.start, start).includes('\n')
        );
    }

    /** The offset at which the blanks before an offset begin, on the same line. */
    #blankBefore(offset: number): number {
        let at = offset;
        while (this.#text[at - 1] === ' ' || this.#text[at - 1] === '\t') at--;
        return at;
    }
}
