import { requirements } from '../catalogue/index.ts';
import type { Conduit, Level, Lookup, Zone } from '../model/index.ts';
import { frCount } from '../model/index.ts';
import type { Assessment, RequirementState, SubjectAssessment } from './assessment.ts';
import { capabilityOf } from './capability.ts';
import { States } from './states.ts';
import { targetOf } from './target.ts';
import type { Verdicts } from './verdicts.ts';
import { holds, VerdictsOfModel } from './verdicts.ts';

/**
 * Assesses every zone and conduit of a model against IEC 62443-3-3, as docs/language.md defines it.
 * Linear in the model; the 100 states of a subject are put into words when they are first asked for.
 */
export function assess(lookup: Lookup): Assessment {
    const verdicts = new VerdictsOfModel(lookup);
    const states = new States();
    const subjects = [...lookup.model.zones, ...lookup.model.conduits].map(subject =>
        assessSubject(lookup, subject, verdicts.of(subject), states),
    );
    const byId = new Map(subjects.map(subject => [subject.id, subject]));
    return { subjects, of: id => byId.get(id) };
}

function assessSubject(lookup: Lookup, subject: Zone | Conduit, verdicts: Verdicts, states: States): SubjectAssessment {
    const target = targetOf(lookup, subject);
    const capability = capabilityOf(lookup, subject);
    const achieved = achievedLevels(verdicts);
    let worded: readonly RequirementState[] | undefined;
    return {
        kind: subject.kind,
        id: subject.id,
        slT: target.levels,
        slTSource: target.sources,
        slC: capability.levels,
        slCLimit: capability.limits,
        slA: achieved,
        slAClaimed: subject.slA?.levels ?? Array.from({ length: frCount }, () => null),
        gap: target.levels.map((level, fr) => (level === null ? null : Math.max(0, level - achieved[fr]!))),
        limits: target.levels.map((level, fr) =>
            level !== null && level > achieved[fr]! ? limitsOf(verdicts, fr) : [],
        ),
        get requirements() {
            return (worded ??= states.of(verdicts, target.levels, capability.capable));
        },
    };
}

/**
 * For each foundational requirement the highest level up to which every requirement is met, compensated or excluded. FR
 * 6 and FR 7 have
 * no requirement of level 4, so level 3 there is level 4.
 */
function achievedLevels(verdicts: Verdicts): Level[] {
    const levels: Level[] = Array.from({ length: frCount }, () => 4);
    for (const requirement of requirements) {
        if (holds(verdicts[requirement.index])) continue;
        const below = (requirement.level - 1) as Level;
        if (below < levels[requirement.fr]!) levels[requirement.fr] = below;
    }
    return levels;
}

function limitsOf(verdicts: Verdicts, fr: number): string[] {
    const open = requirements.filter(requirement => requirement.fr === fr && !holds(verdicts[requirement.index]));
    const next = Math.min(...open.map(requirement => requirement.level));
    return open.filter(requirement => requirement.level === next).map(requirement => requirement.id);
}
