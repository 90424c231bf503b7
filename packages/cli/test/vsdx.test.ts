import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { iacs, withFiles } from './support/iacs.ts';

const model = `system Mill "Paper mill"
zone Office "Office network" { kind enterprise purdue 4
  asset Erp "Planning" : server
}
zone Machine "Paper machine" { kind control purdue 2 SL-T 2
  asset Plc "Drive controller" : plc
  zone Nip "Nip protection" { kind safety purdue 1 SL-T 3
    asset Sis "Safety controller" : safety-controller
  }
}
conduit Plan "Production plan" between Office and Machine {
  via Fw
  asset Fw "Mill firewall" : firewall
  flow Office.Erp -> Machine.Plc : opc-ua
}
`;

const carried = `system Ship "Ship"
zone Shore "Shore" { kind external
  is untrusted
  asset Office : server
}
zone Radio "Radio" { kind operations purdue 3
  is wireless
  asset Terminal : access-point { is wireless }
}
zone Bridge "Bridge" { kind control purdue 2
  asset Ecdis : hmi
}
conduit Link "Satellite link" between Shore and Bridge {
  is untrusted, wireless
  over Radio
  flow Shore.Office -> Bridge.Ecdis : https
}
`;

interface Shape {
    readonly name: string;
    readonly id: string;
    readonly cells: Map<string, number>;
    text: string;
}

/** The shapes of the page, and the shapes that its connectors are glued to. */
function read(xml: string): { shapes: Shape[]; glued: string[][] } {
    const shapes: Shape[] = [];
    const glued: string[][] = [];
    let depth = 0;
    let inText = false;
    const parser = new SaxesParser();
    parser.on('opentag', ({ name, attributes }) => {
        const all = attributes as Readonly<Record<string, string>>;
        if (name === 'Shape')
            shapes.push({ name: all['NameU'] ?? '', id: all['ID'] ?? '', cells: new Map(), text: '' });
        if (name === 'Section') depth++;
        if (name === 'Cell' && depth === 0) shapes.at(-1)?.cells.set(all['N'] ?? '', Number(all['V']));
        if (name === 'Text') inText = true;
        if (name === 'Connect') glued.push([all['FromSheet'] ?? '', all['FromCell'] ?? '', all['ToSheet'] ?? '']);
    });
    parser.on('text', text => {
        const last = shapes.at(-1);
        if (inText && last) last.text += text;
    });
    parser.on('closetag', ({ name }) => {
        if (name === 'Section') depth--;
        if (name === 'Text') inText = false;
    });
    parser.on('error', error => {
        throw error;
    });
    parser.write(xml).close();
    return { shapes, glued };
}

/** Rectangles in inches, y downwards from the upper edge of the page. */
function rectOf({ cells }: Shape, page: number): { x: number; y: number; width: number; height: number } {
    const at = (name: string): number => cells.get(name) ?? 0;
    const [width, height] = [at('Width'), at('Height')];
    return { x: at('PinX') - width / 2, y: page - at('PinY') - height / 2, width, height };
}

