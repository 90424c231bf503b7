import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { library } from 'iacs-language';
import { readServices } from '../src/import/flows/services.ts';
import { exampleFile } from '../../language/test/support/report.ts';
import { iacs, withFiles } from './support/iacs.ts';

const protocols = library().files.flatMap(file => file.protocols);

/** What a row says of its protocols, in short. */
function services(service: string, port = '', transport = ''): string {
    const read = readServices(service === '' ? [] : [service], port === '' ? [] : [port], transport, protocols);
    return [read.protocols.join(', '), ...read.ports, ...read.left.map(({ text, why }) => `"${text}" ${why}`)].join(
        ' | ',
    );
}

describe('The service of a connection', () => {
    it('is a protocol by its name or a name of practice, with its port where that says more', () => {
        assert.equal(services('Modbus TCP'), 'modbus-tcp');
        assert.equal(services('Modbus TCP', '502'), 'modbus-tcp');
        assert.equal(services('modbus', '502', 'tcp'), 'modbus-tcp');
        assert.equal(services('HTTPS (8443)'), 'https | tcp 8443');
        assert.equal(services('HTTPS', '443, 8443'), 'https | tcp 8443');
        assert.equal(services('S7comm; HTTP'), 's7comm, http');
        assert.equal(services('OPC UA/4840'), 'opc-ua');
        assert.equal(services('TCP/502'), ' | tcp 502');
        assert.equal(services('', '5000 – 5010/udp'), ' | udp 5000-5010');
        assert.equal(services('UDP', '161, 162'), ' | udp 161, 162');
        assert.equal(services('', 'TCP/80, UDP 53'), ' | tcp 80 | udp 53');
    });

    it('is a protocol by what a sensor calls it, and by its name after that of a maker', () => {
        assert.equal(services('PNIO-CM', '34964'), 'profinet');
        assert.equal(services('ms-wbt-server'), 'rdp');
        assert.equal(services('OPC UA Binary'), 'opc-ua');
        assert.equal(services('cipcm'), ' | "cipcm" may be ethernet-ip or cip-safety');
        assert.equal(services('Emerson ROC'), 'roc-plus');
        assert.equal(services('Phoenix Contact PCWorx'), 'pcworx');
        assert.equal(services('Siemens S7', '102'), ' | tcp 102 | "Siemens S7" may be s7comm or s7comm-plus');
        assert.match(services('Siemens Quux'), /is not a protocol of the library or the model$/);
    });

    it('is not guessed', () => {
        assert.equal(services('snmp'), ' | "snmp" may be snmp-v1-v2c or snmp-v3');
        assert.equal(services('IEC 61850'), ' | "IEC 61850" may be iec61850-mms or iec61850-goose or iec61850-sv');
        assert.equal(services('IEC 61850', '102'), 'iec61850-mms');
        assert.equal(services('S7', '102'), ' | tcp 102 | "S7" may be s7comm or s7comm-plus');
        assert.deepEqual(readServices(['S7'], [], '', protocols, new Set(['s7comm'])).protocols, ['s7comm']);
        assert.match(services('any', 'any'), /^ \| "any" is not a protocol, and a flow names what it carries$/);
        assert.match(services('Quux bus', '70000'), /"Quux bus" is not a protocol .* \| "70000" is not a port$/);
        assert.equal(services('', '80'), ' | tcp or udp 80');
    });
});

const model = `import "flows.iacs"
system S
zone A { asset P "PLC" : plc { address 10.0.0.1 } }
zone B { asset Q "HMI" : hmi { address 10.0.1.1 } }
conduit C between A and B
`;
const sheet = 'Source,Destination,Protocol,Purpose\nHMI,PLC,Modbus TCP,Set-points\nPLC,HMI,HTTPS,Alarms\n';

