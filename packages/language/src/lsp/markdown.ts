/** Text as Markdown shows it: what has a meaning there is escaped. For titles and names, which are no Markdown. */
export function plain(text: string): string {
    return text.replace(/[\\`*_{}[\]()#+!|<>~]/g, '\\$&').replace(/\s*[\r\n]+\s*/g, ' ');
}

/** Inline code, whatever is in it. */
export function code(text: string): string {
    const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map(run => run.length));
    const fence = '`'.repeat(longest + 1);
    const pad = longest > 0 ? ' ' : '';
    return `${fence}${pad}${text.replace(/[\r\n]+/g, ' ')}${pad}${fence}`;
}

/**
 * A documentation comment, which its author writes in Markdown. Angle brackets, pictures and links that run commands stay text:
 * a model from elsewhere must not draw or start anything in the editor of whoever points at it.
 */
export function doc(text: string): string {
    return text.replace(/</g, '&lt;').replace(/!\[/g, '!\\[').replace(/\]\((?!https?:)/g, ']\\(');
}

/** A table; the cells are Markdown already. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
    const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
    return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Paragraphs; empty ones are left out. */
export function paragraphs(...parts: readonly (string | null | undefined | false)[]): string {
    return parts.filter(part => typeof part === 'string' && part !== '').join('\n\n');
}
