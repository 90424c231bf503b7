import type { Ranges, Region } from '../filter/index.ts';
import { addressTexts, byFamily, includes, meets, rest, servicesOf, serviceText, tooMany } from '../filter/index.ts';
import type { Asset, FirewallRule, Lookup, Ruleset } from '../model/index.ts';
import { judgedRules } from './device-rules.ts';
import { Places } from './places.ts';

/** Sessions that a rule lets through, whatever users and times it may ask for besides. */
export interface Passage extends Region {
    readonly rule: FirewallRule;
}

/**
 * All that a rule set lets through; `null` where it falls into too many parts.
 * @param perhaps with what it lets through on a condition that nobody can judge; without it only what passes for sure
 */
export function passagesOf(
    lookup: Lookup,
    ruleset: Ruleset,
    device: Asset,
    perhaps = false,
): readonly Passage[] | null {
    const blocks: Region[] = [];
    const passages: Passage[] = [];
    for (const judged of judgedRules(ruleset, device, new Places(lookup))) {
        if (!judged.permits) {
            if (judged.when === null) blocks.push(judged);
            continue;
        }
        if (judged.when !== null && !perhaps) continue;
        const parts = rest([judged], blocks);
        if (parts === tooMany) return null;
        passages.push(...parts.flatMap(byFamily).map(part => ({ ...part, rule: judged.rule })));
    }
    return passages;
}

/**
 * What the first lets through and the second does not, each part with its rule; `null` where it falls into too many
 * parts.
 */
export function beyond(some: readonly Passage[], others: readonly Passage[]): readonly Passage[] | null {
    const found: Passage[] = [];
    for (const passage of some) {
        const parts = rest([passage], others);
        if (parts === tooMany) return null;
        found.push(...parts.map(part => ({ ...part, rule: passage.rule })));
    }
    return found;
}

/**
 * Addresses in the words of a model: zones where all of theirs are meant, assets, and addresses that nothing of the
 * model has.
 */
export function namesFor(lookup: Lookup, places: Places, set: Ranges): readonly string[] {
    const whole = lookup.model.zones.filter(
        zone => places.spaceOf(zone.id).length > 0 && includes(set, places.spaceOf(zone.id)),
    );
    const zones = whole.filter(zone => !whole.some(other => other !== zone && lookup.within(zone.id, other.id)));
    const inside = (zone: string): boolean => zones.some(other => lookup.within(zone, other.id));
    const assets = places.book.legs
        .filter(leg => meets(set, [leg.point, leg.point]) && !(leg.zone !== null && inside(leg.zone.id)))
        .map(leg => leg.asset.id);
    const named = [...new Set([...zones.map(zone => zone.id), ...assets])];
    return named.length > 0 ? named : addressTexts(set);
}

/** A passage in zones, assets and services: `Dmz.Jump -> Control.Plc1 : tcp 22`. */
export function passageText(lookup: Lookup, places: Places, { from, to, services }: Region): string {
    const few = (all: readonly string[]): string =>
        all.length > 3 ? `${all.slice(0, 3).join(', ')} and ${all.length - 3} more` : all.join(', ');
    return (
        `${few(namesFor(lookup, places, from))} -> ${few(namesFor(lookup, places, to))} : ` +
        `${few(servicesOf(services).map(serviceText))}`
    );
}