describe('iacs import flows', function () {
    function run(files: Readonly<Record<string, string>>, use: (again: () => string, file: string) => void): void {
        withFiles({ 'main.iacs': model, 'flows.iacs': '', 'f.csv': sheet, ...files }, cwd => {
            const again = (): string =>
                iacs(['import', 'flows', 'f.csv', '--model', '.', '-o', 'flows.iacs'], { cwd }).stderr;
            assert.match(again(), /^2 added, 0 updated, 0 unchanged; 0 are in the model already\.$/mu);
            use(again, path.join(cwd, 'flows.iacs'));
        });
    }

    it('follows the sheet where people changed nothing, and keeps what they changed', () => {
        run({}, (again, file) => {
            const first = readFileSync(file, 'utf8');
            assert.match(first, /^within C \{\n.*\n {2}flow B\.Q -> A\.P : modbus-tcp "Set-points"\n/mu);
            const edited = first
                .replace('"Set-points"', '"Set-points"   { access write }')
                .replace(/\n\n.*\n {2}flow A\.P.*\n/u, match => match.replace(/ {2}flow.*\n/u, ''));
            writeFileSync(file, edited);
            const said = again();
            assert.match(said, /A\.P -> B\.Q : https was taken away by hand and is not written again/);
            assert.match(said, /^0 added, 0 updated, 1 unchanged/mu);
            assert.equal(readFileSync(file, 'utf8'), edited);
            writeFileSync(path.join(path.dirname(file), 'f.csv'), sheet.replace('Set-points', 'Values'));
            assert.match(again(), /was changed by hand and is kept as it is; the sheet now says flow .* "Values"\./);
        });
    });

    it('updates what nobody touched, and says what is gone', () => {
        run({}, (again, file) => {
            const own = path.join(path.dirname(file), 'f.csv');
            writeFileSync(own, 'Source,Destination,Protocol,Purpose\nHMI,PLC,Modbus TCP,Values\n');
            const said = again();
            assert.match(said, /A\.P -> B\.Q : https is no longer in the sheet; the flow is kept/);
            assert.match(said, /^0 added, 1 updated, 0 unchanged/mu);
            assert.match(readFileSync(file, 'utf8'), /: modbus-tcp "Values"\n/);
            writeFileSync(own, `${sheet.replace('Set-points', 'Values')}HMI,PLC,ssh,\n`);
            assert.match(again(), /^1 added, 0 updated, 2 unchanged/mu);
            assert.equal(readFileSync(file, 'utf8').match(/^within C /gmu)?.length, 1);
        });
    });

    it('finds the flows of a report in the model that it is of', () => {
        withFiles({}, cwd => {
            const example = exampleFile('truck-loading', '').pathname;
            iacs(['report', example, '-o', 'r.xlsx'], { cwd });
            const { stderr } = iacs(['import', 'flows', 'r.xlsx', '--model', example], { cwd });
            assert.match(stderr, /^0 added, 0 updated, 0 unchanged; 11 are in the model already\.$/mu);
        });
    });

    it('needs a model, and a table with both ends', () => {
        withFiles({ 'main.iacs': model, 'flows.iacs': '', 'f.csv': sheet, 'x.csv': 'A thing,Value\n1,2\n' }, cwd => {
            assert.match(iacs(['import', 'flows', 'f.csv'], { cwd }).stderr, /needs the model .* give --model PATH/);
            assert.match(
                iacs(['import', 'flows', 'x.csv', '--model', '.'], { cwd }).stderr,
                /has no header row with at least two known headers/,
            );
        });
    });

    it('loses no row of which the protocol or the port is not understood', () => {
        run({}, (again, file) => {
            const folder = path.dirname(file);
            writeFileSync(
                path.join(folder, 'f.csv'),
                'Source,Destination,Protocol,Port,Purpose\nHMI,PLC,TCP,99999,one\nHMI,PLC,Quux,,two\nHMI,PLC,TCP,1.024,\n' +
                    'HMI,PLC,HTTPS,,first\nHMI,PLC,HTTPS,,second\nHMI,PLC,SSH,22,\nHMI,PLC,SSH,22,\n',
            );
            writeFileSync(file, '');
            const said = again();
            const text = readFileSync(file, 'utf8');
            assert.deepEqual(text.match(/^ *(?:flow|description|\/\/ Source).*/gmu), [
                '// Source: HMI; Destination: PLC; Protocol: HTTPS; Purpose: second',
                '  flow B.Q -> A.P : protocol-not-stated "one" {',
                '    description "Port: 99999"',
                '  flow B.Q -> A.P : protocol-not-stated "two" {',
                '    description "Protocol: Quux"',
                '  flow B.Q -> A.P : protocol-not-stated {',
                '    description "Port: 1.024"',
                '  flow B.Q -> A.P : https "first"',
                '  flow B.Q -> A.P : ssh',
            ]);
            assert.match(said, /row 2: Port "99999" is not a port; it is kept as text/);
            assert.match(
                said,
                /row 6: B\.Q -> A\.P : https is in the sheet twice; the first row is taken, and this one is kept as a comment\./,
            );
            assert.match(said, /row 8: B\.Q -> A\.P : ssh is in the sheet twice; the first row is taken\./);
            again();
            assert.equal(readFileSync(file, 'utf8'), text);
        });
    });

    it('takes a flow for one of the model only where its port is that too', () => {
        const flows = `conduit D between A and B {
  flow A.P -> B.Q : modbus-tcp
  flow B.Q -> A.P : https { port tcp 8443 }
}
`;
        const main = model.replace('conduit C between A and B\n', flows);
        withFiles(
            {
                'main.iacs': main,
                'flows.iacs': '',
                'f.csv':
                    'Source,Destination,Protocol,Port\nPLC,HMI,Modbus TCP,502\nPLC,HMI,Modbus TCP,503\nHMI,PLC,HTTPS,8443\n' +
                    'HMI,PLC,HTTPS,443\nHMI,PLC,HTTPS,\n',
            },
            cwd => {
                const { stderr } = iacs(['import', 'flows', 'f.csv', '--model', '.', '-o', 'flows.iacs'], { cwd });
                const text = readFileSync(`${cwd}/flows.iacs`, 'utf8');
                assert.deepEqual(text.match(/^ *(?:flow|port).*/gmu), [
                    '  flow A.P -> B.Q : modbus-tcp {',
                    '    port tcp 503',
                ]);
                assert.match(
                    stderr,
                    /row 3: A\.P -> B\.Q : modbus-tcp is in the model with its usual port; with port tcp 503 it is written as a flow of its own\./,
                );
                assert.match(
                    stderr,
                    /row 5: B\.Q -> A\.P : https has port tcp 8443 in the model and "443" in the sheet; it is not written again\./,
                );
                assert.match(stderr, /^1 added, 0 updated, 0 unchanged; 4 are in the model already\.$/mu);
            },
        );
    });

    it('says what a sheet has beyond a flow of the model', () => {
        const flows = `conduit D between A and B {
  flow A.P -> B.Q : modbus-tcp { until 2027-01-31 access read approved by "Ops" }
  flow B.Q -> A.P : https
}
`;
        withFiles(
            {
                'main.iacs': model.replace('conduit C between A and B\n', flows),
                'flows.iacs': '',
                'f.csv':
                    'Source,Destination,Protocol,Until,Access,Approved by\nPLC,HMI,Modbus TCP,31.01.2027,read,Ops\n' +
                    'PLC,HMI,Modbus TCP,2027-06-30,write,\nHMI,PLC,HTTPS,31.02.2027,,Me\n',
            },
            cwd => {
                const { stderr } = iacs(['import', 'flows', 'f.csv', '--model', '.', '-o', 'flows.iacs'], { cwd });
                assert.deepEqual(stderr.match(/row [2-9]: .*/gu), [
                    'row 3: A.P -> B.Q : modbus-tcp is in the model and not written again; the sheet says access write, ' +
                        'until 2027-06-30, which the model does not.',
                    'row 4: Until "31.02.2027" is not a day.',
                    'row 4: B.Q -> A.P : https is in the model and not written again; the sheet says approved by "Me", ' +
                        'which the model does not.',
                ]);
            },
        );
    });

    it('does not write again what people wrote into the file itself', () => {
        const files = {
            'main.iacs': `system S
zone A { asset P "PLC" : plc { address 10.0.0.1 } asset Q "HMI" : hmi { address 10.0.1.1 }
  flow Q -> P : modbus-tcp "By hand"
}
`,
            'f.csv': 'Source,Destination,Protocol\nHMI,PLC,Modbus TCP\nPLC,HMI,HTTPS\n',
            'i.csv':
                'Name,IP,Type,Zone\nPLC,10.0.0.1,PLC,A\nPanel,10.0.1.1,HMI,A\nNew,10.0.0.3,PLC,A\nOther,10.0.9.1,PLC,B\n',
        };
        withFiles(files, cwd => {
            const run = (kind: string, file: string): string =>
                iacs(['import', kind, file, '--model', '.', '-o', 'main.iacs'], { cwd }).stderr;
            assert.match(run('flows', 'f.csv'), /^1 added, 0 updated, 0 unchanged; 1 are in the model already\.$/mu);
            const said = run('assets', 'i.csv');
            assert.match(said, /row 2: "PLC" is A\.P of the model, by its address, and not written again\.$/mu);
            assert.match(said, /row 3: "Panel" is A\.Q of the model, by its address, and not written again\.$/mu);
            assert.match(said, /^2 added, 0 updated, 0 unchanged\.$/mu);
            const text = readFileSync(`${cwd}/main.iacs`, 'utf8');
            assert.deepEqual(text.match(/(?:zone|asset|flow) \S+/gu), [
                'zone A',
                'asset P',
                'asset Q',
                'flow Q',
                'asset New',
                'flow A.P',
                'zone B',
                'asset Other',
            ]);
            assert.match(run('flows', 'f.csv'), /^0 added, 0 updated, 1 unchanged; 1 are in the model already\.$/mu);
            assert.match(run('assets', 'i.csv'), /^0 added, 0 updated, 2 unchanged\.$/mu);
            assert.equal(readFileSync(`${cwd}/main.iacs`, 'utf8'), text);
            const alone = iacs(['import', 'assets', 'i.csv', '-o', 'main.iacs'], { cwd }).stderr;
            assert.match(alone, /has 2 names of devices that no import wrote: name its model with --model,/);
        });
    });
});
