import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { analyse } from '../src/analysis.ts';
import { parse } from '../src/syntax/index.ts';
import { formatEdits, formatText } from '../src/syntax/format.ts';
import { unitsOf } from '../src/syntax/format-units.ts';

const project = new URL('../../../', import.meta.url);

function corpus(): { name: string; text: string }[] {
    return ['examples/', 'packages/language/src/library/'].flatMap(folder =>
        readdirSync(new URL(folder, project), { recursive: true, encoding: 'utf8' })
            .filter(name => name.endsWith('.iacs'))
            .sort()
            .map(name => ({ name: folder + name, text: readFileSync(new URL(folder + name, project), 'utf8') })),
    );
}

/** What must survive: every word and comment, white space at the edges of comment lines left aside. */
function content(text: string): string[] {
    return unitsOf(text).map(unit =>
        unit.kind === 'comment'
            ? unit.text
                  .split(/\r\n|\r|\n/)
                  .map(line => line.trim())
                  .join('\n')
            : unit.text,
    );
}

/** The model and its problems without places. */
function meaning(text: string): string {
    const { model, problems } = analyse(
        parse('file:///main.iacs', text),
        { parse: () => undefined, resolve: () => null },
        { today: '2026-06-01', withoutRules: true },
    );
    const withoutPlaces = (key: string, value: unknown): unknown =>
        key === 'at' || key === 'origin' || key === 'first' || key === 'besides' || key.endsWith('At')
            ? undefined
            : value;
    return JSON.stringify([model, problems.map(problem => [problem.kind, problem.message])], withoutPlaces);
}

function applied(text: string, edits: ReturnType<typeof formatEdits>): string {
    return [...edits]
        .reverse()
        .reduce((changed, edit) => changed.slice(0, edit.start) + edit.text + changed.slice(edit.end), text);
}

/** A small generator of pseudo-random numbers, the same in every run. */
function random(seed: number): (below: number) => number {
    let state = seed;
    return below => {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        return Math.floor((state / 2 ** 32) * below);
    };
}

function formats(before: string, after: string): void {
    const [from, to] = [before, after].map(text => text.replace(/^\n/, '').replace(/ +$/, '')) as [string, string];
    assert.equal(formatText(from), to);
    assert.equal(formatText(to), to, 'the canonical form stays');
    assert.equal(applied(from, formatEdits(from)), to, 'the edits lead to the same text');
}

