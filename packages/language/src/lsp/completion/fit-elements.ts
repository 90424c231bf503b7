import type { Asset, Element, Lookup, ZoneKind } from '../../model/index.ts';
import { canEnforce } from '../../assessment/enforcing.ts';
import { roleOf, speaker } from './likely.ts';
import type { Place } from './place.ts';
import { liesIn } from './place.ts';

/** How well the zones, conduits and assets of a model fit a place. */
export interface Fit {
    /** False for what cannot be meant: itself, what is named already, a zone that the conduit does not connect. */
    fits(each: Element): boolean;
    /** 0 is what is meant most often; the same number where nothing speaks for one or the other. */
    rank(each: Element): number;
    /** True for what is offered before anything is typed, although it lies elsewhere. */
    isNear?(each: Element): boolean;
}

type Kind = (place: Place) => Fit;

const plain: Fit = { fits: () => true, rank: () => 0 };

/** Which of several conditions holds first; their count where none does. */
const first = (...conditions: readonly boolean[]): number =>
    conditions.includes(true) ? conditions.indexOf(true) : conditions.length;

const isNamed = ({ named }: Place, { id }: Element): boolean => named.some(each => each.id === id);

const isZone = ({ kind }: Element): boolean => kind === 'zone';

const asAsset = (each: Element): Asset | undefined => (each.kind === 'asset' ? each : undefined);

/** Zones before assets, and those before conduits. */
const zonesFirst: Kind = place => ({
    fits: each => !isNamed(place, each),
    rank: ({ kind }) => first(kind === 'zone', kind === 'asset'),
});

/** What is cut most: conduits, then the boundary of zones. */
const conduitsFirst: Kind = place => ({
    fits: each => !isNamed(place, each),
    rank: ({ kind }) => first(kind === 'conduit', kind === 'zone'),
});

/** What is continued most, before the types: all of it is as near as the rest. */
const continued: Kind = place => ({ ...zonesFirst(place), isNear: () => true });

const plantSide: ReadonlySet<ZoneKind | null> = new Set<ZoneKind | null>(['operations', 'control', 'field']);

/**
 * Who sends through a conduit between the plant's side and a DMZ, which is not to reach in: those that operate and do
 * not send there yet.
 */
function sendersToDmz({ connected, subject, loose }: Place): (each: Element) => boolean {
    const { lookup, model } = loose;
    const isOfPlant = (zone: string): boolean => plantSide.has(lookup.kindOf(zone));
    if (
        !connected.some(zone => lookup.kindOf(zone) === 'dmz') ||
        !connected.every(zone => isOfPlant(zone) || lookup.kindOf(zone) === 'dmz')
    )
        return () => false;
    const senders = new Set(model.flows.filter(flow => flow.container === subject).map(flow => flow.from.id));
    const isInPlant = (id: string): boolean => connected.some(zone => isOfPlant(zone) && liesIn(id, zone));
    return each => roleOf(lookup, asAsset(each)) === 'operates' && isInPlant(each.id) && !senders.has(each.id);
}

