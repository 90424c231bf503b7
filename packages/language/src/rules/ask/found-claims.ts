import type { Assessment } from '../../assessment/index.ts';
import { fittingConduits } from '../../assessment/index.ts';
import type { Region } from '../../filter/index.ts';
import { meets, subtract } from '../../filter/index.ts';
import type { Conduit, Lookup, Zone } from '../../model/index.ts';
import type { RuleReading, TrafficReading } from '../../reconcile/index.ts';
import { anyReconciliation, hasEvidence, Places, stoppingOf } from '../../reconcile/index.ts';
import { related } from '../say/related.ts';
import { counted, listed } from '../say/wording.ts';
import type { Against } from './boundary-claims.ts';
import { idOf } from './boundary-claims.ts';
import { daysSeen, endName, isEarlier, placeOfRule, servicesSeen, sightings } from './found.ts';
import { isForAll } from './open-rules.ts';

type Subject = Zone | Conduit;

const placesOf = (lookup: Lookup): Places => new Places(lookup);

/**
 * Traffic between zones of the model that no flow declares, by the zones between which it runs. What was seen before
 * the rules that block it may have been closed by them, so it shows nothing of today.
 */
const strayTraffic = ({ lookup, today }: Assessment): readonly (readonly TrafficReading[])[] => [
    ...Map.groupBy(
        anyReconciliation(lookup).traffic.filter(
            each =>
                (each.class === 'undocumented' || each.class === 'past-boundary') &&
                !isEarlier(each, today) &&
                each.from.zone !== null &&
                each.to.zone !== null,
        ),
        ({ from, to }) => `${from.zone!.id} ${to.zone!.id}`,
    ).values(),
];

/** True where traffic goes into a zone or out of it; of a conduit, where it is the only one that could carry it. */
function isThrough(lookup: Lookup, subject: Subject, { from, to }: TrafficReading): boolean {
    if (subject.kind === 'zone')
        return lookup.within(from.zone!.id, subject.id) !== lookup.within(to.zone!.id, subject.id);
    const conduits = fittingConduits(lookup, from.zone!.id, to.zone!.id);
    return conduits.length === 1 && conduits[0] === subject;
}

/** A boundary that is said to be protected, and traffic that passes it although no flow declares it. */
function againstTraffic(assessment: Assessment, subject: Subject, decided: readonly number[]): Against | null {
    const { lookup } = assessment;
    const found = assessment
        .once(strayTraffic)
        .filter(([each]) => isThrough(lookup, subject, each!))
        .flat();
    const past = found.filter(each => each.class === 'past-boundary');
    // What a rule permits is an exception; what no rule permits and passes all the same is not denied.
    const some = past.length > 0 ? past : found;
    const asked = past.length > 0 ? ['SR 5.2', 'SR 5.2 RE 1'] : ['SR 5.2'];
    const refuted = decided.filter(index => asked.includes(idOf(index)));
    const [first] = some;
    if (!first || refuted.length === 0) return null;
    const { conversation, from, to } = first;
    const days = daysSeen(first);
    return {
        refuted,
        text:
            `no flow declares${past.length > 0 ? ', and no rule permits,' : ''} ` +
            `${endName(from)} ${conversation.arrow} ${endName(to)} over ${servicesSeen(first)}, which was seen` +
            (days === '' ? '' : ` ${days}`) +
            (some.length > 1 ? `; and ${some.length - 1} more` : ''),
        related: sightings(some),
    };
}

/** A boundary that is said to be protected, and declared flows that pass it although its devices block them. */
function againstUsedFlows(assessment: Assessment, subject: Subject, decided: readonly number[]): Against | null {
    const { lookup, today } = assessment;
    const refuted = decided.filter(index => ['SR 5.2', 'SR 5.2 RE 1'].includes(idOf(index)));
    const found = anyReconciliation(lookup).flows.filter(
        each =>
            each.class === 'past-boundary' &&
            !isEarlier(each, today) &&
            (subject.kind === 'conduit'
                ? each.flow.container === subject.id
                : lookup.within(each.flow.from.id, subject.id) !== lookup.within(each.flow.to.id, subject.id)),
    );
    const [first] = found;
    if (!first || refuted.length === 0) return null;
    const blocking = stoppingOf(first.devices).map(({ device }) => device.id);
    return {
        refuted,
        text:
            `${first.flow.from.id} ${first.flow.arrow} ${first.flow.to.id} is in use` +
            `${found.length > 1 ? `, and ${counted(found.length - 1, 'flow')} more` : ''}, ` +
            `although ${listed(blocking)} ${blocking.length === 1 ? 'blocks' : 'block'} it`,
        related: related(
            'This flow.',
            found.map(({ flow }) => flow),
        ),
    };
}

/** Requirements about who comes in over networks that nobody has to trust. */
const ofAccess: readonly string[] = ['SR 1.13', 'SR 1.13 RE 1', 'SR 1.1 RE 2', 'SR 2.6'];

