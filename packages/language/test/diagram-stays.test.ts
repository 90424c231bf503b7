import { deepEqual, equal, match, ok } from 'node:assert/strict';
import {
    layout,
    lineKey,
    movedMemory,
    placesOfJson,
    placesOfSvg,
    placesText,
    readPlaces,
    remember,
    toGraph,
    toJson,
    toSvg,
    type DiagramOptions,
    type Memory,
    type Positioned,
} from '../src/views/diagram/index.ts';
import { crossingsOf } from '../src/views/diagram/layout/crossings.ts';
import { drawing } from './support/drawing.ts';
import { exampleFolders, exampleText } from './support/examples.ts';
import { load } from './support/load.ts';
import { allZones, faultsOf } from './support/pictures.ts';
import { plant } from './support/plants.ts';
import { terminal } from './support/terminal.ts';

/** Mean distance in pixels that zones have moved which are in both pictures. */
function displacement(before: Positioned, after: Positioned): number {
    const old = new Map(allZones(before.zones).map(zone => [zone.node.id, zone.rect]));
    const far = allZones(after.zones).flatMap(({ node, rect }) => {
        const was = old.get(node.id);
        return was ? [Math.hypot(rect.x - was.x, rect.y - was.y)] : [];
    });
    return far.reduce((sum, each) => sum + each, 0) / Math.max(1, far.length);
}

const crossingsIn = ({ conduits }: Positioned): number =>
    crossingsOf(conduits.flatMap(({ node, lines }) => lines.map(({ points }) => ({ owner: node.key, points })))).length;

const models: readonly (readonly [string, string])[] = [
    ...exampleFolders.map(folder => [`examples/${folder}`, exampleText(folder)] as const),
    ...[1, 2, 3, 4].map(
        seed =>
            [
                `plant ${seed}`,
                plant(seed, { zones: 8 + 6 * seed, conduits: 6 + 7 * seed, nested: seed % 2 === 1, bare: seed === 4 }),
            ] as const,
    ),
];

