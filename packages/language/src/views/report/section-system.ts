import { shownSlA } from './shown-levels.ts';
import type { GapKind } from '../../assessment/index.ts';
import { gapText } from '../../assessment/index.ts';
import { counted } from '../../model/index.ts';
import type { Block, Cell, Facts, Section } from './document.ts';
import type { AssetRow, CharacteristicRow, FlowRow, ReportData, SubjectPart } from './data.ts';
import { limitBlocks } from './level-limits.ts';
import { frAbbreviations } from '../../catalogue/index.ts';
import { vectorText } from './risk-part.ts';
import { heading, list, named, said, section, subjectLink } from './section-parts.ts';

function values(texts: readonly string[]): readonly Cell[] {
    return texts.length > 0 ? texts : [{ text: 'not documented', tone: 'bad' }];
}

export function systemSection(data: ReportData): Section {
    const { system, document } = data;
    const outside = data.zones
        .filter(zone => zone.zoneKind === 'external' || zone.zoneKind === 'enterprise')
        .map(zone => zone.id);
    const isCarried = system.accessPoints.some(({ over }) => over.length > 0);
    const caption = `Conduits that lead out of the system${isCarried ? ', or that a network outside carries' : ''}`;
    return section('system', 'System under consideration', 'ZCR 1.1, ZCR 6.2, ZCR 6.8, ZCR 6.9', [
        {
            kind: 'facts',
            rows: [
                { name: 'Name', values: [document.title] },
                { name: 'Description', values: values(system.description ? [system.description] : []) },
                { name: 'Owner', values: values(system.owner ? [system.owner] : []) },
                { name: 'Location', values: values(system.locations) },
                { name: 'Tolerable risk', values: values(system.tolerableRisk ? [system.tolerableRisk] : []) },
                { name: 'Regulations', values: values(system.regulations) },
                ...(system.evidence.length > 0 ? [{ name: 'Evidence', values: system.evidence }] : []),
                { name: 'Outside of the boundary', values: [list(outside)] },
            ],
        },
        heading(2, 'access-points', 'Perimeter and access points'),
        ...(system.accessPoints.length === 0
            ? [
                  {
                      kind: 'paragraph' as const,
                      text: 'No conduit leads to a zone outside of the boundary (enterprise, external or untrusted).',
                  },
              ]
            : [
                  {
                      kind: 'table' as const,
                      caption,
                      columns: [
                          { title: 'Conduit' },
                          { title: 'Outside' },
                          { title: 'Inside' },
                          { title: 'Boundary devices', weight: 2 },
                      ],
                      rows: system.accessPoints.map(each => [
                          { text: each.conduit, link: subjectLink(each.conduit) },
                          [...each.outside, ...each.over.map(zone => `over ${zone}`)].join(', '),
                          list(each.inside),
                          list(each.devices),
                      ]),
                  },
              ]),
    ]);
}

export function drawingsSection(data: ReportData): Section | null {
    if (data.drawings.length === 0) return null;
    const id = (index: number): string => `drawing-${index + 1}`;
    return section('drawings', 'Zone and conduit drawings', 'ZCR 6.3', [
        {
            kind: 'table',
            caption: 'Drawings, each on a sheet of its own',
            columns: [
                { title: 'Drawing', weight: 1 },
                { title: 'What it shows', weight: 2 },
            ],
            rows: data.drawings.map((drawing, index) => [
                { text: drawing.title, link: id(index) },
                drawing.description,
            ]),
        },
        ...data.drawings.flatMap((drawing, index): readonly Block[] => [
            heading(2, id(index), drawing.title),
            { kind: 'picture', ...drawing },
        ]),
    ]);
}

const sourceWords: Readonly<Record<CharacteristicRow['source'], string>> = {
    stated: 'stated',
    derived: 'from the model',
    missing: 'not documented',
};

