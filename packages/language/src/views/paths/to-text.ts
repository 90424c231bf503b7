import { pathText, stateText, type ClauseVerdict, type InvariantVerdict } from '../../assessment/index.ts';
import { attackNotice } from '../../catalogue/attack.ts';
import { titleOf } from '../../catalogue/index.ts';
import type { NotKnown, World } from '../../reconcile/index.ts';
import { forTerminal } from '../text/escape.ts';
import type { PathReading, ReadHop, ReadPath } from './read-paths.ts';

const mostTechniques = 4;

/** What shows a hop that no protocol names: a rule or traffic, of which the id of the flow speaks. */
function witnessOf({ flow, from, to }: ReadHop['hop']): string {
    const start = `${from} -> ${to} `;
    return flow?.id.startsWith(start) && !flow.id.startsWith(`${start}:`)
        ? flow.id.slice(start.length)
        : 'no protocol stated';
}

const speakers = { subscription: 'broker', relay: 'relay', tunnel: 'far end of the tunnel' } as const;

function hopLines({ hop, gaps, unasked }: ReadHop, number: number): string[] {
    const speaker = hop.speaking === null ? '' : speakers[hop.speaking];
    const sign =
        hop.direction === 'unknown'
            ? ', opened by an unknown side'
            : hop.speaking !== null
              ? `, spoken by the ${speaker} over the session that ${hop.to} opened`
              : hop.direction === 'backward'
                ? ', opened against the arrow'
                : '';
    const means =
        hop.kind === 'presence'
            ? `${hop.server} has an interface in ${hop.zone}: no flow is needed`
            : hop.kind === 'lateral'
              ? `movement inside ${hop.zone}, without a flow`
              : `${hop.protocols.join(', ') || witnessOf(hop)}${sign}`;
    const place =
        hop.kind !== 'flow'
            ? ''
            : hop.conduit === null
              ? '; in no conduit'
              : '; conduit ' +
                `${hop.conduit}${hop.devices.length > 0 ? ` via ${hop.devices.join(', ')}` : ', no boundary device'}`;
    return [
        `  ${number}. ${hop.from} → ${hop.to}  ${means}${place}`,
        ...gaps.flatMap(({ subject, requirement, state, letsThrough, techniques }) => {
            const more = techniques.length - mostTechniques;
            const named = techniques
                .slice(0, mostTechniques)
                .map(({ id, name }) => `${id} ${name}`)
                .join(', ');
            return [
                `       ${requirement} ${titleOf(requirement) ?? ''} is ${stateText(state)} at ${subject}: lets ` +
                    `through ${letsThrough}`,
                ...(named === '' ? [] : [`         ${named}${more > 0 ? ` and ${more} more` : ''}`]),
            ];
        }),
        ...unasked.map(id => `       ${id} has no SL-T: nothing is required there, so it cannot be assessed`),
    ];
}

/** An end of a path, and why it stands for the zone that was asked for where it does not lie in it. */
function endText(id: string, serves: string | null): string {
    return serves === null ? id : `${id} (has an interface in ${serves})`;
}

function pathLines({ path, hops }: ReadPath): string[] {
    return [
        `${endText(path.from, path.fromServes)} → ${endText(path.to, path.toServes)}, ${hops.length} ` +
            `${hops.length === 1 ? 'hop' : 'hops'}`,
        ...hops.flatMap((hop, index) => hopLines(hop, index + 1)),
    ];
}

