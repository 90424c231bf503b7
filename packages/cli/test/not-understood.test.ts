import assert from 'node:assert/strict';
import { iacs, withFiles } from './support/iacs.ts';

const today = ['--today', '2026-11-24'];

/** A flow with a name that is not there: it is in no path. */
const model = `system S "S" { owner "o" }
zone Off { kind enterprise asset Pc : office-computer }
zone Ctl { kind control SL-T 1 asset P : plc }
conduit K between Off and Ctl {
  via F
  asset F : firewall
  flow Off.Pc -> Ctl.Ghost : https
}
invariant NoOffice { deny path from Off to Ctl }
`;

describe('A model that was not understood as a whole', () => {
    it('proves no invariant, in paths', () =>
        withFiles({ 'main.iacs': model }, cwd => {
            const { stdout, code } = iacs(['paths', ...today, 'main.iacs'], { cwd });
            assert.equal(
                stdout,
                'NoOffice: not proved\n' +
                    '  deny path from Off to Ctl: no path is known\n' +
                    'Not known:\n' +
                    '  1 place of the text was not understood: what is written there is in no path.\n',
            );
            assert.equal(code, 2);
            const json = JSON.parse(iacs(['paths', '--format', 'json', ...today, 'main.iacs'], { cwd }).stdout) as {
                complete: boolean;
                invariants: { holds: boolean; proves: boolean; clauses: { proves: boolean }[] }[];
                notKnown: { kind: string }[];
            };
            assert.equal(json.complete, false);
            assert.deepEqual(json.invariants[0]!.proves, false);
            assert.deepEqual(json.invariants[0]!.clauses[0]!.proves, false);
            assert.deepEqual(
                json.notKnown.map(({ kind }) => kind),
                ['text-not-understood'],
            );
            const whole = model.replace('Ctl.Ghost', 'F');
            withFiles({ 'main.iacs': whole }, folder => {
                const found = iacs(['paths', ...today, 'main.iacs'], { cwd: folder });
                assert.equal(found.stdout, 'NoOffice: holds\n  deny path from Off to Ctl: yes\n');
            });
        }));

    it('proves no path to be absent', () =>
        withFiles({ 'main.iacs': model }, cwd => {
            const { stdout } = iacs(['paths', '--from', 'Off', '--to', 'Ctl', ...today, 'main.iacs'], { cwd });
            assert.match(stdout, /^No path is known from Off to Ctl[^]*Not known:\n {2}1 place of the text/);
        }));

    it('is reported as such, and no invariant as proved', () =>
        withFiles({ 'main.iacs': model }, cwd => {
            const report = iacs(['report', '--format', 'md', ...today, 'main.iacs'], { cwd }).stdout;
            assert.match(
                report,
                /\| the system \| 1 place of the text was not understood: what is written there is missing/,
            );
            assert.match(report, /Broken invariants: 0 of 1; the others are not proved, since not everything/);
            assert.match(report, /\| NoOffice \| .* \| not proved: not everything was understood \|/);
            const rows = ['report', '--format', 'csv', '--table', 'invariants', ...today, 'main.iacs'];
            assert.match(iacs(rows, { cwd }).stdout, /^NoOffice,.*,not proved,yes,,,what was not understood/m);
        }));

    it('is said in every table, however it is written', () =>
        withFiles({ 'main.iacs': model, 'whole.iacs': model.replace('Ctl.Ghost', 'Ctl.P') }, cwd => {
            const tables = [
                ['assess', '--format', 'csv'],
                ['assess', '--part', '2-1', '--format', 'csv'],
                ['advisories', '--format', 'csv'],
                ['reconcile', '--format', 'csv'],
                ['report', '--format', 'csv', '--table', 'flows'],
                ['report', '--format', 'csv', '--table', 'zones-and-conduits'],
            ];
            for (const args of tables) {
                const rows = (file: string): readonly string[] =>
                    iacs([...args, ...today, file], { cwd })
                        .stdout.trim()
                        .split('\r\n');
                const [head, ...broken] = rows('main.iacs');
                assert.match(head!, /,[Nn]ot understood$/, args.join(' '));
                assert.ok(broken.length > 0 && broken.every(row => row.endsWith(',1')), args.join(' '));
                assert.ok(broken.every(row => row.split(',').length >= head!.split(',').length));
                const whole = rows('whole.iacs').slice(1);
                assert.ok(
                    whole.every(row => row.endsWith(',0')),
                    args.join(' '),
                );
            }
        }));

    it('is said beside every list of advisories and of requirements on organisations', () =>
        withFiles({ 'main.iacs': model }, cwd => {
            const sentence = '1 place of the text was not understood: what is written there is missing here.';
            for (const args of [['advisories'], ['assess', '--part', '2-4']])
                for (const format of [args.length === 1 ? 'text' : 'table', 'markdown', 'json']) {
                    const { stdout } = iacs([...args, '--format', format, ...today, 'main.iacs'], { cwd });
                    const said = format === 'json' ? '"notUnderstood": 1' : sentence;
                    assert.equal(stdout.split(said).length, 2, [...args, format].join(' '));
                }
        }));

    it('is said where an address or a session is looked for, and to scripts and governance tools', () => {
        const sentence = '1 place of the text was not understood: what is written there is missing here.';
        const withAddresses = model
            .replace('asset Pc : office-computer', 'network 10.0.0.0/24 asset Pc : office-computer')
            .replace('asset F : firewall', 'asset F : firewall { serves Off, Ctl }')
            .concat('party Maker { role product-supplier }\n');
        const files = { 'main.iacs': withAddresses, 'whole.iacs': withAddresses.replace('Ctl.Ghost', 'Ctl.P') };
        withFiles({ ...files, 'rules.csv': 'Source,Destination,Service,Action\nany,any,any,permit\n' }, cwd => {
            for (const args of [
                ['where', '10.9.9.9'],
                ['rehearse', '--ruleset', 'K.F=rules.csv'],
                ['explain', 'SR 1.1'],
                ['report', '--format', 'oscal', '--no-drawings'],
                ['report', '--format', 'md', '--party', 'Maker'],
            ]) {
                const { stdout } = iacs([...args, 'main.iacs'], { cwd });
                assert.equal(stdout.split(sentence).length, 2, `${args.join(' ')}: ${stdout}`);
                const whole = iacs([...args, 'whole.iacs'], { cwd }).stdout;
                assert.doesNotMatch(whole, /not.understood/, `${args.join(' ')}: ${whole}`);
            }
            assert.match(
                iacs(['rehearse', '--ruleset', 'K.F=rules.csv', 'main.iacs'], { cwd }).stdout,
                /^Nothing that can be evaluated would stop at K\.F\./,
            );
            for (const args of [
                ['where', '10.9.9.9', '--format', 'json'],
                ['rehearse', '--ruleset', 'K.F=rules.csv', '--format', 'json'],
                ['export', 'model'],
                ['report', '--format', 'json', '--no-drawings'],
            ]) {
                const places = (file: string): number => {
                    const { notUnderstood, models } = JSON.parse(iacs([...args, file], { cwd }).stdout);
                    return notUnderstood ?? models[0].notUnderstood;
                };
                assert.deepEqual([places('main.iacs'), places('whole.iacs')], [1, 0], args.join(' '));
            }
        });
    });

    it('is said by a calendar and by a chart', () =>
        withFiles({ 'main.iacs': model }, cwd => {
            for (const format of ['ics', 'svg']) {
                const { stdout } = iacs(['forecast', '--format', format, ...today, 'main.iacs'], { cwd });
                assert.match(stdout, /Incomplete: S: /, format);
                assert.match(stdout.replace(/\r\n /g, ''), /1 place of the text was not understood/, format);
            }
        }));
});

