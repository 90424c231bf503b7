import { targetSource } from '../text/target-source.ts';
import type { Block, Cell, Section, Tone } from './document.ts';
import type { MatrixPart, ReportData, TargetRow, ThreatRow, TraceRow } from './data.ts';
import { vectorText } from './risk-part.ts';
import { heading, list, named, said, section, stateCell, subjectLink } from './section-parts.ts';

const verdicts: Readonly<Record<ThreatRow['verdict'], { readonly text: string; readonly tone: Tone }>> = {
    tolerable: { text: 'tolerable', tone: 'good' },
    'tolerable-when-planned': {
        text: 'above; tolerable once the planned countermeasures are in service',
        tone: 'fair',
    },
    above: { text: 'above tolerable', tone: 'bad' },
    undecided: { text: 'cannot tell: not every path was tried', tone: 'bad' },
    'not-compared': { text: 'not compared: no tolerable risk stated', tone: 'bad' },
    'not-assessed': { text: 'not assessed', tone: 'bad' },
};

function gridBlock(
    caption: string,
    likelihoods: readonly string[],
    consequences: readonly string[],
    cells: MatrixPart['cells'],
): Block {
    const cell = (each: MatrixPart['cells'][number][number]): Cell => {
        const text = [
            each.label,
            ...(each.unmitigated.length > 0 ? [`before: ${each.unmitigated.join(', ')}`] : []),
            ...(each.residual.length > 0 ? [`today: ${each.residual.join(', ')}`] : []),
        ].join('\n');
        return each.tolerable === null ? text : { text, tone: each.tolerable ? 'good' : 'bad' };
    };
    return {
        kind: 'table',
        caption,
        rowHeads: true,
        look: 'grid',
        columns: [{ title: 'Consequence' }, ...likelihoods.map(name => ({ title: name, align: 'center' as const }))],
        rows: cells.map((row, index) => [consequences[index] ?? '', ...row.map(cell)]).reverse(),
    };
}

function matrixBlocks(matrix: MatrixPart): readonly Block[] {
    const apart = matrix.classes.filter(each => each.cells.length > 0);
    const others = apart.length === 0 ? 'Threats' : 'Threats of the other classes or of none';
    const legend = 'without countermeasures and with those in service today; consequence by row, likelihood by column';
    return [
        heading(2, 'risk-matrix', 'Risk matrix'),
        {
            kind: 'facts',
            rows: [
                { name: 'Matrix', values: [matrix.source ?? matrix.name] },
                { name: 'Tolerable risk', values: [matrix.tolerable ?? { text: 'not stated', tone: 'bad' }] },
                {
                    name: 'SL-T from risk',
                    values: [`${matrix.targetRule}. A convention: IEC 62443-3-2 leaves the method to the site.`],
                },
            ],
        },
        ...(matrix.classes.length === 0
            ? []
            : [
                  {
                      kind: 'table' as const,
                      caption: 'Consequence classes: what is tolerable, and which foundational requirements they move',
                      columns: [
                          { title: 'Class' },
                          { title: 'Tolerable' },
                          { title: 'Moves the SL-T of' },
                          { title: 'Judged by' },
                      ],
                      rows: matrix.classes.map(each => [
                          each.name,
                          said(each.tolerable),
                          each.targets.length === 0 ? 'all' : each.targets.join(' '),
                          each.cells.length === 0 ? 'the matrix' : 'a matrix of its own, below',
                      ]),
                  },
              ]),
        gridBlock(`${others} in the risk matrix, ${legend}`, matrix.likelihoods, matrix.consequences, matrix.cells),
        ...apart.map(each =>
            gridBlock(
                `Threats of class ${each.name} in the risk matrix, ${legend}`,
                matrix.likelihoods,
                each.consequences,
                each.cells,
            ),
        ),
    ];
}

