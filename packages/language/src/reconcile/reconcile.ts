import { crosses } from '../assessment/index.ts';
import type { Region } from '../filter/index.ts';
import { regionsMeet, uncovered } from '../filter/index.ts';
import type { Flow, Lookup, Observation, Ruleset } from '../model/index.ts';
import { beyondAccess } from './beyond-access.ts';
import { changesBetween } from './changes.ts';
import { Filters } from './configured.ts';
import type { Drafted, Needed } from './drafts.ts';
import { draftsOf } from './drafts.ts';
import { stoppingOf } from './flow-devices.ts';
import { Kept, RuleParts } from './kept.ts';
import { joined } from './nearly.ts';
import type { Needs } from './needs.ts';
import { needsOnce } from './needs.ts';
import type { SeenRegion } from './observation-text.ts';
import { isSeen, seenIn } from './observation-text.ts';
import { isOf, mayBeIts } from './observed.ts';
import { toldProtocols } from './other-protocols.ts';
import { Places } from './places.ts';
import type { Documented, Undecided } from './rule-classes.ts';
import { documentedFor, Documents, readRuleset } from './rule-classes.ts';
import { ofUnsaidPort, openTraffic } from './open-traffic.ts';
import type { Placed, Sightings } from './sightings.ts';
import { isCrossing, sightingsOf } from './sightings.ts';
import { Strangers } from './strangers.ts';
import { conduitsBetween, hostsOf, saysPort, trafficOf } from './traffic.ts';
import { isTunnel } from './tunnels.ts';
import { lastSeen, laterThan } from './seen-before.ts';
import type {
    Configured,
    DeviceVerdict,
    FlowClass,
    FlowReading,
    OpenTraffic,
    Reconciliation,
    RuleReading,
    Seen,
    TrafficReading,
} from './types.ts';

/** How a comparison is made, and against what. */
export interface ReconcileOptions {
    /** So many days without a gap make "never seen". */
    readonly staleAfter: number;
    /** Rules and observations in the place of those of the model. */
    readonly rulesets?: readonly Ruleset[];
    readonly observations?: readonly Observation[];
}

function classOf(configured: Configured, observed: Seen, differs: boolean, staleAfter: number): FlowClass {
    const seen = isSeen(observed.outcome);
    if (configured === 'no' && seen) return 'past-boundary';
    if (configured === 'no' || configured === 'partly') return 'not-permitted';
    if (differs) return 'differs';
    if (configured === 'not-assessable') return 'not-assessable';
    if (!seen && observed.visible && observed.watched >= staleAfter) return 'never-seen';
    return seen || configured === 'yes' ? 'healthy' : 'unknown';
}

/** The day of the rules that block a flow, where it was used before that day alone. */
function usedBefore(filters: Filters, devices: readonly DeviceVerdict[], { conversations }: Seen): string | null {
    const day = lastSeen(conversations);
    const blocking = stoppingOf(devices).map(({ device }) => device);
    return day === null ? null : laterThan(filters, blocking, day);
}

/** What is configured and was seen of proposed flows. */
function proposedReadings(
    drafts: ReadonlyMap<Flow, Drafted>,
    declared: ReadonlyMap<Flow, Drafted>,
    staleAfter: number,
): readonly FlowReading[] {
    return [...drafts.values()].flatMap(({ draft }) => {
        if (!draft) return [];
        const { flow, devices, configured, observed } = draft;
        const found = classOf(configured, observed, false, staleAfter);
        return [
            {
                flow,
                configured,
                devices,
                observed,
                // Nobody has decided that it is needed.
                class: found === 'healthy' ? ('unknown' as const) : found,
                beyondAccess: beyondAccess(flow, observed, declared),
                otherProtocols: [],
                seenBefore: null,
                near: null,
            },
        ];
    });
}

