import assert from 'node:assert/strict';
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { placesOfDrawio } from '../src/diagram/read-drawio.ts';
import { iacs, withFiles } from './support/iacs.ts';

const model = `system Plant "Plant"
zone Office "Office network" {
  purdue 4
  asset Pc : workstation
}
zone Dmz "Plant DMZ" {
  purdue 3
  asset Jump : jump-host
}
zone Control "Control" {
  purdue 2
  asset Plc : plc
  asset Hmi : hmi
}
conduit Up "Office to DMZ" between Office and Dmz {
  via Fw
  asset Fw : firewall
  flow Office.Pc -> Dmz.Jump : rdp
}
conduit Down "DMZ to control" between Dmz and Control {
  flow Dmz.Jump -> Control.Hmi : vnc
}
view Low { include Dmz, Control }
`;
const more =
    'zone Trip "Trip system" {\n  purdue 2\n  asset Sis : safety-controller\n}\nconduit Status between Control ' +
    'and Trip\n';

interface Placed {
    readonly engine: string;
    readonly zones: readonly { readonly id: string; readonly x: number; readonly y: number }[];
}

function placesIn(
    cwd: string,
    ...args: readonly string[]
): {
    readonly engine: string;
    readonly zones: Readonly<Record<string, readonly [number, number]>>;
    readonly stderr: string;
} {
    const { code, stdout, stderr } = iacs(['diagram', '--format', 'json', ...args], { cwd });
    assert.equal(code, 0, stderr);
    const { engine, zones } = JSON.parse(stdout) as Placed;
    return { engine, zones: Object.fromEntries(zones.map(({ id, x, y }) => [id, [x, y] as const])), stderr };
}

