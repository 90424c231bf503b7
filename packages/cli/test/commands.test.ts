import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { iacs, withFiles } from './support/iacs.ts';

const model =
    'system S { owner "O" }\nzone A {\n  kind control\n  SL-T 1\n  asset X : plc\n}\nzone B {\n  kind dmz\n  ' +
    'SL-T 1\n  asset Y : server\n}\nflow A.X -> B.Y : modbus-tcp\n';

/** Runs a command on one file and gives its exit code and the only line on standard error. */
function onFile(content: string | Uint8Array, ...args: string[]) {
    return withFiles({ 'main.iacs': content }, cwd => {
        const outcome = iacs([...args, 'main.iacs'], { cwd });
        assert.doesNotMatch(outcome.stderr + outcome.stdout, /\n\s+at .*\.js:\d+/, 'a stack trace');
        return outcome;
    });
}

function rulesOf(stdout: string): string[] {
    return (JSON.parse(stdout) as { findings: { rule: string; line: number; column: number }[] }).findings.map(
        ({ rule, line, column }) => `${line}:${column} ${rule}`,
    );
}

describe('iacs', () => {
    it('says its version and its help', () => {
        assert.match(iacs(['--version']).stdout, /^\d+\.\d+\.\d+\n$/);
        const { code, stdout } = iacs(['--help']);
        assert.equal(code, 0);
        for (const name of [
            'check',
            'assess',
            'diagram',
            'diff',
            'paths',
            'report',
            'format',
            'explain',
            'init',
            'lsp',
            'import',
        ]) {
            assert.match(stdout, new RegExp(`^  ${name} `, 'm'));
            assert.match(iacs([name, '--help']).stdout, new RegExp(`^Usage: iacs ${name}`));
        }
    });

    const mistakes: [args: string[], line: RegExp][] = [
        [['chekc'], /^iacs: There is no command chekc\. Did you mean check\?/],
        [['check', '--formt', 'json'], /^iacs: There is no option --formt\. Did you mean --format\?\n$/],
        [['check', '--format'], /^iacs: --format expects a value\.\n$/],
        [['check', '-o', '--format'], /^iacs: -o expects a value\.\n$/],
        // What a script gives where a variable is not set: no folder, and no base without anything new.
        [['check', ''], /^iacs: An argument is empty: a variable of a script may not be set\.\n$/],
        [['format', ''], /^iacs: An argument is empty/],
        [['check', '--base', ''], /^iacs: --base is empty: give a value, or leave it out\.\n$/],
        [['import', 'assets', 'x.csv', '--map='], /^iacs: --map is empty/],
        [['check', '--format', 'jsno'], /^iacs: --format is one of .*Did you mean json\?\n$/],
        [
            ['check', '--rule', 'zone-without-taget=off'],
            /^iacs: There is no rule zone-without-taget\. Did you mean zone-without-target\?\n$/,
        ],
        [['check', '--fail-on', 'eror'], /^iacs: --fail-on is one of .*Did you mean error\?\n$/],
        [['check', '--rule', 'syntax=off'], /^iacs: syntax has no severity to set/],
        [['check', '--at', '2026-13-01'], /^iacs: --at expects a day such as 2027-03-31, not "2026-13-01"\.\n$/],
        [['check', '--today', '2027-02-30'], /^iacs: --today expects a day such as 2027-03-31, not "2027-02-30"\.\n$/],
        [
            ['check', '--today', '2027-02-28', '--at', '2027-02-28'],
            /^iacs: --at and --today are the same: give one of them\.\n$/,
        ],
        [['check', '--shard', '3/2'], /^iacs: --shard expects I\/N/],
        [['check', 'nowhere'], /^iacs: There is no file or folder nowhere\.\n$/],
        [['check', '.'], /^iacs: There is no model in \./],
        [['diagram', '-o', 'x.gif'], /^iacs: x\.gif has none of the endings/],
        [['explain', 'SR', '9.9'], /^iacs: There is no rule, requirement, protocol or asset type SR 9\.9\./],
    ];
    for (const [args, line] of mistakes) {
        it(`answers "${args.join(' ')}" with one line`, () =>
            withFiles({ 'notes.txt': '' }, cwd => {
                const { code, stdout, stderr } = iacs(args, { cwd });
                assert.equal(code, 2);
                assert.equal(stdout, '');
                assert.match(stderr, line);
                assert.equal(stderr.trimEnd().split('\n').length, 1);
            }));
    }
});

