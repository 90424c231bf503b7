import { regulationLines } from '../../catalogue/regulations.ts';
import { remedyText, versionText, windowText } from '../advisories/index.ts';
import { maturityText, saidText, sourceText } from '../life-cycle/index.ts';
import type { LevelsPart, ReportData } from './data.ts';
import { writeVector } from '../../model/index.ts';
import { frAbbreviations } from '../../catalogue/index.ts';

/** The value of one cell; `null` where nothing is said. Days are `YYYY-MM-DD`. */
export type Value = string | number | boolean | null;

/** A column of one type: every value in it is of that type or `null`. */
export interface TypedColumn {
    readonly title: string;
    readonly type: 'text' | 'number' | 'date' | 'yes-no';
    /** Characters that fit in a usual value, for the width of the column. */
    readonly width: number;
}

/** A part of the report as a plain table, for spreadsheets and other programs. */
export interface DataTable {
    /** Lower case letters and hyphens; names the sheet and the table. */
    readonly name: string;
    readonly title: string;
    readonly columns: readonly TypedColumn[];
    readonly rows: readonly (readonly Value[])[];
}

type Field<T> = TypedColumn & {
    readonly of: (row: T) => Value;
    /** True for texts that are numbers where the site counts in numbers: the whole column is of that type then. */
    readonly perhapsNumbers?: true;
};

function text<T>(title: string, width: number, of: (row: T) => string | readonly string[] | null): Field<T> {
    return {
        title,
        type: 'text',
        width,
        of: row => {
            const value = of(row);
            return value === null || typeof value === 'string' ? value : value.length === 0 ? null : value.join('\n');
        },
    };
}

function number<T>(title: string, of: (row: T) => number | null): Field<T> {
    return { title, type: 'number', width: 8, of };
}

/** A level or a risk: a number, or the words of the site's own matrix. */
function grade<T>(title: string, of: (row: T) => string | null): Field<T> {
    return { ...text<T>(title, 14, of), perhapsNumbers: true };
}

function date<T>(title: string, of: (row: T) => string | null): Field<T> {
    return { title, type: 'date', width: 12, of };
}

function yes<T>(title: string, of: (row: T) => boolean): Field<T> {
    return { title, type: 'yes-no', width: 9, of };
}

function levels<T>(what: string, of: (row: T) => readonly (number | null)[]): readonly Field<T>[] {
    return frAbbreviations.map((abbr, fr) => number<T>(`${what} ${abbr}`, row => of(row)[fr] ?? null));
}

/** SL-T as far as it is written at the zone or conduit itself, in the notation of the language. */
function statedTarget({ slT, slTSource }: LevelsPart): string | null {
    return writeVector(slT.map((level, fr) => (slTSource[fr] === 'stated' ? level : null))) || null;
}

/** A column with its values; one of grades that are all numbers is a column of numbers. */
function column<T>(
    rows: readonly T[],
    { title, type, width, of, perhapsNumbers }: Field<T>,
): { readonly column: TypedColumn; readonly values: readonly Value[] } {
    const values = rows.map(of);
    const numbers =
        perhapsNumbers &&
        values.every(value => value === null || (typeof value === 'string' && /^\d+(?:\.\d+)?$/.test(value)));
    if (!numbers) return { column: { title, type, width }, values };
    return {
        column: { title, type: 'number', width: 8 },
        values: values.map(value => (value === null ? null : Number(value))),
    };
}

function table<T>(name: string, title: string, rows: readonly T[], fields: readonly Field<T>[]): DataTable {
    const columns = fields.map(field => column(rows, field));
    return {
        name,
        title,
        columns: columns.map(each => each.column),
        rows: rows.map((_, index) => columns.map(each => each.values[index] ?? null)),
    };
}

/** What the model says of the system itself, a row a value. */
function systemFacts({ document, system }: ReportData): readonly (readonly [string, string])[] {
    const rows: readonly (readonly [string, readonly (string | null)[]])[] = [
        ['Id', [document.system]],
        ['Title', [system.title]],
        ['Owner', [system.owner]],
        ['Description', [system.description]],
        ['Tolerable risk', [system.tolerableRisk]],
        ['Location', system.locations],
        ['Regulation', system.regulations],
        ['Evidence', system.evidence],
    ];
    return rows.flatMap(([fact, values]) =>
        values.flatMap((value): readonly (readonly [string, string])[] => (value === null ? [] : [[fact, value]])),
    );
}

