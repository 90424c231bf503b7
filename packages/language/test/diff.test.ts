import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { diff, diffJson, diffMarkdown, diffText } from '../src/views/diff/index.ts';
import type { ModelDiff } from '../src/views/diff/index.ts';
import { between, plant, side } from './support/compared.ts';
import { plantText, random, randomPlant } from './support/random-plant.ts';
import type { Plant } from './support/random-plant.ts';

/** How many random models, and how many spoilt texts, are compared. */
const texts = Number(process.env['IACS_EDITS'] ?? 40);

const said = ({ changes }: ModelDiff): string[] =>
    changes.map(({ kind, element, id, what }) => `${kind} ${element} ${id}${what === '' ? '' : `: ${what}`}`);

/** The kinds of changes, as they are and turned round. */
function kindsOf({ changes }: ModelDiff) {
    const turn = {
        added: 'removed',
        removed: 'added',
        changed: 'changed',
        moved: 'moved',
        renamed: 'renamed',
    } as const;
    return {
        straight: changes.map(change => `${change.kind} ${change.element}`).sort(),
        turned: changes.map(change => `${turn[change.kind]} ${change.element}`).sort(),
    };
}

const groups = (list: ModelDiff['security']['reachability']['opened']): string[] =>
    list.groups.map(group => `${group.fromZone} ${group.toZone}`);

const saying = ({ security }: ModelDiff, direction: string): string[] =>
    security.reasons.filter(reason => reason.direction === direction).map(reason => reason.text);

/** One random edit of a plant. */
function edited(before: Plant, next: (below: number) => number): Plant {
    const after = structuredClone(before) as Plant;
    const pick = <T>(list: T[]): T | undefined => list[next(Math.max(1, list.length))];
    switch (next(6)) {
        case 0:
            after.flows.splice(next(after.flows.length + 1), 1);
            break;
        case 1:
            after.flows.push({
                from: pick(after.assets)!.name,
                to: pick(after.assets)!.name,
                arrow: '->',
                protocol: 'ssh',
                conduit: null,
                access: null,
            });
            break;
        case 2: {
            const asset = pick(after.assets)!;
            const name = asset.name;
            asset.name = `${name}Renamed`;
            for (const flow of after.flows) {
                if (flow.from === name) flow.from = asset.name;
                if (flow.to === name) flow.to = asset.name;
            }
            break;
        }
        case 3:
            pick(after.assets)!.zone = pick(after.zones)!.name;
            break;
        case 4:
            pick(after.zones)!.target = next(5);
            break;
        default:
            after.assets.push({
                name: `New${after.assets.length}`,
                zone: pick(after.zones)!.name,
                type: 'plc',
                serves: null,
                address: next(250),
            });
    }
    return after;
}

