import assert from 'node:assert/strict';
import type { Fix, Problem } from '../src/model/index.ts';
import { library } from '../src/analysis.ts';
import { nearest } from '../src/model/index.ts';
import { plainName } from '../src/syntax/index.ts';
import { completion } from '../src/lsp/completion.ts';
import { hover } from '../src/lsp/hover.ts';
import { ask, workspace } from './lsp/ask.ts';
import { load } from './support/load.ts';

const today = '2026-06-01';

function unresolved(text: string): readonly Problem[] {
    return load(text, { today }).problems.filter(problem => problem.kind === 'unresolved');
}

function protocolWord(word: string): Problem {
    return unresolved(`system S\nzone A { asset X : plc\n asset Y : plc\n flow X -> Y : ${word}\n}\n`)[0]!;
}

function typeWord(word: string): Problem {
    return unresolved(`system S\nzone A { asset X : ${word} }\n`)[0]!;
}

function proposed({ fixes }: Problem): string[] {
    return fixes.map(fix => fix.title.replace('Change to ', ''));
}

function preferred({ fixes }: Problem): readonly Fix[] {
    return fixes.filter(fix => fix.preferred === true);
}

/** What people write, by what they mean by it. */
const typesMeant: Readonly<Record<string, string>> = {
    'engineering-station': 'ews eng-station engineering-workstation',
    'operator-station': 'ows operator-workstation',
    'dcs-controller': 'dcs bpcs',
    ied: 'dfr fault-recorder',
    sensor: 'rtd thermocouple limit-switch',
    analyser: 'cems ph-meter',
    'application-server': 'mqtt-broker',
    'safety-controller': 'sis fgs esd logic-solver hipps',
    'variable-frequency-drive': 'vfd vsd',
    'virtual-machine': 'vm',
    'robot-controller': 'robot cobot',
    'protection-relay': 'relay',
    'bay-controller': 'bcu',
    'phasor-measurement-unit': 'pmu',
    'industrial-firewall': 'ot-firewall',
    'next-generation-firewall': 'ngfw',
    diode: 'data-diode unidirectional-gateway',
    'jump-host': 'jump-server bastion',
    'access-point': 'ap wlan-access-point',
    'ip-camera': 'camera cctv',
    'video-recorder': 'nvr dvr',
    'domain-controller': 'dc active-directory',
    'time-server': 'ntp-server',
    'log-server': 'syslog-server',
    'patch-server': 'wsus',
    'mes-server': 'mes',
    'erp-server': 'erp sap',
    'remote-io': 'io-module distributed-io',
    laptop: 'notebook',
    hypervisor: 'esxi vmware',
    'guided-vehicle': 'agv amr',
    ups: 'uninterruptible-power-supply',
    'protocol-converter': 'serial-gateway',
    'name-server': 'dns-server dhcp-server',
    'storage-system': 'san nas',
    'certificate-authority': 'pki',
};
const protocolsMeant: Readonly<Record<string, string>> = {
    'iec60870-5-104': 'iec-104 iec104',
    'iec61850-goose': 'goose',
    'iec61850-mms': 'mms',
    'iec61850-sv': 'sampled-values',
    'opc-classic': 'opc-da dcom opc-hda',
    'omron-fins': 'fins',
    'spanning-tree': 'stp rstp',
    'parallel-redundancy': 'prp',
    'seamless-redundancy': 'hsr',
    'media-redundancy': 'mrp',
    dds: 'rtps ros2',
    'iec61162-450': 'iec-61162 lwe',
    'iec60870-5-102': 'iec-102',
    iso15118: 'iso-15118 plug-and-charge',
    'ieee2030-5': 'sep2',
    'hardwired-io': 'hardwired',
    'mssql-tds': 'mssql sql-server',
    'modbus-rtu': 'modbus-serial',
    'ethernet-ip': 'enip',
    'bacnet-ip': 'bacnetip',
    'iccp-tase2': 'iccp tase2',
    'dlms-cosem': 'dlms cosem',
    'as-interface': 'as-i',
    'beckhoff-ads': 'ads',
    'wireless-mbus': 'wmbus',
    'ms-rpc': 'msrpc',
    'tacacs-plus': 'tacacs',
    'citrix-ica': 'citrix ica',
    'osisoft-pi': 'pi-server',
    'bluetooth-le': 'ble',
    lorawan: 'lora',
    'iec60870-5-103': 'iec-103',
    'c37-118': 'synchrophasor',
    profinet: 'profinet-io pn',
    'oracle-tns': 'oracle',
    suitelink: 'wonderware',
    mbus: 'm-bus',
    'ge-srtp': 'srtp',
    'opc-ua': 'umati euromap-77',
    amqp: 'rabbitmq',
    https: 'oidc acme http3 doh',
    'proprietary-unknown': 'experion',
};

