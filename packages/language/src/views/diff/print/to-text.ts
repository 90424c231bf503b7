import { stateText } from '../../../assessment/index.ts';
import { frAbbreviations } from '../../../catalogue/index.ts';
import { forTerminal } from '../../text/escape.ts';
import type { Finding } from '../../../rules/engine/finding.ts';
import type { DiffSide, Direction, ModelDiff, ReachDirection, Reason } from '../model-diff.ts';
import { placeOf } from '../places.ts';
import { policyLines, policyText, type PolicyLine } from './policy-lines.ts';
import { answerLines, radiusText } from '../question.ts';
import type { Sides } from './sides.ts';
import { foremost, storyOf, unsaid } from './story.ts';
import { changeText, counted, countText, doubtText, verdictText } from './wording.ts';

/** How many lines of one kind are printed before the rest is counted. */
export interface TextOptions {
    readonly most?: number;
}

function section(title: string, lines: readonly string[], most: number): string[] {
    if (lines.length === 0) return [];
    const rest = lines.length - most;
    return [
        '',
        title,
        ...lines.slice(0, most).map(line => `  ${forTerminal(line)}`),
        ...(rest > 0 ? [`  and ${rest} more`] : []),
    ];
}

function reachLines({ groups }: ReachDirection): string[] {
    return groups.map(
        ({ fromZone, toZone, pairs, shortest }) =>
            `${fromZone} → ${toZone}: ${counted(pairs, 'pair')}, shortest ${shortest.path.join(' → ')}`,
    );
}

/** Words and arrows: plus and minus would read as added and removed. */
const marks: Record<Direction, string> = { worse: '▼ worse:', better: '▲ better:', neutral: '• to know:' };

const level = (value: number | null): string => (value === null ? 'not stated' : String(value));

/** How many changes are printed with what each of them brings; of the others the changes are in the list alone. */
const mostLines = 12;

/** The changes with what follows from them. */
function storyLines(diff: ModelDiff, most: number): string[] {
    const { lines, rest } = storyOf([diff]);
    const shown = foremost(lines, mostLines);
    const effect = ({ direction, text }: Reason): string => `${marks[direction]} ${text}`;
    const left = lines.length - shown.length;
    const more = unsaid(lines, new Set(shown.flatMap(({ effects }) => effects)));
    return [
        ...shown.flatMap(({ who, what, changes, effects }) => [
            `  ${who}: ${what}  (${changes[0]!.file}:${changes[0]!.line})`,
            ...effects.map(each => `    ${effect(each)}`),
        ]),
        ...(left > 0 ? [`  and ${counted(left, 'more change')}${more.length > 0 ? ', which bring' : ''}`] : []),
        ...more.slice(0, most).map(each => `    ${effect(each)}`),
        ...(more.length > most ? [`    and ${more.length - most} more`] : []),
        ...(rest.length > 0 ? ['', 'From all of this together', ...rest.map(each => `  ${effect(each)}`)] : []),
    ];
}

/** The comparison of one model as plain text, for a terminal and for `git diff`. */
export function diffText(diff: ModelDiff, { most = 40 }: TextOptions = {}): string {
    const { changes, security, before, after } = diff;
    const found = (what: string, side: DiffSide, list: readonly Finding[]): string[] =>
        list.map(finding => {
            const { file, line } = placeOf(diff, side, finding);
            const { severity, rule, accepted, message } = finding;
            return `${what} ${severity} ${rule} ${file}:${line}${accepted ? ' (accepted)' : ''}  ${message}`;
        });
    const { findings } = security;
    // Equal changes are one line, and those of one element, so that a list of all may say more.
    const shown = storyOf([diff])
        .lines.slice(0, mostLines)
        .flatMap(line => line.changes).length;
    const name = diff.system ?? changes[0]?.file ?? (diff.of === 'files' ? 'Files' : 'no system');
    const lines = [
        `${forTerminal(name)}: ${verdictText(diff)}${changes.length > 0 ? ` ${countText(changes)}.` : ''}`,
        ...(diff.doubts.length > 0 ? [doubtText(diff)] : []),
        ...(changes.length + security.reasons.length > 0 ? ['', ...storyLines(diff, most).map(forTerminal)] : []),
        ...section(
            'All changes',
            changes.length > shown
                ? changes.map(change => `${changeText(change)}  (${change.file}:${change.line})`)
                : [],
            most,
        ),
        ...section('Reachable now', reachLines(security.reachability.opened), most),
        ...section('No longer reachable', reachLines(security.reachability.closed), most),
        ...section(
            'Blast radius',
            security.radius.map(
                ({ from, before: was, after: is }) => `from ${from}: ${radiusText(was)} → ${radiusText(is)}`,
            ),
            most,
        ),
        ...section(
            'Levels',
            security.levels.map(
                each =>
                    `${each.subject} ${each.what} ${frAbbreviations[each.fr]} ${level(each.before)} → ` +
                    `${level(each.after)}`,
            ),
            most,
        ),
        ...section(
            'Requirements',
            security.requirements.map(
                each =>
                    `${each.subject} ${each.id} ${stateText(each.before)} → ` +
                    `${stateText(each.after)}${each.required ? '' : ' (not required)'}`,
            ),
            most,
        ),
        ...section(
            'Findings',
            [
                ...found('new', after, findings.added),
                ...found(
                    'in place of another',
                    after,
                    // One may have taken the place of several.
                    [...new Set(findings.replaced.map(each => each.after))],
                ),
                ...found('asked now', after, findings.asked),
                ...found('fixed', before, findings.fixed),
                ...found('claimed to be fixed', before, findings.claimed),
                ...found('not asked any more', after, findings.silenced),
            ],
            most,
        ),
        ...section(
            'Invariants',
            [
                ...security.invariants.broken.map(each => `${each.id} is broken: ${each.counterexample.join(' → ')}`),
                ...security.invariants.healed.map(each => `${each.id} holds again`),
            ],
            most,
        ),
        ...section(
            'Acceptances',
            security.acceptances.map(
                each =>
                    `${each.kind} ${each.exception === null ? each.rule : `exception ${each.exception}`} at ` +
                    `${each.holder ?? 'a flow'}${each.after ? ` until ${each.after}` : ''}`,
            ),
            most,
        ),
        ...section(
            'Threats',
            security.threats.map(
                each =>
                    `${each.id}: residual risk ${each.labels.before} → ${each.labels.after}, tolerable ` +
                    `${each.labels.tolerable}`,
            ),
            most,
        ),
        ...section('Owns what was changed', diff.owners, most),
        ...section('Reached by it', diff.reached, most),
    ];
    return `${lines.join('\n')}\n`;
}

const policyMarks: Record<PolicyLine['mark'], string> = {
    missing: '! not agreed to:',
    warning: '•',
    agreed: '✓',
    void: '·',
};

/** What a review asks for, as plain text; empty where there is nothing to say. */
export function policyTextLines({ policy, policyAsked = false }: Sides): readonly string[] {
    const lines = policy ? policyLines(policy, policyAsked) : [];
    if (!policy || lines.length === 0) return [];
    const shown = lines.map(({ mark, text }) => `  ${policyMarks[mark]} ${forTerminal(text)}`);
    return [[`Review policy: ${policyText(policy)}`, ...shown, ''].join('\n')];
}

/** What was asked of both sides, as plain text; empty where nothing was asked. */
export function questionTextLines({ question }: Sides): readonly string[] {
    return question ? [[...answerLines(question, question.answers).map(forTerminal), ''].join('\n')] : [];
}
