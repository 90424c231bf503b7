import type { LiveAnalysis } from '../project/live/index.ts';
import { requirements } from '../catalogue/index.ts';
import type { Direction, View } from '../model/index.ts';
import type { FileSystem } from '../project/index.ts';
import { hasEvidence } from '../reconcile/index.ts';
import type { DiagramGraph, LayoutEngine, Memory, PlacesFile, Positioned, ZoneNode } from '../views/diagram/index.ts';
import {
    headingOf,
    layout,
    legendDrawings,
    movedMemory,
    notesOf,
    placesText,
    practise,
    readPlaces,
    remember,
    toGraph,
    toScreenSvg,
    toSvg,
} from '../views/diagram/index.ts';
import type { DiagramParams, DiagramResult, ShownDay } from './messages.ts';
import { Few } from './few.ts';
import { conduitList, factsOf } from './picture-facts.ts';

/** What pictures are drawn with. */
export interface PictureHost {
    readonly files: FileSystem;
    engine(): LayoutEngine;
    day(): ShownDay;
    /** Lets what else is asked be answered. */
    turn(): Promise<void>;
}

/** A box that somebody moves, in pixels of the drawing; or the last move, which is taken back. */
export type Move = { readonly key: string; readonly dx: number; readonly dy: number } | { readonly back: true };

interface Pane {
    readonly width: number;
    readonly height: number;
}

/** A pane that is much wider than high may do better with levels that run to the right. */
const wide = 1.15;
/** Levels run down, as on plant drawings, unless the other way gives print that is so much larger. */
const clearly = 1.25;
/** From this scale on the smallest print can be read. */
const readable = 0.8;
/** With more zones than this the other way is not tried. */
const mostTried = 60;
/** Below this scale the print of a picture that fits its pane cannot be read: nested zones are closed. */
const leastScale = 0.35;
const mostMoves = 30;

const scaleIn = ({ width, height }: Positioned, pane: Pane): number =>
    Math.min(pane.width / width, pane.height / height);

/** The outermost zones that hold others: closed, they are the shortest picture that names every area. */
const holding = (zones: readonly ZoneNode[]): string[] =>
    zones.filter(zone => zone.zones.length > 0 || zone.folded).map(zone => zone.id);

/** The zones that are drawn closed. */
const foldedIn = (zones: readonly ZoneNode[]): string[] =>
    zones.flatMap(zone => [...(zone.folded ? [zone.id] : []), ...foldedIn(zone.zones)]);

/** The file of places of a view, beside the root of the model. */
export function placesUri(root: string, view: string | null): string {
    return root.replace(/(?:\.iacs)?$/u, `${view === null ? '' : `.${encodeURIComponent(view)}`}.places`);
}

/** The pictures of the preview: each like the one before it, so that nothing moves without a reason. */
export class Pictures {
    private readonly host: PictureHost;
    /** The last good answer to a question. */
    private readonly good = new Few<DiagramResult>();
    private readonly places = new Few<Memory>();
    /** What was read of the files of places, by their stamp. */
    private readonly read = new Few<{ readonly stamp: string; readonly places: PlacesFile | null }>();
    private readonly directions = new Few<Direction>();
    /** What stood where before each move. */
    private readonly before = new Few<readonly Memory[]>();
    private readonly closed = new Few<readonly string[]>();
    /** How often pictures were asked for. */
    private asked = 0;
    private hasPractised = false;

    constructor(host: PictureHost) {
        this.host = host;
    }

    /** Answers `iacs/diagram`. */
    async draw(analysis: LiveAnalysis | undefined, params: DiagramParams): Promise<DiagramResult> {
        this.asked++;
        const { pane, ...asked } = params;
        const key = JSON.stringify([analysis?.root ?? params.uri, asked.view, asked.theme, asked.options, !pane]);
        const known = this.good.get(key);
        if (!analysis) {
            const message = 'This file belongs to no model: no file with a system imports it.';
            return { ...(known ?? nothing(this.host.day())), stale: known !== undefined, message };
        }
        const broken = analysis.problems.filter(problem => problem.kind === 'syntax').length;
        const mistakes = (count: number): string => `The text has ${count === 1 ? 'a mistake' : `${count} mistakes`}`;
        if (broken > 0 && known)
            return { ...known, stale: true, message: `${mistakes(broken)}: this is the last good picture.` };
        const drawn = await this.fresh(analysis, params);
        const all = analysis.problems.length;
        const result =
            all > 0 ? { ...drawn, message: `${mistakes(all)}: what was not understood is missing here.` } : drawn;
        this.good.set(key, result);
        return result;
    }

