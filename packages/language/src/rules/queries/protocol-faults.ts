import type { Level, Protection } from '../../model/index.ts';
import { placeIn, protections } from '../../model/index.ts';
import type { Answer, Context, Report, Severity } from '../rule.ts';
import type { BoundaryFlow } from './boundary-flows.ts';
import { boundaryFlows } from './boundary-flows.ts';
import { entersSafety, isEngineering } from './engineering.ts';
import { grade } from './grade.ts';
import type { ProtocolUse } from './protection.ts';
import { answers } from './protection.ts';
import { listed } from './wording.ts';

/** What a protocol of a flow lacks across a boundary. Each use of a protocol has one such fault at most: the gravest cause. */
export type Lack =
    | 'mode-unstated' | 'credentials-in-clear' | 'write-unauthenticated' | 'unauthenticated' | 'without-integrity' | 'clear-text';

export interface ProtocolFault {
    readonly lack: Lack;
    readonly boundary: BoundaryFlow;
    readonly use: ProtocolUse;
    readonly missing: readonly Protection[];
    readonly severity: Severity;
}

/** Positions in a level vector. */
const [IAC, UC, SI, DC] = [0, 1, 2, 3] as const;

const requirementsOf: Readonly<Record<Protection, readonly string[]>> = {
    authentication: ['SR 1.2', 'SR 1.2 RE 1'],
    integrity: ['SR 3.1', 'SR 3.1 RE 1'],
    encryption: ['SR 4.1', 'SR 4.1 RE 1', 'SR 4.1 RE 2'],
};

/** Services of a network whose forgery matters to strong attackers alone: time, names, discovery, records. */
const supporting: readonly string[] = ['time', 'name-service', 'discovery', 'logging'];

const officeClasses: readonly (string | null)[] = ['it', 'iiot'];

function has(use: ProtocolUse, ...traits: readonly string[]): boolean {
    return traits.some(trait => use.protocol.traits.includes(trait));
}

