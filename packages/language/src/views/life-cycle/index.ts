/** Who does what, what is stated of organisations, and what rules find against it: IEC 62443-2-1, 2-4 and 4-1. */
export type * from './data.ts';
export * from './duties.ts';
export { assessPart, certificateRows, onlyRelated, type LifeCycleInput } from './part.ts';
export * from './raci.ts';
export { partsToCsv } from './to-csv.ts';
export { partJson } from './to-json.ts';
export { partToMarkdown } from './to-markdown.ts';
export { partToText } from './to-text.ts';
export { doubtText, maturityText, nobodyText, openText, saidText, silentJudges, sourceText } from './words.ts';
