/**
 * The generated plants of thirty zones that diagrams are judged by.
 * @returns {[string, string][]} names and folders
 */
export const plantsOf = place =>
    [
        { zones: 30, seed: 1, conduits: 1.13 },
        { zones: 30, seed: 7, conduits: 1.13 },
        { zones: 30, seed: 3, conduits: 1.13, nested: true },
        { zones: 30, seed: 11, conduits: 1.13 },
        { zones: 30, seed: 5, conduits: 1.13, nested: true },
    ].map(options => [
        `30 zones${options.nested ? ', nested' : ''}, seed ${options.seed}`,
        place.zones(options).folder,
    ]);

/** All zones of a diagram as JSON, outermost first. */
export const zonesIn = zones => zones.flatMap(zone => [zone, ...zonesIn(zone.zones)]);
