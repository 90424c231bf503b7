import type { Model, Origin } from '../../model/index.ts';

/** The ids of all countermeasures that something in the model counts on. */
export function usedCountermeasures({ zones, conduits, assets, types, flows, threats }: Model): ReadonlySet<string> {
    const used = new Set<string>();
    for (const list of [zones, conduits, assets]) {
        for (const subject of list) {
            for (const mention of subject.applies) used.add(mention.id);
            for (const statement of subject.statements) for (const mention of statement.by) used.add(mention.id);
        }
    }
    for (const type of types)
        for (const statement of type.statements) for (const mention of statement.by) used.add(mention.id);
    for (const flow of flows) for (const mention of flow.secured?.by ?? []) used.add(mention.id);
    for (const threat of threats)
        for (const mitigation of threat.mitigations) for (const mention of mitigation.by) used.add(mention.id);
    return used;
}

/**
 * What is there, and what is planned or was: that too is of a type, uses a protocol and names countermeasures, and
 * without these its text could not be read.
 */
export function withAbsent(model: Model, whole: Model): Model {
    if (whole === model) return model;
    const there = new Set([...model.zones, ...model.conduits, ...model.assets].map(({ id }) => id));
    const flows = new Set(model.flows.map(({ origin }) => origin));
    const isAway = ({ id }: { readonly id: string }): boolean => !there.has(id);
    return {
        ...model,
        zones: [...model.zones, ...whole.zones.filter(isAway)],
        conduits: [...model.conduits, ...whole.conduits.filter(isAway)],
        assets: [...model.assets, ...whole.assets.filter(isAway)],
        flows: [...model.flows, ...whole.flows.filter(({ origin }) => !flows.has(origin))],
    };
}

/**
 * A test for files that declare a part of the plant, or what names one: a threat, a function, an invariant. A file
 * without any is a library, which may well declare more than one model needs.
 */
export function plantFiles(model: Model): (origin: Origin) => boolean {
    const { system, zones, conduits, assets, flows, threats, invariants, functions, islands } = model;
    const parts = [zones, conduits, assets, flows, threats, invariants, functions, islands].flat();
    const files = new Set(parts.map(each => each.origin.file));
    if (system) files.add(system.origin.file);
    return origin => files.has(origin.file);
}
