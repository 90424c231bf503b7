import { forTerminal } from '../text/escape.ts';
import type { FindingsFormat } from './format.ts';
import { plainPrinter } from './format.ts';
import type { LocatedFinding } from './located.ts';

const commands = { error: 'error', warning: 'warning', info: 'notice' } as const;

function data(text: string): string {
    return text
        .replace(/[^\t\r\n]+/g, forTerminal)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}

function property(text: string): string {
    return data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}

/** Findings as workflow commands, which GitHub shows at the lines of a pull request. */
export const githubFindings: FindingsFormat = {
    render: findings => [commandsFor(findings)],
    printer: () => plainPrinter('', ''),
};

function commandsFor(findings: readonly LocatedFinding[]): string {
    return findings
        .filter(({ finding }) => finding.accepted === null)
        .map(({ finding, file, line, column, endLine, endColumn }) => {
            const columns = line === endLine ? `,col=${column},endColumn=${Math.max(column, endColumn - 1)}` : '';
            return (
                `::${commands[finding.severity]} file=${property(file)},line=${line},endLine=${endLine}` +
                `${columns},title=${property(finding.rule)}::${data(finding.message)}\n`
            );
        })
        .join('');
}
