import { deepEqual, equal, ok } from 'node:assert/strict';
import type { DiagramOptions, Positioned } from '../src/views/diagram/index.ts';
import { sizes } from '../src/views/diagram/measure/measures.ts';
import { drawing } from './support/drawing.ts';
import { exampleFolders, exampleText } from './support/examples.ts';
import { load } from './support/load.ts';
import { allZones, faultsOf } from './support/pictures.ts';
import { plant } from './support/plants.ts';

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
const cell = (index: number, assets = 2): string =>
    `zone Z${index} "Cell ${index}" { purdue 2\n${numbers(assets)
        .map(asset => `asset A${asset} : plc`)
        .join('\n')}\n}`;

/** Models whose shape invites a bad picture. */
const odd: readonly (readonly [string, string])[] = [
    [
        'a chain of sixteen zones on one level',
        [
            ...numbers(16).map(index => cell(index, 2 + (index % 4))),
            ...numbers(15).map(
                index =>
                    `conduit C${index} between Z${index} and Z${index + 1} { flow Z${index}.A0 -> ` +
                    `Z${index + 1}.A0 : opc-ua }`,
            ),
        ].join('\n'),
    ],
    [
        'sixty zones on one level, a third of them in pairs',
        [
            ...numbers(60).map(index => cell(index, 1)),
            ...numbers(20).map(
                index =>
                    `conduit C${index} between Z${3 * index} and Z${3 * index + 1} ` +
                    `{ flow Z${3 * index}.A0 -> Z${3 * index + 1}.A0 : modbus-tcp }`,
            ),
        ].join('\n'),
    ],
    [
        'twelve conduits between two zones',
        [
            'zone A { purdue 3\nasset P : server }',
            'zone B { purdue 2\nasset Q : plc }',
            ...numbers(12).map(
                index =>
                    `conduit C${index} "Line ${index}" between A and B { via F\nasset F : firewall\nflow A.P -> ` +
                    'B.Q : opc-ua }',
            ),
        ].join('\n'),
    ],
    [
        'one conduit among eight zones',
        [
            'zone A { purdue 3\nasset P : server }',
            ...numbers(7).map(index => cell(index)),
            `conduit Net between A and ${numbers(7)
                .map(index => `Z${index}`)
                .join(' and ')} { asset Sw : switch }`,
        ].join('\n'),
    ],
    [
        'fifteen protocols in one conduit',
        'zone A { purdue 3\nasset P : server }\nzone B { purdue 2\nasset Q : plc }\nconduit C between A and B {\n' +
            `${['https', 'opc-ua', 'modbus-tcp', 's7comm', 'ssh', 'rdp', 'vnc', 'dnp3', 'ntp', 'syslog', 'snmp', 'ftp', 'http', 'mqtt', 'smtp'].map(name => `flow A.P -> B.Q : ${name}`).join('\n')}\n}`,
    ],
    [
        'titles in other scripts',
        'zone A "催化裂化装置操作站与工程师站所在的监控网络区域" { purdue 2\nasset P "主控制器 一号反应器温度" : plc }\n' +
            'zone B "منطقة السلامة للمصفاة الكبيرة" { kind safety\nasset S "ระบบควบคุมการผลิต 🏭" : ' +
            'safety-controller }\nconduit C "監視 🚦" between A and B { flow A.P -> B.S : modbus-tcp }',
    ],
    [
        'a zone joined to its own subzones',
        'zone P { purdue 3\nasset S : server\nzone X { purdue 2\nasset A : plc }\nzone Y { purdue 1\nasset B : ' +
            'plc }\n}\n' +
            'conduit PX between P and P.X { flow P.S -> P.X.A : opc-ua }\nconduit PY between P and P.Y { flow ' +
            'P.S -> P.Y.B : opc-ua }\nconduit XY between P.X and P.Y { flow P.X.A -> P.Y.B : opc-ua }',
    ],
];

