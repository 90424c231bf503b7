import { forTerminal } from '../diff/escape.ts';
import type { LocatedFinding } from './located.ts';
import type { Summary } from './summary.ts';
import { summaryLine } from './summary.ts';

/** Puts a text in a style of the terminal, or leaves it as it is. */
export type Paint = (style: 'bold' | 'dim' | 'red' | 'yellow' | 'cyan' | 'green', text: string) => string;

const styles = { error: 'red', warning: 'yellow', info: 'cyan' } as const;

/** Findings for people: message, place, the line of text with carets, and what can be done. */
export function findingsToPretty(findings: readonly LocatedFinding[], summary: Summary, paint: Paint): string {
    const open = findings.filter(({ finding }) => finding.accepted === null);
    const blocks = open.map(located => {
        const { finding, file, line, column } = located;
        const head = `${paint(styles[finding.severity], finding.severity)} ${paint('bold', finding.rule)}`
            + `${finding.basis.length > 0 ? paint('dim', ` (${finding.basis.join(', ')})`) : ''}`;
        return [
            head,
            `  ${forTerminal(finding.message)}`,
            `  ${paint('dim', `at ${forTerminal(file)}:${line}:${column}`)}`,
            ...excerpt(located, paint),
            ...located.related.map(place => paint('dim', `  see ${forTerminal(place.file)}:${place.line}:${place.column} ${forTerminal(place.message)}`)),
            ...finding.fixes.slice(0, 3).map(fix => `  ${paint('green', 'fix')} ${forTerminal(fix.title)}`),
        ].join('\n');
    });
    return [...blocks, summaryLine(summary)].join('\n\n') + '\n';
}

const widest = 160;

function excerpt(located: LocatedFinding, paint: Paint): string[] {
    const { source, line, column, endLine, endColumn } = located;
    if (source.trim() === '') return [];
    const from = column > widest ? column - 40 : 1;
    const shown = forTerminal(source.slice(from - 1, from - 1 + widest)).replace(/\t/g, ' ');
    const gutter = `${line} | `;
    const last = endLine === line ? endColumn : source.length + 1;
    const width = Math.max(1, Math.min(last - column, shown.length - (column - from)));
    const carets = '^'.repeat(width);
    return [
        `  ${paint('dim', gutter)}${shown}`,
        `  ${' '.repeat(gutter.length + column - from)}${paint(styles[located.finding.severity], carets)}`,
    ];
}
