import assert from 'node:assert/strict';
import { collection, flowsOf, permitted, plant, read, rulesOf, sighting, trafficOf } from './support/as-found.ts';
import { load } from './support/load.ts';

describe('declared, configured and observed', () => {
    it('give a flow one class', () => {
        const ask = (rules: string | undefined, seen: string | undefined, flows = collection): string[] =>
            flowsOf(
                plant({ flows, ...(rules === undefined ? {} : { rules }), ...(seen === undefined ? {} : { seen }) }),
            );
        assert.deepEqual(ask('  blocks any -> any : any', sighting), ['no past-boundary']);
        assert.deepEqual(ask('  blocks any -> any : any', undefined), ['no not-permitted']);
        assert.deepEqual(ask('  blocks any -> any : any', sighting.replace('used', 'tried')), ['no not-permitted']);
        assert.deepEqual(ask(permitted, ''), ['yes never-seen']);
        assert.deepEqual(ask(permitted, sighting.replace('used', 'tried')), ['yes never-seen']);
        assert.deepEqual(ask(permitted, sighting), ['yes healthy']);
        assert.deepEqual(ask(permitted, undefined), ['yes healthy']);
        assert.deepEqual(ask(undefined, ''), ['unknown never-seen']);
        assert.deepEqual(ask(undefined, undefined), ['unknown unknown']);
        assert.deepEqual(ask(permitted.replace('"1"', '"1" { when "user group Contractors" }'), sighting), [
            'not-assessable not-assessable',
        ]);
        assert.deepEqual(
            ask(
                undefined,
                sighting,
                collection.replace(' : opc-ua', ' : opc-ua').replace('"Collection"', '{ is proposed }'),
            ),
            [],
        );
    });

    it('ask all that a flow needs: members of a zone, several protocols, both directions', () => {
        const ask = (flow: string, rules: string): string[] => flowsOf(plant({ flows: `  flow ${flow}`, rules }));
        assert.deepEqual(
            ask('Dmz.Hist -> Control : opc-ua', '  permits 10.20.5.10 -> 10.10.2.0/24 : tcp 4840'),
            ['yes healthy'],
            'a member without an address says nothing',
        );
        assert.deepEqual(ask('Dmz.Hist -> Control : opc-ua', permitted), ['partly not-permitted']);
        assert.deepEqual(ask('Dmz.Hist -> Control.Plc1 : opc-ua, https', permitted), ['partly not-permitted']);
        assert.deepEqual(ask('Dmz.Hist -> Control.Plc1 : opc-ua { port tcp 62541 }', permitted), ['no not-permitted']);
        assert.deepEqual(ask('Dmz.Hist <-> Control.Plc1 : opc-ua', permitted), ['partly not-permitted']);
        assert.deepEqual(ask('Control.Plc1 -- Dmz.Hist : opc-ua', permitted), ['yes healthy']);
        assert.deepEqual(
            ask('Dmz.Hist -> Control.Drive : opc-ua', permitted),
            ['unknown unknown'],
            'without an address nobody knows',
        );
        assert.deepEqual(
            read(plant({ flows: '  flow Dmz.Hist -> Control.Plc1 : hardwired-io', rules: permitted })).withoutPorts
                .length,
            1,
        );
    });

    it('ask every device on the way', () => {
        const second = (rules: string): string =>
            plant({
                flows: collection.replace('flow', 'via Fw2\n  asset Fw2 : firewall { serves Control, Dmz }\n  flow'),
                rules: permitted,
                more: rules,
            });
        assert.deepEqual(flowsOf(second('')), ['unknown unknown']);
        assert.deepEqual(flowsOf(second('ruleset S { device K.Fw2 blocks any -> any : any }')), ['no not-permitted']);
        assert.deepEqual(flowsOf(second(`ruleset S { device K.Fw2\n${permitted} }`)), ['yes healthy']);
        assert.deepEqual(
            flowsOf(second(`ruleset S { device K.Fw2\n${permitted.replace('"1"', '"1" { when "x" }')} }`)),
            ['not-assessable not-assessable'],
        );
    });

    it('give a rule one class, and join it with the flow that it nearly is', () => {
        const ask = (rules: string, flows = collection, seen?: string): string[] =>
            rulesOf(plant({ flows, rules, ...(seen === undefined ? {} : { seen }) }));
        assert.deepEqual(ask(permitted), ['1 documented']);
        assert.deepEqual(ask('  permits 10.20.5.0/24 -> 10.10.2.11 : tcp 4840 "1"'), ['1 wider']);
        assert.deepEqual(ask('  permits 10.20.5.20 -> 10.10.2.12 : tcp 22 "1"'), ['1 undocumented']);
        assert.deepEqual(
            ask(
                '  permits 10.20.5.20 -> 10.10.2.12 : tcp 22 "1"',
                collection,
                '  saw 10.20.5.20 -> 10.10.2.12 : tcp 22 used',
            ),
            ['1 undocumented used'],
        );
        assert.deepEqual(ask('  permits 10.20.5.20 -> 10.10.2.11 : tcp 4840 "1"'), ['1 differs in from']);
        assert.deepEqual(ask('  permits 10.20.5.10 -> 10.10.2.11 : tcp 4841 "1"'), ['1 differs in service']);
        assert.deepEqual(
            ask('  permits 10.20.5.10 -> 10.10.2.11 : tcp 4841 "1"\n  permits 10.20.5.10 -> 10.10.2.12 : tcp 4840 "2"'),
            ['1 undocumented', '2 undocumented'],
            'two candidates are none',
        );
        assert.deepEqual(ask('  permits any -> any : any "1" { when "a schedule" }'), ['1 not-assessable']);
        assert.deepEqual(
            ask('  permits any -> any : any "1" { is established }\n  permits any -> any : any "2" { is disabled }'),
            [],
        );
        assert.deepEqual(
            ask('  blocks 10.20.5.20 -> any : any "0"\n  permits 10.20.5.10, 10.20.5.20 -> 10.10.2.11 : tcp 4840 "1"'),
            ['1 documented'],
            'what an earlier rule blocks is not permitted',
        );
        const all = `${collection}\n  flow Dmz.Jump -> Control.Plc1 : opc-ua`;
        assert.deepEqual(
            ask('  permits 10.20.5.10, 10.20.5.20 -> 10.10.2.11 : tcp 4840 "1"', all),
            ['1 documented'],
            'by all flows together',
        );
        const [wide] = read(plant({ flows: collection, rules: '  permits any -> 10.10.2.11 : tcp 4840 "1"' })).rules;
        assert.deepEqual(wide!.width, { side: 'from', of: 512, covered: 1 }, 'any is cut to the networks of the model');
    });

    it('say of traffic what no flow declares', () => {
        const ask = (seen: string, rules?: string): string[] =>
            trafficOf(plant({ flows: collection, seen, ...(rules === undefined ? {} : { rules }) }));
        assert.deepEqual(ask('  saw 10.20.5.20 -> 10.10.2.11 : tcp 22 used'), [
            'Dmz.Jump -> Control.Plc1 undocumented unknown K',
        ]);
        assert.deepEqual(ask('  saw 10.20.5.20 -> 10.10.2.11 : tcp 22 used', permitted), [
            'Dmz.Jump -> Control.Plc1 past-boundary no K',
        ]);
        assert.deepEqual(ask('  saw 10.20.5.20 -> 10.10.2.11 : tcp 22 used', '  permits any -> any : tcp 22'), [
            'Dmz.Jump -> Control.Plc1 undocumented yes K',
        ]);
        assert.deepEqual(ask('  saw 10.20.5.20 -> 10.10.2.11 : tcp 22 tried'), [
            'Dmz.Jump -> Control.Plc1 attempt unknown K',
        ]);
        assert.deepEqual(
            ask('  saw "00:1b:1b:00:00:07" -> 10.10.2.11 : tcp 22 used'),
            ['Dmz.Jump -> Control.Plc1 undocumented unknown K'],
            'by its MAC address',
        );
        assert.deepEqual(
            ask('  saw "Jump" -> 10.10.2.11 : tcp 22 used'),
            ['Dmz.Jump -> Control.Plc1 undocumented unknown K'],
            'by its name',
        );
        assert.deepEqual(ask('  saw 10.10.2.99 -> any : any scanned'), ['10.10.2.99 -> any scan unknown undefined']);
        assert.deepEqual(ask(sighting), [], 'what is declared');
        assert.deepEqual(ask(sighting.replace('-> 10', '-- 10')), [], 'of which the opener is not known');
        assert.deepEqual(ask('  saw 10.10.2.11 -> 10.10.2.12 : tcp 502 used'), [], 'inside of a zone');
        assert.deepEqual(ask('  saw 10.10.2.11 -> 141.81.0.9 : tcp 502 used'), [
            'Control.Plc1 -> 141.81.0.9 undocumented unknown undefined',
        ]);
        const counted = read(
            plant({
                flows: collection,
                seen: '  saw 10.10.2.11 -> 10.10.2.12 : tcp 502 used\n  saw 1.1.1.1 -> 2.2.2.2 : tcp 80 used',
            }),
        ).observations[0]!;
        assert.deepEqual([counted.insideZone, counted.outsideModel, counted.ambiguous], [1, 1, 0]);
        assert.deepEqual(
            read(plant({ flows: collection, seen: '  saw 10.10.2.77 -> 10.10.2.11 : tcp 502 used' })).hosts.map(
                host => `${host.address} ${host.zone.id}`,
            ),
            ['10.10.2.77 Control'],
        );
    });

    it('have fixes that propose, choose, or leave a place', () => {
        const titles = (text: string, rule: string): string[] =>
            load(text)
                .findings.filter(each => each.rule === rule)
                .flatMap(({ fixes }) => fixes.map(({ kind, title }) => `${kind}: ${title}`));
        const flows = '  flow Dmz.Hist -> Control.Plc1 : opc-ua';
        const rule = (text: string): string => plant({ flows, rules: `  ${text}` });
        assert.deepEqual(
            titles(rule('permits any -> 10.10.2.11 : tcp 22 "1" { enters "port2" }'), 'rule-not-assessable'),
            ['claim: State that Fw faces Control by port2…', 'claim: State that Fw faces Dmz by port2…'],
        );
        assert.deepEqual(
            titles(rule('permits 10.20.5.20 -> 10.10.2.11, 10.10.2.12 : tcp 22 "1"'), 'rule-undocumented'),
            ['claim: Propose 2 flows for it…'],
        );
        // What reaches beyond the model, or is no session with ports, is for people to say.
        for (const some of [
            'permits any -> 10.10.2.11 : tcp 22',
            'permits 10.20.5.20 -> 10.10.2.11 : any',
            'permits 10.20.5.20 -> 192.0.2.7 : tcp 22',
        ])
            assert.deepEqual(titles(rule(`${some} "1"`), 'rule-undocumented'), [], some);
        assert.deepEqual(titles(rule('permits 10.20.5.10 -> 10.10.2.12 : tcp 4840 "1"'), 'rule-differs-from-flow'), [
            'fix: Change the flow to the rule: to Control.Plc2',
        ]);
        assert.deepEqual(titles(rule('permits 10.20.5.10 -> 10.10.2.11 : tcp 8443 "1"'), 'rule-differs-from-flow'), [
            'fix: Change the flow to the rule: port tcp 8443',
        ]);
    });

    it('never propose a flow in bulk: that it is needed is a claim', () => {
        const { findings } = load(plant({ seen: '  saw 10.20.5.20 -> 10.10.2.11 : tcp 22 "ssh" used on 19 days' }));
        const fix = findings.find(finding => finding.rule === 'traffic-undocumented')!.fixes[0]!;
        assert.equal(fix.kind, 'claim');
        assert.deepEqual(fix.kind === 'claim' && fix.fill, ['seen on 19 days']);
    });

    it('take 5,000 rules and 5,000 flows', () => {
        const hosts = Array.from({ length: 5000 }, (_, at) => `10.${20 + Math.floor(at / 250)}.${at % 250}.9`);
        const text = `system Plant\nzone A { network 10.0.0.0/8\n${hosts.map((host, at) => `  asset H${at} : server { address ${host} }\n`).join('')}}\nzone B { network 192.168.0.0/16\n  asset S : server { address 192.168.0.1 } }
conduit K between A and B { via Fw\n  asset Fw : firewall { serves A, B }\n${hosts.map((_, at) => `  flow A.H${at} -> B.S : https { port tcp ${1000 + at} }\n`).join('')}}
ruleset R { device K.Fw\n${hosts.map((host, at) => `  permits ${host} -> 192.168.0.1 : tcp ${1000 + at} "${at}"\n`).join('')}}\n`;
        const { flows, rules } = read(text);
        assert.equal(flows.filter(each => each.class === 'healthy').length, 5000);
        assert.equal(rules.filter(each => each.class === 'documented').length, 5000);
    });
});

describe('a flow over a protocol without a port', () => {
    const flow = (protocol: string): string =>
        plant({ flows: `  flow Dmz.Hist -> Control.Plc1 : ${protocol}`, rules: permitted });
    const answer = (text: string): readonly unknown[] => {
        const { flows, withoutPorts } = read(text);
        return [flows.map(each => `${each.configured} ${each.class}`), withoutPorts.length];
    };

    it('is left aside only where the protocol runs over neither TCP nor UDP', () => {
        for (const protocol of ['modbus-rtu', 'iec61850-goose', 'hardwired-io', 'wirelesshart', 'gre'])
            assert.deepEqual(answer(flow(protocol)), [[], 1], protocol);
        const own = 'protocol Line "Serial line" { class ot security none is serial }\n';
        assert.deepEqual(answer(flow('Line') + own), [[], 1]);
    });

    it('is not decided where the port is not known', () => {
        for (const protocol of ['tsaa', 'safeethernet', 'rasta', 'proprietary-unknown'])
            assert.deepEqual(answer(flow(protocol)), [['unknown unknown'], 0], protocol);
        const own = 'protocol Own "Own protocol" { class ot security none }\n';
        assert.deepEqual(answer(flow('Own') + own), [['unknown unknown'], 0]);
    });
});
