import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Ajv, type AnySchema } from 'ajv';
import type { Log } from 'sarif';
import { createGenerator } from 'ts-json-schema-generator';
import { artifact } from '../../language/src/views/findings/to-sarif.ts';
import { iacs, repository, withFiles } from './support/iacs.ts';

const declarations = createRequire(import.meta.url)
    .resolve('@types/sarif/package.json')
    .replace('package.json', 'index.d.ts');
const brokenPlant = path.join(repository, 'examples/broken-plant');

/** SARIF 2.1.0 as the published type declarations know it; keys that the format lacks are mistakes. */
function sarifSchema() {
    const schema = createGenerator({
        path: declarations,
        type: 'Log',
        additionalProperties: false,
        skipTypeCheck: true,
    }).createSchema('Log') as AnySchema;
    return new Ajv({ strict: false, allErrors: true }).compile(schema);
}

function sarifOf(args: readonly string[], cwd: string): Log {
    const { stdout, stderr } = iacs(['check', '--format', 'sarif', '--today', '2026-06-01', ...args], { cwd });
    assert.equal(stderr, '');
    return JSON.parse(stdout) as Log;
}

describe('SARIF', () => {
    it('has the shape of SARIF 2.1.0', () => {
        const validate = sarifSchema();
        const log = sarifOf([], brokenPlant);
        assert.ok(validate(log), JSON.stringify(validate.errors?.slice(0, 5), null, 2));
        assert.ok(!validate({ ...log, remark: '' }), 'an unknown key is refused');
        assert.equal(log.version, '2.1.0');
    });

    it('tells code scanning what it asks for', () => {
        const [run] = sarifOf([], brokenPlant).runs;
        const rules = run!.tool.driver.rules ?? [];
        for (const rule of rules) {
            assert.ok(
                rule.fullDescription?.text && rule.help?.text && rule.help.markdown && rule.defaultConfiguration?.level,
                rule.id,
            );
            assert.notEqual(rule.name?.toLowerCase(), rule.id, 'a name says more than the id');
        }
        const results = run!.results ?? [];
        assert.ok(results.length > 100);
        for (const result of results) {
            assert.equal(rules[result.ruleIndex!]!.id, result.ruleId);
            assert.match(result.partialFingerprints!['iacs/v1']!, /^[0-9a-f]{16}$/);
            const { startLine, startColumn, endLine, endColumn } = result.locations![0]!.physicalLocation!.region!;
            assert.ok(startLine! >= 1 && (endLine! > startLine! || endColumn! >= startColumn!), result.message.text);
        }
        assert.equal(
            new Set(results.map(result => result.partialFingerprints!['iacs/v1'])).size,
            results.length,
            'fingerprints tell findings apart',
        );
        for (const key of ['relatedLocations', 'fixes', 'suppressions'] as const)
            assert.ok(
                results.some(result => result[key]),
                key,
            );
        assert.ok(results.some(result => result.locations![0]!.logicalLocations?.[0]?.fullyQualifiedName));
    });

    it('names files by relative references that lead back to them, whatever their names and wherever it runs', () => {
        const odd = 'Werk #1 100%25 ä/b?c d.iacs';
        withFiles(
            { 'sub/main.iacs': `system S { owner "O" }\nimport "../${odd}"\n`, [odd]: 'zone A { asset P : plc }\n' },
            folder => {
                for (const [cwd, arg] of [
                    [folder, 'sub'],
                    [path.join(folder, 'sub'), '.'],
                ] as const) {
                    const results = sarifOf([arg], cwd).runs[0]!.results!;
                    const uris = new Set(
                        results
                            .flatMap(result => [...result.locations!, ...(result.relatedLocations ?? [])])
                            .map(each => each.physicalLocation!.artifactLocation!.uri!),
                    );
                    assert.equal(uris.size, 2);
                    for (const uri of uris) {
                        assert.match(uri, /^[A-Za-z0-9._~%/()!*'-]+$/);
                        const file = fileURLToPath(new URL(uri, `${pathToFileURL(cwd).href}/`));
                        assert.match(readFileSync(file, 'utf8'), /system S|zone A/);
                    }
                }
            },
        );
    });

    it('names absolutely what lies on another drive or server of Windows', () => {
        const relative = { uri: '../Werk%20%231/main.iacs', uriBaseId: '%SRCROOT%' };
        assert.deepEqual(artifact('../Werk #1/main.iacs'), relative);
        assert.deepEqual(artifact('D:/Werk #1/main.iacs'), { uri: 'file:///D:/Werk%20%231/main.iacs' });
        assert.deepEqual(artifact('//server/ä/main.iacs'), { uri: 'file://server/%C3%A4/main.iacs' });
        for (const [cwd, file, printed] of [
            ['C:\\plant', 'D:\\Werk #1\\main.iacs', 'D:/Werk #1/main.iacs'],
            ['C:\\plant', '\\\\server\\ä\\main.iacs', '//server/ä/main.iacs'],
            ['C:\\Plant\\a', 'c:\\plant\\b\\main.iacs', '../b/main.iacs'],
        ] as const)
            assert.equal(path.win32.relative(cwd, file).replaceAll('\\', '/'), printed);
    });

    it('suppresses what is accepted, with the reason', () => {
        const text =
            'system S {\n  owner "O"\n}\nzone A {\n  accept zone-without-target because "old & <known>" until ' +
            '2027-01-01\n}\n';
        const log = withFiles({ 'main.iacs': text }, cwd => sarifOf([], cwd));
        const result = log.runs[0]!.results!.find(({ ruleId }) => ruleId === 'zone-without-target');
        assert.deepEqual(result?.suppressions, [
            { kind: 'inSource', status: 'accepted', justification: 'old & <known>' },
        ]);
    });
});
