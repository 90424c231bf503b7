import type { Assessment } from '../../assessment/index.ts';
import type { Lookup, Model } from '../../model/index.ts';
import type { LoweredFile, Names } from '../../syntax/index.ts';

/** What the rules were last asked of. */
export interface Last {
    readonly model: Model;
    readonly lookup: Lookup;
    readonly assessment: Assessment;
}

type Listed =
    | 'zones'
    | 'conduits'
    | 'assets'
    | 'types'
    | 'protocols'
    | 'countermeasures'
    | 'threats'
    | 'functions'
    | 'parties';

/**
 * A model for whoever cannot wait and asks for no places, such as completion: the one that was judged last, with what
 * has been typed since beside it. Nothing is made anew for it, however large the model is.
 */
export class Loose {
    /** As it was judged last: names and levels are good, places are not. */
    readonly model: Model;
    readonly lookup: Lookup;
    readonly assessment: Assessment;
    /** All names of the present text. */
    readonly names: Names;
    private readonly since: readonly LoweredFile[];
    private readonly known = new Map<Listed, readonly unknown[]>();

    /** @param since what the pieces say that have been typed since */
    constructor(last: Last, names: Names, since: readonly LoweredFile[]) {
        this.model = last.model;
        this.lookup = last.lookup;
        this.assessment = last.assessment;
        this.names = names;
        this.since = since;
    }

    /**
     * The elements of a kind: what has just been typed, then the others. Some of those may have been taken away since.
     */
    all<K extends Listed>(kind: K): readonly Model[K][number][] {
        const known = this.known.get(kind) ?? this.listed(kind);
        this.known.set(kind, known);
        return known as readonly Model[K][number][];
    }

    private listed(kind: Listed): readonly unknown[] {
        const judged: readonly { readonly id: string }[] = this.model[kind];
        const typed = this.since.flatMap((piece): readonly { readonly id: string }[] => piece[kind]);
        if (typed.length === 0) return judged;
        const ids = new Set(typed.map(({ id }) => id));
        return [...typed, ...judged.filter(({ id }) => !ids.has(id))];
    }
}
