import type { Paint } from '../text/paint.ts';
import { counted } from '../../model/index.ts';
import { severities } from '../../settings/index.ts';
import { forTerminal } from '../text/escape.ts';
import { fixTitles } from '../../rules/engine/finding.ts';
import { columns } from './columns.ts';
import type { FindingsFormat } from './format.ts';
import type { LocatedFinding } from './located.ts';
import { summaryLine } from './summary.ts';

const styles = { error: 'red', warning: 'yellow', info: 'cyan' } as const;
const mostRelated = 4;
const mostFixes = 3;
/** From so many findings on, nobody counts by eye which rule speaks most. */
const manyFindings = 12;
const mostRules = 5;

/** The infos first: the gravest stand last, next to the summary, where a terminal stops. */
const order = [...severities].reverse();
const blocksInPart = 500;

/**
 * Findings for people: message, place, the line of text with carets, and what can be done. The gravest stand last;
 * within a severity they keep their order.
 */
export function prettyFindings(paint: Paint): FindingsFormat {
    return {
        // Each part begins with the position of its severity.
        render: findings =>
            order.flatMap((severity, position) => {
                const blocks: string[] = [];
                for (const located of findings) {
                    const { accepted, severity: own } = located.finding;
                    if (accepted === null && own === severity) blocks.push(block(located, paint));
                }
                const parts: string[] = [];
                for (let from = 0; from < blocks.length; from += blocksInPart)
                    // In one join: what is put in front of a joined text makes V8 copy all of it once more.
                    parts.push([position, ...blocks.slice(from, from + blocksInPart)].join(''));
                return parts;
            }),
        printer: (hold = bytes => () => bytes) => {
            // The text of all models but the last one is held as bytes: one sign beyond Latin-1 makes a string take
            // twice as many.
            const kept: ReturnType<typeof hold>[][] = order.map(() => []);
            let latest: readonly string[] = [];
            const encoder = new TextEncoder();
            return {
                add: rendered => {
                    for (const part of latest) kept[Number(part[0])]!.push(hold(encoder.encode(part.slice(1))));
                    latest = rendered;
                    return '';
                },
                *end({ summary, counts }) {
                    const decoder = new TextDecoder();
                    for (const [position, texts] of kept.entries()) {
                        for (const read of texts) yield decoder.decode(read());
                        for (const part of latest) if (part.startsWith(String(position))) yield part.slice(1);
                    }
                    yield `${[...tally(counts, paint), summaryLine(summary)].join('\n')}\n`;
                },
            };
        },
    };
}

function block(located: LocatedFinding, paint: Paint): string {
    const { finding, file, line, column, related } = located;
    const basis = finding.basis.length > 0 ? paint('dim', ` (${finding.basis.join(', ')})`) : '';
    const lines = [
        `${paint(styles[finding.severity], finding.severity)} ${paint('bold', finding.rule)}${basis}`,
        `  ${forTerminal(finding.message)}`,
        `  ${paint('dim', `at ${forTerminal(file)}:${line}:${column}`)}`,
    ];
    addExcerpt(located, paint, lines);
    for (let index = 0; index < related.length && index < mostRelated; index++) {
        const place = related[index]!;
        const at = `${forTerminal(place.file)}:${place.line}:${place.column}`;
        lines.push(paint('dim', `  see ${at} ${forTerminal(place.message)}`));
    }
    const more = related.length - mostRelated;
    if (more > 0) lines.push(paint('dim', `  and ${counted(more, 'more place')}`));
    const titles = fixTitles(finding);
    for (let index = 0; index < titles.length && index < mostFixes; index++)
        lines.push(`  ${paint('green', 'fix')} ${forTerminal(titles[index]!)}`);
    return `${lines.join('\n')}\n\n`;
}

/** The rules that speak most often, where there is much to read. */
function tally(counts: ReadonlyMap<string, number>, paint: Paint): string[] {
    const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
    if (all < manyFindings) return [];
    const most = [...counts]
        .filter(([, count]) => count > 1)
        .sort(([, a], [, b]) => b - a)
        .slice(0, mostRules);
    return most.length === 0
        ? []
        : [paint('dim', `Most often: ${most.map(([rule, count]) => `${rule} (${count})`).join(', ')}`)];
}

const widest = 160;

/** A part of a line for a terminal; a run of tabs keeps its columns. */
function oneForOne(text: string): string {
    return text.includes('\t') ? Array.from(text, each => forTerminal(each)).join('') : forTerminal(text);
}

/** The line of text with carets below it; nothing where the line is empty. */
function addExcerpt(located: LocatedFinding, paint: Paint, lines: string[]): void {
    const { source, line, column, endLine, endColumn } = located;
    if (source.trim() === '') return;
    const from = column > widest ? column - 40 : 1;
    const shownOf = (start: number, end: number): string => oneForOne(source.slice(start - 1, end - 1));
    const last = Math.min(from + widest, source.length + 1);
    const gutter = `${line} | `;
    const end = Math.min(endLine === line ? endColumn : source.length + 1, last);
    const carets = '^'.repeat(Math.max(1, columns(shownOf(column, end))));
    lines.push(
        `  ${paint('dim', gutter)}${shownOf(from, last)}`,
        `  ${' '.repeat(gutter.length + columns(shownOf(from, column)))}` +
            `${paint(styles[located.finding.severity], carets)}`,
    );
}