    /**
     * Answers `iacs/place`: a box is moved, or the last move is taken back, and the file of places says so.
     * @returns `null` where nothing is known of the box, or nothing was moved; `uri` is `null` for a picture that has
     * no such file
     */
    async place(
        analysis: LiveAnalysis,
        params: DiagramParams,
        move: Move,
    ): Promise<{ readonly uri: string | null; readonly text: string } | null> {
        const { graph, memory: known, name } = await this.made(analysis, params, params.pane ?? null);
        const before = this.before.get(name) ?? [];
        const moved = 'back' in move ? before.at(-1) : movedMemory(known, move.key, move.dx, move.dy);
        if (!moved) return null;
        const memory = 'back' in move ? moved : remember(await layout(graph, this.host.engine(), { like: moved }));
        this.before.set(name, 'back' in move ? before.slice(0, -1) : [...before, known].slice(-mostMoves));
        this.places.set(name, memory);
        const text = placesText({ memory, detail: graph.detail });
        return {
            uri:
                params.options?.inside || params.options?.conduits === 'tags'
                    ? null
                    : placesUri(analysis.root, params.view ?? null),
            text,
        };
    }

    private async fresh(analysis: LiveAnalysis, params: DiagramParams): Promise<DiagramResult> {
        const { model, lookup } = analysis;
        const { pane = null, theme = 'auto' } = params;
        const { graph, positioned, closed } = await this.made(analysis, params, pane);
        const tagged = pane !== null && params.options?.conduits === 'tags';
        const inside = params.options?.inside ?? null;
        return {
            svg: pane ? toScreenSvg(positioned, theme) : toSvg(positioned, theme),
            stale: false,
            message: null,
            views: model.views.map(({ id, title, description }) => ({ id, title: title ?? id, description })),
            requirements: requirements.map(({ id, title }) => ({ id, title })),
            hasEvidence: hasEvidence(lookup),
            facts: [...factsOf(graph), ...(tagged ? conduitList(this.withCards(analysis, params, graph)) : [])],
            crumbs:
                inside === null
                    ? []
                    : [...lookup.chain(inside)].reverse().map(({ id, title, name }) => ({ id, title: title ?? name })),
            legend: pane ? legendDrawings(graph) : [],
            notes: notesOf(positioned),
            title: headingOf(graph),
            system: graph.system?.title ?? '',
            direction: graph.direction,
            farthest: graph.reaching?.farthest ?? 0,
            closed,
            day: this.host.day(),
        };
    }

    /** The same picture with the facts of its conduits, which tags do not have. */
    private withCards(
        analysis: LiveAnalysis,
        { view: viewId, options }: DiagramParams,
        { direction, zones }: DiagramGraph,
    ): DiagramGraph {
        const view = analysis.model.views.find(each => each.id === viewId) ?? null;
        const folded = options?.folded ?? foldedIn(zones);
        return toGraph(analysis, { ...options, view, direction, folded, conduits: 'cards' });
    }

