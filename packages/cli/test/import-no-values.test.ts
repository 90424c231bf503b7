import assert from 'node:assert/strict';
import { readScale } from '../src/import/scale.ts';
import { alone, declarations, element, messages, run } from './support/imports.ts';

const five = { size: 5, names: [] };

describe('Cells that hold no value', () => {
    it('are no zone, name, maker or version: words for what nobody knows, in each language', () => {
        const answer = run(
            'assets',
            'ID;Name;Typ;Hersteller;Firmware;OS;Zone;Ort\n' +
                'A1;unknown;PLC;N/A;n.v.;VxWorks 7;Unbekannt;k.A.\n' +
                'A2;Pumpe;PLC;inconnu;TBD;;desconocido;-\n' +
                'k. A.;Ventil;PLC;None Such Ltd;?;;Halle;\n',
        );
        assert.equal(
            declarations(answer),
            `zone Unassigned "Assets that the inventory gives no zone" {
  asset A1 : plc {
    description "Name: unknown; Hersteller: N/A; Firmware: n.v.; Zone: Unbekannt; Ort: k.A."
    version "VxWorks 7"
  }
  asset A2 "Pumpe" : plc {
    description "Hersteller: inconnu; Firmware: TBD; Zone: desconocido"
  }
}
zone Halle {
  asset Ventil "Ventil" : plc {
    description "ID: k. A.; Firmware: ?"
    vendor "None Such Ltd"
  }
}
`,
        );
        assert.equal(
            messages(answer)[0],
            '2: Name "unknown" says that nothing is known; it is kept as text in the description.',
        );
        assert.equal(answer.notices.filter(({ message }) => message.includes('nothing is known')).length, 10);
    });

    it('are no number of a device where a spreadsheet left digits out or failed', () => {
        const answer = run(
            'assets',
            'Tag,Name,Type,Zone,Version\n1E+05,Pump 1,PLC,Hall,1.1\n1E+05,Pump 2,PLC,#REF!,#NV\n#NAME?,Fan,PLC,Hall,Err:508\n',
        );
        assert.deepEqual(
            [...answer.text.matchAll(/iacs import "([^"]*)"/g)].map(match => match[1]),
            ['Pump 1', 'Fan', 'Pump 2'],
        );
        assert.deepEqual(messages(answer).slice(0, 3), [
            '2: Tag "1E+05" is a number of which a spreadsheet has left digits out; it is kept as text in the ' +
                'description.',
            '3: Tag "1E+05" is a number of which a spreadsheet has left digits out; it is kept as text in the ' +
                'description.',
            '3: Zone "#REF!" is what a spreadsheet shows in the place of a result that it does not have; it is kept ' +
                'as text in the description.',
        ]);
    });

    it('are read without what keeps a spreadsheet from reading them', () => {
        const answer = run(
            'assets',
            `Tag;Name;Typ;IP;Zone;Version
="007";="Pumpe; groß";PLC;="10.1.1.1";Halle;="2.10"
'008;'s-Gravenhage;PLC;'10.1.1.2;Halle;'2.10
"=""009""";"=""the """"old"""" one""";PLC;"=""10.1.1.3""";Halle;=""
'=A1+K1;=1+1;PLC;10.1.1.4;Halle;="x" y
`,
        );
        assert.equal(
            declarations(answer),
            `zone Halle {
  asset PumpeGroß "Pumpe; groß" : plc {
    address 10.1.1.1
    version "2.10"
  }
  asset s-Gravenhage "'s-Gravenhage" : plc {
    address 10.1.1.2
    version "2.10"
  }
  asset TheOldOne "the \\"old\\" one" : plc {
    address 10.1.1.3
  }
  asset A1K1 "=1+1" : plc {
    address 10.1.1.4
    version "=\\"x\\" y"
  }
}
`,
        );
        assert.deepEqual(messages(answer), []);
    });

    it('are no addresses: networks, ranges, and those that no device has', () => {
        const answer = run(
            'assets',
            'Name;Typ;IP;MAC\n' +
                'A1;PLC;10.5.0.0/24;00:00:00:00:00:00\n' +
                'A2;PLC;10.5.0.11 - 10.5.0.14;FF-FF-FF-FF-FF-FF\n' +
                'A3;PLC;0.0.0.0;\n' +
                'A4;PLC;127.0.0.1, ::1, 239.255.255.250;\n' +
                'A5;PLC;10.5.0.4/31, 10.5.0.7/24, 10.5.0.9/33, 2001:db8::/64, fe80::1;\n' +
                'A6;PLC;DHCP (10.5.0.8), port 2;\n' +
                'A7;PLC;DHCP 10.5.0.10;\n' +
                'A8;PLC;010.005.000.012;\n',
        );
        assert.equal(
            declarations(answer).replace(/^zone .*\n|^}\n$/gm, ''),
            `  asset A1 "A1" : plc {
    description "IP: 10.5.0.0/24; MAC: 00:00:00:00:00:00"
  }
  asset A2 "A2" : plc {
    description "IP: 10.5.0.11 - 10.5.0.14; MAC: FF-FF-FF-FF-FF-FF"
  }
  asset A3 "A3" : plc {
    description "IP: 0.0.0.0"
  }
  asset A4 "A4" : plc {
    description "IP: 127.0.0.1, ::1, 239.255.255.250"
  }
  asset A5 "A5" : plc {
    description "IP: 10.5.0.4/31, 10.5.0.7/24, 10.5.0.9/33, 2001:db8::/64, fe80::1"
    address 10.5.0.4, 10.5.0.7, fe80::1
  }
  asset A6 "A6" : plc {
    description "IP: DHCP (10.5.0.8), port 2"
    address 10.5.0.8
  }
  asset A7 "A7" : plc {
    description "IP: DHCP 10.5.0.10"
    address 10.5.0.10
  }
  asset A8 "A8" : plc {
    address 10.5.0.12
  }
`,
        );
        const said = messages(answer).map(message => message.replace('; it is kept as text in the description.', ''));
        assert.deepEqual(said.slice(0, -1), [
            '2: IP "10.5.0.0/24" is a network, and not the address of a device',
            '2: MAC "00:00:00:00:00:00" is no address of a device',
            '3: IP "10.5.0.11 - 10.5.0.14" is a range of addresses',
            '3: MAC "FF-FF-FF-FF-FF-FF" is no address of a device',
            '4: IP "0.0.0.0" is not the address of a device',
            '5: IP "127.0.0.1" is not the address of a device',
            '5: IP "::1" is not the address of a device',
            '5: IP "239.255.255.250" is not the address of a device',
            '6: IP "10.5.0.9/33" has a prefix longer than 32',
            '6: IP "2001:db8::/64" is a network, and not the address of a device',
            '7: IP "port 2" is not an IP address',
        ]);
    });

    it('do not make two devices one, and an address is the same however it is typed', () => {
        const elements = [
            element('Hall', null),
            element('Hall.Plc', null, { addresses: ['10.5.0.12', '0.0.0.0'], macs: ['00:00:00:00:00:00'] }),
            element('Hall.Hmi', null, { addresses: ['FE80:0::0a'] }),
        ];
        const answer = run(
            'assets',
            'Name,IP,MAC,Zone\nPump,010.005.000.012,,Hall\nPanel,fe80::a,,Hall\nOther,0.0.0.0,00:00:00:00:00:00,Hall\n',
            { known: { ...alone, elements } },
        );
        assert.deepEqual(answer.text.match(/^ +asset .*/gm), ['  asset Other "Other" : type-not-stated {']);
        assert.deepEqual(messages(answer).slice(0, 2), [
            '2: "Pump" is Hall.Plc of the model, by its address, and not written again.',
            '3: "Panel" is Hall.Hmi of the model, by its address, and not written again.',
        ]);
    });

    it('are no levels: days that a spreadsheet made, and numbers with a unit', () => {
        const why = (text: string): string | number => {
            const read = readScale(text, five);
            return read.kind === 'text' ? read.why : read.kind === 'value' ? read.value : '';
        };
        for (const text of ['04. Mrz', '4-Mar', '4. März', 'Mar-4', '4/abr', '4 - avr.'])
            assert.equal(why(text), 'is a day and a month, and not a level', text);
        for (const text of ['2026-03-04', '04.03.2026', '3/4/2026'])
            assert.equal(why(text), 'is a date, and not a level', text);
        for (const text of ['20 %', '10 kV', '1.5 M€'])
            assert.equal(why(text), 'is a number with a unit or a word, and not a level', text);
        assert.equal(why('4 - major'), 4);
    });

    it('say nothing of columns that change in a register of risks', () => {
        const answer = run('risks', 'ID,Threat,Likelihood,Impact,Risk Score\nR1,Flood,2,3,6\n');
        assert.deepEqual(messages(answer), []);
    });

    it('are told of a threat that has the number of another one of the model', () => {
        const threats = [{ id: 'T1', title: 'Flood', says: new Map([['likelihood', '2']]) }];
        const answer = run('risks', 'No,Threat,Likelihood,Impact\n1,Fire,2,3\n', { known: { ...alone, threats } });
        assert.deepEqual(messages(answer), [
            '2: "1" is T1 of the model, and not written again; it is called "Fire" where the model says "Flood".',
        ]);
    });
});
