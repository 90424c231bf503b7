import { pieces } from './code.ts';
import { isPlain, withoutHidden } from './hidden.ts';

export { pieces, withoutHidden };

/** Text of a model for a terminal or a plain file: one line, nothing that a terminal would obey. */
export function forTerminal(text: string): string {
    return isPlain(text) ? text : withoutHidden(text.replace(/[\t\n\r]+/g, ' '));
}

/**
 * Text of a model for Markdown: one line in which nothing is markup, a link, a mention, or the end of a table cell.
 * Forges look for mentions and links in the finished text, where a backslash is gone: a space of no width parts them.
 */
export function forMarkdown(text: string): string {
    return forTerminal(text)
        .replace(/ {2,}/g, ' ')
        .replace(/&/g, '&amp;')
        .replace(/</g, '&lt;')
        .replace(/>/g, '&gt;')
        .replace(/[\\`*_[\]|~$]/g, '\\$&')
        .replace(/(\w)\\_(?=\w)/g, '$1_')
        .replace(/^( ?)([-+=])(?=[-+= ]|$)/, '$1\\$2')
        .replace(/^( ?\d+)([.)])(?= |$)/, '$1\\$2')
        .replace(/[@#]|[!%](?=\d)|:(?=\/\/)|\b(?:www(?=\.)|GH(?=-\d))/gi, '$&&#8203;');
}

/** Text of a model as code in Markdown; backticks in it cannot end the code. */
export function asCode(text: string): string {
    const code = forTerminal(text).replace(/\|/g, '\u00a6');
    if (code === '') return '';
    const longest = Math.max(0, ...(code.match(/`+/g) ?? []).map(run => run.length));
    const fence = '`'.repeat(longest + 1);
    return longest > 0 ? `${fence} ${code} ${fence}` : `${fence}${code}${fence}`;
}

/** A message of the product for Markdown: its code marks stay, everything else is as in {@link forMarkdown}. */
export function messageForMarkdown(message: string): string {
    return pieces(message)
        .map(({ text, code }) => (code ? asCode(text) : forMarkdown(text)))
        .join('');
}

/** Text of a model for a quoted label in Mermaid. */
export function forMermaid(text: string): string {
    return forTerminal(text).replace(/[#&<>"'`\\;{}[\]()|@%]/g, character => `#${character.codePointAt(0)};`);
}
