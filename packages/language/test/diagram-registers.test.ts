import { deepEqual, equal, ok } from 'node:assert/strict';
import { tablePages, type Row } from '../src/views/diagram/binder/tables.ts';
import { pageOf } from '../src/views/diagram/sheet/paper.ts';

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
});