/** Words of which the library knew nothing when they were listed, and what they mean. */
const typesAdded: Readonly<Record<string, string>> = {
    'safety-controller': 'interlocking stellwerk triconex safety-relay interlock',
    'scada-server': 'leitsystem leitstelle',
    'dcs-controller': 'pls prozessleitsystem',
    'building-controller': 'aufzug dali-gateway',
    controller: 'conveyor palletizer excitation-controller tcms',
    'guided-vehicle': 'fts',
    meter: 'stromzähler durchflussmesser',
    'remote-access-gateway': 'fernwartung ewon secomea',
    'remote-io': 'et200 hart-multiplexer',
    'vision-system': 'smart-camera',
    'charging-station': 'ladesäule',
    'serial-server': 'nport moxa',
    'medical-device': 'mri patient-monitor infusion-pump',
    'storage-system': 'pacs',
    historian: 'pi-server',
    'fire-panel': 'bmz',
    actuator: 'point-machine pumpe',
};
const protocolsAdded: Readonly<Record<string, string>> = {
    bsap: 'bristol',
    'roc-plus': 'roc rocplus',
    'serial-telecontrol': 'conitel rp570 telegyr cdc-type-ii',
    spabus: 'spa-bus spa',
    'iec61850-r-goose-sv': 'r-goose r-sv',
    'data-highway-plus': 'dh-plus dh-485',
    'ether-s-bus': 's-bus saia-s-bus',
    'ur-interfaces': 'rtde urscript',
    'secs-gem': 'hsms secs',
    lsv2: 'lsv-2 heidenhain',
    'open-protocol': 'atlas-copco-open-protocol',
    safeethernet: 'hima-safeethernet',
    'safetynet-p': 'safetynet',
    rasta: 'eulynx',
    euroradio: 'etcs',
    osdp: 'iec-60839-11-5',
    'metasys-n2': 'n2',
    'crestron-cip': 'crestron',
    dicom: 'acr-nema',
    'hl7-mllp': 'hl7 mllp',
    'omron-fins': 'fins-tcp',
    'beckhoff-ads': 'twincat-ads',
    'opc-ua-pubsub': 'uadp',
    cellular: 'gsm-r',
    https: 'fhir pi-web-api',
    'proprietary-unknown': 'opc-xi ethernet-krl foxboro wincc-oa',
};

