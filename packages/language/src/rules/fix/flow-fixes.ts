import { fittingConduits, crossingsOf } from '../../assessment/index.ts';
import type { Asset, Conduit, Edit, Fix, Flow, Lookup, Mention } from '../../model/index.ts';
import { wholeOf } from '../../model/index.ts';
import { flowText } from './flow-text.ts';
import { freeName } from './moving.ts';
import { written } from './turning.ts';

/** Types of devices that can enforce a boundary: they decide what passes, or pass one direction alone. */
export const enforcing: readonly string[] = ['firewall', 'diode', 'router', 'gateway', 'proxy', 'ips', 'load-balancer', 'serial-server'];

const namesakes = new WeakMap<Lookup, ReadonlyMap<string, readonly string[]>>();

/** The ids of all zones and assets with this last name. */
function namesakesOf(lookup: Lookup, name: string): readonly string[] {
    let known = namesakes.get(lookup);
    if (!known) {
        const ids = [...lookup.model.zones, ...lookup.model.assets].map(element => element.id);
        known = Map.groupBy(ids, lastName);
        namesakes.set(lookup, known);
    }
    return known.get(name) ?? [];
}

/** True where the name, as it is written, means the same in the block of the conduit (language.md: short names of connected zones). */
function keepsMeaning(lookup: Lookup, mention: Mention, conduit: Conduit): boolean {
    const text = written(mention);
    if (lookup.element(`${conduit.id}.${text}`)) return false;
    if (text === mention.id) return true;
    if (lookup.element(text)) return false;
    const meant = namesakesOf(lookup, lastName(text))
        .filter(id => id.endsWith(`.${text}`) && conduit.between.some(zone => id.startsWith(`${zone.id}.`)));
    return meant.length === 1 && meant[0] === mention.id;
}

/** The edits that bring a flow into the block of a conduit, as it is written wherever its names mean the same there. */
export function moveInto(lookup: Lookup, flow: Flow, conduit: Conduit): readonly Edit[] {
    const at = wholeOf(flow.origin);
    if ([flow.from, flow.to].every(end => keepsMeaning(lookup, end, conduit))) return [{ kind: 'move', at, into: conduit.origin }];
    return [{ kind: 'remove', at }, { kind: 'add', into: conduit.origin, text: flowText(flow), where: 'last' }];
}

/** The zones between which a new conduit for the flow would lie: its innermost ones. */
export function zonesApart(lookup: Lookup, flow: Flow): readonly [string, string] | null {
    const crossing = crossingsOf(lookup).get(flow);
    for (const from of crossing?.from ?? []) for (const to of crossing?.to ?? []) if (from !== to) return [from, to];
    return null;
}

/** Devices of the model that have a leg in each of the zones and can enforce the boundary between them. */
export function devicesBetween(lookup: Lookup, zones: readonly string[]): readonly Asset[] {
    const legs = (asset: Asset): readonly string[] => [asset.container, ...asset.serves.map(zone => zone.id)];
    return [...new Set(zones.flatMap(zone => lookup.serving(zone)))]
        .filter(asset => lookup.isA(asset, ...enforcing) && zones.every(zone => legs(asset).includes(zone)));
}

function lastName(id: string): string {
    return id.slice(id.lastIndexOf('.') + 1);
}

const unplaced = new WeakMap<Lookup, ReadonlyMap<string, readonly Flow[]>>();

/** One key for all flows of a file between the same two zones. */
function keyOf(flow: Flow, zones: readonly [string, string]): string {
    return [flow.origin.file, ...[...zones].sort()].join('\n');
}

/** All flows that the author has not put anywhere yet, in the file of this one, between the same two zones. */
function companions(lookup: Lookup, flow: Flow, zones: readonly [string, string]): readonly Flow[] {
    let groups = unplaced.get(lookup);
    if (!groups) {
        groups = Map.groupBy(lookup.flowsIn(null), each => {
            const apart = zonesApart(lookup, each);
            return apart ? keyOf(each, apart) : '';
        });
        unplaced.set(lookup, groups);
    }
    return groups.get(keyOf(flow, zones)) ?? [flow];
}

/** A new conduit between the innermost zones of the flow's ends, with the flow in it. */
export function newConduit(lookup: Lookup, flow: Flow): Fix | null {
    const zones = zonesApart(lookup, flow);
    if (!zones) return null;
    const name = freeName(`${lastName(zones[0])}To${lastName(zones[1])}`, each => lookup.element(each) !== undefined);
    const head = `conduit ${name} between ${zones[0]} and ${zones[1]}`;
    const device = devicesBetween(lookup, zones).at(0);
    const facts = device ? [`via ${device.id}`] : [];
    const title = `Create conduit ${name} between ${zones[0]} and ${zones[1]}`;
    if (flow.container === null) {
        const statements = companions(lookup, flow, zones).map(each => wholeOf(each.origin));
        return { title, edits: [{ kind: 'enclose', statements, head, facts }] };
    }
    const lines = [...facts, ...flowText(flow).split('\n')].map(line => `  ${line}\n`).join('');
    return {
        title,
        edits: [{ kind: 'remove', at: wholeOf(flow.origin) }, { kind: 'append', file: flow.origin.file, text: `${head} {\n${lines}}` }],
    };
}

/**
 * The ways to bring flows into a conduit that joins their zones: into one that is there, or else into a new one.
 * @param flows at least one; all between the same zones
 */
export function conduitFixes(lookup: Lookup, flows: readonly Flow[]): readonly Fix[] {
    const [flow] = flows;
    if (!flow) return [];
    const conduits = fittingConduits(lookup, flow.from.id, flow.to.id).filter(conduit => conduit.id !== flow.container);
    if (conduits.length === 0) {
        const created = newConduit(lookup, flow);
        return created ? [{ ...created, preferred: true }] : [];
    }
    return conduits.slice(0, 3).map(conduit => ({
        title: `Move the flow${flows.length > 1 ? 's' : ''} into ${conduit.name}`,
        edits: flows.flatMap(each => moveInto(lookup, each, conduit)),
        ...(conduits.length === 1 ? { preferred: true } : {}),
    }));
}
