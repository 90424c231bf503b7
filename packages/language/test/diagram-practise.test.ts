import { equal } from 'node:assert/strict';
import { layout, practise, toGraph, toJson } from '../src/views/diagram/index.ts';
import { drawing } from './support/drawing.ts';
import { load } from './support/load.ts';
import { plant } from './support/plants.ts';

describe('diagram: practice before the first edit', () => {
    const { engine } = drawing();
    const drawn = (text: string) => layout(toGraph(load(text)), engine);

    it('leaves the picture as it is', async () => {
        const picture = await drawn(plant(1, { zones: 9, conduits: 9, nested: false }));
        const before = JSON.stringify(toJson(picture));
        await practise(picture, () => Promise.resolve(true));
        equal(JSON.stringify(toJson(picture)), before);
    });

    it('ends as soon as something is asked', async () => {
        let turns = 0;
        await practise(await drawn(plant(1, { zones: 9, conduits: 9, nested: false })), () =>
            Promise.resolve(++turns < 2),
        );
        equal(turns, 2);
    });

    it('is left out where there is nothing to search for, or too much', async () => {
        let turns = 0;
        const turn = (): Promise<boolean> => Promise.resolve(++turns > 0);
        await practise(await drawn('system S\nzone A\nzone B\n'), turn);
        await practise(await drawn(plant(1, { zones: 70, conduits: 70, nested: false })), turn);
        equal(turns, 0);
    });
});