describe('Names of practice', () => {
    it('of trades and vendors lead to what is meant', () => {
        for (const [id, words] of Object.entries(typesAdded))
            for (const word of words.split(' ')) assert.deepEqual([word, proposed(typeWord(word))], [word, [id]]);
        for (const [id, words] of Object.entries(protocolsAdded))
            for (const word of words.split(' ')) assert.deepEqual([word, proposed(protocolWord(word))], [word, [id]]);
    });

    it('lead to the type that is meant', () => {
        for (const [id, words] of Object.entries(typesMeant))
            for (const word of words.split(' ')) assert.deepEqual([word, proposed(typeWord(word))], [word, [id]]);
    });

    it('lead to the protocol that is meant', () => {
        for (const [id, words] of Object.entries(protocolsMeant))
            for (const word of words.split(' ')) assert.deepEqual([word, proposed(protocolWord(word))], [word, [id]]);
    });

    it('of several things are asked back, and none is preferred', () => {
        for (const [word, ids] of [
            ['snmp', ['snmp-v1-v2c', 'snmp-v3']],
            ['sql', ['mssql-tds', 'postgresql', 'oracle-tns', 'mysql']],
            ['pccc', ['ethernet-ip', 'df1']],
            ['rest', ['http', 'https']],
            ['soap', ['http', 'https']],
        ] as const) {
            const problem = protocolWord(word);
            assert.deepEqual(proposed(problem).toSorted(), ids.toSorted());
            assert.equal(
                problem.message,
                `There is no protocol ${word}; did you mean ${proposed(problem).join(' or ')}?`,
            );
            assert.deepEqual(preferred(problem), []);
        }
        assert.deepEqual(proposed(typeWord('pc')).includes('plc'), false);
        assert.deepEqual(
            proposed(typeWord('bms')),
            ['burner-management-controller', 'building-controller', 'battery-controller'].filter(id =>
                proposed(typeWord('bms')).includes(id),
            ),
        );
    });

    it('of what the library does not have are not replaced by what is near by letters', () => {
        for (const word of ['telvent', 'ethernet-apl', 'Ethernet_APL'])
            assert.deepEqual([word, proposed(protocolWord(word))], [word, []]);
        assert.deepEqual(proposed(protocolWord('telne')), ['telnet']);
    });

    it('that share their last word with another name are not taken for a slip of it', () => {
        for (const word of ['traffic-light-controller', 'cabinet-controller', 'torque-controller', 'tower-switch'])
            assert.deepEqual([word, proposed(typeWord(word))], [word, []]);
        for (const [slip, id] of [
            ['safty-controller', 'safety-controller'],
            ['safety-controler', 'safety-controller'],
            ['fore-switch', 'core-switch'],
        ] as const)
            assert.deepEqual([slip, proposed(typeWord(slip))], [slip, [id]]);
    });

    it('that are short are not taken for a slip of another one', () => {
        for (const word of ['uds', 'dvs', 'usb', 'tsn', 'nbd', 'opc-zz', 'iec60870-5-105'])
            assert.deepEqual([word, proposed(protocolWord(word))], [word, []]);
        for (const word of ['rtk', 'pig']) assert.deepEqual([word, proposed(typeWord(word))], [word, []]);
        for (const [slip, id] of [
            ['shs', 'ssh'],
            ['sshh', 'ssh'],
            ['modbus-tpc', 'modbus-tcp'],
            ['telne', 'telnet'],
        ] as const)
            assert.deepEqual([slip, proposed(protocolWord(slip))], [slip, [id]]);
        assert.deepEqual(proposed(typeWord('pcl')), ['plc']);
    });

    it('that mean several things lead to all of them, and none is preferred', () => {
        const several: Readonly<Record<string, string>> = {
            iec61850: 'iec61850-mms iec61850-goose iec61850-sv',
            'iec-61850': 'iec61850-mms iec61850-goose iec61850-sv',
            iec60870: 'iec60870-5-101 iec60870-5-104 iec60870-5-103',
            opc: 'opc-ua opc-classic',
            S7: 's7comm s7comm-plus',
            modbus: 'modbus-tcp modbus-rtu',
            bacnet: 'bacnet-ip bacnet-mstp bacnet-sc',
            profi: 'profinet profinet-sec profibus profisafe',
            ethernet: 'modbus-tcp profinet ethernet-ip ethercat',
            can: 'devicenet canopen j1939 nmea-2000',
            cip: 'ethernet-ip devicenet controlnet',
            serial: 'modbus-rtu iec60870-5-101 serial-raw dnp3-serial',
            rs485: 'modbus-rtu profibus bacnet-mstp serial-raw',
            wireless: 'wirelesshart isa100-11a wifi-wpa2-psk wifi-enterprise',
            siemens: 's7comm s7comm-plus profinet siemens-mpi',
            rockwell: 'ethernet-ip devicenet controlnet df1',
            mail: 'smtp pop3 imap',
            tls: 'mqtts https syslog-tls ldaps',
            snmp: 'snmp-v1-v2c snmp-v3',
            wifi: 'wifi-wpa2-psk wifi-enterprise',
        };
        for (const [word, ids] of Object.entries(several)) {
            const problem = protocolWord(word);
            assert.deepEqual([word, proposed(problem).join(' '), preferred(problem)], [word, ids, []]);
        }
        // So many names begin with it that it says nothing.
        assert.deepEqual(proposed(protocolWord('iec')), []);
        assert.deepEqual(proposed(typeWord('PC')), ['industrial-pc', 'workstation']);
        // What a model declares itself is meant.
        const own = 'protocol plant-ethernet "Ethernet" { alias "ethernet" }\n';
        const text = 'system S\nzone A { asset X : plc\n asset Y : plc\n flow X -> Y : Ethernet\n}\n';
        assert.deepEqual(unresolved(text + own).map(proposed), [['plant-ethernet']]);
    });

    it('are found where one letter of them slipped', () => {
        for (const [slip, id] of [
            ['gooose', 'iec61850-goose'],
            ['conitell', 'serial-telecontrol'],
            ['synchrophaser', 'c37-118'],
        ] as const)
            assert.deepEqual([slip, proposed(protocolWord(slip))], [slip, [id]]);
        for (const [slip, id] of [
            ['wechselrichte', 'inverter'],
            ['fernwartugn', 'remote-access-gateway'],
        ] as const)
            assert.deepEqual([slip, proposed(typeWord(slip))], [slip, [id]]);
    });

    it('never lead by their letters alone to something that protects more without saying so', () => {
        const slip = protocolWord('opc-uaa');
        assert.equal(
            slip.message,
            'There is no protocol opc-uaa; did you mean opc-ua, which provides authentication, encryption, integrity?',
        );
        assert.deepEqual([proposed(slip), preferred(slip)], [['opc-ua'], []]);
        const plain = protocolWord('modbus-tpc');
        assert.equal(plain.message, 'There is no protocol modbus-tpc; did you mean modbus-tcp?');
        assert.equal(preferred(plain).length, 1);
        const protects = new Map(
            library()
                .files.flatMap(file => file.protocols)
                .map(protocol => [protocol.id, protocol.provides.length]),
        );
        for (const word of [
            'snmp',
            'mssql',
            'opc-da',
            'opcda',
            'profinett',
            'httpss',
            'mqttt',
            'dnp',
            'ssh2',
            'telnett',
            'vncc',
        ]) {
            const problem = protocolWord(word);
            for (const { title } of preferred(problem)) {
                const id = title.replace('Change to ', '');
                assert.ok(
                    protects.get(id) === 0 ||
                        nearest(word, [id]) === null ||
                        problem.message.includes(`did you mean ${id}?`),
                    `${word}: ${title}`,
                );
            }
        }
    });

    it('do not contradict names, and no alias is written twice in one place', () => {
        const { files } = library();
        for (const things of [files.flatMap(file => file.types), files.flatMap(file => file.protocols)]) {
            const ids = new Map(things.map(thing => [plainName(thing.id), thing.id]));
            for (const { id, aliases } of things) {
                assert.equal(new Set(aliases.map(plainName)).size, aliases.length, id);
                for (const alias of aliases)
                    assert.ok(
                        (ids.get(plainName(alias)) ?? id) === id,
                        `${alias} of ${id} is the name of ${ids.get(plainName(alias))}`,
                    );
            }
        }
    });

    it('may be given to types and protocols of a model', () => {
        const own =
            'type s7 "SIMATIC" : plc { alias "simatic", "S7-1500" }\nprotocol bus "House bus" { alias "hausbus" }\n';
        const model = (type: string, protocol: string): string =>
            `system S\nzone A { asset X : ${type}\n asset Y : plc\n flow X -> Y : ${protocol}\n}\n${own}`;
        assert.deepEqual(unresolved(model('simatic', 'hausbus')).map(proposed), [['s7'], ['bus']]);
        assert.deepEqual(unresolved(model('S7-1500', 'HouseBus')).map(proposed), [['s7'], ['bus']]);
        assert.deepEqual(load(model('s7', 'bus'), { today }).model.types.find(type => type.id === 's7')!.aliases, [
            'simatic',
            'S7-1500',
        ]);
    });

    it('are found where names are completed, and told where one is pointed at', () => {
        const labels = (text: string): string[] =>
            (ask(completion, workspace(text)) as { items: { label: string }[] }).items.map(item => item.label);
        assert.ok(labels('zone A { asset X : ews<|> }\n').includes('engineering-station'));
        assert.ok(
            labels('zone A { asset X : plc\n asset Y : plc\n flow X -> Y : iec-104<|>\n}\n').includes('iec60870-5-104'),
        );
        assert.match(
            JSON.stringify(ask(hover, workspace('system S\nzone A { asset X : engineering-st<|>ation }\n'))),
            /Also called ews/,
        );
    });
});

