import { advisoryRows } from '../advisories/index.ts';
import type { RiskAssessment } from '../../assessment/index.ts';
import { Day, states } from '../../assessment/index.ts';
import type { Lookup, Notes } from '../../model/index.ts';
import {
    addressTexts,
    clauseText,
    exceptionText,
    joined,
    ownNames,
    reasonText,
    writeAllPorts,
} from '../../model/index.ts';
import type { Finding } from '../../rules/index.ts';
import type {
    AccessPoint,
    AcceptedRow,
    AssetRow,
    FindingRow,
    FlowRow,
    InvariantRow,
    MeasureRow,
    NotAssessed,
    NoteRow,
    ReportData,
    RequirementRow,
    SubjectPart,
    Summary,
    StateName,
} from './data.ts';
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

function isOutside(lookup: Lookup, zone: string): boolean {
    const kind = lookup.kindOf(zone);
    return kind === 'external' || kind === 'enterprise' || lookup.traitsOf(zone).has('untrusted');
}

function accessPoints({ model, lookup }: ReportInput): readonly AccessPoint[] {
    return model.conduits.flatMap(conduit => {
        const ends = conduit.between.map(end => end.id);
        const outside = ends.filter(end => isOutside(lookup, end));
        const inside = ends.filter(end => !isOutside(lookup, end));
        if (outside.length === 0 || inside.length === 0) return [];
        return [{ conduit: conduit.id, outside, inside, devices: conduit.via.map(device => device.id) }];
    });
}

function assetRows({ model, lookup }: ReportInput): readonly AssetRow[] {
    return model.assets.map(asset => ({
        id: asset.id,
        title: asset.title,
        container: asset.container,
        type: asset.type?.id ?? null,
        componentType: lookup.componentTypeOf(asset),
        addresses: addressTexts(asset),
        vendor: asset.vendor ?? lookup.typesOf(asset).find(type => type.vendor)?.vendor ?? null,
        product: asset.product ?? lookup.typesOf(asset).find(type => type.product)?.product ?? null,
        version: asset.version ?? lookup.typesOf(asset).find(type => type.version)?.version ?? null,
        location: asset.notes.location.map(text => text.text).join('; ') || null,
        criticality: asset.criticality,
        traits: asset.traits,
        slC: (asset.slC ?? lookup.typesOf(asset).find(type => type.slC)?.slC)?.levels ?? [
            null,
            null,
            null,
            null,
            null,
            null,
            null,
        ],
        needs: asset.needs.map(need => need.id),
        serves: asset.serves.map(zone => zone.id),
    }));
}

function flowRows({ model, lookup, today }: ReportInput): readonly FlowRow[] {
    return model.flows.map(flow => ({
        id: flow.id,
        container: flow.container,
        from: flow.from.id,
        arrow: flow.arrow,
        to: flow.to.id,
        protocols: flow.protocols.map(protocol => protocol.id),
        ports: writeAllPorts(flow.ports),
        purpose: flow.purpose,
        access: flow.access,
        secured: flow.secured?.protections ?? [],
        securedBy: flow.secured?.by.map(mention => mention.id) ?? [],
        carries: flow.carries,
        approvedBy: flow.approvedBy,
        until: flow.until?.date ?? null,
        expired: flow.until !== null && flow.until.date < today,
        crosses: lookup.zoneOf(flow.from.id)?.id !== lookup.zoneOf(flow.to.id)?.id,
    }));
}

function countermeasureRows(
    { model, lookup, today }: ReportInput,
    rows: readonly RequirementRow[],
): readonly MeasureRow[] {
    const day = new Day(lookup, today);
    return model.countermeasures.map(countermeasure => {
        const named = (mentions: readonly { readonly id: string }[]): boolean =>
            mentions.some(mention => mention.id === countermeasure.id);
        const due = countermeasure.due?.date ?? null;
        const subjects = [...model.zones, ...model.conduits, ...model.assets]
            .filter(each => named(each.applies) || each.statements.some(statement => named(statement.by)))
            .map(each => each.id);
        const flows = model.flows.flatMap(flow =>
            flow.secured && flow.container !== null && named(flow.secured.by) ? [flow.container] : [],
        );
        return {
            id: countermeasure.id,
            title: countermeasure.title,
            description: countermeasure.description ?? countermeasure.doc,
            status: countermeasure.status,
            owner: countermeasure.owner,
            due,
            overdue: countermeasure.status === 'planned' && due !== null && due < today,
            cost: countermeasure.cost,
            evidence: countermeasure.evidence.map(each => day.printed(each.text, each.time)),
            requirements: [...new Set(rows.filter(row => row.by.includes(countermeasure.id)).map(row => row.id))],
            worksAt: [...new Set([...subjects, ...flows])],
            threats: model.threats
                .filter(threat => threat.mitigations.some(each => named(each.by)))
                .map(threat => threat.id),
        };
    });
}

function noteRows(
    { model }: ReportInput,
    pick: (notes: Notes) => readonly { readonly text: string }[],
): readonly NoteRow[] {
    const system = (model.system ? pick(model.system.notes) : []).map(note => ({ subject: null, text: note.text }));
    const others = [...model.zones, ...model.conduits, ...model.assets].flatMap(each =>
        pick(each.notes).map(note => ({ subject: each.id, text: note.text })),
    );
    return [...system, ...others];
}

