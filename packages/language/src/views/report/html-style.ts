import { pageStarts } from './document.ts';

const light =
    '--ink: #1b1f24; --quiet: #57606a; --paper: #ffffff; --shade: #f3f5f7; --line: #c9d0d7; --link: #0b57a4; ' +
    '--good: #17652f; --fair: #7a4b00; --bad: #a3161f; --good-back: #dff3e4; --fair-back: #fdf0d5; --bad-back: ' +
    '#fbe3e4;';
const dark =
    '--ink: #e4e8ec; --quiet: #a3adb8; --paper: #14181d; --shade: #1e242b; --line: #3a434d; --link: #7fb8f5; ' +
    '--good: #7fd395; --fair: #f0bd63; --bad: #ff9a9f; --good-back: #17301f; --fair-back: #362a12; --bad-back: ' +
    '#3d1a1d;';
/** What a high-contrast theme of an editor asks for: black and white, and lines that are seen. */
const contrast =
    '--ink: #ffffff; --quiet: #e6e6e6; --paper: #000000; --shade: #000000; --line: #6fc3df; --link: #6cb8ff; ' +
    '--good: #89e8a0; --fair: #ffd27a; --bad: #ffaaae; --good-back: #00260d; --fair-back: #2b1d00; --bad-back: ' +
    '#33080b;';
const contrastLight =
    '--ink: #000000; --quiet: #292929; --paper: #ffffff; --shade: #ffffff; --line: #0f4a85; --link: #0b3d91; ' +
    '--good: #0b4a20; --fair: #573500; --bad: #7d0d15; --good-back: #ecf9ef; --fair-back: #fff6e6; --bad-back: ' +
    '#ffefef;';

/**
 * The look of the page on the screen and on paper; the running heads are set by {@link pageStyle}. An editor that shows
 * the page says its theme by a class of the body, whatever the system prefers.
 */
export const screenStyle = `
:root { color-scheme: light dark; ${light} }
@media screen and (prefers-color-scheme: dark) {
  :root { ${dark} }
  figure img { background: #ffffff; }
}
@media screen {
  .vscode-light { color-scheme: light; ${light} }
  .vscode-dark { color-scheme: dark; ${dark} }
  .vscode-high-contrast { color-scheme: dark; ${contrast} }
  .vscode-high-contrast-light { color-scheme: light; ${contrastLight} }
  .vscode-dark figure img, .vscode-high-contrast figure img { background: #ffffff; }
}
* { box-sizing: border-box; }
body { margin: 0; overflow-wrap: break-word; background: var(--paper); color: var(--ink); font: 1rem/1.5 "Segoe UI", "Helvetica Neue", Arial, "Liberation Sans", sans-serif; }
a { color: var(--link); }
.skip { position: absolute; left: -100rem; }
.skip:focus { left: 1rem; top: 1rem; background: var(--paper); padding: .5rem; }
header, nav, main { max-width: 72rem; margin: 0 auto; padding: 0 1.5rem; }
header { padding-top: 2.5rem; padding-bottom: 1rem; }
.kind { margin: 0; color: var(--quiet); letter-spacing: .02em; }
h1 { margin: .2rem 0 1.2rem; font-size: 2.2rem; line-height: 1.15; }
h2 { margin: 3rem 0 1rem; padding-bottom: .3rem; border-bottom: 2px solid var(--line); font-size: 1.55rem; line-height: 1.2; }
h3 { margin: 2.2rem 0 .6rem; font-size: 1.2rem; overflow-wrap: anywhere; }
h4 { margin: 1.6rem 0 .4rem; font-size: 1rem; overflow-wrap: anywhere; }
h2 small { color: var(--quiet); font-size: .9rem; font-weight: normal; margin-left: .5rem; }
p { max-width: 62rem; }
dl { margin: .8rem 0; }
dl div { display: grid; grid-template-columns: minmax(9rem, 14rem) 1fr; gap: 0 1rem; padding: .25rem 0; border-top: 1px solid var(--line); }
dl div:last-child { border-bottom: 1px solid var(--line); }
dt { color: var(--quiet); }
dd { margin: 0; grid-column: 2; overflow-wrap: anywhere; }
table { width: 100%; margin: 1rem 0 1.8rem; border-collapse: collapse; table-layout: fixed; font-size: .85rem; line-height: 1.4; }
caption { padding: .3rem 0; overflow-wrap: anywhere; text-align: left; color: var(--quiet); font-weight: 600; }
th, td { padding: .3rem .45rem; border: 1px solid var(--line); text-align: left; vertical-align: top; overflow-wrap: anywhere; hyphens: manual; }
thead th, thead td { background: var(--shade); overflow-wrap: break-word; }
tbody th { font-weight: 600; background: var(--shade); }
.whole { white-space: nowrap; }
code { font-size: .95em; }
.right { text-align: right; }
.center { text-align: center; }
.tone-good { color: var(--good); }
.tone-fair { color: var(--fair); }
.tone-bad { color: var(--bad); font-weight: 600; }
.tone-quiet { color: var(--quiet); }
.grid td { height: 4rem; vertical-align: middle; }
.grid th { vertical-align: middle; }
.cell-good { background: var(--good-back); }
.cell-bad { background: var(--bad-back); }
.note { margin: 1.2rem 0; padding: .1rem 1rem; border-left: 4px solid currentColor; background: var(--shade); }
.note p { color: var(--ink); }
.note.tone-bad { font-weight: normal; }
figure { margin: 1.2rem 0 2rem; }
figure img { display: block; width: 100%; height: auto; max-height: 90vh; object-fit: contain; border: 1px solid var(--line); }
figcaption { padding: .4rem 0; color: var(--quiet); font-weight: 600; }
.signatures { display: grid; gap: 2.5rem; margin-top: 2rem; }
.signature { display: grid; grid-template-columns: 1.4fr 1.4fr .8fr 1.4fr; gap: 1.5rem; align-items: end; }
.signature p { margin: 0; padding-top: .3rem; }
.signature .line { margin-top: 2.5rem; border-top: 1px solid var(--ink); color: var(--quiet); font-size: .8rem; }
nav ul { padding-left: 1.2rem; list-style: none; }
nav > ul { padding-left: 0; columns: 2; column-gap: 3rem; }
nav > ul > li { margin-bottom: .25rem; }
nav li { overflow-wrap: anywhere; break-inside: avoid-column; }
nav ul ul { font-size: .9rem; }
nav a { display: inline-block; padding: .15rem 0; text-decoration: none; }
nav a:hover, nav a:focus { text-decoration: underline; }
.nav-title { margin: 1.5rem 0 .5rem; font-size: 1.2rem; font-weight: 600; }
@media screen and (min-width: 90rem) {
  body { display: grid; grid-template-columns: 20rem minmax(0, 76rem); grid-template-rows: auto 1fr; column-gap: 2rem; justify-content: center; }
  header { grid-column: 2; width: 100%; }
  nav { grid-column: 1; grid-row: 1 / span 2; position: sticky; top: 0; align-self: start; max-height: 100vh; overflow: auto; }
  nav > ul { columns: 1; }
  main { grid-column: 2; width: 100%; }
}
@media screen and (max-width: 60rem) {
  main { overflow-x: auto; }
  main table:has(col:nth-child(4)) { min-width: 44rem; }
  main table:has(col:nth-child(7)) { min-width: 56rem; }
}
@media screen and (max-width: 40rem) {
  nav > ul { columns: 1; }
  dl div { grid-template-columns: 1fr; }
  dd { grid-column: 1; }
  table { table-layout: auto; }
  th, td { overflow-wrap: break-word; }
}`;

