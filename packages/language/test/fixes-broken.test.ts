import assert from 'node:assert/strict';
import { renderEdits } from '../src/syntax/index.ts';
import { carelessPlant } from './support/careless-plant.ts';
import { apply, load } from './support/load.ts';
import { random } from './support/random-plant.ts';

const slips = ['{', '}', '"', ',', ':', '->', ' ', 'zone', 'asset', 'flow', '\n', 'port', 'SL-T', '('];

/** A text with a slip of the hand: a stretch that is gone, or a word too many. */
function slipped(text: string, below: (count: number) => number): string {
    const at = below(text.length);
    return below(2) === 0
        ? text.slice(0, at) + text.slice(at + 1 + below(6))
        : text.slice(0, at) + slips[below(slips.length)]! + text.slice(at);
}

describe('Quick fixes in a text with a slip', () => {
    for (let seed = 1; seed <= 4; seed++) {
        it(`add no mistake, and apply as they are (${seed})`, () => {
            const below = random(100 + seed);
            for (let round = 0; round < 10; round++) {
                const text = slipped(carelessPlant(random(seed * 25 + round)), below);
                const loaded = load(text);
                const before = loaded.problems.length;
                for (const finding of loaded.findings) {
                    for (const fix of finding.fixes) {
                        const what = `${finding.rule}: ${fix.title}\n${text}`;
                        const edits = renderEdits(fix.edits, file => loaded.files.get(file) ?? '');
                        edits.forEach((edit, index) =>
                            assert.ok(index === 0 || edits[index - 1]!.end <= edit.start, `${what}: changes overlap`),
                        );
                        assert.ok(load(apply(loaded, fix)).problems.length <= before, what);
                    }
                }
            }
        });
    }
});

describe('Suggestions in a text with a name twice', () => {
    const proposed = (text: string): string[] =>
        load(text).problems.flatMap(({ fixes }) => fixes.map(({ title }) => title));

    it('are names that the text can say, whatever has the name first', () => {
        const twice = 'system S\nzone Plant { asset Db : server }\nzone Plant { asset Db : server  asset Ab : plc }\n';
        assert.deepEqual(proposed(`${twice}invariant I { deny path from Site.Plant to Plant.Db }\n`), [
            'Change to Plant',
        ]);
        assert.deepEqual(proposed(`${twice}invariant I { deny path from Plent to Plant.Db }\n`), ['Change to Plant']);
        assert.deepEqual(proposed(`${twice}invariant I { deny path from Db to Plant.Db }\n`), ['Change to Plant.Db']);
        assert.deepEqual(proposed(`${twice}invariant I { deny path from Abc to Plant.Db }\n`), []);
        const types =
            'system S\ntype turnstile : device { class embedded }\ntype turnstile : device { class embedded }\n';
        assert.deepEqual(proposed(`${types}zone Z { asset A : turnstyle }\n`), ['Change to turnstile']);
    });
});
