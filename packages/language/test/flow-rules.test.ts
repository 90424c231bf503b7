import assert from 'node:assert/strict';
import { apply, load } from './support/load.ts';

const protocolRules = new Set([
    'unauthenticated-flow',
    'write-over-unauthenticated-protocol',
    'security-mode-unstated',
    'clear-text-credentials',
    'flow-without-integrity',
    'clear-text-flow',
    'external-link-unprotected',
    'engineering-into-safety',
]);

interface Setting {
    /** SL-T of both zones, as written; empty for none. */
    readonly target?: string;
    /** Further statements of the conduit. */
    readonly conduit?: string;
    readonly declarations?: string;
}

/** `rule severity` of every finding about protection, for flows in a conduit between two plant zones. */
function judge(
    flows: readonly string[],
    { target = 'SL-T 2', conduit = '', declarations = '' }: Setting = {},
): readonly string[] {
    const text = `system Plant
zone Control {
  kind control
  ${target}
  asset Plc1 : plc
  asset Plc2 : plc
  asset Plc3 : plc
  asset Plc4 : plc
}
zone Operations {
  kind operations
  ${target}
  asset Scada : scada-server
}
conduit Link between Operations and Control {
  ${conduit}
  asset Fw1 : firewall { serves Operations, Control }
  via Fw1
${flows.map(flow => `  flow ${flow}\n`).join('')}}
${declarations}
`;
    const { findings, problems } = load(text);
    assert.deepEqual(
        problems.map(problem => problem.message),
        [],
    );
    return findings
        .filter(finding => protocolRules.has(finding.rule))
        .map(finding => `${finding.rule} ${finding.severity}`);
}

const planned = 'countermeasure Tunnel { status planned }';
const working = 'countermeasure Tunnel { status implemented }';

