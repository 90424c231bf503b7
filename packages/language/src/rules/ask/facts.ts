import { isHardwired } from '../../assessment/passing.ts';
import type { Asset, Conduit, Flow, Lookup, Origin, Zone } from '../../model/index.ts';
import { carriesSignalsOnly } from './engineering.ts';
import { assetTypes } from './types.ts';

/** Something in the model that gives a requirement an object. */
export interface Fact {
    /** A clause: `Ap1 is wireless`. */
    readonly text: string;
    readonly origin: Origin;
}

/** What a zone or conduit holds, has around it or is joined by. */
interface Surroundings {
    readonly subject: Zone | Conduit | Asset;
    readonly zones: readonly Zone[];
    readonly conduits: readonly Conduit[];
    readonly assets: readonly Asset[];
    /** What stands elsewhere and has an interface in the zone, or in one inside it. */
    readonly present: readonly Asset[];
}

const presentIn = (lookup: Lookup, zone: string): readonly Asset[] => [
    ...lookup.serving(zone),
    ...lookup.zonesIn(zone).flatMap(({ id }) => presentIn(lookup, id)),
];

function surroundings(lookup: Lookup, subject: Zone | Conduit | Asset): Surroundings {
    if (subject.kind === 'asset') return { subject, zones: [], conduits: [], assets: [subject], present: [] };
    const assets = lookup.assetsWithin(subject.id);
    return subject.kind === 'conduit'
        ? { subject, zones: [], conduits: [subject], assets, present: [] }
        : {
              subject,
              zones: lookup.chain(subject.id),
              conduits: lookup.conduitsOf(subject.id),
              assets,
              present: presentIn(lookup, subject.id),
          };
}

/** The first of the assets with the trait or of one of the types, of the conduits and of the zones with the trait. */
function first(
    lookup: Lookup,
    around: Surroundings,
    trait: 'wireless' | 'temporary' | 'remote',
    types: readonly string[],
): Fact | null {
    // What is remote elsewhere is reached there, and not in the zone.
    const assets = trait === 'remote' ? around.assets : [...around.assets, ...around.present];
    const asset = assets.find(each => each.traits.includes(trait) || lookup.isA(each, ...types));
    if (asset)
        return {
            text: asset.traits.includes(trait) ? `${asset.id} is ${trait}` : `${asset.id} is of type ${asset.type!.id}`,
            origin: asset.origin,
        };
    const place = [...around.conduits, ...around.zones].find(each =>
        (each.traits as readonly string[]).includes(trait),
    );
    return place ? { text: `${place.id} is ${trait}`, origin: place.origin } : null;
}

/** True for a flow by which people log on to the other side. */
function letsPeopleIn(lookup: Lookup, flow: Flow): boolean {
    return flow.protocols.some(({ id }) => lookup.protocol(id)?.traits.includes('remote-access'));
}

/**
 * A flow that opens a session into the zone, or through the conduit, from a zone that nobody has to trust, or by which
 * people of the office come in. A contact opens none.
 */
function entered(lookup: Lookup, { subject, conduits, assets }: Surroundings): Fact | null {
    const untrusted = (id: string, flow: Flow): boolean => {
        const zone = lookup.zoneOf(id)?.id;
        if (zone === undefined || isHardwired(lookup, flow)) return false;
        const kind = lookup.kindOf(zone);
        const traits = lookup.traitsOf(zone);
        return (
            kind === 'external' ||
            traits.has('untrusted') ||
            traits.has('remote') ||
            (kind === 'enterprise' && letsPeopleIn(lookup, flow))
        );
    };
    const medium = conduits.find(conduit => conduit.traits.includes('untrusted') || conduit.traits.includes('remote'));
    if (medium)
        return {
            text: `${medium.id} is ${medium.traits.includes('untrusted') ? 'untrusted' : 'remote'}`,
            origin: medium.origin,
        };
    const through = subject.kind === 'conduit' ? lookup.flowsIn(subject.id) : [];
    const coming = through.find(
        flow => untrusted(flow.from.id, flow) || (flow.arrow !== '->' && untrusted(flow.to.id, flow)),
    );
    if (coming)
        return { text: `${coming.from.id} ${coming.arrow} ${coming.to.id} comes from outside`, origin: coming.origin };
    for (const end of [...(subject.kind === 'zone' ? [subject] : []), ...assets]) {
        const flow = lookup
            .flowsOf(end.id)
            .find(
                each =>
                    (each.to.id === end.id || each.arrow !== '->') &&
                    untrusted(each.to.id === end.id ? each.from.id : each.to.id, each),
            );
        if (flow) return { text: `a flow reaches ${end.id} from outside`, origin: flow.origin };
    }
    return null;
}

function mail(lookup: Lookup, { assets }: Surroundings): Fact | null {
    const server = assets.find(asset => lookup.isA(asset, 'mail-server'));
    return server ? { text: `${server.id} is a mail server`, origin: server.origin } : null;
}

/**
 * A conduit through which something besides contacts crosses: the zone has a boundary with somebody on the other side.
 */
function joined(lookup: Lookup, { subject, conduits }: Surroundings): Fact | null {
    const conduit = conduits.find(each => !carriesSignalsOnly(lookup, each));
    if (!conduit) return null;
    const ends = conduit.between.map(end => end.id).join(' and ');
    return {
        text: subject.kind === 'conduit' ? `it joins ${ends}` : `${conduit.id} joins ${ends}`,
        origin: conduit.origin,
    };
}

type Question = (lookup: Lookup, around: Surroundings) => Fact | null;

const wireless: Question = (lookup, around) =>
    first(lookup, around, 'wireless', [...assetTypes.wireless, 'wireless-controller']);
const portable: Question = (lookup, around) => first(lookup, around, 'temporary', assetTypes.temporary);
const remote: Question = (lookup, around) =>
    first(lookup, around, 'remote', ['vpn-gateway', 'modem', 'cellular-router', 'remote-access-client']) ??
    entered(lookup, around);

/** The requirements that a model can show to have an object, and what shows it. */
const questions: ReadonlyMap<string, Question> = new Map([
    ['SR 1.6', wireless],
    ['SR 1.6 RE 1', wireless],
    ['SR 2.2', wireless],
    ['SR 2.2 RE 1', wireless],
    ['SR 2.3', portable],
    ['SR 2.3 RE 1', portable],
    ['SR 1.1 RE 2', remote],
    ['SR 1.13', remote],
    ['SR 1.13 RE 1', remote],
    ['SR 2.6', remote],
    ['SR 5.1', joined],
    ['SR 5.2', joined],
    ['SR 5.2 RE 1', joined],
    ['SR 5.3', mail],
    ['SR 5.3 RE 1', mail],
]);

/** The requirements of which {@link objectOf} knows something. */
export const answerable: readonly string[] = [...questions.keys()];

/**
 * What in the model gives a requirement an object at a zone, conduit or asset, so that it cannot be excluded.
 * @returns `null` where the model shows nothing of that kind, or where no model could
 */
export function objectOf(lookup: Lookup, subject: Zone | Conduit | Asset, requirement: string): Fact | null {
    return questions.get(requirement)?.(lookup, surroundings(lookup, subject)) ?? null;
}
