import type { Point } from '../layout/positioned.ts';
import { tag } from '../../text/xml.ts';
import { cell, geometry, inches, look, type Look } from './vsdx-shape.ts';

/**
 * Lines of a Visio page as one shape, which begins at the first point and ends at the last.
 * @param strokes in pixels from the lower left corner of the page
 * @param arrow at the begin
 */
export function lineShape(
    id: number,
    key: string,
    strokes: readonly (readonly Point[])[],
    style: Look,
    arrow: boolean,
): string {
    const all = strokes.flat();
    const [left, bottom] = [Math.min(...all.map(({ x }) => x)), Math.min(...all.map(({ y }) => y))];
    const width = Math.max(...all.map(({ x }) => x)) - left;
    const height = Math.max(...all.map(({ y }) => y)) - bottom;
    const [first, last] = [all[0] ?? { x: 0, y: 0 }, all.at(-1) ?? { x: 0, y: 0 }];
    return tag(
        'Shape',
        { ID: id, Name: key, NameU: key, Type: 'Shape', LineStyle: 0, FillStyle: 0, TextStyle: 0 },
        cell('PinX', inches(left + width / 2)),
        cell('PinY', inches(bottom + height / 2)),
        cell('Width', inches(width)),
        cell('Height', inches(height)),
        cell('LocPinX', inches(width / 2)),
        cell('LocPinY', inches(height / 2)),
        cell('BeginX', inches(first.x)),
        cell('BeginY', inches(first.y)),
        cell('EndX', inches(last.x)),
        cell('EndY', inches(last.y)),
        cell('ObjType', 2),
        look(style),
        cell('BeginArrow', arrow ? 4 : 0),
        cell('EndArrow', 0),
        geometry(
            strokes.map(points => points.map(({ x, y }) => ({ x: x - left, y: y - bottom }))),
            false,
        ),
    );
}
