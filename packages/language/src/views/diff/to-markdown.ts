import { frAbbreviations, titleOf } from '../../catalogue/index.ts';
import { asCode, forMarkdown } from '../text/escape.ts';
import type { Direction, ModelDiff, ReachDirection, Verdict } from './model-diff.ts';
import { lineOf } from './places.ts';
import { overall, type Sides } from './to-json.ts';
import { diffMermaid } from './to-mermaid.ts';
import { counted, countText, doubtText, verdictText } from './wording.ts';

/** Comments on GitHub end at 65,536 characters; this leaves room for what a workflow adds. */
const mostCharacters = 59_000;
const mostReasons = 8;
const mostInCell = 240;

const signs: Record<Verdict, string> = { worse: '🔴', better: '🟢', mixed: '🟠', none: '⚪', incomplete: '🟠' };
const words: Record<Verdict, string> = { worse: 'worse', better: 'better', mixed: 'partly worse, partly better', none: 'nothing better or worse', incomplete: 'not understood as a whole, so no verdict' };

const marks: Record<Direction, string> = { worse: '🔻', better: '🔹', neutral: '▫️' };

interface Section {
    readonly title: string;
    /** Heads of a table; a plain list without them. */
    readonly heads?: readonly string[];
    readonly rows: readonly (readonly string[])[];
}

const short = (text: string): string => (text.length > mostInCell ? `${text.slice(0, mostInCell - 1)}…` : text);
const code = (text: string): string => asCode(short(text));
const prose = (text: string): string => forMarkdown(short(text));
/** A commit by the first of its digits, anything else as it was given. */
const revision = (name: string): string => (/^[0-9a-f]{40,64}$/.test(name) ? name.slice(0, 12) : name);
const level = (value: number | null): string => (value === null ? '–' : String(value));

function reachSection(title: string, direction: ReachDirection): Section {
    return {
        title: `${title}: ${counted(direction.total, 'pair')} of assets`,
        heads: ['From → to', 'Pairs', 'Shortest path'],
        rows: direction.groups.map(({ fromZone, toZone, pairs, shortest }) =>
            [`${code(fromZone)} → ${code(toZone)}`, String(pairs), shortest.path.slice(0, 12).map(code).join(' → ')]),
    };
}

function levelRows({ security }: ModelDiff): string[][] {
    const groups = Map.groupBy(security.levels, each => `${each.subject} ${each.what}`);
    return [...groups.values()].map(changes => {
        const steps = Map.groupBy(changes, each => `${level(each.before)} → ${level(each.after)}`);
        const said = [...steps].map(([step, each]) => `${each.length === 7 ? 'all FRs' : each.map(({ fr }) => frAbbreviations[fr]).join(' ')}: ${step}`);
        return [code(changes[0]!.subject), changes[0]!.what, said.join('; ')];
    });
}

function requirementRows({ security }: ModelDiff): string[][] {
    const groups = Map.groupBy(security.requirements, each => JSON.stringify([each.subject, each.before, each.after, each.required]));
    return [...groups.values()].map(changes => {
        const [{ subject, before, after, required }] = changes as [typeof changes[number]];
        const ids = changes.map(each => each.id);
        const named = ids.length === 1 ? `${ids[0]} ${titleOf(ids[0]!) ?? ''}`.trim() : `${ids.length}: ${ids.join(', ')}`;
        return [code(subject), named, `${before} → ${after}${required ? '' : ' (not required)'}`];
    });
}

function findingRows(diff: ModelDiff): string[][] {
    const row = (what: string, side: ModelDiff['after'], finding: ModelDiff['security']['findings']['added'][number]): string[] => [
        `${what}${finding.accepted ? ', accepted' : ''}`, `${finding.severity} ${code(finding.rule)}`,
        `${prose(finding.message)} ${code(`${side.fileName(finding.at.file)}:${lineOf(side, finding.at)}`)}`,
    ];
    return (['error', 'warning', 'info'] as const).flatMap(severity => [
        ...diff.security.findings.added.filter(finding => finding.severity === severity).map(finding => row('new', diff.after, finding)),
        ...diff.security.findings.fixed.filter(finding => finding.severity === severity).map(finding => row('fixed', diff.before, finding)),
    ]);
}

function sectionsOf(diff: ModelDiff): Section[] {
    const { changes, security } = diff;
    return [
        { title: `${counted(changes.length, 'change')} of meaning`, heads: ['', 'Element', 'What', 'Where'],
            rows: changes.map(({ kind, element, id, what, file, line }) => [kind, `${element} ${code(id)}`, prose(what), code(`${file}:${line}`)]) },
        reachSection('Reachable now', security.reachability.opened),
        reachSection('No longer reachable', security.reachability.closed),
        { title: 'Security levels', heads: ['Where', 'Level', 'Change'], rows: levelRows(diff) },
        { title: `${counted(security.requirements.length, 'requirement')} in another state`, heads: ['Where', 'Requirement', 'State'], rows: requirementRows(diff) },
        { title: `${counted(security.findings.added.length, 'new finding')}, ${security.findings.fixed.length} fixed`, heads: ['', 'Rule', 'Finding'], rows: findingRows(diff) },
        { title: 'Invariants', heads: ['Invariant', 'Verdict', 'Counterexample'], rows: [
            ...security.invariants.broken.map(each => [code(each.id), 'broken', each.counterexample.slice(0, 12).map(code).join(' → ')]),
            ...security.invariants.healed.map(each => [code(each.id), 'holds again', '']),
        ] },
        { title: 'Accepted', heads: ['', 'What', 'Where', 'Until'], rows: security.acceptances.map(each =>
            [each.kind, each.exception === null ? code(each.rule) : `exception ${code(each.exception)}`, code(each.holder ?? 'a flow'),
                each.before === each.after || each.kind === 'added' || each.kind === 'removed' ? each.after ?? each.before ?? 'no day' : `${each.before ?? 'no day'} → ${each.after ?? 'no day'}`]) },
        { title: 'Threats', heads: ['Threat', 'Residual risk', 'Tolerable'], rows: security.threats.map(each =>
            [code(each.id), `${prose(each.labels.before)} → ${prose(each.labels.after)}`, prose(each.labels.tolerable)]) },
    ].filter(section => section.rows.length > 0);
}

