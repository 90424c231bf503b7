import { deepEqual, equal, ok } from 'node:assert/strict';
import { remember, toGraph, layout, type Positioned } from '../src/views/diagram/index.ts';
import { drawing, viewOf } from './support/drawing.ts';
import { load } from './support/load.ts';
import { allZones, faultsOf } from './support/pictures.ts';

const names = ['A', 'B', 'C', 'D', 'E', 'F'];

/** Six zones of one level below two others, with conduits that pull them about; and what a view says of them. */
function plant(view: string, level = 'purdue 1'): string {
    const top = ['X', 'Y'].map(name => `zone ${name} { purdue 3\n  asset H : server\n}\n`).join('');
    const zones = names.map(name => `zone ${name} { ${level}\n  asset P : plc\n}\n`).join('');
    const pairs = [
        ['F', 'X'],
        ['C', 'X'],
        ['A', 'Y'],
        ['E', 'Y'],
        ['B', 'D'],
        ['D', 'X'],
    ];
    const conduits = pairs
        .map(
            ([from, to], index) =>
                `conduit C${index} between ${from} and ${to} {\n  flow ${from}.P -> ${to}.${'XY'.includes(to!) ? 'H' : 'P'} : modbus-tcp\n}\n`,
        )
        .join('');
    return `system S\n${top}${zones}${conduits}view V {\n${view}\n}\n`;
}

