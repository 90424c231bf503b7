import type { Fix, Lookup, Protocol } from '../../model/index.ts';
import { placeIn } from '../../model/index.ts';
import { hasDiode } from './protection.ts';
import type { ProtocolFault } from './protocol-faults.ts';
import { listed } from '../say/wording.ts';

/** Built-in protocols that do the same work as an unprotected one, with security that cannot be off. */
const counterparts: ReadonlyMap<string, string> = new Map([
    ['modbus-tcp', 'modbus-tls'], ['ethernet-ip', 'cip-security'], ['beckhoff-ads', 'beckhoff-ads-sec'],
    ['dnp3', 'dnp3-tls'], ['dnp3-sa', 'dnp3-tls'], ['iec60870-5-104', 'iec60870-5-104-tls'], ['iec61850-mms', 'iec61850-mms-tls'],
    ['iccp-tase2', 'iccp-tls'], ['hart-ip', 'hart-ip-sec'], ['bacnet-ip', 'bacnet-sc'], ['knxnet-ip', 'knx-ip-secure'],
    ['niagara-fox', 'niagara-foxs'], ['mqtt', 'mqtts'], ['amqp', 'amqps'], ['coap', 'coaps'],
    ['http', 'https'], ['telnet', 'ssh'], ['ftp', 'sftp'], ['tftp', 'sftp'], ['ldap', 'ldaps'], ['imap', 'imaps'], ['smtp', 'smtps'],
    ['snmp-v1-v2c', 'snmp-tls'], ['snmp-v3', 'snmp-tls'], ['syslog', 'syslog-tls'], ['ntp', 'nts'], ['dns', 'dns-tls'], ['radius', 'radsec'],
]);

/**
 * Replaces each protocol by its protected counterpart. None where a flow says its ports, which would no longer be right,
 * where a diode lets no handshake back, or where one of the protocols has no counterpart.
 */
export function secureCounterparts(lookup: Lookup, faults: readonly ProtocolFault[]): readonly Fix[] {
    const pairs = faults.map(({ use, boundary }) => ({ use, flow: boundary.flow, better: counterparts.get(use.protocol.id) }));
    if (faults.some(({ boundary }) => hasDiode(lookup, boundary.conduit))) return [];
    if (pairs.some(({ flow, better }) => better === undefined || flow.ports.length > 0 || !lookup.protocol(better))) return [];
    return [{
        kind: 'fix',
        title: `Use ${listed([...new Set(pairs.map(({ better }) => better!))])} instead`,
        edits: pairs.map(({ use, flow, better }) => ({ kind: 'replace', at: placeIn(flow.origin, use.mention.at), text: better! })),
    }];
}

/** The unprotected ones by their counterpart. */
const clearOnes = Map.groupBy(counterparts, ([, better]) => better);

/** The built-in protocols that do the same work as this one with less protection. */
export function clearCounterpartsOf(lookup: Lookup, protocol: string): readonly Protocol[] {
    return (clearOnes.get(protocol) ?? []).flatMap(([clear]) => lookup.protocol(clear) ?? []);
}
