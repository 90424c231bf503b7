import type { Rect } from '../layout/positioned.ts';

/** How a line or border runs. */
export type Dash = 'solid' | 'dashed' | 'dotted';

/** A box, a text or a sign of the frame around a drawing, for programs in which people draw on. */
export interface FrameItem {
    readonly rect: Rect;
    readonly fill: string | null;
    readonly line: string | null;
    readonly dash: Dash;
    /** Of the line, in pixels. */
    readonly weight: number;
    /** Radius of the corners. */
    readonly rounding: number;
    readonly words: readonly string[];
    readonly size: number;
    readonly bold: boolean;
    /** The words are in the middle of the box, in this colour; `null` for ink, from the left. */
    readonly centred: string | null;
    /** A sign that is no box. */
    readonly sign: 'wireless' | null;
}

const plain: Omit<FrameItem, 'rect'> = {
    fill: null,
    line: null,
    dash: 'solid',
    weight: 1,
    rounding: 0,
    words: [],
    size: 10,
    bold: false,
    centred: null,
    sign: null,
};

/** An item with what differs from nothing at all. */
export const item = (rect: Rect, look: Partial<Omit<FrameItem, 'rect'>>): FrameItem => ({ ...plain, ...look, rect });
