import assert from 'node:assert/strict';
import { assume, judgeFunctions, sever } from '../src/assessment/index.ts';
import { fewestLabels } from '../src/assessment/cut/label-cut.ts';
import { Losses } from '../src/assessment/cut/losses.ts';
import { assumeCase, assumeText, cutCase, cutMarkdown, cutText } from '../src/views/what-if/index.ts';
import { whatIf } from '../src/views/diagram/content/what-if.ts';
import { toGraph } from '../src/views/diagram/index.ts';
import { CutDefinition } from './support/cut-definition.ts';
import { load, look } from './support/load.ts';
import { random } from './support/random-plant.ts';

/** A small plant at random: nested zones, hosts with two legs, firewalls, flows between assets and zones, needs. */
function plant(seed: number): { readonly text: string; readonly cuttable: readonly string[] } {
    const below = random(seed);
    const pick = <T>(from: readonly T[]): T => from[below(from.length)]!;
    const zones = ['A', 'B', 'C', 'A.N'].slice(0, 2 + below(3));
    const assets = zones.flatMap(zone => ['p', 'q'].slice(0, 1 + below(2)).map(name => `${zone}.${name}`));
    const needs = (own: string, most: number): string =>
        Array.from({ length: below(most) }, () => {
            const others = assets.filter(each => each !== own);
            return below(3) === 0 ? `needs ${pick(others)} or ${pick(others)}` : `needs ${pick(others)}`;
        }).join('\n');
    const block = (zone: string): string =>
        assets
            .filter(id => id.slice(0, id.lastIndexOf('.')) === zone)
            .map(id => {
                const serves = below(6) === 0 ? `serves ${pick(zones)}` : '';
                return `asset ${id.split('.').at(-1)} : ${pick(['plc', 'server', 'hmi'])} { ${serves}\n${needs(id, 3)} }`;
            })
            .join('\n');
    const nested = zones.includes('A.N') ? `zone N {\n${block('A.N')}\n}` : '';
    const conduits = Array.from({ length: 1 + below(3) }, (_, index) => {
        const [one, other] = [pick(zones), pick(zones)];
        const via = below(2) === 0 ? `via F${index} asset F${index} : firewall { serves ${one}, ${other} }` : '';
        return { name: `K${index}`, one, other, via };
    }).filter(({ one, other }) => one !== other);
    const ends = [...assets, ...assets, ...zones];
    const flow = (): string => `flow ${pick(ends)} ${pick(['->', '->', '<->'])} ${pick(ends)} : https`;
    const text = `system S
${zones
    .filter(zone => !zone.includes('.'))
    .map(zone => `zone ${zone} {\n${block(zone)}\n${zone === 'A' ? nested : ''}\n}`)
    .join('\n')}
${conduits
    .map(
        ({ name, one, other, via }) =>
            `conduit ${name} between ${one} and ${other} {\n${via}\n${Array.from({ length: below(3) }, flow).join('\n')}\n}`,
    )
    .join('\n')}
${Array.from({ length: below(3) }, flow).join('\n')}
function F1 { needs ${pick(assets)}, ${pick(assets)} }
function F2 {
needs ${pick(assets)} or ${pick(assets)}
needs ${pick([...assets, ...zones])}
}
`;
    const devices = conduits.flatMap(({ name, via }) => (via === '' ? [] : [`${name}.F${name.slice(1)}`]));
    return { text, cuttable: [...zones, ...assets, ...conduits.map(each => each.name), ...devices] };
}

describe('What a cut takes away', () => {
    it('is what is lost when what is cut is deleted and everything is worked out anew, on 1,000 plants', () => {
        let lost = 0;
        let kept = 0;
        for (let seed = 1; seed <= 1000; seed++) {
            const { text, cuttable } = plant(seed);
            const below = random(seed * 7919);
            const asked = Array.from({ length: 1 + below(2) }, () => cuttable[below(cuttable.length)]!);
            const assessment = look(text);
            const { model, lookup, reach } = assessment;
            const cut = sever(lookup, asked);
            const losses = new Losses(lookup, reach, cut, []);
            const definition = new CutDefinition(model, asked);
            const what = `seed ${seed}, cut ${asked.join(', ')}\n${text}`;
            const assets = model.assets.filter(each => losses.of(each.id).standing === 'lost').map(each => each.id);
            assert.deepEqual(assets.sort(), [...definition.assets()].sort(), what);
            const functions = judgeFunctions(assessment, cut);
            const gone = functions.filter(each => each.verdict === 'lost').map(each => each.function.id);
            assert.deepEqual(gone.sort(), [...definition.functions()].sort(), what);
            lost += gone.length;
            kept += functions.filter(each => each.verdict === 'kept').length;
            for (const each of functions.filter(verdict => verdict.verdict === 'kept'))
                assert.deepEqual([each.chain, each.questions], [[], []], what);
        }
        assert.ok(lost > 300 && kept > 100, `the plants show both: ${lost} lost, ${kept} kept`);
    });
});

