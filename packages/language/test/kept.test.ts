import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import type { Asset, Flow, Lookup, Model } from '../src/model/index.ts';
import { lookup as lookupOf } from '../src/model/index.ts';
import { changesBetween } from '../src/reconcile/changes.ts';
import type { Comparison } from '../src/reconcile/reconcile.ts';
import { compare, reconcile } from '../src/reconcile/reconcile.ts';
import type { Reconciliation } from '../src/reconcile/index.ts';
import { load } from './support/load.ts';
import { reconciledLines } from './support/reconciled.ts';

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

    it('does not go on when rules or traffic were edited, with translations, and with tunnels', () => {
        const rules = '  permits 10.20.5.0/24 -> 10.10.2.11 : tcp 4840 "1"\n  blocks any -> any : any "2"';
        const seen = '  saw 10.20.5.10 -> 10.10.2.11 : tcp 4840 used on 2 days, 2026-01-02 to 2026-05-30';
        const text = plant([flow('Dmz.Hist'), flow('Dmz.Jump')].join('\n'), rules, seen);
        const other = { assets: moved('Dmz.Hist', '10.20.5.77') };
        const translating = text.replace('serves Control', 'translates 10.10.2.0/24 to 10.30.2.0/24 serves Control');
        const tunnel = `${text}zone Wan { kind external network 192.0.2.0/24 }\nconduit T between Control and Dmz { over Wan }\n`;
        const edits: readonly (readonly [string, (model: Model) => Partial<Model>, boolean])[] = [
            [text, other.assets, true],
            [text, ({ rulesets }) => ({ rulesets: rulesets.map(each => ({ ...each })) }), false],
            [text, ({ rulesets }) => ({ rulesets: [...rulesets, { ...rulesets[0]!, id: 'S' }] }), false],
            [text, ({ observations }) => ({ observations: observations.map(each => ({ ...each })) }), false],
            [text, () => ({ observations: [] }), false],
            [translating, other.assets, false],
            [tunnel, other.assets, false],
        ];
        for (const [before, edit, kept] of edits) {
            const { after, fresh, goesOn } = edited(before, edit);
            assert.equal(goesOn, kept);
            assert.deepEqual(after, fresh);
        }
    });

    it('works out for the first time what is said of an asset that is new', () => {
        const { after, fresh } = edited(plant(flow('Dmz.Hist'), '  blocks any -> any : any "1"', ''), ({ assets }) => ({
            assets: [...assets, { ...assets[0]!, id: 'Control.Plc9', name: 'Plc9', addresses: [] }],
        }));
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

describe('A comparison that goes on from each of many edits', () => {
    const text = readFileSync(new URL('one-fact-reconciled/two-firewalls.iacs', import.meta.url), 'utf8');
    const { lookup } = load(text, { withoutRules: true });
    const { model } = lookup;
    const hosts = ['10.10.2.11', '10.10.2.77', '10.10.2.99', '10.20.5.10', '10.10.9.9', '10.30.0.5', '192.0.2.7'];
    const put = <T>(all: readonly T[], old: T, now: readonly T[]): readonly T[] =>
        all.flatMap(each => (each === old ? now : [each]));
    /** The assets of the model, one of them at other addresses. */
    const moves = model.assets.map((asset): readonly [string, readonly Partial<Model>[]] => [
        `${asset.id} has another address`,
        [
            ...hosts.map(host => ({
                assets: put(model.assets, asset, [
                    {
                        ...asset,
                        addresses: [{ text: host, at: asset.origin.name, statementAt: asset.origin.name, zone: null }],
                        dhcp: false,
                    },
                ]),
            })),
            { assets: put(model.assets, asset, [{ ...asset, addresses: [] }]) },
        ],
    ]);
    const others = ({ from, to, ...flow }: Flow): readonly Flow[] => [
        { ...flow, from: to, to: from },
        { ...flow, from, to, arrow: '<->' },
        { ...flow, from, to, access: 'read' },
        { ...flow, from, to, protocols: model.flows[0]!.protocols },
        { ...flow, from, to, protocols: [] },
    ];
    const said = model.flows.map((flow): readonly [string, readonly Partial<Model>[]] => [
        `another thing is said of ${flow.id}`,
        [
            ...others(flow).map(other => ({ flows: put(model.flows, flow, [other]) })),
            { flows: put(model.flows, flow, []) },
        ],
    ]);

    for (const [name, edits] of [...moves, ...said])
        it(`finds what one finds that knows of none: ${name}`, () => {
            let before = compare(lookup, options, null);
            const first = reconciledLines(before.found);
            for (const edit of edits) {
                const now = lookupOf({ ...model, ...edit });
                assert.ok(changesBetween(before.lookup, now));
                const after = compare(now, options, before);
                assert.deepEqual(reconciledLines(after.found), reconciledLines(reconcile(now, options)));
                before = compare(lookup, options, after);
                assert.deepEqual(reconciledLines(before.found), first);
            }
        });
});

/*
 * What is worked out again after an edit, in `kept/`: flows and conversations by their numbers in the text, rules by
 * their labels. All else is kept. IACS_RENEW=1 writes it: read it.
 */
describe('A comparison that goes on from the one before works out again what an edit touches', () => {
    const text = readFileSync(new URL('one-fact-reconciled/two-firewalls.iacs', import.meta.url), 'utf8');
    const { lookup } = load(text.replace(/^.*is proposed.*\n/m, ''), { withoutRules: true });
    const { model } = lookup;
    const place = new URL('kept/two-firewalls.txt', import.meta.url);
    const expected = new Map(
        readFileSync(place, 'utf8')
            .split('\n')
            .map(line => line.split(/: (.*)/) as [string, string]),
    );
    const put = <T>(all: readonly T[], old: T, now: readonly T[]): readonly T[] =>
        all.flatMap(each => (each === old ? now : [each]));
    const at = (asset: Asset, host: string): readonly Asset[] => {
        const place = asset.origin.name;
        return [{ ...asset, addresses: [{ text: host, at: place, statementAt: place, zone: null }], dhcp: false }];
    };
    const edits = new Map<string, Partial<Model>>([
        ...model.assets.flatMap(asset => [
            ...['10.10.2.77', '10.20.5.10', '10.30.0.99'].map(
                host => [`${asset.id} has ${host}`, { assets: put(model.assets, asset, at(asset, host)) }] as const,
            ),
            [`${asset.id} has none`, { assets: put(model.assets, asset, [{ ...asset, addresses: [] }]) }] as const,
        ]),
        ...model.flows.flatMap(
            (flow, index) =>
                [
                    [
                        `flow ${index + 1} turned`,
                        { flows: put(model.flows, flow, [{ ...flow, from: flow.to, to: flow.from }]) },
                    ],
                    [`flow ${index + 1} written again`, { flows: put(model.flows, flow, [{ ...flow }]) }],
                    [`flow ${index + 1} gone`, { flows: put(model.flows, flow, []) }],
                ] as const,
        ),
    ]);
    const numbers = <T>(all: readonly T[], some: readonly T[]): readonly string[] =>
        some.map(each => (all.includes(each) ? String(all.indexOf(each) + 1) : 'the new one'));
    const anew = (before: Comparison, after: Comparison): string => {
        const [rules, traffic] = [new Set(before.rules.values()), new Set(before.traffic.values())];
        const flows = [...after.drafts].filter(([flow, draft]) => before.drafts.get(flow) !== draft);
        const seen = model.observations.flatMap(({ conversations }) => conversations);
        return (
            [
                [
                    'flow',
                    numbers(
                        model.flows,
                        flows.map(([flow]) => flow),
                    ),
                ],
                ['rule', [...after.rules.values()].filter(each => !rules.has(each)).map(({ rule }) => rule.label)],
                [
                    'saw',
                    numbers(
                        seen,
                        [...after.traffic.values()]
                            .filter(each => !traffic.has(each))
                            .map(({ conversation }) => conversation),
                    ),
                ],
                ['all rules', after.filters.areThoseOf(before.filters) ? [] : ['']],
            ]
                .filter(([, some]) => some!.length > 0)
                .map(([what, some]) => `${what as string} ${(some as readonly string[]).join(' ')}`.trim())
                .join('; ') || 'nothing'
        );
    };
    const first = compare(lookup, options, null);
    const written = new Map<string, string>();
    for (const [name, edit] of edits)
        it(name, () => {
            written.set(name, anew(first, compare(lookupOf({ ...model, ...edit }), options, first)));
            if (process.env['IACS_RENEW'] !== '1') assert.equal(written.get(name), expected.get(name));
        });

    after(() => {
        const lines = [...written].map(([name, again]) => `${name}: ${again}\n`);
        if (process.env['IACS_RENEW'] === '1') writeFileSync(place, lines.join(''));
    });
});
