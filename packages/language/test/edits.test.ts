import assert from 'node:assert/strict';
import { applyEdits, renderEdits } from '../src/syntax/index.ts';
import { apply, load } from './support/load.ts';

/** The text after a fix of a rule; problems of the text before are allowed. */
function after(text: string, rule: string, title: RegExp | string = ''): string {
    const loaded = load(text);
    const fixes = loaded.findings.filter(finding => finding.rule === rule).flatMap(finding => finding.fixes);
    const fix = fixes.find(each => (typeof title === 'string' ? each.title.startsWith(title) : title.test(each.title)));
    assert.ok(fix, `${rule} offers: ${fixes.map(each => each.title).join(' | ')}`);
    return apply(loaded, fix);
}

const plant = (flow: string, conduit = ''): string => `system P { owner "O" }
zone B { kind dmz SL-T 1 asset Y : server }
zone A {
  kind control
  SL-T 1
  asset X : plc
${flow}
}
${conduit}`;

describe('A block on one line', () => {
    it('is written once, with all that comes into it', () => {
        const text = after(
            'system P\nzone Control { kind control asset P : plc asset E : erp-server asset M : mail-server }\n' +
                'zone Office { kind enterprise asset X : server }\n',
            'business-and-control-together',
        );
        assert.equal(
            text,
            `system P
zone Control { kind control asset P : plc }
zone Office {
  kind enterprise
  asset X : server
  asset E : erp-server
  asset M : mail-server
}
`,
        );
    });

    it('is written with what changes in it', () => {
        const planned = 'system P\ncountermeasure M { status planned due 2026-01-01 meets SR 1.1 }\n';
        assert.equal(
            after(planned, 'due-date-passed', 'State that M is implemented'),
            `system P
countermeasure M {
  status implemented
  due 2026-01-01
  meets SR 1.1
    evidence "TODO: what shows that M is implemented"
}
`,
        );
    });

    it('that is not there is opened once', () => {
        const text = after(
            'system P\nzone Control { kind control asset P : plc asset E : erp-server asset M : mail-server }\n' +
                'zone Around { kind enterprise zone Office }\n',
            'business-and-control-together',
            'Move E and M to Around.Office',
        );
        assert.equal(
            text,
            `system P
zone Control { kind control asset P : plc }
zone Around {
  kind enterprise
  zone Office {
    asset E : erp-server
    asset M : mail-server
  }
}
`,
        );
    });

    it('around the one that something comes into keeps both', () => {
        const edits = load('system P\nzone A { zone B { asset X : plc } asset Y : plc }\n');
        const [a, b] = edits.model.zones;
        const text = apply(edits, {
            kind: 'fix',
            title: 'Both',
            edits: [
                { kind: 'add', into: a!.origin, text: 'SL-T 1', where: 'first' },
                { kind: 'add', into: b!.origin, text: 'SL-T 2', where: 'first' },
                { kind: 'add', into: b!.origin, text: 'asset Z : plc', where: 'last' },
            ],
        });
        assert.equal(
            text,
            `system P
zone A {
  SL-T 1
  zone B {
    SL-T 2
    asset X : plc
    asset Z : plc
  }
  asset Y : plc
}
`,
        );
    });
});

describe('A block with lines', () => {
    const block = (lines: string): string =>
        'system P\nzone A { kind control asset X : hmi }\nzone B { kind operations asset Y : server }\n' +
        `conduit C between A and B {\n  flow A.X -> B.Y : ${lines}\n  }\n}\n`;
    const proposed = 'is proposed because "TODO: when https is in use here"';

    it('gets a statement in the place of its last ones', () => {
        for (const [lines, left] of [
            ['    port tcp 80', ''],
            ['    access read\n    port tcp 80', '    access read\n'],
            ['    port tcp 80\n    access read', '    access read\n'],
            ['    // kept\n    port tcp 80', '    // kept\n'],
        ] as const)
            assert.equal(
                after(block(`http {\n${lines}`), 'clear-text-credentials', 'Use https instead'),
                block(`https {\n${left}    ${proposed}`),
            );
    });
});

