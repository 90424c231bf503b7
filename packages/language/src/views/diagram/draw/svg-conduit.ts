import type { ConduitNode, FlowLabel } from '../content/graph.ts';
import type { PositionedConduit } from '../layout/positioned.ts';
import { cardLineWidth } from '../measure/card-words.ts';
import { sizes } from '../measure/measures.ts';
import { escape, number, tag } from '../../text/xml.ts';
import { besideWords, lookOf, lookWords } from '../content/found-looks.ts';
import { headingOf, type Heading, type Within } from './session.ts';
import { assetTooltip, badgeSvg, groupOf, iconMarks, stepSvg, text, waves } from './svg-marks.ts';
import { hidesAlone, stretchSvg } from './svg-wire.ts';
import { levelTooltip } from './svg-zone.ts';

const headPaths: Readonly<Record<Heading, string>> = {
    down: 'm-3.5 .5h7l-3.5 4.5z',
    up: 'm-3.5 -.5h7l-3.5 -4.5z',
    right: 'm.5 -3.5v7l4.5 -3.5z',
    left: 'm-.5 -3.5v7l-4.5 -3.5z',
};
export const opposite: Readonly<Record<Heading, Heading>> = { down: 'up', up: 'down', right: 'left', left: 'right' };

/** The sign before the protocols of a flow: which way its session is opened, by where the lines run. */
function flowSign(
    flow: FlowLabel,
    conduit: PositionedConduit,
    x: number,
    baseline: number,
    down: boolean,
    within: Within,
): string {
    const [cx, cy] = [x - sizes.flowArrow + 5, baseline - 4];
    const heading = flow.arrow === '--' ? null : headingOf(flow, conduit, down, within);
    if (heading === null) return `<path class="mark" d="M${number(x - 12)} ${number(cy)}h7"/>`;
    const both = flow.arrow === '<->';
    const headings = both ? [heading, opposite[heading]] : [heading];
    // An arrow by itself is in the middle, of two each has its half.
    const [back, side] = both
        ? [0, 0]
        : [
              2.75 * (heading === 'right' ? -1 : heading === 'left' ? 1 : 0),
              2.75 * (heading === 'down' ? -1 : heading === 'up' ? 1 : 0),
          ];
    return tag('path', {
        class: flow.found === null ? 'head' : `head ${lookOf(flow.found)}`,
        d: headings.map(each => `M${number(cx + back)} ${number(cy + side)}${headPaths[each]}`).join(''),
    });
}

/** What the look of a line says, in words. */
export function lineFacts(node: ConduitNode): readonly string[] {
    const { line, clearText, wireless, untrusted, oneWayTo } = node;
    return [
        line !== null ? lookWords[line] : clearText ? 'encryption not proved' : '',
        hidesAlone(node) ? besideWords : '',
        wireless ? 'wireless' : '',
        untrusted ? 'untrusted medium' : '',
        oneWayTo === null ? '' : `one-way to ${oneWayTo}`,
    ].filter(part => part !== '');
}

function conduitTooltip(node: ConduitNode): string {
    return [
        node.kind === 'conduit' ? `Conduit ${node.id}${node.title === null ? '' : ` “${node.title}”`}` : node.name,
        `between ${[...node.ends, ...node.away.map(({ id }) => `${id} (not in this picture)`)].join(', ')}`,
        ...(node.kind === 'conduit' ? levelTooltip(node.levels) : []),
        lineFacts(node).join(', '),
        node.over.length === 0 ? '' : `over the network of ${node.over.join(', ')}`,
        node.monitoredBy === null ? '' : `monitored by ${node.monitoredBy}`,
        node.phase?.words ?? '',
        node.severed ? 'cut in this case' : '',
        ...node.flows.flatMap(flow => flow.tooltip),
        ...(node.badge?.messages ?? []),
    ]
        .filter(line => line !== '')
        .join('\n');
}

/** How far each heading is turned from the way to the right, in degrees. */
const turns: Readonly<Record<Heading, number>> = { right: 0, down: 90, left: 180, up: -90 };

/** A diode points the way that data may take. */
export function turnOf(icon: string, conduit: PositionedConduit, down: boolean, within: Within): number {
    if (icon !== 'diode') return 0;
    const heading = conduit.node.oneWay && headingOf(conduit.node.oneWay, conduit, down, within);
    return turns[heading ?? (down ? 'down' : 'right')];
}

/** The text looks of flows in a picture of the plant as found. */
const foundTexts = { seen: 'cf', declared: 'cfd', alone: 'cfx', permitted: 'cfd' } as const;

/** The flow of which a line of text speaks; `null` for all other lines. */
export function flowOfLine({ box }: PositionedConduit, index: number): FlowLabel | null {
    if (box.lines[index]?.role !== 'flow') return null;
    return box.lines.slice(0, index + 1).findLast(line => line.flow !== null)?.flow ?? null;
}

/** How that text is set where what was found is shown, or it speaks of another day; else `null`. */
function flowText(flow: FlowLabel | null): string | null {
    if (flow?.phase) return 'cm';
    return flow?.found ? foundTexts[lookOf(flow.found)] : null;
}

/** The sign of a connector, before the zone that it leads to. */
export function awaySign(x: number, baseline: number): string {
    return `<path class="away" d="M${number(x)} ${number(baseline - 8)}h6l4 4l-4 4h-6z"/>`;
}

