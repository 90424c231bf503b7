import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { iacs, withFiles } from './support/iacs.ts';

/** Two lines with the same addresses, each shown by a router of its own; a third hides its hosts as one address. */
const model = `import "a.iacs"
import "f.iacs"
system Press
zone Line1 {
  network 192.168.0.0/24
  asset Plc "PLC 1" : plc { address 192.168.0.10 }
}
zone Line2 {
  network 192.168.0.0/24
  asset Plc "PLC 2" : plc { address 192.168.0.10 }
  asset Panel "Panel 2" : hmi { address 192.168.0.11 }
}
zone Line3 { network 172.20.0.0/24 }
zone Bare
zone Other { network 10.9.0.0/24 }
zone Plant {
  network 10.7.0.0/16
  asset Scada : scada-server { address 10.7.0.5 }
  asset Nat1 : router { address 10.7.1.1 in Plant, 192.168.0.1 in Line1 serves Line1 translates 192.168.0.0/24 to 10.7.1.0/24 }
  asset Nat2 : router { address 10.7.2.1 in Plant, 192.168.0.1 in Line2 serves Line2 translates 192.168.0.0/24 to 10.7.2.0/24 }
  asset Nat3 : firewall { address 10.7.3.1 in Plant serves Line3 translates 172.20.0.0/24 to 10.7.3.9 }
  asset Nat4 : firewall { address 10.7.4.1 in Plant serves Bare translates 172.21.0.0/24 to 10.7.4.0/24 }
}
conduit Up between Plant and Line1
conduit Up2 between Plant and Line2
`;