describe('The formatter', () => {
    it('puts one statement on a line, two spaces a block', () =>
        formats(
            `
zone  A"Title"{kind control purdue 2 SL-T 2{RDF 3} SL-A { 1 1 1 1 2 1 2 }
asset Plc1:plc
      flow Plc1->Hmi , Other:s7comm ,https"Reads" { access   read }
}
`,
            `
zone A "Title" {
  kind control
  purdue 2
  SL-T 2 { RDF 3 }
  SL-A {1 1 1 1 2 1 2}
  asset Plc1 : plc
  flow Plc1 -> Hmi, Other : s7comm, https "Reads" { access read }
}
`,
        ));

    it('keeps a short block on its line, and opens a long or busy one', () =>
        formats(
            `
zone A { asset B : plc }
countermeasure C { meets SR 1.1 RE 2   status planned due 2027-01-15 }
countermeasure D { meets SR 1.1 status planned due 2027-01-15 cost 3 }
zone E { zone F { kind control } }
zone G {   }
zone H {
}
zone I {
  kind control }
`,
            `
zone A { asset B : plc }
countermeasure C { meets SR 1.1 RE 2 status planned due 2027-01-15 }
countermeasure D {
  meets SR 1.1
  status planned
  due 2027-01-15
  cost 3
}
zone E {
  zone F { kind control }
}
zone G {}
zone H {}
zone I {
  kind control
}
`,
        ));

    it('keeps groups, and at most one empty line between them', () =>
        formats(
            `


system S


zone A {

  kind control



  asset B : plc

}
zone C


`,
            `
system S

zone A {
  kind control

  asset B : plc
}
zone C
`,
        ));

    it('sets in the further lines of a statement', () =>
        formats(
            `
zone A {
misses SR 2.8
because "No audit trail"

      due 2027-03-31
  meets SR 1.1,
  SR 1.2
  , SR 1.3
}
`,
            `
zone A {
  misses SR 2.8
    because "No audit trail"
    due 2027-03-31
  meets SR 1.1,
    SR 1.2, SR 1.3
}
`,
        ));

    it('gives a block with a comment of two lines its own lines: it is on no line', () =>
        formats(
            'zone A { kind dmz /* one\n two */ owner "O" }',
            'zone A {\n  kind dmz /* one\n two */\n  owner "O"\n}\n',
        ));

    it('leaves every comment where it was', () =>
        formats(
            `
// first
/**
     * Documentation
   *   of A
 */
zone A // behind the name
{ // behind the brace
// inside
kind control   // behind a fact   
/* before */ purdue 2 /* behind */ owner "O"
/** short */ asset B : plc
   /* loose
        text */
// last
} // behind the block
zone C { kind dmz /* inline */ }
zone D { kind dmz // to the end
}
// end`,
            `
// first
/**
 * Documentation
 *   of A
 */
zone A // behind the name
{ // behind the brace
  // inside
  kind control // behind a fact
  /* before */ purdue 2 /* behind */
  owner "O"
  /** short */ asset B : plc
  /* loose
        text */
  // last
} // behind the block
zone C { kind dmz /* inline */ }
zone D {
  kind dmz // to the end
}
// end
`,
        ));

    it('lays out a broken file as far as it is understood', () =>
        formats(
            `
zone A {
asset B :
   §§ kind nonsense %
meets SR , by
   title "open
asset C : plc { address 1.2.3.
zone D { kind control }
`,
            `
zone A {
  asset B :
    §§ kind nonsense %
  meets SR, by
    title "open
  asset C : plc {
    address 1.2.3.
zone D { kind control }
`,
        ));

    it('goes on at the top where the parser takes blocks for closed', () =>
        formats(
            `
zone A {
kind control
zone B {
asset C : plc
/** Of D */
zone D {
kind dmz
}
`,
            `
zone A {
  kind control
zone B {
  asset C : plc
/** Of D */
zone D {
  kind dmz
}
`,
        ));

    it('joins no number to a point', () =>
        assert.equal(formatText('zone A { include 1 . 2 , A . B }\n'), 'zone A { include 1 . 2, A.B }\n'));

    it('keeps CRLF and a byte order mark', () => {
        assert.equal(formatText('\ufeffzone A {\r\nkind control\r\n}'), '\ufeffzone A {\r\n  kind control\r\n}\r\n');
        assert.equal(formatText('\ufeff'), '\ufeff');
        assert.equal(formatText(' \n'), '');
    });

    it('formats a range of lines', () => {
        const text = 'zone A {\nkind control\npurdue 2\nowner "O"\n}\n';
        const at = text.indexOf('purdue');
        assert.deepEqual(
            applied(text, formatEdits(text, { start: at + 1, end: at + 2 })),
            'zone A {\nkind control\n  purdue 2\nowner "O"\n}\n',
        );
        assert.deepEqual(formatEdits(text, { start: 0, end: 0 }), []);
        assert.equal(applied(text, formatEdits(text, { start: 0, end: text.length })), formatText(text));
    });

    it('changes nothing in what is canonical', () => {
        for (const { name, text } of corpus()) assert.deepEqual(formatEdits(text), [], `${name} is not formatted`);
    });

    it('changes white space alone, and the same again, whatever the text', () => {
        const next = random(62443);
        const blanks = ['', ' ', '  ', '\n', '\n\n\n', '\t', ' \n  '];
        const scraps = [
            '{',
            '}',
            '"',
            ',',
            ' by ',
            '/*',
            '*/',
            '//',
            '§',
            '.',
            'SL-T',
            'zone',
            '\\',
            'RE 1',
            '->',
            '2',
        ];
        for (const { name, text } of corpus()) {
            if (text.length > 9000) continue;
            for (let round = 0; round < 4; round++) {
                let changed = text;
                for (let count = 0; count < 1 + round * 3; count++) {
                    const at = next(changed.length);
                    const gap = changed.slice(at).search(/[ \n]/);
                    if (round % 2 === 0 && gap >= 0)
                        changed = changed.slice(0, at + gap) + blanks[1 + next(6)]! + changed.slice(at + gap + 1);
                    else changed = changed.slice(0, at) + scraps[next(scraps.length)]! + changed.slice(at + next(4));
                }
                const formatted = formatText(changed);
                assert.deepEqual(content(formatted), content(changed), `${name}, round ${round}: nothing is lost`);
                assert.equal(formatText(formatted), formatted, `${name}, round ${round}: formatting twice is the same`);
                assert.equal(
                    applied(changed, formatEdits(changed)),
                    formatted,
                    `${name}, round ${round}: the edits lead there`,
                );
                // Where braces are missing, the parser goes by the columns of declarations: only what is whole means
                // the same in any layout.
                if (parse('', changed).mistakes.length === 0)
                    assert.ok(
                        meaning(formatted) === meaning(changed),
                        `${name}, round ${round}: the model is the same`,
                    );
            }
        }
    });
});
