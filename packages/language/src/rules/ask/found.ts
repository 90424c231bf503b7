import type {
    Located,
    LocatedEnd,
    OpenTrafficEnd,
    Reconciliation,
    RuleReading,
    TrafficReading,
} from '../../reconcile/index.ts';
import { hasEvidence, reconciliation } from '../../reconcile/index.ts';
import { defaultAges, type Ages } from '../../settings/index.ts';
import type { Conversation, FirewallRule, Flow, Lookup, Place, Related } from '../../model/index.ts';
import { nameOf, ruleText } from '../../model/index.ts';
import { serviceText } from '../../filter/index.ts';

const nothing: Reconciliation = {
    flows: [],
    proposed: [],
    rules: [],
    traffic: [],
    hosts: [],
    open: [],
    observations: [],
    withoutPorts: [],
    namesNotTold: [],
};

/** What was found of the plant, by the ages of the settings; nothing where the model has no rules and no traffic. */
export function foundIn(lookup: Lookup, ages: Ages = defaultAges): Reconciliation {
    return hasEvidence(lookup) ? reconciliation(lookup, ages.staleAfter) : nothing;
}

/**
 * True for what was seen only before the day of the rules that block it. Of rules that say a day to come nobody knows
 * since when they are active.
 */
export function isEarlier({ seenBefore }: { readonly seenBefore: string | null }, today: string): boolean {
    return seenBefore !== null && seenBefore <= today;
}

/** An end of traffic in words: the asset, an unknown host of a zone, or what lies outside of the model. */
export function endName({ text, asset, zone }: LocatedEnd): string {
    if (asset) return asset.id;
    if (text === 'any') return 'many hosts';
    return zone ? `the unknown host ${text} in ${zone.id}` : `${text} outside the model`;
}

/** {@link endName} of an end that may be one of several hosts. */
export function openName(end: OpenTrafficEnd): string {
    const ids = end.shownBy.length > 0 ? end.shownBy.map(({ id }) => id) : end.mayBeIn;
    if (ids.length === 0) return endName(end);
    const names = ids.length > 3 ? `${ids.slice(0, 3).join(', ')} or ${ids.length - 3} more` : ids.join(' or ');
    return `${end.text} (${end.shownBy.length > 0 ? 'shown by ' : ''}${names})`;
}

/** {@link endName} at the start of a sentence; what is called by its id, address or name stays as it is. */
export function endFirst(end: LocatedEnd): string {
    const name = endName(end);
    return end.asset || name.startsWith(end.text) ? name : `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

/** Keeps what is said of a conversation as long as the text of its observation stays. */
function once<T>(say: (sight: Located) => T): (sight: Located) => T {
    const known = new WeakMap<Conversation, T>();
    return sight => {
        const said = known.get(sight.conversation) ?? say(sight);
        known.set(sight.conversation, said);
        return said;
    };
}

/** The services of a conversation, and the name that the sensor gives the protocol. */
export const servicesSeen = once(({ conversation: { services, protocol } }): string => {
    const text = services.map(serviceText).join(', ');
    return protocol === null ? text : `${text} (${protocol})`;
});

/** When it was seen: `on 19 days, last on 2026-10-20`; empty where no day is said. */
export function daysSeen({ conversation: { days, last } }: Located): string {
    const on = days === null ? '' : `on ${days} ${days === 1 ? 'day' : 'days'}`;
    return last ? `${on === '' ? '' : `${on}, `}last on ${last.date}` : on;
}

/** Where a conversation stands. */
export function placeOfSight({ conversation, observation }: Located): Place {
    return nameOf({ ...observation.origin, name: conversation.origin.name });
}

const seenHere = once((sight): Related => {
    const days = daysSeen(sight);
    return {
        message: `Seen here: ${servicesSeen(sight)}${days === '' ? '' : ` ${days}`}`,
        at: placeOfSight(sight),
    };
});

export function sightings(some: readonly Located[]): readonly Related[] {
    return some.slice(0, 5).map(seenHere);
}

/** A rule by its label, or by its words. */
export function ruleName(rule: FirewallRule): string {
    return rule.label === null ? `The rule "${ruleText(rule)}"` : `Rule "${rule.label}"`;
}

export function placeOfRule(rule: FirewallRule): Place {
    return nameOf(rule.origin);
}

/**
 * Traffic grouped by where it is blamed and between whom it runs, so that many services between two hosts are one
 * finding.
 */
export function grouped(traffic: readonly TrafficReading[]): readonly (readonly TrafficReading[])[] {
    return [
        ...Map.groupBy(
            traffic,
            each =>
                `${each.conduit?.id ?? `observation ${each.observation.id}`} ${endName(each.from)} ${endName(each.to)}`,
        ).values(),
    ];
}

/** The place that undocumented traffic blames: the conduit between its zones, else the line of the observation. */
export function blamed({ conduit, ...located }: TrafficReading): { readonly at: Place; readonly subject: string } {
    return conduit
        ? { at: nameOf(conduit.origin), subject: conduit.id }
        : { at: placeOfSight(located), subject: located.observation.id };
}

/**
 * What a rule reading says of a flow that would document it, as a flow between assets; `null` where its ends are not
 * one asset each.
 */
export function subjectOf(reading: RuleReading): string {
    return reading.ruleset.id;
}

/** The flows of a reading in words. */
export function flowsText(flows: readonly Flow[]): string {
    const names = [...new Set(flows.map(flow => `${flow.from.id} ${flow.arrow} ${flow.to.id}`))];
    return names.length > 3 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : names.join(', ');
}
