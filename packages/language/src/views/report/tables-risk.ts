import { targetSource } from '../text/target-source.ts';
import type { InvariantRow, ReportData } from './data.ts';
import { targetVerdict } from './section-risk.ts';
import type { DataTable } from './typed-table.ts';
import { date, grade, inWords, levels, number, table, text, yes } from './typed-table.ts';

/** Threats, what they ask for, what is met of it, and what is planned. */
export function riskTables(data: ReportData): readonly DataTable[] {
    const verdictOf = targetVerdict(data);
    return [
        table('threats', 'Threats', data.risk.threats, [
            text('Id', 20, row => row.id),
            text('Title', 36, row => row.title),
            text('Class', 12, row => row.category),
            text('From', 18, row => row.from),
            text('Against', 22, row => row.against),
            grade('Likelihood', row => row.likelihood),
            grade('Consequence', row => row.consequence),
            grade('Unmitigated risk', row => row.unmitigated),
            grade('Residual risk', row => row.residual),
            grade('Risk when planned', row => row.planned),
            grade('Tolerable risk', row => row.tolerable),
            text('Verdict', 20, row => inWords(row.verdict)),
            text('Countermeasures', 36, row =>
                row.measures.map(each => `${each.measures.join(', ')} to ${each.to || 'not stated'} (${each.counts})`),
            ),
            text('Goes through', 30, row => row.subjects),
            number('Suggested SL-T', row => row.suggests),
            text('Why not assessed', 30, row => row.missing),
            text('Description', 40, row => row.description),
        ]),
        table('targets', 'SL-T and its reason', data.targets, [
            text('Zone or conduit', 24, row => row.subject),
            text('Kind', 9, row => row.kind),
            ...levels<(typeof data.targets)[number]>('SL-T', row => row.slT),
            text('Source', 14, row => targetSource(row.source) || row.source.find(each => each !== null) || null),
            text('Reason', 40, row => row.because),
            ...levels<(typeof data.targets)[number]>('Suggested', row => row.suggested),
            text('Threats', 24, row => row.threats),
            text('Verdict', 24, row => verdictOf(row).text),
        ]),
        table('requirements', 'Statement of applicability', data.requirements, [
            text('Zone or conduit', 24, row => row.subject),
            text('Requirement', 14, row => row.id),
            text('Title', 44, row => row.title),
            text('FR', 6, row => row.fr),
            number('Lowest SL', row => row.level),
            yes('Required', row => row.required),
            text('State', 13, row => inWords(row.state)),
            text('By', 24, row => row.by),
            text('Because', 40, row => row.because),
            text('Evidence', 30, row => row.evidence),
            text('Owner', 20, row => row.owner),
            date('Due', row => row.due),
            yes('Overdue', row => row.overdue),
            text('Inherited from', 18, row => row.inheritedFrom),
            text('Does not count', 24, row => row.lapse),
            text('Contradicted by', 32, row => row.contradicted),
            text('See also NIST CSF 1.1', 20, row => row.csf),
            text('See also NERC CIP v6', 20, row => row.nerc),
            text('See also ATT&CK for ICS', 32, row => row.attack),
        ]),
        table('plan', 'Gaps and plan', data.plan, [
            text('Where', 24, row => row.subject),
            text('Kind', 13, row => inWords(row.kind)),
            text('What to do', 50, row => row.action),
            text('Requirements', 24, row => row.requirements),
            text('Countermeasures', 20, row => row.measures),
            text('Owner', 20, row => row.owner),
            date('Due', row => row.due),
            yes('Overdue', row => row.overdue),
        ]),
        table('roadmap', 'Roadmap', data.roadmap?.steps ?? [], [
            text('Countermeasure', 24, row => row.id),
            text('Title', 36, row => row.title),
            text('Status', 12, row => row.status),
            text('Owner', 20, row => row.owner),
            number('Cost', row => row.cost),
            date('Day', row => row.date),
            text('When', 30, row => row.when),
            text('Works at', 24, row => row.subjects),
            text('Closes', 50, row => row.closes),
        ]),
        table('countermeasures', 'Countermeasures', data.measures, [
            text('Id', 22, row => row.id),
            text('Title', 36, row => row.title),
            text('Status', 12, row => row.status),
            text('Owner', 20, row => row.owner),
            date('Due', row => row.due),
            yes('Overdue', row => row.overdue),
            number('Cost', row => row.cost),
            text('Evidence', 30, row => row.evidence),
            text('Requirements', 24, row => row.requirements),
            text('Works at', 24, row => row.worksAt),
            text('Threats', 18, row => row.threats),
        ]),
        table('traceability', 'Traceability', data.traceability, [
            text('Threat', 20, row => row.threat),
            text('Zone or conduit', 24, row => row.subject),
            ...levels<(typeof data.traceability)[number]>('SL-T', row => row.slT),
            text('Requirement', 14, row => row.requirement),
            text('State', 13, row => row.state && inWords(row.state)),
            text('Contradicted by', 32, row => row.contradicted),
            text('Countermeasure', 22, row => row.measure),
            text('On the path', 12, row => (row.onPath === null ? null : row.onPath ? 'yes' : 'no')),
            text('Status', 12, row => row.status),
            text('Evidence', 30, row => row.evidence),
        ]),
        table('invariants', 'Invariants', data.invariants, [
            text('Id', 22, row => row.id),
            text('Title', 36, row => row.title),
            text('Clauses', 44, row => row.clauses),
            text('Holds', 12, row => (!row.holds ? 'no' : isProved(row) ? 'yes' : 'not proved')),
            yes('Proves nothing', row => row.vacuous || (row.holds && !isProved(row))),
            text('Counterexample', 40, row => row.counterexample),
            text('Exceptions', 40, row => row.exceptions),
            text('Left open by', 40, row => [...(row.understood ? [] : ['what was not understood']), ...row.leftOpen]),
        ]),
    ];
}

const isProved = ({ holds, understood, leftOpen }: InvariantRow): boolean =>
    holds && understood && leftOpen.length === 0;
