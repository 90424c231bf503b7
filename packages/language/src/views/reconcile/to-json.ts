import type { Conduit, Lines, Observation, Place, Ruleset } from '../../model/index.ts';
import { nameOf } from '../../model/index.ts';
import { serviceText } from '../../filter/index.ts';
import type {
    Breach,
    ComparedWith,
    FlowReading,
    Located,
    LocatedEnd,
    OpenTraffic,
    Reconciliation,
    RuleReading,
    TrafficReading,
} from '../../reconcile/index.ts';

/** What is shown of one model: the comparison, and how its places are printed. */
export interface ShownReconciliation {
    readonly system: string;
    /** The root file as it is printed. */
    readonly root: string;
    readonly found: Reconciliation;
    readonly breaches: readonly Breach[];
    readonly rulesets: readonly Ruleset[];
    readonly observations: readonly Observation[];
    comparedWith(ruleset: Ruleset): ComparedWith;
    /** How many rules may block a declared flow; whether they do cannot be told. */
    readonly doubtsOf: (ruleset: Ruleset) => number;
    nameOf(file: string): string;
    linesOf(file: string): Pick<Lines, 'at'> | undefined;
}

/** File and line of a place; line 0 in a text that is not at hand. */
export function placeOf(shown: ShownReconciliation, at: Place): { readonly file: string; readonly line: number } {
    return { file: shown.nameOf(at.file), line: shown.linesOf(at.file)?.at(at.start).line ?? 0 };
}

/** The class of a rule as it is printed: one that breaks an invariant is called so, whatever else it is. */
export function classOfRule({ breaches }: ShownReconciliation, { rule, class: found }: RuleReading): string {
    return breaches.some(breach => breach.rule === rule.origin && breach.unknown.length === 0)
        ? 'breaks-invariant'
        : found;
}

function flowJson(shown: ShownReconciliation, reading: FlowReading) {
    const { flow, configured, class: found, beyondAccess, otherProtocols, devices, observed, near } = reading;
    return {
        id: flow.id,
        conduit: flow.container,
        ...placeOf(shown, nameOf(flow.origin)),
        proposed: flow.proposed !== null,
        configured,
        class: found,
        beyondAccess: beyondAccess !== null,
        otherProtocols: otherProtocols.map(({ name, worse, sight }) => ({
            name,
            worse,
            ...placeOf(shown, placeOfSight(sight)),
        })),
        devices: devices.map(each => ({
            id: each.device.id,
            configured: each.configured,
            rules:
                each.configured === 'no' && each.rules.every(rule => !rule.permits)
                    ? []
                    : each.rules.map(rule => ruleJson(shown, rule)),
            near:
                near && near.ruleset.devices.some(device => device.id === each.device.id)
                    ? [ruleJson(shown, near.rule)]
                    : [],
        })),
        observed: {
            visible: observed.visible,
            outcome: observed.outcome,
            days: observed.days,
            first: observed.first,
            last: observed.last,
        },
    };
}

function ruleJson(shown: ShownReconciliation, rule: RuleReading['rule']) {
    return { label: rule.label, line: placeOf(shown, nameOf(rule.origin)).line };
}

/** The address of an end, where the sensor saw one. */
function addressOf({ text }: LocatedEnd): string {
    return text;
}

/** The place of a conversation in the text of its observation. */
export function placeOfSight({ conversation, observation }: Located): Place {
    return nameOf({ ...observation.origin, name: conversation.origin.name });
}

function trafficJson(shown: ShownReconciliation, reading: TrafficReading) {
    const { from, to, conduit, conversation, configured, class: found } = reading;
    const unknown = [from, to].find(end => end.asset === null && end.zone !== null);
    return {
        from: from.asset?.id ?? null,
        fromAddress: addressOf(from),
        to: to.asset?.id ?? null,
        toAddress: addressOf(to),
        zone: unknown?.zone?.id ?? null,
        conduit: conduit?.id ?? null,
        ...placeOf(shown, placeOfSight(reading)),
        service: conversation.services.map(serviceText).join(', '),
        outcome: conversation.outcome,
        configured,
        class: found,
    };
}

