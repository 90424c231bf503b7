import assert from 'node:assert/strict';
import { judgeFunctions, sever } from '../src/assessment/index.ts';
import { look } from './support/load.ts';

/** What becomes of each function: `kept`, `lost`, `not-said`, or how long it goes on. */
function becomes(text: string, ...cut: readonly string[]): Record<string, string> {
    const assessment = look(text);
    return Object.fromEntries(
        judgeFunctions(assessment, sever(assessment.lookup, cut)).map(each => [
            each.function.id,
            each.verdict === 'degraded' ? each.endures! : each.verdict,
        ]),
    );
}

const clock = `system S
zone A { asset Plc : plc { needs B.Clock } }
zone B { asset Clock : server }
conduit C between A and B { flow A.Plc -> B.Clock : ntp }
`;

describe('What a function says of itself', () => {
    it('does not override what is known to stop an asset that it needs', () => {
        const functions = `function F { needs A.Plc works without B.Clock because "tested" }
function G { needs A.Plc works without B because "tested" }
function H { needs A.Plc works without C because "tested" }
function K { needs F }
`;
        const lost = { F: 'lost', G: 'lost', H: 'lost', K: 'lost' };
        for (const cut of ['C', 'B', 'B.Clock']) assert.deepEqual(becomes(clock + functions, cut), lost, cut);
    });

    it('does not override that it needs all of a zone, and takes single assets of it out', () => {
        const text = `system S
zone A { asset One : plc asset Two : plc }
zone B { asset Srv : server }
conduit C between A and B { flow B.Srv -> A.Two : https }
function All { needs A works without A because "tested" }
function Some { needs A works without A.Two because "tested" }
`;
        assert.deepEqual(becomes(text, 'C'), { All: 'not-said', Some: 'kept' });
        assert.deepEqual(becomes(text, 'A.Two'), { All: 'lost', Some: 'kept' });
    });

    it('counts for the sessions of a conduit that it goes on without for a time', () => {
        const functions = `function F { needs A.Plc endures 3 days without C }
function G { needs A.Plc endures 3 days without B }
`;
        assert.deepEqual(becomes(clock + functions, 'C'), { F: '3 days', G: '3 days' });
        assert.deepEqual(becomes(clock + functions, 'B'), { F: '3 days', G: '3 days' });
        // The clock itself is not a session of the conduit.
        assert.deepEqual(becomes(clock + functions, 'B.Clock'), { F: 'lost', G: '3 days' });
    });

    it('counts with its shortest time where several are said of one thing', () => {
        const times = (...endures: readonly string[]): unknown =>
            becomes(`${clock}function F { needs A.Plc\n${endures.join('\n')} }\n`, 'B.Clock')['F'];
        const [short, long] = ['endures 4 hours without B.Clock', 'endures 72 hours without B.Clock'];
        assert.equal(times(short, long), '4 hours');
        assert.equal(times(long, short), '4 hours');
        assert.equal(times(short, 'endures 72 hours without B'), '4 hours', 'an asset before its zone');
        assert.equal(times(long, 'endures 4 hours without B'), '72 hours', 'the zone is there');
        const all = `${clock}function F { needs A.Plc ${long}\nendures 4 hours without B }\n`;
        assert.equal(becomes(all, 'B')['F'], '4 hours', 'the zone itself is cut');
    });
});

describe('A function that needs another one', () => {
    const first = `${clock}function F { needs A.Plc endures 3 days without B.Clock }\n`;

    it('goes on for as long as that one, and is lost then', () => {
        const text = `${first}function G { needs F }\nfunction H { needs G, A.Plc endures 9 days without B }\n`;
        assert.deepEqual(becomes(text, 'C'), { F: '3 days', G: '3 days', H: '9 days' });
        const assessment = look(text);
        const [, second] = judgeFunctions(assessment, sever(assessment.lookup, ['C']));
        assert.deepEqual([second!.until, second!.chain], ['2026-06-04', ['G', 'F', 'A.Plc', 'B.Clock']]);
        const island = `island I { cut C keeps G for 48 hours keeps G for 4 days keeps G }\n`;
        const [verdict] = look(text + island).islands;
        assert.deepEqual(
            verdict!.keepings.map(each => each.holds),
            [true, false, false],
        );
    });

    it('goes on for the time that it says itself, whatever the other one says', () => {
        const bare = `${clock}function F { needs A.Plc }\n`;
        assert.deepEqual(becomes(`${bare}function G { needs F endures 2 days without C }\n`, 'C'), {
            F: 'lost',
            G: '2 days',
        });
        assert.deepEqual(becomes(`${bare}function G { needs F endures 2 days without F }\n`, 'C'), {
            F: 'lost',
            G: '2 days',
        });
        // Its own time is over before that of the other one.
        assert.deepEqual(becomes(`${first}function G { needs F endures 1 days without B.Clock }\n`, 'B.Clock'), {
            F: '3 days',
            G: '1 days',
        });
    });

    it('has lost one that is in another part', () => {
        const text = `system S
zone A { asset P : plc }
zone B { asset Q : plc asset R : server }
zone D { asset Srv : server }
conduit C between A and B { flow A.P -> B.R : https }
conduit E between A and D { flow D.Srv -> A.P : https }
function Here { needs A.P or B.R, There }
function There { needs A.P }
function Both { needs There, B.Q }
`;
        const both = becomes(text.replace('needs A.P or B.R, There', 'needs B.Q needs There'), 'C');
        assert.deepEqual([both['There'], both['Here'], both['Both']], ['not-said', 'lost', 'lost']);
        const either = text
            .replace('needs A.P or B.R, There', 'needs B.Q needs Other')
            .replace('function Both', 'function Other { needs A.P or A.P2 needs A.P2 or B.R }\nfunction Both');
        const placed = becomes(either.replace('asset P : plc', 'asset P : plc asset P2 : plc'), 'A');
        assert.equal(placed['Here'], 'lost', 'what the other one needs is in the other part');
    });
});

