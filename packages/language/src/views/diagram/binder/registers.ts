import type { ConduitNode, DiagramGraph, Levels, ZoneNode } from '../content/graph.ts';
import type { Phase } from '../content/phase.ts';
import { kindWords } from '../content/words.ts';
import { conduitFacts, namesOf } from '../sheet/register.ts';
import type { Column, Row } from './tables.ts';

/** The levels of a vector; `mark` is behind each one of which `marked` says so. */
const vector = (levels: readonly (number | null)[], marked: readonly boolean[] = [], mark = ''): string =>
    levels.map((level, fr) => `${level ?? '–'}${marked[fr] ? mark : ''}`).join(' ');

/** SL-A, with a mark where the model contradicts something that is stated and counted. */
const achieved = ({ shownSlA, contradicted }: Levels): string => vector(shownSlA, contradicted, '!');

/** The line above a register of levels: their order, and the marks that it has. */
export function levelsNote(rows: readonly Row[]): string {
    const vectors = rows.flatMap(({ cells }) => cells.filter(cell => /^(?:[\d–][?!]? ){6}[\d–][?!]?$/mu.test(cell)));
    return [
        'Levels are in the order IAC UC SI DC RDF TRE RA.',
        ...(vectors.some(each => each.includes('?'))
            ? ['? not assessed: nothing says whether the requirements of this gap are met.']
            : []),
        ...(vectors.some(each => each.includes('!'))
            ? ['! the model contradicts something that is stated there.']
            : []),
    ].join(' ');
}

/** When what is not there on the day comes, or went; what is around it says it where both are the same. */
const when = (phase: Phase | null, around: Phase | null = null): readonly string[] =>
    phase === null || phase.words === around?.words ? [] : [phase.words];

export const zoneColumns: readonly Column[] = [
    { head: 'Zone', part: 11 },
    { head: 'Title', part: 15 },
    { head: 'Kind, level, traits', part: 13 },
    { head: 'SL-T', part: 8 },
    { head: 'SL-C', part: 8 },
    { head: 'SL-A', part: 8.5 },
    { head: 'Gap', part: 11 },
    { head: 'Assets', part: 26.5 },
    { head: 'Sheet', part: 5 },
];

/** A row for each zone, outer ones before those inside. Vectors are in the order IAC UC SI DC RDF TRE RA. */
export function zoneRows(graph: DiagramGraph, sheetOf: (zone: string) => string | null): Row[] {
    const rows = (zone: ZoneNode): Row[] => [
        {
            id: zone.id,
            cells: [
                zone.id,
                zone.title ?? '',
                [
                    zone.kind === null ? 'no kind stated' : (kindWords[zone.kind] ?? zone.kind),
                    zone.purdue === null ? 'no level stated' : `level ${zone.purdue}`,
                    ...zone.traits,
                    ...when(zone.phase),
                ].join(', '),
                vector(zone.levels.slT),
                vector(zone.levels.slC),
                achieved(zone.levels),
                vector(zone.levels.gap, zone.levels.open, '?'),
                zone.assets
                    .map(({ name, title, phase }) => {
                        const said = [...(title === null ? [] : [title]), ...when(phase, zone.phase)];
                        return said.length === 0 ? name : `${name} (${said.join(', ')})`;
                    })
                    .join(', '),
                sheetOf(zone.id) ?? '–',
            ],
        },
        ...zone.zones.flatMap(rows),
    ];
    return graph.zones.flatMap(rows);
}

export const conduitColumns: readonly Column[] = [
    { head: 'Conduit', part: 14 },
    { head: 'Title', part: 14 },
    { head: 'Joins', part: 16 },
    { head: 'Boundary', part: 12 },
    { head: 'SL-T', part: 8 },
    { head: 'SL-A', part: 8 },
    { head: 'Flows and medium', part: 34 },
    { head: 'Sheets', part: 6 },
];

/** A row for each conduit, and for what crosses between zones without one. */
export function conduitRows(graph: DiagramGraph, sheetOf: (zone: string) => string | null): Row[] {
    const nameOf = namesOf(graph);
    const row = (node: ConduitNode): Row => {
        const { facts } = conduitFacts(node, nameOf);
        const [, , ...rest] = facts;
        const sheets = [...new Set(node.ends.map(sheetOf))].filter(sheet => sheet !== null);
        return {
            id: node.id,
            cells: [
                node.kind === 'undeclared' ? `${node.name} (${node.id})` : node.id,
                node.title ?? '',
                node.ends.map(nameOf).join(' – '),
                node.devices
                    .map(({ name, phase }) => [name, ...when(phase, node.phase).map(words => `(${words})`)].join(' '))
                    .join(', ') || 'no boundary device',
                node.kind === 'undeclared'
                    ? 'in no conduit'
                    : vector(node.levels.slT) + (node.levels.derived && `\n${node.levels.derived}`),
                node.kind === 'undeclared' ? '' : achieved(node.levels),
                [...when(node.phase), ...rest].join('\n'),
                sheets.join(', ') || '–',
            ],
        };
    };
    return graph.conduits.map(row);
}

export const changeColumns: readonly Column[] = [
    { head: 'Element', part: 20 },
    { head: 'Kind', part: 9 },
    { head: 'Change', part: 9 },
    { head: 'What', part: 50 },
    { head: 'Place', part: 16 },
];
