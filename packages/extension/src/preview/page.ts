import { randomBytes } from 'node:crypto';
import type * as vscode from 'vscode';

/** The page of a preview: one script with a nonce, one style sheet of the extension, nothing fetched, nothing inline. */
export function pageOf(webview: vscode.Webview, script: vscode.Uri, style: vscode.Uri): string {
    const nonce = randomBytes(16).toString('base64');
    return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src ${webview.cspSource} data: blob:; script-src 'nonce-${nonce}'; style-src ${webview.cspSource}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${webview.asWebviewUri(style)}">
<title>Zone diagram</title>
</head>
<body>
<header id="bar" role="toolbar" aria-label="Diagram">
<select id="view" aria-label="View"></select>
<select id="colour" aria-label="Colour"><option value="target">SL-T</option><option value="gap">Gap</option><option value="kind">Kind</option></select>
<select id="detail" aria-label="Detail"><option value="assets">Assets</option><option value="zones">Zones only</option></select>
<select id="requirement" aria-label="One requirement in all zones"></select>
<input id="search" type="search" placeholder="Search" aria-label="Search the diagram">
<button id="out" title="Zoom out (-)">−</button><button id="in" title="Zoom in (+)">+</button><button id="fit" title="Zoom to fit (0)">Fit</button>
<button id="copy" title="Copy as image">Copy</button><button id="export" title="Export…">Export…</button>
</header>
<p id="notice" role="status" hidden></p>
<main id="frame" tabindex="0" aria-label="Zone diagram: arrows move it, + and - zoom, 0 fits"><div id="picture"></div></main>
<canvas id="map" width="180" height="120" hidden aria-hidden="true"></canvas>
<div id="card" role="tooltip" hidden></div>
<script nonce="${nonce}" src="${webview.asWebviewUri(script)}"></script>
</body>
</html>`;
}
