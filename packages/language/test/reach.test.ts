import assert from 'node:assert/strict';
import { judgeInvariants, reachOf, type Path } from '../src/assessment/index.ts';
import { bruteDistances, bruteHolds, bruteHops, bruteMeant, brutePaths } from './support/brute-reach.ts';
import { load } from './support/load.ts';
import { plantText, random, randomPlant } from './support/random-plant.ts';

const head = 'system Plant\n';

function reaches(text: string, from: string, options: { lateral?: boolean } = {}): string[] {
    const loaded = load(head + text);
    assert.deepEqual(loaded.problems.map(problem => problem.message), []);
    return [...reachOf(loaded.lookup).reachableFrom([from], options)].sort();
}

function way(text: string, from: string, to: string): string | null {
    const path = reachOf(load(head + text).lookup).shortestPath(from, to);
    return path && [path.from, ...path.hops.map(hop => hop.to)].join(' ');
}

const nodesOf = (path: Path): string => [path.from, ...path.hops.map(hop => hop.to)].join(' ');

describe('reachability', () => {
    it('follows sessions from the side that opens them', () => {
        const text = 'zone A { asset X : server }\nzone B { asset Y : server }\nflow A.X -> B.Y : https\n';
        assert.deepEqual(reaches(text, 'A.X'), ['B.Y']);
        assert.deepEqual(reaches(text, 'B.Y'), []);
        assert.deepEqual(reaches(text.replace('->', '<->'), 'B.Y'), ['A.X']);
        assert.deepEqual(reaches(text.replace('->', '--'), 'B.Y'), ['A.X']);
        assert.deepEqual(reaches(text.replace('https\n', 'https { until 2020-01-01 }\n'), 'A.X'), ['B.Y']);
    });

    it('takes a zone for every asset in it, nested ones and those that serve it', () => {
        const text = 'zone A { asset X : server }\nzone B { asset Y : server\n zone C { asset Z : server } }\nconduit K between A and B { via F\n asset F : firewall { serves B } }\nflow A -> B : https\n';
        assert.deepEqual(reaches(text, 'A.X'), ['B.C.Z', 'B.Y', 'K.F']);
    });

    it('lets network devices carry what is declared and add nothing, and finds any other asset present in the zones that it serves', () => {
        const text = (type: string): string => `zone A { asset X : server }\nzone B { asset Y : server }\nconduit K between A and B { via D\n asset D : ${type} { serves A, B } }\n`;
        assert.deepEqual(reaches(text('firewall'), 'A.X'), []);
        assert.deepEqual(reaches(text('jump-host'), 'A.X'), ['B.Y', 'K.D']);
    });

    it('passes one-way conduits and diodes in their direction only', () => {
        const text = (more: string): string => `zone A { asset X : server }\nzone B { asset Y : server }\nconduit K between A and B { ${more}\n flow A.X <-> B.Y : https\n flow B.Y -> A.X : https }\n`;
        assert.deepEqual(reaches(text(''), 'B.Y'), ['A.X']);
        assert.deepEqual(reaches(text('one-way A -> B'), 'B.Y'), []);
        assert.deepEqual(reaches(text('one-way A -> B'), 'A.X'), ['B.Y']);
        const diode = 'zone A { asset X : server }\nzone B { asset Y : server\n asset Z : server }\nconduit K between A and B { via D\n asset D : diode\n flow A.X -> B.Y : https\n flow A.X <-> B.Z : https }\n';
        assert.deepEqual(reaches(diode, 'B.Z'), []);
        const three = diode.replace('between A and B', 'between A and B and C').replace('conduit', 'zone C { asset W : server }\nconduit');
        assert.deepEqual(reaches(three, 'B.Z'), ['A.X', 'B.Y']);
    });

    it('moves inside a zone only on request', () => {
        const text = 'zone A { asset X : server\n asset Y : server }\nzone B { asset Z : server }\nflow A.Y -> B.Z : https\n';
        assert.deepEqual(reaches(text, 'A.X'), []);
        assert.deepEqual(reaches(text, 'A.X', { lateral: true }), ['A.Y', 'B.Z']);
    });

    it('takes a zone without assets for whoever is in it', () => {
        assert.equal(way('zone Internet { kind external }\nzone B { asset Y : server }\nflow Internet -> B.Y : https\n', 'Internet', 'B'), 'Internet B.Y');
    });

    it('says at each hop what is crossed', () => {
        const loaded = load(`${head}zone A { asset X : server }\nzone B { asset Y : server }\nconduit K between A and B { via F\n asset F : firewall { serves A, B }\n flow B.Y <-> A.X : https, ssh }\n`);
        const [hop] = reachOf(loaded.lookup).shortestPath('A', 'B')!.hops;
        assert.equal(hop?.flow?.id, loaded.model.flows[0]?.id);
        assert.deepEqual([hop?.direction, hop?.conduit, hop?.protocols, hop?.devices], ['backward', 'K', ['https', 'ssh'], ['K.F']]);
    });

    it('agrees with the definition written out, over random models', function () {
        for (let seed = 1; seed <= 300; seed++) {
            const { lookup, model } = load(plantText(randomPlant(random(seed))));
            const reach = reachOf(lookup);
            const lateral = seed % 3 === 0;
            const hops = bruteHops(lookup, { lateral });
            for (const { id: source } of [...model.assets, ...model.zones]) {
                assert.deepEqual([...reach.membersOf(source)].sort(), bruteMeant(lookup, source).sort(), `seed ${seed} ${source}`);
                const distances = bruteDistances(hops, bruteMeant(lookup, source));
                const wanted = [...distances].filter(([, hop]) => hop > 0).map(([id]) => id).sort();
                assert.deepEqual([...reach.reachableFrom([source], { lateral })].sort(), wanted, `seed ${seed} from ${source}`);
                const openers = new Map([...model.assets].map(({ id }) => [id, [...bruteDistances(hops, [id])].some(([end, hop]) => hop > 0 && bruteMeant(lookup, source).includes(end))]));
                const found = [...reach.reaching([source], { lateral })].filter(id => !bruteMeant(lookup, source).includes(id) && lookup.asset(id));
                assert.deepEqual(found.sort(), [...openers].filter(([id, opens]) => opens && !bruteMeant(lookup, source).includes(id)).map(([id]) => id).sort());
            }
        }
    });

    it('finds the shortest path and every simple one, over random models', function () {
        let listed = 0;
        for (let seed = 1; seed <= 200; seed++) {
            const { lookup, model } = load(plantText(randomPlant(random(seed))));
            const lateral = seed % 3 === 0;
            const hops = bruteHops(lookup, { lateral });
            const ends = [...model.zones, ...model.assets].map(each => each.id);
            for (const from of ends) {
                for (const to of ends) {
                    const wanted = brutePaths(lookup, hops, from, to).sort();
                    const { paths, complete } = reachOf(lookup).allSimplePaths(from, to, 20, 10_000, { lateral });
                    assert.deepEqual(paths.map(nodesOf).sort(), wanted, `seed ${seed} ${from} to ${to}`);
                    assert.equal(complete, true);
                    const lengths = paths.map(path => path.hops.length);
                    assert.deepEqual(lengths, [...lengths].sort((a, b) => a - b));
                    assert.equal(reachOf(lookup).shortestPath(from, to, { lateral })?.hops.length, lengths[0], `seed ${seed} ${from} to ${to}`);
                    listed += paths.length;
                }
            }
        }
        assert.ok(listed > 10_000, String(listed));
    });

    it('lists every simple path, shortest first, and says when there are more', () => {
        const { lookup } = load(`${head}zone A { asset X : server\n asset P : server\n asset Q : server\n asset Y : server\n flow X -> P : https\n flow P -> Q : https\n flow Q -> Y : https\n flow P -> Y : https\n flow X -> Y : https }\n`);
        const list = (length: number, limit: number): [string[], boolean] => {
            const { paths, complete } = reachOf(lookup).allSimplePaths('A.X', 'A.Y', length, limit);
            return [paths.map(path => path.hops.map(hop => hop.to.slice(2)).join('')), complete];
        };
        assert.deepEqual(list(8, 10), [['Y', 'PY', 'PQY'], true]);
        assert.deepEqual(list(2, 10), [['Y', 'PY'], false]);
        assert.deepEqual(list(8, 2), [['Y', 'PY'], false]);
    });
});