describe('iacs check', () => {
    it('reads a file, a folder, the working directory and standard input', () =>
        withFiles({ 'plant/main.iacs': model, 'plant/part.iacs': 'zone P\n', 'other/main.iacs': model }, cwd => {
            const summary = (args: string[], at = cwd, input = '') =>
                (
                    JSON.parse(iacs(['check', '--format', 'json', ...args], { cwd: at, input }).stdout) as {
                        summary: object;
                    }
                ).summary;
            assert.deepEqual(Object.entries(summary(['plant/main.iacs'])).slice(-2), [
                ['models', 1],
                ['files', 1],
            ]);
            assert.deepEqual(Object.entries(summary(['plant'])).slice(-2), [
                ['models', 1],
                ['files', 1],
            ]);
            assert.deepEqual(Object.entries(summary([])).slice(-2), [
                ['models', 2],
                ['files', 2],
            ]);
            assert.deepEqual(Object.entries(summary(['--shard', '2/2'])).slice(-2), [
                ['models', 1],
                ['files', 1],
            ]);
            assert.deepEqual(Object.entries(summary(['-'], cwd, model)).slice(-2), [
                ['models', 1],
                ['files', 1],
            ]);
        }));

    it('fails from the severity that is asked for', () => {
        assert.equal(onFile(model, 'check').code, 1);
        assert.equal(onFile(model, 'check', '--fail-on', 'never').code, 0);
        assert.equal(onFile('system S { owner "O" }\n', 'check', '--fail-on', 'error').code, 0);
        assert.equal(onFile('system S\n', 'check', '--fail-on', 'info').code, 1);
    });

    it('leaves out what a baseline knows, after edits elsewhere', () =>
        withFiles({ 'main.iacs': model }, cwd => {
            const before = iacs(['check', '--format', 'json', '--fail-on', 'never'], { cwd }).stdout;
            const { code, stdout } = withFiles({ 'main.iacs': `// a remark\n\n${model}`, 'base.json': before }, other =>
                iacs(['check', '--format', 'json', '--fail-on', 'info', '--baseline', 'base.json'], { cwd: other }),
            );
            assert.deepEqual(rulesOf(stdout), []);
            assert.equal(code, 0);
        }));

    it('takes for new what is graver, no longer accepted, or stands for more than the baseline knew', () => {
        const plant = (plcs: number, access: string, accept = ''): string => `system S { owner "O" }
zone A { kind operations SL-T 2 asset Scada : scada-server }
zone B { kind control SL-T ${access === 'read' ? 1 : 2} ${Array.from({ length: plcs }, (_, index) => `asset Plc${index} : plc`).join(' ')} }
conduit C between A and B {
  ${accept}
  SL-T ${access === 'read' ? 1 : 2}
${Array.from({ length: plcs }, (_, index) => `  flow Scada -> Plc${index} : modbus-tcp { access read }\n`).join('')}}
`;
        const news = (before: string, after: string): readonly string[] =>
            withFiles({ 'main.iacs': before }, cwd => {
                const base = iacs(['check', '--format', 'json', '--fail-on', 'never'], { cwd }).stdout;
                return withFiles({ 'main.iacs': after, 'base.json': base }, other =>
                    rulesOf(
                        iacs(['check', '--format', 'json', '--fail-on', 'never', '--baseline', 'base.json'], {
                            cwd: other,
                        }).stdout,
                    ),
                );
            }).filter(rule => rule.includes('unauthenticated-flow'));
        const accepted = 'accept unauthenticated-flow because "Survey" until 2099-12-31';
        assert.equal(news(plant(5, ''), plant(5, '')).length, 0);
        assert.equal(news(plant(5, ''), plant(6, '')).length, 1, 'a further flow');
        assert.equal(news(plant(6, ''), plant(5, '')).length, 0, 'one flow less');
        assert.equal(news(plant(5, 'read'), plant(5, '')).length, 1, 'graver');
        assert.equal(news(plant(5, '', accepted), plant(5, '')).length, 1, 'no longer accepted');
        assert.equal(news(plant(5, ''), plant(5, '', accepted)).length, 0, 'accepted meanwhile');
    });

    it('follows the settings, and names a mistake in them', () => {
        const check = (settings: string) =>
            withFiles({ 'main.iacs': model, 'iacs.config.json': settings }, cwd =>
                iacs(['check', '--format', 'json'], { cwd }),
            );
        assert.equal(check('{ "failOn": "never" }').code, 0);
        assert.ok(
            !rulesOf(check('{ "rules": { "flow-without-conduit": "off" } }').stdout).some(rule =>
                rule.includes('flow-without-conduit'),
            ),
        );
        assert.match(
            check('{ "rules": { "flow-without-condut": "off" } }').stderr,
            /Did you mean "flow-without-conduit"\?/,
        );
        assert.match(check('{ "ruels": {} }').stderr, /Did you mean "rules"\?/);
        assert.match(check('{ nonsense').stderr, /iacs\.config\.json: This is not valid JSON: /);
    });

    it('names the settings from where it runs, whatever is asked', () => {
        const files = {
            'main.iacs': model,
            'other.iacs': model,
            'iacs.config.json': '{ "rules": { "no-rule": "off" } }',
            'sub/a.csv': 'Name,Zone,Type\nP,A,plc\n',
        };
        withFiles(files, folder => {
            const cwd = path.join(folder, 'sub');
            for (const args of [
                ['check', '..'],
                ['format', '..'],
                ['diff', '../main.iacs', '../other.iacs'],
                ['assess', '../main.iacs'],
                ['import', 'assets', 'a.csv'],
            ])
                assert.match(
                    iacs(args, { cwd }).stderr,
                    /^iacs: \.\.\/iacs\.config\.json: rules\.no-rule: There is no rule "no-rule"\./m,
                    args.join(' '),
                );
        });
    });

    const inputs: [name: string, content: string | Uint8Array, code: number, says: RegExp][] = [
        ['an empty file', '', 2, /There is no system in main\.iacs/],
        ['only comments', '// nothing\n/* at all */\n', 2, /There is no system in main\.iacs/],
        [
            'bytes that are no text',
            Uint8Array.of(0x73, 0xff, 0xfe, 0x80),
            2,
            /main\.iacs cannot be read: it is not UTF-8 text/,
        ],
        [
            'UTF-16 without a mark',
            Buffer.from(model, 'utf16le'),
            2,
            /main\.iacs cannot be read: it looks like UTF-16 without a byte order mark\. Save it as UTF-8\./,
        ],
        [
            'UTF-32',
            Uint8Array.of(0xff, 0xfe, 0, 0, 0x73, 0, 0, 0),
            2,
            /main\.iacs cannot be read: it looks like UTF-32\. Save it as UTF-8\./,
        ],
        [
            'a broken UTF-16 file',
            Uint8Array.of(0xff, 0xfe, 0x00, 0xd8, 0x20),
            2,
            /main\.iacs cannot be read: it is not UTF-16 text/,
        ],
    ];
    for (const [name, content, code, says] of inputs) {
        it(`answers ${name} with one clear line`, () => {
            const outcome = onFile(content, 'check');
            assert.equal(outcome.code, code);
            assert.match(outcome.stderr, says);
            assert.equal(outcome.stderr.trimEnd().split('\n').length, 1);
        });
    }

    it('reads UTF-16 with a mark, a UTF-8 mark and CRLF', () => {
        const utf16 = Buffer.from(`\ufeff${model}`, 'utf16le');
        const plain = rulesOf(onFile(model, 'check', '--format', 'json').stdout);
        assert.deepEqual(rulesOf(onFile(utf16, 'check', '--format', 'json').stdout), plain);
        assert.deepEqual(
            rulesOf(onFile(`\ufeff${model}`.replace(/\n/g, '\r\n'), 'check', '--format', 'json').stdout),
            plain,
        );
    });

    it('counts lines as editors do', () => {
        const broken = `${model}zone C { asset Z : plcc }\n`;
        const at = (text: string) =>
            rulesOf(onFile(text, 'check', '--format', 'json').stdout).filter(rule => rule.includes('unresolved'));
        for (const ending of ['\n', '\r\n', '\r'])
            assert.deepEqual(at(broken.replaceAll('\n', ending)), ['13:20 unresolved'], JSON.stringify(ending));
    });

    it('passes over nothing that it could not look into', () =>
        withFiles({ 'main.iacs': model, 'other.iacs': Uint8Array.of(0x73, 0xff) }, cwd => {
            const { code, stdout } = iacs(['check'], { cwd });
            assert.equal(code, 2);
            assert.match(stdout, /error flow-without-conduit/);
            assert.match(stdout, /error unreadable\n {2}other\.iacs cannot be read: it is not UTF-8 text\./);
            assert.match(stdout, /2 errors, .* in 1 model \(1 file\)\n$/);
        }));

    it('reads standard input as it reads a file', () =>
        withFiles({ 'notes.txt': '' }, cwd => {
            const summary = (input: string | Uint8Array) => iacs(['check', '--format', 'json', '-'], { cwd, input });
            assert.equal(summary(Buffer.from(`\ufeff${model}`, 'utf16le')).stdout, summary(model).stdout);
            const { code, stdout, stderr } = summary(Uint8Array.of(0x73, 0xff));
            assert.deepEqual(
                [code, rulesOf(stdout), stderr],
                [
                    2,
                    ['1:1 unreadable'],
                    'iacs: Standard input cannot be read: it is not UTF-8 text. Save it as UTF-8.\n',
                ],
            );
        }));

    if (process.platform !== 'win32')
        it('finds a model behind a link to its file', () => {
            withFiles({ 'elsewhere.txt': model }, cwd => {
                symlinkSync('elsewhere.txt', path.join(cwd, 'linked.iacs'));
                symlinkSync('missing.iacs', path.join(cwd, 'broken.iacs'));
                const { summary } = JSON.parse(iacs(['check', '--format', 'json', '.'], { cwd }).stdout) as {
                    summary: { models: number };
                };
                assert.equal(summary.models, 1);
            });
        });

    if (process.platform !== 'win32')
        it('waits for no pipe and follows no circle of links', () => {
            withFiles(
                {
                    'main.iacs': `import "pipe.iacs"\nimport "loop.iacs"\nimport "folder.iacs"\n${model}`,
                    'folder.iacs/x.txt': '',
                },
                cwd => {
                    execFileSync('mkfifo', [path.join(cwd, 'pipe.iacs')]);
                    symlinkSync('loop.iacs', path.join(cwd, 'loop.iacs'));
                    symlinkSync('..', path.join(cwd, 'folder.iacs', 'up'));
                    const { code, stdout } = iacs(['check', '--format', 'json', '.'], { cwd });
                    assert.equal(code, 2);
                    const messages = (JSON.parse(stdout) as { findings: { rule: string; message: string }[] }).findings
                        .filter(({ rule }) => rule === 'unresolved')
                        .map(({ message }) => message);
                    assert.deepEqual(messages, [
                        'pipe.iacs cannot be read: it is not a regular file.',
                        'loop.iacs cannot be read: its links lead in a circle.',
                        'folder.iacs cannot be read: it is a folder.',
                    ]);
                    for (const command of ['check', 'format']) {
                        assert.deepEqual(iacs([command, 'pipe.iacs'], { cwd }), {
                            code: 2,
                            stdout: '',
                            stderr: 'iacs: pipe.iacs cannot be read: it is not a regular file.\n',
                        });
                    }
                },
            );
        });

    if (process.platform !== 'win32')
        it('names a pipe in a folder that is called like a model', () => {
            withFiles({ 'main.iacs': model }, cwd => {
                execFileSync('mkfifo', [path.join(cwd, 'x.iacs')]);
                const { code, stdout } = iacs(['check', '--format', 'json', '.'], { cwd });
                assert.equal(code, 2);
                const { findings } = JSON.parse(stdout) as { findings: { rule: string; message: string }[] };
                assert.deepEqual(
                    findings.filter(({ rule }) => rule === 'unreadable').map(({ message }) => message),
                    ['x.iacs cannot be read: it is not a regular file.'],
                );
            });
        });

    it('judges what was understood of a broken file, and ends with 2', () => {
        const { code, stdout } = onFile(
            `${model}zone C { assset Z : plc SL-T 9 }\n`,
            'check',
            '--format',
            'json',
            '--fail-on',
            'never',
        );
        assert.equal(code, 2);
        const found = rulesOf(stdout);
        assert.ok(
            found.includes('13:10 syntax') && found.some(rule => rule.includes('flow-without-conduit')),
            found.join(', '),
        );
    });

    it('follows a chain of a thousand imports, and one into itself', () => {
        const chain = Object.fromEntries(
            Array.from({ length: 1000 }, (_, index) => [
                `f${index}.iacs`,
                `${index < 999 ? `import "f${index + 1}.iacs"\n` : ''}${index === 0 ? 'system S { owner "O" }\nimport "f0.iacs"\n' : `zone Z${index} { SL-T 1 asset A : plc }\n`}`,
            ]),
        );
        withFiles(chain, cwd => {
            const { code, stdout, stderr } = iacs(['check', '--fail-on', 'never', '--format', 'json'], { cwd });
            assert.equal(code, 0, stderr);
            assert.equal((JSON.parse(stdout) as { summary: { files: number } }).summary.files, 1000);
        });
    });

    it('escapes text of the model for every output', () => {
        const evil =
            'system S "<script>alert(1)</script> | `x` \\u001b[31m\\u202e\\u009b2J" {\n  owner ' +
            '"=cmd()|\'\\"&"\n}\nzone A "<img src=x onerror=alert(1)>|*b*" { SL-T 1 asset X ' +
            '"::error::%0A\\u001b[2J\\u0000" : plc misses SR 1.1 because "=1\\u001b[2J" due 2020-01-01 }\nthreat ' +
            'T "\\u001b[2J\\n::error::x" { from A against A likelihood 1 consequence 1 }\n';
        withFiles({ 'main.iacs': evil }, cwd => {
            for (const args of [
                ['check'],
                ['check', '--format', 'markdown'],
                ['assess', '--format', 'html'],
                ['assess', '--format', 'markdown'],
                ['diagram', '--format', 'svg'],
                ['diagram', '--format', 'mmd'],
                ['check', '--format', 'github'],
                ['check', '--format', 'junit'],
                ['assess', '--format', 'csv'],
                ['paths'],
            ]) {
                const { stdout } = iacs([...args], { cwd });
                assert.doesNotMatch(stdout, /[\u0000\u001b]/, `${args.join(' ')} prints an escape`);
                if (args.includes('github')) assert.doesNotMatch(stdout, /^::error::x/m);
                if (!args.includes('github') && !args.includes('csv') && args.length > 1)
                    assert.doesNotMatch(stdout, /<(script|img)\b/, args.join(' '));
            }
            for (const row of iacs(['assess', '--format', 'csv'], { cwd }).stdout.split('\r\n'))
                assert.doesNotMatch(row, /(^|,)=/);
        });
    });
});

