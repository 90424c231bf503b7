import type { Clause, Exception, Invariant, Lookup } from '../../../model/index.ts';
import { clauseText, exceptionText, ownNames, withAnd } from '../../../model/index.ts';
import type { DiffSide } from '../model-diff.ts';
import { renamed, takesIn } from '../exceptions.ts';
import { namesFrom, type Pairing } from '../pairing.ts';
import { hasLeft } from './presence.ts';
import { aboutElement, some, type Compared, type Reasons } from './reason.ts';

/**
 * What a clause speaks of: the assets that its ends stand for, under the names of HEAD, as far as they are still there.
 */
interface Scope {
    readonly invariant: string;
    readonly clause: Clause;
    readonly text: string;
    readonly from: ReadonlySet<string>;
    readonly to: ReadonlySet<string>;
    /** Of a `require`: where a path has to pass; `null` for a `deny`, which lets nothing pass. */
    readonly through: ReadonlySet<string> | null;
}

function scopesOf(
    { model, assessment: { reach } }: DiffSide,
    namesOf: (id: string) => readonly string[],
    isIn: (end: string, member: string) => boolean = () => true,
): readonly Scope[] {
    const known = new Map<string, ReadonlySet<string>>();
    const named = (ids: readonly string[]): ReadonlySet<string> => new Set(ids.flatMap(namesOf));
    const meant = (id: string): ReadonlySet<string> => {
        const found = known.get(id) ?? named(reach.membersOf(id).filter(member => isIn(id, member)));
        known.set(id, found);
        return found;
    };
    return model.invariants.flatMap(({ id, clauses }) =>
        clauses.map(clause => ({
            invariant: id,
            clause,
            text: clauseText(clause, ownNames),
            from: meant(clause.from.id),
            to: meant(clause.to.id),
            through: clause.through ? named(reach.locatedIn(clause.through.id)) : null,
        })),
    );
}

/** True for two ids of one element, one of them of each side. */
type Same = (first: string, second: string) => boolean;

/**
 * True where whatever one clause forbids, another one of these words forbids as well, for the pairs of which both
 * speak.
 * @param onBoth what is on both sides: an asset more in the zone to pass is no other zone
 */
function asStrict(now: Scope, old: Scope, onBoth: ReadonlySet<string>, isSame: Same): boolean {
    if (now.clause.verb === 'deny') return writes(now) === null || writes(now) === writes(old);
    return (
        old.clause.verb === 'require' &&
        now.through !== null &&
        old.through !== null &&
        // What was moved into the zone to pass makes no other zone of it.
        (isSame(now.clause.through?.id ?? '', old.clause.through?.id ?? '') ||
            [...now.through].every(each => old.through!.has(each) || !onBoth.has(each)))
    );
}

/** What narrows a `deny` to some paths; `null` where it means all of them. */
function writes({ clause }: Scope): unknown {
    return (clause as { readonly access?: unknown }).access ?? null;
}

/** The pairs of assets of a clause for which no clause of the other side asks any more, by the assets at their ends. */
function uncovered(
    old: Scope,
    others: readonly Scope[],
    onBoth: ReadonlySet<string>,
    isSame: Same,
): { readonly from: readonly string[]; readonly to: readonly string[] } {
    const strict = others.filter(each => asStrict(each, old, onBoth, isSame));
    const signatures = new Map<string, { readonly covering: readonly Scope[]; readonly ends: string[] }>();
    for (const end of old.from) {
        const covering = strict.filter(each => each.from.has(end));
        const key = covering.map(each => strict.indexOf(each)).join(' ');
        const group = signatures.get(key) ?? { covering, ends: [] };
        signatures.set(key, group);
        group.ends.push(end);
    }
    const from = new Set<string>();
    const to = new Set<string>();
    for (const { covering, ends } of signatures.values()) {
        const lost = [...old.to].filter(end => !covering.some(each => each.to.has(end)));
        if (lost.length === 0 || (lost.length === 1 && ends.length === 1 && lost[0] === ends[0])) continue;
        for (const end of lost) to.add(end);
        for (const end of ends) from.add(end);
    }
    return { from: [...from], to: [...to] };
}

