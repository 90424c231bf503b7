import type { ConduitNode, FlowLabel, Found } from './graph.ts';

/** What is said of a flow beside its protocols, in a picture of the plant as found; what was seen needs no words. */
export const foundWords: Readonly<Record<Found, string>> = {
    seen: '',
    'not-seen': ' (not seen)',
    'not-visible': ' (not visible)',
    'seen-only': ' (seen only)',
    'permitted-only': ' (permitted only)',
};

/** What is said of a line of flows beside its protocols, and not of its card: another day, a cut, how it was found. */
const marksOf = ({ phase, found, stopped }: FlowLabel, around: ConduitNode): string =>
    [
        phase && phase.words !== around.phase?.words ? ` (${phase.words})` : '',
        stopped && !around.severed ? ' (cut)' : '',
        found === null ? '' : foundWords[found],
    ].join('');

/** The protocols of a line of flows, each with what is said of it: not all of them are there on the day. */
export function markedProtocols(flow: FlowLabel, around: ConduitNode, first = ''): readonly string[] {
    const marks = first + marksOf(flow, around);
    const named = flow.protocols.length === 0 && marks !== '' ? ['protocol not stated'] : flow.protocols;
    return named.map(protocol => protocol + marks);
}

/** All protocols of a conduit, each once, with what is said of them. */
export const protocolsOf = (node: ConduitNode): string =>
    [...new Set(node.flows.flatMap(flow => markedProtocols(flow, node)))].join(', ');

/** The seven foundational requirements, in the order of a vector (IEC 62443-1-1). */
export const frs = ['IAC', 'UC', 'SI', 'DC', 'RDF', 'TRE', 'RA'] as const;

/** What stands on each Purdue level, by rank. */
const levelWords = new Map<number, string>([
    [5, 'Enterprise network'],
    [4, 'Business systems'],
    [3.5, 'Demilitarised zone'],
    [3, 'Site operations'],
    [2, 'Supervisory control'],
    [1, 'Basic control'],
    [0, 'Process and field'],
]);

/** What a band is named by. */
export interface BandFacts {
    /** The level, 6 for what lies outside; `null` where neither level nor kind of its zones is stated. */
    readonly rank: number | null;
    /** The lowest level inside its zones; `rank` where all are on one. */
    readonly lowest: number | null;
    readonly zones: number;
    /** How many of its zones stand there by their kind alone: no level is stated for them. */
    readonly byKind: number;
    /** The kinds of these, each once. */
    readonly kinds: readonly string[];
}

export const kindWords: Readonly<Record<string, string>> = {
    enterprise: 'enterprise',
    dmz: 'DMZ',
    operations: 'operations',
    control: 'control',
    safety: 'safety',
    field: 'field',
    external: 'external',
};

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** The name of a band: its level and what stands there. A level that nobody stated is not named. */
export function bandWords({ rank, lowest, zones, byKind, kinds }: BandFacts): {
    readonly name: string;
    readonly note: string;
    /** The note where there is little room: what it must not leave out. */
    readonly brief: string;
    readonly short: string;
} {
    if (rank === null)
        return { name: 'No level', note: 'no Purdue level stated', brief: 'none stated', short: 'no level' };
    if (rank > 5)
        return { name: 'External', note: 'outside the system, not a level', brief: 'not a level', short: 'external' };
    if (byKind === zones) {
        const words = kinds.map(kind => kindWords[kind] ?? kind);
        return {
            name: capital(words.join(', ')),
            note: 'by kind: no level stated',
            brief: 'no level stated',
            short: words[0] ?? '',
        };
    }
    const nested = lowest !== null && lowest < rank;
    const part = `${byKind} of ${zones} by kind`;
    const some = byKind === 0 ? '' : `; ${part}, no level stated`;
    return nested
        ? {
              name: `Levels ${lowest}–${rank}`,
              note: `nested zones${some}`,
              brief: byKind === 0 ? 'nested zones' : part,
              short: `${lowest}–${rank}`,
          }
        : {
              name: `Level ${rank}`,
              note: (levelWords.get(rank) ?? '') + some,
              brief: byKind === 0 ? (levelWords.get(rank) ?? '') : part,
              short: byKind === 0 ? `level ${rank}` : `level ${rank}?`,
          };
}