/** The outline of a card; that of a connector has a tip where its line leaves the sheet. */
function outlineSvg({ node, box, rect: { x, y, width, height } }: PositionedConduit, down: boolean): string {
    const look = node.kind === 'undeclared' ? 'card bad' : 'card';
    if (node.ends.length > 1) return tag('rect', { class: look, x, y, width, height, rx: 5 });
    const late = box.sides[0] === 'before';
    const at = box.ports[late ? 'after' : 'before'][0] ?? 0;
    // Around the box from the side where the tip is, as steps along that side and away from it.
    const [length, depth] = down ? [width, height] : [height, width];
    const start = down ? [x, late ? y + height : y] : [late ? x + width : x, y];
    const { tip } = sizes;
    const out = late ? tip : -tip;
    const steps = [
        [at - tip, 0],
        [tip, out],
        [tip, -out],
        [length - at - tip, 0],
        [0, late ? -depth : depth],
        [-length, 0],
    ];
    const lines = steps.map(
        ([along = 0, away = 0]) => `l${number(down ? along : away)} ${number(down ? away : along)}`,
    );
    const d = `M${start.map(number).join(' ')}${lines.join('')}z`;
    return tag('path', { class: `${look} connector`, d });
}

/** Through the words of a session that a cut stops. */
const strikeSvg = (x: number, baseline: number, width: number): string =>
    `<path class="strike" d="M${number(x - 2)} ${number(baseline - 3.5)}h${number(width + 4)}"/>`;

function cardSvg(conduit: PositionedConduit, down: boolean, within: Within): string {
    const { node, box, rect } = conduit;
    if (box.width <= sizes.dot) {
        return tag('rect', {
            class: `ic${node.kind === 'undeclared' ? ' bad' : ''}`,
            x: rect.x + 1,
            y: rect.y + 1,
            width: sizes.dot - 2,
            height: sizes.dot - 2,
            rx: node.devices.length > 0 ? 1 : 4,
        });
    }
    const wires = box.wires.map(points =>
        stretchSvg(
            node,
            points.map(({ x, y }) => ({ x: rect.x + x, y: rect.y + y })),
        ),
    );
    const bars = box.bars.map(([from, to]) =>
        tag('path', {
            class: node.kind === 'undeclared' ? 'bar stray' : 'bar',
            d:
                `M${number(rect.x + from.x)} ${number(rect.y + from.y)}L${number(rect.x + to.x)} ` +
                `${number(rect.y + to.y)}`,
        }),
    );
    const devices = box.devices.map(device => {
        const [x, y] = [rect.x + device.x, rect.y + device.y];
        const names = device.nameLines.map((line, row) =>
            text('an', x + sizes.device / 2, y + sizes.device + 12 + row * 12, line),
        );
        return tag(
            'g',
            groupOf('asset device', device.node),
            tag('title', {}, escape(assetTooltip(device.node))),
            iconMarks(device.node, x, y, sizes.device, turnOf(device.node.icon, conduit, down, within)),
            ...names,
        );
    });
    const { capsule } = box;
    const sign = capsule
        ? tag('rect', {
              class: 'ic',
              x: rect.x + capsule.x,
              y: rect.y + capsule.y,
              width: capsule.width,
              height: capsule.height,
              rx: Math.min(capsule.width, capsule.height) / 2,
          })
        : '';
    const roles = {
        title: node.kind === 'undeclared' ? 'ct undeclared' : 'ct',
        meta: 'cm',
        flow: 'cf',
        more: 'cm',
        shared: 'cf',
    } as const;
    const words = box.lines.map((line, index) => {
        const [x, y] = [rect.x + line.x, rect.y + line.y];
        const flow = flowOfLine(conduit, index);
        const content =
            (line.mark === 'away'
                ? awaySign(x - sizes.flowArrow, y)
                : line.mark === 'wireless'
                  ? waves(x - sizes.flowArrow, y - 9)
                  : '') +
            text(flowText(flow) ?? roles[line.role], x, y, line.text) +
            (flow?.stopped ? strikeSvg(x, y, cardLineWidth(line)) : '');
        if (line.conduit !== null) return tag('g', { class: 'member', 'data-id': line.conduit }, content);
        return line.flow
            ? tag(
                  'g',
                  { class: 'flow', 'data-id': line.flow.ids[0] ?? node.id, 'data-flows': line.flow.ids.join('\n') },
                  tag('title', {}, escape(line.flow.tooltip.join('\n'))),
                  flowSign(line.flow, conduit, x, y, down, within),
                  content,
              )
            : content;
    });
    return [
        outlineSvg(conduit, down),
        ...wires,
        ...bars,
        sign,
        ...devices,
        ...words,
        node.badge ? badgeSvg(node.badge, rect.x + box.badge.x, rect.y + box.badge.y) : '',
        ...node.steps.map((step, index) => stepSvg(step, rect.x + 3 + index * 19, rect.y + 2)),
    ].join('');
}

/** The card of a conduit: boundary devices on the line, and its words. */
export function conduitSvg(conduit: PositionedConduit, down: boolean, within: Within): string {
    const group = groupOf('conduit', conduit.node);
    const gap = conduit.node.kind === 'conduit' && conduit.node.tone.startsWith('gap-');
    return tag(
        'g',
        gap ? { ...group, class: `${group['class']} ${conduit.node.tone}` } : group,
        tag('title', {}, escape(conduitTooltip(conduit.node))),
        cardSvg(conduit, down, within),
    );
}
