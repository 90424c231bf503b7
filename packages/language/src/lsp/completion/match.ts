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
