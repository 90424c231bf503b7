import { deepEqual, equal, match, notEqual, ok, rejects } from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { validateXML } from 'xmllint-wasm';
import { elkEngine } from '../src/views/diagram/elk-host.ts';
import { inBundledFont, layout, mermaidExcess, toDrawio, toGraph, toJson, toMermaid, toSvg, type DiagramOptions, type Positioned } from '../src/views/diagram/index.ts';
import { toPng } from '../src/views/diagram/png-host.ts';
import { conduitBox } from '../src/views/diagram/conduit-box.ts';
import { branch } from '../src/views/diagram/branch.ts';
import { isCovered, shorten, widthOf, wrap } from '../src/views/diagram/text.ts';
import { allTones, colour, themes, toneColours, type Theme } from '../src/views/diagram/theme.ts';
import { load, type Loaded } from './support/load.ts';
import { allZones } from './support/pictures.ts';
import { plant } from './support/plants.ts';

const terminal = `
system Terminal "Truck loading" { owner "Terminal operations" }
zone Vendor "Supplier" { kind external
  is untrusted
  asset Laptop : laptop
}
zone Dmz "Plant DMZ" { kind dmz
  purdue 3.5
  SL-T 2
  asset Jump : jump-host
}
zone Control "Basic control" { kind control
  purdue 2
  SL-T 2 { RDF 3 }
  asset Plc1 "Loading PLC" : plc { is essential }
  asset Hmi1 "Operator station" : hmi
  flow Hmi1 -> Plc1 : s7comm
}
zone Safety "Safety system" { kind safety
  purdue 1
  SL-T 3
  asset Sis : safety-controller
}
conduit Remote "Remote service" between Vendor and Dmz {
  is untrusted
  via Vpn
  asset Vpn : vpn-gateway
  flow Vendor.Laptop -> Dmz.Jump : rdp { secured authentication, encryption, integrity }
}
conduit Operate "Operation" between Dmz and Control { flow Dmz.Jump -> Control.Hmi1 : vnc }
conduit Status "Trip status" between Control and Safety {
  one-way Safety -> Control
  via Diode
  asset Diode : diode
  flow Safety.Sis -> Control.Hmi1 : modbus-tcp
}
flow Vendor.Laptop -> Control.Plc1 : s7comm
view Inner "Inside" { include Control, Safety }
view Around "Around control" { focus Control }
view Bright "The safety system" { highlight Safety }
view Way "From the supplier to the operator station" { path from Vendor to Control.Hmi1 }
view NoWay "Nothing leads back" { path from Control to Vendor }
view Side "From left to right" { direction right
  detail zones
  colour kind
}
`;

