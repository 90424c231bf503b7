import { elkEngine } from '../../src/node/elk-host.ts';
import {
    layout,
    toGraph,
    toSvg,
    type DiagramOptions,
    type LayoutEngine,
    type Positioned,
    type Theme,
} from '../../src/views/diagram/index.ts';
import { load, type Loaded } from './load.ts';

/** Draws with one engine, which is ended after the tests of the suite that asks for it. */
export interface Drawing {
    readonly engine: LayoutEngine;
    place(loaded: Loaded, options?: DiagramOptions): Promise<Positioned>;
    draw(text: string, options?: DiagramOptions, theme?: Theme): Promise<string>;
}

/** To be called inside `describe`. */
export function drawing(): Drawing {
    const engine = elkEngine();
    after(() => engine.close());
    const place: Drawing['place'] = (loaded, options = {}) =>
        layout(toGraph(loaded, options), engine, { deadline: 20_000 });
    return {
        engine,
        place,
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
