import assert from 'node:assert/strict';
import { marked } from 'marked';
import { pieces } from '../src/views/text/code.ts';
import { forMarkdown, messageForMarkdown } from '../src/views/text/escape.ts';
import { brokenPlant } from './support/broken-plant.ts';

describe('Code marks in messages', () => {
    it('cut a message into text and code', () => {
        assert.deepEqual(pieces('Write `via Fw1` here.'), [
            { text: 'Write ', code: false },
            { text: 'via Fw1', code: true },
            { text: ' here.', code: false },
        ]);
        assert.deepEqual(pieces('One ` alone, and a line\n` further'), [
            { text: 'One ` alone, and a line\n` further', code: false },
        ]);
        assert.deepEqual(pieces(''), []);
    });

    it('are code in Markdown, and nothing else of the message is markup', () => {
        const html = marked.parse(messageForMarkdown('**A** | `x <b> | y` and `<i>` @me [a](b)'), { async: false });
        assert.match(html, /<code>x &lt;b&gt; ¦ y<\/code> and <code>&lt;i&gt;<\/code>/);
        assert.doesNotMatch(html, /<(strong|b|i|a)\b/);
        assert.equal(messageForMarkdown('No code_here'), forMarkdown('No code_here'));
    });

    it('are in pairs in all that the rules say of the broken plant', () => {
        const said = brokenPlant().loaded.findings.flatMap(({ message, fixes, related }) => [
            message,
            ...fixes.map(({ title }) => title),
            ...related.map(each => each.message),
        ]);
        assert.ok(said.some(text => text.includes('`')));
        assert.deepEqual(
            said.filter(text => text.split('`').length % 2 === 0),
            [],
        );
    });
});