function table({ title, heads, rows }: Section, most: number): string[] {
    const shown = rows.slice(0, most);
    const rest = rows.length - shown.length;
    const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
    return [
        '', '<details>', `<summary>${title}</summary>`, '',
        row(heads ?? ['']), row((heads ?? ['']).map(() => '---')), ...shown.map(row),
        ...(rest > 0 ? ['', `and ${rest} more; \`iacs diff --format json\` has all of them.`] : []), '', '</details>',
    ];
}

function reasonLines({ security: { reasons } }: ModelDiff): string[] {
    const lines = reasons.slice(0, mostReasons).map(({ direction, text }) => `- ${marks[direction]} ${prose(text)}`);
    const rest = reasons.length - lines.length;
    return [...lines, ...(rest > 0 ? [`- and ${rest} more`] : [])];
}

/** The first problems of the sides that were not understood. */
function doubtLines(diff: ModelDiff): string[] {
    const lines = diff.doubts.flatMap(({ side, problems }) => {
        const shown = side === 'base' ? diff.before : diff.after;
        return problems.map(({ at, message }) => `> - ${side} ${code(`${shown.fileName(at.file)}:${lineOf(shown, at)}`)} ${prose(message)}`);
    });
    return lines.length > 3 ? [...lines.slice(0, 3), `> - and ${lines.length - 3} more`] : lines;
}

function modelMarkdown(diff: ModelDiff, most: number, picture: boolean, single: boolean): string[] {
    const mermaid = picture && diff.changes.length > 0 ? diffMermaid(diff) : '';
    return [
        ...(single ? [] : ['', `#### ${signs[diff.security.verdict]} ${code(diff.system ?? 'no system')}`]),
        '', `${verdictText(diff)}${diff.changes.length > 0 ? ` ${countText(diff.changes)}.` : ''}`,
        ...(diff.doubts.length > 0 ? ['', `> **Incomplete.** ${doubtText(diff)}`, ...doubtLines(diff)] : []),
        ...(diff.security.reasons.length > 0 ? ['', ...reasonLines(diff)] : []),
        ...(diff.owners.length > 0 ? ['', `Concerned: ${diff.owners.slice(0, 20).map(prose).join(' · ')}${diff.owners.length > 20 ? ' …' : ''}`] : []),
        ...(mermaid === '' ? [] : ['', '```mermaid', mermaid, '```']),
        ...sectionsOf(diff).flatMap(section => table(section, most)),
    ];
}

/** The verdict in one line. Where a side was not understood, there is none: what is missing may be the worst of it. */
function headline(diffs: readonly ModelDiff[]): string {
    const verdict = overall(diffs.map(diff => diff.security.verdict));
    const same = verdict === 'none' && diffs.every(diff => diff.changes.length === 0 && diff.security.reasons.length === 0);
    return `${signs[verdict]} IEC 62443 model: ${same ? 'no change of meaning' : words[verdict]}`;
}

/**
 * The comparison as Markdown for a comment on a pull request: the verdict first, details folded, under 60,000 characters.
 * @param diffs one for each model, in their order
 */
export function diffMarkdown(diffs: readonly ModelDiff[], { base, head }: Sides): string {
    const changed = diffs.filter(diff => diff.changes.length > 0 || diff.security.reasons.length > 0 || diff.doubts.length > 0);
    const single = diffs.length === 1;
    const render = (models: readonly ModelDiff[], most: number, picture: boolean): string => [
        `### ${headline(diffs)}`,
        ...models.flatMap(diff => modelMarkdown(diff, most, picture, single)),
        ...(changed.length === 0 && !single ? ['', 'Nothing changes in meaning.'] : []),
        ...(models.length < changed.length ? ['', `and ${counted(changed.length - models.length, 'more model')}`] : []),
        '', `<sub>${code(revision(base))} → ${code(revision(head))}, compared by meaning over the declared flows; what nobody declared is not seen.</sub>`, '',
    ].join('\n');
    const shown = single ? diffs : changed;
    for (const most of [200, 60, 20, 8, 3]) {
        const text = render(shown, most, most > 3);
        if (text.length <= mostCharacters) return text;
    }
    let count = Math.max(1, shown.length >> 1);
    while (count > 1 && render(shown.slice(0, count), 3, false).length > mostCharacters) count >>= 1;
    return render(shown.slice(0, count), 3, false);
}
