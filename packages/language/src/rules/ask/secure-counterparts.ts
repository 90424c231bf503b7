import type { ProtocolUse } from '../../assessment/protection.ts';
import type { Edit, Fix, Flow, Lookup, Mention, Ports, Protection, Protocol } from '../../model/index.ts';
import { placeIn, wholeOf } from '../../model/index.ts';
import { fillOf, stubText, type Stub } from '../fix/claim.ts';
import { hasDiode } from './protection.ts';
import type { Lack, ProtocolFault } from './protocol-faults.ts';
import { listed } from '../say/wording.ts';

/**
 * Built-in protocols that do the same work as an unprotected one and can protect it. Where their security can be off,
 * that is asked next.
 */
const counterparts: ReadonlyMap<string, string> = new Map([
    ['modbus-tcp', 'modbus-tls'],
    ['ethernet-ip', 'cip-security'],
    ['beckhoff-ads', 'beckhoff-ads-sec'],
    ['s7comm', 's7comm-plus-tls'],
    ['s7comm-plus', 's7comm-plus-tls'],
    ['profinet', 'profinet-sec'],
    ['iec61850-goose', 'iec61850-goose-sv-sec'],
    ['iec61850-sv', 'iec61850-goose-sv-sec'],
    ['dnp3', 'dnp3-tls'],
    ['dnp3-sa', 'dnp3-tls'],
    ['iec60870-5-104', 'iec60870-5-104-tls'],
    ['iec61850-mms', 'iec61850-mms-tls'],
    ['iccp-tase2', 'iccp-tls'],
    ['hart-ip', 'hart-ip-sec'],
    ['bacnet-ip', 'bacnet-sc'],
    ['knxnet-ip', 'knx-ip-secure'],
    ['niagara-fox', 'niagara-foxs'],
    ['mqtt', 'mqtts'],
    ['amqp', 'amqps'],
    ['coap', 'coaps'],
    ['http', 'https'],
    ['telnet', 'ssh'],
    ['ftp', 'sftp'],
    ['tftp', 'sftp'],
    ['ldap', 'ldaps'],
    ['imap', 'imaps'],
    ['smtp', 'smtps'],
    ['snmp-v1-v2c', 'snmp-v3'],
    ['snmp-v3', 'snmp-tls'],
    ['syslog', 'syslog-tls'],
    ['ntp', 'nts'],
    ['dns', 'dns-tls'],
    ['radius', 'radsec'],
]);

interface Replacement {
    readonly use: ProtocolUse;
    readonly flow: Flow;
    readonly better: string;
}

function has(protocol: Protocol | undefined, { transport, ranges }: Ports): boolean {
    const usual = protocol?.ports.filter(each => each.transport === transport).flatMap(each => each.ranges) ?? [];
    return (
        ranges.length > 0 && ranges.every(range => usual.some(each => each.from === range.from && each.to === range.to))
    );
}

/**
 * The ports that a flow states stop being right with another protocol, unless they are the usual ones and can be left
 * out.
 */
function statesUsualPorts(lookup: Lookup, { flow, use, better }: Replacement): boolean {
    return flow.ports.every(ports => has(use.protocol, ports) || has(lookup.protocol(better), ports));
}

/**
 * Writes other protocols into the list of a flow, each once: what is in the list already, or comes twice, goes with its
 * comma.
 */
function protocolEdits(flow: Flow, replaced: ReadonlyMap<Mention, string>): readonly Edit[] {
    const { protocols, origin } = flow;
    const kept = new Set(protocols.filter(mention => !replaced.has(mention)).map(({ id }) => id));
    let first = true;
    return protocols.flatMap((mention, index): readonly Edit[] => {
        const text = replaced.get(mention);
        const goes = text !== undefined && kept.has(text);
        const begins = first;
        if (!goes) first = false;
        if (text === undefined) return [];
        if (!goes) {
            kept.add(text);
            return [{ kind: 'replace', at: placeIn(origin, mention.at), text }];
        }
        const at = begins
            ? { start: mention.at.start, end: protocols[index + 1]!.at.start }
            : { start: protocols[index - 1]!.at.end, end: mention.at.end };
        return [{ kind: 'replace', at: placeIn(origin, at), text: '' }];
    });
}

/** What ends a lack; for the others all that is missing. */
const decisive: Readonly<Partial<Record<Lack, Protection>>> = {
    'write-unauthenticated': 'authentication',
    'credentials-in-clear': 'encryption',
    'without-integrity': 'integrity',
    'clear-text': 'encryption',
};

