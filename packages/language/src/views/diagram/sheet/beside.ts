import type { DiagramGraph } from '../content/graph.ts';
import { legendOf, tonesOf } from '../draw/svg-legend.ts';
import { text } from '../draw/svg-marks.ts';
import { allTones } from '../draw/theme.ts';
import type { Positioned } from '../layout/positioned.ts';
import { faces } from '../measure/measures.ts';
import { wrap } from '../measure/text.ts';
import { tag } from '../../text/xml.ts';
import type { Area, Page } from './paper.ts';
import { linesBlock, registerBlocks, type Block } from './register.ts';

/** Puts blocks into columns, in order. */
export function intoColumns(
    blocks: readonly Block[],
    columns: readonly Area[],
    frame: number,
): { readonly svg: string; readonly left: readonly Block[] } {
    const parts: string[] = [];
    let next = 0;
    for (const { x, y, height } of columns) {
        let used = 0;
        for (; next < blocks.length; next++) {
            const block = blocks[next];
            if (!block || used + block.height > height / frame) break;
            parts.push(block.svg(x / frame, y / frame + used));
            used += block.height;
        }
    }
    return { svg: tag('g', { transform: `scale(${frame})` }, ...parts), left: blocks.slice(next) };
}

function legendBlock(graph: DiagramGraph, width: number): Block | null {
    const legend = legendOf(graph, tonesOf(graph, allTones), width);
    if (legend.height === 0) return null;
    return {
        height: legend.height + 24,
        svg: (x, y) => text('ls', x, y + 10, 'Legend') + legend.svg(x, y + 18),
    };
}

/** Two blocks that stay together. */
const joined = (above: Block, below: Block): Block => ({
    height: above.height + below.height,
    svg: (x, y) => above.svg(x, y) + below.svg(x, y + above.height),
});

/** Lines of the notes of a picture, for a width in pixels. */
function noteLines({ notes }: DiagramGraph, reason: string | null, width: number): string[] {
    return [...(reason === null ? [] : [reason]), ...notes].flatMap(note => wrap(note, faces.conduitMeta, width, 4));
}

/** Blocks of the legend and of the notes, as far as there are any. */
function legendAndNotes(graph: DiagramGraph, reason: string | null, width: number): Block[] {
    const legend = legendBlock(graph, width);
    const notes = noteLines(graph, reason, width).map(words => ['lm', words] as const);
    return [...(legend ? [legend] : []), ...(notes.length > 0 ? [linesBlock(notes)] : [])];
}

/** How high legend and notes are above each other, in pixels of the frame. */
export const heightBeside = (graph: DiagramGraph, width: number): number =>
    legendAndNotes(graph, null, width).reduce((sum, { height }) => sum + height, 0);

/** The width that all columns of a page have, in pixels of the frame. */
export const columnWidth = ({ columns, frame }: Page): number =>
    Math.min(...columns.map(column => column.width)) / frame;

/**
 * What is beside a drawing, in order: legend, notes, and with tags the register of its conduits. There are as many
 * blocks of any width.
 * @param width of a column, in pixels of the frame
 * @param facts the same picture with a card for each conduit; `null` without a register
 */
export function blocksBeside(positioned: Positioned, width: number, facts: DiagramGraph | null): readonly Block[] {
    const { graph, reason } = positioned;
    const head = linesBlock([['ls', 'Conduits on this sheet']], 2);
    const [first, ...entries] = facts ? registerBlocks(facts, width) : [];
    return [...legendAndNotes(graph, reason, width), ...(first ? [joined(head, first), ...entries] : [])];
}

/** True when everything beside a drawing finds its place there. */
export function isRoomBeside(positioned: Positioned, page: Page, facts: DiagramGraph): boolean {
    const blocks = blocksBeside(positioned, columnWidth(page), facts);
    return intoColumns(blocks, page.columns, page.frame).left.length === 0;
}
