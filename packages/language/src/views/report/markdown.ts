import type { Block, Cell, Document, Table } from './document.ts';
import { cellText } from './document.ts';

/** Text of the model as it may stand in a line of Markdown: nothing in it is markup, an HTML tag or a link. */
export function escapeMarkdown(text: string): string {
    return text
        .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/gu, '\ufffd')
        .replace(/\s+/g, ' ')
        .replace(/[\\`*_{}[\]<>#|~!&$@]/g, sign => `\\${sign}`)
        .replace(
            /^(\s*)([-+=]|\d+[.)](?=\s|$))/,
            (_, space: string, mark: string) => `${space}${mark.replace(/[-+=.)]/, sign => `\\${sign}`)}`,
        )
        .replace(/(\w)\\_(?=\w)/g, '$1_')
        .replace(/(https?|ftp|www)(:|\.)/gi, '$1\u200b$2');
}

function cell(value: Cell): string {
    const text = cellText(value)
        .split(/\r\n|\r|\n/)
        .map(escapeMarkdown)
        .join('<br>');
    return typeof value !== 'string' && value.tone === 'bad' ? `**${text}**` : text;
}

function table(block: Table): string {
    const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
    const rules = block.columns.map(column =>
        column.align === 'right' ? '---:' : column.align === 'center' ? ':---:' : '---',
    );
    return [
        `*${escapeMarkdown(block.caption)}*`,
        '',
        line(block.columns.map(column => escapeMarkdown(column.title) || ' ')),
        line(rules),
        ...block.rows.map(row => line(row.map(cell))),
    ].join('\n');
}

/** A fence longer than any in the text, so that nothing in the text can close it. */
function fenced(kind: string, text: string): string {
    const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(match => match[0].length));
    const fence = '`'.repeat(longest + 1);
    return `${fence}${kind}\n${text.trimEnd()}\n${fence}`;
}

function block(each: Block): string {
    switch (each.kind) {
        case 'heading':
            return (
                `${'#'.repeat(each.level + 1)} ` +
                `${escapeMarkdown(each.text)}${each.basis ? ` (${escapeMarkdown(each.basis)})` : ''}`
            );
        case 'paragraph':
            return each.text
                .split(/\r\n|\r|\n/)
                .map(escapeMarkdown)
                .join('  \n');
        case 'list':
            return each.items.map(item => `- ${escapeMarkdown(item)}`).join('\n');
        case 'facts':
            return each.rows.map(row => `- ${escapeMarkdown(row.name)}: ${row.values.map(cell).join('; ')}`).join('\n');
        case 'table':
            return table(each);
        case 'picture':
            return [
                `*${escapeMarkdown(each.title)}*: ${escapeMarkdown(each.description)}`,
                ...(each.mermaid === null ? [] : [fenced('mermaid', each.mermaid)]),
            ].join('\n\n');
        case 'note':
            return `> **${escapeMarkdown(each.title)}.** ${escapeMarkdown(each.text)}`;
        case 'sign-off':
            return table({
                kind: 'table',
                caption: 'To be signed',
                columns: [{ title: 'Role' }, { title: 'Name' }, { title: 'Date' }, { title: 'Signature' }],
                rows: each.roles.map(role => [role, ' ', ' ', ' ']),
            });
    }
}

/** A report as GitHub flavoured Markdown; the drawings as Mermaid diagrams where there are any. */
export function toMarkdown(document: Document): string {
    const parts = [
        `# ${escapeMarkdown(document.title)}`,
        escapeMarkdown(document.subtitle),
        block(document.facts),
        ...document.sections.flatMap(section => [section.heading, ...section.blocks]).map(block),
    ];
    return `${parts.join('\n\n')}\n`;
}