describe('Protection of a flow across a boundary', () => {
    it('is graver the higher the target level is', () => {
        const flow = ['Scada -> Plc1 : modbus-tcp { access read }'];
        assert.deepEqual(judge(flow, { target: '' }), ['unauthenticated-flow warning']);
        assert.deepEqual(judge(flow, { target: 'SL-T 0' }), []);
        assert.deepEqual(judge(flow, { target: 'SL-T 1' }), ['unauthenticated-flow warning']);
        assert.deepEqual(judge(flow, { target: 'SL-T 2' }), ['unauthenticated-flow error']);
    });

    it('is judged by what the flow secures', () => {
        assert.deepEqual(judge(['Scada -> Plc1 : opc-ua { secured authentication, encryption, integrity }']), []);
        assert.deepEqual(judge(['Scada -> Plc1 : modbus-tcp { secured authentication, encryption, integrity }']), [
            'unauthenticated-flow error',
        ]);
        assert.deepEqual(
            judge(['Scada -> Plc1 : modbus-tcp { secured authentication, integrity by Tunnel }'], {
                declarations: working,
            }),
            [],
        );
        assert.deepEqual(
            judge(['Scada -> Plc1 : modbus-tcp { secured authentication, integrity by Tunnel }'], {
                declarations: planned,
            }),
            ['unauthenticated-flow error'],
        );
        assert.deepEqual(
            judge(['Scada -> Plc1 : modbus-tcp { secured authentication by Tunnel }'], {
                target: 'SL-T 3',
                declarations: working,
            }),
            ['flow-without-integrity error'],
        );
        assert.deepEqual(judge(['Scada -> Plc1 : modbus-tcp, ipsec']), []);
    });

    it('is off in a protocol with optional security until the flow says otherwise', () => {
        assert.deepEqual(judge(['Scada -> Plc1 : opc-ua']), ['security-mode-unstated warning']);
        assert.deepEqual(judge(['Scada -> Plc1 : opc-ua'], { target: 'SL-T 3' }), ['security-mode-unstated warning']);
        assert.deepEqual(judge(['Scada -> Plc1 : opc-ua { secured authentication, encryption, integrity }']), []);
        assert.deepEqual(judge(['Scada -> Plc1 : opc-ua { secured encryption }']), ['unauthenticated-flow error']);
    });

    it('may be answered by the conduit, requirement by requirement', () => {
        const flow = ['Scada -> Plc1 : modbus-tcp { access read }'];
        assert.deepEqual(judge(flow, { conduit: 'compensates SR 1.2, SR 3.1 because "One locked room"' }), []);
        assert.deepEqual(judge(flow, { conduit: 'compensates SR 1.2 because "One locked room"', target: 'SL-T 3' }), [
            'flow-without-integrity error',
        ]);
        assert.deepEqual(judge(flow, { conduit: 'meets FR 1 SL 2, FR 3 SL 2 because "Baseline"' }), [
            'unauthenticated-flow error',
        ]);
        assert.deepEqual(judge(flow, { conduit: 'misses SR 1.2 because "Modbus"' }), ['unauthenticated-flow error']);
    });

    it('is told once, at the gravest cause', () => {
        assert.deepEqual(judge(['Scada -> Plc1 : dnp3 { access write }']), [
            'write-over-unauthenticated-protocol error',
        ]);
        assert.deepEqual(judge(['Scada -> Plc1 : telnet { access program }']), ['clear-text-credentials error']);
        assert.deepEqual(judge(['Scada -> Plc1 : modbus-tcp, http { access read }']), [
            'unauthenticated-flow error',
            'clear-text-credentials error',
        ]);
        assert.deepEqual(judge(['Scada -- Plc1 : proprietary-unknown']), []);
    });

    it('is told once for many like flows of a conduit', () => {
        const like = ['Scada -> Plc1', 'Scada -> Plc2', 'Scada -> Plc3', 'Scada -> Plc4'].map(
            ends => `${ends} : dnp3 { access write }`,
        );
        assert.deepEqual(judge(like), ['write-over-unauthenticated-protocol error']);
        assert.equal(judge(like.slice(0, 3)).length, 3);
        const accepted =
            `${like[0]!.slice(0, -1)} accept write-over-unauthenticated-protocol because "Values are limited" until ` +
            '2099-12-31 }';
        assert.equal(judge([accepted, ...like.slice(1)]).length, 4);
    });

    it("is a question of the link where the medium is not the owner's", () => {
        const flow = [
            'Scada -> Plc1 : dnp3 { access read }',
            'Scada -> Plc2 : dnp3-sa { secured authentication, integrity }',
        ];
        assert.deepEqual(judge(flow, { conduit: 'is untrusted' }), ['external-link-unprotected error']);
        assert.deepEqual(judge(flow, { conduit: 'is wireless' }), ['external-link-unprotected error']);
        assert.deepEqual(judge(['Scada -> Plc1 : dnp3-tls { access read }'], { conduit: 'is untrusted' }), []);
    });

    it('says nothing of wires, and little of time', () => {
        assert.deepEqual(judge(['Scada -> Plc1 : hardwired-io { access write }']), []);
        assert.deepEqual(judge(['Plc1 -> Scada : ntp']), []);
        assert.deepEqual(judge(['Plc1 -> Scada : ntp'], { target: 'SL-T 3' }), ['unauthenticated-flow warning']);
    });

    it('is not asked inside of one zone', () => {
        assert.deepEqual(
            judge(['Scada -> Plc1 : modbus-tls'], {
                declarations:
                    'zone Cell { SL-T 3 asset A : plc asset B : plc flow A -> B : modbus-tcp { access write } }',
            }),
            [],
        );
    });
});

/** The rules that have something to say of a model, each once. */
function rulesFor(text: string, ...asked: readonly string[]): readonly string[] {
    const { findings, problems } = load(text);
    assert.deepEqual(
        problems.map(problem => problem.message),
        [],
    );
    return [...new Set(findings.map(finding => finding.rule))].filter(rule => asked.includes(rule)).sort();
}

const pathRules = [
    'flow-past-dmz',
    'remote-access-past-dmz',
    'covert-protocol-outbound',
    'flow-to-internet',
    'session-into-higher-target',
    'flow-both-directions',
];

function between(office: string, flow: string): string {
    return `system Plant
zone Office { ${office} asset Client : office-computer }
zone Control { kind control SL-T 2 asset Scada : scada-server }
conduit Link between Office and Control {
  via Fw1
  asset Fw1 : firewall { serves Office, Control }
  flow ${flow}
}
`;
}

