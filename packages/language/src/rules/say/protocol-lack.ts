import { metBy } from '../../assessment/protection.ts';
import type { Access, Fix, Flow, Place } from '../../model/index.ts';
import { nameOf, placeIn } from '../../model/index.ts';
import type { BoundaryFlow } from '../ask/boundary-flows.ts';
import type { Lack, ProtocolFault } from '../ask/protocol-faults.ts';
import { belongsToLink, faultsOf } from '../ask/protocol-faults.ts';
import type { Context, Report, Severity } from '../engine/rule.ts';
import { byCause } from './causes.ts';
import { alsoBlamed } from './related.ts';
import { counted, listed } from './wording.ts';

/** The gravest severity among faults. */
export function gravest(faults: readonly ProtocolFault[]): Severity {
    return faults.some(fault => fault.severity === 'error') ? 'error' : 'warning';
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
    /** `the conduit` or `the zone`: on what a compensation of these flows is stated. */
    readonly holder: string;
    /** Whom an intruder on the line can impersonate: `either side`, or the only one that sends. */
    readonly sides: string;
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
    return [lookup.conduit(container), ...lookup.chain(container)].some(each =>
        each?.accepts.some(accept => accept.rule === rule),
    );
}

/** Flows with the same fault of the same protocols, seen through one conduit or in one zone, have one cause. */
function causesOf(
    context: Context,
    { rule, everywhere = false }: LackRule,
    faults: readonly ProtocolFault[],
): readonly (readonly ProtocolFault[])[] {
    const byFlow = [...Map.groupBy(faults, fault => fault.boundary.flow)].map(([flow, group]) => ({ flow, group }));
    const groups = byCause(
        rule,
        byFlow,
        ({ flow }) => flow,
        ({ flow: { container, access }, group }) => {
            if (container === null) return null;
            // One sentence says where all of them go: flows of one zone may stay in it, or go to different ones.
            const place = `${container} ${across(group[0]!.boundary)}`;
            const where = everywhere && !isAcceptedAround(context, rule, container) ? gravest(group) : place;
            return [where, access === 'program', ...group.map(({ use }) => use.protocol.id)].join(' ');
        },
    );
    return groups.map(group => group.flatMap(each => each.group));
}

/** Why `secured` on the flow does not help, where it says what the protocol cannot do. */
function unprovedText(faults: readonly ProtocolFault[]): string {
    const unproved = [...new Set(faults.flatMap(({ use }) => use.unproved))];
    if (unproved.length === 0) return '';
    const said = ` \`secured ${unproved.join(', ')}\` does not count: the protocol does not provide it, and `;
    const unrelated = [...new Set(faults.flatMap(({ use }) => use.unrelated))];
    if (unrelated.length === 0) return `${said}no countermeasure is named that does (\`by …\`).`;
    const names = listed(unrelated.map(({ id }) => id));
    const does = `what ${names} ${unrelated.length === 1 ? 'meets' : 'meet'} (${metBy(unrelated).join(', ')})`;
    return `${said}${does} does not protect what is sent.`;
}

/**
 * Reports one finding for each flow with such a fault, at the first protocol that has it; where many flows have the
 * same cause, one for all of them, at the name of the conduit or zone where it is one.
 */
export function reportLack(context: Context, asked: LackRule, report: Report): void {
    const all = faultsOf(context.assessment).get(asked.lack) ?? [];
    for (const faults of causesOf(
        context,
        asked,
        all.filter(fault => !belongsToLink(fault)),
    )) {
        const { boundary, use } = faults[0]!;
        const byFlow = Map.groupBy(faults, fault => fault.boundary.flow);
        const flows = [...byFlow.keys()];
        const { flow } = boundary;
        const several = flows.length > 1;
        const holders = [...new Set(flows.map(each => each.container))].flatMap(
            id => context.lookup.element(id ?? '') ?? [],
        );
        const own = (each: Flow): readonly ProtocolFault[] => byFlow.get(each)!;
        const placeOf = (each: Flow): Place => placeIn(each.origin, own(each)[0]!.use.mention.at);
        report({
            at: several && holders.length === 1 ? nameOf(holders[0]!.origin) : placeIn(flow.origin, use.mention.at),
            subject: flow.container,
            severity: gravest(faults),
            message: `${asked.message({
                faults,
                several,
                access: flow.access,
                where: holders.length > 1 ? `through ${listed(holders.map(each => each.name))}` : across(boundary),
                who: several ? counted(flows.length, 'flow') : 'The flow',
                to: flow.to.id,
                holder: faults.some(({ boundary: { conduit, crossing } }) => conduit || crossing.crosses)
                    ? 'the conduit'
                    : 'the zone',
                sides: faults.every(fault => fault.boundary.conduit?.oneWay) ? 'the sender' : 'either side',
            })}${unprovedText(faults)}`,
            fixes:
                asked.fixes === undefined
                    ? []
                    : [
                          ...(several
                              ? flows.flatMap(each =>
                                    asked.fixes!(own(each)).map(fix => ({ ...fix, at: placeOf(each) })),
                                )
                              : []),
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

/** `Modbus/TCP sends`, `Modbus/TCP and HTTP send`: the protocols and what they do. */
export function protocolsDo(faults: readonly ProtocolFault[], one: string, several: string): string {
    const many = new Set(faults.map(({ use }) => use.protocol.id)).size > 1;
    return `${protocolNames(faults)} ${many ? several : one}`;
}

/** Where the flow goes, and over what: the part of a message that says how bad it is. */
function across({ crossing, conduit, foreign, from: opener, to: answerer }: BoundaryFlow): string {
    const from = crossing.from[0] ?? crossing.flow.from.id;
    const to = crossing.to.find(zone => zone !== from) ?? crossing.flow.to.id;
    const inner = (opener.zone ?? answerer.zone)?.id ?? from;
    const where = conduit ? `through ${conduit.name}` : crossing.crosses ? `from ${from} to ${to}` : `inside ${inner}`;
    return foreign ? `${where} (${foreign})` : where;
}
