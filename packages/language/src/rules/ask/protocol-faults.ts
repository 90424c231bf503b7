import type { Assessment } from '../../assessment/index.ts';
import type { ProtocolUse } from '../../assessment/protection.ts';
import type { Level, Lookup, Protection } from '../../model/index.ts';
import { protections } from '../../model/index.ts';
import type { Severity } from '../engine/rule.ts';
import type { BoundaryFlow, End } from './boundary-flows.ts';
import { boundaryFlows, innerFlows } from './boundary-flows.ts';
import { grade } from './grade.ts';
import { answers, hasDiode } from './protection.ts';
import { assetTypes } from './types.ts';
import { isBeyond } from './zones.ts';

/**
 * What a protocol of a flow lacks, mostly across a boundary. Each use of a protocol has one such fault at most: the
 * gravest cause.
 */
export type Lack =
    | 'mode-unstated'
    | 'credentials-in-clear'
    | 'write-unauthenticated'
    | 'unauthenticated'
    | 'without-integrity'
    | 'clear-text';

export interface ProtocolFault {
    readonly lack: Lack;
    readonly boundary: BoundaryFlow;
    readonly use: ProtocolUse;
    readonly missing: readonly Protection[];
    readonly severity: Severity;
}

/** Positions in a level vector. */
const [IAC, UC, SI, DC] = [0, 1, 2, 3] as const;

/** The requirements that ask for a protection; any of them speaks of it. */
export const requirementsOf: Readonly<Record<Protection, readonly string[]>> = {
    authentication: ['SR 1.2', 'SR 1.2 RE 1'],
    integrity: ['SR 3.1', 'SR 3.1 RE 1'],
    encryption: ['SR 4.1', 'SR 4.1 RE 1', 'SR 4.1 RE 2'],
};

/** Services of a network whose forgery matters to strong attackers alone: time, names, discovery, records. */
const supporting: readonly string[] = ['time', 'name-service', 'discovery', 'logging'];

const officeClasses: readonly (string | null)[] = ['it', 'iiot', null];

function has(use: ProtocolUse, ...traits: readonly string[]): boolean {
    return traits.some(trait => use.protocol.traits.includes(trait));
}

/**
 * Confidentiality is asked for across every boundary at level 4 (SR 4.1 RE 2), on foreign media at level 2 (SR 4.1 RE
 * 1).
 */
function clearTextSeverity({ foreign, target }: BoundaryFlow): Severity | null {
    if (foreign) return grade(target[DC], 2);
    return (target[DC] ?? 0) >= 4 ? 'error' : null;
}

/** True for a service of offices that lets a password be heard. */
export function sendsPasswords(use: ProtocolUse): boolean {
    return has(use, 'cleartext-credentials') && officeClasses.includes(use.protocol.protocolClass);
}

function lighter(severity: Severity | null): Severity | null {
    return severity === 'error' ? 'warning' : severity;
}

/** On a foreign medium every lack counts from level 1 on. */
function graded({ foreign, target }: BoundaryFlow, fr: number, wanted: number): Severity | null {
    const level: Level | null | undefined = target[fr];
    if (foreign) return level === 0 ? null : 'error';
    return grade(level, wanted);
}

function authenticationFault(
    { lookup }: Assessment,
    boundary: BoundaryFlow,
    use: ProtocolUse,
): readonly [Lack, Severity | null] {
    const { flow, foreign, target } = boundary;
    if (sendsPasswords(use) && !use.has.has('encryption')) {
        return ['credentials-in-clear', graded(boundary, IAC, 1)];
    }
    const writes = flow.access === 'write' || flow.access === 'program';
    if (has(use, ...supporting)) {
        return ['unauthenticated', foreign || (target[IAC] ?? 0) >= 3 ? lighter(graded(boundary, IAC, 3)) : null];
    }
    const severity = writes ? graded(boundary, UC, 1) : graded(boundary, IAC, 2);
    const lack = writes ? 'write-unauthenticated' : 'unauthenticated';
    return [lack, isHardToReach(lookup, boundary, use) || use.undeclared ? lighter(severity) : severity];
}

/**
 * A line between two devices, or a diode behind which no command comes back: graver than nothing, and less than a
 * network.
 */
function isHardToReach(lookup: Lookup, { conduit, foreign }: BoundaryFlow, use: ProtocolUse): boolean {
    if (!foreign && has(use, 'serial') && use.protocol.ports.length === 0) return true;
    return hasDiode(lookup, conduit);
}

