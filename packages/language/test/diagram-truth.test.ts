import { deepEqual, match, ok } from 'node:assert/strict';
import { toJson, toMermaid, toSvg, type DiagramOptions, type Positioned } from '../src/views/diagram/index.ts';
import { wrap } from '../src/views/diagram/measure/text.ts';
import { drawing, viewOf } from './support/drawing.ts';
import { load } from './support/load.ts';
import { allZones, bypasses, faultsOf, inside } from './support/pictures.ts';

const zone = (name: string, level: number): string =>
    `zone ${name} { purdue ${level}\nasset P : plc\nasset Q : hmi\n}\n`;

/** Two zones of one level, a third below, and a conduit with two flows between the first two. */
const neighbours =
    `system S\n${zone('Left', 1)}${zone('Right', 1)}${zone('Below', 0)}` +
    'conduit Beside between Left and Right {\n  via Fw\n  asset Fw : firewall\n  flow Left.P -> Right.P : ' +
    'radius\n  flow Right.Q -> Left.Q : tristation\n}\n' +
    'conduit Down between Right and Below {\n  flow Below.P -> Right.P : opc-ua\n}\n';

/** The heading of a sign before a flow, by the tip of its arrow. */
const tips: Readonly<Record<string, string>> = {
    '7l-3.5 4.5z': 'down',
    '7l-3.5 -4.5z': 'up',
    '7l4.5 -3.5z': 'right',
    '7l-4.5 -3.5z': 'left',
};

