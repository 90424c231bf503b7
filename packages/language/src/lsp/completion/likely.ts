import type { Access, Asset, AssetType, Criticality, Lookup, ZoneKind } from '../../model/index.ts';
import { accesses, calledKinds, criticalities, purdueLevels, zoneKinds } from '../../model/index.ts';
import type { Place } from './place.ts';

/** The words of names and titles, in lower case: `OfficeLan "Order desk"` has `office`, `lan`, `order` and `desk`. */
export function wordsOf(...names: readonly (string | null | undefined)[]): Set<string> {
    const split = (name: string): readonly string[] =>
        name
            .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
            .toLowerCase()
            .match(/\p{L}[\p{L}\p{M}]*|\d+/gu) ?? [];
    return new Set(names.flatMap(name => (name ? split(name) : [])));
}

/** Words that speak of no zone in particular. */
const general: readonly string[] = ['plant', 'zone', 'network', 'system', 'site', 'area', 'the', 'of', 'and', 'in'];

/** Words in names of zones of a kind that say it less surely than what the kind is called; the surest kind first. */
const inNames: Readonly<Record<ZoneKind, readonly string[]>> = {
    dmz: [],
    safety: [],
    external: ['remote'],
    enterprise: [],
    operations: ['operation'],
    field: [],
    control: ['cell', 'line', 'process', 'unit'],
};

const namedFirst = Object.keys(inNames) as ZoneKind[];
const wordsFor = (kind: ZoneKind): readonly string[] => [kind, ...(calledKinds[kind] ?? []), ...inNames[kind]];

/** What else is called after zones of a kind: conduits, threats and invariants about them. */
const aboutKind: Readonly<Partial<Record<ZoneKind, readonly string[]>>> = {
    external: ['support', 'maintenance', 'service', 'vendors', 'suppliers'],
    safety: ['trip', 'interlock', 'interlocks'],
};

/**
 * True for a zone of which a name speaks: by a word of the zone's own names, or by one for its kind. `Support` speaks
 * of a vendor's zone, `OfficeStaysOut` of the office.
 */
export function speaker(names: readonly string[], { loose: { lookup } }: Place): (id: string) => boolean {
    const words = wordsOf(...names);
    for (const word of general) words.delete(word);
    if (words.size === 0) return () => false;
    const isSaid = (word: string): boolean => words.has(word);
    return id => {
        const zone = lookup.zone(id);
        if (!zone) return false;
        const kind = lookup.kindOf(id);
        if (kind !== null && (wordsFor(kind).some(isSaid) || aboutKind[kind]?.some(isSaid))) return true;
        return [...wordsOf(zone.name, zone.title)].some(isSaid);
    };
}

/** The kinds of a zone, the one that its name speaks of first; otherwise control, of which a plant has most. */
export function kindsAt({ holder }: Place): readonly ZoneKind[] {
    const words = wordsOf(...holder.words.slice(1));
    const called = namedFirst.find(kind => wordsFor(kind).some(word => words.has(word)));
    return firstThen(called ?? 'control', zoneKinds);
}

const usualLevel: Readonly<Record<ZoneKind, string>> = {
    enterprise: '4',
    dmz: '3.5',
    operations: '3',
    control: '1',
    safety: '1',
    field: '0',
    external: '5',
};

/** The Purdue levels, the usual one of the zone's kind first: by the other zones of the model, if they have one. */
export function purdueAt({ loose, subject }: Place): readonly string[] {
    const kind = subject === null ? null : loose.lookup.kindOf(subject);
    if (kind === null) return purdueLevels;
    const others = loose.all('zones').filter(zone => zone.id !== subject && loose.lookup.kindOf(zone.id) === kind);
    return firstThen(mostOf(others.flatMap(zone => zone.purdue ?? [])) ?? usualLevel[kind], purdueLevels);
}

/** What an asset does, as far as it says who opens a connection and what for. */
export type Role = 'operates' | 'controls' | 'records' | 'works' | 'other';

