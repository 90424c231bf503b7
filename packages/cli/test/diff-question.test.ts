import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { iacs, repository, withFiles } from './support/iacs.ts';

const plant = `system Plant
zone Office {
  kind enterprise
  asset Erp : server
}
zone Dmz {
  asset Jump : jump-host
}
zone Control {
  asset Plc1 : plc { is essential }
  asset Plc2 : plc
}
flow Office.Erp -> Dmz.Jump : https
`;
const opened = `${plant}flow Dmz.Jump -> Control.Plc1 : rdp\nflow Dmz.Jump -> Control.Plc2 : ssh\n`;

type Side = { path: string[] | null; radius: { assets: number; essential: number; zones: number } | null } | null;
type Json = {
    question: { answers: { before: Side; after: Side }[] };
    security: { radius: { from: string; before: object; after: object }[] };
};

const compared = (before: string, after: string, ...args: string[]): ReturnType<typeof iacs> =>
    withFiles({ 'a/main.iacs': before, 'b/main.iacs': after }, cwd => iacs(['diff', 'a', 'b', ...args], { cwd }));
const answer = (before: string, after: string, ...args: string[]): { before: Side; after: Side } =>
    (JSON.parse(compared(before, after, '--format', 'json', ...args).stdout) as Json).question.answers[0]!;

describe('A question to a comparison', () => {
    it('is answered with a path before and after', () => {
        const { before, after } = answer(plant, opened, '--from', 'Office', '--to', 'Control');
        assert.deepEqual([before!.path, after!.path], [null, ['Office.Erp', 'Dmz.Jump', 'Control.Plc1']]);
        assert.match(
            compared(plant, opened, '--from', 'Office', '--to', 'Control').stdout,
            /^From Office to Control\n {2}before: no path\n {2}after: {2}Office\.Erp → Dmz\.Jump → Control\.Plc1\n/,
        );
        assert.match(
            compared(plant, opened, '--from', 'Office', '--to', 'Control', '--format', 'markdown').stdout,
            /\*\*From Office to Control\*\*\n\n- before: no path\n- after:/,
        );
    });

    it('follows an asset into a zone that has changed as well', () => {
        const moved = opened
            .replace('  asset Jump : jump-host\n', '')
            .replace('zone Control {\n', 'zone Control {\n  kind control\n  asset Jump : jump-host\n')
            .replaceAll('Dmz.Jump', 'Control.Jump');
        const { before, after } = answer(opened, moved, '--from', 'Control.Jump', '--to', 'Control.Plc1');
        assert.deepEqual(
            [before!.path, after!.path],
            [
                ['Dmz.Jump', 'Control.Plc1'],
                ['Control.Jump', 'Control.Plc1'],
            ],
        );
    });

    it('may ask for the protocol of the last session', () => {
        const over = (protocol: string): Side =>
            answer(plant, opened, '--from', 'Office', '--to', 'Control', '--protocol', protocol).after;
        assert.deepEqual(over('ssh')!.path, ['Office.Erp', 'Dmz.Jump', 'Control.Plc2']);
        assert.deepEqual(over('rdp')!.path, ['Office.Erp', 'Dmz.Jump', 'Control.Plc1']);
        assert.equal(over('https')!.path, null);
    });

    it('counts what one end reaches, and what reaches it', () => {
        const from = answer(plant, opened, '--from', 'Office');
        assert.deepEqual(from.before!.radius, { assets: 1, essential: 0, zones: 1 });
        assert.deepEqual(from.after!.radius, { assets: 3, essential: 1, zones: 2 });
        assert.deepEqual(answer(plant, opened, '--to', 'Control.Plc1').after!.radius, {
            assets: 2,
            essential: 0,
            zones: 2,
        });
    });

    it('knows a zone that was renamed, and says what a side does not have', () => {
        const renamed = opened.replaceAll('Control', 'Process');
        assert.deepEqual(answer(opened, renamed, '--from', 'Office', '--to', 'Process.Plc1').before!.path, [
            'Office.Erp',
            'Dmz.Jump',
            'Control.Plc1',
        ]);
        const more = `${plant}zone Safety {\n  asset Sis : safety-controller\n}\n`;
        assert.equal(answer(plant, more, '--from', 'Office', '--to', 'Safety').before, null);
    });

    it('is answered for equal sides too, and refused where it makes no sense', () => {
        assert.equal(answer(plant, plant, '--from', 'Office', '--to', 'Dmz').after!.path!.length, 2);
        for (const [args, said] of [
            [['--from', 'Ofice'], /There is no zone or asset Ofice\. Did you mean Office\?/],
            [['--from', 'Office', '--protocol', 'ssh'], /--protocol needs --from and --to/],
            [['--from', 'Office', '--to', 'Dmz', '--protocol', 'htps'], /no protocol htps\. Did you mean https\?/],
        ] as const) {
            const { code, stderr } = compared(plant, opened, ...args);
            assert.equal(code, 2);
            assert.match(stderr, said);
        }
    });
});

