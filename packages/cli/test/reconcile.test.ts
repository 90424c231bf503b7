import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { HtmlValidate } from 'html-validate';
import { iacs, repository, withFiles } from './support/iacs.ts';

const plant = `system Plant
zone Control { kind control network 10.10.2.0/24
  asset Plc : plc { address 10.10.2.11 is essential }
}
zone Dmz { kind dmz network 10.20.5.0/24
  asset Hist : historian { address 10.20.5.10 }
  asset Jump : jump-host { address 10.20.5.20 }
}
conduit K between Control and Dmz {
  via Fw
  asset Fw : firewall { address 10.10.2.1, 10.20.5.1 serves Control, Dmz }
  flow Dmz.Hist -> Control.Plc : opc-ua
  flow Dmz.Jump -> Control.Plc : ssh
}
ruleset R {
  device K.Fw
  exported 2026-05-01
  permits 10.20.5.10 -> 10.10.2.11 : tcp 4840 "1"
  permits 10.20.5.0/24 -> 10.10.2.11 : tcp 22 "2"
  permits 10.20.5.20 -> 10.10.2.11 : tcp 3389 "3"
}
observation O {
  sees Control, Dmz
  since 2026-05-01
  until 2026-05-20
  saw 10.20.5.10 -> 10.10.2.11 : tcp 4840 used on 19 days, 2026-05-01 to 2026-05-20
  saw 10.20.5.20 -> 10.10.2.11 : tcp 3389 used on 2 days, 2026-05-01 to 2026-05-02
}
`;
const saved = (...rules: string[]): string =>
    `*filter\n:FORWARD DROP [0:0]\n${rules.map(rule => `-A FORWARD ${rule} -j ACCEPT\n`).join('')}COMMIT\n`;
const today = ['--today', '2026-06-01'];

function validator(name: string): (json: string) => unknown {
    const validate = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true }).compile(
        JSON.parse(
            readFileSync(path.join(repository, `packages/language/schema/${name}.schema.json`), 'utf8'),
        ) as object,
    );
    return json => {
        const value: unknown = JSON.parse(json);
        assert.ok(validate(value), JSON.stringify(validate.errors?.slice(0, 3)));
        return value;
    };
}

describe('iacs diagram --as-found', () => {
    it('draws what was found, and says when there is nothing to draw of it', () =>
        withFiles({ 'main.iacs': plant, 'bare.iacs': 'system S\nzone A { asset X : plc }\n' }, cwd => {
            const json = iacs(['diagram', 'main.iacs', '--as-found', '--format', 'json', ...today], { cwd });
            const { asFound, conduits } = JSON.parse(json.stdout) as {
                asFound: boolean;
                conduits: { flows: { protocols: string[]; found: string }[] }[];
            };
            assert.equal(asFound, true);
            assert.ok(conduits[0]!.flows.some(flow => flow.protocols.includes('opc-ua') && flow.found === 'seen'));
            assert.ok(conduits[0]!.flows.some(flow => flow.found === 'seen-only' || flow.found === 'permitted-only'));
            const bare = iacs(['diagram', 'bare.iacs', '--as-found'], { cwd });
            assert.equal(bare.code, 2);
            assert.match(bare.stderr, /has no ruleset and no observation: import them first/);
        }));
});

