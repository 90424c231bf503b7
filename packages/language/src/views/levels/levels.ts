import type { Assessment, SubjectAssessment } from '../../assessment/index.ts';

/** The assessment of one model, with the names under which it is printed. */
export interface ModelLevels {
    readonly system: string;
    /** The root file as it is printed. */
    readonly file: string;
    readonly subjects: readonly SubjectAssessment[];
}

/** The levels of a model, or of one zone or conduit of it. */
export function modelLevels(assessment: Assessment, system: string, file: string, subject: string | null): ModelLevels {
    return {
        system,
        file,
        subjects: subject === null ? assessment.subjects : assessment.subjects.filter(({ id }) => id === subject),
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
