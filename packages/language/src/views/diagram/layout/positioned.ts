import type { HeadPlace } from './head.ts';
import type { ConduitBox } from '../measure/conduit-box.ts';
import type { AssetNode, DiagramGraph, ZoneNode } from '../content/graph.ts';
import type { BandFacts } from '../content/words.ts';
import type { CellBox, ZoneBox } from '../measure/zone-box.ts';

/** Pixels to the right and down. */
export interface Point {
    readonly x: number;
    readonly y: number;
}

/** Pixels from the left upper corner of the drawing. */
export interface Rect extends Point {
    readonly width: number;
    readonly height: number;
}

/** An asset with its place. */
export interface PositionedAsset {
    readonly node: AssetNode;
    readonly cell: CellBox;
    readonly rect: Rect;
}

/** A zone with its place and the places of all that is inside it. */
export interface PositionedZone {
    readonly node: ZoneNode;
    readonly box: ZoneBox;
    readonly rect: Rect;
    readonly assets: readonly PositionedAsset[];
    readonly head: HeadPlace;
    /** Where the zone's own assets stand beside nested zones; `null` elsewhere. */
    readonly own: (Rect & { readonly framed: boolean }) | null;
    readonly zones: readonly PositionedZone[];
    readonly bands: readonly Band[];
}

/** The line from the card of a conduit to one of its ends, as it runs. */
export interface Line {
    /** Id of the shown zone. */
    readonly end: string;
    /** The conduit ends there, or the network of the zone merely carries it. */
    readonly role: 'end' | 'carrier';
    /** From the zone to the card. */
    readonly points: readonly Point[];
}

/** A conduit with the place of its card and its lines. */
export interface PositionedConduit {
    readonly node: ConduitBox['node'];
    readonly box: ConduitBox;
    /** The card. */
    readonly rect: Rect;
    readonly lines: readonly Line[];
}

/** A Purdue level (or several rows of one) across the picture or a zone. */
export interface Band extends BandFacts {
    readonly rect: Rect;
}

/** A diagram graph with a place for everything. */
export interface Positioned {
    readonly graph: DiagramGraph;
    readonly zones: readonly PositionedZone[];
    /** All conduits, those inside zones too. */
    readonly conduits: readonly PositionedConduit[];
    readonly bands: readonly Band[];
    /** In how many strips side by side the levels run: 1, but for a long chain on a sheet of paper. */
    readonly strips: number;
    readonly width: number;
    readonly height: number;
    /** `kept` where an earlier picture gave the places, `grid` where ELK gave no answer. */
    readonly engine: 'elk' | 'kept' | 'grid';
    /** Why the grid was taken, in one sentence. */
    readonly reason: string | null;
    /** Keys of what a person has put where it is; nothing where no earlier picture gave the places. */
    readonly byHand?: ReadonlySet<string>;
}
