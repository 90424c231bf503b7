import assert from 'node:assert/strict';
import type { CompletionItem, CompletionList } from 'vscode-languageserver';
import { completion } from '../../src/lsp/completion.ts';
import { applyEdits } from '../../src/syntax/index.ts';
import type { Workspace } from './ask.ts';
import { ask, workspace } from './ask.ts';

const plant = `system Plant
zone Office { kind enterprise asset Erp "Order system" : server }
zone Control "Basic control" {
  kind control
  SL-T 2
  asset Plc1 "Loading PLC" : s7
  asset Hmi1 : hmi
  zone Cell { asset Drive1 : drive }
}
zone Dmz { kind dmz asset Mirror : historian }
conduit Link between Control and Dmz { via Fw asset Fw : firewall }
type s7 "SIMATIC S7" : plc
countermeasure Accounts "Named accounts" { meets SR 1.1 status implemented }
threat Stop { from Office against Control }
`;

function list(annotated: string): CompletionList | null {
    return ask(completion, workspace(annotated));
}

function items(annotated: string): readonly CompletionItem[] {
    return list(annotated)?.items ?? [];
}

function labels(annotated: string): string[] {
    return items(annotated).map(item => item.label);
}

function item(annotated: string, label: string): CompletionItem {
    const found = items(annotated).find(each => each.label === label);
    assert.ok(found, `${label} is proposed among ${labels(annotated).slice(0, 20).join(', ')}`);
    return found;
}

/** The text after taking a proposal. */
function take(annotated: string, label: string): string {
    const space: Workspace = workspace(annotated);
    const taken = item(annotated, label);
    const edits = [taken.textEdit!, ...(taken.additionalTextEdits ?? [])].map(edit => {
        assert.ok('range' in edit);
        return { file: '', ...space.view.lines.spanOf(edit.range), text: edit.newText };
    });
    return applyEdits(space.view.text, edits);
}

