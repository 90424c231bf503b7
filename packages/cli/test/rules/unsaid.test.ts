import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readCsv } from '../../src/import/read-csv.ts';
import { readRuleTables } from '../../src/import/rules/table.ts';
import { iacs, withFiles } from '../support/iacs.ts';
import { linesOf, read } from './read.ts';

const table = (text: string): ReturnType<typeof readRuleTables> =>
    readRuleTables([readCsv(text, 'rules.csv')], new Map());

describe('What an export of rules does not say', () => {
    it('is not read as any: empty cells of a table', () => {
        const { rules, notices } = table(
            'No;Source;Destination;Protocol;Port;Action;Name\n1;10.20.5.10;;tcp;4840;accept;\n;;;;;;\nCell;;;;;;Rules of the cell\n' +
                '2;;10.10.2.30;tcp;443;accept;\n3;10.20.5.10;10.10.2.30;;;accept;\n4;10.20.5.10;10.10.2.30;icmp;;accept;\n' +
                '9;any;any;any;any;deny;\n',
        );
        assert.deepEqual(
            rules.map(rule => rule.when),
            ['to an empty cell', 'from an empty cell', 'an empty service', null, null],
        );
        assert.deepEqual(
            notices.map(each => `${each.line} ${each.message}`),
            ['4 This row has no ends and no action: it is read as a heading.'],
        );
        const without = table('No;Source;Destination;Action\n1;10.20.5.10;10.10.2.30;accept\n9;any;any;deny\n');
        assert.deepEqual(linesOf(without), [
            'permits 10.20.5.10 -> 10.10.2.30 : any "1"',
            'blocks any -> any : any "9"',
        ]);
        assert.match(without.notices[0]!.message, /No column says the service: every rule is read as one for all/);
    });

    it('is judged on the day of the export: from when and until when a rule is valid', () => {
        const text = [
            'No;Source;Destination;Port;Action;Valid from;Valid until',
            '1;10.20.5.1;10.10.2.30;tcp/443;accept;;2026-11-19',
            '2;10.20.5.2;10.10.2.30;tcp/443;accept;2026-01-01;2026-11-20',
            '3;10.20.5.3;10.10.2.30;tcp/443;accept;2026-11-21;never',
            '4;10.20.5.4;10.10.2.30;tcp/443;accept;;end of project',
            '5;10.20.5.5;10.10.2.30;tcp/443;accept;-;31.12.2027',
            '6;10.20.5.6;10.10.2.30;tcp/443;accept;2027-01-01;2026-01-01',
            '9;any;any;any;deny;;',
        ].join('\n');
        const on = (day: string | null): readonly string[] => {
            const { rules } = readRuleTables([readCsv(`${text}\n`, 'rules.csv')], new Map(), day);
            return rules.map(({ label, when, trait }) => [label, when, trait].filter(each => each !== null).join(': '));
        };
        assert.deepEqual(on('2026-11-20'), [
            '1: disabled',
            '2 until 2026-11-20',
            '3: valid from 2026-11-21',
            '4: valid until end of project',
            '5 until 2027-12-31',
            '6: disabled',
            '9',
        ]);
        assert.deepEqual(on(null), [
            '1: valid until 2026-11-19',
            '2: valid from 2026-01-01, valid until 2026-11-20',
            '3: valid from 2026-11-21',
            '4: valid until end of project',
            '5: valid until 2027-12-31',
            '6: valid from 2027-01-01, valid until 2026-01-01',
            '9',
        ]);
        const { notices } = readRuleTables([readCsv(`${text}\n`, 'rules.csv')], new Map(), '2026-11-20');
        assert.deepEqual(
            notices.map(each => each.message),
            ['2 rules had ended on the day of the export: read as disabled.'],
        );
    });

    it('reads an action also as a participle, as tables of people have it', () => {
        const permitted = 'allowed permitted erlaubt zugelassen freigegeben autorisé permitido'.split(' ');
        const blocked = 'denied blocked dropped gesperrt blockiert verworfen abgelehnt refusé bloqué denegado'.split(
            ' ',
        );
        const row = (action: string, at: number): string => `${at + 1};10.20.5.10;10.10.2.30;tcp/502;${action}\n`;
        const { rules } = table(
            `No;Source;Destination;Service;Action\n${[...permitted, ...blocked].map(row).join('')}`,
        );
        assert.deepEqual(
            rules.map(({ permits, when }) => [permits, when]),
            [...permitted.map(() => [true, null]), ...blocked.map(() => [false, null])],
        );
    });

    it('is not read as any: a column that is not known', () => {
        const head = 'No;Source;Destination;Action;Remark';
        const rows = (more: string): string => `1;10.20.5.10;10.10.2.30;accept;x${more}\n9;any;any;deny;x${more}\n`;
        const leftOut = (text: string) => {
            const { rules, notices } = table(text);
            return [rules.map(rule => rule.when), notices.map(each => each.message)];
        };
        const open = 'a service, of which no column is known';
        assert.deepEqual(leftOut(`${head};Applicatie\n${rows(';modbus')}`), [
            [open, open],
            [
                'The column "Applicatie" is not read. What limits a rule has to be named, such as --map service="Applicatie".',
                'No column is known that says the service: no rule can be evaluated without it.',
                'The last row is not a rule that blocks everything, so a missing row would not be noticed. What no row ' +
                    'permits is read as blocked.',
            ],
        ]);
        // Remarks, and a column without cells, limit nothing.
        assert.deepEqual(leftOut(`${head};Applicatie\n${rows(';')}`), [
            [null, null],
            ['No column says the service: every rule is read as one for all of them.'],
        ]);
        assert.deepEqual(leftOut(`${head};Dienst;Standort\n${rows(';any;2026-12-31')}`), [
            [null, null],
            [
                'The column "Standort" is not read. What limits a rule has to be named, such as --map service="Standort".',
            ],
        ]);
        const action = 'an action, of which no column is known';
        const both = table('No;Source;Destination;Service;Besluit\n1;10.20.5.10;10.10.2.30;tcp/502;weigeren\n');
        assert.deepEqual(
            both.rules.map(({ permits, when }) => [permits, when]),
            [
                [true, action],
                [false, action],
            ],
        );
        assert.match(
            both.notices.map(each => each.message).join(' '),
            /"Besluit" is not read.*No column is known that says/,
        );
        const list = table('Source;Destination;Service;Purpose\n10.20.5.10;10.10.2.30;tcp/502;Values\n');
        assert.deepEqual(
            list.rules.map(({ permits, when }) => [permits, when]),
            [[true, null]],
        );
        // Each column with a condition counts, not the first one alone.
        assert.deepEqual(leftOut(`${head};Port(s);Schedule;User\n${rows(';tcp/502;always;Contractors')}`)[0], [
            'Contractors',
            'Contractors',
        ]);
        assert.deepEqual(leftOut(`${head};Port(s);Schedule;User\n${rows(';tcp/502;nights;Contractors')}`)[0], [
            'nights; Contractors',
            'nights; Contractors',
        ]);
    });

    it('is a condition: the port of the source', () => {
        const { rules } = table(
            'Source;Source Port;Destination;Destination Port;Action\n10.20.5.10;any;10.10.2.30;tcp/502;accept\n10.20.5.10;1024;10.10.2.30;tcp/502;accept\n',
        );
        assert.deepEqual(
            rules.map(rule => rule.when),
            [null, 'source port 1024'],
        );
    });

    it('reads services that only spaces separate, and no transport as all of its ports', () => {
        const read = (cell: string) =>
            linesOf(table(`Source;Destination;Service;Action\n10.20.5.10;10.10.2.30;${cell};accept\n`)).map(line =>
                line.slice(line.indexOf(' : ') + 3).replace(' "2"', ''),
            );
        assert.deepEqual(read('tcp/502 udp/161'), ['tcp 502, udp 161']);
        assert.deepEqual(read('502/tcp 161/udp'), ['tcp 502, udp 161']);
        assert.deepEqual(read('TCP 80 443'), ['tcp 80, 443']);
        assert.deepEqual(read('tcp 80 8000-8010 udp 53'), ['tcp 80, 8000-8010, udp 53']);
        assert.deepEqual(read('TCP 80'), ['tcp 80']);
        for (const cell of ['502 tcp', 'tcp 80 udp', 'tcp udp 53', 'Modbus TCP'])
            assert.match(read(cell).join(), / when service | when port /, cell);
    });

    it('is left open: a line of an access list that is not understood', () => {
        const asa = (line: string): string =>
            `ASA Version 9.16(4)\ninterface G1\n nameif dmz\n security-level 50\n ip address 10.20.5.1 255.255.255.0\n` +
            `access-list IN extended ${line}\naccess-list IN extended permit tcp any any eq 22\naccess-group IN in interface dmz\n: end\n`;
        const { rules, notices } = read('asa', asa('trust tcp any any eq 23'));
        assert.match(notices.map(each => each.message).join(), /"trust" in access list IN is not understood/);
        assert.deepEqual(
            rules.slice(0, 3).map(rule => [rule.permits, rule.when]),
            [
                [true, '"trust"'],
                [false, '"trust"'],
                [true, null],
            ],
        );
    });

    it('is left open: the other kind of addresses, where a model has it', () => {
        const model = (more: string): string => `system P
zone A { network 10.20.0.0/24 asset H : server { address 10.20.0.10${more} } }
zone B { network 10.10.0.0/24 asset P : plc { address 10.10.0.11${more.replace('20', '10')} } }
conduit K between A and B { via Fw
  asset Fw : firewall { serves A, B }
  flow A.H -> B.P : opc-ua
}
`;
        const save = '*filter\n:FORWARD DROP [0:0]\n-A FORWARD -s 10.20.0.10/32 -j ACCEPT\nCOMMIT\n';
        const nft = JSON.stringify({
            nftables: [
                { metainfo: { version: '1.0.6', json_schema_version: 1 } },
                {
                    chain: {
                        family: 'ip',
                        table: 't',
                        name: 'f',
                        type: 'filter',
                        hook: 'forward',
                        prio: 0,
                        policy: 'drop',
                    },
                },
                { rule: { family: 'ip', table: 't', chain: 'f', expr: [{ accept: null }] } },
            ],
        });
        withFiles(
            { 'four.iacs': model(''), 'both.iacs': model(', fd00:20::1'), 'fw.save': save, 'fw.json': nft },
            cwd => {
                for (const [file, why] of [
                    ['fw.save', 'the rules for IPv6, which ip6tables-save prints, are not in the export'],
                    ['fw.json', 'no chain filters IPv6, and whether the device forwards it is not in the export'],
                ] as const) {
                    const imported = (name: string): ReturnType<typeof iacs> =>
                        iacs(['import', 'rules', file, '--device', 'K.Fw', '--model', name], { cwd });
                    assert.match(imported('four.iacs').stderr, new RegExp(`Not known of IPv6: ${why}`));
                    assert.doesNotMatch(imported('four.iacs').stdout, /IPv6/);
                    const { stdout, stderr } = imported('both.iacs');
                    assert.ok(
                        stdout.replace(/\s+/g, ' ').includes(`permits ::/0 -> ::/0 : any "IPv6" { when "${why}" }`),
                    );
                    assert.doesNotMatch(stderr, /Not known/);
                    // Which kinds a model has is not known without one.
                    assert.equal(iacs(['import', 'rules', file, '--device', 'K.Fw'], { cwd }).stdout, stdout);
                    assert.doesNotMatch(stdout, /blocks any/);
                    const compared = iacs(['reconcile', 'both.iacs', '--ruleset', `K.Fw=${file}`], { cwd }).stdout;
                    assert.match(compared, /A\.H -> B\.P : opc-ua +yes +not-assessable/);
                    assert.match(
                        iacs(['reconcile', 'four.iacs', '--ruleset', `K.Fw=${file}`], { cwd }).stdout,
                        /A\.H -> B\.P : opc-ua +yes +yes/,
                    );
                }
            },
        );
    });

    it('stays as people wrote it, over a second import: device, title, day, zones, statements of their own', () =>
        withFiles(
            {
                'fw.csv':
                    'No,Source,Destination,Service,Action\n1,10.20.5.0/24,10.10.2.11,tcp 22,permit\n9,any,any,any,deny\n',
                'seen.csv': 'from,to,proto,port,first,sessions\n10.20.5.20,10.10.2.11,tcp,22,2026-05-03,4\n',
            },
            cwd => {
                const file = (name: string): string => readFileSync(path.join(cwd, name), 'utf8');
                const rules = (): string =>
                    iacs(['import', 'rules', 'fw.csv', '--name', 'R', '-o', 'r.iacs'], { cwd }).stderr;
                const seen = (...more: string[]): string =>
                    iacs(['import', 'traffic', 'seen.csv', '--name', 'S', '-o', 's.iacs', ...more], { cwd }).stderr;
                const write = (name: string, text: string): void => {
                    const { code, stderr } = iacs(['format', '-'], { cwd, input: text });
                    assert.equal(code, 0, stderr);
                    writeFileSync(path.join(cwd, name), text);
                };
                rules();
                const theirs = [
                    '  device K.Fw',
                    '  exported 2026-05-01',
                    '  accept rule-undocumented because "agreed" until 2027-01-01',
                ];
                write(
                    'r.iacs',
                    file('r.iacs').replace('ruleset R {', `ruleset R "The firewall" {\n${theirs.join('\n')}`),
                );
                rules();
                const kept = file('r.iacs');
                assert.match(kept, /^ruleset R "The firewall" \{$/m);
                for (const line of theirs) assert.ok(kept.includes(`${line}\n`), line);
                assert.match(rules(), /R in r\.iacs is unchanged/);
                assert.equal(file('r.iacs'), kept);
                // The day of an export is that of its file.
                writeFileSync(path.join(cwd, 'fw.csv'), file('fw.csv').replace('tcp 22', 'tcp 23'));
                assert.match(rules(), /R in r\.iacs is updated/);
                assert.doesNotMatch(file('r.iacs'), /exported|tcp 22/);
                assert.match(file('r.iacs'), /device K\.Fw\n[^]*accept rule-undocumented/);

                seen();
                write('s.iacs', file('s.iacs').replace('observation S {', 'observation S {\n  sees Control, Dmz'));
                assert.match(seen(), /S in s\.iacs is unchanged/);
                assert.match(file('s.iacs'), /sees Control, Dmz\n/);
                seen('--sees', 'Dmz');
                assert.match(file('s.iacs'), /sees Dmz\n/);
                assert.doesNotMatch(file('s.iacs'), /Control/);
            },
        ));
});
