import { Day, idleOf, idleText, isTolerable, lapseOf, lapseText } from '../../assessment/index.ts';
import type { RequirementState, RiskAssessment, ThreatRisk } from '../../assessment/index.ts';
import { attackReferencesFor, nercTextsFor } from './see-also.ts';
import { csfSubcategoriesOf } from '../../catalogue/csf.ts';
import { frAbbreviations, requirementById } from '../../catalogue/index.ts';
import type { Lookup } from '../../model/index.ts';
import { contradictedAt } from '../../rules/ask/contradicted.ts';
import type { PlanRow, RequirementRow } from './data.ts';
import type { ReportInput } from './input.ts';

function ownerOf(lookup: Lookup, subject: string, state: RequirementState): string | null {
    const owners = [...new Set(state.by.map(id => lookup.countermeasure(id)?.owner).filter(owner => owner != null))];
    return owners.length > 0 ? owners.join(', ') : lookup.ownerOf(subject);
}

function evidenceOf(lookup: Lookup, state: RequirementState, day: Day): readonly string[] {
    const fromCountermeasures = state.by.flatMap(
        id => lookup.countermeasure(id)?.evidence.map(each => day.printed(each.text, each.time)) ?? [],
    );
    return [...new Set([...state.evidence, ...fromCountermeasures])];
}

function dueOf(lookup: Lookup, state: RequirementState): string | null {
    const days = [state.due, ...state.by.map(id => lookup.countermeasure(id)?.due?.date ?? null)].filter(
        day => day !== null,
    );
    return state.state === 'met' ? state.due : (days.sort().at(-1) ?? null);
}

/** All 100 requirements of every zone and conduit. */
export function requirementRows(input: ReportInput): readonly RequirementRow[] {
    const { assessment, lookup, today } = input;
    const day = new Day(lookup, today);
    return assessment.subjects.flatMap(subject => {
        const contradicted = contradictedAt(assessment, subject);
        return subject.requirements.map(state => {
            const due = dueOf(lookup, state);
            const lapse = lapseOf(state, today);
            const open = !['met', 'compensated', 'excluded'].includes(state.state);
            return {
                subject: subject.id,
                id: state.id,
                title: requirementById(state.id)?.title ?? '',
                fr: frAbbreviations[state.fr] ?? '',
                level: state.level,
                required: state.required,
                state: state.state,
                by: state.by,
                because: state.because,
                evidence: evidenceOf(lookup, state, day),
                lapse: lapse && lapseText(lapse),
                contradicted: contradicted.get(state.index) ?? [],
                owner: ownerOf(lookup, subject.id, state),
                due,
                overdue: open && due !== null && due < today,
                inheritedFrom: state.inheritedFrom,
                csf: csfSubcategoriesOf(state.id),
                nerc: nercTextsFor(state.id),
                attack: attackReferencesFor(state.id),
            };
        });
    });
}

type OpenState = Exclude<PlanRow['kind'], 'risk'>;
const openStates: readonly OpenState[] = ['missed', 'contradicted', 'planned', 'capable', 'not-assessed'];

/** What is open of a requirement: its state, or that the model contradicts it. */
const openStateOf = (row: RequirementRow): string => (row.contradicted.length > 0 ? 'contradicted' : row.state);

function actionFor(row: RequirementRow): string {
    if (row.contradicted.length > 0) return `Correct what is stated, or compensate: ${row.contradicted.join('; ')}`;
    if (row.state === 'planned') return `Bring ${row.by.join(', ') || 'the planned countermeasure'} into service`;
    if (row.state === 'missed') return `Meet or compensate${row.because ? ` (missed because ${row.because})` : ''}`;
    if (row.state === 'capable') return 'The products can do it: put it to use and say so with evidence';
    if (row.lapse !== null) return `Make it count: ${row.lapse}`;
    return 'Assess: it is not stated whether it is met';
}

/** What is left to do for the requirements that SL-T asks for: one row for what is done in one go. */
function requirementPlan(rows: readonly RequirementRow[]): readonly PlanRow[] {
    const plan = new Map<string, PlanRow & { requirements: string[] }>();
    for (const kind of openStates) {
        for (const row of rows) {
            if (!row.required || openStateOf(row) !== kind) continue;
            const action = actionFor(row);
            const key = JSON.stringify([row.subject, kind, action, row.owner, row.due]);
            const known = plan.get(key);
            if (known) known.requirements.push(row.id);
            else {
                plan.set(key, {
                    subject: row.subject,
                    action,
                    kind,
                    requirements: [row.id],
                    measures: row.by,
                    owner: row.owner,
                    due: row.due,
                    overdue: row.overdue,
                });
            }
        }
    }
    return [...plan.values()];
}

/** What is left to do for a risk that no planned countermeasure lowers. */
function toDoFor(risk: ThreatRisk): string {
    const { today, mitigations } = risk;
    const off = [...new Set(mitigations.flatMap(({ offPath }) => offPath))];
    const idle = idleText(idleOf(risk));
    if (off.length > 0) return `Apply ${off.join(', ')} on the path, or add a countermeasure there`;
    if (today.undecided)
        return 'Name fewer countermeasures in its `mitigated by` lines: which path is the worst cannot be told';
    if (idle !== '') return `Make countermeasures count: ${idle}`;
    if (today.round?.way.unshown)
        return `Add the flows of its path: nothing shows that it passes ${today.round.measures.join(', ')}`;
    if (today.round) return `Close the path round ${today.round.measures.join(', ')}, or add a countermeasure on it`;
    return 'Add a countermeasure: the residual risk is above the tolerable risk';
}

/** What is left to do for the risks that are above tolerable. */
function riskPlan(input: ReportInput, risk: RiskAssessment): readonly PlanRow[] {
    return risk.threats.flatMap((each): readonly PlanRow[] => {
        if (!each.residual || each.tolerable === null || isTolerable(each, each.today)) return [];
        const waiting = [
            ...new Set(each.mitigations.flatMap(state => (state.counts === 'planned' ? state.waitingFor : []))),
        ];
        const measures = waiting.flatMap(id => input.lookup.countermeasure(id) ?? []);
        const days = measures
            .map(countermeasure => countermeasure.due?.date)
            .filter(day => day !== undefined)
            .sort();
        const due = days.at(-1) ?? null;
        const enough = isTolerable(each, each.later) === true;
        const owners = [
            ...new Set(measures.map(countermeasure => countermeasure.owner).filter(owner => owner !== null)),
        ];
        return [
            {
                subject: each.threat.id,
                action:
                    waiting.length === 0
                        ? toDoFor(each)
                        : `Bring ${waiting.join(', ')} into ` +
                          `service${enough ? '' : ', and find more: the risk stays above tolerable'}`,
                kind: 'risk',
                requirements: [],
                measures: waiting,
                owner: owners.length > 0 ? owners.join(', ') : (input.model.system?.owner ?? null),
                due,
                overdue: due !== null && due < input.today,
            },
        ];
    });
}

/**
 * The plan: risks above tolerable first, then zone by zone what is missed, planned, only possible, and not assessed.
 */
export function planRows(
    input: ReportInput,
    risk: RiskAssessment,
    rows: readonly RequirementRow[],
): readonly PlanRow[] {
    const order = new Map(input.assessment.subjects.map((subject, index) => [subject.id, index]));
    const open = [...requirementPlan(rows)];
    open.sort((a, b) => (order.get(a.subject) ?? 0) - (order.get(b.subject) ?? 0));
    return [...riskPlan(input, risk), ...open];
}
