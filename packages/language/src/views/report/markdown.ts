import type { Block, Cell, Document, Table } from './document.ts';
import { cellText } from './document.ts';
import { forMarkdown, messageForMarkdown } from '../text/escape.ts';

function cell(value: Cell): string {
    const text = cellText(value)
        .split(/\r\n|\r|\n/)
        .map(typeof value !== 'string' && value.marked ? messageForMarkdown : forMarkdown)
        .join('<br>');
    return typeof value !== 'string' && value.tone === 'bad' ? `**${text}**` : text;
}

function table(block: Table): string {
    const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
    const rules = block.columns.map(column =>
        column.align === 'right' ? '---:' : column.align === 'center' ? ':---:' : '---',
    );
    return [
        `*${forMarkdown(block.caption)}*`,
        '',
        line(block.columns.map(column => forMarkdown(column.title) || ' ')),
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
                `${forMarkdown(each.text)}${each.basis ? ` (${forMarkdown(each.basis)})` : ''}`
            );
        case 'paragraph':
            return each.text
                .split(/\r\n|\r|\n/)
                .map(each.marked ? messageForMarkdown : forMarkdown)
                .join('  \n');
        case 'list':
            return each.items.map(item => `- ${forMarkdown(item)}`).join('\n');
        case 'facts':
            return each.rows.map(row => `- ${forMarkdown(row.name)}: ${row.values.map(cell).join('; ')}`).join('\n');
        case 'table':
            return table(each);
        case 'picture':
            return [
                `*${forMarkdown(each.title)}*: ${forMarkdown(each.description)}`,
                ...(each.mermaid === null ? [] : [fenced('mermaid', each.mermaid)]),
            ].join('\n\n');
        case 'note':
            return `> **${forMarkdown(each.title)}.** ${forMarkdown(each.text)}`;
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
        `# ${forMarkdown(document.title)}`,
        forMarkdown(document.subtitle),
        block(document.facts),
        ...document.sections.flatMap(section => [section.heading, ...section.blocks]).map(block),
    ];
    return `${parts.join('\n\n')}\n`;
}
