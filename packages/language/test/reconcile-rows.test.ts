import assert from 'node:assert/strict';
import type { Lookup } from '../src/model/index.ts';
import { configuredWorld, reconcile } from '../src/reconcile/index.ts';
import { load } from './support/load.ts';

/** Three zones in a row, with a firewall before and behind the middle one. */
const row = (said: {
    first?: string;
    second?: string;
    one?: string;
    two?: string;
    between?: string;
}): string => `system S
zone A { network 10.0.1.0/24
  asset P : server { address 10.0.1.10 }
  asset P2 : server { address 10.0.1.11 }
}
zone B { network 10.0.2.0/24
  asset Q : server { address 10.0.2.10 }
}
zone C { network 10.0.3.0/24
  asset R : server { address 10.0.3.10 }
}
conduit AB between A and B { via F1
  asset F1 : firewall { serves A, B ${said.one ?? ''} }
  flow A.P -> B.Q : https
}
conduit BC between B and C { ${said.between ?? 'via F2'}
  asset F2 : firewall { serves B, C ${said.two ?? ''} }
  flow ${said.between?.includes('B -> C') ? 'B.Q -> C.R' : 'C.R -> B.Q'} : https
}
${said.first ? `ruleset R1 { device AB.F1\n  ${said.first}\n}` : ''}
${said.second ? `ruleset R2 { device BC.F2\n  ${said.second}\n}` : ''}
invariant Apart { deny path from A to C }
`;

/** What the rules open from A to C. */
function opened(text: string): readonly string[] {
    const { lookup } = load(text);
    const world = configuredWorld(lookup, reconcile(lookup, { staleAfter: 90 }));
    return world.lookup.model.flows
        .filter(({ id }) => world.origins.has(id))
        .map(({ from, to }) => `${from.id} -> ${to.id}`)
        .filter(pair => pair.startsWith('A') && pair.includes('-> C'));
}

const permits = (services: string, from = '10.0.1.10'): string => `permits ${from} -> 10.0.3.10 : ${services} "x"`;

