import assert from 'node:assert/strict';
import { formatText, parse, readString, renderEdits } from '../src/syntax/index.ts';
import { writeString } from '../src/model/index.ts';
import { badEscape } from '../src/syntax/escapes.ts';
import { load } from './support/load.ts';

const today = '2026-06-01';

function said(text: string): readonly string[] {
    return load(text, { today }).problems.map(problem => problem.message);
}

/** The text after the first fix of every mistake. */
function cured(text: string): string {
    let now = text;
    for (let round = 0; round < 20; round++) {
        const { problems, files } = load(now, { today });
        const [file] = files.keys();
        const fix = problems.find(problem => problem.fixes.length > 0)?.fixes[0];
        if (!fix) return now;
        const edits = renderEdits(fix.edits, () => now);
        now = [...edits]
            .reverse()
            .reduce((all, edit) => all.slice(0, edit.start) + edit.text + all.slice(edit.end), now);
        assert.ok(file);
    }
    return now;
}

describe('Texts with backslashes', () => {
    const raw = String.raw;

    it('know five escapes, and keep whatever else is typed', () => {
        assert.equal(readString(raw`"a\"b\\c\nd\te\u{e4}\u{1F600}"`), 'a"b\\c\nd\teä😀');
        for (const [typed, escape] of [
            [raw`\\fs01\ot\tests\backup-drill.pdf`, '\\o'],
            [raw`C:\Users\ot\recovery.pdf`, '\\U'],
            [raw`C:\new\test`, '\\n'],
            [raw`C:\temp`, '\\t'],
            [raw`\\server\new`, '\\n'],
            [raw`D:\plant\tests`, '\\p'],
            [raw`C:\\plant\new`, '\\n'],
            [raw`50\%`, '\\%'],
            [raw`\u0041`, '\\u'],
            [raw`\u{110000}`, '\\u'],
            [raw`\u{}`, '\\u'],
            [raw`\r`, '\\r'],
            [raw`..\lib`, '\\l'],
        ] as const) {
            assert.equal(badEscape(`"${typed}"`), escape, typed);
            assert.equal(readString(`"${typed}"`), typed);
        }
        for (const good of [
            raw`"C:\\Users\\ot"`,
            raw`"\\\\fs01\\ot\\new"`,
            raw`"First line.\nSecond"`,
            raw`"a\tb"`,
            raw`"C: is full.\nReplace it"`,
            raw`"\u{0}"`,
        ])
            assert.equal(badEscape(good), null, good);
    });

    it('are told with a fix that prints what was typed', () => {
        const text = raw`system S { assumption "Kept on \\fs01\ot\new\review.docx" }` + '\n';
        assert.deepEqual(said(text), ['`\\o` is not an escape: write `\\\\` for each backslash.']);
        assert.equal(cured(text), raw`system S { assumption "Kept on \\\\fs01\\ot\\new\\review.docx" }` + '\n');
        assert.equal(
            load(text, { today }).model.system!.notes.assumption[0]!.text,
            raw`Kept on \\fs01\ot\new\review.docx`,
        );
        assert.equal(
            cured(raw`system S { description "caf\u00e9" }` + '\n'),
            raw`system S { description "caf\u{00e9}" }` + '\n',
        );
        assert.deepEqual(said(raw`system S { description "C:\temp" }` + '\n'), [
            '`\\t` is a line end or a tab in a path: write `\\\\` for each backslash.',
        ]);
    });

    it('are written so that they are read again, whatever they hold', () => {
        for (const text of [
            '\\',
            '\\n',
            'a\rb',
            '"',
            '\\\\fs01\\ot',
            'C:\\new',
            'tab\there',
            '\u{1f600}',
            '\\u{41}',
            'end\\',
        ]) {
            assert.equal(readString(writeString(text)), text);
            assert.equal(badEscape(writeString(text)), null, text);
        }
    });

    it('in an import become a path with strokes', () => {
        assert.deepEqual(said(raw`import "..\lib\products.iacs"` + '\nsystem S\n'), [
            'Separate the parts of a path with `/`: write `../lib/products.iacs`.',
        ]);
        assert.equal(
            cured(raw`import "..\lib\products.iacs"` + '\nsystem S\n').split('\n')[0],
            'import "../lib/products.iacs"',
        );
        assert.deepEqual(said('import "..\\\\lib\\\\products.iacs"\nsystem S\n'), [
            'Separate the parts of a path with `/`: write `../lib/products.iacs`.',
        ]);
    });
});

