import type { Lifetime, Lookup } from '../../model/index.ts';

/** The lifetimes of zones, conduits and assets, and of what each of them is in, with their ids. */
export function* lifetimesOf(
    said: Lookup,
    ids: readonly (string | null)[],
): Generator<Lifetime & { readonly id: string }, undefined> {
    for (const id of ids) {
        const element = said.element(id ?? '');
        const container = element?.kind === 'asset' ? element.container : (id ?? '');
        for (const each of [element, said.conduit(container), ...said.chain(container)])
            if (each && 'planned' in each) yield each;
    }
}
