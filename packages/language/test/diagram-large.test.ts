import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { elkEngine } from '../src/node/elk-host.ts';
import { layout, toGraph, toSvg } from '../src/views/diagram/index.ts';
import { load } from './support/load.ts';
import { allZones } from './support/pictures.ts';
import { plant } from './support/plants.ts';
import { terminal } from './support/terminal.ts';

describe('diagram: large models', function () {
    // Not one that remembers: what is asked here is how long a layout takes.
    const engine = elkEngine({ warmUp: false });
    after(() => engine.close());

    it('says what it leaves out', () => {
        const many = (zones: number, conduits: number): string => plant(3, { zones, conduits, nested: false });
        const notes = toGraph(load(many(130, 250))).notes.join(' ');
        match(notes, /130 zones: assets are left out/u);
        match(notes, /conduits: they are plain lines/u);
        const assets = Array.from(
            { length: 30 },
            (_, asset) => `  asset A${asset} : ${asset % 2 === 0 ? 'plc' : 'hmi'}`,
        ).join('\n');
        const graph = toGraph(load(`system S\nzone Z {\n${assets}\n}\n`));
        deepEqual(
            graph.zones[0]?.assets.map(asset => [asset.title, asset.count]),
            [
                ['PLC', 15],
                ['HMI', 15],
            ],
        );
        match(graph.notes.join(' '), /more than 24 assets/u);
    });

    it('is drawn on a grid when the deadline passes, says so, and the next one is drawn by ELK', async () => {
        const loaded = load(plant(9, { zones: 150, conduits: 200, nested: true }));
        const late = await layout(toGraph(loaded), engine, { deadline: 1 });
        equal(late.engine, 'grid');
        match(toSvg(late), /The layout took longer than 0\.001 s\. This is a plain grid/u);
        equal(
            allZones(late.zones).every(zone => zone.rect.width > 0 && zone.rect.height > 0),
            true,
        );
        equal((await layout(toGraph(load(terminal)), engine)).engine, 'elk');
    });

    it('of 500 zones and 2,500 assets is laid out, however long it takes', async function () {
        const assets = Array.from({ length: 5 }, (_, asset) => `asset A${asset} : plc`).join('\n');
        const zones = Array.from({ length: 500 }, (_, zone) => `zone Z${zone} { purdue ${zone % 5}\n${assets}\n}`);
        const conduits = Array.from(
            { length: 750 },
            (_, conduit) => `conduit C${conduit} between Z${conduit % 500} and Z${(conduit * 7 + 1) % 500}`,
        );
        const positioned = await layout(toGraph(load(['system S', ...zones, ...conduits].join('\n'))), engine);
        deepEqual([allZones(positioned.zones).length, positioned.engine, positioned.reason], [500, 'elk', null]);
    });

    it('that nobody could read is a grid by its size, not by the clock, with lines below the boxes', async () => {
        const cells = Array.from({ length: 5000 }, (_, zone) => `zone Z${zone}`).join('\n');
        const positioned = await layout(
            toGraph(load(`system S\nzone Outer {\nzone Inner\n}\n${cells}\nconduit C between Outer.Inner and Z1\n`)),
            engine,
        );
        deepEqual(
            [positioned.engine, positioned.reason],
            ['grid', 'There are 5005 boxes and lines, more than can be laid out.'],
        );
        const svg = toSvg(positioned);
        const at = (key: string): number => svg.indexOf(`data-key="${key}"`);
        ok(
            at('zone:Outer') < at('wires:conduit:C') &&
                at('wires:conduit:C') < at('zone:Outer.Inner') &&
                at('wires:conduit:C') < at('zone:Z1'),
        );
        match(svg, /This is a plain grid: lines run straight, below the boxes/u);
    });

    it('is drawn without an engine', async () => {
        const positioned = await layout(toGraph(load(terminal)), null);
        deepEqual([positioned.engine, positioned.zones.length, positioned.conduits.length], ['grid', 4, 4]);
        ok(positioned.conduits.every(conduit => conduit.lines.every(line => line.points.length === 2)));
    });
});
