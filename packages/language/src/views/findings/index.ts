/** Findings, as people and programs read them. */
export type { Paint } from '../text/paint.ts';
export type { FindingsFormat, FindingsPrinter, Hold, PrintedModel, Totals } from './format.ts';
export * from './located.ts';
export * from './summary.ts';
export * from './to-github.ts';
export * from './to-gitlab.ts';
export * from './to-json.ts';
export * from './to-junit.ts';
export * from './to-markdown.ts';
export * from './to-pretty.ts';
export * from './to-sarif.ts';
