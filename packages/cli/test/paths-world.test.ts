import assert from 'node:assert/strict';
import { plant, today } from './support/as-found.ts';
import { iacs, withFiles } from './support/iacs.ts';

describe('iacs paths --world', () => {
    it('asks the declared, the configured and the observed plant', () =>
        withFiles(
            {
                'main.iacs': `${plant}invariant JumpApart { deny path from Dmz.Hist to Dmz.Jump }\n`,
                'bare.iacs': 'system S { owner "O" }\n',
            },
            cwd => {
                const reaches = (world: string, from: string, to: string): boolean => {
                    const { stdout, stderr, code } = iacs(
                        [
                            'paths',
                            '--world',
                            world,
                            '--from',
                            from,
                            '--to',
                            to,
                            '--format',
                            'json',
                            ...today,
                            'main.iacs',
                        ],
                        { cwd },
                    );
                    assert.ok(code === 0 || code === 1, stderr);
                    return (JSON.parse(stdout) as { paths: object[] }).paths.length > 0;
                };
                const ends = [
                    ['Dmz.Jump', 'Control.Plc'],
                    ['Dmz.Hist', 'Control.Plc'],
                    ['Control.Plc', 'Dmz.Hist'],
                ] as const;
                assert.deepEqual(
                    ends.map(([from, to]) =>
                        ['declared', 'configured', 'observed'].map(world => reaches(world, from, to)),
                    ),
                    [
                        [true, true, true],
                        [true, true, true],
                        [false, false, false],
                    ],
                );
                const { stderr, code } = iacs(['paths', '--world', 'observed', 'bare.iacs'], { cwd });
                assert.deepEqual(
                    [code, stderr],
                    [
                        2,
                        'iacs: bare.iacs has no observation, so the observed world is not known. iacs import ' +
                            'traffic makes one.\n',
                    ],
                );
            },
        ));

    it('takes no rule for a path that another device of the conduit blocks, and says what is not known', () => {
        const two = (second: string): string =>
            plant
                .replace('via Fw\n', 'via Fw, Fw2\n  asset Fw2 : firewall { serves Control, Dmz }\n')
                .replace('  flow Dmz.Jump -> Control.Plc : ssh\n', '')
                .replace('observation O {', `${second}observation O {`)
                .replace('sees Control, Dmz', 'sees Dmz')
                .replace(/ {2}saw 10\.20\.5\.20.*\n/, '');
        const ask = (text: string, world: string) =>
            withFiles({ 'main.iacs': text }, cwd => {
                const { stdout, stderr } = iacs(
                    ['paths', '--world', world, '--from', 'Dmz.Jump', '--to', 'Control.Plc', ...today],
                    { cwd },
                );
                return [/^No path/.test(stdout), stderr.trim().split('\n')];
            });
        const second = (rule: string): string =>
            two(`ruleset R2 {\n  device K.Fw2\n  exported 2026-05-01\n  ${rule}\n}\n`);
        assert.deepEqual(ask(second('permits 10.20.5.10 -> any : any "1"'), 'configured'), [true, ['']]);
        assert.deepEqual(ask(second('permits any -> any : tcp 22 "1"'), 'configured'), [false, ['']]);
        assert.deepEqual(ask(second('permits any -> any : any "1" { when "user" }'), 'configured'), [
            true,
            ['main.iacs: 1 rule permits under a condition, and is not followed.'],
        ]);
        assert.deepEqual(ask(two(''), 'configured'), [
            false,
            ['main.iacs: The rules of K.Fw2 are not known: of what it permits, only declared flows are followed.'],
        ]);
        assert.deepEqual(ask(two(''), 'observed'), [
            true,
            ['main.iacs: No observation sees Control: traffic there may not have been observed.'],
        ]);
        const notKnown = (text: string, world: string) =>
            withFiles({ 'main.iacs': text }, cwd => {
                const asked = iacs(['paths', '--world', world, '--format', 'json', ...today], { cwd });
                const answer = JSON.parse(asked.stdout) as {
                    world: string;
                    notKnown: { file: string; kind: string; ids: string[]; message: string }[];
                };
                assert.equal(answer.world, world);
                return answer.notKnown.map(({ file, kind, ids }) => [file, kind, ...ids]);
            });
        assert.deepEqual(notKnown(two(''), 'declared'), []);
        assert.deepEqual(notKnown(two(''), 'configured'), [['main.iacs', 'device-without-rules', 'K.Fw2']]);
        assert.deepEqual(notKnown(second('permits any -> any : any "1" { when "user" }'), 'configured'), [
            ['main.iacs', 'rule-under-condition', 'R2 1'],
        ]);
        assert.deepEqual(notKnown(two(''), 'observed'), [['main.iacs', 'zone-not-observed', 'Control']]);
    });

    it('proves no invariant in a world of which something is not known, in text and JSON', () => {
        const isProved = (text: string, world: string, deny = 'Control to Dmz'): readonly unknown[] =>
            withFiles({ 'main.iacs': `${text}invariant Apart { deny path from ${deny} }\n` }, cwd => {
                const asked = iacs(['paths', '--world', world, '--format', 'json', ...today], { cwd });
                const [found] = (
                    JSON.parse(asked.stdout) as {
                        invariants: { holds: boolean; proves: boolean; clauses: { proves: boolean }[] }[];
                    }
                ).invariants;
                const [said] = iacs(['paths', '--world', world, ...today], { cwd }).stdout.split('\n');
                return [found!.holds, found!.proves, found!.clauses[0]!.proves, said];
            });
        const unseen = plant.replace('sees Control, Dmz', 'sees Control');
        const bare = plant.replace('via Fw\n', 'via Fw, Fw2\n  asset Fw2 : firewall { serves Control, Dmz }\n');
        for (const world of ['declared', 'configured', 'observed'])
            assert.deepEqual(isProved(plant, world), [true, true, true, 'Apart: holds'], world);
        assert.deepEqual(isProved(unseen, 'observed'), [true, false, false, 'Apart: not proved']);
        assert.deepEqual(isProved(unseen, 'declared'), [true, true, true, 'Apart: holds']);
        assert.deepEqual(isProved(bare, 'configured'), [true, false, false, 'Apart: not proved']);
        // A path that was found breaks it, whatever is not known.
        assert.deepEqual(isProved(bare, 'configured', 'Dmz to Control'), [false, true, true, 'Apart: broken']);
    });

    it('follows what a rule permits beside the flow between its two ends', () => {
        const broken = (services: string, access: string): readonly unknown[] => {
            const text = plant
                .replace('-> Control.Plc : opc-ua\n', `-> Control.Plc : opc-ua ${access}\n`)
                .replace('tcp 4840 "1"', `${services} "1"`)
                .replace('10.20.5.0/24 -> 10.10.2.11', '10.20.5.20 -> 10.10.2.11');
            const invariants = `invariant Writing { deny write path from Dmz.Hist to Control }
invariant Others {
  deny path from Dmz.Hist to Control
  except flow Dmz.Hist -> Control.Plc : opc-ua because "Collection" until 2027-01-01
}
`;
            return withFiles({ 'main.iacs': text + invariants }, cwd => {
                const asked = iacs(['paths', '--world', 'configured', '--format', 'json', ...today], { cwd });
                const { invariants: found } = JSON.parse(asked.stdout) as { invariants: { holds: boolean }[] };
                const { stdout } = iacs(['check', '--format', 'json', ...today], { cwd });
                const { findings } = JSON.parse(stdout) as { findings: { rule: string; line: number }[] };
                const lines = findings.filter(({ rule }) => rule === 'rule-breaks-invariant').map(each => each.line);
                return [...found.map(({ holds }) => holds), lines];
            });
        };
        assert.deepEqual(broken('tcp 4840', '{ access read }'), [true, true, []]);
        assert.deepEqual(broken('tcp 4840, icmp', '{ access read }'), [true, true, []]);
        assert.deepEqual(broken('tcp 4840, 22', '{ access read }'), [false, false, [18, 18]]);
        assert.deepEqual(broken('tcp 4840, ip 47', '{ access read }'), [false, false, [18, 18]]);
        assert.deepEqual(broken('any', '{ access read }'), [false, false, [18, 18]]);
        // A flow to the whole zone says what its sessions may do there.
        const web = '{ access read }\n  flow Dmz -> Control : http { access read }';
        assert.deepEqual(broken('tcp 4840, 80', web), [true, false, []]);
        assert.deepEqual(broken('tcp 4840, 80, 81', web), [false, false, [19]]);
        // Without the access, the declared flow opens the first path itself.
        assert.deepEqual(broken('any', ''), [false, false, [18]]);
    });

    it('takes a zone that holds nothing but observed zones for observed', () => {
        const text = (outer: string, sees: string): string => `system Plant
zone Site { ${outer} zone Line { zone Cell { asset A : plc } } zone Dmz { asset B : server } }
observation O { sees ${sees} since 2026-05-01 until 2026-05-20 }
`;
        const unseen = (outer: string, sees: string): readonly string[] =>
            withFiles({ 'main.iacs': text(outer, sees) }, cwd => {
                const asked = iacs(['paths', '--world', 'observed', '--format', 'json', ...today], { cwd });
                const { notKnown } = JSON.parse(asked.stdout) as { notKnown: { ids: string[] }[] };
                return notKnown.flatMap(({ ids }) => ids);
            });
        assert.deepEqual(unseen('', 'Site.Line.Cell, Site.Dmz'), []);
        assert.deepEqual(unseen('', 'Site.Line.Cell'), ['Site', 'Site.Dmz']);
        assert.deepEqual(unseen('', 'Site'), ['Site.Line', 'Site.Line.Cell', 'Site.Dmz']);
        assert.deepEqual(unseen('asset C : server', 'Site.Line.Cell, Site.Dmz'), ['Site']);
    });
});