describe('iacs diagram keeps places', () => {
    it('beside the model, where every later diagram finds them', () =>
        withFiles({ 'main.iacs': model }, cwd => {
            const before = placesIn(cwd, '--remember');
            assert.deepEqual(
                [before.engine, before.stderr],
                ['elk', 'iacs: main.places: zones: 0 kept, 3 added, 0 moved, 0 gone\n'],
            );
            appendFileSync(path.join(cwd, 'main.iacs'), more);
            const after = placesIn(cwd);
            assert.equal(after.engine, 'kept');
            for (const [id, place] of Object.entries(before.zones)) assert.deepEqual(after.zones[id], place, id);
            assert.equal(
                placesIn(cwd, '--remember').stderr,
                'iacs: main.places: zones: 3 kept, 1 added, 0 moved, 0 gone\n',
            );
            assert.equal(placesIn(cwd, '--fresh').engine, 'elk');
        }));

    it('and names what has moved, with the mark of what was moved by hand', () =>
        withFiles({ 'main.iacs': model }, cwd => {
            const { zones } = placesIn(cwd, '--remember');
            const file = path.join(cwd, 'main.places');
            const text = readFileSync(file, 'utf8');
            const [line = ''] = /^zone Control .*$/mu.exec(text) ?? [];
            const at = ([x, y]: readonly number[]): string =>
                text.replace(line, ['zone Control', x, y, ...line.split(' ').slice(4), 'by-hand'].join(' '));
            const [x = 0, y = 0] = zones['Control'] ?? [];
            writeFileSync(file, at([x + 8, y]));
            const beside = placesIn(cwd, '--remember');
            assert.deepEqual(beside.zones['Control'], [x + 8, y]);
            assert.match(beside.stderr, /zones: 3 kept, 0 added, 0 moved, 0 gone/u);
            assert.match(readFileSync(file, 'utf8'), /^zone Control .* by-hand$/mu);
            writeFileSync(file, at(zones['Dmz'] ?? []));
            assert.match(placesIn(cwd, '--remember').stderr, /zones: 2 kept, 0 added, 1 moved \(Control\), 0 gone/u);
        }));

    it('of each view apart, and for its direction and detail', () =>
        withFiles({ 'main.iacs': model }, cwd => {
            placesIn(cwd, '--view', 'Low', '--remember');
            assert.deepEqual(
                [existsSync(path.join(cwd, 'main.Low.places')), existsSync(path.join(cwd, 'main.places'))],
                [true, false],
            );
            assert.deepEqual([placesIn(cwd, '--view', 'Low').engine, placesIn(cwd).engine], ['kept', 'elk']);
            assert.equal(placesIn(cwd, '--view', 'Low', '--direction', 'right').engine, 'elk');
            assert.equal(placesIn(cwd, '--view', 'Low', '--detail', 'zones').engine, 'elk');
        }));

    for (const ending of ['svg', 'json', 'drawio', 'places']) {
        it(`like those of an earlier .${ending}`, () =>
            withFiles({ 'main.iacs': model }, cwd => {
                const before = placesIn(cwd, '--remember');
                if (ending !== 'places') iacs(['diagram', '-o', `old.${ending}`], { cwd });
                writeFileSync(path.join(cwd, 'main.iacs'), model + more);
                const after = placesIn(cwd, '--like', ending === 'places' ? 'main.places' : `old.${ending}`);
                assert.equal(after.engine, 'kept');
                for (const [id, place] of Object.entries(before.zones)) assert.deepEqual(after.zones[id], place, id);
            }));
    }

    it('that somebody has changed in a drawing for diagrams.net', () =>
        withFiles({ 'main.iacs': model }, cwd => {
            iacs(['diagram', '-o', 'hand.drawio'], { cwd });
            const before = placesIn(cwd);
            const file = path.join(cwd, 'hand.drawio');
            const [x = 0, y = 0] = before.zones['Control'] ?? [];
            // The first page is the whole picture, the next one a view.
            const pages = readFileSync(file, 'utf8').split(/(?=<diagram )/u);
            assert.deepEqual([pages.length, / id="view Low"/u.test(pages[2] ?? '')], [3, true]);
            const shape = /(id="zone:Control"><mxCell [^>]*><mxGeometry x=")([\d.-]+)(" y=")([\d.-]+)"/u;
            const shifted = (page: string, dx: number, dy: number): string =>
                page.replace(
                    shape,
                    (_, a: string, px: string, b: string, py: string) =>
                        `${a}${Number(px) + dx}${b}${Number(py) + dy}"`,
                );
            const lowBefore = placesIn(cwd, '--view', 'Low').zones['Control'] ?? [];
            pages[1] = shifted(pages[1] ?? '', 300, 40);
            pages[2] = shifted(pages[2] ?? '', 0, 60);
            writeFileSync(file, pages.join(''));
            const after = placesIn(cwd, '--like', 'hand.drawio');
            assert.deepEqual(after.zones['Control'], [x + 300, y + 40]);
            assert.deepEqual(after.zones['Office'], before.zones['Office']);
            const low = placesIn(cwd, '--view', 'Low', '--like', 'hand.drawio').zones['Control'] ?? [];
            assert.deepEqual(low, [lowBefore[0], (lowBefore[1] ?? 0) + 60]);
        }));

    it('and says what it cannot use', () =>
        withFiles(
            { 'main.iacs': model, 'x.svg': '<svg/>', 'main.places': 'diagram down assets\nzone Office here\n' },
            cwd => {
                assert.match(
                    iacs(['diagram', '--like', 'x.svg'], { cwd }).stderr,
                    /x\.svg is not a diagram that iacs has drawn/,
                );
                assert.match(
                    iacs(['diagram', '--like', 'x.txt'], { cwd }).stderr,
                    /--like expects a diagram of ours that ends with \.svg, \.json, \.drawio or \.places/,
                );
                assert.match(iacs(['diagram', '--like', 'none.json'], { cwd }).stderr, /none\.json cannot be read/);
                assert.match(iacs(['diagram', '--like', 'x.svg', '--fresh'], { cwd }).stderr, /leave one of them out/);
                const { code, stderr } = iacs(['diagram'], { cwd });
                assert.equal(code, 0);
                assert.match(stderr, /main\.places:2:1 after 'zone Office' come four numbers/);
                assert.match(
                    iacs(['diagram', '--remember', '-'], { cwd, input: model }).stderr,
                    /--remember writes next to the model/,
                );
            },
        ));
});

describe('A drawing for diagrams.net of an earlier version', () => {
    const drawing = (line: string): string =>
        '<mxfile><diagram id="zones"><mxGraphModel><root>' +
        '<object id="0" origin-x="0" origin-y="0"><mxCell/></object><mxCell id="1" parent="0"/>' +
        '<mxCell id="zone:A" parent="1" vertex="1"><mxGeometry x="0" y="0" width="100" height="50"/></mxCell>' +
        '<mxCell id="conduit:K" parent="1" vertex="1"><mxGeometry x="100" y="100" width="80" height="40"/></mxCell>' +
        `${line}</root></mxGraphModel></diagram></mxfile>`;
    const corners = (...points: readonly (readonly [number, number])[]): string =>
        `<mxGeometry relative="1"><Array as="points">${points
            .map(([x, y]) => `<mxPoint x="${x}" y="${y}"/>`)
            .join('')}</Array></mxGeometry>`;

    it('has lines that begin at the zone, and is read as one whose lines begin at the conduit', () => {
        const now = drawing(
            '<mxCell id="line 0 conduit:K" edge="1" parent="1" source="conduit:K" target="zone:A" ' +
                `style="exitX=0.5;exitY=0;entryX=0.5;entryY=1;">${corners([140, 75], [50, 75])}</mxCell>`,
        );
        const earlier = drawing(
            '<mxCell id="line 0 conduit:K" edge="1" parent="1" source="zone:A" target="conduit:K" ' +
                `style="exitX=0.5;exitY=1;entryX=0.5;entryY=0;">${corners([50, 75], [140, 75])}</mxCell>`,
        );
        const { lines } = placesOfDrawio(now)!;
        assert.deepEqual(
            [...lines.values()],
            [
                [
                    { x: 50, y: 50 },
                    { x: 50, y: 75 },
                    { x: 140, y: 75 },
                    { x: 140, y: 100 },
                ],
            ],
        );
        assert.deepEqual(placesOfDrawio(earlier), placesOfDrawio(now));
    });
});
