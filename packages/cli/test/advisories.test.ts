import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describePage } from './support/executed-page.ts';
import { csaf } from './support/csaf.ts';
import { iacs, withFiles } from './support/iacs.ts';

describePage('advisories.md');

const plant = `system Plant
import "advisories.iacs"
zone Office { kind enterprise asset Pc : workstation }
zone Control {
  kind control
  window "Yearly stop" 2026-08-10 to 2026-08-14
  asset Plc1 : plc-100 { patched to "V3.0" }
  asset Plc2 : plc-100
}
flow Office.Pc -> Control.Plc1 : modbus-tcp
type plc-100 : plc { product "PLC 100" advisory-name "PLC 100" }
`;
const day = ['--today', '2026-06-01'];

/** The plant with a delivery that was imported into it. */
function withDelivery<T>(use: (cwd: string) => T, model = plant): T {
    return withFiles({ 'main.iacs': model, 'in/a.json': csaf() }, cwd => {
        assert.equal(iacs(['import', 'advisories', 'in', '-o', 'advisories.iacs'], { cwd }).code, 0);
        return use(cwd);
    });
}

describe('Advisories on the command line', () => {
    it('are found from a delivery to what has to be done now', () => {
        withDelivery(cwd => {
            const { stdout, code } = iacs(['advisories', ...day], { cwd });
            assert.equal(code, 0);
            assert.match(
                stdout,
                /^Now\n {2}EX-26-001 "Examplar PLC 100", CVSS 9\.8\n {4}Control\.Plc1 \(V3\.0\): affected by CVE-2026-0001\n/m,
            );
            assert.match(stdout, /update to V3\.1; Yearly stop from 2026-08-10/);
            const { stdout: markdown } = iacs(['advisories', '--format', 'markdown', ...day], { cwd });
            assert.match(markdown, /^\| now \| EX-26-001, Examplar PLC 100, [^|]+ \| 9\.8 \|/mu);
            const { stdout: sarif } = iacs(['check', '--format', 'sarif', ...day], { cwd });
            const { results } = (
                JSON.parse(sarif) as {
                    runs: {
                        results: {
                            ruleId: string;
                            level: string;
                            locations: { physicalLocation: { artifactLocation: { uri: string } } }[];
                        }[];
                    }[];
                }
            ).runs[0]!;
            const found = results.filter(each => each.ruleId.startsWith('advisory-'));
            assert.deepEqual(
                found.map(each => [each.ruleId, each.level, each.locations[0]!.physicalLocation.artifactLocation.uri]),
                [
                    ['advisory-affected', 'error', 'advisories.iacs'],
                    ['advisory-undecided', 'warning', 'advisories.iacs'],
                ],
            );
        });
    });

    it('are accepted in the advisory, for all assets', () => {
        withDelivery(cwd => {
            const file = path.join(cwd, 'advisories.iacs');
            const reason = 'accept advisory-affected because "Port 502 is closed on the controller" until 2027-01-01';
            writeFileSync(file, readFileSync(file, 'utf8').replace(/\}\n$/, `  ${reason}\n}\n`));
            const { stdout } = iacs(['check', '--format', 'json', ...day], { cwd });
            const { findings } = JSON.parse(stdout) as { findings: { rule: string; accepted: unknown }[] };
            const about = (rule: string): readonly boolean[] =>
                findings.filter(each => each.rule === rule).map(each => Boolean(each.accepted));
            assert.deepEqual(about('advisory-affected'), [true]);
            assert.deepEqual(about('advisory-undecided'), [false]);
            assert.deepEqual(about('accept-useless'), []);
        });
    });

    it('show in a comparison what a new version changes', () => {
        withDelivery(cwd => {
            withDelivery(
                other => {
                    const { stdout } = iacs(['diff', cwd, other, ...day], { cwd });
                    assert.match(stdout, /better: error fixed: Control\.Plc1 \(advisory-affected\)/);
                    const { stdout: back } = iacs(['diff', other, cwd, ...day], { cwd });
                    assert.match(back, /worse: new error: Control\.Plc1 \(advisory-affected\)/);
                },
                plant.replace('"V3.0"', '"V3.1"'),
            );
        });
    });
});
