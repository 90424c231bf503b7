import assert from 'node:assert/strict';
import type { Edit, Origin, Place } from '../src/model/index.ts';
import { applyEdits, formatText, renderEdits } from '../src/syntax/index.ts';
import type { Loaded } from './support/load.ts';
import { load } from './support/load.ts';

/** The first file of a model after edits of it. */
function edited({ files }: Loaded, edits: readonly Edit[]): string {
    const [[uri, text]] = [...files] as [[string, string]];
    return applyEdits(
        text,
        renderEdits(edits, file => (file === uri ? text : '')),
    );
}

/** A text with a fact at the beginning or end of the block of a zone. */
function added(text: string, where: 'first' | 'last', zone = 'A'): string {
    const loaded = load(text);
    const into: Origin = loaded.lookup.zone(zone)!.origin;
    const after = edited(loaded, [{ kind: 'add', into, where, text: 'owner "O"' }]);
    assert.deepEqual(load(after).problems, []);
    return after;
}

/** The place of what is written in the only file of a text. */
function placeOf({ files }: Loaded, written: string): Place {
    const [[file, text]] = [...files] as [[string, string]];
    const start = text.indexOf(written);
    return { file, start, end: start + written.length };
}

function replaced(text: string, written: string, by: string): string {
    const loaded = load(text);
    return edited(loaded, [{ kind: 'replace', at: placeOf(loaded, written), text: by }]);
}

function removed(text: string, written: string): string {
    const loaded = load(text);
    return edited(loaded, [{ kind: 'remove', at: placeOf(loaded, written) }]);
}

describe('A fact that comes first into a block', () => {
    it('stands above a statement that begins on the line of the brace, and goes on below it', () => {
        assert.equal(
            added('system S\nzone A { asset X :\n  plc\n  kind control\n}\n', 'first'),
            'system S\nzone A {\n  owner "O"\n  asset X :\n  plc\n  kind control\n}\n',
        );
        assert.equal(
            added('system S\r\nzone A {asset X : plc {\r\n  }\r\n}\r\n', 'first'),
            'system S\r\nzone A {\r\n  owner "O"\r\n  asset X : plc {\r\n  }\r\n}\r\n',
        );
    });

    it('leaves a comment behind the brace where it is', () => {
        assert.equal(
            added('system S\nzone A { /* a */ // b\n  kind control\n}\n', 'first'),
            'system S\nzone A { /* a */ // b\n  owner "O"\n  kind control\n}\n',
        );
    });

    it('is not written into a comment of several lines, nor below what documents the next statement', () => {
        assert.equal(
            added('system S\nzone A { /* a\n b */ kind control }\n', 'first'),
            'system S\nzone A {\n  owner "O"\n  /* a\n   b */ kind control\n}\n',
        );
        assert.equal(
            added('system S\nzone A { /* a\n  b */\n  kind control\n}\n', 'first'),
            'system S\nzone A {\n  owner "O"\n  /* a\n  b */\n  kind control\n}\n',
        );
        assert.equal(
            added('system S\nzone A { /** X */\n  asset X : plc\n}\n', 'first'),
            'system S\nzone A {\n  owner "O"\n  /** X */\n  asset X : plc\n}\n',
        );
    });
});

describe('A statement that comes last into a block', () => {
    it('leaves the closing brace a line of its own, also where a comment ends the statement', () => {
        const text = 'system S\nzone B {\n  asset X : plc // of B\n  kind field\n}\nzone A {\n  kind control }\n';
        const loaded = load(text);
        const [asset] = loaded.model.assets;
        const at = { file: asset!.origin.file, ...asset!.origin.whole };
        const after = edited(loaded, [{ kind: 'move', at, into: loaded.lookup.zone('A')!.origin }]);
        assert.equal(
            after,
            'system S\nzone B {\n  kind field\n}\nzone A {\n  kind control\n  asset X : plc // of B\n }\n',
        );
        assert.deepEqual(load(after).problems, []);
    });

    it('takes its documentation along, also above another comment', () => {
        const asset = '  /** Doc\n   * of X */\n  // More.\n  asset X : plc\n';
        const loaded = load(`system S\nzone B {\n  kind field\n${asset}}\nzone A {\n  kind control\n}\n`);
        const at = { file: loaded.model.assets[0]!.origin.file, ...loaded.model.assets[0]!.origin.whole };
        assert.equal(
            edited(loaded, [{ kind: 'move', at, into: loaded.lookup.zone('A')!.origin }]),
            `system S\nzone B {\n  kind field\n}\nzone A {\n  kind control\n${asset}}\n`,
        );
    });

    it('stands first where the last statement would read it as its own', () => {
        const flow = (inside: string): string =>
            'system S\nzone A { asset X : hmi asset Y : plc }\n' + `flow A.X -> A.Y : ssh ${inside}\n`;
        const after = (text: string): string => {
            const loaded = load(text);
            const into = loaded.model.flows[0]!.origin;
            return edited(loaded, [{ kind: 'add', into, where: 'last', text: 'until 2026-12-01' }]);
        };
        const accepted = 'accept flow-past-dmz because "R"';
        const spread = flow(`{\n  until 2026-12-01\n  ${accepted}\n}`);
        assert.equal(after(flow(`{\n  ${accepted}\n}`)), spread);
        assert.equal(after(flow(`{ ${accepted} }`)), spread);
        assert.equal(load(spread).model.flows[0]!.until?.date, '2026-12-01');
        const read = flow('{\n  access read\n}');
        assert.equal(after(read), flow('{\n  access read\n  until 2026-12-01\n}'));
    });

    it('is not documented by a comment that documented nothing', () => {
        assert.equal(
            added('system S\nzone A {\n  kind control\n  /** Later. */\n}\n', 'last'),
            'system S\nzone A {\n  kind control\n  owner "O"\n  /** Later. */\n}\n',
        );
    });

    it('spreads the block around it over lines too, as formatting would', () => {
        assert.equal(
            added('system S\nzone B { kind field zone A }\n', 'last', 'B.A'),
            'system S\nzone B {\n  kind field\n  zone A {\n    owner "O"\n  }\n}\n',
        );
    });
});

