import type { DiagramContext, DiagramGraph, DiagramOptions } from '../content/graph.ts';
import type { Lookup } from '../../../model/index.ts';
import { mostZonesWithAssets } from '../content/limits.ts';
import type { PlacesFile } from '../keep/places-text.ts';
import { withOtherDays } from '../content/phase.ts';
import { select } from '../content/select.ts';
import { toGraph } from '../content/to-graph.ts';
import type { Lettering } from '../draw/in-fonts.ts';
import type { LayoutEngine } from '../layout/engine.ts';
import { bestOn, fitOn, manners, overviewManners, type Fitted, type Manner } from './fit.ts';
import { keptOn } from './kept.ts';
import { papers, type PaperName } from './paper.ts';
import { grouped, unitsOf, type Group, type Unit } from './split.ts';

/** What the reader asks of a set of sheets. */
export interface SheetRequest {
    readonly paper: PaperName;
    /** Size of the smallest print, in points; 6 by default. */
    readonly least?: number | undefined;
    /** Cards where they can be read, otherwise tags, by default. */
    readonly conduits?: 'cards' | 'tags' | null;
    /** Takes one sheet for each area and zone, as a binder does, although one for all could be read. */
    readonly areas?: boolean;
    /** Places of an earlier picture, which are kept where it can be read on one sheet. */
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

/** A sheet that lists the others, in place of an overview that could not be read. */
export interface IndexSheet {
    readonly kind: 'index';
    readonly number: string;
    readonly title: string;
    /** The detail sheets, with the conduits between each two of them. */
    readonly rows: readonly { readonly number: string; readonly title: string; readonly zones: readonly string[] }[];
    readonly joined: readonly (readonly number[])[];
}

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

/** Smallest print of a set, in points, where one sheet is not enough: there is room then. */
const leastInSets = 7;
/** Zones on one sheet of paper, by the room that they take in square pixels at 7 points on A3. */
const usualCapacity = 330_000;
/** More zones than this are never drawn on one sheet: nobody could follow their conduits. */
const mostZones = 60;
/** With more crossings than this an overview says less than a list. */
const mostCrossings = 8;

/** Where zones take more than so many times the usual room, one sheet is not tried. */
const hopelessly = 1.4;

/** The room on one sheet, in square pixels of zones, at a size of print. */
function capacityFor(paper: PaperName, print: number): number {
    const { width, height } = papers[paper];
    return (usualCapacity * width * height * (7 / print) ** 2) / (papers.a3.width * papers.a3.height);
}

/** With more crossings than this on one sheet, several are clearer. */
const mostOnOne = 20;

interface Part {
    readonly zones: readonly string[];
    readonly title: string;
    readonly order: number;
    readonly rank: number;
    readonly fitted: Fitted;
}

const titleOf = (unit: Unit, alone: boolean, shown: Lettering['shown']): string =>
    shown(unit.zone.title, unit.zone.name) + (alone && unit.order === 0 ? ' (without its nested zones)' : '');

function groupTitle({ units }: Group, shown: Lettering['shown']): string {
    const names = units.map(unit => titleOf(unit, units.length === 1, shown));
    const more = names.length - 3;
    return names.slice(0, 3).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

const ranks: Readonly<Record<string, number>> = {
    external: 6,
    enterprise: 4,
    dmz: 3.5,
    operations: 3,
    control: 2,
    safety: 1,
    field: 0,
};

function rankOf(unit: Unit, lookup: Lookup): number {
    const [kind, level] = [lookup.kindOf(unit.zone.id), lookup.purdueOf(unit.zone.id)];
    if (kind === 'external') return 6;
    return level !== null ? Number(level) : (ranks[kind ?? ''] ?? -1);
}

/**
 * Puts the picture of a model on sheets of paper, so that all its texts can be read: on one where that is enough, with
 * cards or with tags and a register, its levels down or to the right; otherwise an overview, and a sheet for each group
 * of zones that belong together, whose conduits to others lead to connectors with the number of the other sheet.
 * @param options what the picture shows; its direction is kept where it says one
 */
export async function sheetsOf(
    context: DiagramContext,
    asked: DiagramOptions,
    engine: LayoutEngine,
    {
        paper,
        least = 6,
        conduits = null,
        areas = false,
        places = null,
        lettering = null,
        first: start = 1,
    }: SheetRequest,
): Promise<SheetSet> {
    const { context: drawnOn } = withOtherDays(context);
    const { lookup } = drawnOn;
    const view = asked.view ?? null;
    const options = withDetail(context, asked, areas);
    const direction = options.direction ?? view?.direction ?? null;
    const selection = select(lookup, view, [], []);
    const shown = (zone: string): boolean => selection.zone(zone);
    const all = drawnOn.model.zones.filter(zone => shown(zone.id)).map(zone => zone.id);
    const withAssets = options.detail === 'assets';
    const problems: string[] = [];
    const remarks: string[] = [];

    const kindsOf = (signs: readonly ('cards' | 'tags')[], upright: boolean): Manner[][] =>
        signs.flatMap(sign =>
            manners[sign]
                .map(kind =>
                    kind.filter(how => (upright || !how.portrait) && (!direction || how.direction === direction)),
                )
                .filter(kind => kind.length > 0),
        );
    const graphOf = (more: DiagramOptions): DiagramGraph => {
        const graph = toGraph(context, { ...options, ...more });
        return lettering?.graph(graph) ?? graph;
    };
    const wording: Lettering['shown'] = lettering?.shown ?? ((title, name) => title ?? name);
    const graphWith =
        (more: DiagramOptions) =>
        ({ conduits, direction }: Manner): DiagramGraph =>
            graphOf({ ...more, conduits, direction });
    const signs: readonly ('cards' | 'tags')[] = conduits === null ? ['cards', 'tags'] : [conduits];
    const setSign: readonly ('cards' | 'tags')[] = [conduits ?? 'tags'];
    const drawn = (
        kind: DrawnSheet['kind'],
        number: string,
        title: string,
        drawing: Fitted,
        zones: readonly string[],
        more: DiagramOptions,
    ): DrawnSheet => ({
        kind,
        number,
        title,
        drawing,
        zones,
        facts: graphOf({ ...more, conduits: 'cards', direction: drawing.manner.direction }),
    });

    const whole = view ? wording(view.title, view.name) : 'Zones and conduits';
    const withAreas = unitsOf(lookup, shown, withAssets);
    const total = withAreas.reduce((sum, unit) => sum + unit.weight, 0);
    const hopeless = total > hopelessly * capacityFor(paper, least);
    const kept =
        places && !areas && conduits !== 'tags'
            ? await keptOn(paper, places, direction, graphWith({}), engine, least)
            : null;
    if (kept && 'fitted' in kept)
        return { paper, sheets: [drawn('whole', String(start), whole, kept.fitted, all, {})], problems, remarks };
    if (kept) remarks.push(kept.remark);
    else if (places && !areas) remarks.push('The remembered places are not used on sheets with tags.');
    if (all.length <= mostZones && !areas && !(hopeless && all.length > 1)) {
        // Upright only where it stays the only sheet.
        const fitted = await bestOn(paper, kindsOf(signs, true), graphWith({}), engine, least);
        const clear = fitted.crossings <= mostOnOne || all.length < 3;
        if ((fitted.print >= least && clear) || all.length < 2) {
            if (fitted.print < least) problems.push(tooSmall(whole, fitted));
            return { paper, sheets: [drawn('whole', String(start), whole, fitted, all, {})], problems, remarks };
        }
    }

    const aim = areas ? least : Math.max(least, leastInSets);
    const capacity = capacityFor(paper, aim);
    const kinds = kindsOf(setSign, false);
    const parts: Part[] = [];

    async function cut(units: readonly Unit[], most: number): Promise<void> {
        for (const group of grouped(units, lookup, most)) {
            const zones = group.units.flatMap(unit => unit.zones);
            const more = { only: zones, sheetOf: (zone: string) => (zones.includes(zone) ? null : '00') };
            const fitted = await bestOn(paper, kinds, graphWith(more), engine, aim, all.length > mostZones);
            const [first, ...others] = group.units;
            if (!first) continue;
            const inner = first.order === 0 ? [] : lookup.zonesIn(first.zone.id).filter(zone => shown(zone.id));
            if (fitted.print < aim && others.length > 0) await cut(group.units, group.weight * 0.6);
            else if (fitted.print < aim && inner.length > 0)
                await cut(unitsOf(lookup, shown, withAssets, first.zone), most);
            else
                parts.push({
                    zones,
                    title: groupTitle(group, wording),
                    order: all.indexOf(zones[0] ?? ''),
                    rank: Math.max(...group.units.map(unit => rankOf(unit, lookup))),
                    fitted,
                });
        }
    }

    if (areas) for (const unit of withAreas) await area(unit);
    else await cut(withAreas, total > 2 * capacity ? capacity : total * 0.6);
    if (!areas) parts.sort((a, b) => b.rank - a.rank || a.order - b.order);

    /** The sheet of an area, then one for each zone in it that has no zones itself. */
    async function area(unit: Unit): Promise<void> {
        const before = parts.length;
        await cut([unit], Infinity);
        const together = parts.slice(before).filter(part => part.zones.length > 1);
        const inner = together.flatMap(part => part.zones).flatMap(id => lookup.zone(id) ?? []);
        for (const zone of inner) {
            if (zone.id === unit.zone.id || lookup.zonesIn(zone.id).some(each => shown(each.id))) continue;
            await cut([{ zone, zones: [zone.id], weight: 0, order: 1 }], Infinity);
        }
    }

    const numbers = new Map<string, string>();
    parts.forEach(({ zones }, index) => {
        for (const zone of zones) numbers.set(zone, String(start + index + 1));
    });
    const sheetOf =
        (here: string) =>
        (zone: string): string | null => {
            const number = numbers.get(zone) ?? null;
            return number === here ? null : number;
        };

    const details: DrawnSheet[] = [];
    for (const [index, { zones, title, fitted }] of parts.entries()) {
        const number = String(start + index + 1);
        const more = { only: zones, sheetOf: sheetOf(number) };
        const drawing = await fitOn(paper, fitted.manner, graphWith(more)(fitted.manner), engine);
        if (drawing.print < least) problems.push(tooSmall(`Sheet ${number}, ${title}`, drawing));
        details.push(drawn('detail', number, title, drawing, zones, more));
    }
    return { paper, sheets: [await overview(), ...details], problems, remarks };

    /** The overview that shows most of those that can be read; an index where none can. */
    async function overview(): Promise<Sheet> {
        if (places && areas) {
            const more = { sheetOf: sheetOf(String(start)) };
            const kept = await keptOn(paper, places, direction, graphWith(more), engine, least, true);
            remarks.push(
                'remark' in kept
                    ? kept.remark
                    : 'The remembered places are used on the overview; sheets of areas and zones are laid out anew.',
            );
            if ('fitted' in kept) return drawn('overview', String(start), `${whole}: overview`, kept.fitted, [], more);
        }
        const outer = withAreas.map(unit => unit.zone.id);
        const nested = outer.filter(id => lookup.zonesIn(id).some(zone => shown(zone.id)));
        const tries: { options: DiagramOptions; count: number }[] = [
            { options: areas ? {} : { detail: 'zones' }, count: all.length },
            { options: { detail: 'zones' }, count: all.length },
            { options: { detail: 'zones', folded: nested }, count: outer.length },
        ];
        for (const { options: tried, count } of tries) {
            if (count > mostZones) continue;
            const more = { ...tried, sheetOf: sheetOf(String(start)) };
            const kind = overviewManners.map(each => each.filter(how => !direction || how.direction === direction));
            const fitted = await bestOn(paper, kind, graphWith(more), engine, least);
            if (fitted.print >= least && fitted.crossings <= mostCrossings)
                return drawn('overview', String(start), `${whole}: overview`, fitted, [], more);
        }
        return indexOf(details, drawnOn, whole, String(start), wording);
    }
}

/** As in a single picture, assets of very many zones are drawn only when the reader or the view asks for them. */
function withDetail({ model }: DiagramContext, options: DiagramOptions, areas: boolean): DiagramOptions {
    const asked = options.detail ?? options.view?.detail ?? null;
    return { ...options, detail: asked ?? (!areas && model.zones.length > mostZonesWithAssets ? 'zones' : 'assets') };
}

const tooSmall = (what: string, { print }: Fitted): string =>
    `${what}: the smallest print is ${print.toFixed(1)} pt; a larger sheet or a view of fewer zones has larger print.`;

/** What lists the detail sheets, and how many conduits join each two. */
function indexOf(
    details: readonly DrawnSheet[],
    { lookup, model }: DiagramContext,
    whole: string,
    number: string,
    shown: Lettering['shown'],
): IndexSheet {
    const place = new Map(details.flatMap(({ zones }, index) => zones.map(zone => [zone, index] as const)));
    const joined = details.map(() => details.map(() => 0));
    for (const { between } of model.conduits) {
        const sheets = [...new Set(between.map(end => place.get(end.id)))].filter(index => index !== undefined);
        for (const a of sheets)
            for (const b of sheets) {
                const row = joined[a];
                if (row && (a !== b || sheets.length === 1)) row[b] = (row[b] ?? 0) + 1;
            }
    }
    return {
        kind: 'index',
        number,
        title: `${whole}: index of sheets`,
        rows: details.map(({ number, title, zones }) => ({
            number,
            title,
            zones: zones.map(zone => shown(null, lookup.zone(zone)?.name ?? zone)),
        })),
        joined,
    };
}
