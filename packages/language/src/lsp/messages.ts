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
        'colour' | 'detail' | 'direction' | 'folded' | 'trace' | 'requirement' | 'asFound' | 'date' | 'revision'
    >;
}

export interface DiagramResult {
    /** `null` when nothing could be drawn so far. */
    readonly svg: string | null;
    /** True for the last good picture of a text that has errors now. */
    readonly stale: boolean;
    /** What the reader has to know of the picture, in a sentence; `null` for nothing. */
    readonly message: string | null;
    readonly views: readonly { readonly id: string; readonly title: string }[];
    readonly requirements: readonly { readonly id: string; readonly title: string }[];
    /** True where the model has rules or observations, so that the plant as found can be shown. */
    readonly hasEvidence: boolean;
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
    /** False when no zone or conduit has a target. */
    readonly assessed: boolean;
    /**
     * How many targets there could be, one for each foundational requirement of each zone and conduit, and how many are
     * not stated.
     */
    readonly targets: { readonly all: number; readonly unstated: number };
}