describe('A statement that moves', () => {
    const flow = `  flow X -> B.Y : opc-ua, nosuch "a\\tb \\"c\\"" {
    // agreed, 2026-01-01, ticket 4711
    port tcp 70000
    access read
    secured encryption, nothing by Somebody
  }`;
    const moved = `  flow X -> B.Y : opc-ua, nosuch "a\\tb \\"c\\"" {
    // agreed, 2026-01-01, ticket 4711
    port tcp 70000
    access read
    secured encryption, nothing by Somebody
  }`;

    it('keeps comments, strings and mistakes in a new conduit', () => {
        assert.equal(
            after(plant(flow), 'flow-without-conduit', 'Create conduit'),
            `system P { owner "O" }
zone B { kind dmz SL-T 1 asset Y : server }
zone A {
  kind control
  SL-T 1
  asset X : plc
}

conduit AToB between A and B {
${moved}
}
`,
        );
    });

    it('keeps them in a conduit that is there', () => {
        const text = after(
            plant(flow, 'conduit C between A and B {\n  via F\n  asset F : firewall { serves A, B }\n}\n'),
            'flow-without-conduit',
            'Move the flow into C',
        );
        assert.ok(
            text.endsWith(`conduit C between A and B {\n  via F\n  asset F : firewall { serves A, B }\n${moved}\n}\n`),
            text,
        );
    });

    it('says again that a port does not exist', () => {
        const messages = (text: string): readonly string[] =>
            load(text)
                .problems.map(problem => problem.message)
                .sort();
        assert.deepEqual(messages(after(plant(flow), 'flow-without-conduit', 'Create conduit')), messages(plant(flow)));
    });

    it('takes along the comments that speak of it', () => {
        const text = after(
            plant(
                '  // Agreed with operations.\n  // Until the mirror is there.\n  flow X -> B.Y : https // ' +
                    'ticket 12\n\n  // Something else.\n  flow X -> X : https',
            ),
            'flow-without-conduit',
            'Create conduit',
        );
        assert.match(
            text,
            /\nconduit AToB between A and B \{\n {2}\/\/ Agreed with operations\.\n {2}\/\/ Until the mirror is there\.\n {2}flow X -> B\.Y : https \/\/ ticket 12\n\}\n$/,
        );
        assert.match(text, /asset X : plc\n\n {2}\/\/ Something else\.\n {2}flow X -> X : https\n\}/);
    });

    it('takes along its documentation, line by line', () => {
        const text = after(
            plant('  /** One\n   * two three. */\n  flow X -> B.Y : opc-ua { access read }'),
            'flow-without-conduit',
            'Create conduit',
        );
        assert.match(
            text,
            /\{\n {2}\/\*\* One\n {3}\* two three\. \*\/\n {2}flow X -> B\.Y : opc-ua \{ access read \}\n\}\n$/,
        );
    });

    it('has names that mean the same in the new block', () => {
        const text = after(
            `system P
zone A {
  zone Inner { asset X : plc }
  asset Y : plc
  flow Inner.X -> B.Y : https
}
zone B { asset Y : server }
conduit C between A and B {}
`,
            'flow-without-conduit',
            'Move the flow into C',
        );
        assert.match(text, /conduit C between A and B \{\n {2}flow Inner\.X -> B\.Y : https\n\}/);
        const shadowed = after(
            `system P
zone A {
  asset X : plc
  flow X -> B.Y : https
}
zone B { asset Y : server }
conduit C between A and B { asset X : switch }
`,
            'flow-without-conduit',
            'Move the flow into C',
        );
        assert.match(shadowed, /\n {2}flow A\.X -> B\.Y : https\n\}/);
    });

    it('has whole names in a zone where the short ones lead to nothing', () => {
        const text = after(
            `system P
zone A {
  zone Inner {
    asset X : plc
    asset Z : plc
  }
}
zone B { asset Y : server }
conduit C between A and B {
  flow X -> Z : https
}
`,
            'flow-outside-conduit',
            'Move the flow into Inner',
        );
        assert.deepEqual(load(text).problems, []);
    });

    it('leaves the rest of a line in place', () => {
        const text = after(
            'system P\nzone A { asset X : plc flow X -> B.Y : https }\nzone B { asset Y : server }\n',
            'flow-without-conduit',
            'Create conduit',
        );
        assert.equal(
            text,
            'system P\nzone A { asset X : plc }\n\nconduit AToB between A and B {\n  flow X -> B.Y : ' +
                'https\n}\n\nzone B { asset Y : server }\n',
        );
    });
});

describe('An edit of several statements', () => {
    it('keeps the line ends of the file', () => {
        const text = 'system P\r\nzone A {\r\n  // about X\r\n  asset X : plc\r\n  asset Y : plc\r\n}\r\n';
        const { model } = load(text);
        const [zone] = model.zones;
        const edits = renderEdits(
            [
                {
                    kind: 'enclose',
                    head: 'zone B',
                    facts: ['SL-T 1'],
                    after: zone!.origin,
                    statements: model.assets.map(({ origin }) => ({ file: origin.file, ...origin.whole })),
                },
            ],
            () => text,
        );
        assert.equal(
            applyEdits(text, edits),
            'system P\r\nzone A {}\r\n\r\nzone B {\r\n  SL-T 1\r\n  // about X\r\n  asset X : plc\r\n  asset Y : ' +
                'plc\r\n}\r\n',
        );
    });
});
