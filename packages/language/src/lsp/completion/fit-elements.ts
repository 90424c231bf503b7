import type { Asset, ZoneKind } from '../../model/index.ts';
import { canEnforce } from '../../rules/index.ts';
import { roleOf, speaksOf } from './likely.ts';
import type { Place } from './place.ts';
import { liesIn } from './place.ts';

/** How well the zones, conduits and assets of a model fit a place. */
export interface Fit {
    /** False for what cannot be meant: itself, what is named already, a zone that the conduit does not connect. */
    fits(id: string): boolean;
    /** 0 is what is meant most often; the same number where nothing speaks for one or the other. */
    rank(id: string): number;
    /** True for what is offered before anything is typed, although it lies elsewhere. */
    isNear?(id: string): boolean;
}

type Kind = (place: Place) => Fit;

const plain: Fit = { fits: () => true, rank: () => 0 };

/** Which of several conditions holds first; their count where none does. */
const first = (...conditions: readonly boolean[]): number =>
    conditions.includes(true) ? conditions.indexOf(true) : conditions.length;

const isNamed = ({ named }: Place, id: string): boolean => named.some(each => each.id === id);

/** Zones before assets, and those before conduits. */
const zonesFirst: Kind = place => {
    const { lookup } = place.loose;
    return {
        fits: id => !isNamed(place, id),
        rank: id => first(lookup.zone(id) !== undefined, lookup.asset(id) !== undefined),
    };
};

const plantSide: ReadonlySet<ZoneKind | null> = new Set<ZoneKind | null>(['operations', 'control', 'field']);

/**
 * Who sends through a conduit between the plant's side and a DMZ, which is not to reach in: those that operate and do
 * not send there yet.
 */
function sendersToDmz({ connected, subject, loose }: Place): (id: string) => boolean {
    const { lookup, model } = loose;
    const isOfPlant = (zone: string): boolean => plantSide.has(lookup.kindOf(zone));
    if (
        !connected.some(zone => lookup.kindOf(zone) === 'dmz') ||
        !connected.every(zone => isOfPlant(zone) || lookup.kindOf(zone) === 'dmz')
    )
        return () => false;
    const senders = new Set(model.flows.filter(flow => flow.container === subject).map(flow => flow.from.id));
    const isInPlant = (id: string): boolean => connected.some(zone => isOfPlant(zone) && liesIn(id, zone));
    return id => roleOf(lookup, id) === 'operates' && isInPlant(id) && !senders.has(id);
}

/** The ends of a flow: from one side of a conduit to the other, and never to itself. */
const ends: Kind = place => {
    const { connected, named, subject, loose, words } = place;
    const isZone = (id: string): boolean => loose.lookup.zone(id) !== undefined;
    const from = words.some(word => /^(->|<->|--)$/.test(word)) ? named[0]?.id : undefined;
    if (from === undefined) {
        // In a zone those who operate open sessions; in a conduit they come from the zone that is named first.
        const opens = (id: string): boolean =>
            connected.length > 0
                ? liesIn(id, connected[0]!) && roleOf(loose.lookup, id) !== 'records'
                : roleOf(loose.lookup, id) === 'operates';
        const sends = sendersToDmz(place);
        return { ...plain, rank: id => first(sends(id), !isZone(id) && opens(id), subject !== id && !isZone(id)) };
    }
    const sideOf = (id: string): string | undefined =>
        connected.find(zone => liesIn(id, zone)) ??
        loose.lookup.asset(id)?.serves.find(zone => connected.includes(zone.id))?.id;
    const side = connected.length > 0 ? sideOf(from) : loose.lookup.zoneOf(from)?.id;
    const isOther = (id: string): boolean =>
        connected.length > 0
            ? sideOf(id) !== undefined && sideOf(id) !== side
            : subject === null && loose.lookup.zoneOf(id)?.id !== side;
    const isHere = (id: string): boolean => subject !== null && connected.length === 0 && liesIn(id, subject);
    // Remote work ends at a jump host, and goes on to a station.
    const origin = loose.lookup.kindOf(loose.lookup.zoneOf(from)?.id ?? '');
    const isRemote = origin === 'external' || (origin === 'dmz' && roleOf(loose.lookup, from) === 'works');
    const isWorked = (id: string): boolean => isRemote && roleOf(loose.lookup, id) === 'works';
    // Through a conduit controllers speak with each other; their inputs and outputs are in their own zone.
    const isPeer = (id: string): boolean =>
        connected.length > 0 && roleOf(loose.lookup, from) === 'controls' && roleOf(loose.lookup, id) === 'controls';
    return {
        fits: id => id !== from && !liesIn(from, id),
        rank: id =>
            first(
                isOther(id) && (isWorked(id) || isPeer(id)),
                (isOther(id) || isHere(id)) && !isZone(id),
                isOther(id),
                !isZone(id),
            ),
    };
};

