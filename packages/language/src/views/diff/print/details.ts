import { stateText } from '../../../assessment/index.ts';
import { frAbbreviations, titleOf } from '../../../catalogue/index.ts';
import type { ModelDiff, ReachDirection } from '../model-diff.ts';
import { placeOf } from '../places.ts';
import { radiusText } from '../question.ts';
import { code, prose } from './prose.ts';
import { counted } from './wording.ts';

/** Comments on GitHub end at 65,536 characters; this leaves room for what a workflow adds. */
export const mostCharacters = 59_000;

/** A folded table of a comparison. */
export interface Section {
    readonly title: string;
    /** Heads of a table; a plain list without them. */
    readonly heads?: readonly string[];
    readonly rows: readonly (readonly string[])[];
}

const level = (value: number | null): string => (value === null ? '–' : String(value));

function reachSection(title: string, direction: ReachDirection): Section {
    return {
        title: `${title}: ${counted(direction.total, 'pair')} of assets`,
        heads: ['From → to', 'Pairs', 'Shortest path'],
        rows: direction.groups.map(({ fromZone, toZone, pairs, shortest }) => [
            `${code(fromZone)} → ${code(toZone)}`,
            String(pairs),
            shortest.path.slice(0, 12).map(code).join(' → '),
        ]),
    };
}

function levelRows({ security }: ModelDiff): string[][] {
    const groups = Map.groupBy(security.levels, each => `${each.subject} ${each.what}`);
    return [...groups.values()].map(changes => {
        const steps = Map.groupBy(changes, each => `${level(each.before)} → ${level(each.after)}`);
        const said = [...steps].map(
            ([step, each]) =>
                `${each.length === 7 ? 'all FRs' : each.map(({ fr }) => frAbbreviations[fr]).join(' ')}: ${step}`,
        );
        return [code(changes[0]!.subject), changes[0]!.what, said.join('; ')];
    });
}

function requirementRows({ security }: ModelDiff): string[][] {
    const groups = Map.groupBy(security.requirements, each =>
        JSON.stringify([each.subject, each.before, each.after, each.required]),
    );
    return [...groups.values()].map(changes => {
        const [{ subject, before, after, required }] = changes as [(typeof changes)[number]];
        const ids = changes.map(each => each.id);
        const named =
            ids.length === 1 ? `${ids[0]} ${titleOf(ids[0]!) ?? ''}`.trim() : `${ids.length}: ${ids.join(', ')}`;
        return [code(subject), named, `${stateText(before)} → ${stateText(after)}${required ? '' : ' (not required)'}`];
    });
}

/** `2 new findings, 1 fixed, 1 replaced`. */
function findingTitle({
    added,
    fixed,
    replaced,
    gone,
    claimed,
    asked,
    silenced,
}: ModelDiff['security']['findings']): string {
    const counts: readonly (readonly [number, string])[] = [
        [replaced.length, 'replaced'],
        [claimed.length, 'claimed to be fixed'],
        [gone.length, 'gone and not counted as fixed'],
        [asked.length, 'asked now'],
        [silenced.length, 'not asked any more'],
    ];
    return [
        `${counted(added.length, 'new finding')}, ${fixed.length} fixed`,
        ...counts.flatMap(([count, what]) => (count > 0 ? [`${count} ${what}`] : [])),
    ].join(', ');
}

