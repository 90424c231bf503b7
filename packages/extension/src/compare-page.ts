import { Uri, type Webview } from 'vscode';
import { nonce, toBase64 } from './bytes.ts';
import type { CompareResult } from './requests.ts';

/** Arrows and not signs: plus and minus would read as added and removed. */
const marks = { worse: '▼', better: '▲', neutral: '•' } as const;

const escape = (text: string): string => text.replace(/[&<>"']/gu, character => `&#${character.charCodeAt(0)};`);

/**
 * The page of a comparison: the verdict and its reasons, a list whose entries go to the text of both sides, and the
 * picture.
 */
export function comparePage(
    webview: Webview,
    extension: Uri,
    base: string,
    { verdict, reasons, svg, changes }: CompareResult,
): string {
    const key = nonce();
    const file = (name: string): string => webview.asWebviewUri(Uri.joinPath(extension, 'dist', name)).toString();
    const image = `data:image/svg+xml;base64,${toBase64(svg)}`;
    const entries = changes.map(({ what, now, older }, index) => {
        const button = (side: 'now' | 'older', text: string): string =>
            `<button data-index="${index}" data-side="${side}">${text}</button>`;
        const first = now ? button('now', escape(what)) : button('older', escape(what));
        return `<li>${first}${now && older ? button('older', `<i>as it was</i>`) : ''}</li>`;
    });
    const grounds = reasons.map(
        ({ direction, text }) => `<li class="${direction}">${marks[direction]} ${escape(text)}</li>`,
    );
    return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'nonce-${key}'; style-src ${webview.cspSource}; img-src data:">
<title>Comparison</title>
<link rel="stylesheet" href="${file('compare.css')}">
</head>
<body>
<h1>Since ${escape(base)}: ${escape(verdict)}</h1>
${grounds.length > 0 ? `<ul class="reasons">${grounds.join('\n')}</ul>` : ''}
<h2>${changes.length} ${changes.length === 1 ? 'change' : 'changes'} of meaning</h2>
<ul>${entries.join('\n') || '<li>Nothing changed in meaning.</li>'}</ul>
<img alt="What changed, as a diagram" src="${image}">
<script nonce="${key}" src="${file('compare.js')}"></script>
</body>
</html>`;
}