describe('A file that is named by its URI', () => {
    it('is the file, whatever the command', () =>
        withFiles({ 'site one/main.iacs': 'system S { owner "O" }\nzone A\n' }, cwd => {
            const uri = pathToFileURL(path.join(cwd, 'site one/main.iacs')).href;
            for (const args of [['check', '--format', 'json'], ['assess'], ['format', '--check'], ['paths']]) {
                const [named, plain] = [uri, 'site one/main.iacs'].map(word => iacs([...args, word], { cwd }));
                assert.deepEqual(named, plain, args.join(' '));
            }
            assert.equal(iacs(['diff', uri, 'site one', '--fail-on', 'change'], { cwd }).code, 0);
            const { code, stderr } = iacs(['check', 'file://elsewhere/share/main.iacs'], { cwd });
            assert.equal(code, 2);
            assert.match(stderr, /There is no file or folder/);
        }));
});

describe('iacs assess', () => {
    it('prints the settled keys', () => {
        const { code, stdout } = onFile(model, 'assess', '--format', 'json');
        assert.equal(code, 0);
        const { schemaVersion, models } = JSON.parse(stdout) as {
            schemaVersion: number;
            models: { system: string; file: string; subjects: Record<string, unknown>[] }[];
        };
        assert.equal(schemaVersion, 1);
        assert.deepEqual([models[0]!.system, models[0]!.file], ['S', 'main.iacs']);
        const [zone] = models[0]!.subjects;
        assert.deepEqual(
            [zone!['kind'], zone!['id'], zone!['slT'], zone!['slA'], zone!['gap']],
            ['zone', 'A', [1, 1, 1, 1, 1, 1, 1], [0, 0, 0, 0, 0, 0, 0], [1, 1, 1, 1, 1, 1, 1]],
        );
        assert.equal((zone!['requirements'] as unknown[]).length, 100);
    });

    it('knows a single subject by name, and suggests the nearest', () =>
        withFiles({ 'main.iacs': model }, cwd => {
            assert.match(iacs(['assess', '--subject', 'A'], { cwd }).stdout, /zone A/);
            assert.match(
                iacs(['assess', '--subject', 'AB'], { cwd }).stderr,
                /There is no zone or conduit AB\. Did you mean A\?/,
            );
        }));
});