/** Where the signs in a picture point, by the protocols beside them. */
function headings(svg: string): Map<string, readonly string[]> {
    const flows = svg.matchAll(
        /<g class="flow[^>]*>.*?<path class="(head|mark)" d="([^"]*)"\/><text[^>]*>([^<]*)<\/text>/gu,
    );
    return new Map(
        [...flows].map(([, , d = '', words = '']) => [
            words,
            [...d.matchAll(/[hv](7l[^z]*z)/gu)].map(([, tip = '']) => tips[tip] ?? tip),
        ]),
    );
}

describe('diagram: nothing untrue', function () {
    const { place } = drawing();
    const drawn = (text: string, options: DiagramOptions = {}): Promise<Positioned> => place(load(text), options);
    const middle = (picture: Positioned, id: string): { x: number; y: number } => {
        const rect = allZones(picture.zones).find(each => each.node.id === id)?.rect ?? {
            x: 0,
            y: 0,
            width: 0,
            height: 0,
        };
        return { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 };
    };

    describe('an arrow before protocols points where the session goes', () => {
        for (const direction of ['down', 'right'] as const) {
            it(`between zones of one row, and of two, with levels that run ${direction}`, async () => {
                const picture = await drawn(neighbours, { direction });
                const [left, right] = [middle(picture, 'Left'), middle(picture, 'Right')];
                const said = headings(toSvg(picture));
                const beside =
                    direction === 'down'
                        ? left.x < right.x
                            ? ['right', 'left']
                            : ['left', 'right']
                        : left.y < right.y
                          ? ['down', 'up']
                          : ['up', 'down'];
                deepEqual([said.get('radius'), said.get('tristation')], [[beside[0]], [beside[1]]]);
                deepEqual(said.get('opc-ua'), [direction === 'down' ? 'up' : 'left']);
            });
        }

        it('both ways, or to neither side where it is not known who opens', async () => {
            const text = neighbours
                .replace('Left.P -> Right.P : radius', 'Left.P <-> Right.P : radius')
                .replace('Right.Q ->', 'Right.Q --');
            const said = headings(toSvg(await drawn(text)));
            deepEqual([...(said.get('radius') ?? [])].sort(), ['left', 'right']);
            deepEqual(said.get('tristation (opened by?)'), []);
        });
    });

    describe('a boundary device is in the line', () => {
        for (const direction of ['down', 'right'] as const) {
            for (const devices of [1, 2]) {
                it(`between two zones of one row: ${devices} in a picture that runs ${direction}`, async () => {
                    const text =
                        devices === 1
                            ? neighbours
                            : neighbours
                                  .replace('via Fw', 'via Fw, Diode')
                                  .replace('asset Fw : firewall', 'asset Fw : firewall\nasset Diode : diode');
                    const { conduits } = await drawn(text, { direction });
                    const beside = conduits.find(conduit => conduit.node.id === 'Beside');
                    ok(beside);
                    deepEqual(bypasses(beside), []);
                    // What the test takes for a bypass: both lines come to one place, and the devices hang below it.
                    const port = beside.lines[0]?.points.at(-1) ?? { x: 0, y: 0 };
                    ok(
                        bypasses({
                            ...beside,
                            lines: beside.lines.map(line => ({ ...line, points: [...line.points.slice(0, -1), port] })),
                        }).length > 0,
                    );
                });
            }
        }

        it('between three zones of one row', async () => {
            const text =
                `system S\n${zone('A', 1)}${zone('B', 1)}${zone('C', 1)}conduit Bus between A and B and C {\n  via ` +
                'Fw\n  asset Fw : firewall\n}\n';
            for (const conduit of (await drawn(text)).conduits) deepEqual(bypasses(conduit), []);
        });

        it('and data of a one-way conduit pass its devices in their order', async () => {
            const text =
                `system S\n${zone('Left', 1)}${zone('Right', 1)}conduit Out between Left and Right {\n  one-way ` +
                'Right -> Left\n  via First, Second\n  asset First : firewall\n  asset Second : diode\n}\n';
            const picture = await drawn(text);
            const [out] = picture.conduits;
            const order = out?.box.devices.toSorted((a, b) => a.x - b.x).map(device => device.node.name);
            deepEqual(
                order,
                middle(picture, 'Right').x < middle(picture, 'Left').x ? ['First', 'Second'] : ['Second', 'First'],
            );
        });
    });

    describe('a band names a level only where one is stated', () => {
        const words = async (text: string): Promise<string[]> => {
            const svg = toSvg(await drawn(text));
            return [...svg.matchAll(/<g class="level">(.*?)<\/g>/gu)].map(([, band = '']) =>
                [...band.matchAll(/<text[^>]*>([^<]*)</gu)].map(([, line]) => line).join(' '),
            );
        };

        it('for none of its zones: it is named by their kinds', async () => {
            const text = 'zone Office { kind enterprise }\nzone Cell { kind control }\nzone Trip { kind safety }\n';
            deepEqual(await words(text), [
                'Enterprise by kind: no level stated',
                'Control by kind: no level stated',
                'Safety by kind: no level stated',
            ]);
            const { bands } = toJson(await drawn(text)) as { bands: { level: unknown; kinds: string[] }[] };
            deepEqual(
                bands.map(({ level, kinds }) => [level, kinds]),
                [
                    [null, ['enterprise']],
                    [null, ['control']],
                    [null, ['safety']],
                ],
            );
        });

        it('for some of them: it counts the others', async () => {
            deepEqual(await words('zone Ops { purdue 3 }\nzone A { purdue 2 }\nzone B { kind control }\n'), [
                'Level 3 Site operations',
                'Level 2 Supervisory control; 1 of 2 by kind, no level stated',
            ]);
        });

        it('what is external is not on a level', async () => {
            deepEqual(
                (await words('zone Cloud { kind external\npurdue 2 }\nzone A { purdue 2 }\n'))[0],
                'External outside the system, not a level',
            );
        });

        it('inside a zone as well', async () => {
            const svg = toSvg(
                await drawn(
                    'zone P { purdue 3\nzone A { purdue 2 }\nzone B { purdue 1 }\n}\nzone Q {\nzone C { kind ' +
                        'control }\nzone D { kind field }\n}\n',
                ),
            );
            deepEqual(
                [...svg.matchAll(/class="il"[^>]*>([^<]*)</gu)].map(([, said]) => said),
                ['level 2', 'level 1', 'control', 'field'],
            );
        });
    });

    describe('a conduit that leaves the view is drawn as far as the view goes', () => {
        const model =
            `system S\n${zone('Office', 4)}${zone('Dmz', 3)}${zone('Cell', 2)}${zone('Trip', 1)}${zone('Far', 4)}` +
            'conduit Up between Cell and Dmz {\n  via Fw\n  asset Fw : firewall\n  flow Cell.P -> Dmz.P : https\n}\n' +
            'conduit Down between Cell and Trip {\n  flow Trip.P -> Cell.P : opc-ua\n}\n' +
            'conduit Side between Dmz and Office\nconduit Bus between Cell and Trip and Office\nconduit Out ' +
            'between Office and Far\nflow Office.P -> Cell.Q : rdp\n' +
            'view Some { include Cell, Trip }\nview Alone { include Cell }\nview Around { focus Cell }\nview ' +
            'Without { include Cell, Dmz\nhide Dmz\nexclude Down }\n';
        const cut = async (view: string): Promise<Positioned> => {
            const loaded = load(model);
            return place(loaded, viewOf(loaded, view));
        };
        const ends = (picture: Positioned): unknown[] =>
            picture.conduits.map(({ node }) => [
                node.kind === 'conduit' ? node.id : node.kind,
                node.ends,
                node.away.map(({ id }) => id),
            ]);

        it('with a connector that names the zone beyond', async () => {
            const picture = await cut('Some');
            deepEqual(ends(picture), [
                ['Up', ['Cell'], ['Dmz']],
                ['Down', ['Cell', 'Trip'], []],
                ['Bus', ['Cell', 'Trip'], ['Office']],
                ['undeclared', ['Cell'], ['Office']],
            ]);
            const svg = toSvg(picture);
            deepEqual(
                [...svg.matchAll(/>(to [^<]*)</gu)].map(([, words]) => words),
                ['to Dmz', 'to Office', 'to Office'],
            );
            ok(svg.includes('leads to a zone that is not in this picture'));
            deepEqual(faultsOf(picture), []);
            match(toMermaid(picture.graph), /n\d+>"Dmz<br\/>not in this view"\]/u);
        });

        it('above the zone or below it, as the level beyond is, and with arrows the same way', async () => {
            const picture = await cut('Alone');
            const [cell] = picture.zones;
            const above = new Map(picture.conduits.map(({ node, rect }) => [node.id, rect.y < (cell?.rect.y ?? 0)]));
            deepEqual([above.get('Up'), above.get('Down')], [true, false]);
            const said = headings(toSvg(picture));
            deepEqual([said.get('https'), said.get('opc-ua'), said.get('rdp')], [['up'], ['up'], ['down']]);
        });

        it('but from neighbours of what is in focus it is only counted', async () => {
            const picture = await cut('Around');
            deepEqual(ends(picture), [
                ['Up', ['Cell', 'Dmz'], []],
                ['Down', ['Cell', 'Trip'], []],
                ['Side', ['Dmz', 'Office'], []],
                ['Bus', ['Cell', 'Trip', 'Office'], []],
                ['undeclared', ['Office', 'Cell'], []],
            ]);
            deepEqual(picture.graph.notes, [
                'Neighbours are drawn without their assets, and without one conduit to zones beyond.',
            ]);
        });

        it('and what the view hides or leaves out is named', async () => {
            const picture = await cut('Without');
            deepEqual(
                ends(picture).map(row => (row as unknown[])[0]),
                ['Bus', 'undeclared'],
            );
            deepEqual(picture.graph.notes, ['This view leaves out Dmz, Down.']);
        });

        it('inside the outer zone when the zone beyond is there too', async () => {
            const loaded = load(
                `zone P {\n${zone('A', 2)}${zone('B', 1)}}\nconduit C between P.A and P.B\nview V { include P.A }\n`,
            );
            const picture = await place(loaded, viewOf(loaded, 'V'));
            const [outer] = picture.zones;
            ok(outer && picture.conduits[0] && inside(picture.conduits[0].rect, outer.rect));
            deepEqual(faultsOf(picture), []);
        });
    });

    it('a line to the own assets of an outer zone ends at a frame that is drawn around them', async () => {
        const text =
            'zone Outer {\n  asset A1 : plc\n  asset A2 : hmi\n  zone In { asset P : plc }\n}\nzone Ops { asset ' +
            'S : server }\n' +
            'conduit C1 between Outer and Outer.In { flow Outer.A1 -> Outer.In.P : opc-ua }\nconduit C2 between ' +
            'Ops and Outer\n';
        const picture = await drawn(text);
        deepEqual(faultsOf(picture), []);
        const [outer] = picture.zones;
        const start = picture.conduits.find(({ node }) => node.id === 'C1')?.lines[0]?.points[0];
        ok(outer?.own && start && outer.assets.every(({ rect }) => outer.own && inside(rect, outer.own)));
        ok(Math.abs(start.y - outer.own.y - outer.own.height) <= 1);
        ok(toSvg(picture).includes(`<title>directly in Outer</title><rect class="own"`));
    });

    describe('what carries a conduit is drawn as a carrier', () => {
        const text =
            'zone Hq { purdue 3\nasset H : hmi }\nzone Wan { kind external\nis untrusted }\nzone Lte { kind ' +
            'external\nis wireless }\nzone St { purdue 1\nasset P : plc }\n' +
            'conduit T between Hq and St {\n  via V\n  over Wan, Lte\n  asset V : vpn-gateway\n  flow Hq.H -> ' +
            'St.P : iec60870-5-104\n}\n';
        for (const direction of ['down', 'right'] as const) {
            it(`with lines from the card to it, in a picture that runs ${direction}`, async () => {
                const picture = await drawn(text, { direction });
                deepEqual(faultsOf(picture), []);
                deepEqual(
                    picture.conduits[0]?.lines.map(({ end, role }) => [end, role]),
                    [
                        ['Hq', 'end'],
                        ['St', 'end'],
                        ['Wan', 'carrier'],
                        ['Lte', 'carrier'],
                    ],
                );
                const svg = toSvg(picture);
                deepEqual(
                    [
                        svg.match(/class="pipe"/gu)?.length,
                        svg.includes('carried by its network'),
                        svg.includes('>wireless<'),
                    ],
                    [3, true, true],
                );
            });
        }

        it('and not where it is an end, is around one, or is not in the picture', async () => {
            const loaded = load(
                `${text.replace('over Wan, Lte', 'over Wan')}zone Site {\nzone In { asset Q : plc }\n}\nconduit ` +
                    'U between Hq and Site.In { over Site }\nview V { include Hq, St }\n',
            );
            const whole = await place(loaded);
            deepEqual(
                whole.graph.conduits.map(({ id, carriers }) => [id, carriers]),
                [
                    ['T', ['Wan']],
                    ['U', []],
                ],
            );
            const part = await place(loaded, viewOf(loaded, 'V'));
            deepEqual(part.conduits[0]?.node.carriers, []);
            ok(part.conduits[0]?.box.lines.some(line => line.text.includes('over Wan')));
        });
    });

    describe('borders differ', () => {
        for (const [traits, dash, under] of [
            ['kind external', '7 4', false],
            ['is untrusted', null, true],
            ['is temporary', '1.5 3.5', false],
        ] as const) {
            it(`of a zone with ${traits}`, async () => {
                const svg = toSvg(await drawn(`zone A { ${traits} }\n`));
                const [, body = ''] = /(<rect class="body"[^>]*>)/u.exec(svg) ?? [];
                deepEqual(
                    [/stroke-dasharray="([^"]*)"/u.exec(body)?.[1] ?? null, svg.includes('<rect class="under"')],
                    [dash, under],
                );
            });
        }
    });

    describe('a path', () => {
        const path =
            `${zone('Far', 4)}${zone('Mid', 3)}${zone('Near', 2)}conduit One between Far and Mid {\n  via Gate\n ` +
            ' asset Gate : firewall\n  flow Far.P -> Mid.P : https\n}\n' +
            'conduit Two between Mid and Near {\n  via Gate2, One.Gate\n  asset Gate2 : firewall\n  flow Mid.P ' +
            '-> Near.P : rdp\n}\nconduit Off between Far and Near {\n  via One.Gate\n}\n' +
            'view Way { path from Far.P to Near.P }\n';

        it('keeps what enforces it strong, and only there', async () => {
            const loaded = load(path);
            const { conduits } = await place(loaded, viewOf(loaded, 'Way'));
            deepEqual(
                conduits.map(({ node }) => [node.id, node.emphasis, node.devices.map(device => device.emphasis)]),
                [
                    ['One', 'strong', ['strong']],
                    ['Two', 'strong', ['strong', 'strong']],
                    ['Off', 'pale', ['pale']],
                ],
            );
        });

        it('numbers its crossings', async () => {
            const loaded = load(path);
            const picture = await place(loaded, viewOf(loaded, 'Way'));
            deepEqual(
                picture.conduits.map(({ node }) => node.steps),
                [[1], [2], []],
            );
            deepEqual(
                [...toSvg(picture).matchAll(/<text class="step"[^>]*>(\d)</gu)].map(([, step]) => step),
                ['1', '2', '1'],
            );
        });
    });

    describe('a level is never cut off', () => {
        it('on the card of a conduit with a long name', async () => {
            const name = 'ReplicationBetweenTheHistorianOfTheOperationsNetworkAndTheMirrorInTheDemilitarisedZone';
            const { conduits } = await drawn(
                `zone A { SL-T 3 }\nzone B { SL-T 2 }\nconduit ${name} "A title" between A and B { SL-T 3 }\n`,
            );
            const lines = conduits[0]?.box.lines.map(line => line.text) ?? [];
            deepEqual(lines.at(-1), 'SL-T 3');
            ok(lines.slice(1, -1).join('').replace('…', '').length > 20 && name.startsWith(lines[1] ?? '-'));
        });

        it('and no word has a letter left alone', () => {
            for (const word of ['CiscoCatalystSwitch', 'ScalanceX414-3e-1', 'GripperToSorterFw', 'x'.repeat(31)]) {
                const pieces = wrap(word, { size: 10, bold: false }, 80, 9);
                deepEqual(pieces.join(''), word);
                ok(
                    pieces.every(piece => piece.length > 3),
                    pieces.join(' | '),
                );
            }
        });
    });

    it('every text of a picture says how long it is, so that no other font carries it over a badge or a border', async () => {
        const svg = toSvg(await drawn(neighbours));
        const texts = [...svg.matchAll(/<text class="([^"]*)"([^>]*)>([^<]*)</gu)];
        ok(texts.length > 20);
        deepEqual(
            texts
                .filter(
                    ([, , attributes = '']) =>
                        !/ textLength="[\d.]+" lengthAdjust="spacingAndGlyphs"/u.test(attributes),
                )
                .map(([whole]) => whole),
            [],
        );
    });
});