/** True for a radio that is named beside what it carries: the content is judged, by its own protocol. */
function isCarrier(use: ProtocolUse, { uses }: BoundaryFlow): boolean {
    const isRadio = ({ protocol }: ProtocolUse): boolean => protocol.protocolClass === 'wireless';
    return isRadio(use) && uses.some(other => !isRadio(other));
}

function faultOf(assessment: Assessment, boundary: BoundaryFlow, use: ProtocolUse): ProtocolFault | null {
    if (has(use, 'hardwired') || isCarrier(use, boundary)) return null;
    // A link of which nothing is known yet is asked about as that.
    if (use.undeclared && boundary.flow.arrow === '--') return null;
    if (boundary.conduit && isBeyond(assessment.lookup, boundary.conduit)) return null;
    const lacking = protections.filter(
        each => !use.has.has(each) && !answers(assessment, boundary.conduit, requirementsOf[each]),
    );
    const missing = lacking.filter(each => each !== 'encryption' || clearTextSeverity(boundary) !== null);
    const fault = (lack: Lack, severity: Severity | null): ProtocolFault | null =>
        severity ? { lack, boundary, use, missing, severity } : null;
    if (missing.length === 0) return credentialsAlone(boundary, use, lacking, fault);
    // By what it is secured is said, and reported as a name that is not known.
    if (use.unstated && boundary.flow.securedUnread) return null;
    if (use.unstated)
        return fault('mode-unstated', boundary.target[IAC] === 0 ? null : lighter(graded(boundary, IAC, 3)));
    if (missing.includes('authentication')) return fault(...authenticationFault(assessment, boundary, use));
    if (missing.includes('integrity') && !has(use, ...supporting)) {
        const severity = graded(boundary, SI, 3);
        return fault(
            'without-integrity',
            isHardToReach(assessment.lookup, boundary, use) ? lighter(severity) : severity,
        );
    }
    return fault('clear-text', clearTextSeverity(boundary));
}

/** A log-on in clear is a fault even where nobody asks for confidentiality. */
function credentialsAlone(
    boundary: BoundaryFlow,
    use: ProtocolUse,
    lacking: readonly Protection[],
    fault: (lack: Lack, severity: Severity | null) => ProtocolFault | null,
): ProtocolFault | null {
    if (!lacking.includes('encryption') || !has(use, 'cleartext-credentials')) return null;
    return fault('credentials-in-clear', graded(boundary, IAC, 1));
}

/** True for a device that was, or is used from, elsewhere: what it brings along is in the zone already. */
function isFromElsewhere(lookup: Lookup, { asset }: End): boolean {
    return (
        asset !== null &&
        (asset.traits.includes('remote') ||
            asset.traits.includes('temporary') ||
            lookup.isA(asset, ...assetTypes.temporary))
    );
}

/**
 * What is found of a flow inside of one zone: a log-on in clear, and programming without authentication, or by a
 * protocol that may have none. Beside a boundary they are lighter, but not where one end comes from elsewhere.
 */
function innerFaultOf(assessment: Assessment, boundary: BoundaryFlow, use: ProtocolUse): ProtocolFault | null {
    const zone = boundary.from.zone ?? boundary.to.zone;
    const { lookup } = assessment;
    const lacking = protections.filter(each => !use.has.has(each) && !answers(assessment, zone, requirementsOf[each]));
    const elsewhere =
        boundary.foreign !== null || [boundary.from, boundary.to].some(end => isFromElsewhere(lookup, end));
    const fault = (lack: Lack, wanted: Severity | null): ProtocolFault | null => {
        const severity = elsewhere ? wanted : lighter(wanted);
        return severity ? { lack, boundary, use, missing: lacking, severity } : null;
    };
    if (lacking.includes('encryption') && sendsPasswords(use))
        return fault('credentials-in-clear', graded(boundary, IAC, 1));
    if (boundary.flow.access !== 'program' || !lacking.includes('authentication') || has(use, 'hardwired')) return null;
    // What can be on and is not said to be is asked, as across a boundary: it is not known to be missing.
    if (use.unstated)
        return boundary.flow.securedUnread ? null : fault('mode-unstated', lighter(graded(boundary, UC, 1)));
    return fault('write-unauthenticated', graded(boundary, UC, 1));
}

