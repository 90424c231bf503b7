/**
 * What the host of the preview and its page say to each other. The page knows no zones: it shows a picture and reports
 * ids.
 */
import type { DiagramResult } from 'iacs-language/lsp';

/** Who reaches whom from one element, as far as the reader wants to see it. */
export interface ReachChoice {
    readonly id: string;
    readonly side: 'both' | 'out' | 'in';
    /** At most so many hops; `null` for all. */
    readonly depth: number | null;
}

/** What the reader has chosen to see. `null`: as the view says, or as it is by default. */
export interface Choice {
    readonly view: string | null;
    readonly colour: 'target' | 'gap' | 'kind' | null;
    readonly detail: 'assets' | 'zones' | null;
    /** Which way the levels run; `null` for what the shape of the pane says. */
    readonly direction: 'down' | 'right' | null;
    /** Conduits as cards with their facts, or as tags, whose facts are in a list beside the picture. */
    readonly conduits: 'cards' | 'tags';
    /** A requirement whose state colours all zones. */
    readonly requirement: string | null;
    /** Lines say what was seen and what is permitted. */
    readonly asFound: boolean;
    /** Ids of zones drawn closed; `null` for what the room says. */
    readonly folded: readonly string[] | null;
    /** Ids drawn strong, the rest pale. */
    readonly trace: readonly string[];
    /** What the trace shows, in a few words; `null` without one. */
    readonly traceTitle: string | null;
    /** Ids of what is cut, and of what is assumed to be compromised. */
    readonly cut: readonly string[];
    readonly assumed: readonly string[];
    readonly reach: ReachChoice | null;
    /** Ids of the two ends of a path. */
    readonly path: { readonly from: string; readonly to: string } | null;
    /** The id of the zone that is drawn alone. */
    readonly inside: string | null;
}

/** What Escape takes back: everything that is asked of the picture, not what it is a picture of. */
export const nothingAsked = { trace: [], traceTitle: null, cut: [], assumed: [], reach: null, path: null } as const;

export const firstChoice: Choice = {
    view: null,
    colour: null,
    detail: null,
    direction: null,
    conduits: 'cards',
    requirement: null,
    asFound: false,
    folded: null,
    ...nothingAsked,
    inside: null,
};

/** True where something is asked of the picture that Escape takes back. */
export const isAsking = ({ trace, cut, assumed, reach, path }: Choice): boolean =>
    trace.length + cut.length + assumed.length > 0 || reach !== null || path !== null;

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
    readonly choice: Partial<Choice>;
    readonly place: Place | null;
    /** Names of layers that are hidden. */
    readonly hidden?: readonly string[];
}

export interface Named {
    readonly id: string;
    readonly title: string;
}

/** The room that the page has for the picture, in pixels. */
export interface Pane {
    readonly width: number;
    readonly height: number;
}

export interface Picture extends Omit<DiagramResult, 'svg' | 'stale' | 'message'> {
    readonly type: 'picture';
    readonly uri: string;
    /** In the colour theme `auto`: colours are CSS variables. */
    readonly svg: string;
    /** What the picture does not show, for instance because the text has errors; `null` when it is whole. */
    readonly notice: string | null;
    readonly choice: Choice;
    /** What is drawn where the choice says nothing. */
    readonly drawn: { readonly colour: string; readonly detail: string };
    readonly animate: boolean;
}

/** Moves the reader's choice: from the editor's own menus, which know the element that was clicked. */
export type Gesture = 'cut' | 'assume' | 'reach' | 'path' | 'inside' | 'fold';

export type ToPage =
    | Picture
    /** There is nothing to draw; a sentence says why. */
    | { readonly type: 'nothing'; readonly message: string }
    | { readonly type: 'notice'; readonly message: string | null }
    /** What the cursor stands on in the text. */
    | { readonly type: 'select'; readonly ids: readonly string[] }
    | { readonly type: 'gesture'; readonly gesture: Gesture; readonly id: string }
    /** What a line that hangs on the pointer would do: in a line what it would be, then what follows. */
    | {
          readonly type: 'would';
          readonly from: string;
          readonly to: string;
          readonly title: string;
          readonly effects: readonly string[];
      }
    /** A line hangs from an element: the menu was opened on it. */
    | { readonly type: 'hang'; readonly from: string }
    /** Asks for a picture as PNG: `image` is the answer. */
    | { readonly type: 'render'; readonly to: 'file' | 'clipboard'; readonly svg: string };

export type ToHost =
    | { readonly type: 'ready'; readonly pane: Pane }
    /** The shape of the pane has changed. */
    | { readonly type: 'pane'; readonly pane: Pane }
    | { readonly type: 'open'; readonly id: string }
    | { readonly type: 'choose'; readonly choice: Choice }
    /** A box was moved by so many pixels of the drawing. */
    | { readonly type: 'move'; readonly key: string; readonly dx: number; readonly dy: number }
    /** A line hangs between two assets: `would` is the answer. */
    | { readonly type: 'wouldDraw'; readonly from: string; readonly to: string }
    /** The line was let go: it becomes a flow. */
    | { readonly type: 'draw'; readonly from: string; readonly to: string }
    /** The last move is taken back. */
    | { readonly type: 'moveBack' }
    /** Everything gets a new place. */
    | { readonly type: 'fresh' }
    /** What is supposed is written into a view. */
    | { readonly type: 'writeCase' }
    /** Shows the model of today again. */
    | { readonly type: 'today' }
    /** The words were not found in the picture: looks for them in the model. */
    | { readonly type: 'find'; readonly words: string }
    | { readonly type: 'export' }
    | { readonly type: 'copied' }
    /** A data URL of a PNG. */
    | { readonly type: 'image'; readonly url: string }
    | { readonly type: 'failed'; readonly to: 'file' | 'clipboard'; readonly message: string };
