import type { Place } from '../../model/index.ts';
import { problemKinds } from './doubts.ts';
import type { Finding } from '../../rules/finding.ts';
import type { DiffSide } from './model-diff.ts';
import type { Pairing } from './pairing.ts';

/** Names every place that is an element's own by that element, as the other side calls it. */
function placesOf(side: DiffSide, pairing: Pairing | null): ReadonlyMap<string, string> {
    const found = new Map<string, string>();
    const { model } = side;
    const note = (at: Place, key: string): void => {
        found.set(`${at.file} ${at.start} ${at.end}`, key);
    };
    const named = (kind: string, elements: readonly { id: string; origin: { file: string; name: { start: number; end: number } } }[],
        pairs: ReadonlyMap<string, string> | undefined): void => {
        for (const { id, origin } of elements) note({ file: origin.file, ...origin.name }, `${kind} ${pairs?.get(id) ?? id}`);
    };
    named('element', [...model.zones, ...model.conduits, ...model.assets], pairing?.elements);
    named('measure', model.measures, pairing?.measures);
    named('type', model.types, pairing?.types);
    named('protocol', model.protocols, pairing?.protocols);
    named('threat', model.threats, pairing?.threats);
    named('invariant', model.invariants, pairing?.invariants);
    named('view', model.views, pairing?.views);
    if (model.system) note({ file: model.system.origin.file, ...model.system.origin.name }, 'system');
    for (const flow of model.flows) note({ file: flow.origin.file, ...flow.origin.name }, `flow ${(pairing?.flows.get(flow) ?? flow).id}`);
    return found;
}

/** What tells a finding again on the other side: its rule, whom it blames, and the element or the words that it stands at. */
function keysOf(side: DiffSide, pairing: Pairing | null): Map<string, Finding> {
    const places = placesOf(side, pairing);
    const counts = new Map<string, number>();
    const keys = new Map<string, Finding>();
    const named = (subject: string): string => pairing?.elements.get(subject) ?? subject;
    for (const finding of side.findings) {
        const { at } = finding;
        const words = (side.textOf(at.file) ?? '').slice(at.start, at.end).replace(/\s+/g, ' ').trim();
        const where = places.get(`${at.file} ${at.start} ${at.end}`) ?? `text ${words}`;
        const key = JSON.stringify([finding.rule, finding.subject === null ? null : named(finding.subject), where]);
        const count = counts.get(key) ?? 0;
        counts.set(key, count + 1);
        keys.set(`${key}#${count}`, finding);
    }
    return keys;
}

/**
 * The findings that are new, and those that are gone. Renamed elements, moved files and other lines make no finding new;
 * nor does an acceptance, which is told as one.
 */
export function findingChanges(before: DiffSide, after: DiffSide, pairing: Pairing): { readonly added: readonly Finding[]; readonly fixed: readonly Finding[] } {
    const old = keysOf(before, pairing);
    const now = keysOf(after, null);
    const judged = (finding: Finding): boolean => !problemKinds.has(finding.rule);
    return {
        added: [...now].filter(([key, finding]) => judged(finding) && !old.has(key)).map(([, finding]) => finding),
        fixed: [...old].filter(([key, finding]) => judged(finding) && !now.has(key)).map(([, finding]) => finding),
    };
}