describe('An import of translated addresses', function () {
    function inModel(
        files: Readonly<Record<string, string>>,
        use: (run: (...words: readonly string[]) => string, read: (file: string) => string, cwd: string) => void,
    ): void {
        withFiles({ 'main.iacs': model, 'a.iacs': '', 'f.iacs': '', ...files }, cwd =>
            use(
                (...words) => iacs(['import', ...words], { cwd }).stderr,
                file => readFileSync(path.join(cwd, file), 'utf8').replace(/^\s*\/\/.*\n/gmu, ''),
                cwd,
            ),
        );
    }

    it('writes a host that the model lacks into the zone behind the device, with its own address', () => {
        const csv = `Name,Type,IP,Zone
New drive,drive,10.7.2.40,
Named,drive,10.7.1.41,Line1
Elsewhere,drive,10.7.1.42,Plant
`;
        inModel({ 'a.csv': csv }, (run, read, cwd) => {
            const said = run('assets', 'a.csv', '--model', '.', '-o', 'a.iacs');
            const text = read('a.iacs');
            assert.match(
                text,
                /within Line2 \{\n {2}asset NewDrive "New drive" : drive \{\n {4}address 192\.168\.0\.40\n/u,
            );
            assert.match(text, /within Line1 \{\n {2}asset Named "Named" : drive \{\n {4}address 192\.168\.0\.41\n/u);
            assert.match(
                text,
                /within Plant \{\n {2}asset Elsewhere "Elsewhere" : drive \{\n {4}address 10\.7\.1\.42\n/u,
            );
            assert.match(
                said,
                /"New drive" has no zone in the inventory; it is written in Line2, because Plant\.Nat2 shows it as its address\./u,
            );
            assert.match(
                said,
                /"New drive": Plant\.Nat2 shows 192\.168\.0\.40 as 10\.7\.2\.40; the address that it has itself is written\./u,
            );
            assert.match(
                said,
                /"Elsewhere" is in Plant in the inventory, and 10\.7\.1\.42 is what Plant\.Nat1 shows of Line1;/u,
            );
            const again = run('assets', 'a.csv', '--model', '.', '-o', 'a.iacs');
            assert.match(again, /^0 added, 0 updated, 3 unchanged\.$/mu);
            assert.equal(read('a.iacs'), text);
            assert.doesNotMatch(iacs(['check', '.'], { cwd }).stdout, /a\.iacs.*address-(?:outside|twice)/u);
        });
    });

    it('does not guess where the model leaves it open, and says why', () => {
        const csv = `Name,Type,IP
Hidden,drive,10.7.3.9
Bare zone,drive,10.7.4.7
Cell,drive,192.168.0.77
Two homes,server,"10.7.0.9, 10.9.0.9"
Plain,drive,10.7.200.1
Both,drive,"192.168.0.50, 10.7.1.50"
`;
        inModel({ 'a.csv': csv }, (run, read) => {
            const said = run('assets', 'a.csv', '--model', '.', '-o', 'a.iacs');
            for (const line of [
                '"Hidden" has no zone in the inventory, and the model does not say which host or zone Plant.Nat3 shows as 10.7.3.9.',
                '"Bare zone" has no zone in the inventory, and the model does not say which host or zone Plant.Nat4 shows as 10.7.4.7.',
                '"Cell" has no zone in the inventory, and its address is in networks of Line1 and Line2.',
                '"Two homes" has no zone in the inventory, and its addresses are in networks of Plant and Other.',
                '"Plain" has no zone in the inventory; it is written in Plant, because its address lies in a network of Plant.',
                '"Both" has no zone in the inventory; it is written in Line1, because Plant.Nat1 shows it as its address.',
                '4 of 6 assets have no zone;',
            ])
                assert.ok(said.includes(line), `${line}\n${said}`);
            const text = read('a.iacs');
            assert.match(text, /zone Unassigned .*\{\n {2}asset Hidden [^}]*address 10\.7\.3\.9\n/u);
            assert.match(text, /within Line1 \{\n {2}asset Both "Both" : drive \{\n {4}address 192\.168\.0\.50\n/u);
            assert.match(
                run('assets', 'a.csv', '--model', '.', '-o', 'a.iacs'),
                /^0 added, 0 updated, 6 unchanged\.$/mu,
            );
            assert.equal(read('a.iacs'), text);
        });
    });

    it('says nothing of the zone of a device that the model has', () => {
        inModel({ 'a.csv': 'Name,Type,IP,Criticality\nPLC 2,nonsense,10.7.2.10,huge\n' }, run => {
            const said = run('assets', 'a.csv', '--model', '.', '-o', 'a.iacs');
            assert.match(
                said,
                /"PLC 2" is Line2\.Plc of the model, by its address as Plant\.Nat2 shows it, and not written/u,
            );
            assert.doesNotMatch(said, /has no zone|kept as text/u);
        });
    });

    it('finds the ends of flows by them, and those of cells by the other end', () => {
        const csv = `Source,Destination,Protocol
Scada,10.7.2.10,Modbus TCP
Panel 2,192.168.0.10,EtherNet/IP
Scada,10.7.2.99,Modbus TCP
Scada,10.7.3.9,Modbus TCP
Scada,192.168.0.10,Modbus TCP
Scada,10.7.250.1,Modbus TCP
`;
        inModel({ 'f.csv': csv }, (run, read) => {
            const said = run('flows', 'f.csv', '--model', '.', '-o', 'f.iacs');
            const text = read('f.iacs');
            assert.match(text, /within Up2 \{\n {2}flow Plant\.Scada -> Line2\.Plc : modbus-tcp\n/u);
            assert.match(text, /within Line2 \{\n {2}flow Line2\.Panel -> Line2\.Plc : ethernet-ip\n/u);
            assert.equal(text.match(/^ *flow /gmu)?.length, 2);
            for (const line of [
                'Destination "10.7.2.10" is Line2.Plc, as Plant.Nat2 shows its address.',
                'Destination "10.7.2.99" is 192.168.0.99 in Line2 as Plant.Nat2 shows it, and no asset has that address; the row',
                'Destination "10.7.3.9" is an address as which Plant.Nat3 shows hosts that the model does not name; the row',
                'Destination "192.168.0.10" may be Line1.Plc or Line2.Plc; the row',
                'Destination "10.7.250.1" is an address of Plant that no asset of the model has; the row',
            ])
                assert.ok(said.includes(line), `${line}\n${said}`);
            run('flows', 'f.csv', '--model', '.', '-o', 'f.iacs');
            assert.equal(read('f.iacs'), text);
        });
    });

    it('finds what a threat is against, and the component of a requirement', () => {
        const files = {
            'r.csv':
                'Id,Title,Against,Likelihood,Consequence\nR1,A,10.7.2.10,2,3\nR2,B,PLC 2 (10.7.2.10),2,3\nR3,C,PLC 1 (10.7.2.10),2,3\nR4,D,10.7.1.99,2,3\n',
            'q.csv': 'Component,Requirement,Status\n10.7.1.10,CR 1.1,met\n',
        };
        inModel(files, (run, read, cwd) => {
            writeFileSync(path.join(cwd, 'a.iacs'), '');
            const said = run('risks', 'r.csv', '--model', '.', '-o', 'r.iacs');
            const text = read('r.iacs');
            assert.equal(text.match(/against Line2\.Plc$/gmu)?.length, 2);
            assert.match(said, /Against "10\.7\.2\.10" is Line2\.Plc, as Plant\.Nat2 shows its address\./u);
            assert.match(said, /contradicts the model: its name is Line1\.Plc, its address is that of Line2\.Plc/u);
            assert.match(said, /names 10\.7\.1\.99, which is 192\.168\.0\.99 in Line1 as Plant\.Nat1 shows it/u);
            run('requirements', 'q.csv', '--model', '.', '-o', 'q.iacs');
            assert.match(read('q.iacs'), /within Line1\.Plc \{\n {2}meets SR 1\.1\b/u);
        });
    });
});
