import type { ZoneNode } from '../content/graph.ts';
import type { BandFacts } from '../content/words.ts';
import type { Band, PositionedZone, Rect } from './positioned.ts';

/** Room that a band leaves around its zones. */
export const bandMargin = 12;

const round = (value: number): number => Math.round(value * 10) / 10;

const least = (a: number | null, b: number | null): number | null => (a === null ? b : b === null ? a : Math.min(a, b));

function lowestIn(zone: ZoneNode): number | null {
    return zone.zones.reduce((lowest, inner) => least(lowest, lowestIn(inner)), zone.rank);
}

/** Zones that are in one row, or in neighbouring rows of one level. */
interface Row extends BandFacts {
    readonly from: number;
    readonly to: number;
}

function joined(a: Row, b: Row): Row {
    return {
        rank: a.rank,
        lowest: least(a.lowest, b.lowest),
        from: Math.min(a.from, b.from),
        to: Math.max(a.to, b.to),
        zones: a.zones + b.zones,
        byKind: a.byKind + b.byKind,
        kinds: [...new Set([...a.kinds, ...b.kinds])],
    };
}

function rowOf({ node, rect }: PositionedZone, down: boolean): Row {
    const [from, to] = down ? [rect.y, rect.y + rect.height] : [rect.x, rect.x + rect.width];
    const byKind = node.rankFrom === 'kind';
    return {
        rank: node.rank,
        lowest: lowestIn(node),
        from,
        to,
        zones: 1,
        byKind: byKind ? 1 : 0,
        kinds: byKind && node.kind ? [node.kind] : [],
    };
}

/**
 * The rows of one level make one band, as long as a rectangle is wide or high. Where zones were put by hand so that
 * levels lie beside each other, there are none.
 */
export function bandsOf(banded: boolean, zones: readonly PositionedZone[], across: Rect, down: boolean): Band[] {
    if (!banded) return [];
    const levels = new Map<number | null, Row>();
    for (const zone of zones) {
        const row = rowOf(zone, down);
        const known = levels.get(row.rank);
        levels.set(row.rank, known ? joined(known, row) : row);
    }
    const bands = [...levels.values()].sort((a, b) => a.from - b.from);
    if (bands.some((band, index) => index > 0 && band.from < (bands[index - 1]?.to ?? 0))) return [];
    return bands.map(({ from, to, ...facts }) => {
        const start = round(from - bandMargin);
        const length = round(to - from + 2 * bandMargin);
        return {
            ...facts,
            rect: down ? { ...across, y: start, height: length } : { ...across, x: start, width: length },
        };
    });
}
