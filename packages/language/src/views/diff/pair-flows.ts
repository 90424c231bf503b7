import type { Flow, Model, Naming } from '../../model/index.ts';
import { factsOf, ownNames, sessionText } from '../../model/index.ts';
import { pairUp, type Marks } from './likeness.ts';
import { marksOf } from './pair-named.ts';
import type { Repeats } from './same-said.ts';

/** From this likeness on two flows with other ends are one that was changed. */
const sameFlow = 0.6;

/** Flows by where they are and their ends. */
function bySession(flows: readonly Flow[]): ReadonlyMap<string, readonly Flow[]> {
    return Map.groupBy(flows, flow => `${flow.container ?? ''} ${sessionText(flow, ownNames)}`);
}

/** Pairs flows in the same place with the same ends, where all of them say what they said before, in their order. */
function pairUnchanged(before: Model, after: Model, repeats: Repeats): Map<Flow, Flow> {
    const pairs = new Map<Flow, Flow>();
    const others = bySession(after.flows);
    for (const [session, flows] of bySession(before.flows)) {
        const now = others.get(session);
        if (now?.length !== flows.length || !flows.every((flow, index) => repeats.says(flow, now[index]!))) continue;
        flows.forEach((flow, index) => pairs.set(flow, now[index]!));
    }
    return pairs;
}

/**
 * Flows have no name: by their ends and protocols in the same place, then anywhere, then by what they are made of.
 * @param repeats what says the same on both sides; `null` where something is called otherwise
 */
export function pairFlows(before: Model, after: Model, names: Naming, repeats: Repeats | null): Map<Flow, Flow> {
    const pairs = new Map<Flow, Flow>();
    // These are what the first key below gives, without a text for each flow; all its pairs are in the order of BASE.
    const unchanged = repeats ? pairUnchanged(before, after, repeats) : new Map<Flow, Flow>();
    const taken = new Set<Flow>(unchanged.values());
    const lost = (): Flow[] => before.flows.filter(flow => !pairs.has(flow));
    const won = (): Flow[] => after.flows.filter(flow => !taken.has(flow));
    const place = (flow: Flow, to: Naming): string => (flow.container === null ? '' : to.element(flow.container));
    const exact = (flow: Flow, to: Naming): string =>
        `${sessionText(flow, to)} : ${flow.protocols
            .map(protocol => to.protocol(protocol.id))
            .sort()
            .join(', ')}`;
    const everything = (flow: Flow, to: Naming): string =>
        JSON.stringify(
            factsOf('flow', flow, to)
                .map(fact => [fact.key, fact.value])
                .sort(),
        );
    const keys: ((flow: Flow, to: Naming) => string)[] = [
        (flow, to) => `${place(flow, to)} ${everything(flow, to)}`,
        (flow, to) => `${place(flow, to)} ${exact(flow, to)} ${flow.purpose}`,
        (flow, to) => `${place(flow, to)} ${exact(flow, to)}`,
        exact,
        (flow, to) => `${place(flow, to)} ${sessionText(flow, to)}`,
        (flow, to) => [to.element(flow.from.id), to.element(flow.to.id)].sort().join(' '),
    ];
    for (const key of keys) {
        const open = Map.groupBy(won(), flow => key(flow, ownNames));
        for (const flow of lost()) {
            const partner = unchanged.get(flow) ?? open.get(key(flow, names))?.shift();
            if (!partner) continue;
            pairs.set(flow, partner);
            taken.add(partner);
        }
    }
    const marks = (flow: Flow, to: Naming): Marks =>
        marksOf(
            factsOf('flow', flow, to).filter(fact => fact.key !== 'session'),
            [
                [`opens ${to.element(flow.from.id)}`, 2],
                [`answers ${to.element(flow.to.id)}`, 2],
                [`arrow ${flow.arrow}`, 1],
                [`in ${place(flow, to)}`, 1],
            ],
        );
    const [left, right] = [lost(), won()];
    for (const [i, j] of pairUp(
        left.map(flow => marks(flow, names)),
        right.map(flow => marks(flow, ownNames)),
        sameFlow,
    )) {
        pairs.set(left[i]!, right[j]!);
    }
    return pairs;
}
