import assert from 'node:assert/strict';
import { diff, type DiffSide } from '../src/views/diff/index.ts';
import { sideOfText } from './support/side.ts';

const today = '2026-06-01';

const side = (text: string): DiffSide => sideOfText(text, today);

/** A plant with many findings, each on something that can be left unsaid. */
const plant = `system Plant { tolerable-risk 6 evidence-valid 12 months }
zone Office { kind enterprise network 10.9.0.0/24 asset Pc : office-computer { address 10.9.0.5 } }
zone Vendor { kind external asset V : vendor-laptop }
zone Control { kind control SL-T 2 network 10.1.0.0/24
  asset Plc : plc { address 10.1.0.10 is essential vendor "Acme" product "X1" version "1.0" supported until 2025-12-31 }
  asset Ews : engineering-station { address 10.1.0.20 is remote }
  asset Ws : sensor { address 10.2.0.22 }
  asset Srv : server { address 10.1.0.23 is essential needs Office.Pc }
  asset Dead : server { SL-C 1 }
  flow Ews -> Plc : s7comm { access program }
  meets SR 2.8 because "Logs" evidence "log.pdf" dated 2026-01-10 valid 12 months
}
conduit OC between Office and Control { via F asset F : firewall { serves Office, Control }
  flow Office.Pc -> Control.Srv : rdp
  flow Control.Plc -> Office.Pc : modbus-tcp { access read }
}
conduit VC between Vendor and Control { via G asset G : vpn-gateway flow Vendor.V -> Control.Ews : vnc }
ruleset R { device OC.F exported 2026-05-01 permits 10.9.0.0/24 -> 10.1.0.0/24 : any "1" blocks any -> any : any "2" }
observation O { sees Control since 2026-01-01 until 2026-05-30
  saw 10.9.0.5 -> 10.1.0.10 : tcp 502 "modbus" used on 20 days, 2026-01-01 to 2026-05-20
}
advisory A { identifier "A-1" status final
  vulnerability "CVE-2024-1" "x" cvss 9.8 "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"
  affected "X1" { vendor "Acme" versions "vers:all/<2.0" }
}
countermeasure Tls { meets SR 4.1 status implemented evidence "tls.pdf" dated 2026-01-10 }
function Run { needs Control.Plc, Control.Srv is essential }
island Alone { cut OC keeps Run for 72 hours }
`;

/** The verdict on a change, and the reasons of some kinds. */
function judged(edit: (text: string) => string): { verdict: string; said: readonly string[] } {
    const now = edit(plant);
    assert.notEqual(now, plant, 'the change is one');
    const { security } = diff(side(plant), side(now));
    return {
        verdict: security.verdict,
        said: security.reasons
            .filter(({ kind }) => kind !== 'finding-silenced' && kind !== 'finding-asked')
            .map(({ direction, text }) => `${direction}: ${text}`),
    };
}

const without =
    (words: string | RegExp, instead = '') =>
    (text: string): string =>
        text.replace(words, instead);

