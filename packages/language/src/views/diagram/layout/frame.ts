import type { ConduitBox } from '../measure/conduit-box.ts';
import type { Arranged } from '../content/arranged.ts';
import type { ConduitNode, ZoneNode } from '../content/graph.ts';
import type { ZoneBox } from '../measure/zone-box.ts';

/**
 * A zone (or the whole picture) with what is in it, measured and put in layers. Layers with even numbers hold
 * zones, those with odd numbers the conduits between them.
 */
export interface Frame {
    /** `null` for the whole picture. */
    readonly zone: ZoneNode | null;
    readonly box: ZoneBox | null;
    /** The place of the zone's own assets beside the nested zones; `null` where it needs none. */
    readonly own: OwnBox | null;
    readonly frames: readonly Frame[];
    readonly conduits: readonly ConduitBox[];
    /** For each of the conduits, in the same order, the nested zones that its legs lie in. */
    readonly joints: readonly Joint[];
    /**
     * Layer of each nested zone and conduit, by key; the own assets have layer 0. A conduit without a layer is a plain
     * line.
     */
    readonly layers: ReadonlyMap<string, number>;
    /** Conduits are plain lines, since the picture has very many. */
    readonly plain: boolean;
    /** Conduits are tags, with less room around them. */
    readonly tags: boolean;
    /** Nested zones stand on different Purdue levels, so that bands make sense. */
    readonly banded: boolean;
    /** What the author says of where zones are. */
    readonly arranged: readonly Arranged[];
}

/** The own assets of a zone with nested zones, measured. */
export interface OwnBox {
    readonly width: number;
    readonly height: number;
    /** Lines lead to them, so a frame is drawn for these to end at. */
    readonly framed: boolean;
}

/** A conduit, and the ids of the frame's nested zones that its ends lie in; `null` is the frame's own assets. */
export interface Joint {
    readonly node: ConduitNode;
    readonly children: readonly (string | null)[];
    /** The same for what carries the conduit. */
    readonly docks: readonly (string | null)[];
}

/** The place that a frame takes before the layout is known, roughly for one with nested zones. */
export function roughSize(frame: Frame): { width: number; height: number } {
    const box = frame.box ?? { width: 0, height: 0, grid: null };
    if (frame.frames.length === 0) return { width: box.width, height: box.height };
    const inner = frame.frames.map(roughSize);
    const area =
        [...inner, ...frame.conduits].reduce((sum, size) => sum + (size.width + 40) * (size.height + 60), 0) +
        (box.grid ? box.grid.width * box.grid.height : 0);
    const width = Math.max(box.width, Math.sqrt(area * 1.4), ...inner.map(size => size.width + 40));
    return { width, height: area / width + box.height };
}
