import { columnShares } from './column-shares.ts';
import type { Block, Cell, Document, Facts, Heading, Picture, Section, SignOff, Table } from './document.ts';
import { isShort, isTall, slug } from './document.ts';
import { pageStyle, screenStyle } from './html-style.ts';
import { sheetFor } from './sheet.ts';
import { pieces } from '../text/code.ts';
import { escapeHtml } from '../text/html.ts';

/** Ids of requirements stay on one line: `SR 1.13 RE 1`. */
function together(text: string): string {
    return text.replace(/\b(SR \d+\.\d+ RE|SR|FR|RE|SL|ZCR) (?=\d)/g, words => words.replaceAll(' ', '\u00a0'));
}

/** Days in escaped text stay on one line: a browser breaks `2027-05-20` behind a hyphen. */
function wholeDays(html: string): string {
    return html.replace(/(?<![\w-])\d{4}-\d{2}-\d{2}(?![\w-])/g, '<span class="whole">$&</span>');
}

/** Escaped text in which line ends stay visible. */
function lines(text: string): string {
    return together(text)
        .split(/\r\n|\r|\n/)
        .map(line => wholeDays(escapeHtml(line)))
        .join('<br>');
}

/** Behind a joint of a name, but not before the ending of the name of a file. */
const joint = /(?<=\p{L}{2}(?:[_/-]|\.(?!\p{Ll}{2,4}(?![\p{L}\d._/-]))))(?=\p{L}{2})/u;
/** Inside of a compound name. */
const seam = /(?<=\p{Ll}{3})(?=\p{Lu}\p{Ll}{2})/u;
const mayBreak = new RegExp(`${joint.source}|${seam.source}`, 'u');

/** A part of a name of more letters than this would push the other columns off a narrow screen. */
const mostLetters = 24;
const longer = new RegExp(`[\\p{L}\\p{M}\\d]{${mostLetters + 1},}`, 'gu');

/** Long compounds in pieces of about one length, none of which begins with a mark. */
function inPieces(part: string): readonly string[] {
    const cuts = [...part.matchAll(longer)].flatMap(({ 0: word, index }) => {
        const letters = [...word.matchAll(/.\p{M}*/gsu)].map(match => match.index);
        const count = Math.ceil(letters.length / (mostLetters / 2));
        return Array.from(
            { length: count - 1 },
            (_, cut) => index + letters[Math.round(((cut + 1) * letters.length) / count)]!,
        );
    });
    return [0, ...cuts].map((cut, at) => part.slice(cut, cuts[at] ?? part.length));
}

/** Escaped text that may break where a name has a joint, so that long ids do not break anywhere. */
function breakable(text: string): string {
    return text
        .split(mayBreak)
        .flatMap(inPieces)
        .map(part => wholeDays(escapeHtml(part)))
        .join('<wbr>');
}

function cellLines(text: string): string {
    if (/^(?:<?->|--)$/.test(text)) return `<span class="whole">${escapeHtml(text)}</span>`;
    return together(text)
        .split(/\r\n|\r|\n/)
        .map(breakable)
        .join('<br>');
}

/** A message, with what it marks as code. */
function messageHtml(text: string): string {
    const code = (marked: string): string => inPieces(marked).map(escapeHtml).join('<wbr>');
    return pieces(text)
        .map(piece => (piece.code ? `<code>${code(piece.text)}</code>` : cellLines(piece.text)))
        .join('');
}

function cellHtml(cell: Cell): string {
    if (typeof cell === 'string') return cellLines(cell);
    if (cell.marked) return messageHtml(cell.text);
    const inner = cell.link ? `<a href="#${escapeHtml(cell.link)}">${cellLines(cell.text)}</a>` : cellLines(cell.text);
    return cell.tone ? `<span class="tone-${cell.tone}">${inner}</span>` : inner;
}

function headingHtml(block: Heading): string {
    const tag = `h${block.level + 1}`;
    const basis = block.basis ? ` <small>${escapeHtml(block.basis)}</small>` : '';
    return `<${tag} id="${escapeHtml(block.id)}">${escapeHtml(block.text)}${basis}</${tag}>`;
}

function factsHtml(block: Facts): string {
    const rows = block.rows.map(
        row =>
            `<div><dt>${escapeHtml(row.name)}</dt>` +
            `${row.values.map(value => `<dd>${cellHtml(value)}</dd>`).join('')}</div>`,
    );
    return `<dl>${rows.join('\n')}</dl>`;
}

function tableHtml(block: Table): string {
    const columns = columnShares(block).map(share => `<col class="w${Math.max(1, Math.round(share * 100))}">`);
    const side = (index: number): string =>
        block.columns[index]?.align ? ` class="${block.columns[index].align}"` : '';
    const heads = block.columns.map((column, index) =>
        column.title === ''
            ? `<td${side(index)}></td>`
            : `<th scope="col"${side(index)}>${escapeHtml(column.title)}</th>`,
    );
    const rows = block.rows.map(row => {
        const cells = row.map((cell, index) => {
            if (index === 0 && block.rowHeads) return `<th scope="row">${cellHtml(cell)}</th>`;
            const tone =
                block.look === 'grid' && typeof cell !== 'string' && cell.tone
                    ? ` class="center cell-${cell.tone}"`
                    : side(index);
            return (
                `<td${tone}>` +
                `${block.look === 'grid' && typeof cell !== 'string' ? cellLines(cell.text) : cellHtml(cell)}</td>`
            );
        });
        return `<tr${isTall(row) ? ' class="tall"' : ''}>${cells.join('')}</tr>`;
    });
    const classes = [block.look ?? '', isShort(block) ? 'short' : ''].filter(each => each !== '');
    return `<table${classes.length > 0 ? ` class="${classes.join(' ')}"` : ''}>
<caption>${escapeHtml(block.caption)}</caption>
<colgroup>${columns.join('')}</colgroup>
<thead><tr>${heads.join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>`;
}

