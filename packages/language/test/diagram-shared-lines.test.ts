import { deepEqual, ok } from 'node:assert/strict';
import { toDrawio } from '../src/views/diagram/index.ts';
import { drawing } from './support/drawing.ts';
import { load } from './support/load.ts';

/** One firewall in two conduits: what is encrypted in one of them is not in the other. */
const town = `system Town
zone Internet { kind external asset Portal : web-server }
zone Office { kind enterprise purdue 4 asset Pc : workstation }
zone Plant { kind control purdue 2 asset Plc : plc }
conduit Web between Office and Internet {
  via Fw
  asset Fw : firewall
  flow Office.Pc -> Internet.Portal : https
}
conduit Values between Office and Plant {
  via Web.Fw
  flow Office.Pc -> Plant.Plc : modbus-tcp
}
`;

/** How the lines of each card look, in their order. */
const looksOf = (svg: string): readonly string[] =>
    [...svg.matchAll(/data-key="wires:[^"]*">(.*?)<\/g>/gsu)].map(([, group = '']) =>
        [...group.matchAll(/class="(wire[^"]*)"/gu)].map(([, look]) => look).join(', '),
    );

describe('diagram: lines of a device that conduits share', function () {
    this.timeout(30_000);
    const { place, draw } = drawing();

    it('are broken where encryption is not proved in a conduit to that zone, and nowhere else', async () => {
        const positioned = await place(load(town), { conduits: 'tags' });
        const ends = positioned.conduits.flatMap(({ lines }) => lines.map(({ end }) => end));
        deepEqual([...ends].sort(), ['Internet', 'Office', 'Plant']);
        const svg = await draw(town, { conduits: 'tags' });
        deepEqual(looksOf(svg), [ends.map(end => (end === 'Internet' ? 'wire' : 'wire clear')).join(', ')]);
        for (const words of ['>conduit<', '>conduit, encryption not proved<']) ok(svg.includes(words), words);
        const edges = [...toDrawio(positioned).matchAll(/<mxCell id="line [^>]*>/gu)].map(([edge]) => edge);
        deepEqual(
            edges.map(edge => edge.includes('dashed=1')),
            ends.map(end => end !== 'Internet'),
        );
    });

    it('are as before where each conduit has its card', async () => {
        deepEqual(looksOf(await draw(town)), ['wire, wire', 'wire clear, wire clear']);
    });
});
