import type { Direction, Lookup } from '../../../model/index.ts';
import type { DiagramContext, DiagramOptions } from '../content/options.ts';
import type { DiagramGraph } from '../content/graph.ts';
import { mostZonesWithAssets } from '../content/limits.ts';
import { withOtherDays } from '../content/phase.ts';
import { select } from '../content/select.ts';
import { toGraph } from '../content/to-graph.ts';
import type { Lettering } from '../draw/in-fonts.ts';
import type { LayoutEngine } from '../layout/engine.ts';
import { once } from '../layout/once.ts';
import { filled, manners, type Fitted, type Manner } from './fit.ts';
import type { PaperName } from './paper.ts';
import type { DrawnSheet, SheetRequest } from './sheets.ts';

/** What every sheet of a set is made with. */
export interface Maker {
    readonly paper: PaperName;
    readonly engine: LayoutEngine;
    /** Size of the smallest print, in points. */
    readonly least: number;
    readonly drawnOn: DiagramContext;
    readonly lookup: Lookup;
    /** True for the zones that the picture shows, whose ids are in {@link all}. */
    readonly shown: (zone: string) => boolean;
    readonly all: readonly string[];
    readonly withAssets: boolean;
    /** The direction that is asked for; `null` for any. */
    readonly direction: Direction | null;
    /** The name of the whole picture, and how names are written. */
    readonly whole: string;
    readonly wording: Lettering['shown'];
    graphWith(more: DiagramOptions): (how: Manner) => DiagramGraph;
    /** Ways to draw with some signs, of which those of the direction. */
    kindsOf(signs: readonly ('cards' | 'tags')[], upright: boolean): Manner[][];
    drawn(
        kind: DrawnSheet['kind'],
        number: string,
        title: string,
        drawing: Fitted,
        zones: readonly string[],
        more: DiagramOptions,
    ): DrawnSheet;
}

/** As in a single picture, assets of very many zones are drawn only when the reader or the view asks for them. */
function withDetail({ model }: DiagramContext, options: DiagramOptions, areas: boolean): DiagramOptions {
    const asked = options.detail ?? options.view?.detail ?? null;
    return { ...options, detail: asked ?? (!areas && model.zones.length > mostZonesWithAssets ? 'zones' : 'assets') };
}

/** What the sheets of a request are made with. */
export function makerOf(
    context: DiagramContext,
    asked: DiagramOptions,
    engine: LayoutEngine,
    { paper, least = 6, areas = false, lettering = null }: SheetRequest,
): Maker {
    const { context: drawnOn } = withOtherDays(context);
    const { lookup } = drawnOn;
    const view = asked.view ?? null;
    const options = withDetail(context, asked, areas);
    const direction = options.direction ?? view?.direction ?? null;
    const selection = select(lookup, view, [], []);
    const shown = (zone: string): boolean => selection.zone(zone);
    const wording: Lettering['shown'] = lettering?.shown ?? ((title, name) => title ?? name);
    const graphOf = (more: DiagramOptions): DiagramGraph => {
        const graph = toGraph(context, { ...options, ...more });
        return lettering?.graph(graph) ?? graph;
    };
    return {
        paper,
        engine: once(engine),
        least,
        drawnOn,
        lookup,
        shown,
        all: drawnOn.model.zones.filter(zone => shown(zone.id)).map(zone => zone.id),
        withAssets: options.detail === 'assets',
        direction,
        whole: view ? wording(view.title, view.name) : 'Zones and conduits',
        wording,
        graphWith:
            more =>
            ({ conduits, direction }) =>
                graphOf({ ...more, conduits, direction }),
        kindsOf: (signs, upright) =>
            signs.flatMap(sign =>
                manners[sign]
                    .map(kind =>
                        kind.filter(how => (upright || !how.portrait) && (!direction || how.direction === direction)),
                    )
                    .filter(kind => kind.length > 0),
            ),
        drawn: (kind, number, title, drawing, zones, more) => ({
            kind,
            number,
            title,
            drawing: filled(drawing),
            zones,
            facts: graphOf({ ...more, conduits: 'cards', direction: drawing.manner.direction }),
        }),
    };
}
