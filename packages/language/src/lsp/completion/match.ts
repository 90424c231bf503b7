/** True when the typed letters occur in a text in their order, case aside: what editors count as a match. */
export function matches(typed: string, text: string): boolean {
    let at = 0;
    const within = text.toLowerCase();
    for (const letter of typed.toLowerCase()) {
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