describe('The blast radius', () => {
    it('is told by origin, in numbers, where reach has changed', () => {
        const { security } = JSON.parse(compared(plant, opened, '--format', 'json').stdout) as Json;
        assert.deepEqual(security.radius, [
            {
                from: 'Office',
                before: { assets: 1, essential: 0, zones: 1 },
                after: { assets: 3, essential: 1, zones: 2 },
            },
            {
                from: 'Dmz',
                before: { assets: 0, essential: 0, zones: 0 },
                after: { assets: 2, essential: 1, zones: 1 },
            },
        ]);
        assert.match(
            compared(plant, opened).stdout,
            /Blast radius\n {2}from Office: 1 asset in 1 zone → 3 assets, 1 of them essential, in 2 zones\n/,
        );
        const same = JSON.parse(
            compared(plant, plant.replace('kind enterprise', 'kind dmz'), '--format', 'json').stdout,
        );
        assert.deepEqual((same as Json).security.radius, []);
    });
});

describe('A trend', () => {
    it('has a row for each tag since a baseline, against it and against the tag before', () =>
        withFiles({ 'main.iacs': plant }, cwd => {
            const git = (...args: string[]): string =>
                execFileSync('git', ['-c', 'user.name=E', '-c', 'user.email=e@example.org', ...args], {
                    cwd,
                    encoding: 'utf8',
                });
            const commit = (text: string, tag?: string): void => {
                writeFileSync(path.join(cwd, 'main.iacs'), text);
                git('add', '-A');
                git('commit', '--quiet', '-m', 'A state');
                if (tag) git('tag', tag);
            };
            git('init', '--quiet');
            commit(plant.replace('zone Dmz {', 'zone Dmz {\n  SL-T 1'), 'v1');
            commit(plant.replace('zone Dmz {', 'zone Dmz {\n  SL-T 3'), 'v2');
            commit(plant.replace('zone Dmz {', 'zone Dmz {\n  SL-T 2'), 'v3');
            commit(opened.replace('zone Dmz {', 'zone Dmz {\n  SL-T 2'));
            const run = (...args: string[]): string => iacs(['diff', '--since', 'v1', ...args], { cwd }).stdout;
            const json = JSON.parse(run('--format', 'json')) as { rows: { revision: string; verdict: string }[] };
            const schema = JSON.parse(
                readFileSync(path.join(repository, 'packages/language/schema/trend.schema.json'), 'utf8'),
            ) as object;
            const validate = new Ajv2020({ strict: true }).compile(schema);
            assert.ok(validate(json), JSON.stringify(validate.errors));
            assert.deepEqual(
                (json.rows as unknown as { revision: string; verdict: string; step: string }[]).map(each => [
                    each.revision,
                    each.verdict,
                    each.step,
                ]),
                [
                    ['v2', 'none', 'none'],
                    ['v3', 'none', 'worse'],
                    ['HEAD', 'worse', 'worse'],
                ],
            );
            assert.match(run(), /^Revision +Since +Step +Changes[^\n]*\nv2 +none +none/);
            assert.match(run('--format', 'markdown'), /### Since v1\n\n\| Revision \| Since \|/);
            assert.equal(iacs(['diff', '--since', 'nowhere'], { cwd }).code, 2);
        }));
});
