import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { EditorState } from '@codemirror/state';
import { ensureSyntaxTree, language as languageFacet } from '@codemirror/language';
import { exampleText } from '../../language/test/support/examples.ts';
import { languageOf } from '../src/grammar.ts';

const grammar = readFileSync(new URL('../../extension/syntaxes/iacs.tmLanguage.json', import.meta.url), 'utf8');

/** The words of a text with their kinds. */
async function coloured(text: string): Promise<readonly string[]> {
    const language = await languageOf(grammar);
    const state = EditorState.create({ doc: text, extensions: language });
    assert.ok(state.facet(languageFacet));
    const found: string[] = [];
    ensureSyntaxTree(state, text.length, 10_000)?.iterate({
        enter: ({ name, from, to, node }) => {
            if (!node.firstChild && name !== 'Document') found.push(`${text.slice(from, to)}: ${name}`);
        },
    });
    return found;
}

describe('The colours of the playground', () => {
    it('are those of the TextMate grammar', async () => {
        assert.deepEqual(await coloured('zone A "B" { // c\n  SL-T 2\n  asset P : plc\n  flow P -> Q : opc-ua\n}\n'), [
            'zone: storage-type',
            'A: entity-name',
            '": punctuation-definition-string',
            'B: string',
            '": punctuation-definition-string',
            '{: punctuation',
            '//: punctuation-definition-comment',
            ' c: comment',
            'SL-T: keyword',
            '2: constant-numeric',
            'asset: storage-type',
            'P: entity-name',
            ':: punctuation',
            'plc: support-type',
            'flow: storage-type',
            '->: keyword-operator',
            ':: punctuation',
            'opc-ua: support-type',
            '}: punctuation',
        ]);
    });

    it('are found in every line of an example', async () => {
        assert.ok((await coloured(exampleText('refinery'))).length > 300);
    });
});
