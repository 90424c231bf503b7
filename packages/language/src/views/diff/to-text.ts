import { frAbbreviations } from '../../catalogue/index.ts';
import { forTerminal } from '../text/escape.ts';
import type { Direction, ModelDiff, ReachDirection } from './model-diff.ts';
import { lineOf } from './places.ts';
import { changeText, counted, countText, doubtText, verdictText } from './wording.ts';

/** How many lines of one kind are printed before the rest is counted. */
export interface TextOptions {
    readonly most?: number;
}

function section(title: string, lines: readonly string[], most: number): string[] {
    if (lines.length === 0) return [];
    const rest = lines.length - most;
    return ['', title, ...lines.slice(0, most).map(line => `  ${forTerminal(line)}`), ...(rest > 0 ? [`  and ${rest} more`] : [])];
}

function reachLines({ groups }: ReachDirection): string[] {
    return groups.map(({ fromZone, toZone, pairs, shortest }) =>
        `${fromZone} → ${toZone}: ${counted(pairs, 'pair')}, shortest ${shortest.path.join(' → ')}`);
}

/** Words and arrows: plus and minus would read as added and removed. */
const marks: Record<Direction, string> = { worse: '▼ worse: ', better: '▲ better:', neutral: '• known: ' };

const level = (value: number | null): string => (value === null ? 'not stated' : String(value));

/** The comparison of one model as plain text, for a terminal and for `git diff`. */
export function diffText(diff: ModelDiff, { most = 40 }: TextOptions = {}): string {
    const { changes, security, before, after } = diff;
    const reasons = security.reasons.map(({ direction, text }) => `${marks[direction]} ${text}`);
    const findings = [
        ...security.findings.added.map(finding => `new   ${finding.severity} ${finding.rule} ${after.fileName(finding.at.file)}:${lineOf(after, finding.at)}`
            + `${finding.accepted ? ' (accepted)' : ''}  ${finding.message}`),
        ...security.findings.fixed.map(finding => `fixed ${finding.severity} ${finding.rule} ${before.fileName(finding.at.file)}:${lineOf(before, finding.at)}`
            + `  ${finding.message}`),
    ];
    const lines = [
        `${forTerminal(diff.system ?? 'no system')}: ${verdictText(diff)}${changes.length > 0 ? ` ${countText(changes)}.` : ''}`,
        ...(diff.doubts.length > 0 ? [doubtText(diff)] : []),
        ...section('Reasons', reasons, most),
        ...section('Changes', changes.map(change => `${changeText(change)}  (${change.file}:${change.line})`), most),
        ...section('Reachable now', reachLines(security.reachability.opened), most),
        ...section('No longer reachable', reachLines(security.reachability.closed), most),
        ...section('Levels', security.levels.map(each =>
            `${each.subject} ${each.what} ${frAbbreviations[each.fr]} ${level(each.before)} → ${level(each.after)}`), most),
        ...section('Requirements', security.requirements.map(each =>
            `${each.subject} ${each.id} ${each.before} → ${each.after}${each.required ? '' : ' (not required)'}`), most),
        ...section('Findings', findings, most),
        ...section('Invariants', [
            ...security.invariants.broken.map(each => `${each.id} is broken: ${each.counterexample.join(' → ')}`),
            ...security.invariants.healed.map(each => `${each.id} holds again`),
        ], most),
        ...section('Acceptances', security.acceptances.map(each =>
            `${each.kind} ${each.exception === null ? each.rule : `exception ${each.exception}`} at ${each.holder ?? 'a flow'}${each.after ? ` until ${each.after}` : ''}`), most),
        ...section('Threats', security.threats.map(each =>
            `${each.id}: residual risk ${each.labels.before} → ${each.labels.after}, tolerable ${each.labels.tolerable}`), most),
        ...section('Concerned', diff.owners, most),
    ];
    return `${lines.join('\n')}\n`;
}