function findingRows(diff: ModelDiff): string[][] {
    const row = (
        what: string,
        side: ModelDiff['after'],
        finding: ModelDiff['security']['findings']['added'][number],
    ): string[] => {
        const { file, line } = placeOf(diff, side, finding);
        return [
            `${what}${finding.accepted ? ', accepted' : ''}`,
            `${finding.severity} ${code(finding.rule)}`,
            `${prose(finding.message)} ${code(`${file}:${line}`)}`,
        ];
    };
    const { added, fixed, replaced, gone, claimed, asked, silenced } = diff.security.findings;
    return (['error', 'warning', 'info'] as const).flatMap(severity => {
        const of = (
            what: string,
            side: ModelDiff['after'],
            list: ModelDiff['security']['findings']['added'],
        ): string[][] => list.filter(finding => finding.severity === severity).map(finding => row(what, side, finding));
        return [
            ...of('new', diff.after, added),
            ...of(
                'in place of another',
                diff.after,
                // One may have taken the place of several, and several that of one.
                [...new Set(replaced.map(({ after }) => after))],
            ),
            ...of('asked now', diff.after, asked),
            ...of('fixed', diff.before, fixed),
            ...of('claimed to be fixed', diff.before, claimed),
            ...of('gave way', diff.before, [...new Set(replaced.map(({ before }) => before))]),
            ...of('not asked any more', diff.after, silenced),
            ...of('gone, not counted as fixed', diff.before, gone),
        ];
    });
}

/** All that is known of a comparison, in tables. */
export function sectionsOf(diff: ModelDiff): Section[] {
    const { changes, security } = diff;
    return [
        {
            title: `${counted(changes.length, 'change')} of meaning`,
            heads: ['', 'Element', 'What', 'Where'],
            rows: changes.map(({ kind, element, id, what, file, line }) => [
                kind,
                `${element} ${code(id)}`,
                prose(what),
                code(`${file}:${line}`),
            ]),
        },
        reachSection('Reachable now', security.reachability.opened),
        reachSection('No longer reachable', security.reachability.closed),
        {
            title: 'Blast radius',
            heads: ['From', 'Before', 'After'],
            rows: security.radius.map(({ from, before, after }) => [
                code(from),
                prose(radiusText(before)),
                prose(radiusText(after)),
            ]),
        },
        { title: 'Security levels', heads: ['Where', 'Level', 'Change'], rows: levelRows(diff) },
        {
            title: `${counted(security.requirements.length, 'requirement')} in another state`,
            heads: ['Where', 'Requirement', 'State'],
            rows: requirementRows(diff),
        },
        { title: findingTitle(security.findings), heads: ['', 'Rule', 'Finding'], rows: findingRows(diff) },
        {
            title: 'Invariants',
            heads: ['Invariant', 'Verdict', 'Counterexample'],
            rows: [
                ...security.invariants.broken.map(each => [
                    code(each.id),
                    'broken',
                    each.counterexample.slice(0, 12).map(code).join(' → '),
                ]),
                ...security.invariants.healed.map(each => [code(each.id), 'holds again', '']),
            ],
        },
        {
            title: 'Accepted',
            heads: ['', 'What', 'Where', 'Until'],
            rows: security.acceptances.map(each => [
                each.kind,
                each.exception === null ? code(each.rule) : `exception ${code(each.exception)}`,
                code(each.holder ?? 'a flow'),
                each.before === each.after || each.kind === 'added' || each.kind === 'removed'
                    ? (each.after ?? each.before ?? 'no day')
                    : `${each.before ?? 'no day'} → ${each.after ?? 'no day'}`,
            ]),
        },
        {
            title: 'Threats',
            heads: ['Threat', 'Residual risk', 'Tolerable'],
            rows: security.threats.map(each => [
                code(each.id),
                `${prose(each.labels.before)} → ${prose(each.labels.after)}`,
                prose(each.labels.tolerable),
            ]),
        },
    ].filter(section => section.rows.length > 0);
}

/** @param most how many rows are shown before the rest is counted */
export function table({ title, heads, rows }: Section, most: number): string[] {
    const shown = rows.slice(0, most);
    const rest = rows.length - shown.length;
    const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
    return [
        '',
        '<details>',
        `<summary>${title}</summary>`,
        '',
        row(heads ?? ['']),
        row((heads ?? ['']).map(() => '---')),
        ...shown.map(row),
        ...(rest > 0 ? ['', `and ${rest} more; \`iacs diff --format json\` has all of them.`] : []),
        '',
        '</details>',
    ];
}
