import type { DiagramGraph } from '../content/graph.ts';
import type { Lettering } from '../draw/in-fonts.ts';
import type { PlacesFile } from '../keep/places-text.ts';
import type { Fitted } from './fit.ts';
import type { PaperName } from './paper.ts';

/** What the reader asks of a set of sheets. */
export interface SheetRequest {
    readonly paper: PaperName;
    /** Size of the smallest print, in points; 6 by default. */
    readonly least?: number | undefined;
    /** Cards where they can be read, otherwise tags, by default. */
    readonly conduits?: 'cards' | 'tags' | null;
    /** Takes one sheet for each area and zone, as a binder does, although one for all could be read. */
    readonly areas?: boolean;
    /** Places of an earlier picture, which are kept where sheets can be read with them. */
    readonly places?: PlacesFile | null;
    /** How texts are written where not every font is at hand. */
    readonly lettering?: Lettering | null;
    /** The number of the first sheet; 1 by default. */
    readonly first?: number;
}

/** A sheet with a drawing. */
export interface DrawnSheet {
    readonly kind: 'whole' | 'overview' | 'detail';
    readonly number: string;
    readonly title: string;
    readonly drawing: Fitted;
    /** Ids of the zones that it draws with what they hold. */
    readonly zones: readonly string[];
    /** The same picture with a card for each conduit, for the register beside it. */
    readonly facts: DiagramGraph;
}

/** A zone of an index, with the names of the conduits that join it to each of these zones. */
export interface IndexZone {
    readonly id: string;
    readonly name: string;
    readonly title: string;
    /** The number of its sheet. */
    readonly sheet: string;
    readonly joined: readonly (readonly string[])[];
    /** The ids of these conduits. */
    readonly conduits: readonly (readonly string[])[];
    /** True for each of these zones with which it is connected in no conduit, whatever joins the two besides. */
    readonly bare: readonly boolean[];
}

/** A sheet that lists the others, in place of an overview that could not be read. */
export interface IndexSheet {
    readonly kind: 'index';
    readonly number: string;
    readonly title: string;
    /** The detail sheets, with the conduits between each two of them. */
    readonly rows: readonly { readonly number: string; readonly title: string; readonly zones: readonly string[] }[];
    readonly joined: readonly (readonly number[])[];
    /** True for each two sheets with zones that are connected in no conduit. */
    readonly bare: readonly (readonly boolean[])[];
    /** Zones that are drawn for themselves, sheet by sheet; a mere frame around others is not one. */
    readonly crossed: readonly IndexZone[];
}

/** A sheet of a set: a drawing, or the index of the others. */
export type Sheet = DrawnSheet | IndexSheet;

/** Drawings on sheets that can be read. */
export interface SheetSet {
    readonly paper: PaperName;
    readonly sheets: readonly Sheet[];
    /** What falls short, one sentence each. */
    readonly problems: readonly string[];
    /** What is otherwise than somebody might expect, one sentence each. */
    readonly remarks: readonly string[];
}