/** The devices of the boundary: those of the conduit, then those between its zones. */
const boundaryDevices: Kind = place => {
    const { connected, subject, loose } = place;
    const assetOf = (id: string): Asset | undefined => loose.lookup.asset(id);
    const filters = (id: string): boolean => {
        const device = assetOf(id);
        return device !== undefined && canEnforce(loose.lookup, device);
    };
    const joins = (id: string): boolean =>
        assetOf(id)?.serves.some(zone => connected.some(each => liesIn(each, zone.id) || liesIn(zone.id, each))) ===
        true;
    const isOwn = (id: string): boolean => subject !== null && liesIn(id, subject);
    const isNetwork = (id: string): boolean => {
        const device = assetOf(id);
        return device !== undefined && loose.lookup.componentTypeOf(device) === 'network-device';
    };
    return {
        // Before a name is typed: what may be a device of a boundary at all.
        fits: id => !isNamed(place, id) && (place.cursor.prefix !== '' || filters(id) || isNetwork(id)),
        rank: id =>
            first(isOwn(id) && filters(id), joins(id) && filters(id), filters(id), isOwn(id), isNetwork(id), joins(id)),
        isNear: id => joins(id) && (filters(id) || isNetwork(id)),
    };
};

/** The zones of the conduit first, each once. */
const connectedZones: Kind = place => ({
    fits: id => !isNamed(place, id),
    rank: id => first(place.connected.includes(id)),
});

const othersThan =
    (isOut: (place: Place, id: string) => boolean, isFirst: (place: Place, id: string) => boolean): Kind =>
    place => ({
        fits: id => !isNamed(place, id) && !isOut(place, id),
        rank: id => first(isFirst(place, id)),
    });

const never = (): boolean => false;

/** The zones in which the asset of a block is: those that it serves, then its own and those around it. */
const touchedZones: Kind = place => {
    const { subject, loose } = place;
    const asset = subject === null ? undefined : loose.lookup.asset(subject);
    const isServed = (id: string): boolean => asset?.serves.some(zone => liesIn(zone.id, id)) === true;
    const isAround = (id: string): boolean => asset !== undefined && liesIn(asset.container, id);
    return {
        fits: id => !isNamed(place, id),
        rank: id => first(isServed(id), isAround(id)),
        isNear: id => isServed(id) || isAround(id),
    };
};

/** Kinds between which conduits usually are. */
const usualNeighbours: ReadonlySet<string> = new Set([
    'dmz enterprise',
    'dmz external',
    'dmz operations',
    'control operations',
    'control control',
    'control safety',
    'control field',
]);

/**
 * The zones of a new conduit: one of which its name speaks, and one that is in none; where several are in none, one
 * that is joined and has a usual neighbour among them, those of the last conduit first. Then a usual neighbour that is
 * not joined with it yet.
 */