function subjectBlocks(
    part: SubjectPart,
    assets: readonly AssetRow[],
    slA: readonly (number | null)[],
): readonly Block[] {
    const kind = [part.zoneKind, part.purdue === null ? null : `Purdue level ${part.purdue}`, ...part.traits].filter(
        each => each !== null,
    );
    const facts: Facts = {
        kind: 'facts',
        rows: [
            ...(part.description ? [{ name: 'Description', values: [part.description] }] : []),
            ...(kind.length > 0 ? [{ name: 'Kind', values: [kind.join(', ')] }] : []),
            ...(part.parent
                ? [{ name: 'Inside', values: [{ text: part.parent, link: subjectLink(part.parent) }] }]
                : []),
        ],
    };
    const { levels } = part;
    const level = (vector: readonly (number | null)[]): readonly Cell[] => vector.map(said);
    return [
        heading(2, subjectLink(part.id), named(part)),
        ...(facts.rows.length > 0 ? [facts] : []),
        {
            kind: 'table',
            caption: `Characteristics of ${part.id} (ZCR 6.4, items a to n)`,
            columns: [
                { title: 'Item', weight: 0.3 },
                { title: 'Characteristic', weight: 1.4 },
                { title: 'What the model says', weight: 4 },
                { title: 'Source', weight: 0.8 },
            ],
            rows: part.characteristics.map(each => [
                each.item,
                each.name,
                each.values.length > 0 ? each.values.join('\n') : { text: 'not documented', tone: 'bad' },
                each.source === 'missing' ? { text: '–', tone: 'quiet' } : sourceWords[each.source],
            ]),
        },
        {
            kind: 'table',
            caption: `Security levels of ${part.id}`,
            rowHeads: true,
            columns: [
                { title: '', weight: 2.2 },
                ...frAbbreviations.map(abbr => ({ title: abbr, align: 'center' as const })),
            ],
            rows: [
                ['SL-T, target', ...level(levels.slT)],
                ['SL-C, capability', ...level(levels.slC)],
                ['SL-A, achieved', ...level(slA)],
                ...(levels.slAClaimed.some(each => each !== null)
                    ? [['SL-A, as claimed', ...level(levels.slAClaimed)]]
                    : []),
                ['Gap', ...levels.gap.map((gap, fr) => gapCell(gap, levels.gapKinds[fr]))],
            ],
        },
        ...limitBlocks(part, assets),
        ...contradictedBlocks(part),
    ];
}

function gapCell(gap: number | null, kind: GapKind | null | undefined): Cell {
    return gap ? { text: gapText(gap, kind)!, tone: kind === 'short' ? 'bad' : 'fair' } : said(gap);
}

/** SL-A of a zone or conduit; one of which nothing is asked or said is not assessed. */
function achievedCell(slA: readonly (number | null)[]): Cell {
    return slA.every(level => level === null) ? { text: 'not assessed', tone: 'quiet' } : vectorText(slA);
}

/** The largest gap that is known, and a larger one that is not assessed: `1, 3?`. */
function largestGap({ levels: { gap, gapKinds, contradicted } }: SubjectPart): Cell {
    const largest = (kind: GapKind): number =>
        Math.max(0, ...gap.map((each, fr) => (gapKinds[fr] === kind ? each! : 0)));
    const [known, unassessed] = [largest('short'), largest('not-assessed')];
    if (known > 0 && unassessed > known)
        return { text: `${known}, ${gapText(unassessed, 'not-assessed')}`, tone: 'bad' };
    if (known > 0) return gapCell(known, 'short');
    if (unassessed > 0) return gapCell(unassessed, 'not-assessed');
    if (gap.every(each => each === null)) return said(null);
    return contradicted.some(ids => ids.length > 0) ? { text: '0 (contradicted)', tone: 'bad' } : said(0);
}

function contradictedBlocks({ levels }: SubjectPart): readonly Block[] {
    const items = frAbbreviations.flatMap((abbr, fr) => {
        const ids = levels.contradicted[fr] ?? [];
        return ids.length > 0 ? [`${abbr}: SL-A ${levels.slA[fr]} counts ${ids.join(', ')}`] : [];
    });
    return items.length > 0
        ? [
              { kind: 'paragraph', text: 'What the levels rest on and the model contradicts:' },
              { kind: 'list', items },
          ]
        : [];
}