describe('iacs explain', () => {
    const answers: [words: string[], says: RegExp][] = [
        [['SR', '5.2'], /Zone boundary protection[\s\S]*Rules: .*conduit-without-boundary-device/],
        [['sr1.1(2)'], /^SR 1\.1 RE 2 /],
        [['SR 1.1'], /left open when it is unmet[\s\S]*T0843 Program Download[\s\S]*The MITRE Corporation/],
        [['ZCR 3.3'], /Separate safety related assets/],
        [['FR 5'], /Restricted data flow[\s\S]*SR 5\.4/],
        [['modbus-tcp'], /Ports: tcp 502[\s\S]*Protects: nothing/],
        [['cellular'], /Protects: authentication, encryption; its security can be off[\s\S]*In doubt: LTE /],
        [['tacacs-plus'], /In doubt: Counted as authentication/],
        [['radius'], /In doubt: [\s\S]*CVE-2024-3596/],
        [['wifi-wpa2-psk'], /In doubt: [\s\S]*SR 1\.6 RE 1/],
        [['firewall'], /Derived from: network-device/],
        [['flow-without-conduit'], /When to accept it[\s\S]*Quick fix: yes/],
        [['it-path-past-dmz'], /Quick fix: none\. There are several ways to build it/],
        [['syntax'], /does not follow the syntax/],
        [['NET 3.2'], /^NET 3\.2 Remote access connections[\s\S]*remote-access-past-dmz[\s\S]*weakly sourced/],
        [['USER', '1.16'], /How sure its number and subject are: low\. Number and title are from one source/],
        [['sp.07.04', 're(1)'], /^SP\.07\.04 RE 1 [\s\S]*service/],
        [['SM-1'], /^SM-1 Development process\n[\s\S]*62443-4-1:2018/],
        [['NET', '1.1'], /See also NIS2: Article 21\(2\)\(e\), annex 6\.8[^\n]*how sure: low; our own reading/],
        [['SR 5.2'], /See also NIS2: CyberFundamentals 2025, PR\.IR-01\.2[^\n]*how sure: high/],
        [['SP.07'], /SP\.07\.01 +Accepted remote access applications only/],
    ];
    for (const [words, says] of answers)
        it(`explains ${words.join(' ')}`, () =>
            withFiles({ 'notes.txt': '' }, cwd => assert.match(iacs(['explain', ...words], { cwd }).stdout, says)));

    it('says how a model stands to a requirement', () =>
        withFiles({ 'main.iacs': `${model}zone C { SL-T 1 meets SR 5.2 because "filtered" }\n` }, cwd => {
            assert.match(iacs(['explain', 'SR 5.2', 'main.iacs'], { cwd }).stdout, /C +required, met: "filtered"/);
        }));
});

