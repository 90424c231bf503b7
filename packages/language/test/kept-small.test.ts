import assert from 'node:assert/strict';
import type { Asset, Flow, Model } from '../src/model/index.ts';
import { lookup as lookupOf } from '../src/model/index.ts';
import { compare, reconcile } from '../src/reconcile/reconcile.ts';
import { load } from './support/load.ts';
import { random } from './support/random-plant.ts';
import { reconciledLines } from './support/reconciled.ts';
import type { Dice } from './support/single-sessions.ts';
import { hosts, pick } from './support/single-sessions.ts';
import { smallPlant } from './support/small-plants.ts';

const options = { staleAfter: 90 };

/** Another address of one asset, or another access of one flow; all else stays the very objects that they were. */
function edited(dice: Dice, { assets, flows }: Model, places: readonly string[]): Partial<Model> {
    const id = pick(dice, hosts).id;
    const text = pick(dice, places);
    const flow = pick(dice, flows);
    return dice(4) === 0
        ? { flows: flows.map((each): Flow => (each === flow ? { ...each, access: 'read' } : each)) }
        : {
              assets: assets.map((asset): Asset => {
                  if (asset.id !== id) return asset;
                  const [first, ...others] = asset.addresses;
                  return { ...asset, addresses: [{ ...first!, text }, ...others] };
              }),
          };
}

describe('A comparison of a small plant', () => {
    it('that goes on from the one before says what a new one says, edit by edit', () => {
        let kept = 0;
        for (let seed = 1; seed <= Number(process.env['IACS_EDITS'] ?? 150); seed++) {
            const dice = random(seed * 104_729);
            const { text, places, flows } = smallPlant(dice);
            if (flows.length === 0) continue;
            let { model } = load(text).lookup;
            let before = compare(lookupOf(model), options, null);
            for (let edit = 0; edit < 4; edit++) {
                model = { ...model, ...edited(dice, model, places) };
                const now = lookupOf(model);
                const after = compare(now, options, before);
                assert.deepEqual(
                    reconciledLines(after.found),
                    reconciledLines(reconcile(now, options)),
                    `seed ${seed}, edit ${edit}\n${text}`,
                );
                if ([...after.drafts].some(([flow, draft]) => before.drafts.get(flow) === draft)) kept += 1;
                before = after;
            }
        }
        assert.ok(kept > 100, `${kept} went on`);
    });
});
