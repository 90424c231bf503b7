/** What a model already names, so that an import refers to it and to nothing else. */
export interface Known {
    /** Ids of zones and assets. */
    readonly elements: readonly NamedThing[];
    readonly measures: readonly NamedThing[];
    readonly types: readonly NamedThing[];
    /** Names of consequence classes of the risk matrix. */
    readonly classes: readonly string[];
    /** How many levels the axes of the risk matrix have. */
    readonly likelihoods: number;
    readonly consequences: number;
}

export interface NamedThing {
    readonly id: string;
    readonly title: string | null;
}

/** Letter case, blanks and signs aside. */
function plain(text: string): string {
    return text.toLowerCase().replace(/[^\p{Letter}\p{Number}]+/gu, '');
}

/** The id of the one thing that a text names, by id, last part of the id or title; `null` for none and for several. */
export function resolve(text: string, things: readonly NamedThing[]): string | null {
    const wanted = plain(text);
    if (wanted === '') return null;
    const exact = things.find(thing => thing.id === text.trim());
    if (exact) return exact.id;
    const last = (id: string): string => id.slice(id.lastIndexOf('.') + 1);
    const found = things.filter(thing => [thing.id, last(thing.id), thing.title ?? ''].some(each => plain(each) === wanted));
    return found.length === 1 ? found[0]!.id : null;
}
