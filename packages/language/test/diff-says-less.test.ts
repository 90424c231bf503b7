import assert from 'node:assert/strict';
import { between } from './support/compared.ts';

/*
 * To say less changes nothing in the plant: a comparison never calls it better. Each row takes something out of a text,
 * or puts a wider word in its place.
 */
interface Row {
    readonly what: string;
    readonly text: string;
    /** What is taken out, and what is there instead. */
    readonly out: string;
    readonly put?: string;
    readonly verdict: 'none' | 'worse';
    readonly said?: RegExp;
}

const press = (certificate: string): string => `system P
type press-plc : plc {
  SL-C 2
  ${certificate}
}
zone Control { SL-T 1 asset Plc : press-plc }
`;
const maker = (certificate: string): string => `system P
party Maker {
  role product-supplier
  ${certificate}
}
`;
const expired = 'certificate "no. 4711" dated 2020-02-01 valid 36 months';
const good = 'certificate "no. 4711" dated 2026-02-01 valid 36 months';

const rows: readonly Row[] = [
    { what: 'an expired certificate of a product', text: press(expired), out: expired, verdict: 'worse' },
    {
        what: 'the day of an expired certificate',
        text: press(expired),
        out: ' dated 2020-02-01 valid 36 months',
        verdict: 'worse',
        said: /not fixed.*certificate-expired/,
    },
    {
        what: 'that an expired certificate is said to last longer',
        text: press(expired),
        out: 'valid 36 months',
        put: 'valid 96 months',
        verdict: 'worse',
    },
    { what: 'the certificate of a party', text: maker(good), out: good, verdict: 'worse', said: /proof-lost/ },
    { what: 'its day', text: maker(good), out: ' dated 2026-02-01 valid 36 months', verdict: 'worse' },
    {
        what: 'its day when it has passed',
        text: maker(expired),
        out: ' dated 2020-02-01 valid 36 months',
        verdict: 'worse',
    },
    { what: 'that it expires', text: maker(good), out: '36 months', put: '2 months', verdict: 'worse' },
    {
        what: 'the claim of a programme that findings contradict',
        text: `system P
programme { meets NET 1.1 maturity 2 evidence "n.pdf" }
zone A { asset X : plc }
zone B { asset Y : server }
conduit C between A and B { flow B.Y -> A.X : https }
`,
        out: 'meets NET 1.1 maturity 2 evidence "n.pdf"',
        verdict: 'worse',
        said: /NET 1\.1: meets became nothing/,
    },
    {
        what: 'the translation behind which two machines have one address',
        text: `system P
zone A { network 10.1.0.0/24 asset X : plc { address 10.1.0.5 } }
zone B { network 10.2.0.0/24 asset Y : plc { address 10.2.0.5 } asset N : router { address 10.2.0.1 serves A
  translates 10.2.0.5 to 10.1.0.77
} }
`,
        out: 'translates 10.2.0.5 to 10.1.0.77',
        verdict: 'none',
    },
    {
        what: 'one of two alike flows that does more now',
        text: `system P
zone A { asset X : plc asset Y : hmi
  flow Y -> X : s7comm-plus-tls { access read }
  flow Y -> X : s7comm-plus-tls { access read }
}
`,
        out: '-> X',
        put: '<-> X',
        verdict: 'none',
    },
    {
        what: 'the device that makes a zone flat',
        text: `system P
zone Plant {
  asset Plc : plc
  asset Station : engineering-station
  asset Scada : scada-server
}
`,
        out: 'asset Scada : scada-server',
        verdict: 'none',
    },
    {
        what: 'a conduit without flows whose zones nothing watches',
        text: `system P
zone A { kind control SL-T 2 asset X : plc }
zone B { kind operations SL-T 2 asset Y : server }
conduit C between A and B { via F asset F : firewall }
`,
        out: 'conduit C between A and B { via F asset F : firewall }',
        verdict: 'none',
    },
    {
        what: 'a fault that was admitted, beside a claim that was there before',
        text: `system P
zone A { SL-T 2 asset X : plc
  misses SR 2.8 because "No trail" due 2030-03-31
  meets SR 2.8 because "Logs are collected"
}
`,
        out: 'misses SR 2.8 because "No trail" due 2030-03-31',
        verdict: 'worse',
        said: /SR 2\.8: missed, due 2030-03-31 at A before/,
    },
    {
        what: 'a fault of an asset that is waived',
        text: `system P
zone A { SL-T 2 meets SR 1.1 because "Directory" asset X : plc {
  misses SR 1.1 because "No users"
} }
`,
        out: 'misses SR 1.1',
        put: 'excludes SR 1.1',
        verdict: 'worse',
        said: /misses became excludes/,
    },
    {
        what: 'a port that speaks against the protocol',
        text: `system P
zone A { asset X : plc asset Y : hmi
  flow Y -> X : https { port tcp 502 }
}
`,
        out: '{ port tcp 502 }',
        verdict: 'none',
    },
    {
        what: 'a protocol that could protect, and is not said to',
        text: `system P
zone A { asset X : plc asset Y : hmi
  flow Y -> X : s7comm { access write }
}
`,
        out: 's7comm',
        put: 'opc-ua',
        verdict: 'none',
        said: /nothing says that it is switched on/,
    },
    {
        what: 'a level that evidence does not bear out',
        text: `system P
zone A { SL-T 1 asset X : plc
  SL-A 2
}
`,
        out: '  SL-A 2\n',
        verdict: 'none',
    },
];

describe('A comparison never calls it better to say less', () => {
    for (const { what, text, out, put = '', verdict, said } of rows)
        it(what, () => {
            assert.ok(text.includes(out));
            const { security } = between(text, text.replace(out, put));
            const reasons = security.reasons.map(each => `${each.direction} ${each.kind}: ${each.text}`).join('\n');
            assert.equal(security.verdict, verdict, reasons);
            if (said) assert.match(reasons, said);
        });

    it('and what a document of another day shows is better', () => {
        const renewed = expired.replace('2020-02-01', '2026-02-01');
        assert.equal(between(press(expired), press(renewed)).security.verdict, 'better');
    });
});
