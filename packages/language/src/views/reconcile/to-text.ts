import { pieces } from '../text/code.ts';
import { placesTitle, toCsv, withPlaces } from '../text/csv.ts';
import { forMarkdown } from '../text/escape.ts';
import { escapeHtml } from '../text/html.ts';
import { fittingPages } from '../text/page-style.ts';
import type { Paint } from '../text/paint.ts';
import type { Row } from './rows.ts';

/** One model of the table: its rows, and what was compared. */
export interface Reconciled {
    readonly system: string;
    readonly root: string;
    readonly sources: readonly string[];
    readonly rows: readonly Row[];
    /** How many places of the text were not understood. */
    readonly notUnderstood: number;
}

const heads = ['', 'declared', 'configured', 'seen', 'class', 'where'] as const;
const cellsOf = (row: Row): readonly string[] => [
    row.what,
    row.declared,
    row.configured,
    row.observed,
    row.class,
    row.line === 0 ? row.file : `${row.file}:${row.line}`,
];
const grave = new Set(['past-boundary', 'undocumented', 'breaks-invariant']);
const light = new Set(['healthy', 'documented']);

function groupsOf(rows: readonly Row[]): readonly (readonly [string, readonly Row[]])[] {
    return [...Map.groupBy(rows, row => row.group)];
}

/** The table for a terminal, one block a conduit. */
export function reconciliationTable(models: readonly Reconciled[], paint: Paint): string {
    return models
        .map(({ system, root, sources, rows }) => {
            const lines = [paint('bold', `${system} (${root})`), ...sources.map(source => paint('dim', source)), ''];
            for (const [group, some] of groupsOf(rows)) {
                lines.push(paint('bold', group));
                const widths = [0, 1, 2, 3].map(column =>
                    Math.min(90, Math.max(heads[column]!.length, ...some.map(row => cellsOf(row)[column]!.length))),
                );
                const line = (cells: readonly string[]): string =>
                    widths.map((width, column) => cells[column]!.padEnd(width)).join('  ');
                lines.push(paint('dim', `  ${line(heads)}  ${heads[4]}`));
                for (const row of some) {
                    const style =
                        row.class === 'unknown'
                            ? 'dim'
                            : grave.has(row.class) || row.class.includes('beyond')
                              ? 'red'
                              : light.has(row.class)
                                ? 'green'
                                : 'yellow';
                    lines.push(
                        `  ${line(cellsOf(row))}  ${paint(style, row.class)}  ${paint('dim', cellsOf(row)[5]!)}`,
                    );
                }
                lines.push('');
            }
            return lines.join('\n');
        })
        .join('\n');
}

/** The three-way table of some models in Markdown, a chapter a model. */
export function reconciliationMarkdown(models: readonly Reconciled[]): string {
    return models
        .map(({ system, root, sources, rows }) =>
            [
                `# ${forMarkdown(system)}: declared, configured, seen`,
                '',
                forMarkdown(root),
                '',
                ...sources.map(source => `- ${forMarkdown(source)}`),
                '',
                ...groupsOf(rows).flatMap(([group, some]) => [
                    `## ${forMarkdown(group)}`,
                    '',
                    `| ${heads.join(' | ')} |`,
                    `| ${heads.map(() => '---').join(' | ')} |`,
                    ...some.map(row => `| ${cellsOf(row).map(forMarkdown).join(' | ')} |`),
                    '',
                ]),
            ].join('\n'),
        )
        .join('\n');
}

/** The three-way table of some models as CSV, with a line of headers. */
export function reconciliationCsv(models: readonly Reconciled[]): string {
    const titles = ['system', 'conduit', 'kind', 'what', 'declared', 'configured', 'seen', 'class', 'file', 'line'];
    return toCsv({
        columns: [...titles, placesTitle.toLowerCase()].map(title => ({ title })),
        rows: models.flatMap(({ system, rows, notUnderstood }) => {
            const cells = rows.map(row => [
                system,
                row.group,
                row.kind,
                row.what,
                row.declared,
                row.configured,
                row.observed,
                row.class,
                row.file,
                row.line,
            ]);
            return withPlaces(cells, notUnderstood, titles.length, [system]);
        }),
    });
}

const style =
    ':root{color-scheme:light dark;font:15px/1.5 system-ui,sans-serif}body{max-width:80rem;margin:2rem ' +
    'auto;padding:0 1rem}' +
    'table{border-collapse:collapse;margin:.75rem 0 1.5rem;width:100%}th,td{border:1px solid #8888;padding:.2rem ' +
    '.6rem;text-align:left;vertical-align:top}' +
    '.grave{font-weight:700}caption{text-align:left;font-weight:600;padding:.25rem 0}' +
    fittingPages;

/** A line with what it marks as code. */
const marked = (line: string): string =>
    pieces(line)
        .map(({ text, code }) => (code ? `<code>${escapeHtml(text)}</code>` : escapeHtml(text)))
        .join('');

/** One self-contained page without script. */
export function reconciliationHtml(models: readonly Reconciled[]): string {
    const title = models.map(({ system }) => escapeHtml(system)).join(', ');
    const body = models
        .map(
            ({ system, root, sources, rows }) =>
                `<h1>${escapeHtml(system)}</h1>\n<p>${escapeHtml(root)}</p>\n<ul>\n` +
                `${sources.map(source => `<li>${marked(source)}</li>\n`).join('')}</ul>\n` +
                groupsOf(rows)
                    .map(
                        ([group, some]) =>
                            `<section>\n<h2>${escapeHtml(group)}</h2>\n<table>\n<thead>\n<tr>` +
                            `${['what', ...heads.slice(1)].map(head => `<th scope="col">${head}</th>`).join('')}` +
                            `</tr>\n</thead>\n<tbody>\n` +
                            some
                                .map(
                                    row =>
                                        `<tr>${cellsOf(row)
                                            .map(
                                                (cell, column) =>
                                                    '<td' +
                                                    `${column === 4 && grave.has(row.class) ? ' class="grave"' : ''}` +
                                                    `>${escapeHtml(cell)}</td>`,
                                            )
                                            .join('')}</tr>\n`,
                                )
                                .join('') +
                            '</tbody>\n</table>\n</section>\n',
                    )
                    .join(''),
        )
        .join('\n');
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" ' +
        'content="width=device-width, initial-scale=1">\n' +
        '<title>Declared, configured, seen: ' +
        `${title}</title>\n<style>${style}</style>\n</head>\n<body>\n<main>\n${body}</main>\n</body>\n</html>\n`
    );
}
