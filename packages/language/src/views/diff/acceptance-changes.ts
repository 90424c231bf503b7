import type { Exception, Origin } from '../../model/index.ts';
import { exceptionText, ownNames } from '../../model/index.ts';
import { acceptsOf, around } from '../../rules/engine/acceptance.ts';
import { renamed, takesIn } from './exceptions.ts';
import { askedBefore } from './judge/coverage.ts';
import { standings } from './kinds.ts';
import type { AcceptanceChange, DiffSide } from './model-diff.ts';
import { namesFrom, type Pairing } from './pairing.ts';

/** What is accepted, and in whose block: an `accept` of a finding, or an exception to an invariant. */
interface Acceptance {
    readonly key: string;
    readonly rule: string;
    readonly holder: string | null;
    readonly exception: string | null;
    readonly because: string | null;
    readonly until: string | null;
    readonly about: readonly string[];
    /** Of an exception: what it takes in, under the names of HEAD. */
    readonly scope: Exception | null;
}

/** What holds the statements of a model, by its place, as a change names it and the other side calls it. */
function holdersOf({ model }: DiffSide, pairing: Pairing | null): ReadonlyMap<Origin, string> {
    return new Map(
        [...standings(model, pairing)].map(({ element, id, origin, other }) => [origin, `${element} ${other ?? id}`]),
    );
}

/** A system has its acceptances under any name. */
const keyOf = (holder: string): string => (holder.startsWith('system ') ? 'system' : holder);

function aboutOf(holders: ReadonlyMap<Origin, string>, origin: Origin): readonly string[] {
    const holder = holders.get(origin);
    return holder === undefined ? [] : [holder];
}

/** @param pairing for the side before, whose names are turned into those of the other one */
function acceptancesOf(side: DiffSide, pairing: Pairing | null): readonly Acceptance[] {
    const accepts = acceptsOf(side.model);
    if (accepts.length === 0 && side.model.invariants.every(({ exceptions }) => exceptions.length === 0)) return [];
    const holders = holdersOf(side, pairing);
    const names = pairing ? namesFrom(pairing) : ownNames;
    const all: Acceptance[] = accepts.map(({ accept, holder, origin }) => ({
        key: JSON.stringify([keyOf(holders.get(origin) ?? ''), accept.rule]),
        rule: accept.rule,
        holder,
        exception: null,
        about: aboutOf(holders, origin),
        because: accept.because,
        until: accept.until?.date ?? null,
        scope: null,
    }));
    for (const { id, origin, exceptions } of side.model.invariants) {
        for (const each of exceptions) {
            const text = exceptionText(each, names);
            all.push({
                key: JSON.stringify([holders.get(origin) ?? '', 'except', text]),
                rule: 'invariant-broken',
                holder: id,
                exception: exceptionText(each, ownNames),
                about: aboutOf(holders, origin),
                because: each.because,
                until: each.until?.date ?? null,
                scope: renamed(each, names),
            });
        }
    }
    return all;
}

const lasting = ({ until }: Acceptance): string => until ?? '9999';

/**
 * Which acceptances are the same on both sides: by their last day, and the others of one holder and rule in order, the
 * longest first, since that is until when something is accepted.
 */
function partnersOf(old: readonly Acceptance[], now: readonly Acceptance[]): ReadonlyMap<Acceptance, Acceptance> {
    const found = new Map<Acceptance, Acceptance>();
    const others = Map.groupBy(now, ({ key }) => key);
    const order = (each: Acceptance): string => JSON.stringify([lasting(each), each.because]);
    const sorted = (list: readonly Acceptance[]): Acceptance[] =>
        [...list].sort((a, b) => (order(a) > order(b) ? -1 : order(a) < order(b) ? 1 : 0));
    for (const [key, list] of Map.groupBy(old, ({ key }) => key)) {
        const left = sorted(others.get(key) ?? []);
        const open = sorted(list).filter(was => {
            const place = left.findIndex(is => is.until === was.until);
            if (place >= 0) found.set(left.splice(place, 1)[0]!, was);
            return place < 0;
        });
        left.forEach((is, index) => {
            if (open[index]) found.set(is, open[index]);
        });
    }
    return found;
}

/** True where an acceptance takes in another one of its rule: it stands around it, and lasts as long. */
function standsAround(wide: Acceptance, narrow: Acceptance, { lookup, model }: DiffSide): boolean {
    const [outer, inner] = [wide.about[0] ?? '', narrow.about[0] ?? ''];
    if (wide.scope !== null || wide.rule !== narrow.rule || outer === inner) return false;
    if ((wide.until ?? '9999') < (narrow.until ?? '9999')) return false;
    const flow = inner.startsWith('flow ') ? model.flows.find(({ id }) => `flow ${id}` === inner) : undefined;
    const id = flow ? (flow.container ?? '') : inner.slice(inner.indexOf(' ') + 1);
    return (
        outer.startsWith('system ') ||
        around(lookup, id).some(each => outer === `${lookup.element(each)?.kind} ${each}`)
    );
}

/** True where what is accepted is accepted by another one: of the same holder, invariant or rule. */
function isLeftOutBy(each: Acceptance, others: readonly Acceptance[], side: DiffSide): boolean {
    if (others.some(other => other.key === each.key && lasting(other) >= lasting(each))) return true;
    if (each.scope === null) return others.some(other => standsAround(other, each, side));
    const [about] = each.about;
    return others.some(
        other => other.scope !== null && other.about[0] === about && takesIn(other.scope, each.scope!, side),
    );
}

function acceptanceKind(before: string | null, after: string | null, today: string): AcceptanceChange['kind'] {
    const over = (day: string | null): boolean => day !== null && day < today;
    if (!over(before) && over(after)) return 'expired';
    if (over(before) && !over(after)) return 'renewed';
    return (after ?? '9999') > (before ?? '9999') ? 'extended' : 'shortened';
}

/**
 * What has become of `accept` statements and of the exceptions to invariants: added, removed, or with another last day.
 * What gave way to a wider one is still accepted, and what was cut out of a wider one is not new.
 */
export function acceptanceChanges(before: DiffSide, after: DiffSide, pairing: Pairing): readonly AcceptanceChange[] {
    const old = acceptancesOf(before, pairing);
    const now = acceptancesOf(after, null);
    const found: AcceptanceChange[] = [];
    const asked = askedBefore(before, after, pairing);
    const names = namesFrom(pairing);
    /** Who asks something for the first time and leaves a session out leaves nothing out that was asked before. */
    const isOfNewQuestion = ({ scope, holder }: Acceptance): boolean =>
        scope !== null &&
        asked(holder!).every(({ exceptions }) =>
            exceptions.some(other => takesIn(renamed(other, names), scope, after)),
        );
    const partners = partnersOf(old, now);
    for (const each of now) {
        const { rule, holder, exception, because, until, about } = each;
        const was = partners.get(each);
        const said = { rule, holder, exception, because, before: was?.until ?? null, after: until, about };
        if (!was) {
            if (isLeftOutBy(each, old, after)) continue;
            found.push({ kind: 'added', ...said, ...(isOfNewQuestion(each) ? { ofNewQuestion: true } : {}) });
        } else if (said.before !== said.after)
            found.push({ kind: acceptanceKind(said.before, said.after, after.today), ...said });
    }
    const kept = new Set(partners.values());
    for (const each of old) {
        const { rule, holder, exception, because, until, about } = each;
        if (!kept.has(each) && !isLeftOutBy(each, now, after))
            found.push({ kind: 'removed', rule, holder, exception, because, before: until, after: null, about });
    }
    return found;
}
