import { policyFor } from '../../../settings/index.ts';
import type { Change, ChangeKind, ModelDiff, Reason } from '../model-diff.ts';
import { countedOf } from './wording.ts';

/** Changes that a reader takes in at once, and what follows from them. */
export interface Line {
    /** The changes that it is about: of one element, or the same one of several. */
    readonly changes: readonly Change[];
    /** The comparison to which the first one belongs; its places are those of that one's sides. */
    readonly diff: ModelDiff;
    /** The models in which they are, where there are several. */
    readonly models: readonly string[];
    /** In front of what is said: `asset Control.Plc1`, or `32 flows of Lines`. */
    readonly who: string;
    readonly what: string;
    readonly effects: readonly Reason[];
}

/**
 * A comparison as it is printed: the changes first, each with what it brings, then what follows from all of them
 * together.
 */
export interface Story {
    readonly lines: readonly Line[];
    /** The gravest first. */
    readonly rest: readonly Reason[];
}

interface Entry {
    readonly diff: ModelDiff;
    readonly change: Change;
    readonly models: string[];
    readonly effects: Reason[];
}

/** From this many elements that came, went or were renamed in one place on, they are counted. */
const many = 4;

const nameOf = ({ system, changes }: ModelDiff): string => system ?? changes[0]?.file ?? 'no system';

/** The changes of all models; one that several models share, such as one of a library, is one. */
function entriesOf(diffs: readonly ModelDiff[]): readonly Entry[] {
    const found = new Map<string, Entry>();
    for (const diff of diffs) {
        const effects = new Map(
            diff.security.causes.map(each => [each.change, each.effects.map(index => diff.security.reasons[index]!)]),
        );
        diff.changes.forEach((change, index) => {
            const { kind, element, id, before, what, file, line } = change;
            const key = JSON.stringify([kind, element, id, before, what, file, line]);
            const entry = found.get(key) ?? { diff, change, models: [], effects: [] };
            found.set(key, entry);
            entry.models.push(nameOf(diff));
            for (const effect of effects.get(index) ?? [])
                if (entry.effects.every(each => each.text !== effect.text)) entry.effects.push(effect);
        });
    }
    return [...found.values()];
}

/** The zone or conduit in which the element of a change is. */
function homeOf({ diff, change }: Entry): string | null {
    const { lookup, model } = change.kind === 'removed' ? diff.before : diff.after;
    if (change.element === 'asset') return lookup.asset(change.id)?.container ?? null;
    if (change.element === 'flow') return model.flows.find(flow => flow.id === change.id)?.container ?? null;
    return null;
}

/** What puts changes together: equal ones, those of one element, and many that came or went in one place. */
function keyOf(entry: Entry, alike: ReadonlyMap<string, number>, crowd: ReadonlyMap<string, number>): string {
    const { change, diff } = entry;
    const same = sameKey(entry);
    if ((alike.get(same) ?? 0) > 1) return same;
    const throng = crowdKey(entry);
    if ((crowd.get(throng) ?? 0) >= many) return throng;
    return JSON.stringify([
        'element',
        nameOf(diff),
        change.element,
        change.kind === 'removed' ? 'removed' : 'there',
        change.id,
    ]);
}

const sameKey = ({ diff, change }: Entry): string =>
    JSON.stringify([
        'same',
        nameOf(diff),
        change.element,
        change.kind,
        change.kind === 'changed' || change.kind === 'moved' ? change.what : change.id,
    ]);
const crowdKey = (entry: Entry): string =>
    JSON.stringify([
        'crowd',
        nameOf(entry.diff),
        entry.change.element,
        entry.change.kind,
        entry.change.kind === 'changed' ? entry.change.id : homeOf(entry),
    ]);

function countsOf(entries: readonly Entry[], key: (entry: Entry) => string): ReadonlyMap<string, number> {
    const counts = new Map<string, number>();
    for (const entry of entries) counts.set(key(entry), (counts.get(key(entry)) ?? 0) + 1);
    return counts;
}

const verbs: Record<ChangeKind, string> = {
    added: 'added',
    removed: 'removed',
    changed: '',
    moved: 'moved',
    renamed: 'renamed',
};

/** A change in words, without whom it is about. */
function saidOf({ kind, what }: Change): string {
    return [verbs[kind], what].filter(part => part !== '').join(kind === 'added' || kind === 'removed' ? ': ' : ' ');
}

function names(list: readonly string[], most: number): string {
    const rest = list.length - most;
    return rest > 0 ? `${list.slice(0, most).join(', ')} and ${rest} more` : list.join(', ');
}

