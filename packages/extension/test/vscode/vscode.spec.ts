import { Plant } from './plant.ts';
import { changesModel } from './architect/changes.ts';
import { drawsModel } from './architect/diagram.ts';
import { importsTables } from './architect/imports.ts';
import { readsPages } from './architect/pages.ts';
import { writesText } from './architect/text.ts';

// A day of an architect in one window: each part begins with what the one before has left.
describe('The packed extension in a real VS Code', function () {
    this.timeout(300_000);
    let opened: Plant | null = null;
    const plant = (): Plant => opened!;

    before(async () => {
        opened = await Plant.open();
    });
    afterEach(async function () {
        if (this.currentTest?.state === 'failed') await opened?.bench.taken('failed');
    });
    after(async () => opened?.close());

    writesText(plant);
    changesModel(plant);
    drawsModel(plant);
    readsPages(plant);
    importsTables(plant);
});
