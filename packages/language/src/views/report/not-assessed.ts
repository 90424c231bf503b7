import type { RiskAssessment } from '../../assessment/index.ts';
import type { NotAssessed, RequirementRow, SubjectPart } from './data.ts';
import type { ReportInput } from './input.ts';

/** What nobody said, so that the report claims nothing about it. */
export function notAssessed(
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
