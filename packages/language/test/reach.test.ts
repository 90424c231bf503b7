import assert from 'node:assert/strict';
import type { Assessment, Path } from '../src/assessment/index.ts';
import { reachChanges } from '../src/views/diff/reach/reach-change.ts';
import { load, look } from './support/load.ts';
import { distances, PathDefinition } from './support/path-definition.ts';
import type { Plant } from './support/random-plant.ts';
import { arrows, plantText, protocols, random, randomPlant } from './support/random-plant.ts';

const head = 'system Plant\n';

function reaches(text: string, from: string, options: { lateral?: boolean } = {}): string[] {
    const loaded = load(head + text);
    assert.deepEqual(
        loaded.problems.map(problem => problem.message),
        [],
    );
    return [...loaded.assessment.reach.reachableFrom([from], options)].sort();
}

function way(text: string, from: string, to: string): string | null {
    const path = load(head + text).assessment.reach.shortestPath(from, to);
    return path && [path.from, ...path.hops.map(hop => hop.to)].join(' ');
}

const nodesOf = (path: Path): string => [path.from, ...path.hops.map(hop => hop.to)].join(' ');

/** A plant with one random edit that leaves all ids as they are. */
function edited(before: Plant, next: (below: number) => number): Plant {
    const after = structuredClone(before) as Plant;
    const pick = <T>(list: readonly T[]): T | undefined => list[next(Math.max(1, list.length))];
    const flow = pick(after.flows);
    const conduit = pick(after.conduits);
    const asset = pick(after.assets)!;
    switch (next(6)) {
        case 0:
            if (flow) flow.arrow = pick(arrows)!;
            break;
        case 1:
            if (flow) flow.protocol = pick(protocols)!;
            break;
        case 2:
            if (flow) [flow.from, flow.to] = [flow.to, flow.from];
            break;
        case 3:
            if (conduit) conduit.oneWay = pick(['there', 'back', null])!;
            break;
        case 4:
            asset.serves = asset.serves === null ? pick(after.zones)!.name : null;
            break;
        default:
            asset.type = pick(['server', 'firewall', 'diode'])!;
    }
    return after;
}

/** How many random models are tried: 2,000 with `IACS_EDITS=2000`. */
const models = Number(process.env['IACS_EDITS'] ?? 600);

