import type { Flow, Lookup } from '../../../model/index.ts';
import type { Cause, Change, DiffSide, Reason, ReasonKind } from '../model-diff.ts';
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
/** True where an asset has a session with another one that paths count. */
const isHop = ({ assessment: { reach } }: DiffSide, from: string, to: string): boolean =>
    reach.shortestPath(from, to)?.hops.length === 1;

/** A flow that was changed while the hop that it makes is on both sides: it opens and closes nothing. */
function isBystander({ element, id, before: old }: Change, { before, after }: Compared): boolean {
    if (element !== 'flow' || old === null) return false;
    const [was, is] = [
        before.model.flows.find(flow => flow.id === old),
        after.model.flows.find(flow => flow.id === id),
    ];
    if (!was || !is) return false;
    const ends = ({ from, to }: Flow): readonly (readonly [string, string])[] => [
        [from.id, to.id],
        [to.id, from.id],
    ];
    const [olds, nows] = [ends(was), ends(is)];
    return olds.every(([from, to], index) => {
        const [nowFrom, nowTo] = nows[index]!;
        return isHop(before, from, to) === isHop(after, nowFrom, nowTo);
    });
}

/** Words by which an element is called and described. */
const descriptions: ReadonlySet<string> = new Set(['title', 'description', 'location', 'purpose', 'source']);

/** A change that says nothing new of the plant: another name or description, beside which another one is the cause. */
function isNameOnly({ kind, statement, what }: Change): boolean {
    if (kind === 'renamed') return true;
    if (kind !== 'changed') return false;
    return statement ? descriptions.has(statement.word) : what.startsWith('documentation comment');
}

/** The words of the statements by which something comes about, where it can come about by few. */
const bringing: Readonly<Partial<Record<ReasonKind, readonly string[]>>> = {
    'one-way-lowered': ['one-way'],
    'one-way-raised': ['one-way'],
    'enforcement-lowered': ['via', 'type', 'base'],
    'enforcement-raised': ['via', 'type', 'base'],
    'monitoring-lost': ['monitored'],
    'monitoring-gained': ['monitored'],
    'access-widened': ['access', 'protocol', 'port'],
    'access-narrowed': ['access', 'protocol', 'port'],
    'permission-longer': ['until'],
    'permission-shorter': ['until'],
    'approval-lost': ['approved'],
    'approval-given': ['approved'],
    'sl-t-lowered': ['SL-T'],
    'sl-t-raised': ['SL-T'],
    'tolerance-raised': ['tolerable-risk'],
    'tolerance-lowered': ['tolerable-risk'],
    'matrix-changed': ['matrix'],
    'acceptance-added': ['accept', 'except'],
    'acceptance-removed': ['accept', 'except'],
};

/** The changes that can bring a reason of a kind, of those that are about what it speaks of. */
function ableOf(kind: ReasonKind, found: readonly number[], changes: readonly Change[]): readonly number[] {
    const words = bringing[kind];
    const isOther = (index: number): boolean => {
        const { kind: change, statement } = changes[index]!;
        return change === 'changed' && !(words?.includes(statement?.word ?? '') ?? true);
    };
    const able = found.filter(index => !isOther(index));
    return able.length > 0 ? able : found;
}

/**
 * What an invariant covers follows from its own words, or from where things are: other changes of what it speaks of are
 * none.
 */
const aboutCoverage: ReadonlySet<ReasonKind> = new Set<ReasonKind>(['invariant-coverage-lost', 'invariant-removed']);
const bringsCoverage = ({ element, kind, statement }: Change): boolean =>
    element === 'invariant' ||
    element === 'island' ||
    kind === 'moved' ||
    kind === 'removed' ||
    kind === 'added' ||
    ['serves', 'planned', 'retired'].includes(statement?.word ?? '');

const carrying: ReadonlySet<Change['element']> = new Set<Change['element']>(['flow', 'conduit', 'type', 'protocol']);

/**
 * Which change brings what: the reasons, by their index, for each change that has any. A reason that speaks of what was
 * changed belongs to that change; a finding that points at what was changed to that one, before one that only touches
 * what it blames; and where there is but one change, it brings all.
 */
export function causesOf(changes: readonly Change[], reasons: readonly Reason[], compared: Compared): readonly Cause[] {
    const { before, after } = compared;
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
    reasons.forEach(({ about, besides = [], kind }, reason) => {
        const places = [
            [exact, about],
            [exact, besides],
            [near, about],
        ] as const;
        const found =
            places.map(([map, keys]) => keys.flatMap(key => map.get(key) ?? [])).find(list => list.length > 0) ??
            (changes.length === 1 ? [0] : []);
        const meaning = ableOf(
            kind,
            found.filter(index => !isNameOnly(changes[index]!)),
            changes,
        );
        const isCarrier = aboutPaths.has(kind)
            ? ({ element }: Change): boolean => carrying.has(element)
            : aboutCoverage.has(kind)
              ? bringsCoverage
              : null;
        const carriers = isCarrier ? meaning.filter(index => isCarrier(changes[index]!)) : [];
        const openers =
            carriers.length > 1 && aboutPaths.has(kind)
                ? carriers.filter(index => !isBystander(changes[index]!, compared))
                : carriers;
        for (const index of [openers, carriers, meaning, found].find(list => list.length > 0) ?? []) {
            const known = effects.get(index) ?? new Set();
            effects.set(index, known);
            known.add(reason);
        }
    });
    return [...effects]
        .sort(([a], [b]) => a - b)
        .map(([change, list]) => ({ change, effects: [...list].sort((a, b) => a - b) }));
}
