import { namingWords } from '../statements/index.ts';
import { kinds, wordKinds } from './parser/generated/kinds.ts';
import type { Token } from './lex.ts';
import { writeString } from '../model/index.ts';

/** A name that was written as several words: where, and what would be right there. */
export interface SplitName {
    /** All of it as one token. */
    readonly token: Token;
    readonly write: string;
}

/**
 * A name of several words as the text calls it elsewhere: `Scada1`, or `Control-Room`.
 * @param words at least two
 * @returns `null` where it is called neither
 */
function calledSo(words: readonly string[], text: string): string | null {
    const isUsed = (name: string): boolean =>
        new RegExp(`(?<![\\p{L}\\p{N}_-])${name}(?![\\p{L}\\p{N}_-])`, 'u').test(text);
    return [words.join(''), words.join('-')].find(isUsed) ?? null;
}

/** The kinds of the words behind which the name of an element stands. */
const declares: ReadonlySet<number> = new Set(namingWords.map(word => wordKinds.get(word)!));

/** Finds names of several words behind the words that declare, as in `zone Control Room {`, token by token. */
export class SplitNames {
    readonly found: SplitName[] = [];
    /** The tokens of such names, and what is read in their places: one for the first word, and none for the others. */
    readonly instead = new Map<Token, readonly Token[]>();
    private before: Token | undefined;
    private words: Token[] = [];
    private declaration = '';

    /** Takes the next token, its kind settled. */
    take(token: Token, text: string): void {
        const last = this.words.at(-1);
        if (last && this.continues(token) && /^[ \t]*$/.test(text.slice(last.end, token.start))) this.words.push(token);
        else {
            this.end(token, text);
            this.words = this.before && declares.has(this.before.kind & ~1) && token.kind === kinds.ID ? [token] : [];
            if (this.words.length > 0) this.declaration = this.before!.image;
        }
        this.before = token;
    }

    private continues(token: Token): boolean {
        return token.kind === kinds.ID || /^\d+$/.test(token.image);
    }

    /** Only what follows a name shows that the words before are one: `asset Plc1 plc` lacks its colon. */
    private follows(image: string): boolean {
        if (image.startsWith('"')) return true;
        if (this.declaration === 'asset' || this.declaration === 'type') return image === ':';
        // A conduit goes on with its zones: what stands before a brace may be these.
        return image === (this.declaration === 'conduit' ? 'between' : '{');
    }

    private end(next: Token, text: string): void {
        const [first, ...rest] = this.words;
        if (!first || rest.length === 0 || !this.follows(next.image)) return;
        const images = this.words.map(({ image }) => image);
        const title = next.image.startsWith('"') ? '' : ` ${writeString(images.join(' '))}`;
        const called = calledSo(images, text);
        const name = called ?? images.join('-');
        const end = rest.at(-1)!.end;
        this.found.push({ token: { ...first, end }, write: `${name}${title}` });
        // What mentions the name finds it; where nothing does, the first word stands for it.
        this.instead.set(first, [called === null ? first : { ...first, image: called, end }]);
        for (const each of rest) this.instead.set(each, []);
    }
}
