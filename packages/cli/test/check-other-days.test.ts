import assert from 'node:assert/strict';
import { iacs, iacsProcess, withFiles } from './support/iacs.ts';

/*
 * The built check has the library beside its model. What it judges of another day, or of what firewalls permit, is
 * judged by the same types and protocols.
 */
const texts = {
    // By a rule, from a zone over a host with two interfaces. No path leads through a firewall by itself.
    'rule.iacs': `system Plant
zone Office { kind enterprise network 10.0.0.0/28 }
zone Line { kind control
  asset Edge : server { address 10.0.1.6 in Line, 10.0.2.10 in Cell serves Cell }
}
zone Cell { kind control asset Plc : plc { address 10.0.2.6 } }
conduit K between Cell and Office { via Fw asset Fw : firewall { serves Cell, Office } }
ruleset R { device K.Fw exported 2026-05-20 permits any -> 10.0.2.10 : tcp 9999 "1" }
invariant Apart { deny path from Office to Cell.Plc }
`,
    'firewall.iacs': `system Plant
zone Office { kind enterprise network 10.0.0.0/28 asset Pc : office-computer { address 10.0.0.5 } }
zone Cell { kind control network 10.0.2.0/28
  asset Plc : plc { address 10.0.2.6 }
  asset Hmi : hmi { address 10.0.2.7 }
}
conduit K between Cell and Office { via Fw asset Fw : firewall { serves Cell, Office } flow Cell.Hmi -> Office.Pc : https }
ruleset R { device K.Fw exported 2026-05-20 permits 10.0.0.5 -> 10.0.2.7 : tcp 3389 "1" }
invariant Apart { deny path from Office to Cell.Plc }
`,
    // A broker answers over a flow that is planned.
    'threat.iacs': `system Plant { tolerable-risk 6 }
zone Cloud { kind external asset Broker : server }
zone Cell { kind control asset Edge : server asset Plc : plc flow Edge -> Plc : opc-ua }
conduit K between Cell and Cloud { via Fw asset Fw : firewall { serves Cell, Cloud }
  flow Cell.Edge -> Cloud.Broker : mqtts { planned for 2026-08-01 }
}
threat Stop { from Cloud against Cell.Plc likelihood 4 consequence 4 }
`,
    // A measure stands where the only path passes until another one is there; a firewall is no path.
    'risk.iacs': `system Plant { tolerable-risk 6 }
zone Cloud { kind external asset Broker : server }
zone Dmz { kind dmz asset Mirror : server applies Accounts flow Mirror -> Mirror2 : https asset Mirror2 : server }
zone Cell { kind control asset Plc : plc }
conduit In between Cloud and Dmz { via Fw asset Fw : firewall { serves Cloud, Dmz, Cell } flow Cloud.Broker -> Dmz.Mirror : https }
conduit On between Dmz and Cell { via In.Fw flow Dmz.Mirror -> Cell.Plc : https }
conduit Direct between Cloud and Cell { via In.Fw flow Cell.Plc -> Cloud.Broker : mqtts { planned for 2026-07-01 } }
countermeasure Accounts { meets SR 1.1 status implemented evidence "a.md" dated 2026-01-01 }
threat Stop { from Cloud against Cell.Plc likelihood 4 consequence 4 mitigated by Accounts to likelihood 1 }
`,
};

interface Found {
    readonly findings: readonly { rule: string; file: string; message: string }[];
}

describe('The built check', () => {
    it('knows types and protocols of the library on other days and behind firewalls too', () =>
        withFiles(texts, cwd => {
            const args = ['check', '.', '--format', 'json', '--today', '2026-06-01'];
            const built = iacsProcess(args, { cwd }).stdout;
            assert.equal(built, iacs(args, { cwd }).stdout);
            const { findings } = JSON.parse(built) as Found;
            const asked = ['rule-breaks-invariant', 'threat-path-missing', 'risk-will-rise'];
            const said = findings.filter(({ rule }) => asked.includes(rule));
            assert.deepEqual(
                said.map(({ rule, file }) => `${file} ${rule}`),
                ['risk.iacs risk-will-rise', 'rule.iacs rule-breaks-invariant', 'threat.iacs threat-path-missing'],
            );
            const [risk, rule, threat] = said.map(({ message }) => message);
            assert.match(
                risk!,
                /from 4 to 16 on 2026-07-01.*: Cloud\.Broker → Cell\.Plc \(subscribes to Cloud\.Broker\)\./,
            );
            assert.match(rule!, /a path Office → Line\.Edge \(has an interface in Cell\) → Cell\.Plc\./);
            assert.match(threat!, /What is planned opens one:/);
        }));
});