describe('Titles', () => {
    const plant = `system S
zone Plant "The plant" { asset Db "Recipe database" : database-server
  asset Db2 "Order data" : database-server }
zone Twin { asset Db2 : database-server }
`;
    const threat = (name: string): Problem => unresolved(`${plant}threat T { against ${name} }\n`)[0]!;

    it('stand for names that nobody remembers', () => {
        for (const name of ['RecipeDatabase', 'Recipe-Database', 'recipe_database', 'RecipeDatabse'])
            assert.deepEqual([name, proposed(threat(name))], [name, ['Plant.Db']]);
        assert.deepEqual(proposed(threat('The-Plant')), ['Plant']);
        assert.deepEqual(proposed(threat('Db2')), ['Plant.Db2', 'Twin.Db2']);
        assert.deepEqual(preferred(threat('Db2')), []);
        assert.deepEqual(proposed(threat('Nowhere')), []);
    });

    it('in quotes are read in the place of a name, and named', () => {
        const problem = threat('"Recipe database"');
        assert.equal(
            problem.message,
            '"Recipe database" is a text; the name of a zone or an asset or a conduit is expected here; did ' +
                'you mean Plant.Db?',
        );
        assert.deepEqual(proposed(problem), ['Plant.Db']);
        assert.equal(
            threat('"process to db"').message,
            '"process to db" is a text; the name of a zone or an asset or a conduit is expected here.',
        );
        const flow = load(
            `${plant}conduit K between Plant and Twin { flow "Recipe database" -> Twin.Db2 : https "Orders" }\n`,
            { today },
        );
        assert.deepEqual(
            flow.problems.map(({ kind, fixes }) => [kind, ...fixes.map(fix => fix.title)]),
            [['unresolved', 'Change to Plant.Db']],
        );
        assert.deepEqual(
            load(`${plant}within "The plant" { asset New : plc }\n`, { today }).problems.map(({ fixes }) =>
                fixes.map(fix => fix.title),
            ),
            [['Change to Plant']],
        );
    });

    it('of flows stay titles', () => {
        const { problems, model } = load(
            `${plant}conduit K between Plant and Twin { flow Plant.Db -> Twin.Db2 : https "Orders"\n  flow ` +
                'Plant.Db2 -> Twin.Db2 : sftp "Copy" }\n',
            { today },
        );
        assert.deepEqual([problems, model.flows.map(flow => flow.purpose)], [[], ['Orders', 'Copy']]);
    });
});

describe('A library that has grown', () => {
    it('offers to take away what a model defined before', () => {
        const [problem] = load('system S\nprotocol nmea-2000 "NMEA 2000" { class ot }\nzone A { asset X : plc }\n', {
            today,
        }).problems;
        assert.equal(
            problem!.message,
            'nmea-2000 is built in and cannot be defined again: remove this one, or choose another name.',
        );
        assert.deepEqual(
            problem!.fixes.map(fix => [fix.title, fix.preferred]),
            [['Remove it and use the nmea-2000 that is built in', undefined]],
        );
    });
});
