import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { toGraph, toSvg, type DiagramOptions } from '../src/views/diagram/index.ts';
import { turnOf } from '../src/views/diagram/draw/svg-conduit.ts';
import { conduitFacts, namesOf } from '../src/views/diagram/sheet/register.ts';
import { drawing, idsIn, viewOf } from './support/drawing.ts';
import { load } from './support/load.ts';
import { allZones } from './support/pictures.ts';
import { plant } from './support/plants.ts';
import { terminal } from './support/terminal.ts';

describe('diagram: what it says', function () {
    const { place, draw } = drawing();

    describe('what it shows', () => {
        it('has every zone, asset, conduit and flow of a conduit, by id', async () => {
            const loaded = load(terminal);
            const svg = toSvg(await place(loaded));
            const shown = idsIn(svg);
            const drawnFlows = [...svg.matchAll(/data-flows="([^"]*)"/gu)].flatMap(found =>
                (found[1] ?? '').split('&#10;'),
            );
            const flows = loaded.model.flows.filter(flow => flow.container !== 'Control').map(flow => flow.id);
            for (const { id } of [...loaded.model.zones, ...loaded.model.assets, ...loaded.model.conduits])
                ok(shown.has(id), id);
            deepEqual(drawnFlows.toSorted(), flows.map(id => id.replaceAll('>', '&gt;')).toSorted());
        });

        it('says which boundary device is on several cards; tags draw it once', () => {
            const shared = (name: string, conduits: number): string =>
                Array.from({ length: conduits }, (_, at) =>
                    at === 0
                        ? `conduit ${name}0 between A and B { via Fw asset Fw : firewall }\n`
                        : `conduit ${name}${at} between A and B { via ${name}0.Fw }\n`,
                ).join('');
            const zones = 'system S\nzone A { asset P : plc }\nzone B { asset Q : plc }\n';
            const notes = (text: string, conduits: 'cards' | 'tags' = 'cards'): string[] =>
                toGraph(load(zones + text), { conduits }).notes.filter(note => note.includes('device'));
            deepEqual(notes(shared('C', 1) + shared('D', 1)), []);
            deepEqual(notes(shared('C', 3)), ['One device on several cards: Fw (3).']);
            deepEqual(notes(shared('C', 3) + shared('D', 2)), [
                'On several cards, but one device each: Fw (3), Fw (2).',
            ]);
            deepEqual(notes(shared('C', 3), 'tags'), []);
        });

        it('gives every place in the picture a key of its own', async () => {
            const keys = [
                ...(await draw(plant(7, { zones: 12, conduits: 14, nested: true }))).matchAll(/data-key="([^"]*)"/gu),
            ].map(found => found[1]);
            equal(new Set(keys).size, keys.length);
        });

        it('draws what crosses in no conduit, and says which lines are not proved encrypted', async () => {
            const graph = toGraph(load(terminal));
            deepEqual(
                graph.conduits.map(({ id, kind, clearText, untrusted }) => [
                    kind === 'conduit' ? id : kind,
                    clearText,
                    untrusted,
                ]),
                [
                    ['Remote', false, true],
                    ['Operate', true, false],
                    ['Status', true, false],
                    ['undeclared', true, false],
                ],
            );
            match(await draw(terminal), /Flow in no conduit/u);
        });

        it('draws the plant as found: declared, seen, seen only and permitted only', async () => {
            const text =
                'system S\nzone Office { kind enterprise network 10.30.0.0/24 asset Erp : erp-server { address 10.30.0.5 } }\n' +
                'zone A { network 10.10.1.0/24 asset P : plc { address 10.10.1.11 } asset H : hmi { address 10.10.1.21 } }\n' +
                'zone B { network 10.10.2.0/24 asset Q : plc { address 10.10.2.11 } }\n' +
                'conduit Up between Office and A { via F asset F : firewall { serves Office, A }\n' +
                'flow A.H -> Office.Erp : https\nflow A.P -> Office.Erp : opc-ua\nflow A.P -> Office.Erp : ntp { is proposed because "x" } }\n' +
                'conduit Dark between Office and B { flow Office.Erp -> B.Q : https }\n' +
                'ruleset R { device Up.F exported 2026-05-20 source "x"\npermits 10.10.1.0/24 -> 10.30.0.5 : tcp 443, 4840 "1"\n' +
                'permits 10.30.0.0/24 -> 10.10.1.11 : tcp 102 "2 Old" }\n' +
                'observation Tap { sees A since 2026-01-01 until 2026-05-20 source "l"\n' +
                'saw 10.10.1.21 -> 10.30.0.5 : tcp 443 used on 9 days, 2026-01-01 to 2026-05-20\n' +
                'saw 10.10.1.11 -> 10.30.0.5 : tcp 8080 "http" used on 9 days, 2026-01-01 to 2026-05-20\n' +
                'saw 10.10.1.11 -> 10.10.2.11 : tcp 102 "s7comm" used on 9 days, 2026-01-01 to 2026-05-20\n' +
                'saw 10.10.1.11 -> 8.8.8.8 : tcp 443 used on 9 days, 2026-01-01 to 2026-05-20\n' +
                'saw 10.10.1.11 -> 8.8.4.4 : tcp 443 tried on 9 days, 2026-01-01 to 2026-05-20 }\n';
            const graph = toGraph(load(text), { asFound: true });
            deepEqual(
                graph.conduits.map(node => [
                    node.id,
                    node.line,
                    ...node.flows.map(flow => `${flow.from} ${flow.to || '-'} ${flow.protocols.join()} ${flow.found}`),
                ]),
                [
                    [
                        'Up',
                        'seen',
                        'A Office http seen-only',
                        'Office A tcp 102 permitted-only',
                        'A Office https seen',
                        'A Office opc-ua,ntp not-seen',
                    ],
                    ['Dark', 'declared', 'Office B https not-visible'],
                    ['A', 'alone', 'A B s7comm seen-only'],
                    ['A', 'alone', 'A - tcp 443 seen-only'],
                ],
            );
            match(graph.notes.join(' '), /observations Tap \(2026-01-01 to 2026-05-20\).*attempts and scans.*\(1\)/u);
            const svg = await draw(text, { asFound: true });
            for (const words of ['http (seen only)', 'tcp 102 (permitted only)', 'https (not visible)'])
                ok(svg.includes(words), words);
            match(svg, /class="halo"/u);
            ok(!(await draw(text)).includes('seen only'));
            equal(toGraph(load(terminal), { asFound: true }).asFound, false);
        });

        it('draws a device that joins zones which no conduit joins', () => {
            const text = 'system S\nzone A {\n  asset Box : server { serves B }\n}\nzone B {\n  asset Plc : plc\n}\n';
            deepEqual(
                toGraph(load(text)).conduits.map(node => [node.kind, node.id, node.ends]),
                [['undeclared', 'A.Box', ['A', 'B']]],
            );
            const joined = `${text}conduit C between A and B\n`;
            deepEqual(
                toGraph(load(joined)).conduits.map(node => node.id),
                ['C'],
            );
        });

        it('orders the bands from what is external down to the process', async () => {
            const { bands } = await place(load(terminal));
            deepEqual(
                bands.map(band => band.rank),
                [6, 3.5, 2, 1],
            );
            ok(bands.every((band, index) => index === 0 || band.rect.y > (bands[index - 1]?.rect.y ?? 0)));
        });

        it('keeps the order of the text among nested zones of one level', async () => {
            const cells = Array.from({ length: 9 }, (_, cell) => `  zone Cell${cell} { purdue 1 }`).join('\n');
            const ends = Array.from({ length: 9 }, (_, cell) => `Plant.Cell${cell}`).join(' and ');
            const { zones } = await place(load(`system S\nzone Plant {\n${cells}\n}\nconduit Ring between ${ends}\n`));
            const inner = zones[0]?.zones ?? [];
            const reading = inner
                .toSorted((a, b) => a.rect.y - b.rect.y || a.rect.x - b.rect.x)
                .map(zone => zone.node.name);
            deepEqual(
                reading,
                Array.from({ length: 9 }, (_, cell) => `Cell${cell}`),
            );
        });

        it('stays as it was when an asset is added: rows, order and conduits', async () => {
            const order = async (text: string): Promise<string[]> => {
                const { zones, conduits } = await place(load(text));
                const boxes = [...allZones(zones), ...conduits].toSorted(
                    (a, b) => a.rect.y - b.rect.y || a.rect.x - b.rect.x,
                );
                return boxes.map(box => box.node.key);
            };
            for (const seed of [2, 4, 6]) {
                const text = plant(seed, { zones: 9, conduits: 10, nested: false });
                deepEqual(
                    await order(text.replace('  asset A0', '  asset Added : plc\n  asset A0')),
                    await order(text),
                );
            }
        });

        it('puts findings that nobody accepted on what they blame', () => {
            const text = 'system S\nzone A {\n  asset P : plc\n}\n';
            const badge = toGraph(load(text)).zones[0]?.badge;
            ok(
                badge && badge.count > 0 && badge.messages.some(message => message.startsWith(`${badge.severity}: `)),
                JSON.stringify(badge),
            );
        });

        it('colours by target, gap, kind and the state of a requirement', () => {
            const tones = (options: DiagramOptions): string[] =>
                toGraph(load(terminal), options).zones.map(zone => zone.tone);
            deepEqual(tones({}), ['sl-none', 'sl-2', 'sl-3', 'sl-3']);
            deepEqual(tones({ colour: 'gap' }), ['gap-none', 'gap-open', 'gap-open', 'gap-open']);
            deepEqual(tones({ colour: 'kind' }), ['kind-external', 'kind-dmz', 'kind-control', 'kind-safety']);
            deepEqual(tones({ requirement: 'SR 1.1' }), [
                'state-unasked',
                'state-not-assessed',
                'state-not-assessed',
                'state-not-assessed',
            ]);
        });

        it('draws zones closed, and their conduits to the closed zone', () => {
            const text =
                'system S\nzone P {\n  zone A { asset X : plc }\n  zone B { asset Y : plc }\n}\nzone C { asset Z ' +
                ': plc }\nconduit In between P.A and P.B\nconduit Out between P.A and C\n';
            const graph = toGraph(load(text), { folded: ['P'] });
            deepEqual(
                graph.zones.map(zone => [zone.id, zone.folded, zone.hiddenAssets]),
                [
                    ['P', true, 2],
                    ['C', false, 0],
                ],
            );
            deepEqual(
                graph.conduits.map(conduit => [conduit.id, conduit.ends]),
                [['Out', ['P', 'C']]],
            );
        });

        it('makes strong what a path touches, and pale what it does not', () => {
            const loaded = load(terminal);
            const flow = loaded.model.flows.find(each => each.container === 'Operate')?.id ?? '';
            const graph = toGraph(loaded, { trace: [flow] });
            deepEqual(
                graph.conduits.map(conduit => conduit.emphasis),
                ['pale', 'strong', 'pale', 'pale'],
            );
            deepEqual(
                graph.zones.map(zone => zone.emphasis),
                ['pale', 'plain', 'plain', 'pale'],
            );
            deepEqual(
                graph.zones[2]?.assets.map(asset => asset.emphasis),
                ['pale', 'strong'],
            );
        });
    });

    describe('a view', () => {
        it('includes zones, the conduits between them, and those that lead out', () => {
            const loaded = load(terminal);
            const graph = toGraph(loaded, viewOf(loaded, 'Inner'));
            deepEqual(
                graph.zones.map(zone => zone.id),
                ['Control', 'Safety'],
            );
            deepEqual(
                graph.conduits.map(conduit => [conduit.id, conduit.away.map(({ id }) => id)]),
                [
                    ['Operate', ['Dmz']],
                    ['Status', []],
                    ['Vendor.Laptop -> Control.Plc1 : s7comm', ['Vendor']],
                ],
            );
        });

        it('lists that a conduit is one-way also where one of its zones is on another sheet', () => {
            const loaded = load(
                'system S\nzone Trip "Safety" { asset Sis : safety-controller }\nzone Cell "Cell 1" { asset P : plc }\n' +
                    'conduit Status between Cell and Trip {\n  one-way Trip -> Cell\n  flow Trip.Sis -> Cell.P : opc-ua\n}\n' +
                    'view Sending { include Trip }\nview Receiving { include Cell }\nview Both { include Cell, Trip }\n',
            );
            const facts = (view: string): string | undefined => {
                const graph = toGraph(loaded, viewOf(loaded, view));
                return conduitFacts(graph.conduits[0]!, namesOf(graph)).facts.at(-1);
            };
            const said = 'encryption not proved · one-way to Cell 1';
            deepEqual(['Sending', 'Receiving', 'Both'].map(facts), [said, said, said]);
        });

        it('turns a diode, and orders its proxies, the way that data go also where one zone is not shown', async () => {
            const loaded = load(
                'system S\nzone Trip { purdue 1 asset Sis : safety-controller }\nzone Cell { purdue 2 asset P : plc }\n' +
                    'conduit Status between Cell and Trip {\n  one-way Trip -> Cell\n  via Send, Diode, Receive\n' +
                    '  asset Send : proxy\n  asset Diode : diode\n  asset Receive : proxy\n' +
                    '  flow Trip.Sis -> Cell.P : opc-ua\n}\nview Sending { include Trip }\nview Receiving { include Cell }\n',
            );
            for (const [view, outwards] of [
                ['Sending', true],
                ['Receiving', false],
            ] as const) {
                const [conduit] = (await place(loaded, viewOf(loaded, view))).conduits;
                const points = conduit!.lines[0]!.points;
                const isUp = points.at(-1)!.y < points[0]!.y;
                const devices = conduit!.box.node.devices.map(({ name }) => name);
                const fromZone = isUp ? devices.toReversed() : devices;
                deepEqual(outwards ? fromZone : fromZone.toReversed(), ['Send', 'Diode', 'Receive'], view);
                equal(
                    turnOf('diode', conduit!, true, (zone, end) => zone === end),
                    isUp === outwards ? -90 : 90,
                    view,
                );
            }
        });

        it('focuses a zone: its neighbours come without their assets', () => {
            const loaded = load(terminal);
            const graph = toGraph(loaded, viewOf(loaded, 'Around'));
            deepEqual(
                graph.zones.map(zone => [zone.id, zone.assets.length]),
                [
                    ['Dmz', 0],
                    ['Control', 2],
                    ['Safety', 0],
                ],
            );
        });

        it('shows a path: the conduits that it takes are strong, the others pale', () => {
            const loaded = load(terminal);
            const graph = toGraph(loaded, viewOf(loaded, 'Way'));
            deepEqual(
                graph.conduits.map(conduit => conduit.emphasis),
                ['strong', 'strong', 'pale', 'pale'],
            );
            match(
                toGraph(loaded, viewOf(loaded, 'NoWay')).notes.join(' '),
                /No path over the declared flows leads from Control to Vendor/u,
            );
        });

        it('highlights, and names direction, detail and colour, which the reader may overrule', () => {
            const loaded = load(terminal);
            deepEqual(
                toGraph(loaded, viewOf(loaded, 'Bright')).zones.map(zone => zone.emphasis),
                ['pale', 'pale', 'pale', 'strong'],
            );
            const side = toGraph(loaded, viewOf(loaded, 'Side'));
            deepEqual([side.direction, side.detail, side.colour], ['right', 'zones', 'kind']);
            equal(toGraph(loaded, { ...viewOf(loaded, 'Side'), colour: 'gap' }).colour, 'gap');
        });
    });
});
