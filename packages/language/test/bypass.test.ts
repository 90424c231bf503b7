import assert from 'node:assert/strict';
import { pathText } from '../src/assessment/index.ts';
import { load } from './support/load.ts';

/** `rule severity` of the findings of some rules, in the order of the text. */
function found(text: string, ...rules: readonly string[]): readonly string[] {
    const { findings, problems } = load(`system Plant { tolerable-risk 4 }\n${text}`);
    assert.deepEqual(
        problems.map(problem => problem.message),
        [],
    );
    return findings
        .filter(({ rule }) => rules.includes(rule))
        .map(({ rule, severity, subject }) => `${rule} ${severity} ${subject}`);
}

/** Three zones: control, DMZ and office. */
const three =
    'zone Control { kind control SL-T 2 asset Plc : plc asset Hmi : hmi }\nzone Dmz { kind dmz SL-T 2 asset M : ' +
    'historian asset J : jump-host }\n' +
    'zone Office { kind enterprise asset Pc : office-computer }\n';

describe('A bypass does not hide', () => {
    it('behind a port that a firewall publishes, whatever the firewall serves', () => {
        const text = (serves: string): string =>
            `${three}conduit C between Office and Control { via F  asset F : firewall ${serves}  flow Office.Pc ` +
            '-> F : https  flow F -> Control.Hmi : https }';
        assert.deepEqual(found(text(''), 'it-path-past-dmz'), ['it-path-past-dmz error C']);
        assert.deepEqual(found(text('{ serves Office, Control }'), 'it-path-past-dmz'), ['it-path-past-dmz error C']);
    });

    it('behind a tunnel end in the DMZ that serves the office', () => {
        const text = (serves: string): string =>
            three.replace('asset J : jump-host', `asset V : vpn-gateway ${serves}`) +
            'conduit O between Office and Dmz { flow Office.Pc -> Dmz.V : ipsec }\nconduit P between Dmz and ' +
            'Control { flow Dmz.V -> Control.Hmi : https }\n';
        assert.deepEqual(found(text(''), 'it-path-past-dmz'), ['it-path-past-dmz error P']);
        assert.deepEqual(found(text('{ serves Office }'), 'it-path-past-dmz'), ['it-path-past-dmz error P']);
    });

    it('behind a host that is named after via', () => {
        const text = (type: string): string =>
            `${three}conduit C between Office and Control { via J  asset J : ${type} { serves Office, Control }  ` +
            'flow Office.Pc -> J : rdp }';
        const all = ['boundary-device-without-filter', 'dual-homed-asset', 'it-path-past-dmz'];
        for (const type of ['jump-host', 'server', 'printer']) {
            assert.deepEqual(
                found(text(type), ...all),
                ['boundary-device-without-filter warning C', 'dual-homed-asset error C.J', 'it-path-past-dmz error C'],
                type,
            );
        }
        const { assessment } = load(`system Plant\n${text('jump-host')}`);
        assert.equal(
            pathText(assessment.reach.shortestPath('Office', 'Control.Plc')!),
            'C.J (has an interface in Control and Office) → Control.Plc',
        );
        const path = load(`system Plant\n${text('jump-host')}`).findings.find(({ rule }) => rule === all[2]);
        assert.match(path!.message, /^Office\.Pc -> C\.J is the last step of a path from Office into Control,/);
        assert.deepEqual(found(text('application-gateway'), ...all), []);
    });

    it('behind an engineering station with a leg in the safety zone, named after via', () => {
        const text = (via: string): string =>
            'zone Control { kind control SL-T 2 asset Ews : engineering-station { serves Safety } }\n' +
            'zone Safety { kind safety SL-T 3 asset Sis : safety-controller }\nconduit C between Control and ' +
            `Safety { ${via}  flow Control.Ews -> Safety.Sis : tristation { access program } }\n`;
        for (const via of ['via Control.Ews', 'via F asset F : firewall { serves Control, Safety }', '']) {
            assert.deepEqual(found(text(via), 'dual-homed-asset'), ['dual-homed-asset error Control.Ews'], via);
        }
    });

    it('behind a controller or a router that is said to enforce a boundary', () => {
        const text = (device: string): string =>
            `${three}conduit C between Dmz and Control { via ${device.includes('asset') ? 'P' : device}  ` +
            `${device.includes('asset') ? device : ''} }`;
        const judge = (device: string): readonly string[] => found(text(device), 'boundary-device-without-filter');
        assert.deepEqual(judge('Control.Plc'), ['boundary-device-without-filter warning C']);
        for (const type of ['router', 'protocol-converter', 'serial-server']) {
            assert.deepEqual(
                judge(`asset P : ${type} { serves Dmz, Control }`),
                ['boundary-device-without-filter warning C'],
                type,
            );
        }
        for (const type of ['firewall', 'diode', 'proxy', 'gateway', 'ips'])
            assert.deepEqual(judge(`asset P : ${type} { serves Dmz, Control }`), [], type);
    });

    it('from the side that a one-way conduit protects, where a server is on both sides', () => {
        const { findings } = load(
            'system Plant\nzone Control { kind control SL-T 2 asset Plc : plc }\nzone Dmz { kind dmz SL-T 2 ' +
                'asset M : historian }\n' +
                'conduit C between Control and Dmz { one-way Control -> Dmz  via S  asset S : server { serves ' +
                'Control, Dmz }  flow Control.Plc -> Dmz.M : syslog }\n',
        );
        assert.match(
            findings.find(finding => finding.rule === 'dual-homed-asset')?.message ?? '',
            /`one-way` of C does not apply/,
        );
    });

    it('in a modem, router or switch beside the firewall', () => {
        const text = (device: string, via = 'via F'): string =>
            `zone Net { kind external asset T : server }\nzone Dmz { kind dmz SL-T 2 asset M : historian }\n` +
            `zone Control { kind control SL-T 2 asset Plc : plc asset D : ${device} }\n` +
            `conduit C between Control and Net { ${via} asset F : firewall { serves Control, Net } }\nconduit E ` +
            'between Control and Dmz { via G asset G : firewall { serves Control, Dmz } }\n';
        const judge = (device: string, via?: string): readonly string[] =>
            found(text(device, via), 'device-past-boundary');
        assert.deepEqual(judge('cellular-modem { serves Net }'), ['device-past-boundary error Control.D']);
        assert.deepEqual(judge('router { serves Net }'), ['device-past-boundary error Control.D']);
        assert.deepEqual(judge('unmanaged-switch { serves Dmz }'), ['device-past-boundary warning Control.D']);
        assert.deepEqual(judge('managed-switch { serves Dmz }'), ['device-past-boundary info Control.D']);
        assert.deepEqual(judge('cellular-modem { serves Net }', 'via F, Control.D'), []);
        assert.deepEqual(judge('cellular-modem'), []);
    });

    it('behind a leg in a safety zone: that of a computer of the DMZ, past a diode even', () => {
        const text =
            'zone Dmz { kind dmz SL-T 2 asset M : historian { serves Safety } }\nzone Safety { kind safety SL-T ' +
            '3 asset Sis : safety-controller }\n' +
            'conduit C between Safety and Dmz { one-way Safety -> Dmz  via D  asset D : diode  flow Safety.Sis ' +
            '-> Dmz.M : syslog }\n';
        assert.deepEqual(found(text, 'dual-homed-asset'), ['dual-homed-asset error Dmz.M']);
    });

    it('behind the Purdue level of a supplier: somebody who works from there is remote access', () => {
        const text = (level: string, flow: string): string =>
            `${three}zone Vendor { kind external ${level} asset V : vendor-laptop }\n` +
            'conduit C between Vendor and Control { via F asset F : firewall { serves Vendor, Control }  flow ' +
            `Vendor.V -> Control.${flow} }\n`;
        const rules = ['remote-access-past-dmz', 'remote-access-without-multifactor'];
        for (const level of ['', 'purdue 3', 'purdue 2']) {
            assert.deepEqual(
                found(text(level, 'Hmi : rdp'), ...rules),
                ['remote-access-without-multifactor warning Control.Hmi', 'remote-access-past-dmz error C'],
                level,
            );
        }
        assert.deepEqual(found(text('purdue 3', 'Plc : s7comm { access program }'), 'remote-access-past-dmz'), [
            'remote-access-past-dmz error C',
        ]);
        const direct = [...rules, 'flow-past-dmz'];
        assert.deepEqual(found(text('purdue 3', 'Plc : https'), ...direct), ['flow-past-dmz error C']);
        const by = (type: string, protocol: string): readonly string[] =>
            found(text('purdue 3', `Plc : ${protocol}`).replace('vendor-laptop', type), ...direct);
        for (const type of ['engineering-station', 'engineering-application', 'maintenance-station', 'office-computer'])
            assert.deepEqual(by(type, 'https'), ['flow-past-dmz error C'], type);
        for (const type of ['front-end-processor', 'scada-server', 'operator-station', 'rtu'])
            assert.deepEqual(by(type, 'iec60870-5-104-tls'), [], type);
    });

    it('behind a diode of which nobody said the direction', () => {
        const text = (more: string, between = 'A and B'): string =>
            'zone A { SL-T 2 asset X : server }\nzone B { SL-T 2 asset Y : server }\nzone E { SL-T 2 asset Z : ' +
            'server }\n' +
            `conduit K between ${between} { via D asset D : diode flow A.X -> B.Y : syslog ${more} }\n`;
        assert.deepEqual(found(text('flow B.Y -> A.X : syslog'), 'diode-without-direction'), [
            'diode-without-direction warning K',
        ]);
        assert.deepEqual(found(text('', 'A and B and E'), 'diode-without-direction'), [
            'diode-without-direction warning K',
        ]);
        assert.deepEqual(found(text(''), 'diode-without-direction'), []);
        assert.deepEqual(
            found(text('flow B.Y -> A.X : syslog\n one-way A -> B'), 'diode-without-direction', 'one-way-contradicted'),
            ['one-way-contradicted error K'],
        );
    });
});