/** A proposed flow that needs what a rule permits beyond the declared ones, where the proposed ones document it all. */
function proposalOf(
    lookup: Lookup,
    places: Places,
    { ruleset, parts, surplus }: Undecided,
    declared: readonly (readonly [Flow, Needs])[],
    proposed: readonly (readonly [Flow, Needs])[],
): Flow | null {
    const device = ruleset.devices.map(each => lookup.asset(each.id)).find(asset => asset !== undefined);
    if (proposed.length === 0 || !device || !surplus) return null;
    const documents = documentedFor(lookup, places, device, [...declared, ...proposed]);
    if (parts.some(part => uncovered(part, documents) !== null)) return null;
    return (
        proposed.find(([flow]) =>
            documents.some(document => document.flow === flow && regionsMeet(surplus, document)),
        )?.[0] ?? null
    );
}

/** Whether any traffic between zones was seen that a part of a rule lets through. */
function usedBy(observations: readonly Observation[], { of }: Sightings): (part: Region) => boolean {
    const asked = observations.map(observation => {
        const { sights } = of.get(observation)!;
        const isBetween = ({ index }: SeenRegion): boolean => isCrossing(sights[index]!);
        return (part: Region): boolean => seenIn(observation).anyMeeting(part, isBetween);
    });
    return part => asked.some(isMet => isMet(part));
}

/** Of each conversation that flows declare, how many do. */
function explainedBy(drafts: ReadonlyMap<Flow, Drafted>, before: Comparison | null): ReadonlyMap<Placed, number> {
    const counts = new Map(before?.explained);
    const add = (own: readonly Placed[], by: number): void => {
        for (const placed of own) {
            const count = (counts.get(placed) ?? 0) + by;
            if (count > 0) counts.set(placed, count);
            else counts.delete(placed);
        }
    };
    for (const [flow, draft] of before?.drafts ?? []) if (drafts.get(flow) !== draft) add(draft.own, -1);
    for (const [flow, draft] of drafts) if (before?.drafts.get(flow) !== draft) add(draft.own, 1);
    return counts;
}

/** Holds what is declared, what firewalls are configured to do and what was seen against each other. */
export function reconcile(lookup: Lookup, options: ReconcileOptions): Reconciliation {
    return compare(lookup, options, null).found;
}

/** A comparison, and what a later one of a nearly equal model need not work out again. */
export interface Comparison {
    readonly found: Reconciliation;
    readonly lookup: Lookup;
    readonly filters: Filters;
    readonly sightings: Sightings;
    readonly drafts: ReadonlyMap<Flow, Drafted>;
    /** By their flows, where rules are compared with them. */
    readonly documented: ReadonlyMap<Flow, readonly Documented[]>;
    readonly parts: RuleParts;
    readonly rules: ReadonlyMap<Undecided, RuleReading>;
    readonly traffic: ReadonlyMap<Placed, TrafficReading>;
    /** Conversations that flows declare: how many flows. */
    readonly explained: ReadonlyMap<Placed, number>;
    readonly proposed: boolean;
}

/**
 * {@link reconcile} that goes on from another comparison.
 * @param earlier that of a model with the same facts, but for the addresses of assets and what is said of flows
 */
