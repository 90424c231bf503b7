import assert from 'node:assert/strict';
import { declarations, messages, run } from './support/imports.ts';

describe('Tables of programs', () => {
    it('hold types as people call them', () => {
        const answer = run(
            'assets',
            `tag,device type,zone
A1,EWS,M
A2,Logic solver,M
A3,Camera,M
A4,"Frequenzumrichter",M
A5,BMS,M
A6,automate programmable,M
A7,SPS,M
A8,PC,M
A9,"""ipc""",M
`,
        );
        assert.deepEqual(answer.text.match(/asset A\d : \S+/g), [
            'asset A1 : engineering-station',
            'asset A2 : safety-controller',
            'asset A3 : ip-camera',
            'asset A4 : variable-frequency-drive',
            // What several types are called is written as the type that each of them is.
            'asset A5 : controller',
            'asset A6 : plc',
            'asset A7 : plc',
            'asset A8 : host-device',
            'asset A9 : industrial-pc',
        ]);
        assert.match(answer.text, /asset A8 : host-device \{\s*description "device type: PC"/u);
        assert.ok(
            answer.notices.some(({ message }) =>
                message.includes(
                    'device type "PC" may be industrial-pc or workstation, and is written as host-device, which each of them is',
                ),
            ),
        );
    });

    it('are those of NetBox', () => {
        const answer = run(
            'assets',
            `id,name,status,tenant,site,location,rack,role,manufacturer,device_type,platform,serial,primary_ip,primary_ip4,cf_purdue_level,cf_security_zone,cf_sl_target
41,kiln-plc-01,Active,Co,Quarry 7,Kiln building,CAB-03,PLC,Vendor A,CPU 1516-3,,SN01,10.61.10.11/24,10.61.10.11/24,1,Kiln control,2
43,kiln-plc-02,Decommissioned,Co,Quarry 7,Store,,PLC,Vendor A,CPU 315,,SN03,,,2,Kiln control,2
44,mill-plc-03,Planned,Co,Quarry 7,Mill,CAB-09,PLC,Vendor A,CPU 1516-3,V3,,10.61.20.11/24,,1,Mill control,
`,
        );
        assert.deepEqual(answer.sources, ['a device export of NetBox']);
        assert.equal(
            declarations(answer),
            `zone KilnControl "Kiln control" {
  SL-T 2
  asset kiln-plc-01 "kiln-plc-01" : plc {
    description "tenant: Co; serial: SN01; status: Active; cf_purdue_level: 1"
    address 10.61.10.11
    vendor "Vendor A"
    product "CPU 1516-3"
    location "Quarry 7, Kiln building, CAB-03"
  }
  asset kiln-plc-02 "kiln-plc-02" : plc {
    description "tenant: Co; serial: SN03; status: Decommissioned; cf_purdue_level: 2"
    vendor "Vendor A"
    product "CPU 315"
    location "Quarry 7, Store"
  }
}
zone MillControl "Mill control" {
  purdue 1
  asset mill-plc-03 "mill-plc-03" : plc {
    description "tenant: Co; status: Planned"
    address 10.61.20.11
    vendor "Vendor A"
    product "CPU 1516-3"
    version "V3"
    location "Quarry 7, Mill, CAB-09"
  }
}
`,
        );
        assert.deepEqual(messages(answer), [
            '1: 2 rows are not of devices in use: kiln-plc-02 (Decommissioned), mill-plc-03 (Planned). They are ' +
                'written with that word in their description; leave them out with --without STATE.',
            '1: The rows of KilnControl say purdue 1 and 2: none is written for the zone, and each row keeps its ' +
                'own as text.',
        ]);
        const live = run(
            'assets',
            'name,status,site,role,manufacturer,device_type,rack,tenant\na-1,Planned,S,PLC,V,T,R,C\na-2,Active,S,PLC,V,T,R,C\n',
            { without: ['planned'] },
        );
        assert.deepEqual(declarations(live).match(/asset \S+/g), ['asset a-2']);
    });

    it('are those of sensors, with columns that move', () => {
        const table = (seen: string): string =>
            'IP Address,MAC Address,Name,Type,Vendor,Model Number,Firmware,Last Seen,Is Authorized,Is ' +
            'Programming Device,Unacknowledged Alerts,Risk ' +
            'Score,Rack,Slot\n10.61.4.11,00:00:5e:00:53:01,CRUSHER-PLC,PLC,A,CPU ' +
            `1516,V2.9,${seen},True,False,0,35,0,2\n`;
        const first = run('assets', table('2026-11-20'));
        assert.deepEqual(first.sources, ['an inventory of Microsoft Defender for IoT']);
        assert.match(
            messages(first).join('\n'),
            /Last Seen, Unacknowledged Alerts, Risk Score change from export to export .* --ignore "Last Seen" --ignore "Unacknowledged Alerts" --ignore "Risk Score"/,
        );
        const ignore = ['last seen', 'Risk_Score', 'Unacknowledged Alerts'];
        const again = run('assets', table('2026-11-21'), {
            ignore,
            existing: run('assets', table('2026-11-20'), { ignore }).text,
        });
        assert.deepEqual([again.added, again.updated, again.unchanged], [0, 0, 1]);
        assert.throws(() => run('assets', table(''), { ignore: ['Nowhere'] }), /No column is called "Nowhere"/);
    });

    it('are not called those of a program by heads that many have', () => {
        const answer = run(
            'assets',
            'Device,Group,Last activity,IP,Risk score,Device type,Sensor,Activities\nA,Line 1,x,10.1.1.1,62,PLC,S1,44\n',
        );
        assert.deepEqual(answer.sources, [null]);
        assert.match(
            messages(answer).join('\n'),
            /If a column names the zones, say which one with --map zone=COLUMN\.$/,
        );
        const named = run('assets', 'Device,Group,IP\nA,Line 1,10.1.1.1\n', { columns: [['zone', 'Group']] });
        assert.match(named.text, /^zone Line1 "Line 1" \{$/m);
    });

    it('hold lists as programs write them', () => {
        const answer = run(
            'assets',
            `Name;Typ;IP;MAC;Zone;Tags
P1;PLC;["10.1.3.5","10.1.3.6"];['00:0c:29:01:02:03', '00:0c:29:01:02:04'];["Line A"];["x","y"]
P2;PLC;["10.1.3.7"];[];["Line A","Line B","Undefined"];[]
P3;PLC;[10.1.3.8];["broken;["Line B"];
`,
        );
        assert.equal(
            declarations(answer),
            `zone LineA "Line A" {
  asset P1 "P1" : plc {
    description "Tags: [\\"x\\",\\"y\\"]"
    address 10.1.3.5, 10.1.3.6
    mac "00:0c:29:01:02:03", "00:0c:29:01:02:04"
  }
  asset P2 "P2" : plc {
    description "Tags: []"
    address 10.1.3.7
    serves LineB
  }
}
zone LineB "Line B" {
  asset P3 "P3" : plc {
    description "IP: [10.1.3.8]; MAC: [\\"broken"
  }
}
`,
        );
    });

    it('of networks are no inventories', () => {
        const prefixes = 'id,prefix,vrf,vlan,site,role,status\n1,10.1.0.0/24,OT,100,A,Cell,Active\n';
        const message = /^register is a list of networks or VLANs, and not of devices: export the devices\./;
        assert.throws(() => run('assets', prefixes), { message });
        assert.throws(() => run('assets', 'vid,name,site,role,prefixes\n100,Cell A,S,Cell,10.1.0.0/24\n'), { message });
        assert.match(run('assets', prefixes, { columns: [['title', 'role']] }).text, /asset Cell /);
        // A device has a type, or another thing of devices.
        assert.match(run('assets', 'vid,name,role\n100,P1,PLC\n').text, /asset P1 "P1" : plc/);
        const both = run('assets', `Name;Type;IP\nP1;PLC;10.1.0.5\n;;\nvid;name;site;role\n100;Cell A;S;Cell\n`);
        assert.deepEqual(both.text.match(/^ *asset \S+/gm), ['  asset P1']);
        assert.equal(
            messages(both)[0],
            '4: This is a list of networks or VLANs, and not of devices: 1 row is not read. If its rows are devices, name ' +
                'a column with --map.',
        );
    });

    it('say in their own heads what is not in use', () => {
        const answer = run(
            'assets',
            'name,ot_device_type,zone,install_status,operational_status\nA,PLC,Z,Installed,Operational\n' +
                'B,PLC,Z,Retired,Non-Operational\nC,PLC,Z,In Stock,\n',
        );
        assert.deepEqual(messages(answer), [
            '1: 2 rows are not of devices in use: B (Retired), C (In Stock). They are written with that word in their ' +
                'description; leave them out with --without STATE.',
        ]);
        assert.match(answer.text, /operational_status: Non-Operational; install_status: Retired/);
    });

    it('are those of Nozomi Guardian, of Malcolm, and of nmap with a row for each service', () => {
        const nozomi = run(
            'assets',
            'appliance_host,label,ip,mac_address,mac_vendor,zone,level,type,vendor,product_name,firmware_version,is_learned,is_confirmed,subnet\ng1,PLC ' +
                '7,10.1.1.7,00:1b:1b:00:00:07,Siemens AG,Cell 1,1,PLC,Siemens,S7-1500,V2.9,true,true,10.1.1.0/24\n',
        );
        assert.deepEqual(nozomi.sources, ['a table of nodes of Nozomi Guardian']);
        assert.match(
            declarations(nozomi),
            /^zone Cell1 "Cell 1" \{\n {2}purdue 1\n {2}network 10\.1\.1\.0\/24\n {2}asset PLC7 "PLC 7" : plc \{\n {4}description ".*mac_vendor: Siemens AG.*"\n {4}address 10\.1\.1\.7\n {4}mac "00:1b:1b:00:00:07"\n {4}vendor "Siemens"\n {4}product "S7-1500"\n {4}version "V2\.9"/,
        );
        const malcolm = run(
            'assets',
            'source.device.name,source.ip,source.mac,source.device.role,source.device.manufacturer,source.segment.name,event.dataset\nplc-3,10.1.1.3,00:1b:1b:00:00:03,PLC,Siemens,Cell ' +
                '2,s7comm\n',
        );
        assert.match(
            declarations(malcolm),
            /^zone Cell2 "Cell 2" \{\n {2}asset plc-3 "plc-3" : plc \{\n {4}description "event\.dataset: s7comm"\n {4}address 10\.1\.1\.3\n {4}mac/,
        );
        const nmap = run(
            'assets',
            'FQDN;IP;PORT;PROTOCOL;STATE;SERVICE;VERSION\nplc1.site;10.1.1.5;102;tcp;open;iso-tsap;Siemens ' +
                'S7\nplc1.site;10.1.1.5;80;tcp;open;http;\n;10.1.1.6;502;tcp;filtered;mbap;\n',
        );
        assert.deepEqual(nmap.sources, ['a table of services that nmap found']);
        assert.deepEqual(declarations(nmap).match(/(?<=^ {2})asset .*|description .*|address .*/gm), [
            'asset plc1-site "plc1.site" : type-not-stated {',
            'description "Ports: tcp 102 (iso-tsap Siemens S7); tcp 80 (http)"',
            'address 10.1.1.5',
            'asset A10-1-1-6 : type-not-stated {',
            'description "Ports: tcp 502 (mbap), filtered"',
            'address 10.1.1.6',
        ]);
    });
});
