import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { HtmlValidate } from 'html-validate';
import { JSDOM } from 'jsdom';
import { marked } from 'marked';
import {
    fillTemplate,
    sectionIds,
    toCsv,
    toDocument,
    toHtml,
    toMarkdown,
    toTables,
} from '../src/views/report/index.ts';
import { screenStyle } from '../src/views/report/html-style.ts';
import { load } from './support/load.ts';
import { loadExample, reportOf } from './support/report.ts';

const validator = new HtmlValidate({
    extends: ['html-validate:recommended', 'html-validate:a11y', 'html-validate:document'],
    rules: { 'long-title': 'off' },
});
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const attack =
    '</td></table><script>alert(1)</script><img src=x onerror=alert(2)> | [x](javascript:alert(3)) `code` ' +
    '**bold** {{title}}';
const hostile =
    load(`system Plant "${attack}" { owner "${attack}" tolerable-risk 6 regulation "${attack}" assumption "${attack}" }
zone Office { kind enterprise asset Erp "${attack}" : server }
zone Control "${attack}" {
  description "${attack}"
  SL-T 1 because "${attack}"
  policy "=HYPERLINK(\\"x\\")"
  asset Plc1 "=1+1" : plc { vendor "+cmd|calc" product "-2" version "@SUM(A1)" location "${attack}" }
  misses SR 2.8 because "${attack}" due 2027-01-01
  meets SR 1.1 because "${attack}" evidence "${attack}"
  accept conduit-without-owner because "${attack}"
}
conduit Orders "${attack}" between Office and Control { flow Office.Erp -> Control.Plc1 : opc-ua "${attack}" { carries "${attack}" approved by "${attack}" } }
countermeasure M "${attack}" { status planned owner "${attack}" evidence "${attack}" }
threat T "${attack}" { description "${attack}" from Office against Control.Plc1 likelihood 4 consequence 5 mitigated by M to likelihood 1 }
invariant I "${attack}" { deny path from Office to Control except flow Office.Erp -> Control.Plc1 because "${attack}" until 2027-01-01 }
`);
const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><text>"\'&lt;#%</text></svg>';
const drawing = { title: attack, description: `" onload="alert(4) ${attack}`, svg, mermaid: 'flowchart\n  a["```"]' };
const data = reportOf(hostile, { drawings: [drawing], revision: attack });
const document = toDocument(data);

function violations(html: string): readonly string[] {
    const report = validator.validateStringSync(html);
    return report.results.flatMap(result =>
        result.messages.map(message => `${message.line}: ${message.ruleId} ${message.message}`),
    );
}

interface Axe {
    run(context: unknown, options: unknown): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
}

