import type { Element, Mention } from '../../model/index.ts';
import type { Context } from '../engine/rule.ts';
import type { RemoteSession } from './remote-sessions.ts';

const multifactor: readonly string[] = ['SR 1.1 RE 2', 'SR 1.1 RE 3'];

/** `true`: in use; `false`: only planned; `null`: nobody said. */
export type InUse = boolean | null;

/** The countermeasures that give a second factor, and whether they are in use. */
export function secondFactors({ model }: Context): ReadonlyMap<string, InUse> {
    const giving = model.measures.filter(measure => measure.meets.some(each => each.kind === 'requirement' && multifactor.includes(each.id)));
    return new Map(giving.map(({ id, status }) => [id, status === null ? null : status !== 'planned']));
}

function best(answers: readonly InUse[]): InUse {
    if (answers.includes(true)) return true;
    return answers.includes(false) ? false : null;
}

function ofAsset(element: Element | null, factors: ReadonlyMap<string, InUse>): InUse {
    if (element?.kind !== 'asset') return null;
    const applied = element.applies.map(({ id }) => factors.get(id) ?? null);
    const stated = element.statements
        .filter(({ verb, requirements }) => verb !== 'misses' && requirements.some(each => each.kind === 'requirement' && multifactor.includes(each.id)))
        .map(({ by }): InUse => by.length === 0 || by.some(({ id }) => factors.get(id) !== false));
    return best([...applied, ...stated]);
}

function ofSubject({ assessment }: Context, id: string | undefined): InUse {
    const states = assessment.of(id ?? '')?.requirements.filter(each => multifactor.includes(each.id)).map(each => each.state) ?? [];
    if (states.some(state => state === 'met' || state === 'compensated' || state === 'excluded')) return true;
    return states.includes('planned') ? false : null;
}

function ofMeasures(measures: readonly Mention[], factors: ReadonlyMap<string, InUse>): InUse {
    return best(measures.map(({ id }) => factors.get(id) ?? null));
}

/** Whether a second factor is asked for where the session ends, at its conduit, or by the flow itself. */
export function secondFactorAt(context: Context, { boundary, opening }: RemoteSession, factors: ReadonlyMap<string, InUse>): InUse {
    const { answerer } = opening;
    return best([
        ofMeasures(boundary.flow.secured?.by ?? [], factors),
        ofAsset(answerer.asset, factors),
        ofSubject(context, answerer.zone?.id),
        ofSubject(context, boundary.conduit?.id),
    ]);
}
