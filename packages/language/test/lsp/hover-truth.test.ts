import assert from 'node:assert/strict';
import type { MarkupContent } from 'vscode-languageserver';
import { hover } from '../../src/lsp/hover.ts';
import { ask, workspace } from './ask.ts';

/** The hover at the mark `<|>` of a text; its day is 2026-06-01. */
function said(text: string): string {
    return (ask(hover, workspace(text))?.contents as MarkupContent | undefined)?.value ?? '';
}

/** What is in a text, with the mark in a name. */
const marked = (text: string, piece: string): string => {
    const at = text.indexOf(piece.replace('|', ''));
    assert.ok(at >= 0, piece);
    return text.slice(0, at) + piece.replace('|', '<|>') + text.slice(at + piece.length - 1);
};

describe('A hover says no more than is known', () => {
    it('marks a gap that is not assessed, and none that is known to be 0', () => {
        const text = said(
            'system P\nzone A<|>a { SL-T { IAC 1 UC 1 RDF 1 }\n  meets FR 1 SL 1 because "x"\n' +
                '  misses SR 2.8 because "y"\n  asset X : plc\n}\n',
        );
        assert.match(text, /\| gap \| 0 \| 1 ⚠ \| – \| – \| 1\? \| – \| – \|/);
        assert.match(text, /A gap with \? is not known: it is not stated whether its requirements are met\./);
        assert.doesNotMatch(said('system P\nzone A<|>a { SL-T { IAC 1 } meets FR 1 SL 1 because "x" }\n'), /\?/);
    });

    it('names the requirements whose target is inherited or derived, where others are stated', () => {
        const plant =
            'system P\nzone Outer { SL-T { IAC 2 RDF 3 }\n  zone Mixed { SL-T { IAC 3 } }\n  zone Whole {}\n}\n' +
            'zone Other { SL-T 1 }\nconduit Part between Other and Outer { SL-T { RDF 3 } }\n' +
            'conduit All between Other and Outer {}\n';
        const of = (name: string): string => said(marked(plant, name));
        assert.match(of('zone Mix|ed'), /^SL-T of RDF is inherited from the zone around it\.$/mu);
        assert.match(of('zone Who|le'), /^SL-T is inherited from the zone around it\.$/mu);
        assert.match(of('conduit Pa|rt'), /^SL-T of IAC, UC, SI, DC, TRE, RA is derived from the zones/mu);
        assert.match(of('conduit A|ll'), /^SL-T is derived from the zones/mu);
        assert.doesNotMatch(of('zone Oth|er'), /inherited|derived/u);
    });

    it('gives a type the capability of the types that it rests on', () => {
        const plant =
            'system P\nzone A { asset X : mine }\ntype mine : theirs { SL-C { UC 1 } }\ntype theirs : plc { SL-C 2 }\n' +
            'type open : plc {}\n';
        assert.match(
            said(marked(plant, 'type mi|ne')),
            /SL-C: 2 \\\{ UC 1 \\\} · 1 asset here|SL-C: 2 \{ UC 1 \} · 1/u,
        );
        assert.match(said(marked(plant, 'asset |X')), /SL-C: 2/u);
        assert.match(said(marked(plant, 'type op|en')), /SL-C: not said · 0 assets here/u);
    });

    it('says what is stated of what is not there on the day, and nothing of its levels or findings', () => {
        const plant =
            'system P\nzone A { asset X : plc }\nzone Later { kind field purdue 1 is wireless planned for 2030-01-01\n' +
            '  asset Y : plc { address 10.0.0.9 criticality high }\n}\n' +
            'conduit Way between A and Later {\n  via Fw\n  asset Fw : firewall\n' +
            '  flow A.X -> Later.Y : modbus-tcp { port tcp 503 }\n}\n';
        const of = (name: string): string => said(marked(plant, name));
        assert.match(of('zone La|ter'), /Not there on 2026-06-01\.\n\nfield · Purdue 1 · wireless\n/u);
        assert.match(
            of('asset |Y'),
            /Not there on 2026-06-01\.\n\nPLC, a kind of Controller · criticality high\n\nAddr/u,
        );
        assert.match(of('conduit W|ay'), /Not there on 2026-06-01\.\n\nbetween `A` and `Later` · via `Way\.Fw`$/u);
        const flow = of('fl|ow A.X');
        assert.match(
            flow,
            /^\*\*A\.X -> Later\.Y\*\* · flow\n\nNot there on 2026-06-01\. The first one opens the session\./u,
        );
        assert.match(flow, /Protocols: `modbus-tcp`\n\nPorts: tcp 503/u);
        assert.doesNotMatch(flow, /protected here|Upstream|error|Crosses/u);
    });

    it('says the description of a function, an island and an advisory once', () => {
        for (const text of [
            'function F<|>n { description "It is said." needs A.X }',
            'island I<|>s { description "It is said." cut A }',
        ])
            assert.equal(said(`system P\nzone A { asset X : plc }\n${text}\n`).split('It is said').length, 2, text);
    });

    it('explains a word by the statement that it is in', () => {
        for (const [text, words] of [
            ['planned f<|>or 2030-01-01', /^for: the day from which it exists/u],
            ['retired o<|>n 2030-01-01', /^on: the day from which it no longer exists/u],
            ['patched t<|>o "1" on 2026-01-01', /^to: the version that is installed/u],
            ['patched to "1" o<|>n 2026-01-01', /^on: the day on which it was installed/u],
            ['supported unt<|>il 2030-01-01', /^until: the day on which support ends/u],
        ] as const)
            assert.match(said(`system P\nzone A { asset X : plc { ${text} } }\n`), words, text);
        assert.match(
            said('system P\nisland I { cut A keeps F f<|>or 3 days }\nzone A {}\nfunction F {}\n'),
            /how long/u,
        );
    });
});
