import assert from 'node:assert/strict';
import { plant, saved, today, validator } from './support/as-found.ts';
import { iacs, withFiles } from './support/iacs.ts';

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

describe('iacs rehearse, at a firewall of a carrier', () => {
    const main = `system S
zone A { network 10.0.1.0/24
  asset P : plc {
    address 10.0.1.10
    is essential
  }
}
zone B { network 10.0.2.0/24
  asset Q : server { address 10.0.2.10 }
}
zone K1 { network 198.51.100.0/24 }
zone K2 { network 203.0.113.0/24 }
conduit T between A and B {
  via G1, G2
  over K1, K2
  asset G1 : vpn-gateway { serves A, K1 address 10.0.1.1 in A, 198.51.100.1 in K1 }
  asset G2 : vpn-gateway { serves B, K2 address 10.0.2.1 in B, 203.0.113.2 in K2 }
  flow A.P -> B.Q : https
}
conduit KK between K1 and K2 {
  via Kf
  asset Kf : firewall { serves K1, K2 address 198.51.100.254 in K1, 203.0.113.254 in K2 }
}
`;
    const today = `ruleset R { device KK.Kf
  permits 198.51.100.1 -> 203.0.113.2 : udp 500, 4500 "tunnel"
}
`;
    const rules = (services: string, from = 'any'): string =>
        `No,Source,Destination,Service,Action\n1,${from},any,"${services}",permit\n9,any,any,any,deny\n`;
    const ask = (text: string, file: string): readonly [number | null, string] => {
        let answer: readonly [number | null, string] = [null, ''];
        withFiles({ 'main.iacs': text, 'new.csv': file }, cwd => {
            const { code, stdout } = iacs(['rehearse', '--ruleset', 'KK.Kf=new.csv'], { cwd });
            answer = [code, stdout.split('\n').slice(0, 3).join(' | ')];
        });
        return answer;
    };

    it('names what is carried by a tunnel that the new rules stop', () => {
        const flow = 'A.P -> B.Q : https (T): essential, declared';
        const tunnel = 'in a tunnel that passes there';
        const none = 'There is no observation: undeclared traffic is not known.';
        assert.deepEqual(ask(main + today, rules('tcp 443')), [
            1,
            `1 would stop at KK.Kf: |   ${flow}, before: yes, ${tunnel} | ${none}`,
        ]);
        assert.deepEqual(ask(main + today, rules('udp 500, udp 4500', '198.51.100.9')), [
            1,
            `1 would stop at KK.Kf: |   ${flow}, before: yes, ${tunnel} | ${none}`,
        ]);
        assert.deepEqual(ask(main, rules('udp 500', '198.51.100.9')), [
            1,
            `1 would stop at KK.Kf: |   ${flow}, before: unknown, ${tunnel} | ${none}`,
        ]);
        const [code, text] = ask(main + today, rules('udp 500'));
        assert.equal(code, 0);
        assert.match(text, /^Nothing that can be evaluated would stop .* \| 1 cannot be compared .*before: yes/);
        assert.deepEqual(ask(main + today, rules('udp 500, udp 4500')), [
            0,
            `Nothing that is declared or was seen would stop at KK.Kf. | ${none} | `,
        ]);
    });
});