describe('A requirement that is not assessed', () => {
    const base = `system S { owner "o" }
zone A { SL-T 1 asset P : plc meets SR 1.1 because "x" evidence "e" dated 2026-11-01 }
programme { meets ORG 1.1 because "x" }
`;
    const files = {
        'main.iacs': base,
        'after.iacs': base.replace(/ meets SR 1\.1.*dated 2026-11-01/, ''),
        'path.iacs': base.replace('asset P : plc', '$& asset Q : plc flow P -> Q : modbus-tcp'),
    };

    it('is called so in what people read, whatever command and format, and has its word for programs', () =>
        withFiles(files, cwd => {
            const printed = (...args: string[]): string => iacs([...args, ...today], { cwd }).stdout;
            for (const format of ['table', 'markdown', 'html', 'csv']) {
                assert.match(printed('assess', '--format', format, 'main.iacs'), /not assessed/, format);
                assert.doesNotMatch(printed('assess', '--format', format, 'main.iacs'), /not-assessed/, format);
            }
            for (const format of ['table', 'markdown', 'csv']) {
                const text = printed('assess', '--part', '2-1', '--format', format, 'main.iacs');
                // A rule has that name too.
                assert.doesNotMatch(text, /(?:[|,] ?|^ *\S+ +)not-assessed(?: ?[|,]| {2})/m, format);
                assert.match(text, /not assessed/, format);
            }
            for (const format of ['text', 'markdown']) {
                const text = printed('diff', 'main.iacs', 'after.iacs', '--format', format);
                assert.match(text, /met → not assessed/, format);
                assert.doesNotMatch(text, /→ not-assessed/, format);
            }
            for (const table of ['requirements', 'traceability', 'plan', 'organisations'])
                assert.doesNotMatch(
                    printed('report', '--format', 'csv', '--table', table, 'main.iacs'),
                    /not-assessed/,
                    table,
                );
            assert.match(iacs(['explain', 'SR 1.2', 'main.iacs'], { cwd }).stdout, /required, not assessed/);
            const path = printed('paths', '--from', 'A.P', '--to', 'A.Q', 'path.iacs');
            assert.match(path, /SR 3\.5 Input validation is not assessed at A: lets through/);
            assert.doesNotMatch(path, /not-assessed/);
            assert.match(printed('assess', '--format', 'json', 'main.iacs'), /"state": "not-assessed"/);
        }));
});

