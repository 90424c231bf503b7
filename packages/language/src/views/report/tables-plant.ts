import { shownSlA } from './shown-levels.ts';
import { frAbbreviations } from '../../catalogue/index.ts';
import { writeVector } from '../../model/index.ts';
import type { LevelsPart, ReportData } from './data.ts';
import type { DataTable } from './typed-table.ts';
import { date, levels, table, text, yes } from './typed-table.ts';

/** SL-T as far as it is written at the zone or conduit itself, in the notation of the language. */
function statedTarget({ slT, slTSource }: LevelsPart): string | null {
    return writeVector(slT.map((level, fr) => (slTSource[fr] === 'stated' ? level : null))) || null;
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

/** The plant: its system, zones, conduits, assets and flows. */
export function plantTables(data: ReportData): readonly DataTable[] {
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
                ...levels<(typeof data.zones)[number]>('SL-A', shownSlA(data.requirements)),
                ...levels<(typeof data.zones)[number]>('Gap', row => row.levels.gap),
                text(
                    'Gap not assessed',
                    14,
                    row =>
                        frAbbreviations.filter((_, fr) => row.levels.gapKinds[fr] === 'not-assessed').join(' ') || null,
                ),
                text('Contradicted', 24, row =>
                    frAbbreviations.flatMap((abbr, fr) => {
                        const ids = row.levels.contradicted[fr] ?? [];
                        return ids.length > 0 ? [`${abbr}: ${ids.join(', ')}`] : [];
                    }),
                ),
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
            yes('Proposed', row => row.proposed),
            date('Until', row => row.until),
            yes('Expired', row => row.expired),
            yes('Crosses', row => row.crosses),
            text('Id', 40, row => row.id),
        ]),
    ];
}
