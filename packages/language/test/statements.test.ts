import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { kinds, wordKinds, wordsOfRule } from '../src/syntax/parser/generated/kinds.ts';
import {
    allInnerWords,
    allParts,
    blockKinds,
    clauseHelp,
    exampleOf,
    follow,
    formOf,
    headOf,
    insertOf,
    readForm,
    shortExampleOf,
    slotOf,
    statementIn,
    statementsIn,
    statementWords,
} from '../src/statements/index.ts';

/** What may follow some words of a statement, as words and descriptions. */
function after(form: string, ...words: readonly string[]): string[] {
    const { next, ends } = follow(readForm(form), words);
    return [...next.map(each => (each.kind === 'literal' ? each.text : each.slot.what)), ...(ends ? ['.'] : [])];
}

describe('The table of statements', () => {
    it('has said what follows from it for single words', () => {
        const run = spawnSync(process.execPath, ['scripts/generate-words.mjs', '--check'], {
            cwd: fileURLToPath(new URL('../../../', import.meta.url)),
            encoding: 'utf8',
        });
        assert.equal(run.stderr + String(run.status), '0');
    });

    it('has every word with which the grammar begins a statement, and no other', () => {
        const grammar = [...wordsOfRule.values()].flat();
        assert.deepEqual([...new Set(statementWords.map(({ word }) => word))].sort(), grammar.toSorted());
    });

    it('has every word and sign that the grammar knows inside of statements', () => {
        const literals = statementWords.flatMap(entry =>
            Array.from(allParts(formOf(entry))).flatMap(part => (part.kind === 'literal' ? [part.text] : [])),
        );
        const known = new Set([...literals, 'SR', 'RE', 'FR', 'SL']);
        assert.deepEqual(
            [...wordKinds.keys()].filter(word => !known.has(word)),
            [],
        );
        for (const text of literals) assert.ok(wordKinds.has(text) || text in kinds, text);
    });

    it('says what each word inside of a statement leads to', () => {
        assert.deepEqual(
            allInnerWords.filter(word => !clauseHelp.has(word) && statementWords.every(entry => entry.word !== word)),
            [],
        );
    });

    it('names each word once in a block', () => {
        for (const block of blockKinds) {
            const words = statementWords.filter(({ blocks }) => blocks.includes(block)).map(({ word }) => word);
            assert.deepEqual(words, [...new Set(words)], block);
            assert.equal(statementsIn(block).length, words.length);
        }
    });
});

describe('The form of a statement', () => {
    it('is read once for all', () => {
        assert.throws(() => readForm('needs [ASSET'), /a \] is missing/);
        assert.throws(() => readForm('needs (ASSET'), /a \) is missing/);
        assert.throws(() => readForm('needs ASSET ]'), /closes nothing/);
        assert.throws(() => readForm('needs ASSETS'), /there is no slot ASSETS/);
    });

    it('tells what may follow', () => {
        const meets = 'meets REQUIREMENT… (by MEASURE… | because TEXT)*';
        assert.deepEqual(after(meets), ['meets']);
        assert.deepEqual(after(meets, 'meets'), [slotOf('REQUIREMENT').what]);
        assert.deepEqual(after(meets, 'meets', 'SR'), [slotOf('REQUIREMENT').what]);
        assert.deepEqual(after(meets, 'meets', 'SR', '1.1'), ['by', 'because', 'RE', '.']);
        assert.deepEqual(after(meets, 'meets', 'SR', '1.1', ',', 'FR', '2'), ['by', 'because', 'SL', '.']);
        assert.deepEqual(after(meets, 'meets', 'SR', '1.1', 'by', 'M', ',', 'N'), ['because', '.']);
        assert.deepEqual(after(meets, 'meets', 'SR', '1.1', 'because', '"x"', 'by'), ['a countermeasure']);
        assert.deepEqual(after(meets, 'meets', 'nonsense', '->'), []);
    });

    it('carries numbers, texts, days, names, vectors and lists of groups', () => {
        assert.deepEqual(after('window TEXT DAY to DAY', 'window', '"Stop"', '2027-08-01'), ['to']);
        assert.deepEqual(after('address (ADDRESS [in ZONE])…', 'address', '10.0.0.1', 'in', 'Cell', ',', '10.0.0.2'), [
            'in',
            '.',
        ]);
        assert.deepEqual(after('needs ASSET [or ASSET]', 'needs', 'A', '.', 'B'), ['or', '.']);
        assert.deepEqual(after('needs ASSET', 'needs', 'A', '.'), ['an asset']);
        assert.deepEqual(after('SL-T LEVELS [because TEXT]', 'SL-T', '2'), ['because', '{', '.']);
        assert.deepEqual(after('SL-T LEVELS [because TEXT]', 'SL-T', '2', '{', 'RDF', '3', '}'), ['because', '.']);
        assert.deepEqual(after('likelihood (LEVEL_NAME… | NUMBER)', 'likelihood', '"rare"', ',').length, 1);
        assert.deepEqual(after('flow END ARROW END', 'flow', 'A', '--', 'B'), ['.']);
    });

    it('is put into words', () => {
        const of = (
            block: 'file' | 'asset' | 'flow' | 'conduit' | 'invariant' | 'system',
            word: string,
        ): readonly string[] => {
            const entry = statementIn(block, word)!;
            return [exampleOf(entry), shortExampleOf(entry), headOf(entry), insertOf(entry)];
        };
        assert.deepEqual(of('flow', 'approved'), [
            'approved by "…"',
            'approved by "…"',
            'approved by',
            'approved by "$1"$0',
        ]);
        assert.deepEqual(of('conduit', 'one-way'), ['one-way A -> B', 'one-way A -> B', 'one-way', 'one-way ']);
        assert.deepEqual(of('file', 'conduit'), [
            'conduit N "title" between A and B { … }',
            'conduit N',
            'conduit',
            'conduit ',
        ]);
        assert.deepEqual(of('invariant', 'require'), [
            'require path from A to B through C',
            'require path from A to B through C',
            'require path from',
            'require ',
        ]);
        assert.deepEqual(of('asset', 'is'), ['is essential, wireless, temporary, remote', 'is essential', 'is', 'is ']);
        assert.deepEqual(of('system', 'location'), ['location "…", …', 'location "…"', 'location', 'location "$1"$0']);
    });
});
