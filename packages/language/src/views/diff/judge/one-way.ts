import type { Conduit, Lookup } from '../../../model/index.ts';
import type { DiffSide } from '../model-diff.ts';
import { strengthOf, strongestByRules, type Strength } from './strength.ts';

const none: Strength = { name: 'no device', strength: 0 };

/** All devices of a conduit have to pass a session on: the strongest one decides. */
export function strongest(lookup: Lookup, conduit: Conduit | undefined): Strength {
    const devices = (conduit?.via ?? [])
        .flatMap(({ id }) => lookup.asset(id) ?? [])
        .map(device => strengthOf(lookup, device));
    return devices.reduce((best, each) => (each.strength > best.strength ? each : best), none);
}

type Sources = Pick<DiffSide, 'lookup' | 'model'>;

/** True for a conduit of whose devices there are rules. */
export function hasRules({ model }: Sources, conduit: Conduit): boolean {
    const devices = new Set(conduit.via.map(({ id }) => id));
    return model.rulesets.some(each => each.devices.some(({ id }) => devices.has(id)));
}

/** True where more than the word says that a conduit goes one way: a diode, or the rules of a device. */
export function isShownOneWay(sources: Sources, conduit: Conduit): boolean {
    return strongest(sources.lookup, conduit).strength > strongestByRules || hasRules(sources, conduit);
}
