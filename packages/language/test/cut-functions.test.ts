import assert from 'node:assert/strict';
import { judgeFunctions, sever } from '../src/assessment/index.ts';
import { load, look } from './support/load.ts';
import { terminal } from './support/loading-terminal.ts';

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
