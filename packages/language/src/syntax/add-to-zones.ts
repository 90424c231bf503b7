import type { Notes, Span, Zone } from '../model/index.ts';
import type { ZoneAddition } from './lower-subjects.ts';

/** The same with the file that it stands in, where that is another one than the zone's. */
function placed<T extends { readonly at: Span }>(all: readonly T[], file: string): readonly T[] {
    return all.map(each => ({ ...each, at: { file, start: each.at.start, end: each.at.end } }));
}

function joinedNotes(all: readonly Notes[]): Notes {
    const [first, ...others] = all;
    const keys = Object.keys(first!) as (keyof Notes)[];
    return others.length === 0
        ? first!
        : (Object.fromEntries(keys.map(key => [key, all.flatMap(notes => notes[key])])) as unknown as Notes);
}

/**
 * The zones with what `within` blocks add to them: lists go on, in the order of the files. What is added keeps its
 * place in its own file.
 */
export function withAdditions(zones: readonly Zone[], additions: readonly ZoneAddition[]): readonly Zone[] {
    if (additions.length === 0) return zones;
    const byZone = Map.groupBy(additions, addition => addition.zone);
    return zones.map(zone => {
        const added = byZone.get(zone.id) ?? [];
        if (added.length === 0) return zone;
        const parts = [zone, ...added];
        return {
            ...zone,
            traits: [...new Set(parts.flatMap(part => part.traits))],
            networks: [...zone.networks, ...added.flatMap(part => placed(part.networks, part.file))],
            windows: parts.flatMap(part => part.windows),
            accepts: parts.flatMap(part => part.accepts),
            agreements: parts.flatMap(part => part.agreements),
            applies: [...zone.applies, ...added.flatMap(part => placed(part.applies, part.file))],
            statements: parts.flatMap(part => part.statements),
            notes: joinedNotes(parts.map(part => part.notes)),
        };
    });
}
