import type { Access, Fix, Flow, Level, Lookup, Place, Protection } from '../../model/index.ts';
import { nameOf, placeIn, protections } from '../../model/index.ts';
import type { Context, Report, Severity } from '../engine/rule.ts';
import type { BoundaryFlow } from './boundary-flows.ts';
import { boundaryFlows } from './boundary-flows.ts';
import { byCause } from '../say/causes.ts';
import { isEngineering } from './engineering.ts';
import { grade } from './grade.ts';
import { entersSafety } from './into-safety.ts';
import type { ProtocolUse } from './protection.ts';
import { answers, hasDiode } from './protection.ts';
import { alsoBlamed } from '../say/related.ts';
import { counted, listed } from '../say/wording.ts';

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

function authenticationFault({ lookup }: Context, boundary: BoundaryFlow, use: ProtocolUse): readonly [Lack, Severity | null] {
    const { flow, foreign, target } = boundary;
    if (has(use, 'cleartext-credentials') && !use.has.has('encryption') && officeClasses.includes(use.protocol.protocolClass)) {
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

/** A line between two devices, or a diode behind which no command comes back: graver than nothing, and less than a network. */
function isHardToReach(lookup: Lookup, { conduit, foreign }: BoundaryFlow, use: ProtocolUse): boolean {
    if (!foreign && has(use, 'serial') && use.protocol.ports.length === 0) return true;
    return hasDiode(lookup, conduit);
}

/** Faults of which another rule tells the cause: a link of which nothing is known yet, and programming of a safety system. */
function isToldElsewhere({ lookup }: Context, boundary: BoundaryFlow, use: ProtocolUse): boolean {
    return (use.undeclared && boundary.flow.arrow === '--') || (isEngineering(boundary) && entersSafety(lookup, boundary));
}

function faultOf(context: Context, boundary: BoundaryFlow, use: ProtocolUse): ProtocolFault | null {
    if (has(use, 'hardwired') || isToldElsewhere(context, boundary, use)) return null;
    const lacking = protections.filter(each => !use.has.has(each) && !answers(context.lookup, boundary.conduit, requirementsOf[each]));
    const missing = lacking.filter(each => each !== 'encryption' || clearTextSeverity(boundary) !== null);
    const fault = (lack: Lack, severity: Severity | null): ProtocolFault | null =>
        (severity ? { lack, boundary, use, missing, severity } : null);
    if (missing.length === 0) return credentialsAlone(boundary, use, lacking, fault);
    if (use.unstated) return fault('mode-unstated', boundary.target[IAC] === 0 ? null : lighter(graded(boundary, IAC, 3)));
    if (missing.includes('authentication')) return fault(...authenticationFault(context, boundary, use));
    if (missing.includes('integrity') && !has(use, ...supporting)) {
        const severity = graded(boundary, SI, 3);
        return fault('without-integrity', isHardToReach(context.lookup, boundary, use) ? lighter(severity) : severity);
    }
    return fault('clear-text', clearTextSeverity(boundary));
}

/** A log-on in clear is a fault even where nobody asks for confidentiality. */
function credentialsAlone(
    boundary: BoundaryFlow, use: ProtocolUse, lacking: readonly Protection[],
    fault: (lack: Lack, severity: Severity | null) => ProtocolFault | null,
): ProtocolFault | null {
    if (!lacking.includes('encryption') || !has(use, 'cleartext-credentials')) return null;
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

/** One or more flows with the same fault, and the protocols that have it. */
export interface Lacking {
    readonly faults: readonly ProtocolFault[];
    readonly several: boolean;
    /** `The flow`, or `4 flows`: the subject of the message. */
    readonly who: string;
    /** `through ControlDmz (it is wireless)`. */
    readonly where: string;
    /** The access of the flow, or of the first one. */
    readonly access: Access | null;
    /** The id of its second end. */
    readonly to: string;
}

/** What a rule says of one of these lacks. */
export interface LackRule {
    readonly rule: string;
    readonly lack: Lack;
    readonly message: (lacking: Lacking) => string;
    /** For some of the faults. */
    readonly fixes?: (faults: readonly ProtocolFault[]) => readonly Fix[];
    /** True where the cause is the same in all conduits: then it is said once for the plant, and not once a conduit. */
    readonly everywhere?: boolean;
}

/** True where an acceptance stands around a flow, which must reach no flow of another conduit. */
function isAcceptedAround({ lookup }: Context, rule: string, container: string): boolean {
    return [lookup.conduit(container), ...lookup.chain(container)].some(each => each?.accepts.some(accept => accept.rule === rule));
}

/** Flows with the same fault of the same protocols, seen through one conduit, have one cause. */
function causesOf(context: Context, { rule, everywhere = false }: LackRule, faults: readonly ProtocolFault[]): readonly (readonly ProtocolFault[])[] {
    const byFlow = [...Map.groupBy(faults, fault => fault.boundary.flow)].map(([flow, group]) => ({ flow, group }));
    const groups = byCause(rule, byFlow, ({ flow }) => flow, ({ flow: { container, access }, group }) => {
        if (container === null) return null;
        const where = everywhere && !isAcceptedAround(context, rule, container) ? gravest(group) : container;
        return [where, access === 'program', ...group.map(({ use }) => use.protocol.id)].join(' ');
    });
    return groups.map(group => group.flatMap(each => each.group));
}

/**
 * Reports one finding for each flow with such a fault, at the first protocol that has it; where many flows have the same cause, one for
 * all of them, at the name of the conduit where it is one.
 */
export function reportLack(context: Context, asked: LackRule, report: Report): void {
    const all = faultsOf(context).get(asked.lack) ?? [];
    for (const faults of causesOf(context, asked, all.filter(fault => !belongsToLink(fault)))) {
        const { boundary, use } = faults[0]!;
        const flows = [...new Set(faults.map(fault => fault.boundary.flow))];
        const conduits = [...new Set(faults.map(fault => fault.boundary.conduit))];
        const { flow, conduit } = boundary;
        const several = flows.length > 1 && conduit !== null;
        const own = (each: Flow): readonly ProtocolFault[] => faults.filter(fault => fault.boundary.flow === each);
        const placeOf = (each: Flow): Place => placeIn(each.origin, own(each)[0]!.use.mention.at);
        report({
            at: several && conduits.length === 1 ? nameOf(conduit.origin) : placeIn(flow.origin, use.mention.at),
            subject: flow.container,
            severity: gravest(faults),
            message: asked.message({
                faults,
                several,
                access: flow.access,
                where: conduits.length === 1 ? across(boundary) : `through ${listed(conduits.map(each => each?.name ?? ''))}`,
                who: several ? counted(flows.length, 'flow') : 'The flow',
                to: flow.to.id,
            }),
            fixes: asked.fixes === undefined ? [] : [
                ...(several ? flows.flatMap(each => asked.fixes!(own(each)).map(fix => ({ ...fix, at: placeOf(each) }))) : []),
                ...(several && asked.everywhere ? [] : asked.fixes(faults)),
            ],
            related: several ? alsoBlamed('One of these flows.', flows, placeOf) : [],
            gathers: several,
        });
    }
}

/** `Modbus/TCP` or `Modbus/TCP and HTTP`: the protocols as a reader knows them. */
export function protocolNames(faults: readonly ProtocolFault[]): string {
    return listed([...new Set(faults.map(({ use }) => use.protocol.title ?? use.protocol.id))]);
}

/** Where the flow goes, and over what: the part of a message that says how bad it is. */
function across({ crossing, conduit, foreign }: BoundaryFlow): string {
    const from = crossing.from[0] ?? crossing.flow.from.id;
    const to = crossing.to.find(zone => zone !== from) ?? crossing.flow.to.id;
    const where = conduit ? `through ${conduit.name}` : `from ${from} to ${to}`;
    return foreign ? `${where} (${foreign})` : where;
}
