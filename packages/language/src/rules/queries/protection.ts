import type { Conduit, Flow, Lookup, Mention, Protection, Protocol } from '../../model/index.ts';

/** What one protocol of a flow protects here: by itself, by what the flow secures, and by a tunnel around it. */
export interface ProtocolUse {
    readonly mention: Mention;
    readonly protocol: Protocol;
    readonly has: ReadonlySet<Protection>;
    /** True where the protections can be off, and nothing says that they are on. */
    readonly unstated: boolean;
    /** True for a protocol of which the model does not say what it protects. */
    readonly undeclared: boolean;
}

/** True when the flow's `secured` is in effect: not all of the countermeasures behind it are still plans. */
export function isSecured(lookup: Lookup, flow: Flow): boolean {
    if (!flow.secured) return false;
    const { by } = flow.secured;
    return by.length === 0 || by.some(measure => lookup.measure(measure.id)?.status !== 'planned');
}

function own(protocol: Protocol): readonly Protection[] {
    return protocol.security === 'optional' || protocol.security === 'none' ? [] : protocol.provides;
}

/**
 * The protocols of a flow with what is protected. A protocol whose security is `optional` counts as unprotected until the flow
 * says `secured`; a tunnel protocol on the same flow protects the others.
 */
export function usesOf(lookup: Lookup, flow: Flow): readonly ProtocolUse[] {
    const secured = flow.secured && isSecured(lookup, flow) ? flow.secured.protections : [];
    const known = flow.protocols.flatMap(mention => {
        const protocol = lookup.protocol(mention.id);
        return protocol ? [{ mention, protocol }] : [];
    });
    const tunnels = known.filter(({ protocol }) => protocol.traits.includes('tunnel')).flatMap(({ protocol }) => own(protocol));
    return known.map(({ mention, protocol }) => ({
        mention,
        protocol,
        has: new Set([...own(protocol), ...secured, ...tunnels]),
        unstated: protocol.security === 'optional' && flow.secured === null && tunnels.length === 0,
        undeclared: protocol.security === null && protocol.provides.length === 0,
    }));
}

/**
 * True when the conduit itself speaks of the requirement by its number: met, compensated or excluded, by a statement or by a
 * countermeasure that is no plan. A claim for a whole foundational requirement is not enough to answer for one flow.
 * @param requirements any of these will do
 */
export function answers(lookup: Lookup, conduit: Conduit | null, requirements: readonly string[]): boolean {
    if (!conduit) return false;
    const inEffect = (measures: readonly Mention[]): boolean =>
        measures.length === 0 || measures.some(measure => lookup.measure(measure.id)?.status !== 'planned');
    const stated = conduit.statements.some(statement => statement.verb !== 'misses' && inEffect(statement.by)
        && statement.requirements.some(each => each.kind === 'requirement' && requirements.includes(each.id)));
    return stated || conduit.applies.some(({ id }) => {
        const measure = lookup.measure(id);
        return measure !== undefined && measure.status !== 'planned'
            && measure.meets.some(each => each.kind === 'requirement' && requirements.includes(each.id));
    });
}
