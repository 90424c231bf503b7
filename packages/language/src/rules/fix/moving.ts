import type { Asset, Edit, Lookup, Mention, Model, Place, Zone } from '../../model/index.ts';
import { wholeOf } from '../../model/index.ts';

interface Mentioning {
    readonly origin: { readonly file: string };
}

/** The places outside of flows and conduits that mention assets, by the asset. */
function otherMentions(model: Model): ReadonlyMap<string, readonly Place[]> {
    const found = new Map<string, Place[]>();
    const look = ({ origin }: Mentioning, mentions: readonly (Mention | null)[]): void => {
        for (const mention of mentions) {
            if (!mention) continue;
            const places = found.get(mention.id);
            if (places) places.push(placeOf(origin, mention));
            else found.set(mention.id, [placeOf(origin, mention)]);
        }
    };
    for (const asset of model.assets) if (asset.needs.length > 0) look(asset, asset.needs);
    for (const threat of model.threats) look(threat, [...threat.from, ...threat.against]);
    for (const invariant of model.invariants) {
        for (const clause of invariant.clauses) look(clause, [clause.from, clause.to, clause.through]);
        for (const exception of invariant.exceptions) look(exception, [exception.from, exception.to]);
    }
    for (const view of model.views) {
        look(view, [...view.include, ...view.exclude, ...view.focus, ...view.hide, ...view.highlight, view.path?.from ?? null, view.path?.to ?? null]);
    }
    return found;
}

function placeOf(origin: { readonly file: string }, mention: Mention): Place {
    return { file: origin.file, start: mention.at.start, end: mention.at.end };
}

const known = new WeakMap<Model, ReadonlyMap<string, readonly Place[]>>();

/** The places that mention an asset. The larger part of them is known to the lookup, the rest is gathered for the first fix that asks. */
function mentionsOf(lookup: Lookup, id: string): readonly Place[] {
    const others = known.get(lookup.model) ?? otherMentions(lookup.model);
    known.set(lookup.model, others);
    const meant = (mentions: readonly Mention[]): readonly Mention[] => mentions.filter(mention => mention.id === id);
    return [
        ...lookup.flowsOf(id).flatMap(flow => meant([flow.from, flow.to]).map(mention => placeOf(flow.origin, mention))),
        ...lookup.boundariesOf(id).flatMap(conduit => meant(conduit.via).map(mention => placeOf(conduit.origin, mention))),
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
export function following(lookup: Lookup, renamed: ReadonlyMap<string, string>, moved: readonly Place[]): readonly Edit[] {
    return [...renamed].flatMap(([id, text]) => mentionsOf(lookup, id)
        .filter(at => !(isShort(at, id) && inside(at, moved)))
        .map((at): Edit => ({ kind: 'replace', at, text })));
}

/** A name that no element of a block has yet: the wanted one, or with the first free number behind it. */
export function freeName(wanted: string, taken: (name: string) => boolean): string {
    if (!taken(wanted)) return wanted;
    for (let number = 2; ; number++) if (!taken(`${wanted}${number}`)) return `${wanted}${number}`;
}

/**
 * The edits that put assets of a zone into a zone of their own inside it.
 * @param assets all of them stand directly in the block of the zone
 * @param name for the new zone; a number follows where it is taken
 * @param facts what the new zone says of itself, one statement each
 */
export function partition(
    lookup: Lookup, zone: Zone, assets: readonly Asset[], name: string, facts: readonly string[],
): readonly Edit[] {
    const inner = freeName(name, each => lookup.element(`${zone.id}.${each}`) !== undefined);
    const statements = assets.map(asset => wholeOf(asset.origin));
    const renamed = new Map(assets.map(asset => [asset.id, `${zone.id}.${inner}.${asset.name}`]));
    return [
        { kind: 'enclose', statements, head: `zone ${inner}`, facts },
        ...following(lookup, renamed, statements),
    ];
}
