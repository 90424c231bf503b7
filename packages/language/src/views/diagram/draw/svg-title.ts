import type { DiagramGraph } from '../content/graph.ts';
import { faces } from '../measure/measures.ts';
import { text } from './svg-marks.ts';
import { wrap } from '../measure/text.ts';
import { number, tag } from '../../text/xml.ts';

/** The title block of a picture, in pixels: a row is as tall as what it says takes. */
export const titleBlock = { width: 380, row: 92 / 3, line: 13, most: 6 } as const;

const colourWords = { target: 'by target level (SL-T)', gap: 'by gap (SL-T minus SL-A)', kind: 'by kind' } as const;

/** What the colours of a picture say. */
export function colourNote(graph: DiagramGraph): string {
    return graph.colour === 'requirement' ? `by the state of ${graph.requirement ?? ''}` : colourWords[graph.colour];
}

/** The block in the lower right corner: what is drawn, whose it is, when, which revision. */
export function titleBlockOf(graph: DiagramGraph): {
    readonly height: number;
    readonly svg: (x: number, y: number) => string;
} {
    const { width, row, line, most } = titleBlock;
    const half = width / 2;
    const rows = (
        [
            [['System', graph.system?.title ?? null]],
            [
                ['Owner', graph.system?.owner ?? null],
                ['View', graph.view?.title ?? 'Zones and conduits'],
            ],
            [
                ['Date', graph.date],
                ['Revision', graph.revision],
            ],
        ] as const
    ).map(cells => {
        const room = width / cells.length - 16;
        const set = cells.map(([label, value]) => ({
            label,
            lines: wrap(value ?? '–', faces.frameStrong, room, most, 'with hyphens'),
        }));
        return { set, height: row + (Math.max(1, ...set.map(({ lines }) => lines.length)) - 1) * line };
    });
    const height = rows.reduce((sum, each) => sum + each.height, 0);
    const svg = (x: number, y: number): string => {
        const parts: string[] = [];
        let [top, rules] = [y, ''];
        rows.forEach(({ set, height: tall }, index) => {
            set.forEach(({ label, lines }, column) => {
                const left = x + column * half + 8;
                parts.push(
                    text('bn', left, top + 11.5, label),
                    ...lines.map((words, at) => text('ls', left, top + 25 + at * line, words)),
                );
            });
            top += tall;
            if (index < rows.length - 1) rules += `M${x} ${number(top)}h${width}`;
        });
        const first = y + (rows[0]?.height ?? 0);
        rules += `M${x + half} ${number(first)}v${number(y + height - first)}`;
        const d = `M${x} ${number(y)}h${width}v${number(height)}h${-width}z${rules}`;
        return tag('g', { class: 'titleblock' }, tag('path', { class: 'rule', d }), ...parts);
    };
    return { height, svg };
}
