import type {
    Countermeasure,
    Flow,
    Lookup,
    Mention,
    Protection,
    Protocol,
    RequirementMention,
} from '../model/index.ts';
import { requirementText } from '../model/index.ts';
import type { Assessment } from './assessment.ts';

/** What one protocol of a flow protects here: by itself, by what the flow secures, and by a tunnel around it. */
export interface ProtocolUse {
    readonly mention: Mention;
    readonly protocol: Protocol;
    readonly has: ReadonlySet<Protection>;
    /**
     * What the flow says is secured, though the protocol provides no such thing, and no countermeasure is named that
     * can do it: it does not count.
     */
    readonly unproved: readonly Protection[];
    /** The countermeasures that are named for what is unproved: what they meet has nothing to do with it. */
    readonly unrelated: readonly Countermeasure[];
    /** True where the protections can be off, and nothing says that they are on. */
    readonly unstated: boolean;
    /** True for a protocol of which the model does not say what it protects. */
    readonly undeclared: boolean;
}

/** The built-in protocol for one that is not identified. */
const unknown = 'proprietary-unknown';

/** The countermeasures that a claim names; those that are not declared are problems of the text. */
export function countermeasuresOf(lookup: Lookup, mentions: readonly Mention[]): readonly Countermeasure[] {
    return mentions.flatMap(({ id }) => lookup.countermeasure(id) ?? []);
}

/** What protects whatever passes between two sides: identified devices, radio, keys, sessions, what is sent. */
const ofTheChannel: readonly string[] = [
    'SR 1.6',
    'SR 1.8',
    'SR 1.13',
    'SR 1.14',
    'SR 3.1',
    'SR 3.8',
    'SR 4.1',
    'SR 4.3',
];

/**
 * True where a requirement has something to do with a protection of what is sent. Whoever identifies users (FR 1)
 * authenticates, and neither encrypts nor keeps unchanged what they send.
 */
function isAbout(protection: Protection, mention: RequirementMention): boolean {
    if (mention.kind === 'fr')
        return mention.fr === 2 || mention.fr === 3 || (mention.fr === 0 && protection === 'authentication');
    const base = mention.id.replace(/ RE .+$/, '');
    return ofTheChannel.includes(base) || (protection === 'authentication' && base.startsWith('SR 1.'));
}

/**
 * True where a countermeasure can be what protects. One that states nothing that it meets may: that is not known. So
 * may one that meets requirements of organisations alone.
 */
function mayProtect(protection: Protection, { meets }: Countermeasure): boolean {
    const ofSystems = meets.filter(each => each.kind === 'fr' || each.id.startsWith('SR '));
    return ofSystems.length === 0 || ofSystems.some(each => isAbout(protection, each));
}

/** The requirements that countermeasures state to meet, as they are written. */
export function metBy(countermeasures: readonly Countermeasure[]): readonly string[] {
    return [...new Set(countermeasures.flatMap(({ meets }) => meets.map(requirementText)))];
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
 * the flow says `secured`; a tunnel protocol on the same flow protects the others. What a protocol cannot provide
 * itself is secured only where the flow names the countermeasure that does it: `secured authentication by M`. A
 * countermeasure that meets only what has nothing to do with it, such as a backup, does not.
 */
export function usesOf(assessment: Assessment, flow: Flow): readonly ProtocolUse[] {
    const { lookup } = assessment;
    const claimed = flow.secured && isSecured(assessment, flow) ? flow.secured.protections : [];
    const named = countermeasuresOf(lookup, flow.secured?.by ?? []);
    const isNamed = (flow.secured?.by.length ?? 0) > 0;
    const proved = claimed.filter(
        each => isNamed && (named.length === 0 || named.some(measure => mayProtect(each, measure))),
    );
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
        const has = new Set([...switchedOn(protocol), ...(undeclared ? claimed : proved), ...tunnels]);
        const unproved = claimed.filter(each => !has.has(each));
        return {
            mention,
            protocol,
            has,
            unproved,
            unrelated: unproved.length > 0 ? named : [],
            unstated: protocol.security === 'optional' && flow.secured === null && tunnels.length === 0,
            undeclared,
        };
    });
}

/**
 * True where all that passes in a flow is shown to have a protection: by each of its protocols, or by what is said of
 * it and counts. A flow that names no protocol has what it says of itself, as one whose protocol is not known.
 */
export function isProtected(assessment: Assessment, flow: Flow, protection: Protection): boolean {
    if (flow.protocols.length === 0)
        return isSecured(assessment, flow) && flow.secured?.protections.includes(protection) === true;
    const uses = usesOf(assessment, flow);
    return uses.length === flow.protocols.length && uses.every(({ has }) => has.has(protection));
}