/** The ends of a flow: from one side of a conduit to the other, and never to itself. */
const ends: Kind = place => {
    const { connected, named, subject, loose, words } = place;
    const { lookup } = loose;
    const from = words.some(word => /^(->|<->|--)$/.test(word)) ? named[0]?.id : undefined;
    if (from === undefined) {
        // In a zone those who operate open sessions; in a conduit they come from the zone that is named first.
        const opens = (each: Element): boolean =>
            connected.length > 0
                ? liesIn(each.id, connected[0]!) && roleOf(lookup, asAsset(each)) !== 'records'
                : roleOf(lookup, asAsset(each)) === 'operates';
        const sends = sendersToDmz(place);
        return {
            ...plain,
            rank: each => {
                const other = !isZone(each);
                return sends(each) ? 0 : other && opens(each) ? 1 : subject !== each.id && other ? 2 : 3;
            },
        };
    }
    const sideOf = (id: string, asset: Asset | undefined): string | undefined =>
        connected.find(zone => liesIn(id, zone)) ?? asset?.serves.find(zone => connected.includes(zone.id))?.id;
    const side = connected.length > 0 ? sideOf(from, lookup.asset(from)) : lookup.zoneOf(from)?.id;
    const isOther = (each: Element): boolean => {
        if (connected.length === 0)
            return subject === null && (isZone(each) ? each : lookup.zone(asAsset(each)?.container ?? ''))?.id !== side;
        const other = sideOf(each.id, asAsset(each));
        return other !== undefined && other !== side;
    };
    const isHere = (each: Element): boolean => subject !== null && connected.length === 0 && liesIn(each.id, subject);
    // Remote work ends at a jump host, and goes on to a station.
    const origin = lookup.kindOf(lookup.zoneOf(from)?.id ?? '');
    const role = roleOf(lookup, lookup.asset(from));
    const isRemote = origin === 'external' || (origin === 'dmz' && role === 'works');
    const isWorked = (each: Element): boolean => isRemote && roleOf(lookup, asAsset(each)) === 'works';
    // Through a conduit controllers speak with each other; their inputs and outputs are in their own zone.
    const isPeer = (each: Element): boolean =>
        connected.length > 0 && role === 'controls' && roleOf(lookup, asAsset(each)) === 'controls';
    return {
        fits: ({ id }) => id !== from && !liesIn(from, id),
        rank: each => {
            const other = isOther(each);
            if (other && (isWorked(each) || isPeer(each))) return 0;
            if (!isZone(each)) return other || isHere(each) ? 1 : 3;
            return other ? 2 : 4;
        },
    };
};

/** {@link canEnforce}, which depends on the type alone: a large model has many assets of few types. */
function enforces(lookup: Lookup, device: Asset | undefined): boolean {
    const type = device?.type?.id;
    if (!device || type === undefined) return false;
    const known = lookup.once(enforcingTypes);
    const answer = known.get(type) ?? canEnforce(lookup, device);
    known.set(type, answer);
    return answer;
}

const enforcingTypes = (_lookup: Lookup): Map<string, boolean> => new Map();

/** The devices of the boundary: those of the conduit, then those between its zones. */
const boundaryDevices: Kind = place => {
    const { connected, subject, loose } = place;
    const { lookup } = loose;
    const filters = (each: Element): boolean => enforces(lookup, asAsset(each));
    const isConnected = (zone: { readonly id: string }): boolean =>
        connected.some(other => liesIn(other, zone.id) || liesIn(zone.id, other));
    // One firewall often has an interface in several zones: it enforces conduits of them already.
    const joins = (each: Element): boolean =>
        asAsset(each)?.serves.some(isConnected) === true ||
        (each.kind === 'asset' &&
            lookup.boundariesOf(each.id).some(other => other.id !== subject && other.between.some(isConnected)));
    const isOwn = ({ id }: Element): boolean => subject !== null && liesIn(id, subject);
    const isNetwork = (each: Element): boolean =>
        each.kind === 'asset' && lookup.componentTypeOf(each) === 'network-device';
    return {
        // Before a name is typed: what may be a device of a boundary at all.
        fits: each => !isNamed(place, each) && (place.cursor.prefix !== '' || filters(each) || isNetwork(each)),
        rank: each => {
            const own = isOwn(each);
            if (filters(each)) return own ? 0 : joins(each) ? 1 : 2;
            return own ? 3 : isNetwork(each) ? 4 : joins(each) ? 5 : 6;
        },
        isNear: each => joins(each) && (filters(each) || isNetwork(each)),
    };
};

/** The zones of the conduit first, each once. */
const connectedZones: Kind = place => ({
    fits: each => !isNamed(place, each),
    rank: ({ id }) => first(place.connected.includes(id)),
});

const othersThan =
    (isOut: (place: Place, id: string) => boolean, isFirst: (place: Place, each: Element) => boolean): Kind =>
    place => ({
        fits: each => !isNamed(place, each) && !isOut(place, each.id),
        rank: each => first(isFirst(place, each)),
    });

const never = (): boolean => false;

