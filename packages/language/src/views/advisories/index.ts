/** What security advisories mean for a plant: what `iacs advisories` prints, and the chapter of the report. */
export { advisoryRows, type AdvisoryRow, type AdvisoryRows, type UnconfirmedRow } from './rows.ts';
export { advisoriesCsv, advisoriesMarkdown, advisoriesText } from './to-text.ts';
export { remedyText, verdictText, versionText, windowText } from './words.ts';
