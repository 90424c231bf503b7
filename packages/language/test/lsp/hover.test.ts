import assert from 'node:assert/strict';
import type { MarkupContent } from 'vscode-languageserver';
import { MarkupKind } from 'vscode-languageserver';
import { hover } from '../../src/lsp/hover.ts';
import type { Slot } from '../../src/statements/index.ts';
import { slots, valueHelp } from '../../src/statements/index.ts';
import { ask, workspace } from './ask.ts';

const plant = `system Plant
zone Office { kind enterprise asset Erp "Order system" : server }
/** Where the *tank* stands. <img src=x> */
zone Control "Basic control" {
  kind control
  SL-T 2 { RDF 3 }
  applies Accounts
  misses SR 2.8 because "No trail" due 2027-03-31
  asset Plc1 "Loading PLC" : s7 { address 10.0.0.4 }
  accept zone-without-owner because "x" until 2027-01-01
}
zone Dmz { kind dmz SL-T 1 asset Mirror : historian }
conduit Link between Control and Dmz {
  via Fw
  asset Fw : firewall
  flow Dmz.Mirror -> Control.Plc1 : opc-ua
}
type s7 "SIMATIC S7" : plc { SL-C 2 }
countermeasure Accounts "Named accounts" { meets SR 1.1 status implemented }
invariant Closed { deny path from Dmz to Control }
`;

/** The hover at the first place where a piece of text stands, the cursor behind its `|`. */
function at(piece: string): string {
    const marked = plant.replace(piece.replace('|', ''), piece.replace('|', '<|>'));
    assert.notEqual(marked, plant, piece);
    const found = ask(hover, workspace(marked));
    return found ? (found.contents as MarkupContent).value : '';
}

