/** True when the typed letters occur in a text in their order, case aside: what editors count as a match. */
export function matches(typed: string, text: string): boolean {
    return matcher(typed)(text);
}

/**
 * {@link matches} for many texts, each in parts that are read as if spaces were between them. Of a large model each
 * element is tried at each letter, so nothing is made for a text: letters are compared as they are, and only a text
 * with others than those of ASCII is put together and turned into small letters.
 */
export function matcher(typed: string): (...parts: readonly string[]) => boolean {
    const letters = typed.toLowerCase();
    if (letters === '') return () => true;
    const small = [...letters];
    const capital = small.map(letter => letter.toUpperCase());
    const isPlain = /^[\u0020-\u007e]*$/u.test(letters);
    return (...parts) =>
        (isPlain && isIn(small, capital, parts)) ||
        ((!isPlain || parts.some(part => other.test(part))) && isInWords(letters, parts.join(' ')));
}

const other = /[\u0080-\uffff]/;

function isIn(small: readonly string[], capital: readonly string[], parts: readonly string[]): boolean {
    let found = 0;
    for (let part = 0; part < parts.length; part++) {
        if (part > 0 && small[found] === ' ' && ++found === small.length) return true;
        const text = parts[part]!;
        for (let at = 0; ; found++) {
            if (found === small.length) return true;
            const one = text.indexOf(small[found]!, at);
            const two = small[found] === capital[found] ? one : text.indexOf(capital[found]!, at);
            if (one < 0 && two < 0) break;
            at = (one < 0 ? two : two < 0 ? one : Math.min(one, two)) + 1;
        }
    }
    return false;
}

function isInWords(letters: string, text: string): boolean {
    let at = 0;
    const within = text.toLowerCase();
    for (const letter of letters) {
        at = within.indexOf(letter, at) + 1;
        if (at === 0) return false;
    }
    return true;
}

/**
 * How well typed letters fit a proposal: 0 where its label begins with them, 1 where a word of the label does, 2 where
 * a word of what else it is found by does, 3 where they stand together somewhere, 4 for letters in their order.
 */
export function matchRank(typed: string, label: string, found: string): number {
    const [wanted, name, all] = [typed.toLowerCase(), label.toLowerCase(), found.toLowerCase()];
    if (name.startsWith(wanted)) return 0;
    if (beginsWord(name, wanted)) return 1;
    if (beginsWord(all, wanted)) return 2;
    return all.includes(wanted) ? 3 : 4;
}

function beginsWord(text: string, wanted: string): boolean {
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1))
        if (at === 0 || /[^\p{L}\p{N}]/u.test(text[at - 1]!)) return true;
    return false;
}
