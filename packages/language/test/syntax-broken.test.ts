import assert from 'node:assert/strict';
import { apply, load } from './support/load.ts';
import { plant, problems } from './support/problems.ts';

describe('Broken text', () => {
    const cases: [name: string, text: string, expected: string[]][] = [
        [
            'a word written large',
            'Zone A {\n  Asset Y : plc\n}',
            [
                '2:1 syntax Expected a statement, but found `Zone`; did you mean `zone`?',
                '3:3 syntax Expected a statement or `}`, but found `Asset`; did you mean `asset`?',
            ],
        ],
        [
            'a name of two words',
            'zone Control Room "Main" {\n  asset Y : plc\n  asset PLC 1 : plc\n}',
            [
                '2:6 syntax A name is one word: write Control-Room.',
                '4:9 syntax A name is one word: write PLC-1 "PLC 1".',
            ],
        ],
        [
            'a title without a name',
            'zone "Control" { }\nzone B { asset Y : plc }',
            ['2:6 syntax Expected a name for the zone before its title.'],
        ],
        [
            'a requirement without a space',
            'zone A {\n  meets SR1.1\n  asset Y : plc\n}',
            [
                '3:9 syntax Expected a requirement such as `SR 1.1` or `FR 2 SL 1`, but found `SR1`; write a space after SR.',
            ],
        ],
        [
            'levels without braces',
            'zone A {\n  SL-T 2 2 0 1 3 1 3\n  asset Y : plc\n}',
            [
                '3:10 syntax Expected a statement or `}`, but found `2`; write seven levels in braces, `{2 2 0 1 3 1 3}`.',
            ],
        ],
        [
            'levels with commas',
            'zone A {\n  SL-T {2,2,0,1,3,1,3}\n  asset Y : plc\n}',
            ['3:8 syntax Levels are written in braces, with blanks between them: `{2 2 0 1 3 1 3}`.'],
        ],
        [
            'a trait without its word',
            'zone A {\n  wireless\n  asset Y : plc\n}',
            ['3:3 syntax Expected a statement or `}`, but found `wireless`; write `is wireless`.'],
        ],
        [
            'a sign of another language',
            'zone A { # west\n  purdue = 2\n  asset Y : plc\n}',
            ['2:10 syntax A comment begins with `//`.', '3:10 syntax A value follows its word without `=`.'],
        ],
        [
            'half a statement',
            'zone A { asset Y : plc }\nconduit C between A and A {\n  monitored "SOC"\n}',
            ['4:13 syntax Expected `by`, but found `"SOC"`; write `monitored by "…"`.'],
        ],
        [
            'a conduit without between',
            'zone A { asset Y : plc }\nconduit C A to A',
            [
                '3:9 syntax A conduit has a name and joins its zones with `between` and `and`: `conduit C between A and A`.',
            ],
        ],
        [
            'a missing type',
            'zone A {\n  asset X :\n  asset Y : plc\n}',
            ['3:11 syntax Expected an asset type after `:`, but found `asset`.'],
        ],
        [
            'a missing colon',
            'zone A {\n  asset X plc\n  asset Y : plc\n}',
            ['3:9 syntax A `:` is written before the type of an asset: `asset X : plc`.'],
        ],
        [
            'a misspelled word',
            'zone A {\n  assset X : plc\n  asset Y : plc\n}',
            ['3:3 syntax Expected a statement or `}`, but found `assset`; did you mean `asset`?'],
        ],
        [
            'a misplaced statement',
            'zone A {\n  via X\n  asset Y : plc { purdue 2 }\n}',
            [
                '3:3 syntax `via` has no meaning in a zone; it belongs in a conduit.',
                '4:19 syntax `purdue` has no meaning in an asset; it belongs in a zone.',
            ],
        ],
        [
            'an unclosed string',
            'zone A "corporate {\n}\nzone B { asset Y : plc }',
            ["2:8 syntax The string is not closed: add a '\"' on the same line."],
        ],
        [
            'an unclosed block',
            'zone A {\n  asset X : plc\nzone B { asset Y : plc }',
            ['2:8 syntax This block is not closed: a } is missing.'],
        ],
        [
            'an unclosed block with a mistake in its last statement',
            'zone B { asset Y : plc }\nzone A {\n  appli',
            [
                '3:8 syntax This block is not closed: a } is missing.',
                '4:3 syntax Expected a statement or `}`, but found `appli`; did you mean `applies`?',
            ],
        ],
        [
            'unclosed blocks on one line, with a mistake that is explained by it',
            'zone B { asset Y : plc }\nzone A { zone C {\n  asset Z plc {',
            [
                '3:8 syntax This block is not closed: a } is missing.',
                '3:17 syntax This block is not closed: a } is missing.',
                '4:9 syntax A `:` is written before the type of an asset: `asset Z : plc`.',
                '4:15 syntax This block is not closed: a } is missing.',
            ],
        ],
        [
            'braces that are not closed behind a word that is none',
            'zone B { asset Y : plc }\none A {\n  asset Z : plc {\n',
            [
                '3:1 syntax Expected a statement, but found `one`; did you mean `zone`?',
                '3:7 syntax This block is not closed: a } is missing.',
                '4:17 syntax This block is not closed: a } is missing.',
            ],
        ],
        [
            'a brace that is not closed behind a character without a meaning',
            'zone B { asset Y : plc }\nzone A § {\n',
            ['3:8 syntax `§` has no meaning here.', '3:10 syntax This block is not closed: a } is missing.'],
        ],
        [
            'a brace alone',
            'zone B { asset Y : plc }\n{ asset Z : plc\n',
            ['3:1 syntax Expected a statement, but found `{`.'],
        ],
        [
            'a block without its brace behind an asset that lacks its colon',
            'zone B { asset Y : plc }\nasset S plc\n  vendor "x"\n}',
            [
                '3:7 syntax A `:` is written before the type of an asset: `asset S : plc`.',
                '3:9 syntax This block has no beginning: a { is missing.',
            ],
        ],
        [
            'an import of a word that is no file',
            'zone B { asset Y : plc }\nimport library',
            ['3:8 syntax Expected a text in double quotes, but found `library`.'],
        ],
        [
            'an unclosed comment',
            'zone B { asset Y : plc }\n/* and',
            ['3:1 syntax The comment is not closed: add `*/`.'],
        ],
        [
            'a control character',
            'zone \u0000B { asset Y : plc }',
            ['2:6 syntax The control character U+0000 has no meaning here.'],
        ],
        [
            'a control character behind another that is none of the language',
            'zone \u00a7\u009e\u00a7B { asset Y : plc }',
            ['2:6 syntax `\u00a7` has no meaning here.'],
        ],
        [
            'more such characters than are shown, of which the last is a pair',
            `zone ${'\u00a7'.repeat(9)}\u{1f600}B { asset Y : plc }`,
            [`2:6 syntax \`${'\u00a7'.repeat(9)}\` has no meaning here.`],
        ],
        [
            'quotation marks of typesetting',
            'zone A \u201cOffice\u201d { asset Y : plc }\nzone B \u201ehalf',
            [
                '2:8 syntax Write a text in straight quotation marks: "…".',
                '3:8 syntax Write a text in straight quotation marks: "…".',
            ],
        ],
        [
            'a date with strokes',
            'countermeasure M { status planned due 2027/03/31 }\nzone A { asset Y : plc }',
            ['2:39 syntax A date is written with hyphens: 2027-03-31.'],
        ],
        [
            'two words in the place of an arrow',
            'zone A { asset Y : plc }\nzone B\nconduit C between A and B {\n  one-way A to B\n}',
            ['5:13 syntax Expected `->`, but found `to`; write `one-way A -> B`.'],
        ],
        [
            'an include',
            'include "parts.iacs"\nzone A { asset Y : plc }',
            [
                '2:1 syntax `include` has no meaning at the top of a file; it belongs in a view. ' +
                    'Write `import "…"` to include another file.',
            ],
        ],
        [
            'an arrow of typesetting',
            'zone A { asset Y : plc asset Z : plc\n  flow Y \u2192 Z : https\n}',
            ['3:10 syntax `\u2192` has no meaning here: write `->`.'],
        ],
        [
            'a dash of typesetting',
            'zone A { asset Y : plc asset Z : plc\n  flow Y \u2013 Z : https\n}',
            ['3:10 syntax `\u2013` has no meaning here: write `--`.'],
        ],
        ['a semicolon', 'zone A {\n  purdue 2;\n  asset Y : plc\n}', ['3:11 syntax A statement ends without `;`.']],
        [
            'commas at line ends',
            'zone B {\n  purdue 2,\n  asset Y : plc\n}',
            ['3:11 syntax Expected a statement or `}`, but found `,`; write `,` only between the values of a list.'],
        ],
        [
            'a conduit of one zone',
            'zone B { asset Y : plc }\nconduit C between B',
            ['3:9 syntax A conduit joins two zones or more: `conduit N between A and B`.'],
        ],
        [
            'a flow without protocol',
            'zone B { asset Y : plc asset Z : plc\n flow Y -> Z }',
            ['3:12 syntax Expected `:` and a protocol after the ends of the flow.'],
        ],
    ];
    for (const [name, text, expected] of cases) {
        it(`${name} is told once, at its place, and loses nothing`, () => {
            assert.deepEqual(problems(plant(text)), expected);
            assert.ok(
                load(plant(text)).model.assets.some(asset => asset.name === 'Y'),
                'the rest was understood',
            );
        });
    }

    it('of a word processor is put right by a fix', () => {
        const cures = (text: string) =>
            load(plant(text)).problems.flatMap(problem => problem.fixes.map(fix => apply(load(plant(text)), fix)));
        assert.deepEqual(cures('zone A \u201cthe \\ office\u201d'), [plant('zone A "the \\\\ office"')]);
        assert.deepEqual(cures('zone A { asset Y : plc asset Z : plc flow Y \u2192 Z : https }'), [
            plant('zone A { asset Y : plc asset Z : plc flow Y -> Z : https }'),
        ]);
        assert.deepEqual(
            cures('zone Control Room {\n  asset PLC 1 "x" : plc\n}').map(text =>
                text.split('\n').slice(1, 3).join(' '),
            ),
            [
                'zone Control-Room "Control Room" {   asset PLC 1 "x" : plc',
                'zone Control Room {   asset PLC-1 "x" : plc',
            ],
        );
        assert.deepEqual(cures('Zone A'), [plant('zone A')]);
        assert.deepEqual(cures('zone A { purdue 2; }'), [plant('zone A { purdue 2 }')]);
        assert.equal(load(plant('zone A \u201cOffice\u201d')).model.zones[0]!.title, 'Office');
    });

    it('may be of any length', () => {
        const long = 'a* '.repeat(1_000_000);
        assert.deepEqual(problems(plant(`zone A "${long.trim()}`)), [
            "2:8 syntax The string is not closed: add a '\"' on the same line.",
        ]);
        assert.deepEqual(problems(plant(`zone A "${'\\n'.repeat(1_000_000)}"`)), []);
        assert.deepEqual(problems(plant(`/* ${long} */ zone A`)), []);
        assert.deepEqual(problems(plant(`/* ${'*'.repeat(3_000_000)}`)), [
            '2:1 syntax The comment is not closed: add `*/`.',
        ]);
        assert.deepEqual(problems(plant(`zone A { purdue ${'1'.repeat(1_000_000)} }`)), [
            `2:17 invalid-value There is no Purdue level ${'1'.repeat(120)}… 0, 1, 2, 3, 3.5, 4, 5.`,
        ]);
    });

    it('has no brace missing that was there before a fix of another mistake', () => {
        const missing = (text: string): number =>
            load(text).problems.filter(({ message }) => message.startsWith('This block is not closed')).length;
        const zones = 'zone A { kind control asset X : plc }\nzone B { kind operations asset Y : server }\n';
        for (const half of [
            'one C""{appli u',
            'one e{""{""',
            'one C {\n  zone D {\n    asset P : plc {\n',
            'zone C {\n  aset P : plc {\n',
            'zone C {\n  purdue 2 {\n  aset P : plc\n',
            'zone C {\n  asset P : plc "Line" {\n',
            'zone C {\n  zone D {\n  appli u',
            'zone C {\n  asset P plc {\n',
            'conduit C A to B {',
            'zone D : control {\n',
            'zone "Office" {\n',
            'conduit C between A and B {\n  flow A.X to B.Y : https {\n    acces',
        ]) {
            const loaded = load(zones + half);
            const fixes = loaded.problems.flatMap(each => each.fixes);
            assert.ok(fixes.length > 0, half);
            for (const fix of fixes)
                assert.equal(missing(apply(loaded, fix)), missing(zones + half), `${half}: ${fix.title}`);
        }
    });

    it('has no other mistake because of a fix', () => {
        const zones = 'zone A { kind control asset X : plc }\nzone B { kind operations asset Y : server }\n';
        for (const half of [
            'flow A.X->B.Y e path from t to Z',
            'flow C -> D https',
            'type router wit f n',
            'import library {}',
            'asset s plc\n  vendor "x"\n}\n',
        ]) {
            const loaded = load(zones + half);
            for (const fix of loaded.problems.flatMap(each => each.fixes))
                assert.ok(load(apply(loaded, fix)).problems.length <= loaded.problems.length, `${half}: ${fix.title}`);
        }
    });

    it('nests no deeper than anybody needs', () => {
        assert.deepEqual(problems(plant('zone A {'.repeat(5000) + '}'.repeat(5000))), [
            '2:520 syntax Blocks are nested deeper than 64; deeper blocks are not read.',
        ]);
    });

    it('never throws, whatever is cut off or doubled', () => {
        const whole =
            plant(`/** doc */ zone A "t" { kind control SL-T 2 { RDF 3 } because "x" asset X : plc { address 10.0.0.1 is essential } meets SR 1.1 by M because "y"
flow X -> X : modbus-tcp "p" { port tcp 502 secured integrity by M until 2027-01-01 } accept zone-x because "z" until 2027-01-01 }
conduit C between A and A { via F asset F : firewall one-way A -> A }
countermeasure M { meets FR 1 SL 2 status planned } invariant I { deny path from A to A except flow A -> A because "q" }`);
        for (let at = 0; at < whole.length; at += 3) {
            load(whole.slice(0, at));
            load(whole.slice(at));
            load(whole.slice(0, at) + whole.slice(at + 2));
            load(`${whole.slice(0, at)}{${whole.slice(at)}`);
        }
    });
});