describe('The fewest labels that part a graph', () => {
    it('are those of an exhaustive search, on 1,000 graphs', () => {
        let several = 0;
        for (let seed = 1; seed <= 1000; seed++) {
            const below = random(seed);
            const nodes = 3 + below(6);
            const labels = 1 + below(6);
            const edges = Array.from({ length: 2 + below(14) }, () => ({
                from: below(nodes),
                to: below(nodes),
                label: below(12) === 0 ? null : below(labels),
            }));
            const goals = new Set([nodes - 1, ...(below(2) === 0 ? [nodes - 2] : [])]);
            const parted = (mask: number): boolean => {
                const seen = new Set([0]);
                for (const node of seen)
                    for (const { from, to, label } of edges)
                        if (from === node && (label === null || (mask & (1 << label)) === 0)) seen.add(to);
                return [...goals].every(goal => !seen.has(goal));
            };
            let best: number | null = null;
            for (let mask = 0; mask < 1 << labels; mask++) {
                const size = mask.toString(2).replaceAll('0', '').length;
                if ((best === null || size < best) && parted(mask)) best = size;
            }
            const found = fewestLabels({ nodes, edges, labels }, [0], goals);
            assert.equal(found?.labels.length ?? null, best, `seed ${seed}`);
            if (!found) continue;
            assert.ok(found.proved && found.atLeast === best, `seed ${seed} is proved`);
            assert.ok(parted(found.labels.reduce((mask, label) => mask | (1 << label), 0)), `seed ${seed} is parted`);
            if (found.labels.length > 1) several++;
        }
        assert.ok(several > 50, String(several));
    });
});

describe('A search for the fewest labels that takes too long', () => {
    it('ends with a set that does it, and does not call it the smallest', () => {
        const below = random(7);
        const [labels, chains, long] = [50, 100, 5];
        // Each chain from 0 to 1 has nodes of its own, and labels that others have too.
        const node = (chain: number, at: number): number =>
            at === 0 ? 0 : at === long ? 1 : 1 + chain * (long - 1) + at;
        const chain = Array.from({ length: chains }, () => Array.from({ length: long }, () => below(labels)));
        const edges = chain.flatMap((its, index) =>
            its.map((label, at) => ({ from: node(index, at), to: node(index, at + 1), label })),
        );
        const found = fewestLabels({ nodes: 2 + chains * (long - 1), edges, labels }, [0], new Set([1]))!;
        assert.equal(found.proved, false);
        assert.ok(chain.every(its => its.some(label => found.labels.includes(label))));
        assert.ok(found.atLeast > 0 && found.atLeast <= found.labels.length);
    });
});

const terminal = (more: string, plc = '', loading = ''): string => `system Terminal
zone Office {
  kind enterprise
  asset Erp : erp-server
  asset Clock : server
}
zone Control {
  kind control
  asset Plc : plc {
${plc}
  }
  asset Hmi : hmi
  flow Hmi -> Plc : s7comm
}
conduit Orders between Office and Control {
  via Fw
  asset Fw : firewall { serves Office, Control }
  flow Office.Erp -> Control.Plc : https
}
conduit Time between Office and Control {
  flow Control.Plc -> Office.Clock : ntp
}
function Loading "Loading of tankers" {
  needs Control.Plc, Control.Hmi
  is essential
${loading}
}
${more}`;

const verdictIn = (text: string, ...asked: readonly string[]) => {
    const assessment = look(text);
    const [found] = judgeFunctions(assessment, sever(assessment.lookup, asked));
    return found!;
};

