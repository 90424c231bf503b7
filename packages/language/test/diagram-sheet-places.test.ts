import { deepEqual, equal, match } from 'node:assert/strict';
import { layout, movedMemory, remember, sheetsOf, toGraph, type PlacesFile } from '../src/views/diagram/index.ts';
import { drawing } from './support/drawing.ts';
import { exampleText } from './support/examples.ts';
import { load } from './support/load.ts';
import { terminal } from './support/terminal.ts';

describe('diagram: remembered places on a sheet of paper', function () {
    this.timeout(120_000);
    const { engine } = drawing();
    const placesOf = async (text: string): Promise<PlacesFile> => {
        const graph = toGraph(load(text));
        const { direction, boxes, lines } = remember(await layout(graph, engine));
        const [key] = [...boxes.keys()].filter(each => each.startsWith('zone:')).slice(-1);
        const moved = movedMemory({ direction, boxes, lines }, key!, 40, 0);
        return { memory: remember(await layout(graph, engine, { like: moved })), detail: graph.detail };
    };

    it('are kept where the picture can be read on one', async () => {
        const places = await placesOf(terminal);
        const { sheets, remarks, problems } = await sheetsOf(load(terminal), {}, engine, {
            paper: 'a3',
            least: 3,
            places,
        });
        deepEqual([remarks, problems], [[], []]);
        const [sheet] = sheets;
        if (sheet?.kind !== 'whole') return equal(sheet?.kind, 'whole');
        equal(sheet.drawing.positioned.engine, 'kept');
        deepEqual(
            sheet.drawing.positioned.zones.map(({ node, rect }) => [node.id, rect.x, rect.y]),
            sheet.drawing.positioned.zones.map(({ node }) => {
                const { x, y } = places.memory.boxes.get(node.key)!;
                return [node.id, x, y];
            }),
        );
    });

    it('are left with a reason where it cannot, and where another direction is asked for', async () => {
        const text = exampleText('broken-plant');
        const places = await placesOf(text);
        const { remarks } = await sheetsOf(load(text), {}, engine, { paper: 'a4', places });
        match(remarks.join(), /not used on the sheet: its smallest print would be \d\.\d pt, below 6 pt/u);
        const small = await placesOf(terminal);
        const other = await sheetsOf(load(terminal), { direction: 'right' }, engine, { paper: 'a3', places: small });
        match(other.remarks.join(), /levels that run down, and right is asked for/u);
        const tags = await sheetsOf(load(terminal), {}, engine, { paper: 'a3', conduits: 'tags', places: small });
        match(tags.remarks.join(), /not used on sheets with tags/u);
    });
});
