import assert from 'node:assert/strict';
import { assume } from '../src/assessment/index.ts';
import { assumeCase, assumeText, cutCase, cutMarkdown, cutText } from '../src/views/what-if/index.ts';
import { whatIf } from '../src/views/diagram/content/what-if.ts';
import { cutPlant } from './support/cut-plant.ts';
import { look } from './support/load.ts';
import { terminal } from './support/loading-terminal.ts';

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
            const { text } = cutPlant(seed);
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
