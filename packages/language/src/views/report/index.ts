/** The cyber security requirements specification: its content, and what it is printed as. */
export * from './csv.ts';
export * from './data.ts';
export * from './document.ts';
export * from './html.ts';
export type * from './input.ts';
export * from './markdown.ts';
export * from './oscal.ts';
export * from './tables.ts';
export * from './template.ts';
export * from './to-document.ts';
export { toReport } from './to-report.ts';
