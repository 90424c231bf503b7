import type { Mention } from './elements/common.ts';
import type { Alternatives, Dependency } from './elements/dependency.ts';
import type { Lifetime } from './elements/time.ts';
import type { Model } from './model.ts';

/** True for what is there on a day: from the day for which it is planned, until the day before it is retired. */
export function isThere({ planned, retired }: Lifetime, day: string): boolean {
    return (planned === null || planned.date <= day) && (retired === null || day < retired.date);
}

/** What is not there on a day: ids of zones, conduits and assets. Flows go with their ends. */
export interface Absent {
    readonly elements: ReadonlySet<string>;
    readonly flows: ReadonlySet<string>;
}

const nothing: Absent = { elements: new Set(), flows: new Set() };

function isDated(each: Lifetime): boolean {
    return each.planned !== null || each.retired !== null;
}

/**
 * Of which nobody can read whether it is there: ids of zones, conduits and assets with a day that is none, and what is
 * in them.
 */
function unreadIn({ zones, conduits, assets }: Model): ReadonlySet<string> {
    const unread = new Set<string>();
    for (const zone of zones)
        if (zone.lifetimeUnread || (zone.parent !== null && unread.has(zone.parent))) unread.add(zone.id);
    for (const conduit of conduits) if (conduit.lifetimeUnread) unread.add(conduit.id);
    // Nearly no model has any: then the assets, which are many, are asked for their own days alone.
    for (const asset of assets)
        if (asset.lifetimeUnread || (unread.size > 0 && unread.has(asset.container))) unread.add(asset.id);
    return unread;
}

/**
 * What is not there on a day. Nested zones and assets follow their zone, devices their conduit, flows their ends and
 * their conduit; a conduit that joins fewer than two zones that are there follows them.
 */
export function absentOn(model: Model, day: string): Absent {
    const dated =
        model.zones.some(isDated) ||
        model.conduits.some(isDated) ||
        model.assets.some(isDated) ||
        model.flows.some(isDated);
    if (!dated) return nothing;
    const elements = new Set<string>();
    // A zone stands before those that are nested in it.
    for (const zone of model.zones)
        if (!isThere(zone, day) || (zone.parent !== null && elements.has(zone.parent))) elements.add(zone.id);
    for (const conduit of model.conduits) {
        const left = conduit.between.filter(end => !elements.has(end.id)).length;
        if (!isThere(conduit, day) || (left < 2 && left < conduit.between.length)) elements.add(conduit.id);
    }
    for (const asset of model.assets) if (!isThere(asset, day) || elements.has(asset.container)) elements.add(asset.id);
    const flows = new Set(
        model.flows
            .filter(
                flow =>
                    !isThere(flow, day) ||
                    elements.has(flow.from.id) ||
                    elements.has(flow.to.id) ||
                    (flow.container !== null && elements.has(flow.container)),
            )
            .map(flow => flow.id),
    );
    return elements.size + flows.size === 0 ? nothing : { elements, flows };
}

/** What has been taken away by a day, with what was in it: ids of zones, conduits and assets. */
export function retiredOn({ zones, conduits, assets }: Model, day: string): ReadonlySet<string> {
    const isRetired = ({ retired }: Lifetime): boolean => retired !== null && retired.date <= day;
    const ids = new Set<string>();
    for (const zone of zones) if (isRetired(zone) || (zone.parent !== null && ids.has(zone.parent))) ids.add(zone.id);
    for (const conduit of conduits) if (isRetired(conduit)) ids.add(conduit.id);
    for (const asset of assets) if (isRetired(asset) || ids.has(asset.container)) ids.add(asset.id);
    return ids;
}

/**
 * The model as it stands on a day: without what is planned for a later one, and without what is retired by then. What
 * mentions such an element says it no longer, but for the clauses of invariants: a path that has to pass a zone that is
 * not there does not pass it. And what needs something that is retired still needs it: it is not known whether that is
 * a loss, or the statement is old. What has a day that cannot be read may be there or not. It is there for what is
 * worse then, such as paths and requirements, and not for what protects: it enforces no boundary, and takes the place
 * of nothing that is needed.
 * @param day `YYYY-MM-DD`
 * @returns the same model where everything is there
 */