describe('A function in a cut', () => {
    it('is not kept while nothing says whether its assets go on without the sessions that stop', () => {
        const { verdict, questions } = verdictIn(terminal(''), 'Orders');
        assert.equal(verdict, 'not-said');
        assert.deepEqual(
            questions.map(({ asset, peer }) => [asset, peer]),
            [['Control.Plc', 'Office.Erp']],
        );
        const both = verdictIn(terminal(''), 'Control');
        assert.deepEqual(
            both.questions.map(({ peer }) => peer),
            ['Office.Erp', 'Office.Clock'],
            'the zone stops both',
        );
    });

    it('is kept where each of them is answered, and lost where one is needed', () => {
        const answered = '    works without Office because "Runs by itself, tested"';
        assert.equal(verdictIn(terminal('', answered), 'Control').verdict, 'kept');
        const needed = verdictIn(terminal('', '    needs Office.Clock'), 'Time');
        assert.deepEqual([needed.verdict, needed.chain], ['lost', ['Loading', 'Control.Plc', 'Office.Clock']]);
    });

    it('is not answered by a reason that is still to be written', () => {
        const begun = '    works without Office because "TODO: why"';
        assert.equal(verdictIn(terminal('', begun), 'Control').verdict, 'not-said');
    });

    it('counts the need where something is needed and works without it', () => {
        const both = '    needs Office.Clock\n    works without Office.Clock because "x"';
        assert.equal(verdictIn(terminal('', both), 'Time').verdict, 'lost');
    });

    it('goes on for a time, and the first of several times to run out counts', () => {
        const plc = '    needs Office.Clock, Office.Erp';
        const endures = '  endures 72 hours without Office.Clock\n  endures 2 months without Office.Erp';
        const found = verdictIn(terminal('', plc, endures), 'Control');
        assert.deepEqual([found.verdict, found.until, found.endures], ['degraded', '2026-06-04', '72 hours']);
        assert.deepEqual(found.chain, ['Loading', 'Control.Plc', 'Office.Clock'], 'what is lost then');
        const orders = verdictIn(terminal('', plc, endures), 'Orders');
        assert.deepEqual([orders.verdict, orders.until], ['degraded', '2026-08-01']);
        const one = verdictIn(terminal('', plc, '  endures 3 weeks without Office.Erp'), 'Control');
        assert.equal(one.verdict, 'lost', 'the other one is not endured');
    });

    it('goes on for a time only without what no other statement says that it needs', () => {
        const plc = '    works without Office because "the controller runs alone"';
        const until = (endures: string, cut: string): unknown => {
            const { verdict, until, chain } = verdictIn(terminal('', plc, `  ${endures}`), cut);
            return [verdict, until, chain];
        };
        const without = (name: string): string => `endures 3 weeks without ${name}`;
        const clock = ['degraded', '2026-06-22', ['Loading', 'Office.Clock']];
        const apart = ['degraded', '2026-06-22', ['Loading', 'Office.Clock', 'Control.Plc']];
        assert.deepEqual(until(without('Office.Clock'), 'Office.Clock'), clock);
        assert.deepEqual(until(without('Office.Clock'), 'Time'), apart);
        assert.deepEqual(until(without('Time'), 'Time'), ['degraded', '2026-06-22', ['Loading', 'Time']]);
        const office = ['degraded', '2026-06-22', ['Loading', 'Office', 'Office.Clock', 'Control.Plc']];
        assert.deepEqual(until(without('Office'), 'Time'), office);
        const both = `${without('Office.Clock')}\n  works without Office.Clock because "GPS"`;
        assert.deepEqual(until(both, 'Time'), ['kept', null, []]);
    });

    it('is not kept where it rests on nothing, or on what is retired', () => {
        const plant = (fn: string): string => `system S
zone Empty { kind control }
zone Out { asset Srv : server }
zone A {
  asset P : plc
  asset Old : plc { retired on 2026-01-01 }
  asset New : plc { planned for 2027-01-01 }
  asset Dep : plc { needs Old }
  asset Any : plc { needs Old or P }
}
zone Gone { retired on 2026-01-01 asset G : plc }
conduit K between Out and A
conduit L between Out and Empty
function F { ${fn} }
function Loop { needs Back }
function Back { needs Loop }
`;
        const verdict = (fn: string): unknown => {
            const { assessment } = load(plant(fn));
            const [found] = judgeFunctions(assessment, sever(assessment.lookup, ['K']));
            return [found!.verdict, found!.because];
        };
        const kept = ['kept', ''];
        assert.deepEqual(verdict('needs Empty'), ['not-said', 'it states no asset that it needs']);
        assert.deepEqual(verdict('needs Loop'), ['not-said', 'it states no asset that it needs']);
        assert.deepEqual(verdict('needs L'), kept);
        assert.deepEqual(verdict('needs A.P, A.Old'), ['not-said', 'something that F needs is retired']);
        assert.deepEqual(verdict('needs A.P, Gone.G'), ['not-said', 'something that F needs is retired']);
        assert.deepEqual(verdict('needs A.P, Gone'), ['not-said', 'something that F needs is retired']);
        assert.deepEqual(verdict('needs A.Dep'), ['not-said', 'something that A.Dep needs is retired']);
        assert.deepEqual(verdict('needs A.Old or Gone.G'), ['not-said', 'something that F needs is retired']);
        assert.deepEqual(verdict('needs A.P or A.Old'), kept);
        assert.deepEqual(verdict('needs A.Any'), kept);
        assert.deepEqual(verdict('needs A.P, A.New'), kept, 'what is planned is not needed yet');
    });

    it('of which nothing is said is not said', () => {
        assert.equal(verdictIn('system S\nzone A\nfunction F\n', 'A').verdict, 'not-said');
    });

    it('goes on where another one does as well', () => {
        const text = `system S
zone A { asset P : plc { needs B.One or Two works without B because "x" } asset Two : server }
zone B { asset One : server }
conduit C between A and B { flow A.P -> B.One : ntp }
function F { needs A.P }
function G { needs F }
`;
        assert.equal(verdictIn(text, 'C').verdict, 'kept');
        const assessment = look(text);
        const both = judgeFunctions(assessment, sever(assessment.lookup, ['C', 'A.Two']));
        assert.deepEqual(
            both.map(each => [each.function.id, each.verdict, each.chain[0]]),
            [
                ['F', 'lost', 'F'],
                ['G', 'lost', 'G'],
            ],
        );
    });

    it('leaves parts that hang together by zones, conduits, flows and assets with a leg in several zones', () => {
        const text = (between: string): string =>
            `system S\nzone A {\n  asset P : plc\n  zone N { asset I : plc }\n}\nzone B { asset Q : plc }\n${between}\n`;
        const apart = (between: string, cut: string, [one, other] = ['A.P', 'B.Q']): unknown => {
            const severed = sever(load(text(between)).lookup, [cut]);
            const [first, second] = [severed.partOf(one!)!, severed.partOf(other!)!];
            return [first.before === second.before, first.after === second.after, severed.separates(one!, other!)];
        };
        const [goesOn, fallsApart, neverWas] = [
            [true, true, false],
            [true, false, true],
            [false, false, false],
        ];
        const gate = 'conduit K between A and B { asset Gate : server { serves A, B } }';
        assert.deepEqual(apart('', 'A'), neverWas);
        // The zone around a closed boundary is on both sides of it: the boundary itself says what it parts.
        assert.deepEqual(apart('', 'A.N', ['A.P', 'A.N.I']), goesOn);
        assert.ok(sever(load(text('')).lookup, ['A.N']).closedBetween('A.P', 'A.N.I'));
        assert.deepEqual(apart('conduit K between A and B', 'K'), fallsApart);
        assert.deepEqual(apart('flow A.P -> B.Q : https', 'A.P'), fallsApart);
        assert.deepEqual(apart('flow A.P -> B.Q : https\nflow A.P -> A.N.I : https', 'A.N'), goesOn);
        // A server with two legs joins its zones until it is taken away; a firewall only carries what is declared.
        for (const [type, found] of [
            ['server', fallsApart],
            ['firewall', neverWas],
        ] as const)
            assert.deepEqual(apart(`zone C { asset Gate : ${type} { serves A, B } }`, 'C.Gate'), found, type);
        assert.deepEqual(apart(`zone C { asset Gate : server { serves A, B } asset X : plc }`, 'C.X'), goesOn);
        assert.deepEqual(apart(gate, 'K.Gate'), goesOn);
        assert.equal(sever(load(text('')).lookup, ['A']).partOf('nowhere'), null);
    });

    it('stops a conduit with its devices, in part with some of its flows', () => {
        const text =
            'system S\nzone A {\n  asset P : plc\n  asset O : plc\n}\nzone B { asset Q : plc }\nconduit K between A and B {\n' +
            '  via F1, F2\n  asset F1 : firewall\n  asset F2 : firewall\n  flow A.P -> B.Q : https\n  flow A.O -> B.Q : https\n}\n';
        const pair = 'ruleset R {\n  device K.F1, K.F2\n}\n';
        const stopped = (model: string, ...cut: string[]): string => {
            const { lookup } = load(model);
            return sever(lookup, cut).stopsConduit(lookup.conduit('K')!);
        };
        assert.deepEqual(
            [['K'], ['K.F1'], ['A.P'], ['A.P', 'A.O'], ['B'], []].map(cut => stopped(text, ...cut)),
            ['yes', 'yes', 'partly', 'yes', 'yes', 'no'],
        );
        const empty = text
            .replace(/via [^\n]*|asset F.*|flow .*/g, '')
            .replace('conduit', 'zone C { asset R : plc }\nconduit');
        assert.deepEqual([stopped(empty, 'A'), stopped(empty, 'C')], ['yes', 'no']);
        assert.equal(stopped(empty.replace('A and B', 'A and B and C'), 'A'), 'partly');
        // Of a pair the other one goes on.
        assert.deepEqual([stopped(text + pair, 'K.F1'), stopped(text + pair, 'K.F1', 'K.F2')], ['no', 'yes']);
    });

    it('names what cannot be cut cleanly', () => {
        const { lookup } = look(
            terminal('zone Lab { asset Bridge : server { serves Control } }\nflow Lab.Bridge -> Control.Hmi : https\n'),
        );
        const cut = sever(lookup, ['Control']);
        assert.deepEqual(
            cut.where.map(({ conduit, devices }) => [conduit, devices]),
            [
                ['Orders', ['Orders.Fw']],
                ['Time', []],
            ],
        );
        assert.deepEqual(
            cut.unclean.map(({ kind, id }) => [kind, id]),
            [
                ['conduit', 'Time'],
                ['flow', 'Lab.Bridge -> Control.Hmi : https'],
                ['leg', 'Lab.Bridge'],
            ],
        );
    });
});