/** A text as a string of a style sheet that is in an HTML page. */
function cssString(text: string): string {
    const signs = [...text].map(sign =>
        /[\p{Letter}\p{Number} .,:()-]/u.test(sign) ? sign : `\\${sign.codePointAt(0)!.toString(16)} `,
    );
    return `"${signs.join('')}"`;
}

/**
 * Page size, running heads and page breaks for print.
 * @param head stands at the top of each page but the first
 * @param foot at the bottom left; the page number stands at the right
 */
export function pageStyle(head: string, foot: string): string {
    const small = 'font: 8pt Arial, "Liberation Sans", sans-serif; color: #57606a;';
    return `
@page {
  size: A4; margin: 20mm 15mm 18mm;
  @top-left { content: ${cssString(head)}; ${small} }
  @bottom-left { content: ${cssString(foot)}; ${small} }
  @bottom-right { content: counter(page) " / " counter(pages); ${small} }
}
@page :first { @top-left { content: none; } }
@page a4 { size: A4; }
@page a4-wide { size: A4 landscape; }
@page a3 { size: A3; }
@page a3-wide { size: A3 landscape; }
@media print {
  :root { color-scheme: light; }
  body { font-size: 9.5pt; line-height: 1.4; }
  header, nav, main { max-width: none; padding: 0 1px 0 0; }
  header { padding-top: 45mm; }
  nav { break-before: page; font-size: 8.5pt; line-height: 1.3; }
  nav > ul > li { margin-bottom: .8mm; }
  nav ul ul { font-size: inherit; padding-left: 4mm; }
  nav a, a { display: inline; padding: 0; color: inherit; text-decoration: none; }
  .skip { display: none; }
  h1 { font-size: 26pt; }
  h2 { margin-top: 10mm; font-size: 15pt; }
  h3 { font-size: 11.5pt; }
  ${pageStarts.map(id => `.part-${id}`).join(', ')} { break-before: page; }
  ${pageStarts.map(id => `.part-${id} h2`).join(', ')} { margin-top: 0; }
  h2, h3, h4, dl:has(+ table), caption, thead, .lead { break-after: avoid; }
  tbody tr:first-child, tbody tr:nth-child(2) { break-before: avoid; }
  tbody tr:last-child { break-before: avoid; }
  p, li { orphans: 3; widows: 3; }
  table { font-size: 7.5pt; line-height: 1.3; }
  thead { display: table-header-group; }
  tr, .short, figure, .note, .signature, dl { break-inside: avoid; }
  tr.tall { break-inside: auto; }
  td, th { padding: 1mm 1.2mm; }
  figure { margin: 0; }
  .drawing { break-before: page; break-after: page; }
  .drawing h3 { margin-top: 0; }
  figure img { max-height: 235mm; border: 0; }
  .sheet-a4 { page: a4; }
  .sheet-a4-wide { page: a4-wide; }
  .sheet-a4-wide img { max-height: 148mm; }
  .sheet-a3 { page: a3; }
  .sheet-a3 img { max-height: 358mm; }
  .sheet-a3-wide { page: a3-wide; }
  .sheet-a3-wide img { max-height: 235mm; }
  .grid td { height: 14mm; }
  .tone-good, .tone-fair, .tone-bad, .cell-good, .cell-bad, thead th, thead td, tbody th, .note { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}`;
}
