import type { Asset, Edit, Lookup, Mention, Place, Zone } from '../../model/index.ts';
import { wholeOf } from '../../model/index.ts';
import { keepsMeaning } from './scope.ts';

/** Every mention in what an element says, wherever it is nested. */
function mentionsIn(value: unknown, found: Mention[]): void {
    if (typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) {
        for (const each of value) mentionsIn(each, found);
        return;
    }
    const node = value as Record<string, unknown>;
    if (typeof node['id'] === 'string' && typeof node['at'] === 'object') found.push(value as Mention);
    else mentionsWithin(node, found);
}

/** The mentions in what an element says: its own id is none. Places of the text, of which there are most, have none. */
function mentionsWithin(element: object, found: Mention[], leftOut = ''): void {
    for (const key in element) {
        if (key === 'origin' || key === 'at' || key === leftOut) continue;
        const part = (element as Record<string, unknown>)[key];
        if (typeof part !== 'object' || part === null) continue;
        if (!Array.isArray(part)) mentionsIn(part, found);
        else if (part.length > 0) for (const each of part) mentionsIn(each, found);
    }
}

/** The places outside of flows and of what conduits name after `via` that mention assets, by the asset. */
function otherMentions({ model }: Lookup): ReadonlyMap<string, readonly Place[]> {
    const {
        zones,
        conduits,
        assets,
        countermeasures,
        threats,
        invariants,
        views,
        functions,
        islands,
        parties,
        programmes,
        rulesets,
    } = model;
    const found = new Map<string, Place[]>();
    for (const list of [
        zones,
        conduits,
        assets,
        countermeasures,
        threats,
        invariants,
        views,
        functions,
        islands,
        parties,
        programmes,
        rulesets,
    ]) {
        for (const element of list) {
            const mentions: Mention[] = [];
            mentionsWithin(element, mentions, 'via');
            for (const mention of mentions) {
                const places = found.get(mention.id);
                if (places) places.push(placeOf(element.origin, mention));
                else found.set(mention.id, [placeOf(element.origin, mention)]);
            }
        }
    }
    return found;
}

function placeOf(origin: { readonly file: string }, mention: Mention): Place {
    return { file: origin.file, start: mention.at.start, end: mention.at.end };
}

/**
 * The places that mention an asset. The larger part of them is known to the lookup, the rest is gathered for the first
 * fix that asks.
 */
function mentionsOf(day: Lookup, id: string): readonly Place[] {
    const lookup = day.said();
    const others = lookup.once(otherMentions);
    const meant = (mentions: readonly Mention[]): readonly Mention[] => mentions.filter(mention => mention.id === id);
    return [
        ...lookup
            .flowsOf(id)
            .flatMap(flow => meant([flow.from, flow.to]).map(mention => placeOf(flow.origin, mention))),
        ...lookup
            .boundariesOf(id)
            .flatMap(conduit => meant(conduit.via).map(mention => placeOf(conduit.origin, mention))),
        ...(others.get(id) ?? []),
    ];
}

function inside(at: Place, places: readonly Place[]): boolean {
    return places.some(place => place.file === at.file && place.start <= at.start && at.end <= place.end);
}

/** True for a name without the names of what is around it. */
function isShort(at: Place, id: string): boolean {
    return at.end - at.start === id.length - id.lastIndexOf('.') - 1;
}

/**
 * The edits that let every mention of moved assets follow them.
 * @param renamed new ids by old ids
 * @param moved the statements that move; short names inside of them move along and mean the same
 */
export function following(
    lookup: Lookup,
    renamed: ReadonlyMap<string, string>,
    moved: readonly Place[],
): readonly Edit[] {
    return [...renamed].flatMap(([id, text]) =>
        mentionsOf(lookup, id)
            .filter(at => !(isShort(at, id) && inside(at, moved)))
            .map((at): Edit => ({ kind: 'replace', at, text })),
    );
}