describe('An island', () => {
    const island = 'island Alone { cut Control keeps Loading for 72 hours }\n';
    const rulesOf = (text: string): readonly string[] =>
        load(text)
            .findings.map(finding => finding.rule)
            .filter(rule => rule.startsWith('island') || rule.startsWith('dependency'));

    it('is broken by a time that is too short, asks what is not said, and is proved by answers', () => {
        const short = '    needs Office.Clock\n    works without Office.Erp because "x"';
        assert.deepEqual(rulesOf(terminal(island, short, '  endures 2 days without Office.Clock')), ['island-broken']);
        assert.deepEqual(rulesOf(terminal(island, short, '  endures 3 days without Office.Clock')), []);
        assert.deepEqual(rulesOf(terminal(island)), ['dependency-not-said', 'dependency-not-said']);
        assert.deepEqual(rulesOf(terminal(island, '    works without Office because "x"')), []);
    });

    it('reports a unit and an amount that are none', () => {
        const messages = (text: string): readonly string[] => load(text).problems.map(({ message }) => message);
        const [unit] = messages('system S\nzone A\nfunction F { endures 3 fortnights without A }\n');
        assert.match(unit!, /^`fortnights` is not a unit of time: `hours`, `days`, `weeks`, `months` or `years`/);
        const [amount] = messages('system S\nzone A\nfunction F { endures 0 days without A }\n');
        assert.match(amount!, /^0 is not a time/);
        const [mixed] = messages(
            'system S\nzone A { asset B : plc asset C : plc asset D : plc { needs B, C or B } }\n',
        );
        assert.match(mixed!, /^`needs` takes commas for all of them, or `or` for one of them/);
        assert.deepEqual(messages('system S\nzone A\nfunction F { endures 1 hour without A }\n'), []);
    });
});

