import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { iacs, repository } from '../support/iacs.ts';
import { reasonAgainstLab } from './lab.ts';

const example = path.join(repository, 'examples/as-found');

/** Each row of the comparison, in the plant of the example, and nothing else. */
const expected = [
    'attempt-undocumented ControlDmz',
    'flow-never-seen ControlDmz',
    'flow-not-permitted ControlDmz',
    'flow-past-boundary ControlDmz',
    'host-undocumented Control',
    'rule-differs-from-flow FwRules',
    'rule-undocumented FwRules',
    'rule-undocumented FwRules',
    'rule-wider-than-flows FwRules',
    'scan-seen Control',
    'traffic-beyond-access ControlDmz',
    'traffic-past-boundary ControlDmz',
    'traffic-undocumented ControlDmz',
];
const family =
    /^(flow-(past-boundary|not-permitted|never-seen|proposed)|traffic-|rule-|attempt-|scan-|host-undocumented|stateless-|ruleset-|observation-)/;

function foundIn(cwd: string, today: string): string[] {
    const { stdout } = iacs(['check', '--format', 'json', '--fail-on', 'never', '--today', today, '.'], { cwd });
    return (JSON.parse(stdout) as { findings: { rule: string; subject: string }[] }).findings
        .filter(each => family.test(each.rule))
        .map(each => `${each.rule} ${each.subject}`)
        .sort();
}

function reasonAgainst(): string | null {
    const missing = ['tcpdump', 'softflowd', 'nfcapd', 'nfdump'].find(
        command => spawnSync('which', [command]).status !== 0,
    );
    return reasonAgainstLab() ?? (missing === undefined ? null : `${missing} is not installed`);
}

describe('A plant in network namespaces', () => {
    it('is found as it was when the example was made', () =>
        assert.deepEqual(foundIn(example, '2026-12-01'), expected));

    const against = reasonAgainst();
    it(against === null ? 'is found so when it is made anew' : `was not made anew here: ${against}`, function test() {
        if (against !== null) return;
        this.timeout(0);
        const folder = mkdtempSync(path.join(tmpdir(), 'iacs-plant-'));
        const made = spawnSync(process.execPath, [path.join(example, 'make.mjs'), folder], { encoding: 'utf8' });
        assert.equal(made.status, 0, made.stderr);
        copyFileSync(path.join(example, 'main.iacs'), path.join(folder, 'main.iacs'));
        for (const part of ['rules.iacs', 'seen.iacs']) writeFileSync(path.join(folder, part), '');
        const today = new Date();
        const day = (ago: number): string => new Date(today.getTime() - ago * 86_400_000).toISOString().slice(0, 10);
        const done = (...args: string[]): void => assert.equal(iacs(args, { cwd: folder }).code, 0);
        done(
            'import',
            'rules',
            'firewall.json',
            '--device',
            'ControlDmz.Fw',
            '--model',
            'main.iacs',
            '--exported',
            day(0),
            '--name',
            'FwRules',
            '-o',
            'rules.iacs',
        );
        done(
            'import',
            'traffic',
            'flows.csv',
            'modbus.log',
            '--sees',
            'Control,Dmz',
            '--since',
            day(95),
            '--until',
            day(0),
            '--name',
            'ControlTap',
            '-o',
            'seen.iacs',
        );
        assert.deepEqual(foundIn(folder, day(0)), expected);
    });
});
