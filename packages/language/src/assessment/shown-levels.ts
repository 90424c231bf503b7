import type { Level } from '../model/index.ts';
import { isUnsaid } from './gap-kind.ts';
import type { SubjectAssessment } from './levels.ts';

/**
 * SL-A as people see it. Where no level is asked for and nothing says anything of the requirements, there is none: a 0
 * would read as if it had been assessed.
 */
export function shownSlA({ slT, slA, requirements }: SubjectAssessment): readonly (Level | null)[] {
    return slA.map((level, fr) =>
        slT[fr] === null && requirements.every(each => each.fr !== fr || isUnsaid(each.state)) ? null : level,
    );
}
