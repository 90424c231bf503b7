import type { Lookup, Mention, Threat } from '../model/index.ts';
import type { Assessment } from './assessment.ts';
import type { ThreatPath } from './threat-path.ts';

type Places = ReadonlyMap<string, ReadonlySet<string>>;

/** For each countermeasure, where it is put to work: ids of zones, conduits, assets, and of flows that it secures. */
export function placesOfCountermeasures(lookup: Lookup): Places {
    const { zones, conduits, assets, flows } = lookup.model;
    const places = new Map<string, Set<string>>();
    const works = (mentions: readonly Mention[], at: string): void => {
        for (const { id } of mentions) {
            const known = places.get(id);
            if (known) known.add(at);
            else places.set(id, new Set([at]));
        }
    };
    for (const subjects of [zones, conduits, assets]) {
        for (const { id, applies, statements } of subjects) {
            works(applies, id);
            for (const statement of statements) works(statement.by, id);
        }
    }
    for (const { id, secured } of flows) if (secured) works(secured.by, id);
    return places;
}

/**
 * What lies on the path of a threat or around it: its subjects, which answer for most countermeasures; then what has to
 * be searched for, which is the zones of its assets with those around, its assets, its flows, and what stands in its
 * conduits. Ids may come more than once.
 */
function* onPath(
    { lookup, threatPaths }: Assessment,
    threat: Threat,
    subjects: readonly string[],
): Generator<string, undefined> {
    for (const id of subjects) {
        yield id;
        for (const zone of lookup.chain(id)) yield zone.id;
    }
    const passed = threatPaths.passedBy(threat);
    const devices = subjects.flatMap(id => {
        const conduit = lookup.conduit(id);
        return conduit ? [...conduit.via, ...lookup.assetsIn(id)].map(device => device.id) : [];
    });
    const containers = new Set<string>();
    for (const assets of [passed.assets, devices])
        for (const id of assets) containers.add(lookup.asset(id)?.container ?? id);
    for (const id of containers) {
        yield id;
        for (const zone of lookup.chain(id)) yield zone.id;
    }
    yield* passed.assets;
    yield* devices;
    yield* passed.flows;
}

const nothing: Places = new Map();

const nowhere: ReadonlySet<string> = new Set();

/**
 * The countermeasures that are named to mitigate a threat, and are put to work nowhere on its path: they lower nothing.
 * Of one that is put to work nowhere at all nobody said that it is on the path, so it lowers nothing either. Where no
 * flow leads from the origin to the target there is no path to be off: {@link WaysRound} asks of the target then.
 * @returns by the id of each, where it is put to work instead: ids of zones, conduits, assets and flows; none of them
 * for one that is put to work nowhere
 */
export function offPath(assessment: Assessment, threat: Threat, path: () => ThreatPath): Places {
    const { lookup } = assessment;
    if (threat.mitigations.length === 0) return nothing;
    const placesOf = lookup.once(placesOfCountermeasures);
    const named = new Set(threat.mitigations.flatMap(({ by }) => by.map(({ id }) => id)));
    const placed = [...named].filter(id => placesOf.has(id));
    // Where nobody said what a threat is against, nobody said that anything is on its path.
    if (threat.against.length === 0) return new Map([...named].map(id => [id, placesOf.get(id) ?? nowhere]));
    const off = new Map([...named].filter(id => !placesOf.has(id)).map(id => [id, nowhere]));
    if (placed.length === 0) return off;
    const { subjects, exists } = path();
    if (subjects.length === 0 || exists === false) return off;
    const doubtful = new Set(placed);
    for (const place of onPath(assessment, threat, subjects)) {
        for (const id of doubtful) if (placesOf.get(id)!.has(place)) doubtful.delete(id);
        if (doubtful.size === 0) return off;
    }
    return new Map([...off, ...Array.from(doubtful, id => [id, placesOf.get(id)!] as const)]);
}