describe('the difference of two models', () => {
    it('is empty where only layout, order and comments differ', () => {
        const other = plant
            .replace('zone Office', '// the office\n/* its */ zone   Office')
            .replaceAll('\n', '\r\n')
            .replace(
                '  asset Plc "Controller" : plc { address 10.0.1.1 }\r\n  asset Hmi "Operator station" : hmi { ' +
                    'address 10.0.1.2 }',
                '\tasset Hmi "Operator station" : hmi {\r\n address 10.0.1.2 }\r\n\tasset Plc "Controller" : plc ' +
                    '{ address 10.0.1.1 }',
            );
        const found = between(plant, other);
        assert.deepEqual(said(found), []);
        assert.equal(found.security.verdict, 'none');
        assert.deepEqual(found.security.findings, {
            added: [],
            fixed: [],
            replaced: [],
            gone: [],
            claimed: [],
            asked: [],
            silenced: [],
        });
    });

    it('tells a renamed asset from one that came and one that went', () => {
        assert.deepEqual(said(between(plant, plant.replaceAll('Plc', 'Plc1'))), [
            'renamed asset Control.Plc1: from Plc',
        ]);
        const exchanged = plant
            .replace(
                'asset Plc "Controller" : plc { address 10.0.1.1 }',
                'asset Valve "Pressure relief" : actuator { address 10.0.1.9 }',
            )
            .replace('  flow Hmi -> Plc : s7comm "Set-points"\n', '');
        assert.deepEqual(
            said(between(plant, exchanged)).map(line => line.split(':')[0]),
            ['added asset Control.Valve', 'removed asset Control.Plc', 'removed flow Control.Hmi -> Control.Plc '],
        );
    });

    it('follows a renamed zone into all that it holds', () => {
        assert.deepEqual(said(between(plant, plant.replaceAll(/Control\b/g, 'Process'))), [
            'renamed zone Process: from Control',
        ]);
    });

    it('sees an asset in another zone', () => {
        const moved = plant
            .replace('  asset Hmi "Operator station" : hmi { address 10.0.1.2 }\n', '')
            .replace('flow Hmi -> Plc', 'flow Room.Hmi -> Plc')
            .replace('Control.Hmi', 'Room.Hmi')
            .replace(
                'conduit Line',
                'zone Room {\n  asset Hmi "Operator station" : hmi { address 10.0.1.2 }\n}\nconduit Line',
            );
        assert.deepEqual(said(between(plant, moved)), [
            'added zone Room',
            'moved asset Room.Hmi: from Control to Room',
        ]);
    });

    it('says each fact that changed', () => {
        const changed = plant
            .replace('SL-T 2', 'SL-T 2 { RDF 3 } because "Separation"')
            .replace('s7comm "Set-points"', 's7comm, https "Set-points" { access write }')
            .replace('kind control', 'kind operations');
        assert.deepEqual(said(between(plant, changed)), [
            'changed zone Control: kind: control → operations',
            'changed zone Control: SL-T: 2 → 2 { RDF 3 }',
            'changed zone Control: reason of SL-T "Separation" added',
            'changed flow Control.Hmi -> Control.Plc : s7comm, https: protocol https added',
            'changed flow Control.Hmi -> Control.Plc : s7comm, https: access write added',
        ]);
    });

    it('says of zones with paths already that more is reached, or some no longer', () => {
        const few =
            'system S\nzone A { asset P : plc }\nzone B { asset Q : plc asset R : plc }\nflow A.P -> B.Q : https\n';
        const more = `${few}flow A.P -> B.R : ssh\n`;
        const reasons = (before: string, after: string): readonly string[] =>
            between(before, after).security.reasons.map(({ text }) => text);
        assert.ok(reasons(few, more).includes('assets of A can now reach more assets of B: A.P → B.R'));
        assert.ok(reasons(more, few).includes('assets of A no longer reach some assets of B: A.P → B.R'));
    });

    it('says what came to be reached, with a shortest path, and that a stop on the way is gone', () => {
        const { security } = between(
            plant,
            plant.replace(
                'flow Control.Hmi -> Office.Erp : https "Reports"',
                'flow Control.Hmi <-> Office.Erp : https "Reports"',
            ),
        );
        assert.ok(
            security.reasons.some(
                ({ direction, text }) =>
                    direction === 'worse' && text.startsWith('assets of Office can now reach assets of Control'),
            ),
        );
        assert.deepEqual(
            security.reachability.opened.groups.map(({ fromZone, toZone, pairs, shortest }) => [
                fromZone,
                toZone,
                pairs,
                shortest.path,
            ]),
            [['Office', 'Control', 2, ['Office.Erp', 'Control.Hmi']]],
        );
        assert.deepEqual(
            security.crossings.opened.map(({ from, to }) => [from, to]),
            [['Office', 'Control']],
        );
    });

    it('sees what a session may do now, and what is stated or refused no more', () => {
        const full = `${plant.replace('system Plant', 'system Plant { tolerable-risk 6 }').replace('"Set-points"', '"Set-points" { access write until 2027-01-01 secured integrity by Signed }')}
countermeasure Signed { status implemented }
invariant Closed { deny path from Office to Control
  except flow Office.Erp -> Control.Hmi : https because "Pilot" until 2027-01-01
}
`;
        const reasons = (from: string, to: string): string[] => {
            assert.ok(full.includes(from), from);
            return between(full, full.replace(from, to)).security.reasons.map(
                ({ direction, text }) => `${direction}: ${text}`,
            );
        };
        const flow = 'Control.Hmi -> Control.Plc : s7comm';
        assert.ok(
            reasons('access write', 'access program').includes(`worse: ${flow} has access program, where it was write`),
        );
        assert.deepEqual(
            reasons('access write', 'access read').filter(text => text.includes('access')),
            [`better: ${flow} has access read, where it was write`],
        );
        assert.deepEqual(reasons('until 2027-01-01 secured', 'secured'), [
            `worse: ${flow} lasts without an end, where it was until 2027-01-01`,
        ]);
        assert.ok(
            reasons(' secured integrity by Signed', '').includes(`worse: ${flow} is no longer secured by integrity`),
        );
        assert.deepEqual(reasons('tolerable-risk 6', 'tolerable-risk 12'), [
            'worse: a risk of 12 is tolerable, where it was 6',
        ]);
        assert.deepEqual(
            said(
                between(
                    'system P {\nmatrix {\nlikelihood 2\nconsequence 2\nrow 1 2\nrow 2 4\ncategory safety { ' +
                        'targets SI }\n}\n}',
                    'system P {\nmatrix {\nlikelihood 2\nconsequence 2\nrow 1 2\nrow 2 3\ncategory safety\n}\n}',
                ),
            ),
            [
                'changed system P: matrix row 2: 2, 4 → 2, 3',
                'changed system P: matrix category safety targets SI removed',
            ],
        );
        assert.deepEqual(reasons('deny path from Office to Control', 'deny path from Office to Control.Plc'), [
            'worse: Closed no longer covers Control.Hmi (it was: deny path from Office to Control)',
        ]);
        assert.deepEqual(reasons('deny path from Office to Control', 'deny path from Office.Erp to Control'), []);
        assert.deepEqual(reasons('"Pilot" until 2027-01-01', '"Pilot" until 2027-12-31'), [
            'worse: Office.Erp -> Control.Hmi : https as an exception to Closed is accepted until 2027-12-31 ' +
                '(extended)',
        ]);
    });

    it('takes no healing for better that comes from asking less', () => {
        const { security } = between(plant, plant.replace('SL-T 2', 'SL-T 1'));
        assert.equal(security.verdict, 'worse');
        assert.ok(security.reasons.some(({ text }) => text.startsWith('SL-T of Control')));
    });

    it('keeps what is accepted with its holder, under another name and in another order', () => {
        const accepting = plant
            .replace(
                'kind control',
                'kind control\n  accept zone-without-owner because "A" until 2027-01-01\n  accept ' +
                    'zone-without-owner because "B" until 2028-01-01',
            )
            .replace('system Plant', 'system Plant { accept system-without-assumptions because "C" until 2027-01-01 }');
        assert.deepEqual(
            between(accepting, accepting.replace('system Plant', 'system Works').replaceAll(/Control\b/g, 'Process'))
                .security.acceptances,
            [],
        );
        const [first, second] = [
            'accept zone-without-owner because "A" until 2027-01-01',
            'accept zone-without-owner because "B" until 2028-01-01',
        ];
        assert.deepEqual(
            between(accepting, accepting.replace(`${first}\n  ${second}`, `${second}\n  ${first}`)).security
                .acceptances,
            [],
        );
        assert.deepEqual(
            between(
                accepting,
                accepting.replace('because "A" until 2027-01-01', 'because "A" until 2027-06-01'),
            ).security.acceptances.map(({ kind, before, after }) => [kind, before, after]),
            [['extended', '2027-01-01', '2027-06-01']],
        );
    });

    it('knows a zone again whose assets have other names as well', () => {
        const other = plant
            .replaceAll(/Control\b/g, 'Process')
            .replaceAll(/Plc\b/g, 'Plc1')
            .replaceAll(/Hmi\b/g, 'Hmi1')
            .replace('SL-T 2', 'SL-T 1')
            .replace('kind control', 'kind operations');
        const found = between(plant, other);
        assert.deepEqual(
            said(found)
                .filter(line => line.includes(' zone '))
                .map(line => line.split(':')[0]),
            ['renamed zone Process', 'changed zone Process', 'changed zone Process'],
        );
        assert.ok(
            found.security.reasons.some(
                ({ direction, text }) => direction === 'worse' && text.startsWith('SL-T of Process'),
            ),
        );
    });

    it('tells one change once', () => {
        const one = (from: string, to: string): string[] =>
            said(between(plant, plant.replace(from, to))).map(line =>
                line.replace(/^changed [a-z]+ [^:]*(: s7comm)?: /, ''),
            );
        assert.deepEqual(one('address 10.0.1.1 ', 'address 10.0.1.9 '), ['address: 10.0.1.1 → 10.0.1.9']);
        assert.deepEqual(one('Hmi -> Plc', 'Hmi <-> Plc'), [
            'session Control.Hmi -> Control.Plc became Control.Hmi <-> Control.Plc',
        ]);
        const stated = plant.replace('SL-T 2', 'SL-T 2\n  meets SR 1.1, SR 1.2 because "A"');
        const changes = (text: string): string[] =>
            said(between(stated, stated.replace('meets SR 1.1, SR 1.2 because "A"', text)));
        assert.deepEqual(changes('misses SR 1.1, SR 1.2 because "B"'), [
            'changed zone Control: SR 1.1, SR 1.2: meets because "A" → misses because "B"',
        ]);
        assert.deepEqual(changes('meets SR 1.1 because "A"'), [
            'changed zone Control: meets SR 1.2 because "A" removed',
        ]);
    });

    it('names whom it concerns', () => {
        const owned = plant
            .replace('kind enterprise', 'kind enterprise\n  owner "IT"')
            .replace('kind control', 'kind control\n  owner "Operations"')
            .replace('  via Fw', '  owner "Network team"\n  via Fw');
        const { owners, reached } = between(owned, owned.replace('"Reports"', '"Reports, every hour"'));
        assert.deepEqual([owners, [...reached].sort()], [['Network team'], ['IT', 'Operations']]);
        const alone = owned
            .replace('  owner "Network team"\n', '')
            .replace('  owner "IT"', '')
            .replace('  owner "Operations"', '')
            .replace('system Plant', 'system Plant { owner "Plant manager" }');
        assert.deepEqual(between(alone, alone.replace('"Reports"', '"Reports, every hour"')).owners, ['Plant manager']);
    });

    it('is told as far as a side was understood, and says so', () => {
        const found = between(plant, plant.replace('zone Office {', 'zone Office { asset : '));
        assert.deepEqual(
            found.doubts.map(doubt => doubt.side),
            ['head'],
        );
        assert.match(diffText(found), /Not everything was understood in head/);
        assert.match(
            diffMarkdown([found], { base: 'a', head: 'b' }),
            /^### 🟠 IEC 62443 model `Plant`: [^\n]*not understood as a whole/,
        );
        const odd = between(plant, plant.replace('address 10.0.1.2', 'address 10.0.1.2 nonsense 7'));
        assert.equal(odd.security.verdict, 'incomplete');
        assert.match(
            diffMarkdown([odd], { base: 'a', head: 'b' }),
            /^### 🟠 IEC 62443 model `Plant`: not understood as a whole, so no verdict\n\n> \*\*Incomplete/,
        );
    });

    it(
        'calls nothing better that is not worse the other way round, is empty against itself, and never minds the ' +
            'layout, over random models',
        function () {
            for (let seed = 1; seed <= texts; seed++) {
                const next = random(seed);
                const before = randomPlant(next);
                let after = before;
                for (let edits = 1 + next(4); edits > 0; edits--) after = edited(after, next);
                const [old, now] = [side(plantText(before)), side(plantText(after))];
                const [there, back] = [diff(old, now), diff(now, old)];
                assert.deepEqual(kindsOf(there).straight, kindsOf(back).turned, `seed ${seed}`);
                for (const [one, other] of [
                    [there, back],
                    [back, there],
                ] as const) {
                    const opened = groups(other.security.reachability.opened);
                    assert.deepEqual(
                        groups(one.security.reachability.closed).filter(group => !opened.includes(group)),
                        [],
                        `seed ${seed}`,
                    );
                    if (saying(one, 'better').length > 0)
                        assert.ok(
                            saying(other, 'worse').length > 0,
                            `seed ${seed}: ${saying(one, 'better').join('; ')}`,
                        );
                }
                const same = diff(old, side(plantText(before, 'other')));
                assert.deepEqual([said(same), same.security.reasons], [[], []], `seed ${seed}`);
                assert.deepEqual(said(diff(now, now)), []);
            }
        },
    );

    it('is empty where one model has two elements of one name', () => {
        const doubled = 'system S\nzone Beta "x" { SL-T 1 }\nzone Beta { SL-T 1 }\nflow Beta -> Beta : https\n';
        const found = between(doubled, doubled);
        assert.deepEqual([said(found), found.security.reasons, found.security.verdict], [[], [], 'incomplete']);
    });

    it('survives a text that is cut, doubled and shuffled at random', function () {
        const whole = readFileSync(
            new URL('../../../examples/truck-loading/main.iacs', import.meta.url),
            'utf8',
        ).replace(/^import .*\n/, '');
        const before = side(whole);
        for (let seed = 1; seed <= texts; seed++) {
            const next = random(seed);
            let text = whole;
            for (let edits = 1 + next(5); edits > 0; edits--) {
                const [from, length, to] = [next(text.length), next(400), next(text.length)];
                const piece = text.slice(from, from + length);
                text =
                    next(2) === 0
                        ? text.slice(0, from) + text.slice(from + length)
                        : text.slice(0, to) + piece + text.slice(to);
            }
            const found = diff(before, side(text));
            const sides = { base: 'before', head: 'after' };
            assert.ok(diffMarkdown([found], sides).length < 60_000);
            assert.ok(diffText(found).length > 0);
            JSON.stringify(diffJson([found], sides));
        }
    });
});
