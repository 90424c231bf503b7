import type { Assessment, Path, RequirementState, SubjectAssessment } from '../../src/assessment/index.ts';
import { assume, fittingConduits, pathText, supportOf } from '../../src/assessment/index.ts';
import { frAbbreviations } from '../../src/catalogue/index.ts';
import { contradictedAt, restingOnContradicted, unprovedBy } from '../../src/rules/index.ts';
import { gapsAt } from '../../src/assessment/hop-gaps.ts';
import { reconcile } from '../../src/reconcile/index.ts';
import { reconciledLines, worldsLines } from './reconciled.ts';

const digits = (levels: readonly (number | null)[]): string => levels.map(level => level ?? '-').join('');

function stateText({ state, required, by, because, evidence, ...of }: RequirementState): string {
    return [
        `${state}${required ? '' : ' (not asked)'}`,
        ...(by.length > 0 ? [`by ${by.join(', ')}`] : []),
        ...(because === null ? [] : [`because ${because}`]),
        ...(evidence.length > 0 ? [`evidence ${evidence.join(', ')}`] : []),
        ...(of.evidenceUntil === null ? [] : [`until ${of.evidenceUntil}`]),
        ...(of.due === null ? [] : [`due ${of.due}`]),
        ...(of.inheritedFrom === null ? [] : [`from ${of.inheritedFrom}`]),
    ].join(' ');
}

function levelLines(subject: SubjectAssessment): readonly string[] {
    const { id, slT, slC, slA, slAClaimed, gap, slTSource, slCLimit, limits } = subject;
    const blocking = limits.flatMap(ids => ids);
    const limiting = [...new Set(slCLimit.filter(each => each !== null))];
    return [
        `${id}: T ${digits(slT)} (${slTSource.map(each => each?.[0] ?? '-').join('')}) C ${digits(slC)} ` +
            `A ${digits(slA)} claimed ${digits(slAClaimed)} gap ${digits(gap)}`,
        ...(limiting.length > 0 ? [`  capability by ${limiting.join(', ')}`] : []),
        ...(blocking.length > 0 ? [`  blocked by ${blocking.join(', ')}`] : []),
    ];
}

/** What is known of a model, by topic, as lines of text. */
export const knowledge: { readonly [topic: string]: (assessment: Assessment) => readonly string[] } = {
    levels: ({ subjects }) => subjects.flatMap(levelLines),

    states: ({ subjects }) =>
        subjects.flatMap(({ id, requirements }) => [
            `${id}:`,
            ...[
                ...Map.groupBy(
                    requirements.filter(each => each.state !== 'not-assessed' || each.by.length > 0),
                    stateText,
                ),
            ].map(([text, all]) => `  ${all.map(each => each.id).join(', ')}: ${text}`),
        ]),

    contradicted: assessment =>
        assessment.subjects.flatMap(subject => {
            const contradicted = contradictedAt(assessment, subject);
            const resting = restingOnContradicted(subject, contradicted).flatMap((ids, fr) =>
                ids.length > 0 ? [`  ${frAbbreviations[fr]} ${subject.slA[fr]} rests on ${ids.join(', ')}`] : [],
            );
            const states = subject.requirements.flatMap(each =>
                (contradicted.get(each.index) ?? []).map(text => `  ${each.id} ${stateText(each)}: ${text}`),
            );
            return states.length > 0 ? [`${subject.id}:`, ...states, ...resting] : [];
        }),

    crossings: ({ lookup, crossings }) =>
        [...crossings.values()].map(({ flow, from, to, crosses, conduit, fits }) =>
            [
                `${flow.from.id} ${flow.arrow} ${flow.to.id}: ${from.join('+') || 'nowhere'} to ${to.join('+') || 'nowhere'}`,
                crosses ? 'crosses' : 'stays',
                ...(conduit ? [`${fits ? 'fits' : 'does not fit'} ${conduit.id}`] : []),
                `for ${
                    fittingConduits(lookup, flow.from.id, flow.to.id)
                        .map(({ id }) => id)
                        .join('+') || 'no conduit'
                }`,
            ].join(', '),
        ),

    reach: ({ model, reach }) =>
        [...model.assets, ...model.zones].map(({ id }) => {
            const reached = [...reach.reachableFrom([id])].join(' ');
            const moving = [...reach.reachableFrom([id], { lateral: true })].join(' ');
            return `${id} -> ${reached}${moving === reached ? '' : ` | moving: ${moving}`}`;
        }),

    invariants: assessment =>
        assessment.invariants.flatMap(({ invariant, holds, clauses, exceptions, except }) => [
            `${invariant.id}: ${holds ? 'holds' : 'broken'}${except ? ', with exceptions' : ''}`,
            ...unprovedBy(assessment, clauses).map(({ message }) => `  not proved: ${message}`),
            ...clauses.map(
                ({ clause, vacuousBecause, counterexample, excepted }) =>
                    `  ${clause.verb} ${clause.access ?? ''} ${clause.from.id} -> ${clause.to.id}:` +
                    (counterexample ? ` ${pathText(counterexample)}` : ' holds') +
                    (vacuousBecause === null ? '' : ', proves nothing') +
                    (excepted ? `, without exceptions ${pathText(excepted)}` : ''),
            ),
            ...exceptions.map(
                ({ exception, expired, flows }) =>
                    `  except ${exception.from.id} ${exception.arrow} ${exception.to.id}${expired ? ' (expired)' : ''}: ` +
                    flows.map(flow => `${flow.from.id} ${flow.arrow} ${flow.to.id}`).join('; '),
            ),
        ]),

    islands: ({ islands }) =>
        islands.flatMap(({ island, cut, keepings }) => [
            `${island.id}: cuts ${cut.where.map(at => `${at.conduit} at ${at.devices.join('+') || '-'}`).join(', ')}`,
            ...cut.stopped.map(flow => `  stops ${cut.stops(flow) === 'partly' ? 'partly ' : ''}${flow.id}`),
            ...cut.unclean.map(each => `  not clean: ${each.kind} ${each.id}${each.zone ? ` in ${each.zone}` : ''}`),
            ...keepings.flatMap(({ keeping, holds, verdict }) => [
                `  ${keeping.function.id}: ${holds === null ? 'not said' : holds ? 'kept' : 'not kept'}, ` +
                    `${verdict.verdict}${verdict.endures ? ` for ${verdict.endures} until ${verdict.until}` : ''}`,
                ...(verdict.because ? [`    ${verdict.chain.join(' > ')}: ${verdict.because}`] : []),
                ...verdict.questions.map(each => `    ${each.asset} without ${each.peer}? ${each.flow?.id ?? ''}`),
            ]),
        ]),

    risk: ({ risk }) => [
        ...risk.threats.map(
            ({ threat, unmitigated, residual, planned, tolerable, suggests, path, missing, mitigations }) =>
                [
                    `${threat.id}: ${unmitigated?.label ?? '?'} > ${residual?.label ?? '?'} > ${planned?.label ?? '?'}`,
                    `tolerable ${tolerable ?? '?'}`,
                    `suggests ${suggests ?? '?'}`,
                    `path ${path.exists === null ? '?' : path.exists ? 'yes' : 'no'} ${path.subjects.join(' ')}`,
                    ...mitigations.map(
                        each => `${each.counts}${each.reduces ? ' lower' : ''} ${each.waitingFor.join('+')}`,
                    ),
                    ...missing,
                ].join(', '),
        ),
        ...[...risk.targets].map(
            ([id, { levels, because }]) =>
                `${id}: ${digits(levels)} by ${because.map(each => each?.threat.id ?? '-').join(' ')}`,
        ),
    ],

    support: ({ lookup, model }) =>
        model.functions.map(each => `${each.id} rests on ${[...supportOf(lookup, each)].join(', ')}`),

    reconciled: assessment => {
        const found = reconcile(assessment.lookup, { staleAfter: 90 });
        return [...reconciledLines(found), ...worldsLines(assessment, found)];
    },

    hops: assessment =>
        assessment.model.flows.flatMap(flow => {
            const path = assessment.reach.shortestPath(flow.from.id, flow.to.id);
            return (path?.hops ?? []).flatMap(hop => {
                const { gaps, unasked } = gapsAt(assessment, hop);
                return [
                    `${hop.from} ${hop.kind} ${hop.direction} ${hop.to}`,
                    ...gaps.map(({ subject, requirement, state }) => `  ${subject} ${requirement} ${state}`),
                    ...(unasked.length > 0 ? [`  not asked: ${unasked.join(', ')}`] : []),
                ];
            });
        }),
};

