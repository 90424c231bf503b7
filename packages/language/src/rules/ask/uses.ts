import type { Mention, Model, Origin } from '../../model/index.ts';

/** The ids of all countermeasures that something in the model counts on. */
export function usedCountermeasures(model: Model): ReadonlySet<string> {
    const { zones, conduits, assets, types, flows, threats, parties, programmes } = model;
    const used = new Set<string>();
    const use = (mentions: readonly Mention[] = []): void => mentions.forEach(({ id }) => used.add(id));
    const subjects = [...zones, ...conduits, ...assets];
    for (const { applies } of subjects) use(applies);
    for (const { statements } of [...subjects, ...types, ...parties, ...programmes])
        for (const { by } of statements) use(by);
    for (const { secured } of flows) use(secured?.by);
    for (const { mitigations } of threats) for (const { by } of mitigations) use(by);
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