/**
 * True where a protocol ends what is missing, or turns it into the question of what is on. That is not asked of a flow
 * that says what is on, and leaves out what is missing.
 */
function mends({ security, provides }: Protocol, { secured }: Flow, { lack, missing }: ProtocolFault): boolean {
    if (security !== 'optional' || secured === null) return true;
    const wanted = decisive[lack] ? [decisive[lack]] : missing;
    return wanted.every(each => provides.includes(each) && secured.protections.includes(each));
}

/**
 * Those that change what is found: of a flow of which all that is at fault is replaced, or of a protocol that is
 * replaced wherever it is at fault. With another one of these the flow would be blamed as before, in the same words.
 */
function decisiveOnes(pairs: readonly Replacement[], faults: readonly ProtocolFault[]): readonly Replacement[] {
    const replaced = new Set(pairs.map(({ use }) => use.mention));
    const left = faults.filter(({ use }) => !replaced.has(use.mention));
    const flows = new Set(left.map(({ boundary }) => boundary.flow));
    const protocols = new Set(left.map(({ use }) => use.protocol.id));
    return pairs.filter(({ flow, use }) => !flows.has(flow) || !protocols.has(use.protocol.id));
}

/**
 * Replaces each protocol that has a protected counterpart by it. In the plant it is not replaced yet, so each flow is
 * proposed from then on, with a place for when it is: it remains a finding until somebody takes these words away. None
 * where a diode lets no handshake back, or where a
 * flow states ports of its own, which would no longer be right.
 */
export function secureCounterparts(lookup: Lookup, faults: readonly ProtocolFault[]): readonly Fix[] {
    const replaceable = faults
        .flatMap((fault): readonly Replacement[] => {
            const {
                use,
                boundary: { flow, conduit },
            } = fault;
            const better = counterparts.get(use.protocol.id);
            const protocol = better === undefined ? undefined : lookup.protocol(better);
            return better && protocol && !hasDiode(lookup, conduit) && mends(protocol, flow, fault)
                ? [{ use, flow, better }]
                : [];
        })
        .filter(pair => statesUsualPorts(lookup, pair));
    const pairs = decisiveOnes(replaceable, faults);
    if (pairs.length === 0) return [];
    const flows = [...new Set(pairs.map(({ flow }) => flow))];
    const replaced = new Map(pairs.map(({ use, better }) => [use.mention, better]));
    const names = listed([...new Set(pairs.map(({ better }) => better))]);
    const undecided = flows.filter(flow => flow.proposed === null);
    const stub: Stub = ['is proposed because', `when ${names} is in use here`];
    return [
        {
            kind: 'claim',
            title: `Use ${names} instead…`,
            fill: undecided.length > 0 ? fillOf([stub]) : [pairs[0]!.better],
            edits: [
                ...flows.flatMap(flow => protocolEdits(flow, replaced)),
                ...undecided.map((flow): Edit => ({
                    kind: 'add',
                    into: flow.origin,
                    text: stubText(stub),
                    where: 'last',
                })),
                ...flows
                    .flatMap(flow =>
                        flow.ports.filter(ports =>
                            pairs.some(
                                each =>
                                    each.flow === flow &&
                                    has(each.use.protocol, ports) &&
                                    !has(lookup.protocol(each.better), ports),
                            ),
                        ),
                    )
                    .map((ports): Edit => ({ kind: 'remove', at: wholeOf(ports.origin) })),
            ],
        },
    ];
}

/** The built-in protocols that protect nothing, and for which there is one that does. */
export function clearProtocols(lookup: Lookup): readonly Protocol[] {
    return [...counterparts.keys()]
        .flatMap(id => lookup.protocol(id) ?? [])
        .filter(({ security, provides }) => security === 'none' && provides.length === 0);
}

/** The unprotected ones by their counterpart. */
const clearOnes = Map.groupBy(counterparts, ([, better]) => better);

/** The built-in protocols that do the same work as this one with less protection; the one with the least first. */
export function clearCounterpartsOf(lookup: Lookup, protocol: string): readonly Protocol[] {
    return (clearOnes.get(protocol) ?? []).flatMap(([clear]) => [
        ...clearCounterpartsOf(lookup, clear),
        ...[lookup.protocol(clear) ?? []].flat(),
    ]);
}
