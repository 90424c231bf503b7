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
                            flows: { id: string; configured: string }[];
                            rules: { label: string; class: string }[];
                        }[];
                    }
                ).models;
                assert.deepEqual(
                    model!.flows.map(each => each.configured),
                    ['yes', 'yes', 'yes', 'unknown', 'no'],
                    `${as} ${JSON.stringify(model!.flows)}`,
                );
                assert.deepEqual([...new Set(model!.rules.map(each => each.class))], ['documented'], as);
            }
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
});