describe('A comparison, where less is said', () => {
    const withdrawn: readonly (readonly [string, (text: string) => string])[] = [
        ['the end of support', without(' supported until 2025-12-31')],
        ['a product, of which an advisory speaks', without(' product "X1"')],
        ['a version', without(' version "1.0"')],
        ['an address outside of the network', without('{ address 10.2.0.22 }')],
        ['the network itself', without(' network 10.1.0.0/24')],
        ['a capability', without(' { SL-C 1 }')],
        ['an advisory', without(/advisory A \{[^]*?\n\}\n/)],
    ];
    for (const [what, edit] of withdrawn)
        it(`calls it no improvement: ${what}`, () => assert.deepEqual(judged(edit), { verdict: 'none', said: [] }));

    const lost: readonly (readonly [string, (text: string) => string, RegExp])[] = [
        ['the rules of a firewall', without(/ruleset R.*\n/), /^worse: the rules of OC.F are no longer in the model/],
        [
            'an observation',
            without(/observation O \{[^]*?\n\}\n/),
            /^worse: what O saw in Control \(1 conversation\) is no longer in the model, and nothing newer sees there$/,
        ],
        [
            'a conversation of the time that is still observed',
            without(/ {2}saw .*\n/),
            /^worse: O no longer says that it saw 10.9.0.5 -> 10.1.0.10 : tcp 502$/,
        ],
        [
            'a conversation that is said to have been tried alone',
            without('used on 20 days', 'tried on 20 days'),
            /^worse: O no longer says that it saw/,
        ],
        ['a zone that is seen', without('sees Control', 'sees Office'), /^worse: O no longer sees Control$/],
    ];
    for (const [what, edit, told] of lost)
        it(`calls it a loss of evidence: ${what}`, () => {
            const { verdict, said } = judged(edit);
            assert.equal(verdict, 'worse');
            assert.equal(said.length, 1, said.join('\n'));
            assert.match(said[0]!, told);
        });

    it('calls a newer observation of the same zones no loss', () => {
        const newer = `observation N { sees Control since 2026-05-30 until 2026-06-01
  saw 10.9.0.5 -> 10.1.0.10 : tcp 502 "modbus" used on 2 days, 2026-05-30 to 2026-05-31
}
`;
        assert.equal(judged(text => text.replace(/observation O \{[^]*?\n\}\n/, newer)).verdict, 'none');
    });

    for (const [what, protocol] of [
        ['of the library', 'hardwired-io'],
        ['of the site', 'own-wire'],
    ] as const)
        it(`calls it no gain that a session is said to be a signal ${what}`, () => {
            const { verdict, said } = judged(text =>
                text
                    .replace('Control.Srv : rdp', `Control.Srv : ${protocol}`)
                    .replace('Control.Plc -> Office.Pc : modbus-tcp', `Control.Plc -> Office.Pc : ${protocol}`)
                    .concat('protocol own-wire { class ot is hardwired }\n'),
            );
            assert.equal(verdict, 'none', said.join('\n'));
        });

    it('calls it a loss that a protocol of the site is called hard-wired', () => {
        const own = (word: string): string =>
            plant.replaceAll('s7comm', 'own').concat(`protocol own { class ot ${word} }\n`);
        const { verdict, reasons } = diff(side(own('port tcp 5000 security none')), side(own('is hardwired'))).security;
        assert.equal(verdict, 'worse', reasons.map(({ text }) => text).join('\n'));
    });

    it('is told where a zone of the plant is called a DMZ', () => {
        const { verdict, said } = judged(text =>
            text.replace('zone Control { kind control', 'zone Control { kind dmz'),
        );
        assert.equal(verdict, 'worse');
        assert.ok(said.includes('worse: Control is of kind dmz, where it was control'), said.join('\n'));
    });

    it('is told by who asks less', () => {
        assert.deepEqual(judged(without(' { access program }')), {
            verdict: 'worse',
            said: ['worse: Control.Ews -> Control.Plc : s7comm is no longer said to have access program'],
        });
        assert.deepEqual(judged(without('Plc : plc', 'Plc : printer')), {
            verdict: 'worse',
            said: ['worse: Control.Plc is of type printer, where it was plc'],
        });
        assert.deepEqual(judged(without('Ews : engineering-station', 'Ews : server')).verdict, 'worse');
    });

    it('takes a corrected value, a later look and another product for what they are', () => {
        assert.equal(judged(without('10.2.0.22', '10.1.0.22')).verdict, 'better');
        assert.equal(judged(without('supported until 2025-12-31', 'supported until 2027-12-31')).verdict, 'better');
        const shorter = (text: string): string =>
            without(/ {2}saw .*\n/)(text).replace('since 2026-01-01', 'since 2026-05-21');
        const later = (text: string): string => shorter(text).replace('until 2026-05-30', 'until 2026-05-31');
        assert.equal(judged(later).verdict, 'better');
        assert.equal(judged(shorter).verdict, 'worse', 'nothing newer was seen');
    });
});