/** @param isKnown false for a clause where something is not known, so that a path may not be found */
function invariantLines(
    { invariant, holds, clauses, exceptions }: InvariantVerdict,
    isKnown: (clause: ClauseVerdict) => boolean,
): string[] {
    const isProved = clauses.every(isKnown);
    // What is not described may be a path: then it is not known whether there is nothing to prove.
    const hollow = clauses.filter(clause => clause.vacuousBecause !== null).length;
    const much =
        hollow === clauses.length ? ', but proves nothing' : hollow > 0 ? ', but one clause proves nothing' : '';
    return [
        `${invariant.id}${invariant.title === null ? '' : ` "${invariant.title}"`}: ` +
            `${!holds ? 'broken' : isProved ? `holds${much}` : 'not proved'}`,
        ...clauses.map(judged => {
            const { clause, vacuousBecause, counterexample, excepted } = judged;
            const text =
                `${clause.verb}${clause.access === null ? '' : ` ${clause.access}`} path from ${clause.from.id} to ` +
                `${clause.to.id}${clause.through ? ` through ${clause.through.id}` : ''}`;
            if (counterexample) return `  ${text}: no, ${pathText(counterexample)}`;
            if (vacuousBecause !== null && isKnown(judged))
                return `  ${text}: yes, but it proves nothing: ${vacuousBecause}`;
            const unknown =
                clause.through && vacuousBecause === null
                    ? `no path past ${clause.through.id} is known`
                    : 'no path is known';
            return (
                `  ${text}: ${isKnown(judged) ? 'yes' : unknown}` +
                `${excepted ? `, but for the exception of ${pathText(excepted)}` : ''}`
            );
        }),
        ...exceptions.map(
            ({ exception, expired, flows }) =>
                `  except ${exception.from.id} ${exception.arrow} ${exception.to.id}` +
                `${exception.access ? ` access ${exception.access}` : ''}` +
                `${exception.until ? ` until ${exception.until.date}` : ''}` +
                `${expired ? ' (expired: it counts no more)' : ''}` +
                `${flows.length === 0 ? ' (no such flow)' : ''}` +
                `${exception.because === null ? '' : `: ${exception.because}`}`,
        ),
    ];
}

/** Over what paths were looked for, by the world in which they were. */
export const overWhat: Readonly<Record<World, string>> = {
    declared: 'the declared flows',
    configured: 'what the firewalls permit',
    observed: 'the observed traffic',
};

/**
 * The answer as plain text for a terminal.
 * @param notKnown what is not known of the world: an invariant that holds is not proved then
 */
export function pathsText(
    reading: PathReading,
    world: World = 'declared',
    notKnown: readonly Pick<NotKnown, 'message'>[] = [],
): string {
    const { question, paths, complete, invariants, undescribed, known, isOpen: isLeftOpen } = reading;
    const unknown = [...notKnown, ...undescribed];
    const lines: string[] = [];
    if (question && paths.length === 0) {
        lines.push(
            `${complete && known && unknown.length === 0 ? 'No path leads' : 'No path is known'} ` +
                `from ${question.from} to ${question.to} over ${overWhat[world]}` +
                `${question.lateral ? ' and movement inside zones' : ''}.`,
        );
    }
    for (const path of paths) lines.push(...pathLines(path), '');
    if (!complete)
        lines.push(
            paths.length === 0
                ? 'There are paths that are too long or too many to be looked at: raise --limit or --max-length.'
                : 'There are more paths than these: raise --limit or --max-length.',
        );
    if (paths.some(({ hops }) => hops.some(hop => hop.gaps.some(gap => gap.techniques.length > 0)))) {
        lines.push(`Techniques: ATT&CK for ICS ${attackNotice.version}. ${attackNotice.designation}`);
    }
    if (!question && invariants.length === 0)
        lines.push('No invariant is declared. `iacs paths --from X --to Y` asks for a path.');
    for (const verdict of invariants)
        lines.push(...invariantLines(verdict, clause => known && notKnown.length === 0 && !isLeftOpen(clause)));
    const isOpen = paths.length === 0 || invariants.some(({ holds }) => holds);
    if (isOpen && unknown.length > 0) lines.push('Not known:', ...unknown.map(({ message }) => `  ${message}`));
    return `${lines.map(forTerminal).join('\n').trimEnd()}\n`;
}
