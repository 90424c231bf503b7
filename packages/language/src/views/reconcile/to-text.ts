import { pieces } from '../text/code.ts';
import { placesTitle, toCsv, withPlaces } from '../text/csv.ts';
import { forMarkdown, messageForMarkdown } from '../text/escape.ts';
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

/** A class in words, for people who read a page; where programs read too, it is one word. */
const inWords = (word: string): string => word.replaceAll('-', ' ');

/** The cells of a row for a page. */
const pageCellsOf = (row: Row): readonly string[] =>
    cellsOf({ ...row, class: inWords(row.class), configured: row.configured.replace('not-assessable', inWords) });

/** What the classes mean, for readers of a page. */
const meanings: Readonly<Record<string, string>> = {
    healthy: 'declared, and permitted or seen; nothing that is known speaks against it',
    'never-seen': 'declared, and not seen for as long as it was watched',
    'not-permitted': 'declared, and not permitted, or only in part',
    'past-boundary': 'seen, although the firewall does not permit it',
    differs: 'declared, and a rule permits nearly the same',
    'not-assessable': 'a rule that decides it cannot be evaluated',
    unknown: 'neither a rule nor traffic that is known shows it',
    undocumented: 'permitted or seen, and not declared',
    wider: 'a rule permits more than is declared',
    'breaks-invariant': 'a rule permits a path that an invariant denies',
    attempt: 'tried and not answered, and not declared',
    scan: 'one host tried many others',
    'beyond its access': 'seen to do more than its access says',
    'another protocol': 'a sensor takes it for another protocol than is declared',
    'unknown host': 'seen in the network of a zone, and no asset has its address',
};

/** The classes of some models and what they mean, in the order of the rows. */
function meaningsOf(models: readonly Reconciled[]): readonly (readonly [word: string, meaning: string])[] {
    const used = new Set(models.flatMap(({ rows }) => rows.flatMap(row => row.class.split(', '))));
    return [...used].flatMap(word => (meanings[word] === undefined ? [] : [[inWords(word), meanings[word]] as const]));
}

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
                            : grave.has(row.class) || /beyond|another/.test(row.class)
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
                ...sources.map(source => `- ${messageForMarkdown(source)}`),
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
    'table{table-layout:fixed;min-width:52rem}td{overflow-wrap:anywhere}th:nth-child(1){width:32%}' +
    'th:nth-child(3){width:18%}th:nth-child(5){width:14%}@media print{table{min-width:0}}' +
    'dt{font-weight:600}dd{margin:0 0 .3rem}' +
    '.grave{font-weight:700}caption{text-align:left;font-weight:600;padding:.25rem 0}' +
    fittingPages;

/** A line with what it marks as code. */
const marked = (line: string): string =>
    pieces(line)
        .map(({ text, code }) => (code ? `<code>${escapeHtml(text)}</code>` : escapeHtml(text)))
        .join('');

/** A row of a page; the name of a file may break behind a slash. */
function rowHtml(row: Row): string {
    const cells = pageCellsOf(row).map(escapeHtml);
    return `<tr>${cells
        .map((cell, column) => {
            const text = column === 5 ? cell.replaceAll('/', '/<wbr>') : cell;
            return `<td${column === 4 && grave.has(row.class) ? ' class="grave"' : ''}>${text}</td>`;
        })
        .join('')}</tr>\n`;
}

/** What moves sideways on a narrow screen can be moved by keys as well. */
function groupHtml([group, some]: readonly [string, readonly Row[]]): string {
    const name = escapeHtml(group);
    const columns = ['what', ...heads.slice(1)].map(head => `<th scope="col">${head}</th>`).join('');
    return (
        `<section tabindex="0" aria-label="${name}">\n<h2>${name}</h2>\n<table>\n<thead>\n<tr>${columns}</tr>\n` +
        `</thead>\n<tbody>\n${some.map(rowHtml).join('')}</tbody>\n</table>\n</section>\n`
    );
}

/** One self-contained page without script. */
export function reconciliationHtml(models: readonly Reconciled[]): string {
    const title = models.map(({ system }) => escapeHtml(system)).join(', ');
    const body = models
        .map(
            ({ system, root, sources, rows }) =>
                `<h1>${escapeHtml(system)}: declared, configured, seen</h1>\n<p>${escapeHtml(root)}</p>\n<ul>\n` +
                `${sources.map(source => `<li>${marked(source)}</li>\n`).join('')}</ul>\n` +
                groupsOf(rows).map(groupHtml).join(''),
        )
        .join('\n');
    const words = meaningsOf(models).map(([word, meaning]) => `<dt>${word}</dt>\n<dd>${meaning}</dd>\n`);
    const legend = words.length === 0 ? '' : `<h2>What the classes mean</h2>\n<dl>\n${words.join('')}</dl>\n`;
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" ' +
        'content="width=device-width, initial-scale=1">\n' +
        '<title>Declared, configured, seen: ' +
        `${title}</title>\n<style>${style}</style>\n</head>\n<body>\n<main>\n${body}${legend}</main>\n` +
        '</body>\n</html>\n'
    );
}