/** The zones in which the asset of a block is: those that it serves, then its own and those around it. */
const touchedZones: Kind = place => {
    const { subject, loose } = place;
    const asset = subject === null ? undefined : loose.lookup.asset(subject);
    const isServed = (id: string): boolean => asset?.serves.some(zone => liesIn(zone.id, id)) === true;
    const isAround = (id: string): boolean => asset !== undefined && liesIn(asset.container, id);
    return {
        fits: each => !isNamed(place, each),
        rank: ({ id }) => first(isServed(id), isAround(id)),
        isNear: ({ id }) => isServed(id) || isAround(id),
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
        for (const zone of between) {
            const joined = partners.get(zone.id) ?? new Set();
            for (const each of between) joined.add(each.id);
            partners.set(zone.id, joined);
        }
    }
    const start = named.find(({ id }) => lookup.zone(id) !== undefined)?.id;
    const areUsual = (one: ZoneKind | null, other: ZoneKind | null): boolean =>
        usualNeighbours.has([one, other].sort().join(' '));
    const isUsual = (id: string): boolean => start !== undefined && areUsual(lookup.kindOf(id), lookup.kindOf(start));
    const lonely = loose
        .all('zones')
        .map(({ id }) => id)
        .filter(id => !id.includes('.') && !partners.has(id));
    const isNew = (id: string): boolean =>
        start === undefined ? !partners.has(id) : partners.get(start)?.has(id) !== true;
    const lonelyKinds = [...new Set(lonely.map(id => lookup.kindOf(id)))];
    const goesOn = (id: string): boolean =>
        partners.has(id) && lonely.length > 1 && lonelyKinds.some(kind => areUsual(lookup.kindOf(id), kind));
    const names = place.words.slice(1).filter(word => word !== 'between');
    // A word that speaks of several zones, as `line` of each that controls, does not say which one.
    const isSpoken = speaker(names, place);
    const spoken = lonely.filter(isSpoken);
    const begins = (id: string): number => {
        const on = goesOn(id);
        if (on && isSpoken(id)) return 0;
        if (spoken.length === 1 && spoken[0] === id) return 1;
        if (on) return last[0] === id ? 2 : last[1] === id ? 3 : 4;
        return isNew(id) ? 5 : 6;
    };
    return {
        fits: each => !isNamed(place, each),
        rank: ({ id }) =>
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
        const isSpoken = speaker(place.holder.words.slice(1), place);
        // After `against Past` comes another zone of its kind.
        const kinds = new Set(
            place.named.flatMap(({ id }) => (place.loose.lookup.zone(id) ? [place.loose.lookup.kindOf(id)] : [])),
        );
        const isIn = (id: string): boolean => place.named.some(each => liesIn(id, each.id));
        return {
            fits,
            rank: each => {
                if (!isZone(each)) return wanted.length + rank(each);
                const { id } = each;
                const at = wanted.indexOf(place.loose.lookup.kindOf(id));
                if (isSpoken(id)) return -1;
                if (at >= 0 && place.words.at(-1) === ',' && !isIn(id) && kinds.has(wanted[at]!)) return -0.5;
                return at >= 0 ? at : wanted.length + rank(each);
            },
        };
    };

const sameContainer = ({ subject, loose }: Place, each: Element): boolean =>
    subject !== null && asAsset(each)?.container === loose.lookup.asset(subject)?.container;

const isDmz = ({ loose }: Place, each: Element): boolean => isZone(each) && loose.lookup.kindOf(each.id) === 'dmz';

const fitsByWord: Readonly<Record<string, Kind>> = {
    flow: ends,
    except: ends,
    via: boundaryDevices,
    conduit: neighbours,
    'one-way': connectedZones,
    over: othersThan(never, ({ connected }, { id }) => !connected.includes(id)),
    needs: othersThan(({ subject }, id) => id === subject, sameContainer),
    works: othersThan(({ subject }, id) => id === subject, sameContainer),
    within: continued,
    cut: conduitsFirst,
    serves: othersThan(({ subject }, id) => subject !== null && liesIn(subject, id), never),
    faces: touchedZones,
    address: touchedZones,
    deny: zonesByTrust(({ words }) => words.at(-1) === 'from'),
    from: zonesByTrust(() => true),
    against: zonesByTrust(() => false),
    require: place => {
        const zones = zonesFirst(place);
        const passes = place.words.at(-1) === 'through';
        return passes ? { ...zones, rank: each => (isDmz(place, each) ? -1 : zones.rank(each)) } : zones;
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
    return fitsByWord[place.word]?.(place) ?? { ...plain, fits: each => !isNamed(place, each) };
}
