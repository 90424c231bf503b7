import type { Asset, Conduit, Lookup } from '../../model/index.ts';
import { plural } from '../../model/index.ts';
import type { Bypass } from '../ask/bypasses.ts';
import { listed } from './wording.ts';

const named = (conduits: readonly Conduit[]): string => listed(conduits.map(({ name }) => name));

const zonesOf = (found: readonly Bypass[]): readonly string[] => [...new Set(found.flatMap(({ pair }) => pair))];

const conduitsOf = (found: readonly Bypass[]): readonly Conduit[] => [...new Set(found.map(({ conduit }) => conduit))];

/** What the asset goes round: `, past Fw1`, or that nothing else is there to go round. */
function roundWhat(lookup: Lookup, asset: Asset, conduits: readonly Conduit[]): string {
    const devices = conduits.flatMap(({ via }) => via.map(device => device.id)).filter(id => id !== asset.id);
    if (devices.length > 0)
        return `, bypassing ${listed([...new Set(devices.map(id => lookup.asset(id)?.name ?? id))])}`;
    return conduits.some(({ via }) => via.length > 0)
        ? `, and no other device enforces the boundary of ${named(conduits)}`
        : ` beside ${named(conduits)}`;
}

/** Of a computer or controller that is in several zones at once. */
export function dualHomed(lookup: Lookup, asset: Asset, found: readonly Bypass[]): string {
    const [zones, conduits] = [zonesOf(found), conduitsOf(found)];
    const oneWay = found.flatMap(({ conduit, pair }) =>
        conduit.oneWay && pair.includes(conduit.oneWay.from.id) && pair.includes(conduit.oneWay.to.id) ? conduit : [],
    );
    return (
        `${asset.name} has an interface in ${listed(zones)}${roundWhat(lookup, asset, conduits)}: an intruder on it ` +
        `needs no flow to reach the other ${plural(zones.length - 1, 'zone')}` +
        `${oneWay.length > 0 ? `, and \`one-way\` of ${named(oneWay)} does not apply` : ''}. ` +
        `${zones.length > 2 ? 'Keep' : 'Remove'} one interface, and let it communicate through the ` +
        `${plural(conduits.length, 'conduit')}.`
    );
}

/**
 * Of a network device that joins zones past the devices of their conduits.
 * @param isLeft to settings, which may keep the networks apart
 */
export function pastBoundary(asset: Asset, found: readonly Bypass[], isLeft: boolean): string {
    const zones = zonesOf(found);
    const devices = conduitsOf(found).flatMap(({ via }) => via.map(device => device.id));
    return (
        `${asset.name} has an interface in ${listed(zones)}, bypassing ${listed([...new Set(devices)])}: ` +
        (isLeft
            ? 'only its configuration keeps them apart. Say in an acceptance what does, or name the device after ' +
              '`via`.'
            : 'traffic that is blocked there can pass here. Remove ' +
              `${zones.length > 2 ? 'interfaces until it bypasses none of them' : 'one interface'}, or name the ` +
              'device after `via` if it enforces the boundary too.')
    );
}
