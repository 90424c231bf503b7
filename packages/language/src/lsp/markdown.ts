import type { MarkupContent } from 'vscode-languageserver';
import { MarkupKind } from 'vscode-languageserver';

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
 * A documentation comment, which its author writes in Markdown. Angle brackets, pictures and links that run commands,
 * with their address beside them or below, stay text: a model from elsewhere must not draw or start anything in the
 * editor of whoever points at it.
 */
export function doc(text: string): string {
    return text
        .replace(/</g, '&lt;')
        .replace(/!\[/g, '!\\[')
        .replace(/\]\((?!https?:)/g, ']\\(')
        .replace(/\]:(?!\s*https?:)/g, ']\\:');
}

/** A table; the cells are Markdown already. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
    const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
    return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/**
 * Markdown of this module as a reader without Markdown sees it: marks and escapes go, cells of tables stand in columns.
 */
export function plainText(markdown: string): string {
    return markdown
        .split('\n')
        .filter(line => !/^\|(?: --- \|)+$|^`{3,}\w*$/.test(line))
        .map(line => {
            const row = /^\| (.*) \|$/.exec(line);
            return row
                ? row[1]!
                      .split(' | ')
                      .map(cell => cell.trim().padEnd(5))
                      .join(' ')
                      .trimEnd()
                : line;
        })
        .join('\n')
        .replace(/\*\*|`+/g, '')
        .replace(/(^|\s)_([^_\n]+)_(?=\s|$)/g, '$1$2')
        .replace(/&lt;/g, '<')
        .replace(/\\([\\`*_{}[\]()#+!|<>~])/g, '$1');
}

/** A text for an editor: Markdown, unless the editor says that it shows plain text only. */
export function markup(markdown: string, formats: readonly MarkupKind[] | undefined): MarkupContent {
    return formats && !formats.includes(MarkupKind.Markdown)
        ? { kind: MarkupKind.PlainText, value: plainText(markdown) }
        : { kind: MarkupKind.Markdown, value: markdown };
}

/** Paragraphs; empty ones are left out. */
export function paragraphs(...parts: readonly (string | null | undefined | false)[]): string {
    return parts.filter(part => typeof part === 'string' && part !== '').join('\n\n');
}