export function subjectsSection(data: ReportData, which: 'zones' | 'conduits'): Section {
    const parts = data[which];
    const shown = shownSlA(data.requirements);
    const overview: Block = {
        kind: 'table',
        caption: which === 'zones' ? 'Zones' : 'Conduits',
        columns: [
            { title: which === 'zones' ? 'Zone' : 'Conduit', weight: 2 },
            { title: 'SL-T' },
            { title: 'SL-C' },
            { title: 'SL-A' },
            { title: 'Largest gap', align: 'right' },
        ],
        rows: parts.map(part => {
            return [
                { text: named(part), link: subjectLink(part.id) },
                vectorText(part.levels.slT),
                vectorText(part.levels.slC),
                achievedCell(shown(part)),
                largestGap(part),
            ];
        }),
    };
    const none: Block = { kind: 'paragraph', text: `The model has no ${which}.` };
    return section(
        which,
        which === 'zones' ? 'Zones' : 'Conduits',
        'ZCR 6.4',
        parts.length === 0
            ? [none]
            : [overview, ...parts.flatMap(part => subjectBlocks(part, data.assets, shown(part)))],
    );
}

export function assetsSection(data: ReportData): Section {
    const table: Block = {
        kind: 'table',
        caption: counted(data.assets.length, 'asset'),
        columns: [
            { title: 'Asset', weight: 2 },
            { title: 'Type', weight: 1.2 },
            { title: 'Product', weight: 1.6 },
            { title: 'Addresses', weight: 1.2 },
            { title: 'Location', weight: 1.2 },
            { title: 'Criticality', weight: 1.1 },
            { title: 'SL-C' },
        ],
        rows: data.assets.map(asset => [
            `${asset.id}${asset.title ? `\n${asset.title}` : ''}`,
            said(asset.type),
            said([asset.vendor, asset.product, asset.version].filter(each => each !== null).join(' ')),
            list(asset.addresses),
            said(asset.location),
            said([asset.criticality, ...asset.traits].filter(each => each !== null).join(', ')),
            vectorText(asset.slC),
        ]),
    };
    return section('assets', 'Assets', 'ZCR 6.4 j', [
        data.assets.length === 0 ? { kind: 'paragraph', text: 'The model has no assets.' } : table,
    ]);
}

/** Who approved a flow and until when; that it is only proposed, or that its time is over, is not overlooked. */
function permission({ proposed, approvedBy, until, expired }: FlowRow): Cell {
    const text = [
        proposed ? 'proposed, not decided' : null,
        approvedBy,
        expired === null ? 'until a day that cannot be read' : until && `${expired ? 'expired' : 'until'} ${until}`,
    ]
        .filter(each => each !== null)
        .join(', ');
    return proposed || expired ? { text, tone: 'bad' } : said(text);
}

export function flowsSection(data: ReportData): Section {
    const groups = Map.groupBy(data.flows, flow => flow.container);
    const blocks = [...groups].flatMap(([container, flows]): readonly Block[] => [
        {
            kind: 'table',
            caption: container === null ? 'Flows in no zone and no conduit' : `Flows of ${container}`,
            columns: [
                { title: 'From', weight: 1.3 },
                { title: '', weight: 0.3, align: 'center' },
                { title: 'To', weight: 1.3 },
                { title: 'Protocol and ports', weight: 1.6 },
                { title: 'Purpose', weight: 1.8 },
                { title: 'Access', weight: 0.9 },
                { title: 'Secured', weight: 1.4 },
                { title: 'Approved, until', weight: 1.2 },
            ],
            rows: flows.map(flow => [
                flow.from,
                flow.arrow,
                flow.to,
                said([flow.protocols.join(', '), flow.ports].filter(each => each !== '').join('\n')),
                said(flow.purpose ?? flow.carries),
                said(flow.access),
                said(
                    [flow.secured.join(', '), flow.securedBy.length > 0 ? `by ${flow.securedBy.join(', ')}` : '']
                        .filter(each => each !== '')
                        .join(' '),
                ),
                permission(flow),
            ]),
        },
    ]);
    return section(
        'flows',
        'Data flows',
        'ZCR 6.4 h',
        blocks.length === 0 ? [{ kind: 'paragraph', text: 'The model has no flows.' }] : blocks,
    );
}
