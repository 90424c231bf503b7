import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import { toDrawio, toGraph, toJson, toMermaid, toSvg, toVsdx, type ZoneNode } from '../src/views/diagram/index.ts';
import { drawing, viewOf } from './support/drawing.ts';
import { load } from './support/load.ts';

const text = `system Plant
zone Office { kind enterprise
  purdue 4
  asset Erp : server
}
zone Control { kind control
  purdue 2
  SL-T 2
  asset Scada : scada-server
  asset Plc : plc
  asset Old : hmi { retired on 2024-01-01 }
  asset New : historian { planned for 2030-05-01 }
}
zone Cloud { kind external
  planned for 2030-03-01
  SL-T 1
  asset Api : server
}
conduit Orders between Office and Control {
  via Fw, Next
  asset Fw : firewall
  asset Next : firewall { planned for 2030-01-01 }
  flow Office.Erp -> Control.Scada : https
  flow Control.Scada -> Office.Erp : sftp { planned for 2030-02-01 }
  flow Control.Plc -> Control.Scada : modbus-tcp
}
conduit Link between Control and Cloud {
  flow Control.Scada -> Cloud.Api : https
}
function Fill { needs Control.Plc, Office.Erp }
function Show { needs Control.Scada }
function Idle "Nothing said of it"
view Case { cut Orders
  assume Office.Erp }
`;

const flat = (zones: readonly ZoneNode[]): ZoneNode[] => zones.flatMap(zone => [zone, ...flat(zone.zones)]);
const groupOf = (svg: string, id: string): string =>
    new RegExp(`<g class="([^"]*)" data-id="${id}"`, 'u').exec(svg)?.[1] ?? '';

describe('diagram: what is there on another day', function () {
    const { place, draw } = drawing();

    it('has a phase by its own date, or that of what it is in or leads to', () => {
        const graph = toGraph(load(text));
        const zones = flat(graph.zones);
        const phases = [...zones, ...zones.flatMap(zone => zone.assets), ...graph.conduits].flatMap(({ id, phase }) =>
            phase ? [`${id}: ${phase.words}`] : [],
        );
        deepEqual(phases, [
            'Cloud: planned for 2030-03-01',
            'Control.Old: retired on 2024-01-01',
            'Control.New: planned for 2030-05-01',
            'Cloud.Api: planned for 2030-03-01',
            'Link: planned for 2030-03-01',
        ]);
        deepEqual(
            graph.conduits[0]?.flows.map(({ protocols, phase }) => [protocols.join(), phase?.words ?? null]),
            [
                ['https', null],
                ['sftp', 'planned for 2030-02-01'],
                ['modbus-tcp', null],
            ],
        );
    });

    it('is dashed with its date in SVG, draw.io, Visio, Mermaid and JSON', async () => {
        const positioned = await place(load(text));
        const svg = toSvg(positioned);
        equal(groupOf(svg, 'Cloud'), 'zone planned sl-1');
        equal(groupOf(svg, 'Control.Old'), 'asset retired');
        equal(groupOf(svg, 'Orders.Next'), 'asset device planned');
        equal(groupOf(svg, 'Office'), 'zone sl-none');
        match(svg, /\.planned>\.body,.*stroke-dasharray:11 4 2 4/u);
        for (const words of ['planned for 2030-03-01', 'planned: not there yet, not assessed', '2024-01-01'])
            ok(svg.includes(words), words);
        const drawio = toDrawio(positioned);
        match(drawio, /id="zone:Cloud"><mxCell style="[^"]*dashed=1;dashPattern=11 4 2 4/u);
        match(drawio, /day="planned for 2030-03-01"/u);
        match(drawio, /planned or retired: not there on this day/u);
        match(toMermaid(positioned.graph), /class \w+(?:,\w+)* later/u);
        ok([...toVsdx(positioned).values()].some(part => String(part).includes('planned for 2030-03-01')));
        const cloud = (toJson(positioned) as { zones: { id: string; phase?: string; when?: string }[] }).zones.find(
            ({ id }) => id === 'Cloud',
        );
        deepEqual([cloud?.phase, cloud?.when], ['planned', 'planned for 2030-03-01']);
    });

    it('is no protocol of its conduit in the properties of draw.io and Visio: its day is beside it', async () => {
        const positioned = await place(load(text));
        const shape = (of: string, id: string): string => new RegExp(`element="${id}"[^>]*`, 'u').exec(of)?.[0] ?? '';
        const drawio = toDrawio(positioned);
        const orders = 'modbus-tcp, https, sftp (planned for 2030-02-01)';
        const sorted = (text: string): string => text.split(', ').toSorted().join(', ');
        const said = /protocols="([^"]*)"/u.exec(shape(drawio, 'Orders'))![1]!;
        equal(sorted(said), sorted(orders));
        // What is around it says the day once.
        match(shape(drawio, 'Link'), /protocols="https".* day="planned for 2030-03-01"/u);
        const visio = [...toVsdx(positioned).values()].map(String).join('');
        const values = (id: string): string => new RegExp(`Name="conduit:${id}".*?</Shape>`, 'su').exec(visio)![0];
        ok(values('Orders').includes(`V="${said}"`), values('Orders'));
        match(values('Link'), /V="https".*V="planned for 2030-03-01"/su);
    });

    it('is drawn as ever from the day on which it comes, and has no look of its own where all is there', async () => {
        const svg = await draw(text.replaceAll(/planned for 2030-\d\d-\d\d|retired on 2024-01-01/gu, ''));
        doesNotMatch(svg, /planned|retired/u);
    });

    it('has a stated target, and neither levels nor an arrow for sessions that are not there yet', async () => {
        const positioned = await place(load(text), { colour: 'gap' });
        const svg = toSvg(positioned);
        match(svg, /data-id="Cloud".*?class="chip"[^>]*>planned</u);
        const { conduits } = positioned;
        const orders = conduits.find(({ node }) => node.id === 'Orders')!;
        equal(orders.node.clearText, true, 'modbus-tcp');
        const wires = /<g class="wires[^"]*" data-id="Orders".*?<\/g>/su.exec(svg)?.[0] ?? '';
        equal(wires.match(/class="head"/gu)?.length, 1, 'an arrow into Control alone');
    });
});