describe('A comparison of essential functions and islands', () => {
    it('says what is no longer asked for', () => {
        assert.deepEqual(judged(without(/island Alone.*\n/)), {
            verdict: 'worse',
            said: ['worse: no longer asked for: island Alone'],
        });
        assert.deepEqual(judged(without('cut OC', 'cut VC')), {
            verdict: 'worse',
            said: ['worse: island Alone no longer cuts OC'],
        });
        assert.deepEqual(judged(without('for 72 hours', 'for 3 days')), { verdict: 'none', said: [] });
        assert.deepEqual(judged(without('for 72 hours', 'for 1 hours')), {
            verdict: 'worse',
            said: ['worse: island Alone keeps Run for 1 hours only'],
        });
        assert.deepEqual(judged(without('Control.Srv is essential', 'Control.Srv')), {
            verdict: 'worse',
            said: ['worse: function Run is no longer called essential'],
        });
        assert.deepEqual(
            judged(text => without(/function Run.*\n/)(without(/island Alone.*\n/)(text))),
            {
                verdict: 'worse',
                said: [
                    'worse: no longer asked for: island Alone',
                    'worse: function Run is no longer stated: what it needs is not asked',
                ],
            },
        );
    });

    it('calls no island mended because a function is said to need less or to endure more', () => {
        const said = ['neutral: what function Run needs is rated otherwise by hand'];
        for (const edit of [
            without('needs Control.Plc, Control.Srv', 'needs Control.Plc'),
            without('Control.Srv is essential', 'Control.Srv endures 100 hours without Office.Pc is essential'),
        ])
            assert.deepEqual(judged(edit), { verdict: 'none', said });
    });

    it('calls no island mended because it is no longer said how long a function goes on', () => {
        const text = (endures: string): string => `system S
zone Office { kind enterprise asset Clock : server }
zone Control { kind control asset Plc : plc }
conduit Time between Office and Control
function Run { needs Control.Plc ${endures} }
island Alone { cut Time keeps Run for 2 days }
`;
        const [short, none] = [text('endures 2 hours without Time'), text('')];
        assert.equal(diff(side(short), side(none)).security.verdict, 'none');
        assert.equal(diff(side(short), side(text('endures 3 days without Time'))).security.verdict, 'none');
        assert.equal(diff(side(none), side(short)).security.verdict, 'none');
    });

    it('knows them by another name', () => {
        assert.deepEqual(
            judged(text => text.replaceAll('Run', 'Loading').replaceAll('Alone', 'Apart')),
            {
                verdict: 'none',
                said: [],
            },
        );
    });
});

describe('A comparison of what assets are capable of', () => {
    const plantOf = (first: string, second: string): string => `system Plant
type Box : plc { ${second} }
zone Control { kind control asset P : server { ${first} } asset Q : Box asset R : sensor }
zone Whole { kind control asset P : plc { ${first} } asset Q : plc { SL-C 1 } }
`;
    const said = (first: string, second: string): readonly string[] =>
        diff(side(plantOf('SL-C 3', 'SL-C { IAC 2 UC 2 }')), side(plantOf(first, second))).security.reasons.map(
            ({ direction, kind, text, about }) => `${direction} ${kind}: ${text} [${about.join(', ')}]`,
        );

    it('says where it is lower in a zone of which it is not known as a whole', () => {
        assert.deepEqual(said('SL-C 2', 'SL-C { IAC 1 UC 2 }'), [
            'worse sl-c-lowered: SL-C of Control.P: every FR 3 → 2 [asset Control.P]',
            'worse sl-c-lowered: SL-C of Control.Q: IAC 2 → 1 [asset Control.Q]',
        ]);
    });

    it('does not take what is no longer stated, or is higher, for lower', () => {
        assert.deepEqual(said('', 'SL-C { IAC 3 }'), []);
    });
});

describe('A comparison of a zone that is empty', () => {
    const plantOf = (zone: string): string => `system Plant
zone Control { kind control SL-T 1 asset P : plc { SL-C 1 } }
${zone}
`;
    const [none, empty, filled] = ['', 'zone New { kind control }', 'zone New { kind control asset Q : plc }'];
    const judge = (before: string, after: string): { verdict: string; said: readonly string[] } => {
        const { verdict, reasons } = diff(side(plantOf(before)), side(plantOf(after))).security;
        return { verdict, said: reasons.map(({ direction, text }) => `${direction}: ${text}`) };
    };

    it('finds that nothing got worse by it, and names what it lacks', () =>
        assert.deepEqual(judge(none, empty), {
            verdict: 'none',
            said: ['neutral: warning, as nothing is in the new zone yet: New (zone-without-target)'],
        }));

    it('holds against the first asset in it that it has no SL-T, as where both came at once', () => {
        const worse = { verdict: 'worse', said: ['worse: new warning: New (zone-without-target)'] };
        assert.deepEqual(judge(empty, filled), worse);
        assert.deepEqual(judge(none, filled), worse);
        assert.deepEqual(judge(empty, filled.replace('kind control', 'kind control SL-T 1')).verdict, 'none');
        assert.deepEqual(judge(filled, filled.replace('asset Q : plc', 'asset Q : plc asset R : plc')).verdict, 'none');
    });

    it('finds nothing better by an asset in it', () =>
        assert.deepEqual(judge('zone New { kind control SL-T 1 }', 'zone New { kind control SL-T 1 asset Q : plc }'), {
            verdict: 'none',
            said: [],
        }));
});

