import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createToken, Lexer } from 'chevrotain';
import { IacsTerminals } from '../src/syntax/generated/ast.ts';
import { kinds } from '../src/syntax/parser/generated/kinds.ts';
import { lex } from '../src/syntax/lex.ts';
import { parseTolerantly } from '../src/syntax/parse-tolerantly.ts';
import { parseStrictly } from '../src/syntax/parse.ts';
import { endOfText, Scanner } from '../src/syntax/scanner.ts';
import { parseByLangium } from './support/langium-parser.ts';

const project = fileURLToPath(new URL('../../../', import.meta.url));
const texts = globSync(['examples/**/*.iacs', 'packages/language/src/library/*.iacs'], { cwd: project })
    .sort()
    .map(file => readFileSync(project + file, 'utf8'));

/** Numbers from 0 to `below`, the same ones in each run. */
function dice(seed: number): (below: number) => number {
    let state = seed;
    return below => {
        state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
        return (state >> 8) % below;
    };
}

const slips = [
    '"',
    '{',
    '}',
    ',',
    '.',
    ' ',
    '\n',
    'zone ',
    'asset',
    ' type ',
    '->',
    ':',
    '1',
    '-',
    '/*',
    '*/',
    '//',
    'SR 1.1',
    ' by ',
    ' and ',
    'flow',
    'é',
    '“',
    '#',
    ' is ',
    '::',
    '\\',
    'evidence',
    ' due ',
    '2027-01-01',
    '10.0.0.1',
    'fe80::1',
    '\r',
    '\u2028',
    '\u00a0',
    '\0',
    'SL-T { ',
    '" {',
    " 'x' ",
    'because ',
];

/** Pieces of real models with some slips of the pen in them. */
function* slipped(count: number): Generator<string> {
    const roll = dice(62443);
    for (let index = 0; index < count; index++) {
        const whole = texts[roll(texts.length)]!;
        const from = roll(Math.max(1, whole.length - 1200));
        let text = whole.slice(from, from + 1200);
        text = text.slice(text.indexOf('\n') + 1);
        for (let slip = roll(4); slip > 0; slip--) {
            const at = roll(text.length + 1);
            text =
                text.slice(0, at) +
                (roll(3) > 0 ? slips[roll(slips.length)]! : '') +
                text.slice(at + (roll(3) > 0 ? 0 : roll(4)));
        }
        yield text;
    }
}

/** A tree without what its nodes do not say: ours have all their features, Langium's those that are written. */
function said(tree: unknown): unknown {
    return JSON.parse(JSON.stringify(tree));
}

describe('The parser', () => {
    it('is generated from the grammar as it stands', () => {
        const run = spawnSync(
            process.execPath,
            ['--conditions=iacs-source', 'scripts/generate-parser.mjs', '--check'],
            { cwd: project, encoding: 'utf8' },
        );
        assert.equal(run.stderr + String(run.status), '0');
    });

    it('reads every model of the examples, to the tree that the parser of Langium grows', () => {
        const good = texts.filter(text => parseByLangium(text).mistakes === 0);
        assert.ok(good.length > 30);
        for (const text of good) assert.deepEqual(said(parseStrictly(text)?.file), said(parseByLangium(text).file));
    });

    it('takes a text when the parser of Langium finds no mistake in it, and only then', () => {
        const taken = { yes: 0, no: 0 };
        for (const text of slipped(700)) {
            const { file, mistakes } = parseByLangium(text);
            const strict = parseStrictly(text);
            if (mistakes > 0 || lex(text).errors.length > 0) assert.equal(strict, null, text);
            else assert.deepEqual(said(strict?.file), said(file), text);
            taken[strict === null ? 'no' : 'yes']++;
        }
        assert.ok(taken.yes > 50 && taken.no > 50, JSON.stringify(taken));
    });

    it(
        'says what is wrong with every other text, at places in it, and reads the rest as it reads a text without a ' +
            'mistake',
        () => {
            for (const text of slipped(700)) {
                const strict = parseStrictly(text);
                const tolerant = parseTolerantly(text);
                if (strict) assert.deepEqual(tolerant, strict, text);
                else assert.ok(tolerant.mistakes.length > 0, text);
                for (const { start, end } of tolerant.mistakes)
                    assert.ok(0 <= start && start <= end && end <= text.length, text);
            }
        },
    );

    it('needs nothing of Langium', () => {
        const script = `
            import { registerHooks } from 'node:module';
            registerHooks({ load(url, context, next) {
                if (/node_modules\\/(langium|chevrotain|@chevrotain)\\//.test(url)) console.log(url);
                return next(url, context);
            } });
            const { formatText, parse } = await import('./packages/language/src/index.ts');
            await import('./packages/language/src/lsp/index.ts');
            parse('', 'zone A {');
            formatText('zone A {');`;
        const run = spawnSync(process.execPath, ['--conditions=iacs-source', '--input-type=module', '--eval', script], {
            cwd: project,
            encoding: 'utf8',
        });
        assert.equal(run.stderr + run.stdout, '');
    });
});

