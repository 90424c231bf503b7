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

/** True where more than the word says that a conduit goes one way: a diode, or the rules of a device. */
export function isShownOneWay({ lookup, model }: Pick<DiffSide, 'lookup' | 'model'>, conduit: Conduit): boolean {
    const devices = new Set(conduit.via.map(({ id }) => id));
    return (
        strongest(lookup, conduit).strength > strongestByRules ||
        model.rulesets.some(each => each.devices.some(({ id }) => devices.has(id)))
    );
}
