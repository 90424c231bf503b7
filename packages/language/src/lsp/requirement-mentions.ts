import { requirementById } from '../catalogue/index.ts';
import type { Place, RequirementMention } from '../model/index.ts';
import type { LiveAnalysis } from '../project/live/index.ts';
import type { DocumentView } from './feature.ts';
import { pointedAt } from './pointed.ts';

/** True where a statement on one of them says something of the other: the same one, or a whole FR that holds it. */
export function speaksOf(mention: RequirementMention, id: string): boolean {
    if (mention.kind === 'requirement') return mention.id === id;
    const requirement = requirementById(id);
    return requirement !== undefined && requirement.fr === mention.fr && requirement.level <= mention.level;
}

/**
 * Every place of a model where a requirement is stated of, by its number or with its FR; countermeasures and types too.
 */
function placesOf(id: string, { model }: LiveAnalysis): readonly Place[] {
    const found: Place[] = [];
    const add = (file: string, mentions: readonly RequirementMention[]): void => {
        for (const mention of mentions) if (speaksOf(mention, id)) found.push({ file, ...mention.at });
    };
    for (const countermeasure of model.countermeasures) add(countermeasure.origin.file, countermeasure.meets);
    for (const subject of [...model.zones, ...model.conduits, ...model.assets, ...model.types])
        for (const statement of subject.statements) add(statement.origin.file, statement.requirements);
    for (const holder of [...model.parties, ...model.programmes])
        for (const statement of holder.statements)
            for (const mention of statement.requirements)
                if (mention.id === id) found.push({ file: statement.origin.file, ...mention.at });
    return found.filter(({ file }) => !file.startsWith('iacs-library:'));
}

/** The places of all statements on the requirement at an offset; none where there is no requirement. */
export function requirementPlaces(view: DocumentView, offset: number): readonly Place[] {
    return view.analyses.flatMap(analysis => {
        const pointed = pointedAt(view, offset, analysis);
        return pointed?.what === 'requirement' ? placesOf(pointed.id, analysis) : [];
    });
}