describe('iacs reconcile', () => {
    it('prints the three-way table in its formats', () =>
        withFiles({ 'main.iacs': plant }, async cwd => {
            const run = (...args: string[]): ReturnType<typeof iacs> => iacs(['reconcile', ...today, ...args], { cwd });
            const { code, stdout, stderr } = run();
            assert.deepEqual([code, stderr], [1, '']);
            assert.match(
                stdout,
                /Rules R of K\.Fw, exported 2026-05-01: 3 that permit\.\nTraffic O, 2026-05-01 to 2026-05-20: 2 conversations/,
            );
            assert.match(
                stdout,
                /^ {2}Dmz\.Hist -> Control\.Plc : opc-ua +yes +yes +used on 19 days, last 2026-05-20 +healthy +main\.iacs:12$/m,
            );
            assert.match(stdout, /^ {2}rule 2 +a part \(1 of 256\) +yes +wider +main\.iacs:19$/m);
            assert.match(
                stdout,
                /^ {2}Dmz\.Jump -> Control\.Plc : tcp 3389 +no +yes +used on 2 days +undocumented +main\.iacs:27$/m,
            );
            const json = validator('reconcile')(run('--format', 'json').stdout) as {
                models: {
                    flows: { class: string; configured: string }[];
                    rules: { label: string; class: string }[];
                    undocumented: object[];
                }[];
            };
            assert.deepEqual(
                json.models[0]!.flows.map(each => `${each.configured} ${each.class}`),
                ['yes healthy', 'yes healthy'],
            );
            assert.deepEqual(
                json.models[0]!.rules.map(each => `${each.label} ${each.class}`),
                ['1 documented', '2 wider', '3 undocumented'],
            );
            assert.deepEqual(json.models[0]!.undocumented, [
                {
                    from: 'Dmz.Jump',
                    fromAddress: '10.20.5.20',
                    to: 'Control.Plc',
                    toAddress: '10.10.2.11',
                    zone: null,
                    conduit: 'K',
                    file: 'main.iacs',
                    line: 27,
                    service: 'tcp 3389',
                    outcome: 'used',
                    configured: 'yes',
                    class: 'undocumented',
                },
            ]);
            assert.match(run('--format', 'markdown').stdout, /^## K$/m);
            assert.match(
                run('--format', 'csv').stdout,
                /^Plant,K,rule,rule 2,a part \(1 of 256\),yes,,wider,main\.iacs,19\r$/m,
            );
            const report = await new HtmlValidate({ extends: ['html-validate:recommended'] }).validateString(
                run('--format', 'html').stdout,
            );
            assert.deepEqual(
                report.results.flatMap(result => result.messages.map(message => message.message)),
                [],
            );
        }));

    it('shows a proposed flow with what is configured and was seen of it, and calls none healthy', () => {
        const proposed = plant
            .replace(
                '  flow Dmz.Jump -> Control.Plc : ssh\n',
                '  flow Dmz.Jump -> Control.Plc : ssh { is proposed }\n' +
                    '  flow Dmz.Jump -> Control.Plc : rdp { is proposed because "seen on 2 days" }\n' +
                    '  flow Dmz.Hist -> Control.Plc : https { is proposed }\n',
            )
            .replace('"3"\n', '"3"\n  blocks any -> any : any "4"\n');
        withFiles({ 'main.iacs': proposed }, cwd => {
            const { stdout } = iacs(['reconcile', '--format', 'json', ...today], { cwd });
            const [model] = (
                validator('reconcile')(stdout) as {
                    models: { flows: { id: string; proposed: boolean; configured: string; class: string }[] }[];
                }
            ).models;
            assert.deepEqual(
                model!.flows.map(each => [each.id, each.proposed, each.configured, each.class]),
                [
                    ['Dmz.Hist -> Control.Plc : opc-ua', false, 'yes', 'healthy'],
                    ['Dmz.Jump -> Control.Plc : ssh', true, 'yes', 'unknown'],
                    ['Dmz.Jump -> Control.Plc : rdp', true, 'partly', 'not-permitted'],
                    ['Dmz.Hist -> Control.Plc : https', true, 'no', 'not-permitted'],
                ],
            );
            const table = iacs(['reconcile', ...today], { cwd }).stdout;
            assert.match(table, /: rdp +proposed +partly .*used on 2 days, last 2026-05-02 +not-permitted/);
            assert.match(table, /: ssh +proposed +yes +not seen in 20 days +unknown/);
            // It is drawn as not seen only where an observation sees it.
            const picture = (text: string): readonly string[] =>
                withFiles({ 'main.iacs': text }, folder => {
                    const json = iacs(['diagram', '--as-found', '--format', 'json', ...today], { cwd: folder }).stdout;
                    const { conduits } = JSON.parse(json) as { conduits: { flows: { found: string }[] }[] };
                    return conduits.flatMap(conduit => conduit.flows.map(flow => flow.found));
                });
            assert.deepEqual(picture(proposed).toSorted(), ['not-seen', 'permitted-only', 'seen', 'seen-only']);
            const unwatched = picture(proposed.replace(/\nobservation O [^]*/, '\n'));
            assert.deepEqual([...new Set(unwatched)].toSorted(), ['not-visible', 'permitted-only']);
        });
    });

    it('says the same as the report and the findings of what was never seen, by the days of the settings', () =>
        withFiles({ 'main.iacs': plant, 'iacs.config.json': '{ "asFound": { "staleAfter": 10 } }' }, folder => {
            const cwd = folder;
            const rows = (args: string[]): readonly { readonly what: string; readonly verdict?: string }[] =>
                (JSON.parse(iacs(args, { cwd }).stdout) as { found: { rows: [] } }).found.rows;
            const never = rows(['report', '--format', 'json', ...today, 'main.iacs'])
                .filter(row => row.verdict === 'never-seen')
                .map(row => row.what);
            assert.deepEqual(never, ['Dmz.Jump -> Control.Plc : ssh']);
            assert.match(iacs(['reconcile', 'main.iacs', ...today], { cwd }).stdout, /ssh .* never-seen/);
            assert.match(iacs(['check', 'main.iacs', ...today], { cwd }).stdout, /flow-never-seen/);
        }));

    it('takes an export and a log without touching the model', () =>
        withFiles(
            {
                'main.iacs': plant,
                'fw.save': saved(
                    '-s 10.20.5.10/32 -d 10.10.2.11/32 -p tcp -m tcp --dport 4840',
                    '-s 10.20.5.20/32 -d 10.10.2.11/32 -p tcp -m tcp --dport 22',
                ),
                'seen.csv': 'from,to,proto,port,first,sessions\n10.20.5.20,10.10.2.11,tcp,22,2026-05-03,4\n',
            },
            cwd => {
                const { code, stdout, stderr } = iacs(
                    ['reconcile', ...today, '--ruleset', 'K.Fw=fw.save', '--traffic', 'seen.csv'],
                    { cwd },
                );
                assert.deepEqual([code, stderr], [0, '']);
                assert.match(stdout, /Dmz\.Jump -> Control\.Plc : ssh +yes +yes +used on 1 day/);
                assert.doesNotMatch(stdout, /wider|3389/);
            },
        ));

    it('says of which witness a line is, what was left out of it, and nothing of zones that were not looked at', () =>
        withFiles(
            {
                'main.iacs': `${plant}conduit L between Control and Dmz {
  via Second
  asset Second : firewall { serves Control, Dmz }
}
`,
                'one.csv': 'No,Source,Destination,Service,Action\n1,10.20.5.0/24,10.10.2.11,tcp 22,permit\n',
                'two.csv': 'No,Source,Destination,Service,Action\n1,10.20.5.9,10.10.2.11,tcp 1,permit\n',
                'seen.csv':
                    'from,to,proto,port,first,sessions\n10.20.5.20,10.10.2.11,tcp,22,2026-05-03,4\n' +
                    '10.20.5.20,10.10.2.999,tcp,22,2026-05-03,4\n',
            },
            cwd => {
                const args = ['--ruleset', 'K.Fw=one.csv', '--ruleset', 'L.Second=two.csv', '--traffic', 'seen.csv'];
                const { stdout, stderr } = iacs(['reconcile', ...today, '--stale-after', '1', ...args], { cwd });
                assert.match(stdout, / wider +one\.csv\n/);
                assert.match(stdout, / undocumented +two\.csv\n/);
                assert.match(stdout, /Dmz\.Hist -> Control\.Plc : opc-ua +yes +no +unknown +not-permitted/);
                assert.doesNotMatch(stdout, /never/);
                assert.match(stderr, /1 left out: an address that cannot be read \(first in line 3\)/);
                assert.match(stderr, /^one\.csv: .*would not be noticed/m);
            },
        ));

    it('says that the end of a log is missing', () =>
        withFiles(
            {
                'main.iacs': plant,
                'conn.log':
                    '#separator \\x09\n#path\tconn\n#open\t2026-05-03-10-00-00\n' +
                    '#fields\tts\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\tproto\tconn_state\n' +
                    '1777802400.0\t10.20.5.20\t40000\t10.10.2.11\t22\ttcp\tSF\n',
            },
            cwd => {
                const { code, stdout, stderr } = iacs(['reconcile', ...today, '--traffic', 'conn.log'], { cwd });
                assert.equal(code, 0);
                assert.match(stderr, /conn\.log .*#close/);
                assert.match(stdout, /Dmz\.Jump -> Control\.Plc : ssh .*answered on 1 day/);
            },
        ));

    it('says what is missing, in one line', () =>
        withFiles({ 'main.iacs': plant, 'fw.save': saved() }, cwd => {
            for (const [args, message] of [
                [['--conduit', 'L'], /There is no conduit L\./],
                [['--ruleset', 'Fw=fw.save'], /There is no asset Fw\. Did you mean K\.Fw\?/],
                [['--ruleset', 'fw.save'], /--ruleset wants DEVICE=FILE/],
                [['--stale-after', 'x'], /--stale-after wants a number/],
                [['--traffic', 'none.log'], /There is no file none\.log/],
            ] as const) {
                const { code, stderr } = iacs(['reconcile', ...args], { cwd });
                assert.equal(code, 2);
                assert.match(stderr, message);
            }
            assert.match(
                iacs(['reconcile', '-'], { cwd, input: 'system S { owner "O" }\n' }).stdout,
                /nothing is compared/,
            );
        }));
});

describe('iacs rehearse', () => {
    it('says what would stop, essential ones first', () =>
        withFiles(
            {
                'main.iacs': plant,
                'new.save': saved('-s 10.20.5.10/32 -d 10.10.2.11/32 -p tcp -m tcp --dport 4840'),
                'same.save': saved('-s 10.20.5.0/24 -p tcp'),
            },
            cwd => {
                const { code, stdout } = iacs(['rehearse', ...today, '--ruleset', 'K.Fw=new.save'], { cwd });
                assert.equal(code, 1);
                assert.deepEqual(stdout.split('\n'), [
                    '2 would stop at K.Fw:',
                    '  Dmz.Jump -> Control.Plc : tcp 3389 (K): essential, seen, not declared, before: yes',
                    '  Dmz.Jump -> Control.Plc : ssh (K): essential, declared, before: yes',
                    '',
                ]);
                validator('rehearse')(
                    iacs(['rehearse', '--format', 'json', '--ruleset', 'K.Fw=new.save'], { cwd }).stdout,
                );
                const fine = iacs(['rehearse', '--ruleset', 'K.Fw=same.save'], { cwd });
                assert.deepEqual(
                    [fine.code, fine.stdout],
                    [0, 'Nothing that is declared or was seen would stop at K.Fw.\n'],
                );
                assert.equal(iacs(['rehearse'], { cwd }).code, 2);
            },
        ));
});

describe('iacs rehearse', () => {
    const parts = `system Plant
zone Control { kind control network 10.10.2.0/24
  asset Plc : plc { address 10.10.2.11 }
  asset Drive : drive { address dhcp }
}
zone Dmz { kind dmz network 10.20.5.0/24
  asset Hist : historian { address 10.20.5.10 }
}
conduit K between Control and Dmz {
  via Fw
  asset Fw : firewall { serves Control, Dmz }
  flow Dmz.Hist -> Control.Plc : opc-ua, ssh, https
  flow Dmz.Hist -> Control.Drive : https
}
ruleset R { device K.Fw
  permits 10.20.5.10 -> 10.10.2.11 : tcp 22, 443 "1"
}
`;
    const rules = (services: string): string =>
        `No,Source,Destination,Service,Action\n1,10.20.5.10,10.10.2.11,"${services}",permit\n9,any,any,any,deny\n`;

    it('compares the parts of a flow, and says what it cannot compare', () =>
        withFiles(
            {
                'main.iacs': parts,
                'other.csv': rules('tcp 22; tcp 4840'),
                'more.csv': rules('tcp 22; tcp 443; tcp 80'),
            },
            cwd => {
                const other = iacs(['rehearse', ...today, '--ruleset', 'K.Fw=other.csv'], { cwd });
                assert.equal(other.code, 1, 'https passes today');
                assert.match(
                    other.stdout,
                    /1 would stop .*\n.*https \(K\): declared, before: partly, only a part passes/,
                );
                const more = iacs(['rehearse', ...today, '--ruleset', 'K.Fw=more.csv'], { cwd });
                assert.deepEqual(
                    [more.code, more.stdout.split('\n').slice(0, 3)],
                    [
                        0,
                        [
                            'Nothing that can be evaluated would stop at K.Fw.',
                            '1 cannot be compared with the rules, because an end has no address, or the service is not known:',
                            '  Dmz.Hist -> Control.Drive : https (K): declared, before: unknown',
                        ],
                    ],
                );
                validator('rehearse')(
                    iacs(['rehearse', '--format', 'json', '--ruleset', 'K.Fw=more.csv'], { cwd }).stdout,
                );
            },
        ));

    it('names all parts of a flow that are blocked, in both directions', () =>
        withFiles({ 'main.iacs': parts.replace('Dmz.Hist -> Control.Plc', 'Dmz.Hist <-> Control.Plc') }, cwd => {
            const { stdout } = iacs(['check', ...today], { cwd });
            assert.match(
                stdout,
                /only a part of Dmz\.Hist <-> Control\.Plc: tcp 4840 from Dmz\.Hist; tcp 4840 from Control\.Plc and 2 more parts are blocked/,
            );
        }));
});

describe('iacs rehearse of a device in no conduit', () => {
    it('compares nothing, and does not say that nothing would stop', () =>
        withFiles({ 'main.iacs': `${plant}zone Lab { asset Fw9 : firewall }\n`, 'new.save': saved() }, cwd => {
            const { code, stdout, stderr } = iacs(['rehearse', '--ruleset', 'Lab.Fw9=new.save'], { cwd });
            assert.deepEqual([code, stdout], [2, '']);
            assert.match(stderr, /No conduit names Lab\.Fw9 .* nothing can be compared with its rules/);
        }));
});

describe('Traffic of an address that several hosts share', () => {
    const cell = (more: string): string => `system P
zone Plant { network 10.30.0.0/24 asset Scada : scada-server { address 10.30.0.10 } }
zone Cell { network 192.168.0.0/24 asset Plc : plc { address 192.168.0.11 } asset Hmi : hmi { address 192.168.0.12 } }
conduit K between Plant and Cell {
  via Nat
  asset Nat : firewall {
    address 10.30.0.2 in Plant, 192.168.0.1 in Cell
    serves Plant, Cell
    translates 192.168.0.0/24 to 10.30.0.2
  }
  flow Plant.Scada -> Cell.Plc : modbus-tcp
}
${more}observation Tap {
  sees Plant
  since 2026-04-01
  until 2026-05-30
  saw 10.30.0.2 -> 10.30.0.10 : tcp 445 used on 9 days, 2026-05-01 to 2026-05-30
}
`;

    it('is a row of its own, in the table, the JSON and the report, and a note of the picture', () =>
        withFiles({ 'main.iacs': cell('') }, cwd => {
            const table = iacs(['reconcile', ...today, 'main.iacs'], { cwd }).stdout;
            assert.match(
                table,
                /10\.30\.0\.2 \(shown by K\.Nat\) -> Plant\.Scada : tcp 445 +unknown +unknown +used on 9 days +unknown +main\.iacs:17/,
            );
            assert.match(table, /1 of which the model leaves open where they belong/);
            const json = JSON.parse(iacs(['reconcile', '--format', 'json', ...today, 'main.iacs'], { cwd }).stdout) as {
                models: { undocumented: unknown[]; open: unknown[] }[];
            };
            assert.deepEqual(json.models[0]!.undocumented, []);
            assert.deepEqual(json.models[0]!.open, [
                {
                    from: null,
                    fromAddress: '10.30.0.2',
                    to: 'Plant.Scada',
                    toAddress: '10.30.0.10',
                    shownBy: ['K.Nat'],
                    mayBe: [],
                    file: 'main.iacs',
                    line: 17,
                    service: 'tcp 445',
                    outcome: 'used',
                },
            ]);
            iacs(['diagram', '--as-found', '-o', 'plant.svg', ...today, 'main.iacs'], { cwd });
            const words = [...readFileSync(path.join(cwd, 'plant.svg'), 'utf8').matchAll(/>([^<>]+)</g)];
            assert.match(words.map(([, text]) => text).join(' '), /Not drawn: traffic whose host is not known \(1\)/);
            iacs(['report', '-o', 'report.md', ...today, 'main.iacs'], { cwd });
            assert.match(
                readFileSync(path.join(cwd, 'report.md'), 'utf8'),
                /10\.30\.0\.2 \(shown by K\.Nat\) -&gt; Plant\.Scada : tcp 445 \| unknown \| unknown \| used on 9 days \| unknown/,
            );
        }));

    it('may be that of twins: each is named', () =>
        withFiles(
            { 'main.iacs': cell('zone Twin { network 10.30.0.0/24 asset B : hmi { address 10.30.0.10 } }\n') },
            cwd => {
                const { stdout } = iacs(['reconcile', ...today, 'main.iacs'], { cwd });
                assert.match(stdout, /10\.30\.0\.2 \(shown by K\.Nat\) -> .*Plant\.Scada.* : tcp 445/);
            },
        ));
});

describe('iacs paths --world', () => {
    it('asks the declared, the configured and the observed plant', () =>
        withFiles(
            {
                'main.iacs': `${plant}invariant JumpApart { deny path from Dmz.Hist to Dmz.Jump }\n`,
                'bare.iacs': 'system S { owner "O" }\n',
            },
            cwd => {
                const reaches = (world: string, from: string, to: string): boolean => {
                    const { stdout, stderr, code } = iacs(
                        [
                            'paths',
                            '--world',
                            world,
                            '--from',
                            from,
                            '--to',
                            to,
                            '--format',
                            'json',
                            ...today,
                            'main.iacs',
                        ],
                        { cwd },
                    );
                    assert.ok(code === 0 || code === 1, stderr);
                    return (JSON.parse(stdout) as { paths: object[] }).paths.length > 0;
                };
                const ends = [
                    ['Dmz.Jump', 'Control.Plc'],
                    ['Dmz.Hist', 'Control.Plc'],
                    ['Control.Plc', 'Dmz.Hist'],
                ] as const;
                assert.deepEqual(
                    ends.map(([from, to]) =>
                        ['declared', 'configured', 'observed'].map(world => reaches(world, from, to)),
                    ),
                    [
                        [true, true, true],
                        [true, true, true],
                        [false, false, false],
                    ],
                );
                const { stderr, code } = iacs(['paths', '--world', 'observed', 'bare.iacs'], { cwd });
                assert.deepEqual(
                    [code, stderr],
                    [
                        2,
                        'iacs: bare.iacs has no observation, so the observed world is not known. iacs import ' +
                            'traffic makes one.\n',
                    ],
                );
            },
        ));

    it('takes no rule for a path that another device of the conduit blocks, and says what is not known', () => {
        const two = (second: string): string =>
            plant
                .replace('via Fw\n', 'via Fw, Fw2\n  asset Fw2 : firewall { serves Control, Dmz }\n')
                .replace('  flow Dmz.Jump -> Control.Plc : ssh\n', '')
                .replace('observation O {', `${second}observation O {`)
                .replace('sees Control, Dmz', 'sees Dmz')
                .replace(/ {2}saw 10\.20\.5\.20.*\n/, '');
        const ask = (text: string, world: string) =>
            withFiles({ 'main.iacs': text }, cwd => {
                const { stdout, stderr } = iacs(
                    ['paths', '--world', world, '--from', 'Dmz.Jump', '--to', 'Control.Plc', ...today],
                    { cwd },
                );
                return [/^No path/.test(stdout), stderr.trim().split('\n')];
            });
        const second = (rule: string): string =>
            two(`ruleset R2 {\n  device K.Fw2\n  exported 2026-05-01\n  ${rule}\n}\n`);
        assert.deepEqual(ask(second('permits 10.20.5.10 -> any : any "1"'), 'configured'), [true, ['']]);
        assert.deepEqual(ask(second('permits any -> any : tcp 22 "1"'), 'configured'), [false, ['']]);
        assert.deepEqual(ask(second('permits any -> any : any "1" { when "user" }'), 'configured'), [
            true,
            ['main.iacs: 1 rule permits under a condition, and is not followed.'],
        ]);
        assert.deepEqual(ask(two(''), 'configured'), [
            false,
            ['main.iacs: The rules of K.Fw2 are not known: of what it permits, only declared flows are followed.'],
        ]);
        assert.deepEqual(ask(two(''), 'observed'), [
            true,
            ['main.iacs: No observation sees Control: traffic there may not have been observed.'],
        ]);
        const notKnown = (text: string, world: string) =>
            withFiles({ 'main.iacs': text }, cwd => {
                const asked = iacs(['paths', '--world', world, '--format', 'json', ...today], { cwd });
                const answer = JSON.parse(asked.stdout) as {
                    world: string;
                    notKnown: { file: string; kind: string; ids: string[]; message: string }[];
                };
                assert.equal(answer.world, world);
                return answer.notKnown.map(({ file, kind, ids }) => [file, kind, ...ids]);
            });
        assert.deepEqual(notKnown(two(''), 'declared'), []);
        assert.deepEqual(notKnown(two(''), 'configured'), [['main.iacs', 'device-without-rules', 'K.Fw2']]);
        assert.deepEqual(notKnown(second('permits any -> any : any "1" { when "user" }'), 'configured'), [
            ['main.iacs', 'rule-under-condition', 'R2 1'],
        ]);
        assert.deepEqual(notKnown(two(''), 'observed'), [['main.iacs', 'zone-not-observed', 'Control']]);
    });
});