describe('A comparison of evidence', () => {
    it('says where the same document is good for longer', () => {
        assert.deepEqual(judged(without('dated 2026-01-10 valid 12 months', 'dated 2026-01-10 valid 60 months')), {
            verdict: 'worse',
            said: ['worse: SR 2.8: evidence at Control is good until 2031-01-10, where it was 2027-01-10'],
        });
        assert.deepEqual(judged(without(' dated 2026-01-10 valid 12 months')), {
            verdict: 'worse',
            said: ['worse: SR 2.8: evidence at Control is good without an end, where it was until 2027-01-10'],
        });
        assert.deepEqual(judged(without('"tls.pdf" dated 2026-01-10', '"tls.pdf"')), {
            verdict: 'worse',
            said: ['worse: "tls.pdf" of Tls is good without an end, where it was until 2027-01-10'],
        });
        assert.deepEqual(judged(without('evidence-valid 12 months', 'evidence-valid 24 months')), {
            verdict: 'worse',
            said: ['worse: evidence is good for 24 months where it does not say it, and was for 12 months'],
        });
        assert.deepEqual(judged(without('dated 2026-01-10 valid', 'dated 2026-05-10 valid')), {
            verdict: 'none',
            said: [],
        });
    });

    const replacing: readonly (readonly [string, (text: string) => string, string])[] = [
        [
            'a document of a countermeasure',
            without('"tls.pdf"', '"backup.pdf"'),
            'Tls: evidence is "backup.pdf", where it was "tls.pdf"',
        ],
        [
            'an older document of a countermeasure',
            without('"tls.pdf" dated 2026-01-10', '"tls-old.pdf" dated 2025-12-10'),
            'Tls: evidence is "tls-old.pdf", where it was "tls.pdf" (dated 2025-12-10, where it was 2026-01-10)',
        ],
        [
            'the same document of an earlier day',
            without('"tls.pdf" dated 2026-01-10', '"tls.pdf" dated 2025-12-10'),
            'Tls: evidence "tls.pdf" is dated 2025-12-10, where it was 2026-01-10',
        ],
        [
            'a document among more than before',
            without('"tls.pdf" dated 2026-01-10', '"a.pdf" dated 2026-01-10 evidence "b.pdf" dated 2026-01-10'),
            'Tls: evidence is "a.pdf", "b.pdf", where it was "tls.pdf"',
        ],
        [
            'a document of a statement',
            without('"log.pdf"', '"backup.pdf"'),
            'SR 2.8: at Control, evidence is "backup.pdf", where it was "log.pdf"',
        ],
        [
            'the same document of a statement of an earlier day',
            without('"log.pdf" dated 2026-01-10', '"log.pdf" dated 2025-12-10'),
            'SR 2.8: at Control, evidence "log.pdf" is dated 2025-12-10, where it was 2026-01-10',
        ],
    ];
    for (const [what, edit, said] of replacing)
        it(`says that it cannot tell whether another one shows the same: ${what}`, () =>
            assert.deepEqual(judged(edit), {
                verdict: 'none',
                said: [`neutral: ${said}: whether it shows the same is not known`],
            }));

    it('says where one of two documents is gone', () => {
        const claims = (evidence: string): string => `system Plant
zone Control { kind control SL-T 2 meets SR 2.8 because "Logs" ${evidence} asset P : plc }
programme { meets NET 1.1 maturity 2 ${evidence} }
countermeasure Tls { meets SR 4.1 status implemented ${evidence} }
`;
        const { security } = diff(side(claims('evidence "a.pdf" evidence "b.pdf"')), side(claims('evidence "a.pdf"')));
        assert.deepEqual(
            security.reasons.map(({ direction, kind, text }) => `${direction} ${kind}: ${text}`),
            [
                'worse proof-lost: SR 2.8: no evidence at Control any more (b.pdf)',
                'worse proof-lost: Tls has no evidence "b.pdf" any more',
                'worse proof-lost: NET 1.1: no evidence for the programme any more (b.pdf)',
            ],
        );
    });

    it('says the same of organisations', () => {
        const claims = (evidence: string): string => `system Plant
programme { meets NET 1.1 maturity 2 evidence "${evidence}" }
party Maker { certificate "${evidence}" meets SP.01.01 evidence "${evidence}" }
`;
        const { security } = diff(side(claims('old.pdf')), side(claims('new.pdf')));
        assert.equal(security.verdict, 'none');
        assert.deepEqual(
            security.reasons.map(({ direction, kind, text }) => `${direction} ${kind}: ${text}`),
            [
                'Maker: certificate is',
                'SP.01.01: for Maker, evidence is',
                'NET 1.1: for the programme, evidence is',
            ].map(
                each =>
                    `neutral proof-lost: ${each} "new.pdf", where it was "old.pdf": whether it shows the same is not known`,
            ),
        );
    });

    it('takes none that has expired for a proof', () => {
        const more = (dated: string) => (text: string) =>
            text.replace('"tls.pdf" dated 2026-01-10', `"tls.pdf" dated 2026-01-10 evidence "two.pdf" dated ${dated}`);
        assert.equal(judged(more('2026-02-01')).verdict, 'better');
        assert.notEqual(judged(more('2024-02-01')).verdict, 'better');
    });
});

