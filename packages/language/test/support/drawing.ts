import { elkEngine } from '../../src/node/elk-host.ts';
import {
    layout,
    sheetsOf,
    toGraph,
    toSvg,
    type DiagramOptions,
    type LayoutAnswer,
    type LayoutEngine,
    type Positioned,
    type SheetRequest,
    type SheetSet,
    type Theme,
} from '../../src/views/diagram/index.ts';
import { load, type Loaded } from './load.ts';

/** Draws with the engine of all suites. */
export interface Drawing {
    readonly engine: LayoutEngine;
    place(loaded: Loaded, options?: DiagramOptions): Promise<Positioned>;
    draw(text: string, options?: DiagramOptions, theme?: Theme): Promise<string>;
    /**
     * The sheets of a text, which are drawn once for all suites of a process: many hold the same examples against
     * something else. No suite may change them.
     */
    sheets(text: string, request: SheetRequest): Promise<SheetSet>;
}

/** The sheets that were drawn in this process, by text and request. */
const sets = new Map<string, Promise<SheetSet>>();

/** What ELK answered in this process, as JSON, by the graph as JSON. */
const answers = new Map<string, string>();

/**
 * An engine that lays out no graph twice: many suites draw the same examples, and ELK gives the same graph the same
 * places, which `diagram-engine.test.ts` holds. What is kept is text, so that no suite sees what another one changed.
 */
function remembering(engine: LayoutEngine): LayoutEngine {
    return {
        async layout(graph, deadline) {
            const asked = JSON.stringify(graph);
            const known = answers.get(asked);
            if (known !== undefined) return JSON.parse(known) as LayoutAnswer;
            const answer = await engine.layout(graph, deadline);
            if (answer.kind === 'done') answers.set(asked, JSON.stringify(answer));
            return answer;
        },
        close: () => engine.close(),
    };
}

/**
 * One thread for all suites of a process, which ends with it. It is not warmed up: there are more starts than first
 * pictures that somebody waits for.
 */
let shared: LayoutEngine | undefined;

/** Draws for a suite. */
export function drawing(): Drawing {
    const engine = (shared ??= remembering(elkEngine({ warmUp: false })));
    const place: Drawing['place'] = (loaded, options = {}) => layout(toGraph(loaded, options), engine);
    return {
        engine,
        place,
        sheets: (text, request) => {
            const asked = JSON.stringify([text, request]);
            const known = sets.get(asked) ?? sheetsOf(load(text), {}, engine, request);
            sets.set(asked, known);
            return known;
        },
        draw: async (text, options = {}, theme = 'light') => toSvg(await place(load(text), options), theme),
    };
}

/** The ids that the groups of a picture carry. */
export function idsIn(svg: string): Set<string> {
    return new Set([...svg.matchAll(/data-id="([^"]*)"/gu)].map(found => found[1] ?? ''));
}

/** The options that name a view of a model. */
export function viewOf(loaded: Loaded, id: string): DiagramOptions {
    return { view: loaded.model.views.find(each => each.id === id) ?? null };
}