/** Every list of the report as a typed table, in the order of the document. */
export function toTables(data: ReportData): readonly DataTable[] {
    return [
        table('system', 'System', systemFacts(data), [
            text('Fact of the system', 24, row => row[0]),
            text('Value', 80, row => row[1]),
        ]),
        table(
            'zones-and-conduits',
            'Zones and conduits',
            [...data.zones, ...data.conduits],
            [
                text('Id', 24, row => row.id),
                text('Kind', 9, row => row.kind),
                text('Title', 30, row => row.title),
                text('Zone kind', 12, row => row.zoneKind),
                text('Purdue level', 8, row => row.purdue),
                text('Inside', 20, row => row.parent),
                text('Traits', 16, row => row.traits),
                ...levels<(typeof data.zones)[number]>('SL-T', row => row.levels.slT),
                ...levels<(typeof data.zones)[number]>('SL-C', row => row.levels.slC),
                ...levels<(typeof data.zones)[number]>('SL-A', row => row.levels.slA),
                ...levels<(typeof data.zones)[number]>('Gap', row => row.levels.gap),
                text('SL-T as stated', 14, row => statedTarget(row.levels)),
                text('SL-A as claimed', 14, row => writeVector(row.levels.slAClaimed) || null),
                text('Description', 40, row => row.description),
            ],
        ),
        table(
            'characteristics',
            'Characteristics (ZCR 6.4)',
            [...data.zones, ...data.conduits].flatMap(part =>
                part.characteristics.map(row => ({ ...row, subject: part.id })),
            ),
            [
                text('Zone or conduit', 24, row => row.subject),
                text('Item', 6, row => row.item),
                text('Characteristic', 28, row => row.name),
                text('Value', 60, row => row.values),
                text('Source', 10, row => row.source),
            ],
        ),
        table('assets', 'Assets', data.assets, [
            text('Id', 28, row => row.id),
            text('Title', 28, row => row.title),
            text('Zone or conduit', 20, row => row.container),
            text('Type', 18, row => row.type),
            text('Component type', 20, row => row.componentType),
            text('Addresses', 16, row => row.addresses),
            text('Vendor', 16, row => row.vendor),
            text('Product', 20, row => row.product),
            text('Version', 10, row => row.version),
            text('Location', 20, row => row.location),
            text('Criticality', 10, row => row.criticality),
            text('Traits', 14, row => row.traits),
            ...levels<(typeof data.assets)[number]>('SL-C', row => row.slC),
            text('Needs', 20, row => row.needs),
            text('Serves', 16, row => row.serves),
        ]),
        table('flows', 'Flows', data.flows, [
            text('Stands in', 20, row => row.container),
            text('From', 24, row => row.from),
            text('Arrow', 6, row => row.arrow),
            text('To', 24, row => row.to),
            text('Protocols', 18, row => row.protocols),
            text('Ports', 18, row => row.ports || null),
            text('Purpose', 30, row => row.purpose),
            text('Access', 9, row => row.access),
            text('Secured', 24, row => row.secured),
            text('Secured by', 20, row => row.securedBy),
            text('Carries', 20, row => row.carries),
            text('Approved by', 20, row => row.approvedBy),
            date('Until', row => row.until),
            yes('Expired', row => row.expired),
            yes('Crosses', row => row.crosses),
            text('Id', 40, row => row.id),
        ]),
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
            text('Verdict', 20, row => row.verdict),
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
            text('Reason', 40, row => row.because),
            ...levels<(typeof data.targets)[number]>('Suggested', row => row.suggested),
            text('Threats', 24, row => row.threats),
            text('Verdict', 14, row => row.verdict),
        ]),
        table('requirements', 'Statement of applicability', data.requirements, [
            text('Zone or conduit', 24, row => row.subject),
            text('Requirement', 14, row => row.id),
            text('Title', 44, row => row.title),
            text('FR', 6, row => row.fr),
            number('Lowest SL', row => row.level),
            yes('Required', row => row.required),
            text('State', 13, row => row.state),
            text('By', 24, row => row.by),
            text('Because', 40, row => row.because),
            text('Evidence', 30, row => row.evidence),
            text('Owner', 20, row => row.owner),
            date('Due', row => row.due),
            yes('Overdue', row => row.overdue),
            text('Inherited from', 18, row => row.inheritedFrom),
            text('See also NIST CSF 1.1', 20, row => row.csf),
            text('See also NERC CIP v6', 20, row => row.nerc),
            text('See also ATT&CK for ICS', 32, row => row.attack),
        ]),
        table('plan', 'Gaps and plan', data.plan, [
            text('Where', 24, row => row.subject),
            text('Kind', 13, row => row.kind),
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
            text('State', 13, row => row.state),
            text('Countermeasure', 22, row => row.measure),
            text('Status', 12, row => row.status),
            text('Evidence', 30, row => row.evidence),
        ]),
        table('invariants', 'Invariants', data.invariants, [
            text('Id', 22, row => row.id),
            text('Title', 36, row => row.title),
            text('Clauses', 44, row => row.clauses),
            yes('Holds', row => row.holds),
            yes('Proves nothing', row => row.vacuous),
            text('Counterexample', 40, row => row.counterexample),
            text('Exceptions', 40, row => row.exceptions),
        ]),
        table('found', 'The plant as found', data.found?.rows ?? [], [
            text('Where', 24, row => row.group),
            text('Kind', 9, row => row.kind),
            text('What', 50, row => row.what),
            text('Declared', 18, row => row.declared),
            text('Configured', 24, row => row.configured),
            text('Seen', 24, row => row.observed),
            text('Verdict', 16, row => row.verdict),
            text('File', 24, row => row.file),
            number('Line', row => row.line),
        ]),
        table('evidence', 'Evidence', data.found?.evidence ?? [], [
            text('Kind', 12, row => row.kind),
            text('Id', 22, row => row.id),
            text('Of', 30, row => row.of),
            date('First day', row => row.first),
            date('Last day', row => row.last),
            text('File', 24, row => row.source),
            text('SHA-256', 66, row => row.sha256),
        ]),
        table('advisories', 'Advisories', data.advisories?.readings ?? [], [
            text('When', 12, row => row.weight?.urgency ?? null),
            text('Advisory', 20, row => row.advisory),
            text('Title', 40, row => row.title),
            text('Publisher', 16, row => row.publisher),
            date('Date', row => row.dated),
            text('Revision', 8, row => row.revision),
            text('Asset', 22, row => row.asset),
            text('Product', 36, row => row.products),
            text('Version', 14, row => versionText(row)),
            text('Verdict', 14, row => row.verdict),
            text('Vulnerabilities', 30, row => row.vulnerabilities.map(each => each.cve)),
            text('Why it is not known', 40, row => row.why),
            number('CVSS', row => row.weight?.score ?? null),
            text('Reason', 50, row => row.weight?.reasons ?? null),
            text('Remedy', 30, row => (row.weight ? remedyText(row) : null)),
            text('Window', 24, row => (row.weight ? windowText(row) : null)),
        ]),
        table('names-to-confirm', 'Names to confirm', data.advisories?.unconfirmed ?? [], [
            text('Product', 24, row => row.holders),
            text('Assets', 40, row => row.assets),
            text('May be', 50, row => row.candidates.map(each => each.name)),
            text('Advisories', 40, row => [...new Set(row.candidates.flatMap(each => each.advisories))]),
        ]),
        table('findings', 'Open findings', data.findings, [
            text('Severity', 9, row => row.severity),
            text('Rule', 28, row => row.rule),
            text('Where', 22, row => row.subject),
            text('Finding', 70, row => row.message),
            text('Basis', 18, row => row.basis),
            text('File', 24, row => row.file),
            number('Line', row => row.line),
        ]),
        table('accepted', 'Accepted findings', data.accepted, [
            text('Rule', 28, row => row.rule),
            text('Where', 22, row => row.subject),
            text('Finding', 60, row => row.message),
            text('Because', 40, row => row.because),
            date('Until', row => row.until),
            text('File', 24, row => row.file),
            number('Line', row => row.line),
        ]),
        table('assumptions', 'Assumptions', data.assumptions, [
            text('Where', 24, row => row.subject),
            text('Assumption', 80, row => row.text),
        ]),
        table('policies', 'Policies', data.policies, [
            text('Where', 24, row => row.subject),
            text('Policy', 80, row => row.text),
        ]),
        table('not-assessed', 'What was not assessed', data.notAssessed, [
            text('Where', 24, row => row.subject),
            text('What', 80, row => row.what),
        ]),
        table('functions', 'Functions', data.functions, [
            text('Id', 20, row => row.id),
            text('Function', 36, row => row.title),
            yes('Essential', row => row.essential),
            text('Needs', 30, row => row.needs),
            text('Endures', 30, row => row.endures),
            text('Works without', 40, row => row.worksWithout),
            text('By hand', 40, row => row.fallback),
            text('Owner', 20, row => row.owner),
        ]),
        table('islands', 'Islands', data.islands, [
            text('Island', 20, row => row.island),
            text('Title', 30, row => row.title),
            text('What is cut', 28, row => row.cut),
            text('Function', 20, row => row.keeps),
            text('For', 12, row => row.for),
            text('Verdict', 12, row => row.verdict),
            date('Until', row => row.until),
            text('Why', 60, row => row.because),
        ]),
        table('forecast', 'What changes when', data.forecast, [
            date('Day', row => row.date),
            date('Last day', row => row.last),
            text('Kind', 18, row => row.kind),
            text('What', 70, row => row.what),
            text('Where', 24, row => row.subject),
        ]),
        table('levels-in-time', 'Today, planned, forecast', data.levelsInTime, [
            text('Where', 24, row => row.subject),
            text('SL-T', 18, row => writeVector(row.slT) || null),
            text('SL-A today', 18, row => row.today && writeVector(row.today)),
            text('SL-A planned', 18, row => row.planned && writeVector(row.planned)),
            text('SL-A forecast', 18, row => row.forecast && writeVector(row.forecast)),
        ]),
        table('parties', 'Parties', data.parties, [
            text('Id', 20, row => row.id),
            text('Party', 30, row => row.title),
            text('Roles', 30, row => row.roles),
            text('Certificates', 50, row => row.certificates.map(each => each.text)),
            text('Valid until', 14, row => row.certificates.map(each => each.until ?? 'not said')),
            text('What it is', 50, row => row.description),
        ]),
        table('raci', 'Accountable and responsible', data.raci, [
            text('Where', 28, row => row.id),
            text('Accountable', 24, row => row.accountable),
            text('Operates', 18, row => row.responsible.operatedBy.parties),
            text('Integrates', 18, row => row.responsible.integratedBy.parties),
            text('Maintains', 18, row => row.responsible.maintainedBy.parties),
            text('Supplies', 18, row => row.responsible.suppliedBy.parties),
            text('Monitors', 18, row => row.monitoredBy),
        ]),
        table(
            'organisations',
            'Requirements on organisations',
            data.organisations.flatMap(({ part, holders }) =>
                holders.flatMap(({ id, rows }) => rows.map(row => ({ part, holder: id, row }))),
            ),
            [
                text('Part', 6, ({ part }) => part),
                text('Of', 18, ({ holder }) => holder),
                text('Requirement', 16, ({ row }) => row.id),
                text('Title', 44, ({ row }) => row.title),
                text('State', 14, ({ row }) => row.state),
                text('Where that is from', 44, ({ row }) => sourceText(row)),
                text('Maturity', 16, ({ row }) => maturityText(row.maturity) || null),
                text('What is said', 60, ({ row }) => saidText(row) || null),
                date('Evidence until', ({ row }) => row.evidenceUntil),
                date('Due', ({ row }) => row.due),
                text('In doubt', 40, ({ row }) => row.doubt),
                text('See also', 60, ({ row }) => regulationLines(row.seeAlso)),
            ],
        ),
        table('further-facts', 'Further facts', data.further, [
            text('Kind', 14, row => row.kind),
            text('Where', 28, row => row.id),
            text('What the model says', 80, row => row.facts),
        ]),
        table('files', 'Files of the model', data.document.files, [
            text('File', 40, row => row.path),
            text('SHA-256', 66, row => row.sha256),
        ]),
        table('sources', 'Sources', data.sources, [
            text('Name', 20, row => row.name),
            text('Text', 100, row => row.text),
        ]),
    ];
}
