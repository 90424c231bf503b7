import type { Region } from '../filter/index.ts';
import { regionsMeet, uncovered } from '../filter/index.ts';
import { crosses, fittingConduits } from '../assessment/index.ts';
import type { Conduit, Flow, Lookup, Observation, Ruleset } from '../model/index.ts';
import { accesses } from '../model/index.ts';
import { allOf, askConduit, devicesOf, Filters } from './configured.ts';
import type { Needs } from './needs.ts';
import { needsOnce } from './needs.ts';
import { ByEnds, isOf, Watch } from './observed.ts';
import { Places } from './places.ts';
import type { Placed } from './sightings.ts';
import { isSeen, mayBeOf, seenIn, sightingsOf } from './sightings.ts';
import { isTunnel } from './tunnels.ts';
import type { Draft } from './nearly.ts';
import { joined } from './nearly.ts';
import { documentedFor, Documents, readRuleset } from './rule-classes.ts';
import type {
    Configured,
    FlowClass,
    FlowReading,
    Located,
    Reconciliation,
    RuleReading,
    Seen,
    TrafficReading,
    UnknownHost,
} from './types.ts';

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

function beyondAccess(flow: Flow, observed: Seen): boolean {
    return (
        flow.access !== null &&
        observed.access !== null &&
        accesses.indexOf(observed.access) > accesses.indexOf(flow.access)
    );
}

/** The conduits between the ends of traffic; most of it runs between the same zones. */
function conduitsBetween(lookup: Lookup): (placed: Placed) => readonly Conduit[] {
    const known = new Map<string, readonly Conduit[]>();
    return ({ from, to }) => {
        // An asset of a zone has the conduits of its zone; one that stands in a conduit has its own.
        const [near, far] = [from, to].map(({ asset, zone }) =>
            asset && lookup.conduit(asset.container) ? asset.id : (zone?.id ?? asset?.id),
        );
        if (near === undefined || far === undefined) return [];
        const key = `${near} ${far}`;
        const found = known.get(key) ?? fittingConduits(lookup, near, far);
        known.set(key, found);
        return found;
    };
}

function trafficOf(
    lookup: Lookup,
    filters: Filters,
    conduitsBetween: (placed: Placed) => readonly Conduit[],
    placed: Placed,
    proposedBy: Flow | null,
): TrafficReading {
    const { conversation } = placed;
    const conduits = conduitsBetween(placed);
    const [conduit = null] = conduits;
    const answers = conduits
        .filter(each => each.via.length > 0)
        .map(each =>
            askConduit(
                lookup,
                filters,
                each.via.map(device => device.id),
                placed.region,
            ),
        );
    // Traffic may take any conduit between its zones: what one of them lets through is let through.
    const configured: Configured = answers.includes('yes')
        ? 'yes'
        : answers.length === 0 || answers.includes('unknown')
          ? 'unknown'
          : answers.includes('not-assessable')
            ? 'not-assessable'
            : allOf(answers);
    const scan = conversation.outcome === 'scanned';
    return {
        ...placed,
        conduit,
        configured,
        proposedBy,
        class: scan
            ? 'scan'
            : conversation.outcome === 'tried'
              ? 'attempt'
              : configured === 'no' || configured === 'partly'
                ? 'past-boundary'
                : 'undocumented',
    };
}

/** A proposed flow with which a rule would be documented. */
function proposalOf(
    lookup: Lookup,
    places: Places,
    ruleset: Ruleset,
    parts: readonly Region[],
    declared: readonly (readonly [Flow, Needs])[],
    proposed: readonly (readonly [Flow, Needs])[],
): Flow | null {
    const device = ruleset.devices.map(each => lookup.asset(each.id)).find(asset => asset !== undefined);
    if (proposed.length === 0 || !device) return null;
    const documents = documentedFor(lookup, places, device, [...declared, ...proposed]);
    if (parts.some(part => uncovered(part, documents) !== null)) return null;
    return (
        proposed.find(([flow]) =>
            documents.some(document => document.flow === flow && parts.some(part => regionsMeet(part, document))),
        )?.[0] ?? null
    );
}

function hostsOf(all: readonly Placed[]): readonly UnknownHost[] {
    const hosts = new Map<
        string,
        { readonly address: string; readonly zone: UnknownHost['zone']; readonly conversations: Located[] }
    >();
    for (const placed of all) {
        for (const end of [placed.from, placed.to]) {
            if (end.asset || !end.zone || end.zone.networks.every(network => /\/0$/.test(network.text))) continue;
            const key = `${end.zone.id} ${end.text}`;
            const host = hosts.get(key) ?? { address: end.text, zone: end.zone, conversations: [] };
            hosts.set(key, host);
            host.conversations.push(placed);
        }
    }
    return [...hosts.values()].filter(host =>
        host.conversations.some(each => each.conversation.outcome !== 'tried' || each.from.text === host.address),
    );
}

