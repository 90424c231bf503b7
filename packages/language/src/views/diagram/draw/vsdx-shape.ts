import type { Point } from '../layout/positioned.ts';
import { tag } from '../../text/xml.ts';
import type { Dash } from './plain-item.ts';

/** How a shape of a Visio page looks; sizes in pixels of the drawing. */
export interface Look {
    readonly fill: string | null;
    readonly line: string | null;
    readonly weight?: number;
    readonly dash?: Dash;
    readonly rounding?: number;
}

/** The words of a shape. */
export interface Words {
    readonly lines: readonly string[];
    readonly size: number;
    readonly bold?: boolean;
    readonly middle?: boolean;
    readonly colour?: string;
    /** From the left edge, in pixels. */
    readonly left?: number;
    /** At the top of the shape, otherwise in its middle. */
    readonly top?: boolean;
}

/** Pixels of a drawing for an inch of paper. */
const perInch = 96;
export const inches = (pixels: number): string => String(Math.round((pixels / perInch) * 1e4) / 1e4);

export const cell = (name: string, value: string | number, formula?: string): string =>
    tag('Cell', { N: name, V: String(value), F: formula });

/** The numbers of line patterns in Visio. */
const patterns: Readonly<Record<Dash, number>> = { solid: 1, dashed: 2, dotted: 3 };

/** What a shape looks like, as cells. */
export function look({ fill, line, weight = 1, dash = 'solid', rounding = 0 }: Look): string {
    return [
        cell('FillForegnd', fill ?? '#ffffff'),
        cell('FillPattern', fill === null ? 0 : 1),
        cell('LineColor', line ?? '#000000'),
        cell('LinePattern', line === null ? 0 : patterns[dash]),
        cell('LineWeight', inches(weight)),
        cell('Rounding', inches(rounding)),
    ].join('');
}

/** Strokes from point to point, in pixels from the lower left corner of their shape. */
export function geometry(strokes: readonly (readonly Point[])[], filled: boolean): string {
    const rows = strokes.flatMap(points =>
        points.map(({ x, y }, index) => ({ type: index === 0 ? 'MoveTo' : 'LineTo', x, y })),
    );
    return tag(
        'Section',
        { N: 'Geometry', IX: 0 },
        cell('NoFill', filled ? 0 : 1),
        cell('NoLine', 0),
        ...rows.map(({ type, x, y }, index) =>
            tag('Row', { T: type, IX: index + 1 }, cell('X', inches(x)), cell('Y', inches(y))),
        ),
    );
}