describe('An asset that needs a function', () => {
    it('stops with it', () => {
        const text = `system S
zone A { asset Plc : plc { needs Heat } asset Spare : plc { needs Heat or Boiler } asset Boiler : plc }
zone B { asset Fuel : plc }
function Heat { needs B.Fuel endures 6 hours without B.Srv }
function F { needs A.Plc }
function G { needs A.Spare }
`.replace(' endures 6 hours without B.Srv', '');
        assert.deepEqual(becomes(text, 'B.Fuel'), { Heat: 'lost', F: 'lost', G: 'kept' });
        const stored = text.replace('needs B.Fuel', 'needs B.Fuel endures 6 hours without B.Fuel');
        assert.deepEqual(becomes(stored, 'B.Fuel'), { Heat: '6 hours', F: '6 hours', G: 'kept' });
    });
});

describe('A flow that ends at a whole zone', () => {
    const plant = (plc: string): string => `system S
zone A { asset Plc : plc { ${plc} } asset Other : plc }
zone B { asset One : server { needs D.Srv } asset Two : server }
zone D { asset Srv : server }
conduit C between A and B { flow A.Plc -> B : https }
conduit E between B and D { flow B.One -> D.Srv : https }
function F { needs A.Plc }
function G { needs A.Other }
`;

    it('is a session with each asset in it, of which one may stop', () => {
        const found = becomes(plant(''), 'D.Srv');
        assert.deepEqual(found, { F: 'not-said', G: 'kept' });
        assert.equal(becomes(plant('works without B.One because "a report"'), 'D.Srv')['F'], 'kept');
        assert.equal(becomes(plant('works without B because "reports"'), 'D.Srv')['F'], 'kept');
        assert.equal(becomes(plant('works without B.Two because "a report"'), 'D.Srv')['F'], 'not-said');
        assert.equal(becomes(plant('works without B.One because "a report"'), 'B.One')['F'], 'kept');
        assert.equal(becomes(plant('works without B.One because "a report"'), 'B.Two')['F'], 'not-said');
    });

    it('stops for no other asset of the zone that it begins at', () => {
        const text = plant('').replace('flow A.Plc -> B', 'flow A -> B.Two');
        assert.equal(becomes(text, 'A.Other')['F'], 'kept');
        assert.equal(becomes(text, 'B.Two')['F'], 'not-said');
    });
});

describe('A need that no flow serves', () => {
    it('is not said where a conduit is cut by which it may be served, though a path goes elsewhere', () => {
        const text = `system S
zone A { asset Plc : plc { needs B.Clock } }
zone B { asset Clock : server }
zone D { asset Jump : server }
conduit C between A and B
conduit E between A and D { flow D.Jump -> A.Plc : https flow A.Plc -> D.Jump : https }
conduit G between B and D { flow D.Jump -> B.Clock : https }
conduit H between D and X
zone X { asset Y : server }
function F { needs A.Plc works without D because "tested" }
`;
        assert.deepEqual(becomes(text, 'C'), { F: 'not-said' });
        assert.deepEqual(becomes(text, 'H'), { F: 'kept' });
    });
});

describe('A function that rests on no asset', () => {
    it('is not said, though it endures something for a time', () => {
        const text = `${clock}function F { needs G }\nfunction G { needs F endures 4 hours without A.Plc }\n`;
        assert.deepEqual(becomes(text, 'C'), { F: 'not-said', G: 'not-said' });
    });
});
