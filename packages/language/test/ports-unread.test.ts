import assert from 'node:assert/strict';
import { reconcile } from '../src/reconcile/index.ts';
import { permissionsFor } from '../src/views/rule-export/index.ts';
import { plant } from './support/as-found.ts';
import { apply, load } from './support/load.ts';

/*
 * Ports that cannot be read are not none, and not all: what they permit or document is not known, so nothing is called
 * documented by them, and nothing is written for a firewall.
 */
const flow = (port: string, protocol = 'opc-ua'): string => `  flow Dmz.Hist -> Control.Plc1 : ${protocol} { ${port} }`;
const rules = '  permits 10.20.5.10 -> 10.10.2.11 : tcp 4840 "1"';
const seen = '  saw 10.20.5.10 -> 10.10.2.11 : tcp 4840 "opc-ua" used on 19 days';

function compared(text: string): readonly string[] {
    const { flows, traffic } = reconcile(load(text).lookup, { staleAfter: 90 });
    return [...flows, ...traffic].map(each => each.class);
}

function written(text: string): readonly string[] {
    const { lookup, model, whole } = load(text);
    const device = model.assets.find(({ name }) => name === 'Fw')!;
    const { permissions, unwritten } = permissionsFor(lookup, whole, device, '2026-06-01', 0);
    return [...permissions.map(() => 'permitted'), ...unwritten.map(({ why }) => why)];
}