describe('Firewalls in a row', () => {
    it('let through what each of them permits, though none of them joins the zones', () => {
        assert.deepEqual(opened(row({ first: permits('tcp 443'), second: permits('tcp 443') })), ['A.P -> C.R']);
        assert.deepEqual(opened(row({ first: permits('tcp 443'), second: permits('tcp 80') })), []);
        const some = row({ first: permits('any', 'any'), second: permits('tcp 443') });
        assert.deepEqual(opened(some), ['A.P -> C.R'], 'of the zone, the host that the second one permits');
        const other = row({ first: permits('any'), second: permits('any', '10.0.1.11') });
        assert.deepEqual(opened(other), [], 'another host');
        assert.deepEqual(opened(row({ first: permits('tcp 443') })), [], 'of unknown rules only flows are followed');
        const bare = row({ first: permits('tcp 443'), between: '' });
        assert.deepEqual(opened(bare), ['A.P -> C.R'], 'nothing stands between B and C');
    });

    it('break an invariant that the declared flows keep', () => {
        const found = load(row({ first: permits('tcp 443'), second: permits('tcp 443') })).findings;
        const [broken] = found.filter(({ rule }) => rule === 'rule-breaks-invariant');
        assert.match(broken!.message, /breaks Apart: with it there is a path A\.P → C\.R/);
        const blocked = load(row({ first: permits('tcp 443'), second: permits('tcp 80') })).findings;
        assert.deepEqual(
            blocked.filter(({ rule }) => rule === 'rule-breaks-invariant'),
            [],
        );
    });

    it('are asked as well where a device says which interface faces the zone beyond', () => {
        const one = 'faces A by "p1" faces B by "p2" faces C by "p2"';
        const asked = (services: string): readonly string[] =>
            opened(row({ one, first: permits('tcp 443'), second: permits(services) }));
        assert.deepEqual(asked('tcp 443'), ['A.P -> C.R']);
        assert.deepEqual(asked('tcp 80'), []);
        const past = row({ one: ', C', first: permits('tcp 443'), second: permits('tcp 80') });
        assert.deepEqual(opened(past), ['A.P -> C.R'], 'an interface in C goes round the other one');
    });

    it('pass in the direction of a one-way alone', () => {
        const both = { first: permits('tcp 443'), second: permits('tcp 443') };
        assert.deepEqual(opened(row({ ...both, between: 'via F2\n  one-way C -> B' })), []);
        assert.deepEqual(opened(row({ ...both, between: 'via F2\n  one-way B -> C' })), ['A.P -> C.R']);
    });

    it('let nothing through where what they permit has no part in common, three of them or nested ones', () => {
        const three = (second: string, third: string): readonly string[] => {
            const text = row({ first: permits('any', 'any').replace('10.0.3.10', 'any'), second }).replace(
                'invariant',
                `zone D { network 10.0.4.0/24
  asset T : server { address 10.0.4.10 }
}
conduit CD between C and D { via F3
  asset F3 : firewall { serves C, D }
  flow D.T -> C.R : https
}
ruleset R3 { device CD.F3
  ${third}
}
invariant`,
            );
            const { lookup } = load(text);
            const world = configuredWorld(lookup, reconcile(lookup, { staleAfter: 90 }));
            return world.lookup.model.flows.flatMap(({ from, to }) =>
                from.id.startsWith('A') && to.id.startsWith('D') ? `${from.id} -> ${to.id}` : [],
            );
        };
        const any = (services: string): string => `permits any -> any : ${services}`;
        assert.deepEqual(three(any('tcp 443'), any('tcp 80')), []);
        assert.deepEqual(three(any('tcp 22, 443'), any('tcp 22, 80')), ['A -> D']);
        const nested = (services: string): boolean => {
            const { lookup } = load(`system S
zone Office { network 10.0.1.0/24
  asset P : server { address 10.0.1.10 }
}
zone Plant { network 10.0.0.0/16
  zone Hall { network 10.0.2.0/23
    zone Cell { network 10.0.2.0/24
      asset Plc : plc { address 10.0.2.10 }
    }
  }
}
conduit Outer between Office and Plant { via F1
  asset F1 : firewall { serves Office, Plant }
}
conduit Mid between Plant and Plant.Hall { via F2
  asset F2 : firewall { serves Plant, Plant.Hall }
}
conduit Inner between Plant.Hall and Plant.Hall.Cell { via F3
  asset F3 : firewall { serves Plant.Hall, Plant.Hall.Cell }
}
ruleset R1 { device Outer.F1 permits any -> any : tcp 80, 443 }
ruleset R2 { device Mid.F2 permits any -> any : tcp 443 }
ruleset R3 { device Inner.F3 permits any -> any : ${services} }
`);
            const world = configuredWorld(lookup, reconcile(lookup, { staleAfter: 90 }));
            return world.lookup.model.flows.some(
                ({ from, to }) => from.id.startsWith('Office') && lookup.zoneOf(to.id)?.id === 'Plant.Hall.Cell',
            );
        };
        assert.equal(nested('tcp 80'), false);
        assert.equal(nested('tcp 80, 443'), true);
    });

    it('are followed as far as eight of them; what lies beyond is not called closed', () => {
        const text = (count: number): string => {
            const all = Array.from({ length: count }, (_, at) => at);
            return [
                'system S',
                ...all.map(at => `zone Z${at} { network 10.0.${at}.0/24 asset A : server { address 10.0.${at}.10 } }`),
                ...all
                    .slice(1)
                    .map(
                        at =>
                            `conduit C${at} between Z${at - 1} and Z${at} { via F asset F : firewall { serves Z${at - 1}, Z${at} } }`,
                    ),
                ...all.slice(1).map(at => `ruleset R${at} { device C${at}.F permits any -> any : tcp 443 "1" }`),
            ].join('\n');
        };
        const world = (count: number): ReturnType<typeof configuredWorld> => {
            const { lookup } = load(text(count));
            return configuredWorld(lookup, reconcile(lookup, { staleAfter: 90 }));
        };
        const near = world(9);
        const pairs = near.lookup.model.flows.map(({ from, to }) => `${from.id} ${to.id}`);
        assert.equal(new Set(pairs).size, 72, 'each zone to each other one');
        assert.equal(near.complete, true);
        assert.equal(world(10).complete, false);
        // The short way round is blocked, and whether the long one is open is not known.
        const ring = `${text(10)}
conduit Short between Z0 and Z9 { via F asset F : firewall { serves Z0, Z9 } }
ruleset S { device Short.F blocks any -> any : any "1" }`;
        const { lookup } = load(ring);
        assert.equal(configuredWorld(lookup, reconcile(lookup, { staleAfter: 90 })).complete, false);
    });

    it('of many zones are asked once for each two zones', () => {
        // A star of 60 firewalls took 4 s when each of them asked for all pairs of zones, and for the ends of each.
        const text = [
            'system S\nzone Hub { network 10.0.0.0/24 }',
            ...Array.from(
                { length: 60 },
                (_, at) => `zone Z${at} { network 10.${at + 1}.0.0/24 asset A : plc { address 10.${at + 1}.0.5 } }
conduit C${at} between Hub and Z${at} { via F asset F : firewall { serves Hub, Z${at} } }
ruleset R${at} { device C${at}.F permits any -> any : any "1" }`,
            ),
        ].join('\n');
        const { lookup } = load(text);
        const found = reconcile(lookup, { staleAfter: 90 });
        let asked = 0;
        const counting: Lookup = {
            ...lookup,
            chain: id => (asked++, lookup.chain(id)),
            within: (inner, outer) => (asked++, lookup.within(inner, outer)),
        };
        const { complete, lookup: world } = configuredWorld(counting, found);
        assert.equal(complete, true);
        assert.equal(world.model.flows.length, 61 * 60);
        assert.ok(asked < 300_000, `zones were asked for ${asked} times`);
    });
});
