import type { Place } from '../../model/index.ts';
import { nameOf, type Origin } from '../../model/index.ts';
import type { Change, ModelDiff } from './model-diff.ts';

/** Where the element of a change stands on the side before; `null` for what was added. */
export function olderPlace({ before: { model, lookup } }: ModelDiff, { element, before, at, kind }: Change): Place | null {
    if (kind === 'removed') return at;
    if (before === null) return null;
    const lists: Partial<Record<Change['element'], readonly { readonly id: string; readonly origin: Origin }[]>> = {
        flow: model.flows, countermeasure: model.measures, type: model.types, protocol: model.protocols, threat: model.threats,
        invariant: model.invariants, view: model.views, ruleset: model.rulesets, observation: model.observations, system: model.system ? [model.system] : [],
    };
    const found = lists[element]?.find(each => each.id === before) ?? (element === 'zone' || element === 'conduit' || element === 'asset' ? lookup.element(before) : undefined);
    return found ? nameOf(found.origin) : null;
}
