import type { Place } from '../../model/index.ts';
import { problemKinds } from './doubts.ts';
import type { Finding } from '../../rules/engine/finding.ts';
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
    named('ruleset', model.rulesets, pairing?.rulesets);
    named('observation', model.observations, pairing?.observations);
    if (model.system) note({ file: model.system.origin.file, ...model.system.origin.name }, 'system');
    for (const { id, clauses } of model.invariants) {
        const zone = (mention: { readonly id: string } | null): string => (mention ? pairing?.elements.get(mention.id) ?? mention.id : '');
        for (const { origin, verb, from, to, through } of clauses) {
            note({ file: origin.file, ...origin.name }, `promise ${pairing?.invariants.get(id) ?? id} ${verb} ${zone(from)} ${zone(to)} ${zone(through)}`);
        }
    }
    for (const flow of model.flows) note({ file: flow.origin.file, ...flow.origin.name }, `flow ${(pairing?.flows.get(flow) ?? flow).id}`);
    return found;
}

/** What tells a finding again on the other side: its rule, whom it blames, and the element or the words that it stands at. */
function keysOf(side: DiffSide, pairing: Pairing | null): Map<string, Finding> {
    const places = placesOf(side, pairing);
    const counts = new Map<string, number>();
    const keys = new Map<string, Finding>();
    const named = (subject: string): string => pairing?.elements.get(subject) ?? subject;
    const placeOf = (at: Place): string => places.get(`${at.file} ${at.start} ${at.end}`)
        ?? `text ${(side.textOf(at.file) ?? '').slice(at.start, at.end).replace(/\s+/g, ' ').trim()}`;
    for (const finding of side.findings) {
        // Which of several paths refutes a promise is chance: the promise is what tells the finding again.
        const promise = finding.rule === 'invariant-broken' ? finding.related[0] : undefined;
        const subject = promise || finding.subject === null ? null : named(finding.subject);
        const key = JSON.stringify([finding.rule, subject, placeOf(promise?.at ?? finding.at)]);
        const count = counts.get(key) ?? 0;
        counts.set(key, count + 1);
        keys.set(`${key}#${count}`, finding);
    }
    return keys;
}

/**
 * The findings that are new, and those that are gone. Renamed elements, moved files and other lines make no finding new;
 * nor does an acceptance, which is told as one.
 * @param unchanged nothing changed in meaning: then only the order can have chosen another element to blame
 */
export function findingChanges(before: DiffSide, after: DiffSide, pairing: Pairing, unchanged: boolean): FindingChanges {
    const old = keysOf(before, pairing);
    const now = keysOf(after, null);
    const judged = (finding: Finding): boolean => !problemKinds.has(finding.rule);
    const added = [...now].filter(([key, finding]) => judged(finding) && !old.has(key)).map(([, finding]) => finding);
    const fixed = [...old].filter(([key, finding]) => judged(finding) && !now.has(key)).map(([, finding]) => finding);
    const twins = withoutTwins(added, fixed, finding => `${finding.rule} ${finding.message}`);
    return unchanged ? withoutTwins(twins.added, twins.fixed, finding => finding.rule) : twins;
}

interface FindingChanges {
    readonly added: readonly Finding[];
    readonly fixed: readonly Finding[];
}

/** Leaves out what is said on both sides in the same words, only at another place: which of several elements is blamed can be chance. */
function withoutTwins(added: readonly Finding[], fixed: readonly Finding[], wordsOf: (finding: Finding) => string): FindingChanges {
    const counts = (list: readonly Finding[]): Map<string, number> => {
        const found = new Map<string, number>();
        for (const finding of list) found.set(wordsOf(finding), (found.get(wordsOf(finding)) ?? 0) + 1);
        return found;
    };
    const keep = (list: readonly Finding[], others: Map<string, number>): Finding[] => list.filter(finding => {
        const left = others.get(wordsOf(finding)) ?? 0;
        others.set(wordsOf(finding), left - 1);
        return left <= 0;
    });
    return { added: keep(added, counts(fixed)), fixed: keep(fixed, counts(added)) };
}