function lineOf(entries: readonly [Entry, ...Entry[]]): Line {
    const [first] = entries;
    const changes = entries.map(({ change }) => change);
    const ids = [...new Set(changes.map(({ id }) => id))];
    const effects: Reason[] = [];
    for (const each of entries.flatMap(entry => entry.effects))
        if (effects.every(known => known.text !== each.text)) effects.push(each);
    const line = { changes, diff: first.diff, models: [...new Set(entries.flatMap(({ models }) => models))], effects };
    const { element, kind } = first.change;
    if (ids.length === 1) {
        return { ...line, who: `${element} ${first.change.id}`, what: [...new Set(changes.map(saidOf))].join('; ') };
    }
    const homes = [...new Set(entries.flatMap(entry => homeOf(entry) ?? []))];
    const who = `${countedOf(ids.length, element)}${homes.length > 0 ? ` of ${names(homes, 3)}` : ''}`;
    const what =
        kind === 'changed' || kind === 'moved'
            ? saidOf(first.change)
            : `${verbs[kind]}: ${names(
                  ids.map(id => id.split('.').at(-1)!),
                  6,
              )}`;
    return { ...line, who, what };
}

/** A model that came or went as a whole is one line. */
function wholeLine(diff: ModelDiff): Line | null {
    const change = diff.changes.find(
        ({ element, kind }) => element === 'system' && (kind === 'added' || kind === 'removed'),
    );
    if (!change) return null;
    const rest = Map.groupBy(
        diff.changes.filter(each => each !== change),
        each => each.element,
    );
    const counts = [...rest].map(([element, list]) => countedOf(list.length, element));
    const what = counts.length > 0 ? `${change.kind}, with ${names(counts, 4)}` : change.kind;
    return {
        changes: [change],
        diff,
        models: [nameOf(diff)],
        who: `system ${change.id}`,
        what,
        effects: diff.security.reasons,
    };
}

/** The changes of some models with what they bring. A reason is shown once, with the first change that brings it. */
export function storyOf(diffs: readonly ModelDiff[]): Story {
    const whole = diffs.flatMap(diff => wholeLine(diff) ?? []);
    const entries = entriesOf(diffs.filter(diff => whole.every(line => line.diff !== diff)));
    const [alike, crowd] = [countsOf(entries, sameKey), countsOf(entries, crowdKey)];
    const groups = Map.groupBy(entries, entry => keyOf(entry, alike, crowd));
    const shown = new Set<string>();
    const lines = [...whole, ...[...groups.values()].map(group => lineOf(group as [Entry, ...Entry[]]))].map(line => {
        const effects = line.effects.filter(({ text }) => !shown.has(text));
        for (const { text } of effects) shown.add(text);
        return { ...line, effects };
    });
    const rest: { readonly reason: Reason; readonly rank: number }[] = [];
    for (const diff of diffs) {
        for (const reason of diff.security.reasons) {
            if (shown.has(reason.text)) continue;
            shown.add(reason.text);
            rest.push({ reason, rank: rankOf(diff, reason) });
        }
    }
    return { lines, rest: rest.sort((a, b) => a.rank - b.rank).map(({ reason }) => reason) };
}

/** How grave a reason is, 0 for the gravest: a loss by what a review of BASE calls it, then what is to know. */
function rankOf({ before }: ModelDiff, { direction, kind, isError }: Reason): number {
    if (direction === 'neutral') return 3;
    if (direction === 'better') return 4;
    const rank = { error: 0, warning: 1, info: 2, off: 2 }[policyFor(before.settings.review, kind).severity];
    return isError ? Math.min(rank, 1) : rank;
}

/** How many reasons of each rank a line brings, the gravest first. */
function weightOf({ diff, effects }: Line): readonly number[] {
    const counts = [0, 0, 0, 0, 0];
    for (const effect of effects) counts[rankOf(diff, effect)]! += 1;
    return counts;
}

/**
 * The lines that are printed in full, the gravest first: one loss is not hidden by many small ones, or by where it
 * stands in the text. Those that are alike are in the order of the text.
 */
export function foremost(lines: readonly Line[], most: number): readonly Line[] {
    const weights = new Map(lines.map(line => [line, weightOf(line)]));
    const heavier = (a: Line, b: Line): number => {
        const [first, second] = [weights.get(a)!, weights.get(b)!];
        const apart = first.findIndex((count, rank) => count !== second[rank]);
        return apart < 0 ? 0 : second[apart]! - first[apart]!;
    };
    return [...lines].sort(heavier).slice(0, most);
}

/** The reasons that are printed, the gravest where more are there than fit. */
export function gravest(diff: ModelDiff, reasons: readonly Reason[], most: number): readonly Reason[] {
    if (reasons.length <= most) return reasons;
    return [...reasons].sort((a, b) => rankOf(diff, a) - rankOf(diff, b)).slice(0, most);
}

/** What lines bring that is not printed with them, the gravest first. */
export function unsaid(lines: readonly Line[], said: ReadonlySet<Reason>): readonly Reason[] {
    const left = lines.flatMap(({ diff, effects }) =>
        effects.flatMap(effect => (said.has(effect) ? [] : [{ effect, rank: rankOf(diff, effect) }])),
    );
    return left.sort((a, b) => a.rank - b.rank).map(({ effect }) => effect);
}
