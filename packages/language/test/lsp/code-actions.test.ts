import assert from 'node:assert/strict';
import type { CodeAction, Range } from 'vscode-languageserver';
import type { Acceptable } from '../../src/lsp/actions/accepting.ts';
import type { Gap } from '../../src/lsp/actions/fill-in.ts';
import { LineIndex } from '../../src/lsp/lines.ts';
import { Editor } from '../support/server.ts';

function textIn(text: string, { start, end }: Range): string {
    const lines = new LineIndex(text);
    return text.slice(lines.offsetAt(start), lines.offsetAt(end));
}

describe('Code actions', () => {
    let editor: Editor;
    afterEach(() => editor.stop());

    async function actions(selected: string, name = 'main.iacs', only?: string[]): Promise<CodeAction[]> {
        return editor.request<CodeAction[]>('textDocument/codeAction', {
            textDocument: { uri: editor.uri(name) },
            range: editor.range(selected, name),
            context: { diagnostics: editor.diagnostics(name), ...(only ? { only } : {}) },
        });
    }

    /** The texts after the action whose title begins so. */
    async function take(
        title: string,
        selected: string,
        name = 'main.iacs',
        only?: string[],
    ): Promise<Record<string, string>> {
        const offered = await actions(selected, name, only);
        const action = offered.find(each => each.title.startsWith(title));
        assert.ok(action, `${title} is offered among: ${offered.map(each => each.title).join(' | ')}`);
        const whole = action.edit ? action : await editor.request<CodeAction>('codeAction/resolve', action);
        return editor.after(whole.edit!);
    }

    it('make a quick fix in another file, with the version of its buffer', async () => {
        editor = await Editor.start(`import "parts.iacs"
system Plant
zone Control { kind control SL-T 1 asset Plc1 : plc }
conduit Link between Control and Contrl
//- parts.iacs
zone Dmz { kind dmz }
`);
        await editor.open();
        const [action] = (await actions('Contrl')).filter(({ title }) => title.startsWith('Change to'));
        assert.equal(action?.title, 'Change to Control');
        const [change] = action.edit!.documentChanges!;
        assert.deepEqual((change as { textDocument: object }).textDocument, { uri: editor.uri(), version: 1 });
        assert.equal(action.diagnostics?.[0]?.code, 'unresolved');
    });

    it('fix all of one kind, also where the fixes land in one place', async () => {
        editor = await Editor.start(`system Plant
zone A { kind control asset P : firewal asset Q : firewal asset R : historan }
`);
        await editor.open();
        const after = await take('Fix all 3 of unresolved', 'firewal');
        assert.match(after['main.iacs']!, /asset P : firewall asset Q : firewall asset R : historian/);
    });

    it('fix all with edits as small as each fix, in several rounds and over the whole file', async () => {
        const lines = Array.from({ length: 30 }, (_, index) => `  asset A${index} : plc`);
        editor = await Editor.start(
            `system Plant\nzone A {\n  kind contrl\n${lines.join('\n')}\n  asset Z : historan\n}\nconduit C between A ` +
                'and Aa {\n}\nconduit D between A and Bb {\n}\n',
        );
        await editor.open();
        const [action] = await actions('zone', 'main.iacs', ['source.fixAll']);
        const [change] = action!.edit!.documentChanges as { edits: { newText: string }[] }[];
        assert.ok(change!.edits.length > 1, 'several edits');
        assert.ok(
            change!.edits.every(({ newText }) => newText.length < 12),
            JSON.stringify(change!.edits),
        );
    });

    it('make the preferred fixes of a file on save', async () => {
        editor = await Editor.start('system Plant\nzone A { kind contrl asset P : plx }\n');
        await editor.open();
        const after = await take('Make all preferred', 'zone', 'main.iacs', ['source.fixAll']);
        assert.match(after['main.iacs']!, /kind control/);
    });

    it('accept a finding where it stands', async () => {
        editor = await Editor.start('system Plant\nzone A {\n  kind control\n}\n', { settings: { commands: false } });
        await editor.open();
        assert.ok(editor.codes().includes('zone-without-target'));
        const after = await take('Accept zone-without-target', 'A {');
        assert.match(
            after['main.iacs']!,
            /\n {2}accept zone-without-target because "TODO: why this is tolerable" until 2026-12-01\n\}/,
        );
        await editor.open('main.iacs', after['main.iacs']!);
        assert.ok(!editor.codes().includes('zone-without-target'));
    });

    it('accept a finding of one flow in its own block, so that its siblings stay', async () => {
        editor = await Editor.start(`system Plant
zone A { kind control SL-T 1 asset X : plc asset Y : plc }
zone B { kind dmz SL-T 1 asset Z : server asset W : server }
conduit C between A and B {
  via F
  asset F : firewall { serves A, B }
  flow A.X -> B.Z : http
  flow A.Y -> B.W : telnet
}
`);
        await editor.open();
        assert.equal(editor.codes().filter(code => code === 'clear-text-credentials').length, 2);
        const after = (await take('Accept clear-text-credentials here', 'http'))['main.iacs']!;
        assert.match(
            after,
            /flow A\.X -> B\.Z : http \{\n {4}accept clear-text-credentials because "TODO: why this is tolerable" until 2026-12-01\n {2}\}\n {2}flow A\.Y/,
        );
        await editor.open('main.iacs', after);
        assert.equal(editor.codes().filter(code => code === 'clear-text-credentials').length, 1);
        assert.ok(editor.codes().includes('placeholder-left'), 'a reason that was never typed is a finding');
    });

    it('are offered at each place that a finding blames, and accept there alone', async () => {
        editor = await Editor.start(`system Plant { assumption "Guards" }
zone Control {
  kind control
  SL-T 2
  asset Plc1 : plc
}
zone Dmz {
  kind dmz
  SL-T 2
  asset Mirror : historian
}
zone Spare {
  kind control
  SL-T 1
  asset Plc2 : plc
}
`);
        await editor.open();
        const shown = editor.diagnostics('main.iacs').filter(({ code }) => code === 'zone-without-owner');
        assert.deepEqual(
            shown.map(({ severity, range }) => [severity, range.start.line]),
            [
                [3, 1],
                [4, 6],
                [4, 11],
            ],
            'said once, and hinted at beside',
        );
        const offered = await actions('Dmz {');
        assert.ok(
            offered.some(({ title }) => title === 'Name the owner of Dmz…'),
            offered.map(({ title }) => title).join(' | '),
        );
        assert.ok(!offered.some(({ title }) => title === 'Name the owner of Control…'));
        const choices = offered.find(({ title }) => title.startsWith('Accept'))!.command!.arguments![0] as Acceptable[];
        const after = editor.after(choices.find(({ rule }) => rule === 'zone-without-owner')!.edit)['main.iacs']!;
        assert.match(after, /asset Mirror : historian\n {2}accept zone-without-owner because/);
        await editor.open('main.iacs', after);
        const left = editor.diagnostics('main.iacs').filter(({ code }) => code === 'zone-without-owner');
        assert.deepEqual(
            left.map(({ severity }) => severity),
            [3, 4],
            'Control and Spare lack one still',
        );
    });

    it('offer one row for all findings that may be accepted, where the editor lets people choose', async () => {
        const text = 'system Plant\nzone Empty {\n  kind control\n}\n';
        editor = await Editor.start(text, { settings: { commands: true } });
        await editor.open();
        const offered = (await actions('Empty')).filter(({ title }) => title.startsWith('Accept'));
        assert.deepEqual(
            offered.map(({ title }) => title),
            ['Accept a finding here…'],
        );
        const choices = offered[0]!.command!.arguments![0] as Acceptable[];
        assert.deepEqual(
            choices.map(({ rule }) => rule).sort(),
            editor
                .codes()
                .filter(code => code !== 'system-without-assumptions')
                .sort(),
        );
        for (const { edit, rule, gaps } of choices) {
            const after = editor.after(edit)['main.iacs']!;
            assert.match(
                after,
                new RegExp(`\\n {2}accept ${rule} because "TODO: why this is tolerable" until 2026-12-01\\n\\}`),
            );
            assert.deepEqual(
                gaps.map(({ range }) => textIn(after, range)),
                ['TODO: why this is tolerable', '2026-12-01'],
            );
        }
    });

    it('are those of the text that was sent, with what an editor has not shown yet', async () => {
        const text = 'system Plant\nimport "parts.iacs"\n';
        const part = 'zone Dmz { kind dmz }\n';
        editor = await Editor.start(`${text}//- parts.iacs\n${part}`, { settings: { commands: true } });
        await editor.open();
        await editor.open('parts.iacs');
        await editor.type('kind dmz', 'kind dmz asset Mirror : historian', 'parts.iacs');
        const soon = await actions('zone Dmz', 'parts.iacs');
        await editor.settled();
        const late = await actions('zone Dmz', 'parts.iacs');
        const told = (all: readonly CodeAction[]): unknown =>
            all.map(({ title, command }) => [
                title,
                (command?.arguments?.[0] as Acceptable[])?.map(({ rule }) => rule),
            ]);
        assert.deepEqual(told(soon), told(late));
        assert.ok(soon.some(({ title }) => title === 'Accept a finding here…'));
    });

    it('go to what a claim leaves to be filled in', async () => {
        editor = await Editor.start(
            'system Plant {\n  assumption "Guards"\n}\nzone A {\n  SL-T 1\n  asset P : plc\n}\n',
            { settings: { commands: true } },
        );
        await editor.open();
        const action = (await actions('A {')).find(({ title }) => title.startsWith('Name the owner of A'))!;
        assert.equal(action.isPreferred, undefined);
        const after = editor.after(action.edit!)['main.iacs']!;
        const [gaps] = action.command!.arguments as [readonly Gap[]];
        assert.deepEqual(
            [action.command!.command, gaps.map(({ range }) => textIn(after, range))],
            ['iacs.fillIn', ['TODO: who is accountable for the zone']],
        );
    });

    it('move assets into a new zone, and every mention follows', async () => {
        editor = await Editor.start(`system Plant
zone Control {
  asset A : plc
  asset B : hmi
  asset C : server
  flow B -> A : s7comm
}
threat T { from Control.C against Control.A }
`);
        await editor.open();
        const after = (await take('Move 2 assets into a new zone', 'asset A : plc\n  asset B : hmi'))['main.iacs']!;
        assert.match(after, /zone NewZone \{\n {4}asset A : plc\n {4}asset B : hmi\n {2}\}/);
        assert.match(after, /against Control\.NewZone\.A/);
        await editor.open('main.iacs', after);
        assert.ok(!editor.codes().includes('unresolved'));
    });

    it('extract a type from what an asset says of its product', async () => {
        editor = await Editor.start(`system Plant
zone Control {
  asset A : plc {
    vendor "Siemens"
    product "S7-1500"
    SL-C 2
    criticality high
  }
}
`);
        await editor.open();
        const after = (await take('Extract the type s7-1500', 'A :'))['main.iacs']!;
        assert.equal(
            after,
            `system Plant
zone Control {
  asset A : s7-1500 {
    criticality high
  }
}

type s7-1500 "Siemens S7-1500" : plc {
  vendor "Siemens"
  product "S7-1500"
  SL-C 2
}
`,
        );
    });

    it('qualify and shorten names', async () => {
        editor = await Editor.start(`system Plant
zone Control { asset Hmi : hmi }
zone Dmz { asset Mirror : historian }
conduit Link between Control and Dmz {
  flow Control.Hmi -> Mirror : https
}
`);
        await editor.open();
        assert.match((await take('Shorten to Hmi', 'Control.Hmi'))['main.iacs']!, /flow Hmi -> Mirror/);
        assert.match(
            (await take('Write the qualified name Dmz.Mirror', 'Mirror : https'))['main.iacs']!,
            /-> Dmz\.Mirror : https/,
        );
    });

    it('write a level for each foundational requirement', async () => {
        editor = await Editor.start('system Plant\nzone A {\n  SL-T 2 { RDF 3 }\n}\n');
        await editor.open();
        assert.match((await take('Write SL-T', 'SL-T'))['main.iacs']!, /SL-T \{2 2 2 2 3 2 2\}\n/);
    });

    it('turn what is missed into a planned countermeasure', async () => {
        editor = await Editor.start(
            'system Plant\nzone A {\n  SL-T 2\n  misses SR 2.8 because "No audit trail" due 2027-03-31\n}\n',
        );
        await editor.open();
        const after = (await take('Plan a countermeasure', 'misses'))['main.iacs']!;
        assert.equal(
            after,
            `system Plant
zone A {
  SL-T 2
  applies PlannedSR28
}

countermeasure PlannedSR28 {
  description "No audit trail"
  meets SR 2.8
  status planned
  due 2027-03-31
}
`,
        );
    });

    it('create the missing conduit for a flow', async () => {
        editor = await Editor.start(`system Plant
zone A { kind control asset P : plc }
zone B { kind dmz asset H : historian }
flow A.P -> B.H : https
`);
        await editor.open();
        const offered = (await actions('A.P -> B.H')).map(({ title }) => title);
        const conduit = offered.find(title => /conduit/i.test(title) && !title.startsWith('Accept'));
        assert.ok(conduit, offered.join(' | '));
        const after = (await take(conduit, 'A.P -> B.H'))['main.iacs']!;
        assert.match(after, /conduit \S+ between A and B/);
    });
});
