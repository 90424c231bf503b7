import assert from 'node:assert/strict';
import { reconcile } from '../src/reconcile/index.ts';
import { readSettings } from '../src/settings/index.ts';
import { load } from './support/load.ts';

/** A plant with two zones, a firewall between them, and what is said of its rules and its traffic. */
function plant({
    flows = '',
    rules,
    seen,
    more = '',
    device = '',
}: {
    flows?: string;
    rules?: string;
    seen?: string;
    more?: string;
    device?: string;
}): string {
    return `system Plant
zone Control { kind control network 10.10.2.0/24
  asset Plc1 : plc { address 10.10.2.11 }
  asset Plc2 : plc { address 10.10.2.12 }
  asset Drive : drive { address dhcp }
}
zone Dmz { kind dmz network 10.20.5.0/24
  asset Hist : historian { address 10.20.5.10 }
  asset Jump : jump-host { address 10.20.5.20 mac "00:1b:1b:00:00:07" }
}
conduit K between Control and Dmz {
  via Fw
  asset Fw : firewall { address 10.10.2.1, 10.20.5.1 serves Control, Dmz ${device} }
${flows}
}
${rules === undefined ? '' : `ruleset R {\n  device K.Fw\n${rules}\n}\n`}${seen === undefined ? '' : `observation O {\n  sees Control, Dmz\n  since 2026-01-01\n  until 2026-06-01\n${seen}\n}\n`}${more}`;
}

function read(text: string): ReturnType<typeof reconcile> {
    const loaded = load(text);
    assert.deepEqual(
        loaded.problems.map(problem => problem.message),
        [],
    );
    return reconcile(loaded.lookup, { staleAfter: 90 });
}

const flowsOf = (text: string): string[] =>
    read(text).flows.map(each => `${each.configured} ${each.class}${each.beyondAccess ? ' beyond' : ''}`);
const rulesOf = (text: string): string[] =>
    read(text).rules.map(
        each =>
            `${each.rule.label} ` +
            `${each.class}${each.differsIn ? ` in ${each.differsIn}` : ''}${each.used ? ' used' : ''}`,
    );
const trafficOf = (text: string): string[] =>
    read(text).traffic.map(
        each =>
            `${each.from.asset?.id ?? each.from.text} -> ${each.to.asset?.id ?? each.to.text} ${each.class} ` +
            `${each.configured} ${each.conduit?.id}`,
    );