describe('iacs diagram', () => {
    it('writes by the ending of the file, in any folder', () =>
        withFiles({ 'main.iacs': model }, cwd => {
            for (const ending of ['svg', 'png', 'mmd', 'drawio', 'json']) {
                const { code, stderr } = iacs(['diagram', '-o', `out.${ending}`], { cwd });
                assert.deepEqual([code, stderr], [0, ''], ending);
            }
            assert.match(
                iacs(['diagram', '-o', path.join('none', 'x.svg')], { cwd }).stderr,
                /its folder does not exist/,
            );
            assert.match(iacs(['diagram', '--view', 'V'], { cwd }).stderr, /There is no view V in main\.iacs/);
        }));

    it('draws a plain grid when the layout takes too long, and says so', () => {
        // So large that a thread that has laid out others before is not done while this one looks at the clock.
        const zones = Array.from({ length: 60 }, (_, index) => `zone Z${index} {}\n`);
        const conduits = zones.slice(1).map((_, index) => `conduit C${index} between Z${index} and Z${index + 1} {}\n`);
        const large = ['system Large\n', ...zones, ...conduits].join('');
        const { code, stdout, stderr } = onFile(large, 'diagram', '--deadline', '0.001');
        assert.equal(code, 2);
        assert.match(stderr, /^iacs: The layout took longer than 0\.001 s\. The picture is a plain grid/);
        assert.match(stdout, /role="img"/);
        assert.match(stdout, /grid/i);
    });

    it('explains a requirement with what the model shows against its state', () => {
        const text =
            'system S\nzone A { SL-T 1 asset P : plc meets SR 5.2 because "One firewall" }\nzone B { asset Q : plc }\n' +
            'conduit L between A and B { flow A.P -> B.Q : opc-ua }\n';
        withFiles({ 'main.iacs': text }, cwd => {
            assert.match(
                iacs(['explain', 'SR 5.2', 'main.iacs'], { cwd }).stdout,
                /A +required, met \(contradicted\): "One firewall", contradicted: L has no device that enforces/,
            );
        });
    });
});

