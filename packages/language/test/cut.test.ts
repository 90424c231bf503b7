import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { differenceOf } from '../src/project/live/difference.ts';
import { cut, cuts, recut } from '../src/syntax/cut.ts';
import { parseTolerantly } from '../src/syntax/parse-tolerantly.ts';
import { parse, parsePieces, parseStrictly, readPiece } from '../src/syntax/parse.ts';
import { random } from './support/random-plant.ts';

const project = fileURLToPath(new URL('../../../', import.meta.url));
const texts = globSync(['examples/**/*.iacs', 'packages/language/src/library/*.iacs'], { cwd: project })
    .sort()
    .map(file => readFileSync(project + file, 'utf8'));

const slips = [
    '"',
    '{',
    '}',
    ',',
    '.',
    '\n',
    'zone ',
    '->',
    ':',
    '/*',
    '*/',
    '//',
    ' by ',
    ' and ',
    'flow',
    'é',
    '“',
    '\\',
    '\r',
    '\0',
    '\nzone X {',
    '\n}\n',
];

/** The pieces of a text. */
function piecesOf(text: string): string[] {
    const starts = cut(text);
    return starts.map((start, index) => text.slice(start, starts[index + 1]));
}

/** How many statements there are in a tree, at any depth. */
function count(node: unknown): number {
    const { statements = [] } = node as { readonly statements?: readonly unknown[] };
    return statements.reduce((sum: number, each) => sum + 1 + count(each), 0);
}

describe('The pieces of a text', () => {
    it('are after an edit what they are when the whole text is cut anew', () => {
        const next = random(8);
        for (let round = 0; round < 60; round++) {
            let text = texts[next(texts.length)]!.slice(0, 6000);
            let known = cuts(text);
            for (let edit = 0; edit < 40; edit++) {
                const at = next(text.length + 1);
                const other = texts[next(texts.length)]!;
                const from = next(other.length);
                const put = next(3) === 0 ? other.slice(from, from + next(400)) : slips[next(slips.length)]!;
                const now = text.slice(0, at) + put + text.slice(at + (next(2) === 0 ? 0 : next(200)));
                const difference = differenceOf(text, now);
                assert.equal(
                    text.slice(0, difference.start) +
                        now.slice(difference.start, difference.newEnd) +
                        text.slice(difference.oldEnd),
                    now,
                );
                known = recut(known, now, difference);
                assert.deepEqual(known, cuts(now));
                text = now;
            }
        }
    });

    it('are the statements of the top level, each with the comments before it', () => {
        const text =
            '// head\nsystem S\n/** Doc. */\nzone A {\n  zone B { }\n}  // behind\nflow A ->\n  A.B : ' +
            'https\nzone C { } zone D { }\n';
        assert.deepEqual(piecesOf(text), [
            '// head\nsystem S',
            '\n/** Doc. */\nzone A {\n  zone B { }\n}',
            '  // behind\nflow A ->\n  A.B : https',
            '\nzone C { } zone D { }\n',
        ]);
    });

    it('keep together what belongs together, wherever its lines begin', () => {
        assert.deepEqual(piecesOf('zone A {\nzone B {\n}\n}\nzone C { }'), [
            'zone A {\nzone B {\n}\n}',
            '\nzone C { }',
        ]);
        assert.deepEqual(piecesOf('/*\nzone A { }\n*/\nconduit X between A and\nflow\ntype t : plc'), [
            '/*\nzone A { }\n*/\nconduit X between A and\nflow',
            '\ntype t : plc',
        ]);
        assert.deepEqual(piecesOf('zone A { owner "{\\"" }\nzone B { }'), ['zone A { owner "{\\"" }', '\nzone B { }']);
    });

    it('end a block that is never closed, and no other', () => {
        assert.deepEqual(piecesOf('zone A {\n  owner "x"\nzone B {\nzone C { }\n}\nzone D { }'), [
            'zone A {\n  owner "x"',
            '\nzone B {\nzone C { }\n}',
            '\nzone D { }',
        ]);
    });

    it('are read apart to the tree of the whole', () => {
        let several = 0;
        for (const text of texts) {
            const whole = parseStrictly(text);
            if (!whole) continue;
            assert.deepEqual(parsePieces(text), whole);
            if (cut(text).length > 3) several++;
        }
        assert.ok(several > 15);
    });

    it('lose no statement that one reading of the whole text finds, and are read each for itself', () => {
        const next = random(20);
        for (let round = 0; round < 400; round++) {
            const original = texts[next(texts.length)]!;
            let text = original.slice(0, original.indexOf('\n', 3000) + 1 || undefined);
            for (let slip = 1 + next(3); slip > 0; slip--) {
                const at = next(text.length + 1);
                text = text.slice(0, at) + slips[next(slips.length)]! + text.slice(at + next(3));
            }
            const parsed = parse('x', text);
            assert.ok(count(parsed.file) >= count(parseTolerantly(text).file), text);
            const starts = cut(text);
            const apart = piecesOf(text).map((piece, index) =>
                readPiece(piece, starts[index]!, index === starts.length - 1, false),
            );
            assert.deepEqual(
                apart.flatMap(piece => piece.file.statements ?? []),
                parsed.file.statements ?? [],
            );
            assert.deepEqual(
                apart.flatMap(piece => piece.mistakes),
                parsed.mistakes,
            );
        }
    });
});
