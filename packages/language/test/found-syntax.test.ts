import assert from 'node:assert/strict';
import { conversationText, ruleText } from '../src/model/index.ts';
import { formatText } from '../src/syntax/index.ts';
import { load } from './support/load.ts';

const plant = `system Plant
zone Control { network 10.10.2.0/24
  asset Plc : plc
}
zone Dmz { network 10.20.5.0/24 }
conduit K between Control and Dmz {
  via Fw
  asset Fw : firewall { serves Control, Dmz }
  flow Dmz -> Control : https { is proposed because "seen on 19 of 20 days" }
}
`;
const rules = `ruleset Fw1Rules "Plant firewall" {
  device K.Fw
  exported 2026-11-20
  source "fw1.conf"
  permits 10.20.5.10 -> 10.10.2.30 : tcp 4840 "12 Historian"
  permits 10.20.5.0/24, 10.20.6.7-10.20.6.9 -> any : tcp 80, 443, udp 53 "17 Patching" { enters "port2" leaves not "port3" }
  permits 2001:db8::1-2001:db8::ff -> 2001:db8:1::/48 : icmp, ip 47, 50-51 "18 Service" {
    when "user group Contractors"
    is disabled
  }
  blocks any -> any : any "99"
}
`;
const seen = `observation CellTap "Mirror port of the cell switch" {
  sees Control, Dmz
  since 2026-10-01
  until 2026-10-20
  source "conn.log"
  saw 10.10.2.20 -> 10.10.2.10 : tcp 102 "s7comm" used on 19 days, 2026-10-01 to 2026-10-20
  saw 10.10.2.30 "hist" -- 8.8.8.8 : udp 53 tried on 20 days, 2026-10-01 to 2026-10-20 {
    sessions 40
    bytes 1200
  }
  saw "00:1b:1b:00:00:07" -> 10.10.2.10 : tcp 502 "modbus" used { access write }
  saw 10.10.2.99 -> any : any scanned on 1 days, 2026-10-07 to 2026-10-07
}
`;

const problemsOf = (text: string): string[] =>
    load(plant + text).problems.map(problem => `${problem.kind}: ${problem.message}`);

describe('rulesets and observations', () => {
    it('are read with every part', () => {
        const { model, problems } = load(plant + rules + seen);
        assert.deepEqual(problems, []);
        const [ruleset] = model.rulesets;
        assert.deepEqual(
            [ruleset!.id, ruleset!.title, ruleset!.devices[0]!.id, ruleset!.exported!.date, ruleset!.source],
            ['Fw1Rules', 'Plant firewall', 'K.Fw', '2026-11-20', 'fw1.conf'],
        );
        assert.deepEqual(
            ruleset!.rules.map(rule => `${ruleText(rule)} / ${rule.label}`),
            [
                'permits 10.20.5.10 -> 10.10.2.30 : tcp 4840 / 12 Historian',
                'permits 10.20.5.0/24, 10.20.6.7-10.20.6.9 -> any : tcp 80, 443, udp 53 enters "port2" leaves ' +
                    'not "port3" / 17 Patching',
                'permits 2001:db8::1-2001:db8::ff -> 2001:db8:1::/48 : icmp, ip 47, 50-51 when "user group ' +
                    'Contractors" is disabled / 18 Service',
                'blocks any -> any : any / 99',
            ],
        );
        const [observation] = model.observations;
        assert.deepEqual(
            observation!.sees.map(each => each.id),
            ['Control', 'Dmz'],
        );
        assert.deepEqual(
            observation!.conversations.map(
                each =>
                    `${conversationText(each)} ${each.outcome} ${each.days} ${each.first?.date} ${each.access} ` +
                    `${each.sessions} ${each.bytes} ${each.protocol}`,
            ),
            [
                '10.10.2.20 -> 10.10.2.10 : tcp 102 used 19 2026-10-01 null null null s7comm',
                '10.10.2.30 "hist" -- 8.8.8.8 : udp 53 tried 20 2026-10-01 null 40 1200 null',
                '"00:1b:1b:00:00:07" -> 10.10.2.10 : tcp 502 used null undefined write null null modbus',
                '10.10.2.99 -> any : any scanned 1 2026-10-07 null null null null',
            ],
        );
        assert.equal(model.flows[0]!.proposed?.because, 'seen on 19 of 20 days');
    });

    it('stay as they are when they are formatted', () => {
        const text = formatText(rules + seen);
        assert.equal(formatText(text), text);
        assert.match(
            text,
            /permits 10\.20\.5\.0\/24, 10\.20\.6\.7-10\.20\.6\.9 -> any : tcp 80, 443, udp 53 "17 Patching" \{/,
        );
        assert.match(
            text,
            /saw 10\.10\.2\.20 -> 10\.10\.2\.10 : tcp 102 "s7comm" used on 19 days, 2026-10-01 to 2026-10-20\n/,
        );
        assert.match(text, /saw 10\.10\.2\.30 "hist" -- 8\.8\.8\.8 : udp 53 tried/);
    });

    it('say what is wrong with a part, and keep the rest', () => {
        const one = (line: string): string[] => problemsOf(`ruleset R {\n  ${line}\n}\n`);
        assert.deepEqual(one('permits Control -> any : tcp 80'), [
            'invalid-value: Control is not an address: write an address, a prefix, a range or any; the model ' +
                'finds what it belongs to.',
        ]);
        assert.deepEqual(one('permits 10.0.0.300 -> any : tcp 80'), [
            'invalid-value: 10.0.0.300 is not an address, a prefix or a range of addresses.',
        ]);
        assert.deepEqual(one('permits 10.0.0.9-10.0.0.1 -> any : tcp 80'), [
            'invalid-value: 10.0.0.9-10.0.0.1 is not an address, a prefix or a range of addresses.',
        ]);
        assert.deepEqual(one('permits any -> any : tpc 80'), [
            'invalid-value: `tpc` is not a service: `tcp`, `udp`, `sctp`, `icmp`, `ip` or `any`; did you mean `tcp`?',
        ]);
        assert.deepEqual(one('permits any -> any : tcp 70000'), [
            'invalid-value: 70000 is not a port or a range of ports, 0 to 65535.',
        ]);
        assert.deepEqual(one('permits any -> any : any 80'), [
            'invalid-value: 80 follows any, which has no ports: write tcp 80.',
        ]);
        assert.deepEqual(one('permits any -> any : ip 300'), [
            'invalid-value: 300 is not a number of an IP protocol, 0 to 255.',
        ]);
        const kept = load(`${plant}ruleset R { permits Control -> 10.0.0.1 : tcp 80 "1" }`).model.rulesets[0]!
            .rules[0]!;
        assert.deepEqual(
            [ruleText(kept), kept.when],
            ['permits any -> 10.0.0.1 : tcp 80 when "a part that is not understood"', 'a part that is not understood'],
        );
        assert.deepEqual(problemsOf('observation O { saw 10.0.0.1 -> 10.0.0.2 : tcp 80 usd }'), [
            'invalid-value: `usd` is not an outcome: `tried`, `answered`, `used` or `scanned`; did you mean `used`?',
        ]);
        assert.match(problemsOf('ruleset R { device K }').join(), /K is a conduit/);
        assert.match(
            problemsOf('permits any -> any : any').join(),
            /`permits` has no meaning at the top of a file; it belongs in a ruleset/,
        );
        assert.match(problemsOf(`ruleset R {\n  permits any -> any : any\n\nzone Next { }\n`).join(), /not closed/i);
    });
});
