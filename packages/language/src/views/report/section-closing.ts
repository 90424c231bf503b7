import { counted } from '../../model/index.ts';
import type { Block, Cell, Section } from './document.ts';
import type { FindingRow, InvariantRow, NoteRow, ReportData } from './data.ts';
import { heading, list, said, section } from './section-parts.ts';

export function notAssessedSection(data: ReportData): Section {
    const table: Block = {
        kind: 'table',
        caption: 'What the model does not state',
        columns: [
            { title: 'Where', weight: 1 },
            { title: 'Not assessed or not documented', weight: 4 },
        ],
        rows: data.notAssessed.map(row => [row.subject ?? 'the system', row.what]),
    };
    return section('not-assessed', 'What was not assessed', null, [
        data.notAssessed.length === 0
            ? { kind: 'paragraph', text: 'Everything that this document speaks of was assessed.' }
            : table,
    ]);
}

function notes(caption: string, rows: readonly NoteRow[], none: string): Block {
    if (rows.length === 0) return { kind: 'paragraph', text: none };
    return {
        kind: 'table',
        caption,
        columns: [{ title: 'Where' }, { title: caption, weight: 4 }],
        rows: rows.map(row => [row.subject ?? 'the system', row.text]),
    };
}

export function assumptionsSection(data: ReportData): Section {
    return section('assumptions', 'Assumptions and policies', 'ZCR 6.5, ZCR 6.7', [
        heading(2, 'environment', 'Operating environment'),
        notes('Assumptions', data.assumptions, 'No assumption is documented.'),
        heading(2, 'policies', 'Organisational security policies'),
        notes('Policies', data.policies, 'No policy is documented.'),
    ]);
}

export function invariantsSection(data: ReportData): Section {
    if (data.invariants.length === 0) {
        return section('invariants', 'Invariants', null, [
            { kind: 'paragraph', text: 'No invariant is declared, so nothing is stated about reachability.' },
        ]);
    }
    const verdict = ({ holds, understood, leftOpen, vacuousBecause, clauses }: InvariantRow): Cell => {
        if (!holds) return { text: 'broken', tone: 'bad' };
        if (clauses.length === 0) return { text: 'states nothing yet', tone: 'fair' };
        if (!understood) return { text: 'not proved: not everything was understood', tone: 'fair' };
        if (leftOpen.length > 0) return { text: `not proved: ${leftOpen.slice(0, 2).join(' ')}`, tone: 'fair' };
        if (vacuousBecause.length === 0) return { text: 'holds', tone: 'good' };
        const much = vacuousBecause.length === clauses.length ? 'proves nothing' : 'one clause proves nothing';
        return { text: `holds, but ${much}: ${vacuousBecause.join('; ')}`, tone: 'fair' };
    };
    return section('invariants', 'Invariants', null, [
        {
            kind: 'paragraph',
            text:
                'What has to hold about reachability, proved over the declared flows. What is connected in ' +
                'the plant and not ' +
                'declared here is not part of the proof.',
        },
        {
            kind: 'table',
            caption: counted(data.invariants.length, 'invariant'),
            columns: [
                { title: 'Invariant', weight: 1.6 },
                { title: 'Clauses', weight: 2.6 },
                { title: 'Verdict', weight: 2 },
                { title: 'Counterexample', weight: 1.6 },
                { title: 'Exceptions', weight: 1.6 },
            ],
            rows: data.invariants.map(row => [
                `${row.id}${row.title ? `\n${row.title}` : ''}`,
                row.clauses.join('\n'),
                verdict(row),
                said(row.counterexample.join(' → ')),
                list(row.exceptions),
            ]),
        },
    ]);
}

/** Declared, configured and seen; `null` where there is no evidence to compare. */
export function foundSection({ found }: ReportData): Section | null {
    if (!found) return null;
    const good = new Set(['healthy', 'documented']);
    const open = found.rows.filter(row => !good.has(row.verdict));
    const table: Block =
        open.length === 0
            ? { kind: 'paragraph', text: 'Where all three were known, they agree.' }
            : {
                  kind: 'table',
                  caption: `${counted(open.length, 'row that differs or was', 'rows that differ or were')} not known`,
                  columns: [
                      { title: 'Where', weight: 1.2 },
                      { title: 'What', weight: 2.6 },
                      { title: 'Declared', weight: 1 },
                      { title: 'Configured', weight: 1.2 },
                      { title: 'Seen', weight: 1.2 },
                      { title: 'Verdict', weight: 1 },
                  ],
                  rows: open.map(row => [
                      row.group,
                      row.what,
                      said(row.declared),
                      said(row.configured),
                      said(row.observed),
                      row.verdict,
                  ]),
              };
    return section('found', 'The plant as found', 'ZCR 6.4, SR 5.2', [
        {
            kind: 'paragraph',
            text:
                'Compares what is declared, what firewalls are configured to permit and what was observed. What ' +
                'is not known is reported as unknown, never as "no" and never as "fine".',
        },
        heading(2, 'found-evidence', 'Evidence'),
        {
            kind: 'table',
            caption: 'What the comparison rests on',
            columns: [
                { title: 'Evidence', weight: 1.4 },
                { title: 'Of', weight: 1.4 },
                { title: 'Days', weight: 1 },
                { title: 'File', weight: 1.2 },
                { title: 'SHA-256', weight: 2.6 },
            ],
            rows: found.evidence.map(row => [
                `${row.kind} ${row.id}${row.title === null ? '' : `\n${row.title}`}`,
                list(row.of),
                said([row.first, row.last].filter(day => day !== null).join(' to ')),
                said(row.source ?? ''),
                list(row.sha256),
            ]),
        },
        ...found.notes.map((text): Block => ({ kind: 'paragraph', text, marked: true })),
        heading(2, 'found-table', 'What differs'),
        table,
    ]);
}

