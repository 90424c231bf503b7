import type { Conduit, Lookup } from '../../../model/index.ts';
import type { ConduitNode } from '../content/graph.ts';
import type { DiagramContext, DiagramOptions } from '../content/options.ts';
import type { Lettering } from '../draw/in-fonts.ts';
import { bestOn, overviewManners } from './fit.ts';
import type { Maker } from './maker.ts';
import { mostZones } from './parts.ts';
import type { DrawnSheet, IndexSheet, IndexZone, Sheet } from './sheets.ts';
import type { Unit } from './split.ts';

/** With more crossings than this an overview says less than a list. */
const mostCrossings = 8;

/**
 * The overview that shows most of those that can be read; an index where none can.
 * @param units of the whole picture
 * @param areas it shows assets where there is room
 */
export async function overviewOf(
    maker: Maker,
    units: readonly Unit[],
    details: readonly DrawnSheet[],
    number: string,
    areas: boolean,
    sheetOf: (zone: string) => string | null,
): Promise<Sheet> {
    const { lookup, shown, all, direction, paper, engine, least, whole } = maker;
    const outer = units.map(unit => unit.zone.id);
    const nested = outer.filter(id => lookup.zonesIn(id).some(zone => shown(zone.id)));
    const tries: { options: DiagramOptions; count: number }[] = [
        { options: areas ? {} : { detail: 'zones' }, count: all.length },
        { options: { detail: 'zones' }, count: all.length },
        { options: { detail: 'zones', folded: nested }, count: outer.length },
    ];
    for (const { options, count } of tries) {
        if (count > mostZones) continue;
        const more = { ...options, sheetOf };
        const kind = overviewManners.map(each => each.filter(how => !direction || how.direction === direction));
        const fitted = await bestOn(paper, kind, maker.graphWith(more), engine, least);
        if (fitted.print >= least && fitted.crossings <= mostCrossings)
            return maker.drawn('overview', number, `${whole}: overview`, fitted, [], more);
    }
    const how = overviewManners[0]![0]!;
    const bare = maker
        .graphWith({})(how)
        .conduits.filter(({ kind }) => kind === 'undeclared');
    return indexOf(details, maker.drawnOn, whole, number, maker.wording, bare);
}

/**
 * What lists the detail sheets, and how many conduits join each two.
 * @param bare what connects zones in no conduit
 */
function indexOf(
    details: readonly DrawnSheet[],
    { lookup, model }: DiagramContext,
    whole: string,
    number: string,
    shown: Lettering['shown'],
    bare: readonly ConduitNode[],
): IndexSheet {
    // A zone in another may be on the sheet of that and on one of its own: the own one counts, as in the registers.
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
        bare: details.map((_, row) =>
            details.map((__, column) =>
                bare.some(({ ends }) => {
                    const [here, there] = [row, column].map(each => ends.filter(end => place.get(end) === each).length);
                    return row === column ? here! > 1 : here! > 0 && there! > 0;
                }),
            ),
        ),
        crossed: crossedBy(details, place, lookup, shown, bare),
    };
}

function crossedBy(
    details: readonly DrawnSheet[],
    place: ReadonlyMap<string, number>,
    lookup: Lookup,
    shown: Lettering['shown'],
    bare: readonly ConduitNode[],
): IndexZone[] {
    const drawn = details.flatMap(({ zones, number }, index) =>
        zones.flatMap(id => {
            if (place.get(id) !== index) return [];
            const zone = lookup.zone(id);
            const isJoined = lookup.conduitsOf(id).length > 0 || bare.some(({ ends }) => ends.includes(id));
            const frame = !isJoined && lookup.zonesIn(id).length > 0;
            return zone && !frame ? [{ zone, sheet: number }] : [];
        }),
    );
    const between = (one: string, other: string): readonly Conduit[] =>
        one === other ? [] : lookup.conduitsOf(one).filter(({ between }) => between.some(end => end.id === other));
    return drawn.map(({ zone, sheet }) => ({
        id: zone.id,
        name: shown(null, zone.name),
        title: shown(zone.title, zone.name),
        sheet,
        joined: drawn.map(({ zone: other }) => between(zone.id, other.id).map(({ name }) => shown(null, name))),
        conduits: drawn.map(({ zone: other }) => between(zone.id, other.id).map(({ id }) => id)),
        bare: drawn.map(
            ({ zone: other }) =>
                zone.id !== other.id && bare.some(({ ends }) => ends.includes(zone.id) && ends.includes(other.id)),
        ),
    }));
}