describe('Signs of other keyboards', () => {
    it('are read as what is meant, and told with the cure', () => {
        const text =
            'system S\nzone A "事務所：｛本｝" ｛ kind enterprise ｝\nzone B {\n  asset Ｐ１ ： plc\n  network ' +
            '10．1．0．0/16\n}\nflow A –> B.Ｐ１ ： https，dns\nflow A <–> B : https\n';
        const { model, problems } = load(text, { today });
        assert.deepEqual(
            model.zones.map(zone => [zone.id, zone.title, zone.zoneKind]),
            [
                ['A', '事務所：｛本｝', 'enterprise'],
                ['B', null, null],
            ],
        );
        assert.deepEqual(
            model.flows.map(flow => [flow.from.id, flow.arrow, flow.to.id, flow.protocols.length]),
            [
                ['A', '->', 'B.Ｐ１', 2],
                ['A', '<->', 'B', 1],
            ],
        );
        assert.deepEqual(
            model.zones[1]!.networks.map(network => network.text),
            ['10.1.0.0/16'],
        );
        assert.ok(problems.every(problem => problem.fixes.length === 1));
        assert.deepEqual(said(cured(text)), []);
        assert.match(cured(text), /^zone A "事務所：｛本｝" \{ kind enterprise \}$/m);
    });

    it('in numbers are a point, where no list is meant', () => {
        assert.deepEqual(said('system S\nzone A { purdue 3,5 }\n'), ['Write a decimal with a point: 3.5.']);
        assert.equal(load('system S\nzone A { purdue 3,5 }\n', { today }).model.zones[0]!.purdue, '3.5');
        assert.deepEqual(said('system S\nzone A { SL-T 2,5 }\n'), [
            'A level is a whole number from 0 to 4, and not 2,5.',
        ]);
        assert.deepEqual(said('system S\ncountermeasure M { meets SR 1,1 cost 1234,50 }\n'), [
            'Write a decimal with a point: 1.1.',
            'Write a decimal with a point: 1234.50.',
        ]);
        assert.deepEqual(said('system S\nprotocol p { port tcp 80,443 }\nzone A\nflow A -> A : p\n'), []);
    });

    it('within a word are its hyphen', () => {
        const text =
            'system S\nzone A { SL\u2013T 2\n  asset P\u20111 : plc { retired on 2027\u201301\u201315 } }\nzone B\n' +
            'conduit C between A and B {\n  flow A.P-1 -> B : modbus\u2011tcp "x\u2013y" { port tcp 5000\u20135010 }\n}\n';
        assert.deepEqual(said(text), [
            '`SL\u2013T` has no meaning here: write `SL-T`.',
            '`P\u20111` has no meaning here: write `P-1`.',
            '`2027\u201301\u201315` has no meaning here: write `2027-01-15`.',
            '`modbus\u2011tcp` has no meaning here: write `modbus-tcp`.',
            '`5000\u20135010` has no meaning here: write `5000-5010`.',
        ]);
        assert.deepEqual(said(cured(text)), []);
        assert.match(cured(text), /modbus-tcp "x\u2013y" \{ port tcp 5000-5010 \}/u);
    });

    it('between two names join them', () => {
        const text =
            'system S\nzone A { asset X : plc\n asset Y : plc\n  flow X\u2013Y : s7comm\n  flow A.X\u2014A.Y : https "a"\n' +
            '  asset P-1 : plc\n  flow P\u20131 -> X : s7comm\n}\nzone B\nconduit K between A\u2013B\n';
        assert.deepEqual(said(text), [
            '`X\u2013Y` has no meaning here: write `X -- Y`, or `X -> Y` where X opens the session.',
            '`X\u2014A` has no meaning here: write `X -- A`, or `X -> A` where X opens the session.',
            '`P\u20131` has no meaning here: write `P-1`.',
            '`A\u2013B` has no meaning here: write `A and B`.',
        ]);
        assert.deepEqual(said(cured(text)), []);
        const { model } = load(text, { today });
        assert.deepEqual(
            model.flows.map(flow => `${flow.from.id} ${flow.arrow} ${flow.to.id}`),
            ['A.X -- A.Y', 'A.X -- A.Y', 'A.P-1 -> A.X'],
        );
        assert.deepEqual(
            model.conduits.map(conduit => conduit.between.map(end => end.id)),
            [['A', 'B']],
        );
    });

    it('leave the text as it is in the formatter', () => {
        const text = 'zone A "：" ｛ kind enterprise ｝\nflow A –> B\n';
        assert.equal(formatText(text).replace(/\s/g, ''), text.replace(/\s/g, ''));
    });
});