describe('A flow past the DMZ', () => {
    it('is told by one rule, whatever it does', () => {
        assert.deepEqual(rulesFor(between('kind enterprise SL-T 1', 'Client -> Scada : https'), ...pathRules), [
            'flow-past-dmz',
        ]);
        assert.deepEqual(rulesFor(between('kind enterprise SL-T 1', 'Client <-> Scada : https'), ...pathRules), [
            'flow-past-dmz',
        ]);
        assert.deepEqual(rulesFor(between('kind enterprise', 'Client -> Scada : rdp'), ...pathRules), [
            'remote-access-past-dmz',
        ]);
        assert.deepEqual(rulesFor(between('kind enterprise', 'Scada -> Client : dns'), ...pathRules), [
            'covert-protocol-outbound',
        ]);
        assert.deepEqual(rulesFor(between('kind enterprise', 'Scada -> Client : sftp'), ...pathRules), [
            'flow-past-dmz',
        ]);
        assert.deepEqual(rulesFor(between('kind external is untrusted', 'Scada -> Client : https'), ...pathRules), [
            'flow-to-internet',
        ]);
    });

    it('is seen by the assets of a zone of which nothing else is said', () => {
        const unsaid = between('', 'Client -> Scada : https').replace('kind control ', '');
        assert.deepEqual(rulesFor(unsaid, ...pathRules), ['flow-past-dmz']);
        assert.deepEqual(rulesFor(unsaid.replace('office-computer', 'server'), ...pathRules), []);
    });

    it('is seen by Purdue level where no kind is said, and not between neighbouring control systems', () => {
        assert.deepEqual(rulesFor(between('purdue 4', 'Client -> Scada : https'), ...pathRules), ['flow-past-dmz']);
        assert.deepEqual(rulesFor(between('purdue 3', 'Client -> Scada : https'), ...pathRules), []);
        const neighbour = between('kind external purdue 2', 'Client -> Scada : https');
        assert.deepEqual(rulesFor(neighbour.replace('office-computer', 'scada-server'), ...pathRules), []);
        assert.deepEqual(rulesFor(neighbour, ...pathRules), ['flow-past-dmz'], 'people work with it');
        assert.deepEqual(rulesFor(between('kind dmz', 'Client -> Scada : https'), ...pathRules), []);
    });
});

describe('A device with legs in several zones', () => {
    const asked = ['served-zones-without-conduit', 'dual-homed-asset'];
    const zones = `system Plant
zone Office { kind enterprise }
zone Dmz { kind dmz SL-T 2 }
zone Control { kind control SL-T 2 }
`;

    it('needs a conduit for every two of them', () => {
        assert.deepEqual(rulesFor(`${zones}zone Room { asset Sw : switch { serves Control } }`, ...asked), [
            'served-zones-without-conduit',
        ]);
        assert.deepEqual(
            rulesFor(
                `${zones}conduit A between Dmz and Control { via Fw asset Fw : firewall { serves Dmz, Control } }`,
                ...asked,
            ),
            [],
        );
    });

    it('may keep them apart, when it is there to enforce their conduits', () => {
        const { findings } =
            load(`${zones}conduit A between Dmz and Control { via Fw asset Fw : firewall { serves Office, Dmz, Control } }
conduit B between Office and Dmz { via A.Fw }
`);
        const found = findings.filter(finding => finding.rule === 'served-zones-without-conduit');
        assert.deepEqual(
            found.map(finding => finding.severity),
            ['info'],
        );
    });

    it('may stand in the network that carries its tunnel', () => {
        assert.deepEqual(
            rulesFor(
                `${zones}conduit A between Office and Control { over Dmz via Vpn asset Vpn : vpn-gateway { ` +
                    'serves Office, Control, Dmz } }',
                ...asked,
            ),
            [],
        );
    });

    it('is dual-homed when it goes round the devices of the conduit', () => {
        const conduit = 'conduit A between Dmz and Control { via Fw asset Fw : firewall { serves Dmz, Control } }';
        assert.deepEqual(
            rulesFor(
                `${zones}${conduit}\nzone Dmz2 { } zone Hall { zone Inner { } asset Pc : workstation { serves ` +
                    'Hall.Inner } }',
                ...asked,
            ),
            ['served-zones-without-conduit'],
        );
        const inside = zones.replace(
            'zone Dmz { kind dmz SL-T 2 }',
            'zone Dmz { kind dmz SL-T 2 asset Pc : workstation { serves Control } }',
        );
        assert.deepEqual(rulesFor(`${inside}${conduit}`, ...asked), ['dual-homed-asset']);
        assert.deepEqual(rulesFor(`${inside}${conduit.replace('via Fw', 'via Fw, Dmz.Pc')}`, ...asked), [
            'dual-homed-asset',
        ]);
    });
});