/**
 * Access over untrusted networks that is said to have no object, and traffic that comes from one.
 * @param decided the requirements that are excluded, by their places in the catalogue
 */
export function againstNoAccess(assessment: Assessment, subject: Subject, decided: readonly number[]): Against | null {
    const { lookup } = assessment;
    const refuted = decided.filter(index => ofAccess.includes(idOf(index)));
    if (refuted.length === 0 || subject.kind !== 'zone' || !hasEvidence(lookup)) return null;
    const isUntrusted = (zone: string): boolean =>
        lookup.kindOf(zone) === 'external' || lookup.traitsOf(zone).has('untrusted');
    const found = assessment
        .once(strayTraffic)
        .flat()
        .filter(
            ({ from, to, conversation }) =>
                conversation.arrow === '->' &&
                isUntrusted(from.zone!.id) &&
                lookup.within(to.zone!.id, subject.id) &&
                !lookup.within(from.zone!.id, subject.id),
        );
    const [first] = found;
    if (!first) return null;
    return {
        refuted,
        text: `${endName(first.from)} -> ${endName(first.to)} over ${servicesSeen(first)} was seen`,
        related: sightings(found),
    };
}

/** Whether a region has sessions that pass a boundary, by the addresses of the zones. */
function crosses(lookup: Lookup, subject: Subject, { from, to }: Region): boolean {
    const places = lookup.once(placesOf);
    if (subject.kind === 'zone') {
        const own = places.spaceOf(subject.id);
        const leaves = (one: Region['from'], other: Region['from']): boolean =>
            meets(one, own) && subtract(other, own).length > 0;
        return leaves(from, to) || leaves(to, from);
    }
    const spaces = subject.between.map(({ id }) => places.spaceOf(id));
    return spaces.some((one, at) =>
        spaces.some((other, place) => place !== at && meets(from, one) && meets(to, other)),
    );
}

/** By device: the rules that permit what no flow needs, but for one that is told as a rule that permits everything. */
function wideRules(lookup: Lookup): ReadonlyMap<string, readonly RuleReading[]> {
    const counts = new Map<string, number>();
    for (const { devices } of lookup.model.rulesets)
        for (const { id } of devices) counts.set(id, (counts.get(id) ?? 0) + 1);
    const found = new Map<string, RuleReading[]>();
    for (const reading of anyReconciliation(lookup).rules) {
        const { rule, ruleset, surplus } = reading;
        if (surplus === null || (rule.enters === null && rule.leaves === null && isForAll(rule))) continue;
        for (const { id } of ruleset.devices) {
            // Of two exports of one device it is not known which one decides.
            if (counts.get(id) !== 1) continue;
            const known = found.get(id);
            if (known) known.push(reading);
            else found.set(id, [reading]);
        }
    }
    return found;
}

/** A boundary that is said to be protected, and rules of its devices that permit what no flow needs. */
function againstWideRules({ lookup }: Assessment, subject: Subject, decided: readonly number[]): Against | null {
    const conduits = subject.kind === 'conduit' ? [subject] : lookup.conduitsOf(subject.id);
    const devices = new Set(conduits.flatMap(({ via }) => via.map(({ id }) => id)));
    const wide = lookup.once(wideRules);
    const found = [...new Set([...devices].flatMap(id => wide.get(id) ?? []))].filter(({ surplus }) =>
        crosses(lookup, subject, surplus!),
    );
    const open = found.filter(({ rule }) => isForAll(rule));
    const asked = open.length > 0 ? ['SR 5.2', 'SR 5.2 RE 1'] : ['SR 5.2'];
    const refuted = decided.filter(index => asked.includes(idOf(index)));
    const some: readonly RuleReading[] = open.length > 0 ? open : found;
    const [first] = some;
    if (!first || refuted.length === 0) return null;
    const of = first.ruleset.devices.map(({ id }) => id).join(', ');
    const many = some.length === 1 ? 'a rule' : counted(some.length, 'rule');
    const verb = some.length === 1 ? 'permits' : 'permit';
    const what = open.length > 0 ? 'everything by an interface' : 'what no flow needs';
    return {
        refuted,
        text: `${many} of ${of} ${verb} ${what}`,
        related: some.slice(0, 5).map(({ rule }) => ({ message: 'This rule.', at: placeOfRule(rule) })),
    };
}

/**
 * What was seen and what firewalls are configured to do, against a boundary that is said to be protected.
 * @param decided the requirements that the claim decides, by their places in the catalogue
 */
export function* againstFound(
    assessment: Assessment,
    subject: Subject,
    decided: readonly number[],
): Generator<Against> {
    if (!hasEvidence(assessment.lookup) || !decided.some(index => idOf(index).startsWith('SR 5.2'))) return;
    for (const against of [againstTraffic, againstUsedFlows, againstWideRules]) {
        const found = against(assessment, subject, decided);
        if (found) yield found;
    }
}