describe('A boundary inside a zone', () => {
    const plant = (cell: string, more = ''): string =>
        'zone Office { kind enterprise asset Pc : workstation }\nzone Plant { kind operations SL-T 1 asset Mes : ' +
        'server\n' +
        ` zone Cell { kind control ${cell} asset Relay : ied } }\nconduit OfficePlant between Office and Plant { ` +
        'via Fw asset Fw : firewall\n' +
        ` flow Office.Pc -> Plant.Mes : https\n flow Office.Pc -> Plant.Cell.Relay : https { access read } }\n${more}`;
    const judge = (cell: string, more?: string): readonly string[] =>
        found(plant(cell, more), 'nested-boundary-without-device', 'conduit-target-below-zones');

    it('that a flow of the outer conduit crosses has to be enforced', () => {
        const [finding] = load(`system Plant\n${plant('SL-T 3')}`).findings.filter(
            ({ rule }) => rule === 'nested-boundary-without-device',
        );
        assert.match(
            finding!.message,
            /^Plant\.Cell is entered by flows of OfficePlant, but no device enforces its boundary there: Fw stands further out\. The flow is Office\.Pc -> Plant\.Cell\.Relay\./,
        );
        assert.deepEqual(judge('SL-T 3'), ['nested-boundary-without-device warning Plant.Cell']);
        assert.deepEqual(judge('SL-T 1'), ['nested-boundary-without-device info Plant.Cell']);
        const inner = (device: string): string =>
            `conduit CellPlant between Plant and Plant.Cell { via G asset G : ${device} { serves Plant, ` +
            'Plant.Cell } }\n';
        assert.deepEqual(judge('SL-T 3', inner('firewall')), []);
        assert.deepEqual(judge('SL-T 3', inner('managed-switch')), [
            'nested-boundary-without-device warning Plant.Cell',
        ]);
    });

    it('holds the outer conduit to what the zone inside asks for, and names the flow', () => {
        const [finding] = load(
            `system Plant\n${plant('SL-T 3').replace('{ via Fw', '{ SL-T 1 via Fw')}`,
        ).findings.filter(({ rule }) => rule === 'conduit-target-below-zones');
        assert.match(
            finding!.message,
            /^OfficePlant is held to less than Plant\.Cell, in which Office\.Pc -> Plant\.Cell\.Relay ends: 1 instead of 3 in all seven\./,
        );
    });
});

