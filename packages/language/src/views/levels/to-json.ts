import { frAbbreviations } from '../../catalogue/index.ts';
import type { ModelLevels } from './levels.ts';

/** `assess --format json`, as packages/language/schema/assess.schema.json describes it. */
export function levelsToJson(models: readonly ModelLevels[]): {
    readonly schemaVersion: 1;
    readonly models: readonly object[];
} {
    return {
        schemaVersion: 1,
        models: models.map(({ system, file, notUnderstood, subjects }) => ({
            system,
            file,
            notUnderstood,
            subjects: subjects.map(subject => ({
                kind: subject.kind,
                id: subject.id,
                slT: subject.slT,
                slTSource: subject.slTSource,
                slC: subject.slC,
                slCLimit: subject.slCLimit,
                slA: subject.slA,
                slAClaimed: subject.slAClaimed,
                gap: subject.gap,
                gapKinds: subject.gapKinds,
                limits: Object.fromEntries(
                    subject.limits.flatMap((ids, fr) => (ids.length > 0 ? [[frAbbreviations[fr], ids]] : [])),
                ),
                requirements: subject.requirements.map(requirement => ({
                    id: requirement.id,
                    fr: frAbbreviations[requirement.fr],
                    level: requirement.level,
                    required: requirement.required,
                    state: requirement.state,
                    by: requirement.by,
                    because: requirement.because,
                    evidence: requirement.evidence.length > 0 ? requirement.evidence.join('; ') : null,
                    evidenceUntil: requirement.evidenceUntil,
                    due: requirement.due,
                    inheritedFrom: requirement.inheritedFrom,
                    contradicted: subject.contradicted.get(requirement.index) ?? [],
                })),
            })),
        })),
    };
}
