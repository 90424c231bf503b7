import { stateText } from '../../assessment/index.ts';
import { partById } from '../../catalogue/parts/index.ts';
import { regulationLines } from '../../catalogue/regulations.ts';
import { forMarkdown } from '../text/escape.ts';
import type { PartAssessment, PartHolder } from './data.ts';
import {
    doubtText,
    holderName,
    maturityText,
    nobodyText,
    openText,
    saidText,
    silentJudges,
    sourceText,
} from './words.ts';

/** A part as tables: one for each element, area or practice. */
export function partToMarkdown({ part, standard, on, source, holders }: PartAssessment): string {
    return [
        `## ${standard}, on ${on}`,
        '',
        source,
        '',
        ...(holders.length === 0 ? [nobodyText(part), ''] : holders.flatMap(holder => holderLines(part, holder))),
    ].join('\n');
}

function holderLines(part: PartAssessment['part'], holder: PartHolder): string[] {
    const { groups: titles } = partById(part);
    return [
        `### ${forMarkdown(holderName(holder))}`,
        '',
        openText(holder),
        '',
        ...[...Map.groupBy(holder.rows, row => row.group)].flatMap(([group, rows]) => [
            `#### ${group} ${forMarkdown(titles.get(group) ?? '')}`,
            '',
            '| Requirement | Title | State | Where that is from | Maturity | What is said | See also |',
            '| --- | --- | --- | --- | --- | --- | --- |',
            ...rows.map(row => {
                const silent = row.source === 'rules' ? '' : silentJudges(row);
                const from = [sourceText(row), ...(silent === '' ? [] : [silent])].join('; ');
                return (
                    `| ${row.id} | ${forMarkdown(row.title)}` +
                    `${doubtText(row) === '' ? '' : ` (${doubtText(row)})`} | ${stateText(row.state)} | ` +
                    `${forMarkdown(from)} | ${maturityText(row.maturity)} | ${forMarkdown(saidText(row))} | ` +
                    `${regulationLines(row.seeAlso).map(forMarkdown).join('<br>')} |`
                );
            }),
            '',
        ]),
    ];
}
