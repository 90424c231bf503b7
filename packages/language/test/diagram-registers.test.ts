import { deepEqual, equal, ok } from 'node:assert/strict';
import { conduitRows, levelsNote, zoneRows } from '../src/views/diagram/binder/registers.ts';
import { tablePages, type Row } from '../src/views/diagram/binder/tables.ts';
import { toGraph } from '../src/views/diagram/index.ts';
import { pageOf } from '../src/views/diagram/sheet/paper.ts';
import { conduitFacts, namesOf } from '../src/views/diagram/sheet/register.ts';
import { load } from './support/load.ts';

const columns = [
    { head: 'Zone', part: 20 },
    { head: 'SL-T', part: 8 },
    { head: 'Assets', part: 60 },
];
const rows = (count: number, id = 'Zone'): Row[] =>
    Array.from({ length: count }, (_, n) => ({
        id: `${id}${n}`,
        cells: [`${id}${n}`, '2 2 2 2 2 2 2', 'Controller, panel, switch, historian, engineering station'],
    }));

describe('diagram: registers of a binder', () => {
    const { frame } = pageOf('a3', false, 'right');
    const sizeOf = (content = ''): number =>
        Math.round((Number(/scale\(([\d.]+)\)/u.exec(content)?.[1]) / frame) * 100) / 100;
    const ids = (contents: readonly string[]): string[] =>
        contents.flatMap(content => [...content.matchAll(/class="row" data-id="([^"]*)"/gu)].map(([, id = '']) => id));

    it('print a short one larger, and a long one as ever: on no more pages than it needs', () => {
        const drawn = (count: number): readonly string[] => tablePages('a3', columns, rows(count)).contents;
        deepEqual(drawn(6).map(sizeOf), [1.5]);
        let most = 6;
        while (drawn(most + 1).length === 1) most++;
        deepEqual(drawn(most).map(sizeOf), [1], `${most} rows`);
        deepEqual(
            ids(drawn(most + 1)),
            rows(most + 1).map(({ id }) => id),
        );
    });

    it('part no name and no levels for it', () => {
        const names = rows(3, 'CompressorHouseOfTheSecondLine');
        const { contents } = tablePages('a4', columns, names);
        ok(sizeOf(contents[0]) < 1.5, String(sizeOf(contents[0])));
        for (const { id } of names) ok(contents[0]?.includes(`>${id}<`), id);
        ok(contents[0]?.includes('>2 2 2 2 2 2 2<'));
    });

    it('say so where there is nothing to list', () => {
        const { contents } = tablePages('a3', columns, []);
        equal(contents.length, 1);
        ok(contents[0]?.includes('>none<'));
    });

    describe('say of zones and conduits', () => {
        const text = (more = ''): string => `system Mill
zone Office { kind enterprise asset Erp : server }
zone Cell { kind control SL-T 1 asset Plc "Drive" : plc
  asset Old "Panel" : hmi { retired on 2024-01-01 }
  asset New : hmi { planned for 2030-01-01 }
${more}}
zone Later { kind control SL-T 2 planned for 2030-02-01 asset P : plc }
conduit Orders between Office and Cell {
  via Fw, Next
  asset Fw : firewall
  asset Next : firewall { planned for 2030-01-01 }
  flow Office.Erp -> Cell.Plc : opc-ua
  flow Cell.Plc -> Office.Erp : https { planned for 2030-03-01 }
}
conduit Link between Cell and Later { via Gate asset Gate : firewall flow Cell.Plc -> Later.P : s7comm }
`;
        const none = (): null => null;

        it('what is not there on the day, with the day on which it comes or went', () => {
            const graph = toGraph(load(text()), { detail: 'assets' });
            const cellsOf = (id: string): readonly string[] => zoneRows(graph, none).find(row => row.id === id)!.cells;
            equal(cellsOf('Cell')[7], 'Plc (Drive), Old (Panel, retired on 2024-01-01), New (planned for 2030-01-01)');
            // What is in a zone is there when the zone is: its day is written once.
            equal(cellsOf('Later')[2], 'control, no level stated, planned for 2030-02-01');
            equal(cellsOf('Later')[7], 'P');
            const [orders, link] = conduitRows(graph, none);
            equal(orders?.cells[3], 'Fw, Next (planned for 2030-01-01)');
            deepEqual(orders?.cells[6]?.split('\n'), [
                'Office → Cell: opc-ua',
                'Cell → Office: https (planned for 2030-03-01)',
                'encryption not proved',
            ]);
            equal(link?.cells[3], 'Gate');
            deepEqual(link?.cells[6]?.split('\n').slice(0, 2), ['planned for 2030-02-01', 'Cell → Later: s7comm']);
            // The list of conduits beside a drawing says the same.
            const drawn = graph.conduits.map(node => conduitFacts(node, namesOf(graph)).facts);
            equal(drawn[0]?.[3], 'Cell → Office: https (planned for 2030-03-01)');
            equal(drawn[1]?.[1], 'no SL-T · via Gate · planned for 2030-02-01');
        });

        it('which gaps are not assessed, and which SL-A the model contradicts', () => {
            const levelsOf = (more: string): readonly string[] => {
                const rows = zoneRows(toGraph(load(text(more)), { detail: 'assets' }), none);
                return [...rows.find(row => row.id === 'Cell')!.cells.slice(5, 7), levelsNote(rows)];
            };
            const order = 'Levels are in the order IAC UC SI DC RDF TRE RA.';
            const asked = '? not assessed: nothing says whether the requirements of this gap are met.';
            deepEqual(levelsOf(''), ['0 0 0 0 0 0 0', '1? 1? 1? 1? 1? 1? 1?', `${order} ${asked}`]);
            deepEqual(levelsOf('  misses SR 6.1 because "no log"\n  excludes FR 7 SL 1 because "not ours"\n'), [
                '0 0 0 0 0 0 1!',
                '1? 1? 1? 1? 1? 1 0',
                `${order} ${asked} ! the model contradicts something that is stated there.`,
            ]);
        });
    });
});
