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

/** A level as it is printed: nothing is known of it where it is `null`. */
export function levelText(level: number | null): string {
    return level === null ? '-' : String(level);
}