describe('diagram: places', function () {
    const { place } = drawing();

    async function drawn(text: string, options: DiagramOptions = {}): Promise<Positioned> {
        const positioned = await place(load(text), options);
        equal(positioned.engine, 'elk', positioned.reason ?? '');
        return positioned;
    }

    for (const folder of exampleFolders) {
        for (const direction of ['down', 'right'] as const) {
            it(`examples/${folder}, ${direction}: nothing lies over another thing`, async () => {
                deepEqual(
                    faultsOf(
                        await drawn(exampleText(folder), {
                            direction,
                            colour: direction === 'down' ? 'target' : 'gap',
                        }),
                    ),
                    [],
                );
            });
        }
    }

    for (let seed = 0; seed < 16; seed++) {
        const shape = { zones: 3 + seed * 2, conduits: 3 + seed * 3, nested: seed % 2 === 1, bare: seed % 5 === 4 };
        it(`plant ${seed} of ${shape.zones} zones: nothing lies over another thing`, async () => {
            deepEqual(faultsOf(await drawn(plant(seed, shape), { direction: seed % 3 === 2 ? 'right' : 'down' })), []);
        });
    }

    for (const seed of [107, 217, 310]) {
        it(`plant ${seed}: words and chip of a head stand apart, however many lines cross it`, async () => {
            const zones = 4 + (seed % 37);
            const text = plant(seed, { zones, conduits: Math.floor(zones * (0.5 + (seed % 4) * 0.4)), nested: true });
            deepEqual(faultsOf(await drawn(text, { colour: seed % 2 === 1 ? 'gap' : 'target' })), []);
        });
    }

    for (const [zones, conduits] of [
        [40, 60],
        [100, 150],
        [160, 260],
    ] as const) {
        it(`a plant of ${zones} zones and ${conduits} conduits: nothing lies over another thing`, async () => {
            deepEqual(faultsOf(await drawn(plant(41, { zones, conduits, nested: false }))), []);
        });
    }

    for (const [name, text] of odd) {
        it(`${name}: nothing lies over another thing, and the picture has the shape of a sheet`, async () => {
            const positioned = await drawn(text);
            deepEqual(faultsOf(positioned), []);
            const { width, height } = positioned;
            ok(width / height < 3 && width / height > 0.3, `${width} × ${height}`);
        });
    }

    it('zones that nothing joins to the rest are in the order of the text, in columns too', async () => {
        const [, text = ''] = odd.find(([name]) => name.startsWith('sixty')) ?? [];
        for (const direction of ['down', 'right'] as const) {
            const positioned = await drawn(text, { direction });
            deepEqual(faultsOf(positioned), []);
            const { width, height } = positioned;
            ok(width / height < 3 && height / width < 4 / 3, `${direction}: ${width} × ${height}`);
            const rows = Map.groupBy(positioned.zones, ({ rect }) => (direction === 'down' ? rect.y : rect.x));
            for (const row of rows.values()) {
                const places = row.map(({ rect }) => (direction === 'down' ? rect.x : rect.y));
                deepEqual(
                    places,
                    places.toSorted((a, b) => a - b),
                );
            }
        }
    });

    it('a badge stands on the other side of a line that leaves it no room beside the chip', async () => {
        const levels = [1, 2, 3, 4, 5];
        const inside = levels.map(
            level => `zone L${level} "Depth ${level}" { kind control purdue 2 SL-T 2\nasset Plc1 "Controller" : plc\n`,
        );
        const text =
            `system S "Five levels deep" { owner "Operations" }\n${inside.join('')}${levels.map(() => '}\n').join('')}` +
            'zone Ext "Vendor" { kind external purdue 5 SL-T 2\nasset Plc1 "Controller" : plc }\n' +
            'conduit C1 "Into depth 5" between Ext and L1.L2.L3.L4.L5 { owner "Net" SL-T 2 via Fw\n' +
            'asset Fw : firewall\nflow Ext.Plc1 -> L1.L2.L3.L4.L5.Plc1 : opc-ua\n}\n' +
            'conduit C2 "Depth 1 to depth 3" between L1 and L1.L2.L3 { owner "Net" SL-T 2\n' +
            'flow L1.Plc1 -> L1.L2.L3.Plc1 : opc-ua\n}\n';
        const positioned = await drawn(text);
        deepEqual(faultsOf(positioned), []);
        const zones = allZones(positioned.zones);
        ok(zones.every(({ node, head }) => node.badge && !head.crossed));
        ok(zones.some(({ head, box }) => head.badge + sizes.badge < head.right - box.header.chip.width - 10));
        // Levels take so much room that a line runs below some words: none runs behind a badge or a chip.
        const byGap = await drawn(text, { colour: 'gap' });
        const uprights = byGap.conduits.flatMap(({ lines }) =>
            lines.flatMap(({ points }) =>
                points.slice(1).flatMap((to, at) => (to.x === points[at]!.x ? [[to, points[at]!] as const] : [])),
            ),
        );
        const heads = allZones(byGap.zones).filter(({ zones: inner }) => inner.length > 0);
        ok(heads.some(({ head }) => head.crossed));
        for (const { node, head, rect, box } of heads)
            for (const [one, other] of uprights) {
                const crosses = Math.min(one.y, other.y) < rect.y + 28 && Math.max(one.y, other.y) > rect.y + 10;
                const isIn = (left: number, width: number): boolean => one.x > left && one.x < left + width;
                ok(!crosses || !isIn(head.badge, sizes.badge), `behind the badge of ${node.id}`);
                ok(!crosses || !isIn(head.right - box.header.chip.width, box.header.chip.width), node.id);
            }
    });

    it('levels stand on both sides of lines that leave them no room beside the words', async () => {
        const depths = [1, 2, 3, 4, 5, 6];
        const inside = depths.map(depth => `zone L${depth} "Level ${depth} of nesting" {\nasset A${depth} : hmi\n`);
        const text =
            `system S\n${inside.join('').replace('{', '{ kind control SL-T 2')}${depths.map(() => '}\n').join('')}` +
            'zone Office { kind enterprise asset Pc : office-computer }\n' +
            'conduit Far between Office and L1.L2.L3.L4.L5.L6 { flow Office.Pc -> L1.L2.L3.L4.L5.L6.A6 : rdp }\n' +
            'conduit Mid between L1.L2.L3 and L1.L2.L3.L4 { flow L1.L2.L3.A3 -> L1.L2.L3.L4.A4 : https }\n' +
            'conduit Out between L1 and L1.L2.L3.L4.L5 { flow L1.A1 -> L1.L2.L3.L4.L5.A5 : https }\n';
        const positioned = await drawn(text, { colour: 'gap' });
        deepEqual(faultsOf(positioned), []);
        const heads = allZones(positioned.zones).map(({ head }) => head);
        deepEqual(
            heads.map(({ crossed }) => crossed),
            heads.map(() => false),
        );
        ok(heads.some(({ columns }) => columns.some((x, index) => index > 0 && x > columns[index - 1]! + 35)));
    });

    it('own assets stand above the nested zones, though lines from outside pass', async () => {
        const text =
            'system S\nzone A {\n  asset P : plc\n  zone B {\n    asset Q : plc\n    zone C { asset R : plc }\n  ' +
            '}\n}\nzone O { asset T : hmi }\nconduit X between O and A.B.C\n';
        const [outer] = (await drawn(text)).zones;
        const inner = outer?.zones[0];
        ok(outer?.own && inner && outer.own.y + outer.own.height < inner.rect.y);
    });
});
