import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { HtmlValidate } from 'html-validate';
import { plant, saved, today, validator } from './support/as-found.ts';
import { iacs, withFiles } from './support/iacs.ts';

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
    it('leaves the rules that two devices share to the other one, where one gets an export', () =>
        withFiles(
            {
                'two.iacs': `system S
zone A { network 10.1.0.0/24
  asset X : server { address 10.1.0.1 }
}
zone B { network 10.2.0.0/24
  asset Y : server { address 10.2.0.1 }
}
conduit K between A and B { via One, Two
  asset One : firewall { serves A, B }
  asset Two : firewall { serves A, B }
  flow A.X -> B.Y : https
}
ruleset R { device K.One, K.Two
  blocks any -> any : any "all"
}
`,
                'new.csv': 'No,Source,Destination,Service,Action\n1,any,any,any,permit\n',
            },
            cwd => {
                const { stdout } = iacs(['reconcile', 'two.iacs', '--ruleset', 'K.One=new.csv'], { cwd });
                assert.match(stdout, /A\.X -> B\.Y : https +yes +no/);
            },
        ));

    it('shows code as code where it says what was compared, in Markdown and in the report', () =>
        withFiles(
            {
                'main.iacs': `system S
zone A { network 10.1.0.0/24 asset X : server { address 10.1.0.1 } asset Y : firewall { address 10.1.0.2 } }
ruleset R { device A.Y exported 2026-05-01 permits 10.1.0.1 -> 10.1.0.2 : tcp 443 "one" }
`,
            },
            cwd => {
                for (const command of ['reconcile', 'report'])
                    for (const [format, code] of [
                        [command === 'report' ? 'md' : 'markdown', '`via`'],
                        ['html', '<code>via</code>'],
                    ])
                        assert.ok(
                            iacs([command, '--format', format!, ...today], { cwd }).stdout.includes(
                                `the device is at no boundary (${code}).`,
                            ),
                            `${command} ${format}`,
                        );
            },
        ));

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
                /^Plant,K,rule,rule 2,a part \(1 of 256\),yes,,wider,main\.iacs,19,0\r$/m,
            );
            const page = run('--format', 'html').stdout;
            assert.match(page, /<h1>Plant: declared, configured, seen<\/h1>/u);
            // Every class that a row has is explained, and no other.
            const classes = [...page.matchAll(/<tr>(?:<td[^>]*>[^<]*<\/td>){4}<td[^>]*>([^<]*)<\/td>/gu)].map(
                ([, name]) => name,
            );
            assert.deepEqual(
                [...page.matchAll(/<dt>([^<]*)<\/dt>/gu)].map(([, name]) => name),
                [...new Set(classes)],
            );
            assert.ok(classes.includes('healthy') && !classes.some(name => name?.includes('-')), classes.join());
            const report = await new HtmlValidate({ extends: ['html-validate:recommended'] }).validateString(page);
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
                    '  flow Dmz.Jump -> Control.Plc : rdp { port tcp 3389 port udp 3389 is proposed because "seen" }\n' +
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
                /nothing is compared\. `iacs import rules` and `iacs import traffic` make them\.$/m,
            );
            assert.match(
                iacs(['reconcile', '-', '--format', 'html'], { cwd, input: 'system S { owner "O" }\n' }).stdout,
                /compared\. <code>iacs import rules<\/code> and <code>iacs import traffic<\/code> make them\.<\/li>/,
            );
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

    it('counts a rule that may block under a condition among those that are not assessable', () => {
        const text = `system Plant
zone Control { kind control network 10.10.2.0/24 asset Plc : plc { address 10.10.2.11 } }
zone Dmz { kind dmz network 10.20.5.0/24 asset Hist : historian { address 10.20.5.10 } }
conduit K between Control and Dmz { via Fw asset Fw : firewall { address 10.10.2.1, 10.20.5.1 serves Control, Dmz }
  flow Dmz.Hist -> Control.Plc : modbus-tcp
}
ruleset R { device K.Fw
  blocks 10.20.5.10 -> 10.10.2.11 : tcp 502 "0" { when "at night" }
  permits 10.20.5.10 -> 10.10.2.11 : tcp 502 "1"
}
`;
        withFiles({ 'main.iacs': text }, cwd => {
            const { stdout } = iacs(['reconcile', '--format', 'json', 'main.iacs'], { cwd });
            const { models } = JSON.parse(stdout) as {
                models: { sources: { rules: number; notAssessable: number }[] }[];
            };
            const [{ rules, notAssessable }] = models[0]!.sources as [{ rules: number; notAssessable: number }];
            assert.deepEqual({ rules, notAssessable }, { rules: 1, notAssessable: 1 });
        });
    });
});
