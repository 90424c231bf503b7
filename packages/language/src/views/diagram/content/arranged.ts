import type { Arranging, View } from '../../../model/index.ts';
import type { ZoneNode } from './graph.ts';

/** Where the author of a view wants zones: ids of shown zones of one level and one frame, two or more. */
export interface Arranged {
    readonly word: Arranging;
    readonly zones: readonly string[];
}

interface Home {
    readonly frame: string | null;
    readonly rank: number | null;
}

function homesOf(zones: readonly ZoneNode[], frame: string | null = null): [string, Home][] {
    return zones.flatMap(zone => [
        [zone.id, { frame, rank: zone.rank }] as [string, Home],
        ...homesOf(zone.zones, zone.id),
    ]);
}

/** Rounds after which orders that can be followed together have come to rest. */
const rounds = 6;

/**
 * Zones in the order that was asked for, and else in the one they come in: what is to be next to each other follows the
 * first of them.
 * @param ids of zones in one frame
 * @param arranged what is said of them alone
 */
export function orderOf(ids: readonly string[], arranged: readonly Arranged[]): readonly string[] {
    let order = ids;
    for (let round = 0; round < rounds && !arranged.every(each => isFollowed(order, each)); round++)
        for (const each of arranged) order = inOrder(order, each);
    return order;
}

function inOrder(order: readonly string[], { word, zones }: Arranged): readonly string[] {
    const members = zones.filter(id => order.includes(id));
    if (word === 'left-to-right') {
        // The places that they have stay, and they take them in their order.
        const places = members.map(id => order.indexOf(id)).sort((a, b) => a - b);
        const next = [...order];
        places.forEach((place, index) => (next[place] = members[index]!));
        return next;
    }
    const first = Math.min(...members.map(id => order.indexOf(id)));
    const others = (part: readonly string[]): readonly string[] => part.filter(id => !members.includes(id));
    return [...others(order.slice(0, first)), ...members, ...others(order.slice(first))];
}

function isFollowed(order: readonly string[], { word, zones }: Arranged): boolean {
    const places = zones.map(id => order.indexOf(id));
    return places.every((place, index) => {
        const before = places[index - 1];
        return before === undefined || (word === 'beside' ? place === before + 1 : place > before);
    });
}

/**
 * What a view says of where zones are, as far as a picture can follow it: a level is a fact and comes first, zones of
 * different frames are not beside each other, and of lines that contradict each other the last one counts.
 */
export function arrangedIn(
    view: View | null,
    zones: readonly ZoneNode[],
): { readonly arranged: readonly Arranged[]; readonly notes: readonly string[] } {
    if (!view || view.arranged.length === 0) return { arranged: [], notes: [] };
    const homes = new Map(homesOf(zones));
    const arranged: Arranged[] = [];
    const notes: string[] = [];
    for (const { word, zones: named } of view.arranged) {
        const shown = [...new Set(named.map(({ id }) => id))].filter(id => homes.has(id));
        const groups = Map.groupBy(shown, id => {
            const { frame, rank } = homes.get(id)!;
            return JSON.stringify([frame, rank]);
        });
        for (const group of groups.values()) if (group.length > 1) arranged.push({ word, zones: group });
        const words = `${word} ${named.map(({ id }) => id).join(', ')}`;
        const frames = new Set(shown.map(id => homes.get(id)!.frame));
        if (frames.size > 1) notes.push(`Not followed as written: ${words}. Some of them are in other zones.`);
        else if (groups.size > 1) notes.push(`Not followed as written: ${words}. They are on different levels.`);
    }
    return together(arranged, homes, notes);
}

/** What can be followed together: of a line that a later one contradicts, that its zones are in one row. */
function together(
    arranged: readonly Arranged[],
    homes: ReadonlyMap<string, Home>,
    notes: readonly string[],
): { readonly arranged: readonly Arranged[]; readonly notes: readonly string[] } {
    const frameOf = (id: string): string | null => homes.get(id)?.frame ?? null;
    const broken: string[] = [];
    const possible = arranged.map((each): Arranged => {
        const frame = frameOf(each.zones[0] ?? '');
        const order = orderOf(
            [...homes.keys()].filter(id => frameOf(id) === frame),
            arranged.filter(({ zones }) => frameOf(zones[0] ?? '') === frame),
        );
        if (isFollowed(order, each)) return each;
        broken.push(`Not followed as written: ${each.word} ${each.zones.join(', ')}. Another line contradicts it.`);
        const zones = [...each.zones].sort((a, b) => order.indexOf(a) - order.indexOf(b));
        return { word: each.word === 'left-to-right' ? each.word : 'row', zones };
    });
    return { arranged: possible, notes: [...notes, ...broken] };
}