export function compare(lookup: Lookup, options: ReconcileOptions, earlier: Comparison | null): Comparison {
    const { model } = lookup;
    const { rulesets = model.rulesets, observations = model.observations, staleAfter } = options;
    const places = new Places(lookup);
    const changes = earlier && changesBetween(earlier.lookup, lookup);
    const filters = new Filters(rulesets, lookup, places, changes ? earlier.filters : undefined);
    const before = changes && filters.areThoseOf(earlier.filters) ? earlier : null;
    const sightings = sightingsOf(
        lookup,
        places,
        observations,
        before && { sightings: before.sightings, changes: changes! },
    );
    const allNeeds = needsOnce(lookup);
    const withNeeds = (flow: Flow): Needed => [
        flow,
        (changes?.flows.has(flow) ? earlier?.drafts.get(flow)?.needs : undefined) ?? allNeeds(flow),
    ];
    const declared = model.flows.filter(flow => flow.proposed === null).map(withNeeds);
    const proposed = model.flows.filter(flow => flow.proposed !== null).map(withNeeds);
    const strangers = new Strangers(lookup, places.book, sightings);
    const kept = new Kept(lookup, places, declared, sightings, strangers, before, changes);
    const drafts = draftsOf(lookup, places, { filters, sightings, observations, declared, strangers }, kept.flow);
    const documents = new Documents(lookup, places, declared, kept.documented);
    const sameRule = kept.rule(documents.alike);
    const undecided = rulesets.flatMap(ruleset =>
        readRuleset(lookup, places, ruleset, filters.judged(ruleset), documents, sameRule),
    );
    const whole = [...drafts.values()].flatMap(({ draft }) => draft ?? []);
    const pairs = joined(lookup, places, whole, undecided);
    const isUsed = usedBy(observations, sightings);
    const noProposals = proposed.length === 0 && before?.proposed === false;
    const rules = new Map<Undecided, RuleReading>();
    const sameReading = kept.reading;
    for (const each of undecided) {
        const { parts, ruleset, rule, flows, width, surplus, why } = each;
        const pair = pairs.get(each);
        const known = noProposals ? sameReading(each, pair?.flow ?? null, pair?.side ?? null) : undefined;
        if (known) {
            rules.set(each, known);
            continue;
        }
        rules.set(each, {
            ruleset,
            rule,
            class: pair ? 'differs' : each.class,
            flows,
            width,
            surplus,
            why,
            differsFrom: pair?.flow ?? null,
            differsIn: pair?.side ?? null,
            used: each.class !== 'documented' && parts.some(isUsed),
            proposedBy: pair ? null : proposalOf(lookup, places, each, declared, proposed),
        });
    }
    const near = new Map(
        [...rules.values()].flatMap(rule => (rule.differsFrom ? [[rule.differsFrom, rule] as const] : [])),
    );
    const told = toldProtocols(lookup, drafts);
    const flows = whole.map(({ flow, needs, devices, configured, observed }): FlowReading => {
        const differs = needs.kind === 'unknown' && isSeen(observed.outcome);
        const found = classOf(configured, observed, differs, staleAfter);
        return {
            flow,
            configured,
            devices,
            observed,
            class: found,
            beyondAccess: beyondAccess(flow, observed, drafts),
            otherProtocols: told.others.get(flow) ?? [],
            seenBefore: found === 'past-boundary' ? usedBefore(filters, devices, observed) : null,
            near: near.get(flow) ?? null,
        };
    });
    const undecidedDrafts =
        proposed.length === 0
            ? new Map<Flow, Drafted>()
            : draftsOf(
                  lookup,
                  places,
                  { filters, sightings, observations, declared: proposed, strangers },
                  () => undefined,
              );
    const explained = explainedBy(drafts, before);
    const between = conduitsBetween(lookup);
    const traffic = new Map<Placed, TrafficReading>();
    const unsaid: OpenTraffic[] = [];
    for (const placed of sightings.crossing) {
        if (explained.has(placed) || isTunnel(lookup, placed.from, placed.to)) continue;
        const proposal = proposed.find(([flow, needs]) => isOf(lookup, flow, needs, placed))?.[0] ?? null;
        const known = noProposals ? kept.traffic(placed) : undefined;
        const reading = known ?? trafficOf(lookup, filters, between, placed, proposal);
        // What no rule permits takes another path, whichever of its ports it is.
        const mayBeOf =
            (reading.class === 'undocumented' || reading.class === 'attempt') && !saysPort(placed)
                ? [...declared, ...proposed].find(([flow, needs]) => mayBeIts(lookup, flow, needs, placed))
                : undefined;
        if (mayBeOf) unsaid.push(ofUnsaidPort(placed, mayBeOf[0]));
        else traffic.set(placed, reading);
    }
    const withoutPorts = declared
        .filter(([flow, needs]) => needs.kind === 'none' && crosses(lookup, flow))
        .map(([flow]) => flow);
    const found = {
        flows,
        proposed: proposedReadings(undecidedDrafts, drafts, staleAfter),
        rules: [...rules.values()],
        traffic: [...traffic.values()],
        hosts: hostsOf([...sightings.crossing, ...sightings.inside]),
        open: [...openTraffic(lookup, sightings, [...declared, ...proposed]), ...unsaid],
        observations: sightings.counts,
        withoutPorts,
        namesNotTold: told.notTold,
    };
    return {
        found,
        lookup,
        filters,
        sightings,
        drafts,
        documented: documents.alike,
        parts: before?.parts ?? new RuleParts(undecided),
        rules,
        traffic,
        explained,
        proposed: proposed.length > 0,
    };
}