/** A picture by itself: what it is made of cannot meet the ids and styles of the page, and needs no second file. */
function pictureHtml(block: Picture): string {
    const source = `data:image/svg+xml,${encodeURIComponent(block.svg.toWellFormed()).replaceAll("'", '%27')}`;
    return `<figure>
<img src="${source}" alt="${escapeHtml(`Drawing: ${block.title}`)}">
<figcaption>${escapeHtml(block.description)}</figcaption>
</figure>`;
}

function signOffHtml(block: SignOff): string {
    const rows = block.roles.map(
        role =>
            `<div class="signature"><p>${escapeHtml(role)}</p><p class="line">Name</p><p class="line">Date</p><p ` +
            'class="line">Signature</p></div>',
    );
    return `<div class="signatures">${rows.join('\n')}</div>`;
}

function blockHtml(block: Block): string {
    switch (block.kind) {
        case 'heading':
            return headingHtml(block);
        case 'paragraph':
            return (
                `<p${block.text.endsWith(':') ? ' class="lead"' : ''}>` +
                `${block.marked ? messageHtml(block.text) : lines(block.text)}</p>`
            );
        case 'list':
            return `<ul>${block.items.map(item => `<li>${lines(item)}</li>`).join('\n')}</ul>`;
        case 'facts':
            return factsHtml(block);
        case 'table':
            return tableHtml(block);
        case 'picture':
            return pictureHtml(block);
        case 'note':
            return (
                `<div class="note tone-${block.tone}"><p><strong>${escapeHtml(block.title)}.</strong> ` +
                `${lines(block.text)}</p></div>`
            );
        case 'sign-off':
            return signOffHtml(block);
    }
}

/** Ids may meet where names differ in signs only; the later ones get a number. Links go to the first. */
function uniqueIds(document: Document): Document {
    const known = new Map<string, number>();
    const unique = (heading: Heading): Heading => {
        const times = known.get(heading.id) ?? 0;
        known.set(heading.id, times + 1);
        return times === 0 ? heading : { ...heading, id: `${heading.id}--${times + 1}` };
    };
    return {
        ...document,
        sections: document.sections.map(({ heading, blocks }) => ({
            heading: unique(heading),
            blocks: blocks.map(block => (block.kind === 'heading' ? unique(block) : block)),
        })),
    };
}

/** Blocks as HTML; a drawing stands with its heading on a sheet of its own. */
function blocksHtml(blocks: readonly Block[]): string {
    return blocks
        .map((block, index) => {
            const next = blocks[index + 1];
            if (block.kind === 'heading' && next?.kind === 'picture')
                return `<div class="drawing sheet-${sheetFor(next.svg).name}">\n${blockHtml(block)}`;
            return block.kind === 'picture' && blocks[index - 1]?.kind === 'heading'
                ? `${blockHtml(block)}\n</div>`
                : blockHtml(block);
        })
        .join('\n');
}

function sectionHtml({ heading, blocks }: Section): string {
    return `<section class="part part-${slug(heading.id)}">
${blocksHtml([heading, ...blocks])}
</section>`;
}

function contentsHtml(document: Document): string {
    const entries = document.sections.map(({ heading, blocks }) => {
        const inner = blocks
            .filter((block): block is Heading => block.kind === 'heading' && block.level === 2)
            .map(block => `<li><a href="#${escapeHtml(block.id)}">${escapeHtml(block.text)}</a></li>`);
        return (
            `<li><a href="#${escapeHtml(heading.id)}">${escapeHtml(heading.text)}</a>` +
            `${inner.length > 0 ? `\n<ul>${inner.join('\n')}</ul>` : ''}</li>`
        );
    });
    return `<ul>${entries.join('\n')}</ul>`;
}

/** The pieces of a page, as HTML, for a page of one's own. */
export interface HtmlParts {
    readonly style: string;
    readonly contents: string;
    readonly facts: string;
    readonly body: string;
    /** By the id of the section, such as `zones`. */
    readonly sections: ReadonlyMap<string, string>;
}

/** Renders the pieces of a document. */
export function htmlParts(document: Document): HtmlParts {
    const unique = uniqueIds(document);
    const sections = new Map(unique.sections.map(section => [section.heading.id, sectionHtml(section)]));
    const widths = new Set(
        [...sections.values()].flatMap(html =>
            [...html.matchAll(/<col class="w(\d+)">/g)].map(match => Number(match[1])),
        ),
    );
    return {
        style: [
            screenStyle,
            ...[...widths].sort((a, b) => a - b).map(width => `.w${width} { width: ${width}%; }`),
            pageStyle(document.running.head, document.running.foot),
        ].join('\n'),
        contents: contentsHtml(unique),
        facts: factsHtml(document.facts),
        body: [...sections.values()].join('\n'),
        sections,
    };
}

/**
 * A report as one self-contained HTML page without a script: for the screen, light and dark, and for paper.
 * Everything that comes from the model is escaped.
 */
export function toHtml(document: Document): string {
    const parts = htmlParts(document);
    return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(document.title)}</title>
<style>
${parts.style}
</style>
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<header>
<p class="kind">${escapeHtml(document.subtitle)}</p>
<h1>${escapeHtml(document.title)}</h1>
${parts.facts}
</header>
<nav aria-label="Contents">
<p class="nav-title">Contents</p>
${parts.contents}
</nav>
<main id="content">
${parts.body}
</main>
</body>
</html>
`;
}
