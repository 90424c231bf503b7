import type { Ranges } from '../filter/index.ts';
import { rest, tooMany } from '../filter/index.ts';
import type { Assessment, Path } from '../assessment/index.ts';
import { assess, fittingConduits } from '../assessment/index.ts';
import type { Asset, Clause, Flow, Invariant, Lookup, Observation, Origin, Ruleset } from '../model/index.ts';
import type { JudgedRule } from './device-rules.ts';
import { judgedRules } from './device-rules.ts';
import { isSeen } from './observation-text.ts';
import { sightingsOf } from './sightings.ts';
import { beyondNeeds, needsOnce, type Needs } from './needs.ts';
import { directionsOf } from './configured.ts';
import { Places } from './places.ts';
import type { Reconciliation } from './types.ts';
import type { Passing } from './passing.ts';
import { apartBehind, passingOf } from './passing.ts';
import type { End } from './rule-ends.ts';
import { around, conduitOf, endsIn, zonesBehind } from './rule-ends.ts';
import { areAllRoutes, DeviceRoutes, zonesBeyond } from './routes.ts';
import type { NotKnown } from './world-limits.ts';
import { notConfigured, notObserved } from './world-limits.ts';

/** The world in which a question about paths is asked. */
export const worlds = ['declared', 'configured', 'observed'] as const;
/** One of {@link worlds}. */
export type World = (typeof worlds)[number];

/** A model whose flows are those of another world, and where each of them comes from. */
export interface WorldModel {
    readonly lookup: Lookup;
    /** The rule or the conversation by the id of its flow. */
    readonly origins: ReadonlyMap<string, Origin>;
    /** The devices without known rules that a flow of a rule has to pass beyond the boundary of the rule. */
    readonly unproved: ReadonlyMap<string, readonly string[]>;
    /** False where there were too many flows to follow all of them. */
    readonly complete: boolean;
    /** What is not known of this world. */
    readonly notKnown: readonly NotKnown[];
}

const mostFlows = 20_000;

function made(id: string, from: string, to: string, container: string | null, origin: Origin): Flow {
    const at = origin.name;
    return {
        kind: 'flow',
        id,
        container,
        from: { id: from, at },
        to: { id: to, at },
        arrow: '->',
        arrowAt: at,
        protocols: [],
        purpose: null,
        doc: null,
        ports: [],
        planned: null,
        retired: null,
        lifetimeUnread: false,
        untilUnread: false,
        access: null,
        accessAt: null,
        secured: null,
        securedUnread: false,
        proposed: null,
        carries: null,
        approvedBy: null,
        until: null,
        description: null,
        owner: null,
        origin,
        accepts: [],
        agreements: [],
    };
}

function withFlows(lookup: Lookup, flows: readonly Flow[]): Lookup {
    return lookup.of({ ...lookup.model, flows });
}

interface Opened {
    readonly flow: Flow;
    /** Devices on the way whose rules are not known. */
    readonly unknown: readonly string[];
}