describe('reachability', () => {
    it('follows sessions from the side that opens them', () => {
        const text = 'zone A { asset X : server }\nzone B { asset Y : server }\nflow A.X -> B.Y : https\n';
        assert.deepEqual(reaches(text, 'A.X'), ['B.Y']);
        assert.deepEqual(reaches(text, 'B.Y'), []);
        assert.deepEqual(reaches(text.replace('->', '<->'), 'B.Y'), ['A.X']);
        assert.deepEqual(reaches(text.replace('->', '--'), 'B.Y'), ['A.X']);
        assert.deepEqual(reaches(text.replace('https\n', 'https { until 2020-01-01 }\n'), 'A.X'), ['B.Y']);
    });

    it('lets in who is at the far end of a tunnel or a relay, whoever opened it', () => {
        const text = (zone: string, protocol: string): string =>
            `zone Net { kind external asset Cloud : server }\nzone A { ${zone} asset X : server }\n` +
            `zone B { asset Y : plc }\nflow A.X -> Net.Cloud : ${protocol}\nflow A.X -> B.Y : s7comm\n`;
        for (const zone of ['kind control', 'kind enterprise', 'kind external', 'is untrusted'])
            for (const protocol of ['openvpn', 'openvpn, ipsec', 'teamviewer'])
                assert.deepEqual(reaches(text(zone, protocol), 'Net.Cloud'), ['A.X', 'B.Y'], `${zone} ${protocol}`);
        assert.deepEqual(reaches(text('kind external', 'openvpn, https'), 'Net.Cloud'), []);
        assert.deepEqual(reaches(text('kind external', 'https'), 'Net.Cloud'), []);
    });

    it('takes no word for reading alone over tunnels, however many', () => {
        const writes = (protocols: string): boolean => {
            const text =
                `zone A { asset X : server }\nzone B { asset Y : plc }\nflow A.X -> B.Y : ${protocols} ` +
                '{ access read }\n';
            return load(head + text).assessment.reach.shortestWritePath('A', 'B') !== null;
        };
        assert.deepEqual(['openvpn', 'openvpn, ipsec', 'openvpn, opc-ua', 'opc-ua'].map(writes), [
            true,
            true,
            false,
            false,
        ]);
    });

    it(
        'takes a zone for every asset in it, nested ones and the hosts that serve it; a network device is an end ' +
            'where it is named itself',
        () => {
            const text = (device: string, to = 'B'): string =>
                'zone A { asset X : server }\nzone B { asset Y : server\n zone C { asset Z : server } }\n' +
                `conduit K between A and B { via D\n asset D : ${device} { serves B } }\nflow A -> ${to} : https\n`;
            assert.deepEqual(reaches(text('jump-host'), 'A.X'), ['B.C.Z', 'B.Y', 'K.D']);
            assert.deepEqual(reaches(text('firewall'), 'A.X'), ['B.C.Z', 'B.Y']);
            assert.deepEqual(reaches(text('firewall', 'K.D'), 'A.X'), ['K.D']);
        },
    );

    it(
        'lets network devices carry what is declared and add nothing, and finds any other asset present in the zones ' +
            'that it serves',
        () => {
            const text = (type: string): string =>
                'zone A { asset X : server }\nzone B { asset Y : server }\nconduit K between A and B { via D\n asset ' +
                `D : ${type} { serves A, B } }\n`;
            assert.deepEqual(reaches(text('firewall'), 'A.X'), []);
            assert.deepEqual(reaches(text('jump-host'), 'A.X'), ['B.Y', 'K.D']);
        },
    );

    it('lets no firewall travel between the zones that it serves, where a flow is declared to a whole zone', () => {
        const text =
            'zone Office { kind enterprise\n asset Pc : office-computer }\nzone Dmz { kind dmz\n asset Mirror : ' +
            'historian }\n' +
            'zone Control { kind control\n asset Plc : plc }\n' +
            'conduit OfficeDmz between Office and Dmz { via Edge\n asset Edge : firewall { serves Office, Dmz ' +
            '}\n flow Office -> Dmz : https }\n' +
            'conduit DmzControl between Dmz and Control { via Wall\n asset Wall : firewall { serves Dmz, Control ' +
            '}\n flow Control.Plc -> Dmz.Mirror : https }\n';
        assert.equal(way(text, 'Office', 'Control'), null);
        assert.deepEqual(reaches(text, 'Office'), ['Dmz.Mirror']);
    });

    it('passes one-way conduits and diodes in their direction only', () => {
        const text = (more: string): string =>
            `zone A { asset X : server }\nzone B { asset Y : server }\nconduit K between A and B { ${more}\n ` +
            'flow A.X <-> B.Y : https\n flow B.Y -> A.X : https }\n';
        assert.deepEqual(reaches(text(''), 'B.Y'), ['A.X']);
        assert.deepEqual(reaches(text('one-way A -> B'), 'B.Y'), []);
        assert.deepEqual(reaches(text('one-way A -> B'), 'A.X'), ['B.Y']);
        const diode =
            'zone A { asset X : server }\nzone B { asset Y : server\n asset Z : server }\nconduit K between A ' +
            'and B { via D\n asset D : diode\n flow A.X -> B.Y : https\n flow A.X <-> B.Z : https }\n';
        assert.deepEqual(reaches(diode, 'B.Z'), []);
        const three = diode
            .replace('between A and B', 'between A and B and C')
            .replace('conduit', 'zone C { asset W : server }\nconduit');
        assert.deepEqual(reaches(three, 'B.Z'), ['A.X', 'B.Y']);
    });

    it('judges one way by the two assets of a session, and not by the zone that was written', () => {
        const dual =
            'zone Z0 { asset A0 : workstation { serves Z1 }\n asset A1 : plc }\nzone Z1 { asset B : hmi }\n' +
            'conduit C between Z0 and Z1 { one-way Z0 -> Z1\n flow Z1 -> Z0.A1 : https }\n';
        assert.equal(way(dual, 'Z1.B', 'Z0.A1'), 'Z1.B Z0.A0 Z0.A1');
        assert.equal(way(dual.replace(' { serves Z1 }', ''), 'Z1.B', 'Z0.A1'), null);
        const around =
            'zone P { zone A { asset A1 : plc\n asset A2 : plc }\n zone B { asset B1 : plc } }\n' +
            'conduit C between P.A and P.B { one-way P.A -> P.B\n flow P -> P.A : https }\n';
        assert.equal(way(around, 'P.B', 'P.A'), null);
        assert.equal(way(around, 'P.A.A2', 'P.A.A1'), 'P.A.A2 P.A.A1');
    });

    it('takes a hard-wired signal for no edge, and a flow for one that has a protocol besides', () => {
        const text = (protocols: string): string =>
            `zone A { asset X : plc }\nzone B { asset Y : safety-controller }\nflow A.X <-> B.Y : ${protocols}\n`;
        assert.deepEqual(reaches(text('hardwired-io'), 'A.X'), []);
        assert.deepEqual(reaches(text('hardwired-io, modbus-tcp'), 'A.X'), ['B.Y']);
    });

    it('lets a broker speak to its subscribers, but for protocols that only send and in one-way conduits', () => {
        const text = (protocol: string, more = ''): string =>
            'zone Control { asset Edge : edge-computer }\nzone Cloud { kind external\n asset Broker : iot-platform }\n' +
            `conduit C between Control and Cloud { ${more}\n flow Control.Edge -> Cloud.Broker : ${protocol} }\n`;
        assert.equal(way(text('mqtts'), 'Cloud', 'Control'), 'Cloud.Broker Control.Edge');
        assert.equal(way(text('https'), 'Cloud', 'Control'), null);
        assert.equal(way(text('opc-ua-pubsub'), 'Cloud', 'Control'), null);
        assert.equal(way(text('mqtts', 'one-way Control -> Cloud'), 'Cloud', 'Control'), null);
    });

    it('moves inside a zone only on request', () => {
        const text =
            'zone A { asset X : server\n asset Y : server }\nzone B { asset Z : server }\nflow A.Y -> B.Z : https\n';
        assert.deepEqual(reaches(text, 'A.X'), []);
        assert.deepEqual(reaches(text, 'A.X', { lateral: true }), ['A.Y', 'B.Z']);
    });

    it('takes a zone without assets for whoever is in it', () => {
        assert.equal(
            way(
                'zone Internet { kind external }\nzone B { asset Y : server }\nflow Internet -> B.Y : https\n',
                'Internet',
                'B',
            ),
            'Internet B.Y',
        );
    });

    it('says at each hop what is crossed', () => {
        const loaded = load(
            `${head}zone A { asset X : server }\nzone B { asset Y : server }\nconduit K between A and B { via ` +
                'F\n asset F : firewall { serves A, B }\n flow B.Y <-> A.X : https, ssh }\n',
        );
        const [hop] = loaded.assessment.reach.shortestPath('A', 'B')!.hops;
        assert.equal(hop?.flow?.id, loaded.model.flows[0]?.id);
        assert.deepEqual(
            [hop?.direction, hop?.conduit, hop?.protocols, hop?.devices],
            ['backward', 'K', ['https', 'ssh'], ['K.F']],
        );
    });

    it(`agrees with a second reading of the definition, over ${models} random models`, () => {
        for (let seed = 1; seed <= models; seed++) {
            const { model, lookup, reach } = look(plantText(randomPlant(random(seed))));
            const definition = new PathDefinition(model);
            const lateral = seed % 3 === 0;
            const hops = definition.hops({ lateral });
            const reached = new Map(
                model.assets.map(({ id }) => [
                    id,
                    [...distances(hops, [id])].filter(([, hop]) => hop > 0).map(([end]) => end),
                ]),
            );
            for (const { id } of [...model.assets, ...model.zones]) {
                const meant = definition.meant(id);
                assert.deepEqual([...reach.membersOf(id)].sort(), meant.sort(), `seed ${seed} ${id}`);
                const wanted = [...distances(hops, meant)].filter(([, hop]) => hop > 0).map(([end]) => end);
                assert.deepEqual(
                    [...reach.reachableFrom([id], { lateral })].sort(),
                    wanted.sort(),
                    `seed ${seed} from ${id}`,
                );
                const openers = model.assets
                    .map(asset => asset.id)
                    .filter(opener => !meant.includes(opener) && reached.get(opener)!.some(end => meant.includes(end)));
                const found = [...reach.reaching([id], { lateral })].filter(
                    opener => !meant.includes(opener) && lookup.asset(opener),
                );
                assert.deepEqual(found.sort(), openers.sort(), `seed ${seed} to ${id}`);
            }
        }
    });

    it('finds the shortest path and every simple one, over random models', () => {
        let listed = 0;
        for (let seed = 1; seed <= 300; seed++) {
            const { model, reach } = look(plantText(randomPlant(random(seed))));
            const definition = new PathDefinition(model);
            const lateral = seed % 3 === 0;
            const hops = definition.hops({ lateral });
            const ends = [...model.zones, ...model.assets].map(each => each.id);
            for (const from of ends) {
                for (const to of ends) {
                    const wanted = definition.paths(hops, from, to).sort();
                    const { paths, complete } = reach.allSimplePaths(from, to, 20, 10_000, { lateral });
                    assert.deepEqual(paths.map(nodesOf).sort(), wanted, `seed ${seed} ${from} to ${to}`);
                    assert.equal(complete, true);
                    const lengths = paths.map(path => path.hops.length);
                    assert.deepEqual(
                        lengths,
                        [...lengths].sort((a, b) => a - b),
                    );
                    assert.equal(
                        reach.shortestPath(from, to, { lateral })?.hops.length,
                        lengths[0],
                        `seed ${seed} ${from} to ${to}`,
                    );
                    listed += paths.length;
                }
            }
        }
        assert.ok(listed > 10_000, String(listed));
    });

    it(`agrees with the second reading on what an edit opens and closes, over ${models} random edits`, () => {
        const pairs = (text: string): Set<string> => {
            const definition = new PathDefinition(look(text).model);
            const hops = definition.hops();
            return new Set(
                [...hops.keys()].flatMap(from =>
                    [...distances(hops, [from])].filter(([, hop]) => hop > 0).map(([to]) => `${from} ${to}`),
                ),
            );
        };
        const seen = { opened: 0, closed: 0 };
        for (let seed = 1; seed <= models; seed++) {
            const next = random(seed + 5000);
            const before = randomPlant(next);
            const texts = [before, edited(before, next)].map(plant => plantText(plant));
            const [old, now] = texts.map(look) as [Assessment, Assessment];
            const same = new Map(
                [...old.model.zones, ...old.model.conduits, ...old.model.assets].map(({ id }) => [id, id]),
            );
            const { opened, closed } = reachChanges(old, now, same, new Set());
            const [was, is] = texts.map(pairs) as [Set<string>, Set<string>];
            assert.equal(opened.total, [...is].filter(pair => !was.has(pair)).length, `seed ${seed}`);
            assert.equal(closed.total, [...was].filter(pair => !is.has(pair)).length, `seed ${seed}`);
            seen.opened += opened.total;
            seen.closed += closed.total;
        }
        assert.ok(Math.min(seen.opened, seen.closed) > models / 4, JSON.stringify(seen));
    });

    it('lists every simple path, shortest first, and says when there are more', () => {
        const {
            assessment: { reach },
        } = load(
            `${head}zone A { asset X : server\n asset P : server\n asset Q : server\n asset Y : server\n flow X ` +
                '-> P : https\n flow P -> Q : https\n flow Q -> Y : https\n flow P -> Y : https\n flow X -> Y : ' +
                'https }\n',
        );
        const list = (length: number, limit: number): [string[], boolean] => {
            const { paths, complete } = reach.allSimplePaths('A.X', 'A.Y', length, limit);
            return [paths.map(path => path.hops.map(hop => hop.to.slice(2)).join('')), complete];
        };
        assert.deepEqual(list(8, 10), [['Y', 'PY', 'PQY'], true]);
        assert.deepEqual(list(2, 10), [['Y', 'PY'], false]);
        assert.deepEqual(list(8, 2), [['Y', 'PY'], false]);
    });
});

