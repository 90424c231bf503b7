import type { Asset, Conduit, Lookup, Model, Party, Programme, Zone } from '../../model/index.ts';

/** True when a statement or a countermeasure speaks of requirements at a zone, at a zone around it, or at a conduit. */
export function isAssessed(lookup: Lookup, subject: Zone | Conduit): boolean {
    const speaking = subject.kind === 'conduit' ? [subject] : lookup.chain(subject.id);
    return speaking.some(each => each.statements.length > 0 || each.applies.length > 0);
}

/** All that states requirements: systems in zones, conduits and assets, organisations in parties and programmes. */
export function statingOf(model: Model): readonly (Zone | Conduit | Asset | Party | Programme)[] {
    return [...model.zones, ...model.conduits, ...model.assets, ...model.parties, ...model.programmes];
}