describe('iacs diagram: Visio', function () {
    it('has every shape where the picture has it, with its text, and connectors glued to both ends', () =>
        withFiles({ 'main.iacs': model }, cwd => {
            assert.equal(iacs(['diagram', '-o', 'p.vsdx'], { cwd }).code, 0);
            const bytes = readFileSync(path.join(cwd, 'p.vsdx'));
            iacs(['diagram', '-o', 'again.vsdx'], { cwd });
            assert.ok(bytes.equals(readFileSync(path.join(cwd, 'again.vsdx'))));
            const parts = unzipSync(bytes);
            const part = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
            const types = part('[Content_Types].xml');
            for (const name of Object.keys(parts)) {
                assert.ok(/<[A-Za-z]/u.test(part(name)), name);
                if (!name.endsWith('.rels') && name !== '[Content_Types].xml')
                    assert.ok(types.includes(`"/${name}"`), name);
            }
            const height = Number(/N="PageHeight" V="([\d.]+)"/u.exec(part('visio/pages/pages.xml'))?.[1]);
            const { shapes, glued } = read(part('visio/pages/page1.xml'));
            const byName = new Map(shapes.map(shape => [shape.name, shape]));
            const drawn = JSON.parse(iacs(['diagram', '--format', 'json'], { cwd }).stdout) as {
                zones: { id: string; x: number; y: number; width: number; height: number }[];
                conduits: { id: string; x: number; y: number; width: number; height: number; lines: object[] }[];
            };
            // All places are moved alike, by the margin of the page.
            const office = rectOf(byName.get('zone:Office') as Shape, height);
            const [dx, dy] = [office.x - (drawn.zones[0]?.x ?? 0) / 96, office.y - (drawn.zones[0]?.y ?? 0) / 96];
            const all = [
                ...drawn.zones.map(each => ({ ...each, key: `zone:${each.id}` })),
                ...drawn.conduits.map(each => ({ ...each, key: `conduit:${each.id}` })),
            ];
            for (const { key, x, y, width, height: tall } of all) {
                const rect = rectOf(byName.get(key) as Shape, height);
                const off = [
                    rect.x - dx - x / 96,
                    rect.y - dy - y / 96,
                    rect.width - width / 96,
                    rect.height - tall / 96,
                ];
                assert.ok(
                    off.every(each => Math.abs(each) < 0.01),
                    `${key}: ${off.join(' ')}`,
                );
            }
            for (const words of [
                'Office network',
                'Planning',
                'Nip protection',
                'Production plan',
                'Legend',
                'Paper mill',
            ])
                assert.ok(
                    shapes.some(({ text }) => text.includes(words)),
                    words,
                );
            // Title, facts and level of a zone are parts of its head, beside and below each other.
            for (const zone of ['Office', 'Machine', 'Machine.Nip']) {
                const part = (name: string) => rectOf(byName.get(`${name} zone:${zone}`) as Shape, height);
                const [head, title, facts, level] = ['head', 'title', 'facts', 'level'].map(part) as [
                    ReturnType<typeof part>,
                    ReturnType<typeof part>,
                    ReturnType<typeof part>,
                    ReturnType<typeof part>,
                ];
                for (const each of [title, facts, level])
                    assert.ok(
                        each.x >= head.x && each.x + each.width <= head.x + head.width + 0.01 && each.y >= head.y,
                        `${zone}: ${JSON.stringify(each)}`,
                    );
                assert.ok(title.x + title.width <= level.x + 0.01 && facts.y + facts.height <= head.y + head.height);
                assert.ok(title.y + title.height <= facts.y + 0.03, zone);
            }
            const ids = new Map(shapes.map(({ id, name }) => [id, name]));
            assert.deepEqual(
                glued.map(([from = '', end, to = '']) => [ids.get(from), end, ids.get(to)]),
                ['Office', 'Machine'].flatMap((zone, index) => [
                    [`line ${index} conduit:Plan`, 'BeginX', `zone:${zone}`],
                    [`line ${index} conduit:Plan`, 'EndX', 'conduit:Plan'],
                ]),
            );
        }));

    it('draws a carrier as a pipe, what is untrusted under its line, and what is wireless with its sign', () =>
        withFiles({ 'main.iacs': carried }, cwd => {
            assert.equal(iacs(['diagram', '-o', 'p.vsdx'], { cwd }).code, 0);
            const { shapes, glued } = read(
                strFromU8(
                    unzipSync(readFileSync(path.join(cwd, 'p.vsdx')))['visio/pages/page1.xml'] ?? new Uint8Array(),
                ),
            );
            const names = shapes.map(({ name }) => name);
            const pipes = names.filter(name => /^(?:pipe|bore) line \d conduit:Link$/u.test(name));
            assert.deepEqual(
                pipes.map(name => name.split(' ')[0]),
                ['pipe', 'bore'],
            );
            const place = (name: string) => JSON.stringify(rectOf(shapes[names.indexOf(name)] as Shape, 10));
            assert.equal(place(pipes[0] ?? ''), place(pipes[1] ?? ''));
            // The pipe is not an end: the lines of the conduit lead to its two zones, and nothing else is glued.
            const ids = new Map(shapes.map(({ id, name }) => [id, name]));
            assert.deepEqual(
                glued.filter(([, end]) => end === 'BeginX').map(([, , to = '']) => ids.get(to)),
                ['zone:Shore', 'zone:Bridge'],
            );
            const marks = names.filter(name => /^(?:untrusted|medium|wireless) (?!frame )/u.test(name));
            assert.deepEqual(marks.sort(), [
                'medium line 0 conduit:Link',
                'medium line 1 conduit:Link',
                'untrusted zone:Shore',
                'wireless asset:Radio.Terminal',
                'wireless conduit:Link',
                'wireless zone:Radio',
            ]);
            const legend = [
                'external zone',
                'untrusted zone',
                'carrier',
                'untrusted medium',
                'opens sessions this way',
            ];
            assert.ok(names.some(name => name.startsWith('wireless frame ')));
            for (const words of [...legend, 'carried by its network', 'wireless', 'no boundary device'])
                assert.ok(
                    shapes.some(({ text }) => text === words),
                    words,
                );
        }));

    it('LibreOffice Draw opens it, with the words of each zone inside its box', function () {
        const soffice = spawnSync('soffice', ['--version']);
        const poppler = spawnSync('pdftotext', ['-v']);
        if (soffice.error || poppler.error) {
            console.log('      soffice or poppler is not installed: the Visio file is not opened');
            this.skip();
        }
        withFiles({ 'main.iacs': model }, cwd => {
            iacs(['diagram', '-o', 'p.vsdx'], { cwd });
            const profile = `-env:UserInstallation=${pathToFileURL(path.join(cwd, 'profile')).href}`;
            const call = [profile, '--headless', '--convert-to', 'pdf', 'p.vsdx'];
            spawnSync('soffice', call, { cwd, timeout: 200_000 });
            const boxes = spawnSync('pdftotext', ['-bbox', 'p.pdf', '-'], { cwd }).stdout.toString();
            const [, wide = 0, tall = 0] = (/<page width="([\d.]+)" height="([\d.]+)"/u.exec(boxes) ?? []).map(Number);
            const { shapes } = read(
                strFromU8(
                    unzipSync(readFileSync(path.join(cwd, 'p.vsdx')))['visio/pages/page1.xml'] ?? new Uint8Array(),
                ),
            );
            const rects = new Map(shapes.map(shape => [shape.name, rectOf(shape, tall / 72)]));
            assert.ok(wide > 0);
            for (const [word, name] of [
                ['Office', 'zone:Office'],
                ['Planning', 'zone:Office'],
                ['Nip', 'zone:Machine.Nip'],
                ['Production', 'conduit:Plan'],
            ] as const) {
                const found = new RegExp(`xMin="([\\d.]+)" yMin="([\\d.]+)"[^>]*>${word}<`, 'u').exec(boxes);
                const [x, y] = [Number(found?.[1]) / 72, Number(found?.[2]) / 72];
                const rect = rects.get(name) ?? { x: 0, y: 0, width: 0, height: 0 };
                assert.ok(
                    x > rect.x && x < rect.x + rect.width && y > rect.y - 0.05 && y < rect.y + rect.height,
                    `${word} at ${x} ${y} is not in ${name} ${JSON.stringify(rect)}`,
                );
            }
        });
    });
});
