import { frAbbreviations } from '../../src/catalogue/index.ts';
import type { Finding } from '../../src/rules/index.ts';
import type { ModelDiff, ReachDirection } from '../../src/views/diff/index.ts';

type Text = string | number | false | null | undefined;

/** Parts of a line of which those that say nothing are left out. */
const line = (...parts: readonly Text[]): string => parts.filter(part => typeof part === 'number' || part).join(' ');

const under = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : [title, ...lines.map(each => `  ${each}`)];

const reachLines = ({ groups, total }: ReachDirection): readonly string[] =>
    groups.map(({ fromZone, toZone, pairs, kinds, shortest: { path, flows } }) =>
        line(
            `${pairs} of ${total} ${fromZone} -> ${toZone} (${kinds[0]}): ${path.join(' ')}`,
            `over ${flows.map(flow => flow ?? '-').join('; ')}`,
        ),
    );

const findingLines = (all: readonly Finding[]): readonly string[] =>
    all.map(({ severity, rule, subject, parts, accepted }) =>
        line(
            `${severity} ${rule}`,
            subject ?? '-',
            parts.length > 1 && `(${parts.map(part => part.subject ?? '-').join(' ')})`,
            accepted && 'accepted',
        ),
    );

/** All that a comparison says, line by line: changes and reasons by their numbers, and which brings which. */
export function comparedLines({ changes, security, owners, reached, doubts }: ModelDiff): readonly string[] {
    const { reachability, crossings, findings, invariants } = security;
    const requirements = Map.groupBy(
        security.requirements,
        ({ subject, before, after, required }) => `${subject} ${before} → ${after}${required ? '' : ' (not asked)'}`,
    );
    const levels = Map.groupBy(
        security.levels,
        ({ subject, what, before, after }) => `${subject} ${what} ${before ?? '-'} → ${after ?? '-'}`,
    );
    return [
        security.verdict,
        ...under(
            'changes',
            changes.map(({ kind, element, id, before, what, line: at, agreement, statement }, index) =>
                line(
                    `${index} ${kind} ${element} ${id}`,
                    before !== null && before !== id && `(${before})`,
                    `line ${at}: ${what}`,
                    statement && `[${line(statement.word, ...statement.items, statement.gone && 'gone')}]`,
                    agreement && 'agreement',
                ),
            ),
        ),
        ...under(
            'reasons',
            security.reasons.map(({ direction, kind, text, about }, index) =>
                line(`${index} ${direction} ${kind}: ${text}`, about.length > 0 && `[${about.join(', ')}]`),
            ),
        ),
        ...under(
            'causes',
            security.causes.map(({ change, effects }) => `${change} brings ${effects.join(' ')}`),
        ),
        ...under('opened', reachLines(reachability.opened)),
        ...under('closed', reachLines(reachability.closed)),
        ...(['opened', 'closed'] as const).flatMap(side =>
            under(
                `straight ${side}`,
                crossings[side].map(({ from, to, flow }) => `${from} -> ${to} by ${flow}`),
            ),
        ),
        ...under(
            'radius',
            security.radius.map(each => JSON.stringify(each)),
        ),
        ...under(
            'levels',
            [...levels].map(([step, all]) => `${step} in ${all.map(({ fr }) => frAbbreviations[fr]).join(' ')}`),
        ),
        ...under(
            'requirements',
            [...requirements].map(([step, all]) => `${step}: ${all.map(({ id }) => id).join(', ')}`),
        ),
        ...(['added', 'fixed', 'claimed', 'gone', 'asked', 'silenced'] as const).flatMap(side =>
            under(`findings ${side}`, findingLines(findings[side])),
        ),
        ...under(
            'findings replaced',
            findings.replaced.map(({ before, after }) => findingLines([before, after]).join(' by ')),
        ),
        ...(['broken', 'healed'] as const).flatMap(side =>
            under(
                `invariants ${side}`,
                invariants[side].map(({ id, counterexample }) => `${id}: ${counterexample.join(' ')}`),
            ),
        ),
        ...under(
            'acceptances',
            security.acceptances.map(({ kind, rule, holder, exception, before, after, about }) =>
                line(`${kind} ${rule} at ${holder ?? 'a flow'}`, exception, before ?? '-', after ?? '-', ...about),
            ),
        ),
        ...under(
            'threats',
            security.threats.map(({ id, labels, crossed }) => line(id, labels.before, labels.after, crossed)),
        ),
        ...under(
            'agreements',
            security.agreements.map(({ about, what, by, until, state }) => line(about, what, by, until, state)),
        ),
        ...under('owners', owners),
        ...under('reached', reached),
        ...doubts.map(({ side, problems }) => `${side}: ${problems.length} not understood`),
    ];
}
