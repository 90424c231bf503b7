import assert from 'node:assert/strict';
import { iacs, withFiles } from '../support/iacs.ts';

const plant = `system Plant
zone Control { kind control network 10.10.2.0/24
  asset Plc1 : plc { address 10.10.2.11 }
  asset Plc2 : plc { address 10.10.2.12, 2001:db8:2::12 }
  asset Drive : drive { address dhcp }
}
zone Dmz { kind dmz network 10.20.5.0/24, 2001:db8:5::/64
  asset Hist "Historian; of the \\"plant\\"" : historian { address 10.20.5.10, 2001:db8:5::10 }
  asset Jump : jump-host { address 10.20.5.20 }
}
conduit K between Control and Dmz {
  via Fw
  asset Fw : firewall { address 10.10.2.1, 10.20.5.1 serves Control, Dmz }
  flow Dmz.Hist -> Control : opc-ua, modbus-tcp { access read port tcp 4840, 502, 5000-5010 port udp 161 }
  flow Control.Plc1 <-> Dmz.Jump : https
  flow Control.Plc1 -> Dmz.Hist : icmp { port icmp }
  flow Dmz.Jump -> Control.Drive : ssh
  flow Dmz.Jump -> Control.Plc1 : ssh { until 2026-01-01 }
  flow Dmz.Jump -> Control.Plc2 : ssh { is proposed because "seen on 3 days" }
}
`;