describe('Hover', () => {
    it('shows levels and gap of a zone as a table', () => {
        const text = at('zone Con|trol');
        assert.match(text, /^\*\*Control\*\* Basic control · zone/);
        assert.match(text, /\| {2}\| IAC \| UC \| SI \| DC \| RDF \| TRE \| RA \|/);
        assert.match(text, /\| SL-T \| 2 \| 2 \| 2 \| 2 \| 3 \| 2 \| 2 \|/);
        assert.match(text, /\| SL-A \| 0 \|/);
        assert.match(text, /\| gap \| 2\? \| 2 ⚠ \| 2\? \|/, 'SR 2.8 is missed; of the others nothing is said');
        assert.match(text, /A gap with \? is not known/);
    });

    it('says what is in doubt about a protocol', () => {
        const text = ask(
            hover,
            workspace('system P\nzone A { asset X : plc asset Y : plc flow X -> Y : tacacs-plus<|> }'),
        );
        assert.match((text!.contents as MarkupContent).value, /_In doubt:_ Counted as authentication/);
    });

    it('renders documentation, and lets no mark-up of a stranger act', () => {
        const text = at('zone Con|trol');
        assert.match(text, /Where the \*tank\* stands\. &lt;img/);
    });

    it('says of a conduit that its SL-T is derived', () => {
        assert.match(at('conduit Li|nk'), /between `Control` and `Dmz` · 1 flow · via `Fw`|via `Link\.Fw`/);
        assert.match(at('conduit Li|nk'), /SL-T is derived/);
    });

    it('says of an asset what it is, who reaches it and what it reaches', () => {
        const text = at('asset Pl|c1');
        assert.match(text, /SIMATIC S7, a kind of /);
        assert.match(text, /Addresses: `10\.0\.0\.4`/);
        assert.match(text, /SL-C: 2/);
        assert.match(text, /Reached by 1: `Dmz\.Mirror`/);
        assert.match(text, /Reaches no other asset/);
        assert.equal(at('Control.Plc|1'), text, 'a mention says the same');
    });

    it('says of a requirement its title, level, state here and a plain sentence', () => {
        const text = at('SR 2|.8');
        assert.match(text, /\*\*SR 2\.8\*\* Auditable events/);
        assert.match(text, /Asked for from SL 1 · UC · IEC 62443-3-3, clause 6\.10/);
        assert.match(text, /Log-ons, refusals, changes/);
        assert.match(text, /In `Control`: required, \*\*missed\*\* because “No trail”; due 2027-03-31\./);
        assert.match(at('meets SR 1.|1'), /\*\*SR 1\.1\*\*/);
    });

    it('explains protocols, types, countermeasures, rules, invariants and words', () => {
        assert.match(at('opc-|ua'), /tcp 4840 · protects authentication/);
        assert.match(
            at('type s|7'),
            /asset type\n\nRests on `plc` → `controller` → `embedded-device`\n\nSL-C: 2 · 1 asset here/,
        );
        assert.match(at('applies Acc|ounts'), /countermeasure\n\nimplemented\n\nMeets SR 1\.1\n\nApplied in `Control`/);
        assert.match(at('accept zone-with|out-owner'), /\*\*zone-without-owner\*\*/);
        assert.match(at('invariant Clo|sed'), /\*\*Broken:\*\* Dmz\.Mirror → Control\.Plc1/);
        assert.equal(
            at('SL|-T 2 {'),
            'The target level: 2, \\{2 2 0 1 3 1 3\\} or 2 \\{ RDF 3 \\} (ZCR 5.6).'.replace(/[()]/g, '\\$&'),
        );
        assert.match(at('{ RD|F 3'), /\*\*FR 5 RDF\*\* Restricted data flow/);
    });

    it('says where a countermeasure is applied, and where it is only named with `by`', () => {
        const told = (statements: string): string => {
            const text =
                'system S\ncountermeasure Sig<|>ned { meets SR 3.1 status implemented }\nzone A { asset X : plc }\n' +
                `zone B { asset Y : historian }\n${statements}\n`;
            return (ask(hover, workspace(text))!.contents as MarkupContent).value;
        };
        assert.match(told(''), /\n\nApplied nowhere\.$/m);
        assert.match(told('within A { applies Signed }'), /\n\nApplied in `A`$/m);
        const named = told(
            'within A { meets SR 4.1 by Signed }\nflow A.X -> B.Y : opc-ua { secured integrity by Signed }',
        );
        assert.match(named, /\n\nNamed with `by` in `A`, `A\.X -> B\.Y : opc-ua`$/m);
        assert.doesNotMatch(named, /nowhere/);
        const both = told('within A { applies Signed meets SR 4.1 by Signed }\nwithin B { meets SR 4.1 by Signed }');
        assert.match(both, /\n\nApplied in `A`\n\nNamed with `by` in `B`$/m);
    });

    it('is plain text for an editor that shows no Markdown', () => {
        const space = workspace(plant.replace('zone Control "', 'zone Con<|>trol "'));
        const client = { textDocument: { hover: { contentFormat: [MarkupKind.PlainText] } } };
        const { kind, value } = ask(hover, { ...space, context: { ...space.context, client } })!
            .contents as MarkupContent;
        assert.equal(kind, 'plaintext');
        assert.match(value, /^Control Basic control · zone\n/);
        assert.match(value, /\n {6}IAC {3}UC {4}SI {4}DC {4}RDF {3}TRE {3}RA\nSL-T {2}2 /);
        assert.doesNotMatch(value, /[*|\\]{2}|&lt;/);
    });

    it('says of a flow who opens it, what it crosses, what is protected, and what is found', () => {
        const text = at('fl|ow Dmz.Mirror');
        assert.match(text, /^\*\*Dmz\.Mirror -> Control\.Plc1\*\* · flow/);
        assert.match(text, /Crosses from `Dmz` to `Control` in `Link`\. The first one opens the session\./);
        assert.match(text, /\| `opc-ua` \| tcp 4840 \| not stated: does not count \|/);
        assert.match(text, /Upstream of it 1 asset, downstream 1 asset\./);
        assert.match(text, /- warning `security-mode-unstated`: /);
        assert.match(at('Dmz.Mirror -|> Control'), /`->`: the left side opens the session/);
    });

    it('explains values, levels, days and addresses where they are written', () => {
        const of = (piece: string): string => at(piece);
        assert.match(of('kind con|trol'), /^`control`: Control of a process/);
        assert.match(of('kind d|mz'), /^`dmz`: A buffer between IT and the plant/);
        assert.match(of('SL-T |2 {'), /^SL 2: against deliberate misuse/);
        assert.match(of('RDF |3'), /^SL 3: /);
        assert.match(of('status imple|mented'), /^`implemented`: In place\.$/);
        assert.match(of('due 2027-|03-31'), /^In 303 days\.$/);
        assert.match(of('address 10.0.|0.4'), /^`Control\.Plc1`: 10\.0\.0\.4 is its address/);
        const ofText = (text: string): string =>
            (ask(hover, workspace(text))?.contents as MarkupContent | undefined)?.value ?? '';
        assert.match(ofText('system P\nzone A { purdue 3<|>.5 }\n'), /^`3\.5`: Level 3\.5, the DMZ/);
        assert.match(
            ofText(
                'system P {\n  matrix {\n    likelihood "rare", "often"\n    row 1 2\n  }\n}\nthreat T { ' +
                    'likelihood <|>2 }\n',
            ),
            /^$|likelihood 2 of 2: often/,
        );
        assert.match(ofText('system P\nthreat T { likelihood <|>4 }\n'), /^likelihood 4 of 5: /);
        for (const [text, said] of [
            ['zone A { asset X : plc { criticality hi<|>gh } }', /^`high`: The third of four criticalities/],
            ['function F { is ess<|>ential }', /^`essential`: The plant must not lose it/],
            [
                'zone A { asset X : plc\n flow X -> X : http { port tcp 4<|>43 } }',
                /^443 is the usual port of .*`https`/,
            ],
            ['zone A { asset X : plc { patch "3" state author<|>ized } }', /^`authorized`: Of the asset owner/],
            ['view V { colour g<|>ap }', /^`gap`: Zones have the colour of what they lack/],
            ['invariant I { deny pa<|>th from A to B }\nzone A {}\nzone B {}', /^path: a chain of flows/],
        ] as const)
            assert.match(ofText(`system P\n${text}\n`), said, text);
    });

    it('explains each value of each enumeration', () => {
        // An arrow, a level and a grade are explained elsewhere; a transport and a unit of time are plain.
        const elsewhere = ['ARROW', 'LEVEL', 'GRADE', 'TRANSPORT', 'UNIT'];
        const silent = Object.entries(slots).flatMap(([name, slot]: readonly [string, Slot]) =>
            elsewhere.includes(name) || (slot.is !== 'word' && slot.is !== 'grade')
                ? []
                : (slot.words ?? []).filter(word => valueHelp(slot, word) === '').map(word => `${name} ${word}`),
        );
        assert.deepEqual(silent, []);
    });

    it('says nothing where there is nothing to say', () => assert.equal(at('"No tr|ail"'), ''));

    it('explains the words of a risk matrix where they stand', () => {
        const of = (text: string): string =>
            (ask(hover, workspace(text))?.contents as MarkupContent | undefined)?.value ?? '';
        assert.match(
            of('system P {\n  matrix {\n    categ<|>ory safety {\n      targets IAC\n    }\n  }\n}\n'),
            /What differs for a consequence class/,
        );
        assert.match(
            of('system P {\n  matrix {\n    category safety {\n      tar<|>gets IAC\n    }\n  }\n}\n'),
            /foundational requirements whose SL-T/,
        );
        assert.match(of('threat T {\n  categ<|>ory safety\n}\nsystem P\n'), /The consequence class of the risk matrix/);
    });
});