const byLack = (assessment: Assessment): ReadonlyMap<Lack, readonly ProtocolFault[]> => {
    const across = boundaryFlows(assessment).flatMap(boundary =>
        boundary.uses.flatMap(use => faultOf(assessment, boundary, use) ?? []),
    );
    const inside = innerFlows(assessment).flatMap(boundary =>
        boundary.uses.flatMap(use => innerFaultOf(assessment, boundary, use) ?? []),
    );
    return Map.groupBy([...across, ...inside], fault => fault.lack);
};

/** What the protocols of all flows lack, by the kind of lack; worked out once. */
export function faultsOf(assessment: Assessment): ReadonlyMap<Lack, readonly ProtocolFault[]> {
    return assessment.once(byLack);
}

/** What a use of a protocol lacks, whether or not the SL-T asks for it. */
export interface Plain {
    readonly boundary: BoundaryFlow;
    readonly use: ProtocolUse;
    readonly missing: readonly Protection[];
    /** What of it is a fault by the SL-T. */
    readonly graded: readonly Protection[];
}

const plain = (assessment: Assessment): readonly Plain[] => {
    const graded = new Map([...faultsOf(assessment).values()].flat().map(({ use, missing }) => [use, missing]));
    return [...boundaryFlows(assessment), ...innerFlows(assessment)].flatMap(boundary =>
        boundary.uses.flatMap((use): readonly Plain[] => {
            // What can be on and is not said to be is not known to be missing.
            if (use.unstated || use.undeclared || has(use, 'hardwired', ...supporting) || isCarrier(use, boundary))
                return [];
            const place = boundary.conduit ?? boundary.to.zone;
            const missing = protections.filter(
                each => !use.has.has(each) && !answers(assessment, place, requirementsOf[each]),
            );
            return missing.length === 0 ? [] : [{ boundary, use, missing, graded: graded.get(use) ?? [] }];
        }),
    );
};

const byEnd = (assessment: Assessment): ReadonlyMap<string, readonly Plain[]> => {
    const found = new Map<string, Plain[]>();
    for (const each of plainUses(assessment))
        for (const { id } of [each.boundary.from, each.boundary.to]) {
            const known = found.get(id);
            if (known) known.push(each);
            else found.set(id, [each]);
        }
    return found;
};

/** What the protocols of the flows lack that end at an asset itself. */
export function plainUsesAt(assessment: Assessment, asset: string): readonly Plain[] {
    return assessment.once(byEnd).get(asset) ?? [];
}

/** What the protocols of all flows lack as such; worked out once. */
export function plainUses(assessment: Assessment): readonly Plain[] {
    return assessment.once(plain);
}

/** Lacks that the medium turns into one question of the whole link, where that medium is not the owner's alone. */
const ofTheLink: readonly Lack[] = ['unauthenticated', 'without-integrity', 'clear-text'];

/** True for a lack that is reported of the whole link, and of no flow by itself. */
export function belongsToLink({ lack, boundary }: ProtocolFault): boolean {
    return boundary.foreign !== null && boundary.conduit !== null && ofTheLink.includes(lack);
}

/** What the flows of a conduit over a foreign medium lack, by conduit; no rule of a single flow says it again. */
export function faultsOfLinks(assessment: Assessment): ReadonlyMap<string, readonly ProtocolFault[]> {
    const faults = [...faultsOf(assessment).values()].flat().filter(belongsToLink);
    return Map.groupBy(faults, fault => fault.boundary.conduit!.id);
}

/** The uses by what they touch: their conduit, the zones of their ends and around them, and those that carry them. */
const byPlace = (assessment: Assessment): ReadonlyMap<string, readonly Plain[]> => {
    const { lookup } = assessment;
    const found = new Map<string, Plain[]>();
    for (const each of plainUses(assessment)) {
        const { from, to, openings, conduit } = each.boundary;
        const ends = [from, to, ...openings.map(({ answerer }) => answerer)].flatMap(({ zone }) => zone?.id ?? []);
        const zones = [...ends, ...(conduit?.over ?? []).map(({ id }) => id)];
        const places = new Set(zones.flatMap(id => lookup.chain(id).map(zone => zone.id)));
        if (conduit) places.add(conduit.id);
        for (const place of places) {
            const known = found.get(place);
            if (known) known.push(each);
            else found.set(place, [each]);
        }
    }
    return found;
};

/** What the protocols of the flows lack that touch a zone or conduit; worked out once for all of them. */
export function plainUsesIn(assessment: Assessment, place: string): readonly Plain[] {
    return assessment.once(byPlace).get(place) ?? [];
}
