import type { Point } from '../layout/positioned.ts';

/** Angles of an arc that opens downwards, in degrees. */
const angles = [-45, -30, -15, 0, 15, 30, 45];

/** The sign of what goes through the air, as strokes in a field of 12 by 10: arcs over a point. */
export function waveStrokes(x: number, y: number): readonly (readonly Point[])[] {
    const arc = (radius: number): Point[] =>
        angles.map(degrees => {
            const angle = (degrees * Math.PI) / 180;
            return { x: x + 6 + radius * Math.sin(angle), y: y + 9.5 - radius * Math.cos(angle) };
        });
    const dot = { x: x + 5.5, y: y + 9.5 };
    return [arc(8), arc(4), [dot, { ...dot, x: x + 6.5 }]];
}
