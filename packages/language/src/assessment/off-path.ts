import type { Lookup, Mention, Threat } from '../model/index.ts';
import type { Assessment } from './assessment.ts';
import type { ThreatPath } from './threat-path.ts';
import { subjectOf } from './threat-path.ts';

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

/** Some ids, each with the zones around it. */
function* withZones(lookup: Lookup, ids: Iterable<string>): Generator<string, undefined> {
    for (const id of ids) {
        yield id;
        for (const zone of lookup.chain(id)) yield zone.id;
    }
}

/**
 * What a countermeasure can be applied to, for the zones and conduits that a threat passes, and for its assets: all of
 * these with the zones around them, and what stands in its conduits. Ids may come more than once.
 */
function* placesAt(
    lookup: Lookup,
    subjects: readonly string[],
    assets: Iterable<string>,
): Generator<string, undefined> {
    yield* withZones(lookup, subjects);
    const devices = subjects.flatMap(id => {
        const conduit = lookup.conduit(id);
        return conduit ? [...conduit.via, ...lookup.assetsIn(id)].map(device => device.id) : [];
    });
    const all = [...assets, ...devices];
    yield* withZones(lookup, new Set(all.map(id => lookup.asset(id)?.container ?? id)));
    yield* all;
}

/** Where a threat begins and what it is against: that is on its path, wherever it leads. */
function atEnds({ lookup, reach }: Assessment, { from, against }: Threat): Iterable<string> {
    return placesAt(
        lookup,
        against.flatMap(({ id }) => subjectOf(lookup, id) ?? []),
        [...from, ...against].flatMap(({ id }) => reach.membersOf(id)),
    );
}

/** The same for the whole path, which has to be searched for, with its flows. */
function* onPath(
    { lookup, threatPaths }: Assessment,
    threat: Threat,
    subjects: readonly string[],
): Generator<string, undefined> {
    const { assets, flows } = threatPaths.passedBy(threat);
    yield* placesAt(lookup, subjects, assets);
    yield* flows;
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
    const doubtful = new Set(placed);
    const areAmong = (found: Iterable<string>): boolean => {
        for (const place of found) {
            for (const id of doubtful) if (placesOf.get(id)!.has(place)) doubtful.delete(id);
            if (doubtful.size === 0) return true;
        }
        return false;
    };
    // Most countermeasures are applied where the threat leads: no path has to be searched for then.
    if (areAmong(atEnds(assessment, threat))) return off;
    const { subjects, exists } = path();
    if (subjects.length === 0 || exists === false || areAmong(onPath(assessment, threat, subjects))) return off;
    return new Map([...off, ...Array.from(doubtful, id => [id, placesOf.get(id)!] as const)]);
}
