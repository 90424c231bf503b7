import assert from 'node:assert/strict';
import { JSDOM } from 'jsdom';
import { marked } from 'marked';
import { forMarkdown, forMermaid, forTerminal } from '../src/views/text/escape.ts';
import { escapeHtml } from '../src/views/text/html.ts';
import { escape as escapeXml } from '../src/views/text/xml.ts';
import { random } from './support/random-plant.ts';

const { document } = new JSDOM('<body></body>').window;

function shown(markdown: string): HTMLElement {
    const body = document.createElement('body');
    body.innerHTML = marked.parse(markdown, { gfm: true, async: false });
    return body;
}

/** Pieces that mean something to a reader of Markdown, or to a forge that looks through what it made of it. */
const pieces =
    'a|B_c|_|__|*|**|`|``|~|~~|$|\\|#|# |## |>|> |<|<b>|</b>|<!--|&|&amp;|&lt;|[x](y)|![x](y)|[|]|(|)|{|}|- |-|---|+ |' +
    '= |===|1. |2) |3.1|7.|@|@team|#12|!12|%4|org/repo#3|GH-7|http://x.example|HTTPS://x|www.x.example|ftp://x|' +
    'mailto:a@b.example|a@b.example| |  |    |\t|\n|\r\n|\\||.|!|:|ü|—'.split('|');
const all = [...pieces, '|', '||'];

/** As it is read: what parts mentions and links has no width. */
const read = (text: string): string => text.replaceAll('\u200b', '').replace(/\s+/g, ' ').trim();

function showsAsText(text: string): void {
    const escaped = forMarkdown(text);
    const paragraph = shown(escaped);
    const elements = [...paragraph.querySelectorAll('*')].map(element => element.localName);
    assert.deepEqual(
        elements.filter(name => name !== 'p'),
        [],
        JSON.stringify([text, escaped]),
    );
    assert.equal(read(paragraph.textContent), read(text), JSON.stringify([text, escaped]));
    const item = shown(`- ${escaped}`);
    assert.deepEqual(
        [...item.querySelectorAll('*')].map(element => element.localName).filter(name => name !== 'p'),
        ['ul', 'li'],
        JSON.stringify([text, escaped]),
    );
    const table = shown(`| a | b |\n| --- | --- |\n| ${escaped} | end |\n`);
    const cells = [...table.querySelectorAll('td')].map(cell => read(cell.textContent));
    assert.deepEqual(cells, [read(text), 'end'], JSON.stringify([text, escaped]));
    assert.doesNotMatch(
        paragraph.textContent,
        /@\w|#\d|:\/\/|\bwww\.|\bGH-\d|[!%]\d/i,
        JSON.stringify([text, escaped]),
    );
}

describe('Text in Markdown', () => {
    it('is read as it is written: no markup, no link, no mention, no cell too many', () => {
        for (const text of [
            'Ask @owner, see #12 and https://x.example',
            '- item',
            '1. one',
            '> quote',
            '    code',
            ...all,
        ])
            showsAsText(text);
    });

    it('is so whatever stands beside what, over 1,500 random texts', () => {
        const next = random(11);
        for (let round = 0; round < 1500; round++) {
            const text = Array.from({ length: 1 + next(6) }, () => all[next(all.length)]);
            showsAsText(text.join(''));
        }
    });

    it('stays readable where nothing has to be escaped', () => {
        for (const text of [
            'snake_case_name',
            'Control.Plc1 -> Dmz.Mirror',
            '8.1 Zones',
            '-5 °C',
            '50 % of it',
            'a - b',
        ])
            assert.equal(forMarkdown(text), text.replace('>', '&gt;'));
    });
});

describe('Hidden characters', () => {
    const hidden = [
        '\u0007',
        '\u001b[31m',
        '\u0085',
        '\u061c',
        '\u200e',
        '\u2028',
        '\u202e',
        '\u2066',
        '\u{e0041}',
        '\ufeff',
    ];

    it('are shown as such in each kind of text', () => {
        for (const sign of hidden)
            for (const escape of [forTerminal, forMarkdown, forMermaid, escapeHtml, escapeXml])
                assert.ok(escape(`a${sign}b`).startsWith('a\ufffd'), `${escape.name} ${escape(sign)}`);
    });
});
