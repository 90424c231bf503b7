import type { Assessment, GapKind, RequirementState, SubjectAssessment } from '../../assessment/index.ts';
import { gapKindsOf, gapText, lapseOf, lapseText } from '../../assessment/index.ts';

/** The assessment of a zone or conduit, with what kind of gap each is: 7 entries, `null` where there is none. */
export type SubjectLevels = SubjectAssessment & { readonly gapKinds: readonly (GapKind | null)[] };

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
            .map(each => ({ ...each, gapKinds: gapKindsOf(each) })),
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

/** Why a requirement has its state, as people wrote it, and why what they wrote does not count. */
export function becauseText(requirement: RequirementState, day: string): string {
    const lapse = lapseOf(requirement, day);
    return [...(requirement.because === null ? [] : [requirement.because]), ...(lapse ? [lapseText(lapse)] : [])].join(
        '; ',
    );
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
