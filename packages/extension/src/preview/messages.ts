/**
 * What the host of the preview and its page say to each other. The page knows no zones: it shows a picture and reports
 * ids.
 */

/** What the reader has chosen to see. `null`: as the view says, or as it is by default. */
export interface Choice {
    readonly view: string | null;
    readonly colour: 'target' | 'gap' | 'kind' | null;
    readonly detail: 'assets' | 'zones' | null;
    /** A requirement whose state colours all zones. */
    readonly requirement: string | null;
    /** Lines say what was seen and what is permitted. */
    readonly asFound: boolean;
    /** Ids of zones drawn closed. */
    readonly folded: readonly string[];
    /** Ids drawn strong, the rest pale. */
    readonly trace: readonly string[];
    /** What the trace shows, in a few words; `null` without one. */
    readonly traceTitle: string | null;
}

export const firstChoice: Choice = {
    view: null,
    colour: null,
    detail: null,
    requirement: null,
    asFound: false,
    folded: [],
    trace: [],
    traceTitle: null,
};

/** Where the reader looks: the drawing is scaled, then moved. `fitted` follows the size of the window. */
export interface Place {
    readonly scale: number;
    readonly x: number;
    readonly y: number;
    readonly fitted: boolean;
}

/** What outlives a reload of the page and a restart of the window. */
export interface PageState {
    /** The file whose model is shown. */
    readonly uri: string | null;
    readonly choice: Choice;
    readonly place: Place | null;
}

export interface Named {
    readonly id: string;
    readonly title: string;
}

export interface Picture {
    readonly type: 'picture';
    readonly uri: string;
    /** In the colour theme `auto`: colours are CSS variables. */
    readonly svg: string;
    /** What the picture does not show, for instance because the text has errors; `null` when it is whole. */
    readonly notice: string | null;
    readonly views: readonly Named[];
    readonly requirements: readonly Named[];
    /** True where the model has rules or observations. */
    readonly hasEvidence: boolean;
    readonly choice: Choice;
    /** What is drawn where the choice says nothing. */
    readonly drawn: { readonly colour: string; readonly detail: string };
    readonly animate: boolean;
}

export type ToPage =
    | Picture
    /** There is nothing to draw; a sentence says why. */
    | { readonly type: 'nothing'; readonly message: string }
    | { readonly type: 'notice'; readonly message: string | null }
    /** What the cursor stands on in the text. */
    | { readonly type: 'select'; readonly ids: readonly string[] }
    /** Asks for the picture as PNG: `image` is the answer. */
    | { readonly type: 'render'; readonly to: 'file' | 'clipboard' };

export type ToHost =
    | { readonly type: 'ready' }
    | { readonly type: 'open'; readonly id: string }
    | { readonly type: 'reach'; readonly id: string }
    | { readonly type: 'choose'; readonly choice: Choice }
    | { readonly type: 'export' }
    | { readonly type: 'copied' }
    /** A data URL of a PNG. */
    | { readonly type: 'image'; readonly url: string }
    | { readonly type: 'failed'; readonly message: string };