function openJson(shown: ShownReconciliation, reading: OpenTraffic) {
    const { from, to, conversation } = reading;
    return {
        from: from.asset?.id ?? null,
        fromAddress: from.text,
        to: to.asset?.id ?? null,
        toAddress: to.text,
        shownBy: [...new Set([from, to].flatMap(end => end.shownBy.map(device => device.id)))],
        mayBe: [...new Set([from, to].flatMap(end => end.mayBeIn))],
        ...placeOf(shown, placeOfSight(reading)),
        service: conversation.services.map(serviceText).join(', '),
        outcome: conversation.outcome,
    };
}

/** Rules that can open a session, and all rules that leave something open, also by what they may block. */
function countOf(
    { found, doubtsOf }: ShownReconciliation,
    ruleset: Ruleset,
): { readonly rules: number; readonly notAssessable: number } {
    const own = found.rules.filter(each => each.ruleset === ruleset);
    const open = own.filter(each => each.class === 'not-assessable').length;
    return { rules: own.length, notAssessable: open + doubtsOf(ruleset) };
}

/**
 * What `iacs reconcile --format json` prints of one model.
 * @param conduit only what belongs to this one; `null` for all
 */
export function reconciliationJson(shown: ShownReconciliation, conduit: Conduit | null) {
    const { found, rulesets, observations } = shown;
    const counts = new Map(found.observations.map(each => [each.observation, each]));
    const mine = <T>(all: readonly T[], of: (each: T) => boolean): readonly T[] =>
        conduit === null ? all : all.filter(of);
    const via = new Set(conduit?.via.map(device => device.id));
    const between = new Set(conduit?.between.map(zone => zone.id));
    return {
        system: shown.system,
        file: shown.root,
        sources: [
            ...observations.map(observation => ({
                kind: 'observation',
                id: observation.id,
                file: shown.nameOf(observation.origin.file),
                since: observation.since?.date ?? null,
                until: observation.until?.date ?? null,
                conversations: observation.conversations.length,
                leftOut: {
                    insideZone: counts.get(observation)?.insideZone ?? 0,
                    multicast: counts.get(observation)?.multicast ?? 0,
                    outsideModel: counts.get(observation)?.outsideModel ?? 0,
                    withoutPorts: found.withoutPorts.length,
                    ambiguous: counts.get(observation)?.ambiguous ?? 0,
                },
            })),
            ...rulesets.map(ruleset => ({
                kind: 'ruleset',
                id: ruleset.id,
                file: shown.nameOf(ruleset.origin.file),
                devices: ruleset.devices.map(device => device.id),
                exported: ruleset.exported?.date ?? null,
                comparedWith: shown.comparedWith(ruleset),
                ...countOf(shown, ruleset),
            })),
        ],
        flows: mine([...found.flows, ...found.proposed], each => each.flow.container === conduit?.id).map(each =>
            flowJson(shown, each),
        ),
        rules: mine(found.rules, each => each.ruleset.devices.some(device => via.has(device.id))).map(reading => ({
            ruleset: reading.ruleset.id,
            label: reading.rule.label,
            ...placeOf(shown, nameOf(reading.rule.origin)),
            class: classOfRule(shown, reading),
            documented: reading.width ? { of: reading.width.of, covered: reading.width.covered } : null,
            flows: reading.flows.map(flow => flow.id),
            differsFrom: reading.differsFrom?.id ?? null,
        })),
        undocumented: mine(found.traffic, each => each.conduit?.id === conduit?.id).map(each =>
            trafficJson(shown, each),
        ),
        open: conduit === null ? found.open.map(each => openJson(shown, each)) : [],
        hosts: mine(found.hosts, each => between.has(each.zone.id)).map(host => ({
            address: host.address,
            zone: host.zone.id,
            conversations: host.conversations.length,
            ...placeOf(shown, placeOfSight(host.conversations[0]!)),
        })),
    };
}