const roles: readonly (readonly [type: string, role: Role])[] = [
    ['hmi', 'operates'],
    ['operator-panel', 'operates'],
    ['scada-server', 'operates'],
    ['historian', 'records'],
    ['controller', 'controls'],
    ['workstation', 'works'],
    ['engineering-station', 'works'],
    ['jump-host', 'works'],
];

export function roleOf(lookup: Lookup, asset: Asset | undefined): Role {
    const type = asset?.type?.id;
    if (type === undefined) return 'other';
    const known = lookup.once(rolesOfTypes);
    const role = known.get(type) ?? roles.find(([base]) => lookup.typeIsA(type, base))?.[1] ?? 'other';
    known.set(type, role);
    return role;
}

/** The roles of the types that were asked for: a large model has many assets of few types. */
const rolesOfTypes = (_lookup: Lookup): Map<string, Role> => new Map();

/** What two assets do: `operates controls`. */
function sortsOf(lookup: Lookup, from: string | undefined, to: string | undefined): string {
    const role = (id: string | undefined): Role => roleOf(lookup, id === undefined ? undefined : lookup.asset(id));
    return `${role(from)} ${role(to)}`;
}

/** The access of flows between two assets, as far as these say it. */
export function usualAccess(lookup: Lookup, from: string | undefined, to: string | undefined): Access {
    const sorts = sortsOf(lookup, from, to);
    return /^(?:operates|controls) (?:controls|records)$/u.test(sorts) ? 'write' : 'read';
}

/** What is said to be the purpose of flows of an access. */
const purposes: readonly (readonly [Access, readonly string[]])[] = [
    ['program', ['maintenance', 'programming', 'engineering', 'firmware', 'configuration', 'support', 'updates']],
    ['write', ['set', 'setpoint', 'setpoints', 'command', 'commands', 'recipe', 'recipes', 'start', 'stop', 'request']],
    ['read', ['status', 'trend', 'trends', 'report', 'reports', 'values', 'alarms', 'monitoring', 'figures']],
];

/**
 * The kinds of access: the one of which the purpose speaks, else what flows between the same two sorts of assets have,
 * else what these do with each other.
 */
export function accessAt({ loose, holder }: Place): readonly Access[] {
    const { lookup } = loose;
    const here = sortsOf(lookup, holder.named[0]?.id, holder.named[1]?.id);
    const same = loose.model.flows.filter(
        ({ from, to, protocols }) =>
            protocols.some(({ id }) => holder.words.includes(id)) && sortsOf(lookup, from.id, to.id) === here,
    );
    const said = wordsOf(...holder.words.filter(word => word.startsWith('"')));
    const purpose = purposes.find(([, words]) => words.some(word => said.has(word)))?.[0];
    // Who sends records to be kept writes them, whatever they are called.
    const isKept = purpose === 'read' && /^(?:operates|controls) records$/u.test(here);
    if (purpose !== undefined && !isKept) return firstThen(purpose, accesses);
    const usual = usualAccess(lookup, holder.named[0]?.id, holder.named[1]?.id);
    return firstThen(mostOf(same.flatMap(({ access }) => access ?? [])) ?? usual, accesses);
}

/**
 * The criticalities: the one that most assets of the same type have, else most assets of the model; where none has one,
 * `high`, since it is said first of what matters.
 */
export function criticalityAt({ loose, holder }: Place): readonly Criticality[] {
    const type = holder.words.at(-1);
    const all = loose.all('assets').filter(asset => asset.criticality !== null);
    const same = all.filter(asset => asset.type?.id === type);
    const most = mostOf((same.length > 0 ? same : all).flatMap(asset => asset.criticality ?? []));
    return firstThen(most ?? 'high', criticalities);
}

/** Zones whose owner is often the same one: those of the office network, and those of the plant. */
const sides: readonly (readonly ZoneKind[])[] = [
    ['enterprise', 'dmz', 'external'],
    ['operations', 'control', 'field', 'safety'],
];

/**
 * The owners of what is like the element around the cursor: of a conduit those of its zones; of a zone those of the
 * zones of its kind, the last one first, then of those on the same side of the plant, then of the others. The owner of
 * the system answers for the side of the plant that has no owner yet.
 */