export function onDay(model: Model, day: string): Model {
    const { elements: gone, flows } = absentOn(model, day);
    const unread = unreadIn(model);
    if (gone.size + flows.size + unread.size === 0) return model;
    const stays = (each: { readonly id: string }): boolean => !gone.has(each.id);
    const isCertain = (each: { readonly id: string }): boolean => stays(each) && !unread.has(each.id);
    const named = <T extends Mention>(mentions: readonly T[]): readonly T[] =>
        mentions.some(each => gone.has(each.id)) ? mentions.filter(stays) : mentions;
    const needed = (needs: readonly Dependency[]): readonly Dependency[] =>
        needs.filter(each => each.of === 'function' || stays(each));
    const retired = gone.size > 0 ? retiredOn(model, day) : gone;
    const isLost = (each: Dependency): boolean => each.of === 'element' && retired.has(each.id);
    const dependencies = <T extends Pick<Model['assets'][number], 'needs' | 'needsOneOf' | 'worksWithout' | 'origin'>>(
        each: T,
    ) => ({
        needs: needed(each.needs),
        needsOneOf: [
            ...each.needsOneOf,
            ...each.needs.filter(isLost).map(need => ({ any: [need], origin: each.origin })),
        ]
            .map((group): Alternatives => {
                const any = needed(group.any);
                if (any.length === 0 && group.any.some(isLost)) return { ...group, any, unread: 'retired' };
                const certain = any.filter(each => each.of === 'function' || isCertain(each));
                if (certain.length === 0) return { ...group, any };
                return { ...group, any: certain, ...(certain.length < any.length ? { unread: true as const } : {}) };
            })
            .filter(group => group.any.length > 0 || group.unread),
        worksWithout: each.worksWithout.filter(({ without }) => needed([without]).length > 0),
    });
    const threats = model.threats
        .map(threat => ({ ...threat, from: named(threat.from), against: named(threat.against) }))
        // A threat against what is not there is one of another day.
        .filter((threat, index) => threat.against.length > 0 || model.threats[index]!.against.length === 0);
    return {
        ...model,
        zones: model.zones.filter(stays),
        conduits: model.conduits.filter(stays).map(conduit => ({
            ...conduit,
            between: named(conduit.between),
            via: conduit.via.every(isCertain) ? conduit.via : conduit.via.filter(isCertain),
            over: named(conduit.over),
            oneWay: conduit.oneWay && stays(conduit.oneWay.from) && stays(conduit.oneWay.to) ? conduit.oneWay : null,
        })),
        assets: model.assets.filter(stays).map(asset => ({
            ...asset,
            ...dependencies(asset),
            serves: named(asset.serves),
            faces: asset.faces.filter(({ zone }) => stays(zone)),
            addresses: asset.addresses.map(address =>
                address.zone && !stays(address.zone) ? { ...address, zone: null } : address,
            ),
        })),
        flows: model.flows.filter(flow => !flows.has(flow.id)),
        functions: model.functions.map(each => ({
            ...each,
            ...dependencies(each),
            endures: each.endures.filter(({ without }) => needed([without]).length > 0),
        })),
        islands: model.islands.map(island => ({ ...island, cut: named(island.cut) })),
        threats,
        views: model.views.map(view => ({
            ...view,
            include: named(view.include),
            exclude: named(view.exclude),
            focus: named(view.focus),
            hide: named(view.hide),
            highlight: named(view.highlight),
            arranged: view.arranged
                .map(each => ({ ...each, zones: named(each.zones) }))
                .filter(each => each.zones.length > 0),
            cut: named(view.cut),
            assume: named(view.assume),
            path: view.path && stays(view.path.from) && stays(view.path.to) ? view.path : null,
        })),
        rulesets: model.rulesets.map(each => ({ ...each, devices: named(each.devices) })),
        observations: model.observations.map(each => ({ ...each, sees: named(each.sees) })),
    };
}

/** The days on which something comes or goes, in order, each once. */
export function daysOfChange(model: Model): readonly string[] {
    const days = new Set<string>();
    for (const list of [model.zones, model.conduits, model.assets, model.flows])
        for (const { planned, retired } of list) {
            if (planned) days.add(planned.date);
            if (retired) days.add(retired.date);
        }
    return [...days].sort();
}