describe('invariants', () => {
    const text = (invariant: string): string =>
        `${head}zone E { asset X : server }\nzone D { asset M : server }\nzone C { asset P : plc }\nflow E.X -> ` +
        `D.M : https\nflow D.M -> C.P : opc-ua\ninvariant I { ${invariant} }\n`;
    const verdict = (invariant: string, today = '2026-06-01') => {
        const loaded = load(text(invariant), { today });
        assert.deepEqual(loaded.problems, []);
        return loaded.assessment.invariants[0]!;
    };

    it('are refuted with a path', () => {
        const { holds, clauses } = verdict('deny path from E to C');
        assert.equal(holds, false);
        assert.deepEqual(
            clauses[0]?.counterexample?.hops.map(hop => hop.to),
            ['D.M', 'C.P'],
        );
    });

    it('are proved', () => {
        assert.equal(verdict('deny path from C to E').holds, true);
        assert.equal(verdict('require path from E to C through D').holds, true);
        assert.equal(verdict('require path from E to C through D.M').holds, true);
    });

    it('prove nothing where there is no path', () => {
        const { holds, clauses } = verdict('require path from C to E through D');
        assert.deepEqual([holds, clauses[0]?.vacuousBecause], [true, 'there is no path']);
    });

    it('do not say of a zone that is not there where it lies', () => {
        const text = `system Plant
zone A { asset X : server }
zone Gone { retired on 2026-01-01 asset Y : server }
zone C { asset Z : server }
invariant There { require path from A to Gone through C }
invariant Back { require path from Gone to A through C }`;
        const { assessment } = load(text);
        assert.deepEqual(
            assessment.invariants.map(({ clauses }) => clauses[0]?.vacuousBecause),
            ['Gone is not there on this day', 'Gone is not there on this day'],
        );
    });

    it('leave out what is excepted, up to the day that is named', () => {
        const excepting = 'deny path from E to C\n except flow D -> C : opc-ua because "Pilot" until 2026-06-01';
        assert.equal(verdict(excepting).holds, true);
        assert.deepEqual(verdict(excepting).clauses[0]?.excepted?.hops.length, 2);
        assert.equal(verdict(excepting, '2026-06-02').holds, false);
        assert.equal(
            verdict('deny path from E to C\n except flow D -> C : https because "Another protocol"').holds,
            false,
        );
        assert.equal(verdict('deny path from E to C\n except flow C -> D because "The other way"').holds, false);
    });

    it(`are judged as by listing every path, over ${models} random models`, () => {
        const seen = { true: 0, false: 0 };
        for (let seed = 1; seed <= models; seed++) {
            const { model, invariants } = look(plantText(randomPlant(random(seed))));
            const definition = new PathDefinition(model);
            for (const { invariant, clauses } of invariants) {
                for (const { clause, holds } of clauses) {
                    const wanted = definition.holds(invariant, clause, '2026-06-01');
                    assert.equal(holds, wanted, `seed ${seed} ${invariant.id}`);
                    seen[`${holds}`]++;
                }
            }
        }
        assert.ok(Math.min(seen.true, seen.false) > models / 4, JSON.stringify(seen));
    });

    it('hold where each session is led over the device that a path has to pass', () => {
        const held = (conduit: string): boolean => {
            const loaded = load(
                `${head}zone A { asset X : server }\nzone B { asset Y : server }\nconduit K between A and B { ` +
                    `${conduit}\n asset F : firewall { serves A, B } }\ninvariant I { require path from A to B ` +
                    'through K.F }\n',
            );
            assert.deepEqual(loaded.problems, []);
            return loaded.assessment.invariants[0]!.holds;
        };
        assert.equal(held('via F\n flow A.X -> B.Y : https'), true);
        assert.equal(held('flow A.X -> B.Y : https'), false);
    });

    it('of writing look at the last session, and at what is present', () => {
        const plant = (first: string, last: string, more = ''): string =>
            'zone Office { kind enterprise asset Pc : workstation }\nzone Dmz { kind dmz asset M : historian }\n' +
            `zone Control { kind control asset Plc : plc }\nflow Office.Pc -> Dmz.M : https ${first}\nflow Dmz.M ` +
            `-> Control.Plc : https ${last}\n${more}`;
        const judge = (text: string, clause = 'deny write path from Office to Control') => {
            const loaded = load(`${head}${text}invariant I { ${clause} }\n`);
            assert.deepEqual(loaded.problems, []);
            return loaded.assessment.invariants[0]!;
        };
        assert.equal(judge(plant('{ access write }', '{ access read }')).holds, true);
        assert.equal(judge(plant('{ access read }', '{ access write }')).holds, false);
        assert.equal(judge(plant('{ access read }', '{ access program }')).holds, false);
        assert.equal(judge(plant('{ access read }', '')).holds, false);
        assert.equal(judge(plant('', '{ access read }'), 'deny path from Office to Control').holds, false);
        assert.equal(
            judge(plant('{ access read }', '{ access read }').replace('historian', 'historian { serves Control }'))
                .holds,
            false,
        );
        const path = judge(plant('{ access read }', '{ access write }')).clauses[0]!.counterexample!;
        assert.deepEqual(
            path.hops.map(hop => hop.to),
            ['Dmz.M', 'Control.Plc'],
        );
        const shorter = plant('', '{ access write }', 'flow Office.Pc -> Control.Plc : https { access read }\n');
        assert.deepEqual(
            judge(shorter).clauses[0]!.counterexample!.hops.map(hop => hop.to),
            ['Dmz.M', 'Control.Plc'],
        );
    });

    it('except no more than the access that an exception names', () => {
        const judge = (flow: string, exception: string): boolean => {
            const loaded = load(
                `${head}zone A { asset X : server }\nzone B { asset Y : plc }\nflow A.X -> B.Y : https ${flow}\n` +
                    `invariant I { deny path from A to B\nexcept flow A -> B ${exception} because "Pilot" until ` +
                    '2099-01-01 }\n',
            );
            return loaded.assessment.invariants[0]!.holds;
        };
        assert.equal(judge('{ access read }', 'access read'), true);
        assert.equal(judge('{ access write }', 'access read'), false);
        assert.equal(judge('{ access read }', 'access write'), true);
        assert.equal(judge('', 'access write'), false);
        assert.equal(judge('', 'access program'), true);
        assert.equal(judge('', ''), true);
        // A slip covers the least: no more than reading.
        assert.equal(judge('{ access write }', 'access wirte'), false);
    });

    it('say where a path ends because an asset is in two zones at once', () => {
        const plant =
            'zone Cloud { kind external\n asset Admin : workstation }\nzone EdgeDmz { kind dmz\n asset Edge : ' +
            'edge-computer { serves Safety } }\n' +
            'zone Safety { kind safety\n asset Sis : safety-controller }\nflow Cloud.Admin -> EdgeDmz.Edge : https\n' +
            'invariant I { deny path from Cloud to Safety\n deny path from EdgeDmz to Safety }\n';
        const messages = load(head + plant)
            .findings.filter(finding => finding.rule === 'invariant-broken')
            .map(finding => finding.message);
        const said = ['from Cloud', 'from EdgeDmz'].map(from => messages.find(message => message.includes(from)));
        assert.match(
            said[0]!,
            /Cloud\.Admin → EdgeDmz\.Edge \(has an interface in Safety\)\. Remove the interface of EdgeDmz\.Edge in Safety, or close one of its hops/,
        );
        assert.match(
            said[1]!,
            /EdgeDmz\.Edge \(has an interface in Safety\) → Safety\.Sis\. Remove the interface of EdgeDmz\.Edge in Safety\.$/,
        );
    });

    it('are broken by no session of a device that passes other sessions on', () => {
        const plant =
            'zone Dmz { kind dmz\n asset M : historian }\nzone Control { kind control\n asset Plc : plc }\n' +
            'conduit C between Dmz and Control { via F\n asset F : firewall { serves Dmz, Control }\n flow F -> ' +
            'Control.Plc : ssh }\n' +
            'invariant I { deny path from Dmz to Control }\n';
        assert.equal(load(head + plant).assessment.invariants[0]!.holds, true);
    });

    it('become findings at the flow that opens the path, with the way as related places', () => {
        const loaded = load(text('deny path from E to C'));
        const [finding] = loaded.findings.filter(each => each.rule === 'invariant-broken');
        const said = loaded.files.get(finding!.at.file)!.slice(finding!.at.start, finding!.at.end);
        assert.equal(said, 'D.M -> C.P');
        assert.equal(finding?.related.length, 3);
    });
});
