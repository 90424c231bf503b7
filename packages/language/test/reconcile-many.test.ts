import assert from 'node:assert/strict';
import { configuredWorld, reconcile } from '../src/reconcile/index.ts';
import { plant } from './support/as-found.ts';
import { load } from './support/load.ts';

/** So many addresses and ports that are blocked one by one that what is left of a rule falls into too many parts. */
const blocks = Array.from(
    { length: 340 },
    (_, at) => `  blocks 10.20.5.${at % 250} -> 10.10.2.${(at * 7) % 250} : tcp ${1000 + 2 * at}`,
).join('\n');
const text = plant({
    flows: '  flow Dmz.Hist -> Control.Plc1 : opc-ua',
    rules: `${blocks}\n  permits any -> any : any "open"\n  permits 10.20.5.10 -> 10.10.2.11 : tcp 4840 "narrow"`,
});

describe('Rules that leave too many parts of a rule behind them', () => {
    it('leave it without a verdict, and its paths unknown', () => {
        const { lookup } = load(text);
        const found = reconcile(lookup, { staleAfter: 90 });
        assert.deepEqual(
            found.rules.map(({ rule, why, ...of }) => [rule.label, of.class, why]),
            [
                ['open', 'not-assessable', 'the rules before it split it into too many parts'],
                ['narrow', 'documented', null],
            ],
        );
        assert.equal(configuredWorld(lookup, found).complete, false);
    });
});