describe('Many like flows', () => {
    const many = [1, 2, 3, 4, 5].map(number => `Scada -> Plc${number}`);
    const assets = many.map((_, index) => `  asset Plc${index + 1} : plc\n`).join('');

    function found(rule: string, flows: string, office: string): readonly string[] {
        const { findings, files } = load(`system Plant
zone Operations { ${office} asset Scada : scada-server }
zone Control {
  kind control
  SL-T 2
${assets}}
${flows}`);
        const text = [...files.values()][0]!;
        return findings
            .filter(finding => finding.rule === rule)
            .map(({ at, fixes }) => `${text.slice(at.start, at.end)} ${fixes.flatMap(fix => fix.edits).length}`);
    }

    const inConduit = `conduit Link between Operations and Control {\n${many.map(ends => `  flow ${ends} : https\n`).join('')}}\n`;

    it('of one conduit are one finding at the conduit', () => {
        assert.deepEqual(found('session-into-higher-target', inConduit, 'kind operations SL-T 1'), ['Link 0']);
        assert.deepEqual(found('flow-past-dmz', inConduit, 'kind enterprise'), ['Link 0']);
    });

    it('of no conduit are one finding, and one fix moves them all', () => {
        const flows = many
            .map(ends => `flow ${ends.replace('Scada', 'Operations.Scada').replace('Plc', 'Control.Plc')} : https\n`)
            .join('');
        assert.deepEqual(
            found(
                'flow-without-conduit',
                `${flows}conduit Link between Operations and Control { }\n`,
                'kind operations SL-T 2',
            ),
            ['Operations.Scada -> Control.Plc1 5'],
        );
        assert.deepEqual(found('flow-without-conduit', flows, 'kind operations SL-T 2'), [
            'Operations.Scada -> Control.Plc1 1',
        ]);
        const accepted = flows.replace(
            ': https\n',
            ': https { accept flow-without-conduit because "Survey" until 2099-12-31 }\n',
        );
        assert.equal(found('flow-without-conduit', accepted, 'kind operations SL-T 2').length, 2);
    });
});

describe('A flow that is moved into a conduit', () => {
    function moved(flow: string, others = ''): string {
        const loaded = load(`system Plant
zone Control {
  asset Hmi1 : hmi
  ${flow}
}
zone Dmz {
  asset Mirror : historian
  ${others}
}
conduit ControlDmz between Control and Dmz
`);
        const fix = loaded.findings.find(finding => finding.rule === 'flow-without-conduit')!.fixes[0]!;
        const after = apply(loaded, fix);
        assert.deepEqual(
            load(after).problems.map(problem => problem.message),
            [],
        );
        return after.slice(after.indexOf('conduit'));
    }

    it('keeps its words and comments where its names mean the same', () => {
        assert.equal(
            moved('flow Hmi1 -> Dmz.Mirror : https { /* nightly */ access write }'),
            `conduit ControlDmz between Control and Dmz {
  flow Hmi1 -> Dmz.Mirror : https { /* nightly */ access write }
}
`,
        );
    });

    it('keeps its layout where a name would become ambiguous', () => {
        assert.equal(
            moved('flow Hmi1 -> Dmz.Mirror : https "Tags" { access write until 2099-12-31 }', 'asset Hmi1 : hmi'),
            `conduit ControlDmz between Control and Dmz {
  flow Control.Hmi1 -> Dmz.Mirror : https "Tags" { access write until 2099-12-31 }
}
`,
        );
    });
});

describe('A path from the office past the DMZ', () => {
    function found(middle: string, asset: string): readonly string[] {
        const { findings } = load(`system Plant
zone Office { kind enterprise asset Client : office-computer }
zone Middle { ${middle} asset Relay : ${asset} }
zone Control { kind control SL-T 2 asset Scada : scada-server asset Plc1 : plc }
conduit Outer between Office and Middle { flow Client -> Relay : https }
conduit Inner between Middle and Control { flow Relay -> Scada : https }
`);
        return findings
            .filter(finding => finding.rule === 'it-path-past-dmz')
            .map(finding => finding.message.replace(/^.*\. (\S+ )/, '$1'));
    }

    it('goes through devices that only pass sessions on, even in a DMZ', () => {
        assert.deepEqual(found('kind dmz', 'router'), [
            'Middle.Relay only forwards it: put a server in a DMZ in between.',
        ]);
        assert.deepEqual(found('kind dmz', 'vpn-gateway'), [
            'Middle.Relay only forwards it: put a server in a DMZ in between.',
        ]);
    });

    it('goes through zones that are no DMZ', () => {
        assert.deepEqual(found('', 'server'), ['Middle.Relay is not in a DMZ: put a server in a DMZ in between.']);
    });

    it('ends at a server or proxy of a DMZ', () => {
        assert.deepEqual(found('kind dmz', 'jump-host'), []);
        assert.deepEqual(found('kind dmz', 'reverse-proxy'), []);
    });

    it('is told at the direct flow where there is one', () => {
        assert.deepEqual(found('kind operations', 'server'), []);
    });
});