describe('Completion', () => {
    it('offers the statements of a block, and no others', () => {
        const inAsset = labels('zone A {\n  asset B : plc {\n    <|>\n  }\n}\n');
        assert.ok(inAsset.includes('criticality') && inAsset.includes('needs') && inAsset.includes('SL-C'));
        assert.ok(!inAsset.includes('SL-T') && !inAsset.includes('zone') && !inAsset.includes('via'));
        const atTop = labels('<|>');
        assert.ok(atTop.includes('system') && atTop.includes('conduit') && !atTop.includes('owner'));
        assert.equal(item('<|>', 'system').detail, 'The system under consideration; one per model (ZCR 1).');
    });

    it('writes the space that a sign lacks, and is found by it when it is typed after all', () => {
        const after = (text: string): readonly string[] => {
            const list: CompletionList | null = ask(completion, workspace(text));
            return (list?.items ?? []).map(({ textEdit, filterText, label }) => {
                assert.ok((filterText ?? label).startsWith(textEdit!.newText.startsWith(' ') ? ' ' : label), label);
                return textEdit!.newText;
            });
        };
        const office = 'zone Office {\n  kind enterprise\n  asset Desk';
        assert.equal(after(`${office} :<|>\n}\n`)[0], ' office-computer');
        assert.equal(after(`${office} : <|>\n}\n`)[0], 'office-computer');
        assert.equal(after(`${office} :off<|>\n}\n`)[0], 'office-computer');
        assert.equal(after('flow A -> B { secured authentication,<|> }')[0], ' encryption');
        assert.equal(after(`${office} : server {\n    SL-C {<|>}\n  }\n}\n`)[0], ' IAC');
        assert.equal(after(`${plant}flow Office.Erp -><|>\n`)[0]!.slice(0, 1), ' ');
        assert.equal(after(`${plant}flow Office.<|>\n`)[0], 'Office.Erp');
    });

    it('leaves out what stands once and stands already', () => {
        assert.ok(!labels('zone A {\n  kind control\n  <|>\n}\n').includes('kind'));
        assert.ok(labels('zone A {\n  evidence "x"\n  <|>\n}\n').includes('evidence'));
    });

    it('offers the words of an enumeration', () => {
        assert.deepEqual(labels('zone A { kind <|> }'), [
            'control',
            'enterprise',
            'dmz',
            'operations',
            'safety',
            'field',
            'external',
        ]);
        assert.deepEqual(labels('zone A {\n  kind s<|>\n}'), ['safety', 'enterprise', 'operations']);
        assert.deepEqual(labels('zone A { is wireless, <|> }'), ['temporary', 'remote', 'untrusted']);
        assert.deepEqual(labels('view V { colour <|> }'), ['target', 'gap', 'kind']);
        assert.deepEqual(labels('flow A -> B { secured authentication, <|> }'), ['encryption', 'integrity']);
    });

    it('offers asset types and protocols with what they are', () => {
        assert.equal(labels(`${plant}zone X { asset Y : <|> }`)[0], 's7', 'own types first');
        assert.match(item(`${plant}zone X { asset Y : s<|> }`, 's7').detail!, /SIMATIC S7 · rests on /);
        const modbus = item(`${plant}flow Office -> Dmz : modb<|>`, 'modbus-tcp');
        assert.match(modbus.detail!, /Modbus\/TCP · tcp 502 · protects nothing; no security functions/);
        assert.ok(labels(`${plant}flow Office -> Dmz : https, <|>`).includes('opc-ua'));
    });

    it('offers the assets of the connected zones inside a conduit, by their short names', () => {
        const text = `${plant}conduit Two between Control and Dmz {\n  flow <|>\n}\n`;
        // The panel first: from the plant's side the DMZ is sent to.
        assert.deepEqual(labels(text), ['Hmi1', 'Plc1', 'Drive1', 'Mirror', 'Control', 'Cell', 'Dmz']);
        assert.ok(
            labels(`${plant}conduit Two between Control and Dmz {\n  flow Plc1 -> Er<|>\n}\n`).includes('Office.Erp'),
            'typing finds the others too',
        );
        assert.equal(
            take(`${plant}conduit Two between Control and Dmz {\n  flow Control.Pl<|>\n}\n`, 'Plc1').split('\n').at(-3),
            '  flow Plc1',
        );
    });

    it('offers the zones of a conduit and then its arrows', () => {
        assert.deepEqual(labels(`${plant}conduit Two between <|>`), ['Office', 'Control', 'Dmz', 'Control.Cell']);
        assert.deepEqual(labels(`${plant}conduit Two <|>`), ['between']);
        assert.deepEqual(labels(`${plant}flow Office <|>`), ['->', '<->', '--']);
    });

    it('takes what is typed of an arrow as a part of it', () => {
        for (const typed of ['<', '<-', '-', ''])
            assert.equal(take(`${plant}flow Control.Hmi1 ${typed}<|>`, '<->'), `${plant}flow Control.Hmi1 <->`);
    });

    it('proposes a word once that goes on with a statement and begins one', () => {
        const here = labels('system S\ncountermeasure M { meets SR 1.1 <|> }\n');
        assert.ok(here.includes('due') && here.includes('evidence'));
        assert.deepEqual(
            here.filter((label, index) => here.indexOf(label) !== index),
            [],
        );
    });

    it('offers requirements by number and by words of their titles, with level and state here', () => {
        const zone = (typed: string): string => plant.replace('  SL-T 2\n', `  SL-T 2\n  ${typed}<|>\n`);
        assert.ok(labels(zone('misses audit')).includes('SR 2.8'));
        assert.match(item(zone('misses audit'), 'SR 2.8').detail!, /Auditable events · SL 1 · required · not assessed/);
        assert.ok(labels(zone('misses SR 2.12')).includes('SR 2.12 RE 1'));
        assert.match(take(zone('misses SR 2.1, SR 1.1'), 'SR 1.13'), /misses SR 2\.1, SR 1\.13\n/);
        assert.match(take(zone('misses audit'), 'SR 2.8'), /misses SR 2\.8\n/);
        assert.deepEqual(labels(zone('misses SR 2.8 ')), [
            'because',
            'due',
            'evidence',
            'by',
            'author',
            'dated',
            'valid',
            'until',
            'RE',
        ]);
    });

    it('offers countermeasures, rules, days and levels', () => {
        assert.deepEqual(labels(`${plant}zone X { applies <|> }`), ['Accounts']);
        assert.deepEqual(labels(`${plant}zone X { meets SR 1.1 by <|> }`), ['Accounts']);
        assert.ok(labels(`${plant}zone X { accept flow-out<|> }`).includes('flow-outside-conduit'));
        assert.equal(
            items(plant.replace('kind enterprise', 'accept <|> kind enterprise'))[0]!.detail!.startsWith('found here'),
            true,
        );
        assert.ok(labels('flow A -> B { until <|> }').includes('2026-06-30'));
        assert.ok(labels('flow A -> B { until 2027-<|> }').includes('2027-12-31'));
        assert.deepEqual(labels('zone A { SL-T 2 { <|> } }'), ['IAC', 'UC', 'SI', 'DC', 'RDF', 'TRE', 'RA']);
        assert.deepEqual(labels('zone A { SL-T 2 { RDF <|> } }'), ['3', '2', '1', '4', '0']);
    });

    it('knows invariants, mitigations and views', () => {
        assert.deepEqual(labels(`${plant}invariant I { deny <|> }`), ['path', 'write']);
        assert.deepEqual(labels(`${plant}invariant I { deny path from Office to Dmz<|> }`), ['Dmz', 'Dmz.Mirror']);
        assert.deepEqual(labels(`${plant}threat T { mitigated by <|> }`), ['Accounts']);
        assert.deepEqual(labels(`${plant}view V { threat <|> }`), ['Stop']);
    });

    it('offers paths of imports', () => {
        const files = (line: string): string => `//- main.iacs\nsystem S\n${line}\n//- parts/zones.iacs\nzone A\n`;
        assert.deepEqual(labels(files('import "<|>"')), ['parts/zones.iacs']);
        assert.deepEqual(labels(files('import "parts/zones.iacs"\nimport "<|>')), []);
    });

    it('brings the import of a name along', () => {
        const text =
            '//- main.iacs\nimport "a.iacs"\nsystem S\nzone Z { asset P : myplc<|> }\n//- a.iacs\nzone ' +
            'Other\n//- lib/my products.iacs\ntype myplc "Mine" : plc\n';
        assert.equal(
            take(text, 'myplc'),
            'import "a.iacs"\nimport "lib/my products.iacs"\nsystem S\nzone Z { asset P : myplc }\n',
        );
    });

    it('says nothing in comments, names and free text', () => {
        assert.equal(list('// kind <|>'), null);
        assert.equal(list('/* zone <|> */'), null);
        assert.equal(list('zone A { owner "Pl<|>" }'), null);
        assert.equal(list('zone <|>'), null);
    });

    it('works in half-written text', () => {
        assert.ok(labels(`${plant}zone X {\n  asset A :\n  asset B : pl<|>\n`).includes('plc'));
        assert.ok(labels('zone A {\n  owner "open\n  kind <|>').includes('control'));
        assert.ok(
            labels('zone A {\n  kind control\nconduit C between A and A {\n  <|>\n}\n').includes('via'),
            'a block above is not closed',
        );
        assert.ok(labels('zone A {\n  needs\n  <|>\n').includes('owner'));
    });

    it('writes snippets where the editor takes them', () => {
        const zone = item('<|>', 'zone …');
        assert.equal(zone.insertTextFormat, 2);
        assert.match((zone.textEdit as { newText: string }).newText, /^zone \$\{1:Name\}/);
    });

    it('knows the words of a risk matrix and of its consequence classes', () => {
        const inside = (body: string): string[] => labels(`system Plant {\n  matrix {\n    ${body}\n  }\n}\n`);
        const words = inside('<|>');
        assert.ok(
            ['likelihood', 'bands', 'row', 'category', 'preset', 'target-rule'].every(word => words.includes(word)),
            words.join(' '),
        );
        assert.ok(!words.includes('owner'));
        assert.deepEqual(inside('preset <|>'), ['nist-sp-800-30', 'mil-std-882e']);
        assert.deepEqual(inside('highest-first likelihood, <|>'), ['consequence']);
        assert.deepEqual(inside('target-rule <|>'), ['factor', 'steps', 'bands']);
        assert.deepEqual(inside('likelihood <|>'), []);
        const inClass = inside('category safety {\n      <|>\n    }');
        assert.ok(
            inClass.includes('targets') && inClass.includes('tolerable-risk') && !inClass.includes('bands'),
            inClass.join(' '),
        );
        assert.ok(inside('category safety { targets <|> }').includes('RDF'));
        assert.deepEqual(
            labels(
                'system Plant {\n  matrix {\n    category safety\n    category supply\n  }\n}\nthreat T {\n  ' +
                    'category s<|>\n}\n',
            ),
            ['safety', 'supply'],
        );
    });
});