const collection = '  flow Dmz.Hist -> Control.Plc1 : opc-ua "Collection"';
const permitted = '  permits 10.20.5.10 -> 10.10.2.11 : tcp 4840 "1"';
const sighting = '  saw 10.20.5.10 -> 10.10.2.11 : tcp 4840 used on 19 days, 2026-01-02 to 2026-05-30';

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

    it('hold the function that was seen against the access that is declared', () => {
        const ask = (access: string, seen: string): string[] =>
            flowsOf(
                plant({
                    flows: `  flow Dmz.Hist -> Control.Plc1 : opc-ua { access ${access} }`,
                    seen: `${sighting} { access ${seen} }`,
                }),
            );
        assert.deepEqual(ask('read', 'write'), ['unknown healthy beyond']);
        assert.deepEqual(ask('write', 'write'), ['unknown healthy']);
        assert.deepEqual(ask('program', 'read'), ['unknown healthy']);
    });

    it('need days without a gap to say that something was never seen', () => {
        const watch = (...spans: readonly [string, string][]): string[] =>
            flowsOf(
                plant({
                    flows: collection,
                    more: spans
                        .map(([since, until], at) => `observation O${at} { sees Dmz since ${since} until ${until} }`)
                        .join('\n'),
                }),
            );
        assert.deepEqual(watch(['2026-01-01', '2026-03-31']), ['unknown never-seen'], '90 days');
        assert.deepEqual(watch(['2026-01-01', '2026-03-30']), ['unknown unknown']);
        assert.deepEqual(watch(['2026-02-01', '2026-03-31'], ['2026-01-01', '2026-01-31']), ['unknown never-seen']);
        assert.deepEqual(
            watch(['2026-02-02', '2026-03-31'], ['2026-01-01', '2026-01-31']),
            ['unknown unknown'],
            'a day is missing',
        );
    });

    it('need a sensor at the zone itself: one in a nested zone does not see it, nor the other way round', () => {
        const ask = (...seen: readonly [string, string, string][]): string[] =>
            flowsOf(`system N
zone Outer { network 10.1.0.0/16
  asset P : plc { address 10.1.0.5 }
  zone Inner { network 10.1.9.0/24 asset Q : plc { address 10.1.9.5 } }
}
zone Other { network 10.2.0.0/16 asset S : server { address 10.2.0.5 } }
conduit K between Other and Outer { via F
  asset F : firewall { serves Other, Outer }
  flow Other.S -> Outer.P : opc-ua
  flow Other.S -> Outer.Inner.Q : opc-ua
  flow Other.S -> Outer : https
}
${seen.map(([zones, since, until], at) => `observation O${at} { sees ${zones} since ${since} until ${until} }\n`).join('')}`).map(
                each => each.split(' ')[1]!,
            );
        assert.deepEqual(ask(['Outer.Inner', '2026-01-01', '2026-06-01']), ['unknown', 'never-seen', 'unknown']);
        assert.deepEqual(ask(['Outer', '2026-01-01', '2026-06-01']), ['never-seen', 'unknown', 'unknown']);
        const both = ['never-seen', 'never-seen', 'never-seen'];
        assert.deepEqual(ask(['Outer, Outer.Inner', '2026-01-01', '2026-06-01']), both);
        assert.deepEqual(ask(['Other', '2026-01-01', '2026-06-01']), both);
        assert.deepEqual(
            ask(['Outer', '2026-01-01', '2026-06-01'], ['Outer.Inner', '2026-05-01', '2026-09-01']),
            ['never-seen', 'never-seen', 'unknown'],
            'they look together for 32 days',
        );
    });

    it('say of an asset without a fixed address that it was never seen only where no stranger may be it', () => {
        const ask = (flow: string, seen: string): string[] =>
            flowsOf(plant({ flows: `  flow ${flow}`, seen: `  saw ${seen} on 3 days, 2026-01-01 to 2026-01-03` }));
        const flow = 'Dmz.Hist -> Control.Drive : https';
        assert.deepEqual(ask(flow, '10.20.5.10 -> 10.10.2.99 : tcp 443 used'), ['unknown unknown']);
        assert.deepEqual(ask(flow, '10.20.5.10 -> 10.10.2.99 : tcp 443 tried'), ['unknown never-seen']);
        assert.deepEqual(ask(flow, '10.20.5.10 -> 10.10.2.99 : tcp 80 used'), ['unknown never-seen']);
        assert.deepEqual(ask(flow, '10.10.2.99 -> 10.20.5.10 : tcp 443 used'), ['unknown never-seen']);
        assert.deepEqual(ask(flow, '10.10.2.99 -- 10.20.5.10 : tcp 443 used'), ['unknown unknown']);
        assert.deepEqual(ask(flow, '10.20.5.10 -> 10.20.5.99 : tcp 443 used'), ['unknown never-seen'], 'another zone');
        assert.deepEqual(ask(flow, '10.20.5.99 -> 10.10.2.99 : tcp 443 used'), ['unknown never-seen'], 'another host');
        // The zone has members without an address and a network: its strangers are its own.
        assert.deepEqual(ask('Dmz.Hist -> Control : https', '10.20.5.10 -> 10.10.2.99 : tcp 443 used'), [
            'unknown healthy',
        ]);
        assert.deepEqual(ask('Dmz.Hist <-> Control.Drive : https', '10.10.2.99 -> 10.20.5.10 : tcp 443 used'), [
            'unknown unknown',
        ]);
        const far = (network: string): string =>
            `system P\nzone Far ${network}{ asset Valve : actuator }\nzone Near { network 10.1.0.0/24\n` +
            '  asset Server : server { address 10.1.0.5 }\n}\nconduit K between Far and Near { via F\n' +
            '  asset F : firewall { serves Far, Near }\n  flow Near.Server -> Far.Valve : modbus-tcp\n}\n' +
            'observation O { sees Near since 2026-01-01 until 2026-06-01\n' +
            '  saw 10.1.0.5 -> 172.16.0.9 : tcp 502 used on 1 days, 2026-01-01 to 2026-01-01 }\n';
        assert.deepEqual(flowsOf(far('')), ['unknown unknown'], 'its network is not known');
        assert.deepEqual(flowsOf(far('').replace('zone Far { ', 'zone Far { network 10.2.0.0/24 ')), [
            'unknown never-seen',
        ]);
    });

    it('take what `over` declares for a tunnel: its carriers see its ends, and nothing inside of it', () => {
        const text = (over: string): string =>
            'system P\nzone A { network 10.1.0.0/24 asset X : plc { address 10.1.0.11 } }\n' +
            'zone B { network 10.2.0.0/24 asset Y : server { address 10.2.0.11 } }\n' +
            'zone Net1 { network 192.0.2.0/24 }\nzone Net2 { network 198.51.100.0/24 }\n' +
            'conduit Carrier between Net1 and Net2 { via F asset F : firewall { serves Net1, Net2 } }\n' +
            `conduit T between A and B { ${over} via G, H\n` +
            'asset G : vpn-gateway { serves A, Net1 address 10.1.0.1, 192.0.2.10 }\n' +
            'asset H : vpn-gateway { serves B, Net2 address 10.2.0.1, 198.51.100.20 }\n' +
            'flow A.X -> B.Y : opc-ua }\n' +
            'ruleset R { device Carrier.F\npermits 192.0.2.10 -> 198.51.100.20 : udp 4500 "1" }\n' +
            'observation O { sees Net1 since 2026-01-01 until 2026-05-30\n' +
            'saw 192.0.2.10 -> 198.51.100.20 : udp 4500 "ipsec" used on 90 days, 2026-01-01 to 2026-05-30 }\n';
        const carried = text('over Net1, Net2');
        assert.deepEqual([trafficOf(carried), rulesOf(carried)], [[], ['1 documented']]);
        assert.equal(read(carried).flows[0]!.observed.visible, false);
        assert.deepEqual(rulesOf(text('')), ['1 undocumented used']);
        assert.equal(trafficOf(text('')).length, 1);
    });

    it('count what goes to groups and to all hosts of a network, and judge nothing of it', () => {
        const seen = ['224.0.0.251', '255.255.255.255', '10.10.2.255', '10.20.5.255', '10.99.0.255']
            .map(to => `  saw 10.10.2.11 -> ${to} : udp 5353 used on 9 days, 2026-01-01 to 2026-06-01`)
            .join('\n');
        const text = plant({
            seen: `${seen}\n  saw 10.10.2.11 -> ff02::fb : udp 5353 tried on 9 days, 2026-01-01 to 2026-06-01`,
        });
        assert.deepEqual(trafficOf(text), ['Control.Plc1 -> 10.99.0.255 undocumented unknown undefined']);
        assert.equal(read(text).observations[0]!.multicast, 5);
        assert.deepEqual(read(text).hosts, []);
    });

    it('are old, and never seen, after the days that the settings say', () => {
        const text = plant({
            flows: '  flow Dmz.Hist -> Control.Plc1 : opc-ua',
            rules: '  exported 2026-05-01\n  permits any -> any : any "1"',
            seen: '  saw 10.20.5.20 -> 10.20.5.10 : tcp 22 used on 9 days, 2026-01-01 to 2026-06-01',
        });
        const rules = ['flow-never-seen', 'observation-old', 'ruleset-old'];
        const judge = (asFound?: object): string[] =>
            load(text, {
                today: '2026-06-11',
                ...(asFound ? { settings: readSettings({ asFound }, []).settings } : {}),
            })
                .findings.map(({ rule }) => rule)
                .filter(rule => rules.includes(rule))
                .sort();
        assert.deepEqual(judge(), ['flow-never-seen']);
        assert.deepEqual(judge({ staleAfter: 200 }), []);
        assert.deepEqual(judge({ oldAfter: 30 }), ['flow-never-seen', 'ruleset-old']);
        assert.deepEqual(judge({ oldAfter: 5, staleAfter: 152 }), [
            'flow-never-seen',
            'observation-old',
            'ruleset-old',
        ]);
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

    it('judge a rule by its interfaces where the device says what it faces', () => {
        const ask = (rules: string, device: string): string =>
            `${flowsOf(plant({ flows: collection, rules, device }))} / ` +
            `${rulesOf(plant({ flows: collection, rules, device }))}`;
        const rule = '  permits any -> any : tcp 4840 "1" { enters "dmz0" leaves "ctl0" }';
        assert.equal(ask(rule, ''), 'not-assessable not-assessable / 1 not-assessable');
        assert.equal(ask(rule, 'faces Dmz by "dmz0" faces Control by "ctl0"'), 'yes healthy / 1 wider');
        assert.equal(ask(rule, 'faces Dmz by "ctl0" faces Control by "dmz0"'), 'no not-permitted / 1 undocumented');
        assert.equal(
            ask('  permits 10.20.5.10 -> 10.10.2.11 : tcp 4840 "1" { enters "dmz0" }', ''),
            'yes healthy / 1 documented',
            'narrow addresses tell where they lie',
        );
        assert.equal(
            ask(
                '  permits any -> any : tcp 4840 "1" { enters not "ctl0" leaves "ctl0" }',
                'faces Dmz by "dmz0" faces Control by "ctl0"',
            ),
            'yes healthy / 1 wider',
        );
    });

    it('ask two firewalls in a row, of different vendors, each by what lies beyond its interfaces', () => {
        const rules = {
            Outer:
                '  permits 10.30.0.5 -> 10.20.5.10 : tcp 443 "1" { enters "port1" leaves "port2" }\n' +
                '  permits 10.30.0.20 -> 10.20.5.20 : tcp 22 "2" { enters "port1" leaves "port2" }\n' +
                '  permits 10.30.0.20 -> 10.20.5.20 : tcp 3389 "3" {\n' +
                '    enters "port1"\n    leaves "port2"\n    when "user group Contractors"\n  }\n' +
                '  blocks any -> any : any "implicit deny"',
            Inner:
                '  permits 10.30.0.5 -> 10.20.5.10 : tcp 443 "A 1" { enters "transit" }\n' +
                '  permits 10.30.0.20 -> 10.20.5.20 : tcp 3389 "A 2" { enters "transit" }\n' +
                '  blocks any -> any : any "implicit deny of A" { enters "transit" }\n' +
                '  permits any -> any : any "implicit: from security level 50 to a lower one" { enters "dmz" leaves "transit" }\n' +
                '  blocks any -> any : any "implicit deny"',
        };
        const ruleset = (name: keyof typeof rules): string =>
            `ruleset ${name} {\n  device K.${name}\n${rules[name]}\n}\n`;
        const row = (outer: string, inner: string, sets: string): string => `system Plant
zone Office { network 10.30.0.0/24
  asset Erp : server { address 10.30.0.5 }
  asset Clerk : workstation { address 10.30.0.20 }
}
zone Transit { network 10.40.0.0/24 }
zone Dmz { network 10.20.5.0/24
  asset Hist : historian { address 10.20.5.10 }
  asset Jump : jump-host { address 10.20.5.20 }
}
conduit K between Office and Dmz { via Outer, Inner
  asset Outer : firewall { address 10.30.0.1, 10.40.0.1 serves Office, Transit faces Office by "port1" faces Transit by "port2" ${outer} }
  asset Inner : firewall { address 10.40.0.2, 10.20.5.1 serves Transit, Dmz faces Transit by "transit" faces Dmz by "dmz" ${inner} }
  flow Office.Erp -> Dmz.Hist : https
  flow Office.Clerk -> Dmz.Jump : ssh
  flow Office.Clerk -> Dmz.Jump : rdp { port tcp 3389 }
}
${sets}`;
        const both = ruleset('Outer') + ruleset('Inner');
        const unsaid = row('', '', both);
        const findings = load(unsaid).findings.filter(({ rule }) => rule === 'rule-not-assessable');
        assert.match(findings[0]!.message, /by which interface Outer reaches 10\.20\.5\.10\./);
        assert.deepEqual(
            findings.map(({ fixes }) => fixes.map(fix => fix.title)),
            [
                ['State that Outer faces Dmz by port2…'],
                ['State that Outer faces Dmz by port2…'],
                [],
                ['State that Inner faces Office by transit…'],
                ['State that Inner faces Office by transit…'],
            ],
        );
        const [outer, inner] = ['faces Dmz by "port2"', 'faces Office by "transit"'];
        assert.deepEqual(flowsOf(row(outer, inner, both)), [
            'yes healthy',
            'no not-permitted',
            'not-assessable not-assessable',
        ]);
        assert.deepEqual(
            flowsOf(row(outer, inner, ruleset('Outer'))),
            ['unknown unknown', 'unknown unknown', 'unknown unknown'],
            'of the other one nothing is known',
        );
        assert.deepEqual(
            flowsOf(row(outer, inner, ruleset('Inner'))),
            ['unknown unknown', 'no not-permitted', 'unknown unknown'],
            'one that blocks is enough',
        );
    });

    it('leave aside a leg that is in the zone of the other end', () => {
        const text = plant({
            flows: '  flow Dmz.Jump -> Control.Plc1 : ssh',
            rules: '  permits 10.20.5.20 -> 10.10.2.11 : tcp 22 "1"',
        }).replace('address 10.20.5.20 mac', 'address 10.20.5.20, 10.10.2.50 serves Control mac');
        assert.deepEqual(flowsOf(text), ['yes healthy'], 'the other leg passes no boundary');
    });

    it('see an address as a device beyond a translation does', () => {
        const cell = (name: string): string =>
            `zone ${name} { network 192.168.0.0/24\n  asset Plc : plc { address 192.168.0.10 } }\n`;
        const text = `system Plant\n${cell('Cell1')}${cell('Cell2')}zone Dmz { network 10.20.5.0/24\n  asset Hist : historian { address 10.20.5.10 } }
conduit A between Cell1 and Dmz { via Nat1, Core
  asset Nat1 : firewall { address 192.168.0.1, 10.7.1.1 serves Cell1 translates 192.168.0.0/24 to 10.7.1.0/24 }
  asset Core : firewall { address 10.20.5.1 serves Dmz }
  flow Dmz.Hist -> Cell1.Plc : opc-ua
}
conduit B between Cell2 and Dmz { via Nat2, A.Core
  asset Nat2 : firewall { address 192.168.0.1, 10.7.2.1 serves Cell2 translates 192.168.0.0/24 to 10.7.2.0/24 }
  flow Dmz.Hist -> Cell2.Plc : opc-ua
}
ruleset R1 { device A.Nat1 permits 10.20.5.10 -> 192.168.0.10 : tcp 4840 }
ruleset R2 { device B.Nat2 permits 10.20.5.10 -> 192.168.0.10 : tcp 4840 }
ruleset R3 { device A.Core permits 10.20.5.10 -> 10.7.1.10 : tcp 4840 }
observation O { sees Dmz saw 10.20.5.10 -> 10.7.2.10 : tcp 4840 used }
`;
        assert.deepEqual(flowsOf(text), ['yes healthy', 'no past-boundary']);
    });

    it('see traffic to an unknown host that a device shows as traffic over the boundary', () => {
        const found = read(`system P
zone Line { network 10.7.0.0/16 asset Scada : scada-server { address 10.7.0.5 } }
zone Cell { network 192.168.0.0/24 asset Plc : plc { address 192.168.0.10 } }
conduit K between Line and Cell { via Gate
  asset Gate : firewall { serves Line, Cell translates 192.168.0.0/24 to 10.7.2.0/24 }
}
observation O { sees Line since 2026-01-01 until 2026-06-01
  saw 10.7.0.5 -> 10.7.2.77 : tcp 80 used on 1 days, 2026-01-01 to 2026-01-01
  saw 10.7.0.5 -> 10.7.3.77 : tcp 80 used on 1 days, 2026-01-01 to 2026-01-01
}
`);
        assert.deepEqual(
            found.traffic.map(each => `${each.class} ${each.conduit?.id} ${each.to.zone?.id}`),
            ['undocumented K Cell'],
        );
        assert.equal(found.observations[0]!.insideZone, 1);
    });

    it('find the host that a device shows, though the network on the outer side holds what is shown', () => {
        const plant = (sees: string): string =>
            `system Plant\nzone Machine { network 192.168.0.0/24 asset Plc : plc { address 192.168.0.10 } }
zone Hall { network 10.7.0.0/16 asset Hist : historian { address 10.7.0.5 } }
conduit K between Machine and Hall { via Gate
  asset Gate : firewall { address 192.168.0.1, 10.7.1.1 serves Machine, Hall translates 192.168.0.0/24 to 10.7.1.0/24 }
  flow Hall.Hist -> Machine.Plc : opc-ua
}
observation O { sees ${sees} since 2026-01-01 until 2026-06-01 saw 10.7.0.5 -> 10.7.1.10 : tcp 4840 used }
`;
        for (const sees of ['Hall', 'Machine, Hall']) {
            const { flows, hosts } = read(plant(sees));
            assert.deepEqual([flows.map(each => each.class), hosts.length], [['healthy'], 0], sees);
        }
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

describe('traffic of hosts that a device shows as one address', () => {
    const hidden = (
        seen: string,
        sees = 'Dmz',
        shown = '10.20.5.1',
        flow = 'Cell.Plc -> Dmz.Hist : opc-ua',
    ): string => `system S
zone Cell { network 192.168.0.0/24
  asset Plc : plc { address 192.168.0.10 }
  asset Hmi : hmi { address 192.168.0.11 }
}
zone Other { network 192.168.9.0/24 asset Pc : workstation { address 192.168.9.10 } }
zone Dmz { network 10.20.5.0/24 asset Hist : historian { address 10.20.5.10 } }
conduit K between Cell and Dmz {
  via Fw
  asset Fw : firewall {
    address 10.20.5.1 in Dmz, 192.168.0.1 in Cell serves Cell, Dmz translates 192.168.0.0/24 to ${shown}
  }
  flow ${flow}
}
conduit L between Other and Dmz { flow Other.Pc -> Dmz.Hist : https }
observation O { sees ${sees} since 2026-01-01 until 2026-06-01
  saw ${seen}
}
`;
    const answer = (text: string): readonly unknown[] => {
        const { flows, traffic, hosts, observations } = read(text);
        return [flows.map(each => each.class), traffic.length, hosts.length, observations[0]!.ambiguous];
    };

    it('is neither undocumented traffic of the outer zone nor a proof that a flow was never seen', () => {
        const open = [['unknown', 'never-seen'], 0, 0, 1];
        const sighting = '-> 10.20.5.10 : tcp 4840 used';
        assert.deepEqual(answer(hidden(`10.20.5.1 ${sighting}`)), open, 'the address of the device itself');
        assert.deepEqual(answer(hidden(`10.20.5.7 ${sighting}`, 'Dmz', '10.20.5.7')), open, 'one of its own');
        assert.deepEqual(answer(hidden(`10.20.5.6 ${sighting}`, 'Dmz', '10.20.5.4/30')), open, 'a pool');
        assert.deepEqual(answer(hidden(`::ffff:10.20.5.1 ${sighting}`)), open, 'written as IPv6');
        assert.deepEqual(answer(hidden(`10.20.5.1 ${sighting}`, 'Cell, Dmz')), open, 'seen from both sides');
    });

    it('says nothing of a flow that it cannot be', () => {
        assert.deepEqual(
            answer(hidden('10.20.5.1 -> 10.20.5.10 : tcp 22 used'))[0],
            ['never-seen', 'never-seen'],
            'another service',
        );
        assert.deepEqual(
            answer(hidden('10.20.5.1 -> 10.20.5.10 : tcp 4840 tried'))[0],
            ['never-seen', 'never-seen'],
            'no answer',
        );
        assert.deepEqual(
            answer(
                hidden('10.20.5.1 -> 10.20.5.10 : tcp 4840 used', 'Dmz', '10.20.5.1', 'Cell -> Dmz.Hist : opc-ua'),
            )[0],
            ['unknown', 'never-seen'],
            'a flow of the zone',
        );
    });

    it('is decided where the sensor is inside, where it has the name, and where each host has its own address', () => {
        assert.deepEqual(answer(hidden('192.168.0.10 -> 10.20.5.10 : tcp 4840 used', 'Cell')), [
            ['healthy', 'unknown'],
            0,
            0,
            0,
        ]);
        assert.deepEqual(answer(hidden('10.20.5.1 "Cell.Plc" -> 10.20.5.10 : tcp 4840 used'))[0], [
            'healthy',
            'never-seen',
        ]);
        assert.deepEqual(answer(hidden('10.20.6.10 -> 10.20.5.10 : tcp 4840 used', 'Dmz', '10.20.6.0/24'))[0], [
            'healthy',
            'never-seen',
        ]);
    });
});

describe('a firewall beyond a device that shows several hosts as one address', () => {
    const plant = (rule: string, { flow = 'Cell.Plc -> Dmz.Hist', shown = '10.20.5.1', rest = '' } = {}): string =>
        `system S
zone Cell { network 192.168.0.0/24
  asset Plc : plc { address 192.168.0.10 }
  asset Hmi : hmi { address 192.168.0.11 }
}
zone Dmz { network 10.30.5.0/24 asset Hist : historian { address 10.30.5.10 } }
conduit K between Cell and Dmz {
  via Gate, Core
  asset Gate : firewall {
    address 10.20.5.1, 192.168.0.1 serves Cell translates 192.168.0.0/24 to ${shown}
  }
  asset Core : firewall { address 10.30.5.1 serves Dmz }
  flow ${flow} : opc-ua
}
ruleset R { device K.Core
  permits ${rule} : tcp 4840 "1"
}
${rest}`;
    const answer = (text: string): readonly unknown[] => {
        const { flows, rules } = read(text);
        return [
            flows.map(({ devices }) => devices.find(each => each.device.id === 'K.Core')!.configured),
            rules.map(({ class: found, flows: own }) => `${found} ${own.length}`),
        ];
    };

    it('lets the flow through, and its rule may be what the flow needs', () => {
        assert.deepEqual(answer(plant('10.20.5.1 -> 10.30.5.10')), [['yes'], ['not-assessable 1']]);
        assert.equal(
            read(plant('10.20.5.1 -> 10.30.5.10')).rules[0]!.why,
            'several hosts share an address that it permits, and may use it beside the flow Cell.Plc -> Dmz.Hist',
        );
        // The other end is the one that is shared.
        assert.deepEqual(answer(plant('10.30.5.10 -> 10.20.5.1', { flow: 'Dmz.Hist -> Cell.Plc' })), [
            ['yes'],
            ['not-assessable 1'],
        ]);
    });

    it('is judged where it is certain', () => {
        const zone = { flow: 'Cell -> Dmz.Hist' };
        assert.deepEqual(answer(plant('10.20.5.1 -> 10.30.5.10', zone)), [['yes'], ['documented 1']], 'all hosts');
        assert.deepEqual(answer(plant('10.20.5.1 -> 10.30.5.11')), [['no'], ['differs 0']], 'another host');
        assert.deepEqual(answer(plant('10.20.5.7 -> 10.30.5.10')), [['no'], ['differs 0']], 'another address');
        assert.deepEqual(answer(plant('192.168.0.10 -> 10.30.5.10')), [['no'], ['differs 0']], 'which it never sees');
        assert.deepEqual(answer(plant('10.20.5.1 -> any')), [['yes'], ['wider 1']], 'more than one host');
    });

    it('does not know which address of a pool a host has', () => {
        const pool = { shown: '10.20.5.4/30' };
        assert.deepEqual(answer(plant('10.20.5.4/30 -> 10.30.5.10', pool)), [['yes'], ['not-assessable 1']]);
        assert.deepEqual(answer(plant('10.20.5.5 -> 10.30.5.10', pool)), [['unknown'], ['not-assessable 1']]);
        assert.deepEqual(answer(plant('10.20.5.9 -> 10.30.5.10', pool))[0], ['no']);
    });
});
