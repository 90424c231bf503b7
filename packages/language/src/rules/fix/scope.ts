import type { Edit, Flow, Lookup, Mention } from '../../model/index.ts';
import { placeIn } from '../../model/index.ts';
import { written } from './turning.ts';

/** From where a name is looked up, as the language has it (docs/language.md, "Names"). */
export interface Scope {
    /** Ids of the blocks around, innermost first. */
    readonly around: readonly string[];
    /** In a conduit: the ids of the zones that it connects, whose assets are in scope by their short names. */
    readonly connected: readonly string[];
}

/** The ids of all zones and assets by their last name. */
const namesakes = ({ model }: Lookup): ReadonlyMap<string, readonly string[]> =>
    Map.groupBy(
        [...model.zones, ...model.assets].map(element => element.id),
        lastName,
    );

function lastName(id: string): string {
    return id.slice(id.lastIndexOf('.') + 1);
}

/** The zone or asset that a name would mean in a scope; `null` where it would mean none, or more than one. */
function meant(lookup: Lookup, name: string, { around, connected }: Scope): string | null {
    const ids = [...around.map(block => `${block}.${name}`), name];
    const direct = ids.find(id => lookup.zone(id) ?? lookup.asset(id));
    if (direct !== undefined) return direct;
    const below = (lookup.once(namesakes).get(lastName(name)) ?? []).filter(
        id => id.endsWith(`.${name}`) && connected.some(zone => id.startsWith(`${zone}.`)),
    );
    return below.length === 1 ? below[0]! : null;
}

/** True where a name, as it is written, means the same when it is looked up from there. */
export function keepsMeaning(lookup: Lookup, mention: Mention, scope: Scope): boolean {
    const name = written(mention);
    return name.length === mention.at.end - mention.at.start && meant(lookup.said(), name, scope) === mention.id;
}

/**
 * The edits that give those ends of a flow their whole names which would mean something else, or nothing, in the block
 * where it goes.
 */
export function qualifiedFor(lookup: Lookup, flow: Flow, scope: Scope): readonly Edit[] {
    return [flow.from, flow.to]
        .filter(end => !keepsMeaning(lookup, end, scope))
        .map((end): Edit => ({ kind: 'replace', at: placeIn(flow.origin, end.at), text: end.id }));
}