/** What a ruleset opens and no flow declares, as flows; `null` where it is too much. */
function openedBy(
    lookup: Lookup,
    places: Places,
    ruleset: Ruleset,
    device: Asset,
    judged: readonly JudgedRule[],
    declared: ReadonlyMap<string, readonly Needs[]>,
    most: number,
    passing: Passing,
    inRows: Set<string>,
): readonly Opened[] | null {
    const flows: Opened[] = [];
    const zones = zonesBehind(lookup, places, device);
    const beyond = zonesBeyond(lookup, device, zones);
    const all = [...zones, ...beyond];
    const routes = new DeviceRoutes(lookup, device, zones);
    const before: JudgedRule[] = [];
    for (const rule of judged) {
        if (!rule.permits || rule.when !== null) {
            // A block under a condition may stop it: only what passes for sure is a flow.
            if (!rule.permits) before.push(rule);
            continue;
        }
        const parts = rest([rule], before);
        if (parts === tooMany) return null;
        const ends = (set: Ranges): readonly End[] =>
            [zones, beyond]
                .flatMap(each => endsIn(lookup, places, set, each))
                .flatMap(end => apartBehind(lookup, end, device, all));
        for (const part of parts) {
            const [sources, targets] = [ends(part.from), ends(part.to)];
            for (const source of sources) {
                const mayPass = routes.mayPassFrom(source.home);
                for (const target of targets) {
                    const [from, to] = [source.id, target.id];
                    if (from === to || source.home === target.home) continue;
                    if (!mayPass(target.home)) continue;
                    // A flow says what its own sessions may do, and nothing of others between its ends.
                    const needs = around(lookup, from).flatMap(one =>
                        around(lookup, to).flatMap(other => declared.get(`${one} ${other}`) ?? []),
                    );
                    if (needs.length > 0 && beyondNeeds(part.services, needs).length === 0) continue;
                    const conduit = conduitOf(lookup, device, source, target);
                    const rows = conduit ? [[conduit]] : routes.between(source, target);
                    const known = [...zones, ...rows.flat().flatMap(({ between }) => between.map(({ id }) => id))];
                    const isInRow = rows.some(row => row.length > 1);
                    if (rows.length === 0 || (isInRow && inRows.has(`${from} ${to}`))) continue;
                    for (const each of passing(rows, device, part, source, target, isInRow ? known : zones)) {
                        // Of what passes a device beyond, without known rules, only declared flows are followed.
                        const pair = `${each.from} ${each.to}`;
                        if (isInRow && (each.unknown.length > 0 || inRows.has(pair))) continue;
                        if (isInRow) inRows.add(pair);
                        flows.push({
                            flow: made(
                                `${each.from} -> ${each.to} by rule ` +
                                    `${rule.rule.label ?? ruleset.rules.indexOf(rule.rule) + 1} of ${ruleset.id}`,
                                each.from,
                                each.to,
                                conduit?.id ?? null,
                                rule.rule.origin,
                            ),
                            unknown: each.unknown,
                        });
                    }
                    if (flows.length > most) return null;
                }
            }
        }
    }
    return flows;
}

/**
 * The model as firewalls are configured: declared flows that a boundary blocks are gone, what rules permit beyond the
 * declared flows is there. Where no rules are known the declared flows are all that is known.
 */
export function configuredWorld(
    lookup: Lookup,
    found: Reconciliation,
    rulesets: readonly Ruleset[] = lookup.model.rulesets,
): WorldModel {
    const { model } = lookup;
    const places = new Places(lookup);
    const blocked = new Set(found.flows.filter(each => each.configured === 'no').map(each => each.flow));
    const kept = model.flows.filter(flow => !blocked.has(flow));
    const declared = new Map<string, Needs[]>();
    const needsFor = needsOnce(lookup);
    for (const flow of kept) {
        for (const [from, to] of directionsOf(flow)) {
            const known = declared.get(`${from} ${to}`);
            if (known) known.push(needsFor(flow));
            else declared.set(`${from} ${to}`, [needsFor(flow)]);
        }
    }
    const added: Flow[] = [];
    const unproved = new Map<string, readonly string[]>();
    const passing = passingOf(lookup, places, rulesets);
    // The devices of a row permit the same sessions: the first of them is enough to show the path.
    const inRows = new Set<string>();
    let complete = true;
    for (const ruleset of rulesets) {
        const known = new Set<string>();
        // Each of several devices with these rules joins zones of its own.
        for (const device of ruleset.devices.flatMap(({ id }) => lookup.asset(id) ?? [])) {
            const opened = openedBy(
                lookup,
                places,
                ruleset,
                device,
                judgedRules(ruleset, device, places),
                declared,
                mostFlows - added.length,
                passing,
                inRows,
            );
            if (!opened) complete = false;
            for (const { flow, unknown } of opened ?? []) {
                // A host with two addresses comes twice: what passes for sure counts.
                if (unknown.length === 0) unproved.delete(flow.id);
                if (known.has(flow.id)) continue;
                known.add(flow.id);
                added.push(flow);
                if (unknown.length > 0) unproved.set(flow.id, [...new Set(unknown)]);
            }
        }
    }
    return {
        lookup: withFlows(lookup, [...kept, ...added]),
        origins: new Map(added.map(flow => [flow.id, flow.origin])),
        unproved,
        complete: complete && areAllRoutes(lookup),
        notKnown: notConfigured(lookup, rulesets),
    };
}

