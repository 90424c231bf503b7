import {
    type InvariantVerdict,
    isTolerable,
    riskLabel,
    type State,
    type SubjectAssessment,
} from '../../assessment/index.ts';
import { frCount } from '../../model/index.ts';
import type { DiffSide, InvariantChange, LevelChange, RequirementChange, ThreatChange } from './model-diff.ts';
import type { Pairing } from './pairing.ts';
import { cutOutZones } from './cut-out.ts';
import { unprovedBy } from '../../rules/index.ts';

/** A zone or conduit on both sides, and what was cut out of a zone, with that zone. */
function* subjects(
    before: DiffSide,
    after: DiffSide,
    pairing: Pairing,
): Iterable<readonly [old: SubjectAssessment, now: SubjectAssessment, isCutOut: boolean]> {
    const partners = new Map([...pairing.elements].map(([old, now]) => [now, old]));
    const homes = cutOutZones(before.lookup, after.lookup, pairing);
    for (const now of after.assessment.subjects) {
        const old = before.assessment.of(partners.get(now.id) ?? homes.get(now.id) ?? '');
        if (old) yield [old, now, homes.has(now.id)];
    }
}

/** Where SL-T, SL-A or SL-C of a zone or conduit that is on both sides has changed, for each FR. */
export function levelChanges(before: DiffSide, after: DiffSide, pairing: Pairing): readonly LevelChange[] {
    const found: LevelChange[] = [];
    for (const [old, now, isCutOut] of subjects(before, after, pairing)) {
        for (const [what, was, is] of [
            ['SL-T', old.slT, now.slT],
            ['SL-A', old.slA, now.slA],
            ['SL-C', old.slC, now.slC],
        ] as const) {
            // What a part of the assets is capable of says nothing of a step.
            for (let fr = what === 'SL-C' && isCutOut ? frCount : 0; fr < frCount; fr++) {
                const [first, second] = [was[fr] ?? null, is[fr] ?? null];
                if (first !== second) found.push({ subject: now.id, fr, what, before: first, after: second });
            }
        }
    }
    return found;
}

/** True for a requirement of which nobody says whether it is met. */
export const isUnsaid = (state: State): boolean => state === 'capable' || state === 'not-assessed';

/** Where the state of a requirement has changed. */
export function requirementChanges(before: DiffSide, after: DiffSide, pairing: Pairing): readonly RequirementChange[] {
    const found: RequirementChange[] = [];
    for (const [old, now, isCutOut] of subjects(before, after, pairing)) {
        const was = old.requirements;
        now.requirements.forEach((is, index) => {
            const first = was[index];
            if (!first || first.state === is.state) return;
            // A part of the assets may be capable of more, of which nobody has said anything.
            if (isCutOut && isUnsaid(first.state) && isUnsaid(is.state)) return;
            found.push({
                subject: now.id,
                id: is.id,
                before: first.state,
                after: is.state,
                required: first.required || is.required,
            });
        });
    }
    return found;
}

/**
 * Met above compensated above excluded above planned; of what is missed, capable or not assessed nothing is achieved.
 */
const stateRanks: Readonly<Record<State, number>> = {
    met: 4,
    compensated: 3,
    excluded: 2,
    planned: 1,
    capable: 0,
    missed: 0,
    'not-assessed': 0,
};

export function stateRank(state: State): number {
    return stateRanks[state];
}

/** Which invariants that are on both sides no longer hold, and which hold again. */
export function invariantChanges(
    before: DiffSide,
    after: DiffSide,
    pairing: Pairing,
): { readonly broken: readonly InvariantChange[]; readonly healed: readonly InvariantChange[] } {
    const path = (verdict: InvariantVerdict): InvariantChange => {
        const counterexample = verdict.clauses.find(clause => clause.counterexample)?.counterexample;
        return {
            id: verdict.invariant.id,
            counterexample: counterexample ? [counterexample.from, ...counterexample.hops.map(hop => hop.to)] : [],
            flows: counterexample?.hops.flatMap(({ flow }) => flow?.id ?? []) ?? [],
        };
    };
    const old = before.assessment.invariants;
    const now = after.assessment.invariants;
    const partners = new Map(now.map(verdict => [verdict.invariant.id, verdict]));
    const pairs = old.flatMap(was => {
        const is = partners.get(pairing.invariants.get(was.invariant.id) ?? '');
        return is ? [{ was, is }] : [];
    });
    return {
        broken: pairs.filter(({ was, is }) => was.holds && !is.holds).map(({ is }) => path(is)),
        // What nobody knows of HEAD is no gain: a connection that is not described may lead there.
        healed: pairs
            .filter(({ was, is }) => !was.holds && is.holds && unprovedBy(after.assessment, is.clauses).length === 0)
            .map(({ was }) => path(was)),
    };
}

/** Threats whose residual risk has crossed the one that is tolerated. */
export function threatChanges(before: DiffSide, after: DiffSide, pairing: Pairing): readonly ThreatChange[] {
    const old = new Map(
        before.assessment.risk.threats.map(risk => [pairing.threats.get(risk.threat.id) ?? null, risk]),
    );
    return after.assessment.risk.threats.flatMap((now): ThreatChange[] => {
        const was = old.get(now.threat.id);
        const fits = (risk: typeof now | undefined): boolean | null => (risk ? isTolerable(risk, risk.today) : null);
        const [first, second] = [fits(was), fits(now)];
        if (first === null || second === null || first === second) return [];
        return [
            {
                id: now.threat.id,
                before: was!.residual!.risk,
                after: now.residual!.risk,
                tolerable: now.tolerable!,
                labels: {
                    before: was!.residual!.label,
                    after: now.residual!.label,
                    tolerable: riskLabel(after.assessment.risk.matrix!, now.tolerable!),
                },
                crossed: second ? 'below' : 'above',
            },
        ];
    });
}
