import type { Assessment } from '../../assessment/index.ts';
import type {
    Conduit,
    Countermeasure,
    Flow,
    Lookup,
    Mention,
    Protection,
    Protocol,
    Statement,
    Zone,
} from '../../model/index.ts';
import { isPlaceholder } from '../../model/index.ts';

/** What one protocol of a flow protects here: by itself, by what the flow secures, and by a tunnel around it. */
export interface ProtocolUse {
    readonly mention: Mention;
    readonly protocol: Protocol;
    readonly has: ReadonlySet<Protection>;
    /**
     * What the flow says is secured, though the protocol provides no such thing and no countermeasure is named: it does
     * not count.
     */
    readonly unproved: readonly Protection[];
    /** True where the protections can be off, and nothing says that they are on. */
    readonly unstated: boolean;
    /** True for a protocol of which the model does not say what it protects. */
    readonly undeclared: boolean;
}

/** The built-in protocol that stands for one which nobody has identified. */
const unknown = 'proprietary-unknown';

/** The countermeasures behind a claim; those that nobody declared are problems of the text. */
function countermeasuresOf(lookup: Lookup, mentions: readonly Mention[]): readonly Countermeasure[] {
    return mentions.flatMap(({ id }) => lookup.countermeasure(id) ?? []);
}

/** True when the flow's `secured` is in effect: every countermeasure that it names works on this day. */
export function isSecured({ lookup, day }: Assessment, flow: Flow): boolean {
    return flow.secured !== null && day.restsOn(countermeasuresOf(lookup, flow.secured.by)) === 'works';
}

function own(protocol: Protocol): readonly Protection[] {
    return protocol.security === 'optional' || protocol.security === 'none' ? [] : protocol.provides;
}

/** True for a protocol of which the model does not say what it protects. */
function isUndeclared(protocol: Protocol): boolean {
    return protocol.id === unknown || (protocol.security === null && protocol.provides.length === 0);
}

/**
 * The protocols of a flow with what is protected. A protocol whose security is `optional` counts as unprotected until
 * the flow
 * says `secured`; a tunnel protocol on the same flow protects the others. What a protocol cannot provide itself is
 * secured only where
 * the flow names the countermeasure that does it: `secured authentication by M`.
 */
export function usesOf(assessment: Assessment, flow: Flow): readonly ProtocolUse[] {
    const { lookup } = assessment;
    const claimed = flow.secured && isSecured(assessment, flow) ? flow.secured.protections : [];
    const isNamed = (flow.secured?.by.length ?? 0) > 0;
    const known = flow.protocols.flatMap(mention => {
        const protocol = lookup.protocol(mention.id);
        return protocol ? [{ mention, protocol }] : [];
    });
    const switchedOn = (protocol: Protocol): readonly Protection[] => [
        ...own(protocol),
        ...claimed.filter(each => protocol.provides.includes(each)),
    ];
    const tunnels = known
        .filter(({ protocol }) => protocol.traits.includes('tunnel'))
        .flatMap(({ protocol }) => switchedOn(protocol));
    return known.map(({ mention, protocol }) => {
        const undeclared = isUndeclared(protocol);
        const has = new Set([...switchedOn(protocol), ...(isNamed || undeclared ? claimed : []), ...tunnels]);
        return {
            mention,
            protocol,
            has,
            unproved: claimed.filter(each => !has.has(each)),
            unstated: protocol.security === 'optional' && flow.secured === null && tunnels.length === 0,
            undeclared,
        };
    });
}

/** A compensation names a countermeasure or a reason; one that is still to be filled in is none. */
function isAnswer({ by, because }: Statement): boolean {
    return by.length > 0 || (because !== null && !isPlaceholder(because));
}

/**
 * True when the conduit, or the zone in which a flow stays, compensates the requirement by its number, and not by plans
 * alone or by evidence that has expired. Nothing less answers for one flow: that it is met or excluded stands against
 * what the protocol shows, and is a contradiction.
 * @param requirements any of these will do
 */
export function answers(
    { lookup, day }: Assessment,
    subject: Conduit | Zone | null,
    requirements: readonly string[],
): boolean {
    return (
        subject?.statements.some(
            statement =>
                statement.verb === 'compensates' &&
                isAnswer(statement) &&
                !day.isStale(statement) &&
                day.restsOn(countermeasuresOf(lookup, statement.by)) === 'works' &&
                statement.requirements.some(each => each.kind === 'requirement' && requirements.includes(each.id)),
        ) ?? false
    );
}

/** True where a diode stands in the conduit. */
export function hasDiode(lookup: Lookup, conduit: Conduit | null): boolean {
    return (
        conduit?.via.some(({ id }) => {
            const device = lookup.asset(id);
            return device !== undefined && lookup.isA(device, 'diode');
        }) ?? false
    );
}
