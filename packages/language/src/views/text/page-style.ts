/**
 * The part of a style sheet by which a page of tables fits everywhere. On a narrow screen a wide table moves, and not
 * the page; on paper the page is A4, and the heads of a table are on each of its pages.
 */
export const fittingPages =
    'body{overflow-wrap:break-word}section{overflow-x:auto}@page{size:a4;margin:15mm}' +
    '@media print{section{overflow:visible}body{max-width:none;margin:0;padding:0}tr{break-inside:avoid}' +
    'h2,caption{break-after:avoid}}';
