import type { Lookup } from '../../../model/index.ts';
import type { Cause, Change, Reason, ReasonKind } from '../model-diff.ts';
import type { Compared } from './reason.ts';

/** What a change touches besides itself, as changes name it: what follows from it may be seen there. */
function touchedBy(
    { element, id, before }: Change,
    { lookup, model }: { readonly lookup: Lookup; readonly model: Lookup['model'] },
): readonly string[] {
    const named = (other: string): string => `${lookup.element(other)?.kind ?? 'asset'} ${other}`;
    const zoneOf = (end: string): readonly string[] => {
        const zone = lookup.zoneOf(end);
        return zone ? [`zone ${zone.id}`, named(end)] : [named(end)];
    };
    const ofAsset = (asset: string): readonly string[] => {
        const found = lookup.asset(asset);
        return [
            `asset ${asset}`,
            ...(found ? [named(found.container)] : []),
            ...lookup.boundariesOf(asset).map(conduit => `conduit ${conduit.id}`),
        ];
    };
    const ids = before === null ? [id] : [id, before];
    return ids.flatMap((each): readonly string[] => {
        switch (element) {
            case 'asset':
                return [...ofAsset(each), ...lookup.flowsOf(each).map(flow => `flow ${flow.id}`)];
            case 'flow': {
                const flow = model.flows.find(other => other.id === each);
                return flow
                    ? [
                          ...(flow.container === null ? [] : [named(flow.container)]),
                          ...zoneOf(flow.from.id),
                          ...zoneOf(flow.to.id),
                      ]
                    : [];
            }
            case 'zone':
                return [
                    ...lookup.assetsWithin(each).flatMap(asset => ofAsset(asset.id)),
                    ...lookup.conduitsOf(each).map(conduit => `conduit ${conduit.id}`),
                ];
            case 'conduit':
                return [
                    ...lookup.flowsIn(each).map(flow => `flow ${flow.id}`),
                    ...(lookup.conduit(each)?.between ?? []).map(end => `zone ${end.id}`),
                    ...lookup.assetsIn(each).map(asset => `asset ${asset.id}`),
                ];
            case 'countermeasure':
                return [
                    ...[...model.zones, ...model.conduits, ...model.assets]
                        .filter(
                            other =>
                                other.applies.some(mention => mention.id === each) ||
                                other.statements.some(statement => statement.by.some(by => by.id === each)),
                        )
                        .map(other => `${other.kind} ${other.id}`),
                    ...model.flows
                        .filter(flow => flow.secured?.by.some(by => by.id === each))
                        .map(flow => `flow ${flow.id}`),
                    ...model.threats
                        .filter(threat => threat.mitigations.some(({ by }) => by.some(mention => mention.id === each)))
                        .map(threat => `threat ${threat.id}`),
                ];
            case 'type':
                return model.assets
                    .filter(asset => asset.type !== null && lookup.typeIsA(asset.type.id, each))
                    .flatMap(asset => ofAsset(asset.id));
            case 'protocol':
                return model.flows
                    .filter(flow => flow.protocols.some(protocol => protocol.id === each))
                    .map(flow => `flow ${flow.id}`);
            default:
                return [];
        }
    });
}

/**
 * Reasons about paths name all that lies on the path: what carries it is the cause, and not an asset that it passes.
 */
const aboutPaths: ReadonlySet<ReasonKind> = new Set<ReasonKind>([
    'invariant-broken',
    'path-into-safety',
    'path-into-higher-target',
    'path-from-outside',
    'path-to-essential',
    'path-between-zones',
    'path-closed',
]);
const carrying: ReadonlySet<Change['element']> = new Set<Change['element']>(['flow', 'conduit', 'type', 'protocol']);

/**
 * Which change brings what: the reasons, by their index, for each change that has any. A reason that speaks of what was
 * changed belongs to that change; one of something that a change touches to that one; and where there is but one
 * change, it brings all.
 */
export function causesOf(
    changes: readonly Change[],
    reasons: readonly Reason[],
    { before, after }: Compared,
): readonly Cause[] {
    const exact = new Map<string, number[]>();
    const near = new Map<string, number[]>();
    const note = (map: Map<string, number[]>, key: string, index: number): void => {
        const known = map.get(key);
        if (known) known.push(index);
        else map.set(key, [index]);
    };
    changes.forEach((change, index) => {
        for (const id of new Set([change.id, change.before ?? change.id]))
            note(exact, `${change.element} ${id}`, index);
        for (const key of new Set(touchedBy(change, change.kind === 'removed' ? before : after)))
            note(near, key, index);
    });
    const effects = new Map<number, Set<number>>();
    reasons.forEach(({ about, kind }, reason) => {
        const found =
            [exact, near].map(map => about.flatMap(key => map.get(key) ?? [])).find(list => list.length > 0) ??
            (changes.length === 1 ? [0] : []);
        const carriers = aboutPaths.has(kind) ? found.filter(index => carrying.has(changes[index]!.element)) : [];
        for (const index of carriers.length > 0 ? carriers : found) {
            const known = effects.get(index) ?? new Set();
            effects.set(index, known);
            known.add(reason);
        }
    });
    return [...effects]
        .sort(([a], [b]) => a - b)
        .map(([change, list]) => ({ change, effects: [...list].sort((a, b) => a - b) }));
}