describe('diagram: a supposed case', function () {
    const { place } = drawing();
    const base = text.replaceAll(/ \{ (?:planned|retired)[^}]*\}|planned for 2030-03-01/gu, '');

    it('says what is reached by hops, and what becomes of functions, three-valued', () => {
        const { whatIf, notes, zones } = toGraph(load(base), { assumed: ['Office.Erp'] });
        deepEqual(
            [...whatIf!.hops],
            [
                ['Office.Erp', 0],
                ['Control.Scada', 1],
                ['Cloud.Api', 2],
            ],
        );
        deepEqual(
            whatIf!.functions.map(({ id, verdict, hops }) => [id, verdict, hops]),
            [
                ['Fill', null, 0],
                ['Show', null, 1],
                ['Idle', null, 'unknown'],
            ],
        );
        deepEqual(whatIf!.ending, ['Orders']);
        equal(
            notes[0],
            'Office.Erp compromised: 2 assets are reached; functions in reach: Fill (compromised), Show (1 hop); ' +
                'Orders ends it.',
        );
        ok(notes.includes('It is not stated what these functions need: Idle.'));
        deepEqual(
            flat(zones)
                .flatMap(zone => zone.assets.map(({ id, hops }) => [id, hops]))
                .filter(([, hops]) => hops !== null),
            [
                ['Office.Erp', 0],
                ['Control.Scada', 1],
                ['Cloud.Api', 2],
            ],
        );
    });

    it('has the reach that is left when something is cut, and needs no cut that is made already', () => {
        const { whatIf } = toGraph(load(base), { assumed: ['Office.Erp'], cut: ['Link'] });
        deepEqual([...whatIf!.hops.keys()], ['Office.Erp', 'Control.Scada']);
        deepEqual(whatIf!.ending, ['Orders']);
        const both = toGraph(load(base), { assumed: ['Office.Erp'], cut: ['Link', 'Orders'] }).whatIf!;
        deepEqual([...both.hops.keys()], ['Office.Erp']);
        deepEqual(both.ending, []);
        deepEqual([...both.severed].sort(), ['Link', 'Orders']);
    });

    it('is drawn at the same places: the view that holds it and the keys of the reader give one picture', async () => {
        const loaded = load(base);
        const [plain, keys, view] = await Promise.all([
            place(loaded),
            place(loaded, { cut: ['Orders'], assumed: ['Office.Erp'] }),
            place(loaded, viewOf(loaded, 'Case')),
        ]);
        const places = (each: typeof plain): unknown => each.zones.map(({ node, rect }) => [node.id, rect]);
        deepEqual(places(keys), places(plain));
        deepEqual(places(view), places(plain));
        const svg = toSvg(keys);
        equal(svg.match(/class="cutdisc"/gu)?.length, 3, 'two ends of Orders, and the legend');
        match(svg, /class="struck"/u);
        match(svg, /class="strike"/u);
        deepEqual(keys.graph.notes, view.graph.notes);
        match(keys.graph.notes.join('\n'), /^When Orders is cut, lost: Fill\.\n/mu);
        doesNotMatch(toSvg(plain), /cutdisc|struck|strike/u);
    });

    it('leaves out what the model does not have', () => {
        equal(toGraph(load(base), { cut: ['Nowhere'], assumed: ['Gone'] }).whatIf, null);
    });
});
