import type { Away } from './graph.ts';
import { rankOf, type Making } from './to-zones.ts';

/** The zones among these that are not in the picture, with what a connector to them says. */
export function awayOf(ids: readonly string[], making: Making): Away[] {
    const {
        context: { lookup },
        selection,
    } = making;
    const hidden = [...new Set(ids)].filter(id => selection.shownZoneOf(id) === null && !selection.hides(id));
    return hidden.flatMap(id => {
        const zone = lookup.zone(id);
        if (!zone) return [];
        const around = lookup
            .chain(id)
            .slice(1)
            .map(each => each.id)
            .filter(each => selection.zone(each))
            .reverse();
        return [
            {
                id,
                title: zone.title ?? zone.name,
                rank: rankOf(zone, [], making).rank,
                around,
                sheet: making.sheetOf(id),
            },
        ];
    });
}

/**
 * True where a conduit with these ends is drawn: it joins shown zones, or leads from a zone that is drawn with all it
 * holds to one that the picture lacks. What leads from a neighbour, which is drawn for context, is left out.
 */
export function isDrawn(ends: readonly string[], away: readonly Away[], making: Making): boolean {
    if (ends.length > 1) return true;
    return ends.length === 1 && away.length > 0 && !making.selection.bare(ends[0] ?? '');
}
