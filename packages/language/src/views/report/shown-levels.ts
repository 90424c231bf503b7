import { isUnsaid } from '../../assessment/index.ts';
import { frAbbreviations } from '../../catalogue/index.ts';
import type { RequirementRow, SubjectPart } from './data.ts';

/**
 * SL-A of zones and conduits as a document shows it, by the rows of the statement of applicability: nothing where no
 * level is asked for and nothing says anything of the requirements.
 */
export function shownSlA(rows: readonly RequirementRow[]): (part: SubjectPart) => readonly (number | null)[] {
    const spoken = new Set(rows.filter(row => !isUnsaid(row.state)).map(({ subject, fr }) => `${fr} ${subject}`));
    return ({ id, levels }) =>
        levels.slA.map((level, fr) =>
            levels.slT[fr] === null && !spoken.has(`${frAbbreviations[fr]} ${id}`) ? null : level,
        );
}
