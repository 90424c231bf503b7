import type { ConduitNode, DiagramGraph, ZoneNode } from '../content/graph.ts';
import { kindWords } from '../content/words.ts';
import { conduitFacts, namesOf } from '../sheet/register.ts';
import type { Column, Row } from './tables.ts';

const vector = (levels: readonly (number | null)[]): string => levels.map(level => level ?? '–').join(' ');

export const zoneColumns: readonly Column[] = [
    { head: 'Zone', part: 11 },
    { head: 'Title', part: 15 },
    { head: 'Kind, level, traits', part: 13 },
    { head: 'SL-T', part: 8 },
    { head: 'SL-C', part: 8 },
    { head: 'SL-A', part: 8 },
    { head: 'Gap', part: 8 },
    { head: 'Assets', part: 30 },
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
                ].join(', '),
                vector(zone.levels.slT),
                vector(zone.levels.slC),
                vector(zone.levels.slA),
                vector(zone.levels.gap),
                zone.assets.map(({ name, title }) => (title === null ? name : `${name} (${title})`)).join(', '),
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
                node.devices.map(device => device.name).join(', ') || 'no boundary device',
                node.kind === 'undeclared'
                    ? 'in no conduit'
                    : vector(node.levels.slT) + (node.levels.derived ? '\nderived' : ''),
                node.kind === 'undeclared' ? '' : vector(node.levels.slA),
                rest.join('\n'),
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
