import { requirements } from '../catalogue/index.ts';
import type { Conduit, Level, Lookup, Origin, Vector, Zone } from '../model/index.ts';
import { drained, frCount, WhenAsked } from '../model/index.ts';
import type { DayOptions } from './day.ts';
import { Day } from './day.ts';
import { capabilityOf } from './capability.ts';
import { States } from './states.ts';
import { targetOf } from './target.ts';
import type { Verdicts } from './verdicts.ts';
import { holds, VerdictsOfModel } from './verdicts.ts';

/** The states of a requirement; language.md, "State". */
export const states = ['met', 'compensated', 'excluded', 'planned', 'capable', 'missed', 'not-assessed'] as const;
/** What is known of a requirement at a zone or conduit. */
export type State = (typeof states)[number];

/** A state, of whatever is assessed, as people read it: programs read `not-assessed`. */
export function stateText(state: string): string {
    return state === 'not-assessed' ? 'not assessed' : state;
}

/** What is known of one requirement of IEC 62443-3-3 at one zone or conduit. */
export interface RequirementState {
    /** `SR 1.1` or `SR 1.1 RE 2`. */
    readonly id: string;
    /** Position in the catalogue, 0 to 99. */
    readonly index: number;
    /** 0 to 6, in the order IAC UC SI DC RDF TRE RA. */
    readonly fr: number;
    /** Lowest security level that asks for it, 1 to 4. */
    readonly level: number;
    /** True when SL-T of its foundational requirement is at or above its level. */
    readonly required: boolean;
    readonly state: State;
    /** Ids of the countermeasures that speak. */
    readonly by: readonly string[];
    readonly because: string | null;
    /** As they are printed, each with what is said of its time. */
    readonly evidence: readonly string[];
    /** The last day on which the evidence is good, `YYYY-MM-DD`; `null` where it does not age. */
    readonly evidenceUntil: string | null;
    /** `YYYY-MM-DD`. */
    readonly due: string | null;
    /** The id of the zone around that said it; `null` when it was said here or nowhere. */
    readonly inheritedFrom: string | null;
    /** The statement, or the countermeasure, that decided; `null` for `capable` and `not-assessed`. */
    readonly origin: Origin | null;
}

/** Where a target level comes from. */
export type TargetSource = 'stated' | 'inherited' | 'derived';

/** What a zone or conduit achieves. Vectors are in the order IAC UC SI DC RDF TRE RA. */
export interface SubjectAssessment {
    readonly kind: 'zone' | 'conduit';
    readonly id: string;
    readonly slT: Vector;
    /** For each FR: stated here, inherited from a zone around, derived from the connected zones, or `null`. */
    readonly slTSource: readonly (TargetSource | null)[];
    readonly slC: Vector;
    /** For each FR the asset that limits SL-C: the lowest one, or the first that says nothing. */
    readonly slCLimit: readonly (string | null)[];
    readonly slA: readonly Level[];
    readonly slAClaimed: Vector;
    /** SL-T minus SL-A, never below 0; `null` where SL-T says nothing. */
    readonly gap: readonly (number | null)[];
    /** For each FR with a gap, the ids of the requirements that stop the next level; empty elsewhere. */
    readonly limits: readonly (readonly string[])[];
    /** All 100 requirements, in the order of the catalogue. Computed on first use. */
    readonly requirements: readonly RequirementState[];
}

/** What every zone, then every conduit achieves, in the order of the text. */
export interface Levels {
    readonly subjects: readonly SubjectAssessment[];
    of(id: string): SubjectAssessment | undefined;
}

/**
 * The levels of every zone and conduit of a model against IEC 62443-3-3, as docs/language.md defines them. Evidence
 * that has expired by the day shows nothing any more: what rests on it is not assessed. Linear in the model; the 100
 * states of a subject are put into words when they are first asked for.
 */
export function levelsOf(lookup: Lookup, date: string, options: DayOptions = {}): Levels {
    return drained(levelSteps(lookup, date, options));
}

/** So many zones and conduits are assessed in one step. */
const inStep = 200;

/** {@link levelsOf} in steps, for whoever has something else to answer meanwhile. */
export function* levelSteps(lookup: Lookup, date: string, options: DayOptions = {}): Generator<void, Levels> {
    const day = new Day(lookup, date, options);
    const verdicts = new VerdictsOfModel(lookup, day);
    yield;
    const states = new States();
    const subjects: SubjectAssessment[] = [];
    for (const subject of [...lookup.model.zones, ...lookup.model.conduits]) {
        subjects.push(assessSubject({ lookup, day }, subject, verdicts.of(subject), states));
        if (subjects.length % inStep === 0) yield;
    }
    const byId = new Map(subjects.map(subject => [subject.id, subject]));
    return { subjects, of: id => byId.get(id) };
}

const requirementsWhenAsked = new WhenAsked<'requirements', readonly RequirementState[]>('requirements');
const noLimits: readonly string[] = [];
const unclaimed: Vector = Array.from({ length: frCount }, () => null);

function assessSubject(
    { lookup, day }: { readonly lookup: Lookup; readonly day: Day },
    subject: Zone | Conduit,
    verdicts: Verdicts,
    states: States,
): SubjectAssessment {
    const target = targetOf(lookup, subject);
    const capability = capabilityOf(lookup, subject, day);
    const achieved = achievedLevels(verdicts);
    const levels = {
        kind: subject.kind,
        id: subject.id,
        slT: target.levels,
        slTSource: target.sources,
        slC: capability.levels,
        slCLimit: capability.limits,
        slA: achieved,
        slAClaimed: subject.slA?.levels ?? unclaimed,
        gap: target.levels.map((level, fr) => (level === null ? null : Math.max(0, level - achieved[fr]!))),
        limits: target.levels.map((level, fr) =>
            level !== null && level > achieved[fr]! ? limitsOf(verdicts, fr) : noLimits,
        ),
    };
    return requirementsWhenAsked.give(levels, () => states.of(verdicts, target.levels, capability.capable));
}

/**
 * For each foundational requirement the highest level up to which every requirement is met, compensated or excluded. FR
 * 6 and FR 7 have no requirement of level 4, so level 3 there is level 4.
 */
function achievedLevels(verdicts: Verdicts): Level[] {
    const levels: Level[] = Array.from({ length: frCount }, () => 4);
    requirements.forEach(({ index, fr, level }) => {
        if (!holds(verdicts[index])) levels[fr] = Math.min(levels[fr]!, level - 1) as Level;
    });
    return levels;
}

function limitsOf(verdicts: Verdicts, fr: number): string[] {
    const open = requirements.filter(requirement => requirement.fr === fr && !holds(verdicts[requirement.index]));
    const next = Math.min(...open.map(requirement => requirement.level));
    return open.filter(requirement => requirement.level === next).map(requirement => requirement.id);
}
