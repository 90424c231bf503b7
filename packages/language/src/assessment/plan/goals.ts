import type { Countermeasure, Lookup } from '../../model/index.ts';
import type { Assessment } from '../assessment.ts';
import type { Levels } from '../levels.ts';
import { levelsOf } from '../levels.ts';
import type { ThreatRisk } from '../threat-risk.ts';
import { assessThreat } from '../threat-risk.ts';
import { alternativesOf } from './alternatives.ts';
import { sumOf } from './cover.ts';

/** Something that is to become true: a requirement that is to be met, a risk that is to be tolerable. */
export type Goal =
    | { readonly kind: 'requirement'; readonly subject: string; readonly requirement: string; readonly state: string }
    | { readonly kind: 'risk'; readonly threat: string };

/** A goal, and the sets of countermeasures each of which reaches it. */
export interface Reachable {
    readonly goal: Goal;
    /** By positions in {@link Candidates.countermeasures}. */
    readonly alternatives: readonly (readonly number[])[];
}

/** The countermeasures that may be done, and what they would do. */
export interface Candidates {
    readonly countermeasures: readonly Countermeasure[];
    readonly reachable: readonly Reachable[];
    /** What stays open whatever is done. */
    readonly open: readonly Goal[];
    /** False where a goal has an alternative that was not found, so that a cheaper plan may exist. */
    readonly complete: boolean;
    /**
     * The sum of the residual risks with some countermeasures done; `null` where the matrix has ranks, or there is
     * none.
     */
    riskWith(done: ReadonlySet<number>): number | null;
    /** True for a zone or conduit that the plan is asked for. */
    isAsked(subject: string): boolean;
}

/** A lookup in which some countermeasures are in place. */
function withDone(lookup: Lookup, done: ReadonlySet<string>): Lookup {
    const countermeasure = (id: string): Countermeasure | undefined => {
        const found = lookup.countermeasure(id);
        // What is done now is shown by new evidence.
        return found && done.has(id) ? { ...found, status: 'implemented', evidence: [] } : found;
    };
    return { ...lookup, countermeasure };
}

/** More lines of a threat are not combined one by one: then the countermeasures are, as those of requirements. */
const mostLines = 10;

/**
 * The goals of a model that are not reached today, and which planned and proposed countermeasures reach them.
 * @param zone only what concerns this zone, and those in it; `null` for all
 */
export function candidatesOf(assessment: Assessment, zone: string | null): Candidates {
    const { lookup, model, today } = assessment;
    const countermeasures = model.countermeasures.filter(({ status }) => status === 'planned' || status === 'proposed');
    const idsOf = (positions: Iterable<number>): ReadonlySet<string> =>
        new Set(Array.from(positions, position => countermeasures[position]!.id));
    const every = countermeasures.map((_, position) => position);
    const levelsWith = (positions: Iterable<number>): Levels => levelsOf(withDone(lookup, idsOf(positions)), today);
    const isAsked = (subject: string): boolean =>
        zone === null ||
        subject === zone ||
        (lookup.zone(subject) !== undefined && lookup.within(subject, zone)) ||
        lookup.conduit(subject)?.between.some(end => lookup.within(end.id, zone)) === true;

    const { matrix } = assessment.matrix;
    const risks = assessment.risk.threats.filter(each => each.residual !== null);
    const threatWith = (risk: ThreatRisk, done: ReadonlySet<number>): ThreatRisk =>
        assessThreat({ lookup: withDone(lookup, idsOf(done)), day: assessment.day }, matrix, risk.threat, risk);
    const isTolerable = ({ residual, tolerable }: ThreatRisk): boolean =>
        residual === null || tolerable === null || residual.risk <= tolerable;

    const known = new Map<string, Levels>();
    const levelsOnceWith = (positions: readonly number[]): Levels => {
        const key = positions.join();
        const levels = known.get(key) ?? levelsWith(positions);
        known.set(key, levels);
        return levels;
    };
    const all = levelsOnceWith(every);
    const holds = (levels: Levels, subject: string, index: number): boolean => {
        const state = levels.of(subject)?.requirements[index]?.state;
        return state === 'met' || state === 'compensated' || state === 'excluded';
    };
    const reachable: Reachable[] = [];
    const open: Goal[] = [];
    let complete = true;
    for (const subject of assessment.subjects.filter(({ id }) => isAsked(id))) {
        for (const { id, index, required, state } of subject.requirements) {
            if (!required || holds(assessment.levels, subject.id, index)) continue;
            const goal: Goal = { kind: 'requirement', subject: subject.id, requirement: id, state };
            if (!holds(all, subject.id, index)) {
                open.push(goal);
                continue;
            }
            const found = alternativesOf(every, set => holds(levelsOnceWith(set), subject.id, index));
            complete &&= found.complete;
            reachable.push({ goal, alternatives: found.alternatives });
        }
    }
    for (const risk of risks) {
        const { threat } = risk;
        if (!concerns(risk.path.subjects, isAsked)) continue;
        if (isTolerable(risk)) continue;
        const goal: Goal = { kind: 'risk', threat: threat.id };
        const lines = threat.mitigations
            .map(({ by }) => by.map(each => countermeasures.findIndex(countermeasure => countermeasure.id === each.id)))
            .map(positions => positions.filter(position => position >= 0));
        const ends = (set: readonly number[]): boolean => isTolerable(threatWith(risk, new Set(set)));
        const named = [...new Set(lines.flat())].sort((a, b) => a - b);
        if (!ends(named)) {
            open.push(goal);
        } else if (lines.length <= mostLines) {
            reachable.push({ goal, alternatives: smallest(linesTogether(lines).filter(ends)) });
        } else {
            const found = alternativesOf(named, ends);
            complete &&= found.complete;
            reachable.push({ goal, alternatives: found.alternatives });
        }
    }
    return {
        countermeasures,
        reachable,
        open,
        complete,
        isAsked,
        riskWith: done =>
            matrix === null || matrix.ordinal || risks.length === 0
                ? null
                : sumOf(risks.map(each => threatWith(each, done).residual?.risk ?? 0)),
    };
}

/** True for a threat in a place that is asked for, and for one of which it is not known where it goes. */
export function concerns(subjects: readonly string[], isAsked: Candidates['isAsked']): boolean {
    return subjects.length === 0 || subjects.some(isAsked);
}

/** The countermeasures of every choice of some lines. */
function linesTogether(lines: readonly (readonly number[])[]): readonly (readonly number[])[] {
    let sets: (readonly number[])[] = [[]];
    for (const line of lines) sets = [...sets, ...sets.map(set => [...new Set([...set, ...line])])];
    return sets.filter(set => set.length > 0);
}

/** The sets that have no other one in them, each once. */
function smallest(sets: readonly (readonly number[])[]): readonly (readonly number[])[] {
    const sorted = [...sets].sort((a, b) => a.length - b.length);
    const kept: (readonly number[])[] = [];
    for (const set of sorted)
        if (!kept.some(other => other.every(each => set.includes(each)))) kept.push([...set].sort((a, b) => a - b));
    return kept;
}
