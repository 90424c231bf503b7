/** The part of ELK's JSON that a diagram uses. */
export interface ElkNode {
    id: string;
    x?: number;
    y?: number;
    width?: number;
    height?: number;
    layoutOptions?: Record<string, string>;
    children?: ElkNode[];
    labels?: ElkLabel[];
    ports?: ElkNode[];
    edges?: ElkEdge[];
}

/** Text beside a box; here a place that is kept free. */
export interface ElkLabel {
    text: string;
    width: number;
    height: number;
    x?: number;
    y?: number;
    layoutOptions?: Record<string, string>;
}

/** The text of a label for what is drawn outside of its box; the room of all others belongs to the box. */
export const outsideText = 'outside';

/** A point of ELK, in pixels. */
export interface ElkPoint {
    x: number;
    y: number;
}

/** A line as ELK reads it; with sections once it is laid out. */
export interface ElkEdge {
    id: string;
    sources: string[];
    targets: string[];
    sections?: { startPoint: ElkPoint; endPoint: ElkPoint; bendPoints?: ElkPoint[] }[];
}