describe('Blanks and masks', () => {
    it('of every script separate words', () => {
        for (const blank of ['\u00a0', '\u2003', '\u3000', '\u202f', '\t'])
            assert.deepEqual(said(`system S\nzone${blank}B${blank}{${blank}kind${blank}control${blank}}\n`), []);
        assert.deepEqual(said('system S\nzone B { kind control}\n'), []);
    });

    it('of a network are told with the prefix that is meant', () => {
        const text =
            'system S\nzone B {\n  network 10.1.1.0 255.255.254.0\n  asset P : plc { address ' +
            '10.1.1.5/255.255.255.0 }\n}\n';
        assert.deepEqual(said(text), [
            'A mask is written as the length of the prefix: 10.1.1.0/23.',
            'A mask is written as the length of the prefix: 10.1.1.5/24.',
        ]);
        assert.match(cured(text), /network 10\.1\.1\.0\/23\n {2}asset P : plc \{ address 10\.1\.1\.5\/24 \}/);
        assert.notDeepEqual(said('system S\nzone B { network 10.1.1.0 255.0.255.0 }\n'), []);
    });
});

describe('Names', () => {
    it('are the same however their accents are written', () => {
        const [composed, parts] = ['Büro'.normalize('NFC'), 'Büro'.normalize('NFD')];
        assert.notEqual(composed, parts);
        const { model, problems } = load(
            `system S\nzone ${parts}\nzone C { asset Prüfstand : plc }\nconduit K between ${composed} and C { ` +
                `flow ${composed} -> ${'Prüfstand'.normalize('NFD')} : https }\n`,
            { today },
        );
        assert.deepEqual(
            problems.map(problem => problem.message),
            [],
        );
        assert.deepEqual(
            model.zones.map(zone => zone.id),
            [composed, 'C'],
        );
        assert.deepEqual(
            load(`system S\nzone ${parts}\nzone ${composed}\n`, { today }).problems.map(problem => problem.message),
            [`${composed} is already the name of a zone: choose another name.`],
        );
    });

    it('with a full-width letter or a combining mark are names of the language', () => {
        assert.equal(parse('', 'zone Ｐｌｃ１\n').mistakes.length, 0);
    });
});

describe('Dates of other countries', () => {
    const said = (due: string): readonly (readonly [string, string | undefined])[] =>
        load(`system S\ncountermeasure M { status planned due ${due} }\n`).problems.map(({ message, fixes }) => [
            message,
            fixes[0]?.title,
        ]);

    it('are read as the day that they mean, and a fix writes it', () => {
        for (const due of ['31.03.2027', '31.3.2027', '31/03/2027', '03/31/2027'])
            assert.deepEqual(said(due), [
                ['A date is written as year, month and day: 2027-03-31.', 'Write 2027-03-31'],
            ]);
        assert.deepEqual(said('2027-3-31'), [
            ['2027-3-31 is not a date: write year, month and day as in 2027-03-31.', 'Write 2027-03-31'],
        ]);
        assert.equal(
            load('system S\ncountermeasure M { due 3.4.2027 }\n').model.countermeasures[0]!.due?.date,
            '2027-04-03',
        );
    });

    it('are not guessed where they may mean two days', () => {
        assert.deepEqual(said('03/04/2027'), [
            ['03/04/2027 may be two days: write 2027-04-03 or 2027-03-04.', undefined],
        ]);
        assert.equal(load('system S\ncountermeasure M { due 03/04/2027 }\n').model.countermeasures[0]!.due, null);
    });
});

