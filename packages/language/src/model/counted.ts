/** A noun, with its verb where it has one, as a count asks for it: `row`, `rows are`. */
export function plural(count: number, one: string, many = `${one}s`): string {
    return count === 1 ? one : many;
}

/** Words in one line: `A`, `A and B`, `A, B and C`; empty for none. */
export function withAnd(words: readonly string[]): string {
    return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)!}`;
}

/** `1 zone`, `3 zones`; `1 row is`, `3 rows are` with both given: no message says "1 rows". */
export function counted(count: number, one: string, many?: string): string {
    return `${count} ${plural(count, one, many)}`;
}

/**
 * What is said beside an answer where something of the text is missing in it.
 * @param places of the text that were not understood
 */
export function missingHere(places: number): readonly string[] {
    if (places === 0) return [];
    const what = counted(places, 'place of the text was', 'places of the text were');
    return [`${what} not understood: what is written there is missing here.`];
}
