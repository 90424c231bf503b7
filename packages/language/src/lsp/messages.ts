import type { Range } from 'vscode-languageserver';
import type { DiagramOptions, Theme } from '../views/diagram/index.ts';

/** Says that models have changed, so that pictures, reports and levels are asked for anew. */
export type ChangedNotification = 'iacs/changed';

/** `iacs/diagram`: draws the model of a file. */
export interface DiagramParams {
    readonly uri: string;
    readonly theme?: Theme;
    /** The name of a view of the model. */
    readonly view?: string | null;
    readonly options?: Pick<
        DiagramOptions,
        | 'colour'
        | 'detail'
        | 'direction'
        | 'conduits'
        | 'folded'
        | 'trace'
        | 'requirement'
        | 'asFound'
        | 'date'
        | 'revision'
        | 'cut'
        | 'assumed'
        | 'reach'
        | 'path'
        | 'inside'
    >;
    /**
     * The room that the picture is made for, in pixels: it is drawn for a screen, without what belongs on paper, and
     * with levels that run the way that gives the larger print.
     */
    readonly pane?: { readonly width: number; readonly height: number };
    /** Gives everything a new place, and forgets those that were remembered. */
    readonly fresh?: boolean;
}

/** A line of what is said beside a picture. */
export interface FactRow {
    readonly text: string;
    /** Ids of what it speaks of, the first of them to go to. */
    readonly ids: readonly string[];
    /** What becomes of a function, three-valued; `plain` for all other lines. */
    readonly look: 'lost' | 'not-said' | 'degraded' | 'kept' | 'plain';
    /** A short word before the text: hops, a step of a path. */
    readonly mark: string | null;
}

/** Lines under one heading beside a picture. */
export interface FactGroup {
    readonly title: string;
    readonly rows: readonly FactRow[];
}

/** A picture for the preview, with what is shown beside it. */
export interface DiagramResult {
    /** `null` when nothing could be drawn so far. */
    readonly svg: string | null;
    /** True for the last good picture of a text that has errors now. */
    readonly stale: boolean;
    /** What the reader has to know of the picture, in a sentence; `null` for nothing. */
    readonly message: string | null;
    readonly views: readonly {
        readonly id: string;
        readonly title: string;
        readonly description: string | null;
    }[];
    readonly requirements: readonly { readonly id: string; readonly title: string }[];
    /** True where the model has rules or observations, so that the plant as found can be shown. */
    readonly hasEvidence: boolean;
    /** What is said beside the picture: a supposed case, a reach, a path. */
    readonly facts: readonly FactGroup[];
    /** The chain of zones down to the one that is drawn alone, outermost first; empty for the whole. */
    readonly crumbs: readonly { readonly id: string; readonly title: string }[];
    /**
     * What the signs mean, each as an SVG without a style sheet; none without a picture, and for pictures on paper.
     */
    readonly legend: readonly string[];
    /** What belongs to the picture and is not in it on a screen: the notes of its foot. */
    readonly notes: readonly string[];
    readonly title: string;
    /** What the system is called; empty without one. */
    readonly system: string;
    readonly direction: 'down' | 'right';
    /** The hops of the farthest that a reach knows, however many are shown; 0 without one. */
    readonly farthest: number;
    /** Ids of the zones drawn closed although nobody asked for it, since the pane has no room. */
    readonly closed: readonly string[];
    readonly day: ShownDay;
}

/** The day on which models are judged. */
export interface ShownDay {
    readonly day: string;
    /** That of the clock. */
    readonly today: string;
}

/** `iacs/day`: chooses the day on which models are judged; `null` for today. Answers with the one that holds. */
export interface DayParams {
    readonly day: string | null;
}

/** `iacs/days`: the days on which something of a model changes, in order, with what. */
export interface DayItem {
    readonly day: string;
    readonly what: readonly string[];
}

/**
 * `iacs/reach`: what an asset or zone reaches over the declared flows, what reaches it, and the flows between these.
 * Ids.
 */
export interface ReachResult {
    readonly reaches: readonly string[];
    readonly reachedBy: readonly string[];
    readonly flows: readonly string[];
}

/** `iacs/locate`: where an element stands, by its id, in the model of a file. */
export interface LocateResult {
    readonly uri: string;
    readonly range: Range;
}

/** `iacs/pathBetween`: the ids of a path and what it is called, or a sentence where no path is known. */
export type PathBetween =
    | { readonly ids: readonly string[]; readonly title: string; readonly none?: never }
    | { readonly none: string };

/** `iacs/status`: the model of a file in a line. */
export interface StatusResult {
    readonly system: string;
    /** The file with the system of this model. */
    readonly root: string;
    readonly errors: number;
    readonly warnings: number;
    /** The zone or conduit with the largest gap that is known; `null` where there is none. */
    readonly worst: { readonly id: string; readonly gap: number } | null;
    /** How many zones and conduits are below a target only because nothing says whether requirements are met. */
    readonly notAssessed: number;
    /**
     * How many zones and conduits reach their target by claims that the model contradicts. Counted where no gap is
     * known and everything is assessed: else there is something worse to say, and it would be counted at each key.
     */
    readonly contradicted: number;
    /** False when no zone or conduit has a target. */
    readonly assessed: boolean;
    /**
     * How many targets there could be, one for each foundational requirement of each zone and conduit, and how many are
     * not stated.
     */
    readonly targets: { readonly all: number; readonly unstated: number };
}