function threatBlocks(threat: ThreatRow): readonly Block[] {
    const verdict = verdicts[threat.verdict];
    const counts = { today: 'counts today', planned: 'planned', no: 'does not count' };
    return [
        heading(3, `threat-${subjectLink(threat.id)}`, named(threat)),
        {
            kind: 'facts',
            rows: [
                ...(threat.description ? [{ name: 'Description', values: [threat.description] }] : []),
                {
                    name: 'From',
                    values: [threat.from.length > 0 ? list(threat.from) : 'not stated: counted as an attacker on site'],
                },
                { name: 'Against', values: [list(threat.against)] },
                ...(threat.category ? [{ name: 'Consequence class', values: [threat.category] }] : []),
                {
                    name: 'Goes through',
                    values: [
                        list(threat.subjects),
                        ...(threat.pathExists === false
                            ? [{ text: 'no declared flow leads there', tone: 'bad' as const }]
                            : []),
                    ],
                },
                {
                    name: 'Countermeasures',
                    values:
                        threat.measures.length === 0
                            ? [{ text: 'none', tone: 'bad' }]
                            : threat.measures.map(
                                  each =>
                                      `${each.measures.join(', ')}` +
                                      `${each.to ? ` to ${each.to}` : ', effect not stated'} ` +
                                      `(${counts[each.counts]}${each.why === null ? '' : `: ${each.why}`})`,
                              ),
                },
                { name: 'Verdict', values: [verdict, ...threat.missing] },
            ],
        },
    ];
}

export function riskSection(data: ReportData): Section {
    const { risk } = data;
    const basis = 'ZCR 5, ZCR 6.6';
    const problem: readonly Block[] =
        risk.problems.length === 0
            ? []
            : [
                  {
                      kind: 'note',
                      tone: 'bad',
                      title: risk.matrix
                          ? 'Not all that is said of the risk matrix is used'
                          : 'The risk matrix cannot be used',
                      text: risk.problems.join(' '),
                  },
              ];
    if (risk.threats.length === 0) {
        return section('risk', 'Threats and risk', basis, [
            ...problem,
            { kind: 'paragraph', text: 'No threat is described, so no risk is assessed.' },
            ...(risk.matrix ? matrixBlocks(risk.matrix) : []),
        ]);
    }
    return section('risk', 'Threats and risk', basis, [
        ...problem,
        {
            kind: 'table',
            caption:
                'Risk of every threat: unmitigated, with the countermeasures that count today, and with the ' +
                'planned ones',
            columns: [
                { title: 'Threat', weight: 2.2 },
                { title: 'Likelihood', weight: 1.1 },
                { title: 'Consequence', weight: 1.3 },
                { title: 'Unmitigated', weight: 1.25 },
                { title: 'Residual' },
                { title: 'When planned' },
                { title: 'Tolerable' },
                { title: 'Verdict', weight: 1.7 },
            ],
            rows: risk.threats.map(threat => [
                {
                    text: `${threat.id}${threat.title ? `\n${threat.title}` : ''}`,
                    link: `threat-${subjectLink(threat.id)}`,
                },
                said(threat.likelihood),
                said(threat.consequence),
                said(threat.unmitigated),
                said(threat.residual),
                said(threat.planned),
                said(threat.tolerable),
                verdicts[threat.verdict],
            ]),
        },
        ...(risk.matrix ? matrixBlocks(risk.matrix) : []),
        heading(2, 'threats', 'Threats one by one'),
        ...risk.threats.flatMap(threatBlocks),
    ]);
}

const targetVerdicts: Readonly<Record<TargetRow['verdict'], { readonly text: string; readonly tone: Tone }>> = {
    'as-suggested': { text: 'as suggested', tone: 'good' },
    below: { text: 'below the suggestion', tone: 'bad' },
    above: { text: 'above the suggestion', tone: 'fair' },
    'no-threat': { text: 'no threat', tone: 'fair' },
    'not-stated': { text: 'no SL-T', tone: 'bad' },
    'not-rated': { text: 'its threats are not rated', tone: 'bad' },
};

/** What is said of an SL-T, by its row: of a zone that is no part of the system none is missing. */
export function targetVerdict({
    zones,
}: ReportData): (row: TargetRow) => { readonly text: string; readonly tone: Tone } {
    const outside = new Set(
        zones.filter(({ zoneKind }) => zoneKind === 'enterprise' || zoneKind === 'external').map(({ id }) => id),
    );
    return row =>
        row.verdict === 'not-stated' && outside.has(row.subject)
            ? { text: 'none: outside of the system', tone: 'quiet' }
            : targetVerdicts[row.verdict];
}

