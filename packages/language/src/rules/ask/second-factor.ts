import type { Assessment } from '../../assessment/index.ts';
import type { Element, Mention, Origin, RequirementMention } from '../../model/index.ts';
import type { Context } from '../engine/rule.ts';
import type { RemoteSession } from './remote-sessions.ts';

const multifactor: readonly string[] = ['SR 1.1 RE 2', 'SR 1.1 RE 3'];

/** What is said of a second factor somewhere; `null` where nobody said anything. */
export type SecondFactor =
    /** `expired`: it is stated, and what shows it was good until an earlier day. */
    | { readonly state: 'in-use' | 'planned' | 'expired' }
    /** It is said to be missing, in this statement. */
    | { readonly state: 'missed'; readonly origin: Origin | null };

const inUse: SecondFactor = { state: 'in-use' };
const planned: SecondFactor = { state: 'planned' };
const expired: SecondFactor = { state: 'expired' };

function speaks(mentions: readonly RequirementMention[]): boolean {
    return mentions.some(each => each.kind === 'requirement' && multifactor.includes(each.id));
}

/** The ids of the countermeasures that give a second factor and work. */
export function workingFactors({ model, assessment: { day } }: Context): readonly string[] {
    return model.countermeasures
        .filter(countermeasure => speaks(countermeasure.meets) && day.standingOf(countermeasure) === 'works')
        .map(({ id }) => id);
}

/** The best of some countermeasures of which each gives a second factor by itself. */
function ofCountermeasures({ lookup, day }: Assessment, mentions: readonly Mention[]): SecondFactor | null {
    const giving = mentions
        .flatMap(({ id }) => lookup.countermeasure(id) ?? [])
        .filter(countermeasure => speaks(countermeasure.meets));
    if (giving.some(countermeasure => day.standingOf(countermeasure) === 'works')) return inUse;
    if (giving.some(countermeasure => day.standingOf(countermeasure) === 'planned')) return planned;
    return giving.some(countermeasure => day.standingOf(countermeasure) === 'stale') ? expired : null;
}

/**
 * What an asset says itself: that it is missed first, then a statement that is shown today, then a countermeasure. To
 * exclude a second factor where people come in says nothing of one.
 */
function ofAsset(assessment: Assessment, element: Element | null): SecondFactor | null {
    if (element?.kind !== 'asset') return null;
    const { lookup, day } = assessment;
    const speaking = element.statements.filter(({ verb, requirements }) => verb !== 'excludes' && speaks(requirements));
    const missing = speaking.find(({ verb }) => verb === 'misses');
    if (missing) return { state: 'missed', origin: missing.origin };
    const stated = speaking.find(each => !day.isStale(each));
    if (!stated) return ofCountermeasures(assessment, element.applies) ?? (speaking.length > 0 ? expired : null);
    const named = stated.by.flatMap(({ id }) => lookup.countermeasure(id) ?? []);
    const rests = day.restsOn(named);
    if (rests !== 'unknown') return rests === 'works' ? inUse : planned;
    return named.some(each => day.standingOf(each) === 'stale') ? expired : null;
}

function ofSubject({ assessment }: Context, id: string | undefined): SecondFactor | null {
    const states = assessment.of(id ?? '')?.requirements.filter(each => multifactor.includes(each.id)) ?? [];
    if (states.some(({ state }) => state === 'met' || state === 'compensated')) return inUse;
    const missed = states.find(({ state }) => state === 'missed');
    if (missed) return { state: 'missed', origin: missed.origin };
    if (states.some(({ state }) => state === 'planned')) return planned;
    return states.some(({ evidenceUntil }) => evidenceUntil !== null && evidenceUntil < assessment.today)
        ? expired
        : null;
}

/**
 * What is said of a second factor for a session: by the flow itself, where it ends, at its conduit, and in the zone
 * where it ends. The nearest of these speaks, so that a wider claim never hides that a nearer place misses it; a plan,
 * or what has expired, lets the next one speak.
 */
export function secondFactorAt(
    context: Context,
    { boundary, opening: { answerer } }: RemoteSession,
): SecondFactor | null {
    const said = [
        ofCountermeasures(context.assessment, boundary.flow.secured?.by ?? []),
        ofAsset(context.assessment, answerer.asset),
        ofSubject(context, boundary.conduit?.id),
        ofSubject(context, answerer.zone?.id),
    ];
    const decided = said.find(each => each?.state === 'in-use' || each?.state === 'missed');
    return decided ?? said.find(each => each?.state === 'planned') ?? said.find(each => each !== null) ?? null;
}