describe('A comparison, where evidence has expired', () => {
    const stated = (evidence: string): string => `system Plant
zone Control { kind control SL-T { TRE 1 } asset P : plc
  meets FR 6 SL 1 because "Logs" ${evidence}
}
`;
    const applied = (evidence: string): string => `system Plant
zone Control { kind control SL-T { TRE 1 } asset P : plc applies Logs }
countermeasure Logs { meets FR 6 SL 1 status implemented ${evidence} }
`;
    const expired = 'evidence "log.pdf" dated 2024-01-10 valid 12 months';

    for (const plantWith of [stated, applied]) {
        const verdict = (evidence: string): string =>
            diff(side(plantWith(expired)), side(plantWith(evidence))).security.verdict;

        it(`is not better without the document or its day (${plantWith.name})`, () => {
            assert.equal(verdict(''), 'worse');
            assert.equal(verdict('evidence "log.pdf"'), 'worse');
        });

        it(`is better with another document, or a day of its own (${plantWith.name})`, () => {
            assert.equal(verdict('evidence "new.pdf" dated 2026-05-01 valid 12 months'), 'better');
            assert.equal(verdict('evidence "log.pdf" dated 2026-05-01 valid 12 months'), 'better');
        });
    }
});

describe('A comparison, where one claim is withdrawn and another one is shown', () => {
    const claiming = `system Plant
zone Control { kind control SL-T 2
  meets SR 1.2 because "Closed"
  asset Plc : plc
}
zone Other { kind control SL-T 2
  meets SR 1.2 because "Closed"
  asset Plc : plc
}
zone Office { kind operations SL-T 2 asset S : scada-server }
conduit OC between Office and Control { via F asset F : firewall flow Office.S -> Control.Plc : modbus-tcp { access write } }
conduit OO between Office and Other { via G asset G : firewall flow Office.S -> Other.Plc : modbus-tcp { access write } }
`;
    const said = (now: string): readonly string[] =>
        diff(side(claiming), side(now))
            .security.reasons.filter(({ text }) => text.includes('claim-contradicted'))
            .map(({ direction, text }) => `${direction}: ${text}`);
    const withdrawn = claiming.replace('  meets SR 1.2 because "Closed"\n', '');
    const shown = (text: string): string => text.replace('Other.Plc : modbus-tcp', 'Other.Plc : modbus-tls');

    it('takes only what the withdrawn claim was about for silent', () => {
        assert.deepEqual(said(withdrawn), []);
        assert.deepEqual(said(shown(claiming)), ['better: warning fixed: Other (claim-contradicted)']);
        assert.deepEqual(said(shown(withdrawn)), ['better: warning fixed: Other (claim-contradicted)']);
    });
});

describe('A comparison, where a flow only seems to get better', () => {
    const plain = `system Plant
zone Dmz { kind dmz SL-T 2 asset Jump : jump-host asset Hist : historian }
zone Control { kind control SL-T 2 asset Hmi : hmi }
conduit DC between Dmz and Control { via G asset G : firewall { serves Dmz, Control }
  flow Dmz.Jump -> Control.Hmi : vnc
  flow Control.Hmi -> Dmz.Hist : modbus-tcp
}
`;
    const better = (words: string, instead: string): readonly string[] =>
        diff(side(plain), side(plain.replace(words, instead)))
            .security.reasons.filter(({ direction }) => direction === 'better')
            .map(({ text }) => text);

    it('is no better by a word that the protocol does not keep', () =>
        assert.deepEqual(better(': vnc', ': vnc { access read }'), []));
    it('is no better by an end that has passed', () =>
        assert.deepEqual(better(': vnc', ': vnc { until 2026-01-01 }'), []));
    it('is no better by a tunnel of which nothing says what it carries', () =>
        assert.deepEqual(better(': vnc', ': ipsec'), []));
    it('is no better by a protocol that is proposed', () => {
        assert.deepEqual(better('modbus-tcp', 'modbus-tls { is proposed because "soon" }'), []);
        assert.notDeepEqual(better('modbus-tcp', 'modbus-tls'), []);
    });
    it('is better by access that the protocol can keep, and by an end to come', () => {
        assert.notDeepEqual(better('modbus-tcp', 'modbus-tcp { access read }'), []);
        assert.notDeepEqual(better(': vnc', ': vnc { until 2027-01-01 }'), []);
    });
});