describe('Report as HTML', () => {
    const html = toHtml(document);
    const page = new JSDOM(html).window.document;

    it('is valid, for the truck loading terminal and for a hostile model', () => {
        assert.deepEqual(violations(html), []);
        assert.deepEqual(
            violations(toHtml(toDocument(reportOf(loadExample('truck-loading'), { drawings: [drawing] })))),
            [],
        );
    });

    it('has no violation that axe finds', async () => {
        const { window } = new JSDOM(html, { runScripts: 'outside-only', pretendToBeVisual: true });
        window.eval(axeSource);
        const { axe } = window as unknown as { axe: Axe };
        // Contrast needs a browser's layout; the test of the palette below stands in for it.
        const { violations: found } = await axe.run(window.document, {
            resultTypes: ['violations'],
            rules: { 'color-contrast': { enabled: false } },
        });
        assert.deepEqual(
            [...found].map(each => `${each.id}: ${each.nodes[0]?.html}`),
            [],
        );
    });

    it('holds nothing that a model can make active, and fetches nothing', () => {
        assert.equal(page.querySelectorAll('script, iframe, object, link, form, [onerror], [onload]').length, 0);
        assert.deepEqual(
            [...page.querySelectorAll('img')].map(image => image.src.slice(0, 19)),
            ['data:image/svg+xml,'],
        );
        assert.deepEqual(
            [...page.querySelectorAll('a')].map(link => link.getAttribute('href')![0]).filter(first => first !== '#'),
            [],
        );
        const parted = (text: string): string => text.replaceAll('\u200b', '');
        assert.equal(parted(page.querySelector('h1')!.textContent), attack);
        assert.doesNotMatch(page.querySelector('style')!.textContent, /</);
    });

    it('links only to what is there', () => {
        const missing = [...page.querySelectorAll('a')]
            .map(link => link.getAttribute('href')!.slice(1))
            .filter(id => !page.getElementById(id));
        assert.deepEqual(missing, []);
    });

    it('keeps the drawing as it is', () => {
        const source = page.querySelector('img')!.src;
        assert.equal(decodeURIComponent(source.slice('data:image/svg+xml,'.length)), svg);
    });

    it('has colours with the contrast of WCAG: AA in light and dark, AAA in high contrast', () => {
        const palettes = screenStyle.match(/[:.][a-z-]+ \{[^{}]*--ink: [^}]*\}/g) ?? [];
        assert.deepEqual(
            palettes.map(palette => palette.slice(0, palette.indexOf(' '))),
            [
                ...[':root', ':root'],
                ...['.vscode-light', '.vscode-dark', '.vscode-high-contrast', '.vscode-high-contrast-light'],
            ],
        );
        for (const palette of palettes) {
            const least = palette.includes('high-contrast') ? 7 : 4.5;
            const colours = new Map(
                [...palette.matchAll(/--([a-z-]+): (#[0-9a-f]{6})/g)].map(match => [match[1]!, match[2]!]),
            );
            const pairs = ['ink', 'quiet', 'link', 'good', 'fair', 'bad']
                .flatMap(ink => [
                    [ink, 'paper'],
                    [ink, 'shade'],
                ])
                .concat([
                    ['ink', 'good-back'],
                    ['ink', 'bad-back'],
                ]);
            for (const [front, back] of pairs)
                assert.ok(
                    contrast(colours.get(front!)!, colours.get(back!)!) >= least,
                    `${front} on ${back} in ${palette}`,
                );
        }
    });
});

function luminance(colour: string): number {
    const [r, g, b] = [1, 3, 5]
        .map(at => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
        .map(part => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)) as [number, number, number];
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
    const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
    return (light + 0.05) / (dark + 0.05);
}

describe('What stays on one line in a report', () => {
    it('is a day, and the ending of the name of a file; an id breaks at its joints', () => {
        const loaded = load(
            'system Plant\nzone Control { SL-T 1 asset LoadingController : plc }\n' +
                'countermeasure Hardening { meets SR 2.4 status verified owner "OT, since 2026-01-02" ' +
                'evidence "policies/server-image.md" dated 2026-01-10 valid 12 months }\n' +
                'within Control { applies Hardening }\n',
            { today: '2026-06-01' },
        );
        const html = toHtml(toDocument(reportOf(loaded, { today: '2026-06-01' })));
        assert.match(html, /policies\/<wbr>server-<wbr>image\.md/);
        assert.match(html, /OT, since <span class="whole">2026-01-02<\/span>/);
        assert.match(html, /Control\.<wbr>Loading<wbr>Controller/);
        assert.doesNotMatch(
            html.replaceAll(/<span class="whole">[\d-]+<\/span>/g, ''),
            />[^<]* \d{4}-\d{2}-\d{2}[^<]*<\/td>/,
        );
    });
});

describe('Report in a template of the site', () => {
    it('puts texts, pieces and sections where the template asks for them', () => {
        const { html } = fillTemplate(
            '<title>{{ title }}</title><p>{{fact:Owner}}</p><main>{{section:summary}}</main>{{section:drawings}}',
            document,
        );
        const page = new JSDOM(html ?? '').window.document;
        assert.equal(page.title, attack);
        assert.equal(page.querySelector('p')!.textContent, attack);
        assert.equal(page.querySelectorAll('main h2').length, 1);
        assert.equal(page.querySelectorAll('figure').length, 1);
    });

    it('names what the template asks for and nobody has', () => {
        const { html, problems } = fillTemplate('{{titel}} {{section:zone}} {{body}}', document);
        assert.equal(html, null);
        assert.deepEqual(problems.slice(0, 2), [
            'The template asks for {{titel}}, which does not exist; did you mean title?',
            'The template asks for {{section:zone}}, which does not exist; did you mean section:zones?',
        ]);
        assert.match(problems[2]!, /^It may ask for title, .* and section:ID \(summary, /);
    });

    it('makes no page of a template that is broken or asks for nothing', () => {
        const problem = (template: string): string => fillTemplate(template, document).problems[0] ?? '';
        assert.match(
            problem('<h1>{{Title}}</h1>{{body}}'),
            /\{\{Title\}\}, which does not exist; did you mean title\?/,
        );
        assert.match(problem('<h1>{{title</h1>{{body}}'), /has a \{\{ that no \}\} closes, before "title<\/h1>"/);
        assert.match(problem('{{ }}{{body}}'), /asks for \{\{ \}\}, which does not exist/);
        for (const nothing of ['', '<h1>Report</h1>'])
            assert.match(problem(nothing), /does not use any part of the report/);
    });

    it('knows every section that a report can have', () => {
        assert.deepEqual(
            document.sections.map(section => section.heading.id).filter(id => !sectionIds.includes(id)),
            [],
        );
        const page = readFileSync(new URL('../../../docs/report.md', import.meta.url), 'utf8');
        assert.deepEqual(
            sectionIds.filter(id => !page.includes(`\`${id}\``)),
            [],
        );
    });
});

describe('Report as Markdown', () => {
    it('shows what a model says, and nothing of it as markup', async () => {
        const page = new JSDOM(await marked.parse(toMarkdown(document), { gfm: true })).window.document;
        assert.equal(page.querySelectorAll('script, img, a').length, 0);
        const parted = (text: string): string => text.replaceAll('\u200b', '');
        assert.equal(parted(page.querySelector('h1')!.textContent), attack);
        assert.equal(page.querySelectorAll('code.language-mermaid').length, 1);
        const zone = [...page.querySelectorAll('td')].find(cell => cell.textContent === `Control, ${attack}`);
        assert.ok(zone);
    });

    it('leaves no table with a cell too many', async () => {
        const page = new JSDOM(
            await marked.parse(toMarkdown(toDocument(reportOf(loadExample('substations')))), { gfm: true }),
        ).window.document;
        for (const table of page.querySelectorAll('table')) {
            const widths = new Set([...table.rows].map(row => row.cells.length));
            assert.equal(widths.size, 1, table.textContent.slice(0, 80));
        }
    });
});

describe('Report as CSV', () => {
    const tables = new Map(toTables(data).map(table => [table.name, table]));

    it('lets no spreadsheet take a text for a formula', () => {
        const lines = toCsv(tables.get('assets')!).split('\r\n');
        const plc = lines.find(line => line.startsWith('Control.Plc1'));
        assert.match(plc ?? '', /^Control\.Plc1,'=1\+1,Control,plc,embedded-device,,'\+cmd\|calc,'-2,'@SUM\(A1\),/);
    });

    it('quotes what has to be quoted, and keeps numbers and days as they are', () => {
        const csv = toCsv({
            columns: [{ title: 'a' }, { title: 'b' }, { title: 'c' }],
            rows: [
                ['say "a", b\nc', -4, '2027-01-31'],
                [null, null, null],
            ],
        });
        assert.equal(csv, 'a,b,c\r\n"say ""a"", b\nc",-4,2027-01-31\r\n,,\r\n');
    });
});
