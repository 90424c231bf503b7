import type { Lookup } from '../../../model/index.ts';
import type { Lettering } from '../draw/in-fonts.ts';
import { faces } from '../measure/measures.ts';
import { widthOf } from '../measure/text.ts';
import { divisionsOf, type Division } from './divide.ts';
import { bestOn, type Fitted } from './fit.ts';
import type { Maker } from './maker.ts';
import { papers, type PaperName } from './paper.ts';
import { grouped, unitsOf, type Group, type Unit } from './split.ts';
import { drawingRoom } from './title-block.ts';

/** Zones on one sheet of paper, by the room that they take in square pixels at 7 points on A3. */
const usualCapacity = 330_000;
/** More zones than this are never drawn on one sheet: nobody could follow their conduits. */
export const mostZones = 60;

/** The room on one sheet, in square pixels of zones, at a size of print. */
export function capacityFor(paper: PaperName, print: number): number {
    const { width, height } = papers[paper];
    return (usualCapacity * width * height * (7 / print) ** 2) / (papers.a3.width * papers.a3.height);
}

/** What is on one detail sheet. */
export interface Part {
    readonly zones: readonly string[];
    readonly title: string;
    readonly order: number;
    readonly rank: number;
    readonly fitted: Fitted;
}

const titleOf = (unit: Unit, alone: boolean, shown: Lettering['shown']): string =>
    shown(unit.zone.title, unit.zone.name) + (alone && unit.order === 0 ? ' (without its nested zones)' : '');

/** The zones of a sheet by name: as many as its title block has room for, three at the most. */
function groupTitle({ units }: Group, shown: Lettering['shown']): string {
    const names = units.map(unit => titleOf(unit, units.length === 1, shown));
    const naming = (count: number): string =>
        names.slice(0, count).join(', ') + (count < names.length ? ` and ${names.length - count} more` : '');
    const fits = [3, 2].find(count => widthOf(naming(count), faces.frameStrong) <= drawingRoom);
    return naming(fits ?? 1);
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

/** True for a network that carries conduits and has nothing else: its sheet would show a box alone. */
function isBareCarrier({ zones }: Unit, lookup: Lookup): boolean {
    const carries = (id: string): boolean =>
        lookup.model.conduits.some(({ over }) => over.some(zone => zone.id === id));
    return zones.every(id => lookup.assetsIn(id).length === 0 && lookup.conduitsOf(id).length === 0 && carries(id));
}

/** What a drawing costs besides, in conduits that lead to another sheet. */
const drawingCost = ({ print, crossings, overflows, ink }: Fitted, aim: number): number =>
    crossings * crossingCost +
    Math.max(0, aim - print) * smallCost +
    (overflows ? overflowCost : 0) +
    Math.max(0, usualInk - ink) * bareCost;
const crossingCost = 0.3;
const smallCost = 4;
/** The share of its room that a drawing usually covers, and what it costs to cover nothing. */
const usualInk = 0.35;
const bareCost = 20;
/** A sheet of text costs more than one of zones. */
const overflowCost = 6;

/**
 * Divides a picture into parts that can be read on a sheet each: zones that are joined by many conduits together.
 * @param units of the whole picture
 * @param areas a part for each unit, and one for each zone in it
 * @param aim size of the smallest print, in points
 */
export async function partsOf(
    maker: Maker,
    units: readonly Unit[],
    sign: 'cards' | 'tags',
    areas: boolean,
    aim: number,
): Promise<Part[]> {
    const { paper, engine, lookup, shown, withAssets, all, least } = maker;
    const kinds = maker.kindsOf([sign], false);
    const parts: Part[] = [];

    async function drawn(zones: readonly string[]): Promise<Fitted> {
        const more = { only: zones, sheetOf: (zone: string) => (zones.includes(zone) ? null : '00') };
        return bestOn(paper, kinds, maker.graphWith(more), engine, aim, all.length > mostZones, least);
    }

    const partOf = (group: Group, fitted: Fitted): Part => {
        const zones = group.units.flatMap(unit => unit.zones);
        return {
            zones,
            title: groupTitle(group, maker.wording),
            order: all.indexOf(zones[0] ?? ''),
            rank: Math.max(...group.units.map(unit => rankOf(unit, lookup))),
            fitted,
        };
    };

    async function cut(units: readonly Unit[], most: number): Promise<void> {
        for (const group of grouped(units, lookup, most)) {
            const fitted = await drawn(group.units.flatMap(unit => unit.zones));
            const [first, ...others] = group.units;
            if (!first) continue;
            const inner = first.order === 0 ? [] : lookup.zonesIn(first.zone.id).filter(zone => shown(zone.id));
            if (fitted.print < aim && others.length > 0) await cut(group.units, group.weight * 0.6);
            else if (fitted.print < aim && inner.length > 0)
                await cut(unitsOf(lookup, shown, withAssets, first.zone), most);
            else parts.push(partOf(group, fitted));
        }
    }

    /** The best division whose sheets can all be read; `null` where there is none. */
    async function divided(divisions: readonly Division[]): Promise<Part[] | null> {
        const known = new Map<string, Fitted>();
        let best: { readonly parts: Part[]; readonly cost: number } | null = null;
        for (const { groups, cost } of divisions) {
            const made: Part[] = [];
            let sum = cost;
            for (const group of groups) {
                if (best && sum >= best.cost) break;
                const zones = group.units.flatMap(unit => unit.zones);
                const fitted = known.get(zones.join(' ')) ?? (await drawn(zones));
                known.set(zones.join(' '), fitted);
                if (fitted.print < least) break;
                sum += drawingCost(fitted, aim);
                made.push(partOf(group, fitted));
            }
            if (made.length === groups.length && (!best || sum < best.cost)) best = { parts: made, cost: sum };
        }
        return best?.parts ?? null;
    }

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

    if (areas) {
        for (const unit of units) if (!isBareCarrier(unit, lookup)) await area(unit);
        return parts;
    }
    const total = units.reduce((sum, unit) => sum + unit.weight, 0);
    const capacity = capacityFor(paper, aim);
    const found = await divided(divisionsOf(units, lookup, capacityFor(paper, least)));
    if (found === null) await cut(units, total > 2 * capacity ? capacity : total * 0.6);
    return (found ?? parts).sort((a, b) => b.rank - a.rank || a.order - b.order);
}
