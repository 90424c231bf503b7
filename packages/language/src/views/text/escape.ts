/**
 * Control characters and those that turn the direction of text: they could make a terminal or a reader see something
 * else.
 */
const hidden = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;
/** Most texts: nothing in them needs a second look. */
const plain = /^[\x20-\x7e]*$/;

/** Text of a model for a terminal or a plain file: one line, nothing that a terminal would obey. */
export function forTerminal(text: string): string {
    return plain.test(text) ? text : text.replace(/[\t\n\r]+/g, ' ').replace(hidden, '\uFFFD');
}

/** Text of a model for Markdown: one line in which nothing is markup, a link, a mention, or the end of a table cell. */
export function forMarkdown(text: string): string {
    return forTerminal(text)
        .replace(/&/g, '&amp;')
        .replace(/</g, '&lt;')
        .replace(/>/g, '&gt;')
        .replace(/([\\`*_[\]|~$])/g, '\\$1')
        .replace(/([@#])/g, '$1&#8203;')
        .replace(/:\/\//g, ':&#8203;//')
        .replace(/\bwww\./gi, match => `${match.slice(0, 3)}&#8203;.`);
}

/** Text of a model as code in Markdown; backticks in it cannot end the code. */
export function asCode(text: string): string {
    const code = forTerminal(text).replace(/\|/g, '\u00a6');
    if (code === '') return '';
    const longest = Math.max(0, ...(code.match(/`+/g) ?? []).map(run => run.length));
    const fence = '`'.repeat(longest + 1);
    return longest > 0 ? `${fence} ${code} ${fence}` : `${fence}${code}${fence}`;
}

/** Text of a model for a quoted label in Mermaid. */
export function forMermaid(text: string): string {
    return forTerminal(text).replace(/[#&<>"'`\\;{}[\]()|@%]/g, character => `#${character.codePointAt(0)};`);
}
