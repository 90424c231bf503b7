import type { Assessment, GapKind, RequirementState, SubjectAssessment } from '../../assessment/index.ts';
import { gapKindsOf, gapText, lapseOf, lapseText, stateText } from '../../assessment/index.ts';
import { frAbbreviations } from '../../catalogue/index.ts';
import type { Contradicted } from '../../rules/ask/contradicted.ts';
import { contradictedAt, restingOnContradicted } from '../../rules/ask/contradicted.ts';

/** The assessment of a zone or conduit, with what is known beyond what people said. */
export type SubjectLevels = SubjectAssessment & {
    /** What kind of gap each is: 7 entries, `null` where there is none. */
    readonly gapKinds: readonly (GapKind | null)[];
    readonly contradicted: Contradicted;
};

/** The assessment of one model, with the names under which it is printed. */
export interface ModelLevels {
    readonly system: string;
    /** The root file as it is printed. */
    readonly file: string;
    /** The day of the assessment, `YYYY-MM-DD`. */
    readonly day: string;
    /** How many places of the text were not understood. */
    readonly notUnderstood: number;
    readonly subjects: readonly SubjectLevels[];
}

/**
 * The levels of a model, or of one zone or conduit of it.
 * @param notUnderstood how many places of the text were not
 */
export function modelLevels(
    assessment: Assessment,
    system: string,
    file: string,
    subject: string | null,
    notUnderstood: number,
): ModelLevels {
    return {
        system,
        file,
        day: assessment.today,
        notUnderstood,
        subjects: assessment.subjects
            .filter(({ id }) => subject === null || id === subject)
            .map(each => ({ ...each, gapKinds: gapKindsOf(each), contradicted: contradictedAt(assessment, each) })),
    };
}

/** The same with some requirements only. The levels stay those of all requirements. */
export function onlyRequirements(levels: ModelLevels, isAsked: (id: string) => boolean): ModelLevels {
    return {
        ...levels,
        subjects: levels.subjects.map(subject => ({
            ...subject,
            requirements: subject.requirements.filter(({ id }) => isAsked(id)),
        })),
    };
}

/** A level as it is printed: nothing is known of it where it is `null`. */
export function levelText(level: number | null): string {
    return level === null ? '-' : String(level);
}

/** The gaps of a subject as they are printed: one that is not assessed has a question mark. */
export function gapTexts({ gap, gapKinds }: SubjectLevels): readonly string[] {
    return gap.map((level, fr) => gapText(level, gapKinds[fr]) ?? levelText(null));
}

/** The state of a requirement as people read it. */
export function stateOf({ index, state }: RequirementState, { contradicted }: SubjectLevels): string {
    return contradicted.has(index) ? `${stateText(state)} (contradicted)` : stateText(state);
}

/** What the model shows against a state, as it is printed behind what people wrote; empty where it shows nothing. */
export function contradictionText({ index }: RequirementState, { contradicted }: SubjectLevels): string {
    const shown = contradicted.get(index);
    return shown ? `contradicted: ${shown.join('; ')}` : '';
}

/**
 * Why a requirement has its state, as people wrote it, why what they wrote does not count, and what the model shows
 * against it.
 */
export function becauseText(requirement: RequirementState, subject: SubjectLevels, day: string): string {
    const lapse = lapseOf(requirement, day);
    return [requirement.because ?? '', lapse ? lapseText(lapse) : '', contradictionText(requirement, subject)]
        .filter(text => text !== '')
        .join('; ');
}

/** What an SL-A rests on and the model contradicts; `null` where there is nothing. */
export function contradictedNote(subject: SubjectLevels): string | null {
    const resting = restingOnContradicted(subject, subject.contradicted);
    const parts = resting.flatMap((ids, fr) => (ids.length > 0 ? [`${frAbbreviations[fr]} ${ids.join(', ')}`] : []));
    return parts.length > 0 ? `SL-A rests on claims that the model contradicts: ${parts.join('; ')}` : null;
}

/** What is said where nothing is required. */
export function nothingRequired({ slT }: SubjectLevels): string {
    if (slT.every(level => level === null)) return 'Nothing is required: no SL-T is stated here.';
    return slT.some(level => level !== null && level > 0)
        ? 'None of the requirements that are shown here is required.'
        : 'Nothing is required: the SL-T is 0.';
}

/** What the question mark of {@link gapTexts} means; `null` where there is none. */
export function gapNote({ gapKinds }: SubjectLevels): string | null {
    return gapKinds.includes('not-assessed')
        ? '? not assessed: nothing says whether the requirements of this gap are met'
        : null;
}