/** What follows when the elements that are named are compromised: with movement inside of zones too. */
export function assumed(assessment: Assessment, from: readonly string[]): readonly string[] {
    return [false, true].flatMap(lateral => {
        const { reached, functions, contain, containByFlows } = assume(assessment, from, { lateral });
        return [
            `${from.join(' and ')}${lateral ? ', moving' : ''}: ${reached.map(each => `${each.id} (${each.zone ?? '-'})`).join(', ')}`,
            ...functions.map(each => `  ${each.function.id} after ${each.hops}: ${each.assets.join(', ')}`),
            ...[contain, containByFlows].map(
                ({ conduits, flows, proved, atLeast, impossible }) =>
                    `  ends by ${[...conduits, ...flows].join(', ') || 'nothing'}${proved ? '' : ', not proved'}, ` +
                    `at least ${atLeast}${impossible ? ', impossible' : ''}`,
            ),
        ];
    });
}

/** The ways from one element to another: all of them, the shortest, one that may write, and who else gets there. */
export function ways({ reach }: Assessment, from: string, to: string): readonly string[] {
    const [all, few] = [reach.allSimplePaths(from, to, 5, 30), reach.allSimplePaths(from, to, 2, 1)];
    const shown = (path: Path | null): string => (path ? pathText(path) : 'none');
    return [
        `${from} to ${to}: ${shown(reach.shortestPath(from, to))}`,
        `  may write: ${shown(reach.shortestWritePath(from, to))}`,
        `  over https: ${shown(reach.shortestPathOver(from, to, new Set(['https'])))}`,
        `  moving: ${shown(reach.shortestPath(from, to, { lateral: true }))}`,
        ...all.paths.map(path => `  way ${pathText(path)}`),
        `  ${all.complete ? 'these are all' : 'there are more'}; ${few.paths.length} of at most 2 hops` +
            `${few.complete ? '' : ', and more'}`,
        `  reached from ${[...reach.reaching([to])].join(' ') || 'nowhere'}`,
        ...[...reach.spreadInto([to])].map(([id, path]) => `  into, from ${id}: ${pathText(path)}`),
        ...[...reach.spread([from])].map(([id, path]) => `  out, to ${id}: ${pathText(path)}`),
    ];
}
