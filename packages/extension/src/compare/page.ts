import type { CompareResult } from 'iacs-language/lsp';
import { toBase64 } from '../bytes.ts';
import type { PageSources } from '../preview/page-html.ts';

/** What the page reports: an entry of one of its lists, and the side to go to. */
export interface Clicked {
    readonly list: 'changes' | 'findings' | 'doubts';
    readonly index: number;
    readonly side: 'now' | 'older';
}

/** Arrows and not signs: plus and minus would read as added and removed. */
const marks = { worse: '▼', better: '▲', neutral: '•' } as const;

/** What became of findings, what has to be looked at first. */
const states = [
    ['added', 'New findings'],
    ['asked', 'Found because more is asked'],
    ['replaced', 'Other findings on the same element'],
    ['fixed', 'Fixed'],
    ['claimed', 'Claimed to be fixed, and not shown'],
    ['gone', 'Gone with their elements'],
    ['silenced', 'Not asked for any more, and not fixed'],
] as const;

const escape = (text: string): string => text.replace(/[&<>"']/gu, character => `&#${character.charCodeAt(0)};`);
/** Messages mark code with backticks. */
const marked = (text: string): string => escape(text).replace(/`([^`]+)`/gu, '<code>$1</code>');

/**
 * An entry that goes to its place: after the change, or before it where it is gone; and to the other side, if it has a
 * place there.
 */
function entry(
    list: Clicked['list'],
    index: number,
    { now, older, gone = false }: Pick<CompareResult['changes'][number], 'now' | 'older'> & { readonly gone?: boolean },
    html: string,
): string {
    const button = (side: Clicked['side'], text: string): string =>
        `<button data-list="${list}" data-index="${index}" data-side="${side}">${text}</button>`;
    if (!now || !older) return `<li>${now ? button('now', html) : older ? button('older', html) : html}</li>`;
    return gone
        ? `<li>${button('older', html)}${button('now', '<i>where it was removed</i>')}</li>`
        : `<li>${button('now', html)}${button('older', '<i>as it was</i>')}</li>`;
}

/** What was not understood, side by side: of it nothing is said below. */
const doubtLists = ({ doubts }: CompareResult): string =>
    (['older', 'now'] as const)
        .map(side => {
            const rows = doubts.flatMap((each, index) =>
                each[side] ? [entry('doubts', index, each, marked(each.message))] : [],
            );
            const where = side === 'older' ? 'on the older side' : 'on the newer side';
            return rows.length === 0
                ? ''
                : `<h2>Not understood ${where} (${rows.length})</h2>\n<ul>${rows.join('\n')}</ul>`;
        })
        .join('\n');

function findingLists({ findings }: CompareResult): string {
    return states
        .map(([state, title]) => {
            const rows = findings.flatMap((each, index) =>
                each.state === state
                    ? [
                          entry(
                              'findings',
                              index,
                              each,
                              `<span class="sign ${each.severity}"></span>${escape(each.severity)}: ` +
                                  `${marked(each.message)} <span class="rule">${escape(each.rule)}</span>`,
                          ),
                      ]
                    : [],
            );
            return rows.length === 0 ? '' : `<h2>${title} (${rows.length})</h2>\n<ul>${rows.join('\n')}</ul>`;
        })
        .join('\n');
}

/** The verdict and its reasons, lists of changes and findings, and the picture. */
function compared(title: string, result: CompareResult): string {
    const { verdict, reasons, svg, changes } = result;
    const grounds = reasons.map(
        ({ direction, text }) => `<li><span class="${direction}">${marks[direction]}</span> ${escape(text)}</li>`,
    );
    const entries = changes.map((each, index) => entry('changes', index, each, escape(each.what)));
    return `<h1>${escape(title)}: ${escape(verdict)}</h1>
${grounds.length > 0 ? `<ul class="reasons">${grounds.join('\n')}</ul>` : ''}
${doubtLists(result)}
<h2>${changes.length} ${changes.length === 1 ? 'change' : 'changes'} of meaning</h2>
<ul>${entries.join('\n') || '<li>Nothing changed in meaning.</li>'}</ul>
${findingLists(result)}
<img alt="What changed, as a diagram" src="data:image/svg+xml;base64,${toBase64(svg)}">`;
}

/** What stands there while a side has no model: what was compared before does not hold any more. */
const nothingCompared = (title: string): string =>
    `<h1>${escape(title)}: nothing is compared</h1>
<p>One side has no such model now: its file was deleted, or no file with a system imports it any more.</p>`;

/**
 * The page of a comparison, whose entries go to the text of both sides.
 * @param result `null` where a side has no such model any more
 */
export function comparePage(
    { script, style, styleSource, nonce }: PageSources,
    title: string,
    result: CompareResult | null,
): string {
    return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'nonce-${nonce}'; style-src ${styleSource}; img-src data:">
<title>Comparison</title>
<link rel="stylesheet" href="${style}">
</head>
<body>
<main>
${result === null ? nothingCompared(title) : compared(title, result)}
</main>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}
