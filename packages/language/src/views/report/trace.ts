import { Day } from '../../assessment/index.ts';
import type { RiskAssessment, ThreatRisk } from '../../assessment/index.ts';
import type { RequirementRow, TraceRow } from './data.ts';
import type { ReportInput } from './input.ts';

/**
 * The chain from each threat to the evidence: the zones and conduits that it concerns with their SL-T, the requirements
 * that its countermeasures meet there, the countermeasures with their status, and the evidence. Where the chain breaks
 * off, the row says `null`.
 */
export function traceRows(
    input: ReportInput,
    risk: RiskAssessment,
    rows: readonly RequirementRow[],
): readonly TraceRow[] {
    const bySubject = Map.groupBy(
        rows.filter(row => row.required && row.by.length > 0),
        row => row.subject,
    );
    const day = new Day(input.lookup, input.today);
    return risk.threats.flatMap(each => traceOf(input, each, bySubject, day));
}

function traceOf(
    input: ReportInput,
    each: ThreatRisk,
    bySubject: ReadonlyMap<string, readonly RequirementRow[]>,
    day: Day,
): readonly TraceRow[] {
    const countermeasures = [
        ...new Set(each.mitigations.flatMap(state => state.mitigation.by.map(mention => mention.id))),
    ];
    const subjects = each.path.subjects;
    const linked = new Set<string>();
    const found = subjects.flatMap(subject =>
        (bySubject.get(subject) ?? []).flatMap(row => {
            const speaking = row.by.filter(id => countermeasures.includes(id));
            return speaking.map(measure => {
                linked.add(measure);
                return {
                    threat: each.threat.id,
                    subject,
                    slT: input.assessment.of(subject)?.slT ?? [],
                    requirement: row.id,
                    state: row.state,
                    contradicted: row.contradicted,
                    measure,
                    onPath: null,
                    status: input.lookup.countermeasure(measure)?.status ?? null,
                    evidence: row.evidence,
                };
            });
        }),
    );
    const loose = countermeasures
        .filter(measure => !linked.has(measure))
        .map((measure): TraceRow => ({
            threat: each.threat.id,
            subject: null,
            slT: [],
            requirement: null,
            state: null,
            contradicted: [],
            measure,
            onPath: each.off.has(measure) ? false : each.path.exists === false ? null : true,
            status: input.lookup.countermeasure(measure)?.status ?? null,
            evidence: (input.lookup.countermeasure(measure)?.evidence ?? []).map(({ text, time }) =>
                day.printed(text, time),
            ),
        }));
    const untouched = subjects
        .filter(subject => !found.some(row => row.subject === subject))
        .map((subject): TraceRow => ({
            threat: each.threat.id,
            subject,
            slT: input.assessment.of(subject)?.slT ?? [],
            requirement: null,
            state: null,
            contradicted: [],
            measure: null,
            onPath: null,
            status: null,
            evidence: [],
        }));
    const all = [...found, ...loose, ...untouched];
    if (all.length > 0) return all;
    return [
        {
            threat: each.threat.id,
            subject: null,
            slT: [],
            requirement: null,
            state: null,
            contradicted: [],
            measure: null,
            onPath: null,
            status: null,
            evidence: [],
        },
    ];
}
