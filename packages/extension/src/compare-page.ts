import { randomBytes } from 'node:crypto';
import { Uri, type Webview } from 'vscode';
import type { CompareResult } from './requests.ts';

const escape = (text: string): string => text.replace(/[&<>"']/gu, character => `&#${character.charCodeAt(0)};`);

/** The page of a comparison: the verdict, the picture, and a list whose entries go to the text. */
export function comparePage(webview: Webview, extension: Uri, base: string, { verdict, svg, changes }: CompareResult): string {
    const nonce = randomBytes(16).toString('base64');
    const file = (name: string): string => webview.asWebviewUri(Uri.joinPath(extension, 'dist', name)).toString();
    const image = `data:image/svg+xml;base64,${Buffer.from(svg, 'utf8').toString('base64')}`;
    const entries = changes.map(({ kind, element, what, before }, index) =>
        `<li><button data-index="${index}"><b>${escape(kind)}</b> ${escape(element)}: ${escape(what)}${before ? ' <i>(goes to the older side)</i>' : ''}</button></li>`);
    return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'nonce-${nonce}'; style-src ${webview.cspSource}; img-src data:">
<title>Comparison</title>
<link rel="stylesheet" href="${file('compare.css')}">
</head>
<body>
<h1>Since ${escape(base)}: ${escape(verdict)}</h1>
<ul>${entries.join('\n') || '<li>Nothing changed in meaning.</li>'}</ul>
<img alt="What changed, as a diagram" src="${image}">
<script nonce="${nonce}" src="${file('compare.js')}"></script>
</body>
</html>`;
}
