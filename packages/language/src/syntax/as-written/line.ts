import type { SyntaxMistake } from '../parser/stumbles.ts';

/** What is said of a line, with offsets of the line. */
export type Reading = Omit<SyntaxMistake, 'line'>;

interface Word {
    readonly image: string;
    readonly start: number;
    readonly end: number;
}

const words = /"[^"]*"|[\p{L}_](?:-?[\p{L}\p{M}\p{N}_])*|\d+(?:-\d+)?|<->|<-|-+>|=+>|--|\S/gu;
const name = /^["\p{L}_]/u;

/** A line of a text, word by word. */
export class Line {
    readonly text: string;
    readonly #words: readonly Word[];
    #at = 0;

    constructor(text: string) {
        this.text = text;
        this.#words = Array.from(text.matchAll(words), ({ 0: image, index }) => ({
            image,
            start: index,
            end: index + image.length,
        }));
    }

    /** The word that it stands on; an empty one at the end. */
    get word(): Word {
        return this.ahead(0);
    }

    ahead(count: number): Word {
        const { length } = this.text;
        return this.#words[this.#at + count] ?? { image: '', start: length, end: length };
    }

    /** Where the word before ends. */
    get end(): number {
        return this.#words[this.#at - 1]?.end ?? 0;
    }

    get isAtName(): boolean {
        return name.test(this.word.image);
    }

    take(): Word {
        const { word } = this;
        this.#at = Math.min(this.#at + 1, this.#words.length);
        return word;
    }

    takes(image: string): boolean {
        if (this.word.image !== image) return false;
        this.take();
        return true;
    }

    /** A name with its dots, as it is written; an empty text where none begins. */
    name(): string {
        const { start } = this.word;
        if (!this.isAtName) return '';
        this.take();
        while (this.takes('.')) this.take();
        return this.text.slice(start, this.end);
    }

    /** A list of names, as they are written. */
    names(joining: ReadonlySet<string>): readonly string[] {
        const names: string[] = [];
        for (;;) {
            const next = this.name();
            if (next === '') return names;
            names.push(next);
            if (!joining.has(this.word.image)) return names;
            // `A, B, and C` has two of them in one place.
            while (joining.has(this.word.image)) this.take();
        }
    }

    /** What is left of the line. */
    get rest(): string {
        return this.text.slice(this.word.start).trim();
    }

    /** How far the line is set in. */
    get indent(): string {
        return /^\s*/.exec(this.text)![0];
    }

    /** Where the line ends, without the blanks there. */
    get length(): number {
        return this.text.trimEnd().length;
    }
}