describe('What is replaced', () => {
    const levels = 'SL-T {1 2 /* a */ 2 0 // b\n    3 1 2}';
    const plant = (behind: string): string => `system S\nzone A {\n  ${levels}${behind}\n  asset X : plc\n}\n`;

    it('keeps the comments between its words', () => {
        const value = levels.slice('SL-T '.length);
        assert.equal(
            replaced(plant(''), value, '3'),
            'system S\nzone A {\n  SL-T /* a */ 3 // b\n  asset X : plc\n}\n',
        );
        assert.equal(
            replaced(plant(' because "R"'), value, '3'),
            'system S\nzone A {\n  SL-T /* a */ 3 // b\n    because "R"\n  asset X : plc\n}\n',
        );
    });

    it('keeps them behind a whole statement that is written anew, and none that it has already', () => {
        const clause = 'require path from A to /* a */ B through C';
        const text = `system S\ninvariant I {\n  ${clause}\n}\n`;
        const after = (written: string): string => `system S\ninvariant I {\n  ${written}\n}\n`;
        assert.equal(replaced(text, clause, 'deny path from A to B'), after('deny path from A to B /* a */'));
        assert.equal(replaced(text, clause, 'deny path from A to /* a */ B'), after('deny path from A to /* a */ B'));
    });

    it('has no comment in a text with slashes', () => {
        const text = 'system S { owner "https://example.org /* x */" }\n';
        assert.equal(replaced(text, '"https://example.org /* x */"', '"O"'), 'system S { owner "O" }\n');
    });
});

describe('What is removed', () => {
    it('leaves no blanks at the end of a line, and no empty line before the end of a block', () => {
        const behind = 'system S\nzone A {\n  /* a */ kind control\n  asset X : plc\n}\n';
        assert.equal(removed(behind, 'kind control'), 'system S\nzone A {\n  /* a */\n  asset X : plc\n}\n');
        const last = 'system S\nzone A {\n  kind control\n\n  asset X : plc\n}\n';
        assert.equal(removed(last, 'asset X : plc'), 'system S\nzone A {\n  kind control\n}\n');
        for (const text of [removed(behind, 'kind control'), removed(last, 'asset X : plc')])
            assert.equal(formatText(text), text);
    });

    it('leaves what follows a statement of its own', () => {
        const text = `system S
zone A {
  kind control
  // Why.
  meets SR 1.1
  asset X : plc

  evidence "of the zone"
  evidence "too" // Signed.
  asset Y : plc
}
`;
        const after = removed(text, 'asset X : plc');
        assert.equal(
            after,
            `system S
zone A {
  kind control
  evidence "of the zone"
  evidence "too" // Signed.
  // Why.
  meets SR 1.1

  asset Y : plc
}
`,
        );
        const notes = load(after).lookup.zone('A')!.notes.evidence;
        assert.deepEqual(
            notes.map(each => each.text),
            ['of the zone', 'too'],
        );
    });

    it('is nothing that a statement behind it needs to be read alone, where none goes on', () => {
        const text = 'system S\nzone A {\n  kind control\n  asset X : plc\n  evidence "E"\n}\n';
        assert.equal(removed(text, 'asset X : plc'), 'system S\nzone A {\n  kind control\n  evidence "E"\n}\n');
    });
});
