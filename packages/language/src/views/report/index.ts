/** The cyber security requirements specification: its content, and what it is printed as. */
export { columnShares } from './column-shares.ts';
export { tableWithPlaces, toCsv } from '../text/csv.ts';
export type * from './data.ts';
export type {
    Block as ReportBlock,
    Cell as ReportCell,
    Document as ReportDocument,
    Table as ReportTable,
    Tone as ReportTone,
} from './document.ts';
export { cellText as reportCellText, isShort as isShortTable, isTall as isTallRow, pageStarts } from './document.ts';
export { escapeHtml } from '../text/html.ts';
export { htmlParts, toHtml, type HtmlParts } from './html.ts';
export type { ReportInput } from './input.ts';
export { toMarkdown } from './markdown.ts';
export { toOscal, type NameUuid } from './oscal.ts';
export { toTables } from './tables.ts';
export type { DataTable, TypedColumn, Value as TableValue } from './typed-table.ts';
export { sheetFor, sizeOn, svgSize, type Sheet } from './sheet.ts';
export { fillTemplate, sectionIds, type TemplateResult } from './template.ts';
export { toPartyDocument } from './party-document.ts';
export { toDocument } from './to-document.ts';
export { toReport } from './to-report.ts';