describe('The scanner', () => {
    /**
     * A lexer of Chevrotain over the regular expressions of the grammar: the addresses first, since `::1` is none of
     * colons.
     */
    const { ADDRESS, WS, BLOCK_COMMENT, LINE_COMMENT, ...others } = IacsTerminals;
    const chevrotain = new Lexer(
        [
            createToken({ name: 'ADDRESS', pattern: ADDRESS }),
            createToken({ name: 'WS', pattern: WS, group: Lexer.SKIPPED, line_breaks: true }),
            createToken({ name: 'BLOCK_COMMENT', pattern: BLOCK_COMMENT, group: 'comments', line_breaks: true }),
            createToken({ name: 'LINE_COMMENT', pattern: LINE_COMMENT, group: 'comments' }),
            ...['<->', '->', '--', ',', '.', ':', '{', '}'].map(sign => createToken({ name: sign, pattern: sign })),
            ...Object.entries(others).map(([name, pattern]) => createToken({ name, pattern })),
        ],
        { positionTracking: 'onlyOffset' },
    );

    function scanned(text: string): unknown {
        const comments: number[][] = [];
        const left: number[] = [];
        const scanner = new Scanner(text, {
            comment: (start, end) => comments.push([start, end]),
            unreadable: offset => left.push(offset),
        });
        const tokens: unknown[] = [];
        const names = new Map(Object.entries(kinds).map(([name, kind]) => [kind as number, name]));
        for (scanner.next(); scanner.kind !== endOfText; scanner.next())
            tokens.push([names.get(scanner.kind) ?? 'ID', scanner.start, scanner.end]);
        return { tokens, comments, left };
    }

    function lexed(text: string): unknown {
        const { tokens, groups, errors } = chevrotain.tokenize(text);
        const comments = (groups['comments'] ?? []).map(token => [
            token.startOffset,
            token.startOffset + token.image.length,
        ]);
        const left = errors.flatMap(({ offset, length }) => Array.from({ length }, (_, index) => offset + index));
        return {
            tokens: tokens.map(token => [
                token.tokenType.name,
                token.startOffset,
                token.startOffset + token.image.length,
            ]),
            comments,
            left,
        };
    }

    it('reads what the terminals of the grammar say', () => {
        const roll = dice(3);
        const alphabet = [
            ...'abfxABFZ0123456789::..--//*"  \n{},<>_\\#\'\t',
            '“',
            '»',
            '\u00a0',
            'SL-T',
            'zone',
            'fe80::1',
            '10.0.0.1/24',
            '2027-01-31',
        ];
        for (let index = 0; index < 5000; index++) {
            const text = Array.from({ length: roll(25) }, () => alphabet[roll(alphabet.length)]).join('');
            assert.deepEqual(scanned(text), lexed(text), JSON.stringify(text));
        }
        for (const text of texts.filter(
            each => !/[^\x00-\x7f“-‟«»]/.test(each.replace(/"[^"]*"|\/\*[^]*?\*\/|\/\/.*/g, '')),
        ))
            assert.deepEqual(scanned(text), lexed(text));
    });

    it('reads names of any script as one word', () => {
        assert.deepEqual(scanned('Zürich Größe-2 水処理 a-é 𝒳y é-'), {
            tokens: [
                ['ID', 0, 6],
                ['ID', 7, 14],
                ['ID', 15, 18],
                ['ID', 19, 22],
                ['ID', 23, 26],
                ['ID', 27, 28],
            ],
            comments: [],
            left: [28],
        });
    });
});
