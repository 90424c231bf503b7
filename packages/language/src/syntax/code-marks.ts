/** Words of the language within a message: they are set apart from its own words by code marks. */

/** A word, a sign or a piece of text as it is written in a file, between code marks. */
export function code(written: string): string {
    return written.includes('`') ? `\`\` ${written} \`\`` : `\`${written}\``;
}

/** Some words of the language, the last one after "or". */
export function oneOfCode(words: readonly string[]): string {
    const marked = words.map(code);
    const last = marked.pop() ?? '';
    return marked.length > 0 ? `${marked.join(', ')} or ${last}` : last;
}
