import { urgencies } from '../../advisories/index.ts';
import { counted } from '../../model/index.ts';
import { forMarkdown, forTerminal } from '../text/escape.ts';
import type { CsvTable } from '../text/csv.ts';
import { tableWithPlaces, toCsv } from '../text/csv.ts';
import type { AdvisoryRow, AdvisoryRows } from './rows.ts';
import { remedyText, verdictText, versionText, windowText } from './words.ts';

const mostNames = 5;
const mostShown = 20;

function some(names: readonly string[], most = mostShown): string {
    return names.length <= most
        ? names.join(', ')
        : `${names.slice(0, most).join(', ')} and ${names.length - most} more`;
}

const headings = { now: 'Now', 'next stop': 'Next stop', 'when renewed': 'When renewed' } as const;

function head({ advisory, title, weight, status }: AdvisoryRow): string {
    const score = weight?.score == null ? '' : `, CVSS ${weight.score}`;
    return `${advisory}${title === null ? '' : ` "${title}"`}${score}${status === 'interim' ? ', interim' : ''}`;
}

function whyNow({ weight }: AdvisoryRow): string {
    return weight ? weight.reasons.join(', and ') : '';
}

/** Rows of one urgency, under their advisories. */
function urgent(rows: readonly AdvisoryRow[]): readonly string[] {
    return [...Map.groupBy(rows, head)].flatMap(([name, all]) => [
        `  ${name}`,
        ...all.flatMap(row => [
            `    ${row.asset} (${versionText(row)}): ${verdictText(row)}`,
            ...(row.weight ? [`      ${whyNow(row)}; ${remedyText(row)}; ${windowText(row)}`] : []),
        ]),
    ]);
}

/** What has to be known beside the rows: what was not looked up, and what is about others. */
function coverage({ advisories, readings, unsaid, elsewhere }: AdvisoryRows): readonly string[] {
    const clear = readings.filter(each => each.verdict === 'not-affected').length;
    return [
        counted(advisories, 'advisory', 'advisories') +
            (elsewhere.length === 0 ? '.' : `; ${elsewhere.length} name no product of the plant.`),
        ...(clear === 0 ? [] : [`Not affected, according to the stated versions: ${counted(clear, 'time')}.`]),
        ...(unsaid.length === 0
            ? []
            : [
                  `Not looked up: ${counted(unsaid.length, 'asset')} of which nothing says which product they are: ` +
                      `${some(unsaid)}.`,
              ]),
    ];
}

/**
 * The advisories for a terminal.
 * @param all lists also what is not affected
 */
export function advisoriesText(rows: AdvisoryRows, date: string, all = false): string {
    const lines = [`Advisories on ${date}`, ''];
    if (rows.advisories === 0)
        return `${lines[0]}\n\nThe model has no advisories: iacs import advisories reads them.\n`;
    for (const urgency of urgencies) {
        const own = rows.readings.filter(each => each.weight?.urgency === urgency);
        if (own.length > 0) lines.push(headings[urgency], ...urgent(own), '');
    }
    if (rows.unconfirmed.length > 0) {
        lines.push('Names to confirm');
        for (const { holders, assets, candidates } of rows.unconfirmed)
            lines.push(
                `  ${some(holders, 3)} (${counted(assets.length, 'asset')}): ` +
                    some(
                        candidates.map(({ name, advisories }) => `"${name}" (${some(advisories, 3)})`),
                        mostNames,
                    ),
            );
        lines.push('');
    }
    const clear = rows.readings.filter(each => each.verdict === 'not-affected');
    if (all && clear.length > 0) lines.push('Not affected', ...urgent(clear), '');
    lines.push(...coverage(rows));
    return `${lines.map(forTerminal).join('\n').trimEnd()}\n`;
}

/** The advisories as a section of Markdown. */
export function advisoriesMarkdown(rows: AdvisoryRows, system: string | null, date: string, all = false): string {
    const lines = [`## ${forMarkdown(system === null ? 'Advisories' : `${system}: advisories`)}, ${date}`, ''];
    const shown = rows.readings.filter(each => all || each.verdict !== 'not-affected');
    if (shown.length > 0) {
        lines.push(
            '| When | Advisory | CVSS | Asset | Version | Verdict | Reason | Remedy | Window |',
            '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
        );
        for (const row of shown) {
            const cells = [
                row.weight?.urgency ?? '',
                [row.advisory, row.title, row.publisher].filter(each => each !== null).join(', '),
                row.weight?.score == null ? '' : String(row.weight.score),
                row.asset,
                versionText(row),
                verdictText(row),
                whyNow(row),
                row.weight ? remedyText(row) : '',
                row.weight ? windowText(row) : '',
            ].map(forMarkdown);
            lines.push(`| ${cells.join(' | ')} |`);
        }
        lines.push('');
    }
    if (rows.unconfirmed.length > 0) {
        lines.push('### Names to confirm', '');
        for (const { holders, assets, candidates } of rows.unconfirmed)
            lines.push(
                `- ${forMarkdown(some(holders, 3))} (${counted(assets.length, 'asset')}): ` +
                    forMarkdown(
                        some(
                            candidates.map(({ name }) => `"${name}"`),
                            mostNames,
                        ),
                    ),
            );
        lines.push('');
    }
    lines.push(...coverage(rows).map(forMarkdown));
    return `${lines.join('\n').trimEnd()}\n`;
}

/** One row an asset and advisory, whatever the verdict, and one for each name to confirm. */
export function advisoriesTable(rows: AdvisoryRows): CsvTable {
    const titles =
        'When,Advisory,Title,Publisher,Date,Revision,Asset,Zone,Product,Version,Verdict,Vulnerabilities,Why,CVSS,' +
        'Vector,Reason,Reached from,Protocols,Essential,Window,Remedy';
    return {
        columns: titles.split(',').map(title => ({ title })),
        rows: [
            ...rows.readings.map(row => [
                row.weight?.urgency ?? '',
                row.advisory,
                row.title,
                row.publisher,
                row.dated,
                row.revision,
                row.asset,
                row.zone,
                row.products.join('; '),
                row.versions.map(each => each.version).join(' or '),
                row.verdict,
                row.vulnerabilities.map(each => each.cve).join(' '),
                row.why?.replaceAll('`', '') ?? null,
                row.weight?.score ?? null,
                row.weight?.vector ?? null,
                whyNow(row),
                row.weight?.reachedFrom ?? null,
                row.weight?.protocols.join(' ') ?? null,
                row.weight?.essential ?? null,
                row.weight ? windowText(row) : null,
                row.weight ? remedyText(row) : null,
            ]),
            ...rows.unconfirmed.flatMap(({ holders, assets, candidates }) =>
                candidates.map(({ name, vendor, why, advisories }) => [
                    '',
                    advisories.join(' '),
                    null,
                    vendor,
                    null,
                    null,
                    assets.join(' '),
                    null,
                    name,
                    null,
                    'name not confirmed',
                    null,
                    `${holders.join(', ')}: ${why}`,
                    ...Array.from({ length: 8 }, () => null),
                ]),
            ),
        ],
    };
}

/**
 * The rows as CSV, with a line of headers.
 * @param notUnderstood how many places of the text were not
 */
export function advisoriesCsv(rows: AdvisoryRows, notUnderstood: number): string {
    return toCsv(tableWithPlaces(advisoriesTable(rows), notUnderstood));
}
