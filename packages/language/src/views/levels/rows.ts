import { stateText } from '../../assessment/index.ts';
import { frAbbreviations, titleOf } from '../../catalogue/index.ts';
import type { ModelLevels } from './levels.ts';

/** The heads of {@link requirementRows}. */
export const requirementHeads = [
    'System',
    'File',
    'Kind',
    'Subject',
    'Requirement',
    'Title',
    'FR',
    'Level',
    'SL-T',
    'SL-C',
    'SL-A',
    'Gap',
    'Gap kind',
    'Required',
    'State',
    'By',
    'Because',
    'Evidence',
    'Due',
    'Inherited from',
    'Contradicted by',
] as const;

/** A level in a sheet: nothing where it is not said, since a dash is what a formula may begin with. */
function cell(level: number | null): string {
    return level === null ? '' : String(level);
}

/** One row for each requirement of each zone and conduit of a model. */
export function requirementRows({ system, file, subjects }: ModelLevels): string[][] {
    return subjects.flatMap(subject =>
        subject.requirements.map(requirement => [
            system,
            file,
            subject.kind,
            subject.id,
            requirement.id,
            titleOf(requirement.id) ?? '',
            frAbbreviations[requirement.fr]!,
            String(requirement.level),
            cell(subject.slT[requirement.fr] ?? null),
            cell(subject.slC[requirement.fr] ?? null),
            String(subject.slA[requirement.fr]),
            cell(subject.gap[requirement.fr] ?? null),
            stateText(subject.gapKinds[requirement.fr] ?? ''),
            requirement.required ? 'yes' : 'no',
            stateText(requirement.state),
            requirement.by.join(', '),
            requirement.because ?? '',
            requirement.evidence.join('; '),
            requirement.due ?? '',
            requirement.inheritedFrom ?? '',
            (subject.contradicted.get(requirement.index) ?? []).join('; '),
        ]),
    );
}