describe('Words of other tools', () => {
    it('are written as words of the language by fixes that leave a text without a mistake', () => {
        const text = [
            'system S "Plant"',
            'zone Control {',
            '  sl-t 3',
            '  subnet 10.0.0.0/24',
            '  asset Hmi : hmi "Panel"',
            '  asset Plc : plc "Line PLC" {',
            '    ip 10.0.0.1',
            '    manufacturer "Maker"',
            '    model "M 4"',
            '    firmware "4.5"',
            '    wireless',
            '  }',
            '}',
            'type valve : plc "Valve" { make "Maker" }',
            '',
        ].join('\n');
        const now = cured(text);
        assert.deepEqual(said(now), []);
        assert.equal(
            now,
            [
                'system S "Plant"',
                'zone Control {',
                '  SL-T 3',
                '  network 10.0.0.0/24',
                '  asset Hmi "Panel" : hmi',
                '  asset Plc "Line PLC" : plc {',
                '    address 10.0.0.1',
                '    vendor "Maker"',
                '    product "M 4"',
                '    version "4.5"',
                '    is wireless',
                '  }',
                '}',
                'type valve "Valve" : plc { vendor "Maker" }',
                '',
            ].join('\n'),
        );
    });

    it('says what a level may be, and what to write where a name is not known and none is near', () => {
        const text = 'system S\nzone A {\n  level 2\n  asset P : s7-1500\n}\nflow A -> A : zzz-bus\n';
        assert.deepEqual(said(text), [
            'There is no asset type s7-1500. Write what it is, such as `plc`, and its `product` in its block.',
            'There is no protocol zzz-bus. Declare it: `protocol N { port tcp 4000 }`.',
            'Expected a statement or `}`, but found `level`; write `purdue 2` for a level of the Purdue model, or ' +
                '`SL-T 2` for a security level.',
        ]);
    });

    it('mean the word that their block has, also where one follows a list on its line', () => {
        const text =
            'system S\nzone A { asset P : plc }\nzone B { asset Q : plc }\n' +
            'threat T {\n  from A target B.Q likelihood 3 consequence 4\n}\n' +
            'threat U {\n  from A to B.Q likelihood 3 consequence 4\n}\n' +
            'function F {\n  requires A.P\n}\ninvariant I {\n  requires path from A to B through A\n}\n';
        assert.deepEqual(said(text), [
            'Expected a statement or `}`, but found `target`; write `against`.',
            'Expected a statement or `}`, but found `to`; write `against`.',
            'Expected a statement or `}`, but found `requires`; write `needs`.',
            'Expected a statement or `}`, but found `requires`; write `require`.',
        ]);
        assert.deepEqual(said(cured(text)), []);
        // One word for two things of which the block has one: `site` is also a system, `control` a countermeasure.
        assert.deepEqual(said('system S\nzone A {\n  site "Hall 1"\n  control\n}\n'), [
            'Expected a statement or `}`, but found `site`; write `location`.',
            'Expected a statement or `}`, but found `control`; write `kind control`.',
        ]);
        // Where the block has no such word, it is a value, and lacks its comma.
        assert.deepEqual(said('system S\nzone A {\n  asset P : plc\n  asset target : plc { needs P target }\n}\n'), [
            'The values of a list are separated by commas: write P, target.',
        ]);
    });

    it('in the place of a likelihood or a consequence: a number is asked for', () => {
        assert.deepEqual(said('system S\nthreat T {\n  likelihood high\n  consequence 4\n}\n'), [
            'Expected a number such as `likelihood 3`, or in a matrix names in double quotes, but found `high`.',
        ]);
        // A name in quotes was lost without a word: the risk was called not stated.
        assert.deepEqual(said('system S\nthreat T {\n  likelihood "rare"\n  consequence "severe", "fatal"\n}\n'), [
            '"rare" is not a likelihood: grades are whole numbers from 1.',
            '"severe" is not a consequence: grades are whole numbers from 1.',
        ]);
    });

    it('have a fix only where the line is read with it', () => {
        const text = 'system S\nprotocol own { por t udp 9200 }\nzone A {\n  firmware "4"\n  por 4\n}\n';
        assert.equal(cured(text), text);
        assert.deepEqual(said(text), [
            'Expected a statement or `}`, but found `por`; did you mean `port`?',
            'Expected a statement or `}`, but found `firmware`.',
            'Expected a statement or `}`, but found `por`; did you mean `port`?',
        ]);
    });

    it('say where the type, the title and the zones are written', () => {
        const text =
            'system S\nzone A { asset X : plc { type plc } }\nzone B { "Title" }\nzone C {}\n' +
            'conduit D {\n  connects A, B\n}\ninvariant I { no path from A to B }\n';
        assert.deepEqual(said(text), [
            '`type` has no meaning in an asset; it belongs at the top of a file. ' +
                'Write the type right after the name: `asset Plc1 : plc`.',
            'A conduit joins two zones or more: `conduit N between A and B`.',
            'Expected a statement or `}`, but found `"Title"`; write a title right after the name.',
            'Expected a statement or `}`, but found `connects`; write `between A and B` after the name of the conduit.',
            'Expected a statement or `}`, but found `no`; write `deny path from A to B` in an invariant.',
        ]);
    });
});

describe('A name in quotes', () => {
    it('is the type or the protocol that is meant, and a text is not one', () => {
        const text =
            'system S\nzone A {\n  asset X : "PLC"\n  asset Y "Y" : "Operator station" { address 10.0.0.1 }\n' +
            '  flow X -> Y : "HTTPS"\n  flow X -> Y : https, "Modbus TCP" "Values"\n}\ntype Z : "plc"\n';
        assert.deepEqual(said(text).slice(0, 5), [
            'An asset type is written without quotes: `PLC`.',
            'An asset type is written without quotes: `operator-station`.',
            'A protocol is written without quotes: `HTTPS`; a purpose in quotes follows the protocols.',
            'A protocol is written without quotes: `modbus-tcp`; a purpose in quotes follows the protocols.',
            'An asset type is written without quotes: `plc`.',
        ]);
        assert.deepEqual(said(cured(text)), []);
        assert.match(cured(text), /asset X : plc\n.*operator-station \{.*\n.*: https\n.*: https, modbus-tcp "Values"/u);
        assert.deepEqual(said('system S\nzone A { asset X : plc\n flow X -> X : "Reads all of the values"\n}\n'), [
            'Expected a protocol after `:`, but found `"Reads all of the values"`.',
        ]);
    });
});