/** A document is read without the places: whoever a finding blames and does not name is named here. */
function wholeMessage({ message, parts }: Finding): string {
    if (parts.length === 1) return message;
    const named = new Set(message.split(/[^\p{L}\p{N}_.-]+/u).map(word => word.replace(/\.+$/, '')));
    const others = [...new Set(parts.flatMap(({ subject }) => subject ?? []))].filter(
        id => !named.has(id) && !named.has(id.slice(id.lastIndexOf('.') + 1)),
    );
    return others.length === 0 ? message : `${message} Also: ${others.join(', ')}.`;
}

function findingRow(input: ReportInput, finding: Finding): FindingRow {
    const place = input.where(finding.at);
    return {
        rule: finding.rule,
        severity: finding.severity,
        subject: finding.subject,
        message: wholeMessage(finding),
        basis: finding.basis,
        file: place?.file ?? null,
        line: place?.line ?? null,
    };
}

function acceptedRow(input: ReportInput, finding: Finding): AcceptedRow {
    return {
        ...findingRow(input, finding),
        because: finding.accepted?.because ?? null,
        until: finding.accepted?.until?.date ?? null,
    };
}

function invariantRows(input: ReportInput): readonly InvariantRow[] {
    return input.assessment.invariants.map(({ invariant, holds, clauses }) => ({
        id: invariant.id,
        title: invariant.title,
        clauses: invariant.clauses.map(clause => clauseText(clause, ownNames)),
        holds,
        vacuous: clauses.length === 0 || clauses.some(clause => clause.vacuous),
        counterexample:
            clauses
                .find(clause => clause.counterexample)
                ?.counterexample?.hops.reduce<string[]>(
                    (ids, hop) => (ids.length === 0 ? [hop.from, hop.to] : [...ids, hop.to]),
                    [],
                ) ?? [],
        exceptions: invariant.exceptions.map(exception =>
            joined(exceptionText(exception, ownNames), reasonText(exception.because, exception.until)),
        ),
    }));
}

/** What nobody said, so that the report claims nothing about it. */
function notAssessed(
    input: ReportInput,
    risk: RiskAssessment,
    subjects: readonly SubjectPart[],
    rows: readonly RequirementRow[],
): readonly NotAssessed[] {
    const { model } = input;
    const open = Map.groupBy(
        rows.filter(row => row.required && row.state === 'not-assessed'),
        row => row.subject,
    );
    const all: NotAssessed[] = [];
    if (risk.matrix === null) all.push({ subject: null, what: 'Risk: the risk matrix cannot be used.' });
    if (model.threats.length === 0) all.push({ subject: null, what: 'Risk: no threat is described.' });
    else if (risk.matrix?.tolerable === null)
        all.push({ subject: null, what: 'Whether risks are tolerable: no tolerable risk is stated.' });
    if (model.invariants.length === 0) all.push({ subject: null, what: 'Reachability: no invariant is declared.' });
    for (const each of risk.threats)
        if (!each.unmitigated) all.push({ subject: each.threat.id, what: `Its risk. ${each.missing.join(' ')}` });
    for (const subject of subjects) {
        const untargeted = subject.levels.slT.every(level => level === null);
        if (untargeted && (subject.zoneKind === 'enterprise' || subject.zoneKind === 'external')) {
            all.push({
                subject: subject.id,
                what: `Outside the system (zone kind ${subject.zoneKind}, no SL-T): not assessed.`,
            });
            continue;
        }
        if (untargeted)
            all.push({ subject: subject.id, what: 'No SL-T, so no requirement is asked for and no gap is known.' });
        const missing = open.get(subject.id)?.length ?? 0;
        if (missing > 0) {
            all.push({
                subject: subject.id,
                what:
                    missing === 1
                        ? '1 requirement that SL-T asks for has no status.'
                        : `${missing} requirements that SL-T asks for have no status.`,
            });
        }
        const silent = subject.characteristics
            .filter(each => each.source === 'missing')
            .map(each => `${each.item} ${each.name}`);
        if (silent.length > 0)
            all.push({ subject: subject.id, what: `Not documented (ZCR 6.4): ${silent.join('; ')}.` });
    }
    return all;
}

function count(rows: readonly RequirementRow[]): Readonly<Record<StateName, number>> {
    const counts = Object.fromEntries(states.map(state => [state, 0])) as Record<StateName, number>;
    for (const row of rows) counts[row.state] += 1;
    return counts;
}

function summarise(
    input: ReportInput,
    risk: RiskAssessment,
    rows: readonly RequirementRow[],
    invariants: readonly InvariantRow[],
): Summary {
    const { model, findings, assessment } = input;
    const required = rows.filter(row => row.required);
    const open = findings.filter(finding => finding.accepted === null);
    const severe = (severity: Finding['severity']): number =>
        open.filter(finding => finding.severity === severity).length;
    return {
        zones: model.zones.length,
        conduits: model.conduits.length,
        assets: model.assets.length,
        flows: model.flows.length,
        threats: model.threats.length,
        threatsAboveTolerable: risk.threats.filter(
            each => each.residual && each.tolerable !== null && each.residual.risk > each.tolerable,
        ).length,
        required: required.length,
        states: count(required),
        subjectsWithGap: assessment.subjects.filter(subject => subject.gap.some(gap => (gap ?? 0) > 0)).length,
        findings: {
            error: severe('error'),
            warning: severe('warning'),
            info: severe('info'),
            accepted: findings.length - open.length,
        },
        brokenInvariants: invariants.filter(each => !each.holds).length,
    };
}

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
