import type { Direction } from '../../../model/index.ts';
import type { AssetNode, ConduitNode, FlowLabel } from '../content/graph.ts';
import { faces, sizes } from './measures.ts';
import { widest, widthOf, wrap } from './text.ts';
import { levelRange } from './zone-box.ts';

/** A boundary device on the line of its conduit; positions are within the card. */
export interface DeviceBox {
    readonly node: AssetNode;
    readonly nameLines: readonly string[];
    /** Left upper corner of the icon. */
    readonly x: number;
    readonly y: number;
}

/** A line of text on the card of a conduit. */
export interface CardLine {
    readonly role: 'title' | 'meta' | 'flow' | 'more';
    readonly text: string;
    /** For the first line of a flow. */
    readonly flow: FlowLabel | null;
    /** Left edge and baseline, within the card. */
    readonly x: number;
    readonly y: number;
}

/** The card of a conduit: its devices on the line, its words beside it. */
export interface ConduitBox {
    readonly node: ConduitNode;
    readonly width: number;
    readonly height: number;
    readonly devices: readonly DeviceBox[];
    readonly lines: readonly CardLine[];
    /** Where the line passes: from the top when levels run down, from the left when they run right. */
    readonly through: number;
    /** Stretches of the line inside the card, along its direction. */
    readonly segments: readonly (readonly [number, number])[];
    /** Left upper corner of the badge. */
    readonly badge: { readonly x: number; readonly y: number };
    /** Middle of the sign of a conduit without devices, along the direction of the line; `null` with devices. */
    readonly capsule: number | null;
}

const mostFlows = 4;

interface Words {
    readonly lines: readonly { readonly role: CardLine['role']; readonly text: string; readonly flow: FlowLabel | null; readonly indent: number }[];
    readonly width: number;
    readonly height: number;
}

/** As many of the words as fit on two lines, and how many there are more. */
function listed(words: readonly string[], room: number): string {
    for (let shown = words.length; shown > 1; shown--) {
        const text = words.slice(0, shown).join(', ') + (shown < words.length ? ` and ${words.length - shown} more` : '');
        if (wrap(text, faces.conduitMeta, room, 3).length <= 2) return text;
    }
    return words.join(', ');
}

function wordsOf(node: ConduitNode): Words {
    const room = sizes.conduitText;
    const lines: { role: CardLine['role']; text: string; flow: FlowLabel | null; indent: number }[] = [];
    const add = (role: CardLine['role'], text: string, most: number, flow: FlowLabel | null = null): void => {
        const indent = flow ? sizes.flowArrow : 0;
        const face = role === 'title' ? faces.conduitTitle : faces.conduitMeta;
        wrap(text, face, room - indent, most).forEach((line, row) => lines.push({ role, text: line, flow: row === 0 ? flow : null, indent }));
    };
    add('title', node.title ?? node.name, 2);
    const range = levelRange(node.levels.slT);
    const target = node.kind === 'undeclared' ? '' : range === null ? 'no SL-T' : `SL-T ${range}${node.levels.derived ? ' derived' : ''}`;
    add('meta', [node.title === null ? '' : node.name, target].filter(part => part !== '').join(' · '), 2);
    for (const flow of node.flows.slice(0, mostFlows)) {
        const unknown = flow.arrow === '--' ? ' (opened by?)' : '';
        add('flow', (listed(flow.protocols, room - sizes.flowArrow) || 'protocol not stated') + unknown, 2, flow);
    }
    if (node.flows.length > mostFlows) add('more', `and ${node.flows.length - mostFlows} more`, 1);
    const traits = [node.untrusted ? 'untrusted medium' : '', node.wireless ? 'wireless' : '', node.over.length > 0 ? `over ${node.over.join(', ')}` : ''];
    add('more', traits.filter(part => part !== '').join(' · '), 2);
    const titles = lines.filter(line => line.role === 'title').map(line => line.text);
    const others = lines.filter(line => line.role !== 'title').map(line => line.text);
    const width = Math.max(widest(titles, faces.conduitTitle) + sizes.badgeRoom, widest(others, faces.conduitMeta) + (node.flows.length > 0 ? sizes.flowArrow : 0));
    const height = titles.length * sizes.conduitTitleLine + others.length * sizes.conduitLine;
    return { lines, width: Math.ceil(width), height };
}

