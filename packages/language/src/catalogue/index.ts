/**
 * The catalogue: what IEC 62443 says, as data. Identifiers, short titles and levels; every other sentence is our own.
 * The larger tables are modules of their own, imported by their file where they are used, so that a check loads none of
 * them: `components.ts` (IEC 62443-4-2), `plain.ts`, `doubts.ts`, `attack.ts`, `csf.ts`, `nerc.ts`, and `parts/` (IEC
 * 62443-2-1, 2-4, 4-1).
 */
import { foundationalRequirements } from './fr.ts';
import { requirementById } from './requirements.ts';
import { zoneConduitGroupById, zoneConduitRequirementById } from './zcr.ts';

export * from './fr.ts';
export * from './parts/ids.ts';
export * from './requirements.ts';
export * from './zcr.ts';

/**
 * The short title of a requirement.
 * @param id canonical: `SR 1.1 RE 2`, `FR 5`, `ZCR 3.2` or `ZCR 3`
 * @returns `undefined` where the standards have no such id
 */
export function titleOf(id: string): string | undefined {
    return (
        requirementById(id)?.title ??
        zoneConduitRequirementById(id)?.title ??
        zoneConduitGroupById(id)?.title ??
        foundationalRequirements.find(fr => fr.id === id)?.name
    );
}
