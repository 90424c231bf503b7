import type { IToken, TokenType } from 'chevrotain';
import { writeString } from './values.ts';

/** A name that was written as several words: where, and what would be right there. */
export interface SplitName {
    readonly first: IToken;
    readonly last: IToken;
    readonly write: string;
}

/** Finds names of several words behind the words that declare, as in `zone Control Room {`, token by token. */
export class SplitNames {
    readonly found: SplitName[] = [];
    /** The tokens behind the first word of such a name. */
    readonly rest = new Set<IToken>();
    private readonly declares: (token: IToken) => boolean;
    private readonly name: TokenType;
    private before: IToken | undefined;
    private words: IToken[] = [];
    private declaration = '';

    /**
     * @param declares true for a word behind which the name of an element stands
     * @param name the type of a token that is a name and no word of the language
     */
    constructor(declares: (token: IToken) => boolean, name: TokenType) {
        this.declares = declares;
        this.name = name;
    }

    /** Takes the next token, its type settled. */
    take(token: IToken, text: string): void {
        const last = this.words.at(-1);
        if (last && this.continues(token) && /^[ \t]*$/.test(text.slice(last.startOffset + last.image.length, token.startOffset))) this.words.push(token);
        else {
            this.end(token);
            this.words = this.before && this.declares(this.before) && token.tokenType === this.name ? [token] : [];
            if (this.words.length > 0) this.declaration = this.before!.image;
        }
        this.before = token;
    }

    private continues(token: IToken): boolean {
        return token.tokenType === this.name || /^\d+$/.test(token.image);
    }

    /** Only what stands behind a name tells that the words before are one: `asset Plc1 plc` lacks its colon. */
    private follows(image: string): boolean {
        if (image.startsWith('"')) return true;
        if (this.declaration === 'asset' || this.declaration === 'type') return image === ':';
        return image === '{' || (this.declaration === 'conduit' && image === 'between');
    }

    private end(next: IToken): void {
        const [first, ...rest] = this.words;
        if (!first || rest.length === 0 || !this.follows(next.image)) return;
        const images = this.words.map(({ image }) => image);
        const title = next.image.startsWith('"') ? '' : ` ${writeString(images.join(' '))}`;
        this.found.push({ first, last: rest.at(-1)!, write: `${images.join('-')}${title}` });
        for (const token of rest) this.rest.add(token);
    }
}
