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

    it('nothing is allowed until a day that there is none', () => {
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
        assert.deepEqual(allowed(' until 2027-13-01', ' until 2027-02-31', ' until 2027-04-31'), {
            accepted: false,
            holds: false,
            agreements: 0,
        });
    });

    it('no fix edits the file, but for those of its mistakes', () => {
        const fixesOf = (rest: string) =>
            load(plant(rest))
                .findings.filter(finding => finding.fixes.length > 0)
                .map(finding => finding.rule);
        assert.ok(fixesOf('').includes('flow-without-conduit'));
        assert.deepEqual([...new Set(fixesOf('Zone D { }\n'))], ['syntax']);
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