/** The model as it was seen: a flow for each conversation that was answered, and no other. */
export function observedWorld(
    lookup: Lookup,
    observations: readonly Observation[] = lookup.model.observations,
): WorldModel {
    const places = new Places(lookup);
    const { crossing, inside } = sightingsOf(lookup, places, observations);
    const flows = new Map<string, Flow>();
    for (const { conversation, observation, from, to } of [...crossing, ...inside]) {
        const [source, target] = [from.asset?.id ?? from.zone?.id, to.asset?.id ?? to.zone?.id];
        if (
            !isSeen(conversation.outcome) ||
            source === undefined ||
            target === undefined ||
            source === target ||
            flows.size >= mostFlows
        )
            continue;
        const id = `${source} -> ${target} as seen by ${observation.id}`;
        if (!flows.has(id))
            flows.set(id, {
                ...made(
                    id,
                    source,
                    target,
                    fittingConduits(lookup, source, target)[0]?.id ?? null,
                    conversation.origin,
                ),
                arrow: conversation.arrow,
            });
    }
    return {
        lookup: withFlows(lookup, [...flows.values()]),
        origins: new Map([...flows].map(([id, flow]) => [id, flow.origin])),
        unproved: new Map(),
        complete: flows.size < mostFlows,
        notKnown: notObserved(lookup, observations),
    };
}

/**
 * An invariant that holds over the declared flows and not over the configured rules, and the rule that opens the path.
 */
export interface Breach {
    readonly invariant: Invariant;
    readonly clause: Clause;
    readonly path: Path;
    /** The place of the rule. */
    readonly rule: Origin;
    /** The devices on the path whose rules are not known: there is a path only if they permit it; often none. */
    readonly unknown: readonly string[];
}

/** The invariants that rules break, or may break. */
export function breachesOf(
    assessment: Assessment,
    found: Reconciliation,
    rulesets: readonly Ruleset[] = assessment.model.rulesets,
): readonly Breach[] {
    if (rulesets.length === 0 || assessment.model.invariants.length === 0) return [];
    const holding = new Set(
        assessment.invariants.flatMap(verdict =>
            verdict.clauses.filter(clause => clause.holds).map(clause => clause.clause),
        ),
    );
    const world = configuredWorld(assessment.lookup, found, rulesets);
    const { flows } = world.lookup.model;
    // A path that is there for sure is said before one that may be there.
    const sure = flows.filter(({ id }) => !world.unproved.has(id));
    const asked = [sure, ...(sure.length < flows.length ? [flows] : [])];
    const broken = new Map<Clause, Breach>();
    for (const each of asked) {
        const verdicts = assess(withFlows(assessment.lookup, each), assessment.yardstick).invariants;
        for (const { invariant, clauses } of verdicts)
            for (const { clause, counterexample: path } of clauses) {
                if (!path || !holding.has(clause) || broken.has(clause)) continue;
                const ids = path.hops.flatMap(({ flow }) => flow?.id ?? []);
                const rule = ids.map(id => world.origins.get(id)).find(origin => origin !== undefined);
                const unknown = [...new Set(ids.flatMap(id => world.unproved.get(id) ?? []))];
                if (rule) broken.set(clause, { invariant, clause, path, rule, unknown });
            }
    }
    // In the order of the text.
    return [...holding].flatMap(clause => broken.get(clause) ?? []);
}
