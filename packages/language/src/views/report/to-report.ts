import { advisoryRows } from '../advisories/index.ts';
import type { ReportData } from './data.ts';
import { foundPart } from './found-part.ts';
import { furtherRows } from './further.ts';
import { functionRows, islandRows, timePart } from './time-part.ts';
import type { ReportInput } from './input.ts';
import { roadmapOf } from './roadmap-part.ts';
import { partiesPart } from './parties-part.ts';
import { planRows, requirementRows } from './requirement-part.ts';
import { riskPart, targetRows } from './risk-part.ts';
import { seeAlsoSources } from './see-also.ts';
import { subjectPart } from './subjects.ts';
import { traceRows } from './trace.ts';
import { accessPoints, assetRows, countermeasureRows, flowRows, noteRows } from './element-rows.ts';
import { acceptedRow, findingRow } from './finding-rows.ts';
import { invariantRows } from './invariant-rows.ts';
import { notAssessed, placesNotUnderstood } from './not-assessed.ts';
import { summarise } from './summary.ts';

/**
 * The content of the cyber security requirements specification of a model (IEC 62443-3-2, ZCR 6.1 to 6.9).
 * @param input a model with its assessment and findings, the day, and what only a shell knows: hashes, revision,
 *    drawings
 * @returns plain data for the renderers; says what was not assessed, and never that something is fulfilled because
 *    nobody looked
 */
export function toReport(input: ReportInput): ReportData {
    const { model } = input;
    const { risk } = input.assessment;
    const zones = model.zones.flatMap(zone => subjectPart(input, zone) ?? []);
    const conduits = model.conduits.flatMap(conduit => subjectPart(input, conduit) ?? []);
    const requirements = requirementRows(input);
    const invariants = invariantRows(input);
    const system = model.system;
    const riskRows = riskPart(risk);
    return {
        schemaVersion: 1,
        document: {
            title: system?.title ?? system?.name ?? 'System without a name',
            system: system?.id ?? null,
            owner: system?.owner ?? null,
            date: input.today,
            revision: input.revision,
            sha256: input.sha256,
            files: input.files,
        },
        notUnderstood: placesNotUnderstood(input),
        summary: summarise(input, risk, requirements, invariants),
        notAssessed: notAssessed(input, risk, [...zones, ...conduits], requirements),
        system: {
            id: system?.id ?? null,
            title: system?.title ?? null,
            owner: system?.owner ?? null,
            description: system?.description ?? system?.doc ?? null,
            tolerableRisk: riskRows.matrix?.tolerable ?? null,
            locations: system?.notes.location.map(text => text.text) ?? [],
            regulations: system?.notes.regulation.map(text => text.text) ?? [],
            evidence: system?.notes.evidence.map(text => text.text) ?? [],
            accessPoints: accessPoints(input),
        },
        drawings: input.drawings,
        zones,
        conduits,
        assets: assetRows(input),
        flows: flowRows(input),
        risk: riskRows,
        targets: targetRows(input, risk),
        requirements,
        measures: countermeasureRows(input, requirements),
        plan: planRows(input, risk, requirements),
        roadmap: roadmapOf(input),
        assumptions: noteRows(input, notes => notes.assumption),
        policies: noteRows(input, notes => notes.policy),
        findings: input.findings
            .filter(finding => finding.accepted === null)
            .map(finding => findingRow(input, finding)),
        accepted: input.findings
            .filter(finding => finding.accepted !== null)
            .map(finding => acceptedRow(input, finding)),
        invariants,
        functions: functionRows(input),
        islands: islandRows(input),
        advisories: input.model.advisories.length === 0 ? null : advisoryRows(input.assessment),
        ...timePart(input),
        found: foundPart(input),
        ...partiesPart(input),
        traceability: traceRows(input, risk, requirements),
        further: furtherRows(input),
        sources: seeAlsoSources,
    };
}
