import assert from 'node:assert/strict';
import { load } from './support/load.ts';

const plant = (rest: string): string => `system Plant
protocol own-bus { port tcp 9000 }
type own-plc : plc
countermeasure Unused { meets SR 1.1 status implemented }
zone A { SL-T 1 kind control asset X : plc accept flow-expired because "Old" }
zone B { SL-T 1 kind dmz asset Y : server }
conduit C between A and B {
  via F
  asset F : firewall { serves A, B }
}
flow A.X -> B.Y : https
${rest}`;

const allowing = (accepted: string, excepted: string, agreed: string): string => `system Plant {
  agreed "later" by "Head"${agreed}
}
zone Office { kind enterprise asset Pc : office-computer }
zone Control { kind control asset Plc : plc }
conduit C between Office and Control {
  flow Office.Pc -> Control.Plc : modbus-tcp
  accept flow-past-dmz because "The line goes"${accepted}
}
invariant Apart {
  deny path from Office to Control
  except flow Office.Pc -> Control.Plc : modbus-tcp because "The line goes"${excepted}
}
`;

const absent = ['protocol-never-used', 'type-never-used', 'measure-never-applied', 'accept-useless'];

describe('While a text is not understood', () => {
    it('nothing is said to be used nowhere', () => {
        const rules = (rest: string): readonly string[] =>
            load(plant(rest))
                .findings.map(finding => finding.rule)
                .filter(rule => absent.includes(rule))
                .sort();
        assert.deepEqual(rules(''), [...absent].sort());
        assert.deepEqual(rules('conduit D flow -> : own-bus, "x"\n'), []);
        assert.deepEqual(rules('flow A.X -> B.Y : own-buss\n'), [], 'nor while a name leads nowhere');
        assert.deepEqual(rules('zone D { SL-T 9 }\n'), [...absent].sort(), 'an impossible value leaves no use out');
    });

    it('no threat is said to have no path', () => {
        const rules = (flow: string): readonly string[] =>
            load(`system S
zone A { asset X : plc }
zone B { asset Y : plc }
conduit C between A and B { flow ${flow} : https }
threat T { from A against B likelihood 3 consequence 3 }
`)
                .findings.map(finding => finding.rule)
                .filter(rule => rule === 'threat-path-missing');
        assert.deepEqual(rules('B.Y -> A.X'), ['threat-path-missing']);
        assert.deepEqual(rules('A.Z -> B.Y'), []);
    });

    it('nothing is allowed until a day that there is none', () => {
        const allowed = (...until: [string, string, string]) => {
            const { model, assessment, findings } = load(allowing(...until), { today: '2026-06-01' });
            return {
                accepted: findings.some(({ rule, accepted }) => rule === 'flow-past-dmz' && accepted !== null),
                holds: assessment.invariants[0]!.holds,
                agreements: model.system!.agreements.length,
            };
        };
        assert.deepEqual(allowed('', '', ''), { accepted: true, holds: true, agreements: 1 });
        assert.deepEqual(allowed(' until 2027-01-01', ' until 2027-01-01', ' until 2027-01-01'), {
            accepted: true,
            holds: true,
            agreements: 1,
        });
        const nothing = { accepted: false, holds: false, agreements: 0 };
        for (const slip of [' until 2027-13-01', ' until 1 May', ' until', ' untill 2027-01-01', ' until "2027-01-01"'])
            assert.deepEqual(allowed(slip, slip, slip), nothing, slip);
        for (const slip of [' access reed until 2027-01-01', ' access 5', ' acces read'])
            assert.equal(allowed('', slip, '').holds, false, slip);
    });

    it('an exception of a protocol that there is none excepts nothing', () => {
        const text = allowing('', '', '').replace(': modbus-tcp because', ': modbuss because');
        assert.equal(load(text, { today: '2026-06-01' }).assessment.invariants[0]!.holds, false);
    });

    it('evidence of a time that cannot be read shows nothing', () => {
        const achieved = (time: string, usual = '12 months') =>
            load(
                `system Plant { evidence-valid ${usual} }
zone Control {
  SL-T { TRE 1 RA 1 }
  asset Plc : plc
  meets FR 6 SL 1 because "Logs" evidence "logs.md" ${time}
  applies Backup
}
countermeasure Backup { meets FR 7 SL 1 status verified evidence "drill.md" ${time} }
`,
                { today: '2026-06-01' },
            )
                .assessment.of('Control')!
                .slA.slice(5);
        assert.deepEqual(achieved('dated 2026-05-01'), [1, 1]);
        for (const slip of [
            'dated 1 May',
            'dated 2026-05-01 until May',
            'dated 2026-05-01 valid 12 moons',
            'datd 2026-05-01',
        ])
            assert.deepEqual(achieved(slip), [0, 0], slip);
        for (const slip of ['12 moons', 'long', '0 months'])
            assert.deepEqual(achieved('dated 2026-05-01', slip), [0, 0], slip);
    });

    it('what rests on a countermeasure that there is none rests on nothing', () => {
        const resting = (by: string) => {
            const { assessment, findings } = load(
                `system Plant { tolerable-risk 4 }
zone Control {
  SL-T { IAC 1 }
  asset Plc : plc
  meets SR 1.1 ${by}
  applies Accounts
}
zone Room { kind operations asset Hmi : hmi }
conduit C between Room and Control {
  flow Room.Hmi -> Control.Plc : modbus-tcp { secured authentication, encryption, integrity ${by} }
}
countermeasure Accounts { status implemented }
threat Stop { against Control.Plc likelihood 3 consequence 3 mitigated ${by} to likelihood 1 }
`,
                { today: '2026-06-01' },
            );
            return {
                state: assessment.of('Control')!.requirements.find(({ id }) => id === 'SR 1.1')!.state,
                isPlain: findings.some(({ rule }) => rule === 'unauthenticated-flow'),
                risk: assessment.risk.threats[0]!.residual!.risk,
            };
        };
        assert.deepEqual(resting('by Accounts'), { state: 'met', isPlain: false, risk: 3 });
        for (const slip of ['by Acounts', 'by Accounts, Badges', 'by Accounts Badges'])
            assert.deepEqual(resting(slip), { state: 'not-assessed', isPlain: true, risk: 9 }, slip);
    });

    it('no fix edits the file, but for those of its mistakes', () => {
        const fixesOf = (rest: string) =>
            load(plant(rest))
                .findings.filter(finding => finding.fixes.length > 0)
                .map(finding => finding.rule);
        assert.ok(fixesOf('').includes('flow-without-conduit'));
        assert.deepEqual([...new Set(fixesOf('Zone D { }\n'))], ['syntax']);
    });

    it('no fix moves something into a file that is not understood, or out of it', () => {
        const fixesOf = (main: string, other: string): readonly string[] =>
            load(
                `//- main.iacs
import "b.iacs"
system Plant
zone A { kind control SL-T 1 asset X : plc }
zone B { kind operations SL-T 1 asset Y : server }
flow A.X -> B.Y : https
${main}
//- b.iacs
conduit C between A and B {
  via F
  asset F : firewall { serves A, B }
  flow B.Y -> A.X : opc-ua
}
${other}
`,
            )
                .findings.filter(({ rule }) => rule === 'flow-without-conduit')
                .flatMap(({ fixes }) => fixes.map(({ title }) => title));
        assert.equal(fixesOf('', '').length, 1);
        assert.deepEqual(fixesOf('', 'Zone D { }'), []);
        assert.deepEqual(fixesOf('Zone D { }', ''), []);
    });

    it('no fix edits two files of which one is not understood', () => {
        const fixesOf = (main: string, other: string): readonly string[] =>
            load(
                `//- main.iacs
import "b.iacs"
system Plant
zone A { kind control SL-T 1 asset X : plc }
zone B { kind operations SL-T 1 asset Y : server }
conduit C between A and B {
  is untrusted
  via F
  asset F : firewall { serves A, B }
  flow A.X -> B.Y : dns
}
${main}
//- b.iacs
within C {
  flow A.X -> B.Y : syslog
}
${other}
`,
            )
                .findings.filter(({ rule }) => rule === 'external-link-unprotected')
                .flatMap(({ fixes }) => fixes.map(({ title }) => title));
        assert.deepEqual(fixesOf('', ''), ['Use dns-tls and syslog-tls instead…']);
        assert.deepEqual(fixesOf('', 'Zone D { }'), []);
        assert.deepEqual(fixesOf('Zone D { }', ''), []);
    });

    it('fixes of other files are offered', () => {
        const { findings } = load(`//- main.iacs
import "parts.iacs"
${plant('')}//- parts.iacs
zone D {
  SL-T 1
  asset Z : plc {{
}
`);
        assert.ok(findings.some(({ rule }) => rule === 'syntax'));
        assert.ok(findings.some(({ rule, fixes }) => rule === 'flow-without-conduit' && fixes.length > 0));
    });
});

describe('What nothing uses', () => {
    it('is found in a file of the plant, which names its parts, and not in a library', () => {
        const found = (more: string): readonly string[] =>
            load(`system Plant
import "measures.iacs"
zone A { asset X : plc }
//- measures.iacs
countermeasure Unused { meets SR 1.1 status planned due 2030-03-31 }
${more}`)
                .findings.map(finding => finding.rule)
                .filter(rule => rule === 'measure-never-applied');
        assert.deepEqual(found(''), []);
        for (const part of [
            'threat T { against A likelihood 1 consequence 1 }',
            'function F { needs A.X }',
            'invariant I { deny path from A to A }',
            'island L { cut A }',
        ])
            assert.deepEqual(found(part), ['measure-never-applied'], part);
    });
});
