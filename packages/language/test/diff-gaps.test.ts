import assert from 'node:assert/strict';
import { diff, sideOf, type DiffSide, type ModelDiff } from '../src/views/diff/index.ts';
import { load } from './support/load.ts';

const today = '2026-06-01';

function side(text: string): DiffSide {
    const loaded = load(text, { today });
    return sideOf(loaded, { today, textOf: uri => loaded.files.get(uri), fileName: uri => uri });
}

const plant = (said: string): string => `system Plant { owner "O" }
zone Control { kind control owner "O" SL-T 2
  asset Plc1 : plc
${said}
}
countermeasure Later { meets SR 1.1 status planned due 2027-06-30 owner "O" }
`;
const between = (before: string, after: string): ModelDiff => diff(side(plant(before)), side(plant(after)));
const told = ({ security }: ModelDiff): readonly string[] => [
    security.verdict,
    ...security.reasons.map(({ direction, text }) => `${direction}: ${text}`),
];

describe('a gap that is no longer stated', () => {
    it('is not fixed where a known fault is taken back', () => {
        const found = between('misses SR 1.1 because "No accounts" due 2027-06-30', '');
        assert.deepEqual(told(found), [
            'worse',
            'worse: SR 1.1: missed, due 2027-06-30 at Control before, and nothing is said of it now',
        ]);
        assert.deepEqual(found.security.findings.fixed, []);
    });

    it('is not fixed where a plan is given up', () => {
        const found = between('applies Later', '');
        assert.deepEqual(told(found), ['worse', 'worse: SR 1.1 of Control: planned → not assessed']);
        assert.deepEqual(found.security.findings.fixed, []);
    });

    it('is told where it is mended, and where the fault is stated elsewhere nothing is taken back', () => {
        assert.deepEqual(told(between('misses SR 1.1', 'meets SR 1.1 because "Accounts" evidence "accounts.pdf"')), [
            'better',
            'better: SR 1.1 of Control: missed → met',
        ]);
        const above = (where: string): string =>
            plant('')
                .replace('zone Control {', `zone Site {\n${where}\nzone Control {`)
                .replace('\n}\ncount', '\n}\n}\ncount');
        const [inside, around] = ['zone Inner { misses SR 1.1 }', 'misses SR 1.1\nzone Inner {}'];
        assert.ok(
            !told(diff(side(above(inside)), side(above(around)))).some(text => text.includes('nothing is said of it')),
        );
    });
});

describe('a text that is not understood', () => {
    it('fixes nothing of what is not heard until it is', () => {
        const flows = 'asset Hmi1 : hmi\n  asset Hmi2 : hmi\n  flow Hmi1 -> Plc1 : opc-ua';
        const found = between(flows, `${flows}\n  is ???`);
        assert.equal(found.security.verdict, 'incomplete');
        assert.deepEqual(
            [...found.security.findings.fixed, ...found.security.findings.added].map(({ rule }) => rule),
            [],
        );
    });
});

describe('a finding about several elements of which one is mended', () => {
    const zones = (first: string, second: string): string =>
        `system S { owner "O" }\nzone A { kind control owner "O" SL-T 1 }\nzone B { kind dmz owner "O" SL-T 1 }\n` +
        `conduit One between A and B { via F1 asset F1 : firewall ${first} }\n` +
        `conduit Two between A and B { via F2 asset F2 : firewall ${second} }\n`;
    const messages = (before: string, after: string, which: 'fixed' | 'added'): readonly string[] =>
        diff(side(before), side(after))
            .security.findings[which].filter(({ rule }) => rule === 'conduit-without-owner')
            .map(({ message, subject }) => `${subject}: ${message}`);
    const both = 'have no owner, so it is not clear who decides what may pass. Name an owner.';

    it('says which one is fixed, and which one is new', () => {
        assert.deepEqual(messages(zones('', ''), zones('', 'owner "O"'), 'fixed'), [
            `Two: One and Two ${both} Fixed in it: Two.`,
        ]);
        assert.deepEqual(messages(zones('owner "O"', ''), zones('', ''), 'added'), [
            `One: One and Two ${both} New in it: One.`,
        ]);
        assert.deepEqual(messages(zones('', ''), zones('owner "O"', 'owner "O"'), 'fixed'), [
            `One: One and Two ${both}`,
        ]);
    });
});