function sayLost(
    old: Scope,
    lost: ReturnType<typeof uncovered>,
    { after, asked, pairing }: Compared,
    reasons: Reasons,
): void {
    const invariant = pairing.invariants.get(old.invariant);
    const wholly = lost.from.length === old.from.size && lost.to.length === old.to.size;
    const name = invariant ?? old.invariant;
    if (
        wholly &&
        (invariant === undefined ||
            !scopesOf(after, id => [id]).some(each => each.invariant === invariant && overlap(each, old)))
    ) {
        return reasons.worse('invariant-removed', `no longer asked for: ${old.text} (${name})`, [`invariant ${name}`]);
    }
    const ends = lost.to.length < old.to.size || lost.from.length === old.from.size ? lost.to : lost.from;
    reasons.worse('invariant-coverage-lost', `${name} no longer covers ${some(ends)} (it was: ${old.text})`, [
        `invariant ${name}`,
        ...ends.map(end => aboutElement(asked, end)),
    ]);
}

const overlap = (first: Scope, second: Scope): boolean =>
    [...second.from].some(end => first.from.has(end)) || [...second.to].some(end => first.to.has(end));

/**
 * Answers for an invariant of HEAD which ones of BASE asked something of the same pairs of assets, as far as no other
 * invariant of HEAD has their place.
 */
export function askedBefore(before: DiffSide, after: DiffSide, pairing: Pairing): (id: string) => readonly Invariant[] {
    const namesOf = (id: string): readonly string[] => [pairing.elements.get(id) ?? id];
    const byInvariant = (scopes: readonly Scope[]): ReadonlyMap<string, readonly Scope[]> =>
        Map.groupBy(scopes, ({ invariant }) => invariant);
    const [old, now] = [byInvariant(scopesOf(before, namesOf)), byInvariant(scopesOf(after, id => [id]))];
    const meet = (first: ReadonlySet<string>, second: ReadonlySet<string>): boolean =>
        [...first].some(each => second.has(each));
    const isOfSamePairs = (first: Scope, second: Scope): boolean =>
        meet(first.from, second.from) && meet(first.to, second.to);
    return id =>
        before.model.invariants.filter(each => {
            const partner = pairing.invariants.get(each.id);
            if (partner !== undefined) return partner === id;
            return (old.get(each.id) ?? []).some(was => (now.get(id) ?? []).some(is => isOfSamePairs(was, is)));
        });
}

/**
 * Answers which exceptions of an invariant of HEAD another invariant of BASE did not have, in words. New exceptions are
 * reported as what they are.
 */
function exceptionsThere({ before, after, pairing }: Compared): (now: string, old: string) => readonly string[] {
    const names = namesFrom(pairing);
    const known = new Map(
        before.model.invariants.map(({ id, exceptions }) => [id, exceptions.map(each => renamed(each, names))]),
    );
    const partners = new Map([...pairing.invariants].map(([was, is]) => [is, was]));
    const lists = new Map(after.model.invariants.map(({ id, exceptions }) => [id, exceptions]));
    const isIn = (each: Exception, invariant: string | undefined): boolean =>
        (known.get(invariant ?? '') ?? []).some(other => takesIn(other, each, after));
    return (now, old) =>
        (lists.get(now) ?? [])
            .filter(each => isIn(each, partners.get(now)) && !isIn(each, old))
            .map(each => exceptionText(each, ownNames));
}

/**
 * What the invariants of BASE asked for and those of HEAD do not: compared by the assets that they speak of, through
 * the pairing, so that an asset that has left a guarded zone is seen. Clauses that say the same in other words, or
 * more, lose nothing.
 */