export function targetsSection(data: ReportData): Section {
    const verdict = targetVerdict(data);
    return section('targets', 'Security level targets', 'ZCR 5.6', [
        {
            kind: 'table',
            caption: 'SL-T of every zone and conduit, its reason, and what the risk suggests',
            columns: [
                { title: 'Zone or conduit', weight: 1.4 },
                { title: 'SL-T', weight: 1.2 },
                { title: 'Source', weight: 0.8 },
                { title: 'Reason', weight: 2.4 },
                { title: 'Suggested', weight: 1.2 },
                { title: 'Threats', weight: 1.6 },
                { title: 'Verdict', weight: 1.1 },
            ],
            rows: data.targets.map(row => [
                { text: row.subject, link: subjectLink(row.subject) },
                vectorText(row.slT),
                said(targetSource(row.source) || row.source.find(each => each !== null)),
                said(row.because),
                vectorText(row.suggested),
                list(row.threats),
                verdict(row),
            ]),
        },
    ]);
}

/** Rows that differ in the requirement alone, with all of their requirements. */
function traceGroups(rows: readonly TraceRow[]): readonly (readonly [TraceRow, readonly string[]])[] {
    const groups = Map.groupBy(rows, row =>
        JSON.stringify([row.subject, row.state, row.contradicted, row.measure, row.onPath, row.status, row.evidence]),
    );
    return [...groups.values()].map(group => [group[0]!, group.flatMap(row => row.requirement ?? [])] as const);
}

/** Where countermeasures work, by their id. */
type Places = ReadonlyMap<string, readonly string[]>;

/** The countermeasures of a threat that work at a place or at something in it, and meet nothing that is asked for. */
function workingAt(place: string, rows: readonly TraceRow[], places: Places): readonly string[] {
    const isHere = (at: string): boolean => at === place || at.slice(0, at.lastIndexOf('.')) === place;
    return rows.flatMap(({ subject, measure }) =>
        subject === null && measure !== null && places.get(measure)?.some(isHere) ? [measure] : [],
    );
}

function requirementsCell(row: TraceRow, rows: readonly TraceRow[], places: Places): Cell {
    const none = 'no requirement is stated as met by it';
    if (row.measure !== null) return { text: row.onPath === false ? 'none on the path' : none, tone: 'bad' };
    const working = row.subject === null ? [] : workingAt(row.subject, rows, places);
    if (working.length === 0) return { text: 'none of its countermeasures is applied here', tone: 'bad' };
    return { text: `${working.join(', ')} works here, but ${none}`, tone: 'bad' };
}

/** Where a countermeasure is in the chain; one that meets nothing that is asked for has no place of its own. */
function placeCell({ subject, measure, onPath }: TraceRow): Cell {
    if (subject !== null) return { text: subject, link: subjectLink(subject) };
    if (measure === null) return said(null);
    if (onPath === null) return { text: 'no path in the model', tone: 'bad' };
    return onPath ? { text: 'on the path', tone: 'fair' } : { text: 'not on the path', tone: 'bad' };
}

export function traceSection(data: ReportData): Section | null {
    if (data.traceability.length === 0) return null;
    const groups = Map.groupBy(data.traceability, row => row.threat);
    const places = new Map(data.measures.map(({ id, worksAt }) => [id, worksAt]));
    return section(
        'traceability',
        'Traceability',
        'ZCR 5.13',
        [...groups].flatMap(([threat, rows]): readonly Block[] => [
            {
                kind: 'table',
                caption: `From ${threat} to the evidence`,
                columns: [
                    { title: 'Zone or conduit', weight: 1.4 },
                    { title: 'SL-T', weight: 1.2 },
                    { title: 'Requirements', weight: 2.2 },
                    { title: 'State', weight: 1 },
                    { title: 'Countermeasure', weight: 1.4 },
                    { title: 'Status', weight: 1.2 },
                    { title: 'Evidence', weight: 1.8 },
                ],
                rows: traceGroups(rows).map(([row, requirements]) => [
                    placeCell(row),
                    vectorText(row.slT),
                    requirements.length === 0 ? requirementsCell(row, rows, places) : requirements.join(', '),
                    row.state === null ? said(null) : stateCell(row.state, row.contradicted.length > 0),
                    said(row.measure),
                    said(row.status),
                    row.evidence.length > 0
                        ? row.evidence.join('\n')
                        : { text: row.measure === null ? '–' : 'none', tone: row.measure === null ? 'quiet' : 'bad' },
                ]),
            },
        ]),
    );
}
