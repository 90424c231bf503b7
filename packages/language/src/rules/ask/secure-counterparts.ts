import type { Edit, Fix, Flow, Lookup, Ports, Protocol } from '../../model/index.ts';
import { placeIn, wholeOf } from '../../model/index.ts';
import type { ProtocolUse } from './protection.ts';
import { hasDiode } from './protection.ts';
import type { ProtocolFault } from './protocol-faults.ts';
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
    ['snmp-v1-v2c', 'snmp-tls'],
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
 * Replaces each protocol that has a protected counterpart by it. None where a diode lets no handshake back, or where a
 * flow states ports
 * of its own, which would no longer be right.
 */
export function secureCounterparts(lookup: Lookup, faults: readonly ProtocolFault[]): readonly Fix[] {
    const pairs = faults
        .flatMap(({ use, boundary: { flow, conduit } }): readonly Replacement[] => {
            const better = counterparts.get(use.protocol.id);
            return better === undefined || !lookup.protocol(better) || hasDiode(lookup, conduit)
                ? []
                : [{ use, flow, better }];
        })
        .filter(pair => statesUsualPorts(lookup, pair));
    if (pairs.length === 0) return [];
    const flows = [...new Set(pairs.map(({ flow }) => flow))];
    return [
        {
            kind: 'fix',
            title: `Use ${listed([...new Set(pairs.map(({ better }) => better))])} instead`,
            edits: [
                ...pairs.map(({ use, flow, better }): Edit => ({
                    kind: 'replace',
                    at: placeIn(flow.origin, use.mention.at),
                    text: better,
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

/** The unprotected ones by their counterpart. */
const clearOnes = Map.groupBy(counterparts, ([, better]) => better);

/** The built-in protocols that do the same work as this one with less protection. */
export function clearCounterpartsOf(lookup: Lookup, protocol: string): readonly Protocol[] {
    return (clearOnes.get(protocol) ?? []).flatMap(([clear]) => lookup.protocol(clear) ?? []);
}
