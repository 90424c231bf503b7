/**
 * Writes the documentation as a static site: `npm run site`, or `node scripts/site.mjs --to FOLDER`. `--repository URL`
 * is the project's address on the web, where neither a pipeline nor a remote of the clone says it.
 *
 * The pages are those of docs/, with the README as the first one. They need no network and no server: opened from a
 * disk they can be searched too. Links between pages become links of the site; what is not a page of it (sources,
 * examples) is a link into the repository on the web, or plain text where that has no address yet.
 */
import {
    copyFileSync,
    existsSync,
    globSync,
    mkdirSync,
    readdirSync,
    readFileSync,
    rmSync,
    statSync,
    writeFileSync,
} from 'node:fs';
import { dirname, join, posix, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Marked } from 'marked';
import { projectAddress } from './project-address.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const { values } = parseArgs({
    options: { to: { type: 'string', default: join(root, 'build/site') }, repository: { type: 'string' } },
});
/** The pages of the project on the web; `null` where its address is not known, and then nothing links there. */
const web = projectAddress({ option: values.repository })?.pages ?? null;
const target = resolve(values.to);

/** The editor as one file: a page of the site, where it is built. */
const playground = join(root, 'packages/playground/dist/playground.html');
const hasPlayground = existsSync(playground);
if (!hasPlayground) console.error('The playground is not built (npm run playground), so this site has none.');

/** Pages in the order of the navigation; rules have their own index. */
const groups = [
    ['', ['README.md']],
    ['Writing', ['docs/language.md', 'docs/statements.md', 'docs/editors.md', 'docs/playground.md', 'docs/import.md']],
    [
        'Judging',
        [
            'docs/rules/README.md',
            'docs/risk.md',
            'docs/catalogue.md',
            'docs/what-if.md',
            'docs/time.md',
            'docs/advisories.md',
            'docs/life-cycle.md',
        ],
    ],
    ['Reviewing', ['docs/review.md', 'docs/as-found.md', 'docs/report.md', 'docs/fleet.md']],
    ['Reference', ['docs/commands.md', 'docs/scripts.md', 'docs/agents.md', 'docs/release.md', 'docs/performance.md']],
    ['Project', ['CHANGELOG.md', 'SECURITY.md', 'CONTRIBUTING.md', 'ARCHITECTURE.md']],
];
const known = groups.flatMap(([, files]) => files).filter(file => existsSync(join(root, file)));
const others = globSync('docs/**/*.md', { cwd: root })
    .map(file => file.replaceAll('\\', '/'))
    .filter(file => !known.includes(file))
    .sort();
const pages = [...known, ...others];

