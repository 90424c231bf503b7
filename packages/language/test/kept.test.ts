import assert from 'node:assert/strict';
import type { Asset, Lookup, Model } from '../src/model/index.ts';
import { lookup as lookupOf } from '../src/model/index.ts';
import { changesBetween } from '../src/reconcile/changes.ts';
import { compare, reconcile } from '../src/reconcile/reconcile.ts';
import type { Reconciliation } from '../src/reconcile/index.ts';
import { load } from './support/load.ts';

const options = { staleAfter: 90 };

/** A plant with a firewall between two zones, the rules of it, and what was seen. */
const plant = (flows: string, rules: string, seen: string): string => `system Plant
zone Control { kind control network 10.10.2.0/24
  asset Plc1 : plc { address 10.10.2.11 }
  asset Plc2 : plc { address 10.10.2.12 }
}
zone Dmz { kind dmz network 10.20.5.0/24
  asset Hist : historian { address 10.20.5.10 }
  asset Jump : jump-host { address 10.20.5.20 }
}
conduit K between Control and Dmz {
  via Fw
  asset Fw : firewall { address 10.10.2.1, 10.20.5.1 serves Control, Dmz }
${flows}
}
ruleset R {
  device K.Fw
${rules}
}
observation O {
  sees Control, Dmz
  since 2026-01-01
  until 2026-06-01
${seen}
}
`;

interface Edited {
    readonly before: Reconciliation;
    /** What a comparison finds that goes on from the one before, and one that knows of none. */
    readonly after: Reconciliation;
    readonly fresh: Reconciliation;
    /** False where it may not go on. */
    readonly goesOn: boolean;
}

/** Compares a plant, and again after an edit that leaves all other elements the very objects that they were. */
function edited(text: string, edit: (model: Model) => Partial<Model>): Edited {
    const { lookup, problems } = load(text);
    assert.deepEqual(problems, []);
    const now: Lookup = lookupOf({ ...lookup.model, ...edit(lookup.model) });
    const first = compare(lookup, options, null);
    return {
        before: first.found,
        after: compare(now, options, first).found,
        fresh: reconcile(now, options),
        goesOn: changesBetween(lookup, now) !== null,
    };
}

/** Gives an asset another address. */
const moved =
    (id: string, address: string) =>
    ({ assets }: Model): Partial<Model> => ({
        assets: assets.map((asset): Asset =>
            asset.id === id
                ? { ...asset, addresses: asset.addresses.map(each => ({ ...each, text: address })) }
                : asset,
        ),
    });

const flow = (from: string): string => `  flow ${from} -> Control.Plc1 : opc-ua`;

describe('A comparison that goes on from the one before', () => {
    it('asks a flow of a zone again when an asset in the zone has another address', () => {
        const rules = '  permits 10.20.5.10, 10.20.5.20 -> 10.10.2.11 : tcp 4840 "1"';
        const { before, after, fresh, goesOn } = edited(plant(flow('Dmz'), rules, ''), moved('Dmz.Hist', '10.20.5.99'));
        assert.ok(goesOn);
        assert.deepEqual(
            [before, after].map(each => each.flows[0]!.configured),
            ['yes', 'partly'],
        );
        assert.deepEqual(after, fresh);
    });

    it('does not go on when flows that were there before are in another order', () => {
        const flows = [flow('Dmz.Hist'), flow('Dmz.Jump')].join('\n');
        const rules = '  permits 10.20.5.0/24 -> 10.10.2.11 : tcp 4840 "1"';
        const { before, after, fresh, goesOn } = edited(plant(flows, rules, ''), model => ({
            flows: [...model.flows].reverse(),
        }));
        assert.ok(!goesOn);
        assert.deepEqual(
            [before, after].map(each => each.rules[0]!.flows.map(({ from }) => from.id)),
            [
                ['Dmz.Hist', 'Dmz.Jump'],
                ['Dmz.Jump', 'Dmz.Hist'],
            ],
        );
        assert.deepEqual(after, fresh);
    });

    it('looks again whether an address is that of all hosts, when an asset has it or no longer has it', () => {
        const seen = '  saw 10.20.5.10 -> 10.10.2.255 : udp 161 used on 2 days, 2026-01-02 to 2026-05-30';
        const text = plant(flow('Dmz.Hist'), '  blocks any -> any : any "1"', seen);
        const taken = edited(text, moved('Control.Plc2', '10.10.2.255'));
        const given = edited(text.replace('10.10.2.12', '10.10.2.255'), moved('Control.Plc2', '10.10.2.12'));
        const counts = ({ traffic, observations }: Reconciliation): readonly number[] => [
            traffic.length,
            observations[0]!.multicast,
        ];
        for (const [{ before, after, fresh, goesOn }, counted] of [
            [
                taken,
                [
                    [0, 1],
                    [1, 0],
                ],
            ],
            [
                given,
                [
                    [1, 0],
                    [0, 1],
                ],
            ],
        ] as const) {
            assert.ok(goesOn);
            assert.deepEqual([before, after].map(counts), counted);
            assert.deepEqual(after, fresh);
        }
    });
});
