/** Where the page's files are, and what the policy lets in. */
export interface PageSources {
    readonly script: string;
    readonly style: string;
    /** What serves the style. */
    readonly styleSource: string;
    /** Says of the one script that it is ours. */
    readonly nonce: string;
}

/** What is in the body of the page, before its script. */
export const pageBody = `<header class="ui-bar"><div class="ui-tools" role="toolbar" aria-label="Diagram">
<label id="view-label" hidden><span>View</span><select id="view"></select></label>
<label><span>Colour</span><select id="colour"></select></label>
<label><span>Detail</span><select id="detail"><option value="assets">Zones and assets</option><option value="zones">Zones only</option></select></label>
<label id="found-label" title="Declared grey, seen solid, seen only red, permitted only dotted" hidden><input id="found" type="checkbox"><span>As found</span></label>
<input id="search" type="search" placeholder="Search" aria-label="Search in the diagram" title="Search (/)"><span id="count" class="ui-count" aria-live="polite"></span>
<span class="ui-gap"></span>
<button id="out" title="Zoom out (-)" aria-label="Zoom out">−</button><button id="in" title="Zoom in (+)" aria-label="Zoom in">+</button>
<button id="fit" title="Show all (0)">Fit</button><button id="export" title="Save the picture to a file">Export…</button>
</div></header>
<main class="ui-main">
<div class="ui-note" id="note" role="status" hidden><span id="note-text"></span><button id="note-clear" hidden>Show all</button></div>
<div class="ui-frame" id="frame" tabindex="0" role="application" aria-label="Zones and conduits. Enter goes into the picture, arrows move, Enter opens the text, F folds a zone, R shows what an asset reaches."
 data-vscode-context='{"preventDefaultContextMenuItems":true}'>
<div class="ui-stage" id="stage"></div>
<div class="ui-empty" id="empty">Drawing …</div>
<div class="ui-map" id="map" hidden></div>
<div class="ui-card" id="card" role="tooltip" hidden></div>
</div>
</main>`;

/**
 * The page of the diagram. Nothing is fetched: script by nonce, style from the extension, images only those that the
 * page makes itself.
 */
export function pageHtml({ script, style, styleSource, nonce }: PageSources): string {
    const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${styleSource}; img-src blob: data:`;
    return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<title>Zones and conduits</title>
<link rel="stylesheet" href="${style}">
</head>
<body>
${pageBody}
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}
