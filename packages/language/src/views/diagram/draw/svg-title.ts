import type { DiagramGraph } from '../content/graph.ts';
import { faces } from '../measure/measures.ts';
import { text } from './svg-marks.ts';
import { shorten } from '../measure/text.ts';
import { tag } from '../../text/xml.ts';

/** Size of the title block, in pixels. */
export const titleBlock = { width: 380, height: 92 } as const;

const colourWords = { target: 'by target level (SL-T)', gap: 'by gap (SL-T minus SL-A)', kind: 'by kind' } as const;

/** What the colours of a picture say. */
export function colourNote(graph: DiagramGraph): string {
    return graph.colour === 'requirement' ? `by the state of ${graph.requirement ?? ''}` : colourWords[graph.colour];
}

/** The block in the lower right corner: what is drawn, whose it is, when, which revision. */
export function titleBlockSvg(graph: DiagramGraph, x: number, y: number): string {
    const { width, height } = titleBlock;
    const row = height / 3;
    const half = width / 2;
    const cell = (left: number, top: number, room: number, label: string, value: string | null): string =>
        text('bn', left + 8, top + 11.5, label) +
        text('ls', left + 8, top + 25, shorten(value ?? '–', faces.frameStrong, room - 16));
    return tag(
        'g',
        { class: 'titleblock' },
        tag('path', {
            class: 'rule',
            d:
                `M${x} ${y}h${width}v${height}h${-width}zM${x} ${y + row}h${width}M${x} ` +
                `${y + 2 * row}h${width}M${x + half} ${y + row}v${2 * row}`,
        }),
        cell(x, y, width, 'System', graph.system?.title ?? null),
        cell(x, y + row, half, 'Owner', graph.system?.owner ?? null),
        cell(x + half, y + row, half, 'View', graph.view?.title ?? 'Zones and conduits'),
        cell(x, y + 2 * row, half, 'Date', graph.date),
        cell(x + half, y + 2 * row, half, 'Revision', graph.revision),
    );
}
