import type { PositionedConduit } from '../layout/positioned.ts';
import { faces, sizes } from '../measure/measures.ts';
import { partCell, partLine, style, type Inside } from './drawio-cells.ts';
import { emphasisStyle, html, phaseStyle } from './drawio-parts.ts';
import { wireStyle } from './drawio-line.ts';
import { wavesCell } from './drawio-zone.ts';
import { lineWords } from './plain-words.ts';
import type { Within } from './session.ts';
import { flowOfLine } from './svg-conduit.ts';
import { colour, toneColours } from './theme.ts';

/** The words of a card: title, name and target, what flows, the medium; as high as they were measured. */
export function cardLabel(conduit: PositionedConduit, down: boolean, within: Within): string {
    const { lines } = conduit.box;
    if (lines.length === 0) return '';
    const words = lines.map((line, index) => {
        const text = html(lineWords(conduit, index, down, within));
        if (line.role === 'title')
            return (
                `<b style="font-size: ${faces.conduitTitle.size}px; line-height: ` +
                `${sizes.conduitTitleLine}px">${text}</b>`
            );
        if (line.role === 'meta' || line.role === 'more')
            return `<font color="${colour('muted', 'light')}">${text}</font>`;
        return flowOfLine(conduit, index)?.stopped ? `<s>${text}</s>` : text;
    });
    return `<div style="line-height: ${sizes.conduitLine}px">${words.join('<br>')}</div>`;
}

/** The look of a card. */
export function cardStyle({ node, box }: PositionedConduit): string {
    if (box.width <= sizes.dot)
        return style({
            rounded: node.devices.length > 0 ? 0 : 1,
            arcSize: 50,
            fillColor: colour('card', 'light'),
            strokeColor: colour(node.kind === 'undeclared' ? 'error' : 'ink', 'light'),
            strokeWidth: 1.5,
        });
    const stray = node.kind === 'undeclared';
    const gap = !stray && node.tone.startsWith('gap-') ? toneColours(node.tone, 'light') : null;
    const [first] = box.lines;
    const line = first?.role === 'title' ? sizes.conduitTitleLine : sizes.conduitLine;
    return style(
        node.ends.length > 1 ? { rounded: 1, absoluteArcSize: 1, arcSize: 10 } : {},
        {
            html: 1,
            align: 'left',
            verticalAlign: 'top',
            container: 1,
            collapsible: 0,
            fillColor: gap?.body ?? colour('card', 'light'),
            strokeColor: gap?.edge ?? colour(stray ? 'error' : node.ends.length > 1 ? 'rule' : 'line', 'light'),
            strokeWidth: gap ? 2.5 : 1,
            fontSize: faces.conduitMeta.size,
            fontColor: colour(stray ? 'error' : 'ink', 'light'),
            spacingLeft:
                Math.max(
                    0,
                    Math.round(
                        Math.min(...box.lines.map(({ x, mark, flow }) => x - (mark || flow ? sizes.flowArrow : 0))) - 2,
                    ),
                ) || 0,
            spacingTop: Math.max(0, Math.round((first?.y ?? 0) - line * 0.75 - 4)),
            dashed: stray ? 1 : 0,
        },
        phaseStyle(node.phase),
        node.emphasis === 'pale' ? emphasisStyle('pale') : {},
    );
}

const { tip } = sizes;

/** The tip of a connector, where its line leaves the picture: opposite to the side on which it comes in. */
function tipCell({ node, box, rect }: PositionedConduit, down: boolean, inside: Inside): string {
    const late = box.sides[0] === 'before';
    const along = (box.ports[late ? 'after' : 'before'][0] ?? (down ? rect.width : rect.height) / 2) - tip;
    const away = late ? (down ? rect.height : rect.width) : -tip;
    const [x, y] = down ? [rect.x + along, rect.y + away] : [rect.x + away, rect.y + along];
    const look = style(
        {
            shape: 'triangle',
            direction: down ? (late ? 'south' : 'north') : late ? 'east' : 'west',
            fillColor: colour('card', 'light'),
            strokeColor: colour('line', 'light'),
        },
        node.emphasis === 'pale' ? emphasisStyle('pale') : {},
    );
    const [width, height] = down ? [2 * tip, tip] : [tip, 2 * tip];
    return partCell({ key: `tip ${node.key}`, label: '', style: look }, inside, { x, y, width, height });
}

/** The line as it runs inside a card, the sign of a conduit without devices, and what goes through the air. */
export function cardMarks(conduit: PositionedConduit, down: boolean, inside: Inside): string[] {
    const { node, box, rect } = conduit;
    if (box.width <= sizes.dot) return [];
    const at = ({ x, y }: { x: number; y: number }): { x: number; y: number } => ({ x: rect.x + x, y: rect.y + y });
    const look = style(wireStyle(node, null), { rounded: 1 });
    const bar = style({ strokeColor: colour(node.kind === 'undeclared' ? 'error' : 'line', 'light'), strokeWidth: 3 });
    const air = box.lines.find(line => line.mark === 'wireless');
    const { capsule } = box;
    return [
        node.ends.length > 1 ? '' : tipCell(conduit, down, inside),
        ...box.wires.map((points, index) => partLine(`wire ${index} ${node.key}`, look, inside, points.map(at))),
        ...box.bars.map((points, index) => partLine(`bar ${index} ${node.key}`, bar, inside, points.map(at))),
        capsule && capsule.width > 0
            ? partCell(
                  {
                      key: `no device ${node.key}`,
                      label: '',
                      style: style({
                          rounded: 1,
                          arcSize: 50,
                          fillColor: colour('card', 'light'),
                          strokeColor: colour('ink', 'light'),
                          strokeWidth: 1.5,
                      }),
                  },
                  inside,
                  { ...at(capsule), width: capsule.width, height: capsule.height },
              )
            : '',
        air ? wavesCell(node.key, rect.x + air.x - sizes.flowArrow, rect.y + air.y - 9, inside) : '',
    ].filter(cell => cell !== '');
}
