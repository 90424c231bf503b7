import { partOfId, partRowIds, requirementById, requirements } from './catalogue/index.ts';
import type { Knowledge } from './syntax/index.ts';

/** What the lowering must know of the standard. */
export const knowledge: Knowledge = {
    isRequirement: id => requirementById(id) !== undefined,
    partOf: partOfId,
    partIdsOf: partRowIds,
    requirementIds: requirements.map(requirement => requirement.id),
};