/** A name that no element of a block has yet: the wanted one, or with the first free number behind it. */
export function freeName(wanted: string, taken: (name: string) => boolean): string {
    if (!taken(wanted)) return wanted;
    for (let number = 2; ; number++) if (!taken(`${wanted}${number}`)) return `${wanted}${number}`;
}

/** The edits by which moved statements still mean what they mention outside of themselves. */
function keeping(day: Lookup, assets: readonly Asset[], around: readonly string[]): readonly Edit[] {
    const lookup = day.said();
    const gone = new Set(assets.map(asset => asset.id));
    return assets.flatMap(asset => {
        const mentions: Mention[] = [];
        mentionsWithin(lookup.asset(asset.id)!, mentions);
        const lost = mentions.filter(
            mention =>
                (lookup.zone(mention.id) ?? lookup.asset(mention.id)) &&
                !gone.has(mention.id) &&
                !keepsMeaning(lookup, mention, { around, connected: [] }),
        );
        return lost.map((mention): Edit => ({ kind: 'replace', at: placeOf(asset.origin, mention), text: mention.id }));
    });
}

/**
 * The edits that move assets, as they are written, into a zone that is there; every mention follows.
 * @returns `null` where the zone has something of such a name, or one of them has a leg there
 */
export function relocation(lookup: Lookup, assets: readonly Asset[], zone: Zone): readonly Edit[] | null {
    const hasLegThere = (asset: Asset): boolean =>
        [...asset.serves, ...asset.faces.map(each => each.zone)].some(each => each.id === zone.id);
    if (assets.some(asset => lookup.said().element(`${zone.id}.${asset.name}`) || hasLegThere(asset))) return null;
    const statements = assets.map(asset => wholeOf(asset.origin));
    const renamed = new Map(assets.map(asset => [asset.id, `${zone.id}.${asset.name}`]));
    return [
        ...statements.map((at): Edit => ({ kind: 'move', at, into: zone.origin })),
        ...following(lookup, renamed, statements),
        ...keeping(
            lookup,
            assets,
            lookup.chain(zone.id).map(each => each.id),
        ),
    ];
}

/**
 * The edits that put assets into a new zone at top level, after the declaration in which they are.
 * @param name for the new zone; a number follows where it is taken
 * @param facts what the new zone says of itself, one statement each
 */
export function newZone(
    lookup: Lookup,
    assets: readonly Asset[],
    name: string,
    facts: readonly string[],
): readonly Edit[] {
    const free = freeName(name, each => lookup.said().element(each) !== undefined);
    const statements = assets.map(asset => wholeOf(asset.origin));
    const renamed = new Map(assets.map(asset => [asset.id, `${free}.${asset.name}`]));
    const outermost = assets.flatMap(
        asset => lookup.chain(asset.container).at(-1) ?? lookup.conduit(asset.container) ?? [],
    )[0];
    return [
        { kind: 'enclose', statements, head: `zone ${free}`, facts, after: outermost?.origin },
        ...following(lookup, renamed, statements),
        ...keeping(lookup, assets, [free]),
    ];
}

/**
 * The edits that put assets of a zone into a zone of their own inside it.
 * @param assets all of them stand directly in the block of the zone
 * @param name for the new zone; a number follows where it is taken
 * @param facts what the new zone says of itself, one statement each
 */
export function partition(
    lookup: Lookup,
    zone: Zone,
    assets: readonly Asset[],
    name: string,
    facts: readonly string[],
): readonly Edit[] {
    const inner = freeName(name, each => lookup.said().element(`${zone.id}.${each}`) !== undefined);
    const statements = assets.map(asset => wholeOf(asset.origin));
    const renamed = new Map(assets.map(asset => [asset.id, `${zone.id}.${inner}.${asset.name}`]));
    return [{ kind: 'enclose', statements, head: `zone ${inner}`, facts }, ...following(lookup, renamed, statements)];
}
