/**
 * What follows from the catalogue alone for an id, found once: a report asks it for each requirement of each zone.
 * @param find what is found for an id of a requirement; its result is shared, and left as it is
 */
export function byId<T>(find: (id: string) => T): (id: string) => T {
    const found = new Map<string, { readonly value: T }>();
    return id => {
        let known = found.get(id);
        if (!known) found.set(id, (known = { value: find(id) }));
        return known.value;
    };
}
