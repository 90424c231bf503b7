import { judgeInvariants, type State, type SubjectAssessment } from '../../assessment/index.ts';
import { frCount } from '../../model/index.ts';
import type {
    AcceptanceChange, DiffSide, InvariantChange, LevelChange, RequirementChange, ThreatChange,
} from './model-diff.ts';
import type { Pairing } from './pairing.ts';
import { acceptsOf, type PlacedAccept } from '../../rules/acceptance.ts';

/** A zone or conduit on both sides. */
function* subjects(before: DiffSide, after: DiffSide, pairing: Pairing): Iterable<readonly [SubjectAssessment, SubjectAssessment]> {
    const partners = new Map([...pairing.elements].map(([old, now]) => [now, old]));
    for (const now of after.assessment.subjects) {
        const old = before.assessment.of(partners.get(now.id) ?? '');
        if (old) yield [old, now];
    }
}

/** Where SL-T, SL-A or SL-C of a zone or conduit that is on both sides has changed, for each FR. */
export function levelChanges(before: DiffSide, after: DiffSide, pairing: Pairing): readonly LevelChange[] {
    const found: LevelChange[] = [];
    for (const [old, now] of subjects(before, after, pairing)) {
        for (const [what, was, is] of [['SL-T', old.slT, now.slT], ['SL-A', old.slA, now.slA], ['SL-C', old.slC, now.slC]] as const) {
            for (let fr = 0; fr < frCount; fr++) {
                const [first, second] = [was[fr] ?? null, is[fr] ?? null];
                if (first !== second) found.push({ subject: now.id, fr, what, before: first, after: second });
            }
        }
    }
    return found;
}

/** Where the state of a requirement has changed. */
export function requirementChanges(before: DiffSide, after: DiffSide, pairing: Pairing): readonly RequirementChange[] {
    const found: RequirementChange[] = [];
    for (const [old, now] of subjects(before, after, pairing)) {
        const was = old.requirements;
        now.requirements.forEach((is, index) => {
            const first = was[index];
            if (!first || first.state === is.state) return;
            found.push({ subject: now.id, id: is.id, before: first.state, after: is.state, required: first.required || is.required });
        });
    }
    return found;
}

const achieved: ReadonlySet<State> = new Set<State>(['met', 'compensated', 'excluded']);

/** 1 when a requirement has come to count as achieved, -1 when it no longer does, else 0. */
export function achievement(change: RequirementChange): -1 | 0 | 1 {
    const [before, after] = [achieved.has(change.before), achieved.has(change.after)];
    return before === after ? 0 : after ? 1 : -1;
}

/** Which promises that are made on both sides no longer hold, and which hold again. */
export function invariantChanges(
    before: DiffSide, after: DiffSide, pairing: Pairing,
): { readonly broken: readonly InvariantChange[]; readonly healed: readonly InvariantChange[] } {
    const path = (verdict: ReturnType<typeof judgeInvariants>[number]): InvariantChange => {
        const counterexample = verdict.clauses.find(clause => clause.counterexample)?.counterexample;
        return {
            id: verdict.invariant.id,
            counterexample: counterexample ? [counterexample.from, ...counterexample.hops.map(hop => hop.to)] : [],
        };
    };
    const old = judgeInvariants(before.lookup, before.today);
    const now = judgeInvariants(after.lookup, after.today);
    const partners = new Map(now.map(verdict => [verdict.invariant.id, verdict]));
    const pairs = old.flatMap(was => {
        const is = partners.get(pairing.invariants.get(was.invariant.id) ?? '');
        return is ? [{ was, is }] : [];
    });
    return {
        broken: pairs.filter(({ was, is }) => was.holds && !is.holds).map(({ is }) => path(is)),
        healed: pairs.filter(({ was, is }) => !was.holds && is.holds).map(({ was }) => path(was)),
    };
}

function keysOf(accepts: readonly PlacedAccept[], name: (holder: string) => string): Map<string, PlacedAccept> {
    const found = new Map<string, PlacedAccept>();
    const counts = new Map<string, number>();
    for (const placed of accepts) {
        const key = JSON.stringify([placed.holder === null ? null : name(placed.holder), placed.accept.rule]);
        const count = counts.get(key) ?? 0;
        counts.set(key, count + 1);
        found.set(`${key}#${count}`, placed);
    }
    return found;
}

function acceptanceKind(before: string | null, after: string | null, today: string): AcceptanceChange['kind'] {
    const over = (day: string | null): boolean => day !== null && day < today;
    if (!over(before) && over(after)) return 'expired';
    if (over(before) && !over(after)) return 'renewed';
    return (after ?? '9999') > (before ?? '9999') ? 'extended' : 'shortened';
}

/** What has become of `accept` statements: added, removed, or with another last day. */
export function acceptanceChanges(before: DiffSide, after: DiffSide, pairing: Pairing): readonly AcceptanceChange[] {
    const old = keysOf(acceptsOf(before.model), id => pairing.elements.get(id) ?? id);
    const now = keysOf(acceptsOf(after.model), id => id);
    const found: AcceptanceChange[] = [];
    const day = (placed: PlacedAccept | undefined): string | null => placed?.accept.until?.date ?? null;
    for (const [key, placed] of now) {
        const was = old.get(key);
        const said = { rule: placed.accept.rule, holder: placed.holder, because: placed.accept.because, before: day(was), after: day(placed) };
        if (!was) found.push({ kind: 'added', ...said });
        else if (said.before !== said.after) found.push({ kind: acceptanceKind(said.before, said.after, after.today), ...said });
    }
    for (const [key, placed] of old) {
        if (now.has(key)) continue;
        found.push({
            kind: 'removed', rule: placed.accept.rule, holder: placed.holder, because: placed.accept.because, before: day(placed), after: null,
        });
    }
    return found;
}

/** Threats whose residual risk has crossed the one that is tolerated. */
export function threatChanges(before: DiffSide, after: DiffSide, pairing: Pairing): readonly ThreatChange[] {
    const old = new Map(before.risk.threats.map(risk => [pairing.threats.get(risk.threat.id) ?? null, risk]));
    return after.risk.threats.flatMap((now): ThreatChange[] => {
        const was = old.get(now.threat.id);
        const above = (risk: typeof now | undefined): boolean | null =>
            !risk || risk.residual === null || risk.tolerable === null ? null : risk.residual.risk > risk.tolerable;
        const [first, second] = [above(was), above(now)];
        if (first === null || second === null || first === second) return [];
        return [{
            id: now.threat.id, before: was!.residual!.risk, after: now.residual!.risk, tolerable: now.tolerable!,
            crossed: second ? 'above' : 'below',
        }];
    });
}
