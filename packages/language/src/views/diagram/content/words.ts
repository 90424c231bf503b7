/** The seven foundational requirements, in the order of a vector (IEC 62443-1-1). */
export const frs = ['IAC', 'UC', 'SI', 'DC', 'RDF', 'TRE', 'RA'] as const;

/** What stands on each Purdue level, by rank. */
const levelWords = new Map<number, string>([
    [5, 'Enterprise network'], [4, 'Business systems'], [3.5, 'Demilitarised zone'], [3, 'Site operations'], [2, 'Supervisory control'],
    [1, 'Basic control'], [0, 'Process and field'],
]);

/** The name of a band: its level and what stands there; 6 is what lies outside. */
export function bandWords(rank: number | null, lowest: number | null): { readonly name: string; readonly note: string } {
    if (rank === null) return { name: 'No level', note: 'no Purdue level stated' };
    if (rank > 5) return { name: 'External', note: 'outside the system' };
    if (lowest !== null && lowest < rank) return { name: `Levels ${lowest}–${rank}`, note: 'nested zones' };
    return { name: `Level ${rank}`, note: levelWords.get(rank) ?? '' };
}