function setLines(words: Words, x: number, top: number): CardLine[] {
    let y = top;
    return words.lines.map(({ role, text, flow, indent }) => {
        y += role === 'title' ? sizes.conduitTitleLine : sizes.conduitLine;
        return { role, text, flow, x: x + indent, y: y - 4 };
    });
}

const nameLinesOf = (node: AssetNode): string[] => wrap(node.count > 1 ? `${node.count} × ${node.title ?? node.name}` : node.name, faces.assetName, sizes.deviceColumn + 8, 2);

function downward(node: ConduitNode, words: Words): ConduitBox {
    const pad = sizes.conduitPadding;
    const names = node.devices.map(nameLinesOf);
    const column = node.devices.length === 0 ? 18
        : Math.max(sizes.device, ...names.map(lines => Math.ceil(widest(lines, faces.assetName))));
    const blocks = names.map(lines => sizes.device + 3 + lines.length * 12);
    const stack = node.devices.length === 0 ? sizes.capsule + 8 : blocks.reduce((sum, block) => sum + block, 0) + (blocks.length - 1) * sizes.deviceGap;
    const height = Math.max(stack, words.height) + 2 * pad;
    const through = pad + column / 2;
    const segments: [number, number][] = [];
    const devices: DeviceBox[] = [];
    let y = (height - stack) / 2;
    let from = 0;
    node.devices.forEach((device, index) => {
        devices.push({ node: device, nameLines: names[index] ?? [], x: through - sizes.device / 2, y });
        segments.push([from, y]);
        from = y + (blocks[index] ?? 0);
        y = from + sizes.deviceGap;
    });
    if (node.devices.length === 0) segments.push([0, height / 2]);
    segments.push([node.devices.length === 0 ? height / 2 : from, height]);
    const width = Math.ceil(pad + column + 10 + words.width + pad);
    return {
        node, width, height, through, devices, segments,
        badge: { x: width - sizes.badge - 4, y: 4 },
        lines: setLines(words, pad + column + 10, (height - words.height) / 2),
        capsule: node.devices.length === 0 ? height / 2 : null,
    };
}

function rightward(node: ConduitNode, words: Words): ConduitBox {
    const pad = sizes.conduitPadding;
    const names = node.devices.map(nameLinesOf);
    const blocks = names.map(lines => Math.max(sizes.device, Math.ceil(widest(lines, faces.assetName))));
    const row = node.devices.length === 0 ? sizes.capsule + 8 : blocks.reduce((sum, block) => sum + block, 0) + (blocks.length - 1) * sizes.deviceGap;
    const width = Math.ceil(Math.max(row, words.width) + 2 * pad);
    const nameHeight = Math.max(0, ...names.map(lines => lines.length * 12 + 3));
    const deviceHeight = node.devices.length === 0 ? 18 : sizes.device;
    const through = pad + deviceHeight / 2;
    const segments: [number, number][] = [];
    const devices: DeviceBox[] = [];
    let x = (width - row) / 2;
    let from = 0;
    node.devices.forEach((device, index) => {
        const block = blocks[index] ?? 0;
        const icon = x + (block - sizes.device) / 2;
        devices.push({ node: device, nameLines: names[index] ?? [], x: icon, y: pad });
        segments.push([from, icon]);
        from = icon + sizes.device;
        x += block + sizes.deviceGap;
    });
    if (node.devices.length === 0) segments.push([0, width / 2]);
    segments.push([node.devices.length === 0 ? width / 2 : from, width]);
    const top = pad + deviceHeight + nameHeight + 4;
    return {
        node, width, through, devices, segments,
        badge: { x: (width + words.width) / 2 - sizes.badge, y: top - 2 },
        height: top + words.height + pad,
        lines: setLines(words, (width - words.width) / 2, top),
        capsule: node.devices.length === 0 ? width / 2 : null,
    };
}

/** A mere point on the line, for pictures with very many conduits. */
export function dotBox(node: ConduitNode): ConduitBox {
    return { node, width: sizes.dot, height: sizes.dot, through: sizes.dot / 2, devices: [], lines: [], segments: [[0, sizes.dot]], badge: { x: 0, y: 0 }, capsule: null };
}

/** Measures the card of a conduit. */
export function conduitBox(node: ConduitNode, direction: Direction): ConduitBox {
    const words = wordsOf(node);
    return direction === 'down' ? downward(node, words) : rightward(node, words);
}

/** Width of one line of a card, in pixels. */
export function cardLineWidth(line: CardLine): number {
    return widthOf(line.text, line.role === 'title' ? faces.conduitTitle : faces.conduitMeta);
}
