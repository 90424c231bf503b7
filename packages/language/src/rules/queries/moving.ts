import type { Asset, Edit, Lookup, Mention, Model, Place, Zone } from '../../model/index.ts';
import { wholeOf } from '../../model/index.ts';

interface Mentioning {
    readonly origin: { readonly file: string };
}

/** Every place of a model that mentions one of these elements, in no particular order. */
function mentionsOf(model: Model, ids: ReadonlySet<string>): readonly { readonly id: string; readonly at: Place }[] {
    const found: { id: string; at: Place }[] = [];
    const look = ({ origin }: Mentioning, ...mentions: readonly (Mention | null)[]): void => {
        for (const mention of mentions) {
            if (mention && ids.has(mention.id)) found.push({ id: mention.id, at: { file: origin.file, ...mention.at } });
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

function inside(at: Place, places: readonly Place[]): boolean {
    return places.some(place => place.file === at.file && place.start <= at.start && at.end <= place.end);
}

/**
 * The edits that let every mention of moved elements follow them.
 * @param renamed new ids by old ids
 * @param moved the statements that move as they are; mentions inside of them move along and stay as they are
 */
export function following(model: Model, renamed: ReadonlyMap<string, string>, moved: readonly Place[]): readonly Edit[] {
    return mentionsOf(model, new Set(renamed.keys()))
        .filter(({ at }) => !inside(at, moved))
        .map(({ id, at }): Edit => ({ kind: 'replace', at, text: renamed.get(id)! }));
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
