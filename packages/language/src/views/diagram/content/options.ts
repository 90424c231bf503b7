import type { Assessment } from '../../../assessment/index.ts';
import type { Colouring, Detail, Direction, Lookup, Model, View } from '../../../model/index.ts';
import type { Finding } from '../../../rules/engine/finding.ts';
import type { ConduitSign } from './graph.ts';
import type { ReachAsked } from './reaching.ts';

/** What a diagram is drawn from. */
export interface DiagramContext {
    /** As it is on the day. */
    readonly model: Model;
    /** All that the text says; what is planned and what is retired is drawn from it. Left out: nothing of that. */
    readonly whole?: Model;
    readonly lookup: Lookup;
    readonly assessment: Assessment;
    readonly findings: readonly Finding[];
}

/** What the reader wishes to see. What is left out, or `null`, is as the view says, or as it is by default. */
export interface DiagramOptions {
    readonly view?: View | null;
    /** What the colour of a zone says; `target` by default. */
    readonly colour?: Colouring | null;
    /** `assets` by default. */
    readonly detail?: Detail | null;
    /** `down` by default: Purdue levels from top to bottom. */
    readonly direction?: Direction | null;
    /**
     * Ids of the zones of one sheet of a set: only these are drawn with what they hold, of those that the view shows.
     * Frames around them are drawn without it.
     */
    readonly only?: readonly string[] | null;
    /** The sheet on which a zone is drawn in full, in a set of sheets; `null` where there is none. */
    readonly sheetOf?: ((zone: string) => string | null) | null;
    /** Ids of zones to draw closed, without what is inside. */
    readonly folded?: readonly string[];
    /**
     * Ids to draw strong besides those that the view names, the rest pale. Assets and flows stand for their zones and
     * conduits too.
     */
    readonly trace?: readonly string[];
    /** A requirement id, `SR 1.1`: zones are coloured by its state there, in place of `colour`. */
    readonly requirement?: string | null;
    /** Ids of conduits, zones and assets that are cut, besides those of the view. */
    readonly cut?: readonly string[];
    /** Ids of assets and zones that are assumed to be compromised, besides those of the view. */
    readonly assumed?: readonly string[];
    /** Who reaches whom from one place. */
    readonly reach?: ReachAsked | null;
    /** Ids of the two ends between which the shortest path is drawn, besides that of the view. */
    readonly path?: { readonly from: string; readonly to: string } | null;
    /** The id of a zone that is drawn alone with all it holds, its neighbours around it. */
    readonly inside?: string | null;
    /** Shows what was seen and what is permitted beside what is declared, where the model has rules or observations. */
    readonly asFound?: boolean;
    /** Conduits as cards with their facts, or as tags with their names, beside which a register has the facts. */
    readonly conduits?: ConduitSign;
    /** For the title block, as given; nothing is taken from a clock. */
    readonly date?: string | null;
    readonly revision?: string | null;
    /** How many assets are drawn one by one before assets of a type are drawn together; 400 by default. */
    readonly assetLimit?: number;
}
