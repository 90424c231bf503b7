import type { Conduit, Flow, Lookup, Mention, Protection, Protocol, Zone } from '../../model/index.ts';

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

/** The built-in protocol that stands for one which nobody has identified. */
const unknown = 'proprietary-unknown';

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
        undeclared: protocol.id === unknown || (protocol.security === null && protocol.provides.length === 0),
    }));
}

/**
 * True when a statement on the conduit, or on the zone in which a flow stays, speaks of the requirement by its number: met, compensated or excluded, and not by plans alone.
 * A claim for a whole foundational requirement, or a baseline that is applied, is not enough to answer for one flow.
 * @param requirements any of these will do
 */
export function answers(lookup: Lookup, subject: Conduit | Zone | null, requirements: readonly string[]): boolean {
    const inEffect = (measures: readonly Mention[]): boolean =>
        measures.length === 0 || measures.some(measure => lookup.measure(measure.id)?.status !== 'planned');
    return subject?.statements.some(statement => statement.verb !== 'misses' && inEffect(statement.by)
        && statement.requirements.some(each => each.kind === 'requirement' && requirements.includes(each.id))) ?? false;
}

/** True where a diode stands in the conduit. */
export function hasDiode(lookup: Lookup, conduit: Conduit | null): boolean {
    return conduit?.via.some(({ id }) => {
        const device = lookup.asset(id);
        return device !== undefined && lookup.isA(device, 'diode');
    }) ?? false;
}
