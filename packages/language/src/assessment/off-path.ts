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
 * Everything that lies on the path or around it: its assets, their zones with those around, its conduits with their
 * devices, its flows.
 */
function onPath({ lookup, threatPaths }: Assessment, threat: Threat, subjects: readonly string[]): ReadonlySet<string> {
    const passed = threatPaths.passedBy(threat);
    const conduits = subjects.flatMap(id => lookup.conduit(id) ?? []);
    const assets = [
        ...passed.assets,
        ...conduits.flatMap(conduit => [
            ...conduit.via.map(device => device.id),
            ...lookup.assetsIn(conduit.id).map(asset => asset.id),
        ]),
    ];
    const containers = assets.map(id => lookup.asset(id)?.container ?? id);
    const zones = [...new Set([...subjects, ...containers])].flatMap(id => [
        id,
        ...lookup.chain(id).map(zone => zone.id),
    ]);
    return new Set([...assets, ...zones, ...passed.flows]);
}

const nothing: Places = new Map();

/**
 * The countermeasures that are named to mitigate a threat, and are put to work nowhere on its path: they lower nothing.
 * One that is put to work nowhere at all is not among them, since nobody said where it is. Where no flow leads from the
 * origin to the target there is no path to be off.
 * @returns by the id of each, where it is put to work instead: ids of zones, conduits, assets and flows
 */
export function offPath(assessment: Assessment, threat: Threat, path: () => ThreatPath): Places {
    const { lookup } = assessment;
    if (threat.mitigations.length === 0) return nothing;
    const placesOf = lookup.once(placesOfCountermeasures);
    const named = new Set(threat.mitigations.flatMap(({ by }) => by.map(({ id }) => id)));
    const placed = [...named].filter(id => placesOf.has(id));
    if (placed.length === 0) return nothing;
    const { subjects, exists } = path();
    if (subjects.length === 0 || exists === false) return nothing;
    const isOff = (id: string, near: ReadonlySet<string>): boolean =>
        ![...placesOf.get(id)!].some(place => near.has(place));
    // The zones and conduits of the path answer for most countermeasures; what lies in them is only gathered for the
    // others.
    const passed = new Set(subjects.flatMap(id => [id, ...lookup.chain(id).map(zone => zone.id)]));
    const doubtful = placed.filter(id => isOff(id, passed));
    if (doubtful.length === 0) return nothing;
    const near = onPath(assessment, threat, subjects);
    return new Map(doubtful.filter(id => isOff(id, near)).map(id => [id, placesOf.get(id)!]));
}
