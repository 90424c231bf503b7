import { forMarkdown } from '../text/escape.ts';
import type { LocatedFinding } from './located.ts';
import type { Summary } from './summary.ts';
import { summaryLine } from './summary.ts';

/** Findings as a Markdown table. */
export function findingsToMarkdown(findings: readonly LocatedFinding[], summary: Summary): string {
    const open = findings.filter(({ finding }) => finding.accepted === null);
    const rows = open.map(
        ({ finding, file, line }) =>
            `| ${finding.severity} | ${forMarkdown(finding.rule)} | ${forMarkdown(`${file}:${line}`)} | ` +
            `${forMarkdown(finding.message)} |`,
    );
    const table = rows.length === 0 ? [] : ['| | Rule | Place | Finding |', '| --- | --- | --- | --- |', ...rows, ''];
    return ['## Zones and conduits: findings', '', `${forMarkdown(summaryLine(summary))}.`, '', ...table].join('\n');
}
