import type { Asset, Edit, Lookup, Mention, Model, Place, Zone } from '../../model/index.ts';
import { wholeOf } from '../../model/index.ts';

interface Mentioning {
    readonly origin: { readonly file: string };
}

function mentionsOf(model: Model): ReadonlyMap<string, readonly Place[]> {
    const found = new Map<string, Place[]>();
    const look = ({ origin }: Mentioning, ...mentions: readonly (Mention | null)[]): void => {
        for (const mention of mentions) {
            if (!mention) continue;
            const place = { file: origin.file, ...mention.at };
            const places = found.get(mention.id);
            if (places) places.push(place);
            else found.set(mention.id, [place]);
        }
    };
    for (const flow of model.flows) look(flow, flow.from, flow.to);
    for (const asset of model.assets) look(asset, ...asset.serves, ...asset.needs);
    for (const conduit of model.conduits) {
        look(conduit, ...conduit.between, ...conduit.via, ...conduit.over);
        if (conduit.oneWay) look(conduit.oneWay, conduit.oneWay.from, conduit.oneWay.to);
    }
    for (const threat of model.threats) look(threat, ...threat.from, ...threat.against);
    for (const invariant of model.invariants) {
        for (const clause of invariant.clauses) look(clause, clause.from, clause.to, clause.through);
        for (const exception of invariant.exceptions) look(exception, exception.from, exception.to);
    }
    for (const view of model.views) {
        look(view, ...view.include, ...view.exclude, ...view.focus, ...view.hide, ...view.highlight, view.path?.from ?? null, view.path?.to ?? null);
    }
    return found;
}

const known = new WeakMap<Model, ReadonlyMap<string, readonly Place[]>>();

/** The places of a model that mention an element, by its id; gathered once, when the first fix asks for them. */
function mentions(model: Model): ReadonlyMap<string, readonly Place[]> {
    const found = known.get(model) ?? mentionsOf(model);
    known.set(model, found);
    return found;
}

function inside(at: Place, places: readonly Place[]): boolean {
    return places.some(place => place.file === at.file && place.start <= at.start && at.end <= place.end);
}

/**
 * The edits that let every mention of moved elements follow them.
 * @param renamed new ids by old ids
 * @param moved the statements that move as they are; mentions inside of them move along and stay as they are
 */
export function following(model: Model, renamed: ReadonlyMap<string, string>, moved: readonly Place[]): readonly Edit[] {
    return [...renamed].flatMap(([id, text]) => (mentions(model).get(id) ?? [])
        .filter(at => !inside(at, moved))
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
        ...following(lookup.model, renamed, statements),
    ];
}
