import { shiftOf } from '../../src/views/diagram/sheet/sheet-svg.ts';
import type { DrawnSheet, SheetSet } from '../../src/views/diagram/index.ts';
import { allZones, inside } from './pictures.ts';

/** The boxes of a sheet that are not wholly in the area of its drawing. */
export function cutOn({ drawing: fitted }: DrawnSheet): string[] {
    const { positioned, page, scale } = fitted;
    const { x, y } = shiftOf(fitted);
    const bands = positioned.graph.direction === 'right' ? positioned.bands : [];
    const boxes = [
        ...allZones(positioned.zones).map(({ node, rect }) => [node.id, rect] as const),
        ...positioned.conduits.map(({ node, rect }) => [node.id, rect] as const),
        ...bands.map(({ rect }) => ['a band', rect] as const),
    ];
    return boxes
        .filter(
            ([, rect]) =>
                !inside(
                    {
                        x: x + rect.x * scale,
                        y: y + rect.y * scale,
                        width: rect.width * scale,
                        height: rect.height * scale,
                    },
                    page.drawing,
                ),
        )
        .map(([name]) => name);
}

/** How much of the room for the drawing boxes cover, on average of the sheets with all that is in their zones. */
export function meanInk({ sheets }: SheetSet): number {
    const inks = sheets.flatMap(sheet =>
        sheet.kind === 'index' || sheet.kind === 'overview' ? [] : [sheet.drawing.ink],
    );
    return inks.reduce((sum, ink) => sum + ink, 0) / inks.length;
}
