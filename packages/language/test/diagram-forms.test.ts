import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { validateXML } from 'xmllint-wasm';
import {
    inBundledFont,
    layout,
    mermaidExcess,
    toDrawio,
    toGraph,
    toJson,
    toMermaid,
    toSvg,
} from '../src/views/diagram/index.ts';
import { toPng } from '../src/node/png-host.ts';
import { legsDrawn } from '../src/views/diagram/draw/hops.ts';
import { isCovered } from '../src/views/diagram/measure/text.ts';
import { drawing } from './support/drawing.ts';
import { load } from './support/load.ts';
import { plant } from './support/plants.ts';
import { terminal } from './support/terminal.ts';

const samePoint = (a: { x: number; y: number }, b: { x: number; y: number }): boolean =>
    Math.hypot(a.x - b.x, a.y - b.y) < 0.5;

describe('diagram: other forms', function () {
    const { engine, place, draw } = drawing();

    describe('other forms', () => {
        it('JSON has all places and facts', async () => {
            const json = JSON.parse(JSON.stringify(toJson(await place(load(terminal))))) as {
                schemaVersion: number;
                zones: { id: string; slT: number[]; x: number; assets: object[] }[];
                conduits: { id: string; lines: { to: string; points: object[] }[] }[];
            };
            equal(json.schemaVersion, 1);
            deepEqual(
                json.zones.map(zone => [zone.id, zone.assets.length]),
                [
                    ['Vendor', 1],
                    ['Dmz', 1],
                    ['Control', 2],
                    ['Safety', 1],
                ],
            );
            deepEqual(json.zones[3]?.slT, [3, 3, 3, 3, 3, 3, 3]);
            ok(
                json.conduits.every(
                    conduit => conduit.lines.length === 2 && conduit.lines.every(line => line.points.length > 1),
                ),
            );
        });

        it('Mermaid has a subgraph for each zone and a line for each end', () => {
            const mermaid = toMermaid(toGraph(load(terminal)));
            equal(mermaid.match(/^ +subgraph /gmu)?.length, 4);
            equal(mermaid.match(/^ +end$/gmu)?.length, 4);
            match(mermaid, /n\d+\["Loading PLC<br\/>PLC"\]/u);
            match(mermaid, /n\d+ -\.-> n\d+/u);
        });

        it('Mermaid has the higher level above the lower one, whatever the order of the text', () => {
            const mermaid = toMermaid(
                toGraph(
                    load(
                        'system S\nzone Low { purdue 1\nasset P : plc }\nzone High { purdue 3\nasset Q : server ' +
                            '}\nconduit C between Low and High\n',
                    ),
                ),
            );
            const [, high = ''] = /subgraph (n\d+)\["High/u.exec(mermaid) ?? [];
            const [, low = ''] = /subgraph (n\d+)\["Low/u.exec(mermaid) ?? [];
            const [, conduit = ''] = /(n\d+)\(\["C<br\/>no SL-T"\]\)/u.exec(mermaid) ?? [];
            deepEqual(
                mermaid.match(/^ +n\d+ --- n\d+$/gmu)?.map(line => line.trim()),
                [`${high} --- ${conduit}`, `${conduit} --- ${low}`],
            );
        });

        it('Mermaid says who opens sessions, which conduit it is, and what is outside, safe or undeclared', () => {
            const text = (flow: string, more = ''): string =>
                'system S\nzone High "Upper" { kind external purdue 3\nasset Q : server }\n' +
                'zone Low { kind safety purdue 1\nasset P : plc }\n' +
                `conduit C7 "Link" between Low and High { SL-T 3\n${flow} }\n${more}`;
            const lines = (flow: string, more = ''): string[] =>
                toMermaid(toGraph(load(text(flow, more))))
                    .split('\n')
                    .map(line => line.trim());
            const joins = (flow: string): string[] => lines(flow).filter(line => /^n\d+ [-.|>"▲]+ n\d+$/u.test(line));
            const [high, low, card] = ['n1', 'n3', 'n5'];
            // The upper zone comes first, so that it is above; an arrow to it is a sign on its line.
            deepEqual(joins('flow High.Q -> Low.P : https'), [`${high} --- ${card}`, `${card} --> ${low}`]);
            deepEqual(joins('flow Low.P -> High.Q : https'), [`${high} ---|"▲"| ${card}`, `${card} --- ${low}`]);
            deepEqual(joins('flow Low.P <-> High.Q : https'), [`${high} ---|"▲"| ${card}`, `${card} --> ${low}`]);
            deepEqual(joins('flow Low.P -- High.Q : https'), [`${high} --- ${card}`, `${card} --- ${low}`]);
            const all = lines('flow Low.P -> High.Q : https', 'flow High.Q -> Low.P : http\n');
            ok(all.includes(`${card}(["Link<br/>C7<br/>SL-T 3<br/>https"])`), all.join('\n'));
            deepEqual(all.filter(line => /^(?:class|linkStyle) /u.test(line)).slice(-3), [
                `class ${high} outside`,
                `class ${low} safety`,
                'linkStyle 2,3 stroke:#b3261e',
            ]);
        });

        it('Mermaid draws what carries a conduit, and data that go up from below', () => {
            const text = (more: string): string =>
                'system S\nzone Wan { kind external\nis untrusted, wireless }\nzone High { purdue 3\nasset P : plc }\n' +
                `zone Low { purdue 1\nasset Q : server }\nconduit C between High and Low { ${more} }\n`;
            const lines = (more: string): string[] =>
                toMermaid(toGraph(load(text(more))))
                    .split('\n')
                    .map(line => line.trim())
                    .filter(line => /^n\d/u.test(line) && !line.includes('["plc'));
            const carried = lines('over Wan\nis untrusted');
            ok(carried.some(line => /^n1\["Wan · external · untrusted · wireless · carrier · no SL-T"\]$/u.test(line)));
            deepEqual(carried.slice(-4), [
                'n6(["C<br/>no SL-T<br/>untrusted medium · over Wan"])',
                'n1 ===|"carries"| n6',
                'n2 -.- n6',
                'n6 -.- n4',
            ]);
            const devices = 'via Send, Receive\nasset Send : diode\nasset Receive : proxy\n';
            const rising = lines(`one-way Low -> High\n${devices}`);
            deepEqual(rising.slice(-5), [
                'n6{{"Receive<br/>C<br/>no SL-T"}}',
                'n7{{"Send<br/>Data diode"}}',
                'n6 --- n7',
                'n2 ---|"▲"| n6',
                'n7 ---|"▲"| n4',
            ]);
            const falling = lines(`one-way High -> Low\n${devices}`);
            deepEqual(falling.slice(-3), ['n6 --- n7', 'n2 --> n6', 'n7 --> n4']);
        });

        it('devices of a one-way conduit stand in the order in which data pass them, also upwards', async () => {
            const text = (way: string): string =>
                'system S\nzone High { purdue 3\nasset P : plc }\nzone Low { purdue 1\nasset Q : server ' +
                `}\nconduit C between High and Low { one-way ${way}\nvia Send, Diode, Receive\nasset Send : ` +
                'proxy\nasset Diode : diode\nasset Receive : proxy }\n';
            const order = async (way: string): Promise<string[]> => {
                const devices = (await place(load(text(way)))).conduits[0]?.box.devices ?? [];
                return [...devices].sort((a, b) => a.y - b.y).map(device => device.node.name);
            };
            deepEqual(await order('High -> Low'), ['Send', 'Diode', 'Receive']);
            deepEqual(await order('Low -> High'), ['Receive', 'Diode', 'Send']);
        });

        it('Mermaid says when a picture is beyond what GitHub draws', () => {
            equal(mermaidExcess(toMermaid(toGraph(load(terminal)))), null);
            match(
                mermaidExcess(toMermaid(toGraph(load(plant(3, { zones: 130, conduits: 260, nested: false }))))) ?? '',
                /at most 499 lines .* here are \d{3}\./u,
            );
            match(mermaidExcess('x'.repeat(50_001)) ?? '', /50001/u);
        });

        it('SVG and draw.io are valid XML, whatever an author writes', async () => {
            for (const text of [
                terminal,
                'system S "<a> & ]]> \u0001"\nzone A "\u202e 漢 \ud83d\ude80" { asset P "--> <!--" : plc }\nzone ' +
                    'B\nconduit C "</g>" between A and B\n',
            ]) {
                const positioned = await place(load(text));
                for (const xml of [toSvg(positioned), toSvg(positioned, 'auto'), toDrawio(positioned)]) {
                    const file = { fileName: 'picture.xml', contents: xml };
                    deepEqual((await validateXML({ xml: [file], normalization: 'format' })).errors, []);
                }
            }
        });

        it('draw.io has no shape or line without its parent and its ends, and no id twice', async () => {
            const drawio = toDrawio(await place(load(plant(7, { zones: 12, conduits: 16, nested: true }))));
            const all = [...drawio.matchAll(/ id="([^"]*)"/gu)].map(found => found[1] ?? '');
            const known = new Set(all);
            equal(known.size, all.length);
            const named = [...drawio.matchAll(/ (?:parent|source|target)="([^"]*)"/gu)].map(found => found[1] ?? '');
            deepEqual(
                named.filter(id => !known.has(id)),
                [],
            );
            ok(named.length > 60);
        });

        it('draw.io has zones as containers of their assets, with the facts as properties', async () => {
            const drawio = toDrawio(await place(load(terminal)));
            match(drawio, /<object [^>]*id="zone:Control"[^>]*><mxCell [^>]*swimlane[^>]*container=1/u);
            match(
                drawio,
                /<object [^>]*element="Control\.Plc1"[^>]*id="asset:Control\.Plc1"><mxCell [^>]*parent="zone:Control"/u,
            );
            match(
                drawio,
                /<mxCell id="line 0 conduit:Status" [^>]*edge="1"[^>]*source="conduit:Status" target="zone:Control"/u,
            );
        });

        it('draw.io has the dashes of lines that share a way upon each other: they begin at one place', async () => {
            const names = ['B', 'C', 'D', 'E', 'F'];
            const positioned = await place(
                load(
                    'system S\nzone A { purdue 3 asset X : server }\n' +
                        names.map(name => `zone ${name} { purdue 1 asset P : plc }\n`).join('') +
                        `conduit K between A and ${names.join(' and ')} {\n` +
                        names.map(name => `  flow A.X -> ${name}.P : modbus-tcp\n`).join('') +
                        '  via Fw\n  asset Fw : firewall\n}\n',
                ),
            );
            const sharing = positioned.conduits.flatMap(legsDrawn).filter(({ joins }) => joins);
            ok(sharing.length > 0, 'lines share a way');
            const drawio = toDrawio(positioned);
            for (const { line } of sharing) {
                const first = positioned.conduits[0]!.lines.find(
                    other => other !== line && samePoint(other.points.at(-1)!, line.points.at(-1)!),
                )!;
                const [one, other] = [first, line].map(({ end }) =>
                    new RegExp(`<mxCell id="line [^>]*style="([^"]*)"[^>]* source="conduit:K" target="zone:${end}"`)
                        .exec(drawio)![1]!
                        .match(/exitX=[^;]*;exitY=[^;]*|dashPattern=[^;]*/gu)!,
                );
                deepEqual(one, other);
                equal(one!.length, 2, 'an exit, and dashes');
            }
        });

        it('draw.io says which way sessions are opened, each level by itself, and what its signs mean', async () => {
            const drawio = toDrawio(await place(load(terminal)));
            const label = (key: string): string =>
                new RegExp(`<object label="([^"]*)" [^>]*id="${key}">`, 'u').exec(drawio)?.[1] ?? '';
            // Of the conduit between control and safety the session goes up, into control.
            match(label('conduit:Status'), /▲ modbus-tcp/u);
            match(drawio, /<mxCell id="level zone:Safety" value="SL-T 3" [^>]*part=1;[^>]*parent="zone:Safety"/u);
            for (const words of ['safety zone', 'external zone', 'opens sessions this way', 'errors'])
                ok(drawio.includes(`value="${words}"`), words);
            ok(!drawio.includes('value="carrier"'), 'there is none');
        });

        it('PNG has the size that was asked for', async () => {
            const svg = await draw(terminal);
            const [, width = '', height = ''] = /width="(\d+)" height="([\d.]+)"/u.exec(svg) ?? [];
            const png = Buffer.from(await toPng(svg, { scale: 2 }));
            deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [Number(width) * 2, Math.ceil(Number(height)) * 2]);
        });
    });

    describe('a picture of pixels', () => {
        const foreign =
            'system S "炼油厂" { owner "مصفاة" }\nzone A "Größe Ελλάδα" {\n  asset P "主控制器" : plc\n}\nzone B "ระบบ" ' +
            '{ asset Q : plc }\nconduit C "監視" between A and B { via F\nasset F "ไฟร์วอลล์" : firewall }\n';

        it('shows names in place of titles that its font has no letters for, and says so', async () => {
            const graph = inBundledFont(toGraph(load(foreign)));
            const texts = [...toSvg(await layout(graph, engine)).matchAll(/<text[^>]*>([^<]*)/gu)].map(
                found => found[1] ?? '',
            );
            deepEqual(
                texts.filter(text => !isCovered(text)),
                [],
            );
            deepEqual(
                [graph.system?.title, graph.zones.map(zone => zone.title), graph.conduits[0]?.title],
                ['S', ['Größe Ελλάδα', null], null],
            );
            match(graph.notes.join(' '), /lacks the script of 6 titles/u);
        });

        it('is the same as the SVG where the font has all letters', () => {
            const graph = toGraph(load(terminal));
            equal(inBundledFont(graph), graph);
        });

        it('takes further fonts', async () => {
            const svg = await draw(terminal);
            const bold = fileURLToPath(import.meta.resolve('@expo-google-fonts/arimo/700Bold/Arimo_700Bold.ttf'));
            deepEqual(await toPng(svg, { scale: 0.5, moreFonts: [bold] }), await toPng(svg, { scale: 0.5 }));
            await rejects(toPng(svg, { moreFonts: ['none.ttf'] }), /none\.ttf/u);
        });
    });
});
