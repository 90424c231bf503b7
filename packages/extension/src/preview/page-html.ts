/** Where the page's files are, and what the policy lets in. */
export interface PageSources {
    readonly script: string;
    readonly style: string;
    /** What serves the style. */
    readonly styleSource: string;
    /** Says of the one script that it is ours. */
    readonly nonce: string;
}

const popup = (name: string, title: string): string =>
    `<section class="ui-popup" aria-label="${title}" hidden><header><b>${title}</b><button class="ui-close" ` +
    `title="Close (Esc)" aria-label="Close">×</button></header><div id="${name}"></div></section>`;

/** What is in the body of the page, before its script. */
export const pageBody = `<header class="ui-bar"><div class="ui-tools" role="toolbar" aria-label="Diagram">
<button id="more" class="ui-narrow" title="All controls" aria-label="All controls" aria-expanded="false">☰</button>
<input id="search" type="search" placeholder="Search" aria-label="Search in the diagram" title="Search (/). Enter: the next. Ctrl+Enter: its text"><span id="count" class="ui-count" aria-live="polite"></span>
<div class="ui-choices" id="choices">
<label id="view-label" hidden><span>View</span><select id="view" title="View"></select></label>
<label><span>Colour</span><select id="colour" title="What colours say"></select></label>
<label><span>Detail</span><select id="detail" title="What is drawn of a zone"><option value="assets">With assets</option><option value="zones">Zones only</option></select></label>
<label><span>Levels</span><select id="direction" title="Where levels run: down or to the right; auto: as the pane is shaped"><option value="">Levels: auto</option><option value="down">Levels down</option><option value="right">Levels right</option></select></label>
<label><span>Conduits</span><select id="conduits" title="How conduits are drawn"><option value="cards">Conduit cards</option><option value="tags">Conduit tags</option></select></label>
<label id="found-label" title="Declared grey, seen solid, seen only red, permitted only dotted" hidden><input id="found" type="checkbox"><span>As found</span></label>
<button id="show-layers" title="Switch parts of the picture on and off (Y)" aria-expanded="false">Layers</button>
<button id="show-legend" title="What the signs mean, and notes (L)" aria-expanded="false">Legend</button>
<button id="present" title="Present the views one after the other (M)">Present</button>
<button id="fresh" title="Give everything a new place">Arrange anew</button>
<button id="export" title="Save the picture to a file">Export…</button>
</div>
<span class="ui-gap"></span>
<span class="ui-zoom"><button id="out" title="Zoom out (-)" aria-label="Zoom out">−</button><button id="in" title="Zoom in (+)" aria-label="Zoom in">+</button><button id="fit" title="Show all (0)">Fit</button><button id="show-help" title="Keys (?)" aria-label="Keys" aria-expanded="false">?</button></span>
</div></header>
<main class="ui-main" id="main">
<div class="ui-note" id="note" role="status" hidden><span id="note-text"></span><button id="note-today" hidden>Back to today</button><button id="note-write" title="Write it into a view (W)" hidden>Write into a view…</button><button id="note-back" hidden>Move back</button><button id="note-clear" title="Take it back (Esc)" hidden>Show all</button></div>
<nav class="ui-crumbs" id="crumbs" aria-label="Zones around" hidden></nav>
<div class="ui-body">
<div class="ui-frame" id="frame" tabindex="0" role="application" aria-label="Zones and conduits. Enter goes into the picture, arrows move, Enter opens the text. A question mark shows all keys."
 data-vscode-context='{"preventDefaultContextMenuItems":true}'>
<div class="ui-stage" id="stage"></div>
<div class="ui-labels" id="labels" aria-hidden="true" hidden></div>
<div class="ui-empty" id="empty">Drawing …</div>
<div class="ui-map" id="map" hidden></div>
<div class="ui-card" id="card" role="tooltip" hidden></div>
</div>
<aside class="ui-side" id="side" aria-label="What is said of the picture" hidden><div id="facts"></div></aside>
${popup('legend', 'Legend and notes')}${popup('layers', 'Layers')}${popup('help', 'Keys')}
</div>
<div class="ui-caption" id="caption" aria-live="polite" hidden></div>
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
