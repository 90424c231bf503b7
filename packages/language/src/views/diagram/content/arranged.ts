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

/**
 * What a view says of where zones are, as far as a picture can follow it: a level is a fact and comes first, and zones
 * of different frames are not beside each other.
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
    return { arranged, notes };
}