describe('iacs export rules', () => {
    it('writes what the declared flows need, and no reader finds more or less in it', () =>
        withFiles({ 'main.iacs': plant }, cwd => {
            for (const as of ['fortios', 'asa', 'csv']) {
                const { code, stderr } = iacs(
                    ['export', 'rules', '--device', 'K.Fw', '--as', as, '--today', '2026-06-01', '-o', `fw.${as}`],
                    { cwd },
                );
                assert.equal(code, 0, stderr);
                const { stdout } = iacs(
                    ['reconcile', '--ruleset', `K.Fw=fw.${as}`, '--format', 'json', '--today', '2026-06-01'],
                    { cwd },
                );
                const [model] = (
                    JSON.parse(stdout) as {
                        models: {
                            flows: { configured: string; proposed: boolean }[];
                            rules: { label: string; class: string }[];
                        }[];
                    }
                ).models;
                assert.deepEqual(
                    model!.flows.map(each => (each.proposed ? `proposed: ${each.configured}` : each.configured)),
                    ['yes', 'yes', 'yes', 'unknown', 'no', 'proposed: no'],
                    `${as} ${JSON.stringify(model!.flows)}`,
                );
                assert.deepEqual([...new Set(model!.rules.map(each => each.class))], ['documented'], as);
            }
        }));

    it('takes no number of a policy that a FortiGate has', () =>
        withFiles({ 'main.iacs': plant }, cwd => {
            const { stdout } = iacs(
                ['export', 'rules', '--device', 'K.Fw', '--as', 'fortios', '--today', '2026-06-01'],
                { cwd },
            );
            const policies = stdout.slice(stdout.indexOf('config firewall policy\n'));
            assert.ok(policies.split('    edit ').length > 2);
            assert.deepEqual([...new Set(policies.match(/^ {4}edit .*/gm))], ['    edit 0']);
            assert.match(stdout, /adds a policy after those that are there: move it before one that decides first/);
        }));

    it('writes names that firewalls take, and says of which members, ports and kinds of addresses no rule is', () =>
        withFiles(
            {
                'main.iacs': `system Plant
zone Cell { kind control
  asset Plc : plc { address 10.10.2.11 }
  asset Drive : drive
}
zone Dmz { kind dmz network 10.20.5.0/24
  asset Hist : historian { address 10.20.5.10 }
  asset Six : server { address 2001:db8::1 }
}
conduit K between Cell and Dmz {
  via Fw-Süd
  asset Fw-Süd : firewall { serves Cell, Dmz }
  flow Dmz.Hist -> Cell : https
  flow Dmz.Hist -> Cell.Plc : opc-classic
  flow Dmz.Six -> Cell.Plc : https
}
`,
            },
            cwd => {
                const { stdout, stderr } = iacs(['export', 'rules', '--device', 'K.Fw-Süd', '--as', 'asa'], { cwd });
                assert.match(stdout, /^access-group iacs_Fw_S_d global$/m);
                assert.deepEqual(stderr.trim().split('\n'), [
                    'not written: Dmz.Hist -> Cell : https: for Cell.Drive, of which no address is known',
                    'not written: Dmz.Hist -> Cell.Plc : opc-classic: on the ports that its sessions choose: the device ' +
                        'has to follow them',
                    'not written: Dmz.Six -> Cell.Plc : https: its ends have addresses of different kinds',
                ]);
            },
        ));

    it('says what no rule is written for, and what ports cannot enforce', () =>
        withFiles({ 'main.iacs': plant }, cwd => {
            const { stdout, stderr } = iacs(['export', 'rules', '--device', 'K.Fw', '--today', '2026-06-01'], { cwd });
            assert.deepEqual(stderr.trim().split('\n'), [
                'not written: Dmz.Jump -> Control.Drive : ssh: no address of Control.Drive is known',
                'not written: Dmz.Jump -> Control.Plc1 : ssh: it was allowed until 2026-01-01',
                'not written: Dmz.Jump -> Control.Plc2 : ssh: it is proposed, and not decided',
                'not enforced: Dmz.Hist -> Control : opc-ua, modbus-tcp has access read, which a filter by ports ' +
                    'cannot tell from other access',
            ]);
            assert.match(
                stdout,
                /ip6 saddr 2001:db8:5::10 ip6 daddr 2001:db8:2::12 meta l4proto \. th dport \{ tcp \. 502, tcp \. 4840, tcp \. 5000-5010, udp \. 161 \} ct state new accept comment/,
            );
            for (const [args, message] of [
                [[], /Name the firewall: --device ID\. \w+ has K\.Fw\./],
                [['--device', 'Fw'], /There is no asset Fw\. Did you mean K\.Fw\?/],
                [
                    ['--device', 'Dmz.Jump'],
                    /No conduit names Dmz\.Jump as its boundary device with via\. \w+ has K\.Fw\./,
                ],
                [['--device', 'K.Fw', '--as', 'pf'], /--as is one of/],
            ] as const) {
                const refused = iacs(['export', 'rules', ...args], { cwd });
                assert.equal(refused.code, 2);
                assert.match(refused.stderr, message);
            }
        }));

    it('says in every format which flows are not there on the day, and why', () =>
        withFiles(
            {
                'main.iacs': `system Plant
zone Control { kind control network 10.10.2.0/24
  asset Plc1 : plc { address 10.10.2.11 }
  asset Plc9 : plc { address 10.10.2.19 planned for 2027-01-01 }
}
zone Dmz { kind dmz network 10.20.5.0/24
  asset Hist : historian { address 10.20.5.10 }
  asset Old : server { address 10.20.5.30 }
}
zone New { kind operations network 10.30.0.0/24 planned for 2026-09-01
  asset Ews : engineering-station { address 10.30.0.5 }
}
conduit K between Control and Dmz {
  via Fw
  asset Fw : firewall { address 10.10.2.1, 10.20.5.1 serves Control, Dmz }
  flow Dmz.Hist -> Control.Plc1 : opc-ua
  flow Dmz.Hist -> Control.Plc1 : ssh { planned for 2026-07-01 }
  flow Dmz.Hist -> Control.Plc9 : opc-ua
  flow Dmz.Old -> Control.Plc1 : https { retired on 2026-05-01 }
}
conduit N between New and Control {
  via K.Fw
  flow New.Ews -> Control.Plc1 : s7comm
}
conduit Later between Control and Dmz {
  via Fw2
  planned for 2026-08-01
  asset Fw2 : firewall { serves Control, Dmz }
  flow Dmz.Hist -> Control.Plc1 : modbus-tcp
}
`,
            },
            cwd => {
                const remarks = [
                    'not written: Dmz.Hist -> Control.Plc1 : ssh: it is planned for 2026-07-01',
                    'not written: Dmz.Hist -> Control.Plc9 : opc-ua: Control.Plc9 is planned for 2027-01-01',
                    'not written: Dmz.Old -> Control.Plc1 : https: it is retired on 2026-05-01',
                    'not written: New.Ews -> Control.Plc1 : s7comm: New is planned for 2026-09-01',
                ];
                const run = (...args: readonly string[]) =>
                    iacs(['export', 'rules', '--device', 'K.Fw', '--today', '2026-06-01', ...args], { cwd });
                for (const as of ['nft', 'fortios', 'asa', 'csv']) {
                    const { stdout, stderr } = run('--as', as);
                    assert.deepEqual(stderr.trim().split('\n'), remarks, as);
                    for (const remark of remarks) assert.ok(stdout.includes(remark), `${as}: ${remark}`);
                }
                const later = run('--today', '2026-09-01').stderr.trim().split('\n');
                assert.deepEqual(later, [remarks[1], remarks[2]]);
                const absent = run('--device', 'Later.Fw2');
                assert.equal(absent.code, 2);
                assert.match(absent.stderr, /Later\.Fw2 is not in the plant on 2026-06-01:/);
            },
        ));

    it('permits nothing of which it is not known how long it is allowed or there, and says what was not understood', () => {
        const flows = [
            'flow Dmz.Jump -> Control.Plc1 : ssh { until 2026-02-30 }',
            'flow Dmz.Jump -> Control.Plc1 : https { until ~2027-02-28 }',
            'flow Dmz.Jump -> Control.Plc1 : modbus-tcp { planned for 2026-02-31 }',
            'flow Dmz.Hist -> Control.Plc1 : opc-ua',
        ];
        const text = plant.replace(/^ {2}flow [^]*^\}$/m, `${flows.map(flow => `  ${flow}\n`).join('')}}`);
        withFiles({ 'main.iacs': text }, cwd => {
            for (const as of ['nft', 'fortios', 'asa', 'csv']) {
                const { code, stdout } = iacs(
                    ['export', 'rules', '--device', 'K.Fw', '--as', as, '--today', '2026-06-01'],
                    { cwd },
                );
                assert.equal(code, 2);
                for (const said of [
                    '3 places of the text were not understood: what is written there is missing here',
                    'not written: Dmz.Jump -> Control.Plc1 : ssh: the day until which it is allowed cannot be read',
                    'not written: Dmz.Jump -> Control.Plc1 : https: the day until which it is allowed cannot be read',
                    'not written: Dmz.Jump -> Control.Plc1 : modbus-tcp: the day from or until which it is there cannot be read',
                ])
                    assert.equal(stdout.split(said).length, 2, `${as}: ${said}\n${stdout}`);
                assert.match(stdout, /4840/);
                assert.doesNotMatch(stdout.replace(/^.*not written.*$/gm, ''), /\b(?:22|443|502)\b/);
            }
        });
    });
});
