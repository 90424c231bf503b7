import { fittingConduits, homesOf } from '../../assessment/index.ts';
import type { Asset, Conduit, Edit, Fix, Flow, Lookup, Origin } from '../../model/index.ts';
import { wholeOf } from '../../model/index.ts';
import { canEnforce } from '../../assessment/enforcing.ts';
import { freeName } from './moving.ts';
import { qualifiedFor } from './scope.ts';

/**
 * The edits that bring a flow into the block of a conduit, as it is written; names that would mean something else there
 * are qualified.
 */
export function moveInto(lookup: Lookup, flow: Flow, conduit: Conduit): readonly Edit[] {
    const scope = { around: [conduit.id], connected: conduit.between.map(end => end.id) };
    return [{ kind: 'move', at: wholeOf(flow.origin), into: conduit.origin }, ...qualifiedFor(lookup, flow, scope)];
}

/** The zones between which a new conduit for the flow would lie: its innermost ones. */
export function zonesApart(lookup: Lookup, flow: Flow): readonly [string, string] | null {
    const far = homesOf(lookup, flow.to.id);
    for (const from of homesOf(lookup, flow.from.id)) for (const to of far) if (from !== to) return [from, to];
    return null;
}

/** Devices of the model that have a leg in each of the zones and can enforce the boundary between them. */
export function devicesBetween(lookup: Lookup, zones: readonly string[]): readonly Asset[] {
    const legs = (asset: Asset): readonly string[] => [asset.container, ...asset.serves.map(zone => zone.id)];
    return [...new Set(zones.flatMap(zone => lookup.serving(zone)))].filter(
        asset => canEnforce(lookup, asset) && zones.every(zone => legs(asset).includes(zone)),
    );
}

function lastName(id: string): string {
    return id.slice(id.lastIndexOf('.') + 1);
}

/** One key for all flows of a file between the same two zones. */
function keyOf(flow: Flow, zones: readonly [string, string]): string {
    return [flow.origin.file, ...[...zones].sort()].join('\n');
}

/** The flows that the author has not put anywhere yet, by file and the zones between which they lie. */
const unplaced = (lookup: Lookup): ReadonlyMap<string, readonly Flow[]> =>
    Map.groupBy(lookup.flowsIn(null), each => {
        const apart = zonesApart(lookup, each);
        return apart ? keyOf(each, apart) : '';
    });

/** All flows that the author has not put anywhere yet, in the file of this one, between the same two zones. */
function companions(lookup: Lookup, flow: Flow, zones: readonly [string, string]): readonly Flow[] {
    return lookup.once(unplaced).get(keyOf(flow, zones)) ?? [flow];
}

/** The declaration at top level in whose block a flow stands; `undefined` for a flow at top level. */
function outermostAround(lookup: Lookup, { container }: Flow): Origin | undefined {
    if (container === null) return undefined;
    return (lookup.chain(container).at(-1) ?? lookup.conduit(container))?.origin;
}

/** A new conduit between the innermost zones of the flow's ends, with the flow in it as it is written. */
export function newConduit(lookup: Lookup, flow: Flow): Fix | null {
    const zones = zonesApart(lookup, flow);
    if (!zones) return null;
    const name = freeName(
        `${lastName(zones[0])}To${lastName(zones[1])}`,
        each => lookup.said().element(each) !== undefined,
    );
    const head = `conduit ${name} between ${zones[0]} and ${zones[1]}`;
    const after = outermostAround(lookup, flow);
    const flows = after ? [flow] : companions(lookup, flow, zones);
    return {
        kind: 'fix',
        preferred: true,
        title: `Create conduit ${name} between ${zones[0]} and ${zones[1]}`,
        edits: [
            {
                kind: 'enclose',
                statements: flows.map(each => wholeOf(each.origin)),
                head,
                // Which device enforces the boundary is another question: only people know it.
                facts: [],
                after,
            },
            ...flows.flatMap(each => qualifiedFor(lookup, each, { around: [name], connected: zones })),
        ],
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
        return created ? [created] : [];
    }
    return conduits.slice(0, 3).map((conduit): Fix => ({
        kind: 'layout',
        title: `Move the flow${flows.length > 1 ? 's' : ''} into ${conduit.name}`,
        edits: flows.flatMap(each => moveInto(lookup, each, conduit)),
        ...(conduits.length === 1 ? { preferred: true } : {}),
    }));
}
