import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import { knowledge, library } from '../src/analysis.ts';
import { librarySources } from '../src/library/index.ts';
import type { PackedLibrary } from '../src/library/packed.ts';
import { libraryApart, packLibrary, unpackLibrary } from '../src/library/packed.ts';
import { drained, lookupSteps } from '../src/model/index.ts';
import { lower, parse } from '../src/syntax/index.ts';
import type { Declared } from '../src/syntax/names.ts';
import { namesOf, protectionOf } from '../src/syntax/suggest.ts';

const statedTypes = `
    embedded-device host-device network-device software-application plc rtu ied dcs-controller safety-controller
    remote-io sensor actuator drive robot-controller meter server workstation hmi operator-station
    engineering-station historian scada-server opc-server domain-controller jump-host patch-server backup-server
    terminal-server hypervisor laptop mobile-device printer file-server web-server mail-server database-server
    erp-server cloud-service switch router firewall diode access-point gateway modem vpn-gateway radio serial-server
    ids media-converter proxy application
`
    .trim()
    .split(/\s+/);

const statedProtocols = `
    modbus-tcp modbus-rtu modbus-tls dnp3 dnp3-sa dnp3-tls iec60870-5-104 iec60870-5-104-tls iec60870-5-101
    iec61850-mms iec61850-mms-tls iec61850-goose iec61850-sv iec61850-goose-sv-sec iccp-tase2 iccp-tls c37-118
    profinet profinet-sec profibus profisafe ethernet-ip cip-security devicenet canopen opc-ua opc-ua-https
    opc-ua-pubsub opc-classic s7comm s7comm-plus s7comm-plus-tls bacnet-ip bacnet-mstp bacnet-sc hart hart-ip
    hart-ip-sec wirelesshart isa100-11a ff-h1 ff-hse ethercat powerlink sercos3 cc-link-ie cc-link-ie-basic slmp
    omron-fins ge-srtp umas codesys-v2 codesys-v3 beckhoff-ads beckhoff-ads-sec pcworx tristation unitronics-pcom
    niagara-fox niagara-foxs knxnet-ip knx-ip-secure lontalk-ip mbus dlms-cosem c12-22 mqtt mqtts amqp amqps coap
    coaps mtconnect osisoft-pi http https ssh sftp telnet ftp ftps tftp smb1 smb rdp vnc snmp-v1-v2c snmp-v3
    snmp-tls ntp nts ptp syslog syslog-tls dns dns-tls dhcp lldp ldap ldaps kerberos radius radsec tacacs-plus
    netconf-ssh winrm mssql-tds postgresql oracle-tns ipsec wireguard openvpn macsec dot1x wifi-open wifi-wpa2-psk
    wifi-enterprise cellular zigbee lorawan bluetooth-le serial-raw hardwired-io proprietary-unknown
`
    .trim()
    .split(/\s+/);

const propertyWords = `
    cleartext-credentials engineering safety remote-access wireless serial layer2 file-transfer web database mail name-service
    time directory management discovery streaming tunnel relayed one-way-capable
    telecontrol fieldbus hardwired dynamic-ports udp-optional messaging sign-on logging outdated
`
    .trim()
    .split(/\s+/);

function text(file: string): string {
    const source = librarySources.find(each => each.uri === `iacs-library:/${file}`);
    assert.ok(source, file);
    return source.text;
}

function names(source: string, keyword: string): string[] {
    return [...source.matchAll(new RegExp(`^${keyword} (\\S+)`, 'gm'))].map(match => match[1] ?? '');
}

function repeated(values: readonly string[]): string[] {
    return values.filter((value, index) => values.indexOf(value) !== index);
}

