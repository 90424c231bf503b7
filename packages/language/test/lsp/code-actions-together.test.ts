import assert from 'node:assert/strict';
import type { CodeAction } from 'vscode-languageserver';
import { codeActions } from '../../src/lsp/code-actions.ts';
import { applyEdits } from '../../src/syntax/index.ts';
import { load } from '../support/load.ts';
import type { Workspace } from './ask.ts';
import { workspace } from './ask.ts';

/** What is offered where the cursor stands. */
function offered({ view, context, position }: Workspace, only?: string[]): CodeAction[] {
    return codeActions.answer(
        view,
        {
            textDocument: { uri: view.uri },
            range: { start: position, end: position },
            context: { diagnostics: [], ...(only ? { only } : {}) },
        },
        context,
    );
}

/** The text after the action whose title begins so; `null` where none does. */
function taken(annotated: string, title: string, only?: string[]): string | null {
    const space = workspace(annotated);
    const action = offered(space, only).find(each => each.title.startsWith(title));
    if (!action) return null;
    const { view } = space;
    const edits = action.edit!.changes![view.uri]!.map(({ range, newText }) => ({
        file: view.uri,
        ...view.lines.spanOf(range),
        text: newText,
    }));
    return applyEdits(view.text, edits);
}

describe('Fixes of several findings at once', () => {
    const plant = (...flows: readonly [string, string, string]): string => `system Plant
zone A {
  kind control
  asset X : plc
  ${flows[0]}
}
zone B {
  kind operations
  asset Y : hmi
  ${flows[1]}
}
zone C {
  kind dmz
  asset V : server
  ${flows[2]}
}
`;

    it('join two zones once, and give no name twice', () => {
        const after = taken(
            plant('flow <|>A.X -> B.Y : https', 'flow A.X -> B.Y : ssh', 'flow B.Y -> A.X : snmp-v3'),
            'Fix all 3 of flow-without-conduit',
        );
        assert.match(
            after!,
            /\nconduit AToB between A and B \{\n {2}flow A\.X -> B\.Y : https\n {2}flow A\.X -> B\.Y : ssh\n {2}flow B\.Y -> A\.X : snmp-v3\n\}\n/,
        );
        assert.equal(after!.match(/^conduit/gm)!.length, 1);
        assert.deepEqual(load(after!).problems, []);
    });

    it('join as many pairs of zones as there are', () => {
        const after = taken(
            plant('flow <|>A.X -> B.Y : https', 'flow B.Y -> C.V : ssh', 'flow C.V -> A.X : snmp-v3'),
            'Fix all 3 of flow-without-conduit',
        );
        assert.deepEqual(after!.match(/^conduit \w+/gm)!.sort(), ['conduit AToB', 'conduit BToC', 'conduit CToA']);
        assert.deepEqual(load(after!).problems, []);
    });

    it('are one action where they make the same edit', () => {
        const space = workspace(`system P
zone A { kind control asset X : plc }
zone B { kind operations asset Y : hmi }
conduit C between A and B {
  flow B.Y <|>-> A.X : ssh
}
invariant I { deny path from B to A }
invariant J { deny path from B.Y to A.X }
`);
        const titles = offered(space).map(({ title }) => title);
        assert.deepEqual(
            titles.filter(title => / this flow/.test(title)),
            ['Remove this flow', 'Except this flow in I…', 'Except this flow in J…'],
        );
    });
});

describe('A countermeasure that is planned for what is missed', () => {
    const zone = (statement: string): string => `system P\nzone A {\n  <|>${statement}\n}\n`;
    const plan = (text: string): string | null => taken(text, 'Plan a countermeasure', ['refactor.rewrite']);

    it('takes the comments between the requirements along, once', () => {
        assert.equal(
            plan(zone('misses SR 1.1 /* a */, SR /* b */ 2.8 because "R"')),
            `system P
zone A {
  applies PlannedSR11 /* a */ /* b */
}

countermeasure PlannedSR11 {
  description "R"
  meets SR 1.1, SR 2.8
  status planned
}
`,
        );
    });

    it('is not offered where it could not say all that is said', () => {
        for (const fact of ['by M', 'evidence "E"', 'evidence "E" author "A"', 'evidence "E" dated 2026-01-01'])
            assert.equal(plan(zone(`misses SR 1.1 ${fact}`)), null, fact);
    });

    it('is not offered where none can be applied', () => {
        assert.equal(plan('system P\nprogramme "Ours" {\n  <|>misses COMP 3.3\n}\n'), null);
        assert.equal(plan('system P\nparty O {\n  <|>misses SP.11.02\n}\n'), null);
        assert.equal(plan('system P\ntype t : plc {\n  <|>misses SR 1.1\n}\n'), null);
        assert.notEqual(plan('system P\nzone A {\n  asset X : plc {\n    <|>misses SR 1.1\n  }\n}\n'), null);
        assert.notEqual(plan('system P\nzone A\nwithin A {\n  <|>misses SR 1.1\n}\n'), null);
    });
});
