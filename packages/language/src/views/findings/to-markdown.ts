import { forMarkdown, messageForMarkdown } from '../text/escape.ts';
import type { FindingsFormat } from './format.ts';
import type { LocatedFinding } from './located.ts';
import { summaryLine } from './summary.ts';

function row({ finding, file, line }: LocatedFinding): string {
    return (
        `| ${finding.severity} | ${forMarkdown(finding.rule)} | ${forMarkdown(`${file}:${line}`)} | ` +
        `${messageForMarkdown(finding.message)} |`
    );
}

/** Findings as a Markdown table. */
export const markdownFindings: FindingsFormat = {
    render: findings => findings.filter(({ finding }) => finding.accepted === null).map(row),
    printer: () => {
        const rows: string[] = [];
        return {
            add: rendered => {
                rows.push(...rendered);
                return '';
            },
            end: ({ summary }) => {
                const table =
                    rows.length === 0
                        ? []
                        : ['| | Rule | Location | Finding |', '| --- | --- | --- | --- |', ...rows, ''];
                return [
                    ['## Zones and conduits: findings', '', `${forMarkdown(summaryLine(summary))}.`, '', ...table].join(
                        '\n',
                    ),
                ];
            },
        };
    },
};