function place(row: FindingRow): string {
    return row.file === null ? '' : `${row.file}${row.line === null ? '' : `:${row.line}`}`;
}

export function findingsSection(data: ReportData): Section {
    const tones = { error: 'bad', warning: 'fair', info: 'quiet' } as const;
    const open: Block =
        data.findings.length === 0
            ? { kind: 'paragraph', text: 'No finding is open.' }
            : {
                  kind: 'table',
                  caption: counted(data.findings.length, 'open finding'),
                  columns: [
                      { title: 'Severity', weight: 0.8 },
                      { title: 'Where', weight: 1.4 },
                      { title: 'Finding', weight: 4 },
                      { title: 'Rule and basis', weight: 1.6 },
                  ],
                  rows: data.findings.map(row => [
                      { text: row.severity, tone: tones[row.severity] },
                      said([row.subject ?? '', place(row)].filter(each => each !== '').join('\n')),
                      { text: row.message, marked: true },
                      [row.rule, row.basis.join(', ')].filter(each => each !== '').join('\n'),
                  ]),
              };
    const accepted: Block =
        data.accepted.length === 0
            ? { kind: 'paragraph', text: 'No finding is accepted.' }
            : {
                  kind: 'table',
                  caption: counted(data.accepted.length, 'accepted finding'),
                  columns: [
                      { title: 'Severity', weight: 0.8 },
                      { title: 'Where', weight: 1.3 },
                      { title: 'Finding', weight: 2.7 },
                      { title: 'Rule', weight: 1.4 },
                      { title: 'Because', weight: 2 },
                      { title: 'Until', weight: 1.1 },
                  ],
                  rows: data.accepted.map(row => [
                      row.severity,
                      said(row.subject ?? place(row)),
                      { text: row.message, marked: true },
                      row.rule,
                      row.because ?? { text: 'no reason', tone: 'bad' },
                      row.until ?? { text: 'no end', tone: 'fair' },
                  ]),
              };
    return section('findings', 'Findings', null, [
        heading(2, 'open-findings', 'Open'),
        open,
        heading(2, 'accepted-findings', 'Accepted, with reason and expiry'),
        accepted,
    ]);
}

/** What the model says and no section above shows. */
export function furtherSection(data: ReportData): Section | null {
    if (data.further.length === 0) return null;
    return section('further', 'Further facts', null, [
        { kind: 'paragraph', text: 'Further facts of the model, in its own words.' },
        {
            kind: 'table',
            caption: `Further facts about ${counted(data.further.length, 'element')}`,
            columns: [
                { title: 'Kind', weight: 0.8 },
                { title: 'Where', weight: 1.6 },
                { title: 'What the model says', weight: 4 },
            ],
            rows: data.further.map(row => [row.kind, row.id, row.facts.join('\n')]),
        },
    ]);
}

/** Requirements with what other catalogues name beside them. */
function seeAlso(data: ReportData): Block {
    const asked = new Set(data.requirements.filter(row => row.required).map(row => row.id));
    const known = new Set<string>();
    const rows = data.requirements.filter(row => {
        const shown =
            asked.has(row.id) && !known.has(row.id) && row.csf.length + row.nerc.length + row.attack.length > 0;
        known.add(row.id);
        return shown;
    });
    if (rows.length === 0)
        return { kind: 'paragraph', text: 'No requirement is asked for that other catalogues name.' };
    return {
        kind: 'table',
        caption: 'See also, for the requirements that some SL-T asks for: references, no equivalences',
        columns: [
            { title: 'Requirement', weight: 2 },
            { title: 'NIST CSF 1.1', weight: 1.6 },
            { title: 'NERC CIP version 6', weight: 2 },
            { title: 'ATT&CK for ICS mitigations', weight: 2.4 },
        ],
        rows: rows.map(row => [`${row.id} ${row.title}`, list(row.csf), list(row.nerc), list(row.attack)]),
    };
}

export function sourcesSection(data: ReportData): Section {
    return section('sources', 'Sources and cross references', null, [
        { kind: 'facts', rows: data.sources.map(source => ({ name: source.name, values: [source.text] })) },
        heading(2, 'see-also', 'See also'),
        seeAlso(data),
        heading(2, 'files', 'Files of the model'),
        {
            kind: 'table',
            caption: `SHA-256 of each file; the one of the list as sha256sum prints it is ${data.document.sha256}`,
            columns: [
                { title: 'File', weight: 1 },
                { title: 'SHA-256', weight: 2 },
            ],
            rows: data.document.files.map(file => [file.path, file.sha256]),
        },
    ]);
}

export function signOffSection(data: ReportData): Section {
    return section('sign-off', 'Sign-off', 'ZCR 7.1', [
        {
            kind: 'paragraph',
            text:
                `Who signs has read this document, revision ${data.document.revision ?? 'not stated'}, of the ` +
                `model with SHA-256 ${data.document.sha256}, ` +
                'including what was not assessed, and approves the zones and conduits, their SL-T, the plan and ' +
                'the accepted findings.',
        },
        {
            kind: 'sign-off',
            roles: ['Asset owner', 'Responsible for cyber security', 'Responsible for safety', 'Author'],
        },
    ]);
}
