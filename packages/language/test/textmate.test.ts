import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { snippets } from '../src/lsp/snippets.ts';
import { formatText, parse } from '../src/syntax/index.ts';

const project = new URL('../../../', import.meta.url);

/** A snippet as it stands in the text when nothing was filled in. */
function filled(body: readonly string[]): string {
    return body
        .join('\n')
        .replace(/\$\{\d+\|([^,|]*)[^}]*\}/g, '$1')
        .replace(/\$\{\d+:([^}]*)\}/g, '$1')
        .replace(/date/g, '2027-01-01')
        .replace(/\$\d+/g, '');
}

describe('What editors read without the server', () => {
    it('is generated from the grammar', () => {
        const check = spawnSync(
            process.execPath,
            [fileURLToPath(new URL('scripts/generate-textmate.mjs', project)), '--check'],
            { encoding: 'utf8' },
        );
        assert.equal(check.status, 0, check.stderr);
    });

    it('matches brackets and comments', () => {
        const configuration = JSON.parse(
            readFileSync(new URL('packages/extension/language-configuration.json', project), 'utf8'),
        );
        const increase = new RegExp(configuration.indentationRules.increaseIndentPattern.pattern);
        for (const line of ['zone A {', 'zone A "{" { // c', '  SL-T 2 { RDF 3 } zone B {'])
            assert.ok(increase.test(line), line);
        for (const line of ['zone A { kind control }', 'owner "{"', '// zone {', 'SL-T {2 2 2 2 2 2 2}'])
            assert.ok(!increase.test(line), line);
        const word = new RegExp(`^(?:${configuration.wordPattern.pattern})$`, configuration.wordPattern.flags);
        for (const text of ['s7-1500', 'SL-T', 'Prüfstand', '2027-01-01', '1.10']) assert.ok(word.test(text), text);
        assert.ok(!word.test('Plc1->Hmi1'));
    });

    for (const { word, title, body } of snippets) {
        it(`the snippet '${title}' writes the language`, () => {
            const alone = filled(body);
            const inside = ['misses', 'compensates', 'excludes', 'accept', 'asset'].includes(word)
                ? `zone Z {\n  ${alone}\n}\n`
                : `${alone}\n`;
            assert.deepEqual(parse('snippet.iacs', inside).mistakes, [], inside);
            assert.equal(formatText(inside).replace(/\s+/g, ' '), inside.replace(/\s+/g, ' '));
        });
    }
});