describe('An asset that is compromised', () => {
    it('reaches by hops, with the functions in reach and the fewest conduits that end it', () => {
        const assessment = look(terminal(''));
        const found = assume(assessment, ['Office.Erp']);
        assert.deepEqual(
            found.reached.map(({ id, path }) => [id, path.hops.length]),
            [
                ['Control.Plc', 1],
                ['Office.Clock', 2],
            ],
        );
        assert.deepEqual(
            found.functions.map(each => [each.function.id, each.hops, each.assets]),
            [['Loading', 1, ['Control.Plc']]],
        );
        assert.deepEqual(found.contain, {
            conduits: ['Orders'],
            flows: [],
            proved: true,
            atLeast: 1,
            impossible: false,
        });
    });

    it('cannot be contained where an asset has a leg on both sides', () => {
        const text = 'system S\nzone A { asset P : server }\nzone B { asset Q : server { serves A } }\n';
        const { contain } = assume(look(text), ['A.P']);
        assert.equal(contain.impossible, true);
    });

    it('reaches, as a zone, the host from elsewhere that is present in it', () => {
        const text = `system S
zone Office { asset Srv : server { serves Cell.Inner } }
zone Cell { zone Inner { asset Io : remote-io } }
function F { needs Office.Srv }
`;
        const assessment = look(text);
        const found = assume(assessment, ['Cell.Inner']);
        assert.deepEqual(
            found.reached.map(({ id, path }) => [id, path.from, path.hops.length]),
            [['Office.Srv', 'Cell.Inner.Io', 1]],
        );
        assert.deepEqual(
            found.functions.map(each => each.hops),
            [1],
        );
        assert.equal(found.contain.impossible, true);
        assert.equal(found.containByFlows.impossible, true);
        assert.doesNotMatch(assumeText(assumeCase(assessment, ['Cell.Inner'], false, 0)), /Nothing is reached/);
        const both = assume(assessment, ['Cell.Inner', 'Office']);
        assert.deepEqual(both.reached, []);
        assert.equal(whatIf(assessment, { cut: [], assumed: ['Cell.Inner'] })!.hops.get('Office.Srv'), 1);
    });

    it('reaches what a path leads to from it, and is reached from where one leads from, on 300 plants', () => {
        let hosts = 0;
        for (let seed = 1; seed <= 300; seed++) {
            const { text } = plant(seed);
            const { lookup, reach } = look(text);
            for (const { id: zone } of lookup.model.zones) {
                const located = new Set(reach.locatedIn(zone));
                const [out, into] = [reach.spread([zone]), reach.spreadInto([zone])];
                for (const end of reach.graph.ends.filter(id => !located.has(id))) {
                    const [there, back] = [reach.shortestPath(zone, end), reach.shortestPath(end, zone)];
                    assert.equal(out.get(end)?.hops.length, there?.hops.length, `seed ${seed}: ${zone} -> ${end}`);
                    assert.equal(into.get(end)?.hops.length, back?.hops.length, `seed ${seed}: ${end} -> ${zone}`);
                    if (there && reach.membersOf(zone).includes(end)) hosts++;
                }
            }
        }
        assert.ok(hosts > 20, `${hosts} hosts`);
    });
});