describe('The output of a command', () => {
    for (const [command, own, other] of [
        ['check', 'pretty', 'text'],
        ['check', 'markdown', 'md'],
        ['assess', 'table', 'text'],
        ['report', 'md', 'markdown'],
        ['diagram', 'mmd', 'mermaid'],
    ] as const)
        it(`${command} takes ${other} for its format ${own}`, () => {
            const answered = onFile(model, command, '--format', other);
            assert.notEqual(answered.stdout, '');
            assert.deepEqual(answered, onFile(model, command, '--format', own));
        });

    it('writes no file for the output -, which is standard output', () =>
        withFiles({ 'main.iacs': model, 'hosts.csv': 'name;type;zone\nPump;plc;Cell\n' }, cwd => {
            for (const args of [
                ['check', 'main.iacs', '--format', 'json'],
                ['diff', 'main.iacs', 'main.iacs', '--format', 'json'],
                ['diagram', 'main.iacs', '--format', 'mmd'],
                ['report', 'main.iacs', '--format', 'md'],
                ['export', 'model', 'main.iacs'],
                ['import', 'assets', 'hosts.csv'],
            ]) {
                const plain = iacs(args, { cwd });
                assert.deepEqual(iacs([...args, '-o', '-'], { cwd }), plain, args[0]);
                assert.notEqual(plain.stdout, '', args[0]);
            }
            const both = iacs(['check', 'main.iacs', '--format', 'json', '-o', 'all.json', '-o', '-'], { cwd });
            assert.equal(both.stdout, readFileSync(path.join(cwd, 'all.json'), 'utf8'));
            assert.deepEqual(readdirSync(cwd).sort(), ['all.json', 'hosts.csv', 'main.iacs']);
        }));
});