describe('library', () => {
    const types = text('types.iacs');
    const protocols = text('protocols.iacs');

    it('has every asset type that the language page names', () => {
        const known = names(types, 'type');
        assert.deepEqual(
            statedTypes.filter(name => !known.includes(name)),
            [],
        );
        assert.deepEqual(repeated(known), []);
    });

    it('rests every asset type on a known one, and in the end on a component type of IEC 62443-4-2', () => {
        const bases = new Map(
            [...types.matchAll(/^type (\S+) "[^"]+"(?: : (\S+))?/gm)].map(match => [match[1] ?? '', match[2]]),
        );
        assert.equal(bases.size, names(types, 'type').length);
        for (const name of bases.keys()) {
            const chain = [name];
            for (let base = bases.get(name); base !== undefined; base = bases.get(base)) {
                assert.ok(bases.has(base), `${name} rests on ${base}`);
                assert.ok(!chain.includes(base), `${name} rests on itself`);
                chain.push(base);
            }
            const root = chain.at(-1) ?? '';
            assert.ok(
                ['embedded-device', 'host-device', 'network-device', 'software-application'].includes(root),
                `${name} ends at ${root}`,
            );
        }
    });

    it('has all protocols of the catalogue', () => {
        const known = names(protocols, 'protocol');
        assert.equal(statedProtocols.length, 124);
        assert.deepEqual(
            statedProtocols.filter(id => !known.includes(id)),
            [],
        );
        assert.deepEqual(repeated(known), []);
    });

    it('uses known words for the properties of protocols', () => {
        const used = [...protocols.matchAll(/^ {2}is (.+)$/gm)].flatMap(match => (match[1] ?? '').split(', '));
        assert.deepEqual(
            used.filter(word => !propertyWords.includes(word)),
            [],
        );
        assert.deepEqual(
            propertyWords.filter(word => !used.includes(word)),
            [],
            'words that no protocol uses',
        );
    });

    it('gives protection exactly to protocols that have security functions', () => {
        for (const [block, name = ''] of protocols.matchAll(/^protocol (\S+) [^{]*\{\n[^}]*\}/gm)) {
            assert.match(block, /^ {2}class [a-z]+$/m, name);
            assert.equal(/^ {2}security none$/m.test(block), !block.includes('  provides '), name);
            assert.equal([...block.matchAll(/^ {2}security (none|optional|mandatory)$/gm)].length, 1, name);
        }
    });

    it('writes ports in ascending order, within range', () => {
        for (const [line, list = ''] of protocols.matchAll(/^ {2}port (?:tcp|udp) (.+)$/gm)) {
            const numbers = list.split(/, |-/).map(Number);
            assert.ok(
                numbers.every((port, index) => port >= 1 && port <= 65535 && port > (numbers[index - 1] ?? 0)),
                line,
            );
        }
    });

    it('documents every declaration', () => {
        for (const source of [types, protocols]) {
            const lines = source.split('\n');
            const bare = lines.filter(
                (line, index) => /^(type|protocol) /.test(line) && !/^\/\*\* .+\. \*\/$/.test(lines[index - 1] ?? ''),
            );
            assert.deepEqual(bare, []);
        }
    });

    it('is generated from the .iacs files', () => {
        const script = fileURLToPath(new URL('../../../scripts/generate-library.mjs', import.meta.url));
        const run = spawnSync(process.execPath, [script, '--check'], { encoding: 'utf8' });
        assert.equal(run.status, 0, run.stderr);
    });
});

describe('The built-in library as data', () => {
    const { names, files } = library();
    const packed = JSON.parse(JSON.stringify(packLibrary({ files }))) as PackedLibrary;
    const unpacked = unpackLibrary(packed);
    const lookedUp = libraryApart(packed);

    it('says all that its text says, but its comments', () => {
        const withoutDocs = <T>(elements: readonly T[]): T[] => elements.map(element => ({ ...element, doc: null }));
        assert.deepEqual(
            unpacked.files,
            files.map(file => ({
                ...file,
                types: withoutDocs(file.types),
                protocols: withoutDocs(file.protocols),
            })),
        );
    });

    it('gives each element to who looks it up, where the lists of a model lack them', () => {
        const { model } = lower([parse('file:///a.iacs', 'system S\ntype t : plc\n')], lookedUp, knowledge);
        assert.deepEqual([model.types.map(({ id }) => id), model.protocols], [['t'], []]);
        const lookup = drained(lookupSteps(model, lookedUp.apart));
        for (const { types, protocols } of unpacked.files) {
            for (const type of types) assert.deepEqual(lookup.type(type.id), type);
            for (const protocol of protocols) assert.deepEqual(lookup.protocol(protocol.id), protocol);
        }
        assert.ok(lookup.typeIsA('t', 'embedded-device'));
        assert.equal(lookup.type('no-such-type'), undefined);
        assert.deepEqual(
            lookup.allProtocols(),
            unpacked.files.flatMap(({ protocols }) => protocols),
        );
    });

    it('knows each name, at its place, with what it is called and what it does', () => {
        const told = ({ id, kind, file, at, first }: Declared): object => ({ id, kind, file, at, first });
        for (const namespace of ['type', 'protocol'] as const) {
            const [all, again] = [[...names.all(namespace)], [...unpacked.names.all(namespace)]];
            assert.ok(all.length > 150);
            assert.deepEqual(again.map(told), all.map(told));
            assert.deepEqual([...lookedUp.names.all(namespace)].map(told), all.map(told));
            assert.deepEqual(again.map(namesOf), all.map(namesOf));
            assert.deepEqual(again.map(protectionOf), all.map(protectionOf));
            for (const { id } of all) assert.equal(unpacked.names.find(namespace, id)?.id, id);
        }
    });
});