describe('One flat zone', () => {
    const rules = [
        'clear-text-credentials',
        'write-over-unauthenticated-protocol',
        'remote-access-past-dmz',
        'remote-access-without-multifactor',
        'flat-zone',
    ];
    const zone = (facts: string): string =>
        'zone Plant { kind control SL-T 2 asset Plc : plc { is essential } asset Ews : engineering-station asset ' +
        `V : vendor-laptop { is remote }\n${facts} }`;

    it('has its log-ons in clear, and its programming without authentication', () => {
        assert.deepEqual(found(zone('flow Ews -> Plc : telnet\nflow Ews -> Plc : ftp'), ...rules), [
            'clear-text-credentials warning Plant',
            'clear-text-credentials warning Plant',
        ]);
        assert.deepEqual(found(zone('flow Ews -> Plc : s7comm { access program }'), ...rules), [
            'write-over-unauthenticated-protocol warning Plant',
        ]);
        const { findings } = load(`system Plant\n${zone('flow Ews -> Plc : s7comm { access program }')}`);
        assert.match(findings.find(each => each.rule === rules[1])!.message, /or state on the zone what compensates/);
        assert.deepEqual(found(zone('flow Ews -> Plc : s7comm { access write }'), ...rules), []);
        assert.deepEqual(
            found(
                zone('flow Ews -> Plc : s7comm { access program }\ncompensates SR 1.2 because "The cabinet is locked"'),
                ...rules,
            ),
            [],
        );
        assert.deepEqual(
            found(zone('').replace('SL-T 2', 'SL-T 0').replace('}\n', '} flow Ews -> Plc : telnet\n'), ...rules),
            [],
        );
    });

    it('is open for whoever works in it from elsewhere', () => {
        assert.deepEqual(found(zone('flow V -> Plc : http { access program }'), ...rules), [
            'remote-access-without-multifactor warning Plant.Plc',
            'remote-access-past-dmz error Plant',
            'clear-text-credentials error Plant',
        ]);
        const { findings } = load(`system Plant\n${zone('flow V -> Plc : http { access program }')}`);
        const said = (rule: string): string => findings.find(each => each.rule === rule)!.message;
        assert.match(said(rules[3]!), /^Plant\.Plc lets people in from Plant\.V, which is used from elsewhere, and/);
        assert.match(
            said('remote-access-without-expiry'),
            /^Plant\.V -> Plant\.Plc gives Plant\.V, which is used from elsewhere, permanent access\./,
        );
    });

    it('is said to be one, where controllers, engineering and servers share it', () => {
        assert.deepEqual(found(zone('asset S : scada-server'), 'flat-zone'), ['flat-zone warning Plant']);
        assert.deepEqual(found(zone(''), 'flat-zone'), []);
        const byFlow =
            'zone Plant { kind control SL-T 2 asset Plc : plc asset L : laptop asset S : scada-server\nflow L -> ' +
            'Plc : s7comm { access program } }';
        assert.deepEqual(found(byFlow, 'flat-zone'), ['flat-zone warning Plant']);
        assert.deepEqual(found(byFlow.replace(' { access program }', ''), 'flat-zone'), []);
    });

    it('asks for one answer where many flows have one cause', () => {
        const assets = ['P1', 'P2', 'P3', 'P4']
            .map(name => `asset ${name} : plc\nflow Ews -> ${name} : s7comm { access program }`)
            .join('\n');
        assert.deepEqual(found(zone(assets), ...rules), ['write-over-unauthenticated-protocol warning Plant']);
    });
});
