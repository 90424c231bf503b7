import assert from 'node:assert/strict';
import { load } from './support/load.ts';
import { mended } from './support/mended.ts';

const today = '2026-06-01';

/** What is said of a text, with the lines of it. */
function told(text: string): readonly string[] {
    return load(text, { today }).problems.map(
        ({ message, at }) => `${text.slice(0, at.start).split('\n').length} ${message}`,
    );
}

const plant = `system S
zone A "First" {
  kind control
  asset P : plc {
    address 10.0.0.1
  }
  asset Q : plc
  flow P -> Q : modbus-tcp { access read }
  applies M
}
countermeasure M
zone B { asset W : plc }
`;

describe('A brace too many', () => {
    it('is one mistake where the statements go on behind it, and its fix removes it', () => {
        for (const [line, after] of [
            ['access read }', 'access read } }'],
            ['  }\n  asset Q', '  }\n  }\n  asset Q'],
        ] as const) {
            const broken = plant.replace(line, after);
            const at = broken.slice(0, broken.indexOf(after) + after.lastIndexOf('}')).split('\n').length;
            assert.deepEqual(told(broken), [`${at} This \`}\` has no matching \`{\`.`]);
            assert.deepEqual(told(mended(broken)), []);
            assert.equal(load(broken, { today }).model.zones.length, 2);
        }
    });

    it('at the end is told as before', () => {
        assert.deepEqual(told(`${plant}}\n`), ['13 This `}` has no matching `{`.']);
    });
});

describe('A block that has lost its beginning', () => {
    const several =
        '2 `kind` and 2 more statements have no meaning at the top of a file: the line that begins their block, such ' +
        'as `zone N {`, is missing or closed too early.';

    it('is told once, and not for each statement', () => {
        const rest = '  kind control\n  asset P : plc\n  SL-T 2\n';
        assert.deepEqual(told(`system S { owner "x" }\n${rest}}\n`), [several, '5 This `}` has no matching `{`.']);
        assert.deepEqual(told(`system S { owner "x" }\n${rest}zone B\nkind control\n`), [
            several,
            '6 `kind` has no meaning at the top of a file; it belongs in a zone.',
        ]);
    });

    it('is named by what may have it', () => {
        assert.deepEqual(told('system S\nlikelihood 3\nagainst A\n'), [
            '2 `likelihood` and 1 more statement have no meaning at the top of a file: the line that begins their ' +
                'block, such as `threat N {`, is missing or closed too early.',
        ]);
    });
});

describe('A statement in the wrong block', () => {
    it('is told with what is meant there', () => {
        for (const [line, said] of [
            ['invariant I { require path from A to B via A }', /`through` in the clause/u],
            ['conduit C between A and B { direction A -> B }', /Write `one-way A -> B`/u],
            ['countermeasure M { status implemented since 2026-05-01 }', /`evidence "…" dated/u],
            ['zone Z { type control }', /Write `kind control`/u],
        ] as const)
            assert.match(told(`system S\nzone A\nzone B\n${line}\n`).join('\n'), said);
    });
});

describe('A line that is no statement', () => {
    it('is one mistake, whatever signs it has', () => {
        assert.deepEqual(told('system S\nzone A {\n  LIMS → MES server (HTTPS 443)\n  kind control\n}\n'), [
            '3 Expected a statement or `}`, but found `LIMS`.',
        ]);
    });
});

describe('A comment that is not closed', () => {
    it('is the only mistake, since the brace may be in it', () => {
        assert.deepEqual(told('system S\nzone A {\n  /* shift B\n  kind control\n}\n'), [
            '3 The comment is not closed: add `*/`.',
        ]);
    });
});

describe('A short name of a thing in another zone', () => {
    it('is offered, and not taken by itself', () => {
        const [problem] = load(
            'system S\nzone A { asset X : plc }\nzone U { asset Bms : server }\nflow A.X -> A.Qms : https\n',
            {
                today,
            },
        ).problems;
        assert.deepEqual(
            [problem!.message, problem!.fixes.map(({ preferred }) => preferred)],
            ['There is no asset or zone A.Qms here; did you mean U.Bms?', [false]],
        );
    });
});

describe('A time of evidence that cannot be read', () => {
    it('has to be written, and no new evidence found', () => {
        const [stale] = load('system S\ncountermeasure M { status verified evidence "x.pdf" dated 2026-13-01 }\n', {
            today,
        }).findings.filter(({ rule }) => rule === 'evidence-stale');
        assert.match(stale!.message, /^x\.pdf has a time that cannot be read.*\. Correct how it is written\.$/u);
    });
});

describe('A comment without an end', () => {
    const text = `system S
zone A {
  applies M
  asset P : plc
  flow P -> B.W : mine
}
conduit C between A and B { via F }
threat T { from B against A.P mitigated by M, Gone to likelihood 2 }
/* Below is the rest.
countermeasure M { status implemented }
protocol mine { port tcp 4000 }
zone B { asset W : plc }
`;

    it('is told once, and not for each name that is declared in it', () => {
        assert.deepEqual(told(text), [
            '7 There is no asset F here.',
            '8 There is no countermeasure Gone.',
            '9 The comment is not closed: add `*/`.',
        ]);
    });

    it('leaves it known that these names were not understood', () => {
        const { model, findings } = load(text, { today });
        assert.ok(model.unread.some(({ subject, word }) => subject === 'A' && word === 'applies'));
        assert.ok(!findings.some(({ rule }) => rule === 'asset-without-flow'));
    });

    it('takes in nothing that stands before it, or in a comment that is closed', () => {
        assert.deepEqual(told(text.replace('/* Below is the rest.', '/* Below is the rest. */')), [
            '7 There is no asset F here.',
            '8 There is no countermeasure Gone.',
        ]);
        assert.deepEqual(told('system S\nzone A { applies M }\n// countermeasure M\n/* countermeasure M */\n'), [
            '2 There is no countermeasure M.',
        ]);
    });

    it('is told once in every file of the model', () => {
        const { problems } = load(
            `//- main.iacs\nimport "rest.iacs"\n${text.slice(0, text.indexOf('/*'))}//- rest.iacs\n${text.slice(text.indexOf('/*'))}`,
            { today },
        );
        assert.deepEqual(
            problems.map(({ message }) => message),
            ['There is no asset F here.', 'There is no countermeasure Gone.', 'The comment is not closed: add `*/`.'],
        );
    });
});
