/**
 * Plants by the number: text of the language with every kind of joint that a diagram has to draw. The same number gives
 * the same text.
 */

function dice(seed: number): (sides: number) => number {
    let state = (seed * 2654435761) >>> 0;
    return sides => {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        return Math.floor((state / 2 ** 32) * sides);
    };
}

const levels = [
    ['enterprise', '4'],
    ['dmz', '3.5'],
    ['operations', '3'],
    ['control', '2'],
    ['control', '1'],
    ['safety', '1'],
    ['field', '0'],
] as const;
const types = ['plc', 'hmi', 'server', 'historian', 'rtu', 'switch', 'laptop', 'sensor', 'safety-controller'] as const;
const words = [
    'Loading',
    'water',
    'treatment',
    'hydrocracker',
    'supervisory',
    'cell',
    'of',
    'the',
    'Kläranlage',
    'unit',
] as const;

export interface PlantShape {
    readonly zones: number;
    readonly conduits: number;
    /** Zones stand in zones, up to three deep. */
    readonly nested: boolean;
    /** Zones state no level and no kind. */
    readonly bare?: boolean;
}

/** A model with zones, assets, conduits of two and more ends, devices, and flows in no conduit. */
export function plant(seed: number, { zones, conduits, nested, bare = false }: PlantShape): string {
    const roll = dice(seed + 1);
    const title = (): string => Array.from({ length: 1 + roll(4) }, () => words[roll(words.length)]).join(' ');
    const parents: number[] = [];
    const depth: number[] = [];
    for (let index = 0; index < zones; index++) {
        const around = nested && index > 2 && roll(3) > 0 ? roll(index) : -1;
        const parent = around >= 0 && (depth[around] ?? 0) < 2 ? around : -1;
        parents.push(parent);
        depth.push(parent < 0 ? 0 : (depth[parent] ?? 0) + 1);
    }
    const idOf = (zone: number): string =>
        (parents[zone] ?? -1) < 0 ? `Z${zone}` : `${idOf(parents[zone] ?? 0)}.Z${zone}`;
    const assetOf = (zone: number): string => `${idOf(zone)}.A0`;

    function zoneText(zone: number, indent: string): string[] {
        const [kind, purdue] = levels[roll(levels.length)] ?? levels[0];
        const lines = [`${indent}zone Z${zone} "${title()}" {`];
        if (!bare) lines.push(`${indent}  kind ${roll(12) === 0 ? 'external' : kind}`, `${indent}  purdue ${purdue}`);
        if (roll(3) > 0) lines.push(`${indent}  SL-T ${roll(2) === 0 ? String(roll(5)) : '{1 2 2 0 3 1 2}'}`);
        const assets = 1 + roll(zone % 7 === 0 ? 12 : 5);
        for (let asset = 0; asset < assets; asset++) {
            const named = roll(3) > 0 ? ` "${title()}"` : '';
            lines.push(
                `${indent}  asset A${asset}${named} : ` +
                    `${types[roll(types.length)]}${roll(5) === 0 ? ' { is essential, wireless }' : ''}`,
            );
        }
        parents.forEach((parent, inner) => {
            if (parent === zone) lines.push(...zoneText(inner, `${indent}  `));
        });
        return [...lines, `${indent}}`];
    }

    const lines = [`system Plant "Plant ${seed}" { owner "Operations" }`];
    parents.forEach((parent, zone) => {
        if (parent < 0) lines.push(...zoneText(zone, ''));
    });
    for (let conduit = 0; conduit < conduits; conduit++) {
        const ends = new Set<number>();
        const count = roll(6) === 0 ? 3 + roll(3) : 2;
        for (let tries = 0; ends.size < Math.min(count, zones) && tries < 50; tries++) ends.add(roll(zones));
        const [a = 0, b = 0] = ends;
        const devices = roll(4);
        lines.push(`conduit C${conduit} "${title()}" between ${[...ends].map(idOf).join(' and ')} {`);
        if (devices > 0) lines.push(`  via ${Array.from({ length: devices }, (_, device) => `D${device}`).join(', ')}`);
        for (let device = 0; device < devices; device++)
            lines.push(`  asset D${device} : ${device === 0 ? 'firewall' : 'diode'}`);
        if (roll(5) === 0) lines.push('  is untrusted');
        for (let flow = 0; flow < 1 + roll(3); flow++) {
            const [from, to] = roll(2) === 0 ? [a, b] : [b, a];
            lines.push(
                `  flow ${assetOf(from)} ${['->', '<->', '--'][roll(3)]} ${assetOf(to)} : ` +
                    `${['modbus-tcp', 'https', 'opc-ua, https'][roll(3)]}`,
            );
        }
        lines.push('}');
    }
    for (let stray = 0; stray < zones / 8; stray++) {
        const [from, to] = [roll(zones), roll(zones)];
        if (from !== to) lines.push(`flow ${assetOf(from)} -> ${assetOf(to)} : rdp`);
    }
    return `${lines.join('\n')}\n`;
}
