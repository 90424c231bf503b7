/** The syntax: text in, trees and models out. Imports only the model and the table of statements. */
export * from './cut.ts';
export * from './edits.ts';
export { applyEdits } from './text-edit.ts';
export type { TextEdit } from './text-edit.ts';
export * from './format.ts';
export * from './imports.ts';
export * from './lower.ts';
export { hasMarks, isMerging } from './merge-marks.ts';
export type { Knowledge, Link } from './lowering.ts';
export { mostSuggestions } from './lowering.ts';
export { isName } from './name-shape.ts';
export * from './names.ts';
export * from './parse.ts';
export * from './resolve.ts';
export { namesOf, plainName } from './suggest.ts';
export { isDay, readString } from './values.ts';