describe('diagram', function () {
    this.timeout(30_000);
    const engine = elkEngine();
    after(() => engine.close());

    const place = (loaded: Loaded, options: DiagramOptions = {}): Promise<Positioned> => layout(toGraph(loaded, options), engine, 20_000);
    const draw = async (text: string, options: DiagramOptions = {}, theme: Theme = 'light'): Promise<string> => toSvg(await place(load(text), options), theme);
    const ids = (svg: string): Set<string> => new Set([...svg.matchAll(/data-id="([^"]*)"/gu)].map(found => found[1] ?? ''));
    const view = (loaded: Loaded, id: string): DiagramOptions => ({ view: loaded.model.views.find(each => each.id === id) ?? null });

    describe('what it shows', () => {
        it('has every zone, asset, conduit and flow of a conduit, by id', async () => {
            const loaded = load(terminal);
            const svg = toSvg(await place(loaded));
            const shown = ids(svg);
            const drawnFlows = [...svg.matchAll(/data-flows="([^"]*)"/gu)].flatMap(found => (found[1] ?? '').split('&#10;'));
            const flows = loaded.model.flows.filter(flow => flow.container !== 'Control').map(flow => flow.id);
            for (const { id } of [...loaded.model.zones, ...loaded.model.assets, ...loaded.model.conduits]) ok(shown.has(id), id);
            deepEqual(drawnFlows.toSorted(), flows.map(id => id.replaceAll('>', '&gt;')).toSorted());
        });

        it('gives every place in the picture a key of its own', async () => {
            const keys = [...(await draw(plant(7, { zones: 12, conduits: 14, nested: true }))).matchAll(/data-key="([^"]*)"/gu)].map(found => found[1]);
            equal(new Set(keys).size, keys.length);
        });

        it('draws what crosses in no conduit, and says which lines are not proved encrypted', async () => {
            const graph = toGraph(load(terminal));
            deepEqual(graph.conduits.map(({ id, kind, clearText, untrusted }) => [kind === 'conduit' ? id : kind, clearText, untrusted]), [
                ['Remote', false, true], ['Operate', true, false], ['Status', true, false], ['undeclared', true, false],
            ]);
            match(await draw(terminal), /Flow in no conduit/u);
        });

        it('draws a device that joins zones which no conduit joins', () => {
            const text = 'system S\nzone A {\n  asset Box : server { serves B }\n}\nzone B {\n  asset Plc : plc\n}\n';
            deepEqual(toGraph(load(text)).conduits.map(node => [node.kind, node.id, node.ends]), [['undeclared', 'A.Box', ['A', 'B']]]);
            const joined = `${text}conduit C between A and B\n`;
            deepEqual(toGraph(load(joined)).conduits.map(node => node.id), ['C']);
        });

        it('orders the bands from what is external down to the process', async () => {
            const { bands } = await place(load(terminal));
            deepEqual(bands.map(band => band.rank), [6, 3.5, 2, 1]);
            ok(bands.every((band, index) => index === 0 || band.rect.y > (bands[index - 1]?.rect.y ?? 0)));
        });

        it('keeps the order of the text among nested zones of one level', async () => {
            const cells = Array.from({ length: 9 }, (_, cell) => `  zone Cell${cell} { purdue 1 }`).join('\n');
            const ends = Array.from({ length: 9 }, (_, cell) => `Plant.Cell${cell}`).join(' and ');
            const { zones } = await place(load(`system S\nzone Plant {\n${cells}\n}\nconduit Ring between ${ends}\n`));
            const inner = zones[0]?.zones ?? [];
            const reading = inner.toSorted((a, b) => a.rect.y - b.rect.y || a.rect.x - b.rect.x).map(zone => zone.node.name);
            deepEqual(reading, Array.from({ length: 9 }, (_, cell) => `Cell${cell}`));
        });

        it('stays as it was when an asset is added: rows, order and conduits', async () => {
            const order = async (text: string): Promise<string[]> => {
                const { zones, conduits } = await place(load(text));
                const boxes = [...allZones(zones), ...conduits].toSorted((a, b) => a.rect.y - b.rect.y || a.rect.x - b.rect.x);
                return boxes.map(box => box.node.key);
            };
            for (const seed of [2, 4, 6]) {
                const text = plant(seed, { zones: 9, conduits: 10, nested: false });
                deepEqual(await order(text.replace('  asset A0', '  asset Added : plc\n  asset A0')), await order(text));
            }
        });

        it('puts findings that nobody accepted on what they blame', () => {
            const text = 'system S\nzone A {\n  asset P : plc\n}\n';
            const badge = toGraph(load(text)).zones[0]?.badge;
            ok(badge && badge.count > 0 && badge.messages.some(message => message.startsWith(`${badge.severity}: `)), JSON.stringify(badge));
        });

        it('colours by target, gap, kind and the state of a requirement', () => {
            const tones = (options: DiagramOptions): string[] => toGraph(load(terminal), options).zones.map(zone => zone.tone);
            deepEqual(tones({}), ['sl-none', 'sl-2', 'sl-3', 'sl-3']);
            deepEqual(tones({ colour: 'gap' }), ['gap-none', 'gap-2', 'gap-3', 'gap-3']);
            deepEqual(tones({ colour: 'kind' }), ['kind-external', 'kind-dmz', 'kind-control', 'kind-safety']);
            deepEqual(tones({ requirement: 'SR 1.1' }), ['state-unasked', 'state-not-assessed', 'state-not-assessed', 'state-not-assessed']);
        });

        it('draws zones closed, and their conduits to the closed zone', () => {
            const text = 'system S\nzone P {\n  zone A { asset X : plc }\n  zone B { asset Y : plc }\n}\nzone C { asset Z : plc }\nconduit In between P.A and P.B\nconduit Out between P.A and C\n';
            const graph = toGraph(load(text), { folded: ['P'] });
            deepEqual(graph.zones.map(zone => [zone.id, zone.folded, zone.hiddenAssets]), [['P', true, 2], ['C', false, 0]]);
            deepEqual(graph.conduits.map(conduit => [conduit.id, conduit.ends]), [['Out', ['P', 'C']]]);
        });

        it('makes strong what a path touches, and pale what it does not', () => {
            const loaded = load(terminal);
            const flow = loaded.model.flows.find(each => each.container === 'Operate')?.id ?? '';
            const graph = toGraph(loaded, { trace: [flow] });
            deepEqual(graph.conduits.map(conduit => conduit.emphasis), ['pale', 'strong', 'pale', 'pale']);
            deepEqual(graph.zones.map(zone => zone.emphasis), ['pale', 'plain', 'plain', 'pale']);
            deepEqual(graph.zones[2]?.assets.map(asset => asset.emphasis), ['pale', 'strong']);
        });
    });

    describe('a view', () => {
        it('includes zones and the conduits between them', () => {
            const loaded = load(terminal);
            const graph = toGraph(loaded, view(loaded, 'Inner'));
            deepEqual([graph.zones.map(zone => zone.id), graph.conduits.map(conduit => conduit.id)], [['Control', 'Safety'], ['Status']]);
        });

        it('focuses a zone: its neighbours come without their assets', () => {
            const loaded = load(terminal);
            const graph = toGraph(loaded, view(loaded, 'Around'));
            deepEqual(graph.zones.map(zone => [zone.id, zone.assets.length]), [['Dmz', 0], ['Control', 2], ['Safety', 0]]);
        });

        it('shows a path: the conduits that it takes are strong, the others pale', () => {
            const loaded = load(terminal);
            const graph = toGraph(loaded, view(loaded, 'Way'));
            deepEqual(graph.conduits.map(conduit => conduit.emphasis), ['strong', 'strong', 'pale', 'pale']);
            match(toGraph(loaded, view(loaded, 'NoWay')).notes.join(' '), /No path over the declared flows leads from Control to Vendor/u);
        });

        it('highlights, and names direction, detail and colour, which the reader may overrule', () => {
            const loaded = load(terminal);
            deepEqual(toGraph(loaded, view(loaded, 'Bright')).zones.map(zone => zone.emphasis), ['pale', 'pale', 'pale', 'strong']);
            const side = toGraph(loaded, view(loaded, 'Side'));
            deepEqual([side.direction, side.detail, side.colour], ['right', 'zones', 'kind']);
            equal(toGraph(loaded, { ...view(loaded, 'Side'), colour: 'gap' }).colour, 'gap');
        });
    });

    describe('the SVG', () => {
        it('is the same for the same model, from another engine too', async () => {
            const text = plant(5, { zones: 14, conduits: 18, nested: true });
            const first = await draw(text);
            const other = elkEngine();
            try {
                equal(toSvg(await layout(toGraph(load(text)), other, 20_000)), first);
            } finally {
                await other.close();
            }
            equal(await draw(text), first);
        });

        it('is self-contained: no script, nothing to fetch, variables in the theme auto alone', async () => {
            for (const theme of themes) {
                const svg = await draw(terminal, {}, theme);
                equal(/<script|\son\w+=|@import|@font-face/u.test(svg), false);
                deepEqual([...svg.matchAll(/(?:href|src)="([^#][^"]*)"/gu)].map(found => found[1]), []);
                equal(svg.includes('var(--iacs-'), theme === 'auto');
            }
        });

        it('says what it shows to those who do not see it', async () => {
            const svg = await draw(terminal);
            match(svg, /<svg [^>]*role="img" aria-labelledby="iacs-title iacs-desc"/u);
            match(svg, /<title id="iacs-title">Truck loading: zones and conduits<\/title>/u);
            match(svg, /<desc id="iacs-desc">4 zones and 3 conduits\. 1 connections? .*Zone Safety system \(safety, level 1, SL-T 3 3 3 3 3 3 3\)/u);
        });

        it('escapes whatever an author writes', async () => {
            const nasty = '</text><script>alert(1)</script> & \\" \' ]]> \u0001 \ud800 \u202e 漢字 ﷽';
            const text = `system S "${nasty}" { owner "${nasty}" }\nzone __proto__ "${nasty}" {\n  asset constructor "${nasty}" : plc\n}\nzone toString "${nasty}"\nconduit hasOwnProperty "${nasty}" between __proto__ and toString\n`;
            const positioned = await place(load(text), { date: nasty, revision: nasty });
            const svg = toSvg(positioned);
            equal(svg.includes('<script'), false);
            equal(toDrawio(positioned).includes('<script'), false);
            equal(toMermaid(positioned.graph).includes('<script'), false);
            ok(ids(svg).has('__proto__') && ids(svg).has('__proto__.constructor'));
            equal([...(await toPng(svg, { scale: 0.5 })).slice(1, 4)].map(byte => String.fromCharCode(byte)).join(''), 'PNG');
        });

        it('carries the title block as it was given, and nothing of a clock', async () => {
            const svg = await draw(terminal, { date: '2026-11-24', revision: 'C' });
            for (const words of ['Terminal operations', '2026-11-24', '>C<']) ok(svg.includes(words), words);
            equal((await draw(terminal)).includes(String(new Date().getFullYear())), false);
        });

        it('draws a model without zones, and one without a system', async () => {
            const empty = await draw('system Empty "Nothing yet"\n');
            match(empty, /Nothing yet.*The model has no zones yet\./su);
            equal(empty.includes('Legend'), false);
            match(await draw('zone A {\n  asset P : plc\n}\n'), /data-id="A\.P"/u);
        });
    });

    describe('a large model', () => {
        it('says what it leaves out', () => {
            const many = (zones: number, conduits: number): string => plant(3, { zones, conduits, nested: false });
            const notes = toGraph(load(many(130, 250))).notes.join(' ');
            match(notes, /130 zones: assets are left out/u);
            match(notes, /conduits: they are plain lines/u);
            const assets = Array.from({ length: 30 }, (_, asset) => `  asset A${asset} : ${asset % 2 === 0 ? 'plc' : 'hmi'}`).join('\n');
            const graph = toGraph(load(`system S\nzone Z {\n${assets}\n}\n`));
            deepEqual(graph.zones[0]?.assets.map(asset => [asset.title, asset.count]), [['PLC', 15], ['HMI', 15]]);
            match(graph.notes.join(' '), /more than 24 assets/u);
        });

        it('is drawn on a grid when the deadline passes, says so, and the next one is drawn by ELK', async () => {
            const loaded = load(plant(9, { zones: 150, conduits: 200, nested: true }));
            const late = await layout(toGraph(loaded), engine, 1);
            equal(late.engine, 'grid');
            match(toSvg(late), /The layout took longer than 0\.001 s\. This is a plain grid/u);
            equal(allZones(late.zones).every(zone => zone.rect.width > 0 && zone.rect.height > 0), true);
            equal((await layout(toGraph(load(terminal)), engine, 20_000)).engine, 'elk');
        });

        it('of 1,000 zones and 5,000 assets is drawn within the deadline', async function () {
            this.timeout(60_000);
            const assets = Array.from({ length: 5 }, (_, asset) => `asset A${asset} : plc`).join('\n');
            const zones = Array.from({ length: 1000 }, (_, zone) => `zone Z${zone} { purdue ${zone % 5}\n${assets}\n}`);
            const conduits = Array.from({ length: 1500 }, (_, conduit) => `conduit C${conduit} between Z${conduit % 1000} and Z${(conduit * 7 + 1) % 1000}`);
            const positioned = await layout(toGraph(load(['system S', ...zones, ...conduits].join('\n'))), engine);
            equal(allZones(positioned.zones).length, 1000);
            ok(positioned.engine === 'elk' || positioned.reason !== null);
        });

        it('is drawn without an engine', async () => {
            const positioned = await layout(toGraph(load(terminal)), null);
            deepEqual([positioned.engine, positioned.zones.length, positioned.conduits.length], ['grid', 4, 4]);
            ok(positioned.conduits.every(conduit => conduit.lines.every(line => line.points.length === 2)));
        });
    });

    describe('other forms', () => {
        it('JSON has all places and facts', async () => {
            const json = JSON.parse(JSON.stringify(toJson(await place(load(terminal))))) as { schemaVersion: number; zones: { id: string; slT: number[]; x: number; assets: object[] }[]; conduits: { id: string; lines: { to: string; points: object[] }[] }[] };
            equal(json.schemaVersion, 1);
            deepEqual(json.zones.map(zone => [zone.id, zone.assets.length]), [['Vendor', 1], ['Dmz', 1], ['Control', 2], ['Safety', 1]]);
            deepEqual(json.zones[3]?.slT, [3, 3, 3, 3, 3, 3, 3]);
            ok(json.conduits.every(conduit => conduit.lines.length === 2 && conduit.lines.every(line => line.points.length > 1)));
        });

        it('Mermaid has a subgraph for each zone and a line for each end', () => {
            const mermaid = toMermaid(toGraph(load(terminal)));
            equal(mermaid.match(/^ +subgraph /gmu)?.length, 4);
            equal(mermaid.match(/^ +end$/gmu)?.length, 4);
            match(mermaid, /n\d+\["Loading PLC<br\/>PLC"\]/u);
            match(mermaid, /n\d+ -\.-> n\d+/u);
        });

        it('Mermaid has the higher level above the lower one, whatever the order of the text', () => {
            const mermaid = toMermaid(toGraph(load('system S\nzone Low { purdue 1\nasset P : plc }\nzone High { purdue 3\nasset Q : server }\nconduit C between Low and High\n')));
            const [, high = ''] = /subgraph (n\d+)\["High/u.exec(mermaid) ?? [];
            const [, low = ''] = /subgraph (n\d+)\["Low/u.exec(mermaid) ?? [];
            const [, conduit = ''] = /(n\d+)\(\["C"\]\)/u.exec(mermaid) ?? [];
            deepEqual(mermaid.match(/^ +n\d+ --- n\d+$/gmu)?.map(line => line.trim()), [`${high} --- ${conduit}`, `${conduit} --- ${low}`]);
        });

        it('devices of a one-way conduit stand in the order in which data pass them, also upwards', async () => {
            const text = (way: string): string => `system S\nzone High { purdue 3\nasset P : plc }\nzone Low { purdue 1\nasset Q : server }\nconduit C between High and Low { one-way ${way}\nvia Send, Diode, Receive\nasset Send : proxy\nasset Diode : diode\nasset Receive : proxy }\n`;
            const order = async (way: string): Promise<string[]> => {
                const devices = (await place(load(text(way)))).conduits[0]?.box.devices ?? [];
                return [...devices].sort((a, b) => a.y - b.y).map(device => device.node.name);
            };
            deepEqual(await order('High -> Low'), ['Send', 'Diode', 'Receive']);
            deepEqual(await order('Low -> High'), ['Receive', 'Diode', 'Send']);
        });

        it('Mermaid says when a picture is beyond what GitHub draws', () => {
            equal(mermaidExcess(toMermaid(toGraph(load(terminal)))), null);
            match(mermaidExcess(toMermaid(toGraph(load(plant(3, { zones: 130, conduits: 260, nested: false }))))) ?? '', /at most 499 lines .* here are \d{3}\./u);
            match(mermaidExcess('x'.repeat(50_001)) ?? '', /50001/u);
        });

        it('SVG and draw.io are valid XML, whatever an author writes', async () => {
            for (const text of [terminal, 'system S "<a> & ]]> \u0001"\nzone A "\u202e 漢 \ud83d\ude80" { asset P "--> <!--" : plc }\nzone B\nconduit C "</g>" between A and B\n']) {
                const positioned = await place(load(text));
                for (const xml of [toSvg(positioned), toSvg(positioned, 'auto'), toDrawio(positioned)]) {
                    deepEqual((await validateXML({ xml: [{ fileName: 'picture.xml', contents: xml }] })).errors, []);
                }
            }
        });

        it('draw.io has no shape or line without its parent and its ends, and no id twice', async () => {
            const drawio = toDrawio(await place(load(plant(7, { zones: 12, conduits: 16, nested: true }))));
            const all = [...drawio.matchAll(/ id="([^"]*)"/gu)].map(found => found[1] ?? '');
            const known = new Set(all);
            equal(known.size, all.length);
            const named = [...drawio.matchAll(/ (?:parent|source|target)="([^"]*)"/gu)].map(found => found[1] ?? '');
            deepEqual(named.filter(id => !known.has(id)), []);
            ok(named.length > 60);
        });

        it('draw.io has zones as containers of their assets, with the facts as properties', async () => {
            const drawio = toDrawio(await place(load(terminal)));
            match(drawio, /<object [^>]*id="zone:Control"[^>]*><mxCell [^>]*swimlane[^>]*container=1/u);
            match(drawio, /<object [^>]*element="Control\.Plc1"[^>]*id="asset:Control\.Plc1"><mxCell [^>]*parent="zone:Control"/u);
            match(drawio, /<mxCell id="line 0 conduit:Status" [^>]*edge="1"[^>]*source="zone:Control" target="conduit:Status"/u);
        });

        it('PNG has the size that was asked for', async () => {
            const svg = await draw(terminal);
            const [, width = '', height = ''] = /width="(\d+)" height="([\d.]+)"/u.exec(svg) ?? [];
            const png = Buffer.from(await toPng(svg, { scale: 2 }));
            deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [Number(width) * 2, Math.ceil(Number(height)) * 2]);
        });
    });

    describe('a picture of pixels', () => {
        const foreign = 'system S "炼油厂" { owner "مصفاة" }\nzone A "Größe Ελλάδα" {\n  asset P "主控制器" : plc\n}\nzone B "ระบบ" { asset Q : plc }\nconduit C "監視" between A and B { via F\nasset F "ไฟร์วอลล์" : firewall }\n';

        it('shows names in place of titles that its font has no letters for, and says so', async () => {
            const graph = inBundledFont(toGraph(load(foreign)));
            const texts = [...toSvg(await layout(graph, engine, 20_000)).matchAll(/<text[^>]*>([^<]*)/gu)].map(found => found[1] ?? '');
            deepEqual(texts.filter(text => !isCovered(text)), []);
            deepEqual([graph.system?.title, graph.zones.map(zone => zone.title), graph.conduits[0]?.title], ['S', ['Größe Ελλάδα', null], null]);
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

    describe('text', () => {
        it('never breaks between a letter and its marks', () => {
            for (const text of ['เครื่องควบคุมที่โรงงานใหญ่มาก', 'e\u0301'.repeat(40), '👩🏽‍🔧'.repeat(12)]) {
                const lines = wrap(text, { size: 11, bold: false }, 60, 9);
                ok(lines.length > 1 && lines.every(line => !/^[\p{M}\u200d\u{1f3fb}-\u{1f3ff}]/u.test(line) && !line.endsWith('\u200d')), JSON.stringify(lines));
            }
        });

        it('lists as many protocols on a card as fit, and counts the rest', () => {
            const names = ['https', 'opc-ua', 'modbus-tcp', 's7comm', 'ssh', 'rdp', 'vnc', 'dnp3', 'ntp', 'syslog', 'snmp', 'ftp'];
            const [node] = toGraph(load(`system S\nzone A { asset P : plc }\nzone B { asset Q : plc }\nconduit C between A and B {\n${names.map(name => `flow A.P -> B.Q : ${name}`).join('\n')}\n}\n`)).conduits;
            const words = node ? conduitBox(node, 'down').lines.filter(line => line.role === 'flow').map(line => line.text).join(' ') : '';
            const [, listed = '', more = ''] = /^(.*) and (\d+) more$/u.exec(words) ?? [];
            const all = node?.flows[0]?.protocols ?? [];
            const shown = listed.split(', ');
            ok(shown.length > 2 && all.length > 8);
            deepEqual([...shown, ...all.slice(shown.length)], all);
            equal(shown.length + Number(more), all.length);
        });

        it('is measured with the widths of the font, which are those of the committed table', () => {
            equal(widthOf('Wii', { size: 10, bold: false }).toFixed(2), '13.88');
            ok(isCovered('Größe Ελλάδα Москва →') && !isCovered('漢字'));
            const script = fileURLToPath(new URL('../../../scripts/font-widths.mjs', import.meta.url));
            equal(execFileSync(process.execPath, [script, '--check'], { encoding: 'utf8' }), '');
        });

        it('fits where it is set, whatever it is', () => {
            const face = { size: 11, bold: false };
            for (const text of ['Supplier’s remote service', 'a_very_long.qualified-name/with-no-room', 'x'.repeat(200), '漢字'.repeat(30), '', '  two  words ']) {
                const lines = wrap(text, face, 80, 3);
                ok(lines.length <= 3 && lines.every(line => widthOf(line, face) <= 80), JSON.stringify(lines));
                ok(widthOf(shorten(text, face, 50), face) <= 50);
            }
            deepEqual(wrap('a_very_long.qualified-name', face, 80, 3), ['a_very_long.', 'qualified-name']);
        });
    });

    it('draws a stretch that two lines share once', () => {
        const points = (...pairs: [number, number][]): { x: number; y: number }[] => pairs.map(([x, y]) => ({ x, y }));
        const first = points([0, 0], [0, 10], [50, 10], [50, 40]);
        deepEqual(branch(points([100, 0], [100, 10], [50, 10], [50, 40]), [first]), { points: points([100, 0], [100, 10], [50, 10]), joins: true });
        deepEqual(branch(points([100, 0], [100, 40]), [first]).joins, false);
    });

    it('has the contrast of WCAG AA in every theme', () => {
        const channel = (value: number): number => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
        const luminance = (hex: string): number => [1, 3, 5].map(at => channel(Number.parseInt(hex.slice(at, at + 2), 16) / 255))
            .reduce((sum, value, index) => sum + value * ([0.2126, 0.7152, 0.0722][index] ?? 0), 0);
        const contrast = (a: string, b: string): number => {
            const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
            return (light + 0.05) / (dark + 0.05);
        };
        const enough = (words: string, a: string, b: string, least: number): void => ok(contrast(a, b) >= least, `${words}: ${contrast(a, b).toFixed(2)}`);
        for (const theme of ['light', 'dark', 'contrast'] as const) {
            const c = (name: Parameters<typeof colour>[0]): string => colour(name, theme);
            for (const ground of ['canvas', 'band', 'card'] as const) {
                for (const text of ['ink', 'muted', 'error'] as const) enough(`${theme} ${text} on ${ground}`, c(text), c(ground), 4.5);
                enough(`${theme} line on ${ground}`, c('line'), c(ground), 3);
            }
            for (const severity of ['error', 'warning', 'info'] as const) enough(`${theme} ${severity}`, c('onBadge'), c(severity), 4.5);
            for (const tone of allTones) {
                const { body, head, edge } = toneColours(tone, theme);
                enough(`${theme} ink on ${tone} head`, c('ink'), head, 4.5);
                enough(`${theme} muted on ${tone} body`, c('muted'), body, 4.5);
                if (tone.startsWith('gap')) enough(`${theme} muted on ${tone} head`, c('muted'), head, 4.5);
                enough(`${theme} edge of ${tone}`, edge, c('canvas'), 3);
            }
        }
        notEqual(colour('ink', 'light'), colour('ink', 'dark'));
    });
});
