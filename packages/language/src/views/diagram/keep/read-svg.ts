import type { Point, Rect } from '../layout/positioned.ts';
import { lineKey, type Memory } from './memory.ts';

const entities: Readonly<Record<string, string>> = {
    '&amp;': '&',
    '&lt;': '<',
    '&gt;': '>',
    '&quot;': '"',
    '&#39;': "'",
    '&#10;': '\n',
};
const unescaped = (text: string): string =>
    text.replace(/&(?:amp|lt|gt|quot|#39|#10);/gu, entity => entities[entity] ?? entity);

/** Groups with a key, and the shapes in them that are a border or a line. */
const parts =
    /<g class="(?<group>zone|conduit|wires)(?: [^"]*)?" data-id="[^"]*" data-key="(?<key>[^"]*)"|<(?<shape>rect|path) class="(?<look>body|own|card|wire|pipe)(?: [^"]*)?"(?<rest>[^>]*)>/gu;

function numberOf(attributes: string, name: string): number {
    return Number(new RegExp(` ${name}="(-?[\\d.]+)"`, 'u').exec(attributes)?.[1] ?? Number.NaN);
}

function rectOf(attributes: string): Rect | null {
    const [x = 0, y = 0, width = 0, height = 0] = ['x', 'y', 'width', 'height'].map(name => numberOf(attributes, name));
    return [x, y, width, height].every(Number.isFinite) ? { x, y, width, height } : null;
}

/** The corners of a line whose corners were rounded. */
function cornersOf(d: string): Point[] {
    const points: Point[] = [];
    let skipped = false;
    for (const [, command = '', numbers = ''] of d.matchAll(/([MLQ])([^MLQ]*)/gu)) {
        const [x = 0, y = 0] = numbers.trim().split(/[ ,]+/u).map(Number);
        if (command === 'Q') {
            // The line before it ends where the rounding begins.
            if (!skipped) points.pop();
            points.push({ x, y });
            skipped = false;
        } else points.push({ x, y });
    }
    return points.filter((point, index) => {
        const [before, after] = [points[index - 1], points[index + 1]];
        if (!before || !after) return true;
        return !((before.x === point.x && point.x === after.x) || (before.y === point.y && point.y === after.y));
    });
}

/** The corners of a line that is drawn in part only. */
const cornersIn = (text: string): Point[] =>
    text.split(' ').map(corner => {
        const [x = 0, y = 0] = corner.split(',').map(Number);
        return { x, y };
    });

/**
 * The place of the card of a connector, whose outline has a tip: it is drawn in steps of which each goes along one axis
 * or to the tip.
 */
function connectorOf(d: string): Rect | null {
    const [, startX = '', startY = '', steps = ''] =
        /^M(-?[\d.]+) (-?[\d.]+)((?:l-?[\d.]+ -?[\d.]+)+)z$/u.exec(d) ?? [];
    const all = [...steps.matchAll(/l(-?[\d.]+) (-?[\d.]+)/gu)].map(([, x, y]) => ({ x: Number(x), y: Number(y) }));
    if (startX === '' || all.length !== 6) return null;
    const [x, y] = [Number(startX), Number(startY)];
    const [depth, back] = [all[4] ?? { x: 0, y: 0 }, all[5] ?? { x: 0, y: 0 }];
    const [width, height] = [Math.abs(back.x || depth.x), Math.abs(depth.y || back.y)];
    return { x: depth.x < 0 ? x - width : x, y: depth.y < 0 ? y - height : y, width, height };
}

const onBorder = ({ x, y }: Point, rect: Rect): boolean =>
    x > rect.x - 1 &&
    x < rect.x + rect.width + 1 &&
    y > rect.y - 1 &&
    y < rect.y + rect.height + 1 &&
    Math.min(
        Math.abs(x - rect.x),
        Math.abs(x - rect.x - rect.width),
        Math.abs(y - rect.y),
        Math.abs(y - rect.y - rect.height),
    ) < 1;

/**
 * The places of a diagram in SVG, as `toSvg` draws it now and has drawn it before.
 * @returns `null` for text that is not such a picture
 */
export function placesOfSvg(svg: string): Memory | null {
    const boxes = new Map<string, Rect>();
    const wires: { readonly key: string; readonly points: readonly Point[] }[] = [];
    let [group, key] = ['', ''];
    for (const { groups = {} } of svg.matchAll(parts)) {
        if (groups['group'] !== undefined) {
            [group, key] = [groups['group'], unescaped(groups['key'] ?? '')];
            continue;
        }
        const [look, rest] = [groups['look'], groups['rest'] ?? ''];
        const d = / d="([^"]*)"/u.exec(rest)?.[1] ?? '';
        if ((group === 'zone' && look === 'body') || (group === 'conduit' && look === 'card' && !boxes.has(key))) {
            const rect = groups['shape'] === 'rect' ? rectOf(rest) : connectorOf(d);
            if (rect) boxes.set(key, rect);
        } else if (group === 'zone' && look === 'own') {
            const rect = rectOf(rest);
            if (rect) boxes.set(`own ${key}`, rect);
        } else if (group === 'wires' && (look === 'wire' || look === 'pipe')) {
            const whole = / data-line="([^"]*)"/u.exec(rest)?.[1];
            wires.push({
                key: key.replace(/^wires:/u, ''),
                points: whole === undefined ? cornersOf(d) : cornersIn(whole),
            });
        }
    }
    if (![...boxes.keys()].some(each => each.startsWith('zone:'))) return null;
    const lines = new Map<string, readonly Point[]>();
    let [upright, level] = [0, 0];
    for (const { key: conduit, points } of wires) {
        const [first, second] = points;
        const [card, last] = [boxes.get(conduit), points.at(-1)];
        // An older picture has a line that runs into another one of its conduit only up to there; it is found anew.
        if (!first || !second || !card || !last || !onBorder(last, card)) continue;
        if (first.x === second.x) upright++;
        else level++;
        const at = [...boxes]
            .filter(([box, rect]) => /^(?:own )?zone:/u.test(box) && onBorder(first, rect))
            .sort(([, a], [, b]) => a.width * a.height - b.width * b.height)[0];
        if (at) lines.set(lineKey(conduit, at[0].replace(/^(?:own )?zone:/u, '')), points);
    }
    return { direction: level > upright ? 'right' : 'down', boxes, lines };
}