export function judgeCoverage(compared: Compared, reasons: Reasons): void {
    const { before, after, pairing, same } = compared;
    if (same.invariants || !before.model.system || !after.model.system) return;
    const old = scopesOf(
        before,
        id => {
            const now = pairing.elements.get(id);
            // What has retired is not there any more, and a zone stands for itself as long as nothing is in it.
            if (now === undefined || !after.lookup.element(now)) return [];
            return after.lookup.zone(now) ? after.assessment.reach.membersOf(now) : [now];
        },
        (end, member) => !hasLeft(compared, end, member),
    );
    const now = scopesOf(after, id => [id]);
    const kept = new Set(pairing.elements.values());
    const isSame: Same = (first, second) =>
        first === second || pairing.elements.get(first) === second || pairing.elements.get(second) === first;
    const leftOut = exceptionsThere(compared);
    for (const scope of old) {
        // What it spoke of is gone from the plant: then nothing is left unguarded.
        if (scope.from.size === 0 || scope.to.size === 0) {
            if (
                standing(scope.clause, before.lookup, pairing.elements) &&
                !now.some(each => each.text === scope.text)
            ) {
                reasons.worse('invariant-removed', `no longer asked for: ${scope.text} (${scope.invariant})`, [
                    `invariant ${scope.invariant}`,
                ]);
            }
            continue;
        }
        const lost = uncovered(scope, now, kept, isSame);
        if (lost.to.length > 0) {
            sayLost(scope, lost, compared, reasons);
            continue;
        }
        // Another invariant may ask the same and leave out sessions that this one did not.
        const whole = now.filter(each => leftOut(each.invariant, scope.invariant).length === 0);
        if (whole.length === now.length || uncovered(scope, whole, kept, isSame).to.length === 0) continue;
        const others = now.filter(each => !whole.includes(each) && overlap(each, scope));
        const invariant = pairing.invariants.get(scope.invariant) ?? scope.invariant;
        const names = [...new Set(others.map(each => each.invariant))];
        const exceptions = names.flatMap(each => leftOut(each, scope.invariant));
        reasons.worse(
            'invariant-coverage-lost',
            `${scope.text} (${invariant}) is asked for by ${withAnd(names)} alone, which ` +
                `${names.length === 1 ? 'leaves' : 'leave'} out ${some(exceptions)}`,
            [`invariant ${invariant}`, ...names.map(each => `invariant ${each}`)],
        );
    }
    const verdicts = new Map(
        after.assessment.invariants.flatMap(({ clauses }) =>
            clauses.map(({ clause, holds }) => [clause, holds] as const),
        ),
    );
    for (const scope of now) {
        const more = uncovered(scope, old, kept, isSame);
        // New assets in a zone that was guarded before are guarded by the same words.
        if (!more.to.some(end => kept.has(end)) && !more.from.some(end => kept.has(end))) continue;
        if (
            old.some(
                each =>
                    pairing.invariants.get(each.invariant) === scope.invariant &&
                    sameWords(each.clause, scope.clause, pairing.elements),
            )
        )
            continue;
        const broken = verdicts.get(scope.clause) === false;
        reasons.neutral(
            'invariant-added',
            `asked for now: ${scope.text} (${scope.invariant})${broken ? ', and it does not hold' : ', and it holds'}`,
            [`invariant ${scope.invariant}`],
        );
    }
}

function sameWords(old: Clause, now: Clause, elements: ReadonlyMap<string, string>): boolean {
    const name = (id: string): string => elements.get(id) ?? id;
    return (
        old.verb === now.verb &&
        name(old.from.id) === now.from.id &&
        name(old.to.id) === now.to.id &&
        name(old.through?.id ?? '') === (now.through?.id ?? '')
    );
}

/** True where both ends of a clause are still in the plant. */
function standing(clause: Clause, lookup: Lookup, elements: ReadonlyMap<string, string>): boolean {
    return [clause.from, clause.to].every(end => elements.has(end.id) || !lookup.element(end.id));
}
