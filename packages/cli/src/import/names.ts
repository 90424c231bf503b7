import { writeString } from 'iacs-language';

/**
 * Names of the language for the things of a register. The same text gives the same name in every import.
 */
export class Names {
    readonly #taken = new Set<string>();
    /** The number that may be free next, by name and zone: all below it are taken. */
    readonly #next = new Map<string, number>();

    constructor(taken: Iterable<string> = []) {
        for (const name of taken) this.#taken.add(name);
    }

    /**
     * A name that nobody else has: a number follows where two texts give the same one.
     * @param within the zone that it is in, where the same name elsewhere is no matter
     */
    unique(name: string, within = ''): string {
        const id = (candidate: string): string => (within === '' ? candidate : `${within}.${candidate}`);
        let candidate = name;
        if (this.#isTaken(candidate, id(candidate))) {
            let number = this.#next.get(id(name)) ?? 2;
            do candidate = `${name}_${number++}`;
            while (this.#isTaken(candidate, id(candidate)));
            this.#next.set(id(name), number);
        }
        this.#taken.add(candidate);
        this.#taken.add(id(candidate));
        return candidate;
    }

    #isTaken(name: string, id: string): boolean {
        return this.#taken.has(name) || this.#taken.has(id);
    }
}

/** A text with the many dashes of office programs as plain hyphens: `R‑07` and `R-07` are the same row. */
export function plainDashes(text: string): string {
    return text.replace(/[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g, '-');
}

/**
 * A text with the full-width forms of ASCII, which keyboards of East Asia write, as ASCII: `１０.４` is `10.4`.
 */
export function halfWidth(text: string): string {
    if (!/[\u3000\uff01-\uff5e]/.test(text)) return text;
    return text
        .replace(/[\uff01-\uff5e]/g, sign => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
        .replace(/\u3000/g, ' ');
}

/**
 * A name from any text: a code such as `R-07` stays as it is, words become `LikeThis`.
 * @param prefix stands before what would not begin with a letter
 */
export function nameFrom(text: string, prefix: string): string {
    const plain = halfWidth(text);
    const code = plainDashes(plain)
        .trim()
        .replace(/[\s./\\:]+/g, '-')
        .replace(/[^\p{Letter}\p{Number}_-]/gu, '')
        .replace(/-{2,}/g, '-')
        .replace(/^-+|-+$/g, '');
    const isCode =
        /^[\p{Letter}\p{Number}_]+(-[\p{Letter}\p{Number}_]+)*$/u.test(code) &&
        /[\p{Number}_-]/u.test(code) &&
        !/\s/.test(plain.trim());
    const words = plain.split(/[^\p{Letter}\p{Number}_]+/u).filter(word => word !== '');
    const joined = words
        .map(word => word[0]!.toUpperCase() + word.slice(1))
        .join('')
        .slice(0, 60);
    const name = isCode ? code : joined;
    if (name === '') return prefix;
    return /^[\p{Letter}_]/u.test(name) ? name : `${prefix}${name}`;
}

/**
 * The asset type of what an inventory gives no type that the language knows: declared beside the assets, to be replaced
 * by hand.
 */
export const typeNotStated = 'type-not-stated';

/** The protocol of a connection of which a table names none that the language knows, likewise. */
export const protocolNotStated = 'protocol-not-stated';

/** A text as a string of the language. */
export function quoted(text: string): string {
    return writeString(text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, ' '));
}