describe('Ports of a flow', () => {
    for (const [port, protocol, classes, exported] of [
        ['port tcp 4840', 'opc-ua', ['healthy'], 'permitted'],
        ['', 'opc-ua', ['healthy'], 'permitted'],
        ['port tcp 70000', 'opc-ua', ['differs'], 'its ports cannot be read'],
        ['port tcp 80, 70000', 'opc-ua', ['differs'], 'its ports cannot be read'],
        ['port tcp opcua', 'opc-ua', ['differs'], 'its ports cannot be read'],
        ['port 4840', 'opc-ua', ['differs'], 'its ports cannot be read'],
        ['port tcp 4840-', 'opc-ua', ['differs'], 'its ports cannot be read'],
        ['port tcp -4840', 'opc-ua', ['differs'], 'its ports cannot be read'],
        ['port tpc 4840', 'opc-ua', ['differs'], 'its ports cannot be read'],
        ['', 'own', ['differs'], 'its ports cannot be read'],
    ] as const)
        it(`${port === '' ? 'none' : port} of ${protocol}`, () => {
            const more = 'protocol own { port tcp 4840-99999 }';
            const text = plant({ flows: flow(port, protocol), rules, seen, more });
            assert.deepEqual(compared(text), classes);
            assert.deepEqual(written(text), [exported]);
        });

    it('has half a range told at its place, and the rest of the text read', () => {
        const text = plant({
            flows: `${flow('port tcp 80-, 443 until 2026-12-31')}\n  flow Dmz.Hist -> Control.Plc1 : https`,
            rules: `${rules}\n  permits 10.20.5.10 -> 10.10.2.11 : tcp 80- "2"`,
            seen,
        });
        const { problems, model } = load(text);
        assert.deepEqual(
            problems.map(({ at, message }) => [text.slice(at.start, at.end), message]),
            [
                ['80-', '`80-` has one end: write both ends of a range of ports, or the port alone.'],
                ['80-', '80- is not a port or a range of ports, 0 to 65535.'],
            ],
        );
        const [half] = model.flows.filter(({ ports }) => ports.length > 0);
        assert.deepEqual(
            [half?.ports[0]?.ranges, half?.ports[0]?.unread, half?.until?.date],
            [[{ from: 443, to: 443 }], true, '2026-12-31'],
        );
        assert.equal(model.rulesets[0]?.rules.length, 2);
        assert.ok(model.flows.some(({ protocols }) => protocols[0]?.id === 'https'));
    });

    const read = (port: string) => {
        const text = plant({ flows: flow(`port tcp ${port} until 2026-12-31`), rules: '', seen: '' });
        const loaded = load(text);
        const [ports] = loaded.model.flows.flatMap(each => each.ports);
        const problems = loaded.problems.map(({ message }) => message);
        const fixed = loaded.problems.flatMap(({ fixes }) => fixes).map(fix => apply(loaded, fix));
        return {
            ranges: ports?.ranges.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`)).join(', '),
            unread: ports?.unread ?? false,
            until: loaded.model.flows[0]?.until?.date,
            problems,
            fixed: fixed.map(each => /port tcp (.*) until/.exec(each)?.[1]),
        };
    };

    it('are a range in whatever way it is joined, which is told and written anew', () => {
        for (const written of [
            '80 - 90',
            '80 -90',
            '80- 90',
            '80\t-\t90',
            '80 to 90',
            '80:90',
            '80 : 90',
            '80..90',
            '80 ... 90',
            '80…90',
            '80 – 90',
            '80—90',
            '80--90',
            '80 -- 90',
        ]) {
            const { problems, ...rest } = read(written);
            assert.deepEqual(rest, { ranges: '80-90', unread: false, until: '2026-12-31', fixed: ['80-90'] }, written);
            assert.equal(problems.length, 1, written);
        }
        assert.deepEqual(read('80 - 90').problems, ['A range of ports is written with a hyphen and no blanks: 80-90.']);
        assert.deepEqual(read('22, 80 - 90, 1000 to 2000, 443'), {
            ranges: '22, 80-90, 1000-2000, 443',
            unread: false,
            until: '2026-12-31',
            problems: [
                'A range of ports is written with a hyphen and no blanks: 80-90.',
                'A range of ports is written with a hyphen and no blanks: 1000-2000.',
            ],
            fixed: ['22, 80-90, 1000 to 2000, 443', '22, 80 - 90, 1000-2000, 443'],
        });
    });

    it('are none of half a range with blanks, nor of one that there is not', () => {
        const half = (image: string): string =>
            `\`${image}\` has one end: write both ends of a range of ports, or the port alone.`;
        const none = { ranges: '', unread: true, until: '2026-12-31', fixed: [] };
        assert.deepEqual(read('80 -'), { ...none, problems: [half('80-')] });
        assert.deepEqual(read('- 90'), { ...none, problems: [half('-90')] });
        assert.deepEqual(read('22, - 90'), { ...none, ranges: '22', problems: [half('-90')] });
        for (const [written, range] of [
            ['90 - 80', '90-80'],
            ['80 to 70000', '80-70000'],
        ] as const)
            assert.deepEqual(read(written), {
                ...none,
                problems: [`${range} is not a range of ports: ports go from 0 to 65535, the lower one first.`],
            });
    });

    it('are read in rules of firewalls alike', () => {
        const text = plant({ flows: '', rules: '  permits 10.20.5.10 -> 10.10.2.11 : tcp 80 - 90 "1"', seen: '' });
        const { model, problems } = load(text);
        assert.equal(problems.length, 1);
        assert.deepEqual(model.rulesets[0]?.rules[0]?.services[0]?.ranges, [{ from: 80, to: 90 }]);
    });

    it('are not taken away where some of them cannot be read', () => {
        const fixes = (port: string): readonly string[] =>
            load(plant({ flows: flow(`port tcp ${port}`, 'https'), rules: '', seen: '' }))
                .findings.filter(({ rule }) => rule === 'port-of-clear-text-protocol')
                .map(each => each.fixes.map(({ title }) => title).join());
        assert.deepEqual(fixes('80'), ['Remove the port, so that the usual one applies']);
        assert.deepEqual(fixes('80, - 90'), ['']);
        assert.deepEqual(fixes('80 - 90'), [''], 'the port of HTTP is among them');
        assert.deepEqual(fixes('80 - 99'), [], 'a program picks one of so many');
    });
});