describe('Rules that are switched off', () => {
    const off = JSON.stringify({ rules: { 'zone-without-owner': 'off', 'flow-past-dmz': 'off' } });
    const files = { 'main.iacs': model.replace('Ctl.Ghost', 'Ctl.P'), 'iacs.config.json': off };

    it('are counted beside what was found, and are no passed test', () =>
        withFiles(files, cwd => {
            const check = (format: string): string => iacs(['check', '--format', format, ...today], { cwd }).stdout;
            assert.match(check('pretty'), /in 1 model \(1 file\); 2 rules off\n$/);
            assert.match(check('markdown'), /in 1 model \(1 file\); 2 rules off\./);
            const junit = check('junit');
            assert.match(junit, /skipped="2">/);
            assert.match(junit, /<testcase name="flow-past-dmz" [^>]*><skipped message="switched off"\/><\/testcase>/);
            const report = iacs(['report', '--format', 'md', ...today, 'main.iacs'], { cwd }).stdout;
            assert.match(report, /\| the system \| 2 rules are off in the settings\. \|/);
        }));
});

describe('A file that is in no model', () => {
    const part = 'conduit Extra between Off and Ctl { flow Off.Pc -> Ctl.P : telnet }\n';

    it('is named by a check of its folder', () =>
        withFiles({ 'main.iacs': model.replace('Ctl.Ghost', 'Ctl.P'), 'extra.iacs': part }, cwd => {
            const { stderr } = iacs(['check', ...today], { cwd });
            assert.equal(
                stderr,
                'iacs: extra.iacs is in none of these models, so nothing in it was checked. Import it, or exclude it ' +
                    'in the settings.\n',
            );
            assert.equal(iacs(['check', ...today, 'main.iacs'], { cwd }).stderr, '');
        }));

    it('is not named where it is imported or excluded', () => {
        const root = model.replace('Ctl.Ghost', 'Ctl.P');
        withFiles({ 'main.iacs': `import "extra.iacs"\n${root}`, 'extra.iacs': part }, cwd =>
            assert.equal(iacs(['check', ...today], { cwd }).stderr, ''),
        );
        const settings = JSON.stringify({ exclude: ['extra.iacs'] });
        withFiles({ 'main.iacs': root, 'extra.iacs': part, 'iacs.config.json': settings }, cwd =>
            assert.equal(iacs(['check', ...today], { cwd }).stderr, ''),
        );
    });
});