describe('diagram: the words of an author for where zones are', function () {
    const { place, engine } = drawing();
    const drawn = async (text: string): Promise<Positioned> => {
        const loaded = load(text);
        return place(loaded, viewOf(loaded, 'V'));
    };
    /** The zones of each row from left to right, rows from the top. */
    const rowsOf = (picture: Positioned, among: readonly string[] = names): string[] => {
        const zones = allZones(picture.zones).filter(({ node }) => among.includes(node.id));
        const rows = Map.groupBy(zones, ({ rect }) => Math.round(rect.y));
        return [...rows]
            .sort(([a], [b]) => a - b)
            .map(([, row]) =>
                row
                    .sort((a, b) => a.rect.x - b.rect.x)
                    .map(({ node }) => node.id)
                    .join(' '),
            );
    };
    const rowWith = (picture: Positioned, id: string): string[] =>
        rowsOf(picture)
            .map(row => row.split(' '))
            .find(row => row.includes(id)) ?? [];

    it('keeps a row in one row, in its order, whatever pulls', async () => {
        for (const order of [
            ['F', 'A', 'D'],
            ['D', 'A', 'F'],
            ['E', 'C', 'B', 'A'],
        ]) {
            const picture = await drawn(plant(`  row ${order.join(', ')}`));
            const row = rowWith(picture, order[0]!);
            deepEqual(
                row.filter(id => order.includes(id)),
                order,
            );
            deepEqual(faultsOf(picture), []);
        }
    });

    it('puts zones beside each other with nothing between', async () => {
        for (const pair of [
            ['A', 'F'],
            ['F', 'A'],
            ['B', 'E'],
        ]) {
            const row = rowWith(await drawn(plant(`  beside ${pair.join(', ')}`)), pair[0]!);
            equal(row.indexOf(pair[1]!), row.indexOf(pair[0]!) + 1, row.join(' '));
        }
    });

    it('follows an order from left to right in a row, and in that of the text without one', async () => {
        const said = await drawn(plant('  row A, B, C, D, E, F\n  left-to-right F, B'));
        const row = rowWith(said, 'F');
        ok(row.indexOf('F') < row.indexOf('B'), row.join(' '));
        const alone = `system S\n${['C', 'A', 'B'].map(name => `zone ${name} { purdue 1\n  asset P : plc\n}\n`).join('')}view V {\n}\n`;
        deepEqual(rowsOf(await drawn(alone)), ['C A', 'B']);
    });

    it('holds for nested zones, and where levels run to the right', async () => {
        const inner = `system S\nzone Site {\n${names.map(name => `zone ${name} { purdue 1\n asset P : plc\n}`).join('\n')}\n}\nview V {\n  row Site.E, Site.A, Site.C\n}\n`;
        const nested = rowsOf(
            await drawn(inner),
            names.map(name => `Site.${name}`),
        ).flatMap(row => row.split(' '));
        const found = nested.filter(id => ['Site.E', 'Site.A', 'Site.C'].includes(id));
        deepEqual(found, ['Site.E', 'Site.A', 'Site.C']);
        const right = await drawn(plant('  direction right\n  row F, A, D'));
        const boxes = ['F', 'A', 'D'].map(id => allZones(right.zones).find(({ node }) => node.id === id)!.rect);
        ok(boxes[0]!.y < boxes[1]!.y && boxes[1]!.y < boxes[2]!.y);
        equal(new Set(boxes.map(({ x }) => Math.round(x))).size, 1);
    });

    it('puts zones without a level in one row where the author says so', async () => {
        const chain = `system S\n${['A', 'B', 'C'].map(name => `zone ${name} {\n  asset P : plc\n}\n`).join('')}conduit L between A and B\nconduit M between B and C\nview V {\n  row C, A\n}\n`;
        const picture = await drawn(chain);
        ok(
            rowsOf(picture).some(row => row === 'C A' || row.includes('C A')),
            rowsOf(picture).join(' / '),
        );
    });

    it('keeps to the levels, and says what it does not follow', () => {
        const loaded = load(plant('  row X, A, B'));
        const { arranged, notes } = toGraph(loaded, viewOf(loaded, 'V'));
        deepEqual(arranged, [{ word: 'row', zones: ['A', 'B'] }]);
        ok(notes.includes('Not followed as written: row X, A, B. They are on different levels.'), notes.join('\n'));
        ok(loaded.problems.length === 0);
    });

    it('follows what can be followed together, and of lines that contradict each other the last one', async () => {
        const arrangedBy = (lines: string): { arranged: readonly { zones: readonly string[] }[]; notes: string[] } => {
            const loaded = load(plant(lines));
            const { arranged, notes } = toGraph(loaded, viewOf(loaded, 'V'));
            return { arranged, notes: notes.filter(note => note.startsWith('Not followed')) };
        };
        const could = '  beside A, B\n  left-to-right C, A';
        deepEqual(arrangedBy(could).notes, []);
        const row = rowWith(await drawn(plant(could)), 'A');
        equal(row.indexOf('B'), row.indexOf('A') + 1, row.join(' '));
        if (row.includes('C')) ok(row.indexOf('C') < row.indexOf('A'), row.join(' '));

        const against = '  beside A, C\n  left-to-right D, C, B, A';
        deepEqual(arrangedBy(against).notes, ['Not followed as written: beside A, C. Another line contradicts it.']);
        const loaded = load(plant(against));
        const graph = toGraph(loaded, viewOf(loaded, 'V'));
        const first = await layout(graph, engine);
        equal((await layout(graph, engine, { like: remember(first) })).engine, 'kept');
    });

    it('comes before a place that is remembered, and leaves one that fits', async () => {
        const loaded = load(plant('  row D, A'));
        const plain = load(plant(''));
        const before = remember(await place(plain, viewOf(plain, 'V')));
        const graph = toGraph(loaded, viewOf(loaded, 'V'));
        const first = await layout(graph, engine, { like: before });
        const row = rowWith(first, 'D');
        ok(row.indexOf('D') < row.indexOf('A') && row.includes('A'), row.join(' '));
        const again = await layout(graph, engine, { like: remember(first) });
        equal(again.engine, 'kept');
    });

    it('reports a name that is not a zone, and a risk in the place of a zone', () => {
        const problems = load('system S\nzone A\nasset\nview V {\n  row A, Nowhere\n  row 3, 4\n}\n').problems.map(
            ({ message }) => message,
        );
        ok(
            problems.some(message => message.includes('Nowhere')),
            problems.join('\n'),
        );
    });
});