    /** The picture with places: as they were, else as the file beside the model says, else fresh ones. */
    private async made(
        analysis: LiveAnalysis,
        { view: viewId = null, options = {}, fresh = false }: DiagramParams,
        pane: Pane | null,
    ): Promise<{
        graph: DiagramGraph;
        positioned: Positioned;
        memory: Memory;
        name: string;
        closed: readonly string[];
    }> {
        const view = analysis.model.views.find(each => each.id === viewId) ?? null;
        const shape = pane && (pane.width / pane.height >= wide ? 'wide' : 'high');
        const scope = JSON.stringify([analysis.root, viewId, options.inside, options.detail, options.conduits, shape]);
        if (fresh) {
            this.directions.delete(scope);
            this.closed.delete(scope);
        }
        let closed = options.folded ? [] : (this.closed.get(scope) ?? []);
        const graphIn = (direction: Direction | null): DiagramGraph =>
            toGraph(analysis, { ...options, view, direction, folded: options.folded ?? closed });
        const chosen =
            options.direction ??
            view?.direction ??
            this.directions.get(scope) ??
            (fresh ? null : (this.besideModel(analysis.root, viewId)?.memory.direction ?? null));
        let drawn = await this.positioned(analysis.root, view, graphIn(chosen), options, pane, fresh);
        // A second layout costs as much as the first: only where it may give print that can be read.
        const worthTrying =
            pane !== null &&
            shape === 'wide' &&
            drawn.positioned.engine !== 'grid' &&
            drawn.graph.zones.length <= mostTried &&
            scaleIn(drawn.positioned, pane) < readable;
        if (chosen === null && pane && worthTrying) {
            const other = await this.positioned(analysis.root, view, graphIn('right'), options, pane, fresh);
            if (scaleIn(other.positioned, pane) > scaleIn(drawn.positioned, pane) * clearly) drawn = other;
        }
        if (pane) {
            this.directions.set(scope, drawn.graph.direction);
            void this.practise(drawn.positioned);
        }
        const nested = options.folded || closed.length > 0 ? [] : holding(drawn.graph.zones);
        if (pane && nested.length > 0 && !view && scaleIn(drawn.positioned, pane) < leastScale) {
            closed = nested;
            this.closed.set(scope, closed);
            drawn = await this.positioned(analysis.root, view, graphIn(drawn.graph.direction), options, pane, fresh);
        }
        return { ...drawn, closed };
    }

    private async positioned(
        root: string,
        view: View | null,
        graph: DiagramGraph,
        { inside = null, conduits = 'cards' }: NonNullable<DiagramParams['options']>,
        pane: Pane | null,
        fresh: boolean,
    ): Promise<{ graph: DiagramGraph; positioned: Positioned; memory: Memory; name: string }> {
        const name = JSON.stringify([root, view?.id ?? null, inside, conduits, graph.direction, graph.detail]);
        if (fresh) this.places.delete(name);
        // The file beside the model is for cards: tags take other room.
        const beside =
            fresh || inside !== null || conduits === 'tags' ? null : this.besideModel(root, view?.id ?? null);
        const fits = beside?.memory.direction === graph.direction && beside.detail === graph.detail;
        // A picture on paper is the same whenever it is asked for.
        const like = (pane ? this.places.get(name) : undefined) ?? (fits ? beside.memory : null);
        const shape = pane ? Math.min(4, Math.max(0.4, pane.width / pane.height)) : undefined;
        const positioned = await layout(graph, this.host.engine(), {
            like,
            ...(shape === undefined ? {} : { fit: { shape } }),
        });
        const memory = remember(positioned);
        if (pane && positioned.engine !== 'grid') this.places.set(name, memory);
        return { graph, positioned, memory, name };
    }

    /** Makes the first edit of a picture as fast as a later one, while nothing is asked. */
    private async practise(positioned: Positioned): Promise<void> {
        if (this.hasPractised) return;
        this.hasPractised = true;
        const { asked } = this;
        await practise(positioned, async () => {
            await this.host.turn();
            return this.asked === asked;
        });
    }

    /** The places that are kept beside a model; `null` where there are none. */
    private besideModel(root: string, view: string | null): PlacesFile | null {
        const uri = placesUri(root, view);
        const stamp = this.host.files.stamp(uri);
        if (stamp === null) return null;
        const known = this.read.get(uri);
        if (known?.stamp !== stamp) {
            const text = this.host.files.read(uri);
            this.read.set(uri, { stamp, places: typeof text === 'string' ? readPlaces(text) : null });
        }
        return this.read.get(uri)?.places ?? null;
    }
}

/** The answer where there is nothing to draw. */
const nothing = (day: ShownDay): DiagramResult => ({
    svg: null,
    stale: false,
    message: null,
    views: [],
    requirements: [],
    hasEvidence: false,
    facts: [],
    crumbs: [],
    legend: [],
    notes: [],
    title: '',
    system: '',
    direction: 'down',
    farthest: 0,
    closed: [],
    day,
});
