import type { RiskAssessment } from '../../assessment/index.ts';
import { gapKindsOf, isTolerable, states } from '../../assessment/index.ts';
import type { Finding } from '../../rules/index.ts';
import type { InvariantRow, RequirementRow, StateName, Summary } from './data.ts';
import type { ReportInput } from './input.ts';

function count(rows: readonly RequirementRow[]): Readonly<Record<StateName, number>> {
    const counts = Object.fromEntries(states.map(state => [state, 0])) as Record<StateName, number>;
    for (const row of rows) counts[row.state] += 1;
    return counts;
}

/** The numbers of the first page. */
export function summarise(
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
        threatsAboveTolerable: risk.threats.filter(each => isTolerable(each, each.today) === false).length,
        threatsCompared: risk.threats.filter(each => isTolerable(each, each.today) !== null).length,
        required: required.length,
        states: count(required),
        contradicted: required.filter(row => row.contradicted.length > 0).length,
        subjectsOnlyUnassessed: assessment.subjects.filter(subject => {
            const kinds = gapKindsOf(subject);
            return kinds.includes('not-assessed') && !kinds.includes('short');
        }).length,
        subjectsWithGap: assessment.subjects.filter(subject => subject.gap.some(gap => (gap ?? 0) > 0)).length,
        subjectsWithTarget: assessment.subjects.filter(({ slT }) => slT.some(level => level !== null)).length,
        findings: {
            error: severe('error'),
            warning: severe('warning'),
            info: severe('info'),
            accepted: findings.length - open.length,
        },
        brokenInvariants: invariants.filter(each => !each.holds).length,
    };
}