describe('invariants', () => {
    const text = (invariant: string): string => `${head}zone E { asset X : server }\nzone D { asset M : server }\nzone C { asset P : plc }\nflow E.X -> D.M : https\nflow D.M -> C.P : opc-ua\ninvariant I { ${invariant} }\n`;
    const verdict = (invariant: string, today = '2026-06-01') => {
        const loaded = load(text(invariant), { today });
        assert.deepEqual(loaded.problems, []);
        return judgeInvariants(loaded.lookup, today)[0]!;
    };

    it('are refuted with a path', () => {
        const { holds, clauses } = verdict('deny path from E to C');
        assert.equal(holds, false);
        assert.deepEqual(clauses[0]?.counterexample?.hops.map(hop => hop.to), ['D.M', 'C.P']);
    });

    it('are proved', () => {
        assert.equal(verdict('deny path from C to E').holds, true);
        assert.equal(verdict('require path from E to C through D').holds, true);
        assert.equal(verdict('require path from E to C through D.M').holds, true);
    });

    it('prove nothing where there is no path', () => {
        const { holds, clauses } = verdict('require path from C to E through D');
        assert.deepEqual([holds, clauses[0]?.vacuous], [true, true]);
    });

    it('leave out what is excepted, up to the day that is named', () => {
        const excepting = 'deny path from E to C\n except flow D -> C : opc-ua because "Pilot" until 2026-06-01';
        assert.equal(verdict(excepting).holds, true);
        assert.deepEqual(verdict(excepting).clauses[0]?.excepted?.hops.length, 2);
        assert.equal(verdict(excepting, '2026-06-02').holds, false);
        assert.equal(verdict('deny path from E to C\n except flow D -> C : https because "Another protocol"').holds, false);
        assert.equal(verdict('deny path from E to C\n except flow C -> D because "The other way"').holds, false);
    });

    it('are judged as by listing every path, over random models', function () {
        const seen = { true: 0, false: 0 };
        for (let seed = 1; seed <= 600; seed++) {
            const { lookup } = load(plantText(randomPlant(random(seed))));
            for (const { invariant, clauses } of judgeInvariants(lookup, '2026-06-01')) {
                for (const { clause, holds } of clauses) {
                    const wanted = bruteHolds(lookup, invariant, clause, '2026-06-01');
                    assert.equal(holds, wanted, `seed ${seed} ${invariant.id}`);
                    seen[`${holds}`]++;
                }
            }
        }
        assert.ok(Math.min(seen.true, seen.false) > 100, JSON.stringify(seen));
    });

    it('hold where each session is led over the device that a path has to pass', () => {
        const held = (conduit: string): boolean => {
            const loaded = load(`${head}zone A { asset X : server }\nzone B { asset Y : server }\nconduit K between A and B { ${conduit}\n asset F : firewall { serves A, B } }\ninvariant I { require path from A to B through K.F }\n`);
            assert.deepEqual(loaded.problems, []);
            return judgeInvariants(loaded.lookup, '2026-06-01')[0]!.holds;
        };
        assert.equal(held('via F\n flow A.X -> B.Y : https'), true);
        assert.equal(held('flow A.X -> B.Y : https'), false);
    });

    it('become findings at the flow that opens the path, with the way as related places', () => {
        const loaded = load(text('deny path from E to C'));
        const [finding] = loaded.findings.filter(each => each.rule === 'invariant-broken');
        const said = loaded.files.get(finding!.at.file)!.slice(finding!.at.start, finding!.at.end);
        assert.equal(said, 'D.M -> C.P');
        assert.equal(finding?.related.length, 3);
    });
});