/** Confidentiality is asked for across every boundary at level 4 (SR 4.1 RE 2), on foreign media at level 2 (SR 4.1 RE 1). */
function clearTextSeverity({ foreign, target }: BoundaryFlow): Severity | null {
    if (foreign) return grade(target[DC], 2);
    return (target[DC] ?? 0) >= 4 ? 'error' : null;
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

function authenticationFault(context: Context, boundary: BoundaryFlow, use: ProtocolUse): readonly [Lack, Severity | null] {
    const { flow, conduit, foreign, target } = boundary;
    if (has(use, 'cleartext-credentials') && !use.has.has('encryption') && officeClasses.includes(use.protocol.protocolClass)) {
        return ['credentials-in-clear', graded(boundary, IAC, 1)];
    }
    const writes = flow.access === 'write' || flow.access === 'program';
    if (has(use, ...supporting)) {
        return ['unauthenticated', foreign || (target[IAC] ?? 0) >= 3 ? lighter(graded(boundary, IAC, 3)) : null];
    }
    const severity = writes ? graded(boundary, UC, 1) : graded(boundary, IAC, 2);
    const local = !foreign && has(use, 'serial') && use.protocol.ports.length === 0;
    const oneWay = conduit?.via.some(({ id }) => {
        const device = context.lookup.asset(id);
        return device !== undefined && context.lookup.isA(device, 'diode');
    }) ?? false;
    return [writes ? 'write-unauthenticated' : 'unauthenticated', local || oneWay || use.undeclared ? lighter(severity) : severity];
}

function faultOf(context: Context, boundary: BoundaryFlow, use: ProtocolUse): ProtocolFault | null {
    if (has(use, 'hardwired') || (isEngineering(boundary) && entersSafety(context.lookup, boundary))) return null;
    const missing = protections.filter(each => !use.has.has(each) && !answers(context.lookup, boundary.conduit, requirementsOf[each]));
    const fault = (lack: Lack, severity: Severity | null): ProtocolFault | null =>
        (severity ? { lack, boundary, use, missing, severity } : null);
    const matters = missing.some(each => each !== 'encryption') || (missing.length > 0 && clearTextSeverity(boundary) !== null);
    if (!matters) return credentialsAlone(boundary, use, missing, fault);
    if (use.unstated) return fault('mode-unstated', boundary.target[IAC] === 0 ? null : lighter(graded(boundary, IAC, 3)));
    if (missing.includes('authentication')) return fault(...authenticationFault(context, boundary, use));
    if (missing.includes('integrity') && !has(use, ...supporting)) return fault('without-integrity', graded(boundary, SI, 3));
    return fault('clear-text', clearTextSeverity(boundary));
}

/** A log-on in clear is a fault even where nobody asks for confidentiality. */
function credentialsAlone(
    boundary: BoundaryFlow, use: ProtocolUse, missing: readonly Protection[],
    fault: (lack: Lack, severity: Severity | null) => ProtocolFault | null,
): ProtocolFault | null {
    if (!missing.includes('encryption') || !has(use, 'cleartext-credentials')) return null;
    return fault('credentials-in-clear', graded(boundary, IAC, 1));
}

const known = new WeakMap<Context, ReadonlyMap<Lack, readonly ProtocolFault[]>>();

function faultsOf(context: Context): ReadonlyMap<Lack, readonly ProtocolFault[]> {
    const found = known.get(context) ?? Map.groupBy(
        boundaryFlows(context).flatMap(boundary => boundary.uses.flatMap(use => faultOf(context, boundary, use) ?? [])),
        fault => fault.lack,
    );
    known.set(context, found);
    return found;
}

/** The gravest severity among faults. */
export function gravest(faults: readonly ProtocolFault[]): Severity {
    return faults.some(fault => fault.severity === 'error') ? 'error' : 'warning';
}

/** Lacks that the medium turns into one question of the whole link, where that medium is not the owner's alone. */
const ofTheLink: readonly Lack[] = ['unauthenticated', 'without-integrity', 'clear-text'];

function belongsToLink({ lack, boundary }: ProtocolFault): boolean {
    return boundary.foreign !== null && boundary.conduit !== null && ofTheLink.includes(lack);
}

/** What the flows of a conduit over a foreign medium lack, by conduit; no rule of a single flow says it again. */
export function faultsOfLinks(context: Context): ReadonlyMap<string, readonly ProtocolFault[]> {
    const faults = [...faultsOf(context).values()].flat().filter(belongsToLink);
    return Map.groupBy(faults, fault => fault.boundary.conduit!.id);
}

/**
 * Reports one finding for each flow with such a fault, at the first protocol that has it.
 * @param say the message and the fixes for one flow, and all its protocols with this fault
 */
export function reportLack(
    context: Context, lack: Lack, report: Report,
    say: (boundary: BoundaryFlow, faults: readonly ProtocolFault[]) => Pick<Answer, 'message' | 'fixes'>,
): void {
    const lacking = (faultsOf(context).get(lack) ?? []).filter(fault => !belongsToLink(fault));
    for (const [flow, faults] of Map.groupBy(lacking, fault => fault.boundary.flow)) {
        report({
            at: placeIn(flow.origin, faults[0]!.use.mention.at),
            subject: flow.container,
            severity: gravest(faults),
            ...say(faults[0]!.boundary, faults),
        });
    }
}

/** `Modbus/TCP` or `Modbus/TCP and HTTP`: the protocols as a reader knows them. */
export function protocolNames(faults: readonly ProtocolFault[]): string {
    return listed([...new Set(faults.map(({ use }) => use.protocol.title ?? use.protocol.id))]);
}

/** Where the flow goes, and over what: the part of a message that says how bad it is. */
export function across({ crossing, conduit, foreign }: BoundaryFlow): string {
    const from = crossing.from[0] ?? crossing.flow.from.id;
    const to = crossing.to.find(zone => zone !== from) ?? crossing.flow.to.id;
    const where = conduit ? `through ${conduit.name}` : `from ${from} to ${to}`;
    return foreign ? `${where} (${foreign})` : where;
}
