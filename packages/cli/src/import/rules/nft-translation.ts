/** Where the rules of nft send sessions to another target. */
import type { Ranges } from 'iacs-language/filter';
import { everyAddress, intersect } from 'iacs-language/filter';
import type { ChainRule } from './chains.ts';
import type { Condition } from './nft-condition.ts';
import { families } from './nft-families.ts';
import { applyMatch } from './nft-match.ts';
import { addressesOf, entriesOf, isObject, portsOf } from './nft-values.ts';
import { translating } from './translation.ts';

/** The parts of a rule that `dnat` or `redirect` sends to other targets. */
export function sentBy(
    word: 'dnat' | 'redirect',
    body: unknown,
    conditions: readonly Condition[],
    sets: ReadonlyMap<string, unknown>,
): readonly ChainRule[] {
    const { family, addr, port } = isObject(body) ? body : {};
    const kind = families[String(family)] ?? everyAddress;
    const services = port === undefined ? null : portsOf(port, ['tcp', 'udp', 'sctp']);
    const targets = word === 'redirect' ? [{ addresses: null, among: conditions }] : targetsOf(addr, conditions, sets);
    return targets.flatMap(({ addresses, among }) =>
        among.flatMap(({ from, to, services: asked, enters, leaves, when, trait }) => {
            const region = { from: intersect(from, kind), to: intersect(to, kind), services: asked };
            if (region.from.length === 0 || region.to.length === 0) return [];
            return translating({ region, enters, leaves, when, trait, label: '', line: 0 }, addresses, services);
        }),
    );
}

/** Real addresses, and the sessions that are sent to them: one pair, or one for each entry of a map. */
function targetsOf(
    addr: unknown,
    conditions: readonly Condition[],
    sets: ReadonlyMap<string, unknown>,
): readonly { readonly addresses: Ranges | null; readonly among: readonly Condition[] }[] {
    const map = isObject(addr) && isObject(addr['map']) ? addr['map'] : null;
    const entries = map && entriesOf(map['data'], sets);
    if (!entries) return [{ addresses: map ? null : addressesOf(addr), among: conditions }];
    return entries.map(([key, value]) => ({
        addresses: addressesOf(value),
        among: conditions.flatMap(one => applyMatch(one, map['key'], '==', key, sets)),
    }));
}