describe('Cut and assume in print', () => {
    it('say what stops, why, and what to answer', () => {
        const assessment = look(terminal('', '    needs Office.Clock'));
        const shown = cutCase(assessment, ['Control'], false, 0);
        const text = cutText(shown);
        assert.match(text, /^Lost\n {2}Loading "Loading of tankers"\n {4}Loading → Control\.Plc → Office\.Clock /m);
        assert.match(text, /^What cannot be cut cleanly\n {2}Time has no device in via/m);
        assert.match(cutMarkdown(shown, 'Terminal'), /^\| Loading of tankers \| lost \| Loading → /m);
        assert.match(
            assumeText(assumeCase(assessment, ['Office.Erp'], false, 0)),
            /Orders \(1; no smaller set does it\)/,
        );
    });

    it('close the office and what lies beyond the site with --external', () => {
        const shown = cutCase(look(terminal('zone World { kind external }\n')), [], true, 0);
        assert.deepEqual(shown.cut.asked, ['Office', 'World']);
    });
});

describe('A view of a case', () => {
    it('draws what stops or is reached strong, and says what becomes of the functions', () => {
        const analysis = load(
            terminal(
                'view Cut { cut Orders }\nview Bad { assume Office.Erp }\n',
                '    works without Office because "x"',
            ),
        );
        const notesOf = (name: string): string =>
            toGraph(analysis, { view: analysis.model.views.find(({ id }) => id === name)! }).notes.join(' ');
        assert.match(notesOf('Cut'), /When Orders is cut, kept: Loading\./);
        assert.match(
            notesOf('Bad'),
            /Office\.Erp compromised: 2 assets are reached; functions in reach: Loading \(1 hop\); Orders ends it\./,
        );
    });

    it('says what may go on over a conduit that states no flow, unless that is cut too', () => {
        const spare = 'conduit Spare between Office and Control { }\n';
        const notes = (cut: string): string => {
            const analysis = load(terminal(`${spare}view Bad { assume Office.Erp ${cut} }\n`));
            return toGraph(analysis, { view: analysis.model.views[0]! }).notes.join(' ');
        };
        const open = 'Spare joins Office and Control, and no flow states what passes there.';
        assert.match(notes(''), new RegExp(`Orders ends it over the declared flows\\. It may go on: ${open}`));
        assert.match(notes('cut Orders'), new RegExp(`0 assets are reached\\. It may go on: ${open}`));
        assert.doesNotMatch(notes('cut Orders, Spare'), /It may go on/);
        const cell = 'zone Cell { kind control asset Drive : drive }\n';
        const behind = load(
            terminal(`${cell}conduit On between Control and Cell { }\nview Bad { assume Office.Erp }\n`),
        );
        assert.match(
            toGraph(behind, { view: behind.model.views[0]! }).notes.join(' '),
            /Orders ends it\. It may go on: On joins Control and Cell, and no flow states what passes there\./,
        );
    });

    it('does not say that a cut ends what a conduit beside it may carry elsewhere', () => {
        const cell = 'zone Cell { kind control asset Drive : drive }\n';
        const beside = load(
            terminal(`${cell}conduit On between Office and Cell { }\nview Bad { assume Office.Erp }\n`),
        );
        assert.match(
            toGraph(beside, { view: beside.model.views[0]! }).notes.join(' '),
            /Orders ends it over the declared flows\. It may go on: On joins Office and Cell, and no flow/,
        );
    });

    it('says of a compromised firewall that it may let more through, unless its conduits are cut', () => {
        const notes = (cut: string): string => {
            const analysis = load(`system S
zone Office { kind enterprise asset Pc : office-computer }
zone Cell { kind control asset Plc : plc }
conduit In between Office and Cell { via Fw asset Fw : firewall flow Plc -> Pc : https }
view Bad { assume In.Fw ${cut} }
`);
            return toGraph(analysis, { view: analysis.model.views[0]! }).notes.join(' ');
        };
        assert.match(notes(''), /0 assets are reached\. It may go on: In\.Fw carries what passes between zones: /);
        assert.doesNotMatch(notes('cut In'), /It may go on/);
    });

    it('says of a threat that no path of it is known', () => {
        const threat = 'threat T { from Office against Cell likelihood 2 consequence 2 }\nview Way { threat T }\n';
        const plant = (conduit: string) =>
            load(`system S
zone Office { kind enterprise asset Pc : office-computer }
zone Cell { kind control asset Plc : plc }
${conduit}
${threat}`);
        const said = (conduit: string): readonly (string | undefined)[] => {
            const analysis = plant(conduit);
            return [
                analysis.findings.find(({ rule }) => rule === 'threat-path-missing')?.message.split(' Add ')[0],
                toGraph(analysis, { view: analysis.model.views[0]! }).notes.find(note => note.includes('threat T')),
            ];
        };
        assert.deepEqual(said(''), [
            'No declared flow leads from Office to Cell, so this threat has no path.',
            'No path over the declared flows leads threat T to what it is against.',
        ]);
        const open = 'Link joins Office and Cell, and no flow states what passes there.';
        assert.deepEqual(said('conduit Link between Office and Cell { }'), [
            `No declared flow leads from Office to Cell, so no path of this threat is known. ${open}`,
            `No path over the declared flows is known that leads threat T to what it is against. ${open}`,
        ]);
    });
});
