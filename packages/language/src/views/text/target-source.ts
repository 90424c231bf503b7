import { frAbbreviations } from '../../catalogue/index.ts';

/**
 * Where the levels of a target come from that are not written at the place itself: `derived`, or where a part of them
 * is, which part: `derived, RDF stated`, `RA derived`.
 * @param sources for each foundational requirement, `null` where it has no level
 * @returns nothing where all that has a level is stated there
 */
export function targetSource(sources: readonly (string | null)[]): string {
    const names = Map.groupBy(
        frAbbreviations.filter((_, fr) => sources[fr]),
        name => sources[frAbbreviations.indexOf(name)]!,
    );
    const stated = names.get('stated') ?? [];
    const others = [...names].filter(([source]) => source !== 'stated');
    const [first] = others;
    if (!first) return '';
    const part = (few: readonly string[], source: string): string => `${few.join(', ')} ${source}`;
    if (others.length > 1) return others.map(([source, few]) => part(few, source)).join(', ');
    if (stated.length === 0) return first[0];
    return stated.length < first[1].length ? `${first[0]}, ${part(stated, 'stated')}` : part(first[1], first[0]);
}