/** Holds what is declared, what firewalls are configured to do and what was seen against each other. */
export function reconcile(lookup: Lookup, options: ReconcileOptions): Reconciliation {
    const { model } = lookup;
    const { rulesets = model.rulesets, observations = model.observations, staleAfter } = options;
    const places = new Places(lookup);
    const filters = new Filters(rulesets, lookup, places);
    const sightings = sightingsOf(lookup, places, observations);
    const everything = [...sightings.crossing, ...sightings.inside];
    const byEnds = new ByEnds(lookup, everything);
    const watch = new Watch(lookup, observations);
    const allNeeds = needsOnce(lookup);
    const declared = model.flows.filter(flow => flow.proposed === null).map(flow => [flow, allNeeds(flow)] as const);
    const explained = new Set<Placed>();
    const loosely = new Set<Placed>();
    const withoutPorts = declared
        .filter(([flow, needs]) => needs.kind === 'none' && crosses(lookup, flow))
        .map(([flow]) => flow);
    const open = sightings.open.filter(({ conversation }) => isSeen(conversation.outcome));
    /** What was seen of a flow; where none was, and other traffic may have been its own, that is not "never". */
    const seenOrOpen = (seen: Seen, flow: Flow, needs: Needs): Seen =>
        !isSeen(seen.outcome) && seen.visible && open.some(sight => mayBeOf(lookup, places.book, flow, needs, sight))
            ? { ...seen, visible: false }
            : seen;
    const drafts = declared.flatMap(([flow, needs]): readonly Draft[] => {
        if (needs.kind === 'none') return [];
        const own = byEnds.between(flow.from.id, flow.to.id).filter(placed => isOf(lookup, flow, needs, placed));
        for (const placed of own) {
            if (needs.kind === 'services') explained.add(placed);
            else loosely.add(placed);
        }
        if (!crosses(lookup, flow)) return [];
        const devices = devicesOf(lookup, places, filters, flow, needs);
        return [
            {
                flow,
                needs,
                devices,
                configured: allOf(devices.map(each => each.configured)),
                observed: seenOrOpen(watch.seen(flow, needs, own), flow, needs),
            },
        ];
    });
    const documents = new Documents(lookup, places, declared);
    const undecided = rulesets.flatMap(ruleset =>
        readRuleset(lookup, places, ruleset, filters.judged(ruleset), documents),
    );
    const proposed = model.flows.filter(flow => flow.proposed !== null).map(flow => [flow, allNeeds(flow)] as const);
    const pairs = joined(lookup, places, drafts, undecided);
    const crossing = new Set(sightings.crossing.map(each => each.region));
    const isUsed = (part: Region): boolean =>
        observations.some(observation =>
            seenIn(observation)
                .meeting(part)
                .some(region => crossing.has(region)),
        );
    const rules = undecided.map((rule): RuleReading => {
        const { parts, ruleset, flows, width, surplus, why } = rule;
        const pair = pairs.get(rule);
        const used = rule.class !== 'documented' && parts.some(isUsed);
        const proposal =
            rule.class === 'undocumented' || rule.class === 'wider'
                ? proposalOf(lookup, places, ruleset, parts, declared, proposed)
                : null;
        return {
            ruleset,
            rule: rule.rule,
            class: pair ? 'differs' : rule.class,
            flows,
            width,
            surplus,
            why,
            differsFrom: pair?.flow ?? null,
            differsIn: pair?.side ?? null,
            used,
            proposedBy: pair ? null : proposal,
        };
    });
    const near = new Map(rules.flatMap(rule => (rule.differsFrom ? [[rule.differsFrom, rule] as const] : [])));
    const flows = drafts.map(({ flow, needs, devices, configured, observed }): FlowReading => {
        const differs = needs.kind === 'unknown' && isSeen(observed.outcome);
        return {
            flow,
            configured,
            devices,
            observed,
            class: classOf(configured, observed, differs, staleAfter),
            beyondAccess: beyondAccess(flow, observed),
            near: near.get(flow) ?? null,
        };
    });
    const between = conduitsBetween(lookup);
    const traffic = sightings.crossing
        .filter(placed => !explained.has(placed) && !loosely.has(placed) && !isTunnel(lookup, placed.from, placed.to))
        .map(placed =>
            trafficOf(
                lookup,
                filters,
                between,
                placed,
                proposed.find(([flow, needs]) => isOf(lookup, flow, needs, placed))?.[0] ?? null,
            ),
        );
    return { flows, rules, traffic, hosts: hostsOf(everything), observations: sightings.counts, withoutPorts };
}