export function likelyOwners(place: Place): readonly string[] {
    const { loose, subject, connected, holder } = place;
    const { lookup } = loose;
    const owner = (id: string): string | null => lookup.zone(id)?.owner ?? null;
    if (connected.length > 0) return connected.flatMap(id => owner(id) ?? []);
    if (holder.words[0] !== 'zone') return [];
    const others = loose
        .all('zones')
        .filter(({ id }) => id !== subject)
        .reverse();
    const stated = subject === null ? null : lookup.kindOf(subject);
    const kind = stated ?? kindsAt(place)[0];
    const isKind = (kinds: readonly (ZoneKind | undefined)[]) => {
        return ({ id }: { readonly id: string }): boolean => kinds.includes(lookup.kindOf(id) ?? undefined);
    };
    const side = sides.find(kinds => kind !== undefined && kinds.includes(kind)) ?? [];
    const owners = (zones: readonly { readonly id: string }[]): readonly string[] =>
        zones.flatMap(({ id }) => owner(id) ?? []);
    const system = side.includes('control') ? (loose.model.system?.owner ?? null) : null;
    return [
        ...owners(others.filter(isKind([kind]))),
        ...owners(others.filter(isKind(side))),
        ...(system === null ? [] : [system]),
        ...owners(others),
    ];
}

/** The part of the address that the network of the zone around gives: `10.3.0.`; the host is not guessed. */
export function addressStarts({ loose, subject }: Place): readonly { readonly start: string; readonly zone: string }[] {
    const zone = subject === null ? undefined : loose.lookup.zoneOf(subject);
    return (zone?.networks ?? []).flatMap(({ text }) => {
        const found = /^(\d+)\.(\d+)\.(\d+)\.\d+\/(\d+)$/u.exec(text);
        const parts = found ? Math.min(3, Math.floor(Number(found[4]) / 8)) : 0;
        return found && parts > 0 ? [{ start: `${found.slice(1, 1 + parts).join('.')}.`, zone: zone!.id }] : [];
    });
}

/**
 * How well a type fits the name and title of an asset: -1 where they say its id in several words (`Patch server`), 0
 * where they say it or what else it is called, 2 where nothing in them does.
 */
export function typeByName(names: ReadonlySet<string>): (type: AssetType) => number {
    /** How many words of a phrase are said; 0 where one is missing. */
    const said = (phrase: string): number => {
        const words = wordsOf(phrase);
        return [...words].every(word => names.has(word)) ? words.size : 0;
    };
    return type => {
        if (said(type.id) > 1) return -1;
        if ([type.id, ...type.aliases].some(phrase => said(phrase) > 0)) return 0;
        const [head] = wordsOf(type.id);
        return head !== undefined && head.length > 2 && names.has(head) ? 1 : 2;
    };
}

/** What a name or title is about: its last word, `panel` of `Filler panel`. */
const headsOf = (...names: readonly (string | null | undefined)[]): readonly string[] =>
    names.flatMap(name => [...wordsOf(name)].findLast(word => !/^\d+$/u.test(word)) ?? []);

/** The types of assets that are called alike: `Filler panel` after `Hmi "Panel" : hmi`. */
export function typesCalled(names: readonly string[], assets: Iterable<Asset>): ReadonlySet<string> {
    const heads = new Set(headsOf(...names));
    const found = new Set<string>();
    if (heads.size === 0) return found;
    // Most names have none of these letters: they are not taken apart.
    const mayBe = new RegExp([...heads].join('|'), 'iu');
    for (const { type, name, title } of assets)
        if (
            type !== null &&
            !found.has(type.id) &&
            (mayBe.test(name) || (title !== null && mayBe.test(title))) &&
            headsOf(name, title).some(head => heads.has(head))
        )
            found.add(type.id);
    return found;
}

function firstThen<T>(first: T, all: readonly T[]): readonly T[] {
    return [first, ...all.filter(each => each !== first)];
}

function mostOf<T>(all: readonly T[]): T | undefined {
    const counts = new Map<T, number>();
    for (const each of all) counts.set(each, (counts.get(each) ?? 0) + 1);
    return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
