import { restsOn } from '../../assessment/index.ts';
import type { Element, Lookup, Mention, Origin, RequirementMention } from '../../model/index.ts';
import type { Context } from '../engine/rule.ts';
import type { RemoteSession } from './remote-sessions.ts';

const multifactor: readonly string[] = ['SR 1.1 RE 2', 'SR 1.1 RE 3'];

/** What is said of a second factor somewhere; `null` where nobody said anything. */
export type SecondFactor =
    | { readonly state: 'in-use' | 'planned' }
    /** It is said to be missing, in this statement. */
    | { readonly state: 'missed'; readonly origin: Origin | null };

const inUse: SecondFactor = { state: 'in-use' };
const planned: SecondFactor = { state: 'planned' };

function speaks(mentions: readonly RequirementMention[]): boolean {
    return mentions.some(each => each.kind === 'requirement' && multifactor.includes(each.id));
}

/** The ids of the countermeasures that give a second factor and work. */
export function workingFactors({ model }: Context): readonly string[] {
    return model.countermeasures
        .filter(countermeasure => speaks(countermeasure.meets) && restsOn([countermeasure]) === 'works')
        .map(({ id }) => id);
}

/** The best of some countermeasures of which each gives a second factor by itself. */
function ofCountermeasures(lookup: Lookup, mentions: readonly Mention[]): SecondFactor | null {
    const giving = mentions
        .flatMap(({ id }) => lookup.countermeasure(id) ?? [])
        .filter(countermeasure => speaks(countermeasure.meets));
    if (giving.some(countermeasure => restsOn([countermeasure]) === 'works')) return inUse;
    return giving.some(countermeasure => countermeasure.status === 'planned') ? planned : null;
}

/**
 * What an asset says itself: a statement before a countermeasure. To exclude a second factor where people come in says
 * nothing of one.
 */
function ofAsset(lookup: Lookup, element: Element | null): SecondFactor | null {
    if (element?.kind !== 'asset') return null;
    const stated = element.statements.find(({ verb, requirements }) => verb !== 'excludes' && speaks(requirements));
    if (!stated) return ofCountermeasures(lookup, element.applies);
    if (stated.verb === 'misses') return { state: 'missed', origin: stated.origin };
    const rests = restsOn(stated.by.flatMap(({ id }) => lookup.countermeasure(id) ?? []));
    return rests === 'works' ? inUse : rests === 'planned' ? planned : null;
}

function ofSubject({ assessment }: Context, id: string | undefined): SecondFactor | null {
    const states = assessment.of(id ?? '')?.requirements.filter(each => multifactor.includes(each.id)) ?? [];
    if (states.some(({ state }) => state === 'met' || state === 'compensated')) return inUse;
    const missed = states.find(({ state }) => state === 'missed');
    if (missed) return { state: 'missed', origin: missed.origin };
    return states.some(({ state }) => state === 'planned') ? planned : null;
}

/**
 * What is said of a second factor for a session: by the flow itself, where it ends, at its conduit, and in the zone
 * where it ends. The
 * nearest of these speaks, so that a wider claim never hides that a nearer place misses it; a plan lets the next one
 * speak.
 */
export function secondFactorAt(
    context: Context,
    { boundary, opening: { answerer } }: RemoteSession,
): SecondFactor | null {
    const said = [
        ofCountermeasures(context.lookup, boundary.flow.secured?.by ?? []),
        ofAsset(context.lookup, answerer.asset),
        ofSubject(context, boundary.conduit?.id),
        ofSubject(context, answerer.zone?.id),
    ];
    return said.find(each => each !== null && each.state !== 'planned') ?? said.find(each => each !== null) ?? null;
}