const neighbours: Kind = place => {
    const { named, loose } = place;
    const { lookup } = loose;
    const partners = new Map<string, Set<string>>();
    let last: readonly string[] = [];
    for (const { id, between } of loose.all('conduits')) {
        if (id === place.words[1]) continue;
        last = between.map(zone => zone.id);
        for (const zone of between)
            partners.set(zone.id, new Set([...(partners.get(zone.id) ?? []), ...between.map(each => each.id)]));
    }
    const start = named.find(({ id }) => lookup.zone(id) !== undefined)?.id;
    const areUsual = (one: string, other: string): boolean =>
        usualNeighbours.has([lookup.kindOf(one), lookup.kindOf(other)].sort().join(' '));
    const isUsual = (id: string): boolean => start !== undefined && areUsual(id, start);
    const lonely = [...loose.all('zones')].map(({ id }) => id).filter(id => !id.includes('.') && !partners.has(id));
    const isNew = (id: string): boolean =>
        start === undefined ? !partners.has(id) : partners.get(start)?.has(id) !== true;
    const goesOn = (id: string): boolean =>
        partners.has(id) && lonely.length > 1 && lonely.some(other => areUsual(id, other));
    const names = place.words.slice(1).filter(word => word !== 'between');
    // A word that speaks of several zones, as `line` of each that controls, does not say which one.
    const spoken = lonely.filter(id => speaksOf(names, place, id));
    const begins = (id: string): number =>
        first(
            speaksOf(names, place, id) && goesOn(id),
            spoken.length === 1 && spoken[0] === id,
            last[0] === id && goesOn(id),
            last[1] === id && goesOn(id),
            goesOn(id),
            isNew(id),
        );
    return {
        fits: id => !isNamed(place, id),
        rank: id =>
            (id.includes('.') ? 10 : 0) +
            (start === undefined ? begins(id) : first(isNew(id) && isUsual(id), isUsual(id), isNew(id))),
    };
};

/** Zones by what is feared of them, or for them: those outside first, or those that control. */
const zonesByTrust =
    (outside: (place: Place) => boolean): Kind =>
    place => {
        const { fits, rank } = zonesFirst(place);
        const wanted: readonly (ZoneKind | null)[] = outside(place)
            ? ['external', 'enterprise', 'dmz']
            : ['safety', 'control', 'field'];
        const names = place.holder.words.slice(1);
        // After `against Past` comes another zone of its kind.
        const kinds = new Set(
            place.named.flatMap(({ id }) => (place.loose.lookup.zone(id) ? [place.loose.lookup.kindOf(id)] : [])),
        );
        const isIn = (id: string): boolean => place.named.some(each => liesIn(id, each.id));
        return {
            fits,
            rank: id => {
                const isZone = place.loose.lookup.zone(id) !== undefined;
                const at = isZone ? wanted.indexOf(place.loose.lookup.kindOf(id)) : -1;
                if (isZone && speaksOf(names, place, id)) return -1;
                if (at >= 0 && place.words.at(-1) === ',' && !isIn(id) && kinds.has(wanted[at]!)) return -0.5;
                return at >= 0 ? at : wanted.length + rank(id);
            },
        };
    };

const sameContainer = ({ subject, loose }: Place, id: string): boolean =>
    subject !== null && loose.lookup.asset(id)?.container === loose.lookup.asset(subject)?.container;

const isDmz = ({ loose }: Place, id: string): boolean =>
    loose.lookup.zone(id) !== undefined && loose.lookup.kindOf(id) === 'dmz';

const fitsByWord: Readonly<Record<string, Kind>> = {
    flow: ends,
    except: ends,
    via: boundaryDevices,
    conduit: neighbours,
    'one-way': connectedZones,
    over: othersThan(never, ({ connected }, id) => !connected.includes(id)),
    needs: othersThan(({ subject }, id) => id === subject, sameContainer),
    serves: othersThan(({ subject }, id) => subject !== null && liesIn(subject, id), never),
    faces: touchedZones,
    address: touchedZones,
    deny: zonesByTrust(({ words }) => words.at(-1) === 'from'),
    from: zonesByTrust(() => true),
    against: zonesByTrust(() => false),
    require: place => {
        const zones = zonesFirst(place);
        const passes = place.words.at(-1) === 'through';
        return passes ? { ...zones, rank: id => (isDmz(place, id) ? -1 : zones.rank(id)) } : zones;
    },
    device: place => {
        const { fits, rank } = boundaryDevices(place);
        return { fits, rank };
    },
    ...Object.fromEntries(
        ['include', 'exclude', 'focus', 'hide', 'highlight', 'path', 'row', 'beside', 'left-to-right'].map(word => [
            word,
            zonesFirst,
        ]),
    ),
};

/** What fits the place of a name best, by the statement and by what it says already. */
export function fitAt(place: Place): Fit {
    return fitsByWord[place.word]?.(place) ?? { ...plain, fits: id => !isNamed(place, id) };
}
