import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { iacs, repository, withFiles } from './support/iacs.ts';

const today = ['--today', '2026-06-01'];

/** A complete check against a published schema; keys that it does not name are mistakes. */
function against(name: string) {
    const schema = JSON.parse(
        readFileSync(path.join(repository, 'packages/language/schema', `${name}.schema.json`), 'utf8'),
    ) as object;
    const validate = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true }).compile(schema);
    return (json: string, what: string): unknown => {
        const value: unknown = JSON.parse(json);
        assert.ok(validate(value), `${what}: ${JSON.stringify(validate.errors?.slice(0, 5), null, 2)}`);
        return value;
    };
}

const validate = {
    check: against('check'),
    assess: against('assess'),
    diagram: against('diagram'),
    paths: against('paths'),
};
const validateParts = against('parts');
const validateWhere = against('where');
const validateModel = against('model');
const validateCut = against('cut');
const validateAssume = against('assume');
const validatePlan = against('plan');
const validateForecast = against('forecast');
const validateReconcile = against('reconcile');
const validateAdvisories = against('advisories');
const examples = path.join(repository, 'examples');
const names = readdirSync(examples).filter(name => existsSync(path.join(examples, name, 'main.iacs')));

/** A pair of ends between which something goes, so that the hops of a path are checked too. */
function endsIn(diagram: unknown): [string, string] | null {
    const { conduits } = diagram as {
        conduits: { flows: { from: string | null; to: string | null; arrow: string }[] }[];
    };
    const flow = conduits.flatMap(({ flows }) => flows).find(({ from, to }) => from !== null && to !== null);
    return flow ? [flow.from!, flow.to!] : null;
}

describe('Published JSON Schemas', () => {
    for (const name of names) {
        it(`hold for every JSON output on ${name}`, () => {
            const run = (...args: string[]): string =>
                iacs([...args, '--format', 'json', ...today, 'main.iacs'], { cwd: path.join(examples, name) }).stdout;
            validate.check(run('check', '--fail-on', 'never'), 'check');
            validate.assess(run('assess'), 'assess');
            for (const part of ['2-1', '2-4', '4-1'])
                validateParts(run('assess', '--part', part), `assess of part ${part}`);
            validate.paths(run('paths'), 'paths');
            if (name === 'as-found')
                for (const world of ['configured', 'observed'])
                    validate.paths(run('paths', '--world', world), `paths of the ${world} world`);
            validateReconcile(run('reconcile'), 'reconcile');
            validateAdvisories(run('advisories'), 'advisories');
            const diagram = validate.diagram(run('diagram'), 'diagram');
            validatePlan(run('plan'), 'plan');
            validateForecast(run('forecast'), 'forecast');
            validate.assess(run('assess', '--at', '2026-06-01,+365'), 'assess of two days');
            validateCut(run('cut', '--external'), 'cut');
            const ends = endsIn(diagram);
            assert.ok(ends, 'an example has a flow between zones');
            validateAssume(run('assume', ends[0]), 'assume');
            const answer = validate.paths(
                run('paths', '--from', ends[0], '--to', ends[1], '--all', '--lateral', '--limit', '5'),
                'paths between zones',
            );
            assert.ok((answer as { paths: unknown[] }).paths.length > 0, 'a path is listed');
            for (const [side, key] of [
                ['--from', 'reached'],
                ['--to', 'reaching'],
            ] as const) {
                const alone = validate.paths(
                    run('paths', side, ends[side === '--from' ? 0 : 1], '--limit', '2'),
                    `paths with ${side} alone`,
                );
                const found = (alone as Record<string, readonly unknown[]>)[key]!;
                assert.ok(found.length > 0, `${key} is listed`);
            }
            const asked = ['10.10.2.11', '172.16.4.1', '10.20.5.99', '8.8.8.8', '00:1b:1b:00:00:01'];
            validateWhere(
                iacs(['where', ...asked, '--format', 'json', 'main.iacs'], { cwd: path.join(examples, name) }).stdout,
                'where',
            );
        });
    }

    it('hold for a model that was not understood, and one that says next to nothing', () => {
        const texts = [
            'system S\n',
            'system S\nzone A { SL-T 9 }\nconduit C A <-> Nowhere\nzone {\n',
            'system S\ninvariant I { deny A -> B }\nzone A\nzone B\naccept nothing because "x" until 2030-02-30\n',
        ];
        for (const text of texts)
            withFiles({ 'main.iacs': text }, cwd => {
                for (const command of ['check', 'assess', 'diagram', 'paths'] as const) {
                    validate[command](
                        iacs([command, '--format', 'json', 'main.iacs'], { cwd }).stdout,
                        `${command} of ${text}`,
                    );
                }
                const run = (...args: string[]): string => iacs([...args, 'main.iacs'], { cwd }).stdout;
                validatePlan(run('plan', '--format', 'json', '--budget', '1', '--until', '2099-01-01'), text);
                validateForecast(run('forecast', '--format', 'json'), text);
                validateCut(run('cut', '--external', '--format', 'json'), text);
                validateReconcile(run('reconcile', '--format', 'json'), text);
                validateWhere(run('where', '10.0.0.1', '--format', 'json'), text);
                validateModel(run('export', 'model'), text);
            });
    });

    it('hold for an address as which a device shows several hosts', () => {
        const nat = `system Plant
zone Cell { network 192.168.0.0/24 }
zone Line { network 10.7.0.0/16
  asset Gate : firewall { address 10.7.0.2 in Line serves Cell translates 192.168.0.0/24 to 10.7.0.2 }
}
`;
        withFiles({ 'main.iacs': nat }, cwd => {
            const answer = validateWhere(iacs(['where', '10.7.0.2', '--format', 'json'], { cwd }).stdout, 'where');
            const { models } = answer as { models: { answers: { places: { kind: string }[] }[] }[] };
            assert.deepEqual(
                models[0]!.answers[0]!.places.map(({ kind }) => kind),
                ['asset', 'hidden'],
            );
        });
    });
});