describe('diagram: it stays', function () {
    const { engine } = drawing();
    const fresh = (text: string, options: DiagramOptions = {}): Promise<Positioned> =>
        layout(toGraph(load(text), options), engine);
    const again = (text: string, like: Memory, options: DiagramOptions = {}): Promise<Positioned> =>
        layout(toGraph(load(text), options), engine, { like });

    for (const [name, text] of models) {
        for (const direction of ['down', 'right'] as const) {
            it(`${name}, ${direction}: the same model is the same picture, and files keep its places`, async () => {
                const picture = await fresh(text, { direction });
                const memory = remember(picture);
                const kept = await again(text, memory, { direction });
                equal(kept.engine, 'kept');
                deepEqual(remember(kept), memory);
                deepEqual(readPlaces(placesText({ memory, detail: 'assets' })), {
                    memory,
                    detail: 'assets',
                    problems: [],
                });
                deepEqual(placesOfJson(JSON.stringify(toJson(picture))), memory);
                const fromSvg = placesOfSvg(toSvg(picture));
                deepEqual([...(fromSvg?.boxes ?? [])].sort(), [...memory.boxes].sort());
                deepEqual([...(fromSvg?.lines ?? [])].sort(), [...memory.lines].sort());
            });
        }
    }

    describe('after an edit', () => {
        const zone = (level: number): string =>
            `zone Added "Added zone" { purdue ${level}\nasset A : plc\nasset B : hmi\n}\n`;
        const conduit = (a: string, b: string): string =>
            `conduit AddedLine "Added conduit" between ${a} and ${b} {\n  via Fw\n  asset Fw : firewall\n}\n`;
        for (const [seed, nested, direction] of [
            [1, false, 'down'],
            [7, false, 'right'],
            [3, true, 'down'],
            [5, true, 'right'],
        ] as const) {
            const text = plant(seed, { zones: 30, conduits: 34, nested });
            const ids = load(text).model.zones.map(each => each.id);
            const opening = [...text.matchAll(/^ *zone [^{\n]*\{ *$/gmu)][4];
            const at = (opening?.index ?? 0) + (opening?.[0].length ?? 0);
            const edits: Readonly<Record<string, string>> = {
                'an asset more': `${text.slice(0, at)}\n  asset OneMore : plc${text.slice(at)}`,
                'a zone more': text + zone(1),
                'a zone more with a conduit': text + zone(2) + conduit('Added', ids[2] ?? ''),
                'a conduit more': text + conduit(ids[4] ?? '', ids[9] ?? ''),
                'a longer title': text.replace(/^( *zone \w+ "[^"]*)"/mu, '$1 and its auxiliary systems"'),
                'a zone less': `${text}view Less { hide ${ids.at(-1)} }\n`,
            };
            let unedited: Promise<Positioned> | undefined;
            for (const [name, edited] of Object.entries(edits)) {
                it(`${name} in plant ${seed}, ${direction}: what was there stays`, async () => {
                    const before = await (unedited ??= fresh(text, { direction }));
                    const loaded = load(edited);
                    const graph = toGraph(loaded, {
                        direction,
                        view: loaded.model.views.find(view => view.id === 'Less') ?? null,
                    });
                    const after = await layout(graph, engine, { like: remember(before) });
                    equal(after.engine, 'kept');
                    deepEqual(faultsOf(after), []);
                    ok(displacement(before, after) < 20, `${displacement(before, after)} px`);
                });
            }
        }

        it('conduits that are new cross about as few lines as in a fresh layout', async () => {
            const sum = { kept: 0, fresh: 0 };
            for (const [seed, nested] of [
                [1, false],
                [3, true],
            ] as const) {
                const text = plant(seed, { zones: 30, conduits: 34, nested });
                const ids = load(text).model.zones.map(each => each.id);
                const memory = remember(await fresh(text));
                for (const edited of [
                    text + zone(2) + conduit('Added', ids[2] ?? ''),
                    text + conduit(ids[4] ?? '', ids[9] ?? ''),
                ]) {
                    sum.kept += crossingsIn(await again(edited, memory));
                    sum.fresh += crossingsIn(await fresh(edited));
                }
            }
            ok(sum.fresh > 100 && sum.kept <= 1.05 * sum.fresh, JSON.stringify(sum));
        });

        describe('zones that move for a new conduit', () => {
            const text = plant(4, { zones: 24, conduits: 18, nested: false });
            const ids = load(text).model.zones.map(each => each.id);
            const edits = [
                [1, 23],
                [8, 17],
                [2, 22],
                [4, 5],
                [0, 8],
            ].map(([a = 0, b = 0]) => text + conduit(ids[a] ?? '', ids[b] ?? ''));
            const movedIn = (before: Positioned, after: Positioned): string[] => {
                const now = new Map(allZones(after.zones).map(each => [each.node.id, each.rect]));
                return allZones(before.zones)
                    .filter(({ node, rect }) => {
                        const there = now.get(node.id);
                        return there && Math.hypot(there.x - rect.x, there.y - rect.y) > 1;
                    })
                    .map(({ node }) => node.id);
            };

            it('are two at the most, not far, and fewer lines cross for it; the same zones each time', async () => {
                const before = await fresh(text);
                const memory = remember(before);
                const byHand = new Set(memory.boxes.keys());
                let [all, free, held] = [0, 0, 0];
                for (const edited of edits) {
                    const after = await again(edited, memory);
                    const moved = movedIn(before, after);
                    deepEqual(faultsOf(after), []);
                    ok(moved.length <= 2 && displacement(before, after) < 20, moved.join());
                    deepEqual(remember(await again(edited, memory)), remember(after));
                    const still = await again(edited, { ...memory, byHand });
                    deepEqual(movedIn(before, still), []);
                    deepEqual(remember(still).byHand, byHand);
                    if (moved.length > 0) ok(crossingsIn(after) < crossingsIn(still), moved.join());
                    [all, free, held] = [all + moved.length, free + crossingsIn(after), held + crossingsIn(still)];
                }
                ok(all > 0 && free < held, `${all} moved, ${free} crossings, ${held} where all stay`);
            });

            it('are not those that a person has moved, nor those that the view has a line about', async () => {
                const before = await fresh(text);
                const memory = remember(before);
                let tried = 0;
                for (const edited of edits) {
                    for (const id of movedIn(before, await again(edited, memory))) {
                        const dragged = movedMemory(memory, `zone:${id}`, 3, 0);
                        ok(dragged);
                        const file = readPlaces(placesText({ memory: dragged, detail: 'assets' })).memory;
                        const after = allZones((await again(edited, file)).zones).find(each => each.node.id === id);
                        deepEqual(
                            [after?.rect.x, after?.rect.y],
                            [dragged.boxes.get(`zone:${id}`)?.x, dragged.boxes.get(`zone:${id}`)?.y],
                        );
                        const row = allZones(before.zones)
                            .filter(({ rect }) => rect.y === memory.boxes.get(`zone:${id}`)?.y)
                            .sort((a, b) => a.rect.x - b.rect.x)
                            .map(({ node }) => node.id);
                        const loaded = load(`${edited}view Said { row ${row.join(', ')} }\n`);
                        const view = loaded.model.views.find(each => each.id === 'Said') ?? null;
                        const said = await layout(toGraph(loaded, { view }), engine, { like: memory });
                        equal(said.engine, 'kept');
                        ok(!movedIn(before, said).includes(id), id);
                        tried++;
                    }
                }
                ok(tried > 0);
            });
        });

        it('a zone that comes back finds its old place', async () => {
            const before = await fresh(terminal);
            const without = await again(
                terminal.replace(/zone Safety [^}]*\}\n/u, '').replace(/conduit Status [^}]*\{[^}]*\}[^}]*\}\n/u, ''),
                remember(before),
            );
            ok(!allZones(without.zones).some(zone => zone.node.id === 'Safety'));
            deepEqual(displacement(before, await again(terminal, remember(before))), 0);
        });

        it('a zone opened again has its room', async () => {
            const text = exampleText('refinery');
            const before = await fresh(text);
            const folded = await again(text, remember(before), { folded: ['Unit1'] });
            deepEqual([folded.engine, displacement(before, folded)], ['kept', 0]);
            deepEqual(faultsOf(folded), []);
            const open = await again(text, {
                ...remember(before),
                boxes: new Map([...remember(before).boxes, ...remember(folded).boxes]),
            });
            ok(displacement(before, open) < 80, `${displacement(before, open)}`);
            deepEqual(faultsOf(open), []);
        });
    });

    describe('when a person has moved boxes', () => {
        const moved = (memory: Memory, key: string, dx: number, dy: number): Memory => {
            const rect = memory.boxes.get(key);
            ok(rect, key);
            return { ...memory, boxes: new Map([...memory.boxes, [key, { ...rect, x: rect.x + dx, y: rect.y + dy }]]) };
        };

        it('a zone is where it was put, and its lines follow', async () => {
            const before = await fresh(terminal);
            const memory = moved(remember(before), 'zone:Control', 400, 60);
            const after = await again(terminal, memory);
            const control = allZones(after.zones).find(zone => zone.node.id === 'Control')?.rect;
            deepEqual(
                [control?.x, control?.y],
                [memory.boxes.get('zone:Control')?.x, memory.boxes.get('zone:Control')?.y],
            );
            deepEqual(faultsOf(after), []);
        });

        it('one that was put over another finds room beside it', async () => {
            const memory = remember(await fresh(terminal));
            const [dmz, control] = [memory.boxes.get('zone:Dmz'), memory.boxes.get('zone:Control')];
            ok(dmz && control);
            const after = await again(terminal, moved(memory, 'zone:Control', dmz.x - control.x, dmz.y - control.y));
            deepEqual(faultsOf(after), []);
        });

        it('bands lie where levels do, or not at all', async () => {
            const memory = remember(await fresh(terminal));
            const [dmz, safety] = [memory.boxes.get('zone:Dmz'), memory.boxes.get('zone:Safety')];
            ok(dmz && safety);
            const after = await again(terminal, moved(memory, 'zone:Safety', 700, dmz.y - safety.y));
            deepEqual(after.bands, []);
            deepEqual(faultsOf(after), []);
        });
    });

    it('lays out afresh what it knows too little of, and what runs the other way', async () => {
        const memory = remember(await fresh(terminal));
        equal((await again(exampleText('ship'), memory)).engine, 'elk');
        equal((await again(terminal, memory, { direction: 'right' })).engine, 'elk');
    });

    describe('a file of places', () => {
        it('has a line for each zone and conduit, so that two changes merge', async () => {
            const memory = remember(await fresh(terminal));
            const lines = placesText({ memory, detail: 'assets' }).split('\n');
            deepEqual(
                lines.slice(2).map(line => line.split(' ').slice(0, 2).join(' ')),
                [
                    'diagram down',
                    'zone Vendor',
                    'zone Dmz',
                    'zone Control',
                    'zone Safety',
                    'conduit Remote',
                    'conduit Operate',
                    'conduit Status',
                    'flows Vendor+Control',
                    '',
                ],
            );
        });

        it('says what a person has moved, and a zone may have the name of that mark', async () => {
            const before = remember(await fresh(terminal));
            const memory = movedMemory(movedMemory(before, 'zone:Control', 4, 0)!, 'conduit:Operate', 4, 0)!;
            const text = placesText({ memory, detail: 'assets' });
            match(text, /^zone Control (?:[\d.]+ ){4}by-hand$/mu);
            match(text, /^conduit Operate (?:[\d.]+ ){4}by-hand/mu);
            deepEqual(readPlaces(text), { memory, detail: 'assets', problems: [] });
            const named = readPlaces('conduit C 0 0 90 40 by-hand 1,2 1,9\nconduit D 0 0 90 40 by-hand by-hand 1,2\n');
            deepEqual([...named.memory.lines.keys()], ['conduit:C > by-hand', 'conduit:D > by-hand']);
            deepEqual([...(named.memory.byHand ?? [])], ['conduit:D']);
        });

        it('says which line is not understood, and keeps the others', () => {
            const { memory, problems } = readPlaces(
                'diagram up\nzone A 1 2 300 100\n<<<<<<< ours\nzone B 1 2\nbox C 1 2 3 4\nconduit D 0 0 90 40 A ' +
                    '1,2 %\n# note\n',
            );
            deepEqual([...memory.boxes.keys()], ['zone:A']);
            deepEqual(
                problems.map(({ line }) => line),
                [1, 3, 4, 5, 6],
            );
            match(
                problems.map(({ message }) => message).join('\n'),
                /conflict of a merge.*four numbers.*not a word of this file.*names of zones/su,
            );
        });

        it('and other texts are not taken for pictures', () => {
            deepEqual([placesOfSvg('<svg/>'), placesOfJson('{}'), placesOfJson('no')], [null, null, null]);
            equal(lineKey('conduit:C', 'A'), 'conduit:C > A');
        });
    });
});