/** Where a page is in the site. */
function urlOf(file) {
    if (file === 'README.md') return 'index.html';
    return file
        .replace(/^docs\//, '')
        .replace(/(^|\/)README\.md$/, '$1index.html')
        .replace(/\.md$/, '.html');
}

const escape = text =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The anchor of a heading, as GitHub makes it. */
function anchorOf(text, taken) {
    const plain = text
        .toLowerCase()
        .replace(/<[^>]+>|&[a-z#0-9]+;/g, '')
        .replace(/[^\p{Letter}\p{Number}\s_-]/gu, '')
        .trim()
        .replace(/\s/g, '-');
    const count = taken.get(plain) ?? 0;
    taken.set(plain, count + 1);
    return count === 0 ? plain : `${plain}-${count}`;
}

const assets = new Set();

/** A link of a page as a link of the site; `null` where that has no such page. */
function linkOf(href, page) {
    if (/^[a-z][a-z0-9+.-]*:|^#|^\/\//i.test(href)) return href;
    const [path, anchor] = href.split('#');
    const file = posix.normalize(posix.join(posix.dirname(page), decodeURIComponent(path)));
    const end = anchor === undefined ? '' : `#${anchor}`;
    const from = posix.dirname(urlOf(page));
    if (pages.includes(file)) return posix.relative(from, urlOf(file)) + end;
    if (/\.(svg|png|jpg)$/.test(file) && existsSync(join(root, file))) {
        assets.add(file);
        return posix.relative(from, `files/${file}`);
    }
    return web && `${web}${file}${end}`;
}

function rendered(page) {
    const taken = new Map();
    const sections = [];
    const marked = new Marked({ gfm: true });
    marked.use({
        renderer: {
            heading({ tokens, depth, text }) {
                const inner = this.parser.parseInline(tokens);
                const id = anchorOf(inner, taken);
                sections.push({ id, head: text.replace(/[`*]/g, '') });
                return `<h${depth} id="${id}">${inner}</h${depth}>\n`;
            },
            link({ href, title, tokens }) {
                const more = title ? ` title="${escape(title)}"` : '';
                const target = linkOf(href, page);
                const text = this.parser.parseInline(tokens);
                return target === null ? text : `<a href="${escape(target)}"${more}>${text}</a>`;
            },
            image: ({ href, text }) => `<img src="${escape(linkOf(href, page) ?? '')}" alt="${escape(text)}">`,
            html: ({ text }) =>
                text.replace(
                    /(src|href)="([^"]+)"/g,
                    (_, name, href) => `${name}="${escape(linkOf(href, page) ?? '')}"`,
                ),
            code({ text, lang }) {
                const language = lang ? ` class="language-${escape(lang)}"` : '';
                return `<pre tabindex="0"><code${language}>${escape(text)}</code></pre>\n`;
            },
        },
        hooks: {
            // The head of a column that has none is read out as a head without a name.
            postprocess: html =>
                html
                    .replaceAll('<th></th>', '<td></td>')
                    .replace(/<table>[\s\S]*?<\/table>/g, table => `<div class="table" tabindex="0">${table}</div>`),
        },
    });
    const text = readFileSync(join(root, page), 'utf8').replace(/^<!--[\s\S]*?-->\s*/, '');
    const html = marked.parse(text);
    return { html, sections, title: /^# (.+)$/m.exec(text)?.[1].replace(/[`*]/g, '') ?? page };
}

const made = new Map(pages.map(page => [page, rendered(page)]));
const titleOf = page =>
    page === 'docs/rules/README.md' ? 'Rules' : page === 'README.md' ? 'IACS' : made.get(page).title;

function navigation(page) {
    const from = posix.dirname(urlOf(page));
    return groups
        .map(([name, files]) => {
            const items = files
                .filter(file => made.has(file))
                .map(file => {
                    const current =
                        file === page || (file === 'docs/rules/README.md' && page.startsWith('docs/rules/'));
                    const href = posix.relative(from, urlOf(file));
                    const mark = current ? ' aria-current="page"' : '';
                    return `<li><a href="${href}"${mark}>${escape(titleOf(file))}</a></li>`;
                });
            return items.length === 0
                ? ''
                : `${name === '' ? '' : `<strong>${name}</strong>`}<ul>${items.join('')}</ul>`;
        })
        .join('\n');
}

function whole(page) {
    const { html, title } = made.get(page);
    const up = posix.relative(posix.dirname(urlOf(page)), '.');
    const base = up === '' ? '' : `${up}/`;
    return `<!doctype html>
<html lang="en" data-base="${base}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self' file: data:; style-src 'self' file: 'unsafe-inline'; script-src 'self' file:">
<title>${escape(title)}${page === 'README.md' ? '' : ' · IACS'}</title>
<link rel="stylesheet" href="${base}page.css">
</head>
<body>
<a class="skip" href="#content">To the content</a>
<div class="frame">
<aside>
<label for="search">Search</label>
<input id="search" type="search" autocomplete="off" spellcheck="false">
<ul id="found" aria-live="polite"></ul>
<nav aria-label="Pages">
${hasPlayground ? `<ul><li><a href="${base}playground.html">Try it in the browser</a></li></ul>` : ''}
${navigation(page)}
</nav>
</aside>
<main id="content">
${html}
</main>
</div>
<script src="${base}search-index.js"></script>
<script src="${base}search.js"></script>
</body>
</html>
`;
}

/** The sections of a page, for the search: address, title of the page, heading, text. */
function indexed(page) {
    const { html, sections, title } = made.get(page);
    const parts = html.split(/<h[1-6] id="[^"]*">/).slice(1);
    return sections.map(({ id, head }, index) => {
        const text = (parts[index] ?? '')
            .replace(/<[^>]+>/g, ' ')
            .replace(/&lt;/g, '<')
            .replace(/&gt;/g, '>')
            .replace(/&quot;/g, '"')
            .replace(/&#39;/g, "'")
            .replace(/&amp;/g, '&')
            .replace(/\s+/g, ' ')
            .trim();
        return [`${urlOf(page)}${index === 0 ? '' : `#${id}`}`, title, head, text.slice(0, 4000)];
    });
}

/** What is in every site, and in hardly any other folder. */
const mark = 'search-index.js';
if (existsSync(target) && readdirSync(target).length > 0 && !existsSync(join(target, mark))) {
    console.error(`${target} has other files, which would be deleted: name a folder that is new or empty.`);
    process.exit(2);
}
rmSync(target, { recursive: true, force: true });
const put = (file, content) => {
    mkdirSync(dirname(join(target, file)), { recursive: true });
    writeFileSync(join(target, file), content);
};
for (const page of pages) put(urlOf(page), whole(page));
const index = JSON.stringify(pages.flatMap(indexed)).replaceAll('<', '\\u003c');
put(mark, `window.iacsIndex = ${index};\n`);
for (const name of ['page.css', 'search.js']) put(name, readFileSync(join(root, 'scripts/site', name)));
for (const file of assets) {
    mkdirSync(dirname(join(target, 'files', file)), { recursive: true });
    copyFileSync(join(root, file), join(target, 'files', file));
}
if (hasPlayground) copyFileSync(playground, join(target, 'playground.html'));
const size = globSync('**/*', { cwd: target }).reduce((sum, file) => sum + statSync(join(target, file)).size, 0);
console.log(`${pages.length} pages, ${(size / 1e6).toFixed(1)} MB: ${join(target, 'index.html')}`);
