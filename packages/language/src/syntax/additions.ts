import type { Asset, AssetType, Conduit, Notes, Span, Zone } from '../model/index.ts';

/** What a `within` says of the zone, conduit, asset or type that it continues. */
export interface Addition extends Pick<
    Zone,
    'notes' | 'applies' | 'statements' | 'networks' | 'accepts' | 'agreements' | 'windows'
> {
    readonly kind: 'zone' | 'conduit' | 'asset' | 'type';
    readonly id: string;
    readonly file: string;
    /** Of the kind of the element. */
    readonly traits: readonly string[];
}

/** The same with the file that it is in, where that is another one than the element's. */
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

/** What grows in the same manner in zones, conduits and assets. */
type Growing = Pick<Zone, 'traits' | 'accepts' | 'agreements' | 'applies' | 'statements' | 'notes'>;

function grown(element: Growing, added: readonly Addition[]): Growing {
    const parts = [element, ...added];
    return {
        traits: [...new Set(parts.flatMap(part => part.traits))] as Growing['traits'],
        accepts: parts.flatMap(part => part.accepts),
        agreements: parts.flatMap(part => part.agreements),
        applies: [...element.applies, ...added.flatMap(part => placed(part.applies, part.file))],
        statements: parts.flatMap(part => part.statements),
        notes: joinedNotes(parts.map(part => part.notes)),
    };
}

/** The elements of a model that a `within` can continue. */
export interface Continued {
    readonly zones: readonly Zone[];
    readonly conduits: readonly Conduit[];
    readonly assets: readonly Asset[];
    readonly types: readonly AssetType[];
}

/**
 * The elements with what `within` blocks add to them: lists go on, in the order of the files. What is added keeps its
 * place in its own file.
 */
export function withAdditions(all: Continued, additions: readonly Addition[]): Continued {
    if (additions.length === 0) return all;
    const byElement = Map.groupBy(additions, ({ kind, id }) => `${kind} ${id}`);
    const each = <T extends { readonly id: string }>(
        kind: Addition['kind'],
        elements: readonly T[],
        add: (element: T, added: readonly Addition[]) => T,
    ): readonly T[] => {
        if (!additions.some(addition => addition.kind === kind)) return elements;
        return elements.map(element => {
            const added = byElement.get(`${kind} ${element.id}`);
            return added ? add(element, added) : element;
        });
    };
    return {
        zones: each('zone', all.zones, (zone, added) => ({
            ...zone,
            ...grown(zone, added),
            networks: [...zone.networks, ...added.flatMap(part => placed(part.networks, part.file))],
            windows: [zone, ...added].flatMap(part => part.windows),
        })),
        conduits: each('conduit', all.conduits, (conduit, added) => ({
            ...conduit,
            ...(grown(conduit, added) as Pick<Conduit, keyof Growing>),
        })),
        assets: each('asset', all.assets, (asset, added) => ({
            ...asset,
            ...(grown(asset as unknown as Growing, added) as unknown as Pick<Asset, keyof Growing>),
            windows: [asset, ...added].flatMap(part => part.windows),
        })),
        types: each('type', all.types, (type, added) => ({
            ...type,
            accepts: [type, ...added].flatMap(part => part.accepts),
            agreements: [type, ...added].flatMap(part => part.agreements),
            statements: [type, ...added].flatMap(part => part.statements),
        })),
    };
}
